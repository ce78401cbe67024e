"""Shadows where something touches, and only there."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.camera import Camera
from unhunch.figure.pose import Pose
from unhunch.figure.props import paint_backdrop
from unhunch.figure.shadow import paint_floor_shadow, paint_wall_shadow
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.steps import Prop
from unhunch.figure.themes import DARK, LIGHT, Theme

SIZE = 200
WALL = Prop("wall", (-50.0, 0.0, 0.0), (12.0, 400.0, 800.0))


def canvas() -> tuple[QImage, QPainter]:
    """A clear picture and its painter."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return image, painter


def camera(yaw: float = 17.0) -> Camera:
    """One that shows a standing figure."""
    return Camera(yaw, 13, (0.0, 85.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)


def darkness(image: QImage) -> int:
    """The sum of all opacities."""
    return sum(image.pixelColor(x, y).alpha() for x in range(SIZE) for y in range(SIZE))


def floor_shadow(up_cm: float) -> int:
    """How much shadow a standing figure throws that hovers so high."""
    image, painter = canvas()
    paint_floor_shadow(painter, camera(), LIGHT, solve(Pose(root=(0.0, 87.5 + up_cm, 0.0))))
    painter.end()
    return darkness(image)


def test_the_floor_shadow_fades_as_the_body_lifts() -> None:
    """Feet on the floor throw a shadow, lifted ones a fainter one, far ones none."""
    on, lifted, far = floor_shadow(0.0), floor_shadow(5.0), floor_shadow(30.0)
    assert on > 1.5 * lifted > 0
    assert far == 0


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
    paint_wall_shadow(painter, camera(), LIGHT, near_wall(gap_cm), WALL)
    painter.end()
    assert bool(darkness(image)) is seen


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("yaw", [17.0, 163.0])
def test_the_wall_stands_at_the_side(theme: Theme, yaw: float) -> None:
    """It fills a part of the picture on the person's side and leaves the room behind them free."""
    image, painter = canvas()
    paint_backdrop(painter, camera(yaw), theme, [WALL], (0.0, 0.0, 0.0))
    painter.end()
    solid = [x for x in range(SIZE) if image.pixelColor(x, SIZE // 4).alpha() == 255]
    middle = SIZE // 2
    assert 20 < len(solid) < SIZE // 2
    assert all(x < middle for x in solid) or all(x > middle for x in solid)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_a_mat_that_is_cut_fades_out_at_the_edge(theme: Theme) -> None:
    """At the picture's edge nothing is left of it; in the middle it is whole."""
    image, painter = canvas()
    seen_from = Camera(90, 20, (0.0, 0.0, 0.0), px_per_cm=2.0, width=SIZE, height=SIZE)
    mat = Prop("mat", (0.0, 0.0, 0.0), (68.0, 1.2, 186.0))
    paint_backdrop(painter, seen_from, theme, [mat], (0.0, 0.0, 0.0))
    painter.end()
    middle = image.pixelColor(SIZE // 2, SIZE // 2)
    assert middle.alpha() == 255
    assert _close(middle, QColor(theme.mat))
    assert all(image.pixelColor(x, SIZE // 2).alpha() < 12 for x in (0, SIZE - 1))


def _close(a: QColor, b: QColor) -> bool:
    return all(abs(x - y) < 8 for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))
