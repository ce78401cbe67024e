"""Every setting of the program: its type, default, bounds, unit and words, declared once.

The file, the settings window and the command line all read them from here. A value out of bounds is
refused and never clipped. `extra` names the unit and, for texts with a form of their own, the form.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from unhunch.domain.body import Area, Condition
from unhunch.domain.text import QT_TRANSLATE_NOOP

SCHEMA = 1
"""Version of the settings file's layout."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Seconds = float
Minutes = float
Texts = tuple[str, ...]

VARIED = "varied"
"""In the place of a routine's name: all of one's stretches, brought round fairly."""


def _meta(unit: str, low: float, high: float, title: str, description: str) -> Meta:
    return Meta(ge=low, le=high, title=title, description=description, extra={"unit": unit})


def _words(title: str, description: str, form: str = "") -> Meta:
    return Meta(title=title, description=description, extra={"form": form} if form else None)


class Timing(Struct, frozen=True, kw_only=True):
    """The numbers of the rules of time."""

    away_after_s: Annotated[
        Seconds,
        _meta(
            "s",
            15,
            1800,
            QT_TRANSLATE_NOOP("Settings", "Away after"),
            QT_TRANSLATE_NOOP("Settings", "Silence longer than this counts as being away from the desk."),
        ),
    ] = 120
    rest_s: Annotated[
        Seconds,
        _meta(
            "s",
            15,
            7200,
            QT_TRANSLATE_NOOP("Settings", "A full rest takes"),
            QT_TRANSLATE_NOOP("Settings", "Being away this long counts as a break."),
        ),
    ] = 300
    warn_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            600,
            QT_TRANSLATE_NOOP("Settings", "Notice before a break"),
            QT_TRANSLATE_NOOP("Settings", "A small card counts down this long before the break is due."),
        ),
    ] = 60
    gap_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            60,
            QT_TRANSLATE_NOOP("Settings", "Wait for a pause in typing"),
            QT_TRANSLATE_NOOP(
                "Settings", "A break opens once the keyboard and mouse have been still this long."
            ),
        ),
    ] = 5
    gap_max_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            1800,
            QT_TRANSLATE_NOOP("Settings", "Wait at most"),
            QT_TRANSLATE_NOOP(
                "Settings", "A break that is due waits no longer than this for a pause in typing."
            ),
        ),
    ] = 120
    settle_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            600,
            QT_TRANSLATE_NOOP("Settings", "Settle after returning"),
            QT_TRANSLATE_NOOP(
                "Settings", "Nothing is shown this soon after the screen was locked or asleep."
            ),
        ),
    ] = 60
    merge_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            3600,
            QT_TRANSLATE_NOOP("Settings", "Join breaks that are close"),
            QT_TRANSLATE_NOOP("Settings", "Two breaks that fall due this close together become one."),
        ),
    ] = 120
    release_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            600,
            QT_TRANSLATE_NOOP("Settings", "Wait after a meeting or full screen"),
            QT_TRANSLATE_NOOP("Settings", "A held break comes once the reason has been gone this long."),
        ),
    ] = 30
    silent_present_s: Annotated[
        Seconds,
        _meta(
            "s",
            0,
            14400,
            QT_TRANSLATE_NOOP("Settings", "Listening or watching counts"),
            QT_TRANSLATE_NOOP(
                "Settings", "In a meeting or film, silence counts as desk time for at most this long."
            ),
        ),
    ] = 3600
    snooze_min: Annotated[
        Minutes,
        _meta(
            "min",
            1,
            120,
            QT_TRANSLATE_NOOP("Settings", "Snooze for"),
            QT_TRANSLATE_NOOP("Settings", "A snoozed break comes back after this long."),
        ),
    ] = 5
    snooze_limit: Annotated[
        int,
        _meta(
            "times",
            0,
            20,
            QT_TRANSLATE_NOOP("Settings", "Snoozes per break"),
            QT_TRANSLATE_NOOP("Settings", "After so many snoozes a shorter version is offered instead."),
        ),
    ] = 2
    day_starts: Annotated[
        str,
        _words(
            QT_TRANSLATE_NOOP("Settings", "A new day starts at"),
            QT_TRANSLATE_NOOP("Settings", "“Pause until tomorrow” ends at this time."),
            form="time",
        ),
    ] = "05:00"


