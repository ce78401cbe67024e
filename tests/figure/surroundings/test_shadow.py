"""Shadows where something touches, and only there."""

import itertools

import pytest
from PySide6.QtGui import QImage, QPainter
from tests.figure.canvas import SIZE, WALL, camera, canvas

from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.rig.anatomy import HEAD_SHAPE, egg_bottom
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import mix, point
from unhunch.figure.surroundings.cast import Cast, floor_shadows, paint_casts
from unhunch.figure.surroundings.shadow import paint_shade
from unhunch.figure.surroundings.wall_cast import wall_shadows
from unhunch.figure.themes import LIGHT

_ASIDE_PX = 1.5  # half a centimetre, at the scale it is measured


def darkness(image: QImage) -> int:
    """The sum of all opacities."""
    return sum(image.pixelColor(x, y).alpha() for x in range(SIZE) for y in range(SIZE))


def draw_floor_shadow(painter: QPainter, seen_from: Camera, body: Body) -> None:
    """The whole shadow of a body as one drawing has it."""
    seen = (floor_shadows(seen_from, LIGHT, body, Wardrobe()), seen_from)
    paint_casts(painter, seen_from, seen, seen, 0.0)


def draw_wall_shadow(painter: QPainter, seen_from: Camera, body: Body) -> None:
    """What its arms throw on the wall."""
    seen = (wall_shadows(seen_from, LIGHT, body, [WALL], Wardrobe()), seen_from)
    paint_casts(painter, seen_from, seen, seen, 0.0)


def shade_of(up_cm: float) -> int:
    """How much shadow a standing figure throws that hovers so high."""
    image, painter = canvas()
    draw_floor_shadow(painter, camera(), solve(Pose(root=(0.0, 87.5 + up_cm, 0.0))))
    painter.end()
    return darkness(image)


def test_the_floor_shadow_fades_as_the_body_lifts() -> None:
    """Feet on the floor throw a shadow, lifted ones a fainter one, far ones none."""
    on, lifted, far = shade_of(0.0), shade_of(5.0), shade_of(30.0)
    assert on > 1.5 * lifted > 0
    assert far == 0


def test_a_head_on_the_floor_has_its_darkest_shadow_under_its_own_base() -> None:
    """Not below it on the screen, where it would look as if the head hung in the air."""
    body = solve(Pose(root=(0.0, 60.0, 0.0)))
    x, y, z = point(body.joints["head"], body.frames["head"], (0.0, 10.0, 1.0))
    a, b, c = body.joints["head"]
    body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0)) | {"head": (a, b + 10.0 - y, c)}
    body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
    image, painter = canvas()
    seen_from = Camera(0, 30, (x, 10.0, z), px_per_cm=4.0, width=SIZE, height=SIZE)
    draw_floor_shadow(painter, seen_from, body)
    painter.end()
    u, v = seen_from.xy((x, 10.0, z))
    column = [image.pixelColor(round(u), row).alpha() for row in range(SIZE)]
    assert max(column) > 60
    base = round(v + 7.7 * seen_from.px_per_cm)
    assert column.index(max(column)) <= base
    assert column[base + 12] < max(column) / 3


