"""Hair, beards and the scarf: how they lie as a head turns, bows, leans and lies."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bun import Bun
from unhunch.figure.head.hair import hair_path
from unhunch.figure.head.hairline import hairline, hung
from unhunch.figure.head.hairstyles import SHAPES
from unhunch.figure.head.head import head_part
from unhunch.figure.head.skull import HeadSpace, on_face, surface
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import has_dark_hair, person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import Vec, mad, mix, sub

SIZE = 64
LOCKS, LIGHT = 0.24, -0.11  # their tone, and that of those of dark hair


def standing(head: tuple[float, float, float] = (0, 0, 0)) -> Body:
    pose = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "head": list(head)}
    return solve(read_pose(pose, Pose(), "test"))


def lying() -> Body:
    return solve(read_pose({"root": [0, 13, 0], "pelvis": [-90, 0, 0]}, Pose(), "test"))


def camera(yaw_deg: float, pitch_deg: float, body: Body) -> Camera:
    x, y, z = body.joints["head"]
    return Camera(yaw_deg, pitch_deg, (x, y + 8, z), px_per_cm=2.0, width=SIZE, height=SIZE)


class Seen:
    """Somebody's head, and what of it is made of what."""

    def __init__(self, who: str, yaw_deg: float, pitch_deg: float = 6.0, body: Body | None = None) -> None:
        self.body = body or standing()
        self.camera = camera(yaw_deg, pitch_deg, self.body)
        self.space = HeadSpace(self.camera, self.body, person(who).face)
        part, self.behind = head_part(self.camera, self.body, person(who), Wardrobe())
        self.layers = part.layers

    def covers(self, cloth: str, place: Vec) -> bool:
        """Whether a place of head space lies under the cloth of the head."""
        spot = QPointF(*self.space.xy(place))
        return any(layer.path.contains(spot) for layer in self.plain(cloth))

    def plain(self, cloth: str) -> list[Layer]:
        return [layer for layer in self.layers if layer.cloth == cloth and not layer.tone]

    def is_tinted(self, tint: str, place: Vec) -> bool:
        """Whether a place of head space has that tint."""
        spot = QPointF(*self.space.xy(place))
        return any(layer.path.contains(spot) for layer in self.layers if layer.tint == tint)


def test_a_scarf_leaves_the_cheek_of_a_profile_free() -> None:
    """Of a face seen from its side more looks out than brow, nose and chin; the ear does not."""
    seen = Seen("noor", 90)
    cheek, ear = (on_face((0.0, 6.0, 0.0), (1.0, 0.0, z)) for z in (0.8, -0.1))
    assert not seen.covers("hair", cheek)
    assert seen.covers("hair", ear)


def test_a_scarf_shows_what_is_worn_under_it() -> None:
    """Over the forehead, darker than the scarf; not from behind."""

    def lining(yaw_deg: float) -> QPainterPath:
        found = [
            layer
            for layer in Seen("noor", yaw_deg).layers
            if layer.cloth == "hair" and layer.tone > 0.3 and not layer.soft
        ]
        return found[0].path if found else QPainterPath()

    assert lining(0).contains(QPointF(*Seen("noor", 0).space.xy(surface(0.0, 13.2)[0])))
    assert lining(180).isEmpty()


def wound(seen: Seen) -> QPainterPath:
    """The cloth of a scarf below the head."""
    return next(layer.path for layer in seen.behind[::-1] if not layer.tone)


@pytest.mark.parametrize("lean_deg", [-30, 0, 30])
@pytest.mark.parametrize("yaw_deg", [0, 90, 180])
def test_a_scarf_has_no_hole(yaw_deg: float, lean_deg: float) -> None:
    """Its cloth covers the middle of the neck all the way from the head to the collar, also of one that
    leans.
    """
    body = standing((0, lean_deg, 0))
    seen = Seen("noor", yaw_deg, body=body)
    cloth = wound(seen)
    foot, top = mad(body.spine[5][0], body.spine[5][1][1], 2.0), seen.space.at((0.0, 2.0, -2.0))
    assert all(cloth.contains(QPointF(*seen.camera.xy(mix(foot, top, k / 6)))) for k in range(7))


