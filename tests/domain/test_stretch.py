"""Stretch files: what ships, the order of play, the other side, and what is refused."""

import tomllib
from typing import Any

import pytest

from unhunch.domain.settings import DoseChange
from unhunch.domain.stretch import MAX_FILE_CHARS, StretchError, other_side_words, parse
from unhunch.resources import stretches_dir

STRETCHES = stretches_dir()
ALL = {path.stem: path.read_text("utf-8") for path in sorted(STRETCHES.glob("*.toml"))}
IDS = {
    "shoulder-roll",
    "neck-flexion",
    "overhead-reach",
    "wall-stretch",
    "cat-cow",
    "childs-pose",
    "childs-pose-arms-back",
    "thread-the-needle",
    "trunk-rotation",
    "knee-to-chest",
    "thoracic-extension",
}
PROMISES = ("cure", "treat", "prevent", "heal")


def small(**changes: Any) -> dict[str, Any]:
    return {
        "schema": 1,
        "name": "Lean",
        "summary": "Lean a little.",
        "areas": ["side"],
        "caution": "Gently.",
        "dose": {"hold_s": 10, "repeats": 2, "sides": "each"},
        "form": {"standing": {"place": "standing"}},
        "motion": {"poses": {"stand": {}, "lean": {}}},
        "part": [
            {"step": [{"pose": "stand", "move_s": 1, "words": "Stand."}]},
            {
                "repeat": "dose",
                "sides": "alternate",
                "step": [
                    {
                        "pose": "lean",
                        "move_s": 2,
                        "hold_s": "dose",
                        "words": "Lean right.",
                        "again": "Right.",
                    },
                    {"pose": "stand", "move_s": 1},
                ],
            },
        ],
        **changes,
    }


def test_all_eleven_ship() -> None:
    """The stretches that ship are exactly the promised ones."""
    assert set(ALL) == IDS


@pytest.mark.parametrize("stretch_id", sorted(IDS))
def test_a_shipped_stretch_says_what_a_person_needs(stretch_id: str) -> None:
    """Name, areas, caution and words are there; the words are short and promise no cure."""
    stretch = parse(stretch_id, ALL[stretch_id])
    assert stretch.forms[0].steps[0].spoken
    for text in stretch.texts():
        assert not any(promise in text.lower() for promise in PROMISES), text
    for form in stretch.forms:
        assert all(step.words and len(step.words) <= 90 for step in form.steps)
        assert 30 <= form.total_s <= 180
        assert form.needs or form.place == "standing"


def test_the_default_sequence_takes_about_three_minutes() -> None:
    """Shoulder roll, neck and overhead reach fit the break at the desk; the roll takes a minute."""
    totals = [parse(i, ALL[i]).total_s for i in ("shoulder-roll", "neck-flexion", "overhead-reach")]
    assert totals[0] == pytest.approx(60)
    assert 165 <= sum(totals) <= 210


@pytest.mark.parametrize(
    ("stretch_id", "hold_s", "held"),
    [
        ("neck-flexion", 5, 4),
        ("overhead-reach", 15, 4),
        ("wall-stretch", 15, 4),
        ("cat-cow", 5, 12),
        ("childs-pose", 45, 1),
        ("childs-pose-arms-back", 45, 1),
        ("thread-the-needle", 20, 2),
        ("trunk-rotation", 5, 8),
        ("knee-to-chest", 10, 4),
        ("thoracic-extension", 20, 3),
    ],
)
def test_the_dose_is_what_is_played(stretch_id: str, hold_s: float, held: int) -> None:
    """Each long hold comes as often as the dose says, sides counted."""
    steps = parse(stretch_id, ALL[stretch_id]).forms[0].steps
    assert sum(step.hold_s == hold_s for step in steps) == held


def test_sides_alternate_and_words_follow() -> None:
    """Right and left are played in turn from one description; later rounds have shorter words."""
    steps = parse("lean", small()).forms[0].steps
    assert [(s.side, s.words, s.spoken) for s in steps] == [
        ("", "Stand.", True),
        ("right", "Lean right.", True),
        ("right", "Lean right.", False),
        ("left", "Lean left.", True),
        ("left", "Lean left.", False),
        ("right", "Right.", True),
        ("right", "Right.", False),
        ("left", "Left.", True),
        ("left", "Left.", False),
    ]
    assert sum(s.move_s + s.hold_s for s in steps) == 1 + 4 * (2 + 10 + 1)


@pytest.mark.parametrize(
    ("sides", "order"), [("each", "rrll"), ("alternate", "rlrl"), ("turns", "rl"), ("one", "")]
)
def test_the_order_of_sides(sides: str, order: str) -> None:
    """Sides come one after the other, in pairs, or by turns."""
    data = small()
    data["part"][1]["sides"] = sides
    steps = parse("lean", data).forms[0].steps
    assert "".join(s.side[:1] for s in steps if s.words.startswith(("Lean", "Right", "Left")))[::2] == order


def test_the_figure_gets_the_same_steps() -> None:
    """The motion plays exactly the steps that the words tell, mirrored where they are left."""
    form = parse("lean", small()).forms[0]
    figure = form.motion["steps"]
    assert [(s["move_s"], s["hold_s"]) for s in figure] == [(s.move_s, s.hold_s) for s in form.steps]
    assert [s.get("mirror", False) for s in figure] == [s.side == "left" for s in form.steps]


def test_a_form_is_laid_over_the_stretch() -> None:
    """A form changes what it names and keeps the rest."""
    data = small()
    data["form"]["sitting"] = {
        "place": "sitting",
        "needs": ["chair"],
        "motion": {"poses": {"lean": {"chest": [1]}}},
    }
    sitting = parse("lean", data).form_for("sitting")
    assert sitting.motion["poses"] == {"stand": {}, "lean": {"chest": [1]}}
    assert parse("lean", data).form_for("floor").id == "standing"
    assert parse("lean", data).places == ("standing", "sitting")


