"""Asks the desktop, by its portal, whether it is dark, wants high contrast, or wants no animations.

Qt knows this by itself on some desktops only, and not at all with its generic theme.
"""

from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from unhunch.ui.look import Look

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"
ASKED = ((APPEARANCE, "color-scheme"), (APPEARANCE, "contrast"), (GNOME, "enable-animations"))
_CHANGED = SLOT("_changed(QString,QString,QDBusVariant)")
PREFERS_DARK, PREFERS_CONTRAST = 1, 1


class DesktopLook(QObject):
    """Tells `look` what the desktop wants, now and at every change. Without a portal it says nothing."""

    def __init__(self, look: Look, bus: QDBusConnection | None = None) -> None:
        super().__init__()
        self._look = look
        self._bus = bus or QDBusConnection.sessionBus()
        self._asking: list[QDBusPendingCallWatcher] = []

    def follow(self) -> None:
        """Ask, without waiting for the answers, and listen."""
        if not self._bus.isConnected():
            return
        self._bus.connect(  # type: ignore[call-overload]  # the stubs ask for bytes, the binding for str
            SERVICE, PATH, INTERFACE, "SettingChanged", self, _CHANGED
        )
        for namespace, key in ASKED:
            question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
            question.setArguments([namespace, key])
            question.setAutoStartService(True)
            watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
            watcher.setProperty("asked", [namespace, key])
            watcher.finished.connect(self._answered)
            self._asking.append(watcher)

    def take(self, namespace: str, key: str, value: Any) -> None:
        """Understand one value of the desktop's settings."""
        value = _plain(value)
        if (namespace, key) == (APPEARANCE, "color-scheme") and isinstance(value, int):
            self._look.set_desktop(dark=value == PREFERS_DARK)
        elif (namespace, key) == (APPEARANCE, "contrast") and isinstance(value, int):
            self._look.set_desktop(contrast=value == PREFERS_CONTRAST)
        elif (namespace, key) == (GNOME, "enable-animations") and isinstance(value, bool):
            self._look.set_desktop(still=not value)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        self._asking.remove(watcher)
        reply = watcher.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            namespace, key = watcher.property("asked")
            self.take(namespace, key, reply.arguments()[0])
        watcher.deleteLater()

    @Slot(str, str, QDBusVariant)
    def _changed(self, namespace: str, key: str, value: QDBusVariant) -> None:
        self.take(namespace, key, value)


def _plain(value: Any) -> Any:
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
