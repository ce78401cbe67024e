"""Opens a break over a line editor on the display it is started on, and writes down what is asked for.

With the argument "now" at once, else when Return is pressed in the editor.
"""

import sys
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.library import STRETCHES
from tests.ui import samples

from unhunch.ui.break_window import BreakWindow
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look


class Editor(QLineEdit):
    """Says when an Esc reaches it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            print("Esc in the editor", flush=True)
        super().keyPressEvent(event)


class Wishes(samples.FakeWishes):
    """Ends the break when that is asked for."""

    def end(self) -> None:
        print(f"ended; typed {line.text()!r}", flush=True)
        app.focusWindowChanged.connect(focus_went)
        window.show_view(samples.view())


def focus_went(now: QWindow | None) -> None:
    """Stay a while once the editor has the keyboard again: a key that is still down would repeat in it."""
    if now is line.windowHandle():
        print("focus back", flush=True)
        QTimer.singleShot(700, app.quit)


def open_break() -> None:
    """Show a break that has just begun, by the real clock."""
    samples.NOW_S = time.monotonic()
    window.show_view(samples.on_break(0, 0.0))
    print(f"opened {window.isVisible()} active {window.isActiveWindow()}", flush=True)


app = QApplication([])
app.setQuitOnLastWindowClosed(False)
line = Editor()
line.setWindowTitle("editor")
line.resize(400, 40)
line.show()
gallery = Gallery(Look(), STRETCHES.get)
window = BreakWindow(
    Look(), Wishes(), time.monotonic, guides=gallery.guide, stills=gallery.still, artist=gallery.artist
)
line.returnPressed.connect(open_break)
if "now" in sys.argv:
    QTimer.singleShot(0, open_break)
app.exec()