def test_both_halves_of_a_seat_on_the_floor_touch_it() -> None:
    """One dark shadow across, behind the hips of somebody with the knees up, and not a stain under each."""
    pose = read_pose({"root": [0, 13, 0], "pelvis": [-35], "legs": {"to": [11, 28]}}, Pose(), "test")
    body = solve(pose)
    above = Camera(0, 89, (0.0, 0.0, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    image, painter = canvas()
    draw_floor_shadow(painter, above, body)
    painter.end()
    _, _, z = point(body.joints["pelvis"], body.frames["pelvis"], (0.0, -3.1, -4.0))
    across = [image.pixelColor(*map(round, above.xy((x, 0.0, z - 7.0)))).alpha() for x in (-6, -3, 0, 3, 6)]
    assert min(across) > 0.8 * max(across) > 50


@pytest.mark.parametrize("pitch", [12.0, 24.0, 64.0])
def test_what_is_drawn_a_little_over_the_floor_keeps_its_shadow(pitch: float) -> None:
    """A forearm that rests is drawn a finger's breadth up: its shadow begins at its outline on the screen
    and is no bar of its own below it.
    """
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0))
    body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
    height, radius = 4.2, 2.8
    body.joints |= {"elbow_l": (-20.0, height, 0.0), "wrist_l": (20.0, height, 0.0)}
    image, painter = canvas()
    seen_from = Camera(0, pitch, (0.0, height, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    draw_floor_shadow(painter, seen_from, body)
    painter.end()
    u, v = seen_from.xy((0.0, height, 0.0))
    column = [image.pixelColor(round(u), row).alpha() for row in range(SIZE)]
    outline = round(v + radius * 4.0)
    assert column[outline] > 0.6 * max(column[outline:]) > 0
    assert column[outline + 20] < 0.35 * max(column)


def darkest_under_a_head(pose: dict[str, object], up_cm: float) -> int:
    """How dark the floor is at most under a head held so, its lowest point so high up; the body is far."""
    body = solve(read_pose(pose, Pose(), "test"))
    lowest = egg_bottom(
        point(body.joints["head"], body.frames["head"], HEAD_SHAPE[0]), body.frames["head"], HEAD_SHAPE[1]
    )
    at = (0.0, body.joints["head"][1] - lowest + up_cm, 0.0)
    body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0)) | {"head": at}
    body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
    image, painter = canvas()
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=2.0, width=SIZE, height=SIZE)
    draw_floor_shadow(painter, above, body)
    painter.end()
    return max(image.pixelColor(x, y).alpha() for x in range(SIZE) for y in range(SIZE))


@pytest.mark.parametrize(
    "pose", [{"pelvis": [90], "neck": [0, 0, 85]}, {"pelvis": [90], "neck": [0, 0, -85]}]
)
def test_a_head_on_its_side_touches_the_floor(pose: dict[str, object]) -> None:
    """On either temple: the line where it lies is far darker than the shade of one a little higher."""
    assert darkest_under_a_head(pose, 0.0) > 1.4 * darkest_under_a_head(pose, 4.0) > 0


def test_what_touches_has_a_line_that_is_darker_than_its_shade() -> None:
    """A forearm's breadth of air takes it away, not the soft shade round it."""
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=2.0, width=SIZE, height=SIZE)

    def darkest(over_cm: float) -> int:
        body = solve(Pose(root=(0.0, 87.5, 0.0)))
        body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0))
        body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
        height = 3.8 + over_cm
        body.joints |= {"elbow_l": (-20.0, height, 0.0), "wrist_l": (20.0, height, 0.0)}
        body.hands |= {"l": ((1.0, 0.0, 0.0), body.hands["l"][1])}  # which would hang into the floor
        image, painter = canvas()
        draw_floor_shadow(painter, above, body)
        painter.end()
        return max(image.pixelColor(x, y).alpha() for x in range(SIZE) for y in range(SIZE))

    assert darkest(0.0) > 1.3 * darkest(2.0) > 0


def near_wall(gap_cm: float) -> Body:
    """A body whose hanging right arm is so far from the wall."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    by = WALL.at[0] + gap_cm - min(body.joints[f"{j}_r"][0] for j in ("elbow", "wrist"))
    body.joints = {name: (x + by, y, z) for name, (x, y, z) in body.joints.items()}
    return body


@pytest.mark.parametrize(("gap_cm", "seen"), [(3.0, True), (25.0, False)])
def test_the_wall_has_a_shadow_only_where_an_arm_comes_to_lie(gap_cm: float, seen: bool) -> None:
    """A forearm close to the wall throws a shadow on it, one by the person's side none."""
    image, painter = canvas()
    draw_wall_shadow(painter, camera(), near_wall(gap_cm))
    painter.end()
    assert bool(darkness(image)) is seen


