"""Pictures of one's own stretches: what is safe to show, judged from the bytes alone.

A picture may come from anybody. It has to be what its name says, small enough to be unpacked, and (SVG) hold
nothing that runs, refers to anything outside of itself, or multiplies when it is drawn.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

MAX_BYTES = 4_000_000
MAX_SVG_BYTES = 1_000_000
MAX_PIXELS = 16_000_000
_MAX_ELEMENTS = 20_000
_MAX_DEPTH = 60
_MAX_DRAWN = 5_000
"""How many times parts of an SVG may be drawn again by reference."""
_MAX_REFERENCES = 2_000
_MIN_DASH = 0.1
"""Shorter dashes than this along a line are not seen, only slow."""


_BROKEN = QT_TRANSLATE_NOOP("Pictures", "The picture {name} is not what its name says, or is broken.")


class PictureError(ValueError):
    """A picture that is not shown; the message says why in one sentence."""


def check_picture(name: str, data: bytes) -> None:
    """Raise PictureError where the picture in `data`, called `name`, is not to be shown."""
    kind = name.rpartition(".")[2].lower()
    limit = MAX_SVG_BYTES if kind == "svg" else MAX_BYTES
    if len(data) > limit:
        template = QT_TRANSLATE_NOOP("Pictures", "The picture {name} is larger than {limit} MB.")
        raise PictureError(Sentence(template, name=name, limit=limit // 1_000_000))
    if kind == "svg":
        _check_svg(name, data)
        return
    try:
        width, height = _SIZES[kind](data)
    except (KeyError, IndexError, StopIteration):
        raise PictureError(Sentence(_BROKEN, name=name)) from None
    if not 0 < width * height <= MAX_PIXELS:
        template = QT_TRANSLATE_NOOP(
            "Pictures", "The picture {name} is too large: {width} x {height} pixels."
        )
        raise PictureError(Sentence(template, name=name, width=width, height=height))


# --- Pixels --------------------------------------------------------------------------------------------

_Size = tuple[int, int]


def _png(data: bytes) -> _Size:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 24:
        raise IndexError
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _jpeg(data: bytes) -> _Size:
    """Return the size from the frame header, going from marker to marker."""
    if data[:3] != b"\xff\xd8\xff":
        raise IndexError
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4])
    raise IndexError


def _gif(data: bytes) -> _Size:
    """Return the size of the largest picture in it: a frame may be larger than the screen it names."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise IndexError
    sizes = [_pair(data, 6), *_gif_frames(data)]
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _gif_frames(data: bytes) -> Iterator[_Size]:
    at = 13 + _colours(data[10])
    while at < len(data) and data[at] != 0x3B:
        if data[at] == 0x2C:
            (left, top), (width, height) = _pair(data, at + 1), _pair(data, at + 5)
            yield left + width, top + height
            at += 11 + _colours(data[at + 9])
        elif data[at] == 0x21:
            at += 2
        else:
            raise IndexError
        while at < len(data) and data[at]:
            at += 1 + data[at]
        at += 1


