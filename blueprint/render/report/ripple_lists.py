"""What a ripple passes and whom it falls to, as lines of text, each entry with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from blueprint.analysis.ripple.lists import (
    Article,
    Coming,
    ComplaintRoute,
    Stage,
    StandardTouched,
    Tally,
)
from blueprint.analysis.ripple.results import Moment, RippleReport, Touched
from blueprint.analysis.ripple.words import KIND, STAGE, coming_told, some_of
from blueprint.words import Phrase
from blueprint.words.label import listing

Block = tuple[Phrase, Iterable[Phrase]]
Names = Mapping[str, Phrase]
"""What the ids of departments and steps are called."""

MOST_LINES = 40
"""How many lines of one list are told; the report has them all."""

MOST_BLUEPRINTS = 20
"""How many blueprints are told of; the report has them all."""


def lists(report: RippleReport) -> Iterator[Block]:
    """Go through the lists of a ripple, each with its heading; some may be empty."""
    names = report.names
    for heading, lines in (
        ("Promises at stake", (_promise(p, names) for p in report.promises)),
        ("Moments of truth", (_moment(m, names) for m in report.moments_of_truth)),
        ("Personas", (_entry(persona, []) for persona in report.personas)),
        ("Standards to look at again", _standards(report)),
        ("Knowledge articles to revise", (_article(a, names) for a in report.articles)),
        ("Metrics that should move", _metrics(report)),
        ("Levers it passes", _levers(report)),
        ("Complaint routes that pass here", _routes(report)),
    ):
        yield Phrase.of(heading), _some(lines)
    yield Phrase.of("Where it falls"), _tallies(report)


def _some(lines: Iterator[Phrase]) -> Iterator[Phrase]:
    """Go through the first lines of a list, and say how many more there are."""
    yield from islice(lines, MOST_LINES)
    more = sum(1 for _ in lines)
    if more:
        yield Phrase.of("and {n} more; as CSV or JSON the report has all", n=more)


def _promise(promise: Touched, names: Names) -> Phrase:
    if promise.department is None:
        return promise.reason
    maker = Phrase.of("made by {name}", name=names[promise.department])
    return Phrase.of("{name} ({what})", name=promise.reason, what=maker)


def _entry(touched: Touched, facts: list[Phrase]) -> Phrase:
    return _line(touched.name, facts, touched.reason)


def _line(name: Phrase, facts: Sequence[Phrase], reason: Phrase) -> Phrase:
    if not facts:
        return Phrase.of("{name}: {what}", name=name, what=reason)
    return Phrase.of("{name} ({facts}): {why}", name=name, facts=_row(facts), why=reason)


def _row(parts: Sequence[Phrase]) -> Phrase:
    whole = parts[0]
    for part in parts[1:]:
        whole = Phrase.of("{some}; {more}", some=whole, more=part)
    return whole


def _department(said: str, of: Touched | StandardTouched | Article, names: Names) -> list[Phrase]:
    return [] if of.department is None else [Phrase.of(said, name=names[of.department])]


def _moment(moment: Moment, names: Names) -> Phrase:
    facts = _department("{name} answers for it", moment, names)
    facts += [Phrase.of("standard “{text}”", text=text) for text in moment.standards]
    return _entry(moment, facts)


def _standards(report: RippleReport) -> Iterator[Phrase]:
    """Go through the standards of actions; those of moments of truth stand with these."""
    for standard in report.standards:
        if standard.of == "action":
            facts = [Phrase.of("of “{name}”", name=standard.name)]
            facts += _department("{name}", standard, report.names)
            yield _line(standard.text, facts, standard.reason)


def _article(article: Article, names: Names) -> Phrase:
    facts = _department("kept by {name}", article, names)
    if article.updated is not None:
        facts.append(Phrase.of("last changed {date}", date=article.updated))
    return _line(article.name, facts, article.reason)


def _metrics(report: RippleReport) -> Iterator[Phrase]:
    for metric in report.metrics:
        yield _line(metric.name, [], metric.reason)
    if report.remeasure is not None:
        yield Phrase.of("To be measured again on {date}", date=report.remeasure)


def _levers(report: RippleReport) -> Iterator[Phrase]:
    for touched in report.touched:
        facts = [] if touched.kind == "lever" else [Phrase.of(KIND[touched.kind])]
        yield _line(touched.name, facts, touched.reason)


def _routes(report: RippleReport) -> Iterator[Phrase]:
    """Go through where complaints come in and go to; steps with the same route in one line."""
    same: dict[tuple[tuple[str, ...], tuple[str, ...]], list[ComplaintRoute]] = {}
    for route in report.complaint_routes:
        same.setdefault((route.entries, route.owners), []).append(route)
    for (entries, owners), routes in same.items():
        yield Phrase.of(
            "Complaints about {steps} come in at {entries} and go to {owners}",
            steps=some_of([_quoted(route.name) for route in routes]),
            entries=some_of([_quoted(report.names[entry]) for entry in entries]),
            owners=listing([report.names[owner] for owner in owners]),
        )
    for stages in dict.fromkeys(route.stages for route in report.complaint_routes if route.stages):
        yield Phrase.of("Stages of handling: {stages}", stages=_stages(stages, report.names))


def _stages(stages: Sequence[Stage], names: Names) -> Phrase:
    """Return who owns which stages of handling a complaint, the owner of the first one first."""
    owned: dict[str, list[Phrase]] = {}
    for stage in stages:
        owned.setdefault(stage.department, []).append(
            Phrase.of(STAGE.get(stage.stage, stage.stage))
        )
    said = [
        Phrase.of("{name} ({facts})", name=names[department], facts=listing(held))
        for department, held in owned.items()
    ]
    return listing(said)


def _tallies(report: RippleReport) -> Iterator[Phrase]:
    by = {
        kind: [t for t in report.tallies if t.by == kind]
        for kind in ("blueprint", "department", "lane")
    }
    if len(by["blueprint"]) > 1:
        homes = sorted(by["blueprint"], key=lambda tally: -tally.count)
        for tally in homes[:MOST_BLUEPRINTS]:
            yield _blueprint(tally, report)
        if len(homes) > MOST_BLUEPRINTS:
            yield Phrase.of("and {n} more", n=len(homes) - MOST_BLUEPRINTS)
    for heading, kind in (("By department: {counts}", "department"), ("By lane: {counts}", "lane")):
        if len(by[kind]) > 1:
            order = sorted(by[kind], key=lambda tally: (tally.id is None, -tally.count))
            yield Phrase.of(heading, counts=some_of([_count(t.name, t.count) for t in order], 12))


def _blueprint(tally: Tally, report: RippleReport) -> Phrase:
    counted: tuple[tuple[Coming, int], ...] = (
        ("changed", tally.changed),
        ("new", tally.added),
        ("reached", tally.reached),
    )
    asked = report.only_asked
    counts = listing([_count(coming_told(coming, asked=asked), n) for coming, n in counted if n])
    if not tally.departments:
        return Phrase.of("{name}: {what}", name=tally.name, what=counts)
    shares = [_count(report.names[department], n) for department, n in tally.departments]
    return Phrase.of(
        "{name}: {counts}; {departments}",
        name=tally.name,
        counts=counts,
        departments=some_of(shares),
    )


def _count(name: Phrase, n: int) -> Phrase:
    return Phrase.of("{name} {n}", name=name, n=n)


def _quoted(name: Phrase) -> Phrase:
    return Phrase.of("“{name}”", name=name)
