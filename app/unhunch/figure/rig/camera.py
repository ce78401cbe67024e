"""Where the figure is seen from, and how the world lands on the screen."""

from math import cos, radians, sin

from unhunch.figure.rig.rounds import Ball, Egg
from unhunch.figure.rig.vectors import Frame, Vec, cross, dot

_EYE_CM = 1100.0


class Camera:
    """A camera with mild perspective.

    `yaw_deg` walks round the figure (0 looks at its front, -90 at its right side), `pitch_deg` looks down on
    it. `centre` (cm) lands in the middle of a field `width` x `height` pixels that shows `px_per_cm`.
    `detail` is device pixels a pixel.
    """

    __slots__ = (
        "_eye",
        "_middle_x",
        "_middle_y",
        "centre",
        "detail",
        "height",
        "pitch_deg",
        "px_per_cm",
        "right",
        "towards",
        "up",
        "width",
        "yaw_deg",
    )

    def __init__(
        self,
        yaw_deg: float,
        pitch_deg: float,
        centre: Vec,
        *,
        px_per_cm: float,
        width: float,
        height: float,
        detail: float = 1.0,
        eye_cm: float = _EYE_CM,
    ) -> None:
        a, b = radians(yaw_deg), radians(pitch_deg)
        self.yaw_deg, self.pitch_deg = yaw_deg, pitch_deg
        self.towards: Vec = (sin(a) * cos(b), sin(b), cos(a) * cos(b))
        self.right: Vec = (cos(a), 0.0, -sin(a))
        self.up: Vec = cross(self.towards, self.right)
        self.centre = centre
        self.px_per_cm = px_per_cm
        self.width, self.height = width, height
        self._middle_x, self._middle_y = width / 2, height / 2
        self.detail = detail
        self._eye = eye_cm

    @property
    def place(self) -> tuple[object, ...]:
        """All that makes two cameras show the same."""
        return (
            self.yaw_deg, self.pitch_deg, self.centre, self.px_per_cm, self.width, self.height, self.detail
        )  # fmt: skip

    def project(self, p: Vec) -> tuple[float, float, float, float]:
        """x, y, depth (pixels, towards the viewer) and the scale there (pixels a cm)."""
        o = self.centre
        a, b, c = p[0] - o[0], p[1] - o[1], p[2] - o[2]
        r, u, t = self.right, self.up, self.towards
        z = a * t[0] + b * t[1] + c * t[2]
        s = self.px_per_cm * self._eye / (self._eye - z)
        return (
            self._middle_x + (a * r[0] + c * r[2]) * s,
            self._middle_y - (a * u[0] + b * u[1] + c * u[2]) * s,
            z * self.px_per_cm,
            s,
        )

    def xy(self, p: Vec) -> tuple[float, float]:
        """The point on the screen."""
        o = self.centre
        a, b, c = p[0] - o[0], p[1] - o[1], p[2] - o[2]
        r, u, t = self.right, self.up, self.towards
        s = self.px_per_cm * self._eye / (self._eye - a * t[0] - b * t[1] - c * t[2])
        return (
            self._middle_x + (a * r[0] + c * r[2]) * s,
            self._middle_y - (a * u[0] + b * u[1] + c * u[2]) * s,
        )

    def facing(self, direction: Vec) -> float:
        """How far a direction points at the viewer: 1 straight at, -1 straight away."""
        return dot(self.towards, direction)

    def ball(self, p: Vec, radius_cm: float) -> Ball:
        """A sphere on the screen."""
        o = self.centre  # as `project`, which is called too often to be called from here
        a, b, c = p[0] - o[0], p[1] - o[1], p[2] - o[2]
        r, u, t = self.right, self.up, self.towards
        z = a * t[0] + b * t[1] + c * t[2]
        s = self.px_per_cm * self._eye / (self._eye - z)
        return (
            self._middle_x + (a * r[0] + c * r[2]) * s,
            self._middle_y - (a * u[0] + b * u[1] + c * u[2]) * s,
            radius_cm * s,
            z * self.px_per_cm,
        )

    def egg(self, p: Vec, frame: Frame, a: float, b: float, c: float) -> Egg:
        """An ellipsoid with half axes a, b, c (cm) along the frame's x, y, z."""
        x, y, z, s = self.project(p)
        r, u = self.right, self.up
        xx = xy = yy = 0.0
        for axis, half in zip(frame, (a, b, c), strict=True):
            k = half * s
            h = (r[0] * axis[0] + r[2] * axis[2]) * k
            v = -(u[0] * axis[0] + u[1] * axis[1] + u[2] * axis[2]) * k
            xx += h * h
            xy += h * v
            yy += v * v
        return (x, y, xx, xy, yy, z)

    def disc(self, p: Vec, across: Vec, radius_cm: float, thickness_cm: float = 0.8) -> Egg:
        """A round plate lying across a direction: the cut end of a sleeve."""
        x, y, z, s = self.project(p)
        r, u = self.right, self.up
        h = r[0] * across[0] + r[2] * across[2]
        v = -(u[0] * across[0] + u[1] * across[1] + u[2] * across[2])
        k = (thickness_cm * thickness_cm - radius_cm * radius_cm) * s * s
        rr = radius_cm * radius_cm * s * s
        return (x, y, rr + k * h * h, k * h * v, rr + k * v * v, z)
