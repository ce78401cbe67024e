"""The rig itself: a desktop of its own that takes keys, shows windows and leaves nothing behind."""

import sys
from pathlib import Path

import pytest
from tests.desktop.rig import Desktop, missing_tools, wait_for

pytestmark = pytest.mark.desktop


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_a_desktop_takes_pictures_and_ends_with_all_its_processes(tmp_path: Path) -> None:
    """Server, buses and window manager come up on a display of their own and are gone afterwards."""
    if missing := missing_tools():
        pytest.skip(f"needs {', '.join(missing)}")
    with Desktop.start(screen="640x480x24") as rig:
        pids = [process.pid for process in rig._processes]
        assert all(alive(pid) for pid in pids)
        picture = rig.picture(tmp_path / "screen.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert not any(alive(pid) for pid in pids)
    assert not rig.directory.exists()


def test_windows_are_found_and_keys_reach_them(desktop: Desktop) -> None:
    """A program started inside has a window with a title and gets what is typed."""
    program = (
        "from PySide6.QtWidgets import QApplication, QLineEdit\n"
        "app = QApplication([])\n"
        "line = QLineEdit(); line.setWindowTitle('rig probe'); line.resize(300, 40); line.show()\n"
        "line.returnPressed.connect(lambda: (print(line.text(), flush=True), app.quit()))\n"
        "app.exec()\n"
    )
    process = desktop.spawn([sys.executable, "-c", program], log="probe")
    wait_for(lambda: desktop.windows("rig probe"), "the window")
    (window,) = desktop.windows("rig probe")
    x, y, width, height = desktop.geometry(window)
    assert (width, height) == (300, 40)
    wait_for(lambda: desktop.focused() == window, "the focus")
    desktop.click(x + width // 2, y + height // 2)
    desktop.type("abc")
    desktop.key("Return")
    assert process.wait(10) == 0
    assert desktop.read_log("probe").splitlines()[-1] == "abc"


def test_a_tray_icon_is_shown(tray_desktop: Desktop) -> None:
    """The panel takes in a tray icon by StatusNotifierItem."""
    program = (
        "from PySide6.QtWidgets import QApplication, QSystemTrayIcon\n"
        "from PySide6.QtGui import QIcon, QPixmap\n"
        "app = QApplication([]); picture = QPixmap(32, 32); picture.fill('green')\n"
        "tray = QSystemTrayIcon(QIcon(picture)); tray.show(); app.exec()\n"
    )
    assert tray_desktop.tray_items() == []
    tray_desktop.spawn([sys.executable, "-c", program], log="probe")
    wait_for(tray_desktop.tray_items, "the tray icon")
