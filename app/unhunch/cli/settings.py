"""The commands about settings."""

import sys
from pathlib import Path

import click


@click.group()
def settings() -> None:
    """Read and change your settings by their names in the settings file."""


@settings.command("get")
@click.argument("key")
def get_setting(key: str) -> None:
    """Print the setting KEY (rhythm.stretch.every_min), or all of a table (timing)."""
    from unhunch.commands.settings import run_get  # noqa: PLC0415

    sys.exit(run_get(key))


@settings.command("set")
@click.argument("key")
@click.argument("value")
def set_setting(key: str, value: str) -> None:
    """Set KEY to VALUE: a number, on or off, names parted by commas, or "default"."""
    from unhunch.commands.settings import run_set  # noqa: PLC0415

    sys.exit(run_set(key, value))


@settings.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def export_settings(file: Path) -> None:
    """Write all your settings into FILE."""
    from unhunch.commands.settings import run_export  # noqa: PLC0415

    sys.exit(run_export(file))


@settings.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def import_settings(file: Path) -> None:
    """Make all your settings as FILE has them."""
    from unhunch.commands.settings import run_import  # noqa: PLC0415

    sys.exit(run_import(file))
