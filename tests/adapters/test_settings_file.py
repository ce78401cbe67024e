"""The settings file: comments survive, broken files are kept, edits by hand are noticed."""

import os
import stat
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from unhunch.adapters.paths import Paths
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.settings_watch import SettingsWatch
from unhunch.domain.settings import Settings, SettingsError, differences, overlay, with_changes
from unhunch.domain.text import Sentence

Now = Callable[[], datetime]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    paths = Paths.below(tmp_path)
    assert not paths.create()
    return paths.settings_file


@pytest.fixture
def file(path: Path, now: Now) -> SettingsFile:
    return SettingsFile(path, now)


def test_no_file_means_the_defaults_and_writes_nothing(file: SettingsFile, path: Path) -> None:
    """The first start has the defaults, without a word and without a file."""
    assert file.load() == (Settings(), ())
    assert not path.exists()


def test_only_what_differs_is_written_for_the_person_alone(file: SettingsFile, path: Path) -> None:
    """A changed setting is all that the file holds; mode 0600 in a folder 0700."""
    file.load()
    settings = file.save({"rhythm.stretch.every_min": 30, "timing.gap_s": 5, "timing.warn_s": 22.5})
    assert tomllib.loads(path.read_text()) == {
        "schema": 1,
        "rhythm": {"stretch": {"every_min": 30}},
        "timing": {"warn_s": 22.5},
    }
    assert "every_min = 30\n" in path.read_text()
    assert file.load() == (settings, ())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_comments_unknown_keys_and_explicit_defaults_survive(file: SettingsFile, path: Path) -> None:
    """What the person wrote stays as it was written, but for the value that changes."""
    path.write_text(
        "# mine\n[timing] # numbers\nwarn_s = 30 # a\ngap_s = 5\nfoo = 1\n\n[later]\nthing = [1, 2] # keep\n"
    )
    _, problems = file.load()
    assert [name for name in ("timing.foo", "“later”") if any(name in p for p in problems)] == [
        "timing.foo",
        "“later”",
    ]
    file.save({"timing.warn_s": 40})
    assert path.read_text() == (
        "# mine\n[timing] # numbers\nwarn_s = 40 # a\ngap_s = 5\nfoo = 1\n\n[later]\nthing = [1, 2] # keep\n"
    )
    file.save({"timing.warn_s": 60})
    assert "warn_s" not in path.read_text()
    assert "# keep" in path.read_text()


def test_going_back_to_the_default_leaves_no_empty_table(file: SettingsFile, path: Path) -> None:
    """A table goes with its last value, unless a comment stands in it or beside its name."""
    path.write_text("[sound]\nenabled = false\n[timing] # mine\ngap_s = 9\n[rhythm.eyes]\nenabled = true\n")
    file.save({"timing.gap_s": 5, "rhythm.eyes.enabled": False, "sound.enabled": True})
    assert path.read_text() == "[timing] # mine\n"


def test_a_bad_value_by_hand_is_named_and_can_be_put_right(file: SettingsFile, path: Path) -> None:
    """A value out of bounds is named with its file; setting it to the default takes it out."""
    path.write_text("[timing]\nwarn_s = 900\ngap_s = 9\n")
    settings, problems = file.load()
    assert settings == with_changes(Settings(), {"timing.gap_s": 9})
    assert len(problems) == 1
    assert str(path) in problems[0]
    assert "0 to 600" in problems[0]
    assert file.save({"timing.merge_s": 60}).timing.gap_s == 9
    assert "warn_s = 900" in path.read_text()
    file.save({"timing.warn_s": 60})
    assert "warn_s" not in path.read_text()
    assert not file.load()[1]


