"""`unhunch why`: what is due, when, what holds it back, and the last events."""

from collections.abc import Iterator, Mapping
from typing import Any

from unhunch.commands.words import event_line, span


def explained(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the answer to "why did my break not come?"."""
    status = answer["status"]
    yield str(status["why"])
    for name, rhythm in status["rhythms"].items():
        due_s = rhythm["due_in_s"]
        due = "due now" if due_s == 0 else f"due in {span(due_s)}"
        yield f"  {name}: {span(rhythm['desk_s'])} at the desk, {due}"
    if status["holds"]:
        yield f"  Held back by: {', '.join(status['holds'])}"
    if status["paused_until"]:
        yield f"  Paused until: {status['paused_until']}"
    if answer["events"]:
        yield ""
        yield "What happened last:"
        yield from (f"  {event_line(row)}" for row in answer["events"])
