"""What a drawing is made of."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from unhunch.figure import legs
from unhunch.figure.camera import Camera
from unhunch.figure.cel import Fill
from unhunch.figure.flesh import Bone
from unhunch.figure.motion import Motion
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.parts import Layer, soft
from unhunch.figure.people import PEOPLE, person
from unhunch.figure.shapes import filled
from unhunch.figure.skeleton import solve

SIZE = 240
SITS = {"root": [0, 52, 0], "legs": {"raised": 90, "knee": 90}}
ON_THE_KNEE = [(-9.0, -9.0), (9.0, -9.0), (9.0, 9.0), (-9.0, 9.0)]  # pixels round it


def knee_of_one_who_sits(tone: float, monkeypatch: pytest.MonkeyPatch) -> tuple[QColor, int]:
    """How a knee looks with a soft tone on it, and how many marks the whole is painted with."""

    def kneecap(seen: object, _thigh: object, shin: Bone, _bent: float, _laps: float) -> list[Layer]:
        assert isinstance(seen, Camera)
        x, y = seen.xy(shin.start)
        return [soft("trousers", filled([(x + u, y + v) for u, v in ON_THE_KNEE]), tone)] if tone else []

    monkeypatch.setattr(legs, "kneecap", kneecap)
    motion = Motion.from_mapping(
        {"view": {"yaw": 0}, "base": SITS, "poses": {"sit": {}}, "steps": [{"pose": "sit", "move_s": 1}]}
    )
    moment = motion.sample(0.0)
    painter = FigurePainter(PEOPLE[0])
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    p = QPainter(image)
    painter.paint(p, QRectF(0, 0, SIZE, SIZE), moment)
    p.end()
    camera = camera_for(moment.view, SIZE, SIZE, 1.0)
    x, y = camera.xy(solve(moment.pose).joints["knee_l"])
    cel = next(iter(painter._cels.values()))
    return image.pixelColor(round(x), round(y)), len(cel.marks)


def test_a_soft_tone_lies_in_the_cloth_and_is_no_mark_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, marks = knee_of_one_who_sits(0.0, monkeypatch)
    dark, with_shade = knee_of_one_who_sits(0.5, monkeypatch)
    light, with_light = knee_of_one_who_sits(-0.5, monkeypatch)
    assert dark.lightness() < plain.lightness() - 10 < light.lightness() - 30
    assert marks == with_shade == with_light


@pytest.mark.parametrize("who", ["maya", "amara", "samuel"])
def test_the_texture_of_a_head_reaches_beyond_it(who: str) -> None:
    """A head that turns gets another outline while its texture goes along: where that ended, it would begin
    anew, and its edge would be a line across the skull.
    """
    motion = Motion.from_mapping(
        {"view": {"yaw": 30}, "base": SITS, "poses": {"sit": {}}, "steps": [{"pose": "sit", "move_s": 1}]}
    )
    moment = motion.sample(0.0)
    painter = FigurePainter(person(who))
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    p = QPainter(image)
    painter.paint(p, QRectF(0, 0, SIZE, SIZE), moment)
    p.end()
    room = 3 * camera_for(moment.view, SIZE, SIZE, 1.0).px_per_cm
    cel = next(iter(painter._cels.values()))
    fills = [mark for mark in cel.marks if isinstance(mark, Fill) and mark.part == "head"]
    textured = [mark for mark in fills if isinstance(mark.brush, QBrush)]
    assert textured
    for mark in textured:
        texture = mark.brush.transform().mapRect(QRectF(mark.brush.textureImage().rect()))
        assert texture.contains(mark.path.boundingRect().adjusted(-room, -room, room, room))
