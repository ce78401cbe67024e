"""The stretches there are: the shipped ones and the person's own, read from their files once."""

from collections.abc import Iterable, Iterator

from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form, Stretch, StretchError, parse
from unhunch.services.ports import StretchFiles


class Library:
    """Every stretch that can be shown, by id. A file that cannot be used is left out and named."""

    def __init__(self, files: StretchFiles) -> None:
        self._files = files
        self._stretches: dict[str, Stretch] = {}
        self.problems: tuple[str, ...] = ()
        """One sentence for each file that was left out."""
        self.reload()

    def reload(self) -> None:
        """Read all files anew. The person's own stretch never hides a shipped one of the same id."""
        found: dict[str, Stretch] = {}
        problems: list[str] = []
        for stretch_id, text in self._texts():
            if stretch_id in found:
                problems.append(f"There are two stretches “{stretch_id}”; rename the file of your own.")
                continue
            try:
                found[stretch_id] = parse(stretch_id, text)
            except StretchError as error:
                problems.append(str(error))
        self._stretches, self.problems = found, tuple(problems)

    def _texts(self) -> Iterable[tuple[str, str]]:
        yield from self._files.shipped()
        yield from self._files.own()

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._stretches.values())

    def __len__(self) -> int:
        return len(self._stretches)

    def get(self, stretch_id: str) -> Stretch | None:
        """Return the stretch with this id, or None."""
        return self._stretches.get(stretch_id)

    def form(self, stretch_id: str, settings: Settings) -> Form | None:
        """Return the form of a stretch that the person sees: standing or sitting as they prefer."""
        stretch = self.get(stretch_id)
        return stretch.form_for(settings.appearance.posture) if stretch else None

    def lengths_s(self, settings: Settings) -> dict[str, float]:
        """Return the seconds each stretch takes in the form the person sees: the engine's catalogue."""
        return {s.id: s.form_for(settings.appearance.posture).total_s for s in self}
