"""What the hold of a stretch must show for it to be told from its neighbours."""

from itertools import pairwise
from pathlib import Path

import pytest

from unhunch.domain.stretch import parse
from unhunch.figure.anatomy import HEAD_SHAPE, egg_bottom
from unhunch.figure.motion import Motion
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.vectors import Vec, angle, dot, length, point, scale, sub, unit

STRETCHES = Path(__file__).resolve().parents[2] / "resources" / "stretches"


def motion_of(stretch: str, form: str = "floor") -> Motion:
    """How a form of a stretch moves."""
    parsed = parse(stretch, (STRETCHES / f"{stretch}.toml").read_text("utf-8"))
    return Motion.from_mapping(next(f for f in parsed.forms if f.id == form).motion)


def longest_holds(stretch: str, form: str = "floor") -> list[tuple[Body, Vec]]:
    """The body in each of the stretch's longest holds, and the way to the camera."""
    motion = motion_of(stretch, form)
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


def test_the_trunk_twists_between_knees_and_shoulders() -> None:
    """Knees to one side, the face still up, both shoulders and hands on the floor."""
    for body, _ in longest_holds("trunk-rotation"):
        p = body.joints
        side = 1 if p["knee_l"][0] > 0 else -1
        assert all(p[f"knee_{s}"][0] * side > 30 for s in "lr")
        assert body.frames["head"][2][1] > 0.9
        assert max(p[f"{joint}_{s}"][1] for joint in ("shoulder", "wrist") for s in "lr") < 14


def test_the_arms_of_a_twist_lie_wide() -> None:
    """Upper arms straight out to the sides, hands farther up, palms up."""
    for body, _ in longest_holds("trunk-rotation"):
        for s, sx in (("l", 1), ("r", -1)):
            shoulder, elbow, wrist = (body.joints[f"{joint}_{s}"] for joint in ("shoulder", "elbow", "wrist"))
            assert angle(sub(elbow, shoulder), (sx, 0.0, 0.0)) < 20
            assert 30 < _elbow(body, s) < 90
            assert wrist[2] < elbow[2] - 8
            assert body.hands[s][1][1] > 0.8


def test_bent_legs_keep_their_length_seen_from_above() -> None:
    """Neither thighs nor shins point at the viewer where both knees are up."""
    motion = motion_of("trunk-rotation")
    body, towards = solve(motion.steps[0].pose), motion.view.axes[2]
    for s in "lr":
        p = [body.joints[f"{joint}_{s}"] for joint in ("hip", "knee", "ankle")]
        assert 75 < _bend(body, s) < 95
        assert all(abs(dot(unit(sub(b, a)), towards)) < 0.94 for a, b in pairwise(p))


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


def test_arms_back_starts_with_straight_arms_under_the_shoulders() -> None:
    body = solve(motion_of("childs-pose-arms-back").steps[0].pose)
    assert _elbow(body, "r") < 25
    assert abs(body.joints["wrist_r"][2] - body.joints["shoulder_r"][2]) < 4


def test_hands_sweep_back_close_to_the_floor() -> None:
    """They never rise higher than a hand is broad, nor come nearer to the middle than the knees."""
    motion = motion_of("childs-pose-arms-back")
    sweep = next(i for i, step in enumerate(motion.steps) if step.hold_s > 20)
    for share in range(21):
        p = solve(motion.pose(sweep, share / 20)).joints
        assert p["wrist_r"][1] < 9
        assert p["wrist_r"][0] < p["knee_r"][0] - 5


@pytest.mark.parametrize("stretch", ["childs-pose", "childs-pose-arms-back"])
def test_hips_sink_onto_the_heels_and_the_forehead_onto_the_mat(stretch: str) -> None:
    """The seat is over the ankles, no higher than a foot is thick; the head touches, looking down."""
    for body, _ in longest_holds(stretch):
        p, head = body.joints, body.frames["head"]
        assert abs(p["pelvis"][2] - p["ankle_l"][2]) < 4
        assert p["pelvis"][1] - p["ankle_l"][1] < 15
        assert head[2][1] < -0.75
        assert _lowest_of_head(body) < 2.5


def test_ear_and_shoulder_of_the_threaded_arm_lie_on_the_mat() -> None:
    """The head lies on its side, held up by nothing but the mat."""
    for body, _ in longest_holds("thread-the-needle"):
        assert min(body.joints[f"shoulder_{s}"][1] for s in "lr") < 9
        assert abs(body.frames["head"][0][1]) > 0.85
        assert _lowest_of_head(body) < 2.5


def test_the_knees_rest_on_each_other() -> None:
    """The lower one on the floor, the upper one on it, the shins side by side."""
    for body, _ in longest_holds("trunk-rotation"):
        p = body.joints
        lower, upper = sorted("lr", key=lambda s: p[f"knee_{s}"][1])
        assert p[f"knee_{lower}"][1] < 9
        assert p[f"knee_{upper}"][1] - p[f"knee_{lower}"][1] < 15
        shins = [unit(sub(p[f"ankle_{s}"], p[f"knee_{s}"])) for s in "lr"]
        assert dot(*shins) > 0.95


def test_the_step_along_the_wall_is_a_step() -> None:
    """One foot well before the other, both flat, the front knee bent more than the rear one."""
    for body, _ in longest_holds("wall-stretch", "standing"):
        p = body.joints
        rear, front = sorted(
            "lr", key=lambda s: p[f"ankle_{s}"][2] * (1 if body.frames["pelvis"][2][2] > 0 else -1)
        )
        leg = [sub(p[f"knee_{front}"], p[f"hip_{front}"]), sub(p[f"ankle_{front}"], p[f"knee_{front}"])]
        assert abs(p[f"ankle_{front}"][2] - p[f"ankle_{rear}"][2]) > 0.35 * sum(map(length, leg))
        assert max(p[f"ankle_{s}"][1] for s in "lr") < 7
        assert _bend(body, front) > _bend(body, rear) + 5


def test_the_trunk_turns_away_from_the_wall() -> None:
    """Chest and pelvis turn a long way, seen as such; the upper arm stays level and seen at its length."""
    motion = motion_of("wall-stretch", "standing")
    turn = next(i for i, step in enumerate(motion.steps) if step.focus)
    before, after = (solve(motion.steps[i].pose) for i in (turn - 1, turn))
    right, _, towards = motion.view.axes
    for part, least_deg in (("chest", 45), ("pelvis", 30)):
        faced, faces = before.frames[part][2], after.frames[part][2]
        assert angle(faced, faces) > least_deg
        assert dot(faced, right) < -0.25
        assert dot(faces, right) > 0.25
    upper = unit(sub(after.joints["elbow_r"], after.joints["shoulder_r"]))
    assert abs(upper[1]) < 0.15
    assert abs(dot(upper, towards)) < 0.5


def _bend(body: Body, side: str) -> float:
    """How far a knee is bent, in degrees."""
    hip, knee, ankle = (body.joints[f"{joint}_{side}"] for joint in ("hip", "knee", "ankle"))
    return angle(sub(knee, hip), sub(ankle, knee))


def _elbow(body: Body, side: str) -> float:
    """How far an elbow is bent, in degrees."""
    shoulder, elbow, wrist = (body.joints[f"{joint}_{side}"] for joint in ("shoulder", "elbow", "wrist"))
    return angle(sub(elbow, shoulder), sub(wrist, elbow))


def _lowest_of_head(body: Body) -> float:
    centre, half_axes = HEAD_SHAPE
    frame = body.frames["head"]
    return egg_bottom(point(body.joints["head"], frame, centre), frame, half_axes)