@pytest.mark.parametrize("yaw_deg", [0, -55, 180])
@pytest.mark.parametrize("lean_deg", [-30, 0, 30])
def test_a_scarf_leaves_the_shoulders_free(yaw_deg: float, lean_deg: float) -> None:
    """Of the slopes to both shoulders, which stretches of the neck light up, it covers no outer half."""
    body = standing((0, lean_deg, 0))
    seen = Seen("noor", yaw_deg, body=body)
    for side in "lr":
        root, tip = body.spine[5][0], body.joints[f"shoulder_{side}"]
        if seen.camera.facing(sub(tip, root)) > -1:  # not hidden behind the neck
            slope = [QPointF(*seen.camera.xy(mix(root, tip, share))) for share in (0.6, 0.8, 1.0)]
            assert not any(map(wound(seen).contains, slope))


def test_a_scarf_goes_down_over_the_cheeks_of_a_bowed_head_in_one_line() -> None:
    """It is no narrower beside the jaw than at the temples."""
    bows = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "neck": [50, -2], "head": [-11, 0, -1], "chest": [14]}
    seen = Seen("noor", 0, 0, solve(read_pose(bows, Pose(), "test")))
    cloth = wound(seen)
    for side in (1.0, -1.0):
        beside = [(7.2 * side, y, z) for y, z in ((8.0, 1.0), (6.0, 1.0), (4.0, 1.0), (2.0, 2.0))]
        assert all(cloth.contains(QPointF(*seen.space.xy(place))) for place in beside)


@pytest.mark.parametrize("who", ["maya", "kenji", "ruth", "elena", "amara"])
def test_a_bowed_head_shows_its_forehead(who: str) -> None:
    """Above the brows there is skin."""
    assert not Seen(who, 0, 45).covers("hair", surface(0.0, 12.0)[0])


def test_loose_hair_hangs_where_its_weight_draws_it() -> None:
    """Away from the neck of a head that leans back, towards the face of one that is bowed."""
    shape = SHAPES["bob"]
    assert shape
    nape = ((0.0, 0.0, -8.0),)
    moved = {}
    for nod_deg in (-30, 0, 30):
        body = standing((nod_deg, 0, 0))
        space = HeadSpace(camera(90, 6, body), body)
        moved[round(space.frame[2][1], 1)] = hung(space, shape, nape)[0][2] - nape[0][2]
    down, level, up = (moved[key] for key in sorted(moved))
    assert up < -1 < abs(level) < 1 < down


def test_no_nape_looks_out_between_curls_laid_on_one_side() -> None:
    """The hairline behind is higher on a head that lies so."""
    shape = SHAPES["curly"]
    assert shape
    low = []
    for pose in ({}, {"pelvis": [90, 0, 90]}):
        body = solve(read_pose({"root": [0, 30, 0]} | pose, Pose(), "test"))
        _, edge = hairline(HeadSpace(camera(-84, 28, body), body), shape)
        low.append(min(y for _, y, z in edge if z < 0))
    upright, laid = low
    assert laid > upright + 1


@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_a_beard_thins_out_round_its_edge(who: str) -> None:
    """On the cheek there is a strip where skin shows through, and none on the cheekbone."""
    seen = Seen(who, 40)
    side = 1.0 if seen.space.view[0] > 0 else -1.0
    sideburn, cheekbone = surface(5.9 * side, 7.0)[0], surface(4.2 * side, 7.0)[0]
    assert seen.is_tinted("stubble", sideburn)
    assert not seen.covers("beard", sideburn)
    assert not seen.covers("beard", cheekbone)


