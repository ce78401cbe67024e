"""The head: a skull and a jaw, a face drawn on their surface, and hair that is the same from every side.

Hair is a region on a shell round the skull, bounded by a hairline given as directions from the shell's
middle. What of the region faces the viewer is found exactly, so a fringe, a temple or a nape looks right
from anywhere.

Head space: origin at the top of the neck, y up, z out of the face, before scaling by `_SIZE`; cm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin, sqrt, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Layer, Part
from unhunch.figure.people import Hair, Person
from unhunch.figure.shapes import (
    Outline,
    Point,
    add_smooth,
    filled,
    hull,
    reversed_if_backward,
    ribbon,
)
from unhunch.figure.skeleton import HEAD_SCALE, Body
from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    cross,
    dot,
    perpendicular,
    point,
    scale,
    to_local,
    unit,
    yawed,
)

_SIZE = HEAD_SCALE * 1.02
_SKULL: tuple[Vec, Vec] = ((0.0, 9.3, 0.1), (7.3, 9.1, 8.9))
_JAW: tuple[Vec, Vec] = ((0.0, 4.9, 3.1), (5.8, 5.0, 5.2))
_CHIN: tuple[Vec, Vec] = ((0.0, 1.1, 5.6), (2.9, 2.2, 2.5))
_FACE = (_SKULL, _JAW, _CHIN)


@dataclass(frozen=True, slots=True)
class _HairShape:
    """A shell and the closed hairline on it. `pole` lies well inside the hair."""

    centre: Vec
    radii: Vec
    hairline: tuple[Vec, ...]
    pole: Vec
    ears: bool = True
    lift: float = 0.15  # how far the hairline stands off the skull, towards the shell
    hangs: bool = False  # its far side shows behind the neck


def _closed(half: Sequence[Vec], steps: int = 3) -> tuple[Vec, ...]:
    """A hairline from its left half, front to nape: mirrored and rounded, every point a direction."""
    loop = [*half, *((-x, y, z) for x, y, z in half[-2:0:-1])]
    n = len(loop)
    out = []
    for i in range(n):
        a, b, c, d = loop[i - 1], loop[i], loop[(i + 1) % n], loop[(i + 2) % n]
        for k in range(steps):
            t = k / steps
            out.append(
                unit(
                    (
                        _spline(a[0], b[0], c[0], d[0], t),
                        _spline(a[1], b[1], c[1], d[1], t),
                        _spline(a[2], b[2], c[2], d[2], t),
                    )
                )
            )
    return tuple(out)


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """Catmull-Rom between b and c."""
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


_SHORT_LINE = _closed(
    (
        (0.0, 0.50, 0.87), (0.3, 0.52, 0.80), (0.58, 0.50, 0.66), (0.78, 0.32, 0.54), (0.88, 0.12, 0.47),
        (0.94, -0.12, 0.34), (0.97, -0.20, 0.16), (0.99, -0.02, 0.02), (0.98, -0.10, -0.22),
        (0.90, -0.38, -0.34),
        (0.66, -0.62, -0.48), (0.34, -0.74, -0.58), (0.0, -0.76, -0.62),
    )
)  # fmt: skip
_BOB_LINE = _closed(
    (
        (0.0, 0.60, 0.80), (0.34, 0.58, 0.74), (0.62, 0.44, 0.65), (0.80, 0.18, 0.58), (0.88, -0.14, 0.50),
        (0.88, -0.46, 0.40), (0.74, -0.70, 0.26), (0.58, -0.82, 0.0), (0.40, -0.86, -0.30),
        (0.0, -0.88, -0.46),
    )
)  # fmt: skip
_SCARF_LINE = _closed(
    (
        (0.0, 0.53, 0.85), (0.36, 0.49, 0.79), (0.60, 0.30, 0.74), (0.68, 0.0, 0.73), (0.62, -0.36, 0.70),
        (0.42, -0.66, 0.62), (0.18, -0.83, 0.53), (0.0, -0.87, 0.49),
    )
)  # fmt: skip

_SHAPES: dict[Hair, _HairShape | None] = {
    "bun": _HairShape((0.0, 9.5, -0.1), (7.8, 9.7, 9.5), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "short": _HairShape((0.0, 10.0, -0.2), (8.0, 10.1, 9.8), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "cropped": _HairShape((0.0, 9.35, 0.0), (7.45, 9.3, 9.1), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "curly": _HairShape(
        (0.0, 10.9, -0.9), (9.4, 10.2, 10.2), _SHORT_LINE, (0.0, 0.6, -0.8), ears=False, lift=1.0, hangs=True
    ),
    "bob": _HairShape(
        (0.0, 7.9, -0.7), (9.0, 11.5, 10.0), _BOB_LINE, (0.0, 0.5, -0.85), ears=False, lift=1.0, hangs=True
    ),
    "scarf": _HairShape(
        (0.0, 8.7, -0.3), (8.2, 10.6, 9.9), _SCARF_LINE, (0.0, 0.1, -1.0), ears=False, lift=1.0, hangs=True
    ),
    "bald": None,
}

# Where the curls sit on their shell, evenly strewn.
_CURLS: tuple[Vec, ...] = tuple(
    (sqrt(1 - y * y) * cos(a), y, sqrt(1 - y * y) * sin(a))
    for i in range(46)
    for y, a in ((1 - 2 * (i + 0.5) / 46, i * 2.399963),)
)


class _HeadSpace:
    __slots__ = ("camera", "frame", "origin", "view")

    def __init__(self, camera: Camera, body: Body) -> None:
        self.camera, self.origin, self.frame = camera, body.joints["head"], body.frames["head"]
        self.view = to_local(self.frame, camera.towards)

    def at(self, v: Vec) -> Vec:
        return point(self.origin, self.frame, (v[0] * _SIZE, v[1] * _SIZE, v[2] * _SIZE))

    def xy(self, v: Vec) -> Point:
        return self.camera.xy(self.at(v))

    def egg(
        self, centre: Vec, radii: Vec, frame: Frame | None = None
    ) -> tuple[float, float, float, float, float, float]:
        a, b, c = radii
        return self.camera.egg(self.at(centre), frame or self.frame, a * _SIZE, b * _SIZE, c * _SIZE)

    def face(self, x: float, y: float) -> Vec:
        """The point of the face's surface at x, y."""
        z = 0.0
        for (_, cy, cz), (rx, ry, rz) in _FACE:
            inside = 1 - (x / rx) ** 2 - ((y - cy) / ry) ** 2
            if inside > 0:
                z = max(z, cz + rz * sqrt(inside))
        return (x, y, z)

    def looks(self, x: float, y: float) -> float:
        """How far the face's surface at x, y faces the viewer, -1 to 1."""
        cx, cy, cz = self.face(x, y)
        ax, ay, az = self.face(x + 0.6 if x < 5 else x - 0.6, y)
        bx, by, bz = self.face(x, y + 0.6)
        u = (ax - cx, ay - cy, az - cz)
        v = (bx - cx, by - cy, bz - cz)
        n = unit(cross(u, v))
        return dot(n if n[2] > 0 else scale(n, -1), self.view)


