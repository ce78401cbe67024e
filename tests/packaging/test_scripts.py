"""The set-up scripts, with the system's commands replaced: nothing is installed, whatever goes wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APT = 'apt-get() { echo "apt-get $*"; }\nenv() { shift; "$@" >&3; }\n'
"""Prints what would be installed to descriptor 3, which the scripts leave alone."""
ROOT_USER, PLAIN_USER = "id() { echo 0; }\n", "id() { echo 1000; }\n"


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run bash with the scripts' functions; what goes to descriptor 3 comes out as stdout."""
    return subprocess.run(
        ["bash", "-c", f"source {ROOT}/packaging/common.sh\nexec 3>&1\n{script}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **environment},
    )


def test_what_is_there_is_not_installed() -> None:
    """Libraries, commands and files that are found ask for no package."""
    done = shell(ROOT_USER + APT + f"need_system libc.so.6=libc6 bash=bash {ROOT}/README.md=readme")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_only_what_is_missing_is_installed() -> None:
    """Root is not asked; one call installs every missing package and says which."""
    done = shell(ROOT_USER + APT + "need_system libnone.so.1=one bash=bash nothing-here=two /nothing=three")
    assert done.returncode == 0
    assert done.stderr == "unhunch: installing system packages: one two three\n"
    assert done.stdout.count("\n") == 1
    assert done.stdout.endswith("install --yes --no-install-recommends one two three\n")


def test_stale_package_lists_are_fetched() -> None:
    """Where the first try fails, the lists are fetched and it is tried again."""
    failing_once = (
        'apt-get() { echo "$*" >&3; case $* in update) touch $HOME/fresh;; *) [ -e $HOME/fresh ];; esac; }\n'
        'env() { shift; "$@"; }\n'
    )
    done = shell(ROOT_USER + failing_once + "need_system nothing-here=one")
    assert done.returncode == 0
    assert [line.split()[-1] for line in done.stdout.splitlines()] == ["one", "update", "one"]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (
            'command() { [ "$2" != sudo ] && builtin command "$@"; }\n',
            "there is no sudo here. As root run: apt-get",
        ),
        ("sudo() { :; }\n", "nobody is here to be asked. First run: sudo apt-get install one"),
        ("sudo() { return 1; }\nCI=true\n", "sudo wants a password. First run: sudo apt-get install one"),
    ],
)
def test_nothing_is_installed_unasked(others: str, said: str) -> None:
    """Without root and without an answer there is one sentence that says what to do."""
    done = shell(PLAIN_USER + APT + others + "need_system nothing-here=one")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("unhunch: system packages are missing")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_display_that_is_gone_is_none() -> None:
    """A DISPLAY or WAYLAND_DISPLAY that nothing answers on counts as no display."""
    script = f"venv={sys.prefix}\nhas_display || echo none >&3"
    for environment in ({}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}):
        assert shell(script, **environment).stdout == "none\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose .venv has a Python that writes down what it is asked to do."""
    (tmp_path / "packaging").mkdir()
    for name in ("common.sh", "run.lock", "dev.lock"):
        shutil.copy(ROOT / "packaging" / name, tmp_path / "packaging")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\n')
    python.chmod(0o755)
    return tmp_path


def set_up(checkout: Path, lock: str) -> str:
    """What the checkout's Python was asked while the environment was set up."""
    asked = checkout / "asked"
    asked.write_text("")
    script = (
        f"source {checkout}/packaging/common.sh\nneed_python() {{ python=false; }}\nneed_environment {lock}"
    )
    subprocess.run(["bash", "-c", script], check=True, capture_output=True)
    return asked.read_text()


def test_the_environment_is_set_up_once(checkout: Path) -> None:
    """What the lock pins is installed by hash; the next start installs nothing."""
    assert f"--require-hashes --requirement {checkout}/packaging/run.lock" in set_up(checkout, "run")
    assert "install" not in set_up(checkout, "run")


def test_a_changed_lock_is_installed(checkout: Path) -> None:
    """Another lock than last time is installed at the next start."""
    set_up(checkout, "run")
    with (checkout / "packaging/run.lock").open("a") as lock:
        lock.write("# changed\n")
    assert "--require-hashes" in set_up(checkout, "run")


def test_the_development_set_serves_the_program(checkout: Path) -> None:
    """Having all that development needs, the program needs nothing more; the other way round it does."""
    set_up(checkout, "dev")
    assert "install" not in set_up(checkout, "run")
    (checkout / ".venv/unhunch-dev.stamp").unlink()
    set_up(checkout, "run")
    assert "dev.lock" in set_up(checkout, "dev")


def test_a_broken_environment_is_noticed(checkout: Path) -> None:
    """A Python that no longer starts is no set-up, whatever the stamp says."""
    set_up(checkout, "run")
    (checkout / ".venv/bin/python").write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(subprocess.CalledProcessError):
        set_up(checkout, "run")


def test_a_benchmark_that_is_not_there_names_those_that_are() -> None:
    """Exit status 2 and the names to choose from."""
    done = subprocess.run([ROOT / "packaging/bench", "nothing"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    names = {path.stem.removeprefix("bench_") for path in (ROOT / "tests/benchmarks").glob("bench_*.py")}
    assert names <= set(done.stderr.split())
