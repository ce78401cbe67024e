"""What the painter is given: parts with layers, and the order to paint them in, back to front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.shapes import Outline, add_smooth, band, filled
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Frame, Vec, dot

Cloth = str
"""What a layer is made of: `skin`, `top`, `trousers`, `hair`."""

RIB = "rib"
"""The cloth of a shirt's ribbed edges: thin, so that it lies on the shirt as a tone does."""

_RIB_COVERS = 0.93
_RIM_POINTS = 7

AxisPoint = tuple[float, float, float, float]  # x, y, z, radius: pixels
"""A point of a part's middle line."""


@dataclass(slots=True)
class Layer:
    """One closed path of one cloth. `tone` darkens it (above 0) or lightens it (below 0) flatly.

    `casts` says whether its part's shadow has its shape too; a `soft` tone has no edge and throws none: it
    lies in the cloth's own texture, in the colour of `tint` if it has one. `outlines` are what the path of a
    layer that is to be of one piece is made from (see `piece`).
    """

    cloth: Cloth
    path: QPainterPath
    tone: float = 0.0
    casts: bool = True
    soft: bool = False
    tint: Cloth = ""
    outlines: list[Outline] = field(default_factory=list)
    _bounds: QRectF | None = None

    @property
    def bounds(self) -> QRectF:
        """The rectangle the path stays within, in pixels."""
        if self._bounds is None:
            self._bounds = self.path.controlPointRect()
        return self._bounds


def piece(cloth: Cloth, *outlines: Outline, casts: bool = True) -> Layer:
    """A layer of overlapping outlines that are to be made one: until then it has no path."""
    return Layer(cloth, QPainterPath(), casts=casts, outlines=list(outlines))


def soft(cloth: Cloth, path: QPainterPath, tone: float) -> Layer:
    """A tone without an edge."""
    return Layer(cloth, path, tone=tone, casts=False, soft=True)


def soft_line(cloth: Cloth, line: Outline, widths: Sequence[float], tone: float) -> Layer:
    """A line without an edge, as wide at each of its points as told (pixels)."""
    return soft(cloth, filled(band(line, widths)), tone)


def ribbed(path: QPainterPath, shown: float = 1.0) -> Layer:
    """A ribbed edge on a shirt, which shows so far (0 to 1)."""
    return Layer(RIB, path, tone=_RIB_COVERS * shown, casts=False)


def tinted(cloth: Cloth, path: QPainterPath, tint: Cloth) -> Layer:
    """A colour without an edge on a cloth, as of a cheek."""
    return Layer(cloth, path, tone=1.0, casts=False, soft=True, tint=tint)


@dataclass(slots=True)
class Part:
    """A part of the figure.

    `limb` groups parts that hang together (`arm_l`); `axis` is its middle line; `rank` tells which of a
    limb's parts hangs on which. `casts` says whether it throws a shadow on what lies behind; `fade` is the
    way along which that shadow grows from nothing (where the part hangs on) to full. `far` is how far behind
    the trunk a limb is, 0 to 1, `sloping` how far its seen side slopes away from the light. `coming` are
    layers that are about to show, painted last with opacity `come`.
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
    sloping: float = 0.0
    coming: list[Layer] = field(default_factory=list)
    come: float = 0.0
    _bounds: QRectF | None = None

    def copy(self) -> Part:
        """The part to be changed as a frame wants it; paths and middle line are shared."""
        return Part(
            self.name, self.limb, self.axis, self.rank, self.layers[:], self.trims[:], self.fade, self.casts,
            sloping=self.sloping, coming=self.coming, come=self.come,
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


def axis(camera: Camera, *points: tuple[Vec, float]) -> list[AxisPoint]:
    """Points with radii (cm) as a part's middle line."""
    out = []
    for p, r in points:
        x, y, z, s = camera.project(p)
        out.append((x, y, z, r * s))
    return out


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


def bounds_of(parts: Sequence[Part]) -> QRectF:
    """The rectangle the parts' outlines stay within."""
    bounds = QRectF()
    for part in parts:
        bounds = bounds.united(part.bounds)
    return bounds
