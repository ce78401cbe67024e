"""What can be saved of a history whose file is damaged."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from unhunch.adapters.files import keep_beside
from unhunch.adapters.history_schema import EVENT_COLUMNS

log = logging.getLogger(__name__)


def keep_database_beside(path: Path, why: str, now: datetime) -> Path:
    """Rename the database together with the files that SQLite keeps next to it. Raises OSError."""
    beside = keep_beside(path, why, now)
    for tail in ("-wal", "-shm"):
        companion = path.with_name(path.name + tail)
        if companion.exists():
            companion.rename(beside.with_name(beside.name + tail))
    return beside


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
                    yield tuple(row)
            except sqlite3.Error:
                for row_id, *row in db.execute(f"{query} DESC"):
                    if row_id <= last_id:
                        break
                    tail.append(tuple(row))
    except sqlite3.Error as error:
        log.info("The rest of %s cannot be read: %s", path, error)
    yield from reversed(tail)