def _region(space: _HeadSpace, shape: _HairShape, side: float) -> list[Outline]:
    """The hair on the near (side 1) or far (side -1) half of its shell; two outlines: one with a hole."""
    rx, ry, rz = shape.radii
    v = space.view
    w = scale(unit((v[0] * rx, v[1] * ry, v[2] * rz)), side)
    depths = [dot(d, w) for d in shape.hairline]
    n = len(depths)

    def line(d: Vec) -> Point:
        """A point of the hairline: near the skull, not out on the shell."""
        c = tuple(a + (b - a) * shape.lift for a, b in zip(_SKULL[0], shape.centre, strict=True))
        r = tuple(a * 1.01 + (b - a * 1.01) * shape.lift for a, b in zip(_SKULL[1], shape.radii, strict=True))
        return space.xy((c[0] + d[0] * r[0], c[1] + d[1] * r[1], c[2] + d[2] * r[2]))

    def out(d: Vec) -> Point:
        c = shape.centre
        return space.xy((c[0] + d[0] * rx, c[1] + d[1] * ry, c[2] + d[2] * rz))

    e1 = (
        perpendicular(shape.pole, w) if abs(dot(shape.pole, w)) < 0.999 else perpendicular((1.0, 0.0, 0.0), w)
    )
    e2 = cross(w, e1)

    def round_(a: float, b: float) -> list[Point]:
        steps = max(2, int(abs(b - a) / 0.28))
        return [
            out(add(scale(e1, cos(t)), scale(e2, sin(t))))
            for t in (a + (b - a) * i / steps for i in range(steps + 1))
        ]

    entries = [i for i in range(n) if depths[i] > 0 >= depths[i - 1]]
    if not entries:
        circle = round_(0.0, tau * 0.96)
        pole_near = dot(shape.pole, w) > 0
        if depths[0] > 0:
            whole = [line(d) for d in shape.hairline]
            return [whole] if pole_near else [circle, whole]
        return [circle] if pole_near else []
    runs = []
    for i in entries:
        length = 0
        while length < n and depths[(i + length) % n] > 0:
            length += 1
        runs.append((length, i))
    length, i = max(runs)
    loop = shape.hairline
    enter = _crossing(loop[i - 1], loop[i], depths[i - 1], depths[i])
    last = (i + length - 1) % n
    leave = _crossing(loop[last], loop[(last + 1) % n], depths[last], depths[(last + 1) % n])
    a, b = (atan2(dot(d, e2), dot(d, e1)) for d in (leave, enter))
    # Of the two ways round the shell's outline take the one by the pole, which lies at angle 0.
    a, b = a % tau, b % tau
    arc = round_(a, b - tau) if a < b else round_(a - tau, b)
    run = [line(loop[(i + k) % n]) for k in range(length)]
    p, q = line(enter), line(leave)
    return [[p, p, *run, q, q, *arc[1:-1]]]


