"""The control socket with real clients: quick answers, and nothing a client does can hurt the program."""

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pytestqt.qtbot import QtBot

from unhunch import control_client
from unhunch.adapters import control_server
from unhunch.adapters.control_server import ControlServer
from unhunch.adapters.instance import Instance
from unhunch.cli import main
from unhunch.control_client import NoAnswerError, NotRunningError, runtime_dir, socket_address

Exchange = Callable[[bytes], list[dict[str, Any]]]


def answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
    if request["command"] == "fail":
        raise KeyError("a bug")
    if request["command"] == "refuse":
        return {"ok": False, "error": "There is nothing to skip."}
    if request["command"] == "much":
        return {"much": "x" * request["size"]}
    if request["command"] == "unspeakable":
        return {"thing": 1j}
    return {"heard": request}


@pytest.fixture
def runtime(own_home: Path) -> Path:
    return runtime_dir()


@pytest.fixture
def server(runtime: Path, qtbot: QtBot) -> Iterator[ControlServer]:
    instance = Instance(runtime)
    assert instance.claim()
    server = ControlServer(socket_address(runtime), answer)
    server.start()
    yield server
    server.close()
    instance.release()


@pytest.fixture
def connect(server: ControlServer, runtime: Path) -> Iterator[Callable[[], socket.socket]]:
    made: list[socket.socket] = []

    def connect_one() -> socket.socket:
        made.append(socket.socket(socket.AF_UNIX))
        made[-1].connect(socket_address(runtime))
        made[-1].setblocking(False)
        return made[-1]

    yield connect_one
    for each in made:
        each.close()


def received(client: socket.socket, qtbot: QtBot, lines: int) -> list[dict[str, Any]]:
    """Let the server work until the client has so many lines, or has been let go."""
    content = b""
    gone = False

    def enough() -> bool:
        nonlocal content, gone
        try:
            chunk = client.recv(1 << 20)
            gone = not chunk
            content += chunk
        except BlockingIOError:
            pass
        except ConnectionResetError:
            gone = True
        return gone or content.count(b"\n") >= lines

    qtbot.waitUntil(enough)
    return [json.loads(line) for line in content.splitlines()]


def is_gone(client: socket.socket) -> bool:
    try:
        return client.recv(1 << 20) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_a_request_is_answered(connect: Callable[[], socket.socket], qtbot: QtBot, runtime: Path) -> None:
    """One line in, one line out, over a socket that nobody else can open."""
    client = connect()
    client.sendall(b'{"command": "status", "x": [1]}\n')
    assert received(client, qtbot, 1) == [{"ok": True, "heard": {"command": "status", "x": [1]}}]
    client.sendall(b'{"command": "refuse"}\n{"command": "a"}\n')
    refused, heard = received(client, qtbot, 2)
    assert refused == {"ok": False, "error": "There is nothing to skip."}
    assert heard["heard"] == {"command": "a"}
    assert stat.S_IMODE(os.stat(socket_address(runtime)).st_mode) & 0o077 == 0
    assert stat.S_IMODE(runtime.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "line",
    [b"garbage", b"\xff\x00\xfe", b"3", b"[]", b"{}", b'{"command": 3}', b'{"command"', b"[" * 60_000],
)
def test_garbage_is_answered_with_a_sentence(
    connect: Callable[[], socket.socket], qtbot: QtBot, line: bytes
) -> None:
    """What is no request gets one sentence, and the client may go on."""
    client = connect()
    client.sendall(line + b'\n\n{"command": "status"}\n')
    bad, good = received(client, qtbot, 2)
    assert bad["ok"] is False
    assert bad["error"].startswith("A request is")
    assert good["ok"] is True


@pytest.mark.expect_log("The command 'fail' failed")
@pytest.mark.expect_log("The command 'unspeakable' failed")
def test_an_error_inside_is_logged_and_answered(connect: Callable[[], socket.socket], qtbot: QtBot) -> None:
    """A bug in a command reaches the log, and the client gets a sentence rather than silence."""
    client = connect()
    client.sendall(b'{"command": "fail"}\n{"command": "unspeakable"}\n{"command": "status"}\n')
    first, second, third = received(client, qtbot, 3)
    assert "its log has the details" in first["error"]
    assert "its log has the details" in second["error"]
    assert third["ok"] is True


def test_a_line_in_pieces_is_put_together(connect: Callable[[], socket.socket], qtbot: QtBot) -> None:
    """Half a line is waited for, and other clients are answered meanwhile."""
    slow, quick = connect(), connect()
    slow.sendall(b'{"command": ')
    quick.sendall(b'{"command": "quick"}\n')
    assert received(quick, qtbot, 1)[0]["ok"]
    slow.sendall(b'"slow"}\n')
    assert received(slow, qtbot, 1)[0]["heard"] == {"command": "slow"}


