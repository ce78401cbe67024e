"""Tries one stretch outside of any break: "do it now" in the library, "try one" in the welcome.

It plays on an engine of its own, in the same window as a break, and touches neither desk time nor history.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from unhunch.domain import engine, inputs
from unhunch.domain.engine import Now
from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look

_WALL = datetime(2026, 1, 1, tzinfo=UTC)  # practice knows no time of day
_ALONE = {
    "rhythm.eyes.enabled": False,
    "rhythm.stretch.enabled": True,
    "rhythm.stretch.stretches": 1,
    "rhythm.stretch.length_s": None,
    "rhythm.stretch.routine": "",
    "hours.enabled": False,
    "timing.snooze_limit": 0,
}


class Practice(QObject):
    """Plays one stretch from beginning to end; the window's buttons work as in a break."""

    ended = Signal()

    def __init__(
        self, look: Look, gallery: Gallery, now: Callable[[], float], settings: Settings, stretch_id: str
    ) -> None:
        """`now` is the boot clock, s; `stretch_id` must be one that the gallery has a guide to."""
        super().__init__()
        guide = gallery.guide(stretch_id)
        if guide is None:
            raise KeyError(stretch_id)
        self._now, self._gallery = now, gallery
        alone = with_changes(settings, _ALONE | {"stretches.enabled": (stretch_id,)})
        self._state = engine.new_state(alone, {stretch_id: guide.form.total_s}, self._moment())
        self._alarm = QTimer(self, singleShot=True)
        self._alarm.timeout.connect(self._woke)
        self.window = BreakWindow(
            look,
            self,
            now,
            guides=gallery.guide,
            stills=gallery.still,
            artist=gallery.artist,
            appearance=settings.appearance,
        )
        self.window.closed.connect(self.ended)
        gallery.changed.connect(self._gallery_changed)

    def begin(self) -> None:
        """Open the window and start."""
        self._feed(inputs.TakeBreak("stretch"))

    def give_way(self) -> None:
        """Close at once: a break begins."""
        self._alarm.stop()
        self.window.leave()

    # -- what the window may ask for (Wishes) --------------------------------------------------------

    def end(self) -> None:
        """Stop here."""
        self._feed(inputs.End())

    def next_stretch(self) -> None:
        """Stop here: there is no other one."""
        self._feed(inputs.Next())

    def previous_stretch(self) -> None:
        """Nothing: there is no other one."""

    def repeat(self) -> None:
        """Begin again."""
        self._feed(inputs.Repeat())

    def different_stretch(self) -> None:
        """Nothing: there is no other one."""

    def pause_break(self) -> None:
        """Stand still."""
        self._feed(inputs.BreakPause())

    def resume_break(self) -> None:
        """Go on."""
        self._feed(inputs.BreakResume())

    def take_break(self) -> None:
        """Nothing: practice is no break."""

    def start(self, short: bool = False) -> None:
        """Nothing: there is no prompt."""

    def snooze(self, minutes: float | None = None) -> None:
        """Nothing: there is no prompt."""

    def skip(self) -> None:
        """Nothing: there is no prompt."""

    def pause(self, *, for_s: float | None = None, until: str | None = None) -> None:
        """Nothing: the reminders are not touched."""

    def resume(self) -> None:
        """Nothing: the reminders are not touched."""

    def feel(self, feeling: str) -> None:
        """Nothing: how practice feels is not recorded."""

    def change_settings(self, changes: dict[str, Any]) -> str | None:
        """Nothing is changed from here."""

    def quit(self) -> None:
        """Stop here; the program goes on."""
        self.end()

    # -- inside ------------------------------------------------------------------------------------------

    def _gallery_changed(self) -> None:
        self.window.set_artist(self._gallery.artist)

    def _woke(self) -> None:
        self._feed(inputs.Tick())

    def _feed(self, happened: inputs.EngineInput) -> None:
        now = self._moment()
        self._state, events = engine.advance(self._state, happened, now)
        for event in events:
            if event.name == "break_ended" and event.fields["outcome"] == "taken":
                self.window.finish(tuple(self._state.settings.stretches.enabled), event.fields["done_s"])
        view = engine.view(self._state, now)
        self.window.show_view(view)
        if view.break_ is None:
            self._alarm.stop()
        elif (deadline_s := engine.next_deadline(self._state)) is not None:
            self._alarm.start(max(0, round((deadline_s - now.boot_s) * 1000) + 1))

    def _moment(self) -> Now:
        return Now(self._now(), _WALL)
