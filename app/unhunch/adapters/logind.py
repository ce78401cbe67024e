"""Sleep, lock and time zone as systemd (or elogind) tells them on the system bus."""

from collections.abc import Callable, Mapping
from typing import Any

from jeepney import DBusAddress, FileDescriptor
from PySide6.QtCore import QTimer

from unhunch.adapters.dbus import PROPERTIES, Bus
from unhunch.adapters.together import Source

NAME = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
_MANAGER_PATH = "/org/freedesktop/login1"
_OWN_SESSION_PATH = "/org/freedesktop/login1/session/auto"
# A lock asked for shows within this time, by its hint; else nobody locked, and nobody would ever unlock.
CONFIRM_LOCK_S = 10.0


class LogindWatch:
    """Passes on sleep, waking, lock and unlock to `source`.

    Sleep is delayed (logind allows some seconds) until `source.sleeping()` has returned, so that what it
    saves is on disk.
    """

    name = "logind"

    def __init__(
        self, bus: Bus, source: Source, session_id: str | None, confirm_lock_s: float = CONFIRM_LOCK_S
    ) -> None:
        self._bus = bus
        self._source = source
        self._session_id = session_id
        self._session: DBusAddress | None = None
        self._delay: FileDescriptor | None = None
        self._manager = DBusAddress(_MANAGER_PATH, NAME, MANAGER)
        self._confirm = QTimer()
        self._confirm.setSingleShot(True)
        self._confirm.setInterval(round(confirm_lock_s * 1000))
        self._confirm.timeout.connect(self._ask_locked)
        bus.on_lost.append(self._gone)
        bus.watch_owner(NAME, self._owner_changed)
        bus.subscribe(
            self._prepare_for_sleep,
            interface=MANAGER,
            member="PrepareForSleep",
            path=_MANAGER_PATH,
            sender=NAME,
        )
        self._start()

    def stop(self) -> None:
        """Let go of the delay; the bus belongs to who made it."""
        self._confirm.stop()
        self._release()

    def _start(self) -> None:
        self._take_delay()
        if self._session_id:
            self._find_session(self._session_id)
        else:
            own = DBusAddress(_OWN_SESSION_PATH, NAME, SESSION)
            self._bus.get_property(own, "Id", self._find_session)

    def _find_session(self, session_id: str) -> None:
        self._bus.call(self._manager, "GetSession", "s", (session_id,), reply=self._watch_session)

    def _watch_session(self, path: str) -> None:
        if self._session is None or self._session.object_path != path:
            self._session = DBusAddress(path, NAME, SESSION)
            self._bus.subscribe(self._lock_asked, interface=SESSION, member="Lock", path=path, sender=NAME)
            self._bus.subscribe(
                self._source.unlocked, interface=SESSION, member="Unlock", path=path, sender=NAME
            )
            self._bus.subscribe(
                self._properties_changed,
                interface=PROPERTIES,
                member="PropertiesChanged",
                path=path,
                sender=NAME,
            )
        self._ask_locked()

    def _ask_locked(self) -> None:
        if self._session is not None:
            self._bus.get_property(self._session, "LockedHint", self._locked_hint)

    def _lock_asked(self) -> None:
        """Somebody asked for a lock. Take it for one at once, but believe it only if the hint follows: not
        every screen locker tells logind of the unlocking, and a lock that never ends would silence us."""
        self._source.locked()
        self._confirm.start()

    def _locked_hint(self, locked: bool) -> None:
        if locked:
            self._source.locked()
        elif not self._confirm.isActive():
            self._source.unlocked()

    def _properties_changed(self, interface: str, changed: Mapping[str, Any], _invalid: list[str]) -> None:
        if interface == SESSION and "LockedHint" in changed:
            self._confirm.stop()
            self._locked_hint(bool(changed["LockedHint"][1]))

    def _prepare_for_sleep(self, begins: bool) -> None:
        if begins:
            try:
                self._source.sleeping()
            finally:
                self._release()
        else:
            self._source.woke()
            self._take_delay()

    def _take_delay(self) -> None:
        why = ("sleep", "Unhunch", "Saves how long you have been at the desk", "delay")
        self._bus.call(self._manager, "Inhibit", "ssss", why, reply=self._keep_delay)

    def _keep_delay(self, delay: FileDescriptor) -> None:
        self._release()
        self._delay = delay

    def _release(self) -> None:
        if self._delay is not None:
            self._delay.close()
            self._delay = None

    def _owner_changed(self, here: bool) -> None:
        if here:
            self._start()
        else:
            self._gone()

    def _gone(self) -> None:
        self.stop()
        self._source.lost()


def watch_time_zone(bus: Bus, changed: Callable[[], None]) -> None:
    """Have `changed` called when somebody sets the machine's time zone."""

    def properties_changed(_interface: str, properties: Mapping[str, Any], _invalid: list[str]) -> None:
        if "Timezone" in properties:
            changed()

    name, path = "org.freedesktop.timedate1", "/org/freedesktop/timedate1"
    bus.subscribe(
        properties_changed, interface=PROPERTIES, member="PropertiesChanged", path=path, sender=name
    )
