"""`unhunch stretches` and `unhunch settings`, on the files and through the running app."""

import json
import resource
import threading
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pytestqt.qtbot import QtBot
from tests.adapters.test_stretch_archive import LOOK_AWAY, PLAIN, info, made
from tests.domain.test_picture import png

from unhunch.adapters.autostart import open_autostart
from unhunch.adapters.control_server import ControlServer
from unhunch.adapters.instance import Instance
from unhunch.adapters.paths import Paths
from unhunch.cli import main
from unhunch.control_client import socket_address
from unhunch.domain.settings import overlay


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def said(*arguments: object) -> str:
    """What it prints, having succeeded."""
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def settings_file() -> dict[str, Any]:
    path = Paths.of_user().settings_file
    return tomllib.loads(path.read_text()) if path.exists() else {}


def test_all_stretches_are_listed() -> None:
    """One line each for people; everything a program needs as JSON."""
    lines = said("stretches", "list").splitlines()
    assert len(lines) == 11
    assert lines[0].startswith("on  shoulder-roll")
    rows = {row["id"]: row for row in json.loads(said("stretches", "list", "--json"))}
    assert rows["shoulder-roll"]["enabled"]
    assert rows["childs-pose"] == {
        "id": "childs-pose",
        "name": "Child's pose",
        "enabled": False,
        "own": False,
        "shown": "left_out",
        "reason": "Left out: it needs room on the floor.",
        "form": "floor",
        "place": "floor",
        "needs": ["mat"],
        "areas": ["back", "hips", "shoulders"],
        "length_s": rows["childs-pose"]["length_s"],
    }


def test_one_stretch_is_told_in_full() -> None:
    """Name, where, how long, the steps and the caution; an unknown one is named with those there are."""
    text = said("stretches", "show", "neck-flexion")
    for part in ("Neck flexion", "Takes: ", "chin", "No full circles"):
        assert part in text
    result = run("stretches", "show", "nack-flexion")
    assert result.exit_code == 1
    assert "neck-flexion" in result.stderr


def test_settings_that_cannot_be_read_are_no_copy_to_give_away(tmp_path: Path) -> None:
    """The copy that is there already is kept, not replaced by the defaults."""
    path = Paths.of_user().settings_file
    path.parent.mkdir(parents=True)
    path.write_text("not toml")
    copy = tmp_path / "copy.toml"
    copy.write_text("[timing]\nrest_s = 200\n")
    result = run("settings", "export", copy)
    assert result.exit_code == 1
    assert result.output.endswith(" Nothing was written.\n")
    assert copy.read_text() == "[timing]\nrest_s = 200\n"


def test_a_stretch_file_that_cannot_be_read_is_named_in_one_sentence() -> None:
    """Without the words of a codec or of the system's table of errors; all others are there."""
    own = Paths.of_user().own_stretches
    own.mkdir(parents=True)
    (own / "latin.toml").write_bytes(b"\xff")
    (own / "nowhere.toml").symlink_to("gone")
    (own / "folder.toml").mkdir()
    (own / "long.toml").write_bytes(b"#" * 400_001)
    told = [
        f"unhunch: The stretch file {own}/{name}.toml is left out: {why}."
        for name, why in (
            ("folder", "it is no file"),
            ("latin", "it is not text in UTF-8"),
            ("long", "it is larger than 400 kB"),
            ("nowhere", "No such file or directory"),
        )
    ]
    result = run("stretches", "list")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 11)
    assert result.stderr.splitlines() == told
    assert (own / "latin.toml").read_bytes() == b"\xff"


def test_an_export_that_cannot_be_written_names_its_file(tmp_path: Path) -> None:
    """The sentence of the window does not: it was asked for there just before."""
    out = tmp_path / "nowhere" / "set.zip"
    result = run("stretches", "export", "cat-cow", "--out", out)
    assert result.exit_code == 1
    assert result.output == f"unhunch: {out}: It could not be written: No such file or directory.\n"


