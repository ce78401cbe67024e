"""The time zone that the environment names."""

import os
import time
from datetime import datetime


def put_zone_right() -> str | None:
    """Go by UTC where the zone is none that a calendar knows (`TZ=UTC+25`); return a sentence that says so.

    Whatever asks for the local time after that would fail.
    """
    try:
        datetime.now().astimezone()
    except (ValueError, OverflowError):
        named = os.environ.get("TZ")
        os.environ["TZ"] = "UTC"
        if hasattr(time, "tzset"):
            time.tzset()
        told = f"The time zone “{named}”" if named else "This machine's time zone"
        return f"{told} is a day or more from UTC; times are in UTC."
    return None
