"""How much is known of a persona: the six fields and the two goals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from blueprint.model import Persona
from blueprint.words import Phrase

FIELDS: Mapping[str, tuple[str, ...]] = {
    "age-and-place": ("age", "location"),
    "favourite-brands": ("favourite_brands",),
    "turn-ons-and-turn-offs": ("turn_ons", "turn_offs"),
    "channels": ("channels",),
    "devices": ("devices",),
    "behaviour": ("behaviours",),
}
"""The six fields, each with what the file calls its parts."""

PARTS: Mapping[str, Phrase] = {
    "age": Phrase.of("age"),
    "location": Phrase.of("place"),
    "favourite_brands": Phrase.of("favourite brands"),
    "turn_ons": Phrase.of("turn-ons"),
    "turn_offs": Phrase.of("turn-offs"),
    "channels": Phrase.of("channels by preference"),
    "devices": Phrase.of("devices and use"),
    "behaviours": Phrase.of("behaviour"),
    "goals.functional": Phrase.of("functional goal"),
    "goals.emotional": Phrase.of("emotional goal"),
}
"""What each part of a field, and each goal, is called within a sentence."""

TITLES: Mapping[str, Phrase] = {
    "age-and-place": Phrase.of("Age and place"),
    "favourite-brands": Phrase.of("Favourite brands"),
    "turn-ons-and-turn-offs": Phrase.of("Turn-ons and turn-offs"),
    "channels": Phrase.of("Channels by preference"),
    "devices": Phrase.of("Devices and use"),
    "behaviour": Phrase.of("Behaviour"),
}
"""What each is called."""

GOALS: Mapping[str, Phrase] = {
    "functional": Phrase.of("Functional goal"),
    "emotional": Phrase.of("Emotional goal"),
}
"""The two goals."""

KINDS: Mapping[str, Phrase] = {
    "functional": Phrase.of("functional goal"),
    "emotional": Phrase.of("emotional goal"),
}
"""The same within a sentence."""


class Completeness(NamedTuple):
    """How much is known of one persona.

    Attributes:
        fields: Per field, whether all its parts are told.
        goals: Per goal, whether it is told.
        missing: What is missing, as the file calls it.
    """

    fields: Mapping[str, bool]
    goals: Mapping[str, bool]
    missing: tuple[str, ...]

    @property
    def complete(self) -> int:
        """How many of the six fields are complete."""
        return sum(self.fields.values())


def completeness(persona: Persona) -> Completeness:
    """Return which of the six fields and two goals of a persona are told.

    Examples:
        >>> known = completeness(Persona(name="Commuter", age="25-40", devices=["phone"]))
        >>> known.complete, known.fields["age-and-place"], known.missing[0]
        (1, False, 'location')
    """
    goals = {goal: getattr(persona.goals, goal, None) is not None for goal in GOALS}
    missing = [part for parts in FIELDS.values() for part in parts if not getattr(persona, part)]
    missing += [f"goals.{goal}" for goal, told in goals.items() if not told]
    return Completeness(
        {field: all(getattr(persona, part) for part in parts) for field, parts in FIELDS.items()},
        goals,
        tuple(missing),
    )
