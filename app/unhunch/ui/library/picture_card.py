"""The picture that a stretch of one's own shows in place of the figure."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unhunch.domain.parcel import Picture
from unhunch.domain.picture import MAX_BYTES, PictureError, check_picture
from unhunch.domain.stretch import PICTURE_KINDS
from unhunch.ui.files import file_to_read
from unhunch.ui.library.draft import Draft
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import set_kind
from unhunch.ui.words import sentence


class PictureCard(Card):
    """Takes a picture from a file, or none, and writes its name into the draft."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Picture"))
        self._draft = Draft()
        self.picture: Picture | None = None
        self.choose_button = QPushButton(self.tr("Choose a picture…"))
        self.choose_button.clicked.connect(self._choose)
        self.none_button = QPushButton(self.tr("Take it away"))
        set_kind(self.none_button, "link")
        self.none_button.clicked.connect(lambda: self._change(None))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.choose_button)
        line.addWidget(self.none_button)
        line.addStretch()
        note = self.tr("PNG, JPEG, SVG, or a moving GIF or WebP. A picture is shown in place of the figure.")
        self.row = Row(self.tr("A picture of your own"), note, holder, under=True)
        self.add(self.row)

    def show_draft(self, draft: Draft, picture: Picture | None) -> None:
        """Edit this draft from now on, which has this picture."""
        self._draft, self.picture = draft, picture
        self.row.set_problem("")
        self.none_button.setVisible(draft.picture is not None)

    def take(self, path: Path) -> None:
        """Show the picture in this file, or say why it cannot be shown."""
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            check_picture(path.name, data)
        except OSError as error:
            told = self.tr("%1 cannot be read.").replace("%1", path.name)
            self.row.set_problem(f"{told} ({error.strerror})")
        except PictureError as error:
            self.row.set_problem(sentence(error.args[0], "Pictures"))
        else:
            self._change(Picture(f"picture.{path.suffix[1:].lower()}", data))

    def _choose(self) -> None:
        kinds = " ".join(f"*.{kind}" for kind in PICTURE_KINDS)
        chosen = file_to_read(self, self.tr("Choose a picture"), self.tr("Pictures") + f" ({kinds})")
        if chosen:
            self.take(Path(chosen))

    def _change(self, picture: Picture | None) -> None:
        self._draft.picture = picture.name if picture is not None else None
        self.show_draft(self._draft, picture)
        self.changed.emit()
