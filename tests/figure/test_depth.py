"""What lies in front of what, and how parts change places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pytest
from tests.figure.silhouettes import STRETCHES, forms

from unhunch.domain.stretch import parse
from unhunch.figure.depth import front_shares, lie_of
from unhunch.figure.grips import curls
from unhunch.figure.motion import AROUND_S, Moment, Motion
from unhunch.figure.painter import camera_for
from unhunch.figure.pose import Pose
from unhunch.figure.rods import Lie, Rod
from unhunch.figure.sheet import different_steps
from unhunch.figure.skeleton import solve
from unhunch.figure.views import View

FRAMES_PER_S = 20


def motion_of(stretch: str, form: str) -> Motion:
    parsed = parse(stretch, (STRETCHES / f"{stretch}.toml").read_text("utf-8"))
    return Motion.from_mapping(next(f for f in parsed.forms if f.id == form).motion)


@lru_cache(maxsize=8)
def lie(pose: Pose, view: View) -> Lie:
    return lie_of(solve(pose), camera_for(view, 480, 480, 1.0), curls(pose), scarf=False)


def half_way(moment: Moment) -> set[tuple[str, str]]:
    """The pairs of parts that are half way of changing places."""
    lies = [lie(pose, view) for pose, view in moment.around]
    names = [rod.name for rod in lies[0].rods]
    return {(names[i], names[j]) for (i, j), share in front_shares(lies).items() if 0.05 < share < 0.95}


def frames(motion: Motion, step: int) -> Iterator[Moment]:
    """The frames of a step, with a little before and after."""
    start_s, length_s = motion.starts_at_s(step), motion.steps[step].move_s + 2 * AROUND_S
    for n in range(round(length_s * FRAMES_PER_S)):
        yield motion.sample(start_s - AROUND_S + n / FRAMES_PER_S)


@pytest.mark.parametrize(("stretch", "form"), list(forms()))
def test_parts_change_places_in_a_moment(stretch: str, form: str) -> None:
    """However slow a move is, no part stays see-through for longer than the eye takes for a movement."""
    motion = motion_of(stretch, form)
    most = round(3 * AROUND_S * FRAMES_PER_S)
    for step in different_steps(motion):
        since: dict[tuple[str, str], int] = {}
        for n, moment in enumerate(frames(motion, step)):
            since = {pair: since.get(pair, n) for pair in half_way(moment)}
            slow = [pair for pair, first in since.items() if n - first >= most]
            assert not slow, f"step {step + 1}: {slow}"


@pytest.mark.parametrize(("stretch", "form"), list(forms()))
def test_a_held_pose_is_plain(stretch: str, form: str) -> None:
    """In a hold every part is wholly in front of another or wholly behind it, however she breathes."""
    motion = motion_of(stretch, form)
    for step in different_steps(motion):
        hold_s = motion.steps[step].hold_s
        if hold_s > 3 * AROUND_S:
            end_s = motion.starts_at_s(step) + motion.steps[step].move_s + hold_s
            held = [motion.sample(end_s - hold_s * share) for share in (0.7, 0.5, 0.3)]
            assert [half_way(moment) for moment in held] == [set()] * 3
            assert all(a.around == b.around for a, b in pairwise(held))


def test_who_is_in_front_half_of_the_time_shows_half() -> None:
    """The share that shows is the part of the time around in which the part is in front."""

    parts = [Rod(name, name, 0.0, ((0.0, 0.0, 0.0, 1.0),)) for name in ("trunk", "arm_l")]

    def lies(*nearer: float) -> list[Lie]:
        found = [Lie(parts, 0.0, {}) for _ in nearer]
        for each, by in zip(found, nearer, strict=True):
            each.nearer[0, 1] = by
        return found

    assert front_shares(lies(-1.0, 0.0, 1.0)) == {(0, 1): 0.5}
    assert front_shares(lies(-1.0, 1.0, 3.0)) == {(0, 1): 0.75}
    assert front_shares(lies(2.0, 2.0, 2.0)) == {(0, 1): 1.0}
    assert front_shares(lies(-2.0)) == {(0, 1): 0.0}
