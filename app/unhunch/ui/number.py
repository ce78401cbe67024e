"""A number with human units between minus and plus, and its steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QPushButton, QWidget

from unhunch.ui.durations import Duration
from unhunch.ui.style import set_kind

NUMBER = 112
"""Width of a number's field, px; longer words make it wider."""
EDGE = 8
"""What is left free beside its words, px."""


class Number(QWidget):
    """A number between minus and plus, said in human units; typing one works too."""

    changed = Signal(float)
    refused = Signal()
    """What was typed cannot be; what was there before stands again."""

    def __init__(
        self,
        *,
        low: float,
        high: float,
        step: Callable[[float, int], float],
        suffix: str,
        name: str,
        whole: bool = True,
        duration: Duration | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`step` returns the next value from one in a direction (-1 or 1); `duration` spells the number."""
        super().__init__(parent)
        self._step = step
        self._typing = self._refused = False
        self._later: Callable[[], None] | None = None
        self.field = NumberField(self._press, whole, duration)
        self.field.refused.connect(self.refused)
        self.field.setRange(low, high)
        self.field.setSuffix(f" {suffix}" if suffix else "")
        self.field.setAccessibleName(name)
        self.field.setKeyboardTracking(False)
        self.field.lineEdit().textEdited.connect(self._begin)
        self.field.refused.connect(self._refuse)
        self.field.valueChanged.connect(self._end)
        self.field.valueChanged.connect(self.changed)
        self.field.editingFinished.connect(self._finish)
        self.less_button, self.more_button = QPushButton("−"), QPushButton("+")  # noqa: RUF001 (a real minus)
        self.less_button.setAccessibleName(self.tr("Less: %1").replace("%1", name))
        self.more_button.setAccessibleName(self.tr("More: %1").replace("%1", name))
        self.less_button.clicked.connect(lambda: self._press(-1))
        self.more_button.clicked.connect(lambda: self._press(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.less_button, self.more_button):
            set_kind(button, "round")
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field has the arrow keys
        row.addWidget(self.less_button)
        row.addWidget(self.field)
        row.addWidget(self.more_button)

    @property
    def value(self) -> float:
        """The number shown."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show `value`, without saying that it changed; what is half typed is left to be finished first."""
        if self.put_off(partial(self.set_value, value)):
            return
        self.field.blockSignals(True)
        self.field.setValue(value)
        self.field.blockSignals(False)
        self.field.widen()
        self._mark_ends()

    def put_off(self, show: Callable[[], None]) -> bool:
        """Where something is half typed, call `show` only if nothing comes of that. Returns whether so."""
        self._later = show if self._typing else None
        return self._typing

    def _begin(self) -> None:
        self._typing, self._refused = True, False

    def _refuse(self) -> None:
        self._refused = True

    def _end(self) -> None:
        self._typing = False

    def _finish(self) -> None:
        """What was typed counts, also where it is what stood there before something else was put off."""
        self._typing, later, self._later = False, self._later, None
        if later is not None and self._refused:
            later()
        elif later is not None:
            self.changed.emit(self.value)

    def _press(self, direction: int) -> None:
        self.field.setValue(self._step(self.field.value(), direction))
        self._mark_ends()

    def _mark_ends(self) -> None:
        self.less_button.setEnabled(self.field.value() > self.field.minimum())
        self.more_button.setEnabled(self.field.value() < self.field.maximum())


class NumberField(QDoubleSpinBox):
    """The number's field: no buttons of its own, no needless decimals, deaf to a wheel passing over it."""

    refused = Signal()

    def __init__(self, press: Callable[[int], None], whole: bool, duration: Duration | None = None) -> None:
        super().__init__()
        self._press = press
        self._duration = duration
        self.setDecimals(0 if whole else 4 if duration else 2)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(NUMBER)
        self.valueChanged.connect(self.widen)

    def widen(self) -> None:
        """Grow where what is shown would be cut; a field that also shrank would jump about."""
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 2 * EDGE + 8
        if wanted > self.minimumWidth():
            self.setFixedWidth(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.widen()

    def textFromValue(self, value: float) -> str:  # noqa: N802 (Qt's name)
        if self._duration is not None:
            return self._duration.text(value)
        return self.locale().toString(value, "g", 6)

    def valueFromText(self, text: str) -> float:  # noqa: N802 (Qt's name)
        read = self._read(text)
        return self.value() if read is None else read

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; what is no number, or out of bounds, is told when it is left."""
        read = self._read(text)
        fits = read is not None and self.minimum() <= read <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, _text: str) -> str:
        """Put back what was there, and tell: called when the field is left with what cannot be."""
        self.refused.emit()
        return self.prefix() + self.textFromValue(self.value()) + self.suffix()

    def _read(self, text: str) -> float | None:
        if self._duration is not None:
            return self._duration.read(text, self.textFromValue(self.value()))
        plain = text.removesuffix(self.suffix()).removesuffix(self.suffix().strip()).strip()
        number, understood = self.locale().toDouble(plain)
        return round(number, self.decimals()) if understood else None

    def stepBy(self, steps: int) -> None:  # noqa: N802 (Qt's name)
        self._press(1 if steps > 0 else -1)

    def event(self, event: QEvent) -> bool:
        """Give the text the whole field.

        WORKAROUND: under a style sheet, a spin box without buttons leaves its text one pixel.
        """
        handled = super().event(event)
        room = self.rect().adjusted(EDGE, 2, -EDGE, -2)
        if self.lineEdit().geometry() != room:
            self.lineEdit().setGeometry(room)
        return handled

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; nobody changes a number by accident


def stepping(size: float, low: float) -> Callable[[float, int], float]:
    """Return a step that goes along multiples of `size`, and by ones near the low end."""

    def step(value: float, direction: int) -> float:
        if value < size or (value == size and direction < 0):
            return max(low, value + direction * (1 if size >= 1 else size))
        grid = value / size
        on_grid = round(grid) if abs(grid - round(grid)) < 1e-9 else None
        if on_grid is not None:
            return (on_grid + direction) * size
        return (int(grid) + (1 if direction > 0 else 0)) * size

    return step
