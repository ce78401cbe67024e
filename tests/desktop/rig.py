"""A private, real desktop for tests: an X server, a window manager, D-Bus, a tray host, keys and pictures.

    def test_it(tray_desktop): ...  # a fixture; or: with Desktop.start(tray=True) as desktop

Everything lives in its own temporary directory and its own processes, which end with it. Needs Debian's
xvfb, openbox, dbus, xdotool, x11-utils and imagemagick, and xfce4-panel for the tray.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "xprop", "import")
TRAY_TOOLS = ("xfce4-panel", "gdbus")
WATCHER = "org.kde.StatusNotifierWatcher"

_PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="{dark}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/><property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
"""


class RigError(Exception):
    """The desktop did not come up; the message has the end of the log."""


def missing_tools(*, tray: bool = False) -> list[str]:
    """What would have to be installed first."""
    return [tool for tool in TOOLS + (TRAY_TOOLS if tray else ()) if shutil.which(tool) is None]


def wait_for(condition: Callable[[], object], what: str, timeout_s: float = 20) -> None:
    """Look every 50 ms until it is so. Raises RigError, naming `what`, when the time is over."""
    end_s = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > end_s:
            raise RigError(f"waited {timeout_s:g} s for {what}")
        time.sleep(0.05)


def _listens(path: Path) -> bool:
    """A socket is there a moment before somebody answers at it."""
    with socket.socket(socket.AF_UNIX) as attempt:
        return attempt.connect_ex(str(path)) == 0


