"""The people who show the stretches: pick one you like to follow. Data only."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP

Hair = Literal["bun", "short", "bob", "fringe", "curly", "swept", "bald", "scarf"]


@dataclass(frozen=True, slots=True)
class Build:
    """How broad a person is; 1 is the plain figure. `shoulders` is how far apart their joints are, too;
    `bust` is how much of one there is, 0 to 1.
    """

    shoulders: float = 1.0
    waist: float = 1.0
    hips: float = 1.0
    arms: float = 1.0
    legs: float = 1.0
    neck: float = 1.0
    bust: float = 0.0


@dataclass(frozen=True, slots=True)
class Face:
    """What tells a face from others; 1 is the plain one. `broad` is how broad the whole head is, `lids` how
    thick the upper lids with their lashes are, `arch` how far the brows are arched.
    """

    broad: float = 1.0
    eyes: float = 1.0
    lids: float = 1.0
    brows: float = 1.0
    arch: float = 1.0
    nose: float = 1.0
    mouth: float = 1.0


PLAIN = Face()


@dataclass(frozen=True, slots=True)
class Person:
    """One person: colours as #RRGGBB, hair, clothes and build.

    `rib` is the colour of the shirt's ribbed edges, at the neck and round the cuffs. `wall` is that of the
    room they are in by day: cool and a little darker than a fair skin, light behind a dark one, and nothing
    that they wear, so that faces and arms stand out from it.

    `smile_lines` and a softer jaw with them make a face older.
    `sleeve` is how far the sleeve reaches down the arm (0 the shoulder, 1 the elbow, 2 the wrist).
    `name` is to be shown through `QCoreApplication.translate("People", name)`.
    """

    id: str
    name: str
    skin: str
    hair: Hair
    hair_colour: str
    top: str
    trousers: str
    rib: str
    wall: str
    sleeve: float = 0.53
    glasses: bool = False
    beard: bool = False
    smile_lines: bool = False
    build: Build = Build()
    face: Face = PLAIN


_DARK_HAIR = 64  # of 255
_DARK_SKIN = 90

_SLIM = Build(shoulders=0.88, waist=0.87, hips=1.02, arms=0.9, legs=0.95, neck=0.86, bust=0.8)
_CURVED = Build(shoulders=0.89, waist=0.9, hips=1.08, arms=0.94, legs=1.0, neck=0.92, bust=1.0)
_SOFT = Build(shoulders=0.89, waist=1.06, hips=1.07, arms=0.97, legs=1.0, neck=0.95, bust=1.0)
_SLENDER = Build(shoulders=0.98, waist=0.93, hips=0.98, arms=0.96, legs=0.98)
_BROAD = Build(shoulders=1.03, waist=1.0, hips=0.97, arms=1.04, legs=1.08, neck=1.12)
_ROUND = Build(shoulders=1.02, waist=1.2, hips=1.1, arms=1.07, legs=1.12, neck=1.06)

PEOPLE: tuple[Person, ...] = (
    Person(
        id="maya",
        name=str(QT_TRANSLATE_NOOP("People", "Maya")),
        skin="#E8AE8B",
        hair="bun",
        hair_colour="#4E332E",
        top="#DB6B62",
        trousers="#6F4C63",
        rib="#FFF1E2",
        wall="#C7CCD9",
        sleeve=0.51,
        build=_SLIM,
        face=Face(broad=0.97, lids=1.1, brows=0.9),
    ),
    Person(
        id="tom",
        name=str(QT_TRANSLATE_NOOP("People", "Tom")),
        skin="#F2C3A4",
        hair="swept",
        hair_colour="#A5673F",
        top="#72B39A",
        trousers="#3C4A63",
        rib="#3F7470",
        wall="#BFCDD8",
        beard=True,
        build=_BROAD,
        face=Face(broad=1.02, lids=0.8, brows=1.15, arch=0.6, nose=1.1),
    ),
    Person(
        id="amara",
        name=str(QT_TRANSLATE_NOOP("People", "Amara")),
        skin="#8E5B3B",
        hair="curly",
        hair_colour="#2B2022",
        top="#AF9DE0",
        trousers="#2F5B6C",
        rib="#7B66BE",
        wall="#C6D3C3",
        sleeve=0.51,
        build=_CURVED,
        face=Face(lids=1.15, brows=0.95, arch=1.2, nose=1.15, mouth=1.12),
    ),
    Person(
        id="noor",
        name=str(QT_TRANSLATE_NOOP("People", "Noor")),
        skin="#D8976C",
        hair="scarf",
        hair_colour="#7594B3",
        top="#A0AB6A",
        trousers="#516A84",
        rib="#75814A",
        wall="#D2CCD3",
        sleeve=1.86,
        build=_SLIM,
        face=Face(broad=0.965, eyes=1.04, lids=1.2, arch=1.15),
    ),
    Person(
        id="kenji",
        name=str(QT_TRANSLATE_NOOP("People", "Kenji")),
        skin="#EEC098",
        hair="short",
        hair_colour="#2A2730",
        top="#9377A0",
        trousers="#4F4B61",
        rib="#EFF1F0",
        wall="#BBCABB",
        glasses=True,
        build=_SLENDER,
        face=Face(broad=1.03, eyes=0.92, lids=0.9, brows=1.2, arch=0.5),
    ),
    Person(
        id="ruth",
        name=str(QT_TRANSLATE_NOOP("People", "Ruth")),
        skin="#F0C5AE",
        hair="fringe",
        hair_colour="#A9A7AD",
        top="#D09EBD",
        trousers="#48547C",
        rib="#94628C",
        wall="#C3D2CF",
        glasses=True,
        smile_lines=True,
        sleeve=0.51,
        build=_SOFT,
        face=Face(broad=1.03, eyes=0.88, lids=0.85, brows=0.85, arch=0.8, nose=1.08),
    ),
    Person(
        id="samuel",
        name=str(QT_TRANSLATE_NOOP("People", "Samuel")),
        skin="#72482F",
        hair="bald",
        hair_colour="#33292B",
        top="#50ABA4",
        trousers="#39465F",
        rib="#EADCB4",
        wall="#E9DCCA",
        beard=True,
        build=_ROUND,
        face=Face(broad=1.04, eyes=0.96, lids=0.85, brows=1.2, arch=0.7, nose=1.25),
    ),
    Person(
        id="elena",
        name=str(QT_TRANSLATE_NOOP("People", "Elena")),
        skin="#E1A17A",
        hair="bob",
        hair_colour="#6A3F2A",
        top="#9EC08C",
        trousers="#4A6E60",
        rib="#F3F2DF",
        wall="#C0CDD9",
        sleeve=0.51,
        build=_SLIM,
        face=Face(broad=0.95, lids=1.1, arch=1.1, nose=0.92, mouth=0.95),
    ),
)


def person(identifier: str) -> Person:
    """The person of that id; the first one for an id nobody has (an older settings file)."""
    return next((p for p in PEOPLE if p.id == identifier), PEOPLE[0])


def has_dark_hair(who: Person) -> bool:
    """Whether a shadow on the person's hair would hardly show."""
    return _brightness(who.hair_colour) < _DARK_HAIR


def has_dark_skin(who: Person) -> bool:
    """Whether a dark line on the person's skin would hardly show."""
    return _brightness(who.skin) < _DARK_SKIN


def _brightness(colour: str) -> float:
    """How bright #RRGGBB looks, of 255."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue
