"""Routines and varied breaks: their order, their doses, fairness, and going on where the last one stopped."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from unhunch.domain import engine, inputs
from unhunch.domain.catalogue import Catalogue, Stretches
from unhunch.domain.engine import Now, State
from unhunch.domain.form import Dose, Form, Part, StepEntry
from unhunch.domain.routines import timed
from unhunch.domain.settings import Settings, with_changes
from unhunch.domain.suitability import Verdict

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def settings(**changes: Any) -> Settings:
    return with_changes(Settings(), {key.replace("__", "."): value for key, value in changes.items()})


def varied(count: int | None, length_s: float | None = None, **more: Any) -> Settings:
    own = {"routine": "varied", "stretches": count, "length_s": length_s}
    return settings(rhythm__own=own, **more)


class Desk:
    """A state and the time; takes breaks and goes through them stretch by stretch."""

    def __init__(self, chosen: Settings, stretches: Stretches) -> None:
        self.settings, self.stretches = chosen, stretches
        self.now_s = 0.0
        self.state: State = engine.new_state(chosen, stretches, self.now())

    def now(self) -> Now:
        return Now(self.now_s, START + timedelta(seconds=self.now_s))

    def tell(self, what: inputs.EngineInput) -> list[tuple[str, Mapping[str, Any]]]:
        self.now_s += 1
        self.state, events = engine.advance(self.state, what, self.now())
        return [(event.name, event.fields) for event in events]

    def take(self, upto: int | None = None) -> tuple[list[str], float]:
        """Take a break, going through `upto` of its stretches; return those begun, and its length."""
        started = dict(self.tell(inputs.TakeBreak("own")))["break_started"]
        planned = list(started["stretches"])
        begun = planned[:upto]
        for _ in begun[1:]:
            self.tell(inputs.Next())
        self.tell(inputs.End())
        return begun, started["length_s"]

    def restart(self) -> None:
        self.state, _ = engine.restore(engine.dump(self.state), self.settings, self.stretches, self.now())


def test_a_routine_shows_its_own_order_and_goes_on_where_it_stopped() -> None:
    """A break shows the next of the routine, round and round, also after a restart and a break cut short."""
    desk = Desk(
        settings(rhythm__own={"routine": "mine", "stretches": 2}, routine__mine__stretches=["a", "b", "a"]),
        {"a": 30.0, "b": 40.0},
    )
    assert desk.take() == (["a", "b"], 70)
    desk.restart()
    assert desk.take() == (["a", "a"], 60)
    assert desk.take(upto=1) == (["b"], 70)
    assert desk.take()[0] == ["a", "a"]


def test_a_routine_alone_is_shown_whole_in_its_own_doses() -> None:
    """Without a number of stretches the whole routine comes, each stretch as long as it is there."""
    desk = Desk(
        settings(
            rhythm__long={"routine": "mine", "every_min": 60},
            rhythm__own={"routine": "mine", "stretches": 3},
            routine__mine={"stretches": ["a", "b"], "dose": {"a": {"repeats": 2}}},
        ),
        Catalogue({"a": 30.0, "b": 40.0}, in_routines_s={"mine": {"a": 75.0}}),
    )
    assert desk.take() == (["a", "b"], 115)
    assert desk.state.break_ is None
    found = dict(desk.tell(inputs.TakeBreak("long")))["break_started"]
    assert found["stretches"] == ("a", "b")


def test_a_routine_passes_over_what_the_break_cannot_hold() -> None:
    """With a length the break shows what fits, the rest next time; what is longer never comes."""
    desk = Desk(
        settings(
            rhythm__own={"routine": "mine", "stretches": None, "length_s": 70},
            routine__mine__stretches=["a", "huge", "b", "c"],
        ),
        {"a": 30.0, "huge": 90.0, "b": 30.0, "c": 20.0},
    )
    assert desk.take() == (["a", "b"], 70)
    assert desk.take() == (["c", "a"], 70)


def test_a_routine_that_is_not_there_gives_way_to_the_order_of_the_settings() -> None:
    """An unknown routine, or one of which nothing is left, shows the enabled stretches as ever."""
    stretches = {"shoulder-roll": 30.0, "neck-flexion": 30.0}
    for name in ("nowhere", "mine"):
        desk = Desk(
            settings(rhythm__own={"routine": name, "stretches": 1}, routine__mine__stretches=["left-out"]),
            stretches,
        )
        assert [desk.take()[0] for _ in range(3)] == [["shoulder-roll"], ["neck-flexion"], ["shoulder-roll"]]


def test_a_changed_routine_begins_anew_and_others_keep_their_place() -> None:
    """Editing a routine starts it from its beginning; the place in the settings' own order is its own."""
    chosen = settings(
        rhythm__own={"routine": "mine", "stretches": 1},
        rhythm__plain={"stretches": 1, "enabled": True},
        routine__mine__stretches=["a", "b", "c"],
        stretches__enabled=["x", "y"],
    )
    desk = Desk(chosen, dict.fromkeys("abcxy", 30.0))
    assert [desk.take()[0] for _ in range(2)] == [["a"], ["b"]]
    assert dict(desk.tell(inputs.TakeBreak("plain")))["break_started"]["stretches"] == ("x",)
    desk.tell(inputs.End())
    assert desk.take()[0] == ["c"]
    desk.take()
    desk.tell(inputs.SettingsChanged(with_changes(chosen, {"routine.mine.stretches": ["c", "b", "a"]})))
    assert desk.take()[0] == ["c"]


