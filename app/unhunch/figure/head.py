"""The head: face, ears and hair put together, in the order its sides face the viewer."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.face import ears, features, glasses
from unhunch.figure.hair import SHAPES, bun, hair_path
from unhunch.figure.parts import Layer, Part
from unhunch.figure.people import Person
from unhunch.figure.shapes import filled, hull
from unhunch.figure.skeleton import Body
from unhunch.figure.skull import FACE, SKULL, HeadSpace
from unhunch.figure.wardrobe import Wardrobe, stamp


def head_part(camera: Camera, body: Body, person: Person, wardrobe: Wardrobe) -> tuple[Part, list[Layer]]:
    """The head, and the hair that hangs behind the neck (to be painted before it)."""
    place = stamp(body.joints["head"], *body.frames["head"])
    head, behind = wardrobe.kept("head", place, lambda: _head_part(camera, body, person))
    return head.copy(), behind


def _head_part(camera: Camera, body: Body, person: Person) -> tuple[Part, list[Layer]]:
    space = HeadSpace(camera, body)
    detail = camera.detail
    at, (rx, _, _) = space.at((0.0, 8.5, 1.0)), SKULL[1]
    x, y, z, s = camera.project(at)
    x2, y2, z2, _ = camera.project(space.at((0.0, 11.0, -0.5)))
    part = Part("head", "head", [(x, y, z, rx * s), (x2, y2, z2, 8.6 * s)], 3)
    shape = SHAPES[person.hair]
    behind: list[Layer] = []
    if shape and shape.hangs:
        far = hair_path(space, shape, -1.0, person.hair == "curly")
        behind = [Layer("hair", far), Layer("hair", far, tone=0.3)] if far else []
    knot, knot_near = bun(space) if person.hair == "bun" else (None, False)
    layers = part.layers
    if knot and not knot_near:
        layers.append(Layer("bun", knot))
    ears_shown = not shape or shape.ears
    if ears_shown:
        layers += ears(space, near=False)
    nose = hull(
        [
            space.egg((0.0, 9.0, 8.2), (0.8, 0.8, 0.8)),
            space.egg((0.0, 6.2, 9.7), (1.15, 1.0, 1.1)),
            space.egg((0.0, 5.6, 8.0), (1.3, 1.0, 1.2)),
        ],
        detail,
    )
    skin = hull([space.egg(c, r) for c, r in FACE], detail)
    layers.append(Layer("face", filled(skin, nose)))
    layers += features(space, person)
    if shape:
        near = hair_path(space, shape, 1.0, person.hair == "curly")
        if near:
            layers.append(Layer("hair", near))
    if ears_shown:
        layers += ears(space, near=True)
    if knot and knot_near:
        layers.append(Layer("bun", knot))
    if person.glasses:
        layers += glasses(space, ears_shown)
    return part, behind


def head_outline(camera: Camera, body: Body, person: Person, wardrobe: Wardrobe) -> QPainterPath:
    """The head with all its hair as one outline, a little larger than it is."""
    place = stamp(body.joints["head"], *body.frames["head"])
    return wardrobe.kept("head outline", place, lambda: _head_outline(camera, body, person))


def _head_outline(camera: Camera, body: Body, person: Person) -> QPainterPath:
    space = HeadSpace(camera, body)
    shape = SHAPES[person.hair]
    eggs = [space.egg(c, (r[0] + 0.6, r[1] + 0.6, r[2] + 0.6)) for c, r in FACE]
    if shape:
        eggs.append(space.egg(shape.centre, shape.radii))
    path = filled(hull(eggs, camera.detail))
    if person.hair == "bun":
        path.addPath(bun(space)[0])
    return path
