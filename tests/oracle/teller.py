"""Who tells what happens in a trace: the oracle, or the program's own engine in the simulator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from tests.oracle import oracle
from tests.oracle.logs import Event

from unhunch.domain.settings import overlay
from unhunch.services import simulator

Teller = Callable[[Sequence[Event], Mapping[str, Any], Mapping[str, float]], list[Event]]


def engine(trace: Sequence[Event], settings: Mapping[str, Any], lengths: Mapping[str, float]) -> list[Event]:
    """The events of a trace by the program's engine."""
    laid_over, problems = overlay(settings)
    assert not problems
    return list(simulator.simulate(trace, laid_over, lengths))


TELLERS = [
    pytest.param(engine, id="engine"),
    # The oracle is held to the same properties, but it is slow.
    pytest.param(oracle.simulate, id="oracle", marks=pytest.mark.long),
]
