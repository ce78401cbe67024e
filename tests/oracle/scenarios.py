"""What must happen when: traces with their exact event logs, derived by hand from the rules.

Both the oracle and the real engine are held against this table. Unless a scenario says otherwise, the only
rhythm is `nap`: every 10 minutes (warned at 540 s of desk time, due at 600 s), a plain pause of 60 s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.oracle.logs import Event, parse

LENGTHS = {"shoulder-roll": 60, "neck-flexion": 50, "overhead-reach": 70}
STRETCHES = {"enabled": list(LENGTHS)}


@dataclass(frozen=True)
class Scenario:
    """A trace under settings, and the log it must give."""

    name: str
    rule: int
    trace: list[Event]
    expected: list[Event]
    settings: dict[str, Any]
    lengths: dict[str, float] = field(default_factory=lambda: dict(LENGTHS))


SCENARIOS: list[Scenario] = []


def rhythm(every_min: float, **fields: Any) -> dict[str, Any]:
    return {"enabled": True, "every_min": every_min, **fields}


def nap(**fields: Any) -> dict[str, Any]:
    return rhythm(10, length_s=60, **fields)


def settings(timing: dict[str, Any] | None = None, **tables: Any) -> dict[str, Any]:
    """Only `nap`, or the rhythms given as `rhythms`."""
    rhythms = tables.pop("rhythms", None) or {"nap": nap()}
    table = {"stretch": {"enabled": False}, "eyes": {"enabled": False}, **rhythms}
    return {"timing": timing or {}, "rhythm": table, "stretches": STRETCHES, **tables}


DEFAULT = {"stretches": STRETCHES}


def scenario(rule: int, name: str, trace: str, log: str, under: dict[str, Any] | None = None) -> None:
    SCENARIOS.append(Scenario(name, rule, parse(trace), parse(log), settings() if under is None else under))


# ---------------------------------------------------------------------------- the worked examples

scenario(
    4,
    "worked example 1: typing on, the break opens after gap_max_s",
    """
    0 active until=2900
    2900 finish
    """,
    """
    2640 warned rhythm=stretch due_in_s=60
    2700 waiting rhythm=stretch for=["gap"]
    2820 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion","overhead-reach"] length_s=180
    2820 stretch_started stretch=shoulder-roll
    2880 stretch_started stretch=neck-flexion
    """,
    DEFAULT,
)
scenario(
    4,
    "worked example 2: the break opens in the first gap",
    """
    0 active until=2703
    3000 finish
    """,
    """
    2640 warned rhythm=stretch due_in_s=60
    2700 waiting rhythm=stretch for=["gap"]
    2708 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion","overhead-reach"] length_s=180
    2708 stretch_started stretch=shoulder-roll
    2768 stretch_started stretch=neck-flexion
    2818 stretch_started stretch=overhead-reach
    2888 break_ended rhythm=stretch outcome=taken done_s=180
    """,
    DEFAULT,
)
scenario(
    2,
    "worked example 3: a short absence takes a part of the desk time",
    """
    0 active until=1500
    1650 active until=4000
    3050 finish
    """,
    """
    1620 away since=1620
    1650 present
    1650 rested rhythm=stretch away_s=30 desk_s_before=1620 desk_s=1350 prompt=false
    2940 warned rhythm=stretch due_in_s=60
    3000 waiting rhythm=stretch for=["gap"]
    """,
    DEFAULT,
)
scenario(
    2,
    "worked example 4: rest_s of silence clear the desk time",
    """
    0 active until=1500
    1800 active until=4000
    4000 finish
    """,
    """
    1620 away since=1620
    1800 present
    1800 rested rhythm=stretch away_s=180 desk_s_before=1620 desk_s=0 prompt=false
    """,
    DEFAULT,
)
scenario(
    6,
    "worked example 5: a snooze comes back with a late warning",
    """
    0 active until=2900
    2650 snooze
    3000 finish
    """,
    """
    2640 warned rhythm=stretch due_in_s=60
    2650 snoozed rhythm=stretch for_s=300 left=1
    2940 warned rhythm=stretch due_in_s=10
    2950 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion","overhead-reach"] length_s=180
    2950 stretch_started stretch=shoulder-roll
    """,
    DEFAULT,
)
scenario(
    2,
    "worked example 6: a short lock below the mark ends the prompt",
    """
    0 active until=2650
    2650 lock
    2660 unlock
    2660 active until=2750
    2750 finish
    """,
    """
    2640 warned rhythm=stretch due_in_s=60
    2650 away since=2650
    2660 present
    2660 rested rhythm=stretch away_s=10 desk_s_before=2650 desk_s=2561.667 prompt=true
    2738.333 warned rhythm=stretch due_in_s=60
    """,
    DEFAULT,
)
scenario(
    8,
    "worked example 7: a meeting keeps the break back until 30 s after it",
    """
    0 active until=4000
    2000 hold reason=meeting
    3600 release reason=meeting
    3800 finish
    """,
    """
    2000 held reasons=["meeting"]
    2700 waiting rhythm=stretch for=["meeting"]
    3630 released
    3630 warned rhythm=stretch due_in_s=10
    3640 waiting rhythm=stretch for=["gap"]
    3760 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion","overhead-reach"] length_s=180
    3760 stretch_started stretch=shoulder-roll
    """,
    DEFAULT,
)

# ---------------------------------------------------------------------------- 1. presence

scenario(
    1,
    "silence in a meeting is presence for an hour from its beginning",
    """
    0 input
    50 hold reason=meeting
    4000 finish
    """,
    """
    50 held reasons=["meeting"]
    3770 away since=3770
    """,
    settings(rhythms={"nap": rhythm(120, length_s=60)}),
)
scenario(
    1,
    "silence counts from the end of a film",
    """
    0 input
    100 hint name=watching
    500 unhint name=watching
    700 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    660 break_ended rhythm=nap outcome=taken done_s=60
    """,
)
scenario(
    1,
    "a film wakes nobody who is away, an input does",
    """
    0 input
    200 hint name=watching
    300 input
    450 finish
    """,
    """
    120 away since=120
    300 present
    300 rested rhythm=nap away_s=180 desk_s_before=120 desk_s=0 prompt=false
    """,
)
scenario(
    1,
    "after a wake the first input ends the absence, under a lock nothing but the unlock does",
    """
    0 active until=100
    100 sleep
    110 input
    115 wake
    130 input
    140 lock
    145 input
    150 unlock
    150 status
    160 finish
    """,
    """
    100 away since=100
    130 present
    130 rested rhythm=nap away_s=30 desk_s_before=100 desk_s=90 prompt=false
    140 away since=140
    150 present
    150 rested rhythm=nap away_s=10 desk_s_before=100 desk_s=96.667 prompt=false
    150 status phase=working present=true
        rhythms={"nap":{"desk_s":96.667,"due_in_s":503.333}}
        holds=[] paused_until=null prompt=null break=null
    """,
)

# ---------------------------------------------------------------------------- 2. rest

scenario(
    2,
    "an absence keeps the kind it began with: silence, though locked later",
    """
    0 active until=100
    300 lock
    310 unlock
    320 finish
    """,
    """
    220 away since=220
    310 present
    310 rested rhythm=nap away_s=90 desk_s_before=220 desk_s=110 prompt=false
    """,
)
scenario(
    2,
    "a rhythm may rest faster than others",
    """
    0 active until=300
    300 lock
    330 unlock
    340 finish
    """,
    """
    300 away since=300
    330 present
    330 rested rhythm=nap away_s=30 desk_s_before=300 desk_s=270 prompt=false
    330 rested rhythm=gaze away_s=30 desk_s_before=300 desk_s=0 prompt=false
    """,
    settings(rhythms={"nap": nap(), "gaze": rhythm(20, length_s=20, rest_s=20)}),
)
scenario(
    2,
    "a snooze that ran out while away, with desk time still above the mark, comes after settling",
    """
    0 active until=598
    550 snooze minutes=1
    598 lock
    613 unlock
    613 active until=700
    674 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 snoozed rhythm=nap for_s=60 left=1
    598 away since=598
    613 present
    613 rested rhythm=nap away_s=15 desk_s_before=598 desk_s=568.1 prompt=false
    673 warned rhythm=nap due_in_s=10
    """,
)

# ---------------------------------------------------------------------------- 3 and 4. warning, due

scenario(
    3,
    "a warning takes no more than half of the interval",
    """
    0 active until=61
    61 finish
    """,
    """
    30 warned rhythm=nap due_in_s=30
    60 waiting rhythm=nap for=["gap"]
    """,
    settings(rhythms={"nap": rhythm(1, length_s=60)}),
)
scenario(
    3,
    "without a warning the break comes unannounced, after a hold with ten seconds",
    """
    0 active until=590
    650 hold reason=dnd
    720 input
    820 input
    920 input
    1020 input
    1120 input
    1220 input
    1320 input
    1330 release reason=dnd
    1360 input
    1375 finish
    """,
    """
    600 break_started rhythm=nap stretches=[] length_s=60
    650 held reasons=["dnd"]
    660 break_ended rhythm=nap outcome=taken done_s=60
    1260 waiting rhythm=nap for=["dnd"]
    1360 released
    1360 warned rhythm=nap due_in_s=10
    1370 break_started rhythm=nap stretches=[] length_s=60
    """,
    settings({"warn_s": 0}),
)

# ---------------------------------------------------------------------------- 5. the break

scenario(
    5,
    "half a break is a taken one",
    """
    0 active until=590
    630 end
    640 status
    640 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    630 break_ended rhythm=nap outcome=taken done_s=30
    640 status phase=working present=true
        rhythms={"nap":{"desk_s":10,"due_in_s":590}}
        holds=[] paused_until=null prompt=null break=null
    """,
)
scenario(
    5,
    "less than half leaves half of the interval at most, and less the more was done",
    """
    0 active until=590
    624 end
    624 status
    624 take_break
    636 end
    636 status
    636 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    624 break_ended rhythm=nap outcome=cut_short done_s=24
    624 status phase=working present=true
        rhythms={"nap":{"desk_s":300,"due_in_s":300}}
        holds=[] paused_until=null prompt=null break=null
    624 break_started rhythm=nap stretches=[] length_s=60
    636 break_ended rhythm=nap outcome=cut_short done_s=12
    636 status phase=working present=true
        rhythms={"nap":{"desk_s":240,"due_in_s":360}}
        holds=[] paused_until=null prompt=null break=null
    """,
)
scenario(
    5,
    "next, previous and repeat move through the stretches; the place in the list does not go back",
    """
    0 take_break rhythm=stretch
    10 previous
    20 next
    30 previous
    40 repeat
    50 next
    60 next
    70 next
    80 take_break rhythm=stretch
    80 finish
    """,
    """
    0 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion"] length_s=110
    0 stretch_started stretch=shoulder-roll
    10 refused intent=previous why=x
    20 stretch_started stretch=neck-flexion
    30 stretch_started stretch=shoulder-roll
    40 stretch_started stretch=shoulder-roll
    50 stretch_started stretch=neck-flexion
    60 break_ended rhythm=stretch outcome=taken done_s=60
    70 refused intent=next why=x
    80 break_started rhythm=stretch stretches=["overhead-reach","shoulder-roll"] length_s=130
    80 stretch_started stretch=overhead-reach
    """,
    settings(rhythms={"stretch": rhythm(45, stretches=2)}),
)
scenario(
    5,
    "a break pause of 300 s ends the break; pausing is not doing",
    """
    0 take_break
    10 break_pause
    20 break_pause
    40 break_resume
    45 break_resume
    50 break_pause
    360 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=60
    20 refused intent=break_pause why=x
    45 refused intent=break_resume why=x
    350 break_ended rhythm=nap outcome=cut_short done_s=20
    """,
)
scenario(
    5,
    "a lock during the break rests nothing; one that outlasts it counts from its end",
    """
    0 active until=300
    300 take_break rhythm=nap
    310 lock
    320 unlock
    330 lock
    390 unlock
    390 finish
    """,
    """
    300 break_started rhythm=nap stretches=[] length_s=60
    360 break_ended rhythm=nap outcome=taken done_s=60
    360 away since=360
    390 present
    390 rested rhythm=slow away_s=30 desk_s_before=300 desk_s=270 prompt=false
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(20, length_s=120)}),
)
scenario(
    5,
    "length_s shows the stretches that fit and lasts on",
    """
    0 take_break
    130 finish
    """,
    """
    0 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion"] length_s=120
    0 stretch_started stretch=shoulder-roll
    60 stretch_started stretch=neck-flexion
    120 break_ended rhythm=stretch outcome=taken done_s=120
    """,
    settings(rhythms={"stretch": rhythm(45, stretches=3, length_s=120)}),
)
scenario(
    5,
    "a shorter break leaves the longer rhythm, a longer one clears the shorter",
    """
    0 active until=300
    300 take_break rhythm=nap
    360 take_break rhythm=slow
    480 status
    480 finish
    """,
    """
    300 break_started rhythm=nap stretches=[] length_s=60
    360 break_ended rhythm=nap outcome=taken done_s=60
    360 break_started rhythm=slow stretches=[] length_s=120
    480 break_ended rhythm=slow outcome=taken done_s=120
    480 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600},"slow":{"desk_s":0,"due_in_s":1200}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(20, length_s=120)}),
)

# ---------------------------------------------------------------------------- 6. snooze and short

scenario(
    6,
    "an open break can be snoozed, without outcome",
    """
    0 active until=595
    550 start short=true
    610 snooze minutes=1
    680 snooze
    685 start
    700 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 refused intent=start why=x
    600 break_started rhythm=nap stretches=[] length_s=60
    610 snoozed rhythm=nap for_s=60 left=0
    660 warned rhythm=nap due_in_s=10
    670 break_started rhythm=nap stretches=[] length_s=60
    680 refused intent=snooze why=x
    685 refused intent=start why=x
    """,
    settings({"snooze_limit": 1}),
)
scenario(
    6,
    "the short version shows the first stretch and counts by the full length",
    """
    0 active until=545
    550 start short=true
    610 status
    610 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 break_started rhythm=nap stretches=["shoulder-roll"] length_s=60
    550 stretch_started stretch=shoulder-roll
    610 break_ended rhythm=nap outcome=short done_s=60
    610 status phase=working present=true
        rhythms={"nap":{"desk_s":300,"due_in_s":300}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings({"snooze_limit": 0}, rhythms={"nap": rhythm(10, stretches=3)}),
)
scenario(
    6,
    "a short break ended early is cut short, however near its end",
    """
    0 active until=545
    550 start short=true
    605 next
    610 status
    610 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 break_started rhythm=nap stretches=["shoulder-roll"] length_s=60
    550 stretch_started stretch=shoulder-roll
    605 break_ended rhythm=nap outcome=cut_short done_s=55
    610 status phase=working present=true
        rhythms={"nap":{"desk_s":305,"due_in_s":295}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings({"snooze_limit": 0}, rhythms={"nap": rhythm(10, stretches=3)}),
)

# ---------------------------------------------------------------------------- 7. skip

scenario(
    7,
    "three skips in a row ask once and start a new row",
    """
    0 active until=9000
    550 skip
    551 skip
    1095 skip
    1640 skip
    2185 skip
    2730 skip
    3275 skip
    3275 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 skipped rhythm=nap
    551 refused intent=skip why=x
    1090 warned rhythm=nap due_in_s=60
    1095 skipped rhythm=nap
    1635 warned rhythm=nap due_in_s=60
    1640 skipped rhythm=nap
    1640 asked rhythm=nap
    2180 warned rhythm=nap due_in_s=60
    2185 skipped rhythm=nap
    2725 warned rhythm=nap due_in_s=60
    2730 skipped rhythm=nap
    3270 warned rhythm=nap due_in_s=60
    3275 skipped rhythm=nap
    3275 asked rhythm=nap
    """,
)
scenario(
    7,
    "a strict rhythm refuses skip, an open break too; end is always possible",
    """
    0 active until=595
    550 skip
    610 skip
    620 end
    620 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 refused intent=skip why=x
    600 break_started rhythm=nap stretches=[] length_s=60
    610 refused intent=skip why=x
    620 break_ended rhythm=nap outcome=cut_short done_s=20
    """,
    settings(rhythms={"nap": nap(strict=True)}),
)
scenario(
    7,
    "a snoozed prompt can be skipped",
    """
    0 active until=1000
    550 snooze
    560 skip
    560 status
    1000 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 snoozed rhythm=nap for_s=300 left=1
    560 skipped rhythm=nap
    560 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600}}
        holds=[] paused_until=null prompt=null break=null
    """,
)

# ---------------------------------------------------------------------------- 8. holds

scenario(
    8,
    "the last of two holds releases; what holds is told when it changes",
    """
    0 active until=800
    500 hold reason=fullscreen
    610 hold reason=meeting
    620 release reason=fullscreen
    700 release reason=meeting
    720 hold reason=meeting
    721 release reason=meeting
    751 finish
    """,
    """
    500 held reasons=["fullscreen"]
    600 waiting rhythm=nap for=["fullscreen"]
    610 held reasons=["meeting","fullscreen"]
    610 waiting rhythm=nap for=["meeting","fullscreen"]
    650 held reasons=["meeting"]
    650 waiting rhythm=nap for=["meeting"]
    751 released
    751 warned rhythm=nap due_in_s=10
    """,
)
scenario(
    8,
    "a meeting closes an open break, full screen leaves it",
    """
    0 take_break
    10 hold reason=fullscreen
    29 hold reason=meeting
    30 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=60
    10 held reasons=["fullscreen"]
    29 held reasons=["meeting","fullscreen"]
    29 break_ended rhythm=nap outcome=cut_short done_s=29
    """,
)
scenario(
    8,
    "a break held back is cleared by a rest",
    """
    0 active until=700
    500 hold reason=meeting
    700 lock
    1000 unlock
    1000 release reason=meeting
    1000 active until=1100
    1100 finish
    """,
    """
    500 held reasons=["meeting"]
    600 waiting rhythm=nap for=["meeting"]
    700 away since=700
    1000 present
    1000 rested rhythm=nap away_s=300 desk_s_before=700 desk_s=0 prompt=true
    1030 released
    """,
)
scenario(
    8,
    "a hold that is not heeded holds nothing",
    """
    0 active until=595
    500 hold reason=dnd
    600 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    """,
    settings(holds={"dnd": False}),
)

# ---------------------------------------------------------------------------- 9. pause

scenario(
    9,
    "a pause freezes desk time and drops the prompt, which comes back late",
    """
    0 begin at=2026-03-02T09:00:00 timezone=Europe/Berlin
    0 active until=2000
    560 pause for_s=600
    600 status
    1160 status
    1200 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    560 paused until=2026-03-02T09:19:20+01:00
    560 dropped rhythm=nap why=paused
    600 status phase=paused present=true
        rhythms={"nap":{"desk_s":560,"due_in_s":40}}
        holds=[] paused_until=2026-03-02T09:19:20+01:00 prompt=null break=null
    1160 resumed
    1160 warned rhythm=nap due_in_s=40
    1160 status phase=warned present=true
        rhythms={"nap":{"desk_s":560,"due_in_s":40}}
        holds=[] paused_until=null prompt={"rhythm":"nap","snoozes_left":2} break=null
    1200 waiting rhythm=nap for=["gap"]
    """,
)
scenario(
    9,
    "until a time of day is the next such moment, until tomorrow the next beginning of a day",
    """
    0 begin at=2026-03-28T23:00:00 timezone=Europe/Berlin
    0 pause until=23:00
    1 pause until=06:00
    2 pause until=tomorrow
    3 resume
    4 resume
    5 finish
    """,
    """
    0 paused until=2026-03-29T23:00:00+02:00
    1 paused until=2026-03-29T06:00:00+02:00
    2 paused until=2026-03-29T05:00:00+02:00
    3 resumed
    4 refused intent=resume why=x
    """,
)
scenario(
    9,
    "a pause without an end reminds every four hours, and absences rest meanwhile",
    """
    0 active until=300
    300 pause
    450 lock
    600 unlock
    600 active until=40000
    30000 finish
    """,
    """
    300 paused until=resumed
    420 away since=420
    600 present
    600 rested rhythm=nap away_s=180 desk_s_before=300 desk_s=0 prompt=false
    14700 reminded
    29100 reminded
    """,
)
scenario(
    9,
    "a pause ends an open break",
    """
    0 take_break
    40 pause for_s=10
    60 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=60
    40 paused until=2026-01-01T00:00:50+00:00
    40 break_ended rhythm=nap outcome=taken done_s=40
    50 resumed
    """,
)

# ---------------------------------------------------------------------------- 10. return

scenario(
    10,
    "after an unlock nothing comes for settle_s, then late what is due",
    """
    0 active until=595
    595 lock
    598 unlock
    598 active until=700
    662 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    595 away since=595
    598 present
    598 rested rhythm=nap away_s=3 desk_s_before=595 desk_s=589.05 prompt=false
    658 warned rhythm=nap due_in_s=10
    """,
)

# ---------------------------------------------------------------------------- 11. hours

HOURS = {
    "enabled": True,
    **{day: ["09:00-09:20", "22:00-02:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
}

scenario(
    11,
    "out of hours the person is away: the prompt is dropped, desk time rests",
    """
    0 begin at=2026-03-02T09:10:30 timezone=Europe/Berlin
    0 active until=5000
    580 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    570 hours_ended
    570 away since=570
    570 dropped rhythm=nap why=hours
    """,
    settings(hours=HOURS),
)
scenario(
    11,
    "the start of hours brings back who was at work, then settles; over midnight too",
    """
    0 begin at=2026-03-02T21:55:00 timezone=Europe/Berlin
    200 active until=400
    14800 finish
    """,
    """
    300 hours_started
    300 present
    520 away since=520
    14700 hours_ended
    """,
    settings(hours=HOURS),
)
scenario(
    11,
    "a break runs on at the end of hours",
    """
    0 begin at=2026-03-02T09:19:30 timezone=Europe/Berlin
    0 take_break
    70 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=60
    30 hours_ended
    60 break_ended rhythm=nap outcome=taken done_s=60
    60 away since=60
    """,
    settings(hours=HOURS),
)

# ---------------------------------------------------------------------------- 12. two together

scenario(
    12,
    "a longer break within merge_s is brought forward; skip clears both",
    """
    0 active until=600
    560 skip
    560 status
    560 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    560 skipped rhythm=slow
    560 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600},"slow":{"desk_s":0,"due_in_s":720}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(12, length_s=120)}),
)
scenario(
    12,
    "a longer one further off comes by itself; until then it waits for the shorter one's outcome",
    """
    0 active until=2000
    560 hold reason=dnd
    690 skip
    690 release reason=dnd
    720 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    560 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    690 skipped rhythm=nap
    720 released
    720 warned rhythm=slow due_in_s=15
    """,
    settings({"merge_s": 60}, rhythms={"nap": nap(), "slow": rhythm(12.25, length_s=120)}),
)
scenario(
    12,
    "a shorter one joins a longer prompt under way",
    """
    0 active until=2000
    630 start
    650 end
    650 status
    650 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    600 waiting rhythm=slow for=["gap"]
    630 break_started rhythm=slow stretches=[] length_s=120
    650 break_ended rhythm=slow outcome=cut_short done_s=20
    650 status phase=working present=true
        rhythms={"nap":{"desk_s":330,"due_in_s":330},"slow":{"desk_s":300,"due_in_s":300}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"nap": rhythm(11, length_s=60), "slow": rhythm(10, length_s=120)}),
)
scenario(
    12,
    "a late card takes in everything due by then or soon after, named after the longest",
    """
    0 active until=2000
    500 hold reason=dnd
    790 release reason=dnd
    825 skip
    825 status
    825 finish
    """,
    """
    500 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    820 released
    820 warned rhythm=slow due_in_s=10
    825 skipped rhythm=slow
    825 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600},"slow":{"desk_s":0,"due_in_s":900}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(15, length_s=120)}),
)
scenario(
    12,
    "a shorter one waits for a snoozed longer one, if that comes back soon enough",
    """
    0 active until=2000
    550 snooze
    845 skip
    845 status
    845 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    550 snoozed rhythm=slow for_s=300 left=1
    840 warned rhythm=slow due_in_s=10
    845 skipped rhythm=slow
    845 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":810},"slow":{"desk_s":0,"due_in_s":600}}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"nap": rhythm(13.5, length_s=60), "slow": rhythm(10, length_s=120)}),
)
scenario(
    12,
    "a shorter one due well before the snooze of a longer one ends comes by itself",
    """
    0 active until=715
    550 snooze
    845 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    550 snoozed rhythm=slow for_s=300 left=1
    645 warned rhythm=nap due_in_s=60
    705 waiting rhythm=nap for=["gap"]
    720 break_started rhythm=nap stretches=[] length_s=60
    780 break_ended rhythm=nap outcome=taken done_s=60
    840 warned rhythm=slow due_in_s=10
    """,
    settings(rhythms={"nap": rhythm(11.75, length_s=60), "slow": rhythm(10, length_s=120)}),
)
scenario(
    12,
    "a break that sets back a rhythm ends the prompt it has of its own",
    """
    0 active until=545
    550 take_break rhythm=slow
    700 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 break_started rhythm=slow stretches=[] length_s=120
    670 break_ended rhythm=slow outcome=taken done_s=120
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(20, length_s=120)}),
)