def _colours(flags: int) -> int:
    """Return the bytes of the colour table that these flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _pair(data: bytes, at: int) -> _Size:
    if at + 4 > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")


def _webp(data: bytes) -> _Size:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        raise IndexError
    match data[12:16]:
        case b"VP8X":
            wide, high = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
            return wide + 1, high + 1
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = _pair(data, 26)
            return width & 0x3FFF, height & 0x3FFF
    raise IndexError


_SIZES = {"png": _png, "jpg": _jpeg, "jpeg": _jpeg, "gif": _gif, "webp": _webp}


# --- SVG -----------------------------------------------------------------------------------------------

_REFUSED = {
    "script",
    "foreignobject",
    "image",
    "feimage",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "animation",
    "handler",
    "listener",
    "tbreak",
}
_URL = re.compile(r"url\s*\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_DASHES = re.compile(r"stroke-dasharray\s*[:=]\s*['\"]?([^;'\"]*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d*\.?\d+(?:e[-+]?\d+)?", re.IGNORECASE)


def _check_svg(name: str, data: bytes) -> None:
    reader = _SvgReader()
    try:
        reader.read(data)
    except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that cannot be
        raise PictureError(Sentence(_BROKEN, name=name)) from None
    except _UnsafeSvgError as error:
        template = QT_TRANSLATE_NOOP("Pictures", "The picture {name} is not shown: {why}.")
        raise PictureError(Sentence(template, name=name, why=error.args[0])) from None


class _UnsafeSvgError(Exception):
    """Something in an SVG that is not shown; the argument is what, as the end of a sentence."""


class _SvgReader:
    """Reads an SVG once, from front to back, and keeps nothing of it but who refers to whom."""

    def __init__(self) -> None:
        self._elements = 0
        self._open: list[str] = []
        self._refers: dict[str, list[str]] = {"": []}
        self._references = 0
        self._style: list[str] | None = None
        self._style_depth = 0

    def read(self, data: bytes) -> None:
        """Raise _UnsafeSvgError or ExpatError where this is nothing to show."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        self._check_multiplied()

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it defines entities"))

    def _entity(self, *_: object) -> None:
        raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it defines entities"))

    def _instruction(self, *_: object) -> None:
        raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it asks for a style sheet or program"))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        local = tag.rpartition(" ")[2].lower()
        if self._elements == 1 and local != "svg":
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it is no SVG"))
        if self._elements > _MAX_ELEMENTS or len(self._open) >= _MAX_DEPTH:
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it has too many parts"))
        if local in _REFUSED:
            template = QT_TRANSLATE_NOOP("Pictures", "it holds a part “{part}”")
            raise _UnsafeSvgError(Sentence(template, part=local[:20]))
        named = {key.rpartition(" ")[2].lower(): value for key, value in attributes.items()}
        self._open.append(named.get("id", ""))
        self._refers.setdefault(self._open[-1], [])
        for key, value in named.items():
            self._attribute(key, value)
        if local == "style" and self._style is None:
            self._style, self._style_depth = [], len(self._open)

    def _end(self, _tag: str) -> None:
        depth = len(self._open)
        self._open.pop()
        if self._style is not None and depth == self._style_depth:
            sheet, self._style = "".join(self._style), None
            if re.search(r"@|url|expression|\\", sheet, re.IGNORECASE):
                raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "its style sheet refers to something"))
            _check_dashes(sheet)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it holds a program"))
        if key == "attributename" and "href" in value.lower():
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it refers to something outside of itself"))
        if key in ("href", "src", "base"):
            self._refer(value)
        for target in _URL.findall(value):
            self._refer(target)
        if "\\" in value and key == "style":
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "its style sheet refers to something"))
        _check_dashes(f"{key}={value}")

    def _refer(self, target: str) -> None:
        target = target.strip()
        if not target.startswith("#"):
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it refers to something outside of itself"))
        self._references += 1
        if self._references > _MAX_REFERENCES:
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it has too many parts"))
        for around in {"", *self._open}:
            self._refers[around].append(target[1:])

    def _check_multiplied(self) -> None:
        """Refuse parts that hold references to parts that hold references, until nothing can draw them."""
        drawn: dict[str, int] = {}

        def count(name: str, within: tuple[str, ...]) -> int:
            if name in within or len(within) > _MAX_DEPTH:
                raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "its parts refer to themselves"))
            if name not in drawn:
                drawn[name] = 1 + sum(count(each, (*within, name)) for each in self._refers.get(name, ()))
                if drawn[name] > _MAX_DRAWN:
                    raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "it has too many parts"))
            return drawn[name]

        count("", ())


def _check_dashes(text: str) -> None:
    for dashes in _DASHES.findall(text):
        lengths = [float(number) for number in _NUMBER.findall(dashes)]
        if lengths and sum(lengths) < _MIN_DASH:
            raise _UnsafeSvgError(QT_TRANSLATE_NOOP("Pictures", "its dashes are too short"))
