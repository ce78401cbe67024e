"""The middle lines of the figure's parts, and which part lies in front of which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import hypot

from unhunch.figure.head.bearing import SIZE
from unhunch.figure.head.skull import SKULL
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, point

_RodPoint = tuple[float, float, float, float]  # x, y, depth, radius: pixels
_HIP: Vec = (8.0, -0.5, -0.2)


@dataclass(frozen=True, slots=True)
class Rod:
    """A part's middle line on the screen.

    `limb` groups parts that hang together (`arm_l`); `rank` decides when depth cannot.
    """

    name: str
    limb: str
    rank: float
    points: tuple[_RodPoint, ...]
    z: float = field(init=False)
    box: tuple[float, float, float, float] = field(init=False)

    def __post_init__(self) -> None:
        points = self.points
        r = max([p[3] for p in points])
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        object.__setattr__(self, "z", sum([p[2] for p in points]) / len(points))
        object.__setattr__(self, "box", (min(xs) - r, max(xs) + r, min(ys) - r, max(ys) + r))

    @property
    def kind(self) -> str:
        """The name without its side."""
        return self.name.partition("_")[0]


def rods(body: Body, camera: Camera, curls: Mapping[str, float]) -> Iterator[Rod]:
    """The middle lines of all parts; `curls` says how far the hands are closed."""

    def rod(name: str, limb: str, rank: float, *points: tuple[Vec, float]) -> Rod:
        seen = [(*camera.project(p), r) for p, r in points]
        return Rod(name, limb, rank, tuple([(x, y, z, r * s) for x, y, z, s, r in seen]))

    p, f = body.joints, body.frames
    neck, g = body.spine[5]
    breast = point(neck, g, (0.0, -6.0, 1.0))
    yield rod(
        "trunk", "trunk", 1, (p["pelvis"], 9), (body.spine[1][0], 9), (body.spine[3][0], 10), (breast, 9)
    )
    yield rod("neck", "neck", 2, (neck, 5), (p["head"], 5))
    skull, crown = (
        point(p["head"], f["head"], (0.0, y * SIZE, z * SIZE)) for y, z in ((8.5, 1.0), (11.0, -0.5))
    )
    yield rod("head", "head", 3, (skull, SKULL[1][0]), (crown, 8.6))
    for s, sx in SIDES:
        elbow, wrist = p[f"elbow_{s}"], p[f"wrist_{s}"]
        yield rod(f"upperarm_{s}", f"arm_{s}", 5, (p[f"shoulder_{s}"], 5), (elbow, 4))
        yield rod(f"forearm_{s}", f"arm_{s}", 6, (elbow, 4), (wrist, 3))
        yield rod(f"hand_{s}", f"arm_{s}", 7, (wrist, 2.6), (_hand_end(body, s, curls.get(s, 0.0)), 2.4))
        hip = point(p["pelvis"], f["pelvis"], (_HIP[0] * sx, *_HIP[1:]))
        knee, ankle = p[f"knee_{s}"], p[f"ankle_{s}"]
        yield rod(f"thigh_{s}", f"leg_{s}", 0, (hip, 8), (knee, 6))
        yield rod(f"shin_{s}", f"leg_{s}", 0.5, (knee, 6), (ankle, 4))
        yield rod(f"foot_{s}", f"leg_{s}", 0.7, (ankle, 3), (_ball_of_foot(body, s), 3))


def _hand_end(body: Body, side: str, curl: float) -> Vec:
    """The fingertips, or the knuckles of a fist."""
    closed = (0.0, 8.8 + 8.0 * (1 - 0.8 * curl), 1.5 + 3.0 * curl)
    return point(body.joints[f"wrist_{side}"], body.frames[f"wrist_{side}"], closed)


def _ball_of_foot(body: Body, side: str) -> Vec:
    toe, sole = body.feet[side]
    return mad(mad(body.joints[f"ankle_{side}"], toe, 10.8), sole, 4.4)


Told = dict[tuple[str, str], float]
"""Of some pairs of parts by how many pixels the first is in front of the second; below 0 it is behind."""


class Lie:
    """How the parts lie at one time.

    `nearer` has for every pair of indexes that cross on the screen by how many pixels the first is in front
    of the second; below 0 it is behind.
    """

    __slots__ = ("nearer", "rods")

    def __init__(self, found: Sequence[Rod], tie: float, told: Told, aside: Told) -> None:
        """`tie` (pixels) is how close two depths may be before rank decides; `told` decides some pairs, and
        `aside` some whose middle lines lie beside each other.
        """
        self.rods = found
        self.nearer: dict[tuple[int, int], float] = {}
        for (i, a), (j, b) in combinations(enumerate(found), 2):
            by = _either_way(told, a.name, b.name)
            if by is None:
                by = nearer_where_crossing(a, b)
                if by is not None:
                    by += tie if a.rank > b.rank else -tie
                elif (by := _either_way(aside, a.name, b.name)) is None:
                    continue
            self.nearer[i, j] = by


def _either_way(told: Told, first: str, second: str) -> float | None:
    """By how much the first is in front of the second, if either is said of the other."""
    if (first, second) in told:
        return told[first, second]
    return -told[second, first] if (second, first) in told else None


def ordered(found: Sequence[Rod], nearer: Mapping[tuple[int, int], float]) -> list[str]:
    """The names back to front, given for pairs of indexes by how much the first is in front of the second."""
    behind: list[dict[int, float]] = [{} for _ in found]
    for (i, j), by in nearer.items():
        front, back = (i, j) if by >= 0 else (j, i)
        behind[front][back] = abs(by)
    left = set(range(len(found)))
    out: list[str] = []
    while left:
        free = [i for i in left if not behind[i].keys() & left]
        if not free:  # a ring: start with the one that is least in front of those it waits for
            free = [min(left, key=lambda i: (sum(behind[i][j] for j in behind[i].keys() & left), found[i].z))]
        i = min(free, key=lambda i: (found[i].z, found[i].rank))
        out.append(found[i].name)
        left.discard(i)
    return out


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
_MIDDLE = frozenset({"trunk", "neck", "head"})


def nearer_where_crossing(a: Rod, b: Rod) -> float | None:
    """How much nearer a is than b where they cross on the screen, in pixels; None where they do not.

    Where they cross in several places the deeper crossings count for more, so that it never jumps.
    """
    (a0, a1, a2, a3), (b0, b1, b2, b3) = a.box, b.box
    if a0 > b1 or b0 > a1 or a2 > b3 or b2 > a3:
        return None
    if frozenset((a.kind, b.kind)) in _JOINED and (
        a.limb == b.limb or a.kind in _MIDDLE or b.kind in _MIDDLE
    ):
        return a.z - b.z
    weight = nearer = 0.0
    for p, q in pairwise(a.points):
        for r, s in pairwise(b.points):
            d, t, u = _closest(p, q, r, s)
            deep = (p[3] + (q[3] - p[3]) * t) + (r[3] + (s[3] - r[3]) * u) - d
            if deep > 0:
                weight += deep
                nearer += deep * (p[2] + (q[2] - p[2]) * t - r[2] - (s[2] - r[2]) * u)
    return nearer / weight if weight else None


def _closest(a: _RodPoint, b: _RodPoint, c: _RodPoint, d: _RodPoint) -> tuple[float, float, float]:
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
