"""The desktop's screen saver or lock screen, as it tells of itself on the session bus."""

from collections.abc import Callable

from jeepney import DBusAddress

from unhunch.adapters.dbus import Bus
from unhunch.adapters.together import Source

# Name (which is also the interface) and object. Every desktop has one or two of these.
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


class ScreenSaverWatch:
    """Takes a screen saver that covers the screen for a lock: nobody works behind it."""

    def __init__(self, bus: Bus, source: Source, name: str, path: str) -> None:
        self._bus = bus
        self._source = source
        self._address = DBusAddress(path, name, name)
        bus.on_lost.append(source.lost)
        bus.watch_owner(name, self._owner_changed)
        bus.subscribe(self._active, interface=name, member="ActiveChanged", sender=name)
        self._ask()

    def _ask(self) -> None:
        self._bus.call(self._address, "GetActive", reply=self._active)

    def _active(self, active: bool) -> None:
        if active:
            self._source.locked()
        else:
            self._source.unlocked()

    def _owner_changed(self, here: bool) -> None:
        """One that ended while it covered the screen covers it no longer."""
        if here:
            self._ask()
        else:
            self._source.lost()


def watch_screen_savers(bus: Bus, new_source: Callable[[], Source]) -> list[ScreenSaverWatch]:
    """Listen to all of them: which one a desktop has shows when it speaks."""
    return [ScreenSaverWatch(bus, new_source(), name, path) for name, path in SAVERS]