def test_a_refused_change_leaves_the_file_alone(file: SettingsFile, path: Path) -> None:
    """A value out of bounds is refused, with the good ones beside it."""
    file.save({"timing.gap_s": 9})
    before = path.read_bytes()
    with pytest.raises(SettingsError, match=r"timing\.warn_s"):
        file.save({"timing.gap_s": 10, "timing.warn_s": -1})
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"[timing\nwarn_s = 3", b"\xff\xfe\x00", b"a = 1\na = 2\n", b"[" * 5000])
def test_a_broken_file_is_kept_beside(file: SettingsFile, path: Path, content: bytes) -> None:
    """What is not TOML is moved to a name with the date, the defaults are used, and the person is told."""
    path.write_bytes(content)
    settings, problems = file.load()
    beside = path.with_name("settings.toml.broken-2026-03-02")
    assert settings == Settings()
    assert len(problems) == 1
    assert str(beside) in problems[0]
    assert isinstance(problems[0], Sentence)
    assert beside.read_bytes() == content
    assert not path.exists()


def test_a_second_broken_file_never_overwrites_the_first(file: SettingsFile, path: Path) -> None:
    """Two broken files of one day are both kept."""
    for content in ("[one", "[two"):
        path.write_text(content)
        file.load()
    assert path.with_name("settings.toml.broken-2026-03-02").read_text() == "[one"
    assert path.with_name("settings.toml.broken-2026-03-02-2").read_text() == "[two"


def test_saving_over_a_file_that_broke_meanwhile_loses_neither_side(file: SettingsFile, path: Path) -> None:
    """The broken text is kept beside, and all settings of the running program are in the new file."""
    file.save({"timing.gap_s": 9})
    path.write_text("[timing\ngap")
    settings = file.save({"timing.warn_s": 30})
    assert settings == with_changes(Settings(), {"timing.gap_s": 9, "timing.warn_s": 30})
    assert file.load() == (settings, ())
    assert path.with_name("settings.toml.broken-2026-03-02").read_text() == "[timing\ngap"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_not_broken(file: SettingsFile, path: Path, content: bytes) -> None:
    """It is written to like any other, and nothing is kept beside."""
    path.write_bytes(content)
    assert file.load() == (Settings(), ())
    assert file.save({"timing.gap_s": 9}).timing.gap_s == 9
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_an_edit_by_hand_meanwhile_is_kept_when_the_program_saves(file: SettingsFile, path: Path) -> None:
    """A change in the window is laid over what the file says now, not over what it said before."""
    file.load()
    path.write_text("[timing]\ngap_s = 9 # mine\n")
    assert file.save({"timing.warn_s": 30}).timing.gap_s == 9
    assert "gap_s = 9 # mine" in path.read_text()


def test_windows_line_ends_and_byte_order_mark_are_fine(file: SettingsFile, path: Path) -> None:
    """A file from Notepad is read and changed like any other."""
    path.write_bytes(b"\xef\xbb\xbf[timing]\r\ngap_s = 9\r\n")
    assert file.load()[0].timing.gap_s == 9
    file.save({"timing.gap_s": 8})
    assert path.read_bytes() == b"[timing]\r\ngap_s = 8\r\n"


def test_a_symbolic_link_stays_one(file: SettingsFile, path: Path, tmp_path: Path) -> None:
    """Whoever keeps settings elsewhere and links to them goes on doing so."""
    target = tmp_path / "dotfiles.toml"
    target.write_text("[timing]\ngap_s = 9\n")
    path.symlink_to(target)
    file.save({"timing.gap_s": 8})
    assert path.is_symlink()
    assert "gap_s = 8" in target.read_text()


def test_a_link_to_itself_is_named_and_hinders_nothing(file: SettingsFile, path: Path, qtbot: QtBot) -> None:
    """It can be read no more than written, but the program runs."""
    path.symlink_to(path)
    settings, (why,) = file.load()
    assert settings == Settings()
    assert "cannot be read" in why
    SettingsWatch(file, lambda _settings, _problems: None).stop()
    with pytest.raises(OSError, match="cannot be read"):
        file.save({"timing.gap_s": 9})
    assert path.is_symlink()


