"""What the hold of a stretch must show for it to be told from its neighbours."""

from itertools import pairwise
from math import dist, inf

import pytest
from tests.library import motion_of

from unhunch.figure.paint.depth import lie_of
from unhunch.figure.rig.anatomy import FOREARM, HEAD_SHAPE, UPPER_ARM, egg_bottom
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import ArmReach
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import (
    Vec,
    angle,
    distance,
    dot,
    length,
    mad,
    mix,
    point,
    scale,
    sub,
    to_local,
    unit,
)
from unhunch.figure.rig.wrist import HAND_LENGTH


def longest_holds(stretch: str, form: str = "floor") -> list[tuple[Body, Vec]]:
    """The body in each of the stretch's longest holds, and the way to the camera."""
    motion = motion_of(stretch, form)
    longest = max(step.hold_s for step in motion.steps)
    held = [i for i, step in enumerate(motion.steps) if step.hold_s == longest]
    moments = [motion.sample(motion.starts_at_s(i) + motion.steps[i].move_s + 0.1) for i in held]
    return [(solve(moment.pose), moment.view.axes[2]) for moment in moments]


def test_the_face_looks_along_the_threaded_arm() -> None:
    """That arm is flat on the floor on the other side of the body. Each side is seen from where the arm comes
    out, and the face with it.
    """
    for body, towards in longest_holds("thread-the-needle"):
        p = body.joints
        threaded = "l" if p["wrist_l"][1] + p["elbow_l"][1] < p["wrist_r"][1] + p["elbow_r"][1] else "r"
        wrist, shoulder = p[f"wrist_{threaded}"], p[f"shoulder_{threaded}"]
        assert wrist[0] * (1 if threaded == "l" else -1) < -36
        assert max(p[f"{joint}_{threaded}"][1] for joint in ("shoulder", "elbow", "wrist")) < 12
        face = body.frames["head"][2]
        assert dot(face, unit(sub(wrist, shoulder))) > 0.7
        assert dot(face, towards) > 0.35  # more than in profile: the temple lies on the mat


def test_the_threaded_arm_lies_palm_up_in_front_of_the_knees() -> None:
    """It is straight and comes out from under the chest, whose other shoulder is well above it."""
    for body, _ in longest_holds("thread-the-needle"):
        p = body.joints
        threaded, other = sorted("lr", key=lambda s: p[f"shoulder_{s}"][1])
        assert body.hands[threaded][1][1] > 0.75
        start, end, knee = p[f"shoulder_{threaded}"], p[f"wrist_{threaded}"], p[f"knee_{other}"]
        passes = mix(start, end, (knee[0] - start[0]) / (end[0] - start[0]))
        assert passes[2] > knee[2] + 7
        assert distance(p[f"shoulder_{threaded}"], p[f"wrist_{threaded}"]) > 0.97 * (UPPER_ARM + FOREARM)
        assert p[f"shoulder_{other}"][1] > p[f"shoulder_{threaded}"][1] + 10


def test_the_long_arm_arches_over_the_head_and_leaves_the_face_free() -> None:
    """Seen from the camera it may cover hair, but it keeps away from eyes and mouth."""
    motion = motion_of("thread-the-needle")
    holds = [n for n, step in enumerate(motion.steps) if step.focus and step.hold_s > 1]
    for i, long in zip(holds, "rl", strict=True):
        moment = motion.sample(motion.starts_at_s(i + 1) - 0.1)
        body, view = solve(moment.pose), moment.view
        seen_from = Camera(view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=1.0, width=400, height=400)
        arm = [body.joints[f"{joint}_{long}"] for joint in ("shoulder", "elbow", "wrist")]
        assert arm[1][1] > body.joints["head"][1] + 8
        along = [mix(a, b, k / 10) for a, b in pairwise(arm) for k in range(11)]
        for spot in ((3.0, 9.0, 8.0), (-3.0, 9.0, 8.0), (0.0, 4.0, 8.5)):
            at = seen_from.xy(point(body.joints["head"], body.frames["head"], spot))
            assert min(dist(at, seen_from.xy(p)) for p in along) > 5, (long, spot)


