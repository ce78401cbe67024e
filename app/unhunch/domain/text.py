"""Words for the person, marked for translation where Qt is not allowed."""

from collections.abc import Callable, Mapping
from typing import Any, Self


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 (the name is what lupdate looks for)
    """Return `text` unchanged; lupdate collects it under `context`, the window translates it."""
    return text


class Sentence(str):
    """A sentence in English that remembers how it was made, so that a window can translate it.

    Made from a template marked with QT_TRANSLATE_NOOP and the values for its {names}; a value may be a
    Sentence itself.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, **values: Any) -> Self:
        """Fill `template`; it is kept as it is where there are no values."""
        made = super().__new__(cls, template.format(**values))
        made.template = template
        made.values = values
        return made

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language that `translate` turns templates into."""
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.template).format(**values)
