"""The person's own stretches: saving, deleting, taking in and giving away, on real files."""

import os
import stat
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.test_stretch_archive import LOOK_AWAY, PLAIN, made
from tests.domain.test_picture import png

from unhunch.adapters.own_stretches import OwnStretches
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.domain.parcel import Picture
from unhunch.domain.settings import Routine, Settings, SettingsError, with_changes
from unhunch.drawable import drawing_problem
from unhunch.resources import stretches_dir
from unhunch.services.collection import BAD_MAX, Collection
from unhunch.services.library import Library

FAR = Picture("far.png", png(10, 10))


class Home:
    """A person's folder, the library and the collection over it."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "stretches"
        self.settings = Settings()
        self.changes = 0
        files = StretchFolder(stretches_dir(), self.folder, cache=root / "cache")
        self.library = Library(files)
        self.collection = Collection(
            library=self.library,
            files=files,
            store=OwnStretches(self.folder),
            archives=StretchArchives(),
            settings=lambda: self.settings,
            change_settings=self.change,
            changed=self.changed,
            drawing_problem=drawing_problem,
        )

    def change(self, changes: Mapping[str, Any]) -> str | None:
        try:
            self.settings = with_changes(self.settings, changes)
        except SettingsError as error:
            return str(error)
        return None

    def changed(self) -> None:
        self.changes += 1

    def files(self) -> list[str]:
        return sorted(os.listdir(self.folder)) if self.folder.exists() else []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_stretch_of_ones_own_is_saved_and_there_at_once(home: Home) -> None:
    """Text or table, with its picture: written for the person alone, read by the library, told once."""
    assert home.collection.save("look-away", LOOK_AWAY, FAR) is None
    assert home.collection.save("plain", tomllib.loads(PLAIN)) is None
    assert home.files() == ["far.png", "look-away.toml", "plain.toml"]
    assert stat.S_IMODE((home.folder / "far.png").stat().st_mode) == 0o600
    assert home.library.is_own("look-away")
    plain = home.library.get("plain")
    assert plain is not None
    assert plain.name == "Look away"
    assert home.changes == 2
    look_away = home.library.get("look-away")
    assert look_away is not None
    assert home.collection.picture(look_away) == FAR
    assert home.collection.source("look-away") == LOOK_AWAY
    assert "Cat-cow" in (home.collection.source("cat-cow") or "")


@pytest.mark.parametrize(
    ("stretch_id", "source", "picture", "said"),
    [
        ("cat-cow", PLAIN, None, "comes with Unhunch"),
        ("../evil", PLAIN, None, "no name for a stretch"),
        ("plain", "name = 3", None, "plain"),
        ("plain", LOOK_AWAY, None, "“far.png” of “plain” is not there"),
    ],
)
def test_what_cannot_be_saved_is_said_and_writes_nothing(
    home: Home, stretch_id: str, source: str, picture: Picture | None, said: str
) -> None:
    """A shipped name, no name, a bad file, a missing picture: one sentence, and no file."""
    assert said in (home.collection.save(stretch_id, source, picture) or "")
    assert home.files() == []
    assert home.changes == 0


def test_another_stretchs_picture_is_not_replaced(home: Home) -> None:
    """A picture of the same name, but another one, is refused; the same one may be shared."""
    assert home.collection.save("one", LOOK_AWAY, FAR) is None
    assert "already" in (home.collection.save("two", LOOK_AWAY, Picture("far.png", png(20, 20))) or "")
    assert home.collection.save("two", LOOK_AWAY, FAR) is None
    assert home.collection.delete("one") is None
    assert home.files() == ["far.png", "two.toml"]
    assert home.collection.delete("two") is None
    assert home.files() == []


def test_an_old_picture_goes_when_it_is_shown_no_more(home: Home) -> None:
    """Saving with another picture, or none, leaves no orphan."""
    home.collection.save("one", LOOK_AWAY, FAR)
    home.collection.save("one", LOOK_AWAY.replace("far", "near"), Picture("near.png", png(5, 5)))
    assert home.files() == ["near.png", "one.toml"]
    home.collection.save("one", PLAIN)
    assert home.files() == ["one.toml"]


def test_shipped_stretches_stay(home: Home) -> None:
    """A shipped stretch is switched off, not deleted."""
    assert "only switched off" in (home.collection.delete("cat-cow") or "")
    assert home.library.get("cat-cow")


def test_a_picture_put_there_by_hand_is_looked_at_before_it_is_shown(home: Home) -> None:
    """What lies in the folder is no more trusted than what is imported."""
    home.collection.save("one", LOOK_AWAY, FAR)
    one = home.library.get("one")
    assert one is not None
    (home.folder / "far.png").write_bytes(b"<svg><script/></svg>")
    assert home.collection.picture(one) is None
    (home.folder / "far.png").unlink()
    os.mkfifo(home.folder / "far.png")
    assert home.collection.picture(one) is None


def test_a_new_stretch_gets_an_id_of_its_name(home: Home) -> None:
    """The id is made of the name, and is not one that is taken."""
    assert home.collection.new_id("Stütz & Zug!") == "stutz-zug"
    assert home.collection.new_id("Cat-cow") == "cat-cow-2"
    assert home.collection.new_id("背伸び") == "stretch"


def test_what_was_exported_comes_in_elsewhere(home: Home, tmp_path: Path) -> None:
    """A set with picture and routine arrives whole; a second time it is there already, and fine."""
    home.collection.save("look-away", LOOK_AWAY, FAR)
    home.change({"routine.evening": {"stretches": ["look-away"], "dose": {"look-away": {"repeats": 2}}}})
    path = tmp_path / "set.zip"
    assert home.collection.export(["look-away", "cat-cow"], path, ["evening"]) is None
    other = Home(tmp_path / "other")
    for _ in range(2):
        came = other.collection.import_file(path)
        assert came.stretches == ("look-away", "cat-cow")
        assert came.routines == ("evening",)
        assert came.refused == ()
    assert other.settings.routine["evening"] == home.settings.routine["evening"]
    assert other.files() == ["far.png", "look-away.toml"]
    assert other.library.is_own("look-away")
    assert not other.library.is_own("cat-cow")


def test_a_routine_that_is_replaced_leaves_nothing_behind(home: Home, tmp_path: Path) -> None:
    """Neither title nor doses of the one before come into the new one; a shipped one is replaced too."""
    text = "".join(f'[routine.{name}]\nstretches = ["cat-cow"]\n' for name in ("evening", "desk"))
    file = made(tmp_path / "set.zip", ("routines.toml", f"{text}[routine.mine]\n"))
    old = {"title": "Old", "stretches": ["cat-cow"], "dose": {"cat-cow": {"repeats": 2}}}
    home.change({"routine.evening": old, "routine.mine": old, "routine.desk.dose.cat-cow.repeats": 3})
    came = home.collection.import_file(file, replace=True)
    assert came.routines == ("evening", "desk")
    assert [each.name for each in came.refused] == ["mine"]  # nothing is nothing to replace it with
    assert home.settings.routine["mine"].title == "Old"
    assert home.settings.routine["evening"] == Routine(stretches=("cat-cow",))
    assert home.settings.routine["desk"] == Routine(title="Desk", stretches=("cat-cow",))


def test_what_cannot_be_exported_is_said(home: Home, tmp_path: Path) -> None:
    """An unknown stretch or routine, several in one `.toml`, a place that cannot be written."""
    collection = home.collection
    assert "no stretch “x”" in (collection.export(["x"], tmp_path / "a.zip") or "")
    assert "no routine “x”" in (collection.export(["cat-cow"], tmp_path / "a.zip", ["x"]) or "")
    assert ".zip" in (collection.export(["cat-cow", "childs-pose"], tmp_path / "a.toml") or "")
    assert "could not be written" in (collection.export(["cat-cow"], tmp_path / "no" / "a.toml") or "")
    assert not list(tmp_path.glob("a.*"))


UNDRAWN = (
    PLAIN.replace('words = "Look', 'pose = "bent"\nwords = "Look')
    + """
