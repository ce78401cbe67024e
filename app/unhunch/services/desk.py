"""What a person can ask of the running program, by a button or by a command."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from unhunch.domain import inputs
from unhunch.domain.settings import Settings, SettingsError
from unhunch.domain.text import Sentence
from unhunch.services import changing, trace
from unhunch.services.ports import Autostart, Clock, History, SettingsStore
from unhunch.services.session import Session

log = logging.getLogger(__name__)


class Desk:
    """Turns wishes into intents for the session, and changes settings everywhere at once."""

    def __init__(
        self,
        *,
        session: Session,
        settings_store: SettingsStore,
        autostart: Autostart,
        history: History,
        clock: Clock,
        show: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        self._session = session
        self._store = settings_store
        self._autostart = autostart
        self._history = history
        self._clock = clock
        self._show = show
        self._leave = leave
        self._followers: list[Callable[[Settings], None]] = []

    def follow_settings(self, follower: Callable[[Settings], None]) -> None:
        """Call `follower` with the settings whenever they have changed."""
        self._followers.append(follower)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._session.settings

    # -- wishes: the next view tells what came of them -------------------------------------------

    def take_break(self, rhythm: str | None = None) -> None:
        """Open a break now, whatever else is going on."""
        self._wish(inputs.TakeBreak(rhythm))

    def start(self, short: bool = False) -> None:
        """Open the break of the prompt under way; `short`: its first stretch only."""
        self._wish(inputs.Start(short))

    def snooze(self, minutes: float | None = None) -> None:
        """Put the prompt or open break off; None: by the setting."""
        self._wish(inputs.Snooze(minutes))

    def skip(self) -> None:
        """Let the prompt under way go."""
        self._wish(inputs.Skip())

    def end(self) -> None:
        """End the open break."""
        self._wish(inputs.End())

    def next_stretch(self) -> None:
        """Go on to the next stretch; at the last one this ends the break."""
        self._wish(inputs.Next())

    def previous_stretch(self) -> None:
        """Go back to the stretch before."""
        self._wish(inputs.Previous())

    def repeat(self) -> None:
        """Begin the running stretch again."""
        self._wish(inputs.Repeat())

    def different_stretch(self) -> None:
        """Show another stretch in the place of the running one."""
        self._wish(inputs.Different())

    def pause_break(self) -> None:
        """Let the open break stand still."""
        self._wish(inputs.BreakPause())

    def resume_break(self) -> None:
        """Let the open break go on."""
        self._wish(inputs.BreakResume())

    def pause(self, *, for_s: float | None = None, until: str | None = None) -> None:
        """Ask for no breaks for `for_s` seconds, until "HH:MM" or "tomorrow", or (neither) until resumed."""
        self._wish(inputs.Pause(for_s, until))

    def resume(self) -> None:
        """End the pause."""
        self._wish(inputs.Resume())

    def feel(self, feeling: str) -> None:
        """Keep how the break just finished feels."""
        self._history.record({"event": "felt", "feeling": feeling}, self._clock.wall())

    def quit(self) -> None:
        """End the program; a prompt and an open break are kept for the next start."""
        self._leave()

    def change_settings(self, changes: Mapping[str, Any]) -> str | None:
        """Change settings by dotted key, all or nothing; return what was wrong in one sentence, or None."""
        try:
            settings = changing.save(self._store, self._autostart, self.settings, changes)
        except (SettingsError, OSError) as error:
            log.info("Settings were refused: %s", error)
            return error.args[0] if isinstance(error.args[0], Sentence) else str(error)
        self.settings_changed(settings)
        return None

    def settings_changed(self, settings: Settings) -> None:
        """Apply settings that are in the file already."""
        self._session.change_settings(settings)
        for follower in self._followers:
            follower(settings)

    # -- commands ----------------------------------------------------------------------------------

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request of the control socket: {"ok": ..., "status" or "error": ...}."""
        fields = {key: value for key, value in request.items() if key != "command"}
        command = request["command"]
        try:
            intent = trace.intent(command, fields) if command in trace.INTENTS else None
        except ValueError as error:
            return {"ok": False, "error": f"{error}."}
        if intent is None:
            return self._answer_other(command, fields)
        why = self._session.feed(intent)
        return {"ok": False, "error": why} if why else {"ok": True, "status": self._session.status()}

    def _answer_other(self, command: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        if command == "status":
            return {"ok": True, "status": self._session.status()}
        if command == "why":
            return {"ok": True, "status": self._session.status(), "events": self._history.recent(20)}
        if command == "show":
            self._show()
            return {"ok": True}
        if command == "quit":
            self._leave()
            return {"ok": True}
        if command == "set":
            problem = self.change_settings(fields)
            return {"ok": False, "error": str(problem)} if problem else {"ok": True}
        return {"ok": False, "error": f"Unhunch does not know the command “{command}”."}

    def _wish(self, intent: inputs.Intent) -> None:
        why = self._session.feed(intent)
        if why:
            log.info("%s was refused: %s", type(intent).__name__, why)
