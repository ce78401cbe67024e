"""The command line, run as people run it: in a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from unhunch.cli import main
from unhunch.cli.kinds import Duration, Moment
from unhunch.commands.simulate import run as simulate
from unhunch.resources import stretches_dir

APP = Path(__file__).parents[1] / "app"


def unhunch(
    *arguments: str, given: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "unhunch", *arguments],
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(APP), **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "command", ["status", "break", "snooze", "skip", "pause", "resume", "quit", "end", "next", "why", "watch"]
)
def test_without_a_running_app_each_command_says_how_to_start_it(command: str) -> None:
    """Exit code 1 and one sentence."""
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == 1
    assert result.output == "Error: Unhunch is not running. Start it with: unhunch\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["pause", "soon"],
        ["pause", "²"],
        ["pause", "0"],
        ["pause", "9" * 5000],
        ["pause", "30m", "--until", "14:00"],
        ["pause", "--until", "25:00"],
        ["pause", "--until", ""],
        ["pause", "--until", "9"],
        ["snooze", "0"],
        ["snooze", "many"],
        ["snooze", "nan"],
        ["demo", "--speed", "0"],
        ["demo", "--speed", "nan"],
        ["figure", "sheet", "cat-cow"],
        ["log", "--since", "yesterday"],
        ["log", "--since", "0001-01-01"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    """A wrong word or value is named, with exit code 2."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Error: " in result.output


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30m", 1800), ("1h", 3600), ("1h30m", 5400), ("90s", 90), ("45", 2700), ("2 h", 7200)],
)
def test_a_length_of_time_as_people_write_it(text: str, seconds: float) -> None:
    """Hours, minutes and seconds, or a bare number of minutes."""
    assert Duration().convert(text, None, None) == seconds


@pytest.mark.parametrize(
    ("typed", "until"), [("9:05", "09:05"), ("14:00", "14:00"), ("tomorrow", "tomorrow")]
)
def test_a_time_of_day_as_people_write_it(monkeypatch: pytest.MonkeyPatch, typed: str, until: str) -> None:
    """The app knows hours of two figures alone."""
    asked: list[dict[str, Any]] = []

    def request(_command: str, fields: dict[str, Any]) -> dict[str, Any]:
        asked.append(fields)
        return {"ok": True, "status": {"why": "Paused."}}

    monkeypatch.setattr("unhunch.control_client.request", request)
    result = CliRunner().invoke(main, ["pause", "--until", typed])
    assert (result.exit_code, result.output, asked) == (0, "Paused.\n", [{"until": until}])


@pytest.mark.parametrize("typed", ["7:5", "", "24:00"])
def test_a_wrong_time_of_day_is_named_as_it_was_typed(typed: str) -> None:
    """Not as it was filled up."""
    assert f"“{typed}” is no time of day" in CliRunner().invoke(main, ["pause", "--until", typed]).output


def test_only_a_time_without_a_date_is_todays() -> None:
    """However long ago the date is."""
    assert Moment().convert("1900-01-01", None, None).year == 1900
    assert Moment().convert("00:00", None, None).year >= 2026


def test_a_wrong_moment_is_told_with_right_ones() -> None:
    """In the words of people, not in those of `strptime`."""
    output = CliRunner().invoke(main, ["log", "--since", "yesterday"]).output
    assert output.endswith("“yesterday” is no moment; write 14:00, 2026-03-02 or 2026-03-02T14:00.\n")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no such zones here")
@pytest.mark.parametrize("zone", ["UTC+25", "<+25>-25", "UTC+24:59:59"])
@pytest.mark.parametrize("arguments", [["log", "--since", "14:00"], ["stretches", "list"]])
def test_a_time_zone_that_is_none_is_told_and_costs_nothing_else(zone: str, arguments: list[str]) -> None:
    """One sentence on stderr; times are in UTC."""
    broken, right = unhunch(*arguments, TZ=zone), unhunch(*arguments, TZ="UTC")
    told = f"The time zone “{zone}” is a day or more from UTC; times are in UTC.\n"
    assert (broken.returncode, broken.stdout) == (right.returncode, right.stdout)
    assert broken.stderr == told + right.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("arguments", [["stretches", "list"], ["settings", "get", "timing"], ["--help"]])
