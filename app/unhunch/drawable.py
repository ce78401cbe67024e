"""Whether the figure can play a stretch: asked before a stretch of one's own is saved or taken in."""

from unhunch.domain.stretch import Stretch
from unhunch.figure.motion.motion import Motion, MotionError


def drawing_problem(stretch: Stretch) -> str | None:
    """Return in one sentence why the figure cannot play one of the stretch's forms, or None."""
    for form in stretch.forms:
        if not form.has_figure:
            continue
        try:
            Motion.from_mapping(form.motion)
        except MotionError as error:
            return f"The form “{form.id}” of the stretch “{stretch.id}” cannot be drawn: {error}"
    return None
