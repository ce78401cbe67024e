"""The engine tells the same as the oracle: of every scenario, and of random days at the desk.

To look into one: `pytest tests/oracle/test_agreement.py -k "seed-1234"`, after adding 1234 to FOUND.
"""

from __future__ import annotations

from random import Random

import pytest
from tests.oracle import bounds  # noqa: F401 - fills the table
from tests.oracle.logs import first_difference, show_all
from tests.oracle.oracle import simulate
from tests.oracle.scenarios import SCENARIOS, Scenario
from tests.oracle.shrink import shrink
from tests.oracle.teller import engine
from tests.oracle.traces import Case, random_case

DAYS, DAYS_LONG, PER_TEST = 150, 10_000, 50

# Seeds of days on which the two once differed.
FOUND = [
    3,
    13,
    38,
    75,
    91,
    263,
    383,
    534,
    1086,
    1424,
    1534,
    1942,
    1978,
    2000,
    2022,
    5474,
    6317,
    7394,
    9864,
    20458,
    24410,
    24484,
    40479,
    101383,
    102326,
    103962,
    204622,
    300391,
]


@pytest.mark.parametrize("case", SCENARIOS, ids=lambda case: f"{case.rule}: {case.name}")
def test_the_engine_gives_the_log_derived_by_hand(case: Scenario) -> None:
    """Nothing missing, nothing extra, to the printed decimal."""
    difference = first_difference(case.expected, engine(case.trace, case.settings, case.lengths))
    assert difference is None, difference


@pytest.mark.parametrize("first", range(0, DAYS, PER_TEST))
def test_engine_and_oracle_agree(first: int) -> None:
    """Random days are told alike, event by event."""
    for seed in range(first, first + PER_TEST):
        agree(seed)


@pytest.mark.parametrize("seed", FOUND, ids=lambda seed: f"seed-{seed}")
def test_they_still_agree_where_they_once_differed(seed: int) -> None:
    """What was mended stays mended."""
    agree(seed)


@pytest.mark.long
@pytest.mark.parametrize("first", range(DAYS, DAYS_LONG, PER_TEST))
def test_engine_and_oracle_agree_for_long(first: int) -> None:
    """Thousands of random days are told alike, event by event."""
    for seed in range(first, first + PER_TEST):
        agree(seed)


def agree(seed: int) -> None:
    """Fail with the smallest case that still shows a difference between the two."""
    case = random_case(Random(seed))
    if first_difference(case.log, engine(case.trace, case.settings, case.lengths)) is None:
        return
    smallest = shrink(case, lambda smaller: difference_in(smaller) is not None)
    told = difference_in(smallest)
    pytest.fail(f"seed {seed}: {told}\n--- settings {smallest.settings}\n{show_all(smallest.trace)}")


def difference_in(case: Case) -> str | None:
    """Where the logs of oracle and engine part."""
    oracle_log = simulate(case.trace, case.settings, case.lengths)
    return first_difference(oracle_log, engine(case.trace, case.settings, case.lengths))
