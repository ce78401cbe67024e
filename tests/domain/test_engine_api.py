"""The engine as the session sees it: deadlines, late news, views, and state as bytes."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from tests.timeline import CATALOGUE, settings

from unhunch.domain import engine
from unhunch.domain import inputs as told
from unhunch.domain.engine import Event, Now, State
from unhunch.domain.events import printed
from unhunch.domain.settings import Settings

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def now(boot_s: float) -> Now:
    return Now(boot_s, START + timedelta(seconds=boot_s))


def fresh(given: Settings | None = None) -> State:
    return engine.new_state(given or Settings(), CATALOGUE, now(0))


def after(state: State, *told_at: tuple[float, told.EngineInput]) -> State:
    for boot_s, what in told_at:
        state, _ = engine.advance(state, what, now(boot_s))
    return state


def typed(until_s: float) -> told.Input:
    return told.Input(until_s, 0)


def names(events: tuple[Event, ...]) -> list[str]:
    return [event.name for event in events]


def in_break(short: bool = False) -> State:
    return after(fresh(), (2650, typed(2650)), (2650, told.Start(short)))


# --- Deadlines -----------------------------------------------------------------------------------------


def test_deadlines_lead_from_one_event_to_the_next() -> None:
    """Whoever jumps from deadline to deadline meets every event at its own time."""
    state = after(fresh(), (2600, typed(2600)))
    seen = []
    while (due_s := engine.next_deadline(state)) is not None and due_s < 3000:
        state, events = engine.advance(state, told.Tick(), now(due_s))
        assert all(event.at_s == due_s for event in events)
        seen += [(event.at_s, event.name) for event in events]
    assert seen == [
        (2640, "warned"),
        (2700, "break_started"),
        (2700, "stretch_started"),
        (2760, "stretch_started"),
        (2820, "stretch_started"),
        (2880, "break_ended"),
    ]


def test_nothing_falls_due_while_the_person_is_away() -> None:
    """Who is away and has nothing running needs no wake-up."""
    state = after(fresh(), (10, told.Lock()))
    assert engine.next_deadline(state) is None


def test_late_wake_up_gives_each_event_its_own_time() -> None:
    """A wake-up that comes late does everything that fell due, in order."""
    state = after(fresh(), (2690, typed(2690)))
    _, events = engine.advance(state, told.Tick(), now(9000))
    assert [(event.at_s, event.name) for event in events] == [
        (2700, "break_started"),
        (2700, "stretch_started"),
        (2760, "stretch_started"),
        (2820, "stretch_started"),
        (2880, "break_ended"),
        (3000, "away"),
    ]


def test_second_wake_up_at_the_same_time_does_nothing() -> None:
    """A double wake-up is harmless."""
    state = after(fresh(), (2640, typed(2640)))
    again, events = engine.advance(state, told.Tick(), now(2640))
    assert events == ()
    assert again == state


def test_time_that_runs_backwards_counts_as_now() -> None:
    """A moment before what was done already changes nothing."""
    state = after(fresh(), (2640, typed(2640)))
    assert engine.advance(state, told.Tick(), now(100)) == (state, ())


def test_advance_leaves_the_state_it_was_given() -> None:
    """State is a value: the same question has the same answer."""
    state = after(fresh(), (2600, typed(2600)))
    first = engine.advance(state, told.Tick(), now(2700))
    assert engine.advance(state, told.Tick(), now(2700)) == first


# --- Input that is known late --------------------------------------------------------------------------


def test_input_known_late_counts_at_its_own_time() -> None:
    """An input told at the next deadline gives what it would have given when it happened."""
    late = after(fresh(), (120, told.Input(70)), (190, told.Tick()))
    on_time = after(fresh(), (70, told.Input(70)), (120, told.Tick()), (190, told.Tick()))
    assert late == on_time
    assert late.away is not None


def test_only_who_is_away_by_silence_waits_for_an_input() -> None:
    """An input changes something at once only where it brings the person back."""
    assert not engine.wants_input(fresh())
    away = after(fresh(), (300, told.Tick()))
    assert engine.wants_input(away)
    assert not engine.wants_input(after(away, (301, told.Lock())))


def test_alarm_that_is_a_moment_late_sends_nobody_away() -> None:
    """Typing heard just after the deadline of silence is taken for unbroken typing."""
    state = after(fresh(), (5, told.Input(5)))
    heard = engine.newer_input(state, 125.2)
    assert heard == told.Input(125.2, 5)
    _, events = engine.advance(state, heard, now(125.3))
    assert events == ()


@pytest.mark.parametrize("early_s", [0, 1e-9, 4e-7])
def test_an_input_at_the_very_deadline_comes_before_it(early_s: float) -> None:
    """Who is typing as the break falls due is not silent, however the fractions of the second fall."""
    state = after(fresh(), (2640, typed(2640)), (2660, typed(2660)))
    heard = engine.newer_input(state, 2700 - early_s)
    assert heard is not None
    _, events = engine.advance(state, heard, now(2700))
    assert names(events) == ["waiting"]


def test_input_long_after_the_deadline_is_a_return() -> None:
    """After more than a moment the silence was real."""
    heard = engine.newer_input(fresh(), 180)
    assert heard == told.Input(180)
    _, events = engine.advance(fresh(), heard, now(180))
    assert names(events) == ["away", "present", "rested"]


def test_old_input_is_no_news() -> None:
    """What the engine knows already is not told again, nor what nobody knows."""
    state = after(fresh(), (50, told.Input(50)))
    assert engine.newer_input(state, 50) is None
    assert engine.newer_input(state, None) is None


def test_input_from_before_the_absence_brings_nobody_back() -> None:
    """News of an input that is older than the absence is no return."""
    away = after(fresh(), (300, told.Tick()))
    assert after(away, (301, told.Input(110))).away == away.away


# --- What is shown -------------------------------------------------------------------------------------


def test_view_counts_the_card_down() -> None:
    """The card says when it is due, how it can be put off, and goes away with the person."""
    state = after(fresh(), (2650, typed(2650)))
    view = engine.view(state, now(2655))
    assert view.phase == "warned"
    assert view.card is not None
    assert (view.card.rhythm, view.card.due_at_s, view.card.snoozes_left) == ("stretch", 2700, 2)
    assert view.can_skip
    assert view.can_snooze
    assert view.rhythms[0].due_in_s == 45
    assert engine.view(after(state, (2656, told.Lock())), now(2656)).card is None


def test_view_of_a_card_that_waits_for_the_typing_to_stop() -> None:
    """After due the card stays and says what it waits for."""
    state = after(fresh(), (2710, typed(2710)))
    view = engine.view(state, now(2712))
    assert view.phase == "waiting"
    assert view.card is not None
    assert view.card.waiting_for == ("gap",)
    assert engine.next_deadline(state) == 2715


def test_view_follows_the_break() -> None:
    """The window knows which stretch runs, since when, and when the break is over."""
    state = after(in_break(), (2720, told.Tick()), (2725, told.BreakPause()), (2735, told.BreakResume()))
    shown = engine.view(state, now(2740)).break_
    assert shown is not None
    assert (shown.index, shown.stretch_done_s, shown.done_s) == (1, 20, 80)
    assert (shown.stretch_started_at_s, shown.ends_at_s) == (2720, 2840)
    assert (shown.paused, shown.snoozes_left) == (False, 2)


def test_view_after_repeating_has_the_break_end_later() -> None:
    """Repeating a stretch moves the end of the break."""
    state = after(in_break(), (2680, told.Repeat()))
    shown = engine.view(state, now(2690)).break_
    assert shown is not None
    assert (shown.stretch_done_s, shown.done_s, shown.ends_at_s) == (10, 40, 2860)


def test_view_of_a_pause_tells_its_end() -> None:
    """A pause ends at a wall time, or when the person resumes."""
    assert engine.view(after(fresh(), (10, told.Pause())), now(20)).paused_until == "resumed"
    timed = after(fresh(), (10, told.Pause(for_s=60)))
    assert engine.view(timed, now(20)).paused_until == START + timedelta(seconds=70)


@pytest.mark.parametrize("for_s", [0.0, -1.0, 1e300, float("inf"), float("nan")])
def test_a_pause_of_no_sane_length_is_refused(for_s: float) -> None:
    """Nothing changes, and the clock is not asked for a time that no calendar has."""
    state, (event,) = engine.advance(fresh(), told.Pause(for_s=for_s), now(10))
    assert event.name == "refused"
    assert engine.view(state, now(10)).paused_until is None


@pytest.mark.parametrize(
    ("state", "phase", "why"),
    [
        (fresh(), "working", "0 s at the desk, next stretch break in 45 min."),
        (fresh(settings(rhythm__stretch__enabled=False)), "idle", "No break is switched on."),
        (after(fresh(), (5, told.Lock())), "away", "The screen is locked, so you are resting."),
        (after(fresh(), (5, told.Pause())), "paused", "Breaks are paused until you resume."),
        (in_break(), "break", "The stretch break is open."),
        (
            after(fresh(), (2650, typed(2650)), (2650, told.Snooze())),
            "snoozed",
            "The stretch break is snoozed for another 5 min.",
        ),
        (
            after(fresh(), (9, told.HoldBegan("dnd")), (2710, typed(2710))),
            "waiting",
            "The stretch break is due and held back by do-not-disturb.",
        ),
    ],
)
def test_every_phase_has_its_sentence(state: State, phase: str, why: str) -> None:
    """One plain sentence says what is going on."""
    status = engine.status(state, now(state.now_s))
    assert (status["phase"], status["why"]) == (phase, why)


@pytest.mark.parametrize("until", ["", "9:00", "24:00", "1\u0669:00"])
def test_a_pause_until_no_time_of_day_is_refused(until: str) -> None:
    """Figures of other scripts are none to a clock."""
    _, (event,) = engine.advance(fresh(), told.Pause(until=until), now(10))
    assert event.name == "refused"


@pytest.mark.parametrize(
    ("hours", "until"),
    [(14, "23:00"), (16, "01:00 tomorrow"), (38.5, "23:30 tomorrow"), (40, "01:00 on 2026-03-04")],
)
def test_the_end_of_a_pause_is_told_with_its_day(hours: float, until: str) -> None:
    """Not every day that is not today is tomorrow."""
    state = after(fresh(), (0, told.Pause(for_s=hours * 3600)))
    assert engine.status(state, now(0))["why"] == f"Breaks are paused until {until}."


def test_status_has_the_fields_of_the_contract() -> None:
    """The status object is the one that the command line prints."""
    status = engine.status(in_break(), now(2660.5))
    assert status == {
        "phase": "break",
        "present": True,
        "rhythms": {"stretch": {"desk_s": 2650, "due_in_s": 50}},
        "holds": [],
        "paused_until": None,
        "prompt": {"rhythm": "stretch", "snoozes_left": 2},
        "break": {"rhythm": "stretch", "stretch": "shoulder-roll", "done_s": 10.5, "length_s": 180},
        "why": "The stretch break is open.",
    }


def test_printed_events_have_numbers_to_three_decimals() -> None:
    """Whole numbers are whole, others have three decimals, also inside lists and objects."""
    event = Event(name="x", fields={"a": 1.23456, "b": [2.0], "c": {"d": 3.00004}}, at_s=7.5)
    assert printed(event) == {"t": 7.5, "event": "x", "a": 1.235, "b": [2], "c": {"d": 3}}


# --- State as bytes ------------------------------------------------------------------------------------


def test_state_comes_back_as_it_was() -> None:
    """What is saved and restored in the same moment is the same, an open break and a pause included."""
    for state in (in_break(), after(fresh(), (60, told.Lock()), (70, told.Pause(until="14:00")))):
        assert engine.restore(engine.dump(state), Settings(), CATALOGUE, now(state.now_s)) == (state, ())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"version": 1}', b'{"version": 99}', b"\xff\x00"])
def test_damaged_state_is_refused_in_one_sentence(data: bytes) -> None:
    """Damaged or foreign data raises an error that says so."""
    with pytest.raises(engine.StateError, match=r"^The saved state .*\.?$"):
        engine.restore(data, Settings(), CATALOGUE, now(0))


@pytest.mark.parametrize(
    ("key", "value"), [("bases", {}), ("bases", {"stretch": 0, "eyes": 0}), ("pause", {"fold": -1})]
)
def test_state_that_contradicts_itself_is_refused(key: str, value: object) -> None:
    """It can be read, but nothing could go on from it."""
    saved = msgspec.json.decode(engine.dump(fresh()))
    saved["kept"][key] = value
    with pytest.raises(engine.StateError, match="damaged"):
        engine.restore(msgspec.json.encode(saved), Settings(), CATALOGUE, now(0))


def test_every_cut_of_a_saved_state_is_refused() -> None:
    """A file that was written in part is noticed, wherever it ends."""
    data = engine.dump(in_break())
    for length in range(0, len(data), 97):
        with pytest.raises(engine.StateError):
            engine.restore(data[:length], Settings(), CATALOGUE, now(0))


def test_restart_of_the_machine_is_measured_by_the_wall_clock() -> None:
    """After a boot the boot clock says nothing about the time that passed."""
    saved = engine.dump(after(fresh(), (2000, typed(2000))))
    booted = Now(30.0, START + timedelta(seconds=2100))
    state, events = engine.restore(saved, Settings(), CATALOGUE, booted)
    assert events == ()
    assert engine.status(state, booted)["rhythms"]["stretch"]["desk_s"] == 2000
    assert engine.next_deadline(state) == 150


def test_silence_after_a_boot_is_silence() -> None:
    """That somebody typed late in the boot before does not count as typing early in this one."""
    saved = engine.dump(after(fresh(), (2000, typed(2000))))
    booted = Now(30.0, START + timedelta(seconds=2100))
    state, _ = engine.restore(saved, Settings(), CATALOGUE, booted)
    state, events = engine.advance(state, told.Tick(), Now(400.0, START + timedelta(seconds=2470)))
    assert [(event.name, event.at_s) for event in events] == [("away", 150)]


def test_name_of_the_boot_decides_whether_the_boot_clock_went_on() -> None:
    """With the same name the boot clock counts, however the wall clock was set meanwhile."""
    saved = engine.dump(after(fresh(), (2000, typed(2000))), "a")
    set_back = Now(2010.0, START - timedelta(days=1))
    state, events = engine.restore(saved, Settings(), CATALOGUE, set_back, boot_id="a")
    assert events == ()
    assert engine.next_deadline(state) == 2130
    other = Now(2010.0, START + timedelta(seconds=9000))
    _, events = engine.restore(saved, Settings(), CATALOGUE, other, boot_id="b")
    assert names(events) == ["away", "present", "rested"]


def test_settings_changed_while_down_hold_at_the_start() -> None:
    """A rhythm that was switched off meanwhile has no prompt any more."""
    saved = engine.dump(after(fresh(), (2650, typed(2650))))
    off = settings(rhythm__stretch__enabled=False)
    state, events = engine.restore(saved, off, CATALOGUE, now(2660))
    assert names(events) == ["dropped"]
    assert engine.status(state, now(2660))["phase"] == "idle"


def test_screen_that_is_unlocked_at_the_start_ends_a_lock() -> None:
    """What the desktop says of the lock at the start counts."""
    saved = engine.dump(after(fresh(), (100, typed(100)), (100, told.Lock())))
    _, events = engine.restore(saved, Settings(), CATALOGUE, now(130), locked=False)
    assert names(events) == ["present", "rested"]


def test_saved_state_is_json_with_its_version() -> None:
    """The state file can be read by people."""
    assert msgspec.json.decode(engine.dump(fresh()))["version"] == 2
