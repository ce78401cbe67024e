"""The lock files can be installed anywhere, and hold what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("run", "dev")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / "packaging" / f"{lock}.lock").read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==([^ \n]+)", text, re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_trace_of_a_machine(lock: str) -> None:
    """A lock holds names, versions and hashes: no address, no option, no path."""
    lines = (ROOT / "packaging" / f"{lock}.lock").read_text().splitlines()
    wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert wanted
    for line in wanted:
        assert re.fullmatch(
            r'[a-z0-9-]+==[\w.]+( ; [a-z_]+ == "\w+")? \\|    --hash=sha256:[0-9a-f]{64}( \\)?', line
        ), line


def test_locks_hold_what_is_asked_for() -> None:
    """Every requirement of pyproject.toml is pinned, and what both locks hold has one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    run, dev = pins("run"), pins("dev")
    assert names(project["project"]["dependencies"]) <= run.keys()
    assert names(project["project"]["optional-dependencies"]["dev"]) <= dev.keys()
    assert names(project["build-system"]["requires"]) <= run.keys()
    assert run.items() <= dev.items()
