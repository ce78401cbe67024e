"""Starts the program at login, the way desktops on Linux agree on (XDG autostart)."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from unhunch.adapters.files import write_atomically

_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Unhunch
Comment=Reminds you to take a break and shows you how to stretch
Exec={command}
Icon=unhunch
Terminal=false
Categories=Utility;
X-GNOME-Autostart-enabled=true
"""
_OFF = re.compile(r"^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.I | re.M)
# Characters that stand for themselves in an Exec line; an argument with any other is quoted.
_PLAIN = re.compile(r"[A-Za-z0-9_/.,:=@+-]+")


class XdgAutostart:
    """A desktop file in the person's autostart folder."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._file = folder / "unhunch.desktop"
        self._command = command

    def is_enabled(self) -> bool:
        """Whether the file is there and no desktop's own settings have switched it off."""
        try:
            return not _OFF.search(self._file.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return False

    def set_enabled(self, enabled: bool) -> None:
        """Write the file for the program as it runs now, or remove it. Raises OSError."""
        if enabled:
            line = " ".join(_quoted(argument) for argument in self._command)
            write_atomically(self._file, _ENTRY.format(command=line).encode())
        else:
            self._file.unlink(missing_ok=True)


class NullAutostart:
    """No way to start at login here."""

    def is_enabled(self) -> bool:
        """Never."""
        return False

    def set_enabled(self, enabled: bool) -> None:
        """Raises OSError where it is asked for."""
        if enabled:
            raise OSError("this system cannot be told yet to start Unhunch at login")


def open_autostart(environment: Mapping[str, str] = os.environ) -> XdgAutostart | NullAutostart:
    """The way of this system."""
    if os.name != "posix" or not (home := environment.get("HOME")):
        return NullAutostart()
    config = environment.get("XDG_CONFIG_HOME") or f"{home}/.config"
    return XdgAutostart(Path(config) / "autostart", running_command(environment))


def running_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command that starts the program as it was started now."""
    if image := environment.get("APPIMAGE"):
        return [image]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.argv[0]).absolute()
    if script.name == "unhunch" and os.access(script, os.X_OK) and script.is_file():
        return [str(script)]
    return [sys.executable, "-m", "unhunch"]


def _quoted(argument: str) -> str:
    """One argument as the desktop entry specification wants it in an Exec line.

    Quoted for the command line, then escaped once more as the value of a key, then "%" doubled.
    """
    if _PLAIN.fullmatch(argument):
        return argument
    quoted = re.sub(r'(["`$\\])', r"\\\1", argument)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
