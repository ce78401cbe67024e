"""What is painted between two drawings."""

from __future__ import annotations

from dataclasses import replace
from math import cos, inf, radians, sin

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform
from tests.library import motion_of

from unhunch.figure.ink.carry import Carry, fitted, turned
from unhunch.figure.ink.outline import Numbers
from unhunch.figure.ink.shading import Soft
from unhunch.figure.ink.shapes import Point, filled
from unhunch.figure.motion.motion import Moment
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.paint.cel import Cel, Fill, Mark, Shade
from unhunch.figure.paint.inbetween import InBetween
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera

SIZE = 120
RED, BLUE, CLEAR = QColor(200, 0, 0), QColor(0, 0, 200), QColor(0, 0, 0, 0)
GLOWS = (("nape", 1.0),)
SQUARE = [(20.0, 20.0), (60.0, 20.0), (60.0, 60.0), (20.0, 60.0)]


def plain(colour: QColor) -> QBrush:
    """A texture of one colour."""
    texture = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    texture.fill(colour)
    return QBrush(texture)


def turn(degrees: float, points: list[Point], about: Point = (40.0, 40.0)) -> list[Point]:
    """The points turned about one of them."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [
        (
            about[0] + (x - about[0]) * c - (y - about[1]) * s,
            about[1] + (x - about[0]) * s + (y - about[1]) * c,
        )
        for x, y in points
    ]


def cel(*marks: Mark, parts: tuple[str, ...] = ("trunk",)) -> Cel:
    boxes = {part: QRectF() for part in parts}
    for mark in marks:
        if isinstance(mark, Fill):
            boxes[mark.part] = boxes[mark.part].united(mark.path.boundingRect())
    axes = {part: [(20.0, 40.0, 0.0, 1.0), (60.0, 40.0, 0.0, 1.0)] for part in parts}
    camera = Camera(0, 0, (0, 0, 0), px_per_cm=1.0, width=SIZE, height=SIZE)
    return Cel(marks, parts, boxes, axes, {}, {}, QRectF(0, 0, SIZE, SIZE), camera)


def fill(points: list[Point], colour: QColor = RED, *, part: str = "trunk", name: str = "cloth") -> Fill:
    return Fill((part, name, 1), part, filled(points), colour)


def painted(between: InBetween, share: float, *, as_last: bool = False, place: int | None = None) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    qp = QPainter(image)
    qp.setRenderHint(QPainter.RenderHint.Antialiasing)
    between.paint(qp, share, as_last=as_last, place=place)
    qp.end()
    return image


def colour_at(image: QImage, x: int, y: int) -> tuple[int, int, int, int]:
    seen = image.pixelColor(x, y)
    return seen.red(), seen.green(), seen.blue(), seen.alpha()


def test_a_carry_is_found_from_points() -> None:
    """Points that were turned, moved and stretched tell how."""
    carry = Carry(0.9, 0.2, -0.3, 1.1, 12.0, -5.0)
    points = [(0.0, 0.0), (10.0, 2.0), (3.0, 20.0), (15.0, 18.0)]
    found = fitted([(p, carry(p)) for p in points])
    assert found is not None
    assert found == pytest.approx(carry)
    x, y = found.inverse()(carry((7.0, 9.0)))
    assert (x, y) == pytest.approx((7.0, 9.0))


@pytest.mark.parametrize(
    "pairs",
    [
        [((0.0, 0.0), (1.0, 1.0))] * 2,
        [((float(i), 2.0 * i), (float(i), 0.0)) for i in range(6)],
        [((0.0, 0.0), (0.0, 0.0)), ((9.0, 0.0), (0.1, 0.0)), ((0.0, 9.0), (0.0, 0.1))],
    ],
    ids=["two", "in a line", "shrunk to a point"],
)
def test_points_that_say_too_little_give_no_carry(pairs: list[tuple[Point, Point]]) -> None:
    """Too few, in a line, or as good as gone: the middle line has to do."""
    assert fitted(pairs) is None


def test_a_middle_line_turns_its_part() -> None:
    """The ends of the line come where they are to be, and nothing is stretched."""
    first, last = [(0.0, 0.0, 0.0, 1.0), (10.0, 0.0, 0.0, 1.0)], [(5.0, 5.0, 0.0, 1.0), (5.0, 15.0, 0.0, 1.0)]
    carry = turned(first, last)
    assert carry((0.0, 0.0)) == pytest.approx((5.0, 5.0))
    assert carry((10.0, 0.0)) == pytest.approx((5.0, 15.0))
    assert carry.a * carry.d - carry.b * carry.c == pytest.approx(1.0)


def test_marks_that_are_only_as_many_are_not_the_same() -> None:
    """A line round the first of two layers goes, and one round the second comes."""
    first, last = (replace(fill(SQUARE), name=("trunk", "cloth", number)) for number in (1, 2))
    between = InBetween(cel(first), cel(last), 1.0)
    assert colour_at(painted(between, 0.5), 40, 40)[3] > 0


def test_an_outline_in_numbers_comes_back() -> None:
    """Read and written it is the same, part of the way it is between; an empty one is one too."""
    a, b = filled(SQUARE), filled([(x + 30, y) for x, y in SQUARE])
    assert Numbers(a).is_like(Numbers(b))
    assert Numbers(a).way_to(Numbers(b))(0.0) == a
    half = Numbers(a).way_to(Numbers(b))(0.5)
    assert half.boundingRect().left() == pytest.approx(a.boundingRect().left() + 15)
    assert half.fillRule() == a.fillRule()
    assert not Numbers(a).is_like(Numbers(filled(SQUARE[:3])))
    nothing = Numbers(QPainterPath())
    assert nothing.way_to(nothing)(0.5).isEmpty()


@pytest.mark.parametrize(("halved", "elements"), [(False, 9), (True, 17)])
def test_an_outline_of_lines_is_near_the_one_of_curves(halved: bool, elements: int) -> None:
    """As near as the curves bulge, and four times nearer if each is halved."""
    path = filled([(40 + 20 * cos(radians(a)), 40 + 20 * sin(radians(a))) for a in range(0, 360, 45)])
    curves = Numbers(path)
    lines = curves.as_half_lines if halved else curves.as_lines
    drawn = lines.way_to(lines)(0.3)
    assert drawn.elementCount() == elements
    assert drawn.fillRule() == path.fillRule()
    off = path.boundingRect().width() - drawn.boundingRect().width()
    assert 0 <= off <= 2 * curves.bulge / (4 if halved else 1) + 1e-9
    assert 1.0 < curves.bulge < 2.0


def test_only_one_piece_of_curves_is_made_lines() -> None:
    two, none = filled(SQUARE, [(x + 90, y) for x, y in SQUARE]), QPainterPath()
    lines = QPainterPath()
    lines.addPolygon([QPointF(*p) for p in SQUARE])
    assert [Numbers(path).bulge for path in (two, none, lines)] == [inf] * 3


def test_what_turns_is_half_way_turned() -> None:
    """Half way a square that turns by 20 degrees is turned by 10; at the ends it is the drawings."""
    first, last = cel(fill(SQUARE)), cel(fill(turn(20, SQUARE)))
    between = InBetween(first, last, 1.0)
    for share, degrees in ((0.0, 0), (0.5, 10), (1.0, 20)):
        alone = InBetween(*[cel(fill(turn(degrees, SQUARE)))] * 2, 1.0)
        assert far_apart(painted(between, share), painted(alone, 0.0)) < 0.004


def far_apart(a: QImage, b: QImage) -> float:
    """How much of the picture's light differs, 0 to 1."""
    total = sum(
        abs(p - q)
        for y in range(SIZE)
        for x in range(SIZE)
        for p, q in zip(colour_at(a, x, y), colour_at(b, x, y), strict=True)
    )
    return total / (4 * 255 * SIZE * SIZE)