def _crossing(a: Vec, b: Vec, da: float, db: float) -> Vec:
    t = da / (da - db) if da != db else 0.5
    return unit((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t))


def _hair_path(space: _HeadSpace, shape: _HairShape, side: float, curly: bool) -> QPainterPath | None:
    outlines = _region(space, shape, side)
    if not outlines:
        return None
    path = QPainterPath()
    if len(outlines) == 2:
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for o in outlines:
            add_smooth(path, o)
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    add_smooth(path, reversed_if_backward(outlines[0]))
    if curly:
        _add_curls(path, space, shape, side)
    return path


def _add_curls(path: QPainterPath, space: _HeadSpace, shape: _HairShape, side: float) -> None:
    c, (rx, ry, rz) = shape.centre, shape.radii
    for d in _CURLS:
        if d[1] < -0.45 or (d[2] > 0.55 and d[1] < 0.62) or (abs(d[0]) > 0.8 and d[2] > 0.3 and d[1] < 0.3):
            continue  # the face stays free
        if dot(d, space.view) * side < -0.12:
            continue
        at = (c[0] + d[0] * rx * 0.94, c[1] + d[1] * ry * 0.94, c[2] + d[2] * rz * 0.94)
        add_smooth(path, hull([space.camera.ball(space.at(at), 3.1)], space.camera.detail))


def _bun(space: _HeadSpace) -> tuple[QPainterPath, bool]:
    """The bun, and whether it lies on the viewer's side of the head."""
    centre: Vec = (0.0, 18.6, -6.2)
    path = filled(
        hull([space.egg(centre, (4.3, 3.9, 4.3))], space.camera.detail),
        hull([space.egg((0.0, 16.6, -5.0), (3.4, 2.0, 3.4))], space.camera.detail),
    )
    return path, dot(space.view, unit((0.0, 0.75, -0.66))) > 0.05


