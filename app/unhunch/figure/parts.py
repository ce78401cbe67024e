"""What the painter is given: parts with layers, and the order to paint them in, back to front."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, cos, hypot, inf, pi, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.shapes import Outline, add_smooth
from unhunch.figure.vectors import Frame, Vec, dot

Cloth = str
"""What a layer is made of: `skin`, `top`, `trousers`, `hair`."""

_RIM_POINTS = 7

AxisPoint = tuple[float, float, float, float]  # x, y, z, radius: pixels
"""A point of a part's middle line, for telling what is in front."""


@dataclass(slots=True)
class Layer:
    """One closed path of one cloth. `tone` darkens it (above 0) or lightens it (below 0) flatly.

    `casts` says whether its part's shadow has its shape too.
    """

    cloth: Cloth
    path: QPainterPath
    tone: float = 0.0
    casts: bool = True
    _bounds: QRectF | None = None

    @property
    def bounds(self) -> QRectF:
        """The rectangle the path stays within, in pixels."""
        if self._bounds is None:
            self._bounds = self.path.controlPointRect()
        return self._bounds


@dataclass(slots=True)
class Part:
    """A part of the figure.

    `limb` groups parts that hang together (`arm_l`); `axis` is its middle line; `rank` decides when depth
    cannot. `casts` says whether it throws a shadow on what lies behind; `fade` is the way along which that
    shadow grows from nothing (where the part hangs on) to full. `far` is how far behind the trunk a limb is,
    `under_hem` how much of the shirt's hem lies over a thigh that is painted after it; both 0 to 1. `coming`
    are layers that are about to show, painted last with the opacity `come`.
    """

    name: str
    limb: str
    axis: list[AxisPoint]
    rank: float
    layers: list[Layer] = field(default_factory=list)
    trims: list[Layer] = field(default_factory=list)
    fade: tuple[AxisPoint, AxisPoint] | None = None
    casts: bool = True
    far: float = 0.0
    under_hem: float = 0.0
    coming: list[Layer] = field(default_factory=list)
    come: float = 0.0
    _bounds: QRectF | None = None
    _z: float | None = None

    def copy(self) -> Part:
        """The part to be changed as a frame wants it; paths and middle line are shared."""
        return Part(
            self.name, self.limb, self.axis, self.rank, self.layers[:], self.trims[:], self.fade, self.casts,
            coming=self.coming, come=self.come,
        )  # fmt: skip

    @property
    def bounds(self) -> QRectF:
        """The rectangle its layers stay within, in pixels; asked for only when all layers are there."""
        if self._bounds is None:
            bounds = QRectF()
            for layer in self.layers:
                bounds = bounds.united(layer.bounds)
            self._bounds = bounds.adjusted(-2, -2, 2, 2)
        return self._bounds

    @property
    def kind(self) -> str:
        """The name without its side."""
        return self.name.partition("_")[0]

    @property
    def side(self) -> str:
        """`l` or `r`; empty for what is in the middle."""
        return self.name.partition("_")[2]

    @property
    def z(self) -> float:
        """Mean depth in pixels."""
        if self._z is None:
            self._z = sum([a[2] for a in self.axis]) / len(self.axis)
        return self._z

    def box(self) -> tuple[float, float, float, float]:
        """Left, right, top, bottom of its middle line and radii."""
        r = max(a[3] for a in self.axis)
        xs = [a[0] for a in self.axis]
        ys = [a[1] for a in self.axis]
        return (min(xs) - r, max(xs) + r, min(ys) - r, max(ys) + r)


def rim(
    camera: Camera, centre: Vec, frame: Frame, *, a_cm: float, c_cm: float, band_cm: float
) -> QPainterPath | None:
    """The near half of a hem: a thin band on the ring round `frame`'s y, half axes a and c along its x and z.

    The band lies on the +y side of the ring. None when the ring is seen too nearly from the end to have one.
    """
    x, y, z = frame
    across, along = c_cm * dot(x, camera.towards), a_cm * dot(z, camera.towards)
    if hypot(across, along) < 1e-6:
        return None
    nearest = atan2(along, across)
    x0, y0 = camera.xy(centre)
    x1, y1 = camera.xy((centre[0] + y[0] * band_cm, centre[1] + y[1] * band_cm, centre[2] + y[2] * band_cm))
    dx, dy = x1 - x0, y1 - y0
    lower: Outline = []
    for i in range(_RIM_POINTS + 1):
        t = nearest + pi * (i / _RIM_POINTS - 0.5)
        u, v = cos(t) * a_cm, sin(t) * c_cm
        lower.append(
            camera.xy(
                (
                    centre[0] + x[0] * u + z[0] * v,
                    centre[1] + x[1] * u + z[1] * v,
                    centre[2] + x[2] * u + z[2] * v,
                )
            )
        )
    first, last = lower[0], lower[-1]
    lower = [first, first, *lower[1:-1], last, last]
    upper = [(px + dx, py + dy) for px, py in lower]
    path = QPainterPath()
    add_smooth(path, lower + upper[::-1])
    return path


