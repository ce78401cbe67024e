"""The breath of a held pose."""

from math import cos, pi

BREATH_S = 5.0
"""About how long one breath in and out takes while a pose is held."""
_LEAST = 0.6  # of a breath: a shorter hold has none
_STEPS = 12  # a third of a pixel each, and few enough to keep a picture of every one


def breaths_in(hold_s: float) -> int:
    """Whole breaths in a hold, so that it ends as it began; none in a short one."""
    return max(1, round(hold_s / BREATH_S)) if hold_s >= _LEAST * BREATH_S else 0


def breath_at(hold_s: float, share: float) -> float:
    """How far the lungs are filled after a share of a hold, 0 to 1: in steps, for a picture of every one is
    kept.
    """
    return round(_STEPS * (1 - cos(2 * pi * breaths_in(hold_s) * share)) / 2) / _STEPS