[motion.poses.bent]
tail = [1, 2, 3]
"""
)


def test_what_the_figure_cannot_play_is_refused(home: Home, tmp_path: Path) -> None:
    """A pose of a part that nobody has is named, whether it is saved or comes in a file."""
    assert "“plain” cannot be drawn" in (home.collection.save("plain", UNDRAWN) or "")
    path = made(tmp_path / "set.zip", ("plain.toml", UNDRAWN), ("good.toml", PLAIN))
    came = home.collection.import_file(path)
    assert came.stretches == ("good",)
    assert "tail" in came.refused[0].why


def test_one_bad_stretch_does_not_cost_the_others(home: Home, tmp_path: Path) -> None:
    """Each that is refused is named with its reason; the rest is taken in."""
    home.collection.save("mine", PLAIN)
    path = made(
        tmp_path / "set.zip",
        ("good.toml", PLAIN),
        ("mine.toml", PLAIN + "# other\n"),
        ("cat-cow.toml", PLAIN),
        ("broken.toml", "name = 1"),
        ("lonely.toml", LOOK_AWAY),
        ("routines.toml", '[routine.varied]\nstretches = ["good"]\n[routine.mat]\nstretches = ["good"]\n'),
    )
    came = home.collection.import_file(path)
    assert came.stretches == ("good",)
    assert came.routines == ("mat",)
    why = {each.name: str(each.why) for each in came.refused}
    assert set(why) == {"mine", "cat-cow", "broken", "lonely", "varied"}
    assert "already" in why["mine"]
    assert "comes with Unhunch" in why["cat-cow"]
    assert "far.png" in why["lonely"]
    assert home.collection.source("mine") == PLAIN
    assert home.collection.import_file(path, replace=True).stretches == ("good", "mine")
    assert home.collection.source("mine") == PLAIN + "# other\n"


def test_many_bad_stretches_are_not_all_read(home: Home, tmp_path: Path) -> None:
    """After some that cannot be used the others are left unread, and that is said of each."""
    path = made(tmp_path / "set.zip", *((f"bad{n}.toml", "x = 1") for n in range(BAD_MAX + 5)))
    came = home.collection.import_file(path)
    assert len(came.refused) == BAD_MAX + 5
    assert sum("Too many" in each.why for each in came.refused) == 5


def test_an_unusable_file_is_one_refusal(home: Home, tmp_path: Path) -> None:
    """A file that is no archive is named with its reason, and changes nothing."""
    (tmp_path / "a.zip").write_bytes(b"no")
    came = home.collection.import_file(tmp_path / "a.zip")
    assert [each.name for each in came.refused] == ["a.zip"]
    assert home.changes == 0


def test_a_full_disk_loses_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is said in one sentence, and what was there stays."""
    home.collection.save("one", PLAIN)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("unhunch.adapters.own_stretches.write_atomically", full)
    assert "No space left" in (home.collection.save("one", PLAIN + "# new\n") or "")
    assert home.collection.source("one") == PLAIN


def test_files_by_hand_are_read_anew_only_when_they_change(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is kept: an unchanged file is not taken apart again, a changed one is."""
    home.collection.save("one", PLAIN)
    with monkeypatch.context() as patch:
        patch.setattr("unhunch.adapters.stretch_files._packed", lambda _: pytest.fail("read again"))
        again = Home(tmp_path)
    assert again.library.get("one") == home.library.get("one")
    file = home.folder / "one.toml"
    file.write_text(PLAIN.replace("Look away", "Look there"))
    (home.folder / "two.toml").write_text("[")
    again.library.reload()
    one = again.library.get("one")
    assert one is not None
    assert one.name == "Look there"
    assert any("two" in problem for problem in again.library.problems)
    (tmp_path / "cache").write_bytes(b"{broken")
    assert Home(tmp_path).library.get("one") == one
    file.unlink()
    again.library.reload()
    assert again.library.get("one") is None


def test_the_archive_holds_no_more_than_was_asked_for(home: Home, tmp_path: Path) -> None:
    """An export names each file once and nothing of the machine it comes from."""
    home.collection.save("one", LOOK_AWAY, FAR)
    home.collection.export(["one", "one"], tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["one.toml", "far.png"]
