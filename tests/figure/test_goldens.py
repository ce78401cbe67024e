"""The key poses look as they did: silhouettes overlap with the stored ones."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.figure.silhouettes import overlap, read, silhouettes
from tests.library import FORMS, form_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.skeleton import solve

ENOUGH = 0.85


@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_the_key_poses_keep_their_silhouette(qtbot: QtBot, stretch: str, form: str) -> None:
    """Every key pose covers what it covered when it was last looked at."""
    stored, now = read(stretch, form), silhouettes(stretch, form)
    assert list(now) == list(stored)
    assert {name: round(overlap(now[name], stored[name]), 2) for name in now} == {
        name: pytest.approx(1, abs=1 - ENOUGH) for name in now
    }


def test_another_pose_is_noticed() -> None:
    """Two different key poses do not overlap enough to be taken for each other."""
    stored = read("cat-cow", "floor")
    cat, cow = (next(rows for name, rows in stored.items() if pose in name) for pose in ("cat", "cow"))
    assert overlap(cat, cow) < ENOUGH
    assert overlap(cat, [row[2:] + ".." for row in cat]) < ENOUGH


def test_the_wall_is_there_for_both_sides(qtbot: QtBot) -> None:
    """Whichever side is turned to the wall, the forearm that is leant on it has wall beside it."""
    form = form_of("wall-stretch")
    motion, painter = Motion.from_mapping(form.motion), FigurePainter(PEOPLE[0])
    for side in ("right", "left"):
        i = next(n for n, step in enumerate(form.steps) if step.side == side and step.hold_s > 10)
        moment = motion.sample(motion.starts_at_s(i + 1) - 5)
        image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
        on_image = QPainter(image)
        painter.paint(on_image, QRectF(0, 0, 200, 200), moment)
        on_image.end()
        wrist = solve(moment.pose).joints[f"wrist_{side[0]}"]
        wall = next(prop for prop in moment.props if prop.kind == "wall")
        out_of_the_corner = 24.0 if side == "right" else -24.0  # where the wall is in full light
        x, y = camera_for(moment.view, 200, 200, 1.0).xy((wall.at[0], wrist[1], wrist[2] + out_of_the_corner))
        assert image.pixelColor(round(x), round(y)).name() == QColor(painter.theme.wall).name().lower(), side
