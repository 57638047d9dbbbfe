"""Where complaints come in, and what the files say of how they are handled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from blueprint.analysis.ripple.names import Names
from blueprint.analysis.ripple.words import STAGE
from blueprint.analysis.written import holders
from blueprint.graph import Graph
from blueprint.model import Act, Complaints, Knowledge, Persona, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How customers of one file, or of all, can complain.

    Attributes:
        stem: The file; ``None`` for the catalog.
        said: What the file says under ``complaints``.
        entries: Numbers of the steps at which complaints come in.
        stages: Who owns each stage of ISO 10002; ``None`` for nobody.
        other: Stages that are none of the standard's.
        personas: Numbers of the personas it is for.
    """

    stem: str | None
    said: Complaints
    entries: tuple[int, ...]
    stages: Mapping[str, int | None]
    other: tuple[str, ...]
    personas: tuple[int, ...]


def desks(graph: Graph) -> tuple[Desk, ...]:
    """Return the desks of all files that say how customers complain, and of the catalog.

    Complaint steps of a file that says nothing itself belong to the catalog's desk, where
    there is one, and else are a desk of their own.
    """
    return tuple(_desks(graph, Names(graph)))


def _desks(graph: Graph, names: Names) -> Iterator[Desk]:
    moments = _complaint_steps(graph)
    shared = graph.scope.catalog is not None and graph.scope.catalog.complaints is not None
    for stem, holder in holders(graph):
        home = None if stem is None else graph.scope.blueprint_id(stem)
        said = holder.complaints
        own = moments.get(home, {}) if said is not None or not shared else {}
        if home is None:
            own = _left_over(graph, moments)
        if said is None and (not own or home is None):
            continue
        entries = dict.fromkeys(names.all(stem, said.entry, "step")) if said else {}
        stages = said.stages if said else {}
        yield Desk(
            stem=stem,
            said=said or Complaints(),
            entries=tuple({**entries, **own}),
            stages={stage: names.one(stem, stages.get(stage), "department") for stage in STAGE},
            other=tuple(stage for stage in stages if stage not in STAGE),
            personas=_personas(graph, home),
        )


def _left_over(graph: Graph, moments: Mapping[str | None, dict[int, None]]) -> dict[int, None]:
    """Return the complaint steps of files that say nothing of complaints themselves."""
    scope = graph.scope
    silent = [
        scope.blueprint_id(stem) for stem, b in scope.blueprints.items() if b.complaints is None
    ]
    return {step: None for home in silent for step in moments.get(home, {})}


def _complaint_steps(graph: Graph) -> Mapping[str | None, dict[int, None]]:
    """Return the steps that are moments of truth of the kind complaint, by blueprint."""
    found: dict[str | None, dict[int, None]] = {}
    for node in graph.of_kind("step", "customer", "frontstage"):
        element = node.element
        moment = element.moment_of_truth if isinstance(element, (Step, Act)) else None
        if moment is not None and moment.of_complaint:
            found.setdefault(node.blueprint, {})[graph.index[node.step or node.id]] = None
    return found


def _personas(graph: Graph, home: str | None) -> tuple[int, ...]:
    everybody = tuple(graph.index[node.id] for node in graph.of_kind("persona"))
    if home is None:
        return everybody
    own = [
        graph.targets[link]
        for link in graph.leaving[graph.index[home]]
        if graph.links.kinds[link] == "serves"
    ]
    return tuple(own)


def preferred_by(graph: Graph, names: Names, desk: Desk) -> tuple[int, ...]:
    """Return the personas who can complain by a channel they like."""
    offered = set(names.all(desk.stem, desk.said.channels, "channel"))
    found = []
    for number in desk.personas:
        node = graph.nodes[number]
        if isinstance(node.element, Persona):
            liked = set(names.all(names.file_of(node), node.element.channels, "channel"))
            if liked & offered:
                found.append(number)
    return tuple(found)


def feeds_knowledge(graph: Graph, names: Names, desk: Desk) -> bool:
    """Tell whether some article is fed by the questions of a complaint channel."""
    offered = set(names.all(desk.stem, desk.said.channels, "channel"))
    return any(
        isinstance(node.element, Knowledge)
        and offered & set(names.all(names.file_of(node), node.element.fed_by, "channel"))
        for node in graph.of_kind("knowledge")
    )


def at_entries(graph: Graph, desk: Desk) -> tuple[Step, ...]:
    """Return the steps at which complaints come in, as the file has them."""
    elements = (graph.nodes[entry].element for entry in desk.entries)
    return tuple(element for element in elements if isinstance(element, Step))
