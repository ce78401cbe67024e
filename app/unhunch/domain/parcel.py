"""Stretches on their way from one person to another: what a file held, and what of it was refused."""

from typing import Any

from msgspec import Struct

from unhunch.domain.text import Sentence


class ArchiveError(ValueError):
    """A file that cannot be taken or written at all; the message is one sentence."""


class Picture(Struct, frozen=True):
    """A picture that was found fit to be shown."""

    name: str
    data: bytes


class Parcelled(Struct, frozen=True):
    """One stretch as its file has it, unread, and its picture."""

    id: str
    text: str
    picture: Picture | None = None


class Refused(Struct, frozen=True):
    """Something that was not taken: what it is called, and why in one sentence."""

    name: str
    why: Sentence


class Parcel(Struct, frozen=True):
    """What a file held that can be looked at further."""

    stretches: tuple[Parcelled, ...] = ()
    pictures: dict[str, Picture] = {}
    """All pictures by name, for the stretches that name them."""
    routines: dict[str, Any] = {}
    """Tables of routines by name, unread."""
    refused: tuple[Refused, ...] = ()


class Imported(Struct, frozen=True):
    """What came of an import."""

    stretches: tuple[str, ...] = ()
    """Ids of the stretches that were taken in, or were there already just so."""
    routines: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
