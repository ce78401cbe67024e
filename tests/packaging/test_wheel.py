"""What is built from the checkout holds all that the program needs."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_package_is_named() -> None:
    """Each package under app/ stands in the list that pyproject.toml gives the build."""
    named = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    found = {
        ".".join(file.parent.relative_to(ROOT / "app").parts)
        for file in ROOT.glob("app/unhunch/**/__init__.py")
    }
    assert named == found | {"unhunch._resources"}, "put it into tool.setuptools.packages in pyproject.toml"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the checkout, unpacked."""
    work = tmp_path_factory.mktemp("wheel")
    source, unpacked = work / "source", work / "unpacked"
    leave_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for folder in ("app", "resources"):
        shutil.copytree(ROOT / folder, source / folder, ignore=leave_out)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source)
    build = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-index"]
    build += ["--no-deps", "--no-build-isolation", "--wheel-dir", str(work), str(source)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = work.glob("unhunch-*.whl")
    zipfile.ZipFile(wheel).extractall(unpacked)
    return unpacked


def test_wheel_holds_every_resource(unpacked: Path) -> None:
    """Every file of resources/ and every module of app/ is in the wheel, byte by byte."""
    for there, here in (("unhunch/_resources", "resources"), ("unhunch", "app/unhunch")):
        for file in (
            file for file in (ROOT / here).rglob("*") if file.is_file() and "__pycache__" not in file.parts
        ):
            assert (unpacked / there / file.relative_to(ROOT / here)).read_bytes() == file.read_bytes()


def test_wheel_finds_its_own_resources(unpacked: Path, own_home: Path) -> None:
    """Run from the wheel alone, the program finds the resources of the wheel."""
    ask = "from unhunch.resources import resources_dir; print(resources_dir())"
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True, env=environment, cwd=own_home
    )
    assert done.stdout.strip() == str(unpacked / "unhunch" / "_resources")
