"""Collects the texts of the program and of its stretches into .ts files, and builds the .qm files from them.

The English file holds nothing but the plurals, and serves a new language as its template: copy it to
unhunch_<language>.ts, run packaging/translations, and translate in Qt Linguist.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path

import PySide6

from unhunch.domain.stretch import parse

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__path__[0])
ENGLISH = "en"

Texts = Mapping[str, tuple[str, ...]]
"""Source texts by their context."""


def texts_of(root: Path) -> Texts:
    """Return every text of the program below `root`, as lupdate finds them, and those of the stretches."""
    found = _texts_of_program(root / "app" / "unhunch")
    stretches: dict[str, None] = {}
    for file in sorted((root / "resources" / "stretches").glob("*.toml")):
        stretches.update(dict.fromkeys(parse(file.stem, file.read_text(encoding="utf-8")).texts()))
    return dict(sorted((found | {"Stretches": tuple(stretches)}).items()))


def _texts_of_program(folder: Path) -> dict[str, tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "found.ts"
        files = sorted(str(file) for file in folder.rglob("*.py"))
        _run("lupdate", *files, "-silent", "-locations", "none", "-ts", str(made))
        if next(ET.parse(made).iter("comment"), None) is not None:
            sys.exit("a text has a second meaning told apart by a comment; give it a context of its own")
        return {
            context.findtext("name", ""): tuple(
                dict.fromkeys(message.findtext("source", "") for message in context.iter("message"))
            )
            for context in ET.parse(made).iter("context")
        }


def plural_forms(source: str) -> tuple[str, str]:
    """Return the English singular and plural: "%n break(s)" is "%n break" and "%n breaks"."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def document(texts: Texts, language: str, known: Mapping[tuple[str, str], ET.Element]) -> str:
    """Return the text of a .ts file; `known` are the translations that it has so far."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage=ENGLISH)
    for name, sources in texts.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for source in sorted(sources):
            message = ET.SubElement(context, "message", {"numerus": "yes"} if "%n" in source else {})
            ET.SubElement(message, "source").text = source
            message.append(_translation(source, language, known.get((name, source))))
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, encoding="unicode")}\n'


def _translation(source: str, language: str, known: ET.Element | None) -> ET.Element:
    if known is not None:
        return known
    if language != ENGLISH or "%n" not in source:
        return ET.Element("translation", type="unfinished")
    made = ET.Element("translation")
    for form in plural_forms(source):
        ET.SubElement(made, "numerusform").text = form
    return made


def update(texts: Texts, file: Path) -> None:
    """Write a .ts file anew, with the translations that it has, and its .qm file."""
    language = file.stem.partition("_")[2]
    known: dict[tuple[str, str], ET.Element] = {}
    if file.exists() and language != ENGLISH:
        for context in ET.parse(file).iter("context"):
            for message in context.iter("message"):
                key = context.findtext("name", ""), message.findtext("source", "")
                if (translation := message.find("translation")) is not None:
                    known[key] = translation
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(document(texts, language, known), encoding="utf-8")
    release(file)


def release(file: Path) -> Path:
    """Build the .qm file beside a .ts file and return it."""
    made = file.with_suffix(".qm")
    _run("lrelease", "-silent", str(file), "-qm", str(made))
    return made


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run([str(TOOLS / tool), *arguments], capture_output=True, text=True, check=False)
    # What lupdate cannot read is said as a warning, and would be lost.
    if done.returncode or done.stderr.strip():
        sys.exit(f"{tool}: {done.stderr.strip() or done.stdout.strip()}")


def pseudo(source: str) -> str:
    """Return a text as a language with accents and long words might have it; placeholders stay."""
    parts = re.split(r"(%\w|\{\w+\}|\n)", source)
    accented = "".join(
        part if at % 2 else part.translate(str.maketrans("aeiouAEIOUcns", "áéíóúÁÉÍÓÚçñš"))
        for at, part in enumerate(parts)
    )
    return f"[{accented}{'~' * (len(source) // 2)}]"


def pseudo_locale(texts: Texts, folder: Path) -> Path:
    """Build a language in which every text is longer, accented and in brackets; return its .qm file."""
    known: dict[tuple[str, str], ET.Element] = {}
    for name, sources in texts.items():
        for source in sources:
            made = known[name, source] = ET.Element("translation")
            if "%n" in source:
                for form in plural_forms(source):
                    ET.SubElement(made, "numerusform").text = pseudo(form)
            else:
                made.text = pseudo(source)
    file = folder / "unhunch_eo.ts"
    file.write_text(document(texts, "eo", known), encoding="utf-8")
    return release(file)


def main(arguments: Iterable[str]) -> None:
    """Renew all translations there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the files are")
    folder: Path = parser.parse_args(list(arguments)).folder
    texts = texts_of(ROOT)
    for file in sorted({folder / f"unhunch_{ENGLISH}.ts", *folder.glob("unhunch_*.ts")}):
        update(texts, file)
        print(f"{file.name}: {sum(map(len, texts.values()))} texts")


if __name__ == "__main__":
    main(sys.argv[1:])
