from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.head.bearing import bearing
from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.people import PEOPLE, Person, person
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import point
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme, theme

ALL_THEMES = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)
SIZE = 160
MARK = QColor("#00FF00")

STANDING = {
    "view": {"yaw": 0, "pitch": 6},
    "base": {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90, "elbow": 12}},
    "poses": {
        "tall": {},
        "lean": {"chest": [0, 20, 0], "arm_l": {"raised": 165, "around": 95, "elbow": 10}},
    },
    "steps": [
        {"pose": "tall", "move_s": 1, "hold_s": 1},
        {
            "pose": "lean",
            "move_s": 1,
            "hold_s": 4,
            "focus": ["side_l"],
            "cues": [{"track": "wrist_l", "at": [0, 20, 0]}],
        },
    ],
}


def motion(**changes: object) -> Motion:
    return Motion.from_mapping({**STANDING, **changes})


def painted(painter: FigurePainter, moment: Moment, *, dpr: float = 1.0, **options: bool | float) -> QImage:
    image = QImage(round(SIZE * dpr), round(SIZE * dpr), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor(0, 0, 0, 0))
    qp = QPainter(image)
    painter.paint(qp, QRectF(0, 0, SIZE, SIZE), moment, device_pixel_ratio=dpr, **options)  # type: ignore[arg-type]
    qp.end()
    return image


def differing(a: QImage, b: QImage, more_than: int = 12) -> list[tuple[int, int]]:
    """Where two pictures differ visibly."""
    out = []
    for y in range(a.height()):
        for x in range(a.width()):
            p, q = a.pixelColor(x, y), b.pixelColor(x, y)
            if abs(p.red() - q.red()) + abs(p.green() - q.green()) + abs(p.blue() - q.blue()) > more_than:
                out.append((x, y))
    return out


def silhouette(moment: Moment) -> set[tuple[int, int]]:
    """The pixels the figure itself covers."""
    painter = FigurePainter(PEOPLE[0], LIGHT)
    there, gone = (painted(painter, moment, cues=False, opacity=opacity) for opacity in (1.0, 0.0))
    return set(differing(there, gone))


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_every_person_is_painted_and_looks_like_nobody_else(who) -> None:
    """Each person is painted in every theme, and differs from the first one."""
    moment = motion().sample(1.5)
    for t in ALL_THEMES:
        there, gone = (painted(FigurePainter(who, t), moment, opacity=opacity) for opacity in (1.0, 0.0))
        assert len(differing(there, gone)) > 60 * 16
    if who is not PEOPLE[0]:
        other = painted(FigurePainter(PEOPLE[0]), moment)
        assert len(differing(painted(FigurePainter(who), moment), other)) > 100


def test_nothing_is_painted_outside_the_rectangle() -> None:
    """A figure that does not fit is cut off at the rectangle's edge, and the painter is left as it was."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(MARK)
    qp = QPainter(image)
    before = qp.worldTransform()
    inside = QRectF(40, 30, 80, 100)
    tight = {"yaw": 30, "pitch": 5, "centre": [0, 120, 0], "width": 40, "height": 40}
    FigurePainter(PEOPLE[0]).paint(qp, inside, motion(view=tight).sample(4.0))
    assert qp.worldTransform() == before
    assert not qp.hasClipping()
    qp.end()
    outside = [
        (x, y)
        for x in range(SIZE)
        for y in range(SIZE)
        if not inside.contains(x + 0.5, y + 0.5) and image.pixelColor(x, y) != MARK
    ]
    assert outside == []
    assert image.pixelColor(80, 80) != MARK


def test_a_transparent_painter_leaves_the_ground_to_the_window() -> None:
    """In transparent mode the corners stay clear; else they carry the theme's ground."""
    moment = motion().sample(0.5)
    assert painted(FigurePainter(PEOPLE[0], transparent=True), moment).pixelColor(2, 2).alpha() == 0
    assert painted(FigurePainter(PEOPLE[0], DARK), moment).pixelColor(2, 2) == QColor(DARK.ground)


def test_no_glow_and_no_arrow_at_rest() -> None:
    """In the pose of rest there is nothing to show: cues make no difference."""
    painter = FigurePainter(PEOPLE[0])
    rest = motion().sample(1.9)
    assert differing(painted(painter, rest, cues=True), painted(painter, rest, cues=False), 0) == []


def test_the_glow_grows_with_the_stretch() -> None:
    """The light is seen from early in the move on, stands out more at its end, and is then redder than the
    cloth.
    """
    painter = FigurePainter(PEOPLE[4])  # in blue
    m = motion(steps=[STANDING["steps"][0], {**STANDING["steps"][1], "cues": []}])

    def seen(t: float) -> list[tuple[QColor, QColor]]:
        moment = m.sample(t)
        a, b = painted(painter, moment, cues=True), painted(painter, moment, cues=False)
        return [(a.pixelColor(x, y), b.pixelColor(x, y)) for x, y in differing(a, b)]

    def change(t: float) -> int:
        return sum(abs(a.green() - b.green()) + abs(a.red() - b.red()) for a, b in seen(t))

    assert 0 < change(2.3) < change(2.5) < change(3.0)
    assert max(a.red() - b.red() for a, b in seen(3.0)) > 100


