"""Stretches of one's own that come, change and go while the program runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.adapters.test_stretch_archive import PLAIN

from unhunch.adapters.stretch_watch import StretchWatch


@pytest.fixture
def seen() -> list[int]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "stretches"


@pytest.fixture
def watch(folder: Path, seen: list[int], qtbot: QtBot) -> Iterator[StretchWatch]:
    watch = StretchWatch(folder, lambda: seen.append(len(list(folder.iterdir()))))
    yield watch
    watch.stop()


def test_files_that_come_change_and_go_are_noticed(
    watch: StretchWatch, folder: Path, seen: list[int], qtbot: QtBot
) -> None:
    """A new file, one written in place, one replaced and one deleted are each seen."""
    file = folder / "one.toml"
    file.write_text(PLAIN)
    qtbot.waitUntil(lambda: len(seen) == 1)
    file.write_text(PLAIN + "# more\n")
    qtbot.waitUntil(lambda: len(seen) == 2)
    new = folder / "one.toml~"
    new.write_text(PLAIN)
    new.replace(file)
    qtbot.waitUntil(lambda: len(seen) == 3)
    file.unlink()
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert seen == [1, 1, 1, 0]


def test_many_files_at_once_are_one_change(
    watch: StretchWatch, folder: Path, seen: list[int], qtbot: QtBot
) -> None:
    """An import of a whole set is told once it is still."""
    for number in range(50):
        (folder / f"s{number}.toml").write_text(PLAIN)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [50]
