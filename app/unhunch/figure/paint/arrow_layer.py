"""The arrows of a picture: over the body, behind the head, or beneath all of it; kept from one frame to the
next while they stay.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from unhunch.figure.ink.newest import OF_KEYS, Newest
from unhunch.figure.motion.motion import Moment
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.paint.arrows import (
    Arrow,
    ArrowLook,
    arrows_picture,
    hidden_share,
    paint_arrows,
    shaped,
)
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose
from unhunch.figure.themes import Theme

# As much of an arrow's head is hidden when it does not tell any more where the arrow goes.
_SAYS_NOTHING = 0.5


_Shapes = tuple[list[Arrow], list[Arrow]]


class ArrowLayer:
    """Paints the arrows of moments; `outline` is that of the head in a pose, as a camera sees it (pixels).

    It is asked for every frame, so the last answers are kept.
    """

    def __init__(self, theme: Theme, outline: Callable[[Pose, Camera], QPainterPath]) -> None:
        self._theme = theme
        self._outline = outline
        self._shaped: tuple[object, Hashable, _Shapes] | None = None
        self._picture: tuple[Sequence[Arrow], tuple[QImage, QPointF] | None] | None = None
        self._heads: Newest[Hashable, tuple[QPainterPath, QRectF]] = Newest(OF_KEYS)
        self._clear: Newest[Hashable, tuple[bool, Sequence[Arrow]]] = Newest(OF_KEYS)

    @property
    def kept_bytes(self) -> int:
        """The size of the picture kept at the moment."""
        return self._picture[1][0].sizeInBytes() if self._picture and self._picture[1] else 0

    def clear(self) -> None:
        """Drop all that is kept."""
        self._shaped = self._picture = None
        self._heads.clear()
        self._clear.clear()

    def paint(self, painter: QPainter, camera: Camera, moment: Moment, *, beneath: bool = False) -> None:
        """Paint those arrows of a moment that lie over the body or `beneath` it, if it has any."""
        if not (moment.cues and moment.cue_strength):
            return
        (over, under), stay = self._shapes(camera, moment)
        arrows = under if beneath else over
        if not arrows:
            return
        if beneath or all(self._is_clear(key, camera, arrows) for key in moment.keys):
            if stay:
                self._paint_picture(painter, camera, arrows, moment.cue_strength)
            else:
                paint_arrows(painter, camera, arrows, look=self._look(moment.cue_strength))
            return
        head = self._head(moment.pose, camera)[0]
        for arrow in arrows:
            strength = moment.cue_strength * self._seen(arrow, camera, moment)
            if strength:
                paint_arrows(painter, camera, [arrow], look=self._look(strength), hidden_by=head)

    def _seen(self, arrow: Arrow, camera: Camera, moment: Moment) -> float:
        """How much of an arrow is left, 0 to 1: one whose own head is behind that of the person says nothing.
        It fades from key to key, however quickly the one head passes the other.
        """
        before, after = (
            max(0.0, 1 - hidden_share(arrow, self._head(key.pose, camera)[0]) / _SAYS_NOTHING)
            for key in moment.keys
        )
        return before + (after - before) * moment.share

    def _shapes(self, camera: Camera, moment: Moment) -> tuple[_Shapes, bool]:
        """The outlines of the arrows over the body and of those beneath it, and whether they are those of the
        last frame: once they are grown they stay as long as the move and the view do.
        """
        key = (camera.place, moment.cue_grown)
        kept = self._shaped
        if kept and kept[0] is moment.cues and kept[1] == key:
            return kept[2], True
        arrows = shaped(camera, moment.cues, moment.cue_grown)
        found = [a for a in arrows if not a.beneath], [a for a in arrows if a.beneath]
        self._shaped = (moment.cues, key, found)
        return found, False

    def _is_clear(self, key: Key, camera: Camera, arrows: Sequence[Arrow]) -> bool:
        """Whether no arrow touches the head of a key."""
        head, box = self._head(key.pose, camera)
        near = [arrow for arrow in arrows if arrow.bounds.intersects(box)]
        if not near:
            return True
        place = (key.pose, camera.place, tuple(map(id, near)))
        if place not in self._clear:
            # Kept with the arrows: as long as they live, their ids tell them apart.
            self._clear[place] = (not any(arrow.halo.intersects(head) for arrow in near), near)
        return self._clear[place][0]

    def _head(self, pose: Pose, camera: Camera) -> tuple[QPainterPath, QRectF]:
        """The outline of the head in a pose, and the rectangle it stays within."""
        place = (pose, camera.place)
        if place not in self._heads:
            outline = self._outline(pose, camera)
            self._heads[place] = (outline, outline.controlPointRect())
        return self._heads[place]

    def _paint_picture(
        self, painter: QPainter, camera: Camera, arrows: Sequence[Arrow], strength: float
    ) -> None:
        """Paint arrows that are as they were a frame ago: from one picture of them."""
        if not self._picture or self._picture[0] is not arrows:
            self._picture = (arrows, arrows_picture(camera, arrows, self._look(1.0)))
        if picture := self._picture[1]:
            opacity = painter.opacity()
            painter.setOpacity(opacity * strength)
            painter.drawImage(picture[1], picture[0])
            painter.setOpacity(opacity)

    def _look(self, strength: float) -> ArrowLook:
        return ArrowLook(QColor(self._theme.cue), QColor(self._theme.stage), strength)