def test_a_limb_that_rises_throws_its_shadow_under_the_end_that_touches() -> None:
    """A leg stretched out level with its foot raised: the shadow is dark at the hip and fades to the foot."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    body.joints = dict.fromkeys(body.joints, (0.0, 60.0, 0.0))
    body.spine = [((0.0, 60.0, 0.0), frame) for _, frame in body.spine]
    body.joints |= {"hip_l": (-40.0, 8.5, 0.0), "knee_l": (40.0, 22.0, 0.0)}
    image, painter = canvas()
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)
    draw_floor_shadow(painter, above, body)
    painter.end()
    row = [image.pixelColor(x, SIZE // 2).alpha() for x in (60, 85, 110)]
    assert row == sorted(row, reverse=True)
    assert row[0] > 2 * row[2]


def test_forearm_and_hand_throw_one_shadow_on_the_wall() -> None:
    """From elbow to fingers its darkest place beside the arm is nearly as dark everywhere, so that no bar
    breaks off at the wrist.
    """
    body = near_wall(3.0)
    image, painter = canvas()
    seen_from = camera()
    draw_wall_shadow(painter, seen_from, body)
    painter.end()
    elbow, wrist = body.joints["elbow_r"], body.joints["wrist_r"]
    fingers = tuple(w + 9.0 * h for w, h in zip(wrist, body.hands["r"][0], strict=True))
    found = []
    for _, y, z in (elbow, wrist, fingers):
        u, v = seen_from.xy((WALL.at[0], y - 0.8, z))
        beside = itertools.product(range(-2, 6), repeat=2)
        found.append(max(image.pixelColor(round(u) + a, round(v) + b).alpha() for a, b in beside))
    assert min(found) > 0.6 * max(found) > 0


def test_the_shadow_of_a_forearm_on_the_wall_lies_tight_along_it() -> None:
    """It is dark under all of the forearm and comes out on both sides of it: a finger's breadth beside that
    little is left.
    """
    body = near_wall(0.0)
    image, painter = canvas()
    seen_from = camera(54.0)
    draw_wall_shadow(painter, seen_from, body)
    painter.end()
    _, y, z = mix(body.joints["elbow_r"], body.joints["wrist_r"], 0.6)
    across = [seen_from.xy((WALL.at[0], y, z + aside_cm)) for aside_cm in range(-16, 17)]
    dark = [image.pixelColor(round(u), round(v)).alpha() for u, v in across]
    line = [n - 16 for n, alpha in enumerate(dark) if alpha > 0.5 * max(dark)]
    assert -7 < line[0] <= -3
    assert 3 <= line[-1] < 7
    assert max(dark[: line[0] + 16 - 4] + dark[line[-1] + 16 + 5 :]) < 0.3 * max(dark)


def test_a_faint_shade_has_no_rings() -> None:
    """Its few opacities are dithered into each other: equally far out it is now lighter, now darker."""
    image, painter = canvas()
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)
    paint_shade(painter, above, LIGHT, (0.0, 0.0, 0.0), (90.0, 90.0), opacity=0.2)
    painter.end()
    rows = [[image.pixelColor(x, y).alpha() for x in range(SIZE // 2, SIZE)] for y in (96, 98, 100, 102)]
    assert rows[0][0] > 8 > rows[0][-1]
    assert sum(len(set(column)) > 1 for column in zip(*rows, strict=True)) >= 25


def test_shade_on_the_floor_falls_away_from_the_light() -> None:
    """The light comes from the left: beside a foot there is more shade on its right."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    seen_from = Camera(0, 13, (0.0, 0.0, 0.0), px_per_cm=3.0, width=SIZE, height=SIZE)
    image, painter = canvas()
    draw_floor_shadow(painter, seen_from, body)
    painter.end()
    ankles = [seen_from.xy(body.joints[f"ankle_{side}"])[0] for side in "lr"]
    middle = sum(ankles) / 2
    columns = [sum(image.pixelColor(x, y).alpha() for y in range(SIZE)) for x in range(SIZE)]
    assert sum(x * dark for x, dark in enumerate(columns)) / sum(columns) > middle + _ASIDE_PX