def test_an_outline_that_bends_goes_point_by_point() -> None:
    """One corner of a square runs out by 4 pixels: half way it is out by half of that."""
    bent = [*SQUARE[:2], (64.0, 64.0), SQUARE[3]]
    between = InBetween(cel(fill(SQUARE)), cel(fill(bent)), 1.0)
    expected = filled([*SQUARE[:2], (62.0, 62.0), SQUARE[3]]).boundingRect()
    image = painted(between, 0.5)
    covered = [(x, y) for x in range(SIZE) for y in range(SIZE) if image.pixelColor(x, y).alpha() > 128]
    assert max(x for x, _ in covered) + 1 == pytest.approx(expected.right(), abs=1.0)


def test_a_tone_that_only_one_drawing_has_is_there_till_half_way() -> None:
    """It fades until half way; one that comes does so the other way round. Both versions have it."""
    inner = [(30.0, 30.0), (50.0, 30.0), (50.0, 50.0), (30.0, 50.0)]
    fold = fill(inner, QColor(0, 0, 200, 120), name="fold")
    going = InBetween(cel(fill(SQUARE)), cel(fill(SQUARE), fold), 1.0)
    coming = InBetween(cel(fill(SQUARE), fold), cel(fill(SQUARE)), 1.0)
    shares = (0.0, 0.25, 0.51, 0.9)
    for as_last in (False, True):
        blue = [colour_at(painted(coming, share, as_last=as_last), 40, 40)[2] for share in shares]
        assert blue == [pytest.approx(expected, abs=2) for expected in (200 * 120 / 255, 47, 0, 0)]
        back = [colour_at(painted(going, 1 - share, as_last=as_last), 40, 40)[2] for share in shares]
        assert back == blue
    assert not going.places