scenario(
    12,
    "without a warning, two due at the same moment are one break, too",
    """
    0 active until=590
    610 snooze
    700 finish
    """,
    """
    600 break_started rhythm=slow stretches=[] length_s=120
    610 snoozed rhythm=slow for_s=300 left=1
    """,
    settings({"warn_s": 0}, rhythms={"nap": nap(), "slow": rhythm(10, length_s=120)}),
)

# ---------------------------------------------------------------------------- 13. the clock

scenario(
    13,
    "a jump of the wall clock moves no duration, but the moment of a time of day",
    """
    0 begin at=2026-03-02T05:00:00 timezone=Europe/Berlin
    0 active until=1000
    100 pause until=06:00
    200 clock shift_s=3000
    600 pause for_s=300
    700 clock shift_s=-3600
    900 status
    900 finish
    """,
    """
    100 paused until=2026-03-02T06:00:00+01:00
    600 resumed
    600 paused until=2026-03-02T06:05:00+01:00
    900 resumed
    900 status phase=working present=true
        rhythms={"nap":{"desk_s":100,"due_in_s":500}}
        holds=[] paused_until=null prompt=null break=null
    """,
)

# ---------------------------------------------------------------------------- 14. restart

scenario(
    14,
    "a short restart goes on as if the time had stood still, but for a snooze",
    """
    0 active until=2000
    100 restart down_s=50
    600 snooze minutes=1
    610 restart down_s=45
    655 status
    655 finish
    """,
    """
    590 warned rhythm=nap due_in_s=60
    600 snoozed rhythm=nap for_s=60 left=1
    655 warned rhythm=nap due_in_s=10
    655 status phase=warned present=true
        rhythms={"nap":{"desk_s":560,"due_in_s":10}}
        holds=[] paused_until=null prompt={"rhythm":"nap","snoozes_left":1} break=null
    """,
)
scenario(
    14,
    "a long restart is an absence as by lock; an open break ended at the stop",
    """
    0 active until=9000
    300 take_break rhythm=nap
    340 restart down_s=150
    500 finish
    """,
    """
    300 break_started rhythm=nap stretches=[] length_s=60
    490 break_ended rhythm=nap outcome=taken done_s=40
    490 away since=340
    490 present
    490 rested rhythm=slow away_s=150 desk_s_before=300 desk_s=150 prompt=false
    """,
    settings(rhythms={"nap": nap(), "slow": rhythm(20, length_s=120)}),
)
scenario(
    14,
    "a long restart keeps a pause and the kind of an absence",
    """
    0 active until=100
    50 pause for_s=500
    300 restart down_s=200
    500 status
    550 status
    560 finish
    """,
    """
    50 paused until=2026-01-01T00:09:10+00:00
    220 away since=220
    500 present
    500 rested rhythm=nap away_s=280 desk_s_before=50 desk_s=0 prompt=false
    500 status phase=paused present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600}}
        holds=[] paused_until=2026-01-01T00:09:10+00:00 prompt=null break=null
    550 resumed
    550 status phase=working present=true
        rhythms={"nap":{"desk_s":0,"due_in_s":600}}
        holds=[] paused_until=null prompt=null break=null
    """,
)

