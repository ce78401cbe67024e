"""Where everything in the break window stands: pure geometry, for any size from a card to ultra-wide."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

BASE_WIDTH, BASE_HEIGHT = 1366, 768
"""The size at which one unit is one pixel."""
WIDEST = 2.1
"""Content is never wider than this many times its height: eyes should not have to travel."""
MARGIN = 48
"""Beside the content of a wide window, in units."""
BUTTON = 28
"""Height of a button without its frame, in units."""
HINT = 25
"""Room for the keys told under the buttons, in units."""
FRAME = 20
"""What a button's frame and its distance to the key told under it add to its height, px."""
SIDE, GROWS_TO = 0.275, 1.2
"""Width of the columns beside the figure, as a share of the content. In wide windows what stands in them
grows, up to so many times.
"""
UNDER_RING = 0.2
"""Room for the word under the ring, as a share of the ring's width."""
LEAST_ROW, LEAST_HINT = 36, 19
"""What a row of buttons and the keys told under it need, px, however small the window is."""
LEAST_TYPE = 11
"""No words are smaller than this, px: a small window on a screen at 200 % has units of half a pixel."""


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in window pixels; `unit` is the scale all sizes in the window go by."""

    unit: float
    progress: QRect
    words: QRect
    figure: QRect
    ring: QRect
    """With the word under it."""
    coming: QRect
    notes: QRect
    controls: QRect
    leave: QRect
    hint: int
    """How much of the lower end of `controls` and `leave` is for the keys told under the buttons, px."""
    wide: bool
    """Words beside the figure; else under it."""
    grown: float = 1.0
    """What stands beside the figure is so many times larger than `unit` says: it has the room."""


def legible(px: float) -> float:
    """Return a type size that can be read: `px`, but never below the least."""
    return max(LEAST_TYPE, px)


def places(width: int, height: int) -> Places:
    """Return where things stand in a window of `width` x `height` px."""
    if width >= 1.2 * height:
        return _wide(width, height)
    return _tall(width, height)


def _row_height(unit: float) -> int:
    return max(LEAST_ROW, round(BUTTON * unit) + FRAME)


def _wide(width: int, height: int) -> Places:
    content = min(width, round(height * WIDEST))
    unit = min(content / BASE_WIDTH, height / BASE_HEIGHT)
    margin = round(MARGIN * unit)
    left = (width - content) // 2 + margin
    inner = content - 2 * margin
    hint = max(LEAST_HINT, round(HINT * unit))
    top_height, row = round(52 * unit), _row_height(unit)
    top = round(32 * unit)
    bottom = height - round(20 * unit) - hint - row
    middle_top = top + top_height + round(12 * unit)
    middle_height = bottom - round(24 * unit) - middle_top
    side = round(inner * SIDE)
    grown = min(GROWS_TO, max(1.0, side / (SIDE * (BASE_WIDTH - 2 * MARGIN) * unit)))
    gap = round(24 * unit)
    figure_left = left + side + gap
    figure_width = inner - 2 * (side + gap)
    right = left + inner - side
    ring = round(min(side, 236 * unit * grown))
    ring_height = round(ring * (1 + UNDER_RING))
    coming_height = round(104 * unit)
    coming_top = middle_top + middle_height - coming_height
    ring_top = middle_top + (middle_height - ring) // 2 - round(40 * unit)
    return Places(
        unit=unit,
        progress=QRect(left, top, inner, top_height),
        words=QRect(left, middle_top, side, middle_height - round(28 * unit)),
        figure=QRect(figure_left, middle_top, figure_width, middle_height),
        ring=QRect(right, min(ring_top, coming_top - ring_height - gap), side, ring_height),
        coming=QRect(right, coming_top, side, coming_height),
        notes=QRect(left, bottom - round(44 * unit), side - gap, row + round(44 * unit)),
        controls=QRect(figure_left - gap, bottom, figure_width + 2 * gap, row + hint),
        leave=QRect(right, bottom, side, row + hint),
        hint=hint,
        wide=True,
        grown=grown,
    )


def _tall(width: int, height: int) -> Places:
    unit = max(0.55, min(width / 720, height / 1100))
    margin = round(36 * unit)
    inner = width - 2 * margin
    top, top_height = round(24 * unit), round(48 * unit)
    hint = max(LEAST_HINT, round(HINT * unit))
    row = _row_height(unit) + hint
    leave_top = height - round(24 * unit) - row
    controls_top = leave_top - round(8 * unit) - row
    coming_width, notes_height = round(0.42 * inner), round(100 * unit)
    notes_top = controls_top - round(20 * unit) - notes_height
    words_height = round(270 * unit)
    words_top = notes_top - words_height - round(8 * unit)
    ring, gap = round(190 * unit), round(24 * unit)
    ring_height = round(ring * (1 + UNDER_RING))
    figure_top = top + top_height + round(8 * unit)
    return Places(
        unit=unit,
        progress=QRect(margin, top, inner, top_height),
        words=QRect(margin, words_top, inner - ring - gap, words_height),
        figure=QRect(margin, figure_top, inner, words_top - figure_top - round(8 * unit)),
        ring=QRect(margin + inner - ring, words_top + (words_height - ring_height) // 2, ring, ring_height),
        coming=QRect(margin + inner - coming_width, notes_top, coming_width, notes_height),
        notes=QRect(margin, notes_top, inner - coming_width - gap, notes_height),
        controls=QRect(margin, controls_top, inner, row),
        leave=QRect(margin, leave_top, inner, row),
        hint=hint,
        wide=False,
    )
