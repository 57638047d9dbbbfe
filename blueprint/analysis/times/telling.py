"""What the report of times says first."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from blueprint.analysis import counted
from blueprint.analysis.amounts import share_told
from blueprint.analysis.naming import named, quoted
from blueprint.analysis.times.ledger import Total
from blueprint.analysis.times.seen import Seen, Tolerated
from blueprint.analysis.times.timed import Walk
from blueprint.analysis.written import time_told, times_told, told_count
from blueprint.words import Phrase
from blueprint.words.phrase import Value

_MOST_TOLD = 2
"""Of how many blueprints a report over several tells in sentences."""


def sentences(seen: Seen) -> Iterator[Phrase]:
    """Go through the sentences that answer where time goes."""
    ledgers = seen.times.ledgers
    if not ledgers:
        yield Phrase.of("There is no step.")
        return
    told = sorted(
        (n for n, own in enumerate(seen.totals) if own.actual is not None),
        key=lambda n: -(seen.totals[n].actual or 0.0),
    )
    for n in told[:_MOST_TOLD]:
        yield from _lead(seen, seen.walks[n], seen.totals[n])
    if not told:
        yield _untold(seen)
    yield from _late(seen)
    if len(seen.walks) == 1:
        yield from _standard(seen, seen.walks[0])
        yield from _felt(seen.totals[0])
    yield from _promises(seen)


def _untold(seen: Seen) -> Phrase:
    beside = [step for step, own in seen.times.ledgers.items() if own.actual is not None]
    if beside:
        return Phrase.of(
            "No step of a main path says how long it takes; only steps beside it do: {names}.",
            names=named(seen.graph, beside),
        )
    return Phrase.of("No step says how long it takes: nobody can tell where time goes.")


def _lead(seen: Seen, walk: Walk, own: Total) -> Iterator[Phrase]:
    actual = own.actual or 0.0
    time, waiting = times_told(actual, own.waited)
    said: dict[str, Value | Phrase] = {
        "name": quoted(seen.graph, seen.graph.index[walk.journey.blueprint]),
        "time": time,
        "timed": own.timed,
        "steps": counted.steps(own.steps),
    }
    if not own.waited or own.waited > actual:
        yield Phrase.of(
            "On the main path of {name} the customer spends {time} in all (time said in "
            "{timed} of {steps}).",
            **said,
        )
    else:
        yield Phrase.of(
            "On the main path of {name} the customer spends {time} in all (time said in "
            "{timed} of {steps}); at least {waiting} of it, {share}, is waiting."
            if own.unwaited
            else "On the main path of {name} the customer spends {time} in all (time said in "
            "{timed} of {steps}); {waiting} of it, {share}, is waiting.",
            **said,
            waiting=waiting,
            share=share_told(own.waited / actual),
        )
    if own.besides:
        yield Phrase.of(
            "Besides, the customer waits {time} in steps that say nothing but their waiting.",
            time=time_told(own.besides),
        )


def _late(seen: Seen) -> Iterator[Phrase]:
    ledgers = seen.times.ledgers
    held = [
        step
        for step, own in ledgers.items()
        if own.lateness is not None and step not in seen.repeating
    ]
    late = seen.late
    if late:
        most = max(late.values())
        said = "Of {m} steps with a promise and an actual time, {n} are late, the most by {time}: {names}."
        if len(held) == 1:
            said = "The only step with a promise and an actual time, {names}, is late by {time}."
        elif len(late) == 1:
            said = "Of {m} steps with a promise and an actual time, 1 is late, by {time}: {names}."
        yield Phrase.of(
            said,
            n=len(late),
            m=len(held),
            names=named(seen.graph, [step for step, by in late.items() if isclose(by, most)]),
            time=time_told(most),
        )
    elif len(held) == 1:
        said = "The only step with a promise and an actual time, {name}, is not late."
        yield Phrase.of(said, name=quoted(seen.graph, held[0]))
    elif held:
        said = "Of {m} steps with a promise and an actual time, none is late."
        yield Phrase.of(said, m=len(held))


def _standard(seen: Seen, walk: Walk) -> Iterator[Phrase]:
    if not walk.standard.told:
        return
    own = walk.standard
    standard, expected = times_told(own.length, walk.expected or 0.0)
    again = walk.expected is not None and expected != standard
    if again:
        said = (
            "The work on the main path takes at least {standard} when nothing goes wrong, and "
            "{expected} on average with what is done again (duration said of {n} of {m})."
            if own.silent
            else "The work on the main path takes {standard} when nothing goes wrong, and "
            "{expected} on average with what is done again."
        )
    else:
        said = (
            "The work on the main path takes at least {standard} when nothing goes wrong "
            "(duration said of {n} of {m})."
            if own.silent
            else "The work on the main path takes {standard} when nothing goes wrong."
        )
    yield Phrase.of(
        said,
        standard=standard if again else time_told(own.length),
        expected=expected,
        n=own.told,
        m=told_count(own.told + own.silent, "1 action", "{n} actions"),
    )
    yield from _tolerated(seen.tolerated(walk.path), len(walk.path))


def _tolerated(own: Tolerated, steps: int) -> Iterator[Phrase]:
    if not own.steps:
        return
    work, acceptable = times_told(own.work, own.acceptable)
    told = {"work": work, "acceptable": acceptable}
    if own.steps == steps:
        yield Phrase.of("Customers tolerate {acceptable}; the work takes {work} of it.", **told)
    else:
        yield Phrase.of(
            "In {n} of {m} it is said what customers tolerate and how long the work takes: they "
            "tolerate {acceptable}, and the work takes {work}.",
            **told,
            n=own.steps,
            m=counted.steps(steps),
        )


def _felt(own: Total) -> Iterator[Phrase]:
    if own.distortion is not None:
        yield Phrase.of(
            "In {n} actual and perceived time are said: it feels {factor} times as long as it is.",
            n=counted.steps(own.felt),
            factor=f"{own.distortion:.2g}",
        )


def _promises(seen: Seen) -> Iterator[Phrase]:
    spans = [span for own in seen.spans for span in own]
    often = max(spans, key=lambda span: (len(span.receptions), span.pieces.waits), default=None)
    if often is not None and min(len(often.receptions), often.pieces.waits) > 1:
        yield Phrase.of(
            "For the promise {name} the customer waits {waits} times, and must be present for "
            "{parties} new parties.",
            name=quoted(seen.graph, often.promise),
            waits=often.pieces.waits,
            parties=len(often.receptions),
        )
