"""Knees: the folds of the trousers there, and what fills the pit of one folded far."""

from itertools import pairwise

import pytest

from unhunch.figure.body.flesh import SHIN, THIGH, Bone
from unhunch.figure.body.knees import calf_meets_thigh, kneecap
from unhunch.figure.ink.parts import Layer
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec

HIP: Vec = (0.0, 45.0, 0.0)
KNEE: Vec = (0.0, 45.0, 40.0)


def told(yaw_deg: float, ankle: Vec, front: Vec) -> list[Layer]:
    """What tells a knee whose thigh lies level."""
    camera = Camera(yaw_deg, 8, KNEE, px_per_cm=4, width=400, height=400)
    thigh = Bone(HIP, KNEE, (0.0, 1.0, 0.0), THIGH, 1.0)
    return kneecap(camera, thigh, Bone(KNEE, ankle, front, SHIN, 1.0), 1.0, 0.0)


@pytest.mark.parametrize("yaw_deg", [-90, 90])
def test_a_bent_knee_folds_at_its_pit(yaw_deg: float) -> None:
    """Seen from either side; a straight leg has no pit."""
    assert [layer.soft for layer in told(yaw_deg, (0.0, 5.0, 40.0), (0.0, 0.0, 1.0))] == [False, False]
    assert told(yaw_deg, (0.0, 45.0, 80.0), (0.0, 1.0, 0.0)) == []


def test_a_bent_knee_has_light_on_its_cap_and_shade_below() -> None:
    """Seen from the front: each laid on a few times so that none has an edge, the light above the shade."""
    found = told(0, (0.0, 5.0, 40.0), (0.0, 0.0, 1.0))
    assert all(layer.soft for layer in found)
    lit, shaded = (
        [layer.path.boundingRect().center().y() for layer in found if sign * layer.tone > 0]
        for sign in (-1, 1)
    )
    assert len(lit) > 1 < len(shaded)
    assert max(lit) < min(shaded)


def test_the_pit_of_a_knee_fills_without_a_jump() -> None:
    """Nothing is there when it begins to fold far, and a hundredth of the fold adds little."""
    camera = Camera(90, 8, KNEE, px_per_cm=4, width=400, height=400)
    thigh = Bone(HIP, KNEE, (0.0, 1.0, 0.0), THIGH, 1.0)
    shin = Bone(KNEE, (0.0, 37.0, 1.0), (0.0, 0.2, 1.0), SHIN, 1.0)
    radii = [[ball[2] for ball in calf_meets_thigh(camera, thigh, shin, n / 100)] for n in range(101)]
    assert radii[0] == [0, 0]
    assert max(abs(b - a) for one, other in pairwise(radii) for a, b in zip(one, other, strict=True)) < 3
    assert min(radii[50]) > 8
