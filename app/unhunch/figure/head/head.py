"""The head: face, ears and hair put together, in the order its sides face the viewer."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bearing import rises_cm
from unhunch.figure.head.bun import Bun, gleam
from unhunch.figure.head.collar import bent_back
from unhunch.figure.head.ears import bared_ear, ears, ears_on_hair, near_ear
from unhunch.figure.head.face import features
from unhunch.figure.head.glasses import lenses, temples
from unhunch.figure.head.hair import edge_shade, hair_layers, hair_path
from unhunch.figure.head.hairline import lies_back, set_back
from unhunch.figure.head.hairshape import HairShape
from unhunch.figure.head.hairstyles import CROPPED, SHAPES
from unhunch.figure.head.profile import nose_outline, profile
from unhunch.figure.head.scarf import drape
from unhunch.figure.head.skull import (
    BOWED_OUTLINE,
    BRAINCASE,
    FACE,
    FOREHEAD,
    JOWLS,
    NAPE,
    OUTLINE,
    POINT,
    SKULL,
    UNDER_BEARD,
    HeadSpace,
    leant_of,
    mixed,
    nod_of,
    turn_of,
)
from unhunch.figure.ink.parts import Layer, Part, soft, tinted
from unhunch.figure.ink.shapes import filled, hull
from unhunch.figure.ink.wardrobe import Stamp, Wardrobe, stamp
from unhunch.figure.people import Person, has_dark_hair
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, add, scale, sub

_SCALP_LIGHT = 0.14  # how light a bald crown is where the light falls on it
# Of a skull under a scarf, over which it would look out.
_UNDER_CLOTH: tuple[Vec, Vec] = ((0.0, 10.8, 0.1), (7.1, 6.1, 8.3))
_BROW_UNDER_CLOTH: tuple[Vec, Vec] = ((0.0, 10.4, 2.6), (6.4, 5.0, 5.2))
# So far within the edge of that, or of a beard, the cheeks, jaw and chin of a bowed head lie, or they would
# look out beside it as a pale rim.
_WITHIN_CLOTH_CM: tuple[Vec, ...] = ((0.4, 0.0, 0.0), (0.5, 0.0, 0.0), (0.15, 0.0, 0.0))
_WITHIN_BEARD_CM: tuple[Vec, ...] = ((0.0, 0.0, 0.0), (0.3, 0.4, 0.4), (0.7, 0.7, 0.7))
# The back of one that lies on its hair, which is pressed flat.
_LAIN_ON: tuple[Vec, Vec] = ((0.0, 11.0, 0.9), (7.1, 6.3, 7.7))
# The skin between the jaw and the hair of one that lies, which falls back from it.
_NAPE_LAIN: tuple[Vec, Vec] = ((0.0, 7.8, -1.8), (5.6, 3.0, 5.4))
_JAW_TO_NAPE = 0.45  # how far back (share) the jaw's edge goes up on a head that is bent back
# So far within the skull the face's outline is: where two lie on each other both cover a pixel of the edge in
# part, which adds up, and the edge is in steps.
_WITHIN_CM = 0.3
_FOREHEAD_LIT = 1.05  # how far beyond the forehead (share) hair has no shade at its edge
_LEVER_CM = 18.0  # how far the head goes from where it sits on the neck


def head_part(camera: Camera, body: Body, person: Person, wardrobe: Wardrobe) -> tuple[Part, list[Layer]]:
    """The head, and the hair that hangs behind the neck (to be painted before it)."""
    place = (*_place(body), turn_of(body), leant_of(body), nod_of(body), bent_back(body))
    if person.hair == "scarf":  # its cloth goes down to the collar, which goes along with neck and shoulders
        shoulders = (body.joints["shoulder_l"], body.joints["shoulder_r"])
        turned = (*body.spine[5][1], *body.spine[6][1], (body.lift["l"], body.lift["r"], 0.0))
        place += stamp(body.spine[5][0], *shoulders, turned=turned, lever_cm=_LEVER_CM)
    head, behind = wardrobe.still("head", place, lambda: _head_part(camera, body, person))
    return head.copy(), behind


def _place(body: Body) -> Stamp:
    """Where the head is drawn and how it is turned, as far as that is up to the body."""
    stamped = stamp(body.joints["head"], turned=body.frames["head"], lever_cm=_LEVER_CM)
    return (*stamped, rises_cm(body))


def _head_part(camera: Camera, body: Body, person: Person) -> tuple[Part, list[Layer]]:
    space = HeadSpace(camera, body, person.face)
    at, (rx, _, _) = space.at((0.0, 8.5, 1.0)), SKULL[1]
    x, y, z, s = camera.project(at)
    x2, y2, z2, _ = camera.project(space.at((0.0, 11.0, -0.5)))
    part = Part("head", "head", [(x, y, z, rx * s), (x2, y2, z2, 8.6 * s)], 3)
    shape = SHAPES[person.hair]
    behind: list[Layer] = []
    if shape and shape.hangs:
        far = hair_path(space, shape, -1.0)
        behind = [Layer("hair", far)] if far else []
    if person.hair == "scarf":
        behind += drape(space, body)
        part.casts = False  # one cloth with what lies on the shoulders
    bun = Bun(space) if person.hair == "bun" else None
    knot = bun.layers() if bun else []
    knot_near = bun is not None and bun.is_near
    layers = part.layers
    if not knot_near:
        layers += knot
    ears_shown, buried = not shape or shape.ears, bool(shape and shape.curls)
    if ears_shown:
        layers += ears(space)
    layers += [*_forehead(space, shape), _skin(space, person, bent_back(body))]
    layers += features(space, person)
    if person.glasses:
        layers += lenses(space)
    if shape and not shape.curls:
        layers.append(edge_shade(space, shape))
    layers += _scalp(space, person)
    if person.glasses:
        layers += temples(space)
    if ears_shown:
        layers += near_ear(space, buried=buried)
    if shape:
        layers += hair_layers(space, shape, is_dark=has_dark_hair(person))
    if ears_shown:
        layers += ears_on_hair(space, buried=buried, shaven=person.hair == "bald")
    if shape and shape.loose:
        layers += bared_ear(space, set_back(space, shape))
    if knot_near:
        layers += knot
    part.layers = [layer for layer in layers if not layer.path.isEmpty()]
    return part, behind


def _skin(space: HeadSpace, person: Person, bent_back: float) -> Layer:
    """The skin of the whole head; hair fills the back of all but a shaven one, and falls off the nape of one
    that lies. One that is bent back, as far as told (0 to 1), has its jaw close to its nape.
    """
    detail = space.camera.detail
    shaven, scarf = person.hair == "bald", person.hair == "scarf"
    jowls = JOWLS if person.smile_lines else ()
    cheeks = UNDER_BEARD if person.beard else ()
    skull = _UNDER_CLOTH if scarf else OUTLINE[0]
    if not shaven:
        skull = mixed(skull, _LAIN_ON, lies_back(space))
    bowed = [mixed(*eggs, space.bowed) for eggs in zip(OUTLINE[1:], BOWED_OUTLINE, strict=True)]
    if scarf or person.beard:
        within = _WITHIN_CLOTH_CM if scarf else _WITHIN_BEARD_CM
        bowed = [(c, sub(r, cm)) for (c, r), cm in zip(bowed, within, strict=True)]
    inner = (skull[0], add(skull[1], (-_WITHIN_CM,) * 3))
    brow = _BROW_UNDER_CLOTH if scarf else FOREHEAD
    front = mixed(brow, inner, max(_JAW_TO_NAPE * bent_back, space.bowed))
    face = hull([space.egg(c, r) for c, r in (front, *bowed, *jowls, *cheeks)], detail)
    nape = NAPE if shaven else (_NAPE_LAIN[0], scale(_NAPE_LAIN[1], max(POINT, lies_back(space))))
    low = hull([space.egg(*skull), space.egg(*nape)], detail)
    stands_out = profile(space, person.beard, under_cloth=scarf)
    return Layer("face", filled(face, nose_outline(space), *stands_out, low))


def _forehead(space: HeadSpace, shape: HairShape | None) -> list[Layer]:
    """The light on hair over the forehead, where it turns away from none and so has no shade."""
    if not shape:
        return []
    centre, radii = FOREHEAD
    brow = hull([space.egg(centre, scale(radii, _FOREHEAD_LIT))], space.camera.detail)
    return [tinted("hair", filled(brow), "hair")]


def _scalp(space: HeadSpace, person: Person) -> list[Layer]:
    """The shadow of hair that is cropped round ear and nape, without which the edge of longer hair is that of
    a cap; or the light on a shaven crown, which else is a blot.
    """
    if person.hair == "short":
        return [tinted("face", hair_path(space, CROPPED, 1.0) or QPainterPath(), "stubble")]
    return [soft("face", gleam(space.egg(*BRAINCASE)), -_SCALP_LIGHT)] if person.hair == "bald" else []


def head_outline(camera: Camera, body: Body, person: Person, wardrobe: Wardrobe) -> QPainterPath:
    """The head with all its hair as one outline, a little larger than it is."""
    return wardrobe.still("head outline", _place(body), lambda: _head_outline(camera, body, person))


def _head_outline(camera: Camera, body: Body, person: Person) -> QPainterPath:
    space = HeadSpace(camera, body, person.face)
    shape = SHAPES[person.hair]
    eggs = [space.egg(c, (r[0] + 0.6, r[1] + 0.6, r[2] + 0.6)) for c, r in FACE]
    if shape:
        eggs.append(space.egg(shape.centre, shape.radii))
    path = filled(hull(eggs, camera.detail))
    if person.hair == "bun":
        path.addPath(Bun(space).path())
    return path