EveryMin = Annotated[
    Minutes,
    _meta(
        "min",
        1,
        480,
        QT_TRANSLATE_NOOP("Settings", "Desk time between breaks"),
        QT_TRANSLATE_NOOP("Settings", "Time really spent at the desk until this break is due."),
    ),
]
StretchCount = Annotated[
    int,
    _meta(
        "stretches",
        1,
        20,
        QT_TRANSLATE_NOOP("Settings", "Stretches in a break"),
        QT_TRANSLATE_NOOP("Settings", "How many of your stretches one break shows."),
    ),
]
LengthS = Annotated[
    Seconds,
    _meta(
        "s",
        5,
        3600,
        QT_TRANSLATE_NOOP("Settings", "Length of the break"),
        QT_TRANSLATE_NOOP("Settings", "A plain pause of this length, or the time its stretches must fit."),
    ),
]
RestS = Annotated[
    Seconds,
    _meta(
        "s",
        15,
        7200,
        QT_TRANSLATE_NOOP("Settings", "A full rest takes"),
        QT_TRANSLATE_NOOP("Settings", "Being away this long counts as this break."),
    ),
]


class Rhythm(Struct, frozen=True, kw_only=True):
    """A kind of break: `stretches` of them, or a plain pause of `length_s`; with both it takes `length_s`."""

    enabled: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "On"),
            QT_TRANSLATE_NOOP("Settings", "Whether this break comes at all."),
        ),
    ] = True
    every_min: EveryMin = 45
    stretches: StretchCount | None = None
    length_s: LengthS | None = None
    rest_s: RestS | None = None
    routine: Annotated[
        str,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Shows"),
            QT_TRANSLATE_NOOP(
                "Settings", "Your stretches in their order, “varied”, or one of your routines by its name."
            ),
        ),
    ] = ""
    strict: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "No skipping"),
            QT_TRANSLATE_NOOP("Settings", "Holding Esc for two seconds always ends an open break."),
        ),
    ] = False


def _day(title: str) -> Meta:
    return _words(
        title,
        QT_TRANSLATE_NOOP("Settings", "Ranges such as 09:00-12:30; 22:00-02:00 runs into the next day."),
        form="ranges",
    )


class Hours(Struct, frozen=True, kw_only=True):
    """Working hours: for each weekday, ranges such as "09:00-12:30"; the end is exclusive."""

    enabled: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Only in working hours"),
            QT_TRANSLATE_NOOP("Settings", "Outside these hours no break comes."),
        ),
    ] = False
    mon: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Monday"))] = ("09:00-17:00",)
    tue: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Tuesday"))] = ("09:00-17:00",)
    wed: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Wednesday"))] = ("09:00-17:00",)
    thu: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Thursday"))] = ("09:00-17:00",)
    fri: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Friday"))] = ("09:00-17:00",)
    sat: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Saturday"))] = ()
    sun: Annotated[Texts, _day(QT_TRANSLATE_NOOP("Settings", "Sunday"))] = ()


class Holds(Struct, frozen=True, kw_only=True):
    """Which reasons keep breaks back."""

    meeting: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Hold breaks in a meeting"),
            QT_TRANSLATE_NOOP("Settings", "While the camera or microphone is in use."),
        ),
    ] = True
    fullscreen: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Hold breaks in full screen"),
            QT_TRANSLATE_NOOP("Settings", "While a film, game or talk fills the screen."),
        ),
    ] = True
    dnd: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Hold breaks in do-not-disturb"),
            QT_TRANSLATE_NOOP("Settings", "While your desktop's do-not-disturb is on."),
        ),
    ] = True
    excluded_apps: Annotated[
        Texts,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Hold breaks in these programs"),
            QT_TRANSLATE_NOOP("Settings", "While one of them is in front."),
            form="names",
        ),
    ] = ()


