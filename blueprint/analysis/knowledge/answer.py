"""Whether customers get one answer on every channel, and which articles to mend first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.amounts import share_told
from blueprint.analysis.knowledge.articles import Article, articles
from blueprint.analysis.knowledge.deflection import (
    Deflected,
    explicit_deflection,
    implicit_deflection,
)
from blueprint.analysis.knowledge.findings import findings
from blueprint.analysis.knowledge.tables import UNITY, deflections, differing, doubts, listed
from blueprint.analysis.marking import light
from blueprint.analysis.naming import (
    filled,
    name_of,
    named,
    trimmed,
)
from blueprint.analysis.ripple.starting import meant_by
from blueprint.analysis.written import day_of, told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.model import Knowledge
from blueprint.report import (
    Chart,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
)
from blueprint.words import Phrase
from blueprint.words.label import listing

_SHOWN = 12
"""How many articles a chart shows."""

_COMPARED = 2
"""From so many articles on, a chart shows more than a sentence."""

_A_YEAR = 365
_MOST_DAYS = 36_500


def knowledge(
    graph: Graph,
    *,
    as_of: str | None = None,
    stale_after: int = _A_YEAR,
    solved: Mapping[str, float] | None = None,
    asked: Mapping[str, float] | None = None,
    contacts: Mapping[str, float] | None = None,
) -> Report:
    """Return which articles answer differently by channel, are stale or doubted, most hit first.

    Deflection comes in two variants, never mixed. *Explicit*: of the readers who were asked,
    the share that says the question was answered. *Implicit*: of all look-ups, the share
    that no contact followed. Both need figures that files do not hold.

    Args:
        graph: The graph.
        as_of: The day to judge by, such as ``2026-03-01``; never the clock. Without it,
            nothing is called stale.
        stale_after: After how many days an article that was not changed is stale.
        solved: By article, how many readers said that it answered their question.
        asked: By article, how many readers were asked; goes with ``solved``.
        contacts: By article, how many look-ups a contact followed; held against its ``hits``.

    Raises:
        BlueprintError: ``as_of`` is no day, ``stale_after`` is not 1 to 36,500, or figures of
            deflection do not fit each other.
        ReferenceNotFoundError: Figures are given for what is no article.
    """
    if not 1 <= stale_after <= _MOST_DAYS:
        raise BlueprintError(Phrase.of("the option “stale_after” is 1 to 36,500 days"))
    found = articles(graph, day_of(as_of), stale_after)
    explicit = _explicit(graph, solved or {}, asked or {})
    implicit = _implicit(graph, contacts or {})
    return Report(
        name="knowledge",
        title=Phrase.of("Whether customers get one answer"),
        method=_method(found, as_of, stale_after, [*explicit, *implicit]),
        summary=tuple(_sentences(graph, found, explicit, implicit)),
        findings=tuple(findings(graph, found)),
        tables=filled(
            trimmed(listed(graph, found)),
            differing(graph, found),
            doubts(graph, found),
            deflections(graph, explicit, implicit),
        ),
        charts=tuple(_charts(graph, found)),
        overlay=_overlay(graph, found),
    )


def _explicit(
    graph: Graph, solved: Mapping[str, float], asked: Mapping[str, float]
) -> dict[int, Deflected]:
    yes, all_asked = _by_article(graph, solved), _by_article(graph, asked)
    for article in yes.keys() ^ all_asked.keys():
        said = "deflection of “{article}” needs both: solved and asked"
        raise BlueprintError(Phrase.of(said, article=name_of(graph, article)))
    found: dict[int, Deflected] = {}
    for article, n in yes.items():
        try:
            found[article] = explicit_deflection(n, all_asked[article])
        except ValueError:
            raise _refused(graph, "solved", article, n, all_asked[article]) from None
    return found


def _implicit(graph: Graph, contacts: Mapping[str, float]) -> dict[int, Deflected]:
    found: dict[int, Deflected] = {}
    for article, n in _by_article(graph, contacts).items():
        element = graph.nodes[article].element
        hits = element.hits if isinstance(element, Knowledge) else None
        if hits is None:
            said = "deflection of “{article}” cannot be told: write its hits:"
            raise BlueprintError(Phrase.of(said, article=name_of(graph, article)))
        try:
            found[article] = implicit_deflection(hits, n)
        except ValueError:
            raise _refused(graph, "contacts", article, n, hits) from None
    return found


def _by_article(graph: Graph, figures: Mapping[str, float]) -> dict[int, int]:
    found: dict[int, int] = {}
    for ref, figure in figures.items():
        node = meant_by(graph, ref)
        if node.kind != "knowledge":
            raise BlueprintError(Phrase.of("“{id}” is no knowledge article", id=ref))
        if figure < 0 or figure != int(figure):
            said = "“{id}”: {value} is no number of cases"
            raise BlueprintError(Phrase.of(said, id=ref, value=figure))
        found[graph.index[node.id]] = int(figure)
    return found


def _refused(graph: Graph, option: str, article: int, part: int, whole: int) -> BlueprintError:
    said = "the option “{option}”: {part} of {whole} is no share of “{article}”"
    name = name_of(graph, article)
    return BlueprintError(Phrase.of(said, option=option, article=name, part=part, whole=whole))


def _method(
    found: Sequence[Article],
    as_of: str | None,
    stale_after: int,
    deflected: Sequence[int],
) -> Method:
    cannot = [Phrase.of("whether an answer is right: only whether it is the same everywhere")]
    if any(article.unity == "worded" for article in found):
        cannot.append(Phrase.of("whether answers in different words mean the same: compare them"))
    assumptions = [
        Phrase.of(
            "answers are the same where they differ only in case, spaces, or the unit of a time"
        )
    ]
    if not found:
        return _described(found, assumptions, cannot)
    if as_of is None:
        cannot.insert(0, Phrase.of("which articles are stale: no day to judge by was given"))
    else:
        said = "stale on {day}: not changed for more than {n} days"
        assumptions.insert(0, Phrase.of(said, day=as_of, n=stale_after))
    if not deflected:
        cannot.append(
            Phrase.of(
                "deflection: nobody says how many readers were helped, or how many got in touch after all"
            )
        )
    else:
        assumptions.append(Phrase.of("implicit deflection counts those who gave up as deflected"))
    uncounted = sum(1 for article in found if article.element.hits is None)
    if uncounted:
        one, several = "how often 1 article is looked up", "how often {n} articles are looked up"
        cannot.append(told_count(uncounted, one, several))
    return _described(found, assumptions, cannot)


def _described(
    found: Sequence[Article], assumptions: Sequence[Phrase], cannot: Sequence[Phrase]
) -> Method:
    return Method(
        name="knowledge",
        source=Phrase.of("defined here; intervals of deflection by Wilson (1927)"),
        formula=Phrase.of(
            "explicit deflection = readers who say it helped / readers asked; "
            "implicit deflection = (look-ups − contacts that followed) / look-ups"
        ),
        scale=Phrase.of("look-ups: a count; deflection in %"),
        direction=Phrase.of("most looked up first; the two deflections are never compared"),
        n=len(found),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _sentences(
    graph: Graph,
    found: Sequence[Article],
    explicit: Mapping[int, Deflected],
    implicit: Mapping[int, Deflected],
) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of("No knowledge article is named.")
        return
    kinds = [(unity, sum(1 for a in found if a.unity == unity)) for unity in UNITY]
    told = [Phrase.of("{n} with {unity}", n=n, unity=UNITY[unity]) for unity, n in kinds if n]
    articles_told = told_count(len(found), "1 article", "{n} articles")
    yield Phrase.of("{articles}: {kinds}.", articles=articles_told, kinds=listing(told))
    stale = [article.node for article in found if article.stale]
    flagged = [article.node for article in found if article.element.flags]
    if stale:
        yield Phrase.of("Stale: {n} ({names}).", n=len(stale), names=named(graph, stale))
    if flagged:
        yield Phrase.of("Doubted: {n} ({names}).", n=len(flagged), names=named(graph, flagged))
    counted = [article for article in found if article.element.hits]
    hits = sum(article.element.hits or 0 for article in counted)
    bad = sum(article.element.hits or 0 for article in counted if not article.in_order)
    if 0 < bad == hits:
        said = "All {n} look-ups end at an article that is stale, doubted or answers differently."
        yield Phrase.of(said, n=f"{hits:,}")
    elif bad:
        said = "Of {n} look-ups, {share} end at an article that is stale, doubted or answers differently."
        yield Phrase.of(said, n=f"{hits:,}", share=share_told(bad / hits))
    for said, figures in ((_EXPLICIT, explicit), (_IMPLICIT, implicit)):
        for article, part in list(figures.items())[:1]:
            yield Phrase.of(
                said,
                article=name_of(graph, article),
                share=share_told(part.share),
                low=share_told(part.low),
                high=share_told(part.high),
                n=part.n,
            )


_EXPLICIT = "Explicit deflection of “{article}”: {share} (95 % interval {low} to {high}; n = {n})."
_IMPLICIT = "Implicit deflection of “{article}”: {share} (95 % interval {low} to {high}; n = {n})."


def _charts(graph: Graph, found: Sequence[Article]) -> Iterator[Chart]:
    shown = [article for article in found if article.element.hits][:_SHOWN]
    if len(shown) < _COMPARED:
        return
    kinds = (
        (Phrase.of("In order"), True),
        (Phrase.of("Stale, doubted or with answers that differ"), False),
    )
    yield Chart(
        name="look-ups",
        title=Phrase.of("Where customers look for answers"),
        kind="stack",
        across=Phrase.of("Article"),
        up=Phrase.of("Look-ups"),
        series=tuple(
            Series(
                name=name,
                points=tuple(
                    Point(
                        label=name_of(graph, article.node),
                        y=article.element.hits if article.in_order is good else 0,
                        about=graph.nodes[article.node].id,
                    )
                    for article in shown
                ),
            )
            for name, good in kinds
        ),
    )


def _overlay(graph: Graph, found: Sequence[Article]) -> Overlay:
    marks: dict[str, Mark] = {}
    for bad in (True, False):
        for article in found:
            if article.in_order is bad:
                continue
            note = Phrase.of("relies on “{article}”", article=name_of(graph, article.node))
            mark = Mark(role="warning" if bad else "info", note=note)
            for number in (article.node, *article.informed):
                light(marks, graph, number, mark)
    return Overlay(
        title=Phrase.of("What relies on articles"),
        elements=marks,
        meanings={
            "warning": Phrase.of(
                "relies on an article that is stale, doubted or answers differently"
            ),
            "info": Phrase.of("relies on an article in order"),
        },
    )
