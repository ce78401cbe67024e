"""The commands for authors of stretches."""

import sys
from pathlib import Path
from typing import Any

import click

from unhunch.cli.kinds import FiniteRange


@click.group()
def figure() -> None:
    """Tools for authors of stretches."""


def _figure_options(command: Any) -> Any:
    themes = click.Choice(["light", "dark", "light-contrast", "dark-contrast"])
    for option in (
        click.option("--person", "who", metavar="ID", help="Who shows it."),
        click.option("--theme", type=themes, default="light", show_default=True),
        click.option("--form", metavar="ID", help="Another form: standing, sitting, gentle, …"),
    ):
        command = option(command)
    return command


@figure.command()
@click.argument("stretch")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE.png")
@click.option("--frames", type=click.IntRange(1, 60), default=12, show_default=True)
@_figure_options
def sheet(stretch: str, out: Path, frames: int, **look: Any) -> None:
    """Draw a contact sheet of STRETCH: an id, or a stretch file."""
    from unhunch.commands.figure import run_sheet  # noqa: PLC0415

    sys.exit(run_sheet(stretch, out, frames=frames, **look))


@figure.command()
@click.argument("stretch")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE.png")
@click.option(
    "--between", "between_s", nargs=2, type=float, metavar="FROM TO", help="Only these seconds of it."
)
@click.option(
    "--hold",
    "hold_s",
    type=FiniteRange(0, 600),
    metavar="SECONDS",
    help="Hold no pose longer than that.",
)
@click.option("--fps", "frames_per_s", type=click.IntRange(1, 60), default=12, show_default=True)
@click.option("--size", type=click.IntRange(32, 2000), default=360, show_default=True, help="Pixels a side.")
@_figure_options
def movie(stretch: str, out: Path, **options: Any) -> None:
    """Write STRETCH as an animated PNG, which loops in any browser."""
    from unhunch.commands.figure import run_movie  # noqa: PLC0415

    sys.exit(run_movie(stretch, out, **options))


@figure.command()
@click.argument("stretch")
@_figure_options
def play(stretch: str, **look: Any) -> None:
    """Show STRETCH moving, over and over."""
    from unhunch.commands.figure import run_play  # noqa: PLC0415

    sys.exit(run_play(stretch, **look))


@figure.command()
@click.argument("stretches", nargs=-1)
def check(stretches: tuple[str, ...]) -> None:
    """Check the geometry of all stretches, or of the ones named: ids or files."""
    from unhunch.commands.figure import run_check  # noqa: PLC0415

    sys.exit(run_check(stretches))
