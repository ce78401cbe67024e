"""The collar's ribbed edge: it ends at the neck's sides, and goes round the corners at raised arms."""

from cmath import phase
from itertools import pairwise
from math import sqrt

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPathStroker

from unhunch.figure.body.torso import Torso
from unhunch.figure.head.collar import Collar, bent_back
from unhunch.figure.head.neck import chin_down, chin_shade, neck_muscles
from unhunch.figure.head.neckline import Corner, Edge, rounded
from unhunch.figure.head.scarf import drape
from unhunch.figure.head.skull import CHIN, JAW, HeadSpace
from unhunch.figure.ink.shapes import filled, hull
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import mad

OPEN = [who for who in PEOPLE if who.hair != "scarf"]
FRONT = Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
FROM_BEHIND = Camera(-50, 25, (0.0, 20.0, 20.0), px_per_cm=4.0, width=600, height=600)
CHILD = {
    "pelvis": [58], "lumbar": [32], "chest": [17], "neck": [4], "head": [4],
    "pin": ["knees", 0, 5.6, 4], "legs": {"thigh": 72.5, "knee": 18, "ankle": 7},
    "arms": {"to": [16, 65], "elbow_to": [0.8, -0.8, 0]},
}  # fmt: skip


def posed(**raw: object) -> Body:
    return solve(read_pose(raw, Pose(root=(0, 88, 0)), "test"))


def sharpest_turn(line: list[complex]) -> float:
    """The largest change of a line's direction at one of its points, in radians."""
    ways = [b - a for a, b in pairwise(line) if abs(b - a) > 1e-6]
    return max(abs(phase(b / a)) for a, b in pairwise(ways))


def square() -> Edge:
    """An edge that runs into a corner from the right, 2 px wide."""
    return [(complex(x, 0), complex(0, 2)) for x in range(0, 33, 4)]


@pytest.mark.parametrize("reach", [2.0, 8.0, 14.0])
def test_an_edge_goes_round_a_corner(reach: float) -> None:
    """Where it met another line at a right angle it turns along that, a little at a time, and runs out."""
    edge = rounded(square(), Corner(0j, -1j, 1 + 0j, reach))
    points = [p for p, _ in edge]
    assert points[0] == pytest.approx(-1j * reach)
    assert points[-1] == 32
    assert sharpest_turn(points) < 0.6
    assert abs(edge[0][1]) == 0


def test_an_edge_of_either_way_round_is_rounded_alike() -> None:
    corner = Corner(0j, -1j, 1 + 0j, 8.0)
    assert rounded(square()[::-1], corner) == rounded(square(), corner)[::-1]


