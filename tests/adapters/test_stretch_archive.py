"""Files with stretches from others: what is taken, what is refused, and that nothing grows."""

import io
import os
import stat
import struct
import tracemalloc
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_picture import GOOD_SVG, png

from unhunch.adapters.stretch_archive import MAX_ENTRIES, read_archive, write_archive
from unhunch.domain.parcel import ArchiveError, Parcel, Parcelled, Picture

LOOK_AWAY = """schema = 1
name = "Look away"
summary = "Look into the distance."
areas = ["neck"]
caution = "Gently."
picture = "far.png"

[form.sitting]
place = "sitting"

[[part]]
[[part.step]]
words = "Look far away."
hold_s = 20
"""
PLAIN = LOOK_AWAY.replace('picture = "far.png"\n', "")
ZIP64 = b"PK\x06\x07" + bytes(16) + b"PK\x05\x06" + bytes(18)
Entry = tuple[str | zipfile.ZipInfo, bytes | str]


def made(path: Path, *entries: Entry, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def info(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name)
    found.external_attr = mode << 16
    found.compress_type = zipfile.ZIP_DEFLATED
    return found


def test_a_set_goes_there_and_back(tmp_path: Path) -> None:
    """Stretches, their pictures and routines come out of an archive as they went in."""
    picture = Picture("far.png", png(10, 10))
    path = tmp_path / "set.zip"
    write_archive(
        path,
        [Parcelled("look-away", LOOK_AWAY, picture), Parcelled("plain", PLAIN)],
        {"evening": {"stretches": ["plain", "look-away"]}},
    )
    parcel = read_archive(path)
    assert [each.id for each in parcel.stretches] == ["look-away", "plain"]
    assert parcel.stretches[0].text == LOOK_AWAY
    assert parcel.pictures == {"far.png": picture}
    assert parcel.routines == {"evening": {"stretches": ["plain", "look-away"]}}
    assert not parcel.refused


def test_a_single_file_brings_the_picture_beside_it(tmp_path: Path) -> None:
    """A `.toml` alone is taken with the picture that it names; what else lies there is left alone."""
    (tmp_path / "look-away.toml").write_text(LOOK_AWAY)
    (tmp_path / "far.png").write_bytes(png(10, 10))
    (tmp_path / "other.png").write_bytes(png(10, 10))
    parcel = read_archive(tmp_path / "look-away.toml")
    assert [each.id for each in parcel.stretches] == ["look-away"]
    assert list(parcel.pictures) == ["far.png"]
    write_archive(tmp_path / "out.toml", [Parcelled("look-away", LOOK_AWAY)])
    assert (tmp_path / "out.toml").read_text() == LOOK_AWAY


def test_a_picture_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """Beside a single file lies a link: the stretch comes, the picture does not."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(png(10, 10))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "look-away.toml").write_text(LOOK_AWAY)
    (folder / "far.png").symlink_to(secret)
    parcel = read_archive(folder / "look-away.toml")
    assert not parcel.pictures
    assert [(each.name, "link" in each.why) for each in parcel.refused] == [("far.png", True)]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (("../evil.toml", PLAIN), "out of the archive"),
        (("a/../../evil.toml", PLAIN), "out of the archive"),
        (("/etc/evil.toml", PLAIN), "out of the archive"),
        (("C:/evil.toml", PLAIN), "out of the archive"),
        (("..\\evil.toml", PLAIN), "out of the archive"),
        ((info("link.toml", stat.S_IFLNK | 0o777), "/etc/passwd"), "link"),
        ((info("far.png", stat.S_IFLNK | 0o777), "/etc/passwd"), "link"),
        ((info("pipe.toml", stat.S_IFIFO | 0o666), PLAIN), "link or device"),
        (("evil.exe", b"MZ"), "not called like"),
        (("Evil Name.toml", PLAIN), "not called like"),
        (("evil.toml\n.png", png(1, 1)), "not called like"),
        ((".hidden.png", png(1, 1)), "not called like"),
        (("big.toml", "#" * 200_000), "too large"),
        (("long.toml", "a." * 20_000 + "b = 1\n"), "too long"),
        (("latin.toml", 'name = "\xe9"'.encode("latin-1")), "UTF-8"),
        (("far.png", b"GIF89a" + bytes(50)), "not what its name says"),
        (("far.png", png(60_000, 60_000)), "too large"),
        (("bad.svg", b"<svg><script/></svg>"), "script"),
        (("bomb.png", bytes(100_000_000)), "too large"),
        (("good.toml", PLAIN), "another of this name"),
        (("sub/good.toml", PLAIN), "another of this name"),
        (("routines.toml", "not toml ["), "not valid TOML"),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_is_taken(tmp_path: Path, entry: Entry, why: str) -> None:
    """What is wrong with one entry costs that entry alone."""
    twice = pytest.warns(match="Duplicate") if entry[0] == "good.toml" else nullcontext()
    with twice:
        path = made(tmp_path / "set.zip", ("good.toml", PLAIN), entry, ("pic.svg", GOOD_SVG))
    parcel = read_archive(path)
    assert [each.id for each in parcel.stretches] == ["good"]
    assert list(parcel.pictures) == ["pic.svg"]
    assert len(parcel.refused) == 1
    assert why in parcel.refused[0].why
    assert parcel.refused[0].name.isprintable()


def edited(path: Path, at_entry: str, offset: int, value: bytes) -> None:
    """Change bytes of an entry's record in the directory at the end of the archive."""
    content = bytearray(path.read_bytes())
    at = content.rindex(at_entry.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + offset : at + offset + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("offset", "value", "why"),
    [
        (8, struct.pack("<H", 1), "encrypted"),
        (10, struct.pack("<H", 14), "does not read"),
        (10, struct.pack("<H", 12), "does not read"),
        (24, struct.pack("<I", 10), "damaged"),
        (24, struct.pack("<I", 0xFFFFFFF0), "too large"),
        (16, struct.pack("<I", 12345), "damaged"),
        (20, struct.pack("<I", 3), "damaged"),
        (42, struct.pack("<I", 0xFFFFFF), "damaged"),
    ],
)
def test_a_lying_directory_costs_the_entry_it_lies_about(
    tmp_path: Path, offset: int, value: bytes, why: str
) -> None:
    """Encrypted, strangely packed, with a false size, sum or place: refused, and the rest is taken."""
    path = made(tmp_path / "set.zip", ("good.toml", PLAIN), ("evil.toml", PLAIN + "# more\n" * 50))
    edited(path, "evil.toml", offset, value)
    parcel = read_archive(path)
    assert [each.id for each in parcel.stretches] == ["good"]
    assert [each.name for each in parcel.refused] == ["evil.toml"]
    assert why in parcel.refused[0].why


def test_an_entry_that_lies_on_another_costs_at_most_these_two(tmp_path: Path) -> None:
    """Newer versions of `zipfile`, and the one of Debian 12, refuse both of two that overlap."""
    entries = [(f"{name}.toml", PLAIN) for name in ("under", "good", "evil")]
    path = made(tmp_path / "set.zip", *entries)
    edited(path, "evil.toml", 42, struct.pack("<I", 7))
    parcel = read_archive(path)
    taken = {each.id for each in parcel.stretches}
    assert "good" in taken
    assert "evil" not in taken
    assert {f"{name}.toml" for name in {"under", "good", "evil"} - taken} == {e.name for e in parcel.refused}
    assert all("damaged" in each.why for each in parcel.refused)


def test_many_entries_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    """An archive of thousands of entries is refused as a whole."""
    path = made(tmp_path / "set.zip", *((f"a{n}.toml", "") for n in range(MAX_ENTRIES + 1)))
    with pytest.raises(ArchiveError, match="too many files"):
        read_archive(path)


def test_a_count_that_lies_is_found_out(tmp_path: Path) -> None:
    """The list is counted, whatever number stands at its end; and a long list is not read at all."""
    path = made(tmp_path / "set.zip", *((f"a{n}.toml", "") for n in range(MAX_ENTRIES + 500)))
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="too many files"):
        read_archive(path)
    content[end + 12 : end + 16] = struct.pack("<I", 200_000_000)
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="too many files"):
        read_archive(path)


