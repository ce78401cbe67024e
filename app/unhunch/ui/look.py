"""Which theme is worn, and whether things move: the setting, and the desktop's own wish under it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from unhunch.domain.settings import Appearance
from unhunch.ui.palette import CONTRAST, DARK, LIGHT, Theme
from unhunch.ui.style import palette, set_kind, style_sheet, type_scale
from unhunch.ui.tabbing import show_whole


class Look(QObject):
    """The theme all windows share. Emits `changed` when it changes."""

    changed = Signal()

    def __init__(self, appearance: Appearance | None = None) -> None:
        super().__init__()
        self._appearance = appearance or Appearance()
        self._desktop_dark: bool | None = None
        self._desktop_contrast = False
        self._desktop_still = False
        self._theme = self._choose()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)
        self._dress_application()

    @property
    def theme(self) -> Theme:
        """The colours to use now."""
        return self._theme

    @property
    def reduced_motion(self) -> bool:
        """Whether poses fade into each other in place of movement."""
        wish = self._appearance.motion
        return wish == "reduced" or (wish == "system" and self._desktop_still)

    def dress(self, widget: QWidget) -> None:
        """Have a widget that no window holds wear the theme of now."""
        widget.setStyleSheet(style_sheet(self.theme, type_scale()))

    def set_appearance(self, appearance: Appearance) -> None:
        """Take over the settings' wish."""
        was_reduced = self.reduced_motion
        self._appearance = appearance
        self._refresh()
        if was_reduced != self.reduced_motion:
            self.changed.emit()

    def set_desktop(
        self, *, dark: bool | None = None, contrast: bool | None = None, still: bool | None = None
    ) -> None:
        """Take over what the desktop says of itself; None leaves as it was."""
        was_reduced = self.reduced_motion
        self._desktop_dark = self._desktop_dark if dark is None else dark
        self._desktop_contrast = self._desktop_contrast if contrast is None else contrast
        self._desktop_still = self._desktop_still if still is None else still
        self._refresh()
        if was_reduced != self.reduced_motion:
            self.changed.emit()

    def _choose(self) -> Theme:
        wish = self._appearance.theme
        if wish == "contrast" or (wish == "system" and self._desktop_contrast):
            return CONTRAST
        if wish == "system":
            return DARK if self._system_is_dark() else LIGHT
        return DARK if wish == "dark" else LIGHT

    def _system_is_dark(self) -> bool:
        if self._desktop_dark is not None:
            return self._desktop_dark
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _refresh(self) -> None:
        chosen = self._choose()
        if chosen is not self._theme:
            self._theme = chosen
            self._dress_application()
            self.changed.emit()

    def _dress_application(self) -> None:
        QApplication.setPalette(palette(self._theme))


class Window(QWidget):
    """A top-level window that wears the look, now and whenever it changes."""

    def __init__(self, look: Look, flags: Qt.WindowType = Qt.WindowType.Window) -> None:
        super().__init__(None, flags)
        self.look = look
        set_kind(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wear()
        look.changed.connect(self._wear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Close):
            self.close()
        else:
            super().keyPressEvent(event)

    def close_by_esc(self) -> None:
        """Let Esc close the window; not one that is still held from ending a break over it."""
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close).setAutoRepeat(False)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        moved = super().focusNextPrevChild(forward)
        if moved and (now := self.focusWidget()) is not None:
            show_whole(now)
        return moved

    def look_changed(self) -> None:
        """Follow a change of theme or motion; called once at the start, before the window is built."""

    def _wear(self) -> None:
        self.look.dress(self)
        self.look_changed()
