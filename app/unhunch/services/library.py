"""The stretches there are: the shipped ones and the person's own, read from their files once."""

from collections.abc import Iterator

from unhunch.domain.catalogue import Catalogue
from unhunch.domain.routines import TimedRoutine, timed
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form, Source, Stretch, StretchError, parse
from unhunch.domain.suitability import Verdict, favour, verdict
from unhunch.services.ports import StretchFiles


class Library:
    """Every stretch that can be shown, by id. A file that cannot be used is left out and named."""

    def __init__(self, files: StretchFiles) -> None:
        self._files = files
        self._stretches: dict[str, Stretch] = {}
        self._shipped: dict[str, Stretch] = {}
        self._amiss: list[str] = []
        self._own: frozenset[str] = frozenset()
        self.problems: tuple[str, ...] = ()
        """One sentence for each file that was left out."""
        self.reload()

    def reload(self) -> None:
        """Read the person's own files anew; the shipped ones are read once.

        An own stretch never hides a shipped one of the same id.
        """
        if not self._shipped:
            for stretch_id, text in self._files.shipped():
                _read(stretch_id, text, self._shipped, self._amiss)
        shipped, problems = self._shipped, [*self._amiss]
        own: dict[str, Stretch] = {}
        for stretch_id, source in self._files.own():
            if stretch_id in shipped:
                problems.append(f"There are two stretches “{stretch_id}”; rename the file of your own.")
            else:
                _read(stretch_id, source, own, problems)
        problems += self._files.unread
        self._stretches, self._own = shipped | own, frozenset(own)
        self.problems = tuple(problems)

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._stretches.values())

    def __len__(self) -> int:
        return len(self._stretches)

    def get(self, stretch_id: str) -> Stretch | None:
        """Return the stretch with this id, or None."""
        return self._stretches.get(stretch_id)

    def is_own(self, stretch_id: str) -> bool:
        """Return whether this stretch is the person's own."""
        return stretch_id in self._own

    def verdict(self, stretch_id: str, settings: Settings, routine: str = "") -> Verdict | None:
        """Return whether and how the person sees a stretch, and why; see `domain.suitability`."""
        stretch = self.get(stretch_id)
        return verdict(stretch, settings, routine) if stretch else None

    def form(self, stretch_id: str, settings: Settings, routine: str = "") -> Form | None:
        """Return the form of a stretch as the person sees it: place, gentler where needed, and dose.

        Of a stretch that is left out, its usual form. `routine`: the name of the routine that shows it.
        """
        found = self.verdict(stretch_id, settings, routine)
        return found.form if found else None

    def lengths_s(self, settings: Settings) -> dict[str, float]:
        """Return the seconds that each stretch takes which breaks may show to this person."""
        found = {s.id: verdict(s, settings) for s in self}
        return {each: how.form.total_s for each, how in found.items() if how.is_shown}

    def timed(
        self,
        routine: str,
        settings: Settings,
        *,
        length_s: float | None = None,
        count: int | None = None,
    ) -> TimedRoutine:
        """Return the times of one of the settings' routines, in a break of `length_s` or `count` stretches.

        Raises KeyError where there is no such routine.
        """
        stretches = settings.routine[routine].stretches
        return timed(((each, self.verdict(each, settings, routine)) for each in stretches), length_s, count)

    def catalogue(self, settings: Settings) -> Catalogue:
        """Return what the engine is told of the stretches."""
        lengths = self.lengths_s(settings)
        return Catalogue(
            lengths_s=lengths,
            favours={s.id: favour(s, settings) for s in self if s.id in lengths},
            in_routines_s={
                name: {
                    each: form.total_s
                    for each in routine.dose
                    if each in lengths and (form := self.form(each, settings, name))
                }
                for name, routine in settings.routine.items()
                if routine.dose
            },
        )


def _read(stretch_id: str, source: Source, into: dict[str, Stretch], problems: list[str]) -> None:
    try:
        into[stretch_id] = parse(stretch_id, source)
    except StretchError as error:
        problems.append(str(error))