@pytest.mark.parametrize("comes", [False, True])
def test_cloth_that_only_one_drawing_has_is_in_its_version_all_the_way(comes: bool) -> None:
    """Nothing is seen through: there is a place where the one version goes over to the other."""
    patch = fill([(30.0, 30.0), (50.0, 30.0), (50.0, 50.0), (30.0, 50.0)], BLUE, name="patch")
    with_it, without = cel(fill(SQUARE), patch), cel(fill(SQUARE))
    between = InBetween(*((without, with_it) if comes else (with_it, without)), 1.0)
    for share in (0.1, 0.5, 0.9):
        seen = [colour_at(painted(between, share, as_last=as_last), 40, 40) for as_last in (False, True)]
        assert seen == ([RED.getRgb(), BLUE.getRgb()] if comes else [BLUE.getRgb(), RED.getRgb()])
    (place,) = between.places
    assert place.rect.contains(QRectF(30, 30, 20, 20))


def test_cloth_without_an_outline_is_not_there() -> None:
    """A cuff that is turned away has none: it comes as what only the last drawing has."""
    cuff = fill(SQUARE, BLUE, name="cuff")
    between = InBetween(cel(replace(cuff, path=QPainterPath())), cel(cuff), 1.0)
    assert colour_at(painted(between, 0.9, as_last=True), 40, 40) == BLUE.getRgb()
    assert len(between.places) == 1


def test_a_plain_colour_goes_over() -> None:
    """Colour and clearness are between those of the drawings."""
    last = fill(SQUARE, QColor(0, 0, 200, 100))
    between = InBetween(cel(fill(SQUARE)), cel(last), 1.0)
    red, _, blue, alpha = colour_at(painted(between, 0.5), 40, 40)
    assert alpha == pytest.approx(178, abs=2)
    assert red == pytest.approx(100, abs=3)
    assert blue == pytest.approx(100, abs=3)


def test_a_light_that_grows_is_mixed_where_the_cloth_lies() -> None:
    """Half way it is half as strong, all over the cloth and as opaque as that at its edge."""
    dark, lit = fill(SQUARE), fill([(x + 10, y) for x, y in SQUARE])
    for each, colour, right in ((dark, RED, 0), (lit, BLUE, 10)):
        texture = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
        texture.fill(colour)
        each.brush = QBrush(texture)
        each.brush.setTransform(QTransform.fromTranslate(10 + right, 10))
    lit.lit = GLOWS
    first, last = cel(dark), cel(lit)
    last.axes["trunk"] = [(x + 10, y, z, r) for x, y, z, r in last.axes["trunk"]]
    between = InBetween(first, last, 1.0)
    image = painted(between, 0.5)
    for x in (27, 45, 63):
        assert colour_at(image, x, 40) == pytest.approx((100, 0, 100, 255), abs=2)
    plain = painted(InBetween(cel(fill(SQUARE)), cel(fill([(x + 10, y) for x, y in SQUARE])), 1.0), 0.5)
    for at in ((25, 40), (64, 40), (30, 20), (26, 22)):
        assert colour_at(image, *at)[3] == colour_at(plain, *at)[3]


def test_a_light_that_goes_from_one_area_to_another_is_mixed() -> None:
    """Though all in all there is as much of it: else it would come at once at the end."""
    here, there = fill(SQUARE), fill([(x + 10, y) for x, y in SQUARE])
    for each, colour, area in ((here, RED, "nape"), (there, QColor(200, 0, 40), "neck_side_l")):
        each.brush, each.lit = plain(colour), ((area, 1.0),)
    image = painted(InBetween(cel(here), cel(there), 1.0), 0.5)
    assert colour_at(image, 45, 40) == pytest.approx((200, 0, 20, 255), abs=2)


