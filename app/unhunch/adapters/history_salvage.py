"""A history whose file is damaged, or of a newer version: what can be read of it goes into a new one."""

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from unhunch.adapters.files import keep_beside
from unhunch.adapters.history_schema import EVENT_COLUMNS, INSERT_EVENT, is_sound, migrate

log = logging.getLogger(__name__)

_COMPANIONS = ("-wal", "-shm")


def begin_anew(path: Path, why: str, now: datetime, events: Iterable[tuple[Any, ...]]) -> Path:
    """Put a new database with these event rows at `path`, and return where the old one is kept.

    At every moment either of the two is there whole: see `finish`. Raises OSError and sqlite3.Error.
    """
    fresh = _fresh(path)
    for leftover in (fresh, *_companions(fresh)):
        leftover.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(fresh, isolation_level=None)) as db:
        db.execute("BEGIN")
        migrate(db)
        db.executemany(INSERT_EVENT, events)
        db.execute("COMMIT")
    beside = keep_beside(path, why, now)
    for companion, kept in zip(_companions(path), _companions(beside), strict=True):
        if companion.exists():
            companion.rename(kept)
    fresh.rename(path)
    return beside


def finish(path: Path) -> None:
    """Finish a new beginning that was cut off between its last two steps."""
    if not path.exists() and _fresh(path).exists():
        _fresh(path).rename(path)


def salvaged_events(path: Path) -> Iterator[tuple[Any, ...]]:
    """Yield the event rows of a damaged database that can be read: from the front, then from the back."""
    last_id = 0
    tail: list[tuple[Any, ...]] = []
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            query = f"SELECT id, {EVENT_COLUMNS} FROM events NOT INDEXED ORDER BY id"
            try:
                for row_id, *row in db.execute(query):
                    last_id = row_id
                    if is_sound(row):
                        yield tuple(row)
            except sqlite3.Error:
                for row_id, *row in db.execute(f"{query} DESC"):
                    if row_id <= last_id:
                        break
                    if is_sound(row):
                        tail.append(tuple(row))
    except sqlite3.Error as error:
        log.info("The rest of %s cannot be read: %s", path, error)
    yield from reversed(tail)


def _fresh(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _companions(path: Path) -> list[Path]:
    """Return the files that SQLite keeps next to a database."""
    return [path.with_name(path.name + tail) for tail in _COMPANIONS]
