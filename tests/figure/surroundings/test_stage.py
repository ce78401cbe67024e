"""The shape behind the person."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from tests.figure.canvas import SIZE, canvas
from tests.library import FORMS, motion_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.motion.steps import Prop
from unhunch.figure.painter import FigurePainter, camera_for
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import mad
from unhunch.figure.surroundings.stage import around_stage, below_stage, is_cut, stage_path
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT

MAT = Prop("mat", (0.0, 0.0, 0.0), (60.0, 1.0, 180.0))
WALL = Prop("wall", (-50.0, 0.0, 0.0), (12.0, 400.0, 800.0))
_CROWN_CM, _TOES_CM = 17.0, 13.0  # how far a head goes up from where it is joined, and toes from the ankle


def camera(y_cm: float, width: float = SIZE, height: float = SIZE) -> Camera:
    """One whose middle is so high over the floor; half of what it shows is 100 cm."""
    return Camera(0.0, 0.0, (0.0, y_cm, 0.0), px_per_cm=SIZE / 200, width=width, height=height)


def test_who_is_shown_whole_is_not_cut() -> None:
    """It depends on whether the floor is in the picture."""
    assert not is_cut(camera(90.0))
    assert is_cut(camera(120.0))


@pytest.mark.parametrize("props", [(), (MAT,), (WALL,)], ids=["bare", "mat", "wall"])
@pytest.mark.parametrize("size", [(SIZE, SIZE), (2 * SIZE, SIZE), (SIZE, 2 * SIZE)])
def test_the_stage_lies_within_the_picture(props: tuple[Prop, ...], size: tuple[int, int]) -> None:
    """In wide and in high pictures it keeps its shape in their middle, but for whole people (see below)."""
    for y_cm in (90.0, 230.0):
        seen = camera(y_cm, *size)
        box = stage_path(seen, props).boundingRect()
        assert QRectF(0, 0, *size).contains(box)
        if size[1] > size[0] and not props and not is_cut(seen):
            continue
        plain = stage_path(camera(y_cm), props).boundingRect()
        assert box.width() == pytest.approx(plain.width())
        assert box.height() == pytest.approx(plain.height())


def test_below_the_stage_begins_at_its_lower_edge() -> None:
    """Its own inside and what is over its middle are left out, what is under it and beside it is not."""
    seen = camera(120.0)
    box = stage_path(seen, ()).boundingRect()
    beyond = below_stage(seen, ())
    assert not beyond.contains(box.center())
    assert not beyond.contains(QPointF(box.center().x(), box.bottom() - 4))
    assert not beyond.contains(QPointF(2, box.top()))
    assert beyond.contains(QPointF(box.center().x(), box.bottom() + 2))
    assert beyond.contains(QPointF(2, SIZE - 2))
    assert beyond.contains(QPointF(SIZE - 2, SIZE - 2))


def test_around_the_stage_is_all_but_the_stage() -> None:
    """Over it too."""
    seen = camera(120.0)
    box, beyond = stage_path(seen, ()).boundingRect(), around_stage(seen, ())
    assert not beyond.contains(box.center())
    assert all(beyond.contains(QPointF(x, y)) for x in (2, SIZE - 2) for y in (2, SIZE - 2))


@pytest.mark.parametrize(
    "theme", [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK], ids=lambda t: t.name
)
def test_who_is_cut_ends_where_the_stage_does(theme) -> None:
    """Under the stage's lower edge there is nothing but the ground, however long the trousers are."""
    view = {"yaw": 0, "pitch": 0, "centre": [0, 110, 0], "width": 100, "height": 100}
    base = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90, "elbow": 12}}
    steps = [{"pose": "rest", "move_s": 1, "hold_s": 2}]
    motion = Motion.from_mapping({"view": view, "base": base, "poses": {"rest": {}}, "steps": steps})
    image, on_image = canvas()
    FigurePainter(PEOPLE[0], theme).paint(on_image, QRectF(0, 0, SIZE, SIZE), motion.sample(1.5))
    on_image.end()
    seen = Camera(0.0, 0.0, (0.0, 110.0, 0.0), px_per_cm=SIZE / 100, width=SIZE, height=SIZE)
    bottom = stage_path(seen, ()).boundingRect().bottom()
    row = {image.pixelColor(x, round(bottom) + 2).name() for x in range(SIZE)}
    assert row == {QColor(theme.ground).name()}
    above = {image.pixelColor(x, round(bottom) - 12).name() for x in range(SIZE // 4, 3 * SIZE // 4)}
    assert above - {QColor(theme.ground).name(), QColor(theme.stage).name()}


def test_in_an_upright_picture_whole_people_have_a_taller_stage() -> None:
    """So that their feet stand on it; that of a portrait stays a pebble."""
    upright = {"px_per_cm": 1.4, "width": SIZE, "height": 2 * SIZE}
    whole = stage_path(Camera(0.0, 4.0, (0.0, 100.0, 0.0), **upright), ()).boundingRect()
    portrait = stage_path(Camera(0.0, 4.0, (0.0, 400.0, 0.0), **upright), ()).boundingRect()
    assert whole.height() == pytest.approx(1.5 * SIZE * 0.95, rel=0.05)
    assert whole.center().y() == pytest.approx(SIZE, rel=0.05)
    assert portrait.height() == pytest.approx(SIZE * 0.89, rel=0.05)


@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_who_is_shown_whole_is_within_the_stage(stretch: str, form: str) -> None:
    """In every hold of every stretch, from head to foot: nobody hangs over its edge. Hands may come out."""
    motion = motion_of(stretch, form)
    for i, step in enumerate(motion.steps):
        moment = motion.sample(motion.starts_at_s(i) + step.move_s + step.hold_s / 2)
        seen, body = camera_for(moment.view, SIZE, SIZE, 1.0), solve(moment.pose)
        if is_cut(seen):
            continue
        spots = {"head": mad(body.joints["head"], body.frames["head"][1], _CROWN_CM)}
        spots |= {f"foot {s}": mad(body.joints[f"ankle_{s}"], body.feet[s][0], _TOES_CM) for s in "lr"}
        stage = stage_path(seen, moment.props)
        assert [name for name, at in spots.items() if not stage.contains(QPointF(*seen.xy(at)))] == [], i