class DoseChange(Struct, frozen=True, kw_only=True):
    """How much of one stretch, where that differs from its file; None: as its file says."""

    repeats: (
        Annotated[
            int,
            _meta(
                "times",
                1,
                20,
                QT_TRANSLATE_NOOP("Settings", "Repeats"),
                QT_TRANSLATE_NOOP("Settings", "How often it is done, on each side where there are two."),
            ),
        ]
        | None
    ) = None
    hold_s: (
        Annotated[
            Seconds,
            _meta(
                "s",
                1,
                120,
                QT_TRANSLATE_NOOP("Settings", "Hold"),
                QT_TRANSLATE_NOOP("Settings", "How long the stretch is held each time."),
            ),
        ]
        | None
    ) = None
    speed: Annotated[
        float,
        _meta(
            "times",
            0.5,
            2,
            QT_TRANSLATE_NOOP("Settings", "Speed"),
            QT_TRANSLATE_NOOP("Settings", "How fast the movements between the holds are; 1 is the usual."),
        ),
    ] = 1


class Routine(Struct, frozen=True, kw_only=True):
    """A named sequence of stretches with its own order and doses. `dose`: by the stretch's id."""

    title: Annotated[
        str,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Title"),
            QT_TRANSLATE_NOOP("Settings", "What the routine is called; empty: its name."),
        ),
    ] = ""
    stretches: Annotated[
        Texts,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Stretches of the routine"),
            QT_TRANSLATE_NOOP("Settings", "In their order; one may come more than once."),
            form="names",
        ),
    ] = ()
    dose: dict[str, DoseChange] = msgspec.field(default_factory=dict)


WEIGHT = _meta(
    "times",
    0.25,
    4,
    QT_TRANSLATE_NOOP("Settings", "More of this"),
    QT_TRANSLATE_NOOP("Settings", "How often “varied” brings this stretch, beside the others."),
)
WEIGHT_DEFAULT = 1.0


class StretchChoice(Struct, frozen=True, kw_only=True):
    """Which stretches appear, in which order, how much of each. `weight` and `dose`: by the stretch's id."""

    enabled: Annotated[
        Texts,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Your stretches"),
            QT_TRANSLATE_NOOP(
                "Settings", "Breaks show them in this order, going on where the last one stopped."
            ),
            form="names",
        ),
    ] = ("shoulder-roll", "neck-flexion", "overhead-reach")
    floor_space: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "I have room on the floor"),
            QT_TRANSLATE_NOOP("Settings", "Offers the stretches on a mat as well."),
        ),
    ] = False
    standing: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "I can stand up for a stretch"),
            QT_TRANSLATE_NOOP("Settings", "Off: only what can be done without standing up is shown."),
        ),
    ] = True
    careful: Annotated[
        tuple[Condition, ...],
        _words(
            QT_TRANSLATE_NOOP("Settings", "Be careful with"),
            QT_TRANSLATE_NOOP(
                "Settings",
                "Unsuitable stretches are left out, or shown in a gentler form if there is one.",
            ),
            form="names",
        ),
    ] = ()
    sore: Annotated[
        tuple[Area, ...],
        _words(
            QT_TRANSLATE_NOOP("Settings", "Where it is sore"),
            QT_TRANSLATE_NOOP("Settings", "“Varied” favours stretches for these areas."),
            form="names",
        ),
    ] = ()
    weight: dict[str, Annotated[float, WEIGHT]] = msgspec.field(default_factory=dict)
    dose: dict[str, DoseChange] = msgspec.field(default_factory=dict)


