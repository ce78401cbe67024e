"""A wall clock that stands still, for names with a date in them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest


@pytest.fixture
def now() -> Callable[[], datetime]:
    return lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
