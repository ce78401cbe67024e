"""How upper arms lie: on their chest, on the screen, and in their sleeves."""

from unhunch.figure.head.neckline import direction
from unhunch.figure.people import Person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, dot, mad, scale, smoothstep, sub, unit

_AWAY_FROM, _AWAY = 0.3, 0.4  # cosines: from which a side of the trunk is turned away
_BACK_FROM, _BACK = 0.3, 0.3  # and the back is seen
# And the breast is seen from the front, and an arm points ahead; how wide half a waist is, and how far from
# it (cm) an elbow is all beside it.
_FRONT_FROM, _FRONT, _AHEAD_FROM, _AHEAD = 0.45, 0.3, 0.35, 0.3
_WAIST_CM, _ASIDE_CM = 13.7, 3.0
_LIES, _UPRIGHT = 0.2, 0.4  # sine of a chest that lies, and of how much more of one that is upright
# The sine with the chest from which an arm is all raised over the head, and how much of what that does to the
# slope a level one does (share).
_OVERHEAD, _LEVEL_LIFTS = 0.4, 0.3
# By how much a short sleeve reaches further along an arm raised over the head, in shares of the bone; and by
# how much it falls back along one that points up, from which rise (sine) on, and over how much more. One that
# is seen so much from its end (cosines) stays, or nothing of it would be seen.
_SLEEVE_RAISED, _SLIDES, _SLIDES_FROM, _FALLS = 0.08, 0.16, 0.1, 0.5
# But along the head the shoulder comes up with the arm and takes the sleeve along: from which sine with the
# chest on, over how much more, and by how much less it falls.
_ALONG_HEAD, _COMES_ALONG = (0.5, 0.3), 0.13
_END_ON_FROM, _END_ON = 0.45, 0.4
# By how much less it reaches (share of the bone) while the forearm points up and the upper arm is level: up
# to which cosine between that and the length of the chest it is, and over how much more it ceases to be.
_SLEEVE_LEVEL, _LEVEL, _NO_LONGER_LEVEL = 0.25, 0.1, 0.3
# From which cosines on a breast is seen that an arm is raised beside, and the arm reaches outwards, and over
# how much more.
_SEEN_FROM, _SEEN, _OUT_FROM, _OUT = 0.4, 0.15, 0.55, 0.25
_SLEEVE_FREE = 0.6  # so much sooner (share) the shirt ends on a raised arm behind the trunk


