"""The head: mirrored exactly, whole from every side, and without a jump while it turns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from math import atan2, degrees, dist

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from unhunch.figure.head.bearing import bearing, rises_cm
from unhunch.figure.head.bun import Bun
from unhunch.figure.head.collar import Collar
from unhunch.figure.head.eyes import gaze, shut
from unhunch.figure.head.glasses import RINGS
from unhunch.figure.head.hairline import hung
from unhunch.figure.head.hairstyles import SHAPES
from unhunch.figure.head.head import head_part
from unhunch.figure.head.neck import jaw_shade, neck_muscles
from unhunch.figure.head.profile import nose, profile
from unhunch.figure.head.skull import BOTH, FACE, HeadSpace, on_face, surface
from unhunch.figure.ink.palette import faint, palette
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import filled, hull
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import PEOPLE, Person, has_dark_hair, person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import Vec, point, to_local
from unhunch.figure.themes import LIGHT

SIZE = 64
HALVINGS = 7
EAR_SHADE = 0.4
JUMP = 0.006
"""So much of the light of a picture that the head fills by half may change at once: a freckle."""
everybody = pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)


def standing() -> Body:
    return solve(read_pose({"root": [0, 88, 0], "legs": {"to": [9, 0]}}, Pose(), "test"))


def camera(yaw_deg: float, pitch_deg: float, body: Body) -> Camera:
    x, y, z = body.joints["head"]
    return Camera(yaw_deg, pitch_deg, (x, y + 8, z), px_per_cm=2.0, width=SIZE, height=SIZE)


def layers(who: Person, yaw_deg: float, pitch_deg: float = 6.0) -> list[Layer]:
    body = standing()
    part, behind = head_part(camera(yaw_deg, pitch_deg, body), body, who, Wardrobe())
    return behind + part.layers


def extents(found: list[Layer], mirrored: bool) -> list[tuple[str, list[float]]]:
    """What the plain layers cover. Tones are left out: light does not come from the other side there."""
    out = []
    for layer in found:
        if not layer.tone and layer.cloth != "white":
            r = layer.path.boundingRect()
            left, right = (SIZE - r.right(), SIZE - r.left()) if mirrored else (r.left(), r.right())
            out.append((layer.cloth, [left, right, r.top(), r.bottom()]))
    return sorted(out, key=lambda extent: (extent[0], [round(v, 1) for v in reversed(extent[1])]))


@pytest.mark.parametrize("who", [who for who in PEOPLE if who.hair != "bob"], ids=lambda p: p.id)
@pytest.mark.parametrize("yaw_deg", [20, 75, 140])
def test_the_other_side_is_the_mirror(who: Person, yaw_deg: float) -> None:
    """A head seen from the left is the mirror of it seen from the right, but for a parting at a side."""
    one, other = extents(layers(who, yaw_deg), True), extents(layers(who, -yaw_deg), False)
    assert [cloth for cloth, _ in one] == [cloth for cloth, _ in other]
    for (_, here), (_, there) in zip(one, other, strict=True):
        assert here == pytest.approx(there, abs=0.05)  # pixels: both are made of other points


def grey(who: Person, yaw_deg: float, pitch_deg: float) -> bytes:
    """The head in shades of grey."""
    colours = palette(who, LIGHT)
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.ground))
    qp = QPainter(image)
    qp.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer in layers(who, yaw_deg, pitch_deg):
        tint = colours.shade if layer.tone > 0 else colours.light
        plain = colours.base[layer.tint or layer.cloth]
        is_tone = layer.tone and not layer.tint
        qp.fillPath(layer.path, faint(tint, abs(layer.tone)) if is_tone else plain)
    qp.end()
    shades = image.convertToFormat(QImage.Format.Format_Grayscale8)  # its bits live as long as it does
    return bytes(shades.constBits())


def change(a: bytes, b: bytes) -> float:
    return sum(abs(p - q) for p, q in zip(a, b, strict=True) if p != q) / (255 * SIZE * SIZE)


def jump(shot: Callable[[float], bytes], start: float, end: float) -> float:
    """What is left of the change between two angles when they are brought together."""
    first, last = shot(start), shot(end)
    left = change(first, last)
    for _ in range(HALVINGS):
        if left < JUMP:
            return 0.0
        middle = (start + end) / 2
        picture = shot(middle)
        before, after = change(first, picture), change(picture, last)
        if before > after:
            end, last, left = middle, picture, before
        else:
            start, first, left = middle, picture, after
    return left


@everybody
@pytest.mark.parametrize(
    "pitch_deg", [6, *(pytest.param(pitch_deg, marks=pytest.mark.long) for pitch_deg in (-50, 35))]
)
def test_nothing_jumps_while_the_head_turns(who: Person, pitch_deg: float) -> None:
    """All the way round no feature and no lock comes or goes at once."""
    found = {
        yaw: jump(lambda angle: grey(who, angle, pitch_deg), yaw, yaw + 20) for yaw in range(-180, 180, 20)
    }
    assert {yaw: size for yaw, size in found.items() if size >= JUMP} == {}


@everybody
def test_nothing_jumps_while_the_head_nods(who: Person) -> None:
    """From far below to far above no hair flips over the face."""
    found = {
        pitch: jump(lambda angle: grey(who, 0, angle), pitch, pitch + 15) for pitch in range(-75, 75, 15)
    }
    assert {pitch: size for pitch, size in found.items() if size >= JUMP} == {}


@pytest.mark.parametrize("who", [p for p in PEOPLE if p.hair not in ("bald", "scarf")], ids=lambda p: p.id)
def test_no_hair_rims_a_jaw_from_below(who: Person) -> None:
    """Seen from the feet the nape stays hidden behind chin and throat."""
    body = standing()
    view = camera(0, -55, body)
    space = HeadSpace(view, body)
    part, _ = head_part(view, body, who, Wardrobe())
    hair = [layer.path for layer in part.layers if layer.cloth == "hair" and not layer.tone]
    throat = [space.xy(v) for v in ((0.0, 0.5, -1.0), (2.5, 1.5, -1.0), (-2.5, 1.5, -1.0))]
    assert not any(path.contains(QPointF(*spot)) for path in hair for spot in throat)


def test_eyes_close_when_the_face_is_bowed_or_lies() -> None:
    """Eyes are open upright, closed seen from above, and closed on the back."""
    upright = standing()
    lying = solve(read_pose({"root": [0, 13, 0], "pelvis": [-90, 0, 0]}, Pose(), "test"))
    assert shut(HeadSpace(camera(0, 6, upright), upright)) == 0
    assert shut(HeadSpace(camera(0, 40, upright), upright)) == 1
    assert shut(HeadSpace(camera(90, 10, lying), lying)) == 1
    prone = solve(read_pose({"root": [0, 13, 0], "pelvis": [90, 0, 0]}, Pose(), "test"))
    assert shut(HeadSpace(camera(90, 10, prone), prone)) == 1


def test_a_gaze_drops_before_the_eyes_close() -> None:
    """Of a head on its way down the eyes first look down, wide open; half shut ones look drugged."""
    body = standing()
    straight, below = (HeadSpace(camera(0, pitch_deg, body), body) for pitch_deg in (6, 24))
    assert gaze(straight) == (0, 0)
    assert gaze(below)[1] < -0.3
    assert shut(below) == 0


def test_eyes_are_hardly_ever_half_shut() -> None:
    """On the way down they are open or closed, but for a blink: half shut ones look sly."""
    body = standing()
    shares = [shut(HeadSpace(camera(0, float(pitch_deg), body), body)) for pitch_deg in range(61)]
    assert shares == sorted(shares)
    assert sum(0.05 < share < 0.95 for share in shares) <= 4


@pytest.mark.parametrize("lean_deg", [-40, 40])
def test_eyes_close_on_a_head_laid_to_a_side(lean_deg: float) -> None:
    """It rests there."""
    body, less = leaning(lean_deg), leaning(lean_deg / 3)
    assert shut(HeadSpace(camera(0, 6, body), body)) == 1
    assert shut(HeadSpace(camera(0, 6, less), less)) == 0


def test_eyes_stay_shut_while_a_bowed_head_rolls() -> None:
    """From a chin that is low to an ear over its shoulder, they do not open in between."""
    between = {"chest": [4, 1.5, 0], "neck": [26, 10, 0], "head": [8, 11, -2]}
    body = solve(read_pose({"root": [0, 88, 0]} | between, Pose(), "test"))
    assert shut(HeadSpace(camera(14, 1, body), body)) == 1


@pytest.mark.parametrize("who", [who for who in PEOPLE if who.hair in ("bald", "short", "bun")])
def test_ears_are_seen_from_the_crown(who: Person) -> None:
    """They stand out of skull and hair on both sides: else a head from above is a ball."""
    body = standing()
    view = camera(180, 75, body)
    part, _ = head_part(view, body, who, Wardrobe())
    ears = [layer.path.boundingRect() for layer in part.layers if layer.cloth == "face"][:2]
    before = [layer for layer in part.layers if layer.cloth == "hair"] or part.layers[3:4]
    head = QRectF()
    for layer in before:
        head |= layer.path.boundingRect()
    assert min(ear.left() for ear in ears) < head.left()
    assert max(ear.right() for ear in ears) > head.right()


def leaning(lean_deg: float) -> Body:
    """Somebody who stands with the head leant to a side."""
    pose = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "head": [0, lean_deg, 0]}
    return solve(read_pose(pose, Pose(), "test"))


@pytest.mark.parametrize("who", ["ruth", "elena"])
def test_the_hair_of_a_leaning_head_hangs_down(who: str) -> None:
    """On both sides its ends are nearer to the side the head leans to than on an upright head."""

    shape = SHAPES[person(who).hair]
    assert shape
    body = leaning(30)
    space = HeadSpace(camera(0, 6, body), body)
    (left, *_), (right, *_) = hung(space, shape, [(6.0, 0.0, -1.0), (-6.0, 0.0, -1.0)])
    towards = left - 6
    assert abs(towards) > 1.5
    assert (right + 6) * towards > 2


def test_the_eye_of_a_profile_is_inside_the_face() -> None:
    """It does not touch the bridge of the nose."""
    found = {layer.cloth: layer.path.boundingRect() for layer in layers(person("maya"), 90) if not layer.tone}
    face, eye = found["face"], found["eye"]
    outer = min(abs(eye.left() - face.left()), abs(face.right() - eye.right()))
    assert outer > 2.0


def test_the_jaw_rises_from_the_chin_to_the_ear() -> None:
    """The neck is seen below it; a jaw that runs level looks like a block."""
    body = standing()
    view = camera(90, 0, body)
    space = HeadSpace(view, body)
    face = filled(hull([space.egg(c, r) for c, r in FACE], view.detail))
    assert face.contains(QPointF(*space.xy((0.0, 0.2, 5.2))))
    assert not face.contains(QPointF(*space.xy((0.0, 0.6, 0.5))))


def test_folds_below_a_chin_lie_behind_it() -> None:
    """A scarf is one cloth: its folds go on under the head, which throws no shadow on it."""
    body = standing()
    part, behind = head_part(camera(0, 6, body), body, person("noor"), Wardrobe())
    assert behind[-1].tone > 0
    assert not part.casts


@pytest.mark.parametrize("turn_deg", [-30, 30])
def test_the_eyes_go_ahead_of_a_turn(turn_deg: float) -> None:
    """They look to the side the head is turned to."""
    pose = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "head": [0, 0, turn_deg]}
    body = solve(read_pose(pose, Pose(), "test"))
    space = HeadSpace(camera(0, 6, body), body)
    assert abs(space.turn) > 0.3
    assert gaze(space)[0] * space.turn > 0.05


@everybody
def test_open_eyes_are_dark_ovals_with_a_light(who: Person) -> None:
    """Each has one light within it, and no white round it; closed ones have none, but some have lashes."""

    def parts(pitch_deg: float) -> tuple[list[QPolygonF], list[QPolygonF]]:
        found = layers(who, 0, pitch_deg)
        dark, light = (
            [polygon for layer in found if layer.cloth == cloth for polygon in layer.path.toSubpathPolygons()]
            for cloth in ("eye", "white")
        )
        return dark, light

    (lid_l, eye_l, lid_r, eye_r), lights = parts(6)
    for eye, lid, light in zip((eye_l, eye_r), (lid_l, lid_r), lights, strict=True):
        box = eye.boundingRect()
        assert box.height() > box.width()
        assert box.contains(light.boundingRect())
        assert lid.boundingRect().top() < box.top()
    lashes = 3 if who.face.lids > 1 else 0
    assert len(parts(45)[0]) == 2 * (1 + lashes)
    assert parts(45)[1] == []


def test_faces_differ() -> None:
    """Everybody has a face of their own."""
    assert len({who.face for who in PEOPLE}) == len(PEOPLE)


@pytest.mark.parametrize("yaw_deg", [-30, 0, 30])
def test_the_shaded_side_of_a_nose_is_away_from_the_light(yaw_deg: float) -> None:
    """The light comes from the left of the picture, wherever the face looks."""
    body = standing()
    view = camera(yaw_deg, 6, body)
    space = HeadSpace(view, body)
    side = nose(space)[0]
    middle = side.path.boundingRect().center().x()
    assert side.path.isEmpty() or middle > space.xy((0.0, 7.3, 10.0))[0] - 0.2


def test_the_back_of_a_bowed_head_comes_nearer_to_its_face() -> None:
    """So there is less hair above the face, which stays; seen from behind nothing changes."""
    body = standing()
    upright, bowed, behind = (HeadSpace(camera(*way, body), body) for way in ((0, 6), (0, 50), (180, 50)))
    assert upright.bowed == behind.bowed == 0
    assert bowed.bowed == 1
    back, face = (0.0, 9.0, -8.9), (0.0, 9.0, 8.9)
    assert bowed.at(face) == pytest.approx(upright.at(face))
    assert bowed.at(back)[2] > upright.at(back)[2] + 2
    assert Bun(bowed).way[1] < 0.5 < Bun(upright).way[1]


@pytest.mark.parametrize("who", ["ruth", "elena"])
def test_bobs_of_bowed_heads_hang_past_the_cheek(who: str) -> None:
    """Beside the cheek hair hangs lower than its hairline, on both sides."""
    body = standing()
    view = camera(0, 50, body)
    part, _ = head_part(view, body, person(who), Wardrobe())
    hair = next(layer.path for layer in part.layers if layer.cloth == "hair" and not layer.tone)
    space = HeadSpace(view, body)
    assert all(hair.contains(QPointF(*space.xy((7.0 * sx, 5.5, 4.5)))) for sx in (1.0, -1.0))


@pytest.mark.parametrize("who", ["tom", "amara", "samuel"])
def test_the_ear_of_a_head_that_hangs_lies_before_its_hair(who: str) -> None:
    """By it the side of a head is told on hands and knees."""
    prone = solve(read_pose({"root": [0, 13, 0], "pelvis": [90, 0, 0]}, Pose(), "test"))
    part, _ = head_part(camera(90, 10, prone), prone, person(who), Wardrobe())
    plain = [layer.cloth for layer in part.layers if not layer.tone]
    assert plain[-1] == "face"
    assert "hair" in plain or any(layer.tint == "stubble" for layer in part.layers)


def glasses(yaw_deg: float, pitch_deg: float) -> QPainterPath:
    path = QPainterPath()
    for layer in layers(person("kenji"), yaw_deg, pitch_deg):
        if layer.cloth == "glasses":
            path.addPath(layer.path)
    return path


@pytest.mark.parametrize(("yaw_deg", "pitch_deg"), [(106, 0), (130, 6), (180, 20), (0, 84)])
def test_a_face_turned_away_takes_its_glasses_along(yaw_deg: float, pitch_deg: float) -> None:
    """Nothing of them looks out from behind the head."""
    assert glasses(yaw_deg, pitch_deg).isEmpty()


def test_a_profile_wears_glasses_seen_from_their_edge() -> None:
    """One lens, a narrow oval within the face, and the side that runs from it to the ear."""
    face, rims, side = (
        [layer.path.boundingRect() for layer in layers(person("kenji"), 90, 0) if layer.cloth == cloth]
        for cloth in ("face", "glasses", "glasses")
    )
    lens, temple = rims[0], side[1]
    assert lens.width() < 0.5 * lens.height()
    assert face[len(BOTH) + 1].contains(lens)  # it comes after the ears and their shade
    assert temple.width() > 4 * temple.height()
    assert temple.intersects(lens.adjusted(-1, -1, 1, 1))


def test_the_side_of_glasses_seen_from_below_is_straight() -> None:
    """Round the temple it would hang like a string."""
    side = [layer.path for layer in layers(person("kenji"), 50, -25) if layer.cloth == "glasses"][1]
    points = [(p.x(), p.y()) for p in side.toFillPolygon()]
    (x, y), (u, v) = max(combinations(points, 2), key=lambda ends: dist(*ends))
    long = dist((x, y), (u, v))
    assert long > 4
    assert all(abs((u - x) * (b - y) - (v - y) * (a - x)) / long < 0.05 * long for a, b in points)


@pytest.mark.parametrize("yaw_deg", [20, 30, 40, 50, 60])
@pytest.mark.parametrize("who", ["kenji", "ruth"])
def test_a_far_lens_ends_at_the_edge_of_the_face(who: str, yaw_deg: float) -> None:
    """It does not stand out beyond the cheek."""
    body = standing()
    view = camera(yaw_deg, 6, body)
    space = HeadSpace(view, body)
    face = filled(hull([space.egg(c, r) for c, r in FACE], view.detail)).boundingRect()
    rims = next(layer for layer in layers(person(who), yaw_deg) if layer.cloth == "glasses").path
    assert rims.boundingRect().left() > face.left() - 0.5


def test_glasses_of_a_bowed_head_are_level() -> None:
    """From above too each lens is an even oval: its outer end is hardly higher than its inner one."""
    body = standing()
    view = camera(0, 45, body)
    left, right = lens_ends(HeadSpace(view, body))
    assert abs(left[1] - right[1]) < 0.25 * abs(left[0] - right[0])


def lens_ends(space: HeadSpace) -> tuple[tuple[float, float], tuple[float, float]]:
    """The outer and the inner end of a lens on the screen."""
    rings = [r for r in RINGS if r.places[0][0] > 0]
    outer, inner = space.xys((rings[0].places[0], rings[0].places[8]))
    return outer, inner


@pytest.mark.parametrize("who", ["tom", "samuel"])
@pytest.mark.parametrize("yaw_deg", [0, 45, 80])
def test_no_skin_shows_between_beard_and_lips(who: str, yaw_deg: float) -> None:
    """All round the mouth is beard: a chip of skin there looks like a tooth."""
    body = standing()
    space = HeadSpace(camera(yaw_deg, 6, body), body)
    found = [layer.path for layer in layers(person(who), yaw_deg) if layer.cloth == "beard"]
    near = 1.0 if space.view[0] >= 0 else -1.0
    for spot in (surface(x * near, y)[0] for x, y in ((0.6, 2.0), (1.0, 3.8), (0.8, 2.9))):
        assert any(path.contains(QPointF(*space.xy(spot))) for path in found)


def scarf(yaw_deg: float, body: Body | None = None) -> QPainterPath:
    """The cloth of a scarf below the head."""
    body = body or standing()
    _, behind = head_part(camera(yaw_deg, 6, body), body, person("noor"), Wardrobe())
    return next(layer.path for layer in behind[::-1] if not layer.tone)


@pytest.mark.parametrize("yaw_deg", [60, 90])
def test_a_profile_has_an_eye_and_a_mouth(yaw_deg: float) -> None:
    """The features on the side that is seen do not vanish before the profile."""
    cloths = {layer.cloth for layer in layers(person("elena"), yaw_deg) if not layer.path.isEmpty()}
    assert {"eye", "brow", "lip"} <= cloths


def test_both_eyes_show_at_three_quarters() -> None:
    """The far eye is there at three quarters, narrower than the near one."""
    eyes = next(layer for layer in layers(person("elena"), 38) if layer.cloth == "eye").path
    middles = sorted(polygon.boundingRect().center().x() for polygon in eyes.toFillPolygons())
    assert middles[-1] - middles[0] > 4


@pytest.mark.parametrize("yaw_deg", [-36, 36])
def test_a_far_eye_is_as_open_as_the_near_one(yaw_deg: float) -> None:
    """It is narrower, as high, and within the face."""
    found = layers(person("elena"), yaw_deg)
    face = next(layer for layer in found if layer.cloth == "face").path.boundingRect()
    _, left, _, right = next(layer for layer in found if layer.cloth == "eye").path.toSubpathPolygons()
    far, near = sorted((polygon.boundingRect() for polygon in (left, right)), key=lambda r: r.width())
    assert 0.4 < far.width() / near.width() < 0.9
    assert far.height() > 0.8 * near.height()
    assert face.contains(far)


def test_a_profile_goes_in_and_out() -> None:
    """The nose stands out most, and between the lips, which stand out too, there is a notch."""
    body = standing()
    space = HeadSpace(camera(90, 0, body), body)
    face = next(layer for layer in layers(person("elena"), 90, 0) if layer.cloth == "face").path

    def reach(y: float) -> float:
        """How far in front of the neck the face reaches at a height."""
        z = 5.0
        while face.contains(QPointF(*space.xy((0.0, y, z)))):
            z += 0.05
        return z

    hollow, tip, upper, mouth, lower, fold, chin = map(reach, (9.2, 6.0, 3.7, 3.0, 2.5, 1.6, 0.8))
    assert tip == max(hollow, tip, upper, mouth, lower, fold, chin)
    assert mouth < min(upper, lower) - 0.1
    assert fold < min(lower, chin)


def test_a_head_seen_from_the_feet_nods() -> None:
    """Lying, it would show more chin than face: it is drawn as if seen less from below, in its place."""
    lying = solve(read_pose({"root": [0, 13, 0], "pelvis": [-90, 0, 0]}, Pose(), "test"))
    view = camera(0, 36, lying)
    space = HeadSpace(view, lying)
    plain = to_local(lying.frames["head"], view.towards)
    assert plain[1] < space.view[1] - 0.15 < 0
    middle = space.at((0.0, 9.0, 0.0))
    assert dist(middle, point(lying.joints["head"], lying.frames["head"], (0.0, 9.0, 0.0))) < 2


@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_a_bowed_face_has_cheeks_over_its_beard(who: str) -> None:
    """So a crescent of it is left below them, and not a ball before the face."""
    body = standing()
    space = HeadSpace(camera(0, 52, body), body)
    found = layers(person(who), 0, 52)
    last = max(i for i, layer in enumerate(found) if layer.cloth == "beard" and not layer.tone)
    skin = [layer.path for layer in found[last + 1 :] if layer.cloth == "face" and not layer.tone]
    cheek, chin = (QPointF(*space.xy(surface(x, y)[0])) for x, y in ((2.0, 7.0), (1.5, 2.2)))
    assert any(path.contains(cheek) for path in skin)
    assert any(layer.path.contains(chin) for layer in found if layer.cloth == "beard")
    assert not any(path.contains(chin) for path in skin)


def test_a_beard_is_not_seen_through_the_crown() -> None:
    """From above the skull hides where a beard begins before the ears."""
    body = standing()
    space = HeadSpace(camera(0, 80, body), body)
    found = layers(person("samuel"), 0, 80)
    beard = next(i for i, layer in enumerate(found) if layer.cloth == "beard" and not layer.tone)
    skin = [layer.path for layer in found[beard + 1 :] if layer.cloth == "face" and not layer.tone]
    assert any(path.contains(QPointF(*space.xy((5.3, 8.0, 3.3)))) for path in skin)


@pytest.mark.parametrize("turn_deg", [-35, 0, 35])
def test_a_muscle_stands_out_on_a_neck_that_turns(turn_deg: float) -> None:
    """On the side the face turns from; a neck at rest is smooth."""
    pose = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "head": [0, 0, turn_deg]}
    body = solve(read_pose(pose, Pose(), "test"))
    view = camera(0, 6, body)
    root, collar = body.spine[5]
    pit = point(root, collar, (0.0, 0.0, 4.0))
    path = neck_muscles(view, body, pit, collar).path
    assert path.isEmpty() == (turn_deg == 0)
    if turn_deg:
        turned = HeadSpace(view, body).turn
        assert (path.boundingRect().center().x() - view.xy(pit)[0]) * turned < 0


@pytest.mark.parametrize("yaw_deg", [-65, 65])
def test_the_nose_hides_the_far_eye_near_the_profile(yaw_deg: float) -> None:
    """No second eye stands at the edge of the face."""
    lid_and_oval = next(layer for layer in layers(person("elena"), yaw_deg) if layer.cloth == "eye").path
    assert len(lid_and_oval.toSubpathPolygons()) == 2


@pytest.mark.parametrize("side", [-1, 1])
def test_a_head_more_than_half_aside_is_drawn_nearer_its_profile(side: float) -> None:
    """It goes on turning all the way, is never turned back, and a face half aside stays as it is."""
    body = standing()
    drawn = {}
    for yaw_deg in range(0, 91, 3):
        view = camera(side * yaw_deg, 0, body)
        x, _, z = to_local(bearing(view, body)[1], view.towards)
        drawn[yaw_deg] = degrees(atan2(abs(x), z))
    assert drawn[33] == pytest.approx(33, abs=1)
    assert drawn[51] > 60
    assert all(turn > yaw_deg - 1 for yaw_deg, turn in drawn.items())
    assert list(drawn.values()) == sorted(drawn.values())


@pytest.mark.parametrize("side", [-1, 1])
def test_a_far_eye_goes_behind_the_contour(side: float) -> None:
    """It gets narrower before it gets low, and lies nearer and nearer to the edge of the face."""
    widths, heights, gaps = [], [], []
    for yaw_deg in (37, 38.2, 39, 39.6):  # it is drawn a little farther turned
        found = layers(person("elena"), side * yaw_deg)
        face = next(layer for layer in found if layer.cloth == "face").path.boundingRect()
        polygons = next(layer for layer in found if layer.cloth == "eye").path.toSubpathPolygons()
        boxes = [polygon.boundingRect() for polygon in (polygons[1], polygons[3])]
        far = min(boxes, key=lambda box: min(box.left() - face.left(), face.right() - box.right()))
        widths.append(far.width())
        heights.append(far.height())
        gaps.append(min(far.left() - face.left(), face.right() - far.right()))
    assert widths[-1] < 0.7 * widths[0]
    assert heights[-1] > 0.9 * heights[0]
    assert gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize("who", [who for who in PEOPLE if who.hair != "scarf"], ids=lambda p: p.id)
def test_the_chin_of_a_bowed_head_lies_before_its_collar(who: Person) -> None:
    """It touches the shirt below the collar, and does not sink into it."""
    body = bowed()
    view = camera(0, 5, body)
    part, _ = head_part(view, body, who, Wardrobe())
    chin = max(layer.path.boundingRect().bottom() for layer in part.layers if layer.cloth == "face")
    lip = max(p.imag for p, _ in Collar(body, view, who).edge)
    assert lip < chin < lip + 3 * view.px_per_cm


def bowed() -> Body:
    """One whose chin is on the chest."""
    pose = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "neck": [38, 0, 0]}
    return solve(read_pose(pose, Pose(), "test"))


def test_a_lying_head_has_its_bun_on_the_crown() -> None:
    """It does not lie on its bun, which shows from the feet; an upright head has it farther back."""
    upright = standing()
    lying = solve(read_pose({"root": [0, 13, 0], "pelvis": [-90, 0, 0]}, Pose(), "test"))
    seen_from_feet = camera(0, 40, lying)
    assert Bun(HeadSpace(camera(90, 6, upright), upright)).way[2] < -0.5
    space = HeadSpace(seen_from_feet, lying)
    bun = Bun(space)
    assert bun.way[2] > -0.2
    face = filled(*(hull([space.egg(c, r)], seen_from_feet.detail) for c, r in FACE)).boundingRect()
    assert bun.path().boundingRect().top() < face.top() - 4


@pytest.mark.parametrize("who", ["ruth", "elena"])
@pytest.mark.parametrize("yaw_deg", [25, 35, 45])
def test_hair_beside_the_far_cheek_has_no_gap(who: str, yaw_deg: float) -> None:
    """Beyond the face a bob hangs from the temple to its hem: no lock of it stands alone."""
    body = standing()
    view = camera(yaw_deg, 6, body)
    _, behind = head_part(view, body, person(who), Wardrobe())
    space, hair = HeadSpace(view, body), behind[0].path
    far = -1.0 if space.view[0] > 0 else 1.0
    beside = [space.xy((far * 8.0, y, -1.0)) for y in (8.0, 7.0, 6.0, 5.0, 4.0)]
    assert all(hair.contains(QPointF(*spot)) for spot in beside)


@pytest.mark.parametrize("yaw_deg", [0, 90, 150, 180])
def test_a_shaven_skull_has_no_shadow_of_hair(yaw_deg: float) -> None:
    """What is thin of the beard ends before the ear; a dark patch above it would be a cap."""
    body = standing()
    space = HeadSpace(camera(yaw_deg, 6, body), body)
    thin = [layer.path for layer in layers(person("samuel"), yaw_deg) if layer.tint == "stubble"]
    above_ears = [(x * 7.3, 11.5, -1.0) for x in BOTH] + [(0.0, 10.0, -8.7)]
    assert not any(path.contains(QPointF(*space.xy(spot))) for path in thin for spot in above_ears)


def test_a_shaven_head_goes_on_down_to_the_neck() -> None:
    """The back of its head does not stand out over the neck, as that of a skull without hair does."""
    body = standing()
    view = camera(90, 0, body)
    space = HeadSpace(view, body)
    skin = max(
        (layer.path for layer in layers(person("samuel"), 90, 0) if layer.cloth == "face" and not layer.tone),
        key=lambda path: path.boundingRect().width(),
    )
    assert all(skin.contains(QPointF(*space.xy((0.0, y, z)))) for y, z in ((7.5, -6.8), (5.5, -5.5)))


def test_the_ear_of_a_shaven_head_throws_a_shade() -> None:
    """On its side, where nothing else tells it from the head; none falls beside the head from in front."""

    def shade(yaw_deg: float) -> float:
        box = next(
            layer.bounds
            for layer in layers(person("samuel"), yaw_deg)
            if layer.cloth == "face" and layer.tone == EAR_SHADE
        )
        return box.height()

    ear = next(layer.bounds for layer in layers(person("samuel"), 90) if layer.cloth == "face")
    assert shade(90) > ear.height()
    assert shade(0) < shade(90)


@pytest.mark.parametrize("yaw_deg", [-40, 0, 90, 180])
def test_a_bald_crown_has_a_light(yaw_deg: float) -> None:
    """On the side of the picture the light comes from, wherever the face looks."""
    found = layers(person("samuel"), yaw_deg)
    (light,) = (layer.bounds for layer in found if layer.cloth == "face" and layer.soft and not layer.tint)
    face = max((layer.bounds for layer in found if layer.cloth == "face"), key=lambda r: r.height())
    assert face.contains(light)
    assert light.center().x() < face.center().x()
    assert light.center().y() < face.center().y()


@pytest.mark.parametrize("yaw_deg", [-40, 0, 90, 180])
def test_hair_has_one_light(yaw_deg: float) -> None:
    """It lies in the hair's own texture; curls have lights of their own."""
    for who in PEOPLE:
        lights = [
            layer for layer in layers(who, yaw_deg) if layer.cloth == "hair" and layer.soft and not layer.tint
        ]
        assert len(lights) == (who.hair not in ("bald", "scarf", "curly"))


