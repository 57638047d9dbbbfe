"""The report on applications: systems, switches, typing again, integrations that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprint.analysis.amounts import money_told
from blueprint.analysis.applications.along import Along, along, keyed_in
from blueprint.analysis.applications.figures import currency_of, tables
from blueprint.analysis.applications.neighbours import Neighbours, missing
from blueprint.analysis.applications.switching import Worker, systems_of, worker_told
from blueprint.analysis.naming import filled, name_of, named, path_told, quoted, series_of
from blueprint.analysis.service import actions_by_step
from blueprint.analysis.written import told_count
from blueprint.errors import BlueprintError
from blueprint.graph import Graph
from blueprint.report import Chart, Finding, Mark, Method, Overlay, Report
from blueprint.words import Phrase

_SHOWN = 40
"""How many steps of a main path a chart shows."""

_OFTEN = 3
"""From so many switches on one main path on, a worker is pointed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """All that is found."""

    defined: tuple[int, ...]
    used: Mapping[int, Sequence[int]]
    along: tuple[Along, ...]
    missing: tuple[Neighbours, ...]
    keyed: Mapping[str, int]

    @property
    def unused(self) -> tuple[int, ...]:
        """The systems no action uses."""
        return tuple(system for system in self.defined if system not in self.used)


def applications(graph: Graph, *, cost: float | None = None, most: int = 50) -> Report:
    """Return which systems the work needs, and how often people switch between them.

    A switch is a person's change from one system to another: within an action that uses
    several, or from one of his actions to the next on the main path. Two systems that work side
    by side and neither exchange data nor are joined by others make somebody type it again.

    Args:
        graph: The graph.
        cost: What one switch costs, in the blueprint's currency; nothing is assumed.
        most: How many steps, systems and findings of one kind are listed.

    Raises:
        BlueprintError: ``most`` is not 1 or more, or ``cost`` is less than 0.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    if cost is not None and cost < 0:
        raise BlueprintError(Phrase.of("the option “cost” is 0 or more"))
    found = _found(graph)
    chosen = max(found.along, key=lambda a: (len(a.on_path), len(a.path_systems)), default=None)
    return Report(
        name="applications",
        title=Phrase.of("Which systems people switch between"),
        method=_method(graph, found, cost, most),
        summary=tuple(_sentences(graph, found, chosen, cost)),
        findings=tuple(_findings(graph, found, most)),
        tables=filled(
            *tables(graph, found.along, found.keyed, found.used, found.missing, cost, most)
        ),
        charts=_charts(graph, chosen),
        overlay=_overlay(graph, found),
    )


def _found(graph: Graph) -> Used:
    actions = actions_by_step(graph)
    systems = systems_of(graph)
    journeys = along(graph, actions, systems)
    used: dict[int, list[int]] = {}
    for action, own in systems.items():
        for system in own:
            used.setdefault(system, []).append(action)
    gaps = missing(graph, systems, (switch for a in journeys for switch in a.on_path))
    return Used(
        defined=tuple(graph.index[node.id] for node in graph.of_kind("system")),
        used=used,
        along=journeys,
        missing=gaps,
        keyed=keyed_in(graph, gaps),
    )


def _method(graph: Graph, found: Used, cost: float | None, most: int) -> Method:
    assumptions = [
        Phrase.of("whoever acts for one department in one role is one person"),
        Phrase.of("a support process that says neither actor nor role is done by its system"),
        Phrase.of(
            "systems are used in the order in which they are written; one that is open first"
        ),
        Phrase.of("what no integration carries from one system to the next is typed by hand"),
        Phrase.of("everybody comes in by the first step; the likeliest way on is the main path"),
    ]
    if max(len(found.missing), sum(len(a.journey.steps) for a in found.along)) > most:
        assumptions.append(Phrase.of("of each kind the first {n} are listed", n=most))
    cannot = [Phrase.of("how long a switch takes, and how much is typed again")]
    if cost is None:
        cannot.append(
            Phrase.of("what switches cost, for nobody said what one costs (option “cost”)")
        )
    doubtful = [a.journey.steps[n] for a in found.along for n in a.journey.doubtful]
    if doubtful:
        said = "how often a customer goes which way: probabilities do not add to 1 in {step}"
        cannot.insert(0, Phrase.of(said, step=quoted(graph, graph.index[doubtful[0]])))
    return Method(
        name="applications",
        source=Phrase.of(
            "defined here: distinct systems, switches, neighbours without integration"
        ),
        formula=Phrase.of(
            "switches = changes of system by one person, action after action; typed again = places "
            "where a person stands between two systems that nothing integrates; cost = switches × "
            "cost of one"
        ),
        scale=Phrase.of("counts"),
        direction=Phrase.of("fewer switches and less typing again are better"),
        n=sum(map(len, found.used.values())),
        assumptions=tuple(assumptions) if found.used else (),
        cannot_tell=tuple(cannot) if found.used else (),
    )


def _sentences(
    graph: Graph, found: Used, chosen: Along | None, cost: float | None
) -> Iterator[Phrase]:
    if chosen is None or not found.used:
        yield Phrase.of("Cannot tell: no action names a system.")
        return
    yield _in_use(found)
    n = len(chosen.on_path)
    yield Phrase.of(
        "On {path}, {systems}, and {switches}.",
        path=path_told(graph, chosen.journey.blueprint),
        systems=told_count(len(chosen.path_systems), "1 system is used", "{n} systems are used"),
        switches=told_count(n, "somebody switches once", "people switch {n} times")
        if n
        else Phrase.of("nobody switches between systems"),
    )
    if chosen.on_path:
        worker, own = _busiest(chosen)
        said = "Who switches there: {who}."
        if own < n:
            said = "Who switches most there: {who} ({n} of {m} times)."
        yield Phrase.of(said, who=worker_told(graph, worker), n=own, m=n)
    yield _side_by_side(found)
    if cost is not None:
        amount = money_told(cost * len(chosen.on_path), currency_of(graph, chosen.journey.stem))
        yield Phrase.of("Switches there cost {amount} for each customer.", amount=amount)


def _in_use(found: Used) -> Phrase:
    if found.unused:
        said = "Systems in use: {n} of the {m} that are defined."
        return Phrase.of(said, n=len(found.used), m=len(found.defined))
    return Phrase.of("Systems in use: {n}.", n=len(found.used))


def _side_by_side(found: Used) -> Phrase:
    if not found.missing:
        return Phrase.of("No two systems are used side by side without an exchange of data.")
    return Phrase.of(
        "Pairs of systems used side by side for which no exchange of data is written: {n}; places "
        "where somebody types data again: {m}.",
        n=len(found.missing),
        m=sum(len(entry.keyed) for entry in found.missing),
    )


def _busiest(chosen: Along) -> tuple[Worker, int]:
    counts: dict[Worker, int] = {}
    for switch in chosen.on_path:
        counts[switch.worker] = counts.get(switch.worker, 0) + 1
    worker = max(counts, key=lambda w: counts[w])
    return worker, counts[worker]


def _findings(graph: Graph, found: Used, most: int) -> Iterator[Finding]:
    for entry in [n for n in found.missing if n.keyed][:most]:
        one, other = entry.systems
        yield Finding(
            code="applications.integration",
            severity="warning",
            message=Phrase.of(
                "Between “{one}” and “{other}” no exchange of data is written: somebody types data "
                "again in {actions}",
                one=name_of(graph, one),
                other=name_of(graph, other),
                actions=named(graph, tuple(dict.fromkeys(p.at for p in entry.keyed))),
            ),
            about=tuple(
                dict.fromkeys(graph.nodes[n].id for n in (one, other, *(p.at for p in entry.keyed)))
            ),
            hint=Phrase.of("let them exchange data; if they do, write integrates: at one of them"),
        )
    for journey in found.along:
        if not journey.on_path:
            continue
        worker, n = _busiest(journey)
        if n >= _OFTEN:
            own = [s for s in journey.on_path if s.worker == worker]
            yield Finding(
                code="applications.switches",
                severity="info",
                message=Phrase.of(
                    "On {path}, {who} switches between systems {n} times for one customer",
                    who=worker_told(graph, worker),
                    n=n,
                    path=path_told(graph, journey.journey.blueprint),
                ),
                about=tuple(dict.fromkeys(graph.nodes[s.action].id for s in own)),
                hint=Phrase.of("put on one screen what one person needs for one customer"),
            )
    if found.unused and found.used:
        yield Finding(
            code="applications.unused",
            severity="info",
            message=Phrase.of("No action uses {systems}", systems=named(graph, found.unused)),
            about=tuple(graph.nodes[n].id for n in found.unused[:most]),
            hint=Phrase.of("write which action uses it, or take it out"),
        )


def _charts(graph: Graph, chosen: Along | None) -> tuple[Chart, ...]:
    if chosen is None or not chosen.path_systems:
        return ()
    shown = chosen.places[:_SHOWN]
    steps = [graph.index[chosen.journey.steps[n]] for n in shown]
    path = path_told(graph, chosen.journey.blueprint)
    return (
        Chart(
            name="steps",
            title=Phrase.of("Systems and switches on {path}, step by step", path=path),
            kind="bars",
            across=Phrase.of("Steps of the main path"),
            up=Phrase.of("Number"),
            series=(
                series_of(
                    graph, Phrase.of("Systems"), steps, [len(chosen.systems[n]) for n in shown]
                ),
                series_of(graph, Phrase.of("Switches"), steps, [chosen.switches[n] for n in shown]),
            ),
        ),
    )


def _overlay(graph: Graph, found: Used) -> Overlay:
    marks: dict[str, Mark] = {}
    pairs: dict[tuple[str, str], None] = {}
    for entry in found.missing:
        for place in entry.keyed:
            note = Phrase.of("somebody types again here what another system knows")
            marks.setdefault(graph.nodes[place.at].id, Mark(role="warning", note=note))
            if place.action != place.other:
                pairs[graph.nodes[place.action].id, graph.nodes[place.other].id] = None
    for journey in found.along:
        counts: dict[int, int] = {}
        for switch in journey.on_path:
            counts[switch.action] = counts.get(switch.action, 0) + 1
        for action, n in counts.items():
            mark = Mark(role="reached", badge=str(n), note=Phrase.of("switches here: {n}", n=n))
            marks.setdefault(graph.nodes[action].id, mark)
    return Overlay(
        title=Phrase.of("Which systems people switch between"),
        elements=marks,
        links=tuple(pairs),
        meanings={
            "warning": Phrase.of("typed again"),
            "reached": Phrase.of("somebody switches here · times"),
        },
    )
