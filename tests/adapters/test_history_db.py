"""The history: every event once and for good, whatever happens to the disk or the file."""

import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.adapters.limits import no_file_longer_than

from unhunch.adapters import history_salvage
from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.history_salvage import begin_anew, salvaged_events
from unhunch.adapters.history_schema import EVENT_COLUMNS, MIGRATIONS, NewerSchemaError, migrate

Now = Callable[[], datetime]
AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BESIDE = "history.db.damaged-2026-03-02"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def problems() -> list[str]:
    return []


@pytest.fixture
def opened(path: Path, now: Now, problems: list[str]) -> Iterator[Callable[[], HistoryDb]]:
    made: list[HistoryDb] = []

    def open_history() -> HistoryDb:
        made.append(HistoryDb(path, now, problems.append))
        return made[-1]

    yield open_history
    for history in made:
        history._disconnect()


def fill(history: HistoryDb, count: int, first: int = 0) -> None:
    for n in range(first, first + count):
        history.record({"event": "taken", "rhythm": "stretch", "n": n}, AT + timedelta(seconds=n))


def numbers(history: HistoryDb) -> list[int]:
    return [event["n"] for event in history.recent(100_000)]


def test_events_come_back_as_they_were(opened: Callable[[], HistoryDb], path: Path) -> None:
    """Each event has its own fields and its local time; the file is for the person alone."""
    history = opened()
    history.record({"event": "rested", "rhythm": "eyes", "t": 12.5, "away_s": 30, "prompt": False}, AT)
    history.record({"event": "held", "reasons": ["meeting"]}, AT + timedelta(seconds=1.5))
    assert history.recent(10) == [
        {
            "at": "2026-03-02T09:00:00.000+01:00",
            "event": "rested",
            "rhythm": "eyes",
            "away_s": 30,
            "prompt": False,
        },
        {"at": "2026-03-02T09:00:01.500+01:00", "event": "held", "reasons": ["meeting"]},
    ]
    assert [event["event"] for event in history.recent(1)] == ["held"]
    assert history.recent(0) == []
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    history.close()
    assert len(opened().recent(10)) == 2


def test_events_of_a_span_of_time(opened: Callable[[], HistoryDb]) -> None:
    """A span begins with its first moment and ends before its last."""
    history = opened()
    fill(history, 10)
    span = history.events(AT + timedelta(seconds=3), AT + timedelta(seconds=6))
    assert [event["n"] for event in span] == [3, 4, 5]


def test_it_is_written_for_power_cuts(opened: Callable[[], HistoryDb]) -> None:
    """Write-ahead log, and every event synced before it counts as recorded."""
    history = opened()
    assert history._db is not None
    assert history._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert history._db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_what_the_engine_was_given_is_kept_for_a_month(
    opened: Callable[[], HistoryDb], path: Path, now: Now
) -> None:
    """Runs with their inputs are stored with the next event; old ones go, the events stay."""
    history = opened()
    for days, boot_s in ((32, 100.0), (1, 200.0)):
        wall = now() - timedelta(days=days)
        history.begin_run(wall, boot_s, "Europe/Berlin", {"timing.gap_s": 9}, b"{}")
        history.record_input("input", boot_s + 1)
        history.record_input("hold", boot_s + 2, reason="meeting")
        history.record({"event": "present", "n": days}, wall)
    history.close()
    history = opened()
    assert numbers(history) == [32, 1]
    (run,) = history.runs(AT - timedelta(days=365))
    assert {key: run[key] for key in ("boot_s", "timezone", "settings", "state")} == {
        "boot_s": 200.0,
        "timezone": "Europe/Berlin",
        "settings": {"timing.gap_s": 9},
        "state": b"{}",
    }
    assert history.inputs(run["id"]) == [
        {"boot_s": 201.0, "kind": "input"},
        {"boot_s": 202.0, "kind": "hold", "reason": "meeting"},
    ]
    history.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM inputs").fetchone() == (2,)


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_history_of_every_older_version_is_brought_up_to_date(
    opened: Callable[[], HistoryDb], path: Path, version: int, problems: list[str]
) -> None:
    """Every step from every version that there ever was leads to the same tables and loses no event."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        migrate(db, MIGRATIONS[:version])
        if version:
            db.execute(
                "INSERT INTO events VALUES (1, 1.5, 3600, '1970-01-01', NULL, 'taken', 'eyes', '{\"n\":7}')"
            )
    history = opened()
    fill(history, 1)
    assert numbers(history) == ([7, 0] if version else [0])
    assert problems == []
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh,
        closing(sqlite3.connect(path)) as db,
    ):
        migrate(fresh)
        schema = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
        assert db.execute(schema).fetchall() == fresh.execute(schema).fetchall()
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_step_that_fails_leaves_the_database_as_it_was() -> None:
    """Steps are all done or none, so that the old version still works with the file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, [["CREATE TABLE one (a)"]])
        with pytest.raises(sqlite3.OperationalError):
            migrate(db, [["CREATE TABLE one (a)"], ["CREATE TABLE two (a)"], ["CREATE TABLE one (a)"]])
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("one",)]
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        with pytest.raises(NewerSchemaError):
            migrate(db, [])


