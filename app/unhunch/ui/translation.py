"""The program's language: that of the desktop, where there is a translation."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

NAME = "unhunch"


def install(folder: Path, locale: QLocale | None = None) -> tuple[QTranslator, ...]:
    """Load `unhunch_<locale>.qm` from `folder`, and Qt's own words; English needs none but the plurals.

    Returns what was installed; keep it as long as the application lives.
    """
    wanted = locale or QLocale()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for name, where in (("qtbase", qt_folder), (NAME, str(folder))):
        translator = QTranslator()
        if translator.load(wanted, name, "_", where):
            QCoreApplication.installTranslator(translator)
            made.append(translator)
    return tuple(made)
