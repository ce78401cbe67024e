"""Pictures of the person's own, shown: moving ones move while they are seen, and only then."""

from base64 import b64decode

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from unhunch.domain.parcel import Picture
from unhunch.ui.picture_view import PictureView

RED_THEN_BLUE = {
    "two.gif": (
        "R0lGODlhCAAIAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAACAAIAAACB4SPqcvtXQAAIf"
        "kEAAoAAAAsAAAAAAgACACAAAD/AAAAAgeEj6nL7V0AADs="
    ),
    "two.webp": (
        "UklGRoQAAABXRUJQVlA4WAoAAAACAAAABwAABwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAAAAAAAAAcAAAcAAGQAAA"
        "BWUDhMDwAAAC8HwAEABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAAcAAAcAAGQAAABWUDhMDwAAAC8HwAEABxDR//4H"
        "IqL/AQA="
    ),
}
"""Two frames of 8 x 8 pixels each, a tenth of a second apart."""
each_kind = pytest.mark.parametrize("name", RED_THEN_BLUE)


def picture(name: str) -> Picture:
    return Picture(name, b64decode(RED_THEN_BLUE[name]))


def colour(view: PictureView) -> str:
    """What the middle of the view shows: red or blue."""
    shown: QColor = view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2)
    return "red" if shown.red() > shown.blue() else "blue"


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(80, 80)
    return made


@each_kind
def test_a_moving_picture_moves_while_it_is_seen(view: PictureView, name: str) -> None:
    """Its frames follow each other, and stand still while nobody sees them."""
    view.show_picture(picture(name))
    assert view._movie is not None
    assert view._movie.state() == view._movie.MovieState.Paused
    view.show()
    assert view._movie.state() == view._movie.MovieState.Running
    view._movie.jumpToFrame(0)
    before = colour(view)
    view._movie.jumpToNextFrame()
    assert (before, colour(view)) == ("red", "blue")
    view.hide()
    assert view._movie.state() == view._movie.MovieState.Paused
    view.show_picture(None)
    assert view.is_empty


@each_kind
def test_with_reduced_motion_its_first_frame_stands_for_it(view: PictureView, name: str) -> None:
    """Nothing moves where movement is not wanted."""
    view.show_picture(picture(name), still=True)
    view.show()
    assert view._movie is None
    assert colour(view) == "red"
    view.hide()
