"""`unhunch log`: what was recorded, as lines for people or as a trace for the simulator."""

import json
import logging
from datetime import datetime, timedelta

from unhunch.adapters import history_db
from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.paths import Paths
from unhunch.commands.outcome import DONE, FAILED, failed
from unhunch.commands.words import event_line
from unhunch.services.recording import trace


def run(since: datetime | None, as_trace: bool, paths: Paths | None = None) -> int:
    """Print the events, or the trace, since a time (default: the last day); return the exit code."""
    path = (paths or Paths.of_user()).history_file
    try:
        with path.open("rb"):
            pass
    except (FileNotFoundError, NotADirectoryError):
        return failed(f"There is no history yet; it will be in {path}.")
    except OSError as error:
        return failed(f"The history in {path} cannot be read: {error.strerror or error}.")
    now = datetime.now().astimezone()
    begin = since or now - timedelta(days=1)
    problems: list[str] = []
    # It tells its problems itself: once is enough.
    logging.getLogger(history_db.__name__).addHandler(logging.NullHandler())
    history = HistoryDb(path, lambda: datetime.now().astimezone(), problems.append)
    try:
        if as_trace:
            _print_trace(history, begin)
        else:
            for row in history.events(begin, now + timedelta(seconds=1)):
                print(event_line(row))
    finally:
        history.close()
    for problem in problems:
        failed(problem)
    return FAILED if problems else DONE


def _print_trace(history: HistoryDb, begin: datetime) -> None:
    runs = [(run, history.inputs(run["id"])) for run in history.runs(begin)]
    for line in trace(runs):
        print(json.dumps(line))
    if not runs:
        failed("Unhunch was not started in that time; an earlier --since begins the trace with a start.")