def test_points_on_the_face_lie_on_the_face() -> None:
    """A point found along a way, or above x and y, lies on the outermost of skull, jaw and chin."""
    for place in (on_face((0.0, 5.0, 2.0), (0.3, -0.5, 0.8)), surface(2.0, 4.0)[0]):
        reach = [
            sum(((p - c) / r) ** 2 for p, c, r in zip(place, centre, radii, strict=True))
            for centre, radii in FACE
        ]
        assert min(reach) == pytest.approx(1)


def test_dark_hair_is_told_from_light() -> None:
    """Shades are left out where they would not show."""
    assert {p.id for p in PEOPLE if has_dark_hair(p)} == {"maya", "amara", "kenji", "samuel"}


def test_a_beard_joins_the_hair_and_follows_the_jaw() -> None:
    """By a sideburn before the ear; in a profile no cheek is left between it and the jaw's angle."""
    body = standing()
    space = HeadSpace(camera(90, 0, body), body)
    found = layers(person("tom"), 90, 0)
    beard, hair = (
        next(layer for layer in found if layer.cloth == cloth and not layer.tone).path
        for cloth in ("beard", "hair")
    )
    assert beard.intersects(hair)
    for spot in ((5.6, 8.0, 3.0), (5.4, 3.0, 1.2), (3.0, 0.2, 5.0)):
        assert beard.contains(QPointF(*space.xy(spot)))


