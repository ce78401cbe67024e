"""What one frame of the animated person costs. Run it by packaging/bench figure [--json].

Every stretch is played at some places at 30 frames a second and painted into a picture, by Qt's raster
engine, as in the break window. The first round draws every frame anew, just after those before it, as when a
movement comes for the first time; in the repeated round the kept pictures serve, as when it comes again. At
each place all frames from one key to the next count, for the first of them costs most; each place has the
same weight in the mean, or long ways from key to key, which cost less a frame, would count twice.
Milliseconds a frame: mean, median and worst, and what the mean is made of: the maths (pose, outlines, order,
what lies between two keys) and the painting. A frame is timed some times in each round and the best time
counts; it is processor time (of all threads), so that other programs disturb it little.

`played` is what the figure costs in a break: three stretches from beginning to end, each frame as it comes,
holds and repeats included; the mean of those painted, and which part of one core they take.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import mean, median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from tests.library import STRETCHES, motion_of

from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.paint.scene import Placed, Scene
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE

GOALS_MS = {"480@1": 8.0, "900@1": 16.0}
SIZES = ((480, 1.0), (480, 2.0), (900, 1.0), (900, 2.0))
FRAMES_PER_S, HOLD_FRAMES_PER_S = 30, 20
HOLD_FRAMES = 6  # of each hold
BEFORE = 3  # frames painted before those that count
TRIES = 3
PLAYED = ("shoulder-roll", "neck-flexion", "overhead-reach")
PLAYED_SIZES = ("480@1", "900@1")


def motions() -> dict[str, Motion]:
    """The usual form of every stretch."""
    return {name: motion_of(name) for name in STRETCHES}


def places_s(motion: Motion, count: int) -> list[float]:
    """Times spread over the moves of a motion and a few of its holds."""
    out = []
    for i, step in enumerate(motion.steps[:8]):
        start = motion.starts_at_s(i)
        out += [start + step.move_s * share for share in (0.15, 0.4, 0.65, 0.9)]
        out.append(start + step.move_s + step.hold_s * 0.4)
    every = max(1, len(out) // count)
    return out[::every]


def run_s(motion: Motion, place_s: float) -> list[float]:
    """The times of the frames round a place that lie between the same two keys; of a hold some of them."""
    step = 1 / FRAMES_PER_S
    keys = motion.sample(place_s).keys

    def alike(t_s: float) -> bool:
        found = motion.sample(t_s).keys
        return found[0] is keys[0] and found[1] is keys[1]

    if motion.sample(place_s).move >= 1:
        return [place_s + n * step for n in range(HOLD_FRAMES)]
    start_s = motion.frame_time_s(place_s, FRAMES_PER_S) + 1e-4
    while alike(start_s - step):
        start_s -= step
    times = [start_s]
    while alike(times[-1] + step):
        times.append(times[-1] + step)
    return times


class _Clock:
    """Sums up the time spent in painting calls."""

    def __init__(self) -> None:
        self.painting_s = 0.0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While this lasts, what painting the person's picture takes is counted."""
        whole = Scene.of_cel, Scene.between

        def timed(paint: Callable[..., Placed]) -> Callable[..., Placed]:
            def painted(*args: object) -> Placed:
                start = time.process_time()
                try:
                    return paint(*args)
                finally:
                    self.painting_s += time.process_time() - start

            return painted

        Scene.of_cel, Scene.between = map(timed, whole)
        try:
            yield
        finally:
            Scene.of_cel, Scene.between = whole


