"""The way of the keyboard through a part of a window.

Qt takes the order in which widgets were made: what is made anew while the window is open would come last.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_laid_out(part: QWidget) -> None:
    """Let Tab go through a part in the order of its layouts, when it comes to this part of the window."""
    before = part.previousInFocusChain()
    while before is not None and before is not part and not _stops_tab(before):
        before = before.previousInFocusChain()
    for one, other in pairwise([before or part, *_stops(part.layout())]):
        QWidget.setTabOrder(one, other)


def show_whole(widget: QWidget) -> None:
    """Scroll so that all of a widget is seen, where there is room; Qt is content with its text cursor."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (page := above.widget()) is not None:
            middle = widget.mapTo(page, widget.rect().center())
            half = min(widget.height() // 2 + _RING, above.viewport().height() // 2)
            above.ensureVisible(middle.x(), middle.y(), 0, half)
        above = above.parentWidget()


_RING = 6
"""Around what has the focus so much is free, px: its ring, and a glimpse of what comes next."""


def _stops(layout: QLayout | None) -> Iterator[QWidget]:
    items = [layout.itemAt(at) for at in range(layout.count())] if layout is not None else []
    for item in filter(None, items):
        widget = item.widget()
        if widget is not None and _stops_tab(widget):
            yield widget
        yield from _stops(widget.layout() if widget is not None else item.layout())


def _stops_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
