"""Arrows know where the body is: they keep clear of it, stay in the picture, come and go with the move."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import cos, sin
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from tests.library import FORMS, motion_of

from unhunch.figure.arrow_check import arrow_faults
from unhunch.figure.check import check
from unhunch.figure.motion.cues import Lap
from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.motion.room import CLEARANCE, SAFE
from unhunch.figure.paint.arrow_layer import ArrowLayer
from unhunch.figure.paint.arrows import (
    ArrowLook,
    arrows_picture,
    hidden_share,
    paint_arrows,
    shape,
    shaped,
)
from unhunch.figure.painter import camera_for
from unhunch.figure.rig.bulk import vital_spots
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import distance
from unhunch.figure.themes import LIGHT

POSES = {
    "stand": {},
    "reach": {"arms": {"raised": 150, "around": 90, "elbow": 10}},
    "lift": {"arm_l": {"raised": 150, "around": 90, "elbow": 10}},
    "turn": {"chest": [0, 0, 30]},
}
PAIR = {"track": "wrist_l", "at": [0, 10, 0], "pair": True}


def moved(pose: str, *cues: dict[str, Any], view: dict[str, Any] | None = None, **step: Any) -> Motion:
    """A person who stands, and in the second step moves into a pose."""
    return Motion.from_mapping(
        {
            "view": view or {"yaw": 0, "pitch": 6},
            "base": {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90}},
            "poses": POSES,
            "steps": [
                {"pose": "stand", "move_s": 1, "hold_s": 1},
                {"pose": pose, "move_s": 2, "hold_s": 2, "cues": list(cues), **step},
            ],
        }
    )


def nearest(motion: Motion, step: int = 1) -> float:
    """How near an arrow's line comes to head or hands in the move: as a share of the picture."""
    found = []
    for k in range(2, 19):
        moment = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s * k / 20)
        camera = camera_for(moment.view, 100, 100, 1.0)
        discs = [camera.ball(*spot) for spot in vital_spots(solve(moment.pose))]
        for cue in moment.cues:
            for x, y in map(camera.xy, cue.points):
                found += [((x - cx) ** 2 + (y - cy) ** 2) ** 0.5 - r for cx, cy, r, _ in discs]
    return min(found) / 100


@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_arrows_are_seen_and_cover_neither_head_nor_hands(stretch: str, form: str) -> None:
    """In every stretch that ships, for everybody, in a square picture and a wide one."""
    assert [fault.text for fault in arrow_faults(motion_of(stretch, form))] == []


@pytest.mark.parametrize("cue", [{"track": "wrist_l"}, {**PAIR, "at": [0, 16, 0]}, {"line": "wrist_l"}])
def test_an_arrow_makes_way_for_the_body(cue: dict[str, Any]) -> None:
    """Put on the hand itself, it goes beside all the hand passes through; a free one stays."""
    assert nearest(moved("reach", {**cue, "free": True})) < 0
    assert nearest(moved("reach", cue)) > 0.5 * CLEARANCE


def test_an_arrow_keeps_its_part_on_its_inner_side() -> None:
    """It is moved away from the body: farther out than the hand it goes with."""
    motion = moved("lift", {"track": "wrist_l", "at": [0, 10, 0]})
    (cue,) = motion.cues(1)
    hands = [solve(motion.pose(1, k / 10)).joints["wrist_l"] for k in range(11)]
    shoulder = solve(motion.pose(1, 0.5)).joints["shoulder_l"]
    assert min(distance(p, shoulder) for p in cue.points) > max(distance(h, shoulder) for h in hands)
    assert cue.points[0][1] < shoulder[1] < cue.points[-1][1]


@pytest.mark.parametrize("free", [False, True])
def test_an_arrow_is_one_smooth_curve(free: bool) -> None:
    """Many points, and no corner at any of them, wherever its author has put it."""
    for cue in moved("reach", {**PAIR, "free": free}).cues(1):
        assert len(cue.points) >= 49
        for a, b, c in zip(cue.points, cue.points[1:], cue.points[2:], strict=False):
            bend = distance(a, b) + distance(b, c) - distance(a, c)
            assert bend < 0.03 * distance(a, c)


