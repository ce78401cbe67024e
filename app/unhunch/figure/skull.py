"""The head's own space: skull, jaw and chin, and where they lie on the screen.

Head space: origin at the top of the neck, y up, z out of the face, in cm before scaling by `SIZE`.
"""

from math import sqrt

from unhunch.figure.camera import Camera
from unhunch.figure.shapes import Egg, Point
from unhunch.figure.skeleton import HEAD_SCALE, Body
from unhunch.figure.vectors import Frame, Vec, dot, point, to_local, unit

SIZE = HEAD_SCALE * 1.02
SKULL: tuple[Vec, Vec] = ((0.0, 9.3, 0.1), (7.3, 9.1, 8.9))
JAW: tuple[Vec, Vec] = ((0.0, 4.9, 3.1), (5.8, 5.0, 5.2))
CHIN: tuple[Vec, Vec] = ((0.0, 1.1, 5.6), (2.9, 2.2, 2.5))
FACE = (SKULL, JAW, CHIN)


class HeadSpace:
    """Places of one head on the screen. `view` is the way to the viewer, in head space."""

    __slots__ = ("camera", "frame", "origin", "view")

    def __init__(self, camera: Camera, body: Body) -> None:
        self.camera, self.origin, self.frame = camera, body.joints["head"], body.frames["head"]
        self.view = to_local(self.frame, camera.towards)

    def at(self, v: Vec) -> Vec:
        """The point in the world."""
        return point(self.origin, self.frame, (v[0] * SIZE, v[1] * SIZE, v[2] * SIZE))

    def xy(self, v: Vec) -> Point:
        """The point on the screen."""
        return self.camera.xy(self.at(v))

    def egg(self, centre: Vec, radii: Vec, frame: Frame | None = None) -> Egg:
        """An ellipsoid, along the head's own axes unless a frame is given."""
        a, b, c = radii
        return self.camera.egg(self.at(centre), frame or self.frame, a * SIZE, b * SIZE, c * SIZE)

    @property
    def px_per_cm(self) -> float:
        """Pixels a centimetre."""
        return self.camera.px_per_cm

    def face(self, x: float, y: float) -> Vec:
        """The point of the face's surface at x, y."""
        z = 0.0
        for (_, cy, cz), (rx, ry, rz) in FACE:
            inside = 1 - (x / rx) ** 2 - ((y - cy) / ry) ** 2
            if inside > 0:
                z = max(z, cz + rz * sqrt(inside))
        return (x, y, z)

    def looks(self, x: float, y: float) -> float:
        """How far the face's surface at x, y faces the viewer, -1 to 1."""
        best, out = 0.0, (0.0, 0.0, 1.0)
        for (_, cy, cz), (rx, ry, rz) in FACE:
            u, v = x / rx, (y - cy) / ry
            inside = 1 - u * u - v * v
            if inside > 0:
                w = sqrt(inside)
                if cz + rz * w > best:
                    best, out = cz + rz * w, (u / rx, v / ry, w / rz)
        return dot(unit(out), self.view)
