"""Waits until the desktop has a place for a tray icon.

Qt decides once, at the first touch of the tray, between StatusNotifier and XEmbed. Touched before the
desktop's StatusNotifierWatcher is on the bus, the icon never appears on desktops that know nothing else. So
nothing
touches QSystemTrayIcon until the watcher is there, an XEmbed tray is, or the time is up.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

from unhunch.ui.x11 import is_owned

XEMBED_TRAY = "_NET_SYSTEM_TRAY_S{screen}"
WATCHER = "org.kde.StatusNotifierWatcher"
SETTLE_MS = 300
"""The watcher registers its name a little before it takes icons."""


class TrayHost(QObject):
    """Emits `ready` once, when the tray may be touched: at the latest after `limit_s`."""

    ready = Signal()

    def __init__(
        self,
        limit_s: float = 20.0,
        xembed_tray: Callable[[], bool] | None = None,
        bus: QDBusConnection | None = None,
    ) -> None:
        super().__init__()
        self._bus = bus or QDBusConnection.sessionBus()
        self._done = False
        self._watcher: QDBusServiceWatcher | None = None
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._finish)
        self._limit_ms = round(limit_s * 1000)
        self._xembed_tray = xembed_tray or (lambda: is_owned(XEMBED_TRAY))

    def wait(self) -> None:
        """Begin to wait; `ready` may come before this returns."""
        if not sys.platform.startswith("linux"):
            self._finish()
            return
        bus = self._bus
        if not bus.isConnected() or self._watcher_is_there(bus) or self._xembed_tray():
            self._finish()
            return
        self._watcher = QDBusServiceWatcher(WATCHER, bus, parent=self)
        self._watcher.serviceRegistered.connect(self._appeared)
        self._limit.start(self._limit_ms)

    def _watcher_is_there(self, bus: QDBusConnection) -> bool:
        return bool(bus.interface().isServiceRegistered(WATCHER).value())

    def _appeared(self) -> None:
        self._limit.start(SETTLE_MS)

    def _finish(self) -> None:
        if self._done:
            return
        self._done = True
        self._limit.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self.ready.emit()
