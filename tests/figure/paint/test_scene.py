"""What lies round the person between two drawings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from unhunch.figure.ink.shading import Soft
from unhunch.figure.motion.motion import Prop
from unhunch.figure.paint.cel import Cel
from unhunch.figure.paint.inbetween import InBetween
from unhunch.figure.paint.scene import Scene
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec
from unhunch.figure.surroundings.cast import Cast
from unhunch.figure.surroundings.over_floor import BODY
from unhunch.figure.themes import LIGHT

SIZE = 200
SPOT = (20.0, 0.0, 25.0)  # on the floor; cm
ON_WALL = (-22.0, 30.0, 12.0)
FIELD = QRectF(0, 0, SIZE, SIZE)


def camera(yaw: float, px_per_cm: float) -> Camera:
    return Camera(yaw, 35, (0.0, 20.0, 0.0), px_per_cm=px_per_cm, width=SIZE, height=SIZE)


def spot(seen_by: Camera, at: Vec) -> Soft:
    """The shadow of a small thing."""
    dark = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    dark.fill(QColor(0, 0, 0, 255))
    x, y = seen_by.xy(at)
    return Soft(dark, QRectF(x - 4, y - 4, 8, 8))


def with_spot(seen_by: Camera) -> Cel:
    """A drawing of nothing but the shadow of a small thing on the floor."""
    return Cel((), (), {}, {}, {BODY: Cast(spot(seen_by, SPOT), None)}, {}, FIELD, seen_by)


def with_spot_on_wall(seen_by: Camera) -> Cel:
    """A drawing of nothing but one on a wall."""
    cast = Cast(spot(seen_by, ON_WALL), ON_WALL, ON_WALL[0])
    return Cel((), (), {}, {}, {}, {"arm": cast}, FIELD, seen_by)


def darkness_at(image: QImage, at: QPointF) -> int:
    return image.pixelColor(at.toPoint()).alpha()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 1.0])
def test_a_shadow_stays_on_its_place_of_the_floor_while_the_camera_moves(share: float) -> None:
    first, last = with_spot(camera(20, 1.0)), with_spot(camera(32, 1.2))
    now = camera(20 + 12 * share, 1.0 + 0.2 * share)
    scene = Scene(LIGHT, now, (), None)
    image, corner = scene.between(InBetween(first, last, 1.0), share)
    at = QPointF(*now.xy(SPOT)) - corner
    assert darkness_at(image, at) > 170
    for beside in (QPointF(13, 0), QPointF(-13, 0), QPointF(0, 13), QPointF(0, -13)):
        assert darkness_at(image, at + beside) == 0


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_shadow_stays_on_its_place_of_the_wall_while_the_camera_moves(share: float) -> None:
    first, last = with_spot_on_wall(camera(20, 1.0)), with_spot_on_wall(camera(32, 1.2))
    now = camera(20 + 12 * share, 1.0 + 0.2 * share)
    wall = Prop("wall", (ON_WALL[0], 0.0, 0.0), (1.0, 240.0, 300.0))
    image, corner = Scene(LIGHT, now, (wall,), None).between(InBetween(first, last, 1.0), share)
    at = QPointF(*now.xy(ON_WALL)) - corner
    assert darkness_at(image, at) > 170
    for beside in (QPointF(13, 0), QPointF(-13, 0), QPointF(0, 13), QPointF(0, -13)):
        assert darkness_at(image, at + beside) == 0


def test_a_shadow_that_stays_is_painted_once() -> None:
    """Two halves on each other would be lighter than the whole."""
    first = with_spot(camera(20, 1.0))
    last = replace(first, parts=())
    scene = Scene(LIGHT, first.camera, (), None)
    image, corner = scene.between(InBetween(first, last, 1.0), 0.5)
    assert darkness_at(image, QPointF(*first.camera.xy(SPOT)) - corner) == 255


def test_a_hands_shadow_goes_with_it_and_is_not_left_behind() -> None:
    """However often it was painted on its way, at the end it lies where it was drawn."""
    seen_by = camera(20, 1.0)
    still = with_spot(seen_by)
    soft = still.shadows[BODY].soft
    there = (SPOT[0] + 30, 0.0, SPOT[2])
    first, last = (
        replace(still, shadows={BODY: still.shadows[BODY], "hand_l": Cast(soft, at)}) for at in (SPOT, there)
    )
    scene = Scene(LIGHT, seen_by, (), None)
    fresh = scene.of_cel(first)[0]
    for share in (0.2, 0.5, 0.8):
        scene.between(InBetween(first, last, 1.0), share)
    assert scene.of_cel(first)[0] == fresh
