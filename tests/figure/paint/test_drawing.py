"""What a drawing is made of."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from unhunch.figure.body import legs
from unhunch.figure.body.flesh import Bone
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import filled
from unhunch.figure.motion.motion import Motion
from unhunch.figure.paint.cel import Fill, Line
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.people import PEOPLE, person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.themes import HIGH_CONTRAST_LIGHT

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


def outlined(width_cm: float) -> tuple[FigurePainter, list[Line]]:
    """Somebody who sits, in high contrast, in a picture so wide; and the lines round them."""
    view = {"yaw": 0, "centre": [0, 90, 0], "width": width_cm, "height": width_cm}
    motion = Motion.from_mapping(
        {"view": view, "base": SITS, "poses": {"sit": {}}, "steps": [{"pose": "sit", "move_s": 1}]}
    )
    painter = FigurePainter(PEOPLE[0], HIGH_CONTRAST_LIGHT)
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    p = QPainter(image)
    painter.paint(p, QRectF(0, 0, SIZE, SIZE), motion.sample(0.0))
    p.end()
    cel = next(iter(painter._cels.values()))
    return painter, [mark for mark in cel.marks if isinstance(mark, Line)]


def test_in_high_contrast_a_limb_has_its_whole_contour_before_what_is_behind() -> None:
    """Over the body the line fades away where the limb hangs on; under it the whole one lies once more."""
    _, lines = outlined(200.0)
    for limb in ("upperarm_l", "forearm_l", "upperarm_r", "forearm_r", "thigh_l", "shin_l"):
        whole = [line for line in lines if line.part == limb and line.under]
        assert whole, limb
        assert all(line.pen.brush().gradient() is None for line in whole), limb


def test_an_outline_is_no_wider_in_a_portrait() -> None:
    """It grows with the person as far as looks well, and then no farther."""
    far, near, nearest = (max(line.pen.widthF() for line in outlined(cm)[1]) for cm in (300.0, 90.0, 60.0))
    assert far < near == nearest < 0.02 * SIZE


@pytest.mark.parametrize(("height", "hands", "feet"), [(180, 2, 2), (110, 2, 0), (50, 0, 0)])
def test_hands_and_feet_far_out_of_the_picture_are_not_drawn(height: float, hands: int, feet: int) -> None:
    """Of somebody who stands, seen from the crown as far down as the picture goes."""
    view = {"yaw": 0, "pitch": 0, "centre": [0, 72 - height / 2, 0], "width": height, "height": height}
    motion = Motion.from_mapping(
        {"view": view, "poses": {"stand": {}}, "steps": [{"pose": "stand", "move_s": 1}]}
    )
    painter = FigurePainter(PEOPLE[0])
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    p = QPainter(image)
    painter.paint(p, QRectF(0, 0, SIZE, SIZE), motion.sample(0.0))
    p.end()
    kinds = [name.partition("_")[0] for name in next(iter(painter._cels.values())).parts]
    assert (kinds.count("hand"), kinds.count("foot")) == (hands, feet)
    assert kinds.count("forearm") == 2
