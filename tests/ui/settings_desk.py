"""A settings window on a desk that really changes settings."""

from datetime import UTC, datetime
from typing import Any

from tests.library import STRETCHES
from tests.services.world import CATALOGUE
from tests.ui.samples import FakeWishes

from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.domain.settings import Settings, SettingsError, with_changes
from unhunch.services.preview import typical_day
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look
from unhunch.ui.places import Places
from unhunch.ui.settings.window import SettingsWindow

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLACES = Places(
    "/home/ada/settings.toml", "/home/ada/stretches", "/home/ada/history.db", "/home/ada/unhunch.log"
)


class Desk(FakeWishes):
    """Applies what is asked for, as the program does; `problem` refuses everything."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.window: SettingsWindow | None = None

    def change_settings(self, changes: dict[str, Any]) -> str | None:
        problem = super().change_settings(changes)
        if problem is None:
            try:
                self.settings = with_changes(self.settings, changes)
            except SettingsError as error:
                return str(error)
            if self.window is not None:
                self.window.set_settings(self.settings)
        return problem

    @property
    def changes(self) -> list[dict[str, Any]]:
        """Every change that was asked for."""
        return [given[1] for given in self.asked if given[0] == "change_settings"]


def open_settings(look: Look, desk: Desk) -> SettingsWindow:
    """Return the window on the desk's settings, shown."""
    desk.window = SettingsWindow(
        look,
        desk,
        Gallery(look, STRETCHES.get, desk.settings),
        desk.settings,
        day=typical_day(MONDAY),
        catalogue=lambda _settings: CATALOGUE,
        exchange=SettingsExchange(),
        places=PLACES,
    )
    desk.window.show()
    return desk.window