def test_the_head_stays_above_the_arm_that_goes_under_it() -> None:
    """As long as they meet in the picture the one lies before the other, seen from the camera."""
    motion = motion_of("thread-the-needle")
    i = next(n for n, step in enumerate(motion.steps) if step.focus)
    view = motion.view
    seen_from = Camera(view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=1.0, width=400, height=400)
    for share in range(30, 61, 5):
        lie = lie_of(solve(motion.pose(i, share / 100)), seen_from, {}, False)
        names = [rod.name for rod in lie.rods]
        nearer = {(names[a], names[b]): by for (a, b), by in lie.nearer.items()}
        assert nearer.get(("head", "upperarm_l"), inf) > 1, share


def test_the_threading_hand_goes_below_the_chin_before_the_head_comes_down() -> None:
    """As it comes under the body it lies low, behind the chin; the face is bent over it, half seen."""
    motion = motion_of("thread-the-needle")
    i = next(n for n, step in enumerate(motion.steps) if step.focus)
    body = solve(motion.pose(i, 0.55))
    chin = point(body.joints["head"], body.frames["head"], (0.0, 0.0, 8.0))
    wrist, face = body.joints["wrist_l"], body.frames["head"][2]
    assert wrist[1] < chin[1] - 4
    assert wrist[2] < chin[2]
    assert dot(face, unit(sub(wrist, body.joints["head"]))) > 0.65
    assert 0.2 < dot(face, motion.view.axes[2]) < 0.6


def test_the_trunk_twists_between_knees_and_shoulders() -> None:
    """Knees to one side, the face still up, both shoulders and hands on the floor."""
    for body, _ in longest_holds("trunk-rotation"):
        p = body.joints
        side = 1 if p["knee_l"][0] > 0 else -1
        assert all(p[f"knee_{s}"][0] * side > 30 for s in "lr")
        assert body.frames["head"][2][1] > 0.9
        assert max(p[f"{joint}_{s}"][1] for joint in ("shoulder", "wrist") for s in "lr") < 14


def test_the_arms_of_a_twist_lie_wide() -> None:
    """They lie straight out to the sides, elbows hardly bent, hands level with the shoulders, palms up."""
    for body, _ in longest_holds("trunk-rotation"):
        for s, sx in (("l", 1), ("r", -1)):
            shoulder, elbow, wrist = (body.joints[f"{joint}_{s}"] for joint in ("shoulder", "elbow", "wrist"))
            assert angle(sub(elbow, shoulder), (sx, 0.0, 0.0)) < 30
            assert 2 < _elbow(body, s) < 30
            assert shoulder[2] < wrist[2] < shoulder[2] + 12
            assert body.hands[s][1][1] > 0.8


def test_bent_legs_keep_their_length_seen_from_above() -> None:
    """Shins are long where both knees are up, and the thighs come out below the hem by half of theirs, the
    knees wider apart than hips and feet; let down to either side the thighs keep two thirds of their length.
    """
    motion = motion_of("trunk-rotation")
    body, (_, up, towards) = solve(motion.steps[0].pose), motion.view.axes

    def end_on(body: Body, start: str, end: str) -> float:
        return max(
            abs(dot(unit(sub(body.joints[f"{end}_{s}"], body.joints[f"{start}_{s}"])), towards)) for s in "lr"
        )

    assert all(90 < _bend(body, s) < 140 for s in "lr")
    assert end_on(body, "knee", "ankle") < 0.6
    for s in "lr":
        hip, knee, ankle = (body.joints[f"{joint}_{s}"] for joint in ("hip", "knee", "ankle"))
        assert dot(sub(knee, hip), up) < -20
        assert abs(ankle[0]) < abs(knee[0]) < abs(hip[0]) + 9
    for held, _ in longest_holds("trunk-rotation"):
        assert end_on(held, "hip", "knee") < 0.76


@pytest.mark.parametrize(("form", "shins"), [("floor", "rr"), ("sitting", "rr")])
def test_hands_clasp_the_shin_just_below_the_knee(form: str, shins: str) -> None:
    """Each wrist is close to the front of the shin it holds; two that share it lie side by side."""
    body, _ = longest_holds("knee-to-chest", form)[0]
    for hand, shin in zip("lr", shins, strict=True):
        from_knee = sub(body.joints[f"wrist_{hand}"], body.joints[f"knee_{shin}"])
        down = unit(sub(body.joints[f"ankle_{shin}"], body.joints[f"knee_{shin}"]))
        along = dot(from_knee, down)
        assert 6 < along < 20
        assert length(sub(from_knee, scale(down, along))) < 9


