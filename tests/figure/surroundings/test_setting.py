"""The room behind somebody: wall, floor, and a plant where there is one."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from tests.figure.canvas import SIZE, canvas

from unhunch.figure.motion.steps import Prop
from unhunch.figure.motion.views import View, between, fitted, swung
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import PoseError
from unhunch.figure.rig.vectors import ORIGIN, dot
from unhunch.figure.surroundings.setting import paint_setting
from unhunch.figure.surroundings.stage import stage_path
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme

MAT = Prop("mat", (0.0, 0.0, 0.0), (60.0, 1.0, 180.0))
THEMES = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)


def camera(pitch: float = 20.0, yaw: float = -60.0, *, y_cm: float = 30.0) -> Camera:
    return Camera(yaw, pitch, (0.0, y_cm, 0.0), px_per_cm=SIZE / 200, width=SIZE, height=SIZE)


def painted(
    seen: Camera, theme: Theme = LIGHT, props: tuple[Prop, ...] = (MAT,), plant_cm: float | None = None
) -> QImage:
    image, on_image = canvas()
    image.fill(QColor(theme.ground))
    paint_setting(on_image, seen, theme, props, plant_cm)
    on_image.end()
    return image


def column(image: QImage, x: int = SIZE // 2) -> list[QColor]:
    return [image.pixelColor(x, y) for y in range(SIZE)]


def is_wall(colour: QColor, theme: Theme = LIGHT) -> bool:
    """Whether it is the wall's, which is a little lighter where the light comes from."""
    apart = zip(colour.getRgb(), QColor(theme.stage).getRgb(), strict=True)
    return max(abs(a - b) for a, b in apart) < 8


def floor_begins(image: QImage, theme: Theme = LIGHT) -> int:
    return column(image).index(QColor(theme.floor))


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_a_wall_stands_on_a_floor_within_the_stage(theme: Theme) -> None:
    """From above: the ground, the wall, its skirting board, the floor, the ground again."""
    image, box = painted(camera(), theme), stage_path(camera(), (MAT,)).boundingRect()
    met = [c for a, c in zip([None, *column(image)], column(image), strict=False) if c != a]
    floor = met.index(QColor(theme.floor))
    walls = [i for i, c in enumerate(met[:floor]) if is_wall(c, theme)]
    assert met[0] == met[-1] == QColor(theme.ground)
    assert walls
    assert not all(is_wall(c, theme) for c in met[walls[0] : floor]), "no skirting board"
    assert image.pixelColor(2, round(box.center().y())) == QColor(theme.ground)


def test_the_floor_reaches_behind_a_mat_and_no_farther_than_the_wall() -> None:
    """No mat goes through the wall, from whichever side it is seen."""
    for yaw in (-90.0, -60.0, 0.0, 60.0, 90.0):
        seen = camera(yaw=yaw)
        back = min(seen.xy((x, 0.0, z))[1] for x in (-30.0, 30.0) for z in (-90.0, 90.0))
        assert floor_begins(painted(seen)) < back


def test_the_wall_stays_where_it_is_while_the_camera_comes_nearer() -> None:
    """As far behind the middle as before, in the world."""
    far = camera()
    near = Camera(-60.0, 20.0, (0.0, 30.0, 0.0), px_per_cm=SIZE / 150, width=SIZE, height=SIZE)
    heights = [(floor_begins(painted(seen, props=())) - SIZE / 2) / seen.px_per_cm for seen in (far, near)]
    assert heights[0] == pytest.approx(heights[1], abs=1.5)


def test_from_high_above_there_is_only_floor() -> None:
    """Who looks down at somebody sees no wall, but the boards of the floor as far as it goes."""
    colours = column(painted(camera(60.0)))[: SIZE // 2]
    assert QColor(LIGHT.floor) in colours
    assert sum(map(is_wall, colours)) <= 1, "more than the edge, where floor and ground are mixed"
    assert len(set(map(QColor.rgba, colours))) > 2


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_seen_from_above_light_falls_on_the_floor(theme: Theme) -> None:
    """On the lower left, where it is lighter than any of the rest; in high contrast the floor is plain."""
    seen = camera(60.0)
    image, box = painted(seen, theme), stage_path(seen, (MAT,)).boundingRect().toRect()
    within = box.adjusted(*(round(k * SIZE / 5) for k in (1, 1, -1, -1)))
    light = {
        (x < within.center().x(), y > within.center().y()): image.pixelColor(x, y).lightness()
        for x in range(within.left(), within.right())
        for y in range(within.top(), within.bottom())
        if image.pixelColor(x, y).lightness() > QColor(theme.floor).lightness() + 2
    }
    assert set(light) == ({(True, True)} if theme.shading else set())


def test_who_is_cut_has_only_a_wall_behind() -> None:
    """There the floor is below the picture."""
    colours = column(painted(camera(y_cm=150.0), props=()))
    assert any(map(is_wall, colours))
    assert QColor(LIGHT.floor) not in colours


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_the_wall_is_lighter_where_the_light_comes_from(theme: Theme) -> None:
    """From above on the left, and of one colour in high contrast; panes of light lie on it."""
    image = painted(camera(y_cm=150.0), theme, props=())
    box = stage_path(camera(y_cm=150.0), ()).boundingRect()
    middle, off = box.center(), box.width() / 3.2
    lit, dim = (
        sum(image.pixelColor(round(middle.x() + k * off), round(middle.y() + k * off)).getRgb()[:3])
        for k in (-1, 1)
    )
    assert (lit > dim) == bool(theme.shading)
    assert len({c.name() for c in column(image)}) > 6 or not theme.shading


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_a_plant_stands_to_the_side_but_not_in_high_contrast(theme: Theme) -> None:
    """It changes the picture on its own side only, within the stage, and quietly."""
    bare, image = painted(camera(), theme), painted(camera(), theme, plant_cm=40.0)
    stage = stage_path(camera(), (MAT,))
    changed = [
        (x, y) for x in range(SIZE) for y in range(SIZE) if bare.pixelColor(x, y) != image.pixelColor(x, y)
    ]
    assert bool(changed) == bool(theme.shading)
    assert all(x > SIZE / 2 for x, _ in changed)
    assert all(stage.boundingRect().contains(QPointF(x, y)) for x, y in changed)
    for x, y in changed[::40]:
        assert abs(image.pixelColor(x, y).lightness() - QColor(theme.stage).lightness()) < 80


def test_a_view_tells_where_the_plant_stands() -> None:
    """It stays there while the camera comes nearer, and in the picture while it goes to the other side."""
    given = {"yaw": -60, "centre": [6, 20, 10], "width": 150, "height": 120}
    somewhere = [ORIGIN]
    assert fitted(given, [], somewhere).plant_cm is None
    view = fitted({**given, "plant": -40}, [], somewhere)
    assert view.plant_cm == -40
    for side in (0.0, 0.3, 1.0):
        there = swung(view, side)
        assert there.plant_cm is not None
        in_picture = there.plant_cm - dot(there.axes[0], there.centre)
        assert in_picture == pytest.approx(-40 - dot(view.axes[0], view.centre))
    assert between(view, View(0, 0, ORIGIN, 100, 100), 0.5).plant_cm == -40
    with pytest.raises(PoseError, match="plant"):
        fitted({**given, "plant": "left"}, [], somewhere)
