"""What stands in one row of a window is of one height."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from tests.ui.every_window import OPENERS, Windows, leave

LINKS = ("link", "back")
"""Kinds of buttons that look like words."""
TALL = 1700
"""A window of this height, px, shows all that it would scroll to."""
IN_ROW_PX = 12
"""Controls whose middles are at most so far from the same height stand in one row."""


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


@pytest.fixture(params=[14, 20])
def text_px(request, system_text):
    """The system's text size, px."""
    system_text(request.param)
    return request.param


@pytest.mark.parametrize("name", OPENERS)
def test_the_controls_of_a_row_are_equally_high(name, text_px, windows, qtbot):
    """No button, choice, field or number is taller than what stands beside it, in text of any size."""
    window = OPENERS[name](windows)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    for one, other in combinations(controls(window), 2):
        a, b = box(one, window), box(other, window)
        if abs(a.center().y() - b.center().y()) <= IN_ROW_PX:
            assert a.height() == b.height(), (told(one), told(other))
    leave(window)


@pytest.mark.parametrize("name", [name for name in OPENERS if name.startswith(("settings", "library"))])
def test_a_window_has_controls_of_one_height(name, text_px, windows, qtbot):
    """Also in rows that stand under each other."""
    window = OPENERS[name](windows)
    qtbot.addWidget(window)
    window.show()
    window.resize(window.width(), TALL)
    QApplication.processEvents()
    assert len({control.height() for control in controls(window)}) == 1
    leave(window)


def controls(window: QWidget) -> list[QWidget]:
    """What is used in a window, as far as it is seen."""
    kinds = (QPushButton, QComboBox, QLineEdit, QAbstractSpinBox)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.visibleRegion().isEmpty()
        and widget.property("kind") not in LINKS
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]


def box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def told(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)()