def test_a_pair_stays_a_mirror_image() -> None:
    """Seen from the front, arrows that make way on both sides do so alike."""
    left, right = moved("reach", PAIR).cues(1)
    assert [(-x, y, z) for x, y, z in left.points] == [pytest.approx(p, abs=0.2) for p in right.points]


def test_the_same_motion_has_the_same_arrows() -> None:
    """Nothing is left to chance."""
    assert moved("reach", PAIR).cues(1) == moved("reach", PAIR).cues(1)


def inside(motion: Motion, step: int = 1) -> bool:
    """Whether the arrows' lines are in the safe area of a square picture."""
    moment = motion.sample(motion.starts_at_s(step) + 0.5)
    camera = camera_for(moment.view, 100, 100, 1.0)
    spots = [camera.xy(p) for cue in moment.cues for p in cue.points]
    return all(100 * SAFE <= c <= 100 * (1 - SAFE) for spot in spots for c in spot)


def test_the_picture_makes_room_for_arrows() -> None:
    """A view that is fitted grows for an arrow that needs it, and only for one."""
    far = {"track": "wrist_l", "at": [0, 40, 0]}
    plain, roomy = moved("lift"), moved("lift", far)
    assert roomy.view.width_cm > plain.view.width_cm + 10
    assert inside(roomy)


@pytest.mark.parametrize("width", [120, 150, 220])
def test_an_arrow_stays_in_a_picture_of_given_size(width: int) -> None:
    """Where the author has fixed the picture, the arrow gives way."""
    view = {"yaw": 0, "pitch": 6, "centre": [0, 110, 0], "width": width, "height": width}
    motion = moved("lift", {"track": "wrist_l", "at": [0, 60, 0]}, view=view)
    assert motion.view.span_cm == width
    assert inside(motion)


def test_the_arrow_of_a_turn_lies_round_the_body() -> None:
    """An arc about the spine is not pushed off the trunk: it must show that the trunk turns."""
    arc = {"arc": "chest", "at": [0, -12, 0], "radius": 20, "begin": [-0.7, 0, 0.7], "sweep": 90}
    (here,), (free,) = (moved("turn", cue).cues(1) for cue in (arc, {**arc, "free": True}))
    assert distance(here.points[0], free.points[0]) < 1
    assert distance(here.points[-1], free.points[-1]) < 1


def strengths(motion: Motion, step: int = 1) -> list[float]:
    start, move_s = motion.starts_at_s(step), motion.steps[step].move_s
    return [motion.sample(start + move_s * k / 100).cue_strength for k in range(101)]


def test_an_arrow_comes_with_the_move_and_goes_with_it() -> None:
    """Seen from a tenth, whole from a fifth, less in the last third, gone when the pose is held."""
    motion = moved("reach", PAIR)
    found = strengths(motion)
    assert found[3] == 0
    assert found[10] > 0.2
    assert found[20:70] == [1.0] * 50
    assert 0.3 < found[85] < 0.7
    assert found[100] == 0
    assert motion.sample(motion.starts_at_s(1) + 2.01).cue_strength == 0


def test_an_arrow_comes_and_goes_by_and_by() -> None:
    """No frame differs much from the one before."""
    found = strengths(moved("reach", PAIR))
    assert max(abs(a - b) for a, b in pairwise(found)) < 0.08


def test_an_arrow_is_whole_when_it_has_come() -> None:
    """It grows while it appears, and then keeps its shape."""
    motion = moved("reach", PAIR)
    grown = [motion.sample(2 + 2 * k / 100).cue_grown for k in range(5, 100)]
    assert grown == sorted(grown)
    assert grown[15:] == [1.0] * len(grown[15:])


def test_an_arrow_goes_before_the_camera_leaves() -> None:
    """Placed for one side, it is gone when the camera is half way to the other."""
    motion = moved("lift", {"track": "wrist_l"}, view={"yaw": 40, "swing": True})
    assert max(strengths(motion)) == 1
    raw = {
        "view": {"yaw": 40, "swing": True},
        "base": {"root": [0, 88, 0]},
        "poses": POSES,
        "steps": [
            {"pose": "lift", "move_s": 2, "cues": [{"track": "wrist_l"}]},
            {"pose": "stand", "move_s": 2, "mirror": True},
        ],
    }
    leaving = strengths(Motion.from_mapping(raw), 0)
    assert leaving[25] > 0.2
    assert max(leaving[50:]) == 0


