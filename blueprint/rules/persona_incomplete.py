"""A persona of which too little is said."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.model import Persona
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase

_FIELDS = (
    "age",
    "location",
    "favourite_brands",
    "turn_ons",
    "turn_offs",
    "channels",
    "devices",
    "behaviours",
)
_GOALS = ("functional", "emotional")


def find(context: Context) -> Iterator[Found]:
    """Go through the file's personas with any of the six fields or two goals missing.

    The six are age and place, favourite brands, turn-ons and turn-offs, channels in order
    of preference, devices, and behaviour.
    """
    personas = context.value.personas
    for key, persona in personas.items():
        missing = _missing(persona) if persona is not None else ()
        if missing:
            own = context.element(key)
            yield Found(
                path=("personas", key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "the persona {persona} says nothing of {missing}",
                    persona=context.named(own),
                    missing=", ".join(missing),
                ),
                hint=Phrase.of("ask such customers, and write what they say"),
            )


def _missing(persona: Persona) -> tuple[str, ...]:
    fields = tuple(name for name in _FIELDS if not getattr(persona, name))
    goals = tuple(f"goals.{name}" for name in _GOALS if getattr(persona.goals, name, None) is None)
    return (*fields, *goals)


RULE = Rule(
    code="BP603",
    name="persona-incomplete",
    severity="info",
    summary=Phrase.of("A persona lacks some of the six fields or the two goals."),
    why=Phrase.of("A persona with gaps gets filled with everybody's own idea of the customer."),
    failing="""\
blueprint: Café
personas: {commuter: {name: Commuter, age: 25-40}}
phases:
  Visit:
    - customer: Orders
""",
    mended="""\
blueprint: Café
channels: {counter: Counter}
personas:
  commuter:
    name: Commuter
    age: 25-40
    location: Shanghai
    favourite_brands: [Muji]
    turn_ons: [A short queue]
    turn_offs: [Loud music]
    channels: [counter]
    devices: [phone]
    behaviours: [Comes at eight]
    goals: {functional: Awake at nine, emotional: A quiet minute}
phases:
  Visit:
    - customer: Orders
""",
    find=find,
)
