"""What is found of surroundings, and how it is said in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from blueprint.analysis.environment.fit import Answer, Question, ToJudge
from blueprint.analysis.environment.surroundings import Around, Side, Thing, to_be_placed
from blueprint.analysis.written import told_count
from blueprint.words import Phrase
from blueprint.words.label import listing

_ANSWERS: tuple[tuple[Answer, str], ...] = (
    ("yes", "{n} yes"),
    ("no", "{n} no"),
    ("untold", "{n} cannot tell"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that is found.

    Attributes:
        arounds: The steps with what surrounds the customer.
        asked: The questions of fit that arise.
        judged: The questions to be judged on site.
    """

    arounds: tuple[Around, ...]
    asked: tuple[Question, ...]
    judged: tuple[ToJudge, ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        """All evidence, step by step."""
        return tuple(thing for around in self.arounds for thing in around.things)

    @property
    def site(self) -> tuple[Around, ...]:
        """The steps with the customer on site."""
        return tuple(around for around in self.arounds if around.presence == "on-site")

    def count(self, side: Side) -> int:
        """Return how much evidence stands on a side."""
        return sum(thing.side == side for thing in self.things)


def sentences(found: Found) -> Iterator[Phrase]:
    """Go through the sentences of the summary."""
    if not found.arounds:
        yield Phrase.of("There is no step in which a customer acts or meets anything.")
        return
    yield from _met(found)
    yield _on_site(found)
    yield from _placed(found)
    yield from _fit(found)


def _met(found: Found) -> Iterator[Phrase]:
    counts = (
        (
            found.count("hard"),
            "1 hard thing (decor, facility, equipment or tool)",
            "{n} hard things (decor, facilities, equipment, tools)",
        ),
        (found.count("soft"), "1 rule", "{n} rules"),
        (sum(len(around.standards) for around in found.arounds), "1 standard", "{n} standards"),
        (
            found.count("other"),
            "1 document, screen or person",
            "{n} documents, screens and people",
        ),
    )
    told = [told_count(n, one, several) for n, one, several in counts if n]
    if told:
        things = reduce(lambda one, more: Phrase.of("{told}; {more}", told=one, more=more), told)
        yield Phrase.of("What the customer meets: {things}.", things=things)
    untold, every = found.count("untold"), len(found.things)
    if untold and untold == every:
        yield Phrase.of("No piece of evidence says of what kind it is.")
    elif untold:
        said = "Pieces of evidence that do not say of what kind they are: {n} of {m}."
        yield Phrase.of(said, n=untold, m=every)


def _on_site(found: Found) -> Phrase:
    site = found.site
    if not site:
        if all(around.presence == "elsewhere" for around in found.arounds):
            return Phrase.of("The customer is on site in no step.")
        return Phrase.of("Cannot tell in which steps the customer is on site.")
    said = "The customer is on site in {n} of {m} steps{hard}."
    if len(site) == len(found.arounds):
        said = "The customer is on site in every step{hard}."
    return Phrase.of(said, n=len(site), m=len(found.arounds), hard=_hard(site))


def _hard(site: tuple[Around, ...]) -> Phrase:
    told = [around.hard for around in site if around.hard is not None]
    named = told.count(True)
    if not told:
        return Phrase.of("")
    if len(told) < len(site):
        said = "; of the {m} that can be told, something hard is named in {n}"
        return Phrase.of(said, n=named, m=len(told))
    if not named:
        return Phrase.of("; nothing hard is named there")
    if named == len(site):
        return Phrase.of("; something hard is named there")
    return Phrase.of("; something hard is named in {n} of them", n=named)


def _placed(found: Found) -> Iterator[Phrase]:
    placed = to_be_placed(found.arounds)
    named = sum(thing.place is not None for thing in placed)
    if placed and named == len(placed):
        yield Phrase.of("Every hard thing and every rule says where it is.")
    elif named:
        said = "Hard things and rules that say where they are: {n} of {m}."
        yield Phrase.of(said, n=named, m=len(placed))
    elif placed:
        yield Phrase.of("No hard thing and no rule says where it is.")


def _fit(found: Found) -> Iterator[Phrase]:
    answers = [question.answer for question in found.asked]
    told = [
        Phrase.of(said, n=answers.count(answer)) for answer, said in _ANSWERS if answer in answers
    ]
    if told:
        said = "Questions of fit, as the blueprint answers them: {answers}."
        yield Phrase.of(said, answers=listing(told))
    if found.judged:
        yield Phrase.of("Questions of fit to be judged on site: {n}.", n=len(found.judged))
