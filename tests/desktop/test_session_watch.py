"""Lock and sleep over real buses of their own, with mock services in the places of the system's."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from jeepney import DBusAddress
from pytestqt.qtbot import QtBot
from tests.desktop.rig import ROOT, Desktop, wait_for

from unhunch.adapters.clock import SystemClock
from unhunch.adapters.dbus import Bus, BusError
from unhunch.adapters.logind import LogindWatch
from unhunch.adapters.paths import Paths
from unhunch.adapters.session_watch import SessionWatch
from unhunch.adapters.together import TogetherEvents

pytestmark = pytest.mark.desktop

DEBIAN_PYTHON = "/usr/bin/python3"
LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
SESSION_PATH = f"{LOGIND_PATH}/session/c1"
GNOME = "org.gnome.ScreenSaver"


class Log:
    """SessionEvents as a list of words."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.on_sleeping: Callable[[], None] = lambda: None

    def locked(self) -> None:
        self.words.append("locked")

    def unlocked(self) -> None:
        self.words.append("unlocked")

    def sleeping(self) -> None:
        self.on_sleeping()
        self.words.append("sleeping")

    def woke(self) -> None:
        self.words.append("woke")

    def clock_changed(self) -> None:
        self.words.append("clock")


class Buses:
    """Private buses and the mock services on them."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    def mock(self, template: str, name: str, which: str) -> subprocess.Popen[bytes]:
        process = self.desktop.spawn(
            [DEBIAN_PYTHON, "-m", "dbusmock", f"--{which}", "--template", template, "-p", "{}"], log=template
        )
        self.desktop.run("gdbus", "wait", f"--{which}", "--timeout", "10", name)
        return process

    def mock_logind(self) -> subprocess.Popen[bytes]:
        process = self.mock("logind", LOGIND, "system")
        arguments = ("c1", "seat0", "uint32 0", "root", "true")
        self.call("system", LOGIND, LOGIND_PATH, "org.freedesktop.DBus.Mock.AddSession", *arguments)
        return process

    def call(self, which: str, name: str, path: str, method: str, *arguments: str) -> str:
        return self.desktop.run(
            "gdbus", "call", f"--{which}", "-d", name, "-o", path, "-m", method, *arguments
        )

    def emit_sleep(self, begins: bool) -> None:
        emit = "org.freedesktop.DBus.Mock.EmitSignal"
        manager = f"{LOGIND}.Manager"
        flag = f"[<{str(begins).lower()}>]"
        self.call("system", LOGIND, LOGIND_PATH, emit, manager, "PrepareForSleep", "b", flag)

    def session(self, method: str, *arguments: str) -> None:
        self.call("system", LOGIND, SESSION_PATH, f"{LOGIND}.Session.{method}", *arguments)

    def delays(self) -> int:
        listed = self.call("system", LOGIND, LOGIND_PATH, f"{LOGIND}.Manager.ListInhibitors")
        return listed.count("'sleep', 'Unhunch'")


def skip_without_mocks() -> None:
    missing = [tool for tool in ("dbus-daemon", "gdbus", DEBIAN_PYTHON) if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (see packaging/test)")
    if subprocess.run([DEBIAN_PYTHON, "-c", "import dbusmock"], capture_output=True, check=False).returncode:
        pytest.skip("needs Debian's python3-dbusmock (see packaging/test)")


@pytest.fixture
def buses(monkeypatch: pytest.MonkeyPatch) -> Iterator[Buses]:
    """Buses alone, which this process finds as its own."""
    skip_without_mocks()
    with Desktop.start(screen=None) as desktop:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            monkeypatch.setenv(name, desktop.env[name])
        yield Buses(desktop)


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def settle(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Waits until every question to a bus is answered."""
    made: list[Bus] = []
    connect = Bus.__init__

    def remembered(bus: Bus, kind: Literal["SESSION", "SYSTEM"]) -> None:
        connect(bus, kind)
        made.append(bus)

    monkeypatch.setattr(Bus, "__init__", remembered)
    return lambda: qtbot.waitUntil(lambda: not any(bus._pending for bus in made))


@pytest.fixture
def start(settle: Callable[[], None], log: Log) -> Iterator[Callable[..., SessionWatch]]:
    started: list[SessionWatch] = []

    def start(**environment: str) -> SessionWatch:
        started.append(SessionWatch(SystemClock(), log, environment))
        settle()
        return started[-1]

    yield start
    for watch in started:
        watch.stop()


