"""The hem of the shirt, and the line from the back over it into the seat."""

from cmath import phase
from itertools import pairwise
from math import degrees

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from unhunch.figure.body.body import dressed
from unhunch.figure.body.hem_line import ShirtEnd, shirt_end
from unhunch.figure.body.seat import seat
from unhunch.figure.body.torso import Torso
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import Body, solve

FRONT = Camera(0, 0, (0.0, 80.0, 0.0), px_per_cm=4.0, width=800, height=800)
SIDE = Camera(-90, 0, (0.0, 80.0, 0.0), px_per_cm=4.0, width=800, height=800)
FROM_ABOVE = Camera(0, 88, (0.0, 80.0, 0.0), px_per_cm=4.0, width=800, height=800)
KNEELS = {"arms": {"to": [15, 28]}, "pin": ["knees", 0, 5.6, -22]}
SITS = {"legs": {"raised": 88, "around": 0, "knee": 88}}
POSES: dict[str, dict[str, object]] = {
    "all fours": {"pelvis": [80], "legs": {"thigh": 0}, **KNEELS},
    "cat": {"pelvis": [20], "lumbar": [48, 0, 0], "chest": [44, 0, 0], "legs": {"thigh": -13}, **KNEELS},
    "cow": {"pelvis": [105], "lumbar": [-29, 0, 0], "chest": [-27, 0, 0], "legs": {"thigh": -2}, **KNEELS},
    "child": {"pelvis": [64], "lumbar": [27, 0, 0], "chest": [22, 0, 0], "legs": {"thigh": 72, "knee": 14},
              **KNEELS},
    "lying": {"pelvis": [-88], "legs": {"raised": 50, "around": 0, "knee": 100}},
    "sitting": SITS,
    "slumped": {"pelvis": [-49], "lumbar": [60, 0, 0], "chest": [45, 0, 0], **SITS},
}  # fmt: skip


def posed(raw: dict[str, object]) -> Body:
    return solve(read_pose(raw, Pose(root=(0, 88, 0)), "test"))


def trunk(body: Body, camera: Camera, who: Person = PEOPLE[0]) -> Part:
    found = dressed(body, camera, who, breath=0.0, curls={}, wardrobe=Wardrobe())
    return next(part for part in found if part.name == "trunk")


def cloth(part: Part, name: str) -> QPainterPath:
    return next(layer.path for layer in part.layers if layer.cloth == name and not layer.tone)


def end_of(body: Body, camera: Camera, who: Person = PEOPLE[0]) -> ShirtEnd:
    torso = Torso(body, camera, who, 0.0)
    eggs = torso.trunk_eggs()
    rounds = seat(torso.hips, torso.hem, eggs[0], under_hem=True).rounds
    return shirt_end(torso.hem, eggs, torso.collar.ring(0.6), rounds)


def back_of_hem(body: Body, who: Person) -> tuple[float, float]:
    """The end of the hem that lies on the back, of somebody seen from their side."""
    x, y = Torso(body, SIDE, who, 0.0).hem.behind()
    line = end_of(body, SIDE, who).hem
    return max((line[0], line[-1]), key=lambda p: p[0] * x + p[1] * y)


def area(path: QPainterPath) -> float:
    """What an outline covers (pixels)."""
    whole = 0.0
    for polygon in path.toSubpathPolygons():
        points = [polygon.at(i) for i in range(polygon.size())]
        whole += sum(p.x() * q.y() - p.y() * q.x() for p, q in pairwise([*points, points[0]])) / 2
    return abs(whole)


def along(path: QPainterPath, cm: float) -> QPainterPath:
    """All that lies so near to an outline, of somebody seen from their side."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * cm * SIDE.px_per_cm)
    return stroker.createStroke(path)


def turns_at(outline: QPainterPath, at: tuple[float, float], reach: float) -> float:
    """By how many degrees an outline turns from so many pixels before a place to so many after it."""
    long = outline.length()
    points = [outline.pointAtPercent(i / long) for i in range(int(long))]
    places = [complex(p.x(), p.y()) for p in points]
    near = min(range(len(places)), key=lambda i: abs(places[i] - complex(*at)))
    a, b, c = (places[int(near + by) % len(places)] for by in (-reach, 0, reach))
    return abs(degrees(phase((c - b) / (b - a))))


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.id)
def test_the_back_runs_on_over_the_hem_into_the_seat(who: Person, pose: str) -> None:
    """Shirt and trousers have one outline there: it makes no corner, and the cloth on the seat is thin."""
    body = posed(POSES[pose])
    part, at = trunk(body, SIDE, who), back_of_hem(body, who)
    shirt, trousers = cloth(part, "top"), cloth(part, "trousers")
    assert turns_at(shirt.united(trousers).simplified(), at, 3 * SIDE.px_per_cm) < 25
    assert along(trousers, 0.8).contains(QPointF(*at))


def test_a_shirt_that_hangs_comes_down_on_nothing() -> None:
    """Of somebody who stands, and from the front, the sides of the shirt stay as they fall."""
    assert not end_of(posed({}), SIDE).under
    assert not end_of(posed(SITS), FRONT).under
    assert end_of(posed(SITS), SIDE).under


def test_the_hem_goes_from_side_to_side() -> None:
    """It hangs down amid the front, lower on one side, as a line: flatter from the side than from before."""

    def sag(camera: Camera) -> float:
        line = end_of(posed({}), camera).hem
        (left, high), (right, other) = line[0], line[-1]
        assert abs(left - right) > 15 * camera.px_per_cm
        return max(y for _, y in line) - (high + other) / 2

    assert 0 < sag(SIDE) < sag(FRONT)


def test_a_hem_seen_from_its_end_has_no_line() -> None:
    """Nor has it an edge or a shade then."""
    body = posed({})
    assert end_of(body, FRONT).hem
    assert not end_of(body, FROM_ABOVE).hem
    hem = Torso(body, FROM_ABOVE, PEOPLE[0], 0.0).hem
    assert not hem.edge([])
    assert not hem.shade([])


@pytest.mark.parametrize("pose", POSES)
def test_the_stitched_edge_lies_within_the_shirt(pose: str) -> None:
    """Hardly any of it is seen beside the shirt, where that ends in a sharp corner."""
    part = trunk(posed(POSES[pose]), SIDE)
    edge = next(layer.path for layer in part.trims if layer.cloth == "top" and layer.tone and not layer.soft)
    shirt = cloth(part, "top")
    beyond = edge.subtracted(shirt.united(along(shirt, 0.25)))
    assert area(beyond) < 0.05 * area(edge)


def test_arms_that_reach_up_lift_the_hem_that_hangs_free() -> None:
    """By an inch or so: both of them do, one alone does not."""

    def height(*raised: str) -> float:
        body = posed({"legs": {"to": [12.6, 0]}} | {f"arm_{s}": {"raised": 155} for s in raised})
        middle, _, _ = Torso(body, FRONT, PEOPLE[0], 0.0).hem.size(0.0)
        return middle[1]

    assert 1.5 < height("l", "r") - height() < 3.5
    assert height("l") == height()
