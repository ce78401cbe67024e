"""The key poses look as they did: silhouettes overlap with the stored ones."""

import pytest
from pytestqt.qtbot import QtBot
from tests.figure.silhouettes import forms, overlap, read, silhouettes

ENOUGH = 0.85


@pytest.mark.parametrize(("stretch", "form"), list(forms()))
def test_the_key_poses_keep_their_silhouette(qtbot: QtBot, stretch: str, form: str) -> None:
    """Every key pose covers what it covered when it was last looked at."""
    stored, now = read(stretch, form), silhouettes(stretch, form)
    assert list(now) == list(stored)
    assert {name: round(overlap(now[name], stored[name]), 2) for name in now} == {
        name: pytest.approx(1, abs=1 - ENOUGH) for name in now
    }


def test_another_pose_is_noticed() -> None:
    """Two different key poses do not overlap enough to be taken for each other."""
    stored = read("cat-cow", "floor")
    cat, cow = (next(rows for name, rows in stored.items() if pose in name) for pose in ("cat", "cow"))
    assert overlap(cat, cow) < ENOUGH
    assert overlap(cat, [row[2:] + ".." for row in cat]) < ENOUGH
