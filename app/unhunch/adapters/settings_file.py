"""The person's settings file: read over the defaults, written without losing a comment."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unhunch.adapters.files import WallClock, keep_beside, write_atomically
from unhunch.domain.settings import (
    SCHEMA,
    Settings,
    differences,
    leaves,
    overlay,
    with_changes,
)
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_HEADER = "# The settings of Unhunch. Only what differs from the defaults needs to stand here.\n"


class _UnusableError(Exception):
    """The file cannot be read (`broken` false) or is not TOML (`broken` true)."""

    def __init__(self, sentence: Sentence, *, broken: bool) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.broken = broken


def text_of(settings: Settings) -> str:
    """Return settings as the text of a file: what differs from the defaults."""
    return _edited("", Settings(), settings, differences(settings))


class SettingsFile:
    """A SettingsStore on a TOML file."""

    def __init__(self, path: Path, now: WallClock) -> None:
        self._path = path
        self._now = now
        self._settings = Settings()
        self._content: bytes | None = None
        self._amiss: Sentence | None = None

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""
        return self._path

    @property
    def is_unusable(self) -> bool:
        """Whether there is a file that is not TOML, or cannot be read."""
        try:
            self._read()
        except _UnusableError:
            return True
        return False

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """Read the file; one that is not TOML is moved beside. Returns settings and sentences."""
        try:
            self._settings, problems = self._read()
        except _UnusableError as error:
            self._settings = Settings()
            problems = (self._move_broken(error.sentence) if error.broken else error.sentence,)
        return self._settings, problems

    def reload(self) -> tuple[Settings, tuple[str, ...]] | None:
        """Read the file if it is not as it was, in content or in why it cannot be read; None if it is.

        One that cannot be used is left to whoever is editing it, and the settings stay as they were.
        """
        before = self._content, self._amiss
        try:
            settings, problems = self._read()
        except _UnusableError as error:
            settings, problems = self._settings, (error.sentence,)
        if (self._content, self._amiss) == before:
            return None
        self._settings = settings
        return settings, problems

    def save(self, changes: Mapping[str, Any]) -> Settings:
        """Write what `changes` makes different from the defaults; see SettingsStore.

        Changes made to the file by hand in the meantime are kept.
        """
        is_broken = False
        try:
            before, _ = self._read()
            text, written = _decoded(self._content or b""), before
        except _UnusableError as error:
            if not error.broken:
                raise OSError(error.sentence) from error
            before, text, written, is_broken = self._settings, "", Settings(), True
        settings = with_changes(before, changes)
        content = self._edited(text, written, settings, changes)
        if content != self._content:
            if is_broken:
                self._move_broken(Sentence(""))
            self._write(content)
        self._settings = settings
        return settings

    def _edited(self, text: str, before: Settings, after: Settings, changes: Mapping[str, Any]) -> bytes:
        try:
            return _edited(text, before, after, changes).encode()
        except (ValueError, TypeError, LookupError) as error:
            template = QT_TRANSLATE_NOOP(
                "Problems",
                "{path} cannot be changed safely as it is laid out; please change it by hand ({why}).",
            )
            raise OSError(Sentence(template, path=self._path, why=error)) from error

    def _write(self, content: bytes) -> None:
        try:
            write_atomically(self._path, content)
        except OSError as error:
            template = QT_TRANSLATE_NOOP(
                "Problems", "The settings could not be saved in {path}: {why}. They are as they were."
            )
            raise OSError(Sentence(template, path=self._path, why=error.strerror or error)) from error
        self._content, self._amiss = content, None

    def _read(self) -> tuple[Settings, tuple[str, ...]]:
        """Return the file's settings and sentences, and remember what was found. Raises _UnusableError."""
        try:
            found = self._parsed()
        except _UnusableError as error:
            self._amiss = error.sentence
            raise
        self._amiss = None
        return found

    def _parsed(self) -> tuple[Settings, tuple[str, ...]]:
        try:
            self._content = self._path.read_bytes()
        except FileNotFoundError:
            self._content = None
            return Settings(), ()
        except OSError as error:
            self._content = None
            template = QT_TRANSLATE_NOOP("Problems", "The settings in {path} cannot be read: {why}.")
            why = error.strerror or error
            raise _UnusableError(Sentence(template, path=self._path, why=why), broken=False) from error
        try:
            raw = tomllib.loads(_decoded(self._content))
        except (ValueError, RecursionError) as error:
            template = QT_TRANSLATE_NOOP("Problems", "The settings file {path} is not valid TOML: {why}.")
            why = why_not_toml(error)
            raise _UnusableError(Sentence(template, path=self._path, why=why), broken=True) from error
        settings, problems = overlay(raw)
        template = QT_TRANSLATE_NOOP("Problems", "In {path}: {problem}")
        return settings, tuple(
            Sentence(template, path=self._path, problem=problem.sentence) for problem in problems
        )

    def _move_broken(self, why: str) -> Sentence:
        try:
            beside = keep_beside(self._path, "broken", self._now())
        except OSError as error:
            template = QT_TRANSLATE_NOOP(
                "Problems", "{why} It could not be moved out of the way ({error}); the defaults are used."
            )
            return Sentence(template, why=why, error=error.strerror or error)
        self._content, self._amiss = None, None
        template = QT_TRANSLATE_NOOP("Problems", "{why} It is kept as {beside}, and the defaults are used.")
        return Sentence(template, why=why, beside=beside)


