"""The command line: starts the app, or talks to the one that runs, without importing Qt.

Exit codes: 0 done, 1 it failed or was refused, 2 the command was wrong.
Every command imports what it needs when it runs, so that `unhunch status` answers at once.
"""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any

import click

from unhunch import __version__

YEAR_OF_BARE_TIMES = 1900
"""What a time of day without a date is parsed to."""
CONTEXT = {"help_option_names": ["-h", "--help"]}


class Duration(click.ParamType[float]):
    """A length of time in seconds, written 30m, 1h, 1h30m, 90s, or a bare number of minutes."""

    name = "duration"
    _minutes = re.compile(r"\d{1,6}")
    _form = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m(?:in)?)?(?:(\d{1,6})s)?")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return seconds; a wrong form is a usage error."""
        text = str(value).replace(" ", "")
        found = self._form.fullmatch(f"{text}m" if self._minutes.fullmatch(text) else text)
        hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        total_s = hours * 3600 + minutes * 60 + seconds
        if not total_s:
            self.fail(f"“{value}” is no length of time; write 30m, 1h or 1h30m.", param, ctx)
        return float(total_s)


class FiniteRange(click.FloatRange):
    """A range of numbers, to which "nan" does not belong: it is neither below nor above anything."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number; a usage error where it is none, or not in the range."""
        number = super().convert(value, param, ctx)
        return number if isfinite(number) else self.fail(f"“{value}” is no number.", param, ctx)