def test_output_that_finds_no_room_is_told_in_one_sentence(arguments: list[str]) -> None:
    """As in `unhunch log > FILE` on a full disk."""
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "unhunch", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(APP)},
            timeout=60,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == "Error: The output cannot be written: No space left on device.\n"


def test_output_that_nobody_reads_is_no_error_to_tell() -> None:
    """As in `unhunch settings get timing | true`."""
    reads, writes = os.pipe()
    os.close(reads)
    result = subprocess.run(
        [sys.executable, "-m", "unhunch", "settings", "get", "timing"],
        stdout=writes,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(APP)},
        timeout=60,
        check=False,
    )
    os.close(writes)
    assert (result.returncode, result.stderr) == (1, b"")


def test_a_letter_that_the_terminal_does_not_have_is_written_as_its_code(tmp_path: Path) -> None:
    """A stretch of one's own may have any name; the list goes on."""
    own = tmp_path / "unhunch" / "stretches"
    own.mkdir(parents=True)
    text = (stretches_dir() / "neck-flexion.toml").read_text(encoding="utf-8")
    (own / "turtle.toml").write_text(text.replace("Neck flexion", "Żółw"), encoding="utf-8")
    result = unhunch("stretches", "list", XDG_DATA_HOME=str(tmp_path), PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert "\\u017b\\xf3\\u0142w" in result.stdout


def test_where_no_socket_can_be_nobody_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings are then changed in their file."""
    runtime = tmp_path / ("long" * 30)
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    assert "Unhunch is not running" in CliRunner().invoke(main, ["status"]).output
    result = CliRunner().invoke(main, ["settings", "set", "timing.rest_s", "200"])
    assert (result.exit_code, result.output) == (0, "")


def test_simulate_prints_the_events_of_a_trace(tmp_path: Path) -> None:
    """The first worked example, from file to JSON Lines, with the stretches that ship."""
    trace = tmp_path / "trace.jsonl"
    trace.write_text('{"t": 0, "event": "active", "until": 2900}\n')
    result = unhunch("simulate", str(trace))
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [(event["t"], event["event"]) for event in events[:3]] == [
        (2640, "warned"),
        (2700, "waiting"),
        (2820, "break_started"),
    ]
    assert events[2]["stretches"] == ["shoulder-roll", "neck-flexion", "overhead-reach"]
    assert 170 <= events[2]["length_s"] <= 230


def test_simulate_names_the_bad_line_after_what_came_before() -> None:
    """Exit code 2, the line's number on stderr, and the events before it on stdout."""
    lines = [
        '{"t": 0, "event": "active", "until": 2650}',
        '{"t": 2660, "event": "lock"}',
        '{"t": 2700, "event": "x"}',
    ]
    result = unhunch("simulate", "-", given="\n".join(lines))
    assert result.returncode == 2
    assert "line 3" in result.stderr
    assert [json.loads(line)["event"] for line in result.stdout.splitlines()] == ["warned", "away"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens but cannot be read")
def test_simulate_says_in_one_sentence_that_a_trace_cannot_be_read_on() -> None:
    """A disk that fails on the way is no error of the program's."""
    result = unhunch("simulate", "/proc/self/mem")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "unhunch: /proc/self/mem cannot be read: Input/output error.\n"


def test_simulate_says_in_one_sentence_that_there_is_no_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in `unhunch simulate - <&-`."""
    monkeypatch.setattr("sys.stdin", None)
    assert simulate(Path("-"), None) == 2
    assert capsys.readouterr().err == "unhunch: There is no standard input to read.\n"


def test_a_trace_as_windows_saves_it_is_read(tmp_path: Path) -> None:
    """Its byte order mark is no part of the text."""
    trace = tmp_path / "trace.jsonl"
    trace.write_text('{"t": 0, "event": "status"}\n', encoding="utf-8-sig")
    assert simulate(trace, None) == 0


def test_simulate_reads_settings_and_leaves_the_file_alone(tmp_path: Path) -> None:
    """Another interval warns earlier; a file that is not TOML is named and stays where it is."""
    settings = tmp_path / "settings.toml"
    settings.write_text("[rhythm.stretch]\nevery_min = 20\n")
    lines = '{"t": 0, "event": "active", "until": 1150}\n'
    good = unhunch("simulate", "-", "--settings", str(settings), given=lines)
    assert json.loads(good.stdout)["t"] == 1140
    settings.write_text("not toml")
    bad = unhunch("simulate", "-", "--settings", str(settings), given=lines)
    assert bad.returncode == 2
    assert str(settings) in bad.stderr
    assert settings.read_text() == "not toml"


@pytest.mark.parametrize("bad", ["folder", "file"])
def test_log_says_once_that_the_history_cannot_be_used(tmp_path: Path, bad: str) -> None:
    """Exit code 1 and one sentence."""
    path = tmp_path / "unhunch" / "history.db"
    path.parent.mkdir()
    path.mkdir() if bad == "folder" else path.write_text("no database")
    result = unhunch("log", XDG_DATA_HOME=str(tmp_path))
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert str(path) in result.stderr
    assert ("cannot be read" in result.stderr) == (bad == "folder")


def test_log_says_that_there_is_no_history_where_there_is_no_folder_for_it(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "unhunch").touch()
    result = unhunch("log", XDG_DATA_HOME=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.startswith("unhunch: There is no history yet")


def test_the_client_commands_do_not_import_qt() -> None:
    """`unhunch status` answers at once because it loads next to nothing."""
    code = (
        "import sys; from click.testing import CliRunner; from unhunch.cli import main\n"
        "CliRunner().invoke(main, ['status'])\n"
        "heavy = ('PySide6', 'msgspec', 'platformdirs', 'apscheduler')\n"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(APP)},
        check=True,
    )
    assert result.stdout.strip() == "[]"


NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.mark.parametrize("arguments", [(), ("demo",), ("figure", "play", "cat-cow")])
@pytest.mark.parametrize("platform", ["", "xcb"])
def test_without_a_screen_what_needs_one_says_so(arguments: tuple[str, ...], platform: str) -> None:
    """Exit code 1 and one sentence in place of an abort."""
    result = unhunch(*arguments, **{**NO_SCREEN, "QT_QPA_PLATFORM": platform})
    assert result.returncode == 1
    (sentence,) = result.stderr.splitlines()
    assert "There is no screen here" in sentence


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_a_contact_sheet_is_written(tmp_path: Path, platform: str) -> None:
    """An author gets a picture of a stretch without a screen, whatever Qt is told to use on one."""
    out = tmp_path / "sheet.png"
    wanted = ("figure", "sheet", "neck-flexion", "--out", str(out), "--frames", "2")
    result = unhunch(*wanted, **{**NO_SCREEN, "QT_QPA_PLATFORM": platform})
    assert result.returncode == 0, result.stderr
    assert out.read_bytes().startswith(b"\x89PNG")


def test_an_unknown_stretch_is_named(tmp_path: Path) -> None:
    """Exit code 2 and the stretches that there are."""
    result = unhunch("figure", "sheet", "bogus", "--out", str(tmp_path / "sheet.png"))
    assert result.returncode == 2
    assert "shoulder-roll" in result.stderr


def test_a_movie_is_written(tmp_path: Path) -> None:
    """An author gets some seconds of a stretch as an animated PNG; seconds it does not have are named."""
    out = tmp_path / "movie.png"
    wanted = [
        "figure",
        "movie",
        "shoulder-roll",
        "--out",
        str(out),
        "--fps",
        "2",
        "--size",
        "64",
        "--between",
    ]
    assert unhunch(*wanted, "3", "5").returncode == 0
    assert b"acTL" in out.read_bytes()
    wrong = unhunch(*wanted, "3", "5000")
    assert wrong.returncode == 2
    assert "runs from 0 to 60 s" in wrong.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_contact_sheet_that_finds_no_room_is_told_in_one_sentence() -> None:
    """Not in Qt's words, and libpng's before them."""
    result = unhunch("figure", "sheet", "neck-flexion", "--frames", "1", "--out", "/dev/full")
    assert result.returncode == 1
    assert result.stderr == "unhunch: /dev/full cannot be written: No space left on device.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_contact_sheet_goes_into_a_pipe(tmp_path: Path) -> None:
    """Looking whether it can be written does not end it for whoever reads."""
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        try:
            assert (
                unhunch("figure", "sheet", "neck-flexion", "--frames", "1", "--out", str(pipe)).returncode
                == 0
            )
            assert reader.communicate(timeout=10)[0].startswith(b"\x89PNG")
        finally:
            reader.kill()