class UpperArms:
    """How the upper arms of one frame's body lie."""

    def __init__(self, body: Body, camera: Camera, person: Person) -> None:
        self.body, self.camera, self.build, self.sleeve = body, camera, person.build, person.sleeve

    def along(self, s: Side) -> Vec:
        """The way down an upper arm."""
        return unit(sub(self.body.joints[f"elbow_{s}"], self.body.joints[f"shoulder_{s}"]))

    def along_head(self, s: Side) -> float:
        """How far an upper arm lies along the head, 0 to 1."""
        starts, whole = _ALONG_HEAD
        return smoothstep((self._points_up(self.along(s)) - starts) / whole)

    def _points_up(self, along: Vec) -> float:
        """How far such a way points up along the chest, as a sine."""
        return dot(along, self.body.frames["chest"][1])

    def _end_on(self, along: Vec) -> float:
        """How far an arm is seen from its end, 0 to 1."""
        return smoothstep((abs(self.camera.facing(along)) - _END_ON_FROM) / _END_ON)

    def _level(self, s: Side) -> float:
        """How far an upper arm points straight out from the chest with the hand above it, 0 to 1; one that is
        seen from its end counts as if it did not.
        """
        along = self.along(s)
        return _raised_level(self.body, along, s) * (1 - self._end_on(along))

    def _overhead(self, s: Side) -> float:
        """How far an upper arm points up along the chest, up to 1: a level one leaves the slope from the neck
        much as it is.
        """
        overhead = smoothstep(self._points_up(self.along(s)) / _OVERHEAD)
        return _LEVEL_LIFTS + (1 - _LEVEL_LIFTS) * overhead

    def away(self, sx: float) -> float:
        """How far a side of the trunk is turned away from the viewer, 0 to 1."""
        return smoothstep((-sx * self.camera.facing(self.body.frames["chest"][0]) - _AWAY_FROM) / _AWAY)

    def back_seen(self) -> float:
        """How far the back is seen, 0 to 1."""
        return smoothstep((-self.camera.facing(self.body.frames["chest"][2]) - _BACK_FROM) / _BACK)

    def front_seen(self) -> float:
        """How far the breast is, 0 to 1."""
        return smoothstep((self.camera.facing(self.body.frames["chest"][2]) - _FRONT_FROM) / _FRONT)

    def beside(self, s: Side) -> float:
        """How far an arm is seen beside the trunk, 0 to 1, and not before or behind it."""
        right, _, front = self.body.frames["chest"]
        shoulder, elbow = self.body.joints[f"shoulder_{s}"], self.body.joints[f"elbow_{s}"]
        ahead = smoothstep((dot(unit(sub(elbow, shoulder)), front) - _AHEAD_FROM) / _AHEAD)
        from_front = self.front_seen()
        if not from_front:
            return 0.0
        # How far on the screen the elbow is from the trunk's side.
        waist, towards = self.body.spine[2][0], scale(right, dict(SIDES)[s])
        out = complex(*self.camera.xy(mad(waist, towards, 1.0))) - complex(*self.camera.xy(waist))
        far = complex(*self.camera.xy(elbow)) - complex(*self.camera.xy(waist))
        across = (far * direction(out).conjugate()).real - _WAIST_CM * self.build.waist * abs(out)
        aside = smoothstep(across / self.camera.px_per_cm / _ASIDE_CM)
        return from_front * aside * (1 - ahead)

    def upright(self) -> float:
        """How upright the chest is, 0 to 1: of one that lies, no shoulder hangs down the trunk."""
        return smoothstep((self.body.frames["chest"][1][1] - _LIES) / _UPRIGHT)

    def slid(self, s: Side) -> float:
        """How far a short sleeve has fallen along a raised arm to the shoulder, 0 to 1."""
        if self.sleeve >= 1:
            return 0.0
        along = self.along(s)
        falls = self.body.lift[s] * smoothstep((along[1] - _SLIDES_FROM) / _FALLS)
        return falls * (1 - self._end_on(along))

    def sleeve_end(self, s: Side) -> float:
        """How far down the arm its sleeve reaches: a share of the upper arm, or more than 1."""
        sleeve = self.sleeve
        if sleeve < 1:
            sleeve -= _SLEEVE_LEVEL * self._level(s)
        falls = _SLIDES - _COMES_ALONG * self.along_head(s)
        return sleeve + _SLEEVE_RAISED * self.body.lift[s] - falls * self.slid(s)

    def covers_sleeve(self, sx: float, along: Vec) -> float:
        """How far (1: wholly) the shirt covers the sleeve of a raised arm. Behind the trunk the sleeve comes
        out of it, unless it points away so much that only its round end would.
        """
        aside = 1 - smoothstep((-self.camera.facing(along) - 0.4) / 0.4)
        return 1 - _SLEEVE_FREE * self.away(sx) * aside


def raised_of(body: Body, s: Side) -> float:
    """How far an arm is raised over the head, 0 to 1; 0 while it hangs or points ahead."""
    return smoothstep((body.lift[s] - 0.3) / 0.5)


def _raised_level(body: Body, along: Vec, s: Side) -> float:
    """How far an arm whose upper half goes `along` is raised no farther than level with the chest, 0 to 1."""
    points_up = dot(along, body.frames["chest"][1])
    return raised_of(body, s) * (1 - smoothstep((points_up - _LEVEL) / _NO_LONGER_LEVEL))


def out_beside_of(body: Body, camera: Camera, s: Side) -> float:
    """How far a level upper arm goes out to its side from a breast that is seen, 0 to 1."""
    right, _, front = body.frames["chest"]
    along = unit(sub(body.joints[f"elbow_{s}"], body.joints[f"shoulder_{s}"]))
    out = smoothstep((dict(SIDES)[s] * dot(right, along) - _OUT_FROM) / _OUT)
    seen = smoothstep((camera.facing(front) - _SEEN_FROM) / _SEEN)
    return _raised_level(body, along, s) * out * seen
