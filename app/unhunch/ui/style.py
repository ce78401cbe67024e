"""The one style: type and spacing scales, and the style sheet that all windows wear."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from unhunch.ui.palette import Theme

SPACE = 8
"""The grid, px: gaps are multiples of it."""
RADIUS = 10
"""Corner of buttons and fields, px; cards take 16."""
CARD_RADIUS = 16
FIELD_SIDES = 16
"""What border and padding add to the height of a field, px."""
FIELD_WORDS = 13
"""From the edge of a field to its words, px: border, padding and what Qt leaves free."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Text sizes in px, from the body size up and down."""

    body: int

    @property
    def line(self) -> int:
        """Height of what a button or field holds: one line, in any font, so that all are equally high."""
        return max(20, round(self.body * 1.45))

    @property
    def small(self) -> int:
        return round(self.body * 0.87)

    @property
    def lead(self) -> int:
        return round(self.body * 1.2)

    @property
    def title(self) -> int:
        return round(self.body * 1.6)


def type_scale() -> TypeScale:
    """Return the scale that fits the system's font: never below 14 px, larger where the person wants it."""
    return TypeScale(max(14, QFontInfo(QGuiApplication.font()).pixelSize()))


def font(px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the system's font at `px` pixels."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(max(1, round(px)))
    made.setWeight(weight)
    return made


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget its role in the style sheet: "primary", "quiet", "card", "soft", ..."""
    widget.setProperty("kind", kind)


def mark(widget: QWidget, name: str, on: bool) -> None:
    """Tell the style sheet something about a widget that is shown; dressing it anew is dear."""
    if widget.property(name) != on:
        widget.setProperty(name, on)
        dress_anew(widget)


def dress_anew(widget: QWidget) -> None:
    """Have the style sheet look again at what a widget is."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme, for what the style sheet does not reach (menus, tooltips)."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.ground,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink_soft,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.button,
        role.HighlightedText: theme.on_button,
        role.Link: theme.accent_text,
        role.LinkVisited: theme.accent_text,
    }
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.off))
    return made


