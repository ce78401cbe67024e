"""Sliders that move the figure's pose of one step, as far as a body goes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.figure.rig.pose import Pose
from unhunch.ui.controls import Box
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.levers import PARTS, TRIES, Lever, goes_too_far, levers, moved, part_word, pose_motion
from unhunch.ui.look import Look
from unhunch.ui.settings_parts import Card
from unhunch.ui.style import SPACE, set_kind

FINE = 10
"""Slider steps a degree or centimetre."""


class PoseCard(QWidget):
    """Changes a pose of the draft while its sliders move."""

    posed = Signal()
    """The draft's pose is another now; `motion` shows it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._draft = Draft()
        self._step = 0
        self._view: dict[str, Any] = {}
        self.motion: Motion | None = None
        self._values: dict[str, float] = {}
        self.sliders: dict[str, QSlider] = {}
        self._numbers: dict[str, QLabel] = {}
        self.part = Box(look)
        self.part.setAccessibleName(self.tr("Part of the body"))
        for part in PARTS:
            self.part.addItem(part_word(part), part)
        self.part.currentIndexChanged.connect(self._show_levers)
        self._grid_holder = QWidget()
        self.note = QLabel()
        self.note.setWordWrap(True)
        set_kind(self.note, "small")
        self._hush = QTimer(self, singleShot=True)
        self._hush.setInterval(2500)
        self._hush.timeout.connect(self.note.clear)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 12, 0, 12)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self.part)
        self._column.addWidget(self._grid_holder)
        self._column.addWidget(self.note)
        card = Card(self.tr("Adjust the figure"))
        card.add(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_step(self, draft: Draft, step: int, view: dict[str, Any]) -> None:
        """Move the pose of this step; `view` is the camera to see it with."""
        self._draft, self._step, self._view = draft, step, view
        self._read()
        self._show_levers()

    @property
    def pose(self) -> Pose | None:
        """The pose as it is now; None where it cannot be read."""
        return self.motion.steps[0].pose if self.motion is not None else None

    def _read(self) -> None:
        self.motion = self._motion_of(self._draft)

    def _motion_of(self, draft: Draft) -> Motion | None:
        try:
            return pose_motion(draft.motion, draft.steps[self._step].get("pose", ""), self._view)
        except MotionError:
            return None

    def _show_levers(self) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.sliders, self._numbers, self._values = {}, {}, {}
        if self.pose is not None:
            for row, lever in enumerate(levers(self.pose, self.part.currentData())):
                self._add(grid, row, lever)
        self._column.replaceWidget(self._grid_holder, fresh)
        self._grid_holder.deleteLater()
        self._grid_holder = fresh

    def _add(self, grid: QGridLayout, row: int, lever: Lever) -> None:
        words = QLabel(lever.words)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(round(lever.low * FINE), round(lever.high * FINE))
        slider.setValue(round(lever.value * FINE))
        slider.setSingleStep(FINE)
        slider.setPageStep(5 * FINE)
        slider.setMinimumHeight(26)
        name = f"{self.part.currentText()}: {lever.words}"
        slider.setAccessibleName(name)
        number = QLabel(f"{lever.value:.0f} {lever.unit}")
        set_kind(number, "small")
        number.setMinimumWidth(52)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.valueChanged.connect(self._mover(lever))
        self.sliders[lever.key], self._numbers[lever.key] = slider, number
        self._values[lever.key] = lever.value
        grid.addWidget(words, row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(number, row, 2)

    def _mover(self, lever: Lever) -> Callable[[int], None]:
        return lambda value: self._move(lever, value / FINE)

    def _move(self, lever: Lever, wanted: float) -> None:
        """Move towards `wanted`, and stop where a body would."""
        here = self.pose
        if here is None:
            return
        start = self._values[lever.key]
        name = self._draft.own_pose(self._step)
        kept = dict(self._draft.motion["poses"][name])
        share, reached = 1.0, start
        for _ in range(TRIES):
            value = start + (wanted - start) * share
            self._draft.motion["poses"][name] = dict(kept)
            self._draft.change_pose(name, moved(here, self.part.currentData(), lever.key, value))
            tried = self._motion_of(self._draft)
            if tried is not None and not goes_too_far(here, tried.steps[0].pose):
                reached = value
                break
            share /= 2
        else:
            self._draft.motion["poses"][name] = kept
        self._read()
        self._values[lever.key] = reached
        self._numbers[lever.key].setText(f"{reached:.0f} {lever.unit}")
        if reached != wanted:
            self._stop_at(lever, reached)
        self.posed.emit()

    def _stop_at(self, lever: Lever, value: float) -> None:
        slider = self.sliders[lever.key]
        slider.blockSignals(True)
        slider.setValue(round(value * FINE))
        slider.blockSignals(False)
        self.note.setText(self.tr("That is as far as a body goes."))
        self._hush.start()