class Appearance(Struct, frozen=True, kw_only=True):
    """How the windows look."""

    theme: Annotated[
        Literal["system", "light", "dark", "contrast"],
        _words(
            QT_TRANSLATE_NOOP("Settings", "Theme"),
            QT_TRANSLATE_NOOP("Settings", "Light, dark, high contrast, or as your desktop has it."),
        ),
    ] = "system"
    break_window: Annotated[
        Literal["full", "card"],
        _words(
            QT_TRANSLATE_NOOP("Settings", "Break window"),
            QT_TRANSLATE_NOOP("Settings", "Fills the screen, or sits in the middle of it."),
        ),
    ] = "full"
    dim_other_screens: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Dim the other screens"),
            QT_TRANSLATE_NOOP("Settings", "Covers every other screen during a break."),
        ),
    ] = True
    motion: Annotated[
        Literal["system", "full", "reduced"],
        _words(
            QT_TRANSLATE_NOOP("Settings", "Movement"),
            QT_TRANSLATE_NOOP("Settings", "Reduced movement fades from pose to pose."),
        ),
    ] = "system"
    person: Annotated[
        str,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Person"),
            QT_TRANSLATE_NOOP("Settings", "Who shows you the stretches."),
        ),
    ] = ""
    posture: Annotated[
        Literal["standing", "sitting"],
        _words(
            QT_TRANSLATE_NOOP("Settings", "I stretch"),
            QT_TRANSLATE_NOOP("Settings", "Shows the form for standing or sitting where there are both."),
        ),
    ] = "standing"


class Sound(Struct, frozen=True, kw_only=True):
    """What is heard."""

    enabled: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Sound"),
            QT_TRANSLATE_NOOP("Settings", "A soft chime when a break starts and ends."),
        ),
    ] = True


class Startup(Struct, frozen=True, kw_only=True):
    """How the program starts."""

    at_login: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Start at login"),
            QT_TRANSLATE_NOOP("Settings", "Unhunch starts with your desktop session."),
        ),
    ] = False


class Welcome(Struct, frozen=True, kw_only=True):
    """What the program has shown once."""

    done: Annotated[
        bool,
        _words(
            QT_TRANSLATE_NOOP("Settings", "Welcome seen"),
            QT_TRANSLATE_NOOP("Settings", "Off: the welcome pages come at the next start."),
        ),
    ] = False


def shipped_routines() -> dict[str, Routine]:
    """Return the routines that come with the program, in their order."""
    return {
        "desk": Routine(
            title=QT_TRANSLATE_NOOP("Routines", "Desk"),
            stretches=("shoulder-roll", "neck-flexion", "overhead-reach"),
        ),
        "after-lunch": Routine(
            title=QT_TRANSLATE_NOOP("Routines", "After lunch"),
            stretches=("overhead-reach", "wall-stretch", "shoulder-roll", "cat-cow"),
        ),
        "on-the-mat": Routine(
            title=QT_TRANSLATE_NOOP("Routines", "On the mat"),
            stretches=("cat-cow", "childs-pose", "thread-the-needle", "trunk-rotation", "knee-to-chest"),
        ),
    }


def shipped_rhythms() -> dict[str, Rhythm]:
    """Return the rhythms that come with the program, in their order."""
    return {
        "stretch": Rhythm(every_min=45, stretches=3),
        "eyes": Rhythm(enabled=False, every_min=20, length_s=20, rest_s=20),
    }


class Settings(Struct, frozen=True, kw_only=True):
    """All settings, as one value. Its dotted keys ("rhythm.stretch.every_min") are those of the file."""

    schema: int = SCHEMA
    timing: Timing = Timing()
    rhythm: dict[str, Rhythm] = msgspec.field(default_factory=shipped_rhythms)
    hours: Hours = Hours()
    holds: Holds = Holds()
    stretches: StretchChoice = StretchChoice()
    routine: dict[str, Routine] = msgspec.field(default_factory=shipped_routines)
    appearance: Appearance = Appearance()
    sound: Sound = Sound()
    startup: Startup = Startup()
    welcome: Welcome = Welcome()