@pytest.mark.parametrize("pitch_deg", [30.0, 45.0, 55.0])
def test_a_beard_stays_whole_from_the_side(pitch_deg: float) -> None:
    """However far from above the head is seen."""
    body = standing()
    space = HeadSpace(camera(75, pitch_deg, body), body)
    found = layers(person("tom"), 75, pitch_deg)
    beard = next(layer for layer in found if layer.cloth == "beard" and not layer.tone).path
    assert any(beard.contains(QPointF(*space.xy((x * 5.2, 3.4, 3.0)))) for x in BOTH)


@pytest.mark.parametrize("who", ["kenji", "tom"])
def test_short_hair_stands_up_over_the_forehead(who: str) -> None:
    """From the side, also of a head whose crown hangs, and lies flat on one that rests on it."""

    def stands(pitch_deg: float, root_y: float = 88) -> bool:
        body = solve(read_pose({"root": [0, root_y, 0], "pelvis": [pitch_deg]}, Pose(), "test"))
        view = camera(90, 0, body)
        part, _ = head_part(view, body, person(who), Wardrobe())
        hair = next(layer for layer in part.layers if layer.cloth == "hair" and not layer.tone).path
        return bool(hair.contains(QPointF(*HeadSpace(view, body).xy((0.0, 16.8, 7.2)))))

    assert stands(0)
    assert stands(165)
    assert not stands(125, root_y=13)


