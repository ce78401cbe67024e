"""The shipped stretches, read once."""

from unhunch.domain.stretch import Stretch, parse
from unhunch.resources import stretches_dir


def shipped() -> dict[str, Stretch]:
    """Every shipped stretch by its id."""
    files = sorted(stretches_dir().glob("*.toml"))
    return {file.stem: parse(file.stem, file.read_text(encoding="utf-8")) for file in files}


STRETCHES = shipped()
