"""What buttons and commands ask of the running program."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.services.world import World

from unhunch.domain.settings import Settings, with_changes
from unhunch.services.desk import Desk


class FakeSettingsStore:
    path = Path("settings.toml")

    def __init__(self) -> None:
        self.settings = Settings()
        self.read_only = False

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        return self.settings, ()

    def save(self, changes: Mapping[str, Any]) -> Settings:
        if self.read_only:
            raise OSError("The settings cannot be written to settings.toml.")
        self.settings = with_changes(self.settings, changes)
        return self.settings


class FakeAutostart:
    def __init__(self) -> None:
        self.enabled = False

    def is_enabled(self) -> bool:
        return self.enabled

    def set_enabled(self, enabled: bool) -> None:
        self.enabled = enabled


class Around:
    """A desk in a made-up world, with everything that it was asked to do."""

    def __init__(self) -> None:
        self.world = World()
        self.store = FakeSettingsStore()
        self.autostart = FakeAutostart()
        self.calls: list[str] = []
        self.followed: list[Settings] = []
        self.desk = Desk(
            session=self.world.session,
            settings_store=self.store,
            autostart=self.autostart,
            history=self.world.history,
            clock=self.world.clock,
            show=lambda: self.calls.append("show"),
            leave=lambda: self.calls.append("leave"),
        )
        self.desk.follow_settings(self.followed.append)

    def ask(self, command: str, **fields: Any) -> dict[str, Any]:
        return self.desk.answer({"command": command, **fields})


@pytest.fixture
def around() -> Around:
    return Around()


def test_status_answers_with_the_status_object(around: Around) -> None:
    """The answer is what the simulator prints as status."""
    around.world.run_s(600)
    answer = around.ask("status")
    assert answer["ok"]
    assert answer["status"]["phase"] == "working"
    assert answer["status"]["rhythms"] == {"stretch": {"desk_s": 600, "due_in_s": 2100}}


def test_a_command_does_what_the_button_does(around: Around) -> None:
    """A break taken by command opens, and can be moved about in and ended by command."""
    for command in ("take_break", "next", "previous", "repeat", "break_pause", "break_resume", "end"):
        assert around.ask(command)["ok"], command
    assert [name for _, name in around.world.log if name.startswith("break")] == [
        "break_started",
        "break_ended",
    ]


def test_a_refused_command_gives_the_reason(around: Around) -> None:
    """Snoozing nothing is refused in a sentence."""
    answer = around.ask("snooze")
    assert answer["ok"] is False
    assert answer["error"].endswith(".")


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("bogus", {}),
        ("snooze", {"minutes": "five"}),
        ("snooze", {"seconds": 5}),
        ("start", {"short": 1}),
        ("pause", {"for_s": True}),
        ("set", {"timing.warn_s": 100000}),
        ("set", {"timing.bogus": 1}),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    around: Around, command: str, fields: dict[str, Any]
) -> None:
    """Unknown commands, fields and values each give one sentence."""
    before = around.world.session.view()
    answer = around.ask(command, **fields)
    assert answer["ok"] is False
    assert answer["error"]
    assert type(answer["error"]) is str  # what goes over the socket knows no other texts
    assert around.world.session.view() == before
    assert around.followed == []


def test_pause_and_resume(around: Around) -> None:
    """A pause by command is told in the answer, and a resume ends it."""
    assert around.ask("pause", for_s=1800)["status"]["paused_until"] == "2026-03-02T09:30:00+01:00"
    assert around.ask("resume")["status"]["paused_until"] is None


def test_why_tells_the_last_events(around: Around) -> None:
    """The question after a missed break is answered with the status and what was recorded."""
    around.world.run_s(2650)
    answer = around.ask("why")
    assert [event["event"] for event in answer["events"]] == ["warned"]


def test_show_and_quit_reach_the_app(around: Around) -> None:
    """A second start asks for the window; quit ends the program."""
    around.ask("show")
    around.ask("quit")
    assert around.calls == ["show", "leave"]


def test_settings_reach_file_engine_and_windows(around: Around) -> None:
    """A change is saved, applied at once, and every follower hears of it."""
    assert around.desk.change_settings({"rhythm.stretch.every_min": 20}) is None
    assert around.store.settings.rhythm["stretch"].every_min == 20
    assert around.world.session.view().rhythms[0].every_s == 1200
    assert [settings.rhythm["stretch"].every_min for settings in around.followed] == [20]


def test_a_file_that_cannot_be_written_is_a_sentence(around: Around) -> None:
    """The window shows why; nothing is applied that was not saved."""
    around.store.read_only = True
    why = around.desk.change_settings({"rhythm.stretch.every_min": 20})
    assert why == "The settings cannot be written to settings.toml."
    assert around.followed == []


def test_start_at_login_is_told_to_the_system(around: Around) -> None:
    """The switch writes the desktop's own autostart entry."""
    around.desk.change_settings({"startup.at_login": True})
    assert around.autostart.enabled
    around.desk.change_settings({"startup.at_login": False})
    assert not around.autostart.enabled


@pytest.mark.parametrize("changes", [{"startup.at_login": "maybe"}, {"startup": {"at_login": 1}}])
def test_a_refused_switch_is_not_told_to_the_system(around: Around, changes: dict[str, Any]) -> None:
    """What is neither on nor off is refused, and changes nothing; nor does what goes with a wrong value."""
    assert around.desk.change_settings(changes)
    assert around.desk.change_settings({"startup.at_login": True, "timing.warn_s": -1})
    assert not around.autostart.enabled


def test_a_switch_that_cannot_be_saved_is_taken_back(around: Around) -> None:
    """The entry at login and the settings file say the same."""
    around.store.read_only = True
    assert around.desk.change_settings({"startup.at_login": True})
    assert not around.autostart.enabled


def test_the_switch_within_its_table_is_the_same_switch(around: Around) -> None:
    """Changes may come as tables."""
    assert around.desk.change_settings({"startup": {"at_login": True}}) is None
    assert around.autostart.enabled


def test_how_it_feels_is_recorded(around: Around) -> None:
    """The one-tap answer after a break goes into the history."""
    around.desk.feel("better")
    assert around.world.history.rows[-1][0] == {"event": "felt", "feeling": "better"}