@pytest.mark.parametrize("who", ["ruth", "elena"])
def test_the_hem_of_a_bob_stays_level_as_the_face_looks_up(who: str) -> None:
    """It swings round as a whole: its lowest part is no tip at the nape."""
    body = solve(read_pose({"root": [0, 88, 0], "head": [-20], "neck": [-20]}, Pose(), "test"))
    view = camera(90, 0, body)
    part, _ = head_part(view, body, person(who), Wardrobe())
    hair = next(layer for layer in part.layers if layer.cloth == "hair" and not layer.tone).path
    box = hair.boundingRect()
    low = box.bottom() - 0.15 * box.height()
    wide = sum(hair.contains(QPointF(box.left() + i * box.width() / 60, low)) for i in range(60)) / 60
    assert wide > 0.5


@pytest.mark.parametrize("who", ["maya", "tom", "kenji"])
@pytest.mark.parametrize("yaw_deg", [35, 65, 90])
def test_no_forehead_stands_out_beyond_its_hair(who: str, yaw_deg: float) -> None:
    """Above the hairline no rim of skin shows."""
    body = standing()
    space = HeadSpace(camera(yaw_deg, 6, body), body, person(who).face)
    found = layers(person(who), yaw_deg)
    hair = [layer.path for layer in found if layer.cloth == "hair" and not layer.tone]
    skin = max((layer.path for layer in found if layer.cloth == "face"), key=lambda p: p.length())
    shape = SHAPES[person(who).hair]
    assert shape
    hairline = space.xy(shape.edge[0])[1] - 1.5
    above = [spot for outline in skin.toSubpathPolygons() for spot in outline if spot.y() < hairline]
    assert len(above) > 3
    assert all(any(path.contains(spot) for path in hair) for spot in above)


