"""Lines that tell fingers and toes apart: where one lies beside, before or on another one.

Every line is drawn in every picture, be it of no width: so each has its twin in the next one.
"""

from collections.abc import Sequence
from math import hypot, sqrt

from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.shapes import Outline, Point, add_smooth, mixed_rounds, ribbon
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import smoothstep

FINE_DETAIL = 2.2
"""Device pixels a centimetre from which on fingers and toes are told apart by lines."""
_FULL_DETAIL = 7.0
"""Device pixels a centimetre from which on these lines are as dark as they get: in a small hand, where they
are close together, they would look like scratches."""
_FAINTEST = 0.74  # a line's darkness where lines begin, as a share of its full darkness
_CROWDED = (0.25, 0.8)  # a line fades where two digits lie as little beside each other as this (radii)
_GAP = 0.3  # it ends where they are apart (radii), so that nothing is drawn in the gap
_LONG = (0.5, 1.2)  # and where a digit points at the viewer, from so short to so much longer (radii)
LINE, _THUMB_LINE = 0.16, 0.15  # a line's width as a share of a finger's radius, and of the thumb's
_RUNS_OUT = 0.15  # how far a line runs on beyond a digit's end, as a share of its last bone
_DIAGONAL = sqrt(0.5)
_ROUND_TIP = ((1.0, 0.0), (_DIAGONAL, _DIAGONAL), (0.0, 1.0), (-_DIAGONAL, _DIAGONAL), (-1.0, 0.0))
"""Points round the end of a digit: aside and ahead, in radii."""
_ROUND_WIDTHS = (0.0, 0.8, 1.2, 0.8, 0.0)  # of a line round it, in widths of a line
_LINE_TONE, _ON_DARK_SKIN = 0.48, 0.62  # how dark a line is; a fainter one would not show on dark skin
_SURE = 0.35  # a line fades where it comes as near to the edge of what it lies on, in radii


def line_tone(camera: Camera, *, dark: bool) -> float:
    """The tone of lines at the size of this picture, on skin that is light or `dark`."""
    grown = (camera.px_per_cm * camera.detail - FINE_DETAIL) / (_FULL_DETAIL - FINE_DETAIL)
    return (_ON_DARK_SKIN if dark else _LINE_TONE) * (_FAINTEST + (1 - _FAINTEST) * smoothstep(grown))


