"""The break's window as a thing on the desktop: where it stands, what it covers, and when it listens.

It opens without taking the keyboard, and for its first seconds nothing typed or clicked reaches a button.
"""

from PySide6.QtCore import QEvent, QPropertyAnimation, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QScreen,
)
from PySide6.QtWidgets import QApplication

from unhunch.domain.settings import Appearance
from unhunch.ui.dim import Dimmer
from unhunch.ui.look import Look, Window
from unhunch.ui.screens import current_screen, windows_blend, windows_fade
from unhunch.ui.style import dress_anew, set_kind

GRACE_S = 2.0
"""How long after opening nothing reaches a button."""
QUIET_S = 0.8
"""How long the keyboard must then be still before a key means anything: nobody is in mid-word any more."""
CARD_SHARE, CARD_MOST, CARD_OF_LARGE = 0.86, (1120, 680), 0.6
"""In card size the window takes this share of the screen, and at most so many px; on a large screen it has
this share of the height, for who stretches stands as far away from it."""
CORNER = 22
FADE_MS = 350
SETTLE_MS = 400
"""Screens come and go in several steps, and the window manager moves windows about; then we settle."""


class BreakFrame(Window):
    """A frameless window over one screen, full or as a card, with the other screens dimmed."""

    def __init__(self, look: Look, appearance: Appearance) -> None:
        self._appearance = appearance
        self._screen_name, self._screen_box = "", QRect()
        self._is_card = False
        self._listening = False
        self._keys_live = False
        super().__init__(
            look,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the buttons alone
        self._dimmer = Dimmer(look)
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEndValue(1.0)
        self._grace = QTimer(self, singleShot=True)
        self._grace.timeout.connect(self.end_grace)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self._quiet = QTimer(self, singleShot=True, interval=round(QUIET_S * 1000))
        self._quiet.timeout.connect(self.wake_keys)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self._screens_changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._screens_changed)

    def set_appearance(self, appearance: Appearance) -> None:
        """Take over the settings; size and dimming from the next break on."""
        self._appearance = appearance

    @property
    def keys_live(self) -> bool:
        """Whether a key means anything."""
        return self._keys_live

    # --- coming and going ----------------------------------------------------------------------------------

    def appear(self) -> None:
        """Show the window on the screen the person is on, deaf at first."""
        self._listening = False
        self._keys_live = False
        self.listen(clicks=False, keys=False)
        self._grace.start(round(GRACE_S * 1000))
        self._dress()
        self._stand_on(current_screen())
        self._fade_in()
        _close_menus()
        self.show()
        self.setFocus()

    def vanish(self) -> None:
        """Hide, uncover the other screens, and give the window's picture back to the system."""
        self._grace.stop()
        self._quiet.stop()
        self._fade.stop()
        self._dimmer.clear()
        self.hide()
        self.destroy()

    def listen(self, *, clicks: bool, keys: bool) -> None:
        """Take or refuse clicks and keys; for the window with the buttons to fill."""

    def end_grace(self) -> None:
        """Begin to take clicks; and, where the window fills the screen, the keyboard.

        Somebody whose screen is covered cannot mean to type elsewhere, and needs Esc to get out.
        """
        self._grace.stop()
        self._listening = True
        self.listen(clicks=True, keys=self._keys_live)
        if self.isActiveWindow():
            self._quiet.start()
        elif not self._is_card:
            self.activateWindow()

    def wake_keys(self) -> None:
        """Let keys mean something from now on."""
        self._quiet.stop()
        self._keys_live = True
        self.listen(clicks=self._listening, keys=True)

    def _fade_in(self) -> None:
        """Come softly: a bright window in a dark room is a blow."""
        self._fade.stop()
        if windows_fade():
            self.setWindowOpacity(1.0 if self.look.reduced_motion else 0.0)
            if not self.look.reduced_motion:
                self._fade.start()

    def _dress(self) -> None:
        """A card has round corners, which need a see-through window or, where nothing blends, a mask."""
        self._is_card = self._appearance.break_window == "card"
        set_kind(self, "" if self._is_card else "window")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._is_card)
        dress_anew(self)

    def _stand_on(self, screen: QScreen) -> None:
        """Stand on `screen` without asking for the keyboard.

        Not by showFullScreen(): that activates the window whatever its attributes say.
        """
        self._screen_name, self._screen_box = screen.name(), screen.geometry()
        self.setScreen(screen)
        if self._is_card:
            self.setWindowState(Qt.WindowState.WindowNoState)
            free = screen.availableGeometry()
            width, height = card_size(free.width(), free.height())
            left = free.left() + (free.width() - width) // 2
            self.setGeometry(QRect(left, free.top() + (free.height() - height) // 2, width, height))
            self._cut_corners()
        else:
            self.clearMask()
            self.setGeometry(screen.geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        if self._appearance.dim_other_screens:
            self._dimmer.cover_all_but(screen)

    def _cut_corners(self) -> None:
        if windows_blend():
            self.clearMask()
            return
        whole = _rounded(QRectF(self.rect()))  # half a pixel less, and it would cut the line at two sides
        self.setMask(QRegion(whole.toFillPolygon().toPolygon()))

    @property
    def outline(self) -> QPainterPath | None:
        """The edge of a card, beyond which nothing is painted; None where the window fills the screen."""
        return _rounded(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)) if self._is_card else None

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    def _screens_changed(self, _what: object = None) -> None:
        if self.isVisible():
            self._settling.start()

    def _settle(self) -> None:
        """Stand again where the person is, after screens came, went or changed their size."""
        if not self.isVisible():
            return
        here = next((s for s in QGuiApplication.screens() if s.name() == self._screen_name), None)
        screen = here or current_screen()
        if screen.geometry() != self._screen_box or here is None:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self._stand_on(screen)
        elif self._appearance.dim_other_screens:
            self._dimmer.cover_all_but(screen)

    # --- keys and paint ------------------------------------------------------------------------------------

    def deaf_to(self, event: QKeyEvent) -> bool:
        """Return whether this key is to be ignored; a key in the deaf time puts its end off.

        Not so Esc: nobody holds it for two seconds by accident, and whoever presses it wants to get out.
        """
        if self._keys_live:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return not self._listening
        if self._listening:
            self._quiet.start()
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        return self._keys_live and super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._listening:
            self._quiet.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        outline = self.outline
        if outline is None:
            super().paintEvent(_event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.theme.edge), 1))
        painter.setBrush(QColor(self.look.theme.ground))
        painter.drawPath(outline)
        painter.end()


def _close_menus() -> None:
    """Close what is open of our own menus and choices: it would lie over the break and take its keys."""
    while (open_ := QApplication.activePopupWidget()) is not None and open_.close():
        pass


def card_size(width: int, height: int) -> tuple[int, int]:
    """Return the size of the card on a screen with so much room, px."""
    grown = max(1.0, height * CARD_OF_LARGE / CARD_MOST[1])
    return (
        min(round(CARD_MOST[0] * grown), round(width * CARD_SHARE)),
        min(round(CARD_MOST[1] * grown), round(height * CARD_SHARE)),
    )


def _rounded(box: QRectF) -> QPainterPath:
    outline = QPainterPath()
    outline.addRoundedRect(box, CORNER, CORNER)
    return outline
