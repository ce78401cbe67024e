"""The stretches as windows show them: the dose of a routine, and stretches without a figure."""

import pytest
from PySide6.QtCore import QSize
from tests.adapters.test_stretch_archive import PLAIN
from tests.library import STRETCHES

from unhunch.domain.settings import Settings, with_changes
from unhunch.domain.stretch import parse
from unhunch.figure.motion.motion import Moment
from unhunch.figure.painter import FigurePainter
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look


def test_a_guide_follows_the_dose_of_the_routine(qapp: object) -> None:
    """Words and motion last as long as the engine gives the stretch in that routine."""
    settings = with_changes(
        Settings(),
        {"stretches.dose.neck-flexion.repeats": 2, "routine.desk.dose.neck-flexion.repeats": 1},
    )
    gallery = Gallery(Look(settings.appearance), STRETCHES.get, settings)
    repeats = {}
    for routine in ("", "desk", "varied", "on-the-mat"):
        guide = gallery.guide("neck-flexion", routine)
        assert guide is not None
        assert abs(guide.motion.total_s - guide.form.total_s) < 1e-6
        repeats[routine] = guide.form.dose.repeats
    assert repeats == {"": 2, "desk": 1, "varied": 2, "on-the-mat": 2}


def test_words_alone_are_told_beside_somebody_who_waits(qapp: object) -> None:
    """A stretch without a figure has a guide all the same: its words and times, and a calm figure."""
    gallery = Gallery(Look(Settings().appearance), {**STRETCHES, "plain": parse("plain", PLAIN)}.get)
    guide = gallery.guide("plain")
    assert guide is not None
    assert guide.at(5.0).words == "Look far away."
    assert guide.motion.total_s == guide.form.total_s == 21
    assert guide.motion.sample(3.0).pose == guide.motion.sample(18.0).pose


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Moment, bool]]:
    """What is painted, and whether with its arrows."""
    done: list[tuple[Moment, bool]] = []
    monkeypatch.setattr(
        FigurePainter, "paint", lambda _self, _on, _box, moment, *, cues, **_how: done.append((moment, cues))
    )
    return done


def test_a_still_has_arrows_where_they_can_be_seen(qapp: object, painted: list[tuple[Moment, bool]]) -> None:
    """On a card's small dial they would be crumbs; somebody who only waits has none at any size."""
    gallery = Gallery(Look(Settings().appearance), STRETCHES.get)
    for side in (60, 84):
        gallery.still("knee-to-chest", QSize(side, side), 1.0)
    gallery.waiting(QSize(300, 300), 1.0)
    assert [bool(moment.cues) and told for moment, told in painted] == [False, True, False]


def test_a_portrait_is_seen_from_in_front(qapp: object, painted: list[tuple[Moment, bool]]) -> None:
    """A face to choose is turned to who chooses it."""
    gallery = Gallery(Look(Settings().appearance), STRETCHES.get)
    gallery.portrait(gallery.people[0], QSize(60, 60), 1.0)
    ((moment, _),) = painted
    assert abs(moment.view.yaw_deg) < 10
    assert moment.keys[0].view == moment.view
    assert moment.share == 0
