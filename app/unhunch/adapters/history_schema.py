"""The history's tables, as the steps that lead to them. A step that has shipped is never edited."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec

MIGRATIONS: Sequence[Sequence[str]] = (
    (
        # Local time of a row is at_utc_s + offset_s; day is the local date; fields is a JSON object.
        """CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            at_utc_s REAL NOT NULL,
            offset_s INTEGER NOT NULL,
            day TEXT NOT NULL,
            boot_s REAL,
            name TEXT NOT NULL,
            rhythm TEXT,
            fields TEXT NOT NULL
        )""",
        "CREATE INDEX events_by_day ON events (day, name)",
        "CREATE INDEX events_by_name ON events (name, at_utc_s)",
        "CREATE INDEX events_by_time ON events (at_utc_s)",
    ),
    (
        # What the engine was given, so that a day can be replayed: times and kinds, never keys or titles.
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            at_utc_s REAL NOT NULL,
            offset_s INTEGER NOT NULL,
            timezone TEXT NOT NULL,
            boot_s REAL NOT NULL,
            settings TEXT NOT NULL,
            state BLOB
        )""",
        """CREATE TABLE inputs (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL,
            boot_s REAL NOT NULL,
            kind TEXT NOT NULL,
            fields TEXT NOT NULL
        )""",
        "CREATE INDEX inputs_by_run ON inputs (run, id)",
    ),
)

EVENT_COLUMNS = "at_utc_s, offset_s, day, boot_s, name, rhythm, fields"
INSERT_EVENT = f"INSERT INTO events ({EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"


def is_ours(db: sqlite3.Connection) -> bool:
    """Return whether the database is new or one of ours: nothing of another program's is added to."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return bool(version or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None)


def is_sound(row: Sequence[Any]) -> bool:
    """Return whether an event row holds what such rows hold: damage, or a hand, may leave anything in it."""
    at_utc_s, offset_s, day, boot_s, name, rhythm, fields = row
    try:
        return (
            isinstance(at_utc_s, float)
            and isinstance(offset_s, int)
            and datetime.fromtimestamp(at_utc_s, timezone(timedelta(seconds=offset_s))) is not None
            and datetime.fromisoformat(day) is not None
            and isinstance(boot_s, float | None)
            and isinstance(name, str)
            and isinstance(rhythm, str | None)
            and isinstance(msgspec.json.decode(fields), dict)
        )
    except (TypeError, ValueError, OverflowError, OSError):
        return False


class NewerSchemaError(Exception):
    """The database was made by a newer version."""


def migrate(db: sqlite3.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Bring the tables up to date, all steps or none. `db` is in autocommit mode.

    Within a transaction they are part of it. Raises NewerSchemaError, and sqlite3.Error with the
    database as it was.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise NewerSchemaError(version)
    if version == len(migrations):
        return
    outer = db.in_transaction
    if not outer:
        db.execute("BEGIN IMMEDIATE")
    try:
        for step in migrations[version:]:
            for statement in step:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(migrations)}")
        if not outer:
            db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
