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


def test_a_portrait_is_seen_from_in_front(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A face to choose is turned to who chooses it."""
    painted: list[Moment] = []
    monkeypatch.setattr(
        FigurePainter, "paint", lambda _self, _on, _box, moment, **_how: painted.append(moment)
    )
    gallery = Gallery(Look(Settings().appearance), STRETCHES.get)
    gallery.portrait(gallery.people[0], QSize(60, 60), 1.0)
    (moment,) = painted
    assert abs(moment.view.yaw_deg) < 10
    assert moment.keys[0].view == moment.view
    assert moment.share == 0
