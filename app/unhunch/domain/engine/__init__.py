"""The engine: one pure state machine that decides everything about time.

`advance(state, input, now)` is the whole of it; the rest asks what the state says. Nobody needs more of this
package than the names below.
"""

from unhunch.domain.engine.loop import advance, new_state, newer_input, next_deadline, wants_input
from unhunch.domain.engine.report import status, view
from unhunch.domain.engine.restart import StateError, check, dump, restore, saved_at_s
from unhunch.domain.engine.state import Now, State
from unhunch.domain.events import Event

__all__ = [
    "Event",
    "Now",
    "State",
    "StateError",
    "advance",
    "check",
    "dump",
    "new_state",
    "newer_input",
    "next_deadline",
    "restore",
    "saved_at_s",
    "status",
    "view",
    "wants_input",
]