def test_the_hands_of_a_hug_clasp_each_other() -> None:
    """One lies over the other on the one shin: hands that lie apart look like fists that hold nothing."""
    for body, _ in longest_holds("knee-to-chest", "sitting"):
        assert length(sub(body.joints["wrist_l"], body.joints["wrist_r"])) < 15.5


def test_the_hands_of_a_seated_hug_are_seen_to_be_two() -> None:
    """On both sides: one lies above the other and does not hide its fingers."""
    for body, _ in longest_holds("knee-to-chest", "sitting"):
        assert 1.5 < abs(body.joints["wrist_l"][1] - body.joints["wrist_r"][1]) < 8


def test_the_far_arm_of_a_seated_hug_goes_round_the_knee() -> None:
    """Round the near knee: its elbow is seen beyond that and beyond the hands."""
    motion = motion_of("knee-to-chest", "sitting")
    for step in motion.steps[1:4]:
        p = solve(step.pose).joints
        camera = motion.sample(0.0).view.axes[0]
        across = {name: dot(at, camera) for name, at in p.items()}
        assert across["elbow_l"] > max(across["knee_r"], across["wrist_l"]) + 2, step


def test_hands_that_rest_on_the_thighs_already_stay_there() -> None:
    """The bow in which they come from the shin is for a way; from one hug to the next round there is none."""
    motion = motion_of("knee-to-chest", "sitting")
    before, half_way, after = (
        solve(motion.sample(t_s).pose) for t_s in (0.0, 0.5 * motion.steps[0].move_s, 2.4)
    )
    for hand in ("wrist_l", "wrist_r"):
        here, there, on = (body.joints[hand] for body in (before, half_way, after))
        assert dist(there, mix(here, on, 0.5)) < 1


def test_a_knee_that_is_hugged_comes_to_the_chest() -> None:
    """Little more is left between it and the breastbone than the flesh of both; it stays below the chin. The
    thigh rises steeply, but not to a spike; the trunk does not lean back.
    """
    for side, (body, _) in zip("rl", longest_holds("knee-to-chest", "sitting"), strict=False):
        p = body.joints
        knee = p[f"knee_{side}"]
        assert length(sub(knee, p["chest"])) < 23
        assert p["head"][1] > knee[1] + 16
        assert 60 < 90 - angle(sub(knee, p[f"hip_{side}"]), (0.0, 1.0, 0.0)) < 70
        assert p["neckbase"][2] > p["pelvis"][2] + 1.5


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
def test_a_face_is_seen_in_every_hold_on_the_mat(stretch: str) -> None:
    """In profile at least, as far as a brow that rests on the mat lets a camera look that looks down, and not
    from above its crown: hair with an ear is no person.
    """
    motion = motion_of(stretch)
    for i, step in enumerate(motion.steps):
        if step.hold_s:
            moment = motion.sample(motion.starts_at_s(i) + step.move_s + 0.1)
            _, crown, face = solve(moment.pose).frames["head"]
            towards = moment.view.axes[2]
            assert dot(face, towards) > -0.18
            assert dot(crown, towards) < 0.65


@pytest.mark.parametrize("stretch", ["childs-pose", "childs-pose-arms-back"])
def test_hips_sink_onto_the_heels_and_the_forehead_onto_the_mat(stretch: str) -> None:
    """The seat is over the ankles, no higher than a foot is thick; the head touches, looking down."""
    for body, _ in longest_holds(stretch):
        p, head = body.joints, body.frames["head"]
        assert abs(p["pelvis"][2] - p["ankle_l"][2]) < 4
        assert p["pelvis"][1] - p["ankle_l"][1] < 15
        assert head[2][1] < -0.75
        assert _lowest_of_head(body) < 2.5


@pytest.mark.parametrize("stretch", ["childs-pose", "childs-pose-arms-back"])
def test_the_back_falls_from_the_loin_to_the_nape(stretch: str) -> None:
    """It is a convex curve: each part of the spine falls more steeply than the one before."""
    for body, _ in longest_holds(stretch):
        up = [frame[1][1] for _, frame in body.spine]
        assert up == sorted(up, reverse=True)
        assert body.spine[2][0][1] - body.spine[5][0][1] > 5