def head_part(camera: Camera, body: Body, person: Person) -> tuple[Part, Layer | None]:
    """The head, and the hair that hangs behind the neck (to be painted before it), if any."""
    space = _HeadSpace(camera, body)
    detail = camera.detail
    at, (rx, _, _) = space.at((0.0, 8.5, 1.0)), _SKULL[1]
    x, y, z, s = camera.project(at)
    x2, y2, z2, _ = camera.project(space.at((0.0, 11.0, -0.5)))
    part = Part("head", "head", [(x, y, z, rx * s), (x2, y2, z2, 8.6 * s)], 3)
    shape = _SHAPES[person.hair]
    behind: Layer | None = None
    if shape and shape.hangs:
        far = _hair_path(space, shape, -1.0, person.hair == "curly")
        behind = Layer("hair", far, tone=0.3) if far else None
    bun, bun_near = _bun(space) if person.hair == "bun" else (None, False)
    layers = part.layers
    if bun and not bun_near:
        layers.append(Layer("hair", bun))
    ears_shown = not shape or shape.ears
    if ears_shown:
        layers += _ears(space, near=False)
    nose = hull(
        [
            space.egg((0.0, 9.0, 8.2), (0.8, 0.8, 0.8)),
            space.egg((0.0, 6.2, 9.7), (1.15, 1.0, 1.1)),
            space.egg((0.0, 5.6, 8.0), (1.3, 1.0, 1.2)),
        ],
        detail,
    )
    skin = hull([space.egg(c, r) for c, r in _FACE], detail)
    layers.append(Layer("face", filled(skin, nose)))
    layers += _features(space, person)
    if shape:
        near = _hair_path(space, shape, 1.0, person.hair == "curly")
        if near:
            layers.append(Layer("hair", near))
    if ears_shown:
        layers += _ears(space, near=True)
    if bun and bun_near:
        layers.append(Layer("hair", bun))
    if person.glasses:
        layers += _glasses(space)
    return part, behind


def _ears(space: _HeadSpace, near: bool) -> list[Layer]:
    out = []
    for sx in (1.0, -1.0):
        towards = space.view[0] * sx
        if (towards > 0.12) is not near or towards < -0.5:
            continue
        f = space.frame
        tilted = (f[0], unit(add(f[1], scale(f[2], -0.22))), unit(add(f[2], scale(f[1], 0.22))))
        ear = hull(
            [
                space.egg((7.25 * sx, 7.0, -0.7), (0.95, 2.4, 1.6), tilted),
                space.egg((6.9 * sx, 5.3, -0.2), (0.8, 0.9, 0.8)),
            ],
            space.camera.detail,
        )
        out.append(Layer("face", filled(ear)))
        if near:
            inner = hull([space.egg((7.75 * sx, 7.2, -0.75), (0.5, 1.4, 0.8), tilted)], space.camera.detail)
            out.append(Layer("face", filled(inner), tone=0.35))
    return out


def _stroke(points: Sequence[Point], width: float, ends: float = 0.35) -> QPainterPath:
    n = len(points) - 1
    widths = [width * (ends + (1 - ends) * sin(pi * i / n)) for i in range(n + 1)]
    path = QPainterPath()
    add_smooth(path, ribbon(points, widths))
    return path


