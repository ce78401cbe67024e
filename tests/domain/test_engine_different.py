"""Another stretch in the place of the running one."""

from tests.timeline import CATALOGUE, active, at, log, settings

from unhunch.services.simulator import simulate

MORE = {**CATALOGUE, "wall-stretch": 90.0}


def names(*lines: dict, given=None) -> list[tuple[float, str, str]]:  # type: ignore[type-arg, no-untyped-def]
    ordered = sorted(lines, key=lambda line: line["t"])
    events = simulate(ordered, given or settings(), MORE)
    return [
        (event["t"], event["event"], event.get("stretch", event.get("outcome", "")))
        for event in events
        if event["event"] in ("stretch_started", "break_ended", "refused")
    ]


def test_it_takes_the_place_of_the_running_one() -> None:
    """The break goes on with another stretch, from its beginning, and is as much longer as that one is."""
    found = names(active(0, 2703), at(2718, "different"), at(3000, "finish"))
    assert found == [
        (2708, "stretch_started", "shoulder-roll"),
        (2718, "stretch_started", "wall-stretch"),
        (2808, "stretch_started", "neck-flexion"),
        (2868, "stretch_started", "overhead-reach"),
        (2928, "break_ended", "taken"),
    ]


def test_enabled_ones_come_first() -> None:
    """With four enabled, the one that this break would have left for the next comes."""
    four = settings(stretches__enabled=["shoulder-roll", "neck-flexion", "overhead-reach", "wall-stretch"])
    found = names(active(0, 2703), at(2718, "different"), at(2720, "finish"), given=four)
    assert found[-1] == (2718, "stretch_started", "wall-stretch")


def test_the_one_that_was_left_out_can_come_back() -> None:
    """A second wish brings the first stretch again where there is no other."""
    found = names(active(0, 2703), at(2718, "different"), at(2720, "different"), at(2722, "finish"))
    assert found[-1] == (2720, "stretch_started", "shoulder-roll")


def test_it_is_refused_where_it_makes_no_sense() -> None:
    """No break, a plain pause, or no other stretch: each is said."""
    assert log(at(10, "different")) == ["10 refused intent=different"]
    eyes = settings(rhythm__eyes__enabled=True)
    in_plain_pause = log(at(1, "take_break", rhythm="eyes"), at(10, "different"), given=eyes)
    assert in_plain_pause[-1] == "10 refused intent=different"
    without_another = log(at(1, "take_break"), at(10, "different"), at(11, "finish"))
    assert without_another[-1] == "10 refused intent=different"
