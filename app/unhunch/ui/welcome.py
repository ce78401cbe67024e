"""The welcome: three short pages, each with somebody moving beside it. Can be skipped, and seen again."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.body import CONDITION_WORDS
from unhunch.domain.settings import Settings, with_changes
from unhunch.domain.stretch import Stretch
from unhunch.domain.suitability import verdict
from unhunch.ui.figure_view import FigureView
from unhunch.ui.flow import Flowing
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look, Window
from unhunch.ui.mirror import margins
from unhunch.ui.option_card import OptionCard
from unhunch.ui.page import SCROLL_BAR, reading, scrolling
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.wishes import Wishes

FRAME_MS = 33
PICTURES = ("overhead-reach", "shoulder-roll", "neck-flexion")
"""The stretch that is shown moving beside each page."""
TRIED = "neck-flexion"
LEAST_FIGURE = (200, 240)
LOW, NARROW = 620, 800
"""In a smaller window the words get more of the room."""
PAGE_WIDTH = 640
PRESETS_MIN = {"achy": 30.0, "balanced": 45.0, "light": 55.0}


class Welcome(Window):
    """Asks how long, where and with what care; then offers to try one. Every answer applies at once."""

    try_requested = Signal(str)
    """The person wants to try this stretch."""

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        gallery: Gallery,
        stretches: Iterable[Stretch],
        settings: Settings,
    ) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Welcome to Unhunch"))
        self._wishes, self._gallery = wishes, gallery
        self._stretches = tuple(stretches)
        self._settings = settings
        self.presets: dict[str, OptionCard] = {}
        self.places: dict[str, OptionCard] = {}
        self.careful: dict[str, QPushButton] = {}
        self.figure = FigureView(look, gallery.artist, self)
        self.figure.setMinimumSize(*LEAST_FIGURE)
        self.pages = QStackedWidget()
        for page in (self._how_long(), self._where(), self._try_one()):
            self.pages.addWidget(page)
        self._build()
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=FRAME_MS)
        self._tick.timeout.connect(self._draw)
        gallery.changed.connect(lambda: self.figure.set_artist(gallery.artist))
        self.set_settings(settings)
        self.go_to(0)
        self.resize(fitting(960, 660))

    def set_settings(self, settings: Settings) -> None:
        """Show these settings as the answers."""
        self._settings = settings
        every_min = settings.rhythm["stretch"].every_min
        self._often.setExclusive(False)  # else one stays checked where the settings say something else
        for name, card in self.presets.items():
            card.setChecked(PRESETS_MIN[name] == every_min)
        self._often.setExclusive(True)
        self.places[_place(settings)].setChecked(True)
        for name, chip in self.careful.items():
            chip.setChecked(name in settings.stretches.careful)
        outcome = self._said_of(settings)
        self._outcome.setText(outcome)
        self._outcome.setVisible(bool(outcome))  # silence takes no room

    def go_to(self, page: int) -> None:
        """Show a page: 0, 1 or 2."""
        self.pages.setCurrentIndex(page)
        last = self.pages.count() - 1
        self._step.setText(self.tr("Step %1 of %2").replace("%1", str(page + 1)).replace("%2", str(last + 1)))
        self.back_button.setVisible(page > 0)
        self.skip_button.setVisible(page < last)
        self.next_button.setText(self.tr("Done") if page == last else self.tr("Next"))
        self.next_button.setFocus()
        self._begin_moving()
        self._draw()

    # -- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._step = QLabel()
        set_kind(self._step, "small")
        self.skip_button = QPushButton(self.tr("Skip"))
        self.back_button = QPushButton(self.tr("Back"))
        self.next_button = QPushButton()
        set_kind(self.skip_button, "quiet")
        set_kind(self.next_button, "primary")
        self.next_button.setDefault(True)
        self.skip_button.clicked.connect(self.close)
        self.back_button.clicked.connect(lambda: self.go_to(self.pages.currentIndex() - 1))
        self.next_button.clicked.connect(self._next)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        set_kind(self.problem, "problem")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.setContentsMargins(margins(0, 0, 2 * SPACE + SCROLL_BAR, 0))
        for part in (self._step, None, self.skip_button, self.back_button, self.next_button):
            buttons.addStretch() if part is None else buttons.addWidget(part)
        right = self._right = QVBoxLayout()
        right.addWidget(self.pages, 1)
        right.addWidget(self.problem)
        right.addLayout(buttons)
        whole = self._whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4 * SPACE)
        whole.addWidget(self.figure, 2)
        whole.addLayout(right, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low, narrow = self.height() < LOW, self.width() < NARROW
        self._right.setContentsMargins(
            margins(0, (2 if low else 5) * SPACE, SPACE, (2 if low else 3) * SPACE)
        )
        self._whole.setStretch(1, 4 if narrow else 3)

    def _how_long(self) -> QWidget:
        words = {
            "achy": (
                self.tr("My back or neck aches"),
                self.tr("A short stretch every 30 minutes at the desk."),
            ),
            "balanced": (self.tr("Balanced"), self.tr("Every 45 minutes. Right for most people.")),
            "light": (
                self.tr("Just a light touch"),
                self.tr("Every 55 minutes: as few breaks as make sense."),
            ),
        }
        self._often = QButtonGroup(self)
        for name, (title, note) in words.items():
            card = OptionCard(self.look, title, note)
            self._often.addButton(card)
            card.clicked.connect(self._changer({"rhythm.stretch.every_min": PRESETS_MIN[name]}))
            self.presets[name] = card
        return _page(
            self.tr("How often shall we stretch?"),
            self.tr(
                "Unhunch counts only the time that you really spend at the desk, "
                "and waits for a good moment. You can change all of this later."
            ),
            tuple(self.presets.values()),
        )

    def _where(self) -> QWidget:
        words = {
            "sitting": (self.tr("Sitting only"), self.tr("Nothing that makes you get up.")),
            "standing": (self.tr("Standing is fine too"), self.tr("Beside the desk, or at a wall.")),
            "floor": (self.tr("I have room on the floor"), self.tr("With a mat or a soft carpet, too.")),
        }
        group = QButtonGroup(self)
        for name, (title, note) in words.items():
            card = OptionCard(self.look, title, note)
            group.addButton(card)
            changes = {"stretches.standing": name != "sitting", "stretches.floor_space": name == "floor"}
            if name == "sitting":
                changes["appearance.posture"] = "sitting"  # type: ignore[assignment]
            card.clicked.connect(self._changer(changes))
            self.places[name] = card
        ask = QLabel(self.tr("Anything to be careful with?"))
        ask.setWordWrap(True)
        ask.setContentsMargins(0, SPACE, 0, 0)
        set_kind(ask, "lead")
        chips = Flowing(SPACE)
        for name, said in CONDITION_WORDS.items():
            chip = QPushButton(_capital(QCoreApplication.translate("Body", said)))
            chip.setCheckable(True)
            set_kind(chip, "choice")
            chip.clicked.connect(self._choose_care)
            chips.add(chip)
            self.careful[name] = chip
        self._outcome = reading("")
        set_kind(self._outcome, "soft")
        return _page(self.tr("Where do you stretch?"), "", (*self.places.values(), ask, chips, self._outcome))

    def _try_one(self) -> QWidget:
        self.try_button = QPushButton(self.tr("Try it now"))
        set_kind(self.try_button, "primary")
        self.try_button.clicked.connect(lambda: self.try_requested.emit(TRIED))
        row = QHBoxLayout()
        row.addWidget(self.try_button)
        row.addStretch()
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, SPACE, 0, 0)
        note = reading(
            self.tr(
                "Go only as far as a mild pull, and keep breathing. Stop at sharp or spreading pain, "
                "tingling or dizziness."
            )
        )
        set_kind(note, "soft")
        return _page(
            self.tr("Try one now"),
            self.tr(
                "This is how a break looks: somebody shows you the movement, and the words say which side. "
                "Afterwards Unhunch stays in your tray and counts."
            ),
            (note, holder),
        )

    # -- answers ---------------------------------------------------------------------------------------

    def _next(self) -> None:
        if self.pages.currentIndex() == self.pages.count() - 1:
            self.close()
        else:
            self.go_to(self.pages.currentIndex() + 1)

    def _changer(self, changes: Mapping[str, Any]) -> Callable[[], None]:
        return lambda: self._change(dict(changes))

    def _choose_care(self) -> None:
        self._change({"stretches.careful": [name for name, chip in self.careful.items() if chip.isChecked()]})

    def _change(self, changes: dict[str, Any]) -> None:
        problem = self._wishes.change_settings(changes)
        self.problem.setText(problem or "")
        self.problem.setVisible(bool(problem))
        self.set_settings(self._settings if problem else with_changes(self._settings, changes))

    def _said_of(self, settings: Settings) -> str:
        """Say what the answers leave out of what the place would allow."""
        if not settings.stretches.careful:
            return ""
        carefree = with_changes(settings, {"stretches.careful": ()})
        before = {s.id for s in self._stretches if verdict(s, carefree).is_shown}
        kinds = [verdict(s, settings).kind for s in self._stretches if s.id in before]
        left_out, gentle = kinds.count("left_out"), kinds.count("gentle")
        if not left_out and not gentle:
            return self.tr("All of your stretches suit; some say what to mind.")
        said = []
        if left_out:
            said.append(self.tr("Stretches left out: %1.").replace("%1", str(left_out)))
        if gentle:
            said.append(self.tr("In a gentler form: %1.").replace("%1", str(gentle)))
        return " ".join([*said, self.tr("The library says why.")])

    # -- the figure ------------------------------------------------------------------------------------

    def _draw(self) -> None:
        guide = self._gallery.guide(PICTURES[self.pages.currentIndex()])
        if guide is None:
            self.figure.clear()
            return
        t_s = self._since.elapsed() / 1000
        if self.look.reduced_motion or t_s > guide.form.total_s:
            # Once is enough: a window left open must not keep the machine busy.
            self._tick.stop()
            t_s = guide.still_s
        self.figure.show_motion(guide.motion, t_s, self.look.reduced_motion)

    def _begin_moving(self) -> None:
        self._since.restart()
        if self.isVisible():
            self._tick.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin_moving()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self.figure.clear()
        if not self._settings.welcome.done:
            self._change({"welcome.done": True})


def _page(title: str, lead: str, parts: tuple[QWidget, ...]) -> QWidget:
    """A page of the welcome; it scrolls where the screen is small."""
    column = QVBoxLayout()
    column.setContentsMargins(margins(0, 0, 2 * SPACE, 0))  # clear of the scroll bar
    column.setSpacing(SPACE)
    heading = QLabel(title)
    heading.setWordWrap(True)
    set_kind(heading, "title")
    column.addWidget(heading)
    if lead:
        column.addWidget(reading(lead))
    column.addSpacing(SPACE)
    for part in parts:
        column.addWidget(part)
        if isinstance(part, OptionCard):
            column.addSpacing(SPACE // 2)
    column.addStretch()
    return scrolling(column, PAGE_WIDTH, margin=0)


def _place(settings: Settings) -> str:
    if settings.stretches.floor_space:
        return "floor"
    return "standing" if settings.stretches.standing else "sitting"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
