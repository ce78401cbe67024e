"""The history: one SQLite file, one writer, and nothing that was recorded ever lost."""

import logging
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from unhunch.adapters.files import WallClock
from unhunch.adapters.history_salvage import begin_anew, finish, salvaged_events
from unhunch.adapters.history_schema import (
    EVENT_COLUMNS,
    INSERT_EVENT,
    NewerSchemaError,
    is_ours,
    is_sound,
    migrate,
)
from unhunch.adapters.paths import make_private_folder
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

log = logging.getLogger(__name__)

TRACE_KEPT_DAYS = 31
"""What the engine was given is kept this long; events are kept for good."""
BUSY_S = 1.0

_INSERT_RUN = "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)"
_INSERT_INPUT = "INSERT INTO inputs (run, boot_s, kind, fields) VALUES (?, ?, ?, ?)"
_DAMAGED_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


class HistoryDb:
    """A History on SQLite.

    What cannot be written now (a full disk, a folder that is read-only) waits in memory and is written
    with the next event that can be. The program goes on; `on_problem` is told once.
    """

    def __init__(self, path: Path, now: WallClock, on_problem: Callable[[str], None]) -> None:
        self._path = path
        self._now = now
        self._on_problem = on_problem
        self._db: sqlite3.Connection | None = None
        self._waiting: list[tuple[str, tuple[Any, ...]]] = []
        self._run: tuple[Any, ...] | None = None
        self._failing = False
        self.flush()

    def record(self, event: Mapping[str, Any], wall: datetime) -> None:
        """Append {"event": name, ...} for good; see History. Its "t" is its boot time, where it has one."""
        fields = {key: value for key, value in event.items() if key not in ("event", "t", "rhythm")}
        boot_s, rhythm = event.get("t"), event.get("rhythm")
        row = (
            wall.timestamp(),
            _offset_s(wall),
            f"{wall:%Y-%m-%d}",
            None if boot_s is None else float(boot_s),
            str(event["event"]),
            None if rhythm is None else str(rhythm),
            _json(fields),
        )
        self._waiting.append((INSERT_EVENT, row))
        self.flush()

    def begin_run(
        self, wall: datetime, boot_s: float, zone: str, settings: Mapping[str, Any], state: bytes | None
    ) -> None:
        """Note what the engine starts from, so that what follows can be replayed."""
        run_id = int(wall.timestamp() * 1_000_000)
        self._run = (run_id, wall.timestamp(), _offset_s(wall), zone, boot_s, _json(settings), state)
        self._waiting.append((_INSERT_RUN, self._run))

    def record_input(self, kind: str, boot_s: float, **fields: Any) -> None:
        """Note what the engine was given: a kind and a time. Written with the next event or `flush`."""
        if self._run is None:
            raise RuntimeError("no run has begun")
        self._waiting.append((_INSERT_INPUT, (self._run[0], boot_s, kind, _json(fields))))

    def flush(self) -> bool:
        """Write what waits; return whether nothing waits any more."""
        error = self._written()
        why = _to_set_aside(error)
        if why is not None:
            error = self._start_anew(why)
        if error is not None:
            self._fail(error)
        elif self._failing:
            log.info("The history is written again.")
            self._failing = False
        return error is None

    def holds(self, event: Mapping[str, Any], wall: datetime) -> bool:
        """Tell whether this event of this moment is recorded."""
        query = "SELECT 1 FROM events WHERE at_utc_s = ? AND name = ? AND rhythm IS ? LIMIT 1"
        rhythm = event.get("rhythm")
        values = (wall.timestamp(), str(event["event"]), None if rhythm is None else str(rhythm))
        return bool(self._rows(query, values))

    def recent(self, count: int) -> list[dict[str, Any]]:
        """Return the last `count` events, oldest first; see History."""
        query = f"SELECT {EVENT_COLUMNS} FROM events ORDER BY id DESC LIMIT ?"
        stored = [_event(row) for row in self._rows(query, (count,)) if is_sound(row)]
        waiting = [_event(row) for sql, row in self._waiting if sql == INSERT_EVENT]
        return [*reversed(stored), *waiting][-count:] if count > 0 else []

    def events(self, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """Return the events from `since` up to before `until`, both aware, oldest first."""
        query = f"SELECT {EVENT_COLUMNS} FROM events WHERE at_utc_s >= ? AND at_utc_s < ? ORDER BY id"
        rows = self._rows(query, (since.timestamp(), until.timestamp()))
        return [_event(row) for row in rows if is_sound(row)]

    def runs(self, since: datetime) -> list[dict[str, Any]]:
        """Return what the engine started from at each start since then, oldest first.

        Each has "id", "at" (ISO time), "timezone", "boot_s", "settings" and "state" (bytes or None).
        """
        columns = "id, at_utc_s, offset_s, timezone, boot_s, settings, state"
        rows = self._rows(f"SELECT {columns} FROM runs WHERE at_utc_s >= ? ORDER BY id", (since.timestamp(),))
        return [
            {
                "id": run_id,
                "at": _local(at_utc_s, offset_s),
                "timezone": zone,
                "boot_s": boot_s,
                "settings": told,
                "state": state,
            }
            for run_id, at_utc_s, offset_s, zone, boot_s, settings, state in rows
            if (told := _object(settings)) is not None
        ]

    def inputs(self, run_id: int) -> list[dict[str, Any]]:
        """Return what the engine was given in one run, in order: "boot_s", "kind" and its own fields."""
        query = "SELECT boot_s, kind, fields FROM inputs WHERE run = ? ORDER BY id"
        return [
            {"boot_s": boot_s, "kind": kind, **told}
            for boot_s, kind, fields in self._rows(query, (run_id,))
            if (told := _object(fields)) is not None
        ]

    def close(self) -> None:
        """Write what waits and let go of the file."""
        if not self.flush() and self._waiting:
            log.error("%d entries of the history could not be written.", len(self._waiting))
        self._disconnect()

    # -- inside ---------------------------------------------------------------------------------

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Return what is stored, also where it can be read but not written."""
        self.flush()
        try:
            if self._db is not None:
                return self._db.execute(query, values).fetchall()
            # Without its helper files, which cannot be made here either, SQLite reads only what is immutable.
            with closing(sqlite3.connect(f"{self._path.absolute().as_uri()}?immutable=1", uri=True)) as db:
                return db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            log.info("The history cannot be read: %s", error)
            return []

    def _written(self) -> Exception | None:
        """Write what waits, all or nothing; return what went wrong."""
        try:
            db = self._connected()
            if not self._waiting:
                return None
            db.execute("BEGIN IMMEDIATE")
            try:
                for sql, row in self._waiting:
                    db.execute(sql, row)
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")
        except (sqlite3.Error, OSError, NewerSchemaError) as error:
            return error
        self._waiting.clear()
        return None

    def _connected(self) -> sqlite3.Connection:
        if self._db is not None and not self._path.exists():
            self._disconnect()  # the person took the file away: begin another
        if self._db is None:
            make_private_folder(self._path.parent)
            finish(self._path)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._db = sqlite3.connect(self._path, timeout=BUSY_S, isolation_level=None)
            try:
                self._prepare(self._db)
            except BaseException:
                self._disconnect()
                raise
        return self._db

    def _prepare(self, db: sqlite3.Connection) -> None:
        if not is_ours(db):
            raise _damage("it is somebody else's database")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        migrate(db)
        if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _damage("the check found damage")
        oldest_kept = self._now() - timedelta(days=TRACE_KEPT_DAYS)
        db.execute("DELETE FROM runs WHERE at_utc_s < ?", (oldest_kept.timestamp(),))
        db.execute("DELETE FROM inputs WHERE run NOT IN (SELECT id FROM runs)")

    def _disconnect(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _fail(self, error: Exception) -> None:
        self._disconnect()
        if not self._failing:
            why = error.strerror or error if isinstance(error, OSError) else error
            template = QT_TRANSLATE_NOOP(
                "Problems",
                "The history in {path} cannot be written ({why}); what happens waits in memory until it can.",
            )
            sentence = Sentence(template, path=self._path, why=why)
            log.warning("%s", sentence)
            self._on_problem(sentence)
        self._failing = True

    def _start_anew(self, why: str) -> Exception | None:
        """Keep the file beside, begin a new one with what can be read of the old, and say so."""
        self._disconnect()
        saved = list(salvaged_events(self._path)) if why == "damaged" else []
        try:
            beside = begin_anew(self._path, why, self._now(), saved)
        except (OSError, sqlite3.Error) as error:
            return error
        if self._run is not None:
            self._waiting.insert(0, (_INSERT_RUN, self._run))
        template = (
            QT_TRANSLATE_NOOP(
                "Problems", "The history is from a newer version and is kept as {beside}; a new one is begun."
            )
            if why == "newer"
            else QT_TRANSLATE_NOOP(
                "Problems",
                "The history was damaged: {count} events could be saved; the old file is kept as {beside}.",
            )
        )
        sentence = Sentence(template, count=len(saved), beside=beside)
        log.warning("%s", sentence)
        self._on_problem(sentence)
        return self._written()


def _to_set_aside(error: Exception | None) -> str | None:
    """Return the word for a file that is itself at fault, rather than the disk or its rights."""
    if isinstance(error, NewerSchemaError):
        return "newer"
    return "damaged" if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED_CODES else None


def _damage(why: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _event(row: tuple[Any, ...]) -> dict[str, Any]:
    at_utc_s, offset_s, _day, _boot_s, name, rhythm, fields = row
    named = {"rhythm": rhythm} if rhythm is not None else {}
    return {"at": _local(at_utc_s, offset_s), "event": name, **named, **msgspec.json.decode(fields)}


def _object(text: Any) -> dict[str, Any] | None:
    """Return the object that a column holds; None where somebody's hand has left something else in it."""
    try:
        found = msgspec.json.decode(text)
    except (TypeError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _local(at_utc_s: float, offset_s: int) -> str:
    at = datetime.fromtimestamp(at_utc_s, timezone(timedelta(seconds=offset_s)))
    return at.isoformat(timespec="milliseconds")


def _offset_s(wall: datetime) -> int:
    offset = wall.utcoffset()
    if offset is None:
        raise ValueError("a wall-clock time needs its zone")
    return int(offset.total_seconds())


def _json(fields: Mapping[str, Any]) -> str:
    return msgspec.json.encode(fields, enc_hook=str).decode()