def why_not_toml(error: Exception) -> str:
    """Return what is wrong with a file that could not be decoded or taken apart, without a full stop."""
    return "it is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error).rstrip(".")


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig")


def _edited(text: str, before: Settings, after: Settings, changes: Mapping[str, Any]) -> str:
    """Return the file's text with what is different set and what is the default again taken out."""
    import tomlkit  # noqa: PLC0415 (30 ms, and only a change of settings needs it)

    document = tomlkit.parse(text or f"{_HEADER}schema = {SCHEMA}\n")
    was, want = differences(before), differences(after)
    asked = {key for key, _ in leaves(changes)}
    for key in sorted((was.keys() | asked) - want.keys()):
        _take_out(document, key.split("."))
    for key, value in want.items():
        if key in asked or was.get(key) != value:
            _put(document, key.split("."), _plain(value))
    edited = tomlkit.dumps(document)
    if overlay(tomllib.loads(edited))[0] != after:
        raise ValueError("the edited file would say something else")
    return edited


def _plain(value: Any) -> Any:
    """Return a value as a person would write it: 45, not 45.0."""
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _put(document: "TOMLDocument", path: list[str], value: Any) -> None:
    import tomlkit  # noqa: PLC0415

    *tables, leaf = path
    at: Any = document
    for depth, name in enumerate(tables):
        if not isinstance(at.get(name), Mapping):
            if depth and _is_dotted(document, tables[:depth]):
                # A header here would count from the top of the file: go on with dots, as the file does.
                at.append(tomlkit.key(path[depth:]), value)
                return
            inline = isinstance(at, tomlkit.items.InlineTable)
            at[name] = (
                tomlkit.inline_table() if inline else tomlkit.table(is_super_table=depth < len(tables) - 1)
            )
        at = at[name]
    at[leaf] = value


def _is_dotted(document: "TOMLDocument", path: list[str]) -> bool:
    """Whether the table at the path is written as `last.key = value` lines of the table around it."""
    around: Any = document
    for name in path[:-1]:
        around = around[name]
    container = around if around is document else getattr(around, "value", None)
    body = getattr(container, "body", ())  # a table that is spread over the file has none: no dots there
    return any(key is not None and key.key == path[-1] and key.is_dotted() for key, _ in body)


def _take_out(document: "TOMLDocument", path: list[str]) -> None:
    """Delete a value, and the table around it if that leaves nothing, not even a comment."""
    *tables, leaf = path
    parents: list[Any] = [document]
    for name in tables:
        inner = parents[-1].get(name)
        if not isinstance(inner, Mapping):
            return
        parents.append(inner)
    parents[-1].pop(leaf, None)
    for parent, name in zip(reversed(parents[:-1]), reversed(tables), strict=True):
        if not _is_bare(parent[name]):
            break
        del parent[name]


def _is_bare(table: Any) -> bool:
    from tomlkit.items import Table  # noqa: PLC0415

    return isinstance(table, Table) and not table.as_string().strip() and not table.trivia.comment