@pytest.mark.parametrize(("lit", "mixed"), [(GLOWS, True), ((), False)])
def test_a_light_over_two_parts_that_go_apart_is_mixed(
    lit: tuple[tuple[str, float], ...], mixed: bool
) -> None:
    """It goes with neither of them: carried along it would be torn at their common edge."""

    def drawn(colour: QColor, right: float) -> Cel:
        trunk, arm = fill(SQUARE), fill([(x + right, y + 20) for x, y in SQUARE], part="arm")
        for each in (trunk, arm):
            each.brush, each.lit = plain(colour), lit
        return cel(trunk, arm, parts=("trunk", "arm"))

    # So little bluer that without a light nobody would see it.
    image = painted(InBetween(drawn(RED, 0), drawn(QColor(200, 0, 40), 4), 1.0), 0.5)
    expected = (200, 0, 20, 255) if mixed else (200, 0, 0, 255)
    for at in ((30, 30), (50, 60)):
        assert colour_at(image, *at) == pytest.approx(expected, abs=2)


def test_parts_that_change_places_do_so_where_they_cross() -> None:
    """Each order is painted as asked for, and only where the two parts cross there is a change; of those
    that are elsewhere nothing is painted once more.
    """
    a, b = fill(SQUARE, RED, part="trunk"), fill(turn(0, SQUARE), BLUE, part="arm")
    far = fill([(x + 50, y + 50) for x, y in SQUARE], part="foot")
    first = cel(far, a, b, parts=("foot", "trunk", "arm"))
    last = cel(far, b, a, parts=("foot", "arm", "trunk"))
    between = InBetween(first, last, 1.0)
    (place,) = between.places
    assert place.rect == QRectF(16, 16, 48, 48)  # with room for their shadows
    assert place.cores == (QRectF(20, 20, 40, 40),) * 2
    assert colour_at(painted(between, 0.5), 90, 90) == (200, 0, 0, 255)
    again = painted(between, 0.5, as_last=True, place=0)
    assert colour_at(again, 40, 40) == (200, 0, 0, 255)
    assert colour_at(again, 90, 90) == (0, 0, 0, 0)
    assert colour_at(painted(between, 0.5), 40, 40) == (0, 0, 200, 255)
    assert colour_at(painted(between, 0.5, as_last=True), 40, 40) == (200, 0, 0, 255)
    assert not InBetween(first, first, 1.0).places


def test_where_it_cannot_be_seen_nothing_changes_places() -> None:
    """Two parts behind a third: there is no picture to go over to."""
    a, b, over = (fill(SQUARE, part=part) for part in ("trunk", "arm", "head"))
    first = cel(a, b, over, parts=("trunk", "arm", "head"))
    last = cel(b, a, over, parts=("arm", "trunk", "head"))
    assert not InBetween(first, last, 1.0).places


def test_each_place_of_change_is_on_its_own() -> None:
    """An arm that comes before the trunk here and before a leg there does so over two rectangles."""
    trunk, leg = fill(SQUARE, part="trunk"), fill([(x, y + 55) for x, y in SQUARE], part="leg")
    arm = fill([(30.0, 10.0), (40.0, 10.0), (40.0, 118.0), (30.0, 118.0)], BLUE, part="arm")
    first = cel(arm, trunk, leg, parts=("arm", "trunk", "leg"))
    last = cel(trunk, leg, arm, parts=("trunk", "leg", "arm"))
    cores = sorted((place.cores[0] for place in InBetween(first, last, 1.0).places), key=QRectF.top)
    assert cores == [QRectF(30, 20, 10, 40), QRectF(30, 75, 10, 40)]


@pytest.mark.parametrize("way", [(12.0, 0.0), (0.0, -9.0), (0.0, 0.0)])
def test_what_comes_to_the_front_tells_from_where(way: Point) -> None:
    """The trunk does, and goes that way meanwhile; where neither moves it rises."""
    u, v = way
    moved = [(x + u, y + v) for x, y in SQUARE]
    arm = fill(SQUARE, BLUE, part="arm")
    first = cel(fill(SQUARE, RED), arm, parts=("trunk", "arm"))
    last = cel(arm, fill(moved, RED), parts=("arm", "trunk"))
    last.axes["trunk"] = [(x + u, y + v, z, r) for x, y, z, r in last.axes["trunk"]]
    long = max(abs(u), abs(v))
    expected = (u / long, v / long) if long else (0.0, -1.0)
    (place,) = InBetween(first, last, 1.0).places
    assert place.towards == pytest.approx(expected)


