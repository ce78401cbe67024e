"""Import rules that import-linter cannot say: which parts of Qt each package may use."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app" / "unhunch"
ALLOWED = {
    "domain": set(),
    "services": set(),
    "figure": {"QtCore", "QtGui"},
    "adapters": {"QtCore", "QtDBus", "QtNetwork"},
}


def qt_modules(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "PySide6":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [name.name for name in node.names]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[-1] for name in node.names if name.name.startswith("PySide6"))


@pytest.mark.parametrize("package", ALLOWED)
def test_packages_use_only_their_part_of_qt(package: str) -> None:
    """The figure paints, adapters talk to the system, and neither builds widgets."""
    found = {
        f"{path.relative_to(APP)}: {module}"
        for path in (APP / package).rglob("*.py")
        for module in qt_modules(path.read_text(encoding="utf-8"))
        if module not in ALLOWED[package]
    }
    assert not found


def test_the_check_sees_every_form_of_import() -> None:
    """All three spellings of a Qt import are recognised."""
    source = "from PySide6.QtWidgets import QLabel\nfrom PySide6 import QtSvg\nimport PySide6.QtTest"
    assert list(qt_modules(source)) == ["QtWidgets", "QtSvg", "QtTest"]
