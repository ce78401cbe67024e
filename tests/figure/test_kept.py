"""What modules keep for the next frame can go."""

from unhunch.figure.kept import forget_kept, kept, kept_in


def test_what_is_kept_is_asked_for_once_until_it_is_forgotten() -> None:
    """The answer is the same one, and after forgetting another; a dict is empty."""
    known = kept_in({1: "one"})

    @kept(8)
    def named(number: int) -> list[int]:
        return [number]

    first = named(1)
    assert named(1) is first
    forget_kept()
    assert named(1) is not first
    assert not known
