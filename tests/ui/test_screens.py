"""Sizes and places on a screen."""

from PySide6.QtCore import QRect, QSize

from unhunch.ui.screens import TITLE_BAR, corner_of, fitting


class Screen:
    """A screen with a panel of 32 px at the top."""

    def availableGeometry(self) -> QRect:  # noqa: N802 (Qt's name)
        return QRect(0, 32, 1366, 736)


def test_a_window_that_fits_has_its_size():
    """Nothing is taken away where there is room."""
    assert fitting(720, 600, Screen()) == QSize(720, 600)


def test_a_window_never_outgrows_the_screen():
    """Its frame included, a window ends above the screen's lower edge: its buttons lie there."""
    assert fitting(720, 760, Screen()) == QSize(720, 736 - TITLE_BAR)


def test_the_corner_is_clear_of_panels():
    """A box lies in the lower right corner; one too large begins at the upper left."""
    assert corner_of(Screen(), 400, 200, 10) == QRect(956, 558, 400, 200)
    assert corner_of(Screen(), 2000, 2000, 0).topLeft() == QRect(0, 32, 1, 1).topLeft()
