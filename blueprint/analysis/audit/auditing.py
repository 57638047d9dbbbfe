"""The audit: components, lines, vertical slices, evidence and moments of truth, as counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from blueprint.analysis.audit.declared import Declared, calls, declared, potential
from blueprint.analysis.audit.slices import LANES, Slice, met, slices_of
from blueprint.analysis.naming import (
    BLUEPRINT,
    NAME,
    filled,
    home_of,
    name_of,
    named,
    quoted,
    table,
    trimmed,
)
from blueprint.analysis.service import actions_by_step, card_of
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.graph.query import Line, crossing
from blueprint.report import (
    Chart,
    Column,
    Finding,
    Mark,
    Method,
    Overlay,
    Point,
    Report,
    Series,
    Table,
)
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

COMPONENTS: Mapping[str, Phrase] = {
    "evidence": Phrase.of("Physical evidence"),
    "customer": Phrase.of("Customer actions"),
    "frontstage": Phrase.of("Frontstage"),
    "backstage": Phrase.of("Backstage"),
    "support": Phrase.of("Support processes"),
}
"""The five components of a blueprint, top to bottom."""

_STEP = Column(key="step", title=Phrase.of("Step"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What is counted: cards and steps by component, crossings, slices and moments."""

    steps: int
    cards: Mapping[str, int]
    columns: Mapping[str, int]
    crossed: int
    slices: tuple[Slice, ...]
    met: tuple[int, ...]
    bare: tuple[int, ...]
    potential: int
    moments: tuple[Declared, ...]
    by_phone: tuple[Sequence[int], Sequence[int]]

    @property
    def unsupported(self) -> tuple[Slice, ...]:
        return tuple(s for s in self.slices if s.unsupported)


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
        summary=tuple(_sentences(found)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(
            _components(found),
            trimmed(_slices(graph, found, most)),
            trimmed(_moments(graph, found, most)),
        ),
        charts=(_chart(found),) if found.steps else (),
        overlay=_overlay(graph, found, actions),
    )


