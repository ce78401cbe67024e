"""Where the files that come with the program lie."""

from pathlib import Path


def resources_dir() -> Path:
    """The folder of stretches, icons, sounds and translations.

    In an installed package it lies inside, in a checkout beside `app/`.
    """
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def stretches_dir() -> Path:
    """The folder of the stretches that ship: one file each, `ID.toml`."""
    return resources_dir() / "stretches"
