"""What the library shows of each stretch, in which order, and which of them a filter lets through."""

from collections.abc import Iterable
from dataclasses import dataclass

from unhunch.domain.body import areas_meant
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Stretch
from unhunch.domain.suitability import Verdict, verdict
from unhunch.services.library import Library
from unhunch.ui.guide import said
from unhunch.ui.library.words import area_word, need_word, place_word
from unhunch.ui.words import sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One stretch as this person meets it."""

    stretch: Stretch
    verdict: Verdict
    position: int
    """Its place among those switched on, from 1; 0: switched off."""
    own: bool
    """Whether the person made it."""

    @property
    def id(self) -> str:
        """The stretch's id."""
        return self.stretch.id

    @property
    def enabled(self) -> bool:
        """Whether breaks may show it."""
        return self.position > 0

    @property
    def text(self) -> str:
        """All that a search looks through, in lower case."""
        stretch = self.stretch
        needs = {need for form in stretch.forms for need in form.needs}
        words = (
            said(stretch.name),
            said(stretch.summary),
            *stretch.areas,
            *map(said, stretch.areas),
            *map(area_word, areas_meant(stretch.areas)),
            *map(place_word, stretch.places),
            *map(need_word, needs),
        )
        return " ".join(words).casefold()


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; an empty part lets everything through."""

    words: str = ""
    place: str = ""
    area: str = ""
    need: str = ""
    """What is at hand; "none": nothing."""
    kind: str = ""
    """"on", "off" or "own"."""

    def lets(self, entry: Entry) -> bool:
        """Return whether the entry is to be shown."""
        return (
            self._kind_fits(entry)
            and (not self.place or self.place in entry.stretch.places)
            and (not self.area or self.area in areas_meant(entry.stretch.areas))
            and self._need_fits(entry.stretch)
            and self._words_fit(entry)
        )

    def _kind_fits(self, entry: Entry) -> bool:
        return {"on": entry.enabled, "off": not entry.enabled, "own": entry.own}.get(self.kind, True)

    def _need_fits(self, stretch: Stretch) -> bool:
        if not self.need:
            return True
        if self.need == "none":
            return any(not form.needs for form in stretch.forms)
        return any(self.need in form.needs for form in stretch.forms)

    def _words_fit(self, entry: Entry) -> bool:
        sought = self.words.casefold().split()
        if not sought:
            return True
        text = entry.text
        return all(word in text for word in sought)


def entries(library: Library, settings: Settings) -> list[Entry]:
    """Return every stretch: those switched on in the person's order, then the others in the library's."""
    positions = {name: n for n, name in enumerate(known_enabled(library, settings), 1)}
    found = [
        Entry(stretch, verdict(stretch, settings), positions.get(stretch.id, 0), library.is_own(stretch.id))
        for stretch in library
    ]
    return sorted(found, key=lambda entry: entry.position or len(found) + 1)


def known_enabled(library: Library, settings: Settings) -> tuple[str, ...]:
    """Return the ids switched on, each once, without those that there is no stretch of."""
    return tuple(name for name in dict.fromkeys(settings.stretches.enabled) if library.get(name))


def moved(order: Iterable[str], name: str, before: str | None) -> tuple[str, ...]:
    """Return `order` with `name` moved to just before another, or to the end."""
    rest = [each for each in order if each != name]
    at = rest.index(before) if before in rest else len(rest)
    return (*rest[:at], name, *rest[at:])


def reason_of(entry: Entry) -> str:
    """Return why a stretch is left out or shown differently, in the person's language; "" for no reason."""
    return sentence(entry.verdict.reason or "", "Suitability", "Body")