def test_a_profile_has_a_brow_a_nose_and_two_lips() -> None:
    """From the hollow under the brow the nose stands out by a tenth of the head's height; both lips do a
    little, with the mouth between them.
    """
    body = standing()
    view = camera(90, 0, body)
    space = HeadSpace(view, body)
    (line, *_) = profile(space, False)
    outline = filled(line)

    def reach(y: float) -> float:
        """How far ahead the outline goes at a height, in cm of head space."""
        steps = [i / 20 for i in range(100, 240)]
        return max(z for z in steps if outline.contains(QPointF(*space.xy((0.0, y, z)))))

    brow, hollow, tip = reach(10.3), reach(8.75), max(map(reach, (5.7, 6.0, 6.3)))
    upper, mouth, lower, chin, below_lip = map(reach, (3.6, 3.0, 2.45, 0.7, 1.4))
    assert brow > hollow + 0.3
    assert tip > hollow + 1.5
    assert min(upper, lower) > mouth + 0.1
    assert min(lower, chin) > below_lip + 0.1


@pytest.mark.parametrize("side", BOTH)
@pytest.mark.parametrize("pitch_deg", [90, 140])
def test_a_head_that_hangs_is_drawn_in_profile(pitch_deg: float, side: float) -> None:
    """Where its face would look away: a little to the viewer, its chin off the throat."""
    body = solve(read_pose({"root": [0, 88, 0], "pelvis": [pitch_deg]}, Pose(), "test"))
    space = HeadSpace(camera(67 * side, 13, body), body)
    _, _, face = body.frames["head"]
    assert 0 < space.view[2] < 0.35
    assert space.frame[2][2] > face[2] + 0.1