@pytest.mark.parametrize(("pitch", "seen"), [(67, True), (22, False)])
def test_from_above_the_shadow_of_knees_that_are_up_is_thrown_aside(pitch: float, seen: bool) -> None:
    """Of somebody on their back: else nothing would tell how high the knees are."""
    lying = {"root": [0, 13, 0], "rest": 1, "pelvis": [-88], "legs": {"to": [10, 54], "knee_to": [0, 1, 0]}}
    body = solve(read_pose(lying, Pose(), "lying"))
    x, _, z = body.joints["knee_l"]
    above = Camera(0, pitch, (0.0, 0.0, 0.0), px_per_cm=1.5, width=SIZE, height=SIZE)
    image, painter = canvas()
    draw_floor_shadow(painter, above, body)
    painter.end()
    spots = [above.xy((at, 0.6, z)) for at in (x + 14, -x - 24)]
    beside, other = (image.pixelColor(round(u), round(v)).alpha() for u, v in spots)
    assert (beside > 8) is seen
    assert other == 0


def test_a_shadow_seen_from_low_down_is_no_hairline() -> None:
    """It is as thick on the screen as from a little higher up, where the floor is less flat."""

    def thick(pitch: float) -> int:
        body = solve(Pose(root=(0.0, 87.5, 0.0)))
        seen_from = Camera(90, pitch, (0.0, 0.0, 0.0), px_per_cm=3.0, width=SIZE, height=SIZE)
        image, painter = canvas()
        draw_floor_shadow(painter, seen_from, body)
        painter.end()
        rows = (max(image.pixelColor(x, y).alpha() for x in range(SIZE)) for y in range(SIZE))
        return sum(row > 20 for row in rows)

    assert thick(6.0) > 0.6 * thick(24.0)


def test_the_shadow_of_a_hand_goes_with_it_and_is_seen_once() -> None:
    """Half way between two drawings it is under the place half way, and nothing is left where it was."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0))
    body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=2.0, width=SIZE, height=SIZE)

    def seen(x: float) -> tuple[dict[str, Cast], Camera]:
        body.hands["l"] = ((0.0, 0.0, 1.0), body.hands["l"][1])
        body.joints |= {"elbow_l": (x, 30.0, -25.0), "wrist_l": (x, 3.0, -5.0)}
        return floor_shadows(above, LIGHT, body, Wardrobe()), above

    image, painter = canvas()
    paint_casts(painter, above, seen(-20.0), seen(20.0), 0.5)
    painter.end()
    columns = [max(image.pixelColor(x, y).alpha() for y in range(SIZE)) for x in range(SIZE)]
    middle = round(above.xy((0.0, 0.6, 0.0))[0])
    assert abs(columns.index(max(columns)) - middle) <= 6
    assert max(columns) > 40
    assert max(columns[: middle - 25] + columns[middle + 25 :]) < 0.2 * max(columns)


def test_where_limbs_meet_their_shadow_is_no_darker() -> None:
    """Two legs that lie side by side have one shadow: between them as dark as under one of them."""
    above = Camera(0, 80, (0.0, 0.0, 0.0), px_per_cm=2.0, width=SIZE, height=SIZE)

    def darkest(apart_cm: float) -> int:
        body = solve(Pose(root=(0.0, 87.5, 0.0)))
        body.joints = dict.fromkeys(body.joints, (0.0, 90.0, 0.0))
        body.spine = [((0.0, 90.0, 0.0), frame) for _, frame in body.spine]
        for side, x in (("l", apart_cm / 2), ("r", -apart_cm / 2)):
            body.joints |= {f"hip_{side}": (x, 9.0, -20.0), f"knee_{side}": (x, 6.5, 20.0)}
        image, painter = canvas()
        draw_floor_shadow(painter, above, body)
        painter.end()
        return max(image.pixelColor(x, SIZE // 2).alpha() for x in range(SIZE))

    assert darkest(60.0) > 30
    assert abs(darkest(6.0) - darkest(60.0)) <= 3