def test_sideburns_run_along_the_edge_of_the_cheek() -> None:
    """Seen from in front, no skin is left between them and the ear."""
    seen = Seen("tom", 0)
    edges = [on_face((0.0, 4.8, 2.4), (0.9 * side, 0.3, 0.02)) for side in (1.0, -1.0)]
    assert all(seen.covers("beard", edge) for edge in edges)


@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_the_beard_of_a_bowed_head_is_a_crescent(who: str) -> None:
    """Chin and jaw have it; it does not stand up beside the nose."""
    seen = Seen(who, 0, 50)
    assert seen.covers("beard", (0.0, 1.0, 7.5))
    assert not any(seen.covers("beard", surface(x, 7.0)[0]) for x in (-4.0, 4.0))


@pytest.mark.parametrize("side", [1.0, -1.0])
def test_a_beard_stays_on_the_far_cheek_as_a_bowed_head_rolls(side: float) -> None:
    """It goes up beside the eye there: what else is left of it is a bead beside the ear."""
    seen = Seen("tom", 0, body=standing((25, -20 * side, -20 * side)))
    sideburn = [mix((6.5 * side, 7.8, 3.1), (5.85 * side, 5.7, 3.9), share) for share in (0.0, 0.5, 1.0)]
    assert all(seen.covers("beard", place) for place in sideburn)


@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_no_beard_shows_through_the_crown(who: str) -> None:
    """From above the skull hides it."""
    assert all(layer.path.isEmpty() for layer in Seen(who, 160, 70).plain("beard"))


def test_a_bun_lies_down_with_its_head() -> None:
    """It sinks and flattens towards what the head lies on, as its side is seen."""
    heads = [(body, HeadSpace(camera(90, 6, body), body)) for body in (standing(), lying())]
    upright, flat = (Bun(space).path().boundingRect() for _, space in heads)
    assert flat.height() < upright.height()
    floor = heads[1][1].xy((0.0, 9.0, -9.4))[1]
    assert flat.bottom() > floor - 8


@pytest.mark.parametrize("who", ["ruth", "noor", "tom", "elena"])
def test_locks_and_folds_are_as_many_from_everywhere(who: str) -> None:
    """Those that are not seen are points: so each is followed from one drawing to the next."""
    found = {
        tuple(
            layer.path.elementCount()
            for layer in Seen(who, yaw_deg).layers
            if layer.cloth == "hair" and layer.tone == LOCKS
        )
        for yaw_deg in (0, 35, 90, 150)
    }
    assert len(found) == 1
    assert found != {()}


@pytest.mark.parametrize("who", ["maya", "tom", "kenji", "ruth"])
def test_hair_of_a_bowed_head_is_combed(who: str) -> None:
    """Its strands are told from it, dark ones or, of dark hair, light ones; and none lies on the forehead."""
    seen = Seen(who, 0, 8, standing((42, 0, 0)))
    dark = has_dark_hair(person(who))
    (hair,) = (layer.path for layer in seen.plain("hair")[-1:])
    strands = next(
        layer.path
        for layer in seen.layers
        if layer.cloth == "hair" and layer.tone == (LIGHT if dark else LOCKS)
    )
    assert strands.boundingRect().width() > 4 * seen.camera.px_per_cm
    assert strands.subtracted(hair).boundingRect().height() < 0.5 * seen.camera.px_per_cm


def test_no_curl_of_a_head_that_looks_up_hangs_on_its_neck() -> None:
    """Those of the far side do not look out below those of the near one."""
    seen = Seen("amara", -90, 0, standing((-50, 0, 0)))
    near, far = (hair_path(seen.space, SHAPES["curly"], side).boundingRect() for side in (1.0, -1.0))
    assert far.bottom() < near.bottom() + 0.3 * seen.camera.px_per_cm


