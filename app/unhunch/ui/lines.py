"""How text falls into lines: the room it takes, and lines of like length rather than a word left alone."""

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

_HIGHEST = 10_000


def text_size(used: QFont, text: str, width: int) -> QSize:
    """Return how much room `text` takes when it wraps at `width` px."""
    if not text:
        return QSize(0, 0)
    box = QRect(0, 0, max(1, width), _HIGHEST)
    return QFontMetrics(used).boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).size()


def text_height(used: QFont, text: str, width: int) -> int:
    """Return how high `text` is when it wraps at `width` px."""
    return text_size(used, text, width).height()


def longest_word(used: QFont, text: str) -> int:
    """Return the width of the longest word of `text`, px."""
    return max(map(QFontMetrics(used).horizontalAdvance, text.split()), default=0)


@lru_cache(maxsize=64)  # what is painted again mostly stands in the same lines
def balanced_width(used: QFont, text: str, width: int) -> int:
    """Return the least width at which `text` takes no more lines than at `width` px.

    Wrapped there its lines are about as long as each other, and no word stands alone in the last.
    """
    height = text_height(used, text, width)
    narrow, wide = min(width, longest_word(used, text)), width
    while narrow < wide:
        middle = (narrow + wide) // 2
        if text_height(used, text, middle) > height:
            narrow = middle + 1
        else:
            wide = middle
    return wide
