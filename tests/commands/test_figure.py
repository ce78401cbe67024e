"""The authors' check of their own files: whatever is in them, one sentence says what is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from unhunch.commands.figure import run_check, run_movie, run_sheet
from unhunch.commands.outcome import FAILED, WRONG_USAGE
from unhunch.resources import stretches_dir

WORDS_ALONE = """
schema = 1
name = "Look far away"
summary = "Rest your eyes."
areas = ["neck"]
caution = "None."
[form.sitting]
place = "sitting"
[[part]]
step = [{ words = "Look far away.", hold_s = 20 }]
"""


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]):
    """Return what a check of a file says, and its exit code."""

    def checked(path: Path) -> tuple[int, list[str], list[str]]:
        code = run_check((str(path),))
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err.splitlines()

    return checked


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name = ", "invalid value"),
        (b"\xff\xfe", "not text in UTF-8"),
        (b"", "schema"),
        (b"a = " + b"[" * 50_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_stretch_is_named(tmp_path, lines, content, said):
    """One sentence, with a full stop, and nothing of Python's."""
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    code, _, (sentence,) = lines(path)
    assert code == WRONG_USAGE
    assert "mine" in sentence
    assert said in sentence
    assert sentence.endswith(".")
    assert "Errno" not in sentence


def test_what_is_no_file_is_named(tmp_path, lines):
    """A folder, nothing at all."""
    code, _, (sentence,) = lines(tmp_path / "mine.toml")
    assert code == WRONG_USAGE
    assert sentence.endswith("No such file or directory.")
    (tmp_path / "mine.toml").mkdir()
    assert lines(tmp_path / "mine.toml")[2][0].endswith("is no file.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path, lines):
    """Nobody may ever write to it."""
    path = tmp_path / "mine.toml"
    os.mkfifo(path)
    assert lines(path)[2][0].endswith("is no file.")


def test_a_name_too_long_for_any_file_is_an_unknown_stretch(lines):
    """The system cannot even look for it."""
    code, _, (sentence,) = lines(Path("a" * 5000))
    assert code == WRONG_USAGE
    assert "There is no stretch" in sentence


def test_a_motion_that_cannot_be_played_is_named(tmp_path, lines):
    """What the figure refuses is said as a finding."""
    path = tmp_path / "steep.toml"
    text = (stretches_dir() / "shoulder-roll.toml").read_text(encoding="utf-8")
    steep = text.replace("\nview = {", "\nview = { near = { poses = [], pitch = 120 },")
    path.write_text(steep, encoding="utf-8")
    code, out, (sentence,) = lines(path)
    assert (code, out) == (FAILED, [])
    assert "“steep” cannot be drawn: pitch must lie between" in sentence


@pytest.mark.parametrize(
    ("tall", "said"),
    [
        ('arm_l = { to = [1, 2, 3], of = "wrist_same" }', "is told by a joint of its own, 'wrist_same'."),
        ('arm_r = { to = [1, 2, 3], of = "elbow_r" }', "is told by a joint of its own, 'elbow_r'."),
        ('arms = { to = [1, 2, 3], of = "wrist_other" }', "Each arm of pose 'tall' is told by the other;"),
        (
            'leg_l = { to = [1, 2, 3], of = "wrist_l" }',
            "pose 'tall' is told by 'wrist_l'; a leg knows floor,",
        ),
        ('leg_l = { to = [1, 2, 3], of = "hip_same" }', "leg_l of pose 'tall' is told by 'hip_same';"),
    ],
)
def test_a_limb_told_by_what_is_not_known_yet_is_named(tmp_path, lines, tall, said):
    """Each in its own sentence, before anything is solved."""
    path = tmp_path / "round.toml"
    text = (stretches_dir() / "neck-flexion.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("tall = {}", f"tall = {{ {tall} }}"), encoding="utf-8")
    code, out, (sentence,) = lines(path)
    assert (code, out) == (FAILED, [])
    assert said in sentence


def test_arms_that_would_each_be_told_by_the_other_on_their_way_are_named(tmp_path, lines):
    """The left is held by the right, then the other way: between the two neither has a place."""
    path = tmp_path / "round.toml"
    text = (stretches_dir() / "neck-flexion.toml").read_text(encoding="utf-8")
    held = '{ to = [1, 2, 3], of = "wrist_other" }'
    text = text.replace("tall = {}", f"tall = {{ arm_l = {held} }}")
    text = text.replace("\nright = {", f"\nright = {{ arm_r = {held},").replace(
        'pose = "down"', 'pose = "right"'
    )
    path.write_text(text, encoding="utf-8")
    code, _, (sentence,) = lines(path)
    assert code == FAILED
    assert sentence.endswith("each arm would be told by the other.")


def test_a_stretch_of_words_alone_is_in_order(tmp_path, lines):
    """It has no figure whose geometry could be wrong."""
    path = tmp_path / "words.toml"
    path.write_text(WORDS_ALONE)
    assert lines(path) == (0, ["words (sitting): no figure"], [])


def test_a_file_as_windows_saves_it_is_read(tmp_path, lines):
    """Its byte order mark is no part of the text."""
    path = tmp_path / "words.toml"
    path.write_text(WORDS_ALONE, encoding="utf-8-sig")
    assert lines(path)[0] == 0


def test_where_a_picture_cannot_go_is_told_before_it_is_painted(tmp_path, capsys):
    """Not after minutes of painting."""
    out = tmp_path / "nowhere" / "picture.png"
    painted = {"form": None, "theme": "light", "who": None}
    assert run_sheet("cat-cow", out, frames=6, **painted) == FAILED
    assert (
        run_movie("cat-cow", out, between_s=None, hold_s=None, frames_per_s=25, size=480, **painted) == FAILED
    )
    sentences = capsys.readouterr().err.splitlines()
    assert sentences == [f"unhunch: {out} cannot be written: No such file or directory."] * 2


@pytest.mark.parametrize(
    ("right", "wrong", "known"),
    [
        ("hold_s = 20", "hold = 20", "in part[0].step[0]; there are pose, move_s, hold_s,"),
        ("hold_s = 20", 'hold_s = "long"', "in part[0].step[0].hold_s; there are a number, dose."),
        ("summary =", "sumary =", "; there are schema, name, summary,"),
        ('place = "sitting"', 'place = "bed"', "in form[...].place; there are floor, sitting, standing."),
        ("[[part]]", "dose = { side = 1 }\n[[part]]", "in form[...].dose; there are hold_s, repeats, sides."),
        (
            "[form.sitting]",
            "careful = { nek = 'skip' }\n[form.sitting]",
            "in careful; there are back, knees,",
        ),
    ],
)
def test_a_wrong_key_or_word_is_told_with_the_right_ones(tmp_path, lines, right, wrong, known):
    """The author sees what is meant."""
    path = tmp_path / "words.toml"
    path.write_text(WORDS_ALONE.replace(right, wrong))
    code, _, (sentence,) = lines(path)
    assert code == WRONG_USAGE
    assert known in sentence


PLAYED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from unhunch.commands import figure

class Player(figure._Player):
    def show(self):
        super().show()
        QTimer.singleShot(50, lambda: os.kill(os.getpid(), signal.SIGINT))

figure._Player = Player
sys.exit(figure.run_play("neck-flexion", form=None, theme="light", who=None))
"""


def test_ctrl_c_ends_the_player():
    """In the terminal that it was started from, as closing its window does."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    played = subprocess.run([sys.executable, "-c", PLAYED], env=environment, timeout=30, check=False)
    assert played.returncode == 0
