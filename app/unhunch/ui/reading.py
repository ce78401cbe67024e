"""A View read at a later moment: desk time goes on between two views, and the windows must not drift."""

from dataclasses import dataclass

from unhunch.domain.view import BreakView, RhythmView, View

_COUNTING = ("working", "warned", "waiting", "snoozed")


@dataclass(frozen=True, slots=True)
class Reading:
    """`view`, taken at boot time `taken_s`, read at boot time `now_s`."""

    view: View
    taken_s: float
    now_s: float

    @property
    def passed_s(self) -> float:
        """Seconds since the view was taken."""
        return max(0.0, self.now_s - self.taken_s)

    @property
    def counting(self) -> bool:
        """Whether desk time is running."""
        return self.view.present and self.view.phase in _COUNTING

    def desk_s(self, rhythm: RhythmView) -> float:
        """Desk time of a rhythm now."""
        return rhythm.desk_s + (self.passed_s if self.counting else 0.0)

    def due_in_s(self, rhythm: RhythmView) -> float:
        """Time until a rhythm is due; 0 when it is."""
        snoozed = self.view.phase == "snoozed" and rhythm.name == self.view.prompt_rhythm
        runs = self.counting or snoozed
        return max(0.0, rhythm.due_in_s - (self.passed_s if runs else 0.0))

    @property
    def next_rhythm(self) -> RhythmView | None:
        """The rhythm that is due first; the longer one of two."""
        return min(self.view.rhythms, key=lambda r: (self.due_in_s(r), -r.every_s), default=None)

    @property
    def fullness(self) -> float:
        """How full the desk time of the next rhythm is, 0 to 1."""
        rhythm = self.next_rhythm
        if rhythm is None:
            return 0.0
        return min(1.0, max(0.0, 1 - self.due_in_s(rhythm) / rhythm.every_s))


def stretch_s(open_break: BreakView, now_s: float) -> float:
    """Seconds into the running stretch at boot time `now_s`."""
    if open_break.paused:
        return open_break.stretch_done_s
    return max(0.0, now_s - open_break.stretch_started_at_s)


def left_s(open_break: BreakView, now_s: float) -> float:
    """Seconds left of the whole break at boot time `now_s`."""
    if not open_break.paused:
        return max(0.0, open_break.ends_at_s - now_s)
    if not open_break.lengths_s:
        return max(0.0, open_break.length_s - open_break.done_s)
    this = open_break.lengths_s[open_break.index] - open_break.stretch_done_s
    return max(0.0, this) + sum(open_break.lengths_s[open_break.index + 1 :])