@click.group(invoke_without_command=True, context_settings=CONTEXT)
@click.version_option(__version__, message="unhunch %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Unhunch reminds you to take a break and shows you how to stretch.

    Without a command it starts in the tray, or shows the window of the Unhunch that already runs.
    """
    if context.invoked_subcommand is None:
        from unhunch.binding import leave_sources_unread  # noqa: PLC0415

        leave_sources_unread()
        from unhunch.main import run  # noqa: PLC0415 (Qt only when the app itself starts)

        sys.exit(run())


@contextmanager
def _talking() -> Iterator[None]:
    """Leave with exit code 1 and one sentence where there is no app to talk to, or it falls silent."""
    from unhunch.control_client import NoAnswerError, NotRunningError  # noqa: PLC0415

    try:
        yield
    except NotRunningError:
        raise click.ClickException("Unhunch is not running. Start it with: unhunch") from None
    except NoAnswerError as error:
        raise click.ClickException(str(error)) from None


def _ask(command: str, **fields: Any) -> dict[str, Any]:
    """Send one request to the running app and return its answer; leave with exit code 1 if it fails."""
    from unhunch.control_client import request  # noqa: PLC0415

    with _talking():
        answer = request(command, {k: v for k, v in fields.items() if v is not None})
    if not answer.get("ok"):
        raise click.ClickException(str(answer.get("error", "Unhunch refused.")))
    return answer


def _wish(command: str, **fields: Any) -> None:
    click.echo(_ask(command, **fields)["status"]["why"])


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the whole status as JSON.")
def status(as_json: bool) -> None:
    """Say how long you have been at the desk and when the next break comes."""
    found = _ask("status")["status"]
    click.echo(json.dumps(found) if as_json else found["why"])


@main.command()
def why() -> None:
    """Say what is due and when, what holds it back, and what happened last."""
    from unhunch.commands.why import explained  # noqa: PLC0415

    for line in explained(_ask("why")):
        click.echo(line)


@main.command()
def watch() -> None:
    """Print each event as it comes (JSON Lines), until Unhunch ends or you press Ctrl+C."""
    from unhunch.control_client import stream  # noqa: PLC0415

    with _talking(), suppress(KeyboardInterrupt):
        for line in stream("watch"):
            if "event" in line:
                click.echo(json.dumps(line))


@main.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%H:%M"]))
@click.option("--trace", is_flag=True, help="As a trace that `unhunch simulate` replays.")
def log(since: datetime | None, trace: bool) -> None:
    """Print what was recorded since a time (default: the last 24 hours)."""
    from unhunch.commands.log import run  # noqa: PLC0415

    sys.exit(run(_local(since), trace))


def _local(given: datetime | None) -> datetime | None:
    """Return a time that was typed as a moment here; a mere time of day is today's."""
    if given is None:
        return None
    if given.year == YEAR_OF_BARE_TIMES:
        today = datetime.now().astimezone()
        given = given.replace(year=today.year, month=today.month, day=today.day)
    try:
        return given.astimezone()
    except (OverflowError, ValueError):
        raise click.BadParameter(f"no calendar here has the year {given.year}.") from None


@main.command("break")
@click.argument("rhythm", required=False)
def take_break(rhythm: str | None) -> None:
    """Start a break now: the longest one that is on, or the RHYTHM you name."""
    _wish("take_break", rhythm=rhythm)


@main.command()
@click.option("--short", is_flag=True, help="Only its first stretch.")
def start(short: bool) -> None:
    """Start the break that is due, snoozed or held."""
    _wish("start", short=short)


@main.command()
@click.argument("minutes", type=FiniteRange(1, 120), required=False)
def snooze(minutes: float | None) -> None:
    """Put the break off for MINUTES, or as long as your settings say."""
    _wish("snooze", minutes=minutes)


@main.command()
def skip() -> None:
    """Leave out the break that is due."""
    _wish("skip")


@main.command()
def end() -> None:
    """End the open break."""
    _wish("end")


@main.command("next")
def next_stretch() -> None:
    """Go on to the next stretch of the open break."""
    _wish("next")


@main.command()
def previous() -> None:
    """Go back to the stretch before."""
    _wish("previous")


@main.command()
def repeat() -> None:
    """Do the running stretch once more."""
    _wish("repeat")


@main.command()
def different() -> None:
    """Show another stretch in the place of the running one."""
    _wish("different")


@main.command()
@click.argument("duration", type=Duration(), required=False)
@click.option("--until", metavar="HH:MM|tomorrow", help="Until that time of day, or until tomorrow.")
def pause(duration: float | None, until: str | None) -> None:
    """Pause the reminders for DURATION (30m, 1h30m), until a time, or until you resume them."""
    if duration and until is not None:
        raise click.UsageError("Give a duration or --until, not both.")
    if until is not None and until != "tomorrow":
        until = until.zfill(len("HH:MM"))
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", until):
            raise click.UsageError(f"“{until}” is no time of day; write 14:00 or tomorrow.")
    _wish("pause", for_s=duration, until=until)


@main.command()
def resume() -> None:
    """Go on after a pause."""
    _wish("resume")


@main.command("quit")
def quit_app() -> None:
    """End the running Unhunch. A break that is due is kept for the next start."""
    _ask("quit")
    click.echo("Unhunch has ended.")


@main.command()
@click.argument("trace", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--settings", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A settings file."
)
def simulate(trace: Path, settings: Path | None) -> None:
    """Run the engine over TRACE (JSON Lines; "-" reads standard input) and print its events."""
    from unhunch.commands.simulate import run  # noqa: PLC0415

    sys.exit(run(trace, settings))


@main.command()
@click.option(
    "--screenshots", type=click.Path(path_type=Path, file_okay=False), help="Save a picture of each stage."
)
@click.option("--speed", type=FiniteRange(1, 600), default=60, show_default=True, help="How fast time runs.")
def demo(screenshots: Path | None, speed: float) -> None:
    """See a whole day's cycle in two minutes, with throw-away settings and history."""
    from unhunch.binding import leave_sources_unread  # noqa: PLC0415

    leave_sources_unread()
    from unhunch.demo import run_demo  # noqa: PLC0415

    sys.exit(run_demo(screenshots, speed))


@main.group()
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


@main.group()
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


@main.group()
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
@click.option("--frames", type=click.IntRange(1, 60), default=6, show_default=True)
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
