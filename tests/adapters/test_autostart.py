"""Start at login by a desktop file in the person's autostart folder."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from unhunch.adapters.autostart import NullAutostart, XdgAutostart, open_autostart, running_command

AWKWARD = ["/opt/my tools/un$hunch", 'say "hi"', "back\\slash", "100%", "`x`", "plain"]


def entry(folder: Path) -> dict[str, str]:
    lines = (folder / "unhunch.desktop").read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:])


def test_on_and_off(tmp_path: Path) -> None:
    """Switched on it is a desktop file with our command; switched off, twice if need be, it is gone."""
    folder = tmp_path / "config" / "autostart"
    autostart = XdgAutostart(folder, ["/usr/bin/unhunch"])
    assert not autostart.is_enabled()
    autostart.set_enabled(True)
    assert autostart.is_enabled()
    assert entry(folder)["Exec"] == "/usr/bin/unhunch"
    autostart.set_enabled(False)
    autostart.set_enabled(False)
    assert not autostart.is_enabled()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "hidden = True"])
def test_switched_off_by_the_desktop_is_off(tmp_path: Path, line: str) -> None:
    """Desktops switch an entry off inside its file; switching it on again undoes that."""
    autostart = XdgAutostart(tmp_path, ["unhunch"])
    (tmp_path / "unhunch.desktop").write_text(f"[Desktop Entry]\nType=Application\nExec=unhunch\n{line}\n")
    assert not autostart.is_enabled()
    autostart.set_enabled(True)
    assert autostart.is_enabled()


def test_awkward_arguments_are_quoted(tmp_path: Path) -> None:
    """What the specification reserves is quoted, escaped twice, and per cent signs doubled."""
    XdgAutostart(tmp_path, AWKWARD).set_enabled(True)
    assert entry(tmp_path)["Exec"] == (
        r'"/opt/my tools/un\\$hunch" "say \\"hi\\"" "back\\\\slash" "100%%" "\\`x\\`" plain'
    )


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio (Debian: libglib2.0-bin)")
def test_a_real_desktop_library_starts_exactly_that_command(tmp_path: Path) -> None:
    """GLib launches the file with every argument as it was."""
    script = tmp_path / "odd $name" / "args.py"
    script.parent.mkdir()
    script.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(repr(sys.argv[2:]))")
    out = tmp_path / "out"
    XdgAutostart(tmp_path, [sys.executable, str(script), str(out), *AWKWARD]).set_enabled(True)
    subprocess.run(["gio", "launch", str(tmp_path / "unhunch.desktop")], check=True, timeout=20)
    for _ in range(200):
        if out.exists() and out.read_text():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert out.read_text() == repr(AWKWARD)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """The caller is told by OSError, and nothing is half done."""
    (tmp_path / "autostart").write_text("a file in the way")
    autostart = XdgAutostart(tmp_path / "autostart", ["unhunch"])
    with pytest.raises(OSError, match="autostart"):
        autostart.set_enabled(True)
    assert not autostart.is_enabled()


def test_the_folder_is_the_one_of_the_specification(tmp_path: Path) -> None:
    """XDG_CONFIG_HOME where it is set, else .config in the home; without a home there is no autostart."""
    for environment, folder in (
        ({"HOME": str(tmp_path)}, tmp_path / ".config"),
        ({"HOME": "/nowhere", "XDG_CONFIG_HOME": str(tmp_path / "xdg")}, tmp_path / "xdg"),
    ):
        open_autostart(environment).set_enabled(True)
        assert (folder / "autostart" / "unhunch.desktop").is_file()
    none = open_autostart({})
    assert isinstance(none, NullAutostart)
    assert not none.is_enabled()
    none.set_enabled(False)
    with pytest.raises(OSError, match="login"):
        none.set_enabled(True)


def test_the_command_is_the_one_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An AppImage, a frozen program, an installed command and a checkout each start as they were started."""
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py")])
    assert running_command({}) == [sys.executable, "-m", "unhunch"]
    script = tmp_path / "unhunch"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert running_command({}) == [str(script)]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert running_command({}) == [sys.executable]
    assert running_command({"APPIMAGE": "/home/me/Unhunch.AppImage"}) == ["/home/me/Unhunch.AppImage"]