def test_words_for_the_other_side() -> None:
    """Only whole words change sides."""
    assert other_side_words("Your right arm, left upright. Right!") == "Your left arm, right upright. Left!"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "colour"),
        ({"name": ""}, "name"),
        ({"form": {}}, "form"),
        ({"form": {"a": {"place": "moon"}}}, "moon"),
        ({"dose": {"repeats": 900}}, "repeats"),
        ({"part": []}, "no part"),
        ({"part": [{"step": []}]}, "step"),
        ({"part": [{"step": [{"pose": "stand", "move_s": -1}]}]}, "move_s"),
        ({"part": [{"repeat": 60, "step": [{"pose": "a", "move_s": 1}] * 20}]}, "1200 steps"),
        ({"part": [{"repeat": 60, "step": [{"pose": "a", "move_s": 60}]}]}, "3600 s"),
        ({"schema": 2}, "schema"),
    ],
)
def test_a_bad_file_is_named(changes: dict[str, Any], said: str) -> None:
    """What cannot be used is refused in one sentence with the stretch's name."""
    with pytest.raises(StretchError, match=said) as caught:
        parse("lean", small(**changes))
    assert "'lean'" in str(caught.value)
    assert str(caught.value).endswith(".")
    assert " at `$" not in str(caught.value)


@pytest.mark.parametrize("stretch_id", ["", "Lean", "../lean", "a--b", "x" * 80])
def test_a_bad_name_is_refused(stretch_id: str) -> None:
    """A stretch's name cannot reach out of its folder."""
    with pytest.raises(StretchError, match="no name"):
        parse(stretch_id, small())


def test_broken_toml_and_huge_files_are_refused() -> None:
    """A file that is no TOML, or too long, is refused."""
    with pytest.raises(StretchError, match="lean"):
        parse("lean", "name = ")
    with pytest.raises(StretchError, match="longer"):
        parse("lean", "#" * (MAX_FILE_CHARS + 1))


def test_every_shipped_file_is_tidy_toml() -> None:
    """The files are read by any TOML reader and say their schema."""
    for text in ALL.values():
        assert tomllib.loads(text)["schema"] == 1


def test_the_dose_can_be_changed() -> None:
    """Repeats, holds and speed change steps, motion and length alike; holds the author fixed stay."""
    form = parse("lean", small()).forms[0]
    changed = form.dosed(DoseChange(repeats=1, hold_s=4, speed=2))
    assert [step.hold_s for step in changed.steps if step.hold_s] == [4, 4]
    assert changed.total_s == sum(s.move_s + s.hold_s for s in changed.steps) == 0.5 + 2 * (1 + 4 + 0.5)
    assert [s["move_s"] for s in changed.motion["steps"]] == [s.move_s for s in changed.steps]
    assert form.dosed(DoseChange()) is form
    assert form.adjustable == {"repeats", "hold_s", "speed"}


@pytest.mark.parametrize("stretch_id", sorted(IDS))
def test_no_dose_makes_a_stretch_endless(stretch_id: str) -> None:
    """The largest dose takes ten minutes at most, by fewer repeats; the length is the steps'."""
    for form in parse(stretch_id, ALL[stretch_id]).forms:
        assert form.total_s == pytest.approx(sum(s.move_s + s.hold_s for s in form.steps))
        largest = form.dosed(DoseChange(repeats=20, hold_s=120, speed=0.5))
        assert largest.total_s <= 600
        smallest = form.dosed(DoseChange(repeats=1, hold_s=1, speed=2))
        assert 0 < smallest.total_s < form.total_s


def test_words_alone_or_with_a_picture_make_a_stretch() -> None:
    """A stretch of one's own needs no figure: words and seconds will do, with a picture or without."""
    data = small(
        motion={},
        part=[{"step": [{"words": "Look far away.", "hold_s": 20}]}],
        picture="far-away.webp",
        based_on="neck-flexion",
    )
    stretch = parse("lean", data)
    assert not stretch.forms[0].has_figure
    assert stretch.total_s == 21
    assert (stretch.picture, stretch.based_on) == ("far-away.webp", "neck-flexion")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"picture": "../a.png"}, "plain name"),
        ({"picture": "/etc/a.png"}, "plain name"),
        ({"picture": ".a.png"}, "plain name"),
        ({"picture": "a.exe"}, "plain name"),
        ({"picture": "a.png\n"}, "plain name"),
        ({"based_on": "../x"}, "based on"),
        ({"name": "Lean\u001b[31m"}, "cannot be shown"),
        ({"name": "Lean\nback"}, "one line"),
        ({"summary": "abc\u202edef"}, "cannot be shown"),
        ({"careful": {"elbows": "skip"}}, "elbows"),
        ({"careful": {"knees": "never"}}, "never"),
        ({"part": [{"step": [{"pose": "fly", "words": "Fly."}]}]}, "fly"),
        ({"part": [{"step": [{"words": "Fly."}]}]}, "no pose"),
        ({"motion": {"poses": 5}}, "no table"),
        ({"motion": {"poses": []}}, "no table"),
    ],
)
def test_what_could_do_harm_or_shows_nothing_is_refused(changes: dict[str, Any], said: str) -> None:
    """A picture is a plain file beside the stretch; texts hold nothing that a terminal obeys; poses exist."""
    with pytest.raises(StretchError, match=said):
        parse("lean", small(**changes))


def test_a_deeply_nested_file_is_refused() -> None:
    """Nesting that would exhaust the reader is refused as a bad file."""
    with pytest.raises(StretchError, match="deeply"):
        parse("lean", "a = " + "[" * 50_000)
