"""Silhouettes of the key poses, coarse on purpose: a pose that breaks is seen, a nicer sleeve is not.

`PYTHONPATH=app python -m tests.figure.silhouettes` writes the stored ones anew; look at the
difference before you keep it.
"""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from tests.library import FORMS, form_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE
from unhunch.figure.sheet import different_steps

GOLDENS = Path(__file__).with_name("goldens")
SIZE = 48
FACTOR = 3
_DIFFERENT = 45


def silhouettes(stretch: str, form: str) -> dict[str, list[str]]:
    """For each step that looks different, in the middle of its hold: rows of `#` and `.`."""
    chosen = form_of(stretch, form)
    motion = Motion.from_mapping(chosen.motion)
    painter = FigurePainter(PEOPLE[0])
    found = {}
    for i in different_steps(motion):
        step = motion.steps[i]
        t_s = motion.starts_at_s(i) + step.move_s + 0.5 * step.hold_s - 1e-6
        side = " left" if step.mirror else ""
        found[f"{i + 1} {chosen.motion['steps'][i]['pose']}{side}"] = _rows(motion, painter, t_s)
    return found


def _rows(motion: Motion, painter: FigurePainter, t_s: float) -> list[str]:
    """Where the person covers the ground: what differs from the picture without the person."""
    with_person, without = (_picture(motion, painter, t_s, opacity) for opacity in (1.0, 0.0))
    rows = []
    for y in range(SIZE):
        row = ""
        for x in range(SIZE):
            a, b = with_person.pixelColor(x, y), without.pixelColor(x, y)
            off = max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue()))
            row += "#" if off > _DIFFERENT else "."
        rows.append(row)
    return rows


def _picture(motion: Motion, painter: FigurePainter, t_s: float, opacity: float) -> QImage:
    image = QImage(SIZE * FACTOR, SIZE * FACTOR, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    on_image = QPainter(image)
    rect = QRectF(0, 0, SIZE * FACTOR, SIZE * FACTOR)
    painter.paint(on_image, rect, motion.sample(t_s), cues=False, opacity=opacity)
    on_image.end()
    return image.scaledToWidth(SIZE)


def write(stretch: str, form: str) -> None:
    """Store the silhouettes of a form."""
    blocks = [f"{name}\n" + "\n".join(rows) + "\n" for name, rows in silhouettes(stretch, form).items()]
    (GOLDENS / f"{stretch}-{form}.txt").write_text("\n".join(blocks), "utf-8")


def read(stretch: str, form: str) -> dict[str, list[str]]:
    """The stored silhouettes of a form."""
    blocks = (GOLDENS / f"{stretch}-{form}.txt").read_text("utf-8").split("\n\n")
    return {lines[0]: lines[1:] for lines in (block.strip("\n").split("\n") for block in blocks)}


def overlap(a: list[str], b: list[str]) -> float:
    """Intersection over union of two silhouettes."""
    pairs = [
        (p == "#", q == "#") for one, other in zip(a, b, strict=True) for p, q in zip(one, other, strict=True)
    ]
    either = sum(p or q for p, q in pairs)
    return sum(p and q for p, q in pairs) / either if either else 0.0


if __name__ == "__main__":
    app = QGuiApplication([])
    for names in FORMS:
        write(*names)
