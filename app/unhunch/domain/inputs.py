"""What goes into the engine: news of the world, and what the person asks for."""

from msgspec import Struct

from unhunch.domain.catalogue import Stretches
from unhunch.domain.settings import Settings

# --- News of the world ---------------------------------------------------------------------------------


class Tick(Struct, frozen=True):
    """Time has passed."""


class Input(Struct, frozen=True):
    """Keyboard or mouse was used at boot time `at_s` (not later than now), which is known only now.

    With `began_s` the person went on without a silence from then to `at_s`.
    """

    at_s: float
    began_s: float | None = None


class Lock(Struct, frozen=True):
    """The screen was locked."""


class Unlock(Struct, frozen=True):
    """The screen was unlocked."""


class Sleep(Struct, frozen=True):
    """The machine goes to sleep."""


class Wake(Struct, frozen=True):
    """The machine woke."""


class HoldBegan(Struct, frozen=True):
    """A reason to keep prompts back: "meeting", "fullscreen", "dnd" or "excluded_app"."""

    reason: str


class HoldEnded(Struct, frozen=True):
    """The reason is gone; the hold ends once it has been gone for `release_s`."""

    reason: str


class HintBegan(Struct, frozen=True):
    """A sign of presence without input: "watching"."""

    name: str


class HintEnded(Struct, frozen=True):
    """The sign is gone."""

    name: str


class ClockChanged(Struct, frozen=True):
    """The wall clock was set, or its zone changed; the new time comes as `now`."""


class SettingsChanged(Struct, frozen=True):
    """These settings hold from now on."""

    settings: Settings


class CatalogueChanged(Struct, frozen=True):
    """These stretches exist from now on."""

    catalogue: Stretches


# --- Intents -------------------------------------------------------------------------------------------


class TakeBreak(Struct, frozen=True):
    """Open a break now; of the longest enabled rhythm if none is named."""

    rhythm: str | None = None


class Start(Struct, frozen=True):
    """Open the break of the prompt under way; `short` for its first stretch only."""

    short: bool = False


class Snooze(Struct, frozen=True):
    """Later; after `snooze_min` if no minutes are named."""

    minutes: float | None = None


class Skip(Struct, frozen=True):
    """Not this one."""


class End(Struct, frozen=True):
    """End the open break."""


class Next(Struct, frozen=True):
    """Go on to the next stretch; at the last one this ends the break."""


class Previous(Struct, frozen=True):
    """Go back to the stretch before."""


class Repeat(Struct, frozen=True):
    """Begin the running stretch again."""


class Different(Struct, frozen=True):
    """Show another stretch in the place of the running one."""


class BreakPause(Struct, frozen=True):
    """Let the open break stand still."""


class BreakResume(Struct, frozen=True):
    """Let the open break go on."""


class Pause(Struct, frozen=True):
    """No breaks for `for_s`, or until "HH:MM" or "tomorrow"; with neither, until resumed."""

    for_s: float | None = None
    until: str | None = None


class Resume(Struct, frozen=True):
    """End the pause."""


News = (
    Tick
    | Input
    | Lock
    | Unlock
    | Sleep
    | Wake
    | HoldBegan
    | HoldEnded
    | HintBegan
    | HintEnded
    | ClockChanged
    | SettingsChanged
    | CatalogueChanged
)
Intent = (
    TakeBreak
    | Start
    | Snooze
    | Skip
    | End
    | Next
    | Previous
    | Repeat
    | Different
    | BreakPause
    | BreakResume
    | Pause
    | Resume
)
EngineInput = News | Intent
