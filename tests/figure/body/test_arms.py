"""Arms: the flesh of a forearm, and what an elbow that bends looks like."""

import pytest
from PySide6.QtCore import QPointF

from unhunch.figure.body.body import dressed
from unhunch.figure.body.clothing import Cut, clear_before
from unhunch.figure.body.flesh import FOREARM, UPPER_ARM, Bone
from unhunch.figure.ink.parts import RIB, Part
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve

FRONT = Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
BARE, COVERED = (next(p for p in PEOPLE if (p.sleeve > 1) is long) for long in (False, True))


def posed(elbow: float) -> Body:
    """Arms out to the sides, the forearms up from there by so much."""
    arms = {"raised": 90, "around": 90, "elbow": elbow}
    return solve(read_pose({"arms": arms}, Pose(root=(0, 88, 0)), "test"))


def forearm(body: Body, who: Person = BARE) -> Part:
    wardrobe = Wardrobe()
    wardrobe.look_from(FRONT)
    found = dressed(body, FRONT, who, breath=0.0, curls={}, wardrobe=wardrobe)
    return next(part for part in found if part.name == "forearm_l")


def test_a_forearm_is_fullest_below_the_elbow_and_slim_at_the_wrist() -> None:
    radii = [r for _, r, _ in FOREARM]
    assert radii.index(max(radii)) == 1
    assert min(radii) < 0.6 * max(radii)


@pytest.mark.parametrize(("who", "cloth"), [(BARE, "skin"), (COVERED, "top")], ids=["skin", "sleeve"])
def test_a_bent_elbow_is_creased_from_its_inner_side(who: Person, cloth: str) -> None:
    """The crease comes in from the crook and leaves the outer half plain; a straight arm has none."""
    body = posed(90)
    crease = next(layer for layer in forearm(body, who).trims if layer.soft)
    assert crease.cloth == cloth
    elbow, wrist = (QPointF(*FRONT.xy(body.joints[f"{joint}_l"])) for joint in ("elbow", "wrist"))
    box = crease.path.boundingRect()
    assert wrist.y() < box.bottom() < elbow.y()
    assert box.right() < elbow.x()
    assert not [layer for layer in forearm(posed(5), who).trims if layer.soft]


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_bent_elbow_has_a_point_on_its_outside(who: Person) -> None:
    """Seen from its side its corner stands out beyond the round of its flesh, and not beyond a square's."""
    body = posed(90)
    skin = forearm(body, who).layers[0].path
    x, y = FRONT.xy(body.joints["elbow_l"])
    cm = FRONT.px_per_cm * who.build.arms / 2**0.5
    loose = FRONT.px_per_cm * 0.55 if who.sleeve > 1 else 0.0
    assert skin.contains(QPointF(x + 3.4 * cm, y + 3.4 * cm))
    assert not skin.contains(QPointF(x + 4.7 * cm + loose, y + 4.7 * cm + loose))