def test_a_bomb_neither_grows_nor_is_waited_for(tmp_path: Path) -> None:
    """Entries that unpack to gigabytes are refused by their size, and in sum; memory stays small."""
    entries = [(f"p{n}.gif", bytes(3_900_000)) for n in range(40)]
    path = made(tmp_path / "set.zip", ("good.toml", PLAIN), *entries, ("huge.gif", bytes(300_000_000)))
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    parcel = read_archive(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    assert [each.id for each in parcel.stretches] == ["good"]
    reasons = [str(each.why) for each in parcel.refused]
    assert sum("unpacks to too much" in why for why in reasons) == 40 - 12
    assert "too large" in reasons[-1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"hello",
        b"PK\x05\x06" + b"\xff" * 18,
        b"PK\x06\x07" + bytes(16) + b"PK\x05\x06" + bytes(18),
    ],
)
def test_what_is_no_archive_is_refused_whole(tmp_path: Path, content: bytes) -> None:
    """Nothing, half an archive, or one of the kind for huge files: one sentence, no more."""
    path = tmp_path / "set.zip"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"set\.zip"):
        read_archive(path)


def test_only_plain_files_are_opened(tmp_path: Path) -> None:
    """A pipe would block, a folder is none, and other endings are none of ours."""
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "a.tar").write_bytes(b"")
    for name in ("pipe.zip", "folder.zip", "a.tar", "missing.toml"):
        with pytest.raises(ArchiveError, match=name.replace(".", r"\.")):
            read_archive(tmp_path / name)