class Desktop:
    """A running private desktop. `env` starts programs inside it."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="desktop-rig-"))
        self.home = self.directory / "home"
        runtime = self.directory / "run"
        for path in (self.home, runtime):
            path.mkdir(mode=0o700)
        kept = ("PATH", "TZ", "USER", "LOGNAME", "PYTHONPATH")
        self.env: dict[str, str] = {name: os.environ[name] for name in kept if name in os.environ}
        self.env |= {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "XFCE",
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        self._processes: list[subprocess.Popen[bytes]] = []
        self._named: dict[str, subprocess.Popen[bytes]] = {}

    @classmethod
    @contextlib.contextmanager
    def start(
        cls,
        *,
        screen: str | None = "1280x800x24",
        tray: bool = False,
        dark: bool = True,
        wm: bool = True,
    ) -> Iterator["Desktop"]:
        """Bring a desktop up (with `screen` None the buses alone), and down at the end. Raises RigError."""
        desktop = cls()
        try:
            desktop._start_buses()
            if screen is None:
                yield desktop
                return
            desktop._start_x(screen)
            if wm:
                desktop._start_window_manager()
            if tray:
                desktop._start_tray(dark)
            yield desktop
        finally:
            desktop._stop()

    @property
    def display(self) -> str:
        """ ":99" or the like."""
        return self.env["DISPLAY"]

    def spawn(
        self, command: Sequence[str | Path], *, log: str | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program inside; it ends with the desktop at the latest. `read_log(log)` has its output."""
        name = log or Path(command[0]).name
        with (self.directory / f"{name}.log").open("ab") as output:
            process = subprocess.Popen(
                [str(part) for part in command],
                env={**self.env, **(env or {})},
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        return self._keep(name, process)

    def spawn_unhunch(
        self, *arguments: str, log: str = "unhunch", env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start the program from the source tree with this Python, for somebody who has been welcomed."""
        settings = self.home / ".config" / "unhunch" / "settings.toml"
        if not arguments and not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("[welcome]\ndone = true\n")
        path = os.pathsep.join([str(ROOT / "app"), self.env.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        return self.spawn(
            [sys.executable, "-m", "unhunch", *arguments], log=log, env={"PYTHONPATH": path, **(env or {})}
        )

    def run(self, *command: str | Path, timeout_s: float = 20, check: bool = True) -> str:
        """Run a tool inside and return its output. Raises RigError where it fails."""
        done = subprocess.run(
            [str(part) for part in command],
            env=self.env,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if check and done.returncode:
            raise RigError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout.strip()

    def process(self, name: str) -> subprocess.Popen[bytes]:
        """The last process with this log name; the desktop's own: "Xvfb", "bus", "system_bus", "openbox"."""
        return self._named[name]

    def read_log(self, name: str) -> str:
        """What the program wrote that was spawned with this log name."""
        path = self.directory / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def end(self, process: subprocess.Popen[bytes], grace_s: float = 5) -> int:
        """TERM, then KILL, this process; returns its exit status."""
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(grace_s)
            except subprocess.TimeoutExpired:
                process.kill()
        return process.wait()

    # Input, as the X server sees it from real devices.

    def key(self, *keys: str) -> None:
        """Press and release keys by their X names: "a", "Return", "ctrl+c"."""
        self.run("xdotool", "key", *keys)

    def hold_key(self, key: str, seconds: float) -> None:
        """Hold a key down."""
        self.run("xdotool", "keydown", key, "sleep", str(seconds), "keyup", key)

    def type(self, text: str) -> None:
        """Type text."""
        self.run("xdotool", "type", "--delay", "20", text)

    def move(self, x: int, y: int) -> None:
        """Move the pointer."""
        self.run("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and click."""
        self.run("xdotool", "mousemove", str(x), str(y), "sleep", "0.05", "click", str(button))

    # What is on the screen.

    def windows(self, title: str = ".", *, visible: bool = True) -> list[int]:
        """Ids of the windows whose title matches this regular expression."""
        only = ("--onlyvisible",) if visible else ()
        found = self.run("xdotool", "search", *only, "--name", title, check=False)
        return [int(line) for line in found.split()]

    def window_titles(self) -> dict[int, str]:
        """Every visible window with a title."""
        return {window: self.run("xdotool", "getwindowname", str(window)) for window in self.windows()}

    def geometry(self, window: int) -> tuple[int, int, int, int]:
        """x, y, width and height of a window on the screen, in pixels."""
        lines = self.run("xdotool", "getwindowgeometry", "--shell", str(window)).splitlines()
        values = dict(line.split("=", 1) for line in lines)
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])

    def focused(self) -> int | None:
        """Id of the window that has the keyboard."""
        found = self.run("xdotool", "getwindowfocus", check=False)
        return int(found) if found.isdigit() else None

    def picture(self, path: Path) -> Path:
        """Take a picture of the whole screen (PNG)."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", path)
        return path

    def tray_items(self) -> list[str]:
        """What has registered at the tray host by StatusNotifierItem, as "bus-name/object"."""
        items = self._gdbus(
            WATCHER,
            "/StatusNotifierWatcher",
            "org.freedesktop.DBus.Properties.Get",
            WATCHER,
            "RegisteredStatusNotifierItems",
        )
        return [part for part in items.split("'")[1::2] if "/" in part]

    # How it comes up and goes down.

    def _start_x(self, screen: str) -> None:
        reader, writer = os.pipe()
        with (self.directory / "Xvfb.log").open("wb") as output:
            command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen]
            command += ["-noreset", "-nolisten", "tcp", "-dpi", "96"]
            server = subprocess.Popen(
                command,
                env=self.env,
                stdout=output,
                stderr=output,
                pass_fds=(writer,),
                start_new_session=True,
            )
        self._keep("Xvfb", server)
        os.close(writer)
        with open(reader, encoding="ascii") as numbers:
            number = numbers.readline().strip()  # ends with the server at the latest
        if not number:
            raise RigError("Xvfb did not start: " + self.read_log("Xvfb")[-500:])
        self.env["DISPLAY"] = f":{number}"

    def _start_buses(self) -> None:
        for variable, name in (
            ("DBUS_SESSION_BUS_ADDRESS", "bus"),
            ("DBUS_SYSTEM_BUS_ADDRESS", "system_bus"),  # empty: the machine's own must not be reached
        ):
            path = Path(self.env["XDG_RUNTIME_DIR"]) / name
            self.env[variable] = f"unix:path={path}"
            address = f"--address={self.env[variable]}"
            self.spawn(["dbus-daemon", "--session", "--nofork", "--nopidfile", address], log=name)
            wait_for(lambda path=path: _listens(path), f"the D-Bus daemon ({name})")

    def _start_window_manager(self) -> None:
        self.spawn(["openbox", "--sm-disable"])
        wait_for(
            lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK", check=False),
            "openbox",
        )

    def _start_tray(self, dark: bool) -> None:
        config = self.home / ".config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
        config.parent.mkdir(parents=True)
        config.write_text(_PANEL.format(dark=str(dark).lower()), encoding="utf-8")
        self.spawn(["xfce4-panel", "--disable-wm-check"])
        wait_for(self._has_tray, "a tray host on the session bus", timeout_s=30)

    def _has_tray(self) -> bool:
        bus = "org.freedesktop.DBus"
        return "true" in self._gdbus(bus, "/org/freedesktop/DBus", f"{bus}.NameHasOwner", WATCHER)

    def _gdbus(self, name: str, path: str, method: str, *arguments: str) -> str:
        call = ["gdbus", "call", "--session", "--timeout", "10", "-d", name, "-o", path, "-m", method]
        return self.run(*call, *arguments, check=False)

    def _keep(self, name: str, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        self._processes.append(process)
        self._named[name] = process
        return process

    def _stop(self) -> None:
        for process in reversed(self._processes):
            # The whole session of each: what a program started goes with it.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)


def _desktop_or_skip(*, tray: bool) -> Iterator[Desktop]:
    if missing := missing_tools(tray=tray):
        pytest.skip(f"needs {', '.join(missing)} (see packaging/test)")
    with Desktop.start(tray=tray) as desktop:
        yield desktop


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A fresh private desktop without a tray host."""
    yield from _desktop_or_skip(tray=False)


@pytest.fixture
def tray_desktop() -> Iterator[Desktop]:
    """A fresh private desktop with a panel that shows tray icons."""
    yield from _desktop_or_skip(tray=True)
