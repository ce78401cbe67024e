"""What to mind in a stretch, in small type, and under it the way to the page about doctors."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from unhunch.ui.break_layout import Places, legible
from unhunch.ui.lines import balanced_width, fitted, text_height, tip
from unhunch.ui.look import Look
from unhunch.ui.mirror import hanging, placed
from unhunch.ui.style import font, set_kind
from unhunch.ui.words import in_two

LINK_EDGE, LINK_GAP = 7, 3
"""From a link's words to where its focus is drawn, and from there to the words above, px."""
LEAST_WORDS = 0.55
"""However long the caution is, the stretch's words keep this share of their height."""


class BreakNotes(QObject):
    """A caution and a link, which lie on the window over whatever else it shows."""

    doctor_requested = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.caution = QLabel(over)
        self.caution.setWordWrap(True)
        self.caution.setTextFormat(Qt.TextFormat.PlainText)
        set_kind(self.caution, "soft")
        self.doctor_button = QPushButton(over)
        self.doctor_button.setAccessibleName(self.tr("When to see a doctor"))
        set_kind(self.doctor_button, "link")
        self.doctor_button.clicked.connect(self.doctor_requested)

    def listen(self, listening: bool) -> None:
        """Take clicks, or let them all pass by."""
        self.doctor_button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not listening)

    def show(self, *, guided: bool) -> None:
        """Be there; `guided`: in a stretch, which has something to mind. Else the link lies on a picture."""
        self.caution.setVisible(guided)
        self.doctor_button.show()

    def hide(self) -> None:
        """Be gone."""
        self.caution.hide()
        self.doctor_button.hide()

    def place(self, spots: Places, caution: str, *, spare: int) -> int:
        """Stand in their place with this caution. Returns where it begins, px from the top.

        `spare`: how much room the row of buttons leaves before it, px.
        """
        px = round(legible(15 * spots.unit * spots.grown))
        on_picture = self.caution.isHidden()
        visible = f"color: {self._look.theme.ink}; text-decoration: underline;" if on_picture else ""
        self.doctor_button.setStyleSheet(f"font-size: {px}px; min-height: {px + 6}px; {visible}")
        bottom = min(self._place_link(spots, spare) - LINK_GAP, spots.controls.top())
        return self._place_caution(spots, caution, font(px), bottom)

    def _place_link(self, spots: Places, spare: int) -> int:
        """Put the link in line with the buttons, in two lines where it would meet them. Returns its top.

        Where the buttons stand below, it is at the lower end of its own place.
        """
        notes = spots.notes
        told = self.doctor_button.accessibleName()
        self.doctor_button.setText(told)
        free = spots.controls.left() + spare - LINK_EDGE
        if spots.wide and notes.left() - LINK_EDGE + self.doctor_button.sizeHint().width() > free:
            self.doctor_button.setText(in_two(told))
        size = self.doctor_button.sizeHint()
        top = notes.bottom() - size.height() + LINK_EDGE
        if spots.wide:
            top = spots.controls.top() + (spots.controls.height() - spots.hint - size.height()) // 2
        box = QRect(QPoint(notes.left() - LINK_EDGE, top), size)
        self.doctor_button.setGeometry(placed(box, self._over.rect()))
        return box.y()

    def _place_caution(self, spots: Places, words: str, used: QFont, bottom: int) -> int:
        """The caution ends at `bottom` and grows upward. The stretch's words make room for it, down to a
        share of theirs; one that is longer is cut, and whole in its tooltip.
        """
        blank = hanging(used)
        room = spots.notes.width() - blank
        most = bottom - spots.words.top() - round(LEAST_WORDS * spots.words.height())
        told, cut = fitted(used, words, room, max(1, most // QFontMetrics(used).lineSpacing()))
        top = bottom - text_height(used, told, room)
        self.caution.setStyleSheet(f"font-size: {used.pixelSize()}px;")
        self.caution.setText(told)
        self.caution.setAccessibleName(words)
        self.caution.setToolTip(tip(words) if cut else "")
        width = balanced_width(used, told, room) + blank + 1
        box = QRect(spots.notes.left(), top, width, bottom - top)
        self.caution.setGeometry(placed(box, self._over.rect()))
        return top
