"""Both ends of every bound, each with the log that it must give. Part of the table in scenarios.py."""

from __future__ import annotations

import json
from typing import Any

from tests.oracle.scenarios import nap, rhythm, scenario, settings

MOSTLY_HELD = {"nap": rhythm(480, length_s=60)}


def bound(rule: int, setting: str, trace: str, log: str, rhythms: dict[str, Any] | None = None) -> None:
    key, value = setting.split(" = ")
    scenario(rule, setting, trace, log, settings({key: json.loads(value)}, rhythms=rhythms))


bound(
    1,
    "away_after_s = 15",
    """
    0 active until=100
    200 finish
    """,
    """
    115 away since=115
    """,
)
bound(
    1,
    "away_after_s = 1800",
    """
    0 active until=100
    2000 finish
    """,
    """
    1900 away since=1900
    """,
    MOSTLY_HELD,
)
bound(
    2,
    "rest_s = 15",
    """
    0 active until=100
    100 lock
    107.5 unlock
    120 input
    241 input
    245 finish
    """,
    """
    100 away since=100
    107.5 present
    107.5 rested rhythm=nap away_s=7.5 desk_s_before=100 desk_s=50 prompt=false
    240 away since=240
    241 present
    241 rested rhythm=nap away_s=1 desk_s_before=182.5 desk_s=0 prompt=false
    """,
)
bound(
    2,
    "rest_s = 7200",
    """
    0 active until=100
    100 lock
    820 unlock
    830 finish
    """,
    """
    100 away since=100
    820 present
    820 rested rhythm=nap away_s=720 desk_s_before=100 desk_s=90 prompt=false
    """,
)
bound(
    3,
    "warn_s = 600",
    """
    0 active until=1200
    1200 finish
    """,
    """
    1200 warned rhythm=slow due_in_s=600
    """,
    {"slow": rhythm(30, length_s=60)},
)
bound(
    3,
    "warn_s = 600",
    """
    0 active until=300
    300 finish
    """,
    """
    300 warned rhythm=nap due_in_s=300
    """,
)
bound(
    4,
    "gap_s = 0",
    """
    0 active until=600
    600 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    """,
)
bound(
    4,
    "gap_s = 60",
    """
    0 active until=590
    650 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 waiting rhythm=nap for=["gap"]
    650 break_started rhythm=nap stretches=[] length_s=60
    """,
)
bound(
    4,
    "gap_max_s = 0",
    """
    0 active until=600
    600 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 break_started rhythm=nap stretches=[] length_s=60
    """,
)
bound(
    4,
    "gap_max_s = 1800",
    """
    0 active until=2500
    2400 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 waiting rhythm=nap for=["gap"]
    2400 break_started rhythm=nap stretches=[] length_s=60
    """,
)
bound(
    10,
    "settle_s = 0",
    """
    0 active until=595
    595 lock
    598 unlock
    598 active until=700
    600 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    595 away since=595
    598 present
    598 rested rhythm=nap away_s=3 desk_s_before=595 desk_s=589.05 prompt=false
    598 warned rhythm=nap due_in_s=10.95
    """,
)
bound(
    10,
    "settle_s = 600",
    """
    0 active until=595
    595 lock
    598 unlock
    598 active until=1300
    900 status
    1200 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    595 away since=595
    598 present
    598 rested rhythm=nap away_s=3 desk_s_before=595 desk_s=589.05 prompt=false
    900 status phase=waiting present=true
        rhythms={"nap":{"desk_s":891.05,"due_in_s":0}}
        holds=[] paused_until=null prompt={"rhythm":"nap","snoozes_left":2} break=null
    1198 warned rhythm=nap due_in_s=10
    """,
)
bound(
    12,
    "merge_s = 0",
    """
    0 active until=1000
    545 skip
    630 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    545 skipped rhythm=nap
    570 warned rhythm=slow due_in_s=60
    630 waiting rhythm=slow for=["gap"]
    """,
    {"nap": nap(), "slow": rhythm(10.5, length_s=120)},
)
bound(
    12,
    "merge_s = 0",
    """
    0 active until=1000
    600 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    600 waiting rhythm=slow for=["gap"]
    """,
    {"nap": nap(), "slow": rhythm(10, length_s=120)},
)
bound(
    12,
    "merge_s = 3600",
    """
    0 active until=1000
    600 finish
    """,
    """
    540 warned rhythm=slow due_in_s=60
    600 waiting rhythm=slow for=["gap"]
    """,
    {"nap": nap(), "slow": rhythm(70, length_s=120)},
)
bound(
    8,
    "release_s = 0",
    """
    0 active until=1000
    500 hold reason=dnd
    700 release reason=dnd
    701 finish
    """,
    """
    500 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    700 released
    700 warned rhythm=nap due_in_s=10
    """,
)
bound(
    8,
    "release_s = 600",
    """
    0 active until=1400
    500 hold reason=dnd
    700 release reason=dnd
    1305 finish
    """,
    """
    500 held reasons=["dnd"]
    600 waiting rhythm=nap for=["dnd"]
    1300 released
    1300 warned rhythm=nap due_in_s=10
    """,
)
bound(
    1,
    "silent_present_s = 0",
    """
    0 active until=100
    100 hold reason=meeting
    250 finish
    """,
    """
    100 held reasons=["meeting"]
    220 away since=220
    """,
)
bound(
    1,
    "silent_present_s = 14400",
    """
    0 active until=100
    100 hold reason=meeting
    20000 finish
    """,
    """
    100 held reasons=["meeting"]
    14620 away since=14620
    """,
    MOSTLY_HELD,
)
bound(
    6,
    "snooze_min = 1",
    """
    0 active until=700
    600 snooze
    660 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 waiting rhythm=nap for=["gap"]
    600 snoozed rhythm=nap for_s=60 left=1
    650 warned rhythm=nap due_in_s=10
    660 waiting rhythm=nap for=["gap"]
    """,
)
bound(
    6,
    "snooze_min = 120",
    """
    0 active until=8000
    600 snooze
    7790 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    600 waiting rhythm=nap for=["gap"]
    600 snoozed rhythm=nap for_s=7200 left=1
    7790 warned rhythm=nap due_in_s=10
    """,
)
bound(
    6,
    "snooze_limit = 0",
    """
    0 active until=700
    550 snooze
    551 status
    600 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 refused intent=snooze why=x
    551 status phase=warned present=true
        rhythms={"nap":{"desk_s":551,"due_in_s":49}}
        holds=[] paused_until=null prompt={"rhythm":"nap","snoozes_left":0} break=null
    600 waiting rhythm=nap for=["gap"]
    """,
)
bound(
    6,
    "snooze_limit = 20",
    """
    0 active until=700
    550 snooze
    550 finish
    """,
    """
    540 warned rhythm=nap due_in_s=60
    550 snoozed rhythm=nap for_s=300 left=19
    """,
)

