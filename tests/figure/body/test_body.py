"""What is kept from frame to frame: a part is drawn anew whenever something moves that it is drawn from."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import pytest

from unhunch.figure.body.body import dressed
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.wardrobe import Stamp, Wardrobe
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Pose, Side, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Frame, Vec, add, cross, pitched, rolled, yawed

T = TypeVar("T")
CAMERAS = {
    "front": Camera(-20, 6, (0.0, 60.0, 0.0), px_per_cm=4.0, width=1200, height=1200),
    "side": Camera(-80, 8, (0.0, 60.0, 0.0), px_per_cm=4.0, width=1200, height=1200),
    "above": Camera(-30, 50, (0.0, 30.0, 0.0), px_per_cm=4.0, width=1200, height=1200),
}
POSES: dict[str, dict[str, object]] = {
    "standing": {"root": [0, 88, 0], "arms": {"raised": 40, "around": 90, "elbow": 30}},
    "stepping": {"root": [0, 86, 0], "leg_l": {"raised": 10, "knee": 22}},
    "twisted": {"root": [0, 52, 0], "chest": [4, 0, 30], "legs": {"raised": 70, "knee": 80}},
    "sitting": {"root": [0, 52, 0], "legs": {"raised": 85, "knee": 85}, "arms": {"raised": 110}},
    "lying": {
        "root": [0, 11, 0],
        "rest": 1,
        "pelvis": [-92],
        "legs": {"raised": 118, "knee": 120},
        "leg_l": {"raised": 100, "knee": 90},
    },
    "over a block": {
        "root": [0, 11, 0],
        "pelvis": [-80],
        "lumbar": [12],
        "chest": [-20],
        "legs": {"raised": 60, "knee": 90},
    },
    "on all fours": {"pin": ["knees", 0, 5.6, 0], "pelvis": [80], "legs": {"thigh": 0}},
}
SPINE = {"waist": (1, 2), "ribs": (3, 4, 5), "neck": (6, 7)}
JOINTS_AT = {2: ("lumbar",), 5: ("chest", "neckbase"), 7: ("neck", "head")}
FRAMES_AT = {2: "lumbar", 5: "chest", 7: "neck"}
STEP: Vec = (1.5, 2.0, 1.0)


class Watched(Wardrobe):
    """Keeps nothing, but what each thing is made from and what comes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, tuple[Stamp, object]] = {}

    def still(self, name: str, place: Stamp, make: Callable[[], T]) -> T:
        made = make()
        parts = made if isinstance(made, list) else [made]
        self.made[name] = place, [drawing(part) for part in parts if isinstance(part, Part)]
        return made


def drawing(part: Part) -> object:
    """All that is seen of a part."""
    layers = [*part.layers, *part.trims, *part.coming]
    return part.axis, part.fade, part.sloping, part.come, [(y.cloth, y.path, y.tone) for y in layers]


def watched(body: Body, camera: Camera) -> dict[str, tuple[Stamp, object]]:
    """Each thing a body is dressed in, with what it is made from."""
    wardrobe = Watched()
    dressed(body, camera, PEOPLE[0], breath=0.0, curls={"l": 0.4}, wardrobe=wardrobe)
    return wardrobe.made


def shift(body: Body, joint: str) -> None:
    body.joints[joint] = add(body.joints[joint], STEP)


def tilted(f: Frame) -> Frame:
    return yawed(rolled(pitched(f, 7.0), 5.0), 6.0)


def tilt(body: Body, *frames: str) -> None:
    for name in frames:
        body.frames[name] = tilted(body.frames[name])


def bend(body: Body, places: Sequence[int]) -> None:
    """Move some of the spine, with the joints and frames that are the same places."""
    for i in places:
        o, f = body.spine[i]
        body.spine[i] = add(o, STEP), tilted(f)
        for joint in JOINTS_AT.get(i, ()):
            shift(body, joint)
        if i in FRAMES_AT:
            body.frames[FRAMES_AT[i]] = body.spine[i][1]


def turn_hand(body: Body, s: Side) -> None:
    tilt(body, f"wrist_{s}")
    _, fingers, palm = body.frames[f"wrist_{s}"]
    body.hands[s] = fingers, palm


def turn_foot(body: Body, s: Side) -> None:
    toe, sole = body.feet[s]
    _, toe, sole = tilted((cross(toe, sole), toe, sole))
    body.feet[s] = toe, sole


def lift(body: Body, s: Side) -> None:
    body.lift[s] = 0.5 * (body.lift[s] + 0.7)


def moves() -> Iterator[tuple[str, Callable[[Body], None]]]:
    """All of a body that may move by itself."""
    yield "head", lambda body: tilt(body, "head")
    for name, places in SPINE.items():
        yield name, partial(bend, places=places)
    for s, _ in SIDES:
        for joint in ("shoulder", "elbow", "wrist", "knee", "ankle"):
            yield f"{joint}_{s}", partial(shift, joint=f"{joint}_{s}")
        yield f"forearm_{s}", lambda body, s=s: tilt(body, f"elbow_{s}")
        yield f"shin_{s}", lambda body, s=s: tilt(body, f"knee_{s}", f"ankle_{s}")
        yield f"hand_{s}", partial(turn_hand, s=s)
        yield f"foot_{s}", partial(turn_foot, s=s)
        yield f"lift_{s}", partial(lift, s=s)


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("seen_from", CAMERAS)
def test_what_is_drawn_otherwise_is_made_from_something_else(pose: str, seen_from: str) -> None:
    """Whatever of a body moves by itself, a part whose drawing changes tells it by its stamp."""
    camera = CAMERAS[seen_from]

    def posed() -> Body:
        return solve(read_pose(POSES[pose], Pose(root=(0, 88, 0)), "test"))

    before = watched(posed(), camera)
    stale = set()
    for what, move in moves():
        body = posed()
        move(body)
        for name, (made_from, drawn) in watched(body, camera).items():
            if made_from == before[name][0] and drawn != before[name][1]:
                stale.add((name, what))
    assert not stale
