"""What is seen of the face of a head that bends, is turned down or meets an arm."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from tests.library import motion_of

from unhunch.figure.head.skull import HeadSpace
from unhunch.figure.paint.cel import Cel, Fill, Shade
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.people import person
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Vec

SIZE = 480
TIP_OF_NOSE: Vec = (0.0, 6.1, 10.2)
MOUTH: Vec = (-1.5, 2.9, 8.7)
BROW: Vec = (-3.05, 10.2, 7.4)
FOLDED = [("childs-pose", 3), ("childs-pose-arms-back", 1), ("cat-cow", 1)]
LAID_BACK = 1


def face(stretch: str, step: int, who: str) -> tuple[Cel, HeadSpace]:
    """The drawing of somebody who holds a step of a stretch, and their head."""
    motion = motion_of(stretch, "floor")
    moment = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s + 0.1)
    painter = FigurePainter(person(who))
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    p = QPainter(image)
    painter.paint(p, QRectF(0, 0, SIZE, SIZE), moment)
    p.end()
    camera = camera_for(moment.view, SIZE, SIZE, 1.0)
    return next(iter(painter._cels.values())), HeadSpace(camera, solve(moment.pose), person(who).face)


def covering(cel: Cel, spot: QPointF) -> list[str]:
    """The arms' parts that lie over a place, or under it."""
    marks = [mark for mark in cel.marks if isinstance(mark, Fill) and mark.path.contains(spot)]
    return [mark.part for mark in marks if mark.part.startswith(("upperarm", "forearm", "hand"))]


@pytest.mark.parametrize("who", ["maya", "noor", "samuel"])
@pytest.mark.parametrize(("stretch", "step"), FOLDED)
def test_the_near_arm_leaves_nose_and_mouth_of_a_bent_head_free(stretch: str, step: int, who: str) -> None:
    cel, head = face(stretch, step, who)
    for place in (TIP_OF_NOSE, MOUTH):
        assert not [part for part in covering(cel, QPointF(*head.xy(place))) if part.endswith("_r")]


def test_a_face_before_an_arm_is_told_from_it_by_a_shade_on_its_skin() -> None:
    cel, _ = face("thoracic-extension", LAID_BACK, "maya")
    (shade,) = (
        mark for mark in cel.marks if isinstance(mark, Shade) and mark.name[:2] == ("between", "head")
    )
    assert max(shade.soft.coarse(12)) > 40
    assert cel.parts.index("forearm_l") < cel.parts.index("head")
    assert shade.soft.rect.intersects(cel.boxes["forearm_l"])


@pytest.mark.parametrize("who", ["ruth", "elena"])
@pytest.mark.parametrize(("stretch", "step"), FOLDED[:2])
def test_hair_leaves_the_brow_of_a_head_on_the_mat_free(stretch: str, step: int, who: str) -> None:
    cel, head = face(stretch, step, who)
    spot = QPointF(*head.xy(BROW))
    hair = [mark for mark in cel.marks if isinstance(mark, Fill) and "hair" in mark.name]
    assert hair
    assert not any(mark.path.contains(spot) for mark in hair if mark.part == "head")
