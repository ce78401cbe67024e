"""When the tray may be touched."""

import sys

import pytest
from PySide6.QtDBus import QDBusConnection

from unhunch.ui.tray_host import TrayHost
from unhunch.ui.x11 import COMPOSITOR, is_owned

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has to wait")


def test_without_a_bus_there_is_nothing_to_wait_for(qtbot):
    """No session bus means no StatusNotifier: the tray may be touched at once, and once only."""
    host = TrayHost(bus=QDBusConnection("nowhere"))
    heard = []
    host.ready.connect(lambda: heard.append(True))
    host.wait()
    host._limit.timeout.emit()
    assert heard == [True]


def test_without_an_x_server_nothing_is_owned(monkeypatch):
    """No display, no selections."""
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not is_owned(COMPOSITOR)


def test_a_display_that_is_not_there_owns_nothing(monkeypatch):
    """A dead display is no error."""
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not is_owned(COMPOSITOR)