def rectangle(left: float, width: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(left, 40, width, 20))
    return path


def test_an_arrow_passes_behind_the_head() -> None:
    """Its tail is seen on both sides."""
    camera = camera_for(moved("reach").view, 100, 100, 1.0)
    arrow = shape([(20.0 + k, 50.0) for k in range(60)], 4.0)
    assert arrow
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    on_image = QPainter(image)
    look = ArrowLook(QColor("#ff0000"), QColor("#ffffff"), 1.0)
    paint_arrows(on_image, camera, [arrow], look=look, hidden_by=rectangle(40, 10))
    on_image.end()
    assert [image.pixelColor(x, 50).alpha() > 0 for x in (30, 45, 60)] == [True, False, True]


@pytest.mark.parametrize(("left", "hidden"), [(0.0, 0.0), (60.0, 1.0), (75.0, 0.35)])
def test_how_much_of_an_arrows_own_head_is_hidden(left: float, hidden: float) -> None:
    arrow = shape([(20.0 + k, 50.0) for k in range(60)], 4.0)
    assert arrow
    assert hidden_share(arrow, rectangle(left, 30)) == pytest.approx(hidden, abs=0.15)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_an_arrow_whose_head_is_hidden_fades_from_key_to_key(share: float) -> None:
    """One without a head says nothing; it has gone when it is hidden, as quickly as the head may come."""
    motion = moved("reach", PAIR)
    moment = replace(motion.sample(motion.starts_at_s(1) + 1.0), share=share)
    clear, covering = (head_of(moment, which) for which in (False, True))
    layer = ArrowLayer(LIGHT, lambda pose, _: covering if pose is moment.keys[1].pose else clear)
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    on_image = QPainter(image)
    layer.paint(on_image, camera_for(moment.view, 200, 200, 1.0), moment)
    on_image.end()
    clearest = max(image.pixelColor(x, y).alpha() for x in range(200) for y in range(200))
    assert clearest == pytest.approx({0.0: 255, 0.5: 156, 1.0: 0}[share], abs=6)  # its halo lies under it


def head_of(moment: Moment, covers: bool) -> QPainterPath:
    """A head that hides both arrows' heads, or only touches them."""
    camera = camera_for(moment.view, 200, 200, 1.0)
    path = QPainterPath()
    for arrow in shaped(camera, moment.cues, moment.cue_grown):
        box = arrow.head.boundingRect().adjusted(-2, -2, 2, 2)
        path.addRect(box if covers else QRectF(0, 0, 1, 1))
    return path


def test_an_arrow_grows_along_its_way() -> None:
    """Its tail and its thickness stay; its tip goes on along the line, and never leaves it."""
    motion = moved("reach", PAIR)
    camera = camera_for(motion.view, 400, 400, 1.0)
    cues = motion.cues(1)
    (whole, _), (part, _) = shaped(camera, cues, 1.0), shaped(camera, cues, 0.5)
    assert part.start == whole.start
    assert whole.path.contains(QPointF(*part.end))
    assert len({round(shaped(camera, cues, k / 50)[0].end[1], 2) for k in range(20, 51)}) == 31