@pytest.mark.expect_log("newer version")
def test_a_history_of_a_newer_version_is_kept(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str]
) -> None:
    """After going back to an older version the newer file is set aside whole, and the person is told."""
    history = opened()
    fill(history, 3)
    assert history._db is not None
    history._db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    history.close()
    history = opened()
    fill(history, 1, first=9)
    assert numbers(history) == [9]
    beside = path.with_name("history.db.newer-2026-03-02")
    assert len(problems) == 1
    assert str(beside) in problems[0]
    with closing(sqlite3.connect(beside)) as db:
        assert db.execute("SELECT count(*) FROM events").fetchone() == (3,)


@pytest.mark.expect_log("damaged")
@pytest.mark.parametrize("content", [b"not a database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_kept_and_a_new_one_begun(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str], content: bytes
) -> None:
    """The person is told where the old file is; the program goes on."""
    path.parent.mkdir()
    path.write_bytes(content)
    history = opened()
    fill(history, 2)
    assert numbers(history) == [0, 1]
    assert path.with_name(BESIDE).read_bytes() == content
    assert len(problems) == 1
    assert str(path.with_name(BESIDE)) in problems[0]


@pytest.mark.expect_log("damaged")
def test_what_can_be_read_of_a_damaged_history_is_saved(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str]
) -> None:
    """With a page in the middle destroyed, the events before and after it are in the new history."""
    history = opened()
    columns = "at_utc_s, offset_s, day, name, fields"
    insert = f"INSERT INTO events ({columns}) VALUES (?, 0, '1970-01-01', 'taken', ?)"
    history._waiting += [(insert, (float(n), f'{{"n":{n}}}')) for n in range(2000)]
    assert history.flush()
    history.close()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        page_size = db.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    middle = content.find(b'{"n":1000}') // page_size * page_size
    content[middle : middle + page_size] = b"\xee" * page_size
    path.write_bytes(content)

    history = opened()
    saved = numbers(history)
    assert saved == sorted(set(saved))
    assert saved[0] == 0
    assert saved[-1] == 1999
    assert 1800 < len(saved) < 2000
    assert f"{len(saved)} events could be saved" in problems[0]
    assert path.with_name(BESIDE).read_bytes() == bytes(content)


