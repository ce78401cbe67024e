"""The shirt's collar, and the neck that comes out of it."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.anatomy import SHOULDER
from unhunch.figure.camera import Camera
from unhunch.figure.neck import neck_muscles
from unhunch.figure.parts import Layer, Part, axis, piece, rim
from unhunch.figure.people import Person
from unhunch.figure.pose import Side
from unhunch.figure.shapes import Egg, Round, filled, hull, tube
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    cross,
    frame_between,
    mad,
    mix,
    perpendicular,
    pitched,
    point,
    rolled,
    smoothstep,
    sub,
    to_local,
    unit,
)  # fmt: skip

_COLLAR_AT: Vec = (0.0, 2.0, 1.1)
_COLLAR_TILT_DEG = 13.0
_COLLAR = (6.7, 5.3)
# Cosines: how far the neckline opens towards whoever sees its front, fading as they look from below.
_CUT_OUT, _CUT_OUT_FROM, _CUT_OUT_GROWS = 0.3, -0.45, 0.35
_EDGE_ON = 0.08
# cm by which raised arms press the collar together, and push the upper edge of its sides up along the neck.
_COLLAR_PRESSED, _COLLAR_PUSHED = 0.9, 2.6
_BAND_TONE = 0.14
_LOOSE_CM, _CLOSE_CM = 0.9, 0.2  # how loose it is there, and where it stands before the neck
_EDGE_CM, _BELOW_CM = 1.2, 1.0  # how high the ribbed edge is, and how far down it lies seen from behind
# What the collar does for each cm the shoulders rise, and how far it turns with the neck.
_COLLAR_RISES, _COLLAR_TILTS_DEG, _COLLAR_ROLLS_DEG, _COLLAR_TURNS = 0.14, 0.5, 0.8, 0.3
_CHANGES_PLACES = 0.3  # cosine of the collar's opening: so near neck and shirt are to change places
_NECK_RANK = 2.0
_SHOULDER_REST_Y = SHOULDER[1]
_INSIDE_CM = 0.4  # how far within the collar the neck begins
_FOOT_OF_NECK = 1.5  # cm: half the height of its first round, which would show corners seen edge-on
# How far up the neck, half its width and depth.
_NECK = (
    (0.14, 5.9, 5.3), (0.28, 5.3, 5.1), (0.45, 4.9, 4.9), (0.62, 4.85, 4.85), (0.8, 5.0, 5.0),
    (1.0, 5.3, 5.3),
)  # fmt: skip


class Collar:
    """The collar of one frame's body; `lies` is its middle and its frame as it is drawn, `opens` whether its
    inside is seen.
    """

    def __init__(self, body: Body, camera: Camera, person: Person) -> None:
        self.body, self.camera, self.person, self.build = body, camera, person, person.build
        self.detail = camera.detail
        self.lies = collar_seen(body, camera)
        self.opens = person.hair != "scarf" and collar_opens(body, camera) > 0
        self.ribbing = hull([self.ring(1.1), self.top()], self.detail) if self.opens else []

    @property
    def _k(self) -> float:
        return 0.6 + 0.4 * self.build.neck

    @property
    def _wide(self) -> float:
        """How wide the collar is; raised arms press it together."""
        return _COLLAR[0] - _COLLAR_PRESSED * max(self.body.lift.values())

    def ring(self, grown: float, thick: float = 0.4) -> Egg:
        """The ring the neck comes out of."""
        at, f = self.lies
        n = self._k
        return self.camera.egg(at, f, (self._wide + grown) * n, thick, (_COLLAR[1] + grown) * n)

    def top(self) -> Egg:
        """The upper edge of its ribbed band, that lies round the neck."""
        at, f = self.lies
        n = self._k
        x, y = self._wide - 0.4, _COLLAR[1] - 0.3
        up = 1.0 + _COLLAR_PUSHED * max(self.body.lift.values())
        return self.camera.egg(mad(mad(at, f[1], up), f[2], -0.4), f, x * n, 0.4, y * n)

    def band(self) -> Layer | None:
        """The ribbed edge of the shirt: all of it from above, its near half from below or behind, where
        raised shoulders hide it.
        """
        if self.opens:
            return Layer("top", filled(self.ribbing), tone=_BAND_TONE)
        shown = 1 - smoothstep((max(self.body.lift.values()) - 0.3) / 0.3)
        if shown < 0.05:
            return None
        near = self._near_edge(-_BELOW_CM, _EDGE_CM, _LOOSE_CM)
        return Layer("top", near, tone=_BAND_TONE * shown) if near else None

    def near_edge(self) -> list[Layer]:
        """The near half of the ribbed edge of a shirt whose collar opens towards the viewer: it stands before
        the foot of the neck.
        """
        if not self.opens:
            return []
        # Its plain cloth goes on below it as far as the neck does.
        cloth = self._near_edge(-2 * _EDGE_CM, 3 * _EDGE_CM, _CLOSE_CM)
        band = self._near_edge(0.0, _EDGE_CM, _CLOSE_CM)
        return [Layer("top", cloth), Layer("top", band, tone=_BAND_TONE)] if cloth and band else []

    def _near_edge(self, from_cm: float, high_cm: float, loose_cm: float) -> QPainterPath | None:
        at, f = self.lies
        n = self._k
        wide, deep = (self._wide + loose_cm) * n, (_COLLAR[1] + loose_cm) * n
        return rim(self.camera, mad(at, f[1], from_cm), f, a_cm=wide, c_cm=deep, band_cm=high_cm)

    def throat(self) -> Layer:
        """The skin below the collar, which the shirt hides: with it the neck's shading goes on into the shirt
        and does not darken at the collar as if the neck ended there.
        """
        at, f = self.lies
        below = self.camera.ball(mad(at, f[1], -5.0), 4.5)
        return Layer("skin", filled(hull([self.ring(-0.3), below], self.detail)), casts=False)

    def neck(self) -> Part:
        """One taper from the collar to behind the ears, bent evenly."""
        middle = axis(self.camera, (self.body.spine[5][0], 5), (self.body.joints["head"], 5))
        part = Part("neck", "neck", middle, _NECK_RANK)
        part.casts = self.person.hair == "scarf"  # which covers it
        if not part.casts:
            at, f = self.lies
            pit = mad(mad(at, f[1], 0.6), f[2], _COLLAR[1] * self._k - 0.6)
            part.layers = [
                piece("skin", *tube(self.neck_rounds(self.build.neck), self.detail)),
                neck_muscles(self.camera, self.body, pit, f),
                *self.near_edge(),
            ]
        return part

    def neck_rounds(self, k: float) -> list[Round]:
        """The neck's thickness along an even curve, from the collar up."""
        body, camera = self.body, self.camera
        at, f = self.lies
        head, hf = body.joints["head"], body.frames["head"]
        end = point(head, hf, (0.0, 4.6, -2.1))
        up = unit(add(body.frames["neck"][1], pitched(hf, 20.0)[1]))
        reach = 0.36 * ((end[0] - at[0]) ** 2 + (end[1] - at[1]) ** 2 + (end[2] - at[2]) ** 2) ** 0.5
        b, c = mad(at, f[1], reach), mad(end, up, -reach)
        n = self._k
        rounds: list[Round] = [self.ring(-_INSIDE_CM, _FOOT_OF_NECK)]
        for t, wide, deep in _NECK:
            q, r, s = mix(at, b, t), mix(b, c, t), mix(c, end, t)
            centre = mix(mix(q, r, t), mix(r, s, t), t)
            if wide == deep:
                rounds.append(camera.ball(centre, wide * k))
            else:
                rounds.append(camera.egg(centre, f, wide * n, 1.5, deep * n))
        return rounds

    def changes_places(self) -> float:
        """How near (1: now) neck and shirt are to change places."""
        return 1 - smoothstep(abs(collar_opens(self.body, self.camera)) / _CHANGES_PLACES)

    def behind_the_neck(self) -> float:
        """How far the trapezius is behind the neck while the breast is before it, 0 to 1: so it is seen from
        the feet, and begins beside the neck.
        """
        _, collar = self.lies
        from_below = smoothstep(-self.camera.facing(collar[1]) / 0.2)
        return from_below * smoothstep(self.camera.facing(collar[2]) / 0.4)


