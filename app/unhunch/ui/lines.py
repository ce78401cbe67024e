"""How text falls into lines: the room it takes, and lines of like length rather than a word left alone."""

import re
import textwrap
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

_HIGHEST = 10_000
_WORD = re.compile(r"[^\s-]+")
_PART = "\N{SOFT HYPHEN}"
_JOIN = "\N{ZERO WIDTH SPACE}"
"""After a hyphen that a word has itself, where it may go on in the next line."""
TIP_LETTERS = 70
"""So long a tooltip's lines are at most."""


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


def parted(used: QFont, text: str, width: int) -> str:
    """Return `text` with hyphens in the words that are wider than `width` px: no line is wider then.

    The parts of a word are about as long as each other. People name their own stretches, and in some
    languages a single word fills more than a line.
    """
    return _whole(_marked(used, text, width).replace(f"{_PART} ", "-\n"))


def shortened(used: QFont, text: str, width: int, lines: int) -> str:
    """Return `text` broken into at most so many lines of `width` px, the last one cut where it must be.

    Where it needs more than one line, all are about as long as each other.
    """
    metrics = QFontMetrics(used)
    width = balanced_width(used, parted(used, text, width), width)
    rows, left = _rows(used, text, width, lines - 1)
    rows.append(_whole(" ".join(left)))
    cut = Qt.TextElideMode.ElideRight
    wide = metrics.horizontalAdvance
    fitting = (row if wide(row) <= width else metrics.elidedText(row, cut, width) for row in rows if row)
    return "\n".join(fitting)


def in_lines(used: QFont, text: str, width: int) -> str:
    """Return `text` broken into lines of `width` px, all about as long as each other.

    WORKAROUND: the blank at which Qt itself wraps a line stands before the line where words are written from
    right to left, so that the lines stand uneven and a long one is cut.
    """
    width = balanced_width(used, parted(used, text, width), width)
    rows, _ = _rows(used, text, width, len(text))
    return "\n".join(rows)


def _rows(used: QFont, text: str, width: int, most: int) -> tuple[list[str], list[str]]:
    """Return at most so many lines of `text`, and the words that are left."""
    wide = QFontMetrics(used).horizontalAdvance
    left = _marked(used, text, width).split()
    rows: list[str] = []
    while left and len(rows) < most:
        row = left.pop(0)
        while left and wide(_as_written(f"{row} {left[0]}")) <= width:
            row = f"{row} {left.pop(0)}"
        rows.append(_as_written(row))
    return rows, left


def fitted(used: QFont, text: str, width: int, lines: int) -> tuple[str, bool]:
    """Return `text` as it fits into so many lines of `width` px, and whether something of it is cut."""
    whole = parted(used, text, width)
    if text_height(used, whole, width) <= lines * QFontMetrics(used).lineSpacing():
        return whole, False
    return shortened(used, text, width, lines), True


def _marked(used: QFont, text: str, width: int) -> str:
    """Return `text` with a mark and a space wherever a word must be parted to be no wider than `width` px."""
    metrics = QFontMetrics(used)

    def in_parts(found: re.Match[str]) -> str:
        word = found[0]
        for count in range(1, len(word) + 1):
            size = -(-len(word) // count)
            parts = [word[at : at + size] for at in range(0, len(word), size)]
            shown = [f"{part}-" for part in parts[:-1]] + parts[-1:]
            if max(map(metrics.horizontalAdvance, shown)) <= width:
                break
        return f"{_PART} ".join(parts)

    marked = _WORD.sub(in_parts, text)
    return re.sub(r"-(?=[^\s-])", f"-{_JOIN} ", marked)


def _whole(marked: str) -> str:
    """Return the words whole again where they are marked within a line."""
    return marked.replace(f"{_PART} ", "").replace(f"{_JOIN} ", "")


def _as_written(row: str) -> str:
    """Return a marked line as it stands there, with a hyphen where a word goes on in the next."""
    return _whole(row).replace(_PART, "-").replace(_JOIN, "")


def tip(words: str) -> str:
    """Return words in lines as a tooltip has room for: Qt leaves them in a single one, beyond the screen."""
    return textwrap.fill(words, TIP_LETTERS)
