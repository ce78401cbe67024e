"""Files that the person asked for: whole where they were to go, or the old ones are left."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.adapters.limits import no_file_longer_than

from unhunch.adapters.files import check_writable, write_out
from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.commands.figure import run_movie, run_sheet
from unhunch.commands.outcome import FAILED
from unhunch.domain.parcel import Parcelled
from unhunch.domain.settings import Settings, with_changes

LOOK = {"form": None, "theme": "light", "who": None}


def settings_out(path: Path) -> None:
    changes = {f"rhythm.meal{n}.length_s": 900 for n in range(99)}
    SettingsExchange().write(path, with_changes(Settings(), changes))


def stretches_out(path: Path) -> None:
    StretchArchives().write(path, [Parcelled("mine", "#" * 5000)], {})


def sheet_out(path: Path) -> None:
    if run_sheet("neck-flexion", path, frames=1, **LOOK) == FAILED:
        raise OSError


def movie_out(path: Path) -> None:
    if run_movie("neck-flexion", path, between_s=(0.0, 0.5), hold_s=None, frames_per_s=4, size=64, **LOOK):
        raise OSError


@pytest.mark.parametrize(
    ("write", "name"),
    [(settings_out, "a.toml"), (stretches_out, "a.toml"), (sheet_out, "a.png"), (movie_out, "a.png")],
)
@pytest.mark.usefixtures("qapp")
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], None], name: str
) -> None:
    """The old file stays as it was; where there was none there is none, and no rest beside it."""
    monkeypatch.setattr("unhunch.commands.figure._gui", lambda: None)
    path = tmp_path / name
    with no_file_longer_than(1000), pytest.raises(OSError):  # noqa: PT011 (each says it in its own words)
        write(path)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    with no_file_longer_than(1000), pytest.raises(OSError):  # noqa: PT011
        write(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write(path)
    assert path.stat().st_size > 1000


def test_a_file_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    """A new one is as readable as any; one that is there stays as it was, and a link to it a link."""
    path, link = tmp_path / "file", tmp_path / "link"
    mask = os.umask(0o022)
    try:
        write_out(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o664)
        link.symlink_to(path)
        write_out(link, b"newer")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert link.is_symlink()
    assert path.read_bytes() == b"newer"


def test_no_folder_is_made(tmp_path: Path) -> None:
    """A place that is not there is a slip of the finger."""
    path = tmp_path / "nowhere" / "file"
    for refused in (lambda: check_writable(path), lambda: write_out(path, b"")):
        with pytest.raises(FileNotFoundError):
            refused()
    assert not path.parent.exists()


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    """Nor emptied."""
    for refused in (lambda: check_writable(tmp_path), lambda: write_out(tmp_path, b"")):
        with pytest.raises(IsADirectoryError):
            refused()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path) -> None:
    """Its folder would allow it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o444)
    for refused in (lambda: check_writable(path), lambda: write_out(path, b"new")):
        with pytest.raises(PermissionError):
            refused()


def test_a_look_whether_it_can_be_written_changes_nothing(tmp_path: Path) -> None:
    """Neither a file nor the folder."""
    path = tmp_path / "file"
    check_writable(path)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    check_writable(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_longest_name_is_a_name(tmp_path: Path) -> None:
    """A file may be called whatever the system lets it."""
    for name in ("a" * 255, "\N{GRINNING FACE}" * 63):
        write_out(tmp_path / name, b"new")
        assert (tmp_path / name).read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """It is not replaced by a file."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(path.read_bytes()))
    reader.start()
    check_writable(path)
    write_out(path, b"new")
    reader.join(timeout=10)
    assert found == [b"new"]
    assert path.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_is_written_to() -> None:
    """And what it says is told."""
    with pytest.raises(OSError, match="No space left"):
        write_out(Path("/dev/full"), b"new")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device here")
def test_standard_output_is_written_to() -> None:
    """A pipe has no path that a file could be laid beside."""
    program = "from pathlib import Path; from unhunch.adapters.files import write_out\n"
    program += "write_out(Path('/dev/stdout'), b'new')"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert ran.stdout == b"new"