@pytest.mark.parametrize("who", [p for p in PEOPLE if p.sleeve < 1], ids=lambda p: p.id)
@pytest.mark.parametrize("elbow", [10, 35, 60])
def test_the_edge_of_a_short_sleeve_is_whole(who: Person, elbow: float) -> None:
    """Seen from above, that of a hanging arm comes down before the arm: no round of the elbow lies on it."""
    arms = {"raised": 16, "around": 110, "elbow": elbow}
    body = solve(read_pose({"arms": arms}, Pose(root=(0, 88, 0)), "test"))
    camera = Camera(-25, 14, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    wardrobe = Wardrobe()
    wardrobe.look_from(camera)
    found = {p.name: p for p in dressed(body, camera, who, breath=0.0, curls={}, wardrobe=wardrobe)}
    for s in "lr":
        edge = next(layer.path for layer in found[f"upperarm_{s}"].layers if layer.cloth == RIB)
        assert not found[f"forearm_{s}"].layers[0].path.intersects(edge)


def raised_body(degrees: float) -> Body:
    """Arms raised so far at the sides."""
    arms = {"raised": degrees, "around": 94, "elbow": 20}
    return solve(read_pose({"arms": arms}, Pose(root=(0, 88, 0)), "test"))


def raised(degrees: float, who: Person = BARE) -> dict[str, Part]:
    """The parts of somebody whose arms are raised so far at their sides, by name."""
    wardrobe = Wardrobe()
    wardrobe.look_from(FRONT)
    body = raised_body(degrees)
    return {part.name: part for part in dressed(body, FRONT, who, breath=0.0, curls={}, wardrobe=wardrobe)}


def bare_share(part: Part) -> float:
    """How much of an upper arm's length is bare, as seen."""
    whole, skin = (
        part.bounds,
        next(layer for layer in part.layers if layer.cloth == "skin").path.boundingRect(),
    )
    return skin.width() * skin.height() / (whole.width() * whole.height())


def test_a_short_sleeve_comes_up_with_the_shoulder_of_an_arm_that_points_up() -> None:
    """It covers about as much of the arm as while that hangs."""
    up, down = (bare_share(raised(degrees)["upperarm_l"]) for degrees in (155, 10))
    assert 0.7 * down < up < 1.1 * down


def half_widths(part: Part, cloth: str, share: float) -> tuple[float, float]:
    """How far (cm) a cloth reaches to both sides of an arm raised along the head, so far along its bone."""
    body = raised_body(155)
    at, along = (complex(*FRONT.xy(body.joints[f"{joint}_l"])) for joint in ("shoulder", "elbow"))
    along -= at
    across = along / abs(along) * 1j * FRONT.px_per_cm / 10
    paths = [layer.path for layer in part.layers if layer.cloth == cloth and not layer.tone]
    start = at + along * share

    def reach(step: complex) -> float:
        places = (start + step * i for i in range(100))
        return sum(any(path.contains(QPointF(z.real, z.imag)) for path in paths) for z in places) / 10

    return reach(across), reach(-across)


def test_a_short_sleeve_along_the_head_falls_open() -> None:
    """Its mouth stands off the arm that comes out of it, but not far."""
    upper, hem = raised(155)["upperarm_l"], BARE.sleeve + 0.05
    sleeve, arm = sum(half_widths(upper, "top", hem - 0.02)), sum(half_widths(upper, "skin", hem + 0.03))
    assert 1.1 * arm < sleeve < 1.3 * arm


def test_what_of_the_shirt_lies_in_a_long_sleeve_along_the_head_does_not_show() -> None:
    """So shirt and sleeve are one line."""
    parts = raised(155, COVERED)
    for share in (0.55, 0.65, 0.75):
        inside, sleeve = (half_widths(parts[name], "top", share) for name in ("trunk", "upperarm_l"))
        assert all(a <= b + 0.1 for a, b in zip(inside, sleeve, strict=True))


def test_below_a_raised_arm_there_is_a_hollow() -> None:
    """It lies on the shirt, from the ribs up into the sleeve, and folds run into it; below an arm that hangs
    there is nothing of it.
    """
    upper = raised(155)["upperarm_l"]
    shades = [layer for layer in upper.trims if layer.soft and layer.cloth == "top"]
    sleeve = next(layer for layer in upper.layers if layer.cloth == "top").bounds
    hollows = [layer.bounds for layer in shades if layer.bounds.intersects(sleeve)]
    assert hollows
    assert all(box.bottom() > sleeve.bottom() for box in hollows)
    folds = [layer.bounds for layer in shades if layer.bounds not in hollows]
    assert folds
    assert all(any(fold.intersects(box) for box in hollows) for fold in folds)
    assert not [layer for layer in raised(10)["upperarm_l"].trims if layer.soft]


def test_a_short_sleeve_that_points_straight_at_the_viewer_has_a_beginning() -> None:
    """However little of it is seen behind its own hem."""
    towards = Bone((0.0, 130.0, 0.0), (0.0, 130.0, 28.5), (0.0, 1.0, 0.0), UPPER_ARM, 1.0)
    assert clear_before(FRONT, towards, Cut("top", 0.3, 0.6)) == 0.0
    aside = Bone((0.0, 130.0, 0.0), (28.5, 130.0, 0.0), (0.0, 1.0, 0.0), UPPER_ARM, 1.0)
    assert clear_before(FRONT, aside, Cut("top", 0.3, 0.6)) > 0.0
