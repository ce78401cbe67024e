"""The state file: whole or not at all, and a damaged one is kept and named."""

import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from unhunch.adapters.state_file import StateFile

Now = Callable[[], datetime]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "engine.state"


def test_what_was_saved_comes_back(path: Path, now: Now) -> None:
    """Any bytes come back as they were, newlines too, from a file for the person alone."""
    file = StateFile(path, now)
    assert file.load() == (None, None)
    for state in (b'{"desk_s": 12}', b"", b"\n\x00\n", b"x" * 100_000):
        file.save(state)
        assert file.load() == (state, None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["engine.state"]


def test_a_link_to_itself_gives_way(path: Path, now: Now) -> None:
    """It is no state, and is named; the next state takes its place."""
    path.parent.mkdir()
    path.symlink_to(path)
    file = StateFile(path, now)
    state, lost = file.load()
    assert (state, "cannot be read" in (lost or "")) == (None, True)
    file.save(b"{}")
    assert file.load() == (b"{}", None)


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_file_cut_anywhere_is_never_believed(path: Path, now: Now, cut: int) -> None:
    """Whatever is missing at the end, the state starts fresh, says so, and keeps the rest beside."""
    file = StateFile(path, now)
    file.save(b'{"desk_s": 1234.5, "rhythm": "stretch"}')
    whole = path.read_bytes()
    assert cut < len(whole)
    path.write_bytes(whole[:cut])
    state, lost = file.load()
    beside = path.with_name("engine.state.damaged-2026-03-02")
    assert state is None
    assert lost is not None
    assert str(beside) in lost
    assert beside.read_bytes() == whole[:cut]
    assert file.load() == (None, None)


def test_a_changed_byte_is_noticed(path: Path, now: Now) -> None:
    """A bit that rotted is not restored as desk time."""
    file = StateFile(path, now)
    file.save(b'{"desk_s": 1234}')
    path.write_bytes(path.read_bytes().replace(b"1234", b"9234"))
    state, lost = file.load()
    assert state is None
    assert "damaged" in str(lost)


def test_a_newer_format_is_kept_for_the_newer_version(path: Path, now: Now) -> None:
    """After going back to an older version its file is set aside, not overwritten."""
    file = StateFile(path, now)
    file.save(b"{}")
    newer = path.read_bytes().replace(b"unhunch-state 1", b"unhunch-state 2")
    path.write_bytes(newer)
    state, lost = file.load()
    assert state is None
    assert "newer version" in str(lost)
    assert path.with_name("engine.state.newer-2026-03-02").read_bytes() == newer


def test_a_state_that_the_engine_cannot_read_is_set_aside(path: Path, now: Now) -> None:
    """A whole file with a state of another shape counts as damaged."""

    def refuse(state: bytes) -> None:
        raise ValueError(state)

    StateFile(path, now).save(b"[]")
    state, lost = StateFile(path, now, refuse).load()
    assert state is None
    assert "damaged" in str(lost)


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path, now: Now) -> None:
    """A folder in the place of the file starts fresh with a sentence, and saving raises OSError."""
    path = tmp_path / "engine.state"
    path.mkdir()
    state, lost = StateFile(path, now).load()
    assert state is None
    assert str(path) in str(lost)
    with pytest.raises(OSError, match="state"):
        StateFile(path, now).save(b"{}")
    assert [p.name for p in tmp_path.iterdir()] == ["engine.state"]