def test_lock_and_unlock_by_hint(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """The session's LockedHint is a lock, at once and as long as it stands."""
    buses.mock_logind()
    watch = start(XDG_SESSION_ID="c1")
    assert "logind" in watch.name
    buses.session("SetLockedHint", "true")
    qtbot.waitUntil(lambda: log.words == ["locked"])
    assert watch.is_locked()
    buses.session("SetLockedHint", "false")
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked"])


def test_a_lock_that_stands_at_the_start_is_seen(
    buses: Buses, log: Log, start: Callable[..., SessionWatch]
) -> None:
    """Started behind a lock screen, the program knows."""
    buses.mock_logind()
    buses.session("SetLockedHint", "true")
    assert start(XDG_SESSION_ID="c1").is_locked()
    assert log.words == ["locked"]


def test_the_saver_and_logind_give_one_lock(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """Both tell of the same lock: it begins with the first and ends with the last."""
    buses.mock_logind()
    buses.mock("gnome_screensaver", GNOME, "session")
    watch = start(XDG_SESSION_ID="c1")

    def set_saver(active: str) -> None:
        buses.call("session", GNOME, "/org/gnome/ScreenSaver", f"{GNOME}.SetActive", active)

    def wait_for_lockers(count: int) -> None:
        sources = watch._together._sources
        qtbot.waitUntil(lambda: sum(source.is_locked for source in sources) == count)

    set_saver("true")
    wait_for_lockers(1)
    buses.session("SetLockedHint", "true")
    wait_for_lockers(2)
    set_saver("false")
    wait_for_lockers(1)
    assert log.words == ["locked"]
    buses.session("SetLockedHint", "false")
    wait_for_lockers(0)
    assert log.words == ["locked", "unlocked"]


def test_a_saver_that_comes_later_and_dies_while_active(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """A screen saver may start after us; when it crashes, the screen is not locked any more."""
    start()
    saver = buses.mock("gnome_screensaver", GNOME, "session")
    buses.call("session", GNOME, "/org/gnome/ScreenSaver", f"{GNOME}.SetActive", "true")
    qtbot.waitUntil(lambda: log.words == ["locked"])
    buses.desktop.end(saver)
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked"])


def test_sleep_waits_until_we_have_saved(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """The delay is held while we listen, still held while `sleeping` runs, released after, and taken anew."""
    buses.mock_logind()
    held: list[int] = []
    log.on_sleeping = lambda: held.append(buses.delays())
    watch = start(XDG_SESSION_ID="c1")
    assert buses.delays() == 1
    buses.emit_sleep(True)
    qtbot.waitUntil(lambda: log.words == ["sleeping"])
    assert held == [1]
    wait_for(lambda: buses.delays() == 0, "the delay to be released", 3)
    buses.emit_sleep(False)
    qtbot.waitUntil(lambda: log.words == ["sleeping", "woke"])
    qtbot.waitUntil(lambda: buses.delays() == 1)
    watch.stop()
    wait_for(lambda: buses.delays() == 0, "the delay to be released at the end", 3)


def test_a_restarted_logind_is_heard_again(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot, settle: Callable[[], None]
) -> None:
    """logind goes while it says locked and comes back: no lock is left over, and the new one is heard."""
    first = buses.mock_logind()
    start(XDG_SESSION_ID="c1")
    buses.session("SetLockedHint", "true")
    qtbot.waitUntil(lambda: log.words == ["locked"])
    buses.desktop.end(first)
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked"])
    buses.mock_logind()
    qtbot.waitUntil(lambda: buses.delays() == 1)
    settle()
    buses.session("SetLockedHint", "true")
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked", "locked"])


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_lock_asked_for_is_believed_only_with_its_hint(
    buses: Buses, log: Log, qtbot: QtBot, confirmed: bool, settle: Callable[[], None]
) -> None:
    """The Lock signal locks at once; where no hint follows it is taken back, since no unlock would come."""
    buses.mock_logind()
    bus = Bus("SYSTEM")
    source = TogetherEvents(SystemClock(), log).new_source()
    logind = LogindWatch(bus, source, "c1", confirm_lock_s=60 if confirmed else 0.3)
    settle()
    buses.session("Lock")
    qtbot.waitUntil(lambda: log.words[:1] == ["locked"])
    if confirmed:
        buses.session("SetLockedHint", "true")
        qtbot.waitUntil(lambda: not logind._confirm.isActive())
        assert log.words == ["locked"]
        buses.session("Unlock")
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked"])
    logind.stop()
    bus.close()


def test_without_a_session_id_the_own_session_is_asked_for(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """Started by systemd, not from the login: logind knows which session is ours."""
    buses.mock_logind()
    properties = "{'Id': <'c1'>}"
    add = "org.freedesktop.DBus.Mock.AddObject"
    buses.call(
        "system",
        LOGIND,
        LOGIND_PATH,
        add,
        f"{LOGIND_PATH}/session/auto",
        f"{LOGIND}.Session",
        properties,
        "[]",
    )
    start()
    buses.session("SetLockedHint", "true")
    qtbot.waitUntil(lambda: log.words == ["locked"])


def test_a_new_time_zone_is_told(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """Somebody sets the machine's zone: the clock changed."""
    buses.mock("timedated", "org.freedesktop.timedate1", "system")
    start()
    name, path = "org.freedesktop.timedate1", "/org/freedesktop/timedate1"
    buses.call("system", name, path, f"{name}.SetTimezone", "Europe/Berlin", "false")
    qtbot.waitUntil(lambda: log.words == ["clock"])


def test_a_bus_that_goes_takes_its_lock_along(
    buses: Buses, log: Log, start: Callable[..., SessionWatch], qtbot: QtBot
) -> None:
    """The system bus dies while it says locked: no lock is left, nothing spins, stopping works."""
    buses.mock_logind()
    watch = start(XDG_SESSION_ID="c1")
    buses.session("SetLockedHint", "true")
    qtbot.waitUntil(lambda: log.words == ["locked"])
    buses.desktop.end(buses.desktop.process("system_bus"))
    qtbot.waitUntil(lambda: log.words == ["locked", "unlocked"])
    assert not watch.is_locked()
    watch.stop()


def phase(desktop: Desktop) -> str:
    """What the running program says it is doing."""
    path = {"PYTHONPATH": str(ROOT / "app"), **desktop.env}
    command = [sys.executable, "-m", "unhunch", "status", "--json"]
    done = subprocess.run(command, env=path, capture_output=True, text=True, check=False, timeout=20)
    return str(json.loads(done.stdout)["phase"]) if done.returncode == 0 else "not running"


def test_the_program_itself_hears_lock_sleep_and_the_first_key(desktop: Desktop) -> None:
    """Away at the lock and back at the unlock; away in sleep, saved before it, and back at the first key."""
    skip_without_mocks()
    buses = Buses(desktop)
    buses.mock_logind()
    program = desktop.spawn_unhunch(env={"XDG_SESSION_ID": "c1"})
    wait_for(lambda: phase(desktop) == "working", "the program")
    buses.session("SetLockedHint", "true")
    wait_for(lambda: phase(desktop) == "away", "the lock")
    buses.session("SetLockedHint", "false")
    wait_for(lambda: phase(desktop) == "working", "the unlock")
    folder = desktop.home / ".local/state/unhunch"
    state = folder / Paths.below(folder).state_file.name
    before = state.read_bytes()
    buses.emit_sleep(True)
    wait_for(lambda: buses.delays() == 0, "the delay to be released")
    assert state.read_bytes() != before
    assert phase(desktop) == "away"
    buses.emit_sleep(False)
    wait_for(lambda: buses.delays() == 1, "the delay to be taken anew")
    assert phase(desktop) == "away"
    desktop.key("a")
    wait_for(lambda: phase(desktop) == "working", "the first key after waking")
    assert desktop.end(program) == 0


def test_where_input_cannot_be_seen_waking_brings_the_person_back(desktop: Desktop) -> None:
    """Without a source of input nobody is left away for good after a sleep."""
    skip_without_mocks()
    buses = Buses(desktop)
    buses.mock_logind()
    program = desktop.spawn_unhunch(env={"XDG_SESSION_ID": "c1", "XDG_SESSION_TYPE": "wayland"})
    wait_for(lambda: phase(desktop) == "working", "the program")
    buses.emit_sleep(True)
    wait_for(lambda: phase(desktop) == "away", "the sleep")
    buses.emit_sleep(False)
    wait_for(lambda: phase(desktop) == "working", "the waking")
    assert desktop.end(program) == 0


def test_calls_answer_fail_and_time_out(buses: Buses, qtbot: QtBot) -> None:
    """A call gets its answer, an error its name, and no answer a timeout; a lost bus fails what waits."""
    bus = Bus("SESSION")
    said: list[str] = []
    bus.on_lost.append(lambda: said.append("lost"))
    daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    bus.call(daemon, "NameHasOwner", "s", ("org.example.Nobody",), reply=lambda has: said.append(str(has)))
    nobody = DBusAddress("/", "org.example.Nobody", "org.example.Nobody")
    bus.call(nobody, "Do", failed=lambda name, text: said.append(name.rsplit(".", 1)[1]))
    qtbot.waitUntil(lambda: said == ["False", "NameHasNoOwner"])
    silent = subprocess.Popen(
        [
            DEBIAN_PYTHON,
            "-c",
            "import dbus, time; b = dbus.SessionBus(); b.request_name('org.example.Silent'); time.sleep(60)",
        ],
        env=buses.desktop.env,
    )
    buses.desktop.run("gdbus", "wait", "--session", "--timeout", "10", "org.example.Silent")
    address = DBusAddress("/", "org.example.Silent", "org.example.Silent")
    said.clear()
    for timeout_s in (0.1, 30):
        bus.call(
            address, "Do", failed=lambda name, _: said.append(name.rsplit(".", 1)[1]), timeout_s=timeout_s
        )
    qtbot.waitUntil(lambda: said == ["Timeout"])
    buses.desktop.end(buses.desktop.process("bus"))
    qtbot.waitUntil(lambda: said == ["Timeout", "Disconnected", "lost"])
    bus.call(address, "Do")
    silent.terminate()
    silent.wait()


@pytest.mark.parametrize(
    "address", ["", "unix:path=/nonexistent/bus", "nonsense", "tcp:host=localhost,port=1"]
)
def test_an_address_without_a_bus_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, address: str
) -> None:
    """Whatever stands in the variable, the answer is a BusError that names the bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(BusError, match="session bus cannot be reached"):
        Bus("SESSION")
