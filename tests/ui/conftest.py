"""What the tests of the windows share."""

import pytest
from tests.ui.samples import FakeClock, FakeWishes

from unhunch.ui.look import Look


@pytest.fixture
def look(qapp):
    return Look()


@pytest.fixture
def wishes():
    return FakeWishes()


@pytest.fixture
def clock():
    return FakeClock()
