"""Which keys are down in a window: one that closed it must not go on repeating in another."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

LET_GO_MS = 120
"""A key that goes up and down again within this is still held: on a busy machine the keyboard's own
repeating can look like that."""
LONGEST_MS = 3000
"""Nothing waits longer than this for a key to be let go: it may be stuck, or its release was never told."""


class HeldKeys(QObject):
    """Follows the keys of the window that has the keyboard."""

    let_go = Signal()
    """What `wait` was called for: no key is down any more, or it took too long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._down: set[int] = set()
        self._waiting = False
        self._going_up = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self._going_up.timeout.connect(self._say)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.forget)

    def watch(self, handle: QWindow) -> None:
        """Follow what this window is told, before its widgets and shortcuts take their part of it."""
        self.forget()
        handle.installEventFilter(self)

    @property
    def any_down(self) -> bool:
        """Whether a key is down, as far as can be told."""
        return bool(self._down) or self._going_up.isActive()

    def wait(self) -> None:
        """Say `let_go` as soon as no key is down."""
        self._waiting = True
        self._longest.start()

    def stop_waiting(self) -> None:
        """Say nothing after all."""
        self._waiting = False
        self._longest.stop()

    def forget(self) -> None:
        """The keyboard went elsewhere; what is down now is let go there."""
        self._down.clear()
        self._going_up.stop()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self._follow(event)
        return super().eventFilter(watched, event)

    def _follow(self, event: QKeyEvent) -> None:
        key = event.nativeScanCode() or event.key()  # Shift makes another key of one that is down
        if event.type() != QEvent.Type.KeyRelease:
            self._down.add(key)
            self._going_up.stop()
        elif key in self._down and not event.isAutoRepeat():
            self._down.discard(key)
            if not self._down:
                self._going_up.start()

    def _say(self) -> None:
        if self._waiting:
            self.stop_waiting()
            self.let_go.emit()