scenario(
    14,
    "a long stop during an absence is settled after, whatever kind the absence keeps",
    """
    0 active until=650
    500 hold reason=dnd
    800 restart down_s=150
    950 active until=1100
    960 release reason=dnd
    1011 finish
    """,
    """
    500 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    770 away since=770
    950 present
    950 rested rhythm=nap away_s=180 desk_s_before=770 desk_s=750.424 prompt=false
    990 released
    1010 warned rhythm=nap due_in_s=10
    """,
    settings({"rest_s": 7200}),
)

scenario(
    14,
    "silence that a film left behind stands still in a short restart",
    """
    0 input
    100 hint name=watching
    500 unhint name=watching
    550 restart down_s=50
    700 finish
    """,
    """
    670 away since=670
    """,
    settings(rhythms={"nap": rhythm(120, length_s=60)}),
)

# ---------------------------------------------------------------------------- 15. settings

scenario(
    15,
    "an interval made shorter than the desk time comes after a full warning; one out of bounds is refused",
    """
    0 active until=1000
    400 settings set={"rhythm.nap.every_min":5}
    410 settings set={"rhythm.nap.every_min":0.5}
    410 settings set={"rhythm.nap.every_min":20}
    461 finish
    """,
    """
    400 warned rhythm=nap due_in_s=60
    410 refused intent=settings why=x
    460 waiting rhythm=nap for=["gap"]
    """,
)
scenario(
    15,
    "a full warning that was owed is forgotten when the interval is long again",
    """
    0 active until=2000
    540 hold reason=dnd
    560 settings set={"rhythm.slow.every_min":5}
    570 settings set={"rhythm.slow.every_min":20}
    580 skip
    580 release reason=dnd
    1120 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    540 held reasons=["dnd"]
    580 skipped rhythm=nap
    610 released
    1120 warned rhythm=nap due_in_s=60
    """,
    settings({"merge_s": 15}, rhythms={"nap": nap(), "slow": rhythm(20, length_s=120)}),
)
scenario(
    9,
    "where nothing is warned on time, a pause still gives ten seconds",
    """
    0 active until=2000
    500 hold reason=dnd
    610 pause for_s=30
    610 release reason=dnd
    650 finish
    """,
    """
    500 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    610 paused until=2026-01-01T00:10:40+00:00
    610 dropped rhythm=nap why=paused
    640 released
    640 resumed
    640 warned rhythm=nap due_in_s=10
    650 waiting rhythm=nap for=["gap"]
    """,
    settings({"warn_s": 0}),
)
scenario(
    1,
    "a shorter limit of silent presence counts from the change",
    """
    0 input
    100 hold reason=meeting
    700 settings set={"timing.silent_present_s":0}
    830 finish
    """,
    """
    100 held reasons=["meeting"]
    820 away since=820
    """,
    settings(rhythms={"nap": rhythm(120, length_s=60)}),
)
scenario(
    10,
    "a sleep during the break of somebody away is settled after, too",
    """
    0 input
    200 take_break rhythm=nap
    210 sleep
    220 wake
    300 active until=400
    365 finish
    """,
    """
    120 away since=120
    200 break_started rhythm=nap stretches=[] length_s=60
    260 break_ended rhythm=nap outcome=taken done_s=60
    300 present
    300 rested rhythm=slow away_s=40 desk_s_before=120 desk_s=93.333 prompt=false
    360 warned rhythm=slow due_in_s=26.667
    """,
    settings(rhythms={"nap": rhythm(60, length_s=60), "slow": rhythm(3, length_s=120)}),
)
scenario(
    15,
    "disabling a rhythm drops its prompt",
    """
    0 active until=1000
    550 settings set={"rhythm.nap.enabled":false}
    551 status
    551 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 dropped rhythm=nap why=disabled
    551 status phase=idle present=true
        rhythms={}
        holds=[] paused_until=null prompt=null break=null
    """,
)

# ---------------------------------------------------------------------------- 16 and 17

scenario(
    16,
    "a break taken by wish opens in a hold, a pause and away, not in another break",
    """
    0 hold reason=meeting
    10 pause
    20 lock
    30 take_break
    40 take_break
    50 start
    90 finish
    """,
    """
    0 held reasons=["meeting"]
    10 paused until=resumed
    20 away since=20
    30 break_started rhythm=nap stretches=[] length_s=60
    40 refused intent=take_break why=x
    50 refused intent=start why=x
    90 break_ended rhythm=nap outcome=taken done_s=60
    """,
)
scenario(
    17,
    "with nothing enabled the app idles",
    """
    0 active until=100
    50 take_break
    60 snooze
    70 skip
    80 status
    100 finish
    """,
    """
    50 refused intent=take_break why=x
    60 refused intent=snooze why=x
    70 refused intent=skip why=x
    80 status phase=idle present=true
        rhythms={}
        holds=[] paused_until=null prompt=null break=null
    """,
    settings(rhythms={"stretch": {"enabled": False}}),
)