@pytest.mark.parametrize("who", ["maya", "kenji", "amara"])
def test_hair_has_as_many_points_from_everywhere(who: str) -> None:
    """So it bends from one drawing to the next and is not seen twice."""
    shape = SHAPES[person(who).hair]
    assert shape is not None
    paths = [hair_path(Seen(who, yaw_deg).space, shape, 1.0) for yaw_deg in (0, 30, 60, 90, -40)]
    assert len({path.elementCount() for path in paths if path}) == 1


@pytest.mark.parametrize("who", ["ruth", "elena"])
def test_hair_is_followed_as_the_nape_comes_into_view(who: str) -> None:
    """As the head of somebody on all fours bows, none of its points goes round to another side at once."""
    shape = SHAPES[person(who).hair]
    assert shape is not None

    def points(bend_deg: float) -> list[tuple[float, float]]:
        raw = {"pelvis": [75, 0, 0], "neck": [bend_deg, 0, 12], "head": [0, 0, 14]}
        seen = Seen(who, -101, 26, solve(read_pose(raw, Pose(root=(0, 60, 0)), "test")))
        path = hair_path(seen.space, shape, 1.0)
        assert path
        return [(e.x, e.y) for e in (path.elementAt(i) for i in range(path.elementCount()))]

    bowing = [points(-30.0 + 2 * i) for i in range(40)]
    far_px = max(dist(p, q) for a, b in pairwise(bowing) for p, q in zip(a, b, strict=True))
    assert far_px < 12


def test_long_hair_bares_an_ear_from_beside() -> None:
    """It is tucked behind it, of a head that is upright, hangs or looks up; from in front it covers both."""

    def width(yaw_deg: float, bend_deg: float) -> float:
        ears = Seen("elena", yaw_deg, 8, standing((bend_deg, 0, 0))).plain("face")[-2:]
        return max(ear.path.boundingRect().width() for ear in ears)

    assert width(0, 0) < 0.1
    for bend_deg in (-25, 0, 80):
        assert width(90, bend_deg) > 2


def test_long_hair_falls_from_behind_the_ear_of_a_head_that_looks_down() -> None:
    """From beside it hangs past the jaw, straight down, but not that of one whose crown is down."""
    shape = SHAPES["bob"]
    assert shape is not None

    def lower_cm(bend_deg: float) -> float:
        seen = Seen("elena", 90, 0, standing((bend_deg, 0, 0)))
        hair = hair_path(seen.space, shape, 1.0)
        assert hair
        x, y = seen.space.xy((6.4, 4.0, -3.4))
        below = [hair.contains(QPointF(x, y + cm * 2.0)) for cm in range(12)]
        return below.index(False) if False in below else 12

    assert lower_cm(58) > 6
    assert lower_cm(100) < 5


