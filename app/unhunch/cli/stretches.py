"""The commands about stretches."""

import sys
from pathlib import Path

import click


@click.group()
def stretches() -> None:
    """Your stretches: what there is, what is on, and files for and from others."""


@stretches.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_stretches(as_json: bool) -> None:
    """List all stretches: what is on, how long it takes, and why something is left out."""
    from unhunch.commands.stretches import run_list  # noqa: PLC0415

    sys.exit(run_list(as_json))


@stretches.command("show")
@click.argument("stretch", metavar="ID")
def show_stretch(stretch: str) -> None:
    """Tell all about one stretch, as it comes in your breaks."""
    from unhunch.commands.stretches import run_show  # noqa: PLC0415

    sys.exit(run_show(stretch))


@stretches.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def enable(ids: tuple[str, ...]) -> None:
    """Switch stretches on: breaks show them, after those that are on already."""
    from unhunch.commands.stretches import run_enable  # noqa: PLC0415

    sys.exit(run_enable(ids, on=True))


@stretches.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def disable(ids: tuple[str, ...]) -> None:
    """Switch stretches off."""
    from unhunch.commands.stretches import run_enable  # noqa: PLC0415

    sys.exit(run_enable(ids, on=False))


@stretches.command("export")
@click.argument("ids", nargs=-1, metavar="ID...")
@click.option("--routine", "routines", multiple=True, metavar="NAME", help="A routine as well (zip only).")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE.zip|FILE.toml"
)
def export_stretches(ids: tuple[str, ...], routines: tuple[str, ...], out: Path) -> None:
    """Write stretches into a file for somebody else: one .toml, or a set with its pictures in a .zip."""
    if not ids and not routines:
        raise click.UsageError("Name at least one stretch or routine.")
    if out.suffix.lower() not in (".zip", ".toml"):
        raise click.UsageError(f"“{out}” must end in .zip or .toml.")
    from unhunch.commands.stretches import run_export  # noqa: PLC0415

    sys.exit(run_export(ids, out, routines))


@stretches.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--replace", is_flag=True, help="Replace stretches of yours that have the same name.")
def import_stretches(files: tuple[Path, ...], replace: bool) -> None:
    """Take in stretches from .toml or .zip files. What is refused is named; the rest is taken."""
    from unhunch.commands.stretches import run_import  # noqa: PLC0415

    sys.exit(run_import(files, replace=replace))