def test_arms_long_in_front_leave_the_face_free() -> None:
    """Seen by the camera, cheek and brow lie above the near arm; the hands are on the mat."""
    body, towards = longest_holds("childs-pose")[0]
    up = motion_of("childs-pose").view.axes[1]
    face = point(body.joints["head"], body.frames["head"], (-7.0, 9.0, 5.0))
    near = max((body.joints["elbow_l"], body.joints["elbow_r"]), key=lambda p: dot(p, towards))
    assert dot(face, up) > dot(near, up)
    mat = next(prop for prop in motion_of("childs-pose").props if prop.kind == "mat")
    for s in "lr":
        tip = mad(body.joints[f"wrist_{s}"], body.hands[s][0], HAND_LENGTH)
        assert abs(tip[0] - mat.at[0]) < mat.size[0] / 2
        assert abs(tip[2] - mat.at[2]) < mat.size[2] / 2


@pytest.mark.parametrize("stretch", ["childs-pose", "childs-pose-arms-back"])
def test_arms_stay_long_while_the_hips_sink(stretch: str) -> None:
    """On the way from all fours the elbows bend but to come down beside the face, and the hands go no farther
    apart than that takes.
    """
    motion = motion_of(stretch)
    sink = next(i for i, step in enumerate(motion.steps) if step.via and step.focus)
    bodies = [solve(motion.pose(sink, share / 20)) for share in range(21)]
    assert max(_elbow(body, s) for body in bodies for s in "lr") < 60
    start, end = bodies[0].joints["wrist_r"], bodies[-1].joints["wrist_r"]
    assert length(sub(end, start)) < 20


def test_arms_sweep_back_wide_and_low() -> None:
    """Both hands skim the floor, the near one on the mat; no elbow stands up over the nape like a fin."""
    motion = motion_of("childs-pose-arms-back")
    mat = next(prop for prop in motion.props if prop.kind == "mat")
    sweep = next(i for i, step in enumerate(motion.steps) if step.hold_s > 20)
    for share in range(21):
        p = solve(motion.pose(sweep, share / 20)).joints
        assert all(p[f"elbow_{s}"][1] < p["neckbase"][1] for s in "lr")
        assert all(p[f"wrist_{s}"][1] < 4 for s in "lr")
        assert p["wrist_r"][0] > mat.at[0] - mat.size[0] / 2
    half = solve(motion.pose(sweep, 0.5))
    assert all(abs(half.joints[f"wrist_{s}"][0]) > 40 for s in "lr")


def test_the_near_hand_is_seen_beside_the_feet() -> None:
    """It lies before them, as far back as the ankles."""
    motion = motion_of("childs-pose-arms-back")
    i = next(n for n, step in enumerate(motion.steps) if step.hold_s > 20)
    moment = motion.sample(motion.starts_at_s(i) + motion.steps[i].move_s + 0.1)
    p, towards = solve(moment.pose).joints, moment.view.axes[2]
    assert dot(p["wrist_r"], towards) > dot(p["ankle_r"], towards) + 5
    assert p["wrist_r"][2] < p["ankle_r"][2]


@pytest.mark.parametrize(
    ("stretch", "form", "tip"),
    [
        ("childs-pose-arms-back", "floor", "hand"),
        ("childs-pose-arms-back", "floor", "foot"),
        ("trunk-rotation", "floor", "foot"),
        ("thoracic-extension", "floor", "hand"),
        ("thoracic-extension", "floor", "foot"),
        ("thoracic-extension", "block", "hand"),
        ("thoracic-extension", "block", "foot"),
    ],
)
def test_hands_and_feet_lie_on_the_mat(stretch: str, form: str, tip: str) -> None:
    """In every pose that is held, as far as a finger or a toe may look over its edge; but arms that are out
    to both sides are longer than a mat is wide.
    """
    motion = motion_of(stretch, form)
    mat = next(prop for prop in motion.props if prop.kind == "mat")
    for body in (solve(step.pose) for step in motion.steps if step.hold_s > 1):
        for s in "lr":
            at = _tip(body, tip, s)
            assert abs(at[0] - mat.at[0]) < mat.size[0] / 2
            assert abs(at[2] - mat.at[2]) < mat.size[2] / 2