def _counted(graph: Graph, steps: Mapping[int, Sequence[int]]) -> _Counted:
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
    return _Counted(
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


def _method(graph: Graph, found: _Counted, most: int) -> Method:
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


def _convention(found: _Counted) -> Iterator[Phrase]:
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


def _sentences(found: _Counted) -> Iterator[Phrase]:
    if not found.steps:
        yield Phrase.of("There are no steps to look at.")
        return
    yield _whole(found)
    if found.slices:
        yield _beneath(found)
    if found.met:
        said = "Steps where customer and service meet: {n}, each with evidence to hold on to."
        if found.bare:
            said = "Steps where customer and service meet: {n}; with evidence to hold on to: {m}."
        n = len(found.met)
        yield Phrase.of(said, n=n, m=n - len(found.bare))
    yield _declared(found)


def _whole(found: _Counted) -> Phrase:
    here = sum(1 for n in found.cards.values() if n)
    if here == len(COMPONENTS) and found.crossed == len(get_args(Line)):
        said = "All five components of a blueprint are there, and links cross all three lines."
        return Phrase.of(said)
    said = "Components of a blueprint that are there: {n} of 5; lines that links cross: {m} of 3."
    return Phrase.of(said, n=here, m=found.crossed)


def _beneath(found: _Counted) -> Phrase:
    n, supported = len(found.slices), sum(1 for s in found.slices if s.supported)
    if supported == n:
        return Phrase.of(
            "Customer actions: {n}, each with something of the service beneath it.", n=n
        )
    said = (
        "Customer actions: {n}; with something of the service beneath them: {m}; meant to do "
        "without: {alone}."
    )
    if found.unsupported:
        said = (
            "Customer actions: {n}; with something of the service beneath them: {m}; meant to do "
            "without: {alone}; left without support: {k}."
        )
    k = len(found.unsupported)
    return Phrase.of(said, n=n, m=supported, alone=n - supported - k, k=k)


def _declared(found: _Counted) -> Phrase:
    if not found.moments:
        said = "Potential moments of truth: {p}; declared: none."
        return Phrase.of(said, p=found.potential)
    n = len(found.moments)
    owned = sum(1 for d in found.moments if d.moment.owner)
    held = sum(1 for d in found.moments if d.standard)
    said = (
        "Potential moments of truth: {p}; declared: {n}; of these with an owner: {m}; with a "
        "standard: {k}."
    )
    if owned == held == n:
        said = "Potential moments of truth: {p}; declared: {n}, each with an owner and a standard."
    return Phrase.of(said, p=found.potential, n=n, m=owned, k=held)


def _findings(graph: Graph, found: _Counted, most: int) -> Iterator[Finding]:
    for kind, title in COMPONENTS.items():
        if found.steps and not found.cards[kind]:
            yield Finding(
                code="audit.component",
                severity="warning",
                message=Phrase.of("One of the five components is missing: {name}", name=title),
                hint=Phrase.of("draw it, or say in a note why this service has none"),
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


def _components(found: _Counted) -> Table:
    return table(
        "components",
        Phrase.of("The five components"),
        (
            Column(key="component", title=Phrase.of("Component")),
            Column(key="cards", title=Phrase.of("Cards")),
            Column(key="steps", title=Phrase.of("Steps with it")),
            Column(key="of", title=Phrase.of("Steps in all")),
        ),
        (
            (title, found.cards[kind], found.columns[kind], found.steps)
            for kind, title in COMPONENTS.items()
            if found.steps
        ),
    )


def _slices(graph: Graph, found: _Counted, most: int) -> Table:
    titles = {**COMPONENTS, "other": Phrase.of("Other lanes"), "system": Phrase.of("Systems")}
    lanes = [
        lane for lane in LANES if lane in COMPONENTS or any(s.beneath[lane] for s in found.slices)
    ]
    return table(
        "slices",
        Phrase.of("What stands with each customer action, and beneath it"),
        (
            BLUEPRINT,
            _STEP,
            Column(key="action", title=Phrase.of("Customer action")),
            Column(key="evidence", title=COMPONENTS["evidence"]),
            *(Column(key=lane, title=titles[lane]) for lane in lanes),
            Column(key="alone", title=Phrase.of("Meant to be done alone")),
            Column(key="supported", title=Phrase.of("Supported")),
        ),
        (
            (
                home_of(graph, s.step),
                name_of(graph, s.step),
                name_of(graph, s.action),
                s.evidence,
                *(s.beneath[lane] for lane in lanes),
                s.alone,
                s.supported,
            )
            for s in found.slices[:most]
        ),
    )


def _moments(graph: Graph, found: _Counted, most: int) -> Table:
    return table(
        "moments",
        Phrase.of("Declared moments of truth"),
        (
            BLUEPRINT,
            NAME,
            Column(key="importance", title=Phrase.of("Importance"), unit="1-5"),
            Column(key="owner", title=Phrase.of("Owner")),
            Column(key="standard", title=Phrase.of("Standard")),
            Column(key="crossings", title=Phrase.of("Links over the line of interaction")),
        ),
        (
            (
                home_of(graph, d.number),
                name_of(graph, d.number),
                d.moment.importance,
                _owner(graph, d),
                None if d.standard is None else label_phrase(d.standard.text),
                d.crossings,
            )
            for d in found.moments[:most]
        ),
    )


def _owner(graph: Graph, entry: Declared) -> Phrase | None:
    if entry.moment.owner is None:
        return None
    stem = graph.nodes[entry.number].home.stem
    found = graph.scope.find(stem, entry.moment.owner, "department")
    return name_of(graph, graph.index[found[0]]) if len(found) == 1 else None


def _chart(found: _Counted) -> Chart:
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


def _overlay(graph: Graph, found: _Counted, actions: Mapping[int, Sequence[int]]) -> Overlay:
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