def test_varied_brings_all_round() -> None:
    """Equal stretches take equal turns, in the order of the settings at first."""
    desk = Desk(varied(2, stretches__enabled=list("abcd")), dict.fromkeys("abcd", 30.0))
    assert [desk.take()[0] for _ in range(3)] == [["a", "b"], ["c", "d"], ["a", "b"]]


def test_a_break_cut_short_owes_what_it_did_not_show() -> None:
    """Only a stretch that was begun has had its turn."""
    desk = Desk(varied(2, stretches__enabled=list("abcd")), dict.fromkeys("abcd", 30.0))
    assert desk.take(upto=1)[0] == ["a"]
    assert desk.take()[0] == ["b", "c"]


def test_varied_never_repeats_over_breaks_of_different_kinds() -> None:
    """What another break showed last is not the first of a varied one."""
    desk = Desk(
        varied(1, stretches__enabled=["a", "b"], rhythm__other={"stretches": 1}), {"a": 30.0, "b": 30.0}
    )
    desk.tell(inputs.TakeBreak("other"))
    desk.tell(inputs.End())
    assert desk.take()[0] == ["b"]


def test_varied_alone_fills_the_length() -> None:
    """With a length and no number the break is filled; with neither it shows three."""
    stretches = dict.fromkeys("abcde", 30.0)
    assert Desk(varied(None, 100, stretches__enabled=list("abcde")), stretches).take() == (list("abc"), 100)
    own = settings(rhythm__own={"routine": "varied", "stretches": None}, stretches__enabled=list("abcde"))
    assert Desk(own, stretches).take() == (list("abc"), 90)


def test_a_favoured_stretch_comes_more_often() -> None:
    """One with twice the weight has twice the turns."""
    catalogue = Catalogue(dict.fromkeys("abc", 30.0), favours={"b": 2.0})
    desk = Desk(varied(1, stretches__enabled=list("abc")), catalogue)
    assert Counter(each for _ in range(40) for each in desk.take()[0]) == {"a": 10, "b": 20, "c": 10}


ids = [f"s{n}" for n in range(8)]
pools = st.integers(1, 8).flatmap(
    lambda size: st.fixed_dictionaries({each: st.integers(10, 120) for each in ids[:size]})
)


def shown_by(desk: Desk, breaks: int) -> list[list[str]]:
    return [desk.take()[0] for _ in range(breaks)]


