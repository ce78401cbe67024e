"""Whether the arrows of a motion can be seen and cover nothing that must be seen. For authors and tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from unhunch.figure.body.body import dressed
from unhunch.figure.body.grips import curls
from unhunch.figure.head.head import head_outline
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.motion.room import SAFE
from unhunch.figure.paint.arrows import Arrow, hidden_share, shaped
from unhunch.figure.painter import camera_for
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.bulk import vital_spots
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body, solve

SEEN = 0.2
"""The strength from which on an arrow counts."""
SHARES = (0.1, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 0.93)
"""When in a move its arrows are looked at; besides with the pose they led to, as a still picture has them."""
SIZES_PX = ((480.0, 480.0), (768.0, 480.0))
"""The pictures looked at: as in the library, and as in a break."""
SHORTEST = 0.05
"""A shorter arrow (a share of the picture's height) is a stub whose head cannot be told."""
_ROUGHLY_CM = 4.0
_WHILE = (0.15, 0.8)  # between these shares of a move its arrows are to be seen
_UNTIL = 0.5  # as long as this share of it nothing comes over the head of an arrow that lies beneath the body
_MOST_HIDDEN = 0.25  # as a share of that head


@dataclass(frozen=True, slots=True)
class Fault:
    """An arrow that is wrong: in which step, how far into its move, and how (one of `KINDS`)."""

    step: int
    move: float
    kind: str

    @property
    def text(self) -> str:
        """A sentence for the author."""
        return f"{KINDS[self.kind]}, {self.move:.0%} into the move of step {self.step + 1}."


KINDS = {
    "head": "An arrow covers the head",
    "hand": "An arrow covers a hand",
    "edge": "An arrow comes too near the picture's edge",
    "stub": "An arrow shows no head",
    "none": "An arrow is not to be seen",
    "under": "The head of an arrow is under the body",
}


def arrow_faults(motion: Motion, people: Sequence[Person] = PEOPLE) -> list[Fault]:
    """What is wrong with the arrows of a motion, each kind once a step; steps that repeat are left out."""
    found: dict[tuple[int, str], Fault] = {}
    for i in _steps(motion):
        step = motion.steps[i]
        moving = (motion.sample(motion.starts_at_s(i) + share * step.move_s) for share in SHARES)
        for moment in (*moving, motion.arrival(i)):
            leaving = moment.view != motion.sample(motion.starts_at_s(i)).view
            for kind in _kinds(moment, people, leaving):
                found.setdefault((i, kind), Fault(i, moment.move, kind))
    return list(found.values())


def _steps(motion: Motion) -> Iterator[int]:
    """The steps with arrows, but for those that repeat an earlier one."""
    seen = set()
    for i, step in enumerate(motion.steps):
        move = (motion.steps[i - 1].pose, step.pose, motion.cues(i), step.mirror)
        if step.cues and move not in seen:
            seen.add(move)
            yield i


def _kinds(moment: Moment, people: Sequence[Person], leaving: bool) -> set[str]:
    """How the arrows of a moment are wrong; they may be gone already where the camera is `leaving`."""
    if moment.cue_strength <= SEEN:
        begins, ends = _WHILE
        return {"none"} if begins < moment.move < ends and not leaving else set()
    found: set[str] = set()
    for size in SIZES_PX:
        camera = camera_for(moment.view, *size, 1.0)
        arrows = shaped(camera, moment.cues, moment.cue_grown)
        found.update(_misshapen(moment, camera, arrows))
    # In whatever size: it covers the same.
    over, beneath = ([a for a in arrows if a.beneath is lies] for lies in (False, True))
    found.update(_covered(moment, people, camera, over))
    if beneath and moment.cue_grown == 1 and moment.move < _UNTIL:
        found.update(_under(moment, camera, people[0], beneath))
    return found


def _misshapen(moment: Moment, camera: Camera, arrows: Sequence[Arrow]) -> Iterator[str]:
    """Whether an arrow is a stub, or leaves the safe part of the picture."""
    width, height = camera.width, camera.height
    if len(arrows) < len(moment.cues) or any(_reach(a) < SHORTEST * height for a in arrows):
        yield "stub"
    safe = QRectF(0, 0, width, height).adjusted(*(SAFE * height * k for k in (1, 1, -1, -1)))
    if any(not safe.contains(a.path.boundingRect()) for a in arrows):
        yield "edge"


def _covered(
    moment: Moment, people: Sequence[Person], camera: Camera, arrows: Sequence[Arrow]
) -> Iterator[str]:
    """Whether an arrow covers the head of anybody, or a hand."""
    body = solve(moment.pose)
    near = [a for a in arrows if _near_vitals(a, body, camera)]
    if not near:
        return
    heads = (head_outline(camera, body, who, _fresh(camera)) for who in people)
    if any(a.path.intersects(head) for head in heads for a in near):
        yield "head"
    parts = _parts(moment, body, camera, people[0])
    hands = [part.layers[0].path for part in parts if part.kind == "hand"]
    if any(a.path.intersects(hand) for hand in hands for a in near):
        yield "hand"


def _near_vitals(arrow: Arrow, body: Body, camera: Camera) -> bool:
    """Whether it is worth looking closely."""
    box = arrow.path.boundingRect()
    for spot, radius in vital_spots(body):
        x, y, r, _ = camera.ball(spot, radius + _ROUGHLY_CM)
        if box.intersects(QRectF(x - r, y - r, 2 * r, 2 * r)):
            return True
    return False


def _reach(arrow: Arrow) -> float:
    box = arrow.path.boundingRect()
    return max(box.width(), box.height())


def _under(moment: Moment, camera: Camera, who: Person, arrows: Sequence[Arrow]) -> Iterator[str]:
    """Whether any part of the body hides the head of an arrow beneath it."""
    parts = _parts(moment, solve(moment.pose), camera, who)
    paths = [layer.path for part in parts for layer in part.layers]
    if any(hidden_share(a, path) > _MOST_HIDDEN for a in arrows for path in paths):
        yield "under"


def _parts(moment: Moment, body: Body, camera: Camera, who: Person) -> Sequence[Part]:
    return dressed(body, camera, who, breath=moment.breath, curls=curls(moment.pose), wardrobe=_fresh(camera))


def _fresh(camera: Camera) -> Wardrobe:
    wardrobe = Wardrobe()
    wardrobe.look_from(camera)
    return wardrobe