def test_arms_beside_the_thighs_are_long() -> None:
    """The elbow that is seen lies a little out, bent by 30 to 50 degrees; the far arm is
    drawn in behind the hips, as its hand would look like a third foot beside the feet.
    """
    for body, _ in longest_holds("childs-pose-arms-back"):
        assert 30 < _elbow(body, "r") < 50
        assert _elbow(body, "l") < 60


def test_the_seated_hug_is_seen_by_one_camera_and_has_its_foot_in_the_air() -> None:
    """Both sides from the same place; the shin hangs before the seat, its ankle above the other knee."""
    holds = longest_holds("knee-to-chest", "sitting")
    assert len({towards for _, towards in holds}) == 1
    for body, _ in holds:
        p = body.joints
        lifted, other = sorted("lr", key=lambda s: -p[f"ankle_{s}"][1])
        assert p[f"ankle_{lifted}"][1] > p[f"knee_{other}"][1]
        assert p[f"ankle_{lifted}"][2] > p[f"knee_{lifted}"][2] + 10


def test_both_hands_lie_over_the_shins_of_a_knee_hug() -> None:
    """The near one comes from its shin's outer side, fingers over the front; the far one lies on the fronts
    of both and closes beside it, a hand's breadth farther down.
    """
    body, _ = longest_holds("knee-to-chest")[0]
    shin = body.frames["knee_r"]
    near, far = ([to_local(shin, v) for v in body.hands[s]] for s in "rl")
    assert near[0][2] > 0.35
    assert near[1][0] > 0.35
    assert far[0][0] < -0.8
    assert far[1][2] < -0.8
    apart = to_local(shin, sub(body.joints["wrist_l"], body.joints["wrist_r"]))
    assert 7 < -apart[1] < 11


@pytest.mark.parametrize("form", ["floor", "block"])
def test_hands_carry_the_head_of_a_small_arch(form: str) -> None:
    """The palms lie at the skull, the elbows are wide, the chin is tucked."""
    centre, half_axes = HEAD_SHAPE
    palm_cm = 0.4 * HAND_LENGTH  # from the wrist to its middle
    for body, _ in longest_holds("thoracic-extension", form):
        head = point(body.joints["head"], body.frames["head"], centre)
        for s, sx in (("l", 1), ("r", -1)):
            fingers, palm = body.hands[s]
            to_head = sub(head, mad(body.joints[f"wrist_{s}"], fingers, palm_cm))
            assert length(to_head) < max(half_axes) + 2
            assert dot(palm, unit(to_head)) > 0.3
            assert body.joints[f"elbow_{s}"][0] * sx > 28
        assert body.frames["head"][2][2] > -0.15


@pytest.mark.parametrize("form", ["floor", "block"])
def test_the_far_elbow_is_seen_beyond_the_face_and_then_goes_behind_the_breast(form: str) -> None:
    """Sitting and curled up the first, that both hands are seen to carry the head; it keeps clear of the
    face. Lying in the arch the other: there it looks no higher than the head, and not out of the throat.
    """
    motion = motion_of("thoracic-extension", form)
    right, up, towards = motion.view.axes
    for step in motion.steps[:3]:
        body = solve(step.pose)
        off = sub(body.joints["elbow_l"], point(body.joints["head"], body.frames["head"], HEAD_SHAPE[0]))
        assert dot(off, right) > 15
        assert dot(off, towards) < -20
        if step is motion.steps[2]:
            assert dot(off, up) < 2.5


@pytest.mark.parametrize("form", ["floor", "block"])
def test_the_back_arches_over_what_carries_it(form: str) -> None:
    """Flat from the hips to the ribs, it is highest over roller or block and falls from there on. They lie
    below the shoulder blades, not under the armpit: counted from the far shoulder, for the near one is drawn
    down from the head and the ribs stay.
    """
    carrier = next(p for p in motion_of("thoracic-extension", form).props if p.kind in ("roller", "block"))
    for body, _ in longest_holds("thoracic-extension", form):
        heights = [at[1] for at, _ in body.spine[:6]]
        loin = unit(sub(body.spine[3][0], body.spine[1][0]))
        assert loin[1] < 0.15
        assert max(heights) - heights[0] > 3
        assert heights[5] < heights[4]
        assert abs(carrier.at[2] - body.joints["chest"][2]) < 6
        assert carrier.at[2] - body.joints["shoulder_l"][2] > 9


