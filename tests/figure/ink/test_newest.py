from __future__ import annotations

from unhunch.figure.ink.newest import Newest


def test_a_new_thing_takes_the_place_of_the_oldest() -> None:
    """No more than so many are kept; what is told anew stays as old as it was."""
    kept: Newest[str, int] = Newest(2)
    kept["a"], kept["b"], kept["a"], kept["c"] = 1, 2, 3, 4
    assert dict(kept) == {"b": 2, "c": 4}