# ---------------------------------------------------------------------------- rhythms

scenario(
    3,
    "every_min = 480",
    """
    0 active until=40000
    28800 finish
    """,
    """
    28740 warned rhythm=nap due_in_s=60
    28800 waiting rhythm=nap for=["gap"]
    """,
    settings(rhythms=MOSTLY_HELD),
)
scenario(
    5,
    "length_s = 5",
    """
    0 take_break
    10 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=5
    5 break_ended rhythm=nap outcome=taken done_s=5
    """,
    settings(rhythms={"nap": rhythm(10, length_s=5)}),
)
scenario(
    5,
    "length_s = 3600",
    """
    0 take_break
    1799.75 end
    1800 take_break
    5400 finish
    """,
    """
    0 break_started rhythm=nap stretches=[] length_s=3600
    1799.75 break_ended rhythm=nap outcome=cut_short done_s=1799.75
    1800 break_started rhythm=nap stretches=[] length_s=3600
    5400 break_ended rhythm=nap outcome=taken done_s=3600
    """,
    settings(rhythms={"nap": rhythm(10, length_s=3600)}),
)
scenario(
    5,
    "stretches = 1, then the next one",
    """
    0 take_break
    60 take_break
    61 finish
    """,
    """
    0 break_started rhythm=stretch stretches=["shoulder-roll"] length_s=60
    0 stretch_started stretch=shoulder-roll
    60 break_ended rhythm=stretch outcome=taken done_s=60
    60 break_started rhythm=stretch stretches=["neck-flexion"] length_s=50
    60 stretch_started stretch=neck-flexion
    """,
    settings(rhythms={"stretch": rhythm(45, stretches=1)}),
)
scenario(
    5,
    "stretches = 20, with three enabled",
    """
    0 take_break
    1 finish
    """,
    """
    0 break_started rhythm=stretch stretches=["shoulder-roll","neck-flexion","overhead-reach"] length_s=180
    0 stretch_started stretch=shoulder-roll
    """,
    settings(rhythms={"stretch": rhythm(45, stretches=20)}),
)
