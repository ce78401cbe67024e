"""How a body bends and lies, in shares that cloth and flesh go by."""

from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Frame, dot, pitched, smoothstep, sub, unit

# The shirt is longer behind, where it runs over the buttocks; a back that rounds draws it up there, one that
# arches lets it down, and hips turned against the ribs let it down on the seat's side.
_HEM_TILT_DEG, _HEM_ROUNDED_DEG, _HEM_ARCHED_DEG, _HEM_TWISTED_DEG = 4.5, 16.0, 20.0, 13.0
# The back of somebody on all fours that humps over thighs that stand below it (sines of their angle with the
# trunk, from which to which they are drawn up) takes the whole hem along: so much more tilted.
_HUMPED_DEG = 10.0
# On all fours with a level back it follows the buttock, from the small of the back to the crease of the hip.
_ON_FOURS_DEG = 14.0
_SAT_ON_SHARE = 0.6  # of how far a hollow back lets it down, where it is sat on
_STANDS, _STANDS_UNTIL = -0.9, 0.9
_HUMPED_FACING = 0.3  # sine by which the front of its hips at least is turned to the floor
_SLUMPED_FACING = 0.7  # sine by which a pelvis that has rolled back wholly turns its front up
# Somebody lies or leans back (sine of the front of the hips with the floor) from the first on, wholly by the
# second more: what they lie on does not let the back of the hem down, it goes up by so much.
_LIES_FROM, _LIES, _HEM_LIES_DEG = 0.25, 0.3, 8.0
_SIDE_FROM, _SIDE = 0.15, 0.55  # sines: hips rolled so far are on their side
_TILTS = 0.26  # and so far they are no longer level at all
_FACES_DOWN_FROM, _FACES_DOWN = 0.1, 0.4  # sines: the front of the hips so far turned to the floor
_BOWS_FROM, _BOWS = 0.6, 0.25  # and so far where somebody folds down over their thighs: nobody who sits does
_BOWED_FROM, _BOWED = 0.25, 0.35  # sines: who kneels is bowed so far over thighs drawn up so far
_UPRIGHT_FROM, _UPRIGHT = 0.5, 0.3  # cosines: from where to where a pelvis is upright
_FREE_FROM, _FREE = 0.3, 0.4  # sines: from thighs on that point down so far the seat is free, not sat on
_FLAT_FROM, _FLAT = 0.7, 0.2  # and flat on their back
_RAISED_FROM_CM, _RAISED_CM = 1.0, 3.0  # the spine between the shoulder blades lies so much above the hips
_LAP_FROM, _LAP_GROWS = -0.5, 0.6  # thighs make a lap from so far up (sine of the angle with the trunk) on
# Cosines: a hem turned so far towards the viewer begins to open, and so much further is wholly open. Short of
# that it lies over the trousers as an arc, about as wide as the hip.
_OPENS_FROM, _OPENS = 0.8, 0.12
_HOLLOW_AT_REST = 0.16  # sine: every back is as hollow
ARCHED = 0.3  # sine: a back so much more hollow


