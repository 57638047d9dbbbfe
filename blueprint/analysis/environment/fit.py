"""The checklist of fit: what the blueprint can answer, and what is to be judged on site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.analysis.environment.surroundings import Around, to_be_placed
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

Answer = Literal["yes", "no", "untold", "idle"]
"""How a question is answered: ``untold`` where nobody can tell, ``idle`` where it does not arise."""

_MOST = 8
"""How many words of a brand, and how many personas, a question names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question the blueprint can answer, with its count.

    Attributes:
        text: The question.
        met: For how many it holds.
        asked: For how many it can be told.
        untold: For how many nobody can tell.
    """

    text: Phrase
    met: int
    asked: int
    untold: int = 0

    @property
    def answer(self) -> Answer:
        """No where it fails once; yes where it holds for all there are; else nobody can tell.

        Examples:
            >>> text = Phrase.of("Is there a chair?")
            >>> counts = ((2, 2, 0), (1, 2, 0), (2, 2, 1), (0, 0, 0))
            >>> [Question(text=text, met=m, asked=n, untold=u).answer for m, n, u in counts]
            ['yes', 'no', 'untold', 'idle']
        """
        if self.met < self.asked:
            return "no"
        if self.untold:
            return "untold"
        return "yes" if self.asked else "idle"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToJudge:
    """One question that only people on site can answer.

    Attributes:
        aspect: What it is about.
        text: The question.
    """

    aspect: Phrase
    text: Phrase


def questions(found: Sequence[Around]) -> tuple[Question, ...]:
    """Return the questions the blueprint can answer."""
    site = [a for a in found if a.presence == "on-site"]
    unsure = [a for a in found if a.presence == "untold"]
    told = [a for a in site if a.hard is not None]
    doubtful = [*unsure, *(a for a in site if a.hard is None)]
    moments = [a for a in found if a.moment]
    things = [thing for a in found for thing in a.things]
    placed = to_be_placed(found)
    ruled = [a for a in found for _ in a.of("soft")]
    return (
        Question(
            text=Phrase.of("Is something hard named wherever the customer is on site?"),
            met=sum(a.hard is True for a in told),
            asked=len(told),
            untold=len(doubtful),
        ),
        Question(
            text=Phrase.of("Has every moment of truth on site its hard surroundings?"),
            met=sum(a.hard is True for a in told if a.moment),
            asked=sum(a.moment for a in told),
            untold=sum(a.moment for a in doubtful),
        ),
        Question(
            text=Phrase.of("Has every moment of truth a rule or a standard?"),
            met=sum(a.soft for a in moments),
            asked=len(moments),
        ),
        Question(
            text=Phrase.of(
                "Does a standard stand behind every rule the customer meets, and somebody "
                "who answers for it?"
            ),
            met=sum(bool(a.standards) and a.answered for a in ruled),
            asked=len(ruled),
        ),
        Question(
            text=Phrase.of("Does every piece of evidence say of what kind it is?"),
            met=sum(thing.kind is not None for thing in things),
            asked=len(things),
        ),
        Question(
            text=Phrase.of("Is it said of everything hard, and of every rule, where it is?"),
            met=sum(thing.place is not None for thing in placed),
            asked=len(placed),
            untold=sum(thing.kind is None for thing in things),
        ),
        Question(
            text=Phrase.of(
                "Is it told how the place feels to the senses, wherever the customer is on site?"
            ),
            met=sum(a.sensed for a in site),
            asked=len(site),
            untold=len(unsure),
        ),
    )


def to_judge(graph: Graph) -> Iterator[ToJudge]:
    """Go through the questions that are to be judged on site, and are not scored."""
    yield ToJudge(
        aspect=Phrase.of("Ambience"),
        text=Phrase.of("Do light, sound, smell and warmth suit what customers do there?"),
    )
    yield ToJudge(
        aspect=Phrase.of("Space and function"),
        text=Phrase.of(
            "Can everybody move, wait and be served with ease, with a pram or a wheelchair too?"
        ),
    )
    yield ToJudge(
        aspect=Phrase.of("Space and function"),
        text=Phrase.of("Is everything clean, whole and working whenever the service is open?"),
    )
    yield ToJudge(
        aspect=Phrase.of("Signs and symbols"),
        text=Phrase.of("Does a newcomer find the way and the rules without asking?"),
    )
    yield ToJudge(
        aspect=Phrase.of("Rules"),
        text=Phrase.of("Do staff live by the rules and standards as they are written?"),
    )
    brand = [label_phrase(w) for _, h in holders(graph) if h.brand for w in h.brand.stands_for]
    if brand:
        yield ToJudge(
            aspect=Phrase.of("Brand"),
            text=Phrase.of(
                "Do the surroundings say what the brand stands for: {brand}?",
                brand=listing(list(dict.fromkeys(brand))[:_MOST]),
            ),
        )
    people = [label_phrase(node.name) for node in graph.of_kind("persona")][:_MOST]
    if people:
        yield ToJudge(
            aspect=Phrase.of("Personas"),
            text=Phrase.of("Would they feel at ease there: {names}?", names=listing(people)),
        )
