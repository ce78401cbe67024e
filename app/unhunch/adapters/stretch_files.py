"""Stretch files on disk: the shipped ones in the resources, the person's own in their data directory."""

import logging
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

SUFFIX = ".toml"
MAX_BYTES = 400_000
"""A larger file is no stretch; it is left out unread."""


class StretchFolder:
    """Reads `ID.toml` files. Shipped ones keep the order of `first`, then the alphabet."""

    def __init__(self, shipped: Path, own: Path | None, first: tuple[str, ...] = ()) -> None:
        self._shipped = shipped
        self._own = own
        self._first = first

    def shipped(self) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of every stretch that comes with the program."""
        found = dict(_texts(self._shipped))
        for stretch_id in (*(i for i in self._first if i in found), *sorted(set(found) - set(self._first))):
            yield stretch_id, found[stretch_id]

    def own(self) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of the person's own; a file that cannot be read is logged and left out."""
        if self._own is not None:
            yield from sorted(_texts(self._own))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    try:
        paths = [p for p in folder.iterdir() if p.suffix == SUFFIX]
    except OSError:
        return
    for path in paths:
        try:
            if path.stat().st_size > MAX_BYTES:
                log.error("%s is larger than %d bytes and was left out.", path, MAX_BYTES)
                continue
            yield path.stem, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            log.error("%s cannot be read and was left out: %s", path, error)