def test_a_huge_line_ends_the_connection(connect: Callable[[], socket.socket], qtbot: QtBot) -> None:
    """A line without end is cut off with a sentence; the longest that is allowed is not."""
    good = connect()
    padding = control_server.LINE_MAX - len(b'{"command": "a", "p": ""}\n')
    good.sendall(b'{"command": "a", "p": "%s"}\n' % (b"x" * padding))
    assert received(good, qtbot, 1)[0]["ok"]
    huge = connect()
    huge.sendall(b"x" * (control_server.LINE_MAX + 100))
    told = received(huge, qtbot, 2)
    assert [each["ok"] for each in told] == [False]
    assert "longer than" in told[0]["error"]


def test_a_client_that_goes_away_is_forgotten(
    connect: Callable[[], socket.socket], server: ControlServer, qtbot: QtBot
) -> None:
    """Going without waiting for the answer, in the middle of a line, or at once does no harm."""
    for content in (b'{"command": "status"}\n', b'{"comm', b""):
        client = connect()
        client.sendall(content)
        client.close()
    last = connect()
    last.sendall(b'{"command": "status"}\n')
    assert received(last, qtbot, 1)[0]["ok"]
    qtbot.waitUntil(lambda: len(server._clients) == 1)


def test_too_many_clients_push_out_the_oldest(
    connect: Callable[[], socket.socket], server: ControlServer, qtbot: QtBot
) -> None:
    """Connections that are never closed cannot lock the person out, and watchers stay."""
    watcher = connect()
    watcher.sendall(b'{"command": "watch"}\n')
    assert received(watcher, qtbot, 1)[0]["ok"]
    clients = [connect() for _ in range(control_server.CLIENTS_MAX)]
    qtbot.waitUntil(lambda: is_gone(clients[0]))
    last = clients[-1]
    last.sendall(b'{"command": "status"}\n')
    assert received(last, qtbot, 1)[0]["ok"]
    assert len(server._clients) == control_server.CLIENTS_MAX
    assert not is_gone(watcher)


def test_a_client_that_does_not_read_cannot_fill_the_memory(
    connect: Callable[[], socket.socket], server: ControlServer, qtbot: QtBot
) -> None:
    """Answers wait only up to a bound; once the client reads it gets every one of them."""
    count, size = 40, 200_000
    client = connect()
    client.sendall(b'{"command": "much", "size": %d}\n' % size * count)
    quick = connect()
    quick.sendall(b'{"command": "status"}\n')
    assert received(quick, qtbot, 1)[0]["ok"]
    waiting = max(each._socket.bytesToWrite() for each in server._clients)
    assert 0 < waiting <= control_server.UNREAD_MAX + size + 100
    assert [len(each["much"]) for each in received(client, qtbot, count)] == [size] * count


def test_thousands_of_requests_at_once_let_others_in_between(
    connect: Callable[[], socket.socket], qtbot: QtBot
) -> None:
    """A client that floods the program is answered in order, and another does not wait for it to end."""
    count = 2500
    flood, quick = connect(), connect()
    flood.sendall(b"".join(b'{"command": "%d"}\n' % n for n in range(count)))
    quick.sendall(b'{"command": "quick"}\n')
    assert received(quick, qtbot, 1)[0]["ok"]
    answered = received(flood, qtbot, count)
    assert [answer["heard"]["command"] for answer in answered] == [str(n) for n in range(count)]


def test_watchers_get_every_event(
    connect: Callable[[], socket.socket], server: ControlServer, qtbot: QtBot
) -> None:
    """After `watch` a client gets one line for each event; others get none."""
    watcher, other = connect(), connect()
    for client in (watcher, other):
        client.sendall(b'{"command": "%s"}\n' % (b"watch" if client is watcher else b"status"))
        received(client, qtbot, 1)
    for event in ("warned", "break_started"):
        server.publish({"event": event})
    assert received(watcher, qtbot, 2) == [{"event": "warned"}, {"event": "break_started"}]
    with pytest.raises(BlockingIOError):
        other.recv(1)


def test_a_watcher_that_stops_reading_is_let_go(
    connect: Callable[[], socket.socket], server: ControlServer, qtbot: QtBot
) -> None:
    """A forgotten `unhunch watch` does not grow in memory for ever."""
    watcher = connect()
    watcher.sendall(b'{"command": "watch"}\n')
    received(watcher, qtbot, 1)
    for _ in range(30):
        server.publish({"event": "x" * 100_000})
    assert server._clients == []


def in_thread(qtbot: QtBot, call: Callable[[], Any]) -> Any:
    """Run a blocking client while the server works; return what it returned or raised."""
    result: list[Any] = []

    def run() -> None:
        try:
            result.append(call())
        except Exception as error:
            result.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    qtbot.waitUntil(lambda: bool(result))
    thread.join()
    return result[0]


def test_the_client_asks_and_streams(server: ControlServer, qtbot: QtBot) -> None:
    """The client finds the socket by itself, and follows a stream until the server goes."""
    told = in_thread(qtbot, lambda: control_client.request("snooze", {"minutes": 5}))
    assert told == {"ok": True, "heard": {"command": "snooze", "minutes": 5}}
    big = in_thread(qtbot, lambda: control_client.request("much", {"size": 3_000_000}))
    assert len(big["much"]) == 3_000_000
    lines: list[dict[str, Any]] = []
    thread = threading.Thread(target=lambda: lines.extend(control_client.stream("watch")))
    thread.start()
    qtbot.waitUntil(lambda: any(client.watching for client in server._clients))
    server.publish({"event": "warned"})
    server.close()
    thread.join()
    assert [line.get("event") for line in lines] == [None, "warned"]


