"""`unhunch figure`: the authors' tools: contact sheets, a looping player, and the geometric checks."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QElapsedTimer, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from unhunch.adapters.display import missing_display
from unhunch.adapters.files import check_writable, write_out
from unhunch.adapters.paths import Paths
from unhunch.adapters.signals import SignalWatch
from unhunch.adapters.stretch_files import SUFFIX, StretchFolder
from unhunch.commands.outcome import DONE, FAILED, WRONG_USAGE, failed
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form, Stretch, StretchError, parse
from unhunch.drawable import drawing_problem
from unhunch.figure import themes
from unhunch.figure.check import check
from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.figure.movie import movie
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE, person
from unhunch.figure.sheet import sheet
from unhunch.resources import stretches_dir
from unhunch.services.library import Library
from unhunch.ui.palette import DARK, LIGHT

PLAY_PX = 640
FRAME_MS = 16


class _UsageError(Exception):
    """What was asked for is not there; the text is one sentence."""


def run_sheet(stretch: str, out: Path, *, form: str | None, frames: int, theme: str, who: str | None) -> int:
    """Draw a contact sheet of a stretch into a PNG file; return the exit code."""
    try:
        motion = _motion(_found(stretch, form))
        painter = _painter(theme, who)
    except _UsageError as error:
        return failed(error, WRONG_USAGE)
    if problem := _unwritable(out):
        return failed(problem)
    _gui()
    image = sheet(motion, painter, frames=frames)
    return _saved(_png(image), out, f"{image.width()} x {image.height()}")


def run_movie(
    stretch: str,
    out: Path,
    *,
    between_s: tuple[float, float] | None,
    hold_s: float | None,
    frames_per_s: int,
    size: int,
    form: str | None,
    theme: str,
    who: str | None,
) -> int:
    """Write a stretch, or the seconds named of it, as an animated PNG; return the exit code."""
    try:
        motion = _motion(_found(stretch, form))
        painter = _painter(theme, who)
        from_s, to_s = between_s or (0.0, motion.total_s)
        if not 0 <= from_s < to_s <= motion.total_s:
            raise _UsageError(
                f"“{stretch}” runs from 0 to {motion.total_s:g} s; {from_s:g} to {to_s:g} is not in it."
            )
    except _UsageError as error:
        return failed(error, WRONG_USAGE)
    if problem := _unwritable(out):  # before minutes of painting
        return failed(problem)
    _gui()
    ground = (DARK if theme.startswith("dark") else LIGHT).ground
    made = movie(
        motion,
        painter,
        ground=ground,
        from_s=from_s,
        to_s=to_s,
        frames_per_s=frames_per_s,
        side_px=size,
        hold_s=hold_s,
    )
    return _saved(made, out, f"{len(made) // 1024} KB")


def run_play(stretch: str, *, form: str | None, theme: str, who: str | None) -> int:
    """Show a stretch moving, over and over, until the window is closed or Ctrl+C; return the exit code."""
    try:
        chosen, painter = _found(stretch, form), _painter(theme, who)
        motion = _motion(chosen)
    except _UsageError as error:
        return failed(error, WRONG_USAGE)
    if missing := missing_display():
        return failed(missing)
    app = QApplication(sys.argv[:1])
    player = _Player(motion, painter)
    player.setWindowTitle(f"{stretch} ({chosen.id})")
    player.resize(PLAY_PX, PLAY_PX)
    player.show()
    signals = SignalWatch(app.quit)
    code = app.exec()
    signals.stop()
    return code


def run_check(names: tuple[str, ...]) -> int:
    """Check the geometry of the named stretches, or of all, the person's own too; return the exit code."""
    try:
        stretches = [_stretch(name) for name in names] or list(_library())
    except _UsageError as error:
        return failed(error, WRONG_USAGE)
    code = DONE
    for problem in _library().problems if not names else ():
        code = failed(problem)
    for stretch in stretches:
        if (undrawn := drawing_problem(stretch)) is not None:
            code = failed(undrawn)
            continue
        for form in stretch.forms:
            findings = check(_motion(form)) if form.has_figure else []
            order = "" if findings else "in order" if form.has_figure else "no figure"
            print(f"{stretch.id} ({form.id}): {order}")
            for finding in findings:
                print(f"  {finding.at_s:.1f} s: {finding.text}")
                code = FAILED
    return code


class _Player(QWidget):
    """Shows a motion in a loop."""

    def __init__(self, motion: Motion, painter: FigurePainter) -> None:
        super().__init__()
        self._motion = motion
        self._painter = painter
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.update)
        self._tick.start(FRAME_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t_s = self._since.elapsed() / 1000 % self._motion.total_s
        painter = QPainter(self)
        self._painter.paint(
            painter,
            QRectF(self.rect()),
            self._motion.sample(t_s),
            device_pixel_ratio=self.devicePixelRatioF(),
        )
        painter.end()


def _library() -> Library:
    shipped = stretches_dir()
    return Library(StretchFolder(shipped, Paths.of_user().own_stretches, Settings().stretches.enabled))


def _stretch(name: str) -> Stretch:
    """Return a stretch by its id, or from a file that is named."""
    path = Path(name)
    if path.suffix == SUFFIX or os.path.isfile(name):
        return _of_file(path)
    library = _library()
    found = library.get(name)
    if found is None:
        known = ", ".join(stretch.id for stretch in library)
        raise _UsageError(f"There is no stretch “{name}”; there are {known}.")
    return found


def _of_file(path: Path) -> Stretch:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise _UsageError(f"{path} is no file.")
        return parse(path.stem, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise _UsageError(f"{path} is not text in UTF-8.") from error
    except StretchError as error:
        raise _UsageError(str(error)) from error


def _found(name: str, form_id: str | None) -> Form:
    stretch = _stretch(name)
    forms = {form.id: form for form in stretch.forms}
    if form_id is not None and form_id not in forms:
        raise _UsageError(f"“{name}” has no form “{form_id}”; it has {', '.join(forms)}.")
    return forms[form_id] if form_id is not None else stretch.forms[0]


def _motion(form: Form) -> Motion:
    if not form.has_figure:
        raise _UsageError(f"The form “{form.id}” has words alone, no figure.")
    try:
        return Motion.from_mapping(form.motion)
    except MotionError as error:
        raise _UsageError(f"The form “{form.id}” cannot be drawn: {error}") from error


def _painter(theme: str, who: str | None) -> FigurePainter:
    if who is not None and who not in {one.id for one in PEOPLE}:
        raise _UsageError(f"There is no person “{who}”; there are {', '.join(one.id for one in PEOPLE)}.")
    high_contrast = theme.endswith("contrast")
    chosen = themes.theme(dark=theme.startswith("dark"), high_contrast=high_contrast)
    return FigurePainter(person(who or ""), chosen)


def _gui() -> QGuiApplication:
    """Make a Qt application that needs no screen, whatever the desktop asks Qt for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])


def _unwritable(out: Path) -> str | None:
    """Return why nothing can be written to `out`, in one sentence; what it holds stays as it is."""
    try:
        check_writable(out)
    except OSError as error:
        return _not_written(out, error)
    return None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _saved(made: bytes, out: Path, told: str) -> int:
    try:
        write_out(out, made)
    except OSError as error:
        return failed(_not_written(out, error))
    print(f"{out}: {told}")
    return DONE


def _not_written(out: Path, error: OSError) -> str:
    return f"{out} cannot be written: {error.strerror or error}."