@pytest.mark.parametrize(("move", "grown"), [(0.0, 1.0), (0.4, 1.0), (1.0, 1.0), (0.7, 0.6), (0.3, 0.4)])
def test_an_arrow_goes_round_on_its_circle(move: float, grown: float) -> None:
    """It only turns: head and tail are where its lap says, and all between them lies on the circle."""
    arc = {"arc": "chest", "at": [-40, 0, 0], "radius": 8, "axis": [0, 0, 1], "begin": [0, 1, 0]}
    (circle,) = (motion := moved("lift", {**arc, "sweep": -270, "free": True, "laps": [0, 90]})).cues(1)
    camera = camera_for(motion.view, 400, 400, 1.0)
    (arrow,) = shaped(camera, [Lap(0.75, (0.75, 1.0)).seen(circle, move, grown)], 1.0)
    head = 0.75 + 0.25 * move
    spots = [camera.xy(p) for p in circle.points]

    def on_circle(turns: float) -> tuple[float, float]:
        return spots[round(turns * (len(spots) - 1)) % (len(spots) - 1)]

    assert arrow.around
    assert arrow.around[1] == pytest.approx(0.75 * grown)
    assert arrow.end == pytest.approx(on_circle(head), abs=1.0)
    assert arrow.start == pytest.approx(on_circle(head - 0.75 * grown), abs=1.0)
    between = (on_circle(head - 0.75 * grown * k / 8) for k in range(1, 7))
    assert all(arrow.path.contains(QPointF(*spot)) for spot in between)


def test_an_arrow_that_goes_round_gets_thicker_all_the_way() -> None:
    """A ring seen as it is tells by its thickness where its arrow comes from."""
    arc = {"arc": "chest", "at": [-40, 0, 0], "radius": 8, "axis": [0, 0, 1], "begin": [0, 1, 0]}
    (circle,) = (motion := moved("lift", {**arc, "sweep": -270, "free": True, "laps": [0, 90]})).cues(1)
    camera = camera_for(motion.view, 400, 400, 1.0)
    (arrow,) = shaped(camera, [Lap(0.75, (0.75, 1.0)).seen(circle, 0.0, 1.0)], 1.0)
    spots = [camera.xy(p) for p in circle.points[:-1]]
    middle = [sum(xs) / len(spots) for xs in zip(*spots, strict=True)]

    def thick(turns: float) -> int:
        x, y = spots[round(turns * len(spots))]
        ways = (k / 200 for k in range(-100, 101))
        out = ((x + (x - middle[0]) * way, y + (y - middle[1]) * way) for way in ways)
        return sum(arrow.path.contains(QPointF(*at)) for at in out)

    widths = [thick(0.05 + 0.1 * k) for k in range(4)]  # then its head begins
    assert all(b > a for a, b in pairwise(widths))
    assert widths[-1] > 1.6 * widths[0]


def test_an_arrow_that_goes_round_fades_to_its_tail() -> None:
    """Else a ring reads as a sign for doing something again, not as a way."""
    arc = {"arc": "chest", "at": [-40, 0, 0], "radius": 8, "axis": [0, 0, 1], "begin": [0, 1, 0]}
    (circle,) = (motion := moved("lift", {**arc, "sweep": -270, "free": True, "laps": [0, 90]})).cues(1)
    camera = camera_for(motion.view, 400, 400, 1.0)
    arrows = shaped(camera, [Lap(0.75, (0.75, 1.0)).seen(circle, 0.4, 1.0)], 1.0)
    picture = arrows_picture(camera, arrows, ArrowLook(QColor("#000040"), QColor("#ffffff"), 1.0))
    assert picture
    image, at = picture
    spots = [camera.xy(p) for p in circle.points[:-1]]

    def opaque(turns: float) -> int:
        x, y = spots[round((0.1 + turns) * len(spots))]
        return image.pixelColor(round(x - at.x()), round(y - at.y())).alpha()

    faded = [opaque(turns) for turns in (0.04, 0.15, 0.3)]
    assert all(b > a + 20 for a, b in pairwise(faded))
    assert opaque(0.5) == opaque(0.6) > 240


def test_an_arrow_has_a_halo_all_round() -> None:
    """A rim of even width parts it from what it lies on: at its tail, beside its line, round its head."""
    arrow = shape([(100 * cos(a), 100 * sin(a)) for a in (k / 20 for k in range(60))], 6.0)
    assert arrow
    edge = [arrow.path.pointAtPercent(k / 300) for k in range(300)]
    assert all(arrow.halo.contains(p) for p in edge)
    box, room = arrow.path.boundingRect(), arrow.halo.boundingRect()
    for inner, outer in (
        (room.left(), box.left()),
        (box.right(), room.right()),
        (box.bottom(), room.bottom()),
    ):
        assert 1.0 < outer - inner < 3.0


