"""Draws every window into out/windows: NAME-THEME-SCALE.png, for somebody to look at. See look-at-windows."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.ui.every_window import NOTICES, OPENERS, Windows, leave
from tests.ui.long_words import LongWords
from tests.ui.samples import FakeClock, FakeWishes

from unhunch.domain.settings import Appearance
from unhunch.main import qt_application
from unhunch.resources import resources_dir
from unhunch.ui.library.card_view import CardView
from unhunch.ui.look import Look
from unhunch.ui.style import font
from unhunch.ui.translation import install

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "windows"
SCREEN = (1366, 768)
EVERY = OPENERS | NOTICES
THEMES = ("light", "dark", "contrast")
SETTLE_MS = 900
"""So long until what fades in is there."""
LONGEST_MS = 20_000
"""So long at most until the pictures of a gallery are painted."""


def main() -> int:
    """Open one window after the other in every theme."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these windows; all if none is named")
    parser.add_argument("--scale", type=float, default=1, help="device pixels a pixel, as in 1.25")
    parser.add_argument("--long", action="store_true", help="longer words, as other languages have")
    parser.add_argument("--text", type=int, metavar="PX", help="size of the system's text")
    parser.add_argument("--mirrored", action="store_true", help="from right to left")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in EVERY]
    if unknown:
        parser.error(f"no such window: {', '.join(unknown)}. There are {', '.join(EVERY)}.")
    with tempfile.TemporaryDirectory() as scratch:
        _use_screen(Path(scratch), asked.scale)
        _draw(Path(scratch), asked)
    return 0


def _use_screen(scratch: Path, scale: float) -> None:
    """Let Qt see one small screen; at 200 % it holds half as much."""
    width, height = SCREEN
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    described = scratch / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    os.environ["QT_SCALE_FACTOR"] = str(scale)


def _draw(scratch: Path, asked: argparse.Namespace) -> None:
    app = qt_application()
    english = install(resources_dir() / "translations", QLocale("en"))
    if asked.long:
        longer = LongWords(app)
        app.installTranslator(longer)
    if asked.text:
        app.setFont(font(asked.text))
    if asked.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    kind = f"{asked.scale * 100:.0f}{'-long' * asked.long}{'-mirrored' * asked.mirrored}"
    kind += f"-text-{asked.text}" if asked.text else ""
    OUT.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        look = Look(Appearance(theme=theme))
        for name in asked.names or EVERY:
            windows = Windows(look, FakeWishes(), FakeClock(), Path(tempfile.mkdtemp(dir=scratch)))
            window = EVERY[name](windows)
            window.show()
            _settle(window)
            path = OUT / f"{name}-{theme}-{kind}.png"
            window.grab().save(str(path))
            print(f"{path.relative_to(ROOT)}: {window.width()} x {window.height()}", flush=True)
            leave(window)
            window.deleteLater()
    del app, english


def _settle(window: QWidget) -> None:
    """Wait until the window is as somebody sees it a moment later."""
    QTest.qWait(SETTLE_MS)
    waited_ms = 0
    while waited_ms < LONGEST_MS and any(view.stills.busy for view in window.findChildren(CardView)):
        QTest.qWait(100)
        waited_ms += 100


if __name__ == "__main__":
    sys.exit(main())
