"""Ends the program kindly when the system asks for it (SIGTERM at logout, Ctrl+C in a terminal)."""

import contextlib
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier

SIGNALS = (signal.SIGTERM, signal.SIGINT, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()))


class SignalWatch:
    """Calls back in the Qt thread at a signal. Python's own handlers would wait for the next event."""

    def __init__(self, on_signal: Callable[[], None]) -> None:
        self._on_signal = on_signal
        self._ours, self._pythons = socket.socketpair()
        self._ours.setblocking(False)
        self._pythons.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._pythons.fileno())
        self._before = {number: signal.signal(number, _noted) for number in SIGNALS}
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)

    def stop(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ours.close()
        self._pythons.close()

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._ours.recv(64)
        self._on_signal()


def _noted(_number: int, _frame: object) -> None:
    """Do nothing: the wake-up file descriptor tells the Qt loop."""
