"""The tray icon: how full the desk time is at a glance, the state in words, and a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from unhunch.domain.view import View
from unhunch.ui.look import Look
from unhunch.ui.reading import Reading
from unhunch.ui.tray_icon import TrayPicture, icon, picture
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import minutes, status

# The session shows a new view each minute: this is for a minute in which it does not.
LOOK_AGAIN_MS = 65_000
"""Desk time moves the ring and the words; once a minute is as fine as they show."""

PAUSES_S = (30 * 60, 60 * 60, 120 * 60)


class Tray(QObject):
    """The icon with its menu; `shown` is what it shows. Make it when TrayHost is ready."""

    home_requested = Signal()
    library_requested = Signal()
    settings_requested = Signal()
    doctor_requested = Signal()

    def __init__(self, look: Look, wishes: Wishes, now: Callable[[], float]) -> None:
        super().__init__()
        self._wishes = wishes
        self._now = now
        self._view: View | None = None
        self._taken_s = 0.0
        self._picture: TrayPicture | None = None
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        self.menu = QMenu()
        # Only where Qt draws it: most desktops draw the menu of a tray icon themselves.
        self.menu.aboutToShow.connect(lambda: look.dress(self.menu))
        self._build_menu()
        self._icon.setContextMenu(self.menu)
        self._again = QTimer(self)
        self._again.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._refresh)

    @property
    def picture(self) -> TrayPicture | None:
        """What the icon shows."""
        return self._picture

    @property
    def tooltip(self) -> str:
        """What the icon says."""
        return self._icon.toolTip()

    def show_view(self, view: View) -> None:
        """Show a new state of things; the icon appears with the first."""
        self._view = view
        self._taken_s = self._now()
        self._offer(view)
        self._refresh()
        if not self._icon.isVisible():
            self._icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self._again.stop()
        self._icon.hide()
        self.menu.deleteLater()

    def _refresh(self) -> None:
        if self._view is None:
            return
        reading = Reading(self._view, self._taken_s, self._now())
        new = picture(reading)
        if new != self._picture:
            self._picture = new
            self._icon.setIcon(icon(new))
        words = status(reading)
        if words != self._icon.toolTip():
            self._icon.setToolTip(words)
            self._status.setText(words)
        moves = reading.counting or self._view.phase == "snoozed"
        if moves:
            self._again.start()
        else:
            self._again.stop()

    def _build_menu(self) -> None:
        add, wishes = self._add, self._wishes
        self._status = add(self.menu, "", None)
        self._status.setEnabled(False)
        self.menu.addSeparator()
        self._take = add(self.menu, self.tr("Start a stretch now"), wishes.take_break)
        self._start = add(self.menu, self.tr("Start now"), lambda: wishes.start(short=False))
        self._short = add(self.menu, self.tr("Short version: one stretch"), lambda: wishes.start(short=True))
        self._snooze = add(self.menu, self.tr("Snooze"), lambda: wishes.snooze(None))
        self._skip = add(self.menu, self.tr("Skip this one"), wishes.skip)
        self.menu.addSeparator()
        self._resume = add(self.menu, self.tr("Resume"), wishes.resume)
        self._build_pause_menu()
        self.menu.addSeparator()
        add(self.menu, self.tr("Open Unhunch"), self.home_requested.emit)
        add(self.menu, self.tr("Stretches…"), self.library_requested.emit)
        add(self.menu, self.tr("Settings…"), self.settings_requested.emit)
        add(self.menu, self.tr("When to see a doctor…"), self.doctor_requested.emit)
        self.menu.addSeparator()
        add(self.menu, self.tr("Quit Unhunch"), wishes.quit)

    def _build_pause_menu(self) -> None:
        self.pause_menu = self.menu.addMenu(self.tr("Pause"))
        wishes = self._wishes
        for seconds in PAUSES_S:
            words = self.tr("For %1").replace("%1", minutes(seconds))
            self._add(self.pause_menu, words, partial(wishes.pause, for_s=seconds))
        self._add(self.pause_menu, self.tr("Until tomorrow"), lambda: wishes.pause(until="tomorrow"))
        self._add(self.pause_menu, self.tr("Until I resume"), wishes.pause)

    def _add(self, menu: QMenu, words: str, do: Callable[[], object] | None) -> QAction:
        action = QAction(words, self)
        if do is not None:
            action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _offer(self, view: View) -> None:
        """Show the actions that make sense now."""
        prompted = view.prompt_rhythm is not None and view.break_ is None
        self._take.setVisible(view.break_ is None and not prompted and bool(view.rhythms))
        self._start.setVisible(prompted)
        self._short.setVisible(prompted and not view.can_snooze)
        self._snooze.setVisible(view.can_snooze)
        self._skip.setVisible(view.can_skip)
        self._resume.setVisible(view.paused_until is not None)
        self.pause_menu.menuAction().setText(
            self.tr("Pause") if view.paused_until is None else self.tr("Change the pause")
        )

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.home_requested.emit()
