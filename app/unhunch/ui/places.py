"""Where the person's files are, as the windows show it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Places:
    """Where the person's files are, as paths to show."""

    settings: str = ""
    stretches: str = ""
    history: str = ""
    log: str = ""