def test_a_mirrored_pose_has_a_mirrored_silhouette() -> None:
    """What leans to the right covers the mirror of what leans to the left."""
    steps = STANDING["steps"]
    mirrored = motion(steps=[steps[0], {**steps[1], "mirror": True}])
    one, other = silhouette(motion().sample(3.0)), silhouette(mirrored.sample(3.0))
    flipped = {(SIZE - 1 - x, y) for x, y in other}
    assert len(one & flipped) / len(one | flipped) > 0.95
    assert len(one & other) / len(one | other) < 0.9


def test_twice_the_device_pixels_show_the_same_picture() -> None:
    """At a device pixel ratio of 2 the picture is the same, only finer."""
    moment = motion().sample(3.0)
    plain = painted(FigurePainter(PEOPLE[0]), moment)
    fine = painted(FigurePainter(PEOPLE[0]), moment, dpr=2.0).scaled(plain.size())
    fine.setDevicePixelRatio(1.0)
    assert len(differing(plain, fine, 120)) < SIZE * SIZE * 0.02


def test_opacity_lets_the_ground_stay() -> None:
    """For a cross-fade the person can be painted at no opacity at all: only what is behind them is left."""
    moment = motion().sample(3.0)
    gone = painted(FigurePainter(PEOPLE[0]), moment, opacity=0.0)
    middle, wall = gone.pixelColor(SIZE // 2, SIZE // 2), QColor(LIGHT.stage)  # a window's light is on it
    assert max(abs(a - b) for a, b in zip(middle.getRgb(), wall.getRgb(), strict=True)) < 24
    assert gone.pixelColor(2, 2) == QColor(LIGHT.ground)


def test_a_breath_widens_the_chest() -> None:
    """A full breath covers more of the picture than an empty one."""
    near = motion(view={"yaw": 90, "pitch": 0, "centre": [0, 125, 0], "width": 50, "height": 50})
    out, breathed_in = near.sample(3.0), near.sample(5.0)
    assert (out.breath, breathed_in.breath) == (0.0, 1.0)
    painter = FigurePainter(PEOPLE[0])
    gone, empty, full = (
        painted(painter, moment, opacity=opacity, cues=False)
        for moment, opacity in ((out, 0.0), (out, 1.0), (breathed_in, 1.0))
    )
    assert len(differing(full, gone)) > len(differing(empty, gone))


@pytest.mark.parametrize("props", [["mat"], ["wall"], ["chair"], ["roller", "mat"], ["block"]])
def test_every_prop_is_seen(props: list[str]) -> None:
    """Each prop changes the picture."""
    view = {"yaw": -40, "pitch": 15, "centre": [0, 60, 0], "width": 190, "height": 190}
    with_it = painted(FigurePainter(PEOPLE[0]), motion(view=view, props=props).sample(0.5))
    without = painted(FigurePainter(PEOPLE[0]), motion(view=view).sample(0.5))
    assert len(differing(with_it, without)) > 100


def test_an_unknown_person_is_the_first_one() -> None:
    """A settings file may name somebody who has left."""
    assert person("nobody") is PEOPLE[0]
    assert person(PEOPLE[3].id) is PEOPLE[3]


@pytest.mark.parametrize(
    ("dark", "high_contrast", "expected"),
    [
        (False, False, LIGHT),
        (True, False, DARK),
        (False, True, HIGH_CONTRAST_LIGHT),
        (True, True, HIGH_CONTRAST_DARK),
    ],
)
def test_the_theme_follows_darkness_and_contrast(dark: bool, high_contrast: bool, expected: Theme) -> None:
    """There is a theme for every room."""
    assert theme(dark, high_contrast) is expected


def round_of(m: Motion, painter: FigurePainter, first_s: float, last_s: float) -> None:
    """Paint every frame between two times at 30 frames a second."""
    t = first_s
    while t < last_s:
        painted(painter, m.sample(m.frame_time_s(t, 30)))
        t += 1 / 30


def test_a_repeat_is_not_drawn_again() -> None:
    """The second time a step comes, the pictures of the first time serve."""
    steps = STANDING["steps"]
    twice = motion(steps=[*steps, *steps, *steps])
    painter = FigurePainter(PEOPLE[0])
    length_s = sum(s["move_s"] + s["hold_s"] for s in steps)
    round_of(twice, painter, length_s, 2 * length_s)
    drawn = painter.drawn
    round_of(twice, painter, 2 * length_s, 3 * length_s)
    assert drawn > 60
    assert painter.drawn == drawn


def test_a_long_hold_needs_few_pictures() -> None:
    """While a pose is held only the breath changes, in a few steps."""
    m = motion(steps=[STANDING["steps"][0], {**STANDING["steps"][1], "hold_s": 30, "cues": []}])
    painter = FigurePainter(PEOPLE[0])
    round_of(m, painter, 3.0, 30.0)
    assert 4 < painter.drawn <= 26


def test_what_is_kept_is_bounded_and_can_be_dropped() -> None:
    """However much is painted, no more than the allowed bytes are kept; after clear nothing is."""
    painter = FigurePainter(PEOPLE[0], cache_bytes=600_000)
    ground = SIZE * SIZE * 4
    m = motion()
    round_of(m, painter, 0.0, m.total_s)
    assert 100_000 < painter.kept_bytes <= 600_000 + ground
    painter.clear()
    assert painter.kept_bytes == 0


def test_people_share_nothing() -> None:
    """A picture kept for one painter never shows up in another one."""
    moment = motion().sample(3.0)
    one, other = FigurePainter(PEOPLE[0]), FigurePainter(PEOPLE[2])
    painted(one, moment)
    assert len(differing(painted(one, moment), painted(other, moment))) > 100


@pytest.mark.parametrize(
    "who", [p for p in PEOPLE if p.hair != "bald" and not p.glasses], ids=lambda p: p.hair
)
@pytest.mark.parametrize("bend", [-30, -12, 0, 12, 25, 38, 50])
@pytest.mark.parametrize("turn", [-30, 0, 17])
def test_hair_never_grows_over_the_face(who: Person, bend: float, turn: float) -> None:
    """However the head is bent and turned, the nose is skin and the crown is hair."""
    poses = {"tall": {"head": [bend, 0, turn]}}
    view = {"yaw": 0, "pitch": 4, "centre": [0, 158, 0], "width": 60, "height": 60}
    m = motion(view=view, poses=poses, steps=[{"pose": "tall", "move_s": 1, "hold_s": 1}])
    moment = m.sample(1.5)
    picture = painted(FigurePainter(who), moment, cues=False)
    body, camera = solve(moment.pose), camera_for(moment.view, SIZE, SIZE, 1.0)
    skin, hair = QColor(who.skin), QColor(who.hair_colour)

    def nearer_to_skin(place: tuple[float, float, float]) -> bool:
        joint, frame, _ = bearing(camera, body)
        x, y = camera.xy(point(joint, frame, place))
        seen = picture.pixelColor(round(x), round(y))
        return gap(seen, skin) < gap(seen, hair)

    assert nearer_to_skin((0.0, 7.0, 10.0))
    if 0 <= bend < 40:
        crown = [nearer_to_skin((x, 18.0, 6.0 - bend / 12)) for x in (0.0, 1.6)]
        assert not all(crown)  # one of them may be a parting


def gap(a: QColor, b: QColor) -> int:
    """How different two colours are."""
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())


