"""The trousers of somebody who lies with their back on the floor."""

from collections import Counter
from itertools import pairwise

import pytest

from unhunch.figure.body.creases import hip_creases
from unhunch.figure.body.hem import Hem
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.lying import on_back_of
from unhunch.figure.ink.parts import Layer
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import dot, sub

ABOVE = Camera(20, 57, (0.0, 14.0, -8.0), px_per_cm=4.0, width=800, height=800)
SIDE = Camera(-92, 22, (0.0, 14.0, -8.0), px_per_cm=4.0, width=800, height=800)
KNEES_UP = {"to": [6, 45], "knee_to": [0, 1, 0.1]}
STRAIGHT = {"to": [8, 84], "knee_to": [0, 1, 0.1]}


def lying(rolled: float = 0.0, legs: object = KNEES_UP, **raw: object) -> Body:
    """Somebody on their back whose hips are rolled so far to the right, against the ribs."""
    data = {"pelvis": [-88, 0, rolled], "lumbar": [-4, 0, -0.26 * rolled], "chest": [0, 0, -0.44 * rolled]}
    return solve(read_pose({**data, "legs": legs, **raw}, Pose(root=(0, 13, 0), rest=1), "test"))


def shades(body: Body, camera: Camera = ABOVE) -> list[Layer]:
    hips = Hips(body, camera, PEOPLE[0].build)
    return [y for y in hip_creases(hips, Hem(hips)) if y.soft]


def test_the_back_lies_on_the_floor_however_the_hips_are_turned() -> None:
    """Who lies on their back does so with the hips on their side too; who stands or sits does not."""
    assert on_back_of(lying()) == 1
    assert on_back_of(lying(60)) > 0.9
    assert on_back_of(solve(read_pose({}, Pose(root=(0, 88, 0)), "test"))) == 0
    assert on_back_of(lying(pelvis=[-30, 0, 0])) == 0


def test_knees_that_come_towards_the_viewer_shade_the_seat() -> None:
    """Of bent legs seen from above each knee has its shade on trousers and shirt, of straight ones only the
    hem has one.
    """
    assert Counter(y.cloth for y in shades(lying())) == {"trousers": 3, "top": 2}
    assert len(shades(lying(legs=STRAIGHT))) == 1


def test_from_the_side_nothing_is_shaded() -> None:
    """There the hem is no line across the thighs."""
    assert shades(lying(), SIDE) == []


def test_the_upper_thigh_of_hips_on_their_side_has_creases() -> None:
    """They lie to the right of the picture's middle if the hips have rolled that way, and mirrored else;
    the hip's round beside them takes light.
    """
    over = {"to": [0, 14, 42], "knee_to": [-1, 0, 0]}, {"to": [8, 6, 45], "knee_to": [1, 0, 0]}
    rolled = shades(lying(60, leg_l=over[0], leg_r=over[1])), shades(lying(-60, leg_r=over[0], leg_l=over[1]))
    creases, lights = [], []
    for found in rolled:
        _, crease = (layer for layer in found if layer.tone > 0)
        creases.append(crease.path.boundingRect().center().x())
        lights.append(next(y.path.boundingRect().center().x() for y in found if y.tone < 0))
    assert creases[0] < ABOVE.width / 2 < creases[1]
    assert creases[0] < lights[0]
    assert lights[1] < creases[1]


@pytest.mark.parametrize("to_side", [1, -1])
def test_shades_come_little_by_little(to_side: int) -> None:
    """As the hips roll no shade is suddenly there, nor gone."""
    dark = [sum(y.tone for y in shades(lying(to_side * 2.0 * i))) for i in range(36)]
    assert all(abs(a - b) < 0.15 for a, b in pairwise(dark))


def test_a_seat_rolled_on_to_its_side_is_round() -> None:
    """The floor presses that of who lies flat; rolled aside, the same to either side, both halves are whole
    and reach farther back.
    """

    def half(rolled: float) -> tuple[float, float]:
        hips = Hips(lying(rolled), ABOVE, PEOPLE[0].build)
        pelvis, (_, _, ahead) = hips.body.joints["pelvis"], hips.body.frames["pelvis"]
        ends = [(r - dot(sub(at, pelvis), ahead), r) for at, r in hips.cushion(1.0, 0.0)]
        return max(back for back, _ in ends), min(r for _, r in ends)

    flat, rolled = half(0), half(60)
    assert all(b > a + 1 for a, b in zip(flat, rolled, strict=True))
    assert half(-60) == pytest.approx(rolled)
