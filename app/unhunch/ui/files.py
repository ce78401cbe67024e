"""Asks the person for files. Meanwhile their window alone waits: a break that begins can be answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid


def file_to_write(window: QWidget, title: str, name: str, kinds: str) -> str:
    """Ask where to write; `name` is offered. Returns "" where the person thinks better of it."""
    dialog = QFileDialog(window, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return next(iter(_chosen(dialog)), "")


def file_to_read(window: QWidget, title: str, kinds: str) -> str:
    """Ask for one file that is there; "" for none."""
    dialog = QFileDialog(window, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), "")


def files_to_read(window: QWidget, title: str, kinds: str) -> list[str]:
    """Ask for any number of files that are there."""
    dialog = QFileDialog(window, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> list[str]:
    # Qt's own functions for this block every window, and so the break that covers the dialog: with no click
    # and no key there would be no way out of it.
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    if isValid(dialog):  # not where the program was quit meanwhile
        dialog.deleteLater()
    return chosen
