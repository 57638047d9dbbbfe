"""What the report of times points out, and what it lights up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.amounts import length_of
from blueprint.analysis.marking import light
from blueprint.analysis.naming import name_of, quoted
from blueprint.analysis.service import lived
from blueprint.analysis.times.ledger import Ledger
from blueprint.analysis.times.seen import Seen
from blueprint.analysis.times.spans import Span
from blueprint.analysis.written import time_told, times_told, told_count
from blueprint.diagnostics import Severity
from blueprint.graph import Graph
from blueprint.model import Persona
from blueprint.report import Finding, Mark, Overlay
from blueprint.words import Phrase
from blueprint.words.label import listing

_MOSTLY = 0.5
"""From this share of the time on a step is mostly waiting."""


def findings(seen: Seen) -> Iterator[Finding]:
    """Go through what is to be noted, step by step and then promise by promise."""
    patient = {home: _patient(seen.graph, home) for home in seen.homes}
    spans = [span for own in seen.spans for span in own]
    speaking = {span.speaker for span in spans if _is_missed(span)}
    for step, own in seen.times.ledgers.items():
        yield from _wrong(seen.graph, step, own)
        yield from _of_step(seen, step, own, late=step not in speaking)
        if own.waiting:
            home = seen.graph.nodes[step].blueprint or ""
            yield from _patience(seen.graph, step, own.waiting, patient[home])
    for span in spans:
        yield from _of_promise(seen, span)


def _found(
    graph: Graph, what: str, severity: Severity, message: Phrase, hint: Phrase, *about: int
) -> Finding:
    return Finding(
        code=f"times.{what}",
        severity=severity,
        message=message,
        about=tuple(graph.nodes[n].id for n in about),
        hint=hint,
    )


def _wrong(graph: Graph, step: int, own: Ledger) -> Iterator[Finding]:
    if own.turned and own.window is not None:
        message = Phrase.of(
            "The promised window of {name} (time.promised) ends before it begins: {start} to {end}",
            name=quoted(graph, step),
            start=own.window[0],
            end=own.window[1],
        )
        hint = Phrase.of("write the earlier time first; a window does not run over midnight")
        yield _found(graph, "window_turned", "warning", message, hint, step)
    if own.contradicts:
        waiting, actual = times_told(own.waiting or 0.0, own.actual or 0.0)
        message = Phrase.of(
            "The waiting in {name} (time.waiting) is {waiting}, more than all it takes "
            "(time.actual), {actual}",
            name=quoted(graph, step),
            waiting=waiting,
            actual=actual,
        )
        hint = Phrase.of("waiting is a part of the actual time: correct one of the two")
        yield _found(graph, "waiting_exceeds", "warning", message, hint, step)


def _of_step(seen: Seen, step: int, own: Ledger, *, late: bool) -> Iterator[Finding]:
    graph, name = seen.graph, quoted(seen.graph, step)
    length, beyond, slack = seen.late.get(step), own.beyond, seen.times.slack(step)
    in_time = own.lateness is not None and own.lateness <= 0
    if length is not None and late:
        yield _found(graph, "late", "warning", _late_told(name, own, length),
                     Phrase.of("shorten it, or promise what can be kept"), step)  # fmt: skip
    elif own.overrun is not None and own.overrun > 0 and in_time:
        said = "{name} is in time, and feels {time} longer than promised"
        message = Phrase.of(said, name=name, time=time_told(own.overrun))
        hint = Phrase.of("look at the wait itself: occupy it, explain it, say how long")
        yield _found(graph, "feels_late", "info", message, hint, step)
    if beyond is not None and beyond > 0:
        said = "{name} takes {time} longer than customers tolerate"
        message = Phrase.of(said, name=name, time=time_told(beyond))
        yield _found(graph, "not_tolerated", "warning", message, _shorter(own), step)
    elif slack is not None and slack < 0:
        said = "The work of {name} alone takes {time} longer than customers tolerate"
        message = Phrase.of(said, name=name, time=time_told(-slack))
        hint = Phrase.of("do at the same time what need not wait for one another")
        yield _found(graph, "no_slack", "warning", message, hint, step)
    if own.unexpected:
        said = "The customer is met without expecting it in {name}: {moments}"
        message = Phrase.of(said, name=name, moments=", ".join(own.unexpected))
        hint = Phrase.of("tell the customer before, or ask when it suits")
        yield _found(graph, "unexpected", "info", message, hint, step)


def _shorter(own: Ledger) -> Phrase:
    """Say where to begin to make a step shorter: with the wait where that is most of it."""
    if own.wait_share is not None and own.wait_share >= _MOSTLY:
        return Phrase.of("begin with the wait: most of the time goes there")
    return Phrase.of("find what can be left out, or done before the customer comes")


def _late_told(name: Phrase, own: Ledger, late: float) -> Phrase:
    if own.window is not None:
        return Phrase.of(
            "The customer of {name} is met {time} after the end of the promised window",
            name=name,
            time=time_told(late),
        )
    return Phrase.of("{name} takes {time} longer than promised", name=name, time=time_told(late))


def _patience(
    graph: Graph, step: int, waiting: float, patient: Mapping[int, float]
) -> Iterator[Finding]:
    lost = [number for number, patience in patient.items() if waiting > patience]
    if not lost:
        return
    told, *least = times_told(waiting, *(patient[number] for number in lost))
    message = Phrase.of(
        "The wait in {name} takes {waiting}, longer than some will wait: {personas}",
        name=quoted(graph, step),
        waiting=told,
        personas=listing(
            [
                Phrase.of(
                    "“{persona}” {patience} at most", persona=name_of(graph, number), patience=most
                )
                for number, most in zip(lost, least, strict=True)
            ]
        ),
    )
    hint = Phrase.of("expect that some give up; count those waits apart")
    yield _found(graph, "patience", "warning", message, hint, step, *lost)


def _patient(graph: Graph, home: str) -> Mapping[int, float]:
    """Return how long each persona of a blueprint waits, in seconds."""
    found: dict[int, float] = {}
    for link in graph.leaving[graph.index[home]]:
        persona = graph.nodes[graph.targets[link]].element
        if isinstance(persona, Persona):
            patience = length_of(persona.patience)
            if patience is not None:
                found[graph.targets[link]] = patience
    return found


def _is_missed(span: Span) -> bool:
    late = span.lateness
    return late is not None and late > span.tolerance and len(span.steps) > 1


def _of_promise(seen: Seen, span: Span) -> Iterator[Finding]:
    graph = seen.graph
    name = quoted(graph, span.promise)
    if _is_missed(span):
        message = Phrase.of(
            "The promise {name} is missed by {time} on the main path",
            name=name,
            time=time_told(span.lateness or 0.0),
        )
        hint, about = _where_to_look(seen, span)
        yield _found(graph, "promise_late", "warning", message, hint, span.promise, *about)
    if span.pieces.waits > 1 and len(span.receptions) > 1:
        message = Phrase.of(
            "For the promise {name} the customer waits {waits} times and receives {parties}",
            name=name,
            waits=span.pieces.waits,
            parties=told_count(len(span.receptions), "1 party", "{n} parties"),
        )
        hint = Phrase.of("let them come in one visit")
        yield _found(graph, "receptions", "info", message, hint, span.promise, *span.receptions)


def _where_to_look(seen: Seen, span: Span) -> tuple[Phrase, tuple[int, ...]]:
    """Return which of a promise's steps to shorten first, as far as they say what they take."""
    ledgers = seen.times.ledgers
    told = {
        step: (ledgers[step].waiting or 0.0, ledgers[step].actual or 0.0) for step in span.steps
    }
    waits = [step for step in span.steps if told[step][0]]
    inside = waits or [step for step in span.steps if told[step][1] and step not in span.restating]
    if not inside:
        return Phrase.of("say what each of its steps takes: the longest comes first"), ()
    longest = max(inside, key=lambda step: told[step])
    said = "look first at {name}: it takes longest"
    if waits:
        said = "look first at {name}: the longest wait is there"
    return Phrase.of(said, name=quoted(seen.graph, longest)), (longest,)


