"""Everything that a person reads can be translated, and the files for translators are up to date."""

import ast
import gc
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from tests.ui.every_window import OPENERS, Windows, leave

from unhunch.resources import resources_dir
from unhunch.ui.translation import install

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location(
    "make_translations", ROOT / "packaging" / "make_translations.py"
)
make_translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_translations)

MARKERS = ("tr", "translate", "QT_TRANSLATE_NOOP")


@pytest.fixture(scope="module")
def texts():
    return make_translations.texts_of(ROOT)


def literals() -> Iterator[tuple[str, str, str]]:
    """(context, text, where) of every literal that the program marks for translation."""
    for file in sorted((ROOT / "app" / "unhunch").rglob("*.py")):
        yield from _within(ast.parse(file.read_text(encoding="utf-8")), "", file.name)


def _within(node: ast.AST, context: str, file: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if called == "tr" and given:
            yield context, given[0], f"{file}:{node.lineno}"
        elif called in MARKERS and len(given) >= 2:
            yield given[0], given[1], f"{file}:{node.lineno}"
    for child in ast.iter_child_nodes(node):
        yield from _within(child, context, file)


def test_every_marked_text_is_collected(texts):
    """What lupdate cannot see (a text marked within an f-string) would never be translated."""
    unseen = [f"{where}: {text}" for context, text, where in literals() if text not in texts.get(context, ())]
    assert unseen == []


def test_the_files_for_translators_are_up_to_date(texts, tmp_path):
    """Made anew they are what is in the repository, byte by byte; else run packaging/translations."""
    file = tmp_path / "unhunch_en.ts"
    make_translations.update(texts, file)
    for made in (file, file.with_suffix(".qm")):
        assert (make_translations.FOLDER / made.name).read_bytes() == made.read_bytes()


def test_translations_survive_a_renewal(tmp_path):
    """What a translator wrote is kept when texts come and go; what is new is unfinished."""
    file = tmp_path / "unhunch_de.ts"
    make_translations.update({"Home": ("Pause", "Gone")}, file)
    file.write_text(
        file.read_text().replace('<translation type="unfinished" />', "<translation>P</translation>")
    )
    make_translations.update({"Home": ("Pause", "New")}, file)
    kept = file.read_text()
    assert kept.count("<translation>P</translation>") == 1
    assert kept.count("unfinished") == 1
    assert "Gone" not in kept


# -- a language in which every text is longer --------------------------------------------------------------

BRACKETED = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"[^\W\d_]{2,}")
NOT_WORDS = re.compile(r"/home/\S+|\S+\.(log|toml|db)\b")
AS_IT_IS = {
    "Unhunch",
    "Traceback", "boom", "The", "settings", "file", "was", "broken",  # what the tests tell
    "Something", "can", "be", "taken", "back", "Meal", "meal", "zoom",
}  # fmt: skip
DAYS = {QLocale().dayName(day) for day in range(1, 8)}


@pytest.fixture(scope="module")
def long_words(qapp, texts, tmp_path_factory):
    translator = QTranslator()
    assert translator.load(str(make_translations.pseudo_locale(texts, tmp_path_factory.mktemp("qm"))))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def words_of(window: QWidget) -> Iterator[str]:
    """Everything that the window's widgets say."""
    yield window.windowTitle()
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        elif isinstance(each, QListWidget):
            yield from (each.item(at).text() for at in range(each.count()))


def untranslated(text: str) -> list[str]:
    text = NOT_WORDS.sub("", text)
    while BRACKETED.search(text):
        text = BRACKETED.sub(" ", text)
    return [word for word in WORD.findall(text) if word not in AS_IT_IS | DAYS]


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


@pytest.mark.parametrize("name", OPENERS)
def test_no_window_says_anything_untranslated(long_words, windows, qtbot, name):
    """In a made-up language no English word is left in any window."""
    window = OPENERS[name](windows)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    left = {text: found for text in words_of(window) if (found := untranslated(text))}
    leave(window)
    assert left == {}


def test_what_is_installed_stays_though_nobody_keeps_it(qapp: QApplication) -> None:
    """The application holds its translators: plurals are right in every window from then on."""
    for translator in install(resources_dir() / "translations", QLocale("en")):
        translator.setObjectName("of this test")
    del translator
    gc.collect()
    said = QCoreApplication.translate("DayStrip", "%n break(s), %1 together.", "", 1)
    assert said == "1 break, %1 together."
    for kept in qapp.findChildren(QTranslator, "of this test"):
        QCoreApplication.removeTranslator(kept)
        kept.deleteLater()
