"""The stretches as the windows show them: guides, the painter of the chosen person, and stills."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap

from unhunch.domain.parcel import Picture
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form, Stretch
from unhunch.domain.suitability import verdict
from unhunch.figure import themes
from unhunch.figure.kept import forget_kept
from unhunch.figure.motion.motion import Moment
from unhunch.figure.people import PEOPLE, Person, person
from unhunch.ui.guide import Guide, guide_of
from unhunch.ui.look import Look
from unhunch.ui.picture_view import read_picture

if TYPE_CHECKING:
    from unhunch.figure.painter import FigurePainter

STILLS_KEPT = 40
RESTS_LIKE = "shoulder-roll"
"""The stretch whose standing and sitting figure stands in where a stretch has none."""
TELLS_FROM = 72
"""A still whose shorter side is less than this, px, has no arrows: they would be crumbs."""
PORTRAIT_OF = "neck-flexion"
"""The stretch whose first moment shows head and shoulders from in front."""


def no_picture(_stretch: Stretch) -> Picture | None:
    """Find no picture."""
    return None


class Gallery(QObject):
    """Finds, caches and paints; emits `changed` when the person, a form or the theme did."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        find: Callable[[str], Stretch | None],
        settings: Settings | None = None,
        pictures: Callable[[Stretch], Picture | None] = no_picture,
    ) -> None:
        """`pictures` finds the picture of a stretch of the person's own."""
        super().__init__()
        self._pictures = pictures
        self._look, self._find = look, find
        self._settings = settings or Settings()
        self._guides: dict[tuple[str, str], Guide | None] = {}
        self._stills: dict[tuple[str, QSize, float], QPixmap] = {}
        self._portraits: dict[tuple[str, QSize, float], QPixmap] = {}
        self._artist: FigurePainter | None = None
        look.changed.connect(self._portraits.clear)
        look.changed.connect(self._start_over)

    @property
    def artist(self) -> FigurePainter:
        """Who paints the chosen person in the theme worn."""
        if self._artist is None:
            self._artist = self._hire(person(self._settings.appearance.person))
        return self._artist

    def set_settings(self, settings: Settings) -> None:
        """Take over the settings: another person, and which form and dose of each stretch suits."""
        before, self._settings = self._settings, settings
        reads = (before.stretches, before.routine, before.appearance.posture)
        if reads != (settings.stretches, settings.routine, settings.appearance.posture):
            self.forget()
        elif before.appearance.person != settings.appearance.person:
            self._start_over()

    def forget(self) -> None:
        """Read every stretch anew: the files or what suits the person changed."""
        self._guides.clear()
        self._start_over()

    def guide(self, stretch_id: str, routine: str = "") -> Guide | None:
        """Return the guide to a stretch in the form that suits; None where there is no such stretch.

        `routine`: the name of the routine that shows it, which may have a dose of its own.
        """
        key = (stretch_id, routine if routine in self._settings.routine else "")
        if key not in self._guides:
            self._guides[key] = self._read(*key)
        return self._guides[key]

    def still(self, stretch_id: str, size: QSize, ratio: float) -> QPixmap | None:
        """Return a still of a stretch, `size` in px; None where there is no such stretch."""
        guide = self.guide(stretch_id)
        if guide is None:
            return None
        if guide.picture is not None:
            return self._kept((stretch_id, size, ratio), partial(_picture, guide.picture, size, ratio))
        return self._kept((stretch_id, size, ratio), partial(self._paint, guide.still, size, ratio))

    def waiting(self, size: QSize, ratio: float) -> QPixmap | None:
        """Return somebody who does nothing yet, `size` in px."""
        guide = self.guide(RESTS_LIKE)
        if guide is None:
            return None
        return self._kept(("", size, ratio), partial(self._paint, guide.motion.sample(0.0), size, ratio))

    def _kept(self, key: tuple[str, QSize, float], make: Callable[[], QPixmap]) -> QPixmap:
        if key not in self._stills:
            if len(self._stills) >= STILLS_KEPT:
                self._stills.clear()
            self._stills[key] = make()
        return self._stills[key]

    def _paint(self, moment: Moment, size: QSize, ratio: float) -> QPixmap:
        return _paint(self.artist, moment, size, ratio)

    def portrait(self, who: Person, size: QSize, ratio: float) -> QPixmap | None:
        """Return head and shoulders of somebody, `size` in px."""
        guide = self.guide(PORTRAIT_OF)
        if guide is None:
            return None
        key = (who.id, size, ratio)
        if key not in self._portraits:
            self._portraits[key] = _paint(self._hire(who), guide.motion.sample(0.0), size, ratio)
        return self._portraits[key]

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody there is to choose from."""
        return PEOPLE

    def clear(self) -> None:
        """Keep no picture, nor what was worked out of a motion: they come again when they are asked for."""
        self._guides.clear()
        self._stills.clear()
        self._portraits.clear()
        self._artist = None
        forget_kept()

    def _read(self, stretch_id: str, routine: str) -> Guide | None:
        stretch = self._find(stretch_id)
        if stretch is None:
            return None
        form = verdict(stretch, self._settings, routine).form
        picture = None if form.has_figure else self._pictures(stretch)
        return guide_of(stretch, form, self.played(form), picture)

    def played(self, form: Form) -> dict[str, Any]:
        """Return what the figure plays: of a stretch without a figure somebody who waits while words tell."""
        resting = self._find(RESTS_LIKE)
        if form.has_figure or resting is None:
            return form.motion
        calm = resting.form_for("standing" if form.place == "standing" else "sitting").drawn
        steps = [{"pose": "rest", "move_s": step.move_s, "hold_s": step.hold_s} for step in form.steps]
        return {**calm, "poses": {"rest": {}}, "steps": steps}

    def _hire(self, who: Person) -> FigurePainter:
        # Only when somebody is to be painted: an idle tray does without the painter's code.
        from unhunch.figure.painter import FigurePainter  # noqa: PLC0415

        worn = self._look.theme
        theme = themes.theme(worn.dark, high_contrast=worn.name == "contrast")
        return FigurePainter(who, theme, transparent=True)

    def _start_over(self) -> None:
        self._artist = None
        self._stills.clear()
        self.changed.emit()


def _paint(artist: FigurePainter, moment: Moment, size: QSize, ratio: float) -> QPixmap:
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    box = QRectF(0, 0, size.width(), size.height())
    told = min(size.width(), size.height()) >= TELLS_FROM
    artist.paint(painter, box, moment, cues=told, device_pixel_ratio=ratio)
    painter.end()
    return drawn


def _picture(picture: Picture, size: QSize, ratio: float) -> QPixmap:
    """Return a picture in the middle of a still."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    image = read_picture(picture, size * ratio)
    if not image.isNull():
        painter = QPainter(drawn)
        box = QRectF(0, 0, image.width() / ratio, image.height() / ratio)
        box.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
        painter.drawImage(box, image)
        painter.end()
    return drawn