def test_parts_that_rest_are_as_if_drawn_anew() -> None:
    """A frame after another one, whose resting parts are used again, equals the frame drawn by itself."""
    m = motion()
    following = FigurePainter(PEOPLE[0])
    for t in (2.0, 2.3, 2.6, 3.5):
        moment = m.sample(t)
        fresh = painted(FigurePainter(PEOPLE[0]), moment)
        assert differing(painted(following, moment), fresh, 3) == []  # the grid of a shade may lie elsewhere


def test_another_size_is_drawn_anew() -> None:
    """What was made for one size of the picture is not used for another one."""
    painter = FigurePainter(PEOPLE[0])
    moment = motion().sample(3.0)
    painted(painter, moment)
    twice = painted(painter, moment, dpr=2.0)
    assert differing(twice, painted(FigurePainter(PEOPLE[0]), moment, dpr=2.0), 0) == []


def test_arrows_that_stand_look_as_those_that_grow() -> None:
    """Painted anew or from the picture of the frame before, an arrow is the same; it is really there."""
    moving = motion()
    moment = moving.sample(moving.starts_at_s(1) + 0.8)
    assert moment.cues
    painter = FigurePainter(PEOPLE[0])
    first, second = painted(painter, moment), painted(painter, moment)
    assert painter._arrows.kept_bytes > 0
    assert differing(first, second) == []
    assert differing(second, painted(painter, moment, cues=False))


def test_an_arrow_beneath_the_body_is_painted_below_it() -> None:
    """Of one that lies wholly behind the breast nothing is seen; of one that is only free all of it."""

    def seen(**how: bool) -> list[tuple[int, int]]:
        cue = {"line": "chest", "at": [-8, 0, 14], "toward": [16, 0, 0], **how}
        steps = [{"pose": "tall", "move_s": 1}, {"pose": "lean", "move_s": 1, "cues": [cue]}]
        moving = motion(steps=steps)
        moment = moving.sample(1.3)
        return differing(*(painted(FigurePainter(PEOPLE[0]), moment, cues=cues) for cues in (True, False)))

    assert seen(free=True)
    assert not seen(beneath=True)