def test_a_corner_larger_than_the_edge_leaves_it() -> None:
    assert rounded(square(), Corner(0j, -1j, 1 + 0j, 99.0)) == square()


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
@pytest.mark.parametrize("yaw", [-60.0, 0.0, 45.0])
def test_the_ribbed_edge_runs_out_at_both_sides_of_the_neck(who: Person, yaw: float) -> None:
    """In between it has one width; at its ends, where the neck hides it, none."""
    camera = Camera(yaw, 10, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    widths = [abs(down) for _, down in Collar(posed(), camera, who).edge]
    assert widths[0] == widths[-1] == 0
    assert min(widths[3:-3]) > 0.5 * camera.px_per_cm


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
def test_no_neck_stands_out_beside_the_ribbed_edge(who: Person) -> None:
    """Level with the lip the neck is narrower than the collar round it, also between raised arms."""
    for raw in ({}, {"arms": {"raised": 172, "around": 96, "elbow": 8}}, {"neck": [-25, 0, 0]}):
        collar = Collar(posed(**raw), FRONT, who)
        _, _, wide, *_ = collar.neck_rounds()[1]
        _, _, room, *_ = collar.ring(0.0, up=1.2)
        assert wide < room


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
def test_raised_arms_round_the_nape_off(who: Person) -> None:
    """In a child's pose seen from behind both corners of the collar are rounded, with hanging arms none."""
    body = posed(**CHILD)
    assert len(Torso(body, FROM_BEHIND, who, 0.0).shoulders.corners()) == 2
    assert not Torso(posed(), FROM_BEHIND, who, 0.0).shoulders.corners()


def test_rounding_leaves_as_many_marks_and_points() -> None:
    """So that the collar can be followed from drawing to drawing."""
    body = posed(**CHILD)
    torso = Torso(body, FROM_BEHIND, OPEN[0], 0.0)
    corners = torso.shoulders.corners()
    plain, round_ = (torso.collar.near_edge(some) for some in ((), corners))
    assert [y.path.elementCount() for y in plain] == [y.path.elementCount() for y in round_]
    assert plain[1].path != round_[1].path


def test_the_lip_goes_with_a_neck_that_leans() -> None:
    """The collar's upper edge lies round the neck, not where it would be if that were upright."""
    leant = posed(neck=[0, 30, 0])
    collar = Collar(leant, FROM_BEHIND, OPEN[0])
    at, f = collar.lies
    upright = FROM_BEHIND.xy(mad(at, f[1], 1.2))
    lip = collar.ring(0.0, up=1.2)
    assert abs(complex(lip[0] - upright[0], lip[1] - upright[1])) > 0.2


def test_no_ring_is_drawn_of_a_collar_between_raised_arms_seen_from_behind() -> None:
    """Its near edge is all of it: the rest would look out of the shirt as specks."""
    body = posed(**CHILD)
    collar = Collar(body, FROM_BEHIND, OPEN[0])
    assert collar.opens
    assert collar.band() is None
    assert collar.near_edge()


def test_a_nape_comes_out_of_the_collar_of_a_cow() -> None:
    """On hands and knees with the head bent far back the neck comes out of most of its collar."""
    beside = Camera(-90, 0, (0.0, 60.0, 0.0), px_per_cm=4.0, width=600, height=600)
    cow = posed(pelvis=[110, 0, 0], chest=[-20, 0, 0], neck=[-34, 0, 0], head=[-38, 0, 0])
    rest, back = (_across(Collar(body, beside, OPEN[0])) for body in (posed(), cow))
    assert bent_back(posed()) == 0
    assert bent_back(cow) == 1
    assert back > 0.7 * rest


def test_a_neck_that_is_bent_back_stays_near_the_nape_of_its_collar() -> None:
    """With the head lifted on all fours it does not reach out over the back of the shirt."""
    beside = Camera(-90, 0, (0.0, 60.0, 0.0), px_per_cm=4.0, width=600, height=600)
    body = posed(pelvis=[78, 0, 0], neck=[-28, 0, 0], head=[-10, 0, 0])
    collar = Collar(body, beside, OPEN[0])
    at, (_, up, ahead) = collar.lies
    o, above, before = (complex(*beside.xy(v)) for v in (at, mad(at, up, 1.0), mad(at, ahead, 1.0)))
    above, before = above - o, before - o
    for x, y, xx, xy, yy, _ in collar.neck_rounds():
        middle = (complex(x, y) - o) / abs(before)
        way = before / abs(before)
        half = sqrt(way.real**2 * xx + 2 * way.real * way.imag * xy + way.imag**2 * yy) / abs(before)
        risen = (middle * above.conjugate()).real / abs(above)
        behind = half - (middle * before.conjugate()).real / abs(before)
        assert behind < collar.size_cm[1] + 0.5 * max(0.0, risen) + 0.1


def _across(collar: Collar) -> float:
    """How long the collar is seen from the side, square to the neck that comes out of it."""
    at, (_, _, ahead) = collar.lies
    foot, up, front = (complex(*collar.camera.xy(v)) for v in (at, collar.neck_at(0.6), mad(at, ahead, 1.0)))
    neck = (up - foot) / abs(up - foot)
    return abs(((front - foot) * neck.conjugate()).imag)


@pytest.mark.parametrize("who", OPEN, ids=lambda who: who.id)
def test_a_head_that_bows_hides_its_collar(who: Person) -> None:
    """Chin down, seen from straight ahead, its ends would stand up beside the jaw like wings."""
    body = posed(neck=[50, -2], head=[-11], chest=[14])
    collar = Collar(body, Camera(3, -1, (0.0, 142.0, 0.0), px_per_cm=6.0, width=600, height=600), who)
    ring = collar.ring(0.0)
    jaw = HeadSpace(collar.camera, body, who.face).egg(*JAW)
    assert ring[0] - sqrt(ring[2]) > jaw[0] - sqrt(jaw[2])
    assert ring[0] + sqrt(ring[2]) < jaw[0] + sqrt(jaw[2])


def test_a_scarf_falls_on_the_breast_of_a_bowed_head() -> None:
    """Far below the chin: it would be a tight ring below the mouth."""
    who = next(p for p in PEOPLE if p.hair == "scarf")
    body = posed(neck=[50, -2], head=[-11], chest=[14])
    space = HeadSpace(Camera(3, -1, (0.0, 142.0, 0.0), px_per_cm=6.0, width=600, height=600), body, who.face)
    chin = space.egg(*CHIN)
    cloth = drape(space, body)[0].path.boundingRect()
    assert cloth.bottom() > chin[1] + sqrt(chin[4]) + 4 * space.camera.px_per_cm


def test_a_neck_that_leans_or_is_upright_is_as_slim_as_ever() -> None:
    assert chin_down(posed()) == 0
    assert chin_down(posed(neck=[20, 20], head=[8, 22, -4])) == 0
    assert chin_down(posed(neck=[34], head=[3])) > 0.9


def test_a_chin_that_comes_down_shades_the_shirt_below_it() -> None:
    """None of an upright head does, and none comes at once."""
    camera = Camera(0, 0, (0.0, 142.0, 0.0), px_per_cm=6.0, width=600, height=600)
    assert not chin_shade(camera, posed())
    (begins,), (whole,) = (chin_shade(camera, posed(neck=[deg])) for deg in (14, 40))
    assert begins.tone < 0.1 * whole.tone
    body = posed(neck=[40])
    chin = HeadSpace(camera, body, OPEN[0].face).egg(*CHIN)
    assert whole.bounds.bottom() > chin[1] + sqrt(chin[4])


def test_the_side_a_leaning_head_draws_long_shows_its_muscle_and_the_hollow_behind_it() -> None:
    """Both run from behind the ear into the collar, on that side alone; a neck at rest is smooth."""
    camera = Camera(0, 0, (0.0, 142.0, 0.0), px_per_cm=6.0, width=600, height=600)
    leant = posed(neck=[20, 20, 0], head=[8, 22, -4])
    drawn = []
    for body in (posed(), leant):
        at, f = Collar(body, camera, OPEN[0]).lies
        drawn.append(neck_muscles(camera, body, mad(at, f[2], 4.7), f).path.toSubpathPolygons())
    smooth, leaves = drawn
    assert not smooth
    assert len(leaves) == 2
    middle = camera.xy(leant.spine[5][0])[0]
    assert all(leaf.boundingRect().center().x() > middle for leaf in leaves)


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
def test_a_neckline_dips_before_the_throat_and_shows_skin_down_to_its_lip(who: Person) -> None:
    """Seen from the front its middle lies well below its ends, and no shirt is left between neck and lip."""
    collar = Torso(posed(), FRONT, who, 0.0).collar
    lip = [p for p, _ in collar.edge]
    middle = lip[len(lip) // 2]
    assert middle.imag > max(lip[0].imag, lip[-1].imag) + 1.5 * FRONT.px_per_cm
    (throat,) = collar.throat_in_neckline()
    assert max(y for _, y in throat) > middle.imag


def test_a_neckline_seen_from_aside_does_not_dip() -> None:
    aside = Camera(90, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    assert not Torso(posed(), aside, OPEN[0], 0.0).collar.throat_in_neckline()


@pytest.mark.parametrize("who", OPEN, ids=[w.id for w in OPEN])
def test_no_shirt_shows_between_both_halves_of_a_turned_collar(who: Person) -> None:
    """Shoulders drawn back, seen from the front's side: the near half ends on the far half's band."""
    camera = Camera(-29, 12, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    collar = Collar(posed(shoulders=[0, -8], chest=[-10], neck=[7, 0, 8]), camera, who)
    band = filled(hull(collar.edges, collar.detail))
    around = QPainterPathStroker()
    around.setWidth(2.0)
    reached = band.united(around.createStroke(band))
    ends = (collar.edge[0][0], collar.edge[-1][0])
    assert all(reached.contains(QPointF(end.real, end.imag)) for end in ends)