@pytest.mark.usefixtures("server")
def test_a_word_that_is_no_text_is_named_as_that(qtbot: QtBot) -> None:
    """An argument may be any bytes; the fault is not in how a request is laid out."""
    result = in_thread(qtbot, lambda: CliRunner().invoke(main, ["break", os.fsdecode(b"st\xff")]))
    assert (result.exit_code, result.output) == (1, "Error: What was asked for is not text in UTF-8.\n")
    heard = in_thread(qtbot, lambda: control_client.request("take_break", {"rhythm": "Dehnübung"}))
    assert heard["heard"]["rhythm"] == "Dehnübung"


def test_watch_prints_each_event_until_the_app_ends(server: ControlServer, qtbot: QtBot) -> None:
    """One line of JSON each, as the simulator prints them, and nothing else."""
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(CliRunner().invoke(main, ["watch"])))
    thread.start()
    qtbot.waitUntil(lambda: any(client.watching for client in server._clients))
    server.publish({"t": 2640, "event": "warned", "rhythm": "stretch", "due_in_s": 60})
    server.close()
    thread.join()
    assert results[0].exit_code == 0
    assert results[0].output == '{"t": 2640, "event": "warned", "rhythm": "stretch", "due_in_s": 60}\n'


def test_no_running_app_is_told_apart_from_one_that_does_not_answer(runtime: Path, qtbot: QtBot) -> None:
    """The command line can say which of the two it is, in one sentence."""
    with pytest.raises(NotRunningError):
        control_client.request("status")
    runtime.mkdir()
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(socket_address(runtime))
        with pytest.raises(NotRunningError):
            control_client.request("status")
        deaf.listen()
        with pytest.raises(NoAnswerError, match="does not answer"):
            control_client.request("status", timeout_s=0.01)

        def hang_up() -> None:
            for _ in range(2):  # the client that gave up is still in the queue
                deaf.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        with pytest.raises(NoAnswerError, match="Unhunch is running but"):
            control_client.request("status")
        thread.join()


def test_the_client_needs_little_of_python() -> None:
    """The command line answers at once because its way to the app imports no Qt and no third party."""
    code = (
        "import sys; before = set(sys.modules); import unhunch.control_client;"
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))"
    )
    app = str(Path(control_client.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": app}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["unhunch"]


def test_a_second_start_finds_the_first(server: ControlServer, runtime: Path, qtbot: QtBot) -> None:
    """While one runs nobody else can claim its place; once it is gone, anybody can."""
    code = (
        "import sys; from pathlib import Path; from unhunch.adapters.instance import Instance;"
        "print(Instance(Path(sys.argv[1])).claim())"
    )
    env = {"PYTHONPATH": str(Path(control_client.__file__).parents[1])}

    def second() -> str:
        command = [sys.executable, "-c", code, str(runtime)]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip()

    assert second() == "False"
    shown = in_thread(qtbot, lambda: control_client.request("show", wait_s=1))
    assert shown["heard"] == {"command": "show"}


def test_what_a_crash_left_over_is_replaced(runtime: Path, qtbot: QtBot) -> None:
    """A process killed while holding lock and socket stops nobody from starting."""
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from unhunch.adapters.instance import Instance;"
        "from unhunch.adapters.control_server import ControlServer;"
        "from unhunch.control_client import socket_address;"
        "app = QCoreApplication([]); runtime = Path(sys.argv[1]); one = Instance(runtime);"
        "assert one.claim(); server = ControlServer(socket_address(runtime), dict); server.start();"
        "os.kill(os.getpid(), 9)"
    )
    env = {"PYTHONPATH": str(Path(control_client.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code, str(runtime)], env=env, check=False)
    assert done.returncode == -9
    assert Path(socket_address(runtime)).exists()
    instance = Instance(runtime)
    assert instance.claim()
    server = ControlServer(socket_address(runtime), answer)
    server.start()
    assert in_thread(qtbot, lambda: control_client.request("status"))["ok"]
    server.close()
    instance.release()
    assert not Path(socket_address(runtime)).exists()


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    """Without a folder for lock and socket the program is told why, and can go on without."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OSError, match="file"):
        Instance(blocked).claim()
    server = ControlServer(str(tmp_path / ("x" * 120) / "control.sock"), answer)
    with pytest.raises(OSError, match="cannot reach Unhunch"):
        server.start()


@pytest.mark.parametrize("value", ["", "relative", "/nonexistent/run"])
def test_without_a_runtime_directory_there_is_still_one_place(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """A command from cron or after `su` looks where the app listens: in the user's own folder."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", value)
    found = runtime_dir()
    assert found.is_absolute()
    assert str(os.getuid()) in str(found)
