"""Starting the app, and the commands to the one that runs.

Every command imports what it needs when it runs, so that `unhunch status` answers at once.
"""

import json
import re
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from unhunch import __version__
from unhunch.cli.figure import figure
from unhunch.cli.kinds import Duration, FiniteRange, Moment
from unhunch.cli.output import Commands
from unhunch.cli.settings import settings
from unhunch.cli.stretches import stretches
from unhunch.cli.talk import ask, talking, wish

CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(cls=Commands, invoke_without_command=True, context_settings=CONTEXT)
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


for _group in (stretches, settings, figure):
    main.add_command(_group)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the whole status as JSON.")
def status(as_json: bool) -> None:
    """Say how long you have been at the desk and when the next break comes."""
    found = ask("status")["status"]
    click.echo(json.dumps(found) if as_json else found["why"])


@main.command()
def why() -> None:
    """Say what is due and when, what holds it back, and what happened last."""
    from unhunch.commands.why import explained  # noqa: PLC0415

    for line in explained(ask("why")):
        click.echo(line)


@main.command()
def watch() -> None:
    """Print each event as it comes (JSON Lines), until Unhunch ends or you press Ctrl+C."""
    from unhunch.control_client import stream  # noqa: PLC0415

    with talking(), suppress(KeyboardInterrupt):
        for line in stream("watch"):
            if "event" in line:
                click.echo(json.dumps(line))


@main.command()
@click.option("--since", type=Moment(), metavar="TIME", help="14:00, 2026-03-02 or 2026-03-02T14:00.")
@click.option("--trace", is_flag=True, help="As a trace that `unhunch simulate` replays.")
def log(since: datetime | None, trace: bool) -> None:
    """Print what was recorded since a time (default: the last 24 hours)."""
    from unhunch.commands.log import run  # noqa: PLC0415

    sys.exit(run(since, trace))


@main.command("break")
@click.argument("rhythm", required=False)
def take_break(rhythm: str | None) -> None:
    """Start a break now: the longest one that is on, or the RHYTHM you name."""
    wish("take_break", rhythm=rhythm)


@main.command()
@click.option("--short", is_flag=True, help="Only its first stretch.")
def start(short: bool) -> None:
    """Start the break that is due, snoozed or held."""
    wish("start", short=short)


@main.command()
@click.argument("minutes", type=FiniteRange(1, 120), required=False)
def snooze(minutes: float | None) -> None:
    """Put the break off for MINUTES, or as long as your settings say."""
    wish("snooze", minutes=minutes)


@main.command()
def skip() -> None:
    """Leave out the break that is due."""
    wish("skip")


@main.command()
def end() -> None:
    """End the open break."""
    wish("end")


@main.command("next")
def next_stretch() -> None:
    """Go on to the next stretch of the open break."""
    wish("next")


@main.command()
def previous() -> None:
    """Go back to the stretch before."""
    wish("previous")


@main.command()
def repeat() -> None:
    """Do the running stretch once more."""
    wish("repeat")


@main.command()
def different() -> None:
    """Show another stretch in the place of the running one."""
    wish("different")


@main.command()
@click.argument("duration", type=Duration(), required=False)
@click.option("--until", metavar="HH:MM|tomorrow", help="Until that time of day, or until tomorrow.")
def pause(duration: float | None, until: str | None) -> None:
    """Pause the reminders for DURATION (30m, 1h30m), until a time, or until you resume them."""
    if duration and until is not None:
        raise click.UsageError("Give a duration or --until, not both.")
    if until is not None and until != "tomorrow":
        if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", until):
            raise click.UsageError(f"“{until}” is no time of day; write 14:00 or tomorrow.")
        until = until.zfill(len("HH:MM"))
    wish("pause", for_s=duration, until=until)


@main.command()
def resume() -> None:
    """Go on after a pause."""
    wish("resume")


@main.command("quit")
def quit_app() -> None:
    """End the running Unhunch. A break that is due is kept for the next start."""
    ask("quit")
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
