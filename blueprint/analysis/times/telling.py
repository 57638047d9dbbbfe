"""What the report of times says first."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.analysis.amounts import share_told
from blueprint.analysis.naming import name_of
from blueprint.analysis.times.ledger import Total
from blueprint.analysis.times.seen import Seen
from blueprint.analysis.times.timed import Walk
from blueprint.analysis.written import time_told, told_count
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
        yield _lead(seen, seen.walks[n], seen.totals[n])
    if not told:
        yield Phrase.of("No step says how long it takes: nobody can tell where time goes.")
    yield from _late(seen)
    if len(seen.walks) == 1:
        yield from _standard(seen.walks[0], seen.totals[0])
        yield from _felt(seen.totals[0])
    yield from _promises(seen)


def _lead(seen: Seen, walk: Walk, own: Total) -> Phrase:
    actual, waiting = own.actual or 0.0, own.waiting
    said: dict[str, Value | Phrase] = {
        "name": name_of(seen.graph, seen.graph.index[walk.journey.blueprint]),
        "time": time_told(actual),
        "timed": own.timed,
        "steps": told_count(own.steps, "1 step", "{n} steps"),
    }
    if not waiting or own.wait_share is None:
        return Phrase.of(
            "On the main path of “{name}” the customer spends {time} in all, "
            "as far as times are said, in {timed} of {steps}.",
            **said,
        )
    return Phrase.of(
        "On the main path of “{name}” the customer spends {time} in all (time said in "
        "{timed} of {steps}); {waiting} of it is waiting, in {waits}.",
        **said,
        waiting=share_told(own.wait_share),
        waits=told_count(own.waits, "1 wait", "{n} waits"),
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
            "Late against what was promised: {n} of {m}; most of all “{name}”, by {time}.",
            n=len(late),
            m=told_count(held, "1 step", "{n} steps"),
            name=name_of(seen.graph, worst),
            time=time_told(late[worst]),
        )
    elif held:
        yield Phrase.of("No step is late against what was promised.")


def _standard(walk: Walk, own: Total) -> Iterator[Phrase]:
    if not walk.standard.told:
        return
    said = {"standard": time_told(walk.standard.length)}
    if own.acceptable is not None:
        yield Phrase.of(
            "The work on the main path takes {standard} when nothing goes wrong; the steps that "
            "say what customers tolerate allow {acceptable}.",
            **said,
            acceptable=time_told(own.acceptable),
        )
    elif walk.expected is not None and walk.expected > walk.standard.length:
        yield Phrase.of(
            "The work on the main path takes {standard} when nothing goes wrong, and {expected} "
            "on average with what is done again.",
            **said,
            expected=time_told(walk.expected),
        )
    else:
        yield Phrase.of(
            "The work on the main path takes {standard} when nothing goes wrong.", **said
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
