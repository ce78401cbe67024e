"""Fixtures for the tests on a private real desktop."""

from tests.desktop.rig import desktop, tray_desktop

__all__ = ["desktop", "tray_desktop"]