def test_a_head_comes_into_profile_without_a_jump() -> None:
    """As it hangs more and more, and as it comes down to the mat."""

    def face(pitch_deg: float, root_y: float) -> Vec:
        body = solve(read_pose({"root": [0, root_y, 0], "pelvis": [pitch_deg]}, Pose(), "test"))
        return HeadSpace(camera(67, 13, body), body).frame[2]

    hanging = [face(pitch_deg, 88) for pitch_deg in range(0, 160, 2)]
    lowered = [face(120, root_y) for root_y in range(120, 30, -1)]
    assert all(dist(a, b) < 0.13 for way in (hanging, lowered) for a, b in pairwise(way))
    assert dist(lowered[-1], solve(read_pose({"pelvis": [120]}, Pose(), "test")).frames["head"][2]) < 1e-6


def test_a_head_sits_higher_above_shoulders_that_are_drawn_up() -> None:
    """A little, and only above both: a shrug leaves some of the neck to be seen."""

    def sits(**shoulders: list[float]) -> float:
        body = solve(read_pose({"root": [0, 88, 0], **shoulders}, Pose(), "test"))
        return HeadSpace(camera(0, 6, body), body).origin[1] - body.joints["head"][1]

    at_rest = sits()
    assert at_rest + 0.8 < sits(shoulders=[8, 0]) < at_rest + 2
    assert sits(shoulder_l=[8, 0]) == pytest.approx(at_rest)