def moment_of(stretch: str, t_s: float) -> Moment:
    moment = motion_of(stretch).sample(t_s)
    return replace(moment, cues=(), cue_strength=0.0)


def picture(painter: FigurePainter, moment: Moment) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    qp = QPainter(image)
    painter.paint(qp, QRectF(0, 0, SIZE, SIZE), moment)
    qp.end()
    return image


@pytest.mark.parametrize("stretch", ["cat-cow", "overhead-reach", "knee-to-chest", "trunk-rotation"])
@pytest.mark.parametrize("t_s", [2.1, 3.3, 4.7])
def test_it_looks_as_if_drawn_from_the_body(stretch: str, t_s: float) -> None:
    """Between two keys the picture is as good as one drawn from the body at that time."""
    moment = moment_of(stretch, t_s)
    own = Key(moment.pose, moment.pose, moment.breath, moment.focus, moment.view)
    drawn = picture(FigurePainter(PEOPLE[1]), replace(moment, keys=(own, own), share=0.0))
    assert far_apart(picture(FigurePainter(PEOPLE[1]), moment), drawn) < 0.005


def test_a_shadow_that_comes_lies_under_the_part_that_throws_it() -> None:
    """Although there it follows what here lies over that part."""
    trunk, arm = fill(SQUARE, RED, part="trunk"), fill([(x + 90, y) for x, y in SQUARE], BLUE, part="arm")
    dark = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    dark.fill(QColor(0, 0, 0, 255))
    shade = Shade(("shade", "trunk", 1), "trunk", Soft(dark, QRectF(0, 0, SIZE, SIZE)))
    first = cel(trunk, arm, parts=("trunk", "arm"))
    last = cel(arm, shade, trunk, parts=("arm", "trunk"))
    between = InBetween(first, last, 1.0)
    assert not between.places
    assert colour_at(painted(between, 0.95), 40, 40) == (200, 0, 0, 255)


@pytest.mark.parametrize(
    ("others", "degrees", "mixed"), [(BLUE, 6, True), (QColor(190, 0, 0), 6, False), (BLUE, 1, False)]
)
def test_shading_that_differs_is_mixed(others: QColor, degrees: int, mixed: bool) -> None:
    """What looks the same there, or hardly turns, is carried along, which costs less."""

    def shaded(colour: QColor, turned_by: int) -> Cel:
        return cel(replace(fill(turn(turned_by, SQUARE)), brush=plain(colour)))

    image = painted(InBetween(shaded(RED, 0), shaded(others, degrees), 1.0), 0.5)
    expected = (100, 0, 100, 255) if mixed else (200, 0, 0, 255)
    assert colour_at(image, 40, 40) == pytest.approx(expected, abs=2)


def test_a_lit_outline_that_runs_another_way_arrives() -> None:
    """However far its points are from where its part takes them: it does not stay behind until the end."""
    shirt = [(10.0, 10.0), (70.0, 10.0), (70.0, 70.0), (10.0, 70.0)]
    other = [shirt[2], shirt[3], shirt[0], (90.0, 50.0)]
    first, last = (
        replace(fill(points), brush=plain(RED), lit=lit) for points, lit in ((shirt, ()), (other, GLOWS))
    )
    end = painted(InBetween(cel(first), cel(last), 1.0), 1.0, as_last=True)
    alone = InBetween(cel(last), cel(last), 1.0)
    assert far_apart(end, painted(alone, 0.0)) < 0.002


@pytest.mark.parametrize("at_rest", [True, False])
def test_only_at_rest_turned_fillings_are_smoothed(at_rest: bool) -> None:
    """Smoothed, the edge of a shade is a mixture of both colours; in a move nobody sees the difference."""
    halves = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    halves.fill(RED)
    p = QPainter(halves)
    p.fillRect(QRectF(0, 40, SIZE, SIZE), BLUE)
    p.end()
    marks = [replace(fill(points), brush=QBrush(halves)) for points in (SQUARE, turn(4.0, SQUARE))]
    image = painted(InBetween(cel(marks[0]), cel(marks[1]), 1.0, at_rest=at_rest), 0.4)
    seen = {colour_at(image, x, y) for x in range(30, 50) for y in range(30, 50)}
    mixed = seen - {colour.getRgb() for colour in (RED, BLUE)}
    assert bool(mixed) == at_rest
