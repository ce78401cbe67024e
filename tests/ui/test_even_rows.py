"""What stands in one row of a window is of one height."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from tests.ui.every_window import OPENERS, Windows, leave

LINKS = ("link", "back")
"""Kinds of buttons that look like words."""
IN_ROW_PX = 12
"""Controls whose middles are at most so far from the same height stand in one row."""


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


@pytest.mark.parametrize("name", OPENERS)
def test_the_controls_of_a_row_are_equally_high(name, windows, qtbot):
    """No button, choice, field or number is taller than what stands beside it."""
    window = OPENERS[name](windows)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    for one, other in combinations(controls(window), 2):
        a, b = box(one, window), box(other, window)
        if abs(a.center().y() - b.center().y()) <= IN_ROW_PX:
            assert a.height() == b.height(), (told(one), told(other))
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