def test_a_folder_that_cannot_be_written_gives_one_sentence(tmp_path: Path, now: Now) -> None:
    """Where a file stands in the place of the folder, saving says so with the path and changes nothing."""
    (tmp_path / "config").write_text("not a folder")
    file = SettingsFile(tmp_path / "config" / "settings.toml", now)
    settings, problems = file.load()
    assert settings == Settings()
    assert len(problems) == 1
    with pytest.raises(OSError, match=r"settings\.toml") as refused:
        file.save({"timing.gap_s": 8})
    assert "\n" not in str(refused.value)
    assert (tmp_path / "config").read_text() == "not a folder"


def test_a_failed_write_leaves_the_old_file(
    file: SettingsFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full at the last moment costs neither the old file nor a stray one."""
    file.save({"timing.gap_s": 9})
    before = path.read_bytes()

    def no_space(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", no_space)
    with pytest.raises(OSError, match="No space left on device"):
        file.save({"timing.gap_s": 8})
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]
    assert file.load()[0].timing.gap_s == 9


LAYOUTS = [
    "",
    "# only a comment",
    "timing.warn_s = 30\n",
    "timing = {warn_s = 30}\n",
    "rhythm = {stretch = {every_min = 30}}\n",
    "[rhythm.stretch]\nevery_min=30 # c\n[timing]\nwarn_s = 30\n[rhythm.eyes]\nenabled = true\n",
    "[rhythm]\nstretch.every_min = 30\n[rhythm.eyes]\nenabled=true\n",
    '[hours]\nmon = [\n "09:00-12:00", # a\n "13:00-14:00",\n]\n',
    '[rhythm."two words"]\nstretches = 1\n',
    "[timing]\n[other]\n[[other.list]]\na = 1\n",
    '[stretches]\nenabled = ["a"] # c\n[stretches.weight]\ncat-cow = 2\n[appearance]\ntheme = "dark"\n',
    "stretches = {weight = {cat-cow = 2}, dose = {cat-cow = {repeats = 2}}}\n",
    '[routine.evening]\nstretches = ["a"] # c\ndose.cat-cow.repeats = 2\n[routine.desk]\ntitle = "Mine"\n',
    '[stretches.dose.cat-cow]\nspeed = 1.5 # c\n[stretches]\nenabled = ["a"]\n',
    '[routine.evening]\ntitle = "E" # c\n[timing]\nwarn_s = 30\n[routine.desk]\ndose.cat-cow.repeats = 2\n',
]
CHANGES: list[dict[str, Any]] = [
    {"timing.warn_s": 20},
    {"timing.warn_s": 60},
    {"timing.gap_s": 8, "sound.enabled": False},
    {"rhythm.stretch.every_min": 20},
    {"rhythm.stretch.every_min": None},
    {"rhythm.eyes": {"enabled": True, "every_min": 22}},
    {"rhythm.eyes": None},
    {"rhythm.meal": {"length_s": 600}},
    {"rhythm.two words": {"stretches": 3}},
    {"hours.mon": [], "hours.enabled": True},
    {"stretches.weight.cat-cow": 3, "stretches.weight.neck-flexion": 0.5},
    {"stretches.weight.cat-cow": None},
    {"stretches.weight": None, "stretches.dose": None},
    {"stretches.dose.cat-cow": {"repeats": 3, "hold_s": 12}, "stretches.floor_space": True},
    {"stretches.dose.cat-cow.repeats": 1, "stretches.enabled": ["b", "c"]},
    {"routine.evening": {"stretches": ["a", "a"], "dose": {"a": {"speed": 0.5}}}},
    {"routine.evening.dose": None, "routine.desk": None},
    {"routine.evening.stretches": ["b"], "routine.evening.title": "Late", "rhythm.eyes.routine": "evening"},
]


def commented_key(layout: str) -> str | None:
    """The dotted key of the line that ends in the comment `# c`, which goes only with its line."""
    before, found, _ = layout.partition(" # c")
    header, _, lines = before.rpartition("]\n")
    return f"{header.rpartition('[')[2]}.{lines.split('=')[0].strip()}" if found else None


@example(LAYOUTS[-3], [{"routine.evening": {"stretches": ["a", "a"], "dose": {"a": {"speed": 0.5}}}}])
@example(LAYOUTS[5], [{"rhythm.stretch.every_min": None}, {"rhythm.stretch.every_min": 20}])
@given(st.sampled_from(LAYOUTS), st.lists(st.sampled_from(CHANGES), max_size=4))
def test_every_layout_of_the_file_can_be_changed(
    tmp_path_factory: pytest.TempPathFactory, layout: str, changes: list[dict[str, Any]]
) -> None:
    """However the tables are written, a change is found again by the next start, and comments stay."""
    path = tmp_path_factory.mktemp("layout") / "settings.toml"
    path.write_text(layout)
    file = SettingsFile(path, datetime.now)
    expected = overlay(tomllib.loads(layout))[0]
    line_stays = commented_key(layout) is not None
    for change in changes:
        expected = with_changes(expected, change)
        assert file.save(change) == expected
        line_stays = line_stays and commented_key(layout) in differences(expected)
        assert "# c" in path.read_text() or not line_stays
    assert SettingsFile(path, datetime.now).load()[0] == expected


@pytest.fixture
def seen() -> list[tuple[Settings, tuple[str, ...]]]:
    return []


@pytest.fixture
def watch(
    file: SettingsFile, seen: list[tuple[Settings, tuple[str, ...]]], qtbot: QtBot
) -> Iterator[SettingsWatch]:
    file.load()
    watch = SettingsWatch(file, lambda settings, problems: seen.append((settings, problems)))
    yield watch
    watch.stop()


def test_edits_by_hand_are_noticed(
    watch: SettingsWatch, seen: list[tuple[Settings, tuple[str, ...]]], path: Path, qtbot: QtBot
) -> None:
    """A new file, a file written in place and a file replaced by an editor are each seen."""
    path.write_text("[timing]\ngap_s = 9\n")
    qtbot.waitUntil(lambda: len(seen) == 1)
    path.write_text("[timing]\ngap_s = 8\n")
    qtbot.waitUntil(lambda: len(seen) == 2)
    for gap_s in (7, 6):
        new = path.with_name("settings.toml~")
        new.write_text(f"[timing]\ngap_s = {gap_s}\n")
        new.replace(path)
        qtbot.waitUntil(lambda: seen[-1][0].timing.gap_s == gap_s)  # noqa: B023 (waited for here)
    assert [settings.timing.gap_s for settings, _ in seen] == [9, 8, 7, 6]


def test_a_file_broken_while_being_edited_changes_nothing(
    watch: SettingsWatch, seen: list[tuple[Settings, tuple[str, ...]]], path: Path, qtbot: QtBot
) -> None:
    """Half-finished edits stay where they are, and the settings stay as they were until they are whole."""
    path.write_text("[timing]\ngap_s = 9\n")
    qtbot.waitUntil(lambda: len(seen) == 1)
    path.write_text("[timing]\ngap_s = \n")
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1][0].timing.gap_s == 9
    assert "not valid TOML" in seen[1][1][0]
    assert path.exists()
    path.write_text("[timing]\ngap_s = 8\n")
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen[2][0].timing.gap_s == 8


def test_a_file_that_can_be_read_no_more_is_told_once(file: SettingsFile, path: Path) -> None:
    """Also where there was none before; it is news again when it can be read."""
    assert file.load() == (Settings(), ())
    path.mkdir()
    found = file.reload()
    assert found is not None
    assert "cannot be read" in found[1][0]
    assert file.reload() is None
    path.rmdir()
    assert file.reload() == (Settings(), ())


def test_the_programs_own_writes_do_not_come_back(
    watch: SettingsWatch,
    file: SettingsFile,
    seen: list[tuple[Settings, tuple[str, ...]]],
    path: Path,
    qtbot: QtBot,
) -> None:
    """Saving tells nobody; the next edit by hand does, alone."""
    file.save({"timing.gap_s": 9})
    with qtbot.waitSignal(watch._settle.timeout):
        pass
    assert seen == []
    path.write_text("[timing]\ngap_s = 8\n")
    qtbot.waitUntil(lambda: bool(seen))
    assert [settings.timing.gap_s for settings, _ in seen] == [8]
