"""Opens a break over a line editor on the display it is started on, and writes down what is asked for.

With the argument "now" at once, else when Return is pressed in the editor.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.library import STRETCHES
from tests.ui import samples

from unhunch.ui.break_window import BreakWindow
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look


class Wishes(samples.FakeWishes):
    """Ends the break when that is asked for."""

    def end(self) -> None:
        print(f"ended; typed {line.text()!r}", flush=True)
        window.show_view(samples.view())
        QTimer.singleShot(500, lambda: print(f"focus back: {line.isActiveWindow()}", flush=True))
        QTimer.singleShot(700, app.quit)


def open_break() -> None:
    """Show a break that has just begun, by the real clock."""
    samples.NOW_S = time.monotonic()
    window.show_view(samples.on_break(0, 0.0))
    print(f"opened {window.isVisible()} active {window.isActiveWindow()}", flush=True)


app = QApplication([])
app.setQuitOnLastWindowClosed(False)
line = QLineEdit()
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