@pytest.mark.expect_log("damaged")
def test_somebody_elses_database_is_kept_as_it_is(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str]
) -> None:
    """Nothing is added to it; it is put beside, and that is said."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url)")
        db.commit()
    content = path.read_bytes()
    fill(opened(), 2)
    assert path.with_name(BESIDE).read_bytes() == content
    assert problems == [
        f"The history was damaged: 0 events could be saved; the old file is kept as {path.with_name(BESIDE)}."
    ]


@pytest.mark.expect_log("damaged")
def test_rows_that_hold_nonsense_are_not_saved(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str]
) -> None:
    """Damage may leave rows that can be read and mean nothing; they do not spoil the new history."""
    history = opened()
    fill(history, 2)
    history.close()
    with closing(sqlite3.connect(path)) as db:
        for row in (
            "'then', 0, '2026-03-02', NULL, 'taken', NULL, '{}'",
            "1.0, 1e9, '2026-03-02', NULL, 'taken', NULL, '{}'",
            "1.0, 0, 'x', NULL, 'taken', NULL, '{}'",
            "1.0, 0, '2026-03-02', NULL, x'00', NULL, '{}'",
            "1.0, 0, '2026-03-02', NULL, 'taken', NULL, '{'",
            "1.0, 0, '2026-03-02', NULL, 'taken', NULL, '[]'",
            "1e300, 0, '2026-03-02', NULL, 'taken', NULL, '{}'",
        ):
            db.execute(f"INSERT INTO events ({EVENT_COLUMNS}) VALUES ({row})")
        db.execute("DROP TABLE inputs")
        db.commit()
    history = opened()
    history.begin_run(AT, 0.0, "UTC", {}, None)
    history.record_input("lock", 1.0)
    fill(history, 1, first=2)
    assert numbers(history) == [0, 1, 2]
    assert "2 events could be saved" in problems[0]


def test_what_a_hand_left_in_a_sound_file_is_passed_over(opened: Callable[[], HistoryDb], path: Path) -> None:
    """The other rows are read as ever, and nothing is deleted."""
    history = opened()
    history.begin_run(AT, 0.0, "UTC", {}, None)
    history.record_input("lock", 1.0)
    history.record_input("unlock", 2.0)
    fill(history, 3)
    history.begin_run(AT + timedelta(seconds=1), 0.0, "UTC", {}, None)
    history.flush()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE events SET fields = '{' WHERE id = 2")
        db.execute("UPDATE inputs SET fields = 7 WHERE id = 1")
        db.execute("UPDATE runs SET settings = '[]' WHERE id = (SELECT max(id) FROM runs)")
        db.commit()
    assert numbers(history) == [0, 2]
    assert [event["n"] for event in history.events(AT, AT + timedelta(days=1))] == [0, 2]
    (run,) = history.runs(AT)
    assert [given["kind"] for given in history.inputs(run["id"])] == ["unlock"]


@pytest.mark.parametrize("step", ["keep_beside", "rename"])
def test_a_new_beginning_cut_off_is_finished_at_the_next_start(
    opened: Callable[[], HistoryDb],
    path: Path,
    step: str,
    monkeypatch: pytest.MonkeyPatch,
    problems: list[str],
) -> None:
    """Killed while the damaged file is being replaced, the next start still has every event."""
    history = opened()
    fill(history, 3)
    history.close()
    rows = list(salvaged_events(path))

    class Killed(BaseException):
        pass

    def kill(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        if step == "keep_beside":
            patched.setattr(history_salvage, "keep_beside", kill)
        else:
            patched.setattr(Path, "rename", kill)
        with pytest.raises(Killed):
            begin_anew(path, "damaged", AT, rows)
    assert path.exists() == (step == "keep_beside")
    history = opened()
    fill(history, 1, first=3)
    assert numbers(history) == [0, 1, 2, 3]
    assert problems == []


@pytest.mark.expect_log("damaged")
def test_damage_while_running_loses_nothing(
    opened: Callable[[], HistoryDb], path: Path, problems: list[str]
) -> None:
    """A table that vanishes under the running program: the event that met it is in the new history."""
    history = opened()
    history.begin_run(AT, 1.0, "UTC", {}, None)
    fill(history, 2)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE inputs")
    history.record_input("lock", 2.0)
    fill(history, 1, first=2)
    assert numbers(history) == [0, 1, 2]
    assert len(problems) == 1
    assert history._db is not None
    assert history._db.execute("SELECT kind FROM inputs JOIN runs ON run = runs.id").fetchall() == [("lock",)]


@pytest.mark.expect_log("cannot be written")
def test_a_full_disk_loses_nothing_and_is_named_once(
    opened: Callable[[], HistoryDb], problems: list[str], path: Path
) -> None:
    """While the disk is full events wait in memory, seen by `recent`; with room again they are written."""
    history = opened()
    fill(history, 5)
    with no_file_longer_than(4096):
        fill(history, 5, first=5)
        assert numbers(history)[-5:] == [5, 6, 7, 8, 9]
        assert len(problems) == 1
        assert str(path) in problems[0]
    fill(history, 1, first=10)
    assert numbers(history) == list(range(11))
    history.close()
    assert numbers(opened()) == list(range(11))
    assert len(problems) == 1


@pytest.mark.expect_log("cannot be written")
def test_a_folder_that_cannot_be_made_is_named_once_and_used_when_it_can(
    opened: Callable[[], HistoryDb], problems: list[str], path: Path
) -> None:
    """With a file in the place of the folder the program goes on; nothing is lost once it is gone."""
    path.parent.write_text("in the way")
    history = opened()
    fill(history, 3)
    assert len(problems) == 1
    assert numbers(history) == [0, 1, 2]
    path.parent.unlink()
    fill(history, 1, first=3)
    history.close()
    assert numbers(opened()) == [0, 1, 2, 3]
    assert len(problems) == 1


@pytest.mark.expect_log("cannot be written")
def test_a_history_that_can_only_be_read_is_still_read(
    opened: Callable[[], HistoryDb], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a file system that is read-only the past can be looked at; what happens now is seen after it."""
    history = opened()
    fill(history, 2)
    history.close()

    def read_only(*_: Any, **__: Any) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("unhunch.adapters.history_db.os.open", read_only)
    history = opened()
    fill(history, 1, first=2)
    assert numbers(history) == [0, 1, 2]


@pytest.mark.expect_log("cannot be written")
@pytest.mark.expect_log("1 entries of the history could not be written")
def test_a_database_in_use_elsewhere_is_waited_for(
    opened: Callable[[], HistoryDb], problems: list[str], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While something else holds the file, events wait."""
    monkeypatch.setattr("unhunch.adapters.history_db.BUSY_S", 0.0)
    history = opened()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        fill(history, 1)
        assert len(problems) == 1
        history.close()
        other.execute("ROLLBACK")
    fill(history, 1, first=1)
    assert numbers(history) == [0, 1]


def test_a_file_taken_away_is_begun_anew(opened: Callable[[], HistoryDb], path: Path) -> None:
    """Whoever deletes the history while the program runs gets a new one, not events that go nowhere."""
    history = opened()
    fill(history, 1)
    for file in path.parent.iterdir():
        file.unlink()
    fill(history, 1, first=1)
    history.close()
    assert numbers(opened()) == [1]


def test_strange_fields_are_recorded_too(opened: Callable[[], HistoryDb]) -> None:
    """Recording never fails over what an event carries."""
    history = opened()
    strange: Any = {"event": "paused", "until": datetime(2026, 3, 3, 5, tzinfo=UTC), "thing": {1, 2}, "x": 1j}
    history.record(strange, AT)
    assert history.recent(1)[0]["until"] == "2026-03-03T05:00:00Z"
