"""A large figure that plays one form of a stretch, with its words under it, and can be stopped."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from unhunch.domain.parcel import Picture
from unhunch.domain.stretch import Form, Stretch
from unhunch.figure.motion.motion import Motion
from unhunch.ui.centred import Centred
from unhunch.ui.figure_view import FigureView
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import Guide, guide_of, said
from unhunch.ui.library.words import span
from unhunch.ui.look import Look
from unhunch.ui.picture_view import PictureView
from unhunch.ui.style import SPACE, set_kind

FRAME_MS = 33
WORDS_FROM = 330
"""From this width on, px, the words of the moment have room beside the button."""
LEAST = 150
"""Height below which the figure cannot be read, px."""


class FigureStage(QWidget):
    """Plays a form over and over while it is seen."""

    def __init__(self, look: Look, gallery: Gallery) -> None:
        super().__init__()
        self._look, self._gallery = look, gallery
        self._guide: Guide | None = None
        self._at_s = 0.0
        self._since = QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._advance)
        self.figure = FigureView(look, gallery.artist, self)
        self.figure.setAccessibleName(self.tr("The stretch, shown by a moving figure"))
        self.picture = PictureView(self)
        self.picture.setAccessibleName(self.tr("The picture of the stretch"))
        self.picture.hide()
        self.setMinimumHeight(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.controls = self._controls()
        gallery.changed.connect(self._artist_changed)

    @property
    def is_playing(self) -> bool:
        """Whether the figure moves, or will once it is seen."""
        return self.play_button.isChecked()

    def show_form(self, stretch: Stretch, form: Form) -> None:
        """Play this form; a mere change of dose goes on at the same share of it."""
        before, shown = self._guide, (stretch.id, form)
        if before is not None and (before.stretch.id, before.form) == shown:
            return
        self._guide = guide_of(stretch, form, self._gallery.played(form))
        share = 0.0
        if before is not None and (before.stretch.id, before.form.id) == (stretch.id, form.id):
            share = self._at_s / before.motion.total_s % 1
        self._at_s = share * form.total_s
        self._show_figure(True)
        self._run(self.is_playing and self.isVisible())
        self._since.start()
        self._draw()

    def play(self, stretch: Stretch, form: Form) -> None:
        """Play a form from its start, whatever was shown before."""
        self._guide = None
        self.show_form(stretch, form)

    def hold_still(self, motion: Motion, words: str) -> None:
        """Show the end of a motion, and do not move."""
        self._frames.stop()
        self._guide = None
        self._show_figure(True)
        self.figure.show_motion(motion, motion.total_s - 1e-3, False)
        self.words.setText(said(words))
        self.time.clear()

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture in place of the figure."""
        self.clear()
        self.picture.show_picture(picture, still=self._look.reduced_motion)
        self._show_figure(picture is None)

    def clear(self) -> None:
        """Show nothing."""
        self._frames.stop()
        self._guide = None
        self._show_figure(True)
        self._draw()

    def _show_figure(self, shown: bool) -> None:
        self.figure.setVisible(shown)
        self.picture.setVisible(not shown)
        self.play_button.setVisible(shown)

    def _controls(self) -> QWidget:
        self.play_button = QPushButton(self.tr("Pause"))
        self.play_button.setCheckable(True)
        self.play_button.setChecked(True)
        set_kind(self.play_button, "quiet")
        self.play_button.setAccessibleName(self.tr("Let the figure move"))
        self.play_button.toggled.connect(self._play)
        self.words = Centred()
        set_kind(self.words, "strong")
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing() + 4)
        self.time = QLabel()
        set_kind(self.time, "small")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.time.setMinimumWidth(70)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.play_button)
        line.addWidget(self.words, 1)
        line.addWidget(self.time)
        return holder

    def _play(self, on: bool) -> None:
        self.play_button.setText(self.tr("Pause") if on else self.tr("Play"))
        self._run(on and self.isVisible())

    def _run(self, on: bool) -> None:
        if on and self._guide is not None:
            self._since.start()
            self._frames.start()
        else:
            self._frames.stop()

    def _advance(self) -> None:
        self._at_s += self._since.restart() / 1000
        self._draw()

    def _draw(self) -> None:
        if self._guide is None:
            self.figure.clear()
            self.words.clear()
            self.time.clear()
            return
        at_s = self._at_s % self._guide.motion.total_s
        self.figure.show_motion(self._guide.motion, at_s, self._look.reduced_motion)
        words = self._guide.at(at_s).words
        if words != self.words.text():
            self.words.setText(words)
        self.time.setText(f"{span(at_s)}")

    def _artist_changed(self) -> None:
        self.figure.set_artist(self._gallery.artist)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.setVisible(self.width() >= WORDS_FROM)
        self.figure.setGeometry(self.rect())
        self.picture.setGeometry(self.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run(self.is_playing)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run(False)
