"""The page "When to see a doctor": general information, from the urgent to the harmless."""

from PySide6.QtCore import QCoreApplication

from unhunch.ui.look import Look
from unhunch.ui.page import Page, points

translate = QCoreApplication.translate


class Doctor(Page):
    """One page to read; nothing to decide."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("DoctorPage", "When to see a doctor"),
            translate(
                "DoctorPage",
                "An aching upper back is common. It mostly settles by itself, with rest and gentle movement, "
                "and there is rarely anything serious behind it. These signs are the exceptions.",
            ),
            [points(*section) for section in sections()],
            translate(
                "DoctorPage",
                "This page is general information, not medical advice, and it cannot know you. If you are "
                "worried, asking somebody who can examine you is always right.",
            ),
        )


def sections() -> list[tuple[str, str, list[str]]]:
    """Return (heading, urgency, signs) from the most urgent down."""
    return [
        (
            translate("DoctorPage", "Call for emergency help now"),
            "urgent",
            [
                translate(
                    "DoctorPage", "Chest pain, trouble breathing, or pain that runs into an arm or the jaw"
                ),
                translate("DoctorPage", "Pain after an accident or a fall"),
                translate(
                    "DoctorPage", "Bladder or bowel suddenly out of control, or numbness between the legs"
                ),
                translate("DoctorPage", "Weakness in both legs"),
                translate("DoctorPage", "A stiff neck with fever, or the worst headache you have ever had"),
            ],
        ),
        (
            translate("DoctorPage", "See a doctor the same day"),
            "soon",
            [
                translate("DoctorPage", "Back pain together with fever"),
                translate("DoctorPage", "A hand that grows weak or clumsy, or an unsteady walk"),
                translate("DoctorPage", "Pain that stays all night, whichever way you lie"),
                translate("DoctorPage", "Losing weight without meaning to"),
                translate(
                    "DoctorPage", "New pain with osteoporosis, after a cancer, or on long-term steroids"
                ),
            ],
        ),
        (
            translate("DoctorPage", "Make an appointment"),
            "plan",
            [
                translate("DoctorPage", "No better after three to four weeks"),
                translate("DoctorPage", "Still there after six weeks, or getting worse"),
                translate("DoctorPage", "Numbness or tingling for more than a few days"),
                translate("DoctorPage", "Severe pain, or anything about it that worries you"),
            ],
        ),
        (
            translate("DoctorPage", "Usually harmless"),
            "calm",
            [
                translate("DoctorPage", "A dull ache or stiffness after long hours in one position"),
                translate("DoctorPage", "Tightness that lets go when you move, stretch or get warm"),
                translate("DoctorPage", "Sore muscles for a day or two after something unusual"),
            ],
        ),
    ]