@pytest.mark.parametrize("who", ["elena", "ruth"])
def test_a_bob_has_no_cut_edge_over_the_shoulder_a_head_leans_to(who: str) -> None:
    """A lock ends beside the hem of its shell, from which that of an upright head does not stand out."""
    shape = SHAPES[person(who).hair]
    assert shape is not None

    def beside_px2(neck: list[int], head: list[int]) -> int:
        raw = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "neck": neck, "head": head}
        space = Seen(who, 0, 0, solve(read_pose(raw, Pose(), "test"))).space
        whole, shell = (hair_path(space, hair, 1.0) for hair in (shape, replace(shape, tips=())))
        assert whole
        assert shell
        box = whole.boundingRect().toAlignedRect()
        spots = (
            QPointF(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        )
        return sum(whole.contains(at) and not shell.contains(at) for at in spots)

    assert beside_px2([0, 0, 0], [0, 0, 0]) < 3
    for side in (1, -1):
        assert beside_px2([16, 16 * side, -4 * side], [1, 23 * side, -13 * side]) > 8


@pytest.mark.parametrize("who", ["elena", "ruth"])
@pytest.mark.parametrize("side", [1, -1])
def test_hair_leaves_the_eye_of_a_head_free_that_leans_to_its_farther_side(who: str, side: int) -> None:
    """The lock that drops to the shoulder there would cross it."""
    seen = Seen(who, 25 * side, 18, standing((0, 28 * side, 0)))
    assert not any(seen.covers("hair", surface(-x * side, 8.0)[0]) for x in (2.5, 3.5, 4.5))


def test_the_ears_are_told_from_each_other() -> None:
    """The one over the hair of a head turned to a side is never taken for the other one."""
    left, right = (ear.path.elementCount() for ear in Seen("maya", 40).plain("face")[-2:])
    assert left != right


def test_a_face_on_the_mat_has_no_brow_and_keeps_its_glasses() -> None:
    """Of closed eyes lashes are all that shows, behind the near lens: who wears glasses stays the same."""
    prone = solve(read_pose({"root": [0, 13, 0], "pelvis": [125, 0, 0]}, Pose(), "test"))
    drawn = {layer.cloth for layer in Seen("kenji", 90, 0, prone).layers}
    assert {"eye", "glasses"} <= drawn
    assert "brow" not in drawn


def test_the_tie_of_a_bun_is_a_band_or_nothing() -> None:
    """From behind a band; from the side and in front no speck of it looks out between hair and bun."""

    def width(yaw_deg: float) -> float:
        seen = Seen("maya", yaw_deg)
        (tie,) = seen.plain("tie")
        return tie.path.boundingRect().width() / seen.camera.px_per_cm

    assert width(180) > 6
    assert all(width(yaw_deg) < 0.1 for yaw_deg in (0, 35, 65))


@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_what_hides_a_beard_never_comes_at_once(who: str) -> None:
    """From level to far above the head has as many pieces of skin and beard, so all can be followed."""
    found = {
        tuple(layer.cloth for layer in Seen(who, 30, pitch_deg).layers if layer.cloth in ("face", "beard"))
        for pitch_deg in (6, 20, 35, 50)
    }
    assert len({seen.count("beard") for seen in found}) == 1


def test_locks_go_with_the_hair_that_falls_back() -> None:
    """None is left on the cheek of a head that lies."""
    seen = Seen("ruth", 90, 6, lying())
    (hair,) = (layer.path for layer in seen.plain("hair")[-1:])
    locks = next(layer.path for layer in seen.layers if layer.cloth == "hair" and layer.tone == LOCKS)
    assert locks.subtracted(hair).boundingRect().width() < 0.5 * seen.camera.px_per_cm


def test_a_loose_strand_hangs_only_on_an_upright_head() -> None:
    """It would stand off the temple of one that lies."""
    shape = SHAPES["bun"]
    assert shape
    for body, shown in ((standing(), True), (lying(), False)):
        seen = Seen("maya", 90, 6, body)
        side = 1.0 if seen.space.view[0] > 0 else -1.0
        (strand,) = (wisp.places for wisp in shape.wisps if wisp.places[0][0] * side > 0)
        assert seen.covers("hair", strand[len(strand) // 2 + 1]) == shown


@pytest.mark.parametrize("who", ["tom", "kenji"])
def test_hair_brushed_up_falls_back_from_the_brow_of_somebody_on_their_back(who: str) -> None:
    """Above the forehead of an upright head there is hair; it does not stand up from one that lies."""
    brushed_up = (0.0, 17.0, 7.4)
    assert Seen(who, -90).covers("hair", brushed_up)
    assert not Seen(who, -90, body=lying()).covers("hair", brushed_up)


@pytest.mark.parametrize("who", ["maya", "tom", "kenji", "ruth", "elena"])
def test_hair_shades_the_forehead_at_its_edge(who: str) -> None:
    """So grey hair is told from pale skin."""
    seen = Seen(who, 0)
    shades = [layer for layer in seen.layers if layer.cloth == "face" and layer.tone > 0]
    edge = seen.space.xy(SHAPES[person(who).hair].edge[0])
    assert any(layer.path.boundingRect().contains(QPointF(*edge)) for layer in shades)
