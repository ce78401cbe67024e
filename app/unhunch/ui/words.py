"""What the windows say of the engine's state: short, kind, translatable sentences.

English is the source; "min", "h" and "s" need no plural there, other languages give theirs by `%n`.
"""

import math
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from unhunch.domain.text import Sentence
from unhunch.domain.view import View
from unhunch.ui.reading import Reading


def minutes(seconds: float) -> str:
    """Return a duration in whole minutes ("32 min", "1 h 5 min"), rounded to the nearest."""
    total = max(0, round(seconds / 60))
    hours, rest = divmod(total, 60)
    if hours == 0:
        return QCoreApplication.translate("Words", "%n min", "", total)
    spelled = QCoreApplication.translate("Words", "%n h", "", hours)
    if rest == 0:
        return spelled
    return f"{spelled} {QCoreApplication.translate('Words', '%n min', '', rest)}"


def duration(seconds: float) -> str:
    """Return a duration as people say it: seconds below a minute and a half, minutes above."""
    if seconds < 90:
        return QCoreApplication.translate("Words", "%n s", "", max(0, math.ceil(seconds)))
    return minutes(seconds)


def clock(seconds: float) -> str:
    """Return a countdown as "2:05", rounded up so that 0:00 is the end."""
    whole = max(0, math.ceil(seconds - 1e-6))
    return f"{whole // 60}:{whole % 60:02d}"


def wall_time(when: datetime) -> str:
    """Return a time of day in the person's own format."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def calendar_day(when: datetime) -> str:
    """Return a day in the person's own format."""
    return QLocale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat)


def rhythm_title(name: str) -> str:
    """Return what a rhythm is called: a title of two words at most, or the person's own name for it."""
    if name == "stretch":
        return QCoreApplication.translate("Words", "Stretch break")
    if name == "eyes":
        return QCoreApplication.translate("Words", "Eye break")
    return name[:1].upper() + name[1:]


def next_break(name: str, in_s: float) -> str:
    """Return when the next break of a rhythm comes, as the second half of a sentence."""
    if in_s < 60:
        return _by_rhythm(
            name,
            QCoreApplication.translate("Words", "next stretch in less than a minute"),
            QCoreApplication.translate("Words", "next eye break in less than a minute"),
            QCoreApplication.translate("Words", "next break (%1) in less than a minute"),
        )
    return _by_rhythm(
        name,
        QCoreApplication.translate("Words", "next stretch in %2"),
        QCoreApplication.translate("Words", "next eye break in %2"),
        QCoreApplication.translate("Words", "next break (%1) in %2"),
    ).replace("%2", minutes(in_s))


def _by_rhythm(name: str, stretch: str, eyes: str, other: str) -> str:
    return {"stretch": stretch, "eyes": eyes}.get(name, other).replace("%1", name)


def hold_reason(reason: str) -> str:
    """Return why breaks are held, as a whole sentence."""
    if reason == "meeting":
        return QCoreApplication.translate("Words", "Breaks wait until your meeting is over.")
    if reason == "fullscreen":
        return QCoreApplication.translate("Words", "Breaks wait while an app fills the screen.")
    if reason == "dnd":
        return QCoreApplication.translate("Words", "Breaks wait while do-not-disturb is on.")
    if reason == "excluded_app":
        return QCoreApplication.translate("Words", "Breaks wait for an app on your list.")
    return QCoreApplication.translate("Words", "Breaks wait for the moment.")


def pause_end(reading: Reading) -> str:
    """Return until when the person paused, as a whole sentence."""
    until = reading.view.paused_until
    if not isinstance(until, datetime):
        return QCoreApplication.translate("Words", "Paused until you resume.")
    today = (reading.view.at + timedelta(seconds=reading.passed_s)).date()
    days = (until.date() - today).days
    if days <= 0:
        said = QCoreApplication.translate("Words", "Paused until %1.")
    elif days == 1:
        said = QCoreApplication.translate("Words", "Paused until tomorrow, %1.")
    else:
        said = QCoreApplication.translate("Words", "Paused until %2, %1.").replace("%2", calendar_day(until))
    return said.replace("%1", wall_time(until))


def status(reading: Reading) -> str:
    """Return the state in one or two sentences: for the tooltip, the menu and the small window."""
    view = reading.view
    plain = {
        "break": QCoreApplication.translate("Words", "Time to stretch."),
        "off_hours": QCoreApplication.translate("Words", "Outside your working hours."),
        "away": QCoreApplication.translate("Words", "Away from the desk."),
        "idle": QCoreApplication.translate("Words", "No breaks are switched on."),
    }
    if view.phase in plain:
        return plain[view.phase]
    if view.phase == "paused":
        return pause_end(reading)
    if view.phase == "waiting":
        return _waiting(view)
    return _desk_time(reading)


def _waiting(view: View) -> str:
    if view.holds:
        due = QCoreApplication.translate("Words", "A break is due.")
        return f"{due} {hold_reason(view.holds[0])}"
    if view.card is not None and view.card.waiting_for:
        return QCoreApplication.translate("Words", "A break is due. It waits for a pause in your typing.")
    return QCoreApplication.translate("Words", "A break is due and comes in a moment.")


def _desk_time(reading: Reading) -> str:
    rhythm = reading.next_rhythm
    if rhythm is None:
        return QCoreApplication.translate("Words", "No breaks are switched on.")
    coming = next_break(rhythm.name, reading.due_in_s(rhythm))
    if reading.view.phase == "snoozed":
        said = QCoreApplication.translate("Words", "Snoozed, %1.").replace("%1", coming)
    else:
        said = QCoreApplication.translate("Words", "%1 at the desk, %2.")
        said = said.replace("%1", minutes(reading.desk_s(rhythm))).replace("%2", coming)
    if reading.view.holds:
        return f"{said} {hold_reason(reading.view.holds[0])}"
    return said


def sentence(told: str, *contexts: str) -> str:
    """Return a sentence of the domain in the person's language"""
    return (
        told.translated(lambda template: _found(template, contexts)) if isinstance(told, Sentence) else told
    )


def _found(template: str, contexts: tuple[str, ...]) -> str:
    found = (QCoreApplication.translate(context, template) for context in contexts)
    return next((words for words in found if words != template), template)


def in_two(words: str) -> str:
    """Return words broken into two lines, at the space that makes these most alike."""
    gaps = [at for at, letter in enumerate(words) if letter == " "]
    if not gaps:
        return words
    at = min(gaps, key=lambda gap: abs(2 * gap + 1 - len(words)))
    return f"{words[:at]}\n{words[at + 1 :]}"
