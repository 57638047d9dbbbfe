"""``compare``: two states of a service, such as what is and what would be, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprint.analysis.amounts import money_told
from blueprint.analysis.comparison.altered import Altered
from blueprint.analysis.comparison.lights import lights
from blueprint.analysis.comparison.results import Comparison
from blueprint.analysis.comparison.sums import Sums
from blueprint.analysis.comparison.tables import (
    costs,
    currency_of,
    measured,
    one_currency,
    systems,
    tables,
)
from blueprint.analysis.comparison.worse import named, worse
from blueprint.analysis.difference import Difference, between
from blueprint.analysis.sources import Source, graph_from
from blueprint.analysis.written import times_told
from blueprint.graph import Graph
from blueprint.report import Method
from blueprint.safety.undisturbed import undisturbed
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

_TOLD: Mapping[str, tuple[str, str]] = {
    "added": ("1 element is new", "{n} elements are new"),
    "removed": ("1 is gone", "{n} are gone"),
    "altered": ("1 is altered", "{n} are altered"),
    "observed": ("1 is only measured anew", "{n} are only measured anew"),
    "reworded": ("1 is only worded anew", "{n} are only worded anew"),
}
"""How many elements something happened to, for one and for several."""

_FALLS: Mapping[str, str] = {
    "waiting": "waiting {before} → {after}",
    "actual": "actual time {before} → {after}",
    "promised": "promised time {before} → {after}",
    "effort": "effort of customers {before} → {after}",
}
"""The times that a summary tells."""


@undisturbed()
def compare(
    one: Source, other: Source, *, names: tuple[Phrase | str, Phrase | str] | None = None
) -> Comparison:
    """Return how two states of a service differ, and what got worse.

    Elements are the same where their ids are. What has an id of its own and another name, and
    what is worded anew in its place, is found too; and where two states share less than half
    of their ids, whatever alone has a name in both is the same.

    Args:
        one: The first state, such as what is: a blueprint, a workspace, or a graph.
        other: The second, such as what would be.
        names: What the two are called; by default as the blueprints are.

    Raises:
        InvalidBlueprintError: A name of one of them means nothing or two things.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> pay = Step(customer="Pay", moment_of_truth=True, time={"waiting": "5 min"})
        >>> now = Blueprint(blueprint="Till", phases={"Visit": [pay]})
        >>> then = now.replace("pay", moment_of_truth=None, time={"waiting": "2 min"})
        >>> for sentence in compare(now, then).summary:
        ...     print(sentence)
        From “Till (before)” to “Till (after)”: 1 is altered.
        Moments of truth lost: “Pay”.
        On the main path: waiting 5 min → 2 min.
        >>> str(compare(now, now).summary[0])
        'No difference: “Till (before)” and “Till (after)” say the same.'
    """
    return comparison_of(between(graph_from(one), graph_from(other)), names)


@undisturbed()
def comparison_of(
    found: Difference, names: tuple[Phrase | str, Phrase | str] | None = None
) -> Comparison:
    """Return a difference as a comparison; see `compare`."""
    altered = Altered(found)
    first, second = map(_phrase, names) if names else _names(found)
    before, after = lights(altered, first, second)
    common = len(found.same)
    return Comparison(
        name="compare",
        title=Phrase.of("“{one}” and “{other}” compared", one=first, other=second),
        method=method(len(found.old.nodes) + len(found.new.nodes) - common, common),
        summary=tuple(_summary(altered, first, second)),
        findings=worse(altered),
        tables=tables(altered) if altered.elements else (),
        overlay=after,
        before=before,
        same=not altered.elements,
    )


def _summary(altered: Altered, one: Phrase, other: Phrase) -> Iterator[Phrase]:
    if not altered.elements:
        said = "No difference: “{one}” and “{other}” say the same."
        yield Phrase.of(said, one=one, other=other)
        return
    counts = listing(tuple(_counted(altered)))
    yield Phrase.of("From “{one}” to “{other}”: {counts}.", one=one, other=other, counts=counts)
    yield from _over_the_line(altered)
    yield from _moments(altered)
    yield from _figures(altered)
    yield from _behind(altered)


def _counted(altered: Altered) -> Iterator[Phrase]:
    counts = dict.fromkeys(_TOLD, 0)
    for changed in altered.elements:
        counts["altered" if changed.how == "tightened" else changed.how] += 1
    for how, n in counts.items():
        if n:
            single, several = _TOLD[how]
            yield Phrase.of(single) if n == 1 else Phrase.of(several, n=n)


def _over_the_line(altered: Altered) -> Iterator[Phrase]:
    parts = [
        Phrase.of(said, names=named(names))
        for line, said in (("out", "out of customers' sight {names}"), ("in", "into it {names}"))
        if (names := [move.name for move in altered.moves if move.line == line])
    ]
    if parts:
        yield _sentence("Over the line of visibility: {parts}.", parts)


def _moments(altered: Altered) -> Iterator[Phrase]:
    sides = (
        (altered.moments_lost, "Moments of truth lost: {names}."),
        (altered.moments_gained, "Moments of truth gained: {names}."),
    )
    told = [
        Phrase.of(said, names=named([label_phrase(node.name) for node in nodes]))
        for nodes, said in sides
        if nodes
    ]
    if len(told) == 1:
        yield told[0]
    elif told:
        yield Phrase.of("{one} {other}", one=told[0], other=told[1])


def _figures(altered: Altered) -> Iterator[Phrase]:
    """Go through what times and cost became, of the one blueprint that is compared."""
    if len(altered.pairs) != 1:
        return
    [(one, other)] = altered.pairs
    found = measured(altered)[one, other]
    parts = [
        Phrase.of(said, before=before, after=after)
        for name, said in _FALLS.items()
        if found[name].difference
        for before, after in [_compared(found[name])]
    ]
    cost = costs(altered, one, other)
    if one_currency(altered, one, other) and round(cost.difference or 0, 9):
        currency = currency_of(altered.difference.new, other)
        before, after = (money_told(s.total or 0, currency) for s in (cost.before, cost.after))
        parts.append(Phrase.of("cost {before} → {after}", before=before, after=after))
    if parts:
        yield _sentence("On the main path: {parts}.", parts)


def _compared(found: Sums) -> tuple[Phrase, Phrase]:
    """Return a time before and after, told in one unit where that can be read."""
    before, after = times_told(found.before.total or 0, found.after.total or 0)
    return before, after


def _behind(altered: Altered) -> Iterator[Phrase]:
    """Go through what stands behind the service: systems, handoffs, owners."""
    gone, came = systems(altered)
    parts = [
        Phrase.of(said, names=named(list(entries.values())))
        for entries, said in ((came, "newly used {names}"), (gone, "no longer used {names}"))
        if entries
    ]
    before, after = (
        sum(figures.counts["handoffs"] for figures in side.values())
        for side in (altered.before, altered.after)
    )
    if before != after:
        said = "handoffs between departments {before} → {after}"
        parts.append(Phrase.of(said, before=before, after=after))
    if altered.handovers:
        names = [label_phrase(handover.node.name) for handover in altered.handovers]
        parts.append(Phrase.of("in other hands {names}", names=named(names)))
    if parts:
        yield _sentence("Behind the service: {parts}.", parts)


def _sentence(said: str, parts: Sequence[Phrase]) -> Phrase:
    whole = parts[0]
    for part in parts[1:]:
        whole = Phrase.of("{some}; {more}", some=whole, more=part)
    return Phrase.of(said, parts=whole)


def _names(found: Difference) -> tuple[Phrase, Phrase]:
    one, other = _called(found.old), _called(found.new)
    if found.since is not None:
        return (
            Phrase.of("{name} ({revision})", name=one, revision=found.since),
            Phrase.of("{name} (now)", name=other),
        )
    if str(one) == str(other):
        return (
            Phrase.of("{name} (before)", name=one),
            Phrase.of("{name} (after)", name=other),
        )
    return one, other


def _called(graph: Graph) -> Phrase:
    blueprints = list(graph.scope.blueprints.values())
    if len(blueprints) == 1:
        return label_phrase(blueprints[0].blueprint)
    catalog = graph.scope.catalog
    named_so = catalog.catalog if catalog is not None else None
    return label_phrase(named_so) if named_so else Phrase.of("the workspace")


def _phrase(name: Phrase | str) -> Phrase:
    return name if isinstance(name, Phrase) else label_phrase(name)


def method(n: int, common: int) -> Method:
    """Return how a comparison comes about.

    Args:
        n: How many elements there are in one of the two states or in both.
        common: How many are in both.
    """
    assumed = (
        Phrase.of("elements are the same where their ids are; {n} are in both", n=common),
        Phrase.of("sums are over the steps of the main path that say the figure"),
    )
    return Method(
        name="compare",
        source=Phrase.of("defined here"),
        formula=Phrase.of("difference = after − before"),
        scale=Phrase.of("times in units of time, costs in the blueprint's currency, else counts"),
        direction=Phrase.of("from the first to the second"),
        n=n,
        assumptions=assumed if n else (),
        cannot_tell=(
            Phrase.of("whether what somebody estimates of a future state will come true"),
        ),
    )
