"""Mat and wall as they lie and stand in the picture."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from tests.figure.canvas import SIZE, WALL, camera, canvas
from tests.figure.silhouettes import STRETCHES

from unhunch.domain.stretch import parse
from unhunch.figure.camera import Camera
from unhunch.figure.motion import Motion
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE
from unhunch.figure.props import paint_backdrop
from unhunch.figure.steps import Prop
from unhunch.figure.themes import DARK, LIGHT, Theme


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


def test_the_wall_stands_on_the_side_that_is_turned_to_it() -> None:
    """At the person's right it is on the left of the picture, at their left on its right; nowhere else."""
    parsed = parse("wall-stretch", (STRETCHES / "wall-stretch.toml").read_text("utf-8"))
    motion, painter = Motion.from_mapping(parsed.forms[0].motion), FigurePainter(PEOPLE[0])
    middles = []
    for side in ("right", "left"):
        i = next(n for n, step in enumerate(parsed.forms[0].steps) if step.side == side and step.hold_s > 10)
        image, on_image = canvas()
        painter.paint(on_image, QRectF(0, 0, SIZE, SIZE), motion.sample(motion.starts_at_s(i + 1) - 5))
        on_image.end()
        low = SIZE * 3 // 4
        row = [x for x in range(SIZE) if not _close(image.pixelColor(x, low), QColor(LIGHT.ground))]
        edge = row[:5] if side == "right" else row[-5:]
        middles.append(sum(edge) / len(edge) / SIZE)
        other = SIZE - 3 if side == "right" else 2
        assert _close(image.pixelColor(other, low), QColor(LIGHT.ground))
    assert middles[0] < 0.4
    assert middles[1] > 0.6


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