def rise_of(body: Body, s: Side) -> float:
    """How far a shoulder's joint has risen from where it rests, in cm."""
    o, g = body.spine[5]
    return to_local(g, sub(body.joints[f"shoulder_{s}"], o))[1] - _SHOULDER_REST_Y


def collar_of(body: Body) -> tuple[Vec, Frame]:
    """The middle of the shirt's collar, and its frame: y up out of it.

    It turns with the foot of the neck, and the shoulders take it along when they rise: its nape more than
    its front, the side of the higher shoulder more than the other.
    """
    o, g = body.spine[5]
    left, right = rise_of(body, "l"), rise_of(body, "r")
    rise = max(0.0, (left + right) / 2)
    f = frame_between(g, body.spine[6][1], _COLLAR_TURNS)
    f = rolled(f, _COLLAR_ROLLS_DEG * (left - right))
    x, y, z = _COLLAR_AT
    at = point(o, f, (x, y + _COLLAR_RISES * rise, z))
    return at, pitched(f, _COLLAR_TILT_DEG + _COLLAR_TILTS_DEG * rise)


def collar_seen(body: Body, camera: Camera) -> tuple[Vec, Frame]:
    """The collar as it is drawn. Seen from the front it opens a little towards the viewer even where they
    look along its edge or from below, as a neckline does that is cut out in front: else it is a straight bar.
    """
    at, f = collar_of(body)
    opens = camera.facing(f[1])
    turned = smoothstep(camera.facing(f[2]) / 0.5) * smoothstep((opens - _CUT_OUT_FROM) / _CUT_OUT_GROWS)
    y = unit(mad(f[1], camera.towards, max(0.0, _CUT_OUT - opens) * turned))
    x = perpendicular(f[0], y)
    return at, (x, y, cross(x, y))


def collar_opens(body: Body, camera: Camera) -> float:
    """How far the collar opens towards the viewer, as a cosine; below 0 the shirt hides the foot of the neck.

    Seen nearly from its edge it does so too, for the foot of a neck over it would show corners.
    """
    return camera.facing(collar_seen(body, camera)[1][1]) - _EDGE_ON
