"""What the tests of the windows share."""

import pytest
from PySide6.QtCore import QLocale
from tests.ui.breaks import break_window
from tests.ui.samples import FakeClock, FakeWishes, on_break, view

from unhunch.resources import resources_dir
from unhunch.ui.look import Look
from unhunch.ui.style import font
from unhunch.ui.translation import install


@pytest.fixture(scope="session")
def english(qapp):
    """The English plurals, as the program loads them."""
    return install(resources_dir() / "translations", QLocale("en"))


@pytest.fixture(autouse=True)
def in_english(english):
    """Windows say "7 breaks"."""


@pytest.fixture
def system_text(qapp):
    """Gives the system's text another size, px, for the time of a test."""
    usual = qapp.font()
    yield lambda px: qapp.setFont(font(px))
    qapp.setFont(usual)


@pytest.fixture
def look(qapp):
    return Look()


@pytest.fixture
def wishes():
    return FakeWishes()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def window(look, wishes, clock, qtbot):
    """The break window, closed; a module about another window has its own fixture of that name."""
    made = break_window(look, wishes, clock)
    qtbot.addWidget(made)
    yield made
    made.show_view(view())


@pytest.fixture
def open_window(window):
    """The window, open on the second of three stretches, with its first seconds over."""
    window.show_view(on_break(1, 10))
    window.end_grace()
    window.wake_keys()
    return window
