"""The page "When to see a doctor": general information, from the urgent to the harmless."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from unhunch.ui.look import Look, Window
from unhunch.ui.style import SPACE, set_kind

translate = QCoreApplication.translate

COLUMN = 620


class Doctor(Window):
    """One page to read; nothing to decide."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("When to see a doctor"))
        column = QVBoxLayout()
        column.setSpacing(2 * SPACE)
        self._head(column)
        for heading, urgency, signs in sections():
            column.addWidget(_section(heading, urgency, signs))
        self._foot(column)
        column.addStretch()
        self.page = _scrolling(column)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        self.close_button = close
        below = QHBoxLayout()
        below.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        below.addStretch()
        below.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        whole.addLayout(below)
        self.resize(720, 760)
        self.setMinimumSize(440, 380)

    def _head(self, column: QVBoxLayout) -> None:
        title = QLabel(self.tr("When to see a doctor"))
        set_kind(title, "title")
        lead = _text(
            self.tr(
                "An aching upper back is common. It mostly settles by itself, with rest and gentle movement, "
                "and there is rarely anything serious behind it. These signs are the exceptions."
            )
        )
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(SPACE)

    def _foot(self, column: QVBoxLayout) -> None:
        note = _text(
            self.tr(
                "This page is general information, not medical advice, and it cannot know you. If you are "
                "worried, asking somebody who can examine you is always right."
            )
        )
        set_kind(note, "small")
        column.addSpacing(SPACE)
        column.addWidget(note)


def sections() -> list[tuple[str, str, list[str]]]:
    """Return (heading, urgency, signs) from the most urgent down."""
    return [
        (
            translate("DoctorPage", "Call for emergency help now"),
            "urgent",
            [
                translate(
                    "DoctorPage", "Chest pain, trouble breathing, or pain that runs into an arm or the jaw"
                ),
                translate("DoctorPage", "Pain after an accident or a fall"),
                translate(
                    "DoctorPage", "Bladder or bowel suddenly out of control, or numbness between the legs"
                ),
                translate("DoctorPage", "Weakness in both legs"),
                translate("DoctorPage", "A stiff neck with fever, or the worst headache you have ever had"),
            ],
        ),
        (
            translate("DoctorPage", "See a doctor the same day"),
            "soon",
            [
                translate("DoctorPage", "Back pain together with fever"),
                translate("DoctorPage", "A hand that grows weak or clumsy, or an unsteady walk"),
                translate("DoctorPage", "Pain that stays all night, whichever way you lie"),
                translate("DoctorPage", "Losing weight without meaning to"),
                translate(
                    "DoctorPage", "New pain with osteoporosis, after a cancer, or on long-term steroids"
                ),
            ],
        ),
        (
            translate("DoctorPage", "Make an appointment"),
            "plan",
            [
                translate("DoctorPage", "No better after three to four weeks"),
                translate("DoctorPage", "Still there after six weeks, or getting worse"),
                translate("DoctorPage", "Numbness or tingling for more than a few days"),
                translate("DoctorPage", "Severe pain, or anything about it that worries you"),
            ],
        ),
        (
            translate("DoctorPage", "Usually harmless"),
            "calm",
            [
                translate("DoctorPage", "A dull ache or stiffness after long hours in one position"),
                translate("DoctorPage", "Tightness that lets go when you move, stretch or get warm"),
                translate("DoctorPage", "Sore muscles for a day or two after something unusual"),
            ],
        ),
    ]


def _section(heading: str, urgency: str, signs: list[str]) -> QFrame:
    card = QFrame()
    set_kind(card, "card")
    across = QHBoxLayout(card)
    across.setContentsMargins(18, 20, 20, 20)
    across.setSpacing(2 * SPACE)
    mark = QFrame()
    mark.setFixedWidth(4)
    mark.setProperty("urgency", urgency)
    across.addWidget(mark)
    rows = QVBoxLayout()
    rows.setSpacing(SPACE)
    across.addLayout(rows, 1)
    title = QLabel(heading)
    set_kind(title, "lead")
    title.setWordWrap(True)
    rows.addWidget(title)
    for sign in signs:
        line = QHBoxLayout()
        line.setSpacing(10)
        dot = QLabel("•")
        set_kind(dot, "soft")
        line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_text(sign), 1)
        rows.addLayout(line)
    return card


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    page = QWidget()
    set_kind(page, "page")
    centred = QHBoxLayout(page)
    centred.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
    middle = QWidget()
    middle.setMaximumWidth(COLUMN)
    column.setContentsMargins(0, 0, 0, 0)
    middle.setLayout(column)
    centred.addWidget(middle)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    return scroll