def test_thousands_of_refusals_are_not_listed(tmp_path: Path) -> None:
    """What is refused is named up to a hundred times; then it is said that there was more."""
    path = made(tmp_path / "set.zip", *((f"a{n}.exe", "") for n in range(900)))
    parcel = read_archive(path)
    assert len(parcel.refused) == 101
    assert "More was refused" in parcel.refused[-1].why


def test_a_file_is_not_half_written(tmp_path: Path) -> None:
    """Several stretches do not fit into one `.toml`; the file that was there stays."""
    path = tmp_path / "a.toml"
    path.write_text("old")
    with pytest.raises(ArchiveError, match=r"\.zip"):
        write_archive(path, [Parcelled("a", PLAIN), Parcelled("b", PLAIN)])
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.toml"]
    with pytest.raises(ArchiveError, match="files can be"):
        write_archive(tmp_path / "a.txt", [Parcelled("a", PLAIN)])


def test_an_archive_of_another_program_is_read(tmp_path: Path) -> None:
    """Folders in the archive and what macOS adds do no harm."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.mkdir("My stretches")
        archive.writestr("My stretches/good.toml", PLAIN)
        archive.writestr("__MACOSX/My stretches/._good.toml", b"\x00\x05")
    (tmp_path / "set.zip").write_bytes(buffer.getvalue())
    parcel = read_archive(tmp_path / "set.zip")
    assert [each.id for each in parcel.stretches] == ["good"]
    assert not parcel.refused


WHOLE = io.BytesIO()
with zipfile.ZipFile(WHOLE, "w", zipfile.ZIP_DEFLATED) as _archive:
    for _name, _content in (("good.toml", PLAIN), ("far.png", png(8, 8)), ("pic.svg", GOOD_SVG)):
        _archive.writestr(_name, _content)

changes = st.lists(st.tuples(st.integers(0, len(WHOLE.getvalue()) - 1), st.integers(0, 255)), max_size=6)


@given(changes, st.integers(0, 40))
def test_whatever_bytes_come_there_is_a_parcel_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, changed: list[tuple[int, int]], missing: int
) -> None:
    """A damaged archive never ends in an error that nobody expected, and yields nothing unchecked."""
    content = bytearray(WHOLE.getvalue())
    for at, value in changed:
        content[at] = value
    path = tmp_path_factory.mktemp("zip") / "set.zip"
    path.write_bytes(content[: len(content) - missing])
    parcel = parcel_or_sentence(path)
    if isinstance(parcel, str):
        assert "set.zip" in parcel
    else:
        assert all(each.id.isprintable() and "/" not in each.id for each in parcel.stretches)
        assert all(each.name.isprintable() and each.why for each in parcel.refused)


def parcel_or_sentence(path: Path) -> Parcel | str:
    try:
        return read_archive(path)
    except ArchiveError as error:
        return str(error)
