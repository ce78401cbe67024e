"""What the hold of a stretch must show for it to be told from its neighbours."""

from pathlib import Path

import pytest

from unhunch.domain.stretch import parse
from unhunch.figure.motion import Motion
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.vectors import Vec, dot, length, scale, sub, unit

STRETCHES = Path(__file__).resolve().parents[2] / "resources" / "stretches"


def longest_holds(stretch: str, form: str = "floor") -> list[tuple[Body, Vec]]:
    """The body in each of the stretch's longest holds, and the way to the camera."""
    parsed = parse(stretch, (STRETCHES / f"{stretch}.toml").read_text("utf-8"))
    motion = Motion.from_mapping(next(f for f in parsed.forms if f.id == form).motion)
    longest = max(step.hold_s for step in motion.steps)
    held = [i for i, step in enumerate(motion.steps) if step.hold_s == longest]
    moments = [motion.sample(motion.starts_at_s(i) + motion.steps[i].move_s + 0.1) for i in held]
    return [(solve(moment.pose), moment.view.axes[2]) for moment in moments]


def test_the_face_looks_along_the_threaded_arm() -> None:
    """That arm is flat on the floor on the other side of the body, and the viewer sees the face."""
    for body, towards in longest_holds("thread-the-needle"):
        p = body.joints
        threaded = "l" if p["wrist_l"][1] + p["elbow_l"][1] < p["wrist_r"][1] + p["elbow_r"][1] else "r"
        wrist, shoulder = p[f"wrist_{threaded}"], p[f"shoulder_{threaded}"]
        assert wrist[0] * (1 if threaded == "l" else -1) < -40
        assert max(p[f"{joint}_{threaded}"][1] for joint in ("shoulder", "elbow", "wrist")) < 12
        face = body.frames["head"][2]
        assert dot(face, unit(sub(wrist, shoulder))) > 0.7
        assert dot(face, towards) > 0.5


def test_the_trunk_twists_between_knees_and_face() -> None:
    """Knees to one side, face to the other, both shoulders and hands on the floor."""
    for body, _ in longest_holds("trunk-rotation"):
        p = body.joints
        side = 1 if p["knee_l"][0] > 0 else -1
        assert all(p[f"knee_{s}"][0] * side > 30 for s in "lr")
        assert body.frames["head"][2][0] * side < -0.6
        assert max(p[f"{joint}_{s}"][1] for joint in ("shoulder", "wrist") for s in "lr") < 14


@pytest.mark.parametrize(("form", "shins"), [("floor", "lr"), ("sitting", "rr")])
def test_hands_clasp_the_shin_just_below_the_knee(form: str, shins: str) -> None:
    """Each wrist is close to the front of the shin it holds."""
    body, _ = longest_holds("knee-to-chest", form)[0]
    for hand, shin in zip("lr", shins, strict=True):
        from_knee = sub(body.joints[f"wrist_{hand}"], body.joints[f"knee_{shin}"])
        down = unit(sub(body.joints[f"ankle_{shin}"], body.joints[f"knee_{shin}"]))
        along = dot(from_knee, down)
        assert 6 < along < 16
        assert length(sub(from_knee, scale(down, along))) < 9


def test_hands_lie_beside_the_feet_palms_up() -> None:
    """With arms back both arms are equally long and low, on either side of the feet."""
    for body, _ in longest_holds("childs-pose-arms-back"):
        p = body.joints
        for s, sx in (("l", 1), ("r", -1)):
            assert body.hands[s][1][1] > 0.6
            assert p[f"wrist_{s}"][1] < 6
            assert p[f"wrist_{s}"][0] * sx > p[f"ankle_{s}"][0] * sx
            assert p[f"wrist_{s}"][2] < p[f"knee_{s}"][2] - 20
