"""When in a move the person is drawn from the body; what lies between two such moments is drawn from both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil, dist

from unhunch.figure.kept import kept
from unhunch.figure.motion.moves import ease, turned_deg
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.vectors import Vec, mad, point

KEY_S = 0.42
"""About how far apart the keys are of a move from rest to rest, in the mean: less where it is quick, more at
its quiet ends. So short that what turns goes nearly straight on.
"""
FLOW_KEY_S = 0.3
"""And those of a move that is as quick at its ends."""
# Between them a limb turns, and the camera goes round, by no more than about this: what goes straight on
# where it should turn is too short half way, by a hundredth for 16 degrees.
_TURN_DEG, _ROUND_DEG = 11.0, 6.5
_MOST_BY_TURN = 0.8  # what does not turn goes on meanwhile
_DECIMALS = 9  # of a share of a move
_INSTANT = 10**-_DECIMALS / 4
_UNSEEN = 1 / 1600  # of the picture: a third of a pixel of one of 500
_UNSEEN_GLOW = 1 / 60  # of its full strength
_FLESH: tuple[tuple[str, Vec], ...] = (
    *(("head", (0.0, 10.0, z)) for z in (-10.0, 10.0)),
    *((name, (0.0, 0.0, z)) for name in ("pelvis", "chest") for z in (-11.0, 11.0)),
)
"""Flesh far from any joint, which goes round with its part: face, nape, belly and back (cm)."""
_FINGERS, _PALM, _TOES = 18.0, 4.0, 17.0  # cm from wrist and ankle


def flowing_keys(move_s: float, bodies: Sequence[Body], round_deg: float) -> tuple[float, ...]:
    """The shares of a move that does not slow down at its ends at which its keys are, 0 and 1 among them."""
    count = _count(move_s / FLOW_KEY_S, bodies, round_deg)
    return tuple(n / count for n in range(count + 1))


def eased_keys(move_s: float, bodies: Sequence[Body], round_deg: float) -> tuple[float, ...]:
    """The shares of the time of a move from rest to rest at which its keys are, 0 and 1 among them: as far
    apart on the way from pose to pose as can be; the more a limb turns, the more in what it turns.

    `bodies` are the body at even times through the move, `round_deg` is how far the camera goes round.
    """
    count = _count(move_s / KEY_S, bodies, round_deg)
    last = len(bodies) - 1
    turned = [*accumulate((turned_deg(both) for both in pairwise(bodies)), initial=0.0)]
    by_turn = min(_MOST_BY_TURN, turned[-1] / (_TURN_DEG * count))
    eased = [ease(k / last) for k in range(last + 1)]
    way = [e + (t / (turned[-1] or 1.0) - e) * by_turn for e, t in zip(eased, turned, strict=True)]
    inner = (eased_when(_between(way, eased, n / count)) for n in range(1, count))
    return (0.0, *inner, 1.0)


def looks_between(
    one: Body,
    other: Body,
    width_cm: float,
    glow: Sequence[tuple[str, float]] = (),
    other_glow: Sequence[tuple[str, float]] = (),
) -> int:
    """How many pictures that can be told apart lie between two keys, in a picture of that width."""
    moved = max(map(dist, _marks(one), _marks(other))) / (_UNSEEN * width_cm)
    was, now = dict(glow), dict(other_glow)
    lit = max((abs(now.get(area, 0.0) - was.get(area, 0.0)) for area in was | now), default=0.0)
    return max(1, round(moved), ceil(lit / _UNSEEN_GLOW))


def _marks(body: Body) -> list[Vec]:
    """Points all over the body; one of them moves farthest."""
    marks = [*body.joints.values(), *(point(body.joints[n], body.frames[n], at) for n, at in _FLESH)]
    for s in ("l", "r"):
        wrist, (fingers, palm) = body.joints[f"wrist_{s}"], body.hands[s]
        marks += [mad(wrist, fingers, _FINGERS), mad(wrist, palm, _PALM)]
        marks.append(mad(body.joints[f"ankle_{s}"], body.feet[s][0], _TOES))
    return marks


def key_after(times: Sequence[float], move: float) -> int:
    """The number of the first key after a share of a move; at its end that of the last one."""
    return min(bisect_right(times, move + 1e-6), len(times) - 1)


def _count(parts: float, bodies: Sequence[Body], round_deg: float) -> int:
    return max(1, round(parts), ceil(round_deg / _ROUND_DEG), ceil(turned_deg(bodies) / _TURN_DEG))


def _between(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    """The y that belongs to an x, of a line through rising points."""
    i = min(bisect_right(xs, x), len(xs) - 1)
    a, b = xs[i - 1], xs[i]
    return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - a) / (b - a)


@kept(512)
def eased_when(share: float) -> float:
    """The share of the time after which a share of the way is done: the inverse of `moves.ease`."""
    before, after = 0.0, 1.0
    while after - before > _INSTANT:
        middle = (before + after) / 2
        before, after = (middle, after) if ease(middle) < share else (before, middle)
    return round(after, _DECIMALS)