def _closest(a: AxisPoint, b: AxisPoint, c: AxisPoint, d: AxisPoint) -> tuple[float, float, float]:
    """Where the segments ab and cd come closest on the screen: distance, share of ab, share of cd."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    wx, wy = a[0] - c[0], a[1] - c[1]
    uu = ux * ux + uy * uy or 1e-9
    vv = vx * vx + vy * vy or 1e-9
    uv, uw, vw = ux * vx + uy * vy, ux * wx + uy * wy, vx * wx + vy * wy
    den = uu * vv - uv * uv
    s = (uv * vw - vv * uw) / den if den > 1e-6 * uu * vv else 0.5
    s = min(1.0, max(0.0, s))
    t = (uv * s + vw) / vv
    if not 0 <= t <= 1:
        t = min(1.0, max(0.0, t))
        s = min(1.0, max(0.0, (uv * t - uw) / uu))
    return hypot(wx + ux * s - vx * t, wy + uy * s - vy * t), s, t


_JOINED = {
    frozenset(pair)
    for pair in (
        ("forearm", "upperarm"),
        ("forearm", "hand"),
        ("shin", "thigh"),
        ("foot", "shin"),
        ("neck", "trunk"),
        ("head", "neck"),
        ("trunk", "upperarm"),
        ("thigh", "trunk"),
    )
}


def _nearness(a: Part, b: Part) -> tuple[float, float] | None:
    """How much nearer a is than b where they cross on the screen, and how deeply they cross, in pixels; None
    where they do not.

    Where they cross in several places the deeper crossings count for more, so that it never jumps.
    """
    body = {"trunk", "neck", "head"}
    if frozenset((a.kind, b.kind)) in _JOINED and (a.limb == b.limb or a.kind in body or b.kind in body):
        return a.z - b.z, inf
    weight = nearer = 0.0
    for p, q in pairwise(a.axis):
        for r, s in pairwise(b.axis):
            d, t, u = _closest(p, q, r, s)
            deep = (p[3] + (q[3] - p[3]) * t) + (r[3] + (s[3] - r[3]) * u) - d
            if deep > 0:
                weight += deep
                nearer += deep * (p[2] + (q[2] - p[2]) * t - r[2] - (s[2] - r[2]) * u)
    return (nearer / weight, weight) if weight else None


Told = dict[frozenset[str], tuple[str, float]]
"""Of some pairs of parts the one in front, and by how many pixels it is so clearly (0: just about)."""


@dataclass(slots=True)
class Stack:
    """What lies in front of what: for every part the indexes of those behind it; and how clearly, in pixels,
    for the pairs that cross.
    """

    behind: list[set[int]]
    clear: dict[tuple[int, int], float]

    def turned(self, pairs: Iterable[tuple[int, int]]) -> Stack:
        """The same with some pairs the other way round."""
        behind = [set(b) for b in self.behind]
        for front, back in pairs:
            behind[front].discard(back)
            behind[back].add(front)
        return Stack(behind, self.clear)


def stacked(parts: Sequence[Part], tie: float, told: Told) -> Stack:
    """How the parts lie.

    `tie` (pixels) is how close two depths may be before rank decides; `told` decides some pairs beforehand.
    """
    stack = Stack([set() for _ in parts], {})
    boxes = [p.box() for p in parts]
    for i, a in enumerate(parts):
        a0, a1, a2, a3 = boxes[i]
        for j in range(i + 1, len(parts)):
            b0, b1, b2, b3 = boxes[j]
            b = parts[j]
            touching = 0.0
            known = told.get(frozenset((a.name, b.name)))
            if known:
                by = known[1] if known[0] == a.name else -known[1] - 1e-9
            elif a0 > b1 or b0 > a1 or a2 > b3 or b2 > a3:
                continue
            else:
                nearer = _nearness(a, b)
                if nearer is None:
                    continue
                by = nearer[0] + (tie if a.rank > b.rank else -tie)
                touching = max(0.0, tie - nearer[1])  # parts that only just touch do not mind
            front, back = (i, j) if by >= 0 else (j, i)
            stack.behind[front].add(back)
            stack.clear[front, back] = abs(by) + touching
    return stack


def ordered(parts: Sequence[Part], stack: Stack) -> list[Part]:
    """The parts back to front."""
    behind = stack.behind
    left = set(range(len(parts)))
    out: list[Part] = []
    while left:
        free = [i for i in left if not behind[i] & left]
        if not free:  # a ring: start with the one that waits for the fewest
            free = [min(left, key=lambda i: (len(behind[i] & left), parts[i].z))]
        i = min(free, key=lambda i: (parts[i].z, parts[i].rank))
        out.append(parts[i])
        left.discard(i)
    return out