def overlay(seen: Seen) -> Overlay:
    """Return the late steps, the waits, and what decides how long the main path takes."""
    graph = seen.graph
    marks: dict[str, Mark] = {}

    def on_step(step: int, mark: Mark) -> None:
        for number in lived(graph, seen.times.actions[step]):
            marks.setdefault(graph.nodes[number].id, mark)

    for step, own in seen.times.ledgers.items():
        late = max(seen.late.get(step, 0.0), own.beyond or 0.0)
        if late > 0:
            note = Phrase.of("{time} too long", time=time_told(late))
            on_step(step, Mark(role="warning", note=note))
        elif own.waiting:
            on_step(
                step, Mark(role="info", note=Phrase.of("waits {time}", time=time_told(own.waiting)))
            )
    for walk in seen.walks:
        for number in walk.standard.critical:
            length = seen.times.plan.length_of(number) or 0.0
            note = Phrase.of("takes {time}", time=time_told(length))
            light(marks, graph, number, Mark(role="reached", note=note))
    return Overlay(
        title=Phrase.of("Where time goes"),
        elements=marks,
        meanings={
            "warning": Phrase.of("late, or longer than tolerated"),
            "info": Phrase.of("the customer waits"),
            "reached": Phrase.of("decides how long the main path takes"),
        },
    )
