"""Tells of an unexpected error, with details to copy; the program goes on."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from unhunch.ui.look import Look, Window
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, set_kind

COPIED_MS = 2500
LEAST = (480, 320)
"""Where all that is said fits above and below the details, on a low screen too, px."""
LEAST_DETAILS = 48
KEPT = 20
"""Errors in one dialog; with more, the first ones tell enough."""


class ErrorDialog(Window):
    """One window for all errors of a run: a second error is added to the first, not put over it."""

    def __init__(self, look: Look, log_path: str = "") -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch: something went wrong"))
        self._details: list[str] = []
        self._log = QLabel(self.tr("Also written to %1").replace("%1", log_path))
        self._log.setWordWrap(True)
        self._log.setVisible(bool(log_path))
        set_kind(self._log, "small")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is code, in any language
        self.details.setMinimumHeight(LEAST_DETAILS)
        self.details.setAccessibleName(self.tr("Details of the error"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setTabChangesFocus(True)
        self.copy_button = QPushButton(self.tr("Copy details"))
        self.close_button = QPushButton(self.tr("Close"))
        set_kind(self.close_button, "primary")
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close)
        self.close_by_esc()
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy_button.setText(self.tr("Copy details")))
        self._arrange()
        self.resize(fitting(640, 460))
        self.setMinimumSize(*LEAST)
        self.close_button.setFocus()  # an outlined field would look as if something were wrong in it

    def _arrange(self) -> None:
        title = QLabel(self.tr("Something went wrong"))
        set_kind(title, "title")
        lead = QLabel(
            self.tr(
                "Unhunch met an error that it did not expect. It goes on running, and nothing you set is "
                "lost. If it happens again, the details below help to find out why."
            )
        )
        lead.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        whole.setSpacing(2 * SPACE)
        for widget in (title, lead):
            whole.addWidget(widget)
        whole.addWidget(self.details, 1)
        whole.addWidget(self._log)
        whole.addLayout(buttons)

    def tell(self, details: str) -> None:
        """Add an error (its traceback) and show the window."""
        if len(self._details) < KEPT:
            self._details.append(details.strip())
            self.details.setPlainText("\n\n".join(self._details))
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
        self._copied.start()
