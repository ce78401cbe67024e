"""Marks text for translation where Qt is not allowed."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 (the name is what lupdate looks for)
    """Return `text` unchanged; lupdate collects it under `context`, the window translates it."""
    return text