@pytest.mark.parametrize("form", ["floor", "block"])
def test_with_the_arms_long_the_head_lies_on_the_mat(form: str) -> None:
    """Nothing else carries it then; the face looks to the ceiling, it does not hang back from the neck."""
    motion = motion_of("thoracic-extension", form)
    step = next(
        i
        for i, s in enumerate(motion.steps)
        if isinstance(s.pose.arm_r, ArmReach) and s.pose.arm_r.of == "floor"
    )
    body = solve(motion.pose(step, 1.0))
    assert abs(_lowest_of_head(body)) < 1.5
    assert body.frames["head"][1][1] > -0.25


@pytest.mark.parametrize("form", ["floor", "block"])
def test_hands_hold_the_head_until_it_lies_on_the_mat(form: str) -> None:
    """A head let go of in the air would fall."""
    motion = motion_of("thoracic-extension", form)
    for before, after in pairwise(motion.steps):
        held = [isinstance(s.pose.arm_r, ArmReach) and s.pose.arm_r.of == "head" for s in (before, after)]
        if held[0] != held[1]:
            carried = before if held[0] else after
            assert abs(_lowest_of_head(solve(carried.pose))) < 1.5


def test_a_seated_knee_is_lifted_straight_up() -> None:
    """The foot stays nearly below its knee, and does not cross the other leg: beside that it is seen."""
    motion = motion_of("knee-to-chest", "sitting")
    lift = next(i for i, step in enumerate(motion.steps) if "foot_r" not in step.pose.plants)
    for share in range(21):
        p = solve(motion.pose(lift, share / 20)).joints
        assert abs(p["ankle_r"][2] - p["knee_r"][2]) < 11
        assert p["ankle_r"][0] < -4


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


def test_the_trunk_turns_away_from_the_wall_and_the_feet_follow() -> None:
    """The chest turns a long way, past the viewer, and the pelvis with it, though not so far: the trunk is
    twisted. The feet go round nearly as far as the pelvis.
    """
    motion = motion_of("wall-stretch", "standing")
    turn = next(i for i, step in enumerate(motion.steps) if ("pec_r", 1.0) in step.focus)
    before, after = (solve(motion.steps[i].pose) for i in (turn - 1, turn))
    right = motion.view.axes[0]
    turned = {part: angle(before.frames[part][2], after.frames[part][2]) for part in ("chest", "pelvis")}
    assert turned["chest"] - 15 > turned["pelvis"] > 35
    assert dot(before.frames["chest"][2], right) < -0.25
    assert dot(after.frames["chest"][2], right) > 0.4
    assert all(30 < angle(before.feet[s][0], after.feet[s][0]) < 60 for s in "lr")


def test_a_whole_arm_is_seen_on_the_wall() -> None:
    """The wall is seen rather from its front than along it; most of the level upper arm's length shows and
    all of the forearm's, and the back of a hand that lies nearly flat.
    """
    motion = motion_of("wall-stretch", "standing")
    turn = next(step for step in motion.steps if ("pec_r", 1.0) in step.focus)
    body = solve(turn.pose)
    right, _, towards = motion.view.axes
    upper, fore = (
        unit(sub(body.joints[end], body.joints[start]))
        for start, end in (("shoulder_r", "elbow_r"), ("elbow_r", "wrist_r"))
    )
    palm = body.hands["r"][1]
    assert 0.65 < towards[0] < 0.8
    assert abs(upper[1]) < 0.15
    assert abs(dot(upper, right)) > 0.8
    assert abs(dot(fore, towards)) < 0.3
    assert palm[0] < -0.94
    assert dot(palm, towards) < -0.55


def _tip(body: Body, of: str, side: str) -> Vec:
    """About where the fingertips of a hand are, or the toes of a foot."""
    if of == "hand":
        return mad(body.joints[f"wrist_{side}"], body.hands[side][0], HAND_LENGTH - 3)
    return mad(body.joints[f"ankle_{side}"], body.feet[side][0], 14.0)


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