def _normals(line: Sequence[Ball]) -> list[tuple[float, float, float]]:
    """At each ball the direction across the line, and how long the line is seen there, in radii."""
    out = []
    last = len(line) - 1
    for i in range(last + 1):
        a, b = line[max(i - 1, 0)], line[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = hypot(dx, dy) or 1e-6
        out.append((-dy / n, dx / n, n / line[i][2]))
    return out


def _lies_on(p: Point, digit: Sequence[Ball]) -> float:
    """How surely a point lies on a digit: 1 well inside its outline, 0 outside."""
    x, y = p
    nearest = 1e12
    ax, ay, _, _ = digit[0]
    for bx, by, _, _ in digit[1:]:
        dx, dy, px, py = bx - ax, by - ay, x - ax, y - ay
        t = (px * dx + py * dy) / (dx * dx + dy * dy + 1e-9)
        t = 0.0 if t < 0 else min(t, 1.0)
        px -= dx * t
        py -= dy * t
        nearest = min(nearest, px * px + py * py)
        ax, ay = bx, by
    r = digit[1][2]
    return min(1.0, max(0.0, (r - sqrt(nearest)) / (_SURE * r)))


def add_edge(
    path: QPainterPath,
    one: Sequence[Ball],
    other: Sequence[Ball],
    shown: float = 1.0,
    over: Sequence[Ball] = (),
    *,
    fused: bool = False,
) -> None:
    """The edge of the nearer of two neighbours, as far as it lies on the other, or up to the tips if the two
    are `fused`; midway between the edges of two that are equally near. It fades where one hides the other,
    where both point at the viewer, and below a digit that lies `over` both, and ends in the notch between
    their tips.
    """
    points, widths = [], []
    nearer = sum(b[3] for b in one) - sum(b[3] for b in other)
    share = min(1.0, max(0.0, 0.5 + 0.5 * nearer / (len(one) * one[0][2])))
    (close, clear), (begins, more) = _CROWDED, _LONG
    for a, b, (u, v, long) in zip(one, other, _normals(one), strict=True):
        beside = (b[0] - a[0]) * u + (b[1] - a[1]) * v
        turn = 1.0 if beside >= 0 else -1.0
        edge, back = (a[2] * share - b[2] * (1 - share)) * turn, 1 - share
        at = (a[0] * share + b[0] * back + u * edge, a[1] * share + b[1] * back + v * edge)
        points.append(at)
        if not shown:
            widths.append(0.0)
            continue
        joined = fused and len(points) < len(one)
        on = 1.0 if joined else _lies_on(at, other) * share + _lies_on(at, one) * back
        if over:
            on *= 1 - _lies_on(at, over)
        across = 2 * abs(beside) / (a[2] + b[2])
        apart = smoothstep((across - close) / (clear - close)) * smoothstep((2 + _GAP - across) / _GAP)
        widths.append(LINE * one[0][2] * shown * on * apart * smoothstep((long - begins) / more))
    notch = _notch(one, other)
    points.append(notch or _beyond(points[-1], one))
    widths.append(widths[-1] if notch else 0.0)
    add_line(path, points, widths)


def _beyond(p: Point, digit: Sequence[Ball]) -> Point:
    """A point ahead of one beside a digit's end: where a line runs out that ends in no notch."""
    (ax, ay, *_), (bx, by, *_) = digit[-2:]
    return (p[0] + (bx - ax) * _RUNS_OUT, p[1] + (by - ay) * _RUNS_OUT)


def _notch(one: Sequence[Ball], other: Sequence[Ball]) -> Point | None:
    """Where the round ends of two digits cross, ahead of both; None if they do not."""
    (ax, ay, r, _), (bx, by, q, _) = one[-1], other[-1]
    dx, dy = bx - ax, by - ay
    apart = dx * dx + dy * dy
    if not (r - q) ** 2 < apart < (r + q) ** 2:
        return None
    along = (1 + (r * r - q * q) / apart) / 2
    aside = sqrt(max(0.0, r * r / apart - along * along))
    ahead = (ax - one[-2][0]) * -dy + (ay - one[-2][1]) * dx
    if ahead < 0:
        aside = -aside
    return (ax + dx * along - dy * aside, ay + dy * along + dx * aside)


def _beside(ball: Ball, u: float, v: float, aside: float, ahead: float) -> Point:
    """A point so far (radii) beside and ahead of a digit's end; u, v is the direction across the digit."""
    x, y, r, _ = ball
    return (x + (u * aside + v * ahead) * r, y + (v * aside - u * ahead) * r)


def _round(digit: Sequence[Ball], normals: Sequence[tuple[float, float, float]]) -> list[Point]:
    """The points of an outline along a digit's one side, round its end and back along the other."""
    sides = list(zip(digit, normals, strict=True))
    there = [(x + a * r, y + b * r) for (x, y, r, _), (a, b, _) in sides]
    back = [(x - a * r, y - b * r) for (x, y, r, _), (a, b, _) in sides]
    u, v, _ = normals[-1]
    return [*there, *(_beside(digit[-1], u, v, *at) for at in _ROUND_TIP[1:-1]), *back[::-1]]


def add_thumb(
    path: QPainterPath,
    thumb: Sequence[Ball],
    palm: Outline,
    fingers: Sequence[Sequence[Ball]],
    shown: float,
) -> None:
    """The edge of a thumb that is in front, round its tip and back, as far as it lies on palm or fingers. It
    fades towards the ball of the thumb on both sides.
    """
    spots = [mixed_rounds(thumb[1], thumb[2], 0.5), *thumb[2:]]
    points, r = _round(spots, _normals([thumb[1], *thumb[2:]])), thumb[-1][2]
    widths = []
    for i, p in enumerate(points):
        grown = shown * min(1.0, 0.5 * min(i, len(points) - 1 - i))
        on = min(1.0, max(0.0, depth_in(palm, p) / (_SURE * r))) if grown else 0.0
        if grown and on < 1:
            on = max(on, _lies_on(p, fingers[0]), _lies_on(p, fingers[1]))
        widths.append(_THUMB_LINE * thumb[1][2] * on * grown)
    add_line(path, points, widths)


def add_tip(path: QPainterPath, digit: Sequence[Ball], shown: float) -> None:
    """The round end of a digit that lies before others."""
    u, v, _ = _normals(digit)[-1]
    points = [_beside(digit[-1], u, v, *at) for at in _ROUND_TIP]
    add_line(path, points, [LINE * digit[-1][2] * shown * wide for wide in _ROUND_WIDTHS])


def depth_in(outline: Outline, p: Point) -> float:
    """How far inside a convex outline a point lies; below 0 outside."""
    x, y = p
    ax, ay = outline[-1]
    depth = 1e9
    for bx, by in outline:
        dx, dy = bx - ax, by - ay
        depth = min(depth, (dx * (y - ay) - dy * (x - ax)) / (hypot(dx, dy) or 1e-6))
        ax, ay = bx, by
    return depth


def add_line(path: QPainterPath, points: Sequence[Point], widths: Sequence[float]) -> None:
    """A line that is pointed at its ends."""
    add_smooth(path, ribbon(points, [widths[0] * 0.3, *widths[1:-1], widths[-1] * 0.6]))
