"""The shipped stretches, read once."""

from unhunch.domain.stretch import Form, Stretch, parse
from unhunch.figure.motion.motion import Motion
from unhunch.resources import stretches_dir


def shipped() -> dict[str, Stretch]:
    """Every shipped stretch by its id."""
    files = sorted(stretches_dir().glob("*.toml"))
    return {file.stem: parse(file.stem, file.read_text(encoding="utf-8")) for file in files}


STRETCHES = shipped()
FORMS = [(stretch.id, form.id) for stretch in STRETCHES.values() for form in stretch.forms]
"""The ids of every stretch with those of each of its forms."""


def form_of(stretch: str, form: str = "") -> Form:
    """A form of a shipped stretch by their ids; the first one if none is named."""
    forms = STRETCHES[stretch].forms
    return next(each for each in forms if each.id == form) if form else forms[0]


def motion_of(stretch: str, form: str = "") -> Motion:
    """How it moves."""
    return Motion.from_mapping(form_of(stretch, form).motion)
