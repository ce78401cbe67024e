"""Where everything in the break window stands: pure geometry, for any size from a card to ultra-wide."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

BASE_WIDTH, BASE_HEIGHT = 1366, 768
"""The size at which one unit is one pixel."""
WIDEST = 2.1
"""Content is never wider than this many times its height: eyes should not have to travel."""
LEAST_ROW = 36
"""What a row of buttons needs, however small the window is."""


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in window pixels; `unit` is the scale all sizes in the window go by."""

    unit: float
    progress: QRect
    words: QRect
    figure: QRect
    ring: QRect
    coming: QRect
    notes: QRect
    controls: QRect
    leave: QRect
    wide: bool
    """Words beside the figure; else under it."""


def places(width: int, height: int) -> Places:
    """Return where things stand in a window of `width` x `height` px."""
    if width >= 1.2 * height:
        return _wide(width, height)
    return _tall(width, height)


def _wide(width: int, height: int) -> Places:
    content = min(width, round(height * WIDEST))
    unit = min(content / BASE_WIDTH, height / BASE_HEIGHT)
    margin = round(48 * unit)
    left = (width - content) // 2 + margin
    inner = content - 2 * margin
    top_height, bottom_height = round(52 * unit), max(LEAST_ROW, round(64 * unit))
    top = round(32 * unit)
    bottom = height - round(36 * unit) - bottom_height
    middle_top = top + top_height + round(12 * unit)
    middle_height = bottom - round(24 * unit) - middle_top
    side = round(inner * 0.275)
    gap = round(24 * unit)
    figure_left = left + side + gap
    figure_width = inner - 2 * (side + gap)
    right = left + inner - side
    ring = round(min(side, 236 * unit))
    coming_height = round(104 * unit)
    coming_top = middle_top + middle_height - coming_height
    ring_top = middle_top + (middle_height - ring) // 2 - round(24 * unit)
    return Places(
        unit=unit,
        progress=QRect(left, top, inner, top_height),
        words=QRect(left, middle_top, side, middle_height - round(28 * unit)),
        figure=QRect(figure_left, middle_top, figure_width, middle_height),
        ring=QRect(left + inner - (side + ring) // 2, min(ring_top, coming_top - ring - gap), ring, ring),
        coming=QRect(right, coming_top, side, coming_height),
        notes=QRect(left, bottom - round(44 * unit), side, bottom_height + round(44 * unit)),
        controls=QRect(figure_left - gap, bottom, figure_width + 2 * gap, bottom_height),
        leave=QRect(right, bottom, side, bottom_height),
        wide=True,
    )


def _tall(width: int, height: int) -> Places:
    unit = max(0.55, min(width / 720, height / 1100))
    margin = round(36 * unit)
    inner = width - 2 * margin
    top, top_height = round(24 * unit), round(48 * unit)
    row = max(LEAST_ROW, round(60 * unit))
    notes_height = round(64 * unit)
    leave_top = height - margin - row
    controls_top = leave_top - round(12 * unit) - row
    notes_top = controls_top - round(12 * unit) - notes_height
    words_height = round(250 * unit)
    words_top = notes_top - words_height - round(8 * unit)
    ring = round(140 * unit)
    figure_top = top + top_height + round(8 * unit)
    return Places(
        unit=unit,
        progress=QRect(margin, top, inner, top_height),
        words=QRect(margin, words_top, inner - ring - round(20 * unit), words_height),
        figure=QRect(margin, figure_top, inner, words_top - figure_top - round(8 * unit)),
        ring=QRect(margin + inner - ring, words_top + (words_height - ring) // 2, ring, ring),
        coming=QRect(margin + inner - round(220 * unit), figure_top, round(220 * unit), round(84 * unit)),
        notes=QRect(margin, notes_top, inner, notes_height),
        controls=QRect(margin, controls_top, inner, row),
        leave=QRect(margin, leave_top, inner, row),
        wide=False,
    )
