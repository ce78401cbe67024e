"""The room beside somebody who stands at a wall."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from tests.figure.canvas import SIZE, camera, canvas, largest_step
from tests.library import form_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.motion.steps import Prop
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.backdrop import paint_backdrop
from unhunch.figure.themes import DARK, LIGHT, Theme

WALL = Prop("wall", (-50.0, 0.0, 0.0), (12.0, 400.0, 190.0))


def room_seen(seen_from: Camera, theme: Theme = LIGHT) -> QImage:
    """The room alone."""
    image, painter = canvas()
    paint_backdrop(painter, seen_from, theme, [WALL])
    painter.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("yaw", [17.0, 163.0])
def test_the_wall_meets_a_lighter_one_in_a_dark_corner(theme: Theme, yaw: float) -> None:
    """It does so from whichever side the camera looks along the wall."""
    seen_from = camera(yaw)
    image = room_seen(seen_from, theme)
    x, far = WALL.at[0], (-95.0 if yaw < 90 else 95.0)

    def at(x: float, z: float) -> int:
        u, v = seen_from.xy((x, 130.0, z))
        return image.pixelColor(round(u), round(v)).lightness()

    wall, behind = QColor(theme.wall).lightness(), at(x + 90.0, far * 1.02)
    assert abs(at(x, -far / 4) - wall) < 6
    assert behind > wall + 3
    assert at(x, far * 0.9) < wall - 4
    assert at(x + 6.0, far * 1.02) < behind - 4


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_a_wall_has_no_bands(theme: Theme) -> None:
    """Where it goes over from one level of brightness to the next the two are mixed, so that no upright edge
    goes through all rows.
    """
    image = room_seen(camera(17.0), theme)
    rows = range(SIZE // 5, SIZE // 5 + 4)
    across = range(SIZE // 2, SIZE * 4 // 5)
    levels = [[image.pixelColor(x, y).green() for x in across] for y in rows]
    assert len({level for row in levels for level in row}) > 3
    mixed = sum(len(set(column)) > 1 for column in zip(*levels, strict=True))
    assert mixed > 0.2 * len(across)


@pytest.mark.parametrize("yaw", [17.0, 90.0, 163.0])
def test_the_walls_go_on_to_the_frame(yaw: float) -> None:
    """They fill all of it above the floor, and nothing outside."""
    image = room_seen(camera(yaw))
    row = [image.pixelColor(x, SIZE // 5).alpha() for x in range(SIZE)]
    assert row[1] == row[-2] == 0
    assert min(row[SIZE // 10 : -SIZE // 10]) == 255


def test_the_room_does_not_jump_as_the_camera_goes_round() -> None:
    """One corner goes out of the picture and another one comes in."""
    pictures = [room_seen(camera(yaw)) for yaw in range(17, 164, 2)]
    assert largest_step(pictures, 8, QColor.lightness) < 0.03


def test_the_wall_stands_on_the_side_that_is_turned_to_it() -> None:
    """At the person's right it is on the left of the picture, at their left on its right; also from near."""
    form = form_of("wall-stretch")
    motion, painter = Motion.from_mapping(form.motion), FigurePainter(PEOPLE[0])
    for side in ("right", "left"):
        i = next(n for n, step in enumerate(form.steps) if step.side == side and step.hold_s > 10)
        image, on_image = canvas()
        painter.paint(on_image, QRectF(0, 0, SIZE, SIZE), motion.sample(motion.starts_at_s(i + 1) - 5))
        on_image.end()
        left, right = (image.pixelColor(x, SIZE // 2) for x in (SIZE // 8, SIZE * 7 // 8))
        beside, opposite = (left, right) if side == "right" else (right, left)
        assert abs(beside.lightness() - QColor(painter.theme.wall).lightness()) < 6
        assert opposite.lightness() > beside.lightness() + 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_room_ends_where_the_stage_does(theme: Theme) -> None:
    """Its corners are clear, its middle is whole, and it ends with one crisp edge."""
    image = room_seen(camera(17.0), theme)
    assert all(image.pixelColor(x, y).alpha() == 0 for x in (2, SIZE - 3) for y in (2, SIZE - 3))
    row = [image.pixelColor(x, SIZE // 2).alpha() for x in range(SIZE // 2)]
    assert row == sorted(row)
    assert sum(0 < alpha < 255 for alpha in row) <= 2
    assert row[-1] == 255
