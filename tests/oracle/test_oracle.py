"""The oracle against event logs derived by hand, and against itself."""

from fractions import Fraction

import pytest
from tests.oracle import bounds  # noqa: F401 - fills the table
from tests.oracle.logs import first_difference
from tests.oracle.oracle import Oracle, simulate
from tests.oracle.scenarios import SCENARIOS, Scenario

each = pytest.mark.parametrize("case", SCENARIOS, ids=lambda case: f"{case.rule}: {case.name}")


@each
def test_the_oracle_gives_the_log_derived_by_hand(case: Scenario) -> None:
    """Nothing missing, nothing extra, to the printed decimal."""
    difference = first_difference(case.expected, simulate(case.trace, case.settings, case.lengths))
    assert difference is None, difference


@pytest.mark.parametrize("case", [case for case in SCENARIOS if case.trace[-1]["t"] < 1500])
def test_looking_every_second_changes_nothing(case: Scenario) -> None:
    """The oracle stops at the moments it works out; stopping at every second as well gives the same log."""
    ticked = Oracle(case.trace, case.settings, case.lengths, tick_s=Fraction(1)).run()
    assert ticked == simulate(case.trace, case.settings, case.lengths)