@given(pools, st.integers(1, 6), st.none() | st.integers(10, 300), st.lists(st.booleans(), max_size=20))
def test_varied_holds_its_promises(
    pool: dict[str, int], count: int, length_s: int | None, restarts: list[bool]
) -> None:
    """Never the same twice in a row unless there is only one; it fits; a restart changes nothing."""
    chosen = varied(count, length_s, stretches__enabled=list(pool))
    desk, again = Desk(chosen, pool), Desk(chosen, pool)
    fitting = [each for each in pool if length_s is None or pool[each] <= length_s]
    everything: list[str] = []
    for restarted in restarts:
        if restarted:
            again.restart()
        begun, takes_s = desk.take()
        assert (begun, takes_s) == again.take()
        assert len(begun) <= count
        assert len(set(begun)) == len(begun)
        assert bool(begun) == bool(fitting)
        assert length_s is None or sum(pool[each] for each in begun) <= length_s == takes_s
        everything += begun
    if len(fitting) > 1:
        assert all(one != other for one, other in pairwise(everything))


@given(st.integers(2, 8), st.integers(1, 6), st.integers(1, 40))
def test_equal_stretches_have_equal_turns(size: int, count: int, breaks: int) -> None:
    """However many a break shows, no stretch is ever more than one turn ahead of another."""
    desk = Desk(varied(count, stretches__enabled=ids[:size]), dict.fromkeys(ids[:size], 30.0))
    turns = Counter(dict.fromkeys(ids[:size], 0))
    for begun in shown_by(desk, breaks):
        turns.update(begun)
        assert max(turns.values()) - min(turns.values()) <= 1


@given(st.lists(st.sampled_from([0.25, 0.5, 1.0, 2.0, 4.0]), min_size=3, max_size=8), st.integers(1, 60))
def test_turns_follow_the_weights(weights: list[float], breaks: int) -> None:
    """Where nobody wants more than half of all turns, each has its share of them, give or take two."""
    total = sum(weights)
    if max(weights) > total / 2:
        weights = [1.0] * len(weights)
        total = float(len(weights))
    names = ids[: len(weights)]
    favours = dict(zip(names, weights, strict=True))
    desk = Desk(varied(1, stretches__enabled=names), Catalogue(dict.fromkeys(names, 30.0), favours))
    turns = Counter(each for begun in shown_by(desk, breaks) for each in begun)
    for name in names:
        assert abs(turns[name] - breaks * favours[name] / total) <= 2


@given(
    st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=8, max_size=8),
    pools,
    st.integers(1, 5),
    st.integers(120, 300),
)
@example([0.5, 0.5, 0.5, 0.5, 2, 1, 1, 1], {"s0": 10, "s1": 10, "s2": 10, "s3": 21, "s4": 100}, 3, 120)
def test_nobody_waits_for_ever(weights: list[float], pool: dict[str, int], count: int, length_s: int) -> None:
    """Whatever the weights, lengths and numbers, everything that fits comes within a few rounds."""
    favours = dict(zip(pool, weights, strict=False))
    desk = Desk(
        varied(count, length_s, stretches__enabled=list(pool)),
        Catalogue({each: float(takes_s) for each, takes_s in pool.items()}, favours),
    )
    rounds = int(2 * sum(favours.values()) / min(favours.values())) + len(pool)
    seen = {each for begun in shown_by(desk, rounds) for each in begun}
    assert seen == set(pool)


def lasting(seconds: float) -> Verdict:
    step = StepEntry(words="Wait.", move_s=1, hold_s=seconds - 1)
    return Verdict("suitable", Form("a", "standing", (), False, Dose(), (Part([step]),), {}))


sequences = st.lists(st.sampled_from(ids), min_size=1, max_size=8)


@given(pools, sequences, st.none() | st.integers(1, 5), st.none() | st.integers(10, 300))
def test_an_editor_says_what_the_engine_shows(
    pool: dict[str, int], stretches: list[str], count: int | None, length_s: int | None
) -> None:
    """What is said to fit a break is what a break that begins with the routine shows."""
    if not any(each in pool for each in stretches):
        return
    verdicts = [(each, lasting(pool[each]) if each in pool else None) for each in stretches]
    told = timed(verdicts, length_s, count)
    chosen = settings(
        rhythm__own={"routine": "mine", "stretches": count, "length_s": length_s},
        routine__mine__stretches=stretches,
    )
    shown = Desk(chosen, pool).take()[0]
    assert [step.stretch for step in told.steps if step.fit == "fits"] == shown