def test_faults_are_found() -> None:
    """An arrow an author has put over the face, on a hand, beyond the picture, or towards the viewer."""

    def kinds(cue: dict[str, Any]) -> set[str]:
        return {fault.kind for fault in arrow_faults(moved("lift", {**cue, "free": True}))}

    view = {"yaw": 0, "pitch": 6, "centre": [0, 110, 0], "width": 120, "height": 120}
    assert "head" in kinds({"line": "head", "at": [-20, 8, 10], "toward": [40, 0, 0]})
    assert "hand" in kinds({"track": "wrist_l", "at": [0, 6, 0]})
    assert "stub" in kinds({"line": "chest", "at": [0, 0, 20], "toward": [0, 0, 2]})
    beyond = moved("lift", {"track": "wrist_l", "at": [0, 60, 0], "free": True}, view=view)
    assert "edge" in {fault.kind for fault in arrow_faults(beyond)}


def test_of_an_arrow_beneath_the_body_the_head_must_be_seen() -> None:
    """It may run below head and hands, but not end there."""
    over = {"line": "head", "at": [-40, 8, 0], "toward": [80, 0, 0], "beneath": True}
    ends = {**over, "toward": [42, 0, 0]}
    assert arrow_faults(moved("turn", over)) == []
    assert {fault.kind for fault in arrow_faults(moved("turn", ends))} == {"under"}


def test_an_arrow_beneath_the_body_stays_where_it_is() -> None:
    """Nothing of the body is in its way."""
    cue = {"track": "wrist_l", "at": [0, 6, 0]}
    beneath, free, placed = (
        moved("lift", {**cue, **how}).cues(1) for how in ({"beneath": True}, {"free": True}, {})
    )
    assert [cue.points for cue in beneath] == [cue.points for cue in free] != [cue.points for cue in placed]


def test_authors_are_told_of_arrows_in_the_way() -> None:
    """`figure check` says so in a sentence with the time."""
    motion = moved("lift", {"line": "head", "at": [-20, 8, 10], "toward": [40, 0, 0], "free": True})
    found = [finding for finding in check(motion, frames_per_s=12) if finding.kind == "arrow"]
    assert found[0].text == "An arrow covers the head, 10% into the move of step 2."
    assert found[0].at_s == pytest.approx(2.2)


def test_a_mirrored_step_has_the_mirrored_arrow_from_any_side() -> None:
    """With a camera that goes to the other side, arrows that make way are exact mirror images."""
    cue = {"track": "wrist_l", "at": [0, 6, 0]}
    lift = {"pose": "lift", "move_s": 2, "cues": [cue]}
    stand = {"pose": "stand", "move_s": 2}
    raw = {
        "view": {"yaw": 30, "swing": True},
        "base": {"root": [0, 88, 0]},
        "poses": POSES,
        "steps": [stand, lift, {**stand, "mirror": True}, {**lift, "mirror": True}],
    }
    motion = Motion.from_mapping(raw)
    (here,), (there,) = motion.cues(1), motion.cues(3)
    assert [(-x, y, z) for x, y, z in here.points] == [pytest.approx(p) for p in there.points]


def test_arrows_are_not_looked_for_before_they_are_shown() -> None:
    """A picture of a pose that is held has none."""
    motion = moved("reach", PAIR)
    assert motion.sample(motion.starts_at_s(1) + 3.0).cues == ()
    assert len(motion.sample(motion.starts_at_s(1) + 1.0).cues) == 2


def test_arrows_find_room_in_the_near_view_that_is_left() -> None:
    """When a step with arrows begins, the camera is still as near as in the step before."""
    near = {"poses": ["lift"], "centre": [0, 130, 0], "width": 130, "height": 130}
    view = {"yaw": 0, "pitch": 6, "centre": [0, 90, 0], "width": 240, "height": 240, "near": near}
    raw = {
        "view": view,
        "base": {"root": [0, 88, 0]},
        "poses": POSES,
        "steps": [
            {"pose": "lift", "move_s": 2},
            {"pose": "stand", "move_s": 2, "cues": [{"track": "wrist_l", "at": [0, 40, 0]}]},
        ],
    }
    assert inside(Motion.from_mapping(raw))
