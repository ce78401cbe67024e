"""Shows a picture of the person's own: still or moving, never larger than the place it has."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QMovie, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.domain.parcel import Picture
from unhunch.domain.picture import MAX_PIXELS

LARGEST = 1600
"""No picture is unpacked larger than this, px a side."""
MOVING = ("gif", "webp")


def kind_of(picture: Picture) -> str:
    """Return the kind of a picture: "png", "svg", ..."""
    return picture.name.rpartition(".")[2].lower()


def read_picture(picture: Picture, room: QSize) -> QImage:
    """Return the picture no larger than `room`, px; a null image where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind_of(picture).encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return QImage()
    room = room.boundedTo(QSize(LARGEST, LARGEST))
    grows = kind_of(picture) == "svg"
    if grows or size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read()


class PictureView(QWidget):
    """A picture in the middle of its place; it moves while it is seen, if it can and may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image = QImage()
        self._for = QSize()
        self._movie: QMovie | None = None
        self._buffer: QBuffer | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._picture is None

    def show_picture(self, picture: Picture | None, *, still: bool = False) -> None:
        """Show another picture, or none; `still`: its first frame only."""
        if picture == self._picture:
            return
        self._stop()
        self._picture, self._image, self._for = picture, QImage(), QSize()
        if picture is not None and not still and kind_of(picture) in MOVING:
            self._begin(picture)
        self.update()

    def _begin(self, picture: Picture) -> None:
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(picture.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        movie = QMovie(self._buffer, QByteArray(kind_of(picture).encode()), self)
        if not movie.isValid() or movie.frameCount() == 1:
            self._stop()
            return
        self._movie = movie
        movie.frameChanged.connect(self.update)
        movie.start()
        movie.setPaused(not self.isVisible())

    def _stop(self) -> None:
        if self._movie is not None:
            self._movie.stop()
            self._movie.deleteLater()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._movie, self._buffer = None, None

    def showEvent(self, _event: object) -> None:
        if self._movie is not None:
            self._movie.setPaused(False)

    def hideEvent(self, _event: object) -> None:
        if self._movie is not None:
            self._movie.setPaused(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        image = self._now()
        if image.isNull():
            return
        fits = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, fits.width(), fits.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(box, 12, 12)
        painter.setClipPath(outline)
        painter.drawImage(box, image)
        painter.end()

    def _now(self) -> QImage:
        if self._movie is not None:
            return self._movie.currentImage()
        room = self.size() * self.devicePixelRatioF()
        if self._picture is not None and room != self._for:
            self._image, self._for = read_picture(self._picture, room), room
        return self._image