def _features(space: _HeadSpace, person: Person) -> list[Layer]:
    camera, out = space.camera, []
    k = camera.px_per_cm
    for sx in (1.0, -1.0):
        looks = space.looks(3.0 * sx, 8.4)
        if space.looks(4.8 * sx, 5.2) > 0.5:
            f = yawed(space.frame, 28 * sx)
            out.append(
                Layer(
                    "blush",
                    filled(hull([space.egg(space.face(4.3 * sx, 5.3), (1.5, 1.05, 0.1), f)], camera.detail)),
                )
            )
        if looks > 0.3:
            f = yawed(space.frame, 22 * sx)
            eye = [space.egg(space.face(2.95 * sx, 8.2), (0.78, 1.0, 0.15), f)]
            out.append(Layer("eye", filled(hull(eye, camera.detail))))
            if k * camera.detail > 3.5:
                shine = space.face(2.75 * sx + 0.0, 8.6)
                out.append(
                    Layer(
                        "white",
                        filled(
                            hull(
                                [space.egg((shine[0], shine[1], shine[2] + 0.1), (0.24, 0.26, 0.05), f)],
                                camera.detail,
                            )
                        ),
                    )
                )
        places = ((1.6, 10.9), (2.5, 11.4), (3.5, 11.35), (4.5, 10.6))
        brow = [space.xy(space.face(x * sx, y)) for x, y in places if space.looks(x * sx, y) > 0.2]
        if len(brow) > 2:
            out.append(Layer("brow", _stroke(brow, 0.62 * k, 0.5)))
    if space.looks(0.0, 5.0) > 0.3:
        nose = [
            space.xy(p)
            for p in ((-1.0, 5.75, 9.6), (-0.45, 5.25, 10.0), (0.45, 5.25, 10.0), (1.0, 5.75, 9.6))
        ]
        out.append(Layer("face", _stroke(nose, 0.55 * k, 0.3), tone=0.42))
    if space.looks(0.0, 3.0) > 0.1:
        smile = ((-1.95, 3.35), (-1.15, 2.8), (0.0, 2.58), (1.15, 2.8), (1.95, 3.35))
        mouth = [space.xy(space.face(x, y)) for x, y in smile if space.looks(x, y) > 0.02]
        if len(mouth) > 2:
            out.append(Layer("lip", _stroke(mouth, 0.62 * k, 0.35)))
    if person.beard:
        out = _beard(space) + out
    return out


def _beard(space: _HeadSpace) -> list[Layer]:
    """A short beard: the lower face, an opening left for the mouth by its colour."""
    shell = _HairShape(
        (0.0, 4.6, 2.9),
        (6.25, 6.1, 6.2),
        _closed(
            (
                (0.0, 0.02, 1.0), (0.3, 0.06, 0.94), (0.5, -0.1, 0.82), (0.72, -0.02, 0.66),
                (0.9, 0.25, 0.34), (0.96, 0.28, 0.0),
                (0.86, -0.2, -0.2), (0.6, -0.75, -0.1), (0.0, -0.98, 0.15),
            )
        ),
        (0.0, -0.75, 0.66),
        lift=1.0,
    )  # fmt: skip
    path = _hair_path(space, shell, 1.0, curly=False)
    return [Layer("beard", path)] if path else []


def _glasses(space: _HeadSpace) -> list[Layer]:
    out: list[Layer] = []
    k = space.camera.px_per_cm
    for sx in (1.0, -1.0):
        if space.looks(3.0 * sx, 8.4) < 0.05:
            continue
        ring = []
        for i in range(17):
            t = tau * i / 16
            x, y = 3.05 * sx + 2.15 * cos(t), 8.2 + 1.95 * sin(t)
            px, py, pz = space.face(x, y)
            ring.append(space.xy((px, py, max(pz, 7.0) + 0.6)))
        out.append(Layer("glasses", _stroke(ring, 0.5 * k, 1.0)))
        if space.view[0] * sx > 0.05:
            arm = [space.xy(p) for p in ((5.2 * sx, 8.6, 7.4), (7.0 * sx, 8.8, 3.6), (7.6 * sx, 8.7, -0.6))]
            out.append(Layer("glasses", _stroke(arm, 0.5 * k, 1.0)))
    if space.looks(0.0, 8.4) > 0.1:
        bridge = [space.xy(p) for p in ((-0.95, 8.7, 9.5), (0.0, 9.0, 9.8), (0.95, 8.7, 9.5))]
        out.append(Layer("glasses", _stroke(bridge, 0.45 * k, 1.0)))
    return out
