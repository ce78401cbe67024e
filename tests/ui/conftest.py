"""What the tests of the windows share."""

import pytest
from PySide6.QtCore import QLocale
from tests.ui.samples import FakeClock, FakeWishes

from unhunch.resources import resources_dir
from unhunch.ui.look import Look
from unhunch.ui.translation import install


@pytest.fixture(scope="session")
def english(qapp):
    """The English plurals, as the program loads them."""
    return install(resources_dir() / "translations", QLocale("en"))


@pytest.fixture(autouse=True)
def in_english(english):
    """Windows say "7 breaks"."""


@pytest.fixture
def look(qapp):
    return Look()


@pytest.fixture
def wishes():
    return FakeWishes()


@pytest.fixture
def clock():
    return FakeClock()
