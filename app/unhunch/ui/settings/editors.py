"""What a setting is changed with: one kind of control for each kind of value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.settings import FieldInfo
from unhunch.ui.controls import Choice, DraftLine, Switch
from unhunch.ui.flow import Flowing
from unhunch.ui.lines import tip
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.number import Number
from unhunch.ui.settings.words import choices_of, duration_of, said
from unhunch.ui.style import FIELD_WORDS, SPACE, set_kind
from unhunch.ui.tabbing import tab_as_laid_out


@dataclass(frozen=True)
class Editor:
    """A control, how to show a value with it, and whether it needs the row's whole width."""

    control: QWidget
    show: Callable[[Any], None]
    wide: bool = False
    keeps_refused: bool = False
    """Whether what was typed stays when it is refused, to be mended."""


Change = Callable[[Any], None]
Refuse = Callable[[], None]


def editor_of(look: Look, field: FieldInfo, change: Change, refuse: Refuse) -> Editor:
    """Return the editor of a setting; `change` is called with each value, `refuse` with none that can be."""
    if field.type == "bool":
        switch = Switch(look)
        switch.clicked.connect(change)
        return Editor(switch, lambda value: switch.setChecked(bool(value)))
    if field.bounds and field.default is None:
        own = OptionalNumber(look, field)
        own.changed.connect(change)
        own.number.refused.connect(refuse)
        return Editor(own, own.set_value)
    if field.bounds:
        number = number_of(field)
        number.changed.connect(lambda value: change(_whole(field, value)))
        number.refused.connect(refuse)
        return Editor(number, number.set_value)
    if field.choices or field.type == "names":
        return _of_words(field, change)
    line = DraftLine()
    line.setFixedWidth(112)
    line.setAlignment(Qt.AlignmentFlag.AlignCenter)  # as the numbers over and under it
    line.written.connect(lambda text: change(_read(field, text)))
    return Editor(line, lambda value: line.show_text(str(value)), keeps_refused=True)


def _of_words(field: FieldInfo, change: Change) -> Editor:
    if field.type == "choice":
        choice = Choice(choices_of(field), said(field.title), flows=len(field.choices) > 2)
        choice.chosen.connect(change)
        return Editor(choice, choice.set_value, wide=len(field.choices) > 2)
    if field.type == "names" and field.choices:
        some = Some(choices_of(field), said(field.title))
        some.changed.connect(change)
        return Editor(some, some.set_value, wide=True)
    names = NameList(said(field.title))
    names.changed.connect(change)
    return Editor(names, names.set_value, wide=True)


def number_of(field: FieldInfo, suffix: str = "") -> Number:
    """Return the number field of a setting with bounds."""
    low, high = field.bounds or (0.0, 1e6)
    spelled = duration_of(field)
    return Number(
        low=low,
        high=high,
        step=spelled.step if spelled else lambda value, direction: value + direction,
        suffix=suffix,
        name=said(field.title),
        whole=field.type == "int",
        duration=spelled,
    )


def _whole(field: FieldInfo, value: float) -> float:
    return int(value) if field.type == "int" else float(value)


def _read(field: FieldInfo, text: str) -> str:
    text = text.strip()
    if field.type == "time":
        hour, _, minute = text.replace(".", ":").partition(":")
        if hour.isdecimal() and (not minute or minute.isdecimal()):
            return f"{int(hour):02d}:{minute or '00'}"
    return text


