"""What a routine comes to: its stretches with their times, and what of it fits the breaks that show it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from unhunch.domain.settings import Routine, Settings
from unhunch.domain.suitability import Verdict
from unhunch.services.library import Library
from unhunch.ui.guide import said
from unhunch.ui.library.words import span
from unhunch.ui.words import rhythm_title, sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One stretch of a routine."""

    id: str
    name: str
    total_s: float
    """Seconds in the routine's dose; 0 where breaks do not show it."""
    why_not: str
    """Why breaks do not show it; "" where they do."""


def title_of(name: str, routine: Routine) -> str:
    """Return what a routine is called, in the person's language where it came with the program."""
    return QCoreApplication.translate("Routines", routine.title) if routine.title else name


def items(library: Library, settings: Settings, name: str) -> list[Item]:
    """Return what a routine shows, in its order."""
    return [_item(each, library, settings, name) for each in settings.routine[name].stretches]


def total_s(found: list[Item]) -> float:
    """Return the seconds of all that is shown."""
    return sum(item.total_s for item in found)


def fits(found: list[Item], settings: Settings, name: str) -> list[str]:
    """Return a sentence for each thing that does not fit the breaks that show this routine."""
    told: list[str] = []
    for rhythm_name, rhythm in settings.rhythm.items():
        if rhythm.routine != name or not rhythm.enabled:
            continue
        title = rhythm_title(rhythm_name)
        if rhythm.length_s is not None:
            told += _by_length(found, rhythm.length_s, title)
        shown = [item for item in found if not item.why_not]
        if rhythm.stretches is not None and rhythm.stretches < len(shown):
            template = QCoreApplication.translate(
                "Routines", "“%1” shows %2 of them at a time; the next one goes on from there."
            )
            told.append(template.replace("%1", title).replace("%2", str(rhythm.stretches)))
    return told


def _item(stretch_id: str, library: Library, settings: Settings, routine: str) -> Item:
    stretch, found = library.get(stretch_id), library.verdict(stretch_id, settings, routine)
    if stretch is None or found is None:
        gone = QCoreApplication.translate("Routines", "Left out: there is no such stretch any more.")
        return Item(stretch_id, stretch_id, 0.0, gone)
    seconds = found.form.total_s if found.is_shown else 0.0
    return Item(stretch_id, said(stretch.name), seconds, _why_not(found))


def _why_not(found: Verdict) -> str:
    return "" if found.is_shown else sentence(found.reason or "", "Suitability", "Body")


def _by_length(found: list[Item], length_s: float, title: str) -> list[str]:
    template = QCoreApplication.translate(
        "Routines", "“%1” takes %2, and “%3” has only %4: there it is passed over."
    )
    told = [
        template.replace("%1", item.name)
        .replace("%2", span(item.total_s))
        .replace("%3", title)
        .replace("%4", span(length_s))
        for item in {item.id: item for item in found}.values()
        if item.total_s > length_s
    ]
    if total_s(found) > length_s:
        rest = QCoreApplication.translate(
            "Routines", "“%1” has %2: it shows as many as fit, and the next one goes on from there."
        )
        told.append(rest.replace("%1", title).replace("%2", span(length_s)))
    return told
