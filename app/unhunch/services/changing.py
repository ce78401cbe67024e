"""Settings that are saved, with what the system must be told about them."""

from collections.abc import Mapping
from typing import Any

from unhunch.domain.settings import Settings, SettingsError, leaves, with_changes
from unhunch.services.ports import Autostart, SettingsStore


def save(store: SettingsStore, autostart: Autostart, now: Settings, changes: Mapping[str, Any]) -> Settings:
    """Save changes to the settings of `now`, and start at login as they say; return what results.

    Where one of the two fails, neither is done. Raises SettingsError, OSError.
    """
    if all(key != "startup.at_login" for key, _ in leaves(changes)):
        return store.save(changes)
    at_login = with_changes(now, changes).startup.at_login
    was_at_login = autostart.is_enabled()
    if at_login == was_at_login:
        return store.save(changes)
    autostart.set_enabled(at_login)
    try:
        return store.save(changes)
    except (SettingsError, OSError):
        autostart.set_enabled(was_at_login)
        raise
