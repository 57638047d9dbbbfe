"""What surrounds the customer, hard and soft, and how far it can be told whether it fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.channels.offered import touchpoints
from blueprint.analysis.environment.figures import tables
from blueprint.analysis.environment.findings import findings
from blueprint.analysis.environment.fit import Question, ToJudge, questions, to_judge
from blueprint.analysis.environment.surroundings import (
    SIDE,
    Around,
    Side,
    Thing,
    arounds,
    to_be_placed,
)
from blueprint.analysis.naming import filled
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.analysis.written import told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Mark, Method, Overlay, Point, Report, Role, Series
from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """All that is found."""

    arounds: tuple[Around, ...]
    asked: tuple[Question, ...]
    judged: tuple[ToJudge, ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        return tuple(thing for around in self.arounds for thing in around.things)

    @property
    def site(self) -> tuple[Around, ...]:
        return tuple(around for around in self.arounds if around.presence == "on-site")

    def count(self, side: Side) -> int:
        return sum(thing.side == side for thing in self.things)


def environment(graph: Graph, *, most: int = 50) -> Report:
    """Return what surrounds the customer in each step, hard and soft, and whether it fits.

    Hard surroundings are decor, facilities, equipment and tools; soft ones are the rules the
    customer meets and the standards of the step. Documents, screens and people are neither.
    The customer is on site where a channel of the step is a place (``kind: store``), or where
    decor, a facility or equipment stands. A checklist of fit says what the blueprint can
    answer, with counts, and what is to be judged on site, which nobody scores here.

    Args:
        graph: The graph.
        most: How many steps and things are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    actions = actions_by_step(graph)
    own = arounds(graph, actions, tuple(touchpoints(graph, actions)))
    found = _Found(arounds=own, asked=questions(own), judged=tuple(to_judge(graph)))
    return Report(
        name="environment",
        title=Phrase.of("What surrounds the customer"),
        method=_method(found, most),
        summary=tuple(_sentences(found)),
        findings=tuple(findings(graph, own)),
        tables=filled(*tables(graph, found.arounds, found.asked, found.judged, most)),
        charts=(_chart(found),) if any(t.kind for t in found.things) else (),
        overlay=_overlay(graph, found, actions),
    )


def _method(found: _Found, most: int) -> Method:
    assumptions = [
        Phrase.of(
            "the customer is on site where a channel of the step is a place (kind: store), or "
            "where decor, a facility or equipment stands"
        ),
        Phrase.of("the standards of a step hold for what surrounds the customer in it"),
        Phrase.of("documents, screens and people are neither hard nor soft"),
    ]
    if max(len(found.arounds), len(found.things)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("whether the surroundings fit those who are in them: judge it on site")]
    unsure = sum(around.presence == "untold" for around in found.arounds)
    if unsure:
        said = "whether the customer is on site: no channel says of what kind it is, in steps: {n}"
        cannot.insert(0, Phrase.of(said, n=unsure))
    return Method(
        name="environment",
        source=Phrase.of(
            "hard and soft surroundings: defined here; what to judge on site: after the three "
            "dimensions of servicescapes (Bitner 1992, as recalled)"
        ),
        formula="hard = decor, facility, equipment, tool; soft = rule, standard; "
        "answer = no where it fails once, yes where it holds for all that can be told",
        scale=Phrase.of("counts, and yes, no or cannot tell; there is no score"),
        direction=Phrase.of("more that is named and placed can be looked after"),
        n=len(found.things),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(found: _Found) -> Iterator[Phrase]:
    if not found.arounds:
        yield Phrase.of("There is no step in which a customer acts or meets anything.")
        return
    untold, standards = found.count("untold"), sum(len(a.standards) for a in found.arounds)
    if untold < len(found.things) or standards:
        yield Phrase.of(
            "Hard surroundings (decor, facilities, equipment, tools): {hard}; soft ones: {rules}, "
            "{standards}; besides: {other}.",
            hard=told_count(found.count("hard"), "1 thing", "{n} things"),
            rules=told_count(found.count("soft"), "1 rule", "{n} rules"),
            standards=told_count(standards, "1 standard", "{n} standards"),
            other=told_count(
                found.count("other"),
                "1 document, screen or person",
                "{n} documents, screens and people",
            ),
        )
    if untold:
        said = "Pieces of evidence that do not say their kind: {n} of {m}."
        yield Phrase.of(said, n=untold, m=len(found.things))
    yield from _on_site(found)
    placed = to_be_placed(found.arounds)
    if placed:
        said = "Hard things and rules that say where they are: {n} of {m}."
        yield Phrase.of(said, n=sum(t.place is not None for t in placed), m=len(placed))
    yield _answered(found)


def _on_site(found: _Found) -> Iterator[Phrase]:
    site = found.site
    if site:
        said = "Steps with the customer on site: {n} of {m}."
        yield Phrase.of(said, n=len(site), m=len(found.arounds))
        told = [around for around in site if around.hard is not None]
        if told:
            said = "With something hard named there: {n} of the {m} that can be told."
            if len(told) == len(site):
                said = "With something hard named there: {n} of these."
            yield Phrase.of(said, n=sum(a.hard is True for a in told), m=len(told))
    elif all(around.presence == "elsewhere" for around in found.arounds):
        yield Phrase.of("The customer is on site in no step.")
    else:
        yield Phrase.of("Cannot tell in which steps the customer is on site.")


def _answered(found: _Found) -> Phrase:
    answers = [question.answer for question in found.asked]
    return Phrase.of(
        "Questions of fit the blueprint answers: yes {yes}, no {no}, cannot tell {open}; to be "
        "judged on site: {more}.",
        yes=answers.count("yes"),
        no=answers.count("no"),
        open=answers.count("untold"),
        more=len(found.judged),
    )


def _chart(found: _Found) -> Chart:
    def series(name: Phrase, *, somewhere: bool) -> Series:
        counts = dict.fromkeys(SIDE, 0)
        for thing in found.things:
            if thing.kind is not None and (thing.place is not None) == somewhere:
                counts[thing.kind] += 1
        points = (Point(label=Phrase.of(kind), y=counts[kind]) for kind in SIDE)
        return Series(name=name, points=tuple(points))

    return Chart(
        name="kinds",
        title=Phrase.of("What the customer meets, by kind"),
        kind="stack",
        across=Phrase.of("Kind"),
        up=Phrase.of("Pieces of evidence"),
        series=(
            series(Phrase.of("with a place"), somewhere=True),
            series(Phrase.of("without a place"), somewhere=False),
        ),
    )


def _overlay(graph: Graph, found: _Found, actions: Mapping[int, Sequence[int]]) -> Overlay:
    marks: dict[str, Mark] = {}
    for around in found.site:
        if around.hard is False:
            note = Phrase.of("the customer is on site, and nothing hard is named")
            card = card_of(graph, around.step, actions)
            marks.setdefault(card, Mark(role="warning", badge="!", note=note))
    for thing in found.things:
        if thing.side in ("hard", "soft") and thing.kind is not None:
            role: Role = "reached" if thing.side == "hard" else "touch"
            mark = Mark(role=role, note=Phrase.of(thing.kind))
            marks.setdefault(graph.nodes[thing.card].id, mark)
    return Overlay(
        title=Phrase.of("What surrounds the customer"),
        elements=marks,
        meanings={
            "reached": Phrase.of("hard: decor, facility, equipment or tool"),
            "touch": Phrase.of("soft: a rule"),
            "warning": Phrase.of("the customer is on site, and nothing hard is named"),
        },
    )
