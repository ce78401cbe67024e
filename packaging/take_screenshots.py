"""Takes the pictures in packaging/screenshots: what a private X server really shows of the running program.

The program is the real one, with throw-away data and a clock that is moved by hand, so that the pictures
show the same moments every time. Run it by packaging/take-screenshots [NAME...], NAME as in "break-dark".
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from tests.desktop.rig import Desktop

from unhunch.adapters.autostart import NullAutostart
from unhunch.adapters.clock import SystemClock
from unhunch.adapters.paths import Paths
from unhunch.main import App, World, qt_application, run_world

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "packaging" / "screenshots"
SCREEN = "1366x768x24"
THEMES = {"light": "#B9C4CF", "dark": "#2B313A"}
"""Each theme and the plain desktop behind it."""
MINUTE_S = 60.0
STEP_S = 20.0
"""The clock moves in steps short enough that the person is never away."""


class HandClock:
    """A machine's clock that can also be moved ahead by hand."""

    def __init__(self) -> None:
        self.ahead_s = 0.0
        self.clock = SystemClock(
            lambda: time.monotonic() + self.ahead_s, lambda: time.monotonic() + self.ahead_s
        )


class AtTheDesk:
    """A presence source that sees somebody type without a pause."""

    name = "pictures"

    def __init__(self, now_s: Callable[[], float]) -> None:
        self.last_input_s = now_s

    def watch_next_input(self) -> None:
        """Not needed: the tour wakes the session itself."""

    def stop(self) -> None:
        """Holds nothing."""


class Camera:
    """Takes pictures of parts of the screen."""

    def __init__(self, theme: str, names: list[str]) -> None:
        self._theme = theme
        self._names = names

    def take(self, name: str, region: QRect) -> None:
        """Save the region as NAME-THEME.png, if it is one of those asked for."""
        full_name = f"{name}-{self._theme}"
        if self._names and full_name not in self._names:
            return
        path = PICTURES / f"{full_name}.png"
        crop = f"{region.width()}x{region.height()}+{region.x()}+{region.y()}"
        command = ["import", "-window", "root", "-crop", crop, "+repage", "-strip"]
        subprocess.run([*command, "-depth", "8", "-define", "png:compression-level=9", str(path)], check=True)
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB", flush=True)


class Tour:
    """Goes through the program's windows as a day at the desk brings them up."""

    def __init__(self, app: App, clock: HandClock, camera: Camera) -> None:
        self._app = app
        self._clock = clock
        self._camera = camera

    def steps(self) -> Iterator[float]:
        """Do one step, and yield the seconds to wait until the next."""
        yield from self._at_the_desk()
        yield from self._windows()
        yield from self._break()

    def _at_the_desk(self) -> Iterator[float]:
        self._work(32 * MINUTE_S)
        yield 0.5
        right = QGuiApplication.primaryScreen().geometry().right()
        subprocess.run(
            ["xdotool", "mousemove", str(right - 16), "16", "sleep", "0.2", "click", "3"], check=True
        )
        yield 1.5
        self._camera.take("tray", QRect(right - 299, 0, 300, 234))
        subprocess.run(["xdotool", "key", "Escape", "mousemove", "400", "700"], check=True)
        yield 0.5

    def _windows(self) -> Iterator[float]:
        pages = self._app.front.pages
        for name, show in (
            ("welcome", pages.show_welcome),
            ("home", pages.show_home),
            ("library", pages.show_library),
            ("settings", pages.show_settings),
            ("doctor", pages.show_doctor),
        ):
            show()
            yield 2.5 if name == "library" else 1.0  # its stills are painted one by one
            window = next(each for each in pages.windows() if each.isVisible())
            self._camera.take(name, window.geometry())
            window.close()
            yield 0.3

    def _break(self) -> Iterator[float]:
        front = self._app.front
        self._work(12 * MINUTE_S + 25)
        yield 1.0
        self._camera.take("card", around(front.card, 24))
        self._app.desk.start()
        yield 2.5
        for name, done_s in (("break", 24), ("break-reach", 131)):
            self._break_until(done_s)
            yield 1.2  # words that change have faded
            self._camera.take(name, front.break_window.geometry())
        self._break_until(600)
        yield 1.0
        self._camera.take("finish", front.break_window.geometry())

    def _work(self, seconds: float) -> None:
        """Let somebody type for so long."""
        end_s = self._clock.ahead_s + seconds
        while self._clock.ahead_s < end_s:
            self._clock.ahead_s = min(end_s, self._clock.ahead_s + STEP_S)
            self._app.session.woke()

    def _break_until(self, done_s: float) -> None:
        """Let the open break run until so many seconds of it are done, or to its end."""
        while (shown := self._app.session.view().break_) is not None and shown.done_s < done_s:
            self._clock.ahead_s += min(1.0, done_s - shown.done_s + 0.01)
            self._app.session.woke()


def around(window: QWidget, margin: int) -> QRect:
    """The window's place with some of the desktop around it, within the screen."""
    wide = window.geometry().adjusted(-margin, -margin, margin, margin)
    return wide.intersected(window.screen().geometry())


def main() -> int:
    """Start a desktop for each theme and the program in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="only these pictures; all if none is named")
    parser.add_argument("--inside", choices=THEMES, help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        return run_program(arguments.inside, arguments.home, arguments.names)
    for theme in THEMES:
        if status := in_desktop(theme, arguments.names):
            return status
    return 0


def in_desktop(theme: str, names: list[str]) -> int:
    """Run this script again inside a private desktop with a panel; return its exit status."""
    with Desktop.start(screen=SCREEN, tray=True, dark=theme == "dark") as desktop:
        desktop.run("hsetroot", "-solid", THEMES[theme])
        desktop.spawn(["picom", "--backend", "xrender", "--config", "/dev/null"])
        time.sleep(1)
        command = [sys.executable, __file__, *names, "--inside", theme, "--home", str(desktop.home)]
        inside = desktop.spawn(command, log="inside", env={"PYTHONPATH": f"{ROOT / 'app'}:{ROOT}"})
        status = inside.wait(180)
        sys.stderr.write(desktop.read_log("inside"))
        return status


def run_program(theme: str, home: Path, names: list[str]) -> int:
    """Run the program with a clock of its own and go through the tour; return its exit status."""
    clock = HandClock()
    paths = Paths.below(home / "unhunch")
    paths.create()
    paths.settings_file.write_text(f'[appearance]\ntheme = "{theme}"\n\n[sound]\nenabled = false\n')
    presence = AtTheDesk(clock.clock.boot_s)
    world = World(
        paths, clock.clock, lambda *_: presence, NullAutostart(), watches_desktop=False, welcomes=False
    )
    qt = qt_application()

    def began(app: App) -> QTimer:
        tour = Tour(app, clock, Camera(theme, names)).steps()
        timer = QTimer(singleShot=True)

        def step() -> None:
            wait_s = next(tour, None)
            app.quit_soon() if wait_s is None else timer.start(round(wait_s * 1000))

        timer.timeout.connect(step)
        timer.start(1500)
        return timer

    return run_world(world, qt, began)


if __name__ == "__main__":
    sys.exit(main())
