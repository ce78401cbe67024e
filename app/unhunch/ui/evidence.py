"""The page "Why these numbers?": what is behind the defaults, and what is not known."""

from PySide6.QtCore import QCoreApplication

from unhunch.ui.look import Look
from unhunch.ui.page import Page, points

translate = QCoreApplication.translate


class Evidence(Page):
    """Where the defaults come from, with their sources."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            translate("EvidencePage", "Why these numbers?"),
            translate(
                "EvidencePage",
                "The defaults are a fair reading of what has been studied. None of it is exact, so change "
                "them until they suit you: the break that you really take is the best one.",
            ),
            [points(*section) for section in sections()],
            translate(
                "EvidencePage",
                "Regular breaks and movement can ease discomfort. Unhunch is no treatment, and nothing here "
                "is medical advice.",
            ),
        )


def sections() -> list[tuple[str, str, list[str]]]:
    """Return (heading, urgency of its mark, points), each point with its source."""
    return [
        (
            translate("EvidencePage", "Every 45 minutes at the desk"),
            "calm",
            [
                translate(
                    "EvidencePage",
                    "Short breaks often are better than long ones seldom: 5 to 10 minutes after 50 to 60 at "
                    "the screen do more than 15 every two hours, and a break helps most before you are "
                    "tired. (Health and Safety Executive, L26)",
                ),
                translate(
                    "EvidencePage",
                    "For discomfort, a pause every 20 minutes did better than one every 40. (McLean and "
                    "others, 2001)",
                ),
            ],
        ),
        (
            translate("EvidencePage", "About three minutes, three stretches"),
            "calm",
            [
                translate(
                    "EvidencePage",
                    "People liked breaks of three minutes better than breaks of half a minute. (Henning and "
                    "others, 1997)",
                ),
                translate(
                    "EvidencePage",
                    "A stretch of 10 to 30 seconds, two to four times, to a mild pull and never to pain, is "
                    "the usual dose: about a minute for each exercise. (American College of Sports Medicine)",
                ),
                translate(
                    "EvidencePage",
                    "More than about four minutes in one session adds little. (Ingram and others, 2024)",
                ),
            ],
        ),
        (
            translate("EvidencePage", "Moving in the break"),
            "calm",
            [
                translate(
                    "EvidencePage",
                    "Over six months, 17 in 100 office workers with active breaks had new neck pain, against "
                    "44 in 100 without. (Waongenngarm and others, 2021; 193 people)",
                ),
            ],
        ),
        (
            translate("EvidencePage", "What is not known"),
            "plan",
            [
                translate(
                    "EvidencePage",
                    "A review of six small trials found no sure effect of breaks on pain in healthy workers. "
                    "(Cochrane, 2019)",
                ),
                translate(
                    "EvidencePage",
                    "Nobody has found the one right interval. If yours is another one, it is not wrong.",
                ),
            ],
        ),
        (
            translate("EvidencePage", "The other defaults"),
            "plan",
            [
                translate("EvidencePage", "Five minutes away from the desk count as a break."),
                translate("EvidencePage", "A minute of notice lets you finish your sentence."),
                translate("EvidencePage", "Snooze gives five minutes, at most twice; then a short version."),
            ],
        ),
    ]
