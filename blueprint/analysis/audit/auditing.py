"""The audit: components, lines, vertical slices, evidence and moments of truth, as counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from blueprint.analysis.audit.declared import Declared, calls, declared, potential
from blueprint.analysis.audit.figures import tables
from blueprint.analysis.audit.found import COMPONENTS, Counted
from blueprint.analysis.audit.slices import Slice, met, slices_of
from blueprint.analysis.audit.telling import sentences
from blueprint.analysis.naming import (
    filled,
    named,
    quoted,
)
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.graph.query import Line, crossing
from blueprint.report import (
    Chart,
    Finding,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing


def audit(graph: Graph, *, most: int = 50) -> Report:
    """Return whether this is a real blueprint, as counts only.

    A blueprint has five components (evidence, the customer's actions, onstage, backstage,
    support) and three lines between them. Beneath each customer action stands something of the
    service: an action its links lead to, or one in its step. Where nothing does, and the
    customer is not meant to act alone (``participation: self``), the work is unsupported.

    Args:
        graph: The graph.
        most: How many customer actions, moments of truth and findings of one kind are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    actions = actions_by_step(graph)
    found = _counted(graph, actions)
    return Report(
        name="audit",
        title=Phrase.of("Whether this is a whole blueprint"),
        method=_method(graph, found, most),
        summary=tuple(sentences(found)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(*tables(graph, found, most)),
        charts=(_chart(found),) if found.steps else (),
        overlay=_overlay(graph, found, actions),
    )


def _counted(graph: Graph, steps: Mapping[int, Sequence[int]]) -> Counted:
    cards = dict.fromkeys(COMPONENTS, 0)
    columns = dict.fromkeys(COMPONENTS, 0)
    slices = tuple(slices_of(graph, steps))
    meetings = met(slices)
    for actions in steps.values():
        kinds = [graph.nodes[n].kind for n in actions]
        for kind in COMPONENTS:
            cards[kind] += sum(1 for k in kinds if k == kind)
            columns[kind] += kind in kinds
    bare = [s for s in meetings if all(graph.nodes[n].kind != "evidence" for n in steps[s])]
    lines = get_args(Line) if graph.scope.blueprints else ()
    over = {line: crossing(graph, line) for line in lines}
    crossings = potential(graph, over.get("interaction", ()))
    return Counted(
        steps=len(steps),
        cards=cards,
        columns=columns,
        crossed=sum(1 for links in over.values() if links),
        slices=slices,
        met=meetings,
        bare=tuple(bare),
        potential=sum(crossings.values()),
        moments=tuple(declared(graph, steps, crossings)),
        by_phone=calls(graph, steps),
    )


def _method(graph: Graph, found: Counted, most: int) -> Method:
    assumptions = [
        *_convention(found),
        Phrase.of("technology that customers serve themselves with stands onstage"),
        Phrase.of("owner and standard are asked of declared moments of truth only"),
    ]
    if max(len(found.slices), len(found.moments), len(found.bare)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [
        Phrase.of("whether what is drawn is what is done; that needs observation"),
        Phrase.of(
            "which moments are a peak or an end, and so moments of truth too; “{report}” tells",
            report=Phrase.of("How customers feel along the journey"),
        ),
    ]
    brands = list(_brands(graph))
    if brands and found.unsupported:
        said = "whether little touch is meant because the brand stands for {brand}"
        cannot.insert(0, Phrase.of(said, brand=listing(brands)))
    return Method(
        name="audit",
        source=Phrase.of("Bitner, Ostrom & Morgan (2008): five components, three lines"),
        formula=Phrase.of(
            "supported = links lead from the customer action to something of the service, or its "
            "step holds some; potential moment of truth = a link over the line of interaction"
        ),
        scale=Phrase.of("counts; there is no score"),
        direction=Phrase.of("more that is supported, owned and set is a fuller blueprint"),
        n=len(found.slices),
        assumptions=tuple(assumptions),
        cannot_tell=tuple(cannot),
    )


def _convention(found: Counted) -> Iterator[Phrase]:
    """Say which convention holds for phone calls, as the cards stand."""
    onstage, backstage = found.by_phone
    if onstage and backstage:
        said = "phone calls stand both onstage ({n}) and backstage ({m}), each as it is written"
        yield Phrase.of(said, n=len(onstage), m=len(backstage))
    elif onstage:
        yield Phrase.of("phone calls stand onstage here, for the customer hears them")
    elif backstage:
        yield Phrase.of("phone calls stand backstage here, as in the text of 2008")


def _brands(graph: Graph) -> Iterator[Phrase]:
    for holder in (graph.scope.catalog, *graph.scope.blueprints.values()):
        if holder is not None and holder.brand is not None:
            for word in holder.brand.stands_for:
                yield Phrase.of("“{name}”", name=label_phrase(word))


def _findings(graph: Graph, found: Counted, most: int) -> Iterator[Finding]:
    for kind, title in COMPONENTS.items():
        if found.steps and not found.cards[kind]:
            hint = Phrase.of("draw it, or say in a note why this service has none")
            if kind == "support" and any(s.beneath["system"] for s in found.slices):
                hint = Phrase.of("draw what the systems in use do for this service")
            yield Finding(
                code="audit.component",
                severity="warning",
                message=Phrase.of("One of the five components is missing: {name}", name=title),
                hint=hint,
            )
    for part in found.unsupported[:most]:
        yield _unsupported(graph, part)
    for step in found.bare[:most]:
        yield Finding(
            code="audit.evidence",
            severity="info",
            message=Phrase.of(
                "{name} gives the customer nothing to see or hold", name=quoted(graph, step)
            ),
            about=(graph.nodes[step].id,),
            hint=Phrase.of("write the evidence the customer meets there"),
        )
    yield from _of_moments(graph, found.moments[:most])
    if found.potential and not found.moments:
        yield Finding(
            code="audit.none-declared",
            severity="warning",
            message=Phrase.of(
                "No moment of truth is declared, though customer and service meet {n} times",
                n=found.potential,
            )
            if found.potential > 1
            else Phrase.of("No moment of truth is declared, though customer and service meet once"),
            hint=Phrase.of("declare the few that decide how customers judge"),
        )
    onstage, backstage = found.by_phone
    if onstage and backstage:
        yield Finding(
            code="audit.phone",
            severity="info",
            message=Phrase.of(
                "Phone calls stand onstage in one place and backstage in another: {names}",
                names=named(graph, (onstage[0], backstage[0])),
            ),
            about=tuple(graph.nodes[n].id for n in (*onstage, *backstage)[:most]),
            hint=Phrase.of("choose one convention and keep to it"),
        )


def _unsupported(graph: Graph, part: Slice) -> Finding:
    message = Phrase.of(
        "Nothing of the service stands beneath {name}", name=quoted(graph, part.action)
    )
    about = (graph.nodes[part.action].id, graph.nodes[part.step].id)
    if part.little_expected:
        hint = Phrase.of("customers expect little here; write participation: self if that is meant")
        return Finding(
            code="audit.little-expected", severity="info", message=message, about=about, hint=hint
        )
    hint = Phrase.of("write what serves it, or participation: self if the customer acts alone")
    return Finding(
        code="audit.unsupported", severity="warning", message=message, about=about, hint=hint
    )


def _of_moments(graph: Graph, moments: Sequence[Declared]) -> Iterator[Finding]:
    for entry in moments:
        about, name = (graph.nodes[entry.number].id,), quoted(graph, entry.number)
        if not entry.moment.owner:
            yield Finding(
                code="audit.owner",
                severity="warning",
                message=Phrase.of("Nobody answers for the moment of truth {name}", name=name),
                about=about,
                hint=Phrase.of("name the department that answers for it"),
            )
        if entry.standard is None:
            yield Finding(
                code="audit.standard",
                severity="warning",
                message=Phrase.of("No standard is set for the moment of truth {name}", name=name),
                about=about,
                hint=Phrase.of("write how well it is to go, in a figure that can be measured"),
            )


def _chart(found: Counted) -> Chart:
    def series(name: Phrase, figures: Sequence[int]) -> Series:
        pairs = zip(COMPONENTS.values(), figures, strict=True)
        return Series(name=name, points=tuple(Point(label=title, y=n) for title, n in pairs))

    has = [found.columns[kind] for kind in COMPONENTS]
    return Chart(
        name="components",
        title=Phrase.of("Steps with each component"),
        kind="stack",
        across=Phrase.of("Component"),
        up=Phrase.of("Steps"),
        series=(
            series(Phrase.of("with it"), has),
            series(Phrase.of("without it"), [found.steps - n for n in has]),
        ),
    )


def _overlay(graph: Graph, found: Counted, actions: Mapping[int, Sequence[int]]) -> Overlay:
    marks: dict[str, Mark] = {}
    for s in found.unsupported:
        note = Phrase.of("nothing of the service stands beneath it")
        marks[graph.nodes[s.action].id] = Mark(role="warning", badge="!", note=note)
    for entry in found.moments:
        node = graph.nodes[entry.number]
        card = card_of(graph, entry.number, actions) if node.kind == "step" else node.id
        full = bool(entry.moment.owner) and entry.standard is not None
        note = Phrase.of("moment of truth with owner and standard")
        if not full:
            note = Phrase.of("moment of truth without an owner or a standard")
        marks.setdefault(card, Mark(role="start" if full else "warning", note=note))
    for step in found.bare:
        note = Phrase.of("no evidence here")
        marks.setdefault(card_of(graph, step, actions), Mark(role="info", note=note))
    return Overlay(
        title=Phrase.of("What is missing for a whole blueprint"),
        elements=marks,
        meanings={
            "start": Phrase.of("moment of truth with owner and standard"),
            "warning": Phrase.of("no support, owner or standard"),
            "info": Phrase.of("no evidence here"),
        },
    )
