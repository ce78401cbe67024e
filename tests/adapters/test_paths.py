"""Where files lie, and how they are replaced."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.adapters.limits import no_file_longer_than

from unhunch.adapters.files import keep_beside, write_atomically
from unhunch.adapters.paths import Paths


def test_the_persons_folders_are_the_systems(own_home: Path) -> None:
    """Settings, data, state and the socket each lie where the desktop says such things lie."""
    paths = Paths.of_user()
    assert paths.settings_file == own_home / ".config/unhunch/settings.toml"
    assert paths.history_file == own_home / ".local/share/unhunch/history.db"
    assert paths.state_file == own_home / ".local/state/unhunch/engine.state"
    assert paths.log_file == own_home / ".local/state/unhunch/unhunch.log"
    assert paths.runtime == own_home / "run/unhunch"


def test_folders_are_made_for_the_person_alone(own_home: Path) -> None:
    """Every folder of ours has mode 0700, and making them twice is fine."""
    paths = Paths.of_user()
    assert paths.create() == ()
    assert paths.create() == ()
    for folder in (paths.config, paths.data, paths.state, paths.runtime):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_throw_away_data_lies_in_one_place(tmp_path: Path) -> None:
    """Nothing of a demo is outside of its folder."""
    paths = Paths.below(tmp_path)
    assert paths.create() == ()
    files = (paths.settings_file, paths.history_file, paths.state_file, paths.log_file, paths.own_stretches)
    assert all(file.is_relative_to(tmp_path) for file in (*files, paths.runtime))


def test_a_folder_that_cannot_be_made_is_named_once(tmp_path: Path) -> None:
    """One sentence for each folder, with its path; the others are made all the same."""
    (tmp_path / "config").write_text("in the way")
    paths = Paths.below(tmp_path)
    problems = paths.create()
    assert len(problems) == 1
    assert str(paths.config) in problems[0]
    assert paths.state.is_dir()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    """A runtime folder that another user has laid out for us in /tmp is refused."""
    paths = Paths.below(tmp_path)
    paths.runtime.mkdir()
    os.chown(paths.runtime, 12345, 12345)
    assert "somebody else" in paths.create()[0]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """What does not fit is not half written: the old content stays, and no rest beside it."""
    path = tmp_path / "file"
    write_atomically(path, b"old")
    with no_file_longer_than(1000), pytest.raises(OSError, match="File too large"):
        write_atomically(path, b"x" * 5000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_rest_of_a_killed_write_is_written_over(tmp_path: Path) -> None:
    """What a crash left half written neither stays nor does harm, not even as a link to elsewhere."""
    path, rest, victim = tmp_path / "file", tmp_path / ".file.new", tmp_path / "victim"
    rest.write_bytes(b"half" * 1000)
    rest.chmod(0o644)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    victim.write_bytes(b"mine")
    rest.symlink_to(victim)
    write_atomically(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert not path.is_symlink()
    assert victim.read_bytes() == b"mine"


def test_what_is_kept_beside_never_replaces_anything(tmp_path: Path) -> None:
    """Names that are taken, by a dangling link too, are left alone."""
    path = tmp_path / "file"
    now = datetime(2026, 3, 2, tzinfo=UTC)
    (tmp_path / "file.broken-2026-03-02-2").symlink_to("nowhere")
    kept = []
    for content in ("a", "b"):
        path.write_text(content)
        kept.append(keep_beside(path, "broken", now))
    assert [each.name for each in kept] == ["file.broken-2026-03-02", "file.broken-2026-03-02-3"]
    assert [each.read_text() for each in kept] == ["a", "b"]