def drawn_up_of(body: Body, s: Side) -> float:
    """How far a thigh is drawn up: the sine of its angle with the trunk, below 0 if it points down."""
    return dot(unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"])), body.frames["pelvis"][1])


def lap_of(body: Body) -> float:
    """How far both thighs are drawn up to a lap, 0 to 1."""
    return smoothstep((min(drawn_up_of(body, s) for s, _ in SIDES) - _LAP_FROM) / _LAP_GROWS)


def seat_drawn_up(body: Body, s: Side) -> float:
    """How far a thigh that is drawn up takes its half of the seat along, 0 to 1: not over knees that somebody
    kneels on, bowed down low, for there the seat is the highest of all and round.
    """
    drawn_up = drawn_up_of(body, s)
    bowed = on_fours_of(body) * smoothstep((drawn_up - _BOWED_FROM) / _BOWED)
    return smoothstep((drawn_up - 0.05) / 0.5) * (1 - bowed)


def both_drawn_up(body: Body) -> float:
    """How far both thighs take the seat along, 0 to 1."""
    return min(seat_drawn_up(body, s) for s, _ in SIDES)


def hem_frame(body: Body) -> Frame:
    """How the shirt's lower end lies: y up into the shirt."""
    tilt = -_HEM_TILT_DEG - _HEM_TWISTED_DEG * twisted_of(body) + _HEM_ROUNDED_DEG * rounded_of(body)
    lies = lies_of(body)
    free = _SAT_ON_SHARE + (1 - _SAT_ON_SHARE) * stands_of(body)
    arched = smoothstep(arched_of(body) / ARCHED)
    tilt -= _HEM_ARCHED_DEG * arched * (1 - lies) * free
    tilt += _HEM_LIES_DEG * lies
    tilt += _HUMPED_DEG * humped_of(body)
    level = (1 - rounded_of(body)) * (1 - arched)
    tilt -= _ON_FOURS_DEG * on_fours_of(body) * level
    return pitched(body.frames["pelvis"], tilt)


def stands_of(body: Body) -> float:
    """How far somebody stands on feet or knees, 0 to 1, so that nothing presses their seat."""
    down = min(unit(sub(body.joints[f"hip_{s}"], body.joints[f"knee_{s}"]))[1] for s, _ in SIDES)
    return smoothstep((down - _FREE_FROM) / _FREE)


def bent_of(body: Body) -> float:
    """How far the waist bends forward (sine), below 0 back."""
    return dot(body.spine[2][1][1], body.frames["pelvis"][2])


def lies_of(body: Body) -> float:
    """How far the hips lie on their back, 0 to 1."""
    return smoothstep((body.frames["pelvis"][2][1] - _LIES_FROM) / _LIES)


def on_side_of(body: Body) -> float:
    """How far the hips are rolled on to one side, 0 to 1."""
    return smoothstep((abs(body.frames["pelvis"][0][1]) - _SIDE_FROM) / _SIDE)


def level_of(body: Body) -> float:
    """How far the hips are level from side to side, 0 to 1."""
    return max(0.0, 1 - abs(body.frames["pelvis"][0][1]) / _TILTS)


def flat_on_back_of(body: Body) -> float:
    """How far somebody lies flat on their back, ribs and all, 0 to 1: nobody who leans back does."""
    return _hips_flat(body) * (1 - _ribs_raised(body))


def carried_of(body: Body) -> float:
    """How far somebody lies with their ribs raised over a roller or a block, 0 to 1."""
    return _hips_flat(body) * _ribs_raised(body)


def _hips_flat(body: Body) -> float:
    """How far the front of the hips looks up, 0 to 1, whatever the ribs do."""
    return smoothstep((body.frames["pelvis"][2][1] - _FLAT_FROM) / _FLAT)


def _ribs_raised(body: Body) -> float:
    """How far the ribs are above the hips, 0 to 1: of somebody flat on the floor they are not."""
    above = body.spine[4][0][1] - body.joints["pelvis"][1]
    return smoothstep((above - _RAISED_FROM_CM) / _RAISED_CM)


def upright_of(pelvis: Frame) -> float:
    """How far a pelvis is upright, 0 to 1."""
    return smoothstep((pelvis[1][1] - _UPRIGHT_FROM) / _UPRIGHT)


def facing_down_of(body: Body) -> float:
    """How far the front of the hips is turned to the floor, 0 to 1."""
    return smoothstep((-body.frames["pelvis"][2][1] - _FACES_DOWN_FROM) / _FACES_DOWN)


def on_fours_of(body: Body) -> float:
    """How far somebody is on all fours, upright on their knees, 0 to 1."""
    return facing_down_of(body) * stands_of(body)


def folded_of(body: Body) -> float:
    """How far somebody has folded down over their thighs, hips on the heels, 0 to 1."""
    bows = smoothstep((-body.frames["pelvis"][2][1] - _BOWS_FROM) / _BOWS)
    return bows * (1 - stands_of(body))


def rounded_of(body: Body) -> float:
    """How far the trunk rounds forward over the pelvis, 0 to 1."""
    return smoothstep(bent_of(body) / 0.5)


def humped_of(body: Body) -> float:
    """How far the back humps over thighs that stand on their knees, 0 to 1."""
    return _rounded_over_thighs(body) * smoothstep(-body.frames["pelvis"][2][1] / _HUMPED_FACING)


def slumped_of(body: Body) -> float:
    """How far the back rounds over a pelvis that has rolled back, as that of one who sits, 0 to 1."""
    return _rounded_over_thighs(body) * smoothstep(body.frames["pelvis"][2][1] / _SLUMPED_FACING)


def _rounded_over_thighs(body: Body) -> float:
    """How far the back rounds while no thigh is drawn up to it, 0 to 1."""
    points_down = 1 - smoothstep((max(drawn_up_of(body, s) for s, _ in SIDES) - _STANDS) / _STANDS_UNTIL)
    return rounded_of(body) * points_down


def arched_of(body: Body) -> float:
    """How much more hollow than at rest the back is (sine)."""
    return max(0.0, -bent_of(body) - _HOLLOW_AT_REST)


def twisted_of(body: Body) -> float:
    """How far the hips are turned against the ribs, 0 to 1."""
    return smoothstep((abs(dot(body.spine[4][1][2], body.frames["pelvis"][0])) - 0.12) / 0.6)


def leans_aside_of(body: Body) -> float:
    """How far the chest leans to the person's left over the hips (below 0: right), as a sine."""
    return dot(body.spine[4][1][1], body.frames["pelvis"][0])


def hem_opening(body: Body, camera: Camera) -> float:
    """How much the shirt's lower end opens towards the viewer, as of somebody seen well from their feet: 0 to
    1, soon 1.
    """
    return smoothstep((-camera.facing(body.frames["pelvis"][1]) - _OPENS_FROM) / _OPENS)