def measure(found: dict[str, Motion], size: int, ratio: float, count: int) -> dict[str, float]:
    """Milliseconds a frame at this size, from `count` places of every stretch."""
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    clock = _Clock()
    first: list[float] = []
    again: list[float] = []
    painting_s = 0.0
    tries = range(TRIES)
    means: list[float] = []

    def frame_ms(painter: FigurePainter, motion: Motion, t_s: float) -> float:
        qp = QPainter(image)
        start = time.process_time()
        moment = motion.sample(motion.frame_time_s(t_s, FRAMES_PER_S))
        painter.paint(qp, QRectF(0, 0, size, size), moment, device_pixel_ratio=ratio)
        took = time.process_time() - start
        qp.end()
        return took * 1000

    def drawn_ms(painter: FigurePainter, motion: Motion, times: list[float]) -> list[float]:
        """The frames of a run, just after some before them."""
        painter.clear_figures()
        for frame in range(BEFORE, 0, -1):
            frame_ms(painter, motion, max(0.0, times[0] - frame / FRAMES_PER_S))
        clock.painting_s = 0.0
        return [frame_ms(painter, motion, t_s) for t_s in times]

    for motion in found.values():
        painter = FigurePainter(PEOPLE[0])
        runs = [run_s(motion, place) for place in places_s(motion, count)]
        with clock.watching():
            for run in runs:
                took, painting = min(
                    ((drawn_ms(painter, motion, run), clock.painting_s) for _ in tries),
                    key=lambda found: sum(found[0]),
                )
                first += took
                means.append(mean(took))
                painting_s += painting
        rounds = [
            [frame_ms(painter, motion, t_s) for run in runs[-2:] for t_s in run] for _ in range(TRIES + 1)
        ]
        again += [min(column) for column in zip(*rounds[1:], strict=True)]
    return {
        "mean": mean(means),
        "median": median(first),
        "worst": max(first),
        "painting": 1000 * painting_s / sum(first),
        "repeated": mean(again),
        "repeated_worst": max(again),
    }


def play(found: dict[str, Motion], size: int, ratio: float) -> dict[str, float]:
    """Milliseconds of a painted frame, and the share of one core, over the stretches of a usual break."""
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    count, length_s = 0, 0.0
    start = time.process_time()
    for motion in (found[name] for name in PLAYED):
        painter = FigurePainter(PEOPLE[0])
        before: Moment | None = None
        t_s = 0.0
        while t_s < motion.total_s:
            moment = motion.sample(motion.frame_time_s(t_s, FRAMES_PER_S))
            if before is None or moment.seen != before.seen:
                qp = QPainter(image)
                painter.paint(qp, QRectF(0, 0, size, size), moment, device_pixel_ratio=ratio)
                qp.end()
                before, count = moment, count + 1
            t_s += 1 / (FRAMES_PER_S if moment.move < 1 else HOLD_FRAMES_PER_S)
        length_s += motion.total_s
    spent_s = time.process_time() - start
    return {"played": 1000 * spent_s / count, "core": spent_s / length_s}


def main() -> int:
    """Print the table, or with --json the mean of the first round by size (and the rest under `details`)."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true", help="print {'480@1': ms, ...} instead of a table")
    options.add_argument("--places", type=int, default=4, help="places of every stretch (default 4)")
    asked = options.parse_args()
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    found = motions()
    rows = {f"{size}@{ratio:g}": measure(found, size, ratio, asked.places) for size, ratio in SIZES}
    for size, ratio in SIZES:
        name = f"{size}@{ratio:g}"
        if name in PLAYED_SIZES:
            rows[name] |= play(found, size, ratio)
    del app
    if asked.json:
        means = {name: round(row["mean"], 2) for name, row in rows.items()}
        rounded = {name: {k: round(v, 3) for k, v in row.items()} for name, row in rows.items()}
        print(json.dumps({**means, "details": rounded}))
        return 0
    print("ms a frame    first round                              repeated round      goal   played")
    print("              mean  median  worst   maths  painting    mean  worst")
    for name, row in rows.items():
        share = 100 * row["painting"]
        goal = GOALS_MS.get(name)
        played = f"{row['played']:6.2f}, {100 * row['core']:.0f} % of a core" if "played" in row else ""
        print(
            f"{name:8}    {row['mean']:6.2f}  {row['median']:6.2f} {row['worst']:6.2f}"
            f"   {100 - share:3.0f} %    {share:3.0f} %   {row['repeated']:6.2f} {row['repeated_worst']:6.2f}"
            f"      {goal if goal else '-':4}   {played}"
        )
    return 0 if all(rows[name]["mean"] <= goal for name, goal in GOALS_MS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
