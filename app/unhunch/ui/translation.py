"""The program's language: that of the desktop, where there is a translation."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

NAME = "unhunch"


def install(folder: Path, locale: QLocale | None = None) -> tuple[QTranslator, ...]:
    """Load `unhunch_<locale>.qm` from `folder` over the English plurals, and Qt's own words.

    Returns what was installed; the application keeps it.
    """
    wanted = locale or QLocale()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for locale_of, name, where in (
        (QLocale("en"), NAME, str(folder)),
        (wanted, "qtbase", qt_folder),
        (wanted, NAME, str(folder)),
    ):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(locale_of, name, "_", where):
            QCoreApplication.installTranslator(translator)
            made.append(translator)
        else:
            translator.deleteLater()
    return tuple(made)
