"""What the commands on stretches and settings share: the person's files, and the app if it runs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from unhunch.adapters.autostart import open_autostart
from unhunch.adapters.own_stretches import OwnStretches
from unhunch.adapters.paths import Paths
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.commands.outcome import failed
from unhunch.control_client import NoAnswerError, NotRunningError, request
from unhunch.domain.settings import Settings, SettingsError
from unhunch.domain.stretch import Stretch
from unhunch.resources import stretches_dir
from unhunch.services import changing
from unhunch.services.collection import Collection
from unhunch.services.library import Library


class Choice:
    """The person's settings and stretches, as the files have them now."""

    def __init__(self, paths: Paths | None = None) -> None:
        self.paths = paths or Paths.of_user()
        self._file = SettingsFile(self.paths.settings_file, lambda: datetime.now().astimezone())
        read = self._file.reload()
        self.settings: Settings = read[0] if read else Settings()
        self.problems: tuple[str, ...] = read[1] if read else ()
        self._files = StretchFolder(
            stretches_dir(),
            self.paths.own_stretches,
            Settings().stretches.enabled,
            self.paths.stretch_cache,
        )
        self.library = Library(self._files)
        self.collection = Collection(
            library=self.library,
            files=self._files,
            store=OwnStretches(self.paths.own_stretches),
            archives=StretchArchives(),
            settings=lambda: self.settings,
            change_settings=self.change_settings,
            changed=lambda: None,
            drawing_problem=_drawing_problem,
        )

    @property
    def is_unusable(self) -> bool:
        """Whether there is a settings file that cannot be used; the last of the problems says why."""
        return self._file.is_unusable

    def tell_problems(self) -> None:
        """Say on stderr what of the settings is not used."""
        for problem in self.problems:
            failed(problem)

    def change_settings(self, changes: Mapping[str, Any]) -> str | None:
        """Change settings: by the app where it runs, else in the file; return what was wrong, or None."""
        try:
            answer = request("set", changes, runtime=self.paths.runtime)
        except NotRunningError:
            return self._change_file(changes)
        except NoAnswerError as error:
            return str(error)
        if not answer.get("ok"):
            return str(answer.get("error", "Unhunch refused."))
        read = self._file.reload()
        self.settings = read[0] if read else self.settings
        return None

    def _change_file(self, changes: Mapping[str, Any]) -> str | None:
        if self.is_unusable:
            return f"{self.problems[-1]} Nothing was changed."
        try:
            self.paths.create()
            self.settings = changing.save(self._file, open_autostart(), self.settings, changes)
        except (SettingsError, OSError) as error:
            return str(error)
        return None


def _drawing_problem(stretch: Stretch) -> str | None:
    from unhunch.drawable import drawing_problem  # noqa: PLC0415 (Qt, for who imports stretches alone)

    return drawing_problem(stretch)
