"""Where time goes: the ledger step by step, the standard time, waits, and who is late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from blueprint.analysis.amounts import Unit, unit_for
from blueprint.analysis.naming import filled, trimmed
from blueprint.analysis.times.charts import charts
from blueprint.analysis.times.finding import findings, overlay
from blueprint.analysis.times.seen import Seen
from blueprint.analysis.times.tables import (
    actions_table,
    critical_table,
    derived_table,
    ledger_table,
    maister_table,
    paths_table,
    phases_table,
    promises_table,
    work_table,
)
from blueprint.analysis.times.telling import sentences
from blueprint.analysis.times.timed import Timed, timed
from blueprint.analysis.times.unsure import unsure
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Method, Report
from blueprint.words import Phrase


def times(graph: Graph, *, most: int = 100) -> Report:
    """Return where the time of a service goes.

    The ledger holds what a step says of its times, and what follows: lateness, actual less
    promised, and of a window how long after its end the customer was met; overrun, perceived
    less promised; distortion, perceived over actual; the share that is waiting; and slack,
    what the customer tolerates less the standard time. Standard time is the sum over the main
    path, of work done at the same time the longest; with expected rework, each step counts as
    often as it is visited on average, and each recovery as often as its fail point happens.

    Args:
        graph: The graph.
        most: How many steps and actions a table lists.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    own = timed(graph)
    seen = Seen(own, own.walks)
    unit = _unit(own)
    return Report(
        name="times",
        title=Phrase.of("Where time goes"),
        method=_method(seen),
        summary=tuple(sentences(seen)),
        findings=tuple(findings(seen)),
        tables=tuple(
            trimmed(entry)
            for entry in filled(
                ledger_table(seen, unit, most),
                derived_table(seen, unit, most),
                actions_table(seen, unit, most),
                phases_table(seen, unit),
                paths_table(seen, unit),
                work_table(seen, unit),
                critical_table(seen, most),
                promises_table(seen, unit),
                maister_table(seen),
            )
        ),
        charts=charts(seen, unit),
        overlay=overlay(seen),
    )


def _unit(own: Timed) -> Unit:
    return unit_for(
        chain.from_iterable(
            (entry.promised, entry.acceptable, entry.actual, entry.perceived, entry.waiting)
            for entry in own.ledgers.values()
        )
    )


def _method(seen: Seen) -> Method:
    return Method(
        name="times",
        source=Phrase.of(
            "the ledger: defined here; execution time: Shostack (1984); critical path: "
            "Kelley & Walker (1959); waiting: Maister (1985)"
        ),
        formula=Phrase.of(
            "lateness = actual − promised, of a window from its end on; overrun = perceived − "
            "promised; distortion = perceived / actual; share of waiting = waiting / actual; "
            "slack = acceptable − standard; standard = the longest chain of work on the main "
            "path; expected = standard + Σ (visits − 1 on the path) × standard of the step + "
            "Σ visits × rate × duration of the recovery"
        ),
        scale=Phrase.of("lengths of time; shares in %; distortion from 0, 1 is as it is"),
        direction=Phrase.of("above 0 is late, overrun, or to spare; below 0 early, or too long"),
        n=sum(1 for entry in seen.times.ledgers.values() if entry.says),
        assumptions=tuple(_assumptions(seen)),
        cannot_tell=tuple(_cannot_tell(seen)),
    )


def _assumptions(seen: Seen) -> Iterator[Phrase]:
    yield Phrase.of(
        "steps follow one another; the time of a step is its own, and waiting is a part of it"
    )
    yield Phrase.of("a time the step does not say is taken from what its only customer action says")
    if seen.speakers:
        said = "a step that restates a promise over several steps speaks for all of them: {n}"
        yield Phrase.of(said, n=len(seen.speakers))
    yield Phrase.of("a reception: the customer must be present for a department not met before")
    silent = sum(walk.standard.silent for walk in seen.walks)
    if silent:
        said = "actions of the service that say no duration count nothing: {n} of {m}"
        told = sum(walk.standard.told for walk in seen.walks)
        yield Phrase.of(said, n=silent, m=silent + told)
    dropped = sum(walk.standard.dropped for walk in seen.walks)
    if dropped:
        yield Phrase.of("links that close a circle of waiting are left out: {n}", n=dropped)
    assumed = sum(len(walk.journey.assumed) for walk in seen.walks)
    if assumed:
        said = "ways on without a probability share what the others leave; steps concerned: {n}"
        yield Phrase.of(said, n=assumed)


def _cannot_tell(seen: Seen) -> Iterator[Phrase]:
    yield Phrase.of("medians and percentiles: a file says one figure, measurements say many")
    yield Phrase.of("whether a promised window is kept, unless a time of day is said")
    yield Phrase.of("whether waits are fair, and who waits in company")
    unrated = sum(walk.unrated for walk in seen.walks)
    if unrated:
        said = "what mending adds where a fail point says no rate: {n}"
        yield Phrase.of(said, n=unrated)
    yield from unsure(seen.graph, seen.walks)
