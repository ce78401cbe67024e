"""Who tells what happens in a trace: the oracle, or the program's own engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from tests.oracle import oracle
from tests.oracle.logs import Event

Teller = Callable[[Sequence[Event], Mapping[str, Any], Mapping[str, float]], list[Event]]

TELLERS = [
    # The oracle is held to the same properties, but it is slow.
    pytest.param(oracle.simulate, id="oracle", marks=pytest.mark.long),
]
