"""What the windows may ask for. The controller fulfils it; tests record it."""

from typing import Any, Literal, Protocol

Feeling = Literal["worse", "same", "better"]


class Wishes(Protocol):
    """The person's intents. None of them promises anything: the next View tells what came of it."""

    def take_break(self) -> None:
        """Open a break now, whatever else is going on."""

    def start(self, short: bool = False) -> None:
        """Open the break of the prompt under way; `short`: its first stretch only."""

    def snooze(self, minutes: float | None = None) -> None:
        """Put the prompt or open break off; None: by the setting."""

    def skip(self) -> None:
        """Let the prompt under way go."""

    def end(self) -> None:
        """End the open break."""

    def next_stretch(self) -> None:
        """Go on to the next stretch; at the last one this ends the break."""

    def previous_stretch(self) -> None:
        """Go back to the stretch before."""

    def repeat(self) -> None:
        """Begin the running stretch again."""

    def different_stretch(self) -> None:
        """Show another stretch in the place of the running one."""

    def pause_break(self) -> None:
        """Let the open break stand still."""

    def resume_break(self) -> None:
        """Let the open break go on."""

    def pause(self, *, for_s: float | None = None, until: str | None = None) -> None:
        """Ask for no breaks for `for_s` seconds, until "HH:MM" or "tomorrow", or (neither) until resumed."""

    def resume(self) -> None:
        """End the pause."""

    def feel(self, feeling: Feeling) -> None:
        """Say how the break just finished feels."""

    def change_settings(self, changes: dict[str, Any]) -> str | None:
        """Change settings by dotted key, all or nothing; returns what was wrong in one sentence, or None."""

    def quit(self) -> None:
        """End the program."""