def test_stretches_are_listed_where_nothing_can_be_kept_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of their files can be neither read nor written: a file is where the folder should be."""
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert len(said("stretches", "list").splitlines()) == 11


def test_start_at_login_is_told_to_the_system_at_once() -> None:
    """The app need not run; what is refused leaves the system as it is."""
    said("settings", "set", "startup.at_login", "on")
    assert open_autostart().is_enabled()
    assert run("settings", "set", "startup.at_login", "maybe").exit_code
    assert open_autostart().is_enabled()
    said("settings", "set", "startup.at_login", "off")
    assert not open_autostart().is_enabled()


def test_stretches_are_switched_on_and_off() -> None:
    """Those named go to the end of the list or out of it; unknown ones cost the others nothing."""
    said("stretches", "enable", "wall-stretch", "cat-cow")
    said("stretches", "disable", "neck-flexion")
    assert settings_file()["stretches"]["enabled"] == [
        "shoulder-roll",
        "overhead-reach",
        "wall-stretch",
        "cat-cow",
    ]
    result = run("stretches", "enable", "bogus", "neck-flexion")
    assert result.exit_code == 1
    assert "bogus" in result.stderr
    assert settings_file()["stretches"]["enabled"][-1] == "neck-flexion"


def test_who_enables_what_is_left_out_is_told() -> None:
    """A floor stretch without floor space is switched on, and the reason why it is not shown is said."""
    assert "room on the floor" in said("stretches", "enable", "childs-pose")


def test_stretches_go_out_and_come_in(tmp_path: Path) -> None:
    """What is exported is imported again; what was refused is named, the rest taken, exit code 1."""
    own = Paths.of_user().own_stretches
    own.mkdir(parents=True)
    (own / "look-away.toml").write_text(LOOK_AWAY)
    (own / "far.png").write_bytes(png(8, 8))
    out = tmp_path / "set.zip"
    said("stretches", "export", "look-away", "cat-cow", "--routine", "desk", "--out", out)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["look-away.toml", "cat-cow.toml", "far.png", "routines.toml"]
    for file in own.iterdir():
        file.unlink()
    assert said("stretches", "import", out).split() == ["look-away", "cat-cow", "desk"]
    assert sorted(path.name for path in own.iterdir()) == ["far.png", "look-away.toml"]
    evil = made(
        tmp_path / "evil.zip", ("plain.toml", PLAIN), ("../up.toml", PLAIN), (info("l.toml", 0o120777), "/")
    )
    result = run("stretches", "import", evil, tmp_path / "missing.zip")
    assert result.exit_code == 1
    assert result.stdout == "plain\n"
    for part in ("../up.toml (evil.zip): Its path", "l.toml (evil.zip): It is a link", "missing.zip: "):
        assert part in result.stderr
    assert not (own.parent / "up.toml").exists()


def test_names_from_a_file_cannot_drive_the_terminal(tmp_path: Path) -> None:
    """What was refused is printed without what a terminal obeys."""
    evil = made(tmp_path / "evil.zip", ("\x1b]0;owned\x07.exe", b""), ("bad.toml", 'name = "\x1b[2J"'))
    result = run("stretches", "import", evil)
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\x07" not in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["stretches"],
        ["stretches", "show"],
        ["stretches", "enable"],
        ["stretches", "export", "cat-cow"],
        ["stretches", "export", "--out", "a.zip"],
        ["stretches", "export", "cat-cow", "--out", "a.tar"],
        ["stretches", "import"],
        ["settings", "set", "timing.gap_s"],
        ["settings", "set", "timing.bogus", "3"],
        ["settings", "get", "timing.bogus"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    """A missing argument, a wrong ending or a setting that does not exist."""
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("key", "text", "again"),
    [
        ("timing.gap_s", "7.5", "7.5"),
        ("sound.enabled", "off", "off"),
        ("stretches.careful", "knees, wrists", "knees, wrists"),
        ("rhythm.stretch.routine", "varied", "varied"),
        ("stretches.weight.cat-cow", "2", "2"),
        ("stretches.dose.cat-cow.repeats", "3", "3"),
        ("routine.desk.dose.cat-cow.hold_s", "12", "12"),
        ("routine.evening.stretches", "cat-cow, cat-cow", "cat-cow, cat-cow"),
    ],
)
def test_a_setting_is_set_and_read_again(key: str, text: str, again: str) -> None:
    """Settings are written as people write them; "default" takes them back out of the file."""
    before = said("settings", "get", key)
    said("settings", "set", key, text)
    assert said("settings", "get", key) == f"{again}\n"
    said("settings", "set", key, "default")
    assert said("settings", "get", key) == before
    assert settings_file() == {"schema": 1}


def test_a_refused_value_is_exit_code_1() -> None:
    """Key, value and bounds are named, and nothing is written."""
    result = run("settings", "set", "timing.gap_s", "900")
    assert result.exit_code == 1
    assert "from 0 to 60 s" in result.stderr
    assert not Paths.of_user().settings_file.exists()


def test_a_broken_file_is_not_replaced() -> None:
    """Settings that cannot be read are left for the person to mend."""
    path = Paths.of_user().settings_file
    path.parent.mkdir(parents=True)
    path.write_text("[timing\n")
    result = run("settings", "set", "timing.gap_s", "9")
    assert result.exit_code == 1
    assert "Nothing was changed" in result.stderr
    assert path.read_text() == "[timing\n"


@pytest.mark.parametrize(
    "command", [("settings", "get", "timing.gap_s"), ("stretches", "list"), ("stretches", "show", "cat-cow")]
)
def test_who_reads_is_told_that_the_file_is_broken(command: tuple[str, ...]) -> None:
    """The defaults are in force meanwhile, which must not pass for what was chosen."""
    path = Paths.of_user().settings_file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    result = run(*command)
    assert result.exit_code == 0
    assert result.stderr == f"unhunch: The settings file {path} is not valid TOML: it is not text in UTF-8.\n"


def test_a_file_that_cannot_be_read_is_named_and_left_alone() -> None:
    """Reading it goes on with the defaults and says so; changing it is refused in one sentence."""
    path = Paths.of_user().settings_file
    path.mkdir(parents=True)
    why = f"unhunch: The settings in {path} cannot be read: Is a directory."
    result = run("settings", "get", "timing.gap_s")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "5\n", f"{why}\n")
    result = run("settings", "set", "timing.gap_s", "9")
    assert (result.exit_code, result.stderr) == (1, f"{why} Nothing was changed.\n")
    assert path.is_dir()


def test_all_settings_go_out_and_come_in(tmp_path: Path) -> None:
    """An export holds all that differs; an import makes everything so, what was there before included."""
    out = tmp_path / "mine.toml"
    for key, value in {
        "rhythm.meal": None,
        "timing.gap_s": "9",
        "rhythm.meal.length_s": "900",
        "routine.evening.stretches": "cat-cow",
        "stretches.dose.cat-cow.repeats": "3",
    }.items():
        if value:
            said("settings", "set", key, value)
    before = overlay(settings_file())[0]
    said("settings", "export", out)
    for key, value in {
        "timing.gap_s": "default",
        "timing.warn_s": "30",
        "rhythm.walk.length_s": "60",
        "routine.other.stretches": "cat-cow",
        "stretches.weight.cat-cow": "3",
        "stretches.dose.neck-flexion.speed": "2",
    }.items():
        said("settings", "set", key, value)
    said("settings", "import", out)
    assert overlay(settings_file())[0] == before
    out.write_text("[timing]\ngap_s = 900\nwarn_s = 20\n")
    result = run("settings", "import", out)
    assert result.exit_code == 1
    assert "timing.gap_s" in result.stderr
    assert settings_file() == {"schema": 1, "timing": {"warn_s": 20}}
    for bad in ("[timing", "a" * 1_000_001):
        out.write_text(bad)
        assert run("settings", "import", out).exit_code == 1
    assert settings_file() == {"schema": 1, "timing": {"warn_s": 20}}


@pytest.fixture
def heard(own_home: Path, qtbot: QtBot) -> Iterator[list[Mapping[str, Any]]]:
    """A running app that refuses one key and takes everything else."""
    requests: list[Mapping[str, Any]] = []

    def answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
        requests.append(request)
        if "timing.warn_s" in request:
            return {"ok": False, "error": "Not today."}
        return {"ok": True}

    runtime = Paths.of_user().runtime
    assert Instance(runtime).claim()
    server = ControlServer(socket_address(runtime), answer)
    server.start()
    yield requests
    server.close()


def test_the_running_app_is_asked_where_there_is_one(heard: list[Mapping[str, Any]], qtbot: QtBot) -> None:
    """Changes go through the app, which applies them at once; its refusal is passed on."""
    results: list[Result] = []

    def ask() -> None:
        results.append(run("settings", "set", "timing.gap_s", "9"))
        results.append(run("settings", "set", "timing.warn_s", "9"))
        results.append(run("stretches", "disable", "neck-flexion"))

    asking = threading.Thread(target=ask)
    asking.start()
    qtbot.waitUntil(lambda: not asking.is_alive(), timeout=20_000)
    assert [result.exit_code for result in results] == [0, 1, 0]
    assert "Not today." in results[1].stderr
    assert [dict(request) for request in heard] == [
        {"command": "set", "timing.gap_s": 9},
        {"command": "set", "timing.warn_s": 9},
        {"command": "set", "stretches.enabled": ["shoulder-roll", "overhead-reach"]},
    ]
    assert not Paths.of_user().settings_file.exists()


def test_a_hostile_archive_takes_little_memory(tmp_path: Path) -> None:
    """Gigabytes packed small are refused without unpacking them."""
    entries = [(f"b{n}.png", bytes(20_000_000)) for n in range(30)]
    bomb = made(tmp_path / "bomb.zip", *entries, ("plain.toml", PLAIN))
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = run("stretches", "import", bomb)
    assert result.exit_code == 1
    assert result.stdout == "plain\n"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < 30_000
