"""Made-up states of things, for tests and pictures."""

from datetime import UTC, datetime
from typing import Any

from unhunch.domain.view import BreakView, CardView, RhythmView, View

NOW_S = 10_000.0
"""The boot time at which the samples are taken."""

AFTERNOON = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
"""The wall clock then."""

LENGTHS_S = (60.0, 52.0, 68.0)


class FakeClock:
    """A boot clock that stands until it is moved."""

    def __init__(self, now_s: float = NOW_S) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s


class FakeWishes:
    """Writes down what was asked for."""

    def __init__(self, problem: str | None = None) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.problem = problem

    def take_break(self) -> None:
        self.asked.append(("take_break",))

    def start(self, short: bool = False) -> None:
        self.asked.append(("start", short))

    def snooze(self, minutes: float | None = None) -> None:
        self.asked.append(("snooze", minutes))

    def skip(self) -> None:
        self.asked.append(("skip",))

    def end(self) -> None:
        self.asked.append(("end",))

    def next_stretch(self) -> None:
        self.asked.append(("next_stretch",))

    def previous_stretch(self) -> None:
        self.asked.append(("previous_stretch",))

    def different_stretch(self) -> None:
        self.asked.append(("different_stretch",))

    def repeat(self) -> None:
        self.asked.append(("repeat",))

    def pause_break(self) -> None:
        self.asked.append(("pause_break",))

    def resume_break(self) -> None:
        self.asked.append(("resume_break",))

    def pause(self, *, for_s: float | None = None, until: str | None = None) -> None:
        self.asked.append(("pause", for_s, until))

    def resume(self) -> None:
        self.asked.append(("resume",))

    def feel(self, feeling: str) -> None:
        self.asked.append(("feel", feeling))

    def change_settings(self, changes: dict[str, Any]) -> str | None:
        self.asked.append(("change_settings", changes))
        return self.problem

    def quit(self) -> None:
        self.asked.append(("quit",))


def rhythm(desk_s: float = 32 * 60, every_s: float = 45 * 60, name: str = "stretch") -> RhythmView:
    return RhythmView(name=name, desk_s=desk_s, every_s=every_s, due_in_s=max(0.0, every_s - desk_s))


def view(**changes: Any) -> View:
    """Somebody working, 32 of 45 minutes in; `changes` by field."""
    fields: dict[str, Any] = {
        "at": AFTERNOON,
        "phase": "working",
        "present": True,
        "rhythms": (rhythm(),),
        "holds": (),
        "paused_until": None,
        "card": None,
        "break_": None,
        "prompt_rhythm": None,
        "can_snooze": False,
        "can_skip": False,
        "why": "",
    }
    return View(**(fields | changes))


def warned(due_in_s: float = 42, **changes: Any) -> View:
    """A card is up."""
    fields: dict[str, Any] = {
        "rhythm": "stretch",
        "due_at_s": NOW_S + due_in_s,
        "waiting_for": (),
        "snoozes_left": 2,
        "snooze_min": 5,
        "strict": False,
    }
    card = CardView(**(fields | changes))
    return view(
        phase="waiting" if card.waiting_for else "warned",
        card=card,
        prompt_rhythm="stretch",
        can_snooze=card.snoozes_left > 0,
        can_skip=not card.strict,
        rhythms=(rhythm(45 * 60 - due_in_s),),
    )


def on_break(index: int = 0, into_s: float = 12.0, **changes: Any) -> View:
    """A break of three stretches is open, `into_s` into the one at `index`."""
    done_s = sum(LENGTHS_S[:index]) + into_s
    fields: dict[str, Any] = {
        "rhythm": "stretch",
        "stretches": ("shoulder-roll", "neck-flexion", "overhead-reach"),
        "lengths_s": LENGTHS_S,
        "index": index,
        "stretch_started_at_s": NOW_S - into_s,
        "stretch_done_s": into_s,
        "length_s": sum(LENGTHS_S),
        "done_s": done_s,
        "ends_at_s": NOW_S + sum(LENGTHS_S) - done_s,
        "paused": False,
        "short": False,
        "snoozes_left": 2,
        "strict": False,
    }
    return view(phase="break", break_=BreakView(**(fields | changes)), rhythms=(rhythm(45 * 60),))


def on_plain_pause(into_s: float = 8.0, length_s: float = 20.0) -> View:
    """An eye break is open."""
    return on_break(
        rhythm="eyes",
        stretches=(),
        lengths_s=(),
        stretch_started_at_s=NOW_S - into_s,
        stretch_done_s=into_s,
        length_s=length_s,
        done_s=into_s,
        ends_at_s=NOW_S + length_s - into_s,
    )


def paused(until: datetime | str = "resumed") -> View:
    """The person paused breaks."""
    return view(phase="paused", paused_until=until)
