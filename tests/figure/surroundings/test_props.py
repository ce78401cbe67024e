"""Mat and roller as they lie in the picture."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from tests.figure.canvas import SIZE, canvas, largest_step

from unhunch.figure.motion.steps import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.backdrop import paint_backdrop
from unhunch.figure.surroundings.props import paint_standing
from unhunch.figure.themes import DARK, LIGHT, Theme


def mat_seen(theme: Theme, seen_from: Camera, wide_cm: float = 62.0) -> QImage:
    """A mat alone."""
    image, painter = canvas()
    mat = Prop("mat", (0.0, 0.0, 0.0), (wide_cm, 1.2, 164.0))
    paint_backdrop(painter, seen_from, theme, [mat])
    painter.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_a_mat_that_fits_is_whole_and_crisp(theme: Theme) -> None:
    """All of it is opaque, from end to end, and ends in the picture."""
    seen_from = Camera(90, 40, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)
    image = mat_seen(theme, seen_from)
    for z in (-78.0, 0.0, 78.0):
        u, v = seen_from.xy((0.0, 1.2, z))
        assert image.pixelColor(round(u), round(v)).alpha() == 255
    assert all(image.pixelColor(x, SIZE // 2).alpha() == 0 for x in (2, SIZE - 3))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("middle_z", [0.0, 30.0])
def test_a_mat_that_would_be_cut_ends_in_the_picture(theme: Theme, middle_z: float) -> None:
    """Also where only one end of it would be: crisp up to there, and beyond no more than its shadow."""
    seen_from = Camera(60, 30, (0.0, 0.0, middle_z), px_per_cm=1.55, width=SIZE, height=SIZE)
    image = mat_seen(theme, seen_from)
    for x in (SIZE // 8, SIZE // 2, SIZE * 7 // 8):
        column = [image.pixelColor(x, y).alpha() for y in range(SIZE)]
        assert max(column) == 255, x
    assert max(image.pixelColor(x, y).alpha() for x in (0, SIZE - 1) for y in range(SIZE)) < 60


def test_a_mat_far_too_long_for_the_picture_is_not_shortened_to_a_stub() -> None:
    """It keeps more than half of its length, and fades out where the picture's edge cuts it."""
    seen_from = Camera(90, 40, (0.0, 0.0, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    image = mat_seen(LIGHT, seen_from)
    row = [image.pixelColor(x, SIZE // 2).alpha() for x in range(SIZE)]
    assert row[SIZE // 8] == row[SIZE * 7 // 8] == 255
    assert max(row[0], row[-1]) < 40


def test_a_wide_mat_that_lies_aslant_becomes_narrower() -> None:
    """Its corners would be cut however short it is: none is, and the mat is still there."""
    seen_from = Camera(48, 40, (0.0, 0.0, 0.0), px_per_cm=1.55, width=SIZE, height=SIZE)
    image = mat_seen(LIGHT, seen_from, wide_cm=116.0)
    u, v = seen_from.xy((0.0, 1.2, 0.0))
    assert image.pixelColor(round(u), round(v)).alpha() == 255
    border = [(x, y) for x in (0, SIZE - 1) for y in range(SIZE)]
    border += [(x, y) for x in range(SIZE) for y in (0, SIZE - 1)]
    assert max(image.pixelColor(x, y).alpha() for x, y in border) < 60


def test_a_mat_grows_steadily_as_the_camera_comes_near() -> None:
    """From the picture with all of it to one that it runs out of nothing jumps."""
    pictures = [
        mat_seen(LIGHT, Camera(60, 30, (0.0, 0.0, 0.0), px_per_cm=1.0 + i / 60, width=SIZE, height=SIZE))
        for i in range(36)
    ]
    assert largest_step(pictures, 6) < 0.05


def test_a_dark_floor_is_a_little_lighter_where_somebody_stands() -> None:
    """On a floor as dark as their shadow people would float; but it does not look like a lamp."""
    image, painter = canvas()
    seen_from = Camera(0, 20, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)
    image.fill(QColor(DARK.ground))
    paint_backdrop(painter, seen_from, DARK, [])
    painter.end()
    middle = image.pixelColor(SIZE // 2, SIZE // 2)
    assert 12 < middle.lightness() - QColor(DARK.stage).lightness() < 40


@pytest.mark.parametrize("yaw", [-50.0, 50.0])
def test_a_roller_has_a_round_end_and_grooves(yaw: float) -> None:
    """Along it light and dark change again and again; a plain bar would be one tone."""
    image, painter = canvas()
    seen_from = Camera(yaw, 22, (0.0, 0.0, 0.0), px_per_cm=3.0, width=SIZE, height=SIZE)
    paint_standing(painter, seen_from, LIGHT, [Prop("roller", (0.0, 6.0, 0.0), (50.0, 12.0, 12.0))])
    painter.end()
    spots = [seen_from.xy((x / 4, 11.9, 0.0)) for x in range(-92, 93)]
    light = [image.pixelColor(round(x), round(y)).lightness() for x, y in spots]
    middle = (max(light) + min(light)) / 2
    changes = sum((a < middle) != (b < middle) for a, b in pairwise(light))
    assert changes >= 8


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_light_lies_on_the_left_of_a_chairs_legs(theme: Theme) -> None:
    """Across a leg it gets darker from left to right, as on a round bar in light from the left."""
    image, painter = canvas()
    seen_from = Camera(0, 0, (0.0, 20.0, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    image.fill(QColor(theme.ground))
    paint_standing(painter, seen_from, theme, [Prop("chair", (0.0, 0.0, 0.0), (40.0, 45.0, 40.0))])
    painter.end()
    _, y = seen_from.xy((0.0, 18.0, 20.0))
    ground = QColor(theme.ground)
    row = [image.pixelColor(x, round(y)) for x in range(SIZE // 2)]
    leg = [c.lightness() for c in row if abs(c.red() - c.blue()) > abs(ground.red() - ground.blue()) + 20]
    assert len(leg) > 6
    assert leg[len(leg) // 4] > leg[len(leg) * 3 // 4] + 8


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_a_mat_is_lighter_towards_the_light(theme: Theme) -> None:
    """Its upper left end is lighter than its lower right one, evenly."""
    image = mat_seen(theme, Camera(60, 40, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE))
    seen_from = Camera(60, 40, (0.0, 0.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)
    places = sorted(seen_from.xy((0.0, 1.2, z)) for z in (-60.0, 0.0, 60.0))
    light = [image.pixelColor(round(x), round(y)).lightness() for x, y in places]
    assert light == sorted(light, reverse=True)
    assert light[0] > light[-1]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_upright_edge_of_a_block_is_round(theme: Theme) -> None:
    """Light goes over into shade across it by degrees, as it does on foam."""
    seen_from = Camera(-45, 20, (0.0, 6.0, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    image, painter = canvas()
    paint_standing(painter, seen_from, theme, [Prop("block", (0.0, 6.0, 0.0), (16.0, 12.0, 16.0))])
    painter.end()
    u, v = seen_from.xy((-8.0, 5.0, 8.0))
    row = [image.pixelColor(round(u) + x, round(v)).lightness() for x in range(-12, 13)]
    assert row[0] - row[-1] > 15
    assert max(abs(a - b) for a, b in pairwise(row)) < (row[0] - row[-1]) / 2