def style_sheet(theme: Theme, scale: TypeScale) -> str:
    """Return the style sheet of every window in this theme."""
    t = theme
    round_px = scale.line + 14
    start, end, filled = (
        ("right", "left", "add") if QGuiApplication.isRightToLeft() else ("left", "right", "sub")
    )
    return f"""
* {{ font-size: {scale.body}px; color: {t.ink}; }}
QWidget[kind="window"], QWidget[kind="page"] {{ background: {t.ground}; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line};
    border-radius: {CARD_RADIUS}px; }}
QFrame[kind="side"] {{ border-{end}: 1px solid {t.line}; }}
QFrame[kind="foot"] {{ background: {t.surface}; border-top: 1px solid {t.line}; }}
QFrame[kind="bar"] {{ background: {t.surface}; border-top: 1px solid {t.line}; }}
QWidget[parted="true"] {{ border-top: 1px solid {t.line}; }}
QFrame[urgency="urgent"] {{ background: {t.accent}; border-radius: 2px; }}
QFrame[urgency="soon"] {{ background: {t.edge}; border-radius: 2px; }}
QFrame[urgency="plan"] {{ background: {t.line}; border-radius: 2px; }}
QFrame[urgency="calm"] {{ background: {t.good}; border-radius: 2px; }}
QLabel {{ background: transparent; }}
QLabel[kind="title"] {{ font-size: {scale.title}px; font-weight: 600; }}
QLabel[kind="lead"] {{ font-size: {scale.lead}px; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="soft"] {{ color: {t.ink_soft}; }}
QLabel[kind="small"] {{ color: {t.ink_soft}; font-size: {scale.small}px; }}
QLabel[kind="over"] {{ color: {t.accent_text}; font-size: {scale.small}px; font-weight: 600; }}
QLabel[kind="problem"] {{ color: {t.accent_text}; }}

QPushButton {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: {RADIUS}px;
    padding: 7px 16px; min-height: {scale.line}px; outline: none; }}
QPushButton:hover {{ background: {t.raised}; border-color: {t.ink_soft}; }}
QPushButton:pressed {{ background: {t.raised}; border-color: {t.ink}; }}
QPushButton:focus {{ border: 2px solid {t.accent_text}; padding: 6px 15px; }}
QPushButton:disabled {{ color: {t.off}; border-color: {t.off_line}; background: transparent; }}
QPushButton[kind="primary"] {{ background: {t.button}; border: 1px solid {t.button}; color: {t.on_button};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {t.button_hover}; border-color: {t.button_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.button_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink}; padding: 6px 15px; }}
QPushButton[kind="bare"], QPushButton[kind="quiet"], QPushButton[kind="link"] {{ background: transparent;
    border: 1px solid transparent; }}
QPushButton[kind="bare"]:hover {{ background: {t.raised}; }}
QPushButton[kind="bare"]:focus {{ border: 2px solid {t.accent_text}; padding: 6px 15px; }}
QPushButton[kind="quiet"] {{ color: {t.ink_soft}; }}
QPushButton[kind="quiet"]:hover {{ background: {t.raised}; color: {t.ink}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent_text}; padding: 6px 15px; }}
QPushButton[kind="link"] {{ color: {t.accent_text}; padding: 4px 6px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent_text}; padding: 3px 5px; border-radius: 6px; }}
QPushButton[kind="back"] {{ background: transparent; color: {t.accent_text}; border: 1px solid transparent;
    border-radius: 4px; padding: 0px 3px; margin-{start}: -4px; min-height: 20px; font-size: {scale.small}px;
    text-align: left; }}
QPushButton[kind="back"]:hover {{ text-decoration: underline; }}
QPushButton[kind="back"]:focus {{ border: 1px solid {t.accent_text}; text-decoration: underline; }}
QPushButton[kind="choice"] {{ padding: 7px 14px; color: {t.ink_soft}; }}
QPushButton[kind="choice"]:focus {{ padding: 6px 13px; }}
QPushButton[kind="choice"]:checked {{ background: {t.ink}; border-color: {t.ink}; color: {t.ground}; }}
QPushButton[kind="bare"]:disabled, QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled,
    QPushButton[kind="choice"]:disabled {{ color: {t.off}; }}
QPushButton[kind="primary"]:disabled {{ color: {t.off}; border-color: {t.off_line};
    background: transparent; }}
QPushButton[kind="answer"]:checked {{ background: {t.ink}; border-color: {t.ink}; color: {t.ground}; }}
QPushButton[kind="choice"]:checked:focus, QPushButton[kind="answer"]:checked:focus {{
    border-color: {t.accent_text}; }}
QPushButton[kind="menu"] {{ padding-right: 34px; }}
QPushButton[kind="menu"]:focus {{ padding-right: 33px; }}
QPushButton::menu-indicator {{ image: none; width: 0px; height: 0px; }}
QPushButton[kind="round"] {{ border-radius: {scale.line // 2 + 8}px; min-width: {round_px}px;
    max-width: {round_px}px; min-height: {round_px}px; max-height: {round_px}px; padding: 0px;
    font-size: {scale.lead}px; }}

QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {{ background: {t.surface}; border: 1px solid {t.edge};
    border-radius: 8px; padding: 7px 10px; min-height: {scale.line}px; selection-background-color: {t.button};
    selection-color: {t.on_button}; }}
QSpinBox, QDoubleSpinBox {{ max-height: {scale.line}px; }}
QLineEdit {{ placeholder-text-color: {t.ink_soft}; }}
QLineEdit[kind="search"] {{ margin: 0px 2px; }}
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus {{
    border: 2px solid {t.accent_text}; padding: 6px 9px; }}
QComboBox {{ padding-{end}: 30px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; width: 0px; height: 0px; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; min-height: 0px;
    padding: 0px 0px 0px 10px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: margin; width: 0px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; padding: 5px;
    outline: none; }}
QComboBox QAbstractItemView::item {{ padding: 5px 9px; border: none; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.button}; color: {t.on_button}; }}
QPlainTextEdit, QTextBrowser {{ background: {t.surface}; border: 1px solid {t.edge};
    border-radius: {RADIUS}px; padding: 8px; selection-background-color: {t.button};
    selection-color: {t.on_button}; }}
QPlainTextEdit[kind="field"] {{ border-radius: 8px; padding: 7px 12px; }}
QPlainTextEdit[kind="field"]:focus {{ border: 2px solid {t.accent_text}; padding: 6px 11px; }}
QPlainTextEdit:focus {{ border: 2px solid {t.accent_text}; padding: 7px; }}
QScrollArea, QListView {{ background: transparent; border: none; outline: none; }}
QListWidget[kind="pages"] {{ border: 2px solid transparent; border-radius: 10px; }}
QListWidget[kind="pages"][searching="true"]:focus {{ border-color: {t.accent_text}; }}
QListWidget[kind="pages"]::item {{ padding: 9px 12px; border: 2px solid transparent; border-radius: 8px; }}
QListWidget[kind="pages"][low="true"]::item {{ padding: 3px 12px; }}
QListWidget[kind="pages"]::item:hover {{ background: {t.raised}; }}
QListWidget[kind="pages"]::item:selected {{ background: {t.surface}; color: {t.accent_text};
    font-weight: 600; border-color: {t.line}; }}
QListWidget[kind="pages"]::item:selected:focus {{ border-color: {t.accent_text}; }}
QListWidget {{ background: transparent; border: none; outline: none; }}
QListWidget::item {{ padding: 7px 10px; border: 2px solid transparent; border-radius: {RADIUS}px; }}
QListWidget::item:hover {{ background: {t.raised}; }}
QListWidget::item:selected {{ background: {t.raised}; color: {t.ink}; border: 2px solid {t.edge}; }}
QListWidget::item:selected:focus {{ border: 2px solid {t.accent_text}; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {t.track}; }}
QSlider::{filled}-page:horizontal {{ height: 6px; border-radius: 3px; background: {t.accent}; }}
QSlider::handle:horizontal {{ width: 18px; height: 18px; margin: -7px 0px; border-radius: 10px;
    background: {t.surface}; border: 2px solid {t.edge}; }}
QSlider::handle:horizontal:hover {{ border-color: {t.ink_soft}; }}
QSlider::handle:horizontal:focus {{ border-color: {t.accent_text}; background: {t.accent_text}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.edge}; border-radius: 4px; min-height: 32px; }}
QScrollBar[idle="true"]::handle:vertical {{ background: transparent; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {t.edge}; border-radius: 4px; min-width: 32px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 6px; }}
QMenu::item {{ padding: 7px 24px 7px 14px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.button}; color: {t.on_button}; }}
QMenu::item:disabled {{ color: {t.ink_soft}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 6px 8px; }}
QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: 4px 6px; }}
"""