class OptionalNumber(QWidget):
    """A number that may also be left to the program: a switch, and the number where it is on."""

    changed = Signal(object)

    def __init__(self, look: Look, field: FieldInfo) -> None:
        super().__init__()
        self._field = field
        self._kept = _FIRST.get(field.key.rpartition(".")[2], field.bounds[0] if field.bounds else 0)
        self.number = number_of(field)
        self.switch = Switch(look)
        self.switch.setAccessibleName(said(field.title))
        self.switch.clicked.connect(lambda on: self.changed.emit(self._kept if on else None))
        self.number.changed.connect(lambda value: self.changed.emit(_whole(field, value)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.number)
        row.addWidget(self.switch)

    def set_value(self, value: float | None) -> None:
        """Show `value`; None switches the number off."""
        if self.number.put_off(partial(self.set_value, value)):
            return
        self.switch.setChecked(value is not None)
        self.number.setVisible(value is not None)
        if value is not None:
            self._kept = value
            self.number.set_value(value)


_FIRST = {"stretches": 3, "length_s": 300.0, "rest_s": 300.0}
"""What an optional number begins with."""


class Some(QWidget):
    """Some of a few choices."""

    changed = Signal(tuple)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        chips = Flowing(SPACE)
        for value, words in choices:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            set_kind(button, "choice")
            button.clicked.connect(self._tell)
            chips.add(button)
            self.buttons[value] = button
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(chips)

    def set_value(self, values: Sequence[str]) -> None:
        """Show these as taken."""
        for value, button in self.buttons.items():
            button.setChecked(value in values)

    def _tell(self) -> None:
        self.changed.emit(tuple(value for value, button in self.buttons.items() if button.isChecked()))


class NameList(QWidget):
    """A list of names, each with a button that takes it away, and a line to add one."""

    changed = Signal(tuple)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._names: tuple[str, ...] = ()
        self.remove_buttons: dict[str, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Name of a program"))
        self.line.setPlaceholderText(self.tr("Name of a program, for example zoom"))
        self.add_button = QPushButton(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add the program"))
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        below.addWidget(self.line, 1)
        below.addWidget(self.add_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._list)
        whole.addLayout(below)

    def set_value(self, names: Sequence[str]) -> None:
        """Show these names."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        while item := self._list.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.remove_buttons = {name: self._show(name) for name in self._names}
        tab_as_laid_out(self)

    def _show(self, name: str) -> QPushButton:
        button = QPushButton(self.tr("Remove"))
        set_kind(button, "quiet")
        button.setAccessibleName(self.tr("Remove %1").replace("%1", name))
        button.clicked.connect(lambda: self.changed.emit(tuple(n for n in self._names if n != name)))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(margins(FIELD_WORDS, 0, 0, 0))
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)  # a long name must not push its button out of the window
        label.setToolTip(tip(name))
        line.addWidget(label, 1)
        line.addWidget(button)
        self._list.addWidget(row)
        return button

    def _add(self) -> None:
        name = self.line.text().strip()
        if not name:
            self.line.setFocus()
            return
        self.line.clear()
        if name not in self._names:
            self.changed.emit((*self._names, name))


class Interval(QWidget):
    """The time between breaks: a slider to try it out on the preview, and the number beside it."""

    changed = Signal(float)
    tried = Signal(float)
    """The slider is on its way; nothing is decided yet."""

    def __init__(self, field: FieldInfo) -> None:
        super().__init__()
        self.number = number_of(field)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(2, 24)
        self.slider.setPageStep(3)
        self.slider.setMinimumHeight(28)
        self.slider.setAccessibleName(said(field.title))
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(lambda: self.changed.emit(self.number.value))
        self.number.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)

    def set_value(self, value: float) -> None:
        """Show `value`, in minutes; not while the slider is held, which decides when it is let go."""
        if self.slider.isSliderDown() or self.number.put_off(partial(self.set_value, value)):
            return
        self.number.set_value(value)
        self.slider.blockSignals(True)
        self.slider.setValue(round(value / SLIDER_STEP_MIN))
        self.slider.blockSignals(False)

    def _slid(self, step: int) -> None:
        value = float(step * SLIDER_STEP_MIN)
        self.number.set_value(value)
        if self.slider.isSliderDown():
            self.tried.emit(value)
        else:
            self.changed.emit(value)


SLIDER_STEP_MIN = 5
"""The slider goes from 10 to 120 min in steps of so many."""