def test_a_head_sits_higher_between_raised_arms() -> None:
    """So that there is a neck; but not on a chest that leans far over, where a forehead may lie on a mat."""

    def rises(**pose: object) -> float:
        return rises_cm(solve(read_pose({"root": [0, 88, 0], **pose}, Pose(), "test")))

    assert rises() == pytest.approx(0.0)
    assert 2 < rises(arms={"raised": 165, "around": 90}) < 3
    assert rises(pelvis=[90], arms={"raised": 165, "around": 90}) == pytest.approx(0.0, abs=0.01)


def test_a_head_is_drawn_anew_as_the_shoulders_rise() -> None:
    """Although it has not moved itself."""
    wardrobe = Wardrobe()

    def top(rise_cm: float) -> float:
        body = solve(read_pose({"root": [0, 88, 0], "shoulders": [rise_cm, 0]}, Pose(), "test"))
        part, _ = head_part(camera(0, 6, body), body, person("samuel"), wardrobe)
        return min(layer.path.boundingRect().top() for layer in part.layers)

    assert top(8) < top(0) - 1


@pytest.mark.parametrize("pitch_deg", [0, 60, 120, -90])
def test_the_jaw_shades_the_neck_along_its_edge(pitch_deg: float) -> None:
    """From below the ear to the chin, on one that is upright, bows, hangs or lies."""
    body = solve(read_pose({"root": [0, 88, 0], "pelvis": [pitch_deg]}, Pose(), "test"))
    view = camera(90, 6, body)
    shade, space = jaw_shade(view, body), HeadSpace(view, body)
    assert shade.soft
    assert shade.tint == "below_jaw"
    below_ear, below_jaw, below_chin = (0, 1.9, -1.0), (0, 0.5, 2.0), (0, -1.6, 5.0)
    assert all(shade.path.contains(QPointF(*space.xy(at))) for at in (below_ear, below_jaw, below_chin))
