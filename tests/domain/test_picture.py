"""Pictures from others: what they are, how large they unpack, and what an SVG must not hold."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unhunch.domain.picture import MAX_BYTES, PictureError, check_picture


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def jpeg(width: int, height: int) -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF" + bytes(10)
    return b"\xff\xd8" + app + b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)


def gif(width: int, height: int, frame: tuple[int, int] | None = None) -> bytes:
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    control = b"\x21\xf9\x04" + bytes(4) + b"\x00"
    picture = b"\x2c" + struct.pack("<HHHHB", 0, 0, *(frame or (width, height)), 0) + b"\x02\x01\x00\x00"
    return b"GIF89a" + screen + (control + picture) * 3 + b"\x3b"


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00" + size


def webp_lossless(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + bits.to_bytes(4, "little") + bytes(8)


def webp_lossy(width: int, height: int) -> bytes:
    return b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)


MAKERS = [
    ("a.png", png),
    ("a.jpg", jpeg),
    ("a.JPEG", jpeg),
    ("a.gif", gif),
    ("a.webp", webp),
    ("a.webp", webp_lossless),
    ("a.webp", webp_lossy),
]


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_a_picture_is_taken_up_to_a_size(name: str, make) -> None:
    """Each kind is read for its true size; one that would unpack to too many pixels is refused unread."""
    check_picture(name, make(4000, 4000))
    with pytest.raises(PictureError, match="too large: 16000 x 1600"):
        check_picture(name, make(16000, 1600))


@pytest.mark.parametrize(("name", "make"), MAKERS)
def test_a_picture_must_be_what_its_name_says(name: str, make) -> None:
    """Another kind's bytes, half a header and nothing at all are refused."""
    ending = {"JPEG": "jpg"}.get(name[2:], name[2:])
    others = [other(9, 9) for other_name, other in MAKERS if other_name[2:] not in (ending, "JPEG")]
    for data in (*others, make(9, 9)[:9], b"", b"<html>", b"MZ" + bytes(60)):
        with pytest.raises(PictureError, match="not what its name says"):
            check_picture(name, data)


def test_a_frame_larger_than_its_screen_counts() -> None:
    """A small animation cannot hide a huge frame."""
    with pytest.raises(PictureError, match="too large"):
        check_picture("a.gif", gif(10, 10, (60000, 60000)))


def test_a_huge_file_is_refused() -> None:
    """More bytes than a picture of a stretch needs are refused, whatever they are."""
    with pytest.raises(PictureError, match="larger than 4 MB"):
        check_picture("a.png", png(10, 10) + bytes(MAX_BYTES))
    with pytest.raises(PictureError, match="larger than 1 MB"):
        check_picture("a.svg", b"<svg>" + b" " * 1_000_000 + b"</svg>")


def svg(inside: str, head: str = "", attributes: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{inside}</svg>'
    ).encode()


GOOD_SVG = svg(
    '<defs><linearGradient id="g"><stop offset="0"/></linearGradient><path id="p" d="M0 0h9"/></defs>'
    '<rect fill="url(#g)" width="9" height="9" style="stroke-dasharray: 3 2"/><use xlink:href="#p"/>'
    "<style>path { fill: red }</style><text>on load: see https://example.org</text>",
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
)


def test_an_ordinary_svg_is_taken() -> None:
    """Gradients, parts used again, dashes, a style sheet and the usual document type are fine."""
    check_picture("a.svg", GOOD_SVG)


ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMB = "".join(
    f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>"
    if n
    else '<g id="g0"><path d="M0 0"/></g>'
    for n in range(12)
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (svg("<text>&b;</text>", ENTITIES), "entities"),
        (svg("<text>&a;</text>", OUTSIDE), "entities"),
        (svg("", '<?xml-stylesheet href="http://example.org/a.css"?>'), "style sheet"),
        (svg("<script>alert(1)</script>"), "script"),
        (svg("<foreignObject/>"), "foreignobject"),
        (svg('<image xlink:href="file:///etc/passwd"/>'), "image"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "image"),
        (svg('<rect onclick="alert(1)"/>'), "program"),
        (svg("", attributes='onload="alert(1)"'), "program"),
        (svg('<use xlink:href="http://example.org/a.svg#x"/>'), "outside"),
        (svg('<use href="other.svg#x"/>'), "outside"),
        (svg('<a xlink:href="https://example.org"><rect/></a>'), "outside"),
        (svg('<rect fill="url(http://example.org/a.svg#x)"/>'), "outside"),
        (svg("<rect style=\"fill: URL( 'file:///a.svg#x')\"/>"), "outside"),
        (svg('<rect style="fill:u\\72l(x)"/>'), "style sheet"),
        (svg('<style>@import "http://example.org/a.css";</style>'), "style sheet"),
        (svg("<style>rect{fill:ur&#108;(http://example.org)}</style>"), "style sheet"),
        (svg('<style>rect{}<g/>@import "http://example.org/a.css";</style>'), "style sheet"),
        (svg('<style>@import "a.css";<style/></style>'), "style sheet"),
        (svg('<style><style/>@import "a.css";</style>'), "style sheet"),
        (svg('<set attributeName="xlink:href" to="http://example.org"/>'), "outside"),
        (svg('<g id="a"><use href="#a"/></g>'), "themselves"),
        (svg(BOMB + '<use href="#g11"/>'), "too many"),
        (svg('<g id="a">' + "<use href='#b'/>" * 3000 + "</g>"), "too many"),
        (svg("<g>" * 100 + "</g>" * 100), "too many"),
        (svg("<g/>" * 30_000), "too many"),
        (svg('<path stroke-dasharray="0.00001 0.00001" d="M0 0h1000000"/>'), "dashes"),
        (svg("<style>path { stroke-dasharray: .001, .001 }</style>"), "dashes"),
        (b"<html><body/></html>", "no SVG"),
        (b"\x1f\x8b" + bytes(50), "not what its name says"),
        (b"<svg><g></svg>", "not what its name says"),
        (b'<?xml version="1.0" encoding="shift_jis"?><svg/>', "not what its name says"),
        (b'<?xml version="1.0" encoding="nope"?><svg/>', "not what its name says"),
    ],
)
def test_an_svg_that_does_more_than_be_seen_is_refused(data: bytes, why: str) -> None:
    """No entities, programs, references outward, parts that multiply, or endless dashes."""
    with pytest.raises(PictureError, match=why):
        check_picture("a.svg", data)


whole = st.sampled_from([make(9, 9) for _, make in MAKERS] + [GOOD_SVG])


def judged(name: str, data: bytes) -> str:
    """Why a picture is refused, or nothing."""
    try:
        check_picture(name, data)
    except PictureError as error:
        return str(error)
    return ""


edits = st.lists(st.tuples(st.integers(0, 300), st.binary(max_size=4)), max_size=5)


@given(whole | st.binary(max_size=80), edits)
def test_whatever_bytes_come_a_picture_is_judged(data: bytes, changed: list[tuple[int, bytes]]) -> None:
    """Bytes of any kind are taken or refused in one sentence, under each of the names."""
    content = bytearray(data)
    for at, value in changed:
        content[at : at + len(value)] = value
    for kind in ("png", "jpg", "gif", "webp", "svg"):
        refusal = judged(f"a.{kind}", bytes(content))
        assert not refusal or refusal.startswith("The picture ")
