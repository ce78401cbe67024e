"""What the engine knows of the stretches: how long each takes for this person, and what favours it."""

from collections.abc import Mapping

from msgspec import Struct


class Catalogue(Struct, frozen=True):
    """The stretches that breaks may show, all by id."""

    lengths_s: dict[str, float]
    """Seconds of each in the form and dose that the person sees."""
    favours: dict[str, float] = {}
    """How often "varied" brings it, beside others with 1, which is also what is not named."""
    in_routines_s: dict[str, dict[str, float]] = {}
    """By routine: seconds of those to which it gives a dose of its own."""

    @classmethod
    def of(cls, stretches: "Stretches") -> "Catalogue":
        """Return a catalogue; mere lengths make one that favours nothing."""
        return stretches if isinstance(stretches, Catalogue) else cls(dict(stretches))

    def length_s(self, stretch: str, routine: str = "") -> float:
        """Return the seconds of a stretch, where `routine` (a name or "") shows it. Raises KeyError."""
        in_routine = self.in_routines_s.get(routine, {})
        return in_routine[stretch] if stretch in in_routine else self.lengths_s[stretch]

    def favour(self, stretch: str) -> float:
        """Return how often "varied" brings a stretch, beside others with 1."""
        return self.favours.get(stretch, 1.0)


Stretches = Catalogue | Mapping[str, float]
"""A catalogue, or (where nothing else matters) the mere lengths in seconds, by id."""
