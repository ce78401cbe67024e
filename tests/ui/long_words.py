"""A language whose words are half as long again."""

from PySide6.QtCore import QTranslator


class LongWords(QTranslator):
    """Makes every text half as long again."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        words = text.replace("%n", str(n)) if n >= 0 else text
        return words + " " + "länger sogar noch etwas mehr"[: len(words) // 2] if len(words) > 1 else words
