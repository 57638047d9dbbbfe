"""What the report of times says first."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.amounts import share_told
from blueprint.analysis.naming import name_of
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
        yield Phrase.of("No step says how long it takes: nobody can tell where time goes.")
    yield from _late(seen)
    if len(seen.walks) == 1:
        yield from _standard(seen, seen.walks[0])
        yield from _felt(seen.totals[0])
    yield from _promises(seen)


def _lead(seen: Seen, walk: Walk, own: Total) -> Iterator[Phrase]:
    actual = own.actual or 0.0
    time, waiting = times_told(actual, own.waited)
    said: dict[str, Value | Phrase] = {
        "name": name_of(seen.graph, seen.graph.index[walk.journey.blueprint]),
        "time": time,
        "timed": own.timed,
        "steps": told_count(own.steps, "1 step", "{n} steps"),
    }
    if not own.waited or own.waited > actual:
        yield Phrase.of(
            "On the main path of “{name}” the customer spends {time} in all (time said in "
            "{timed} of {steps}).",
            **said,
        )
    else:
        yield Phrase.of(
            "On the main path of “{name}” the customer spends {time} in all (time said in "
            "{timed} of {steps}); at least {waiting} of it, {share}, is waiting."
            if own.unwaited
            else "On the main path of “{name}” the customer spends {time} in all (time said in "
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
    held = sum(
        own.lateness is not None and step not in seen.repeating for step, own in ledgers.items()
    )
    late = seen.late
    if late:
        worst = max(late, key=lambda step: (late[step], -step))
        yield Phrase.of(
            "The only step that says a promise and what it takes, “{name}”, is late by {time}."
            if held == 1
            else "Late against what was promised: {n} of {m}; most of all “{name}”, by {time}.",
            n=len(late),
            m=told_count(held, "1 step", "{n} steps"),
            name=name_of(seen.graph, worst),
            time=time_told(late[worst]),
        )
    elif held:
        yield Phrase.of("No step is late against what was promised.")


def _standard(seen: Seen, walk: Walk) -> Iterator[Phrase]:
    if not walk.standard.told:
        return
    standard, expected = times_told(walk.standard.length, walk.expected or 0.0)
    if walk.expected is not None and expected != standard:
        yield Phrase.of(
            "The work on the main path takes {standard} when nothing goes wrong, and {expected} "
            "on average with what is done again.",
            standard=standard,
            expected=expected,
        )
    else:
        yield Phrase.of(
            "The work on the main path takes {standard} when nothing goes wrong.",
            standard=time_told(walk.standard.length),
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
            "Where it is said what customers tolerate, in {n} of {m}, that is {acceptable}; the "
            "work there takes {work}.",
            **told,
            n=own.steps,
            m=told_count(steps, "1 step", "{n} steps"),
        )


def _felt(own: Total) -> Iterator[Phrase]:
    if own.distortion is not None:
        yield Phrase.of(
            "Where both are said, the time feels {factor} times as long as it is.",
            factor=f"{own.distortion:.2g}",
        )


def _promises(seen: Seen) -> Iterator[Phrase]:
    spans = [span for own in seen.spans for span in own]
    often = max(spans, key=lambda span: (len(span.receptions), span.pieces.waits), default=None)
    if often is not None and min(len(often.receptions), often.pieces.waits) > 1:
        yield Phrase.of(
            "For the promise “{name}” the customer waits {waits} times, and must be present for "
            "{parties} new parties.",
            name=name_of(seen.graph, often.promise),
            waits=often.pieces.waits,
            parties=len(often.receptions),
        )
