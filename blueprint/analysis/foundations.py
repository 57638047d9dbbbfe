"""What a moment of truth rests on, how strongly, and what alone can stop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from blueprint.analysis import counted
from blueprint.analysis.naming import (
    KIND_COLUMN,
    WHO,
    assumed_told,
    filled,
    name_of,
    named,
    quoted,
    table,
    who,
)
from blueprint.analysis.ripple.starting import meant_by, starts_of
from blueprint.analysis.ripple.words import KIND
from blueprint.analysis.service import actions_by_step, declared_moments, felt_along, lived
from blueprint.analysis.spread.components import components
from blueprint.analysis.spread.counting import reach_counts
from blueprint.analysis.spread.dominating import CHANGED_SET, dominators
from blueprint.analysis.spread.reaching import reach
from blueprint.analysis.spread.strongest import strongest
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, Network
from blueprint.report import Column, Finding, Mark, Method, Overlay, Report, Table
from blueprint.words import Phrase

WORK = ("interaction", "support", "triggers", "uses", "keeps", "prepares")
"""Links of work, that hold up what is done; evidence, channels, articles and what systems tell
each other help it, and do not do it."""

_LANES = ("frontstage", "backstage", "support", "other")

_FEW = 2
"""Of so many actions at least, all must rest on an element for it to be their common ground."""

_HELD_UP = ("blueprint", "phase", "step", "customer", "promise")
"""What something ought to stand behind; under a system or a department there need be nothing."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked about.

    Attributes:
        numbers: Numbers of the steps or elements.
        count: How many of them, in words.
        heading: What they are called together.
        basis: Why these are asked about.
        named: Whether they were named, and are not all steps.
    """

    numbers: tuple[int, ...]
    count: Phrase
    heading: Phrase
    basis: Phrase
    named: bool = False


@dataclass(frozen=True)
class _Under:
    """What stands under one moment.

    Attributes:
        asked: Number of the step or element asked about.
        tops: Numbers of its actions that the customer lives through.
        hops: Everything under it with the fewest links, nearest first.
        likelihoods: How likely it is felt at the top, along the strongest path alone.
        gates: The last element that every path from the top to each passes.
        alone: What every way of support passes, nearest first.
        common: Per kind of action, what all of at least two of them rest on.
    """

    asked: int
    tops: tuple[int, ...]
    hops: Mapping[int, int]
    likelihoods: Mapping[int, float]
    gates: Mapping[int, int]
    alone: tuple[int, ...]
    common: Mapping[str, tuple[int, ...]]

    @cached_property
    def carried(self) -> Mapping[int, int]:
        """How many elements reach the top through an element only, by its number."""
        counts = dict.fromkeys(self.hops, 0)
        for node in reversed(self.hops):  # a gate is nearer to the top than what it carries
            gate = self.gates[node]
            if gate != CHANGED_SET:
                counts[gate] += counts[node] + 1
        return counts


def foundations(
    graph: Graph, on: Sequence[str] = (), *, journey: bool = False, most: int = 50
) -> Report:
    """Return what a step, action, promise or department rests on, and what alone can stop it.

    It rests on whatever, when missing, is felt there: along all couplings that carry a
    disruption but the journey itself (what comes before) and recoveries.

    An element *alone can stop it* when every way of support passes it: every path, over links
    of work, from an element that itself rests on nothing more up to what the customer lives
    through. Whatever else holds, without it nothing arrives. An element is *common ground* of a
    lane when there are at least two actions of the lane under the moment and all of them rest on
    it: without it, none of that lane's work is as it was.

    Args:
        graph: The graph.
        on: What is asked about; by default all declared moments of truth, and where none is
            declared every step in which the customer meets the service.
        journey: Whether what comes before on the journey counts too.
        most: Of how many moments, and how many elements under one, the report tells.

    Raises:
        ReferenceNotFoundError: An id means nothing, or several things.
        BlueprintError: ``most`` is not 1 or more.
    """
    if most < 1:
        raise BlueprintError(Phrase.of("the option “most” is 1 or more"))
    asked = _asked(graph, on)
    kinds = felt_along(journey=journey)
    works = [kind for kind in kinds if kind in WORK or kind == "flow"]
    felt, work = graph.network("disruption", kinds), graph.network("disruption", works)
    actions = actions_by_step(graph)
    found = [
        _under(graph, number, _tops(graph, number, actions), felt, work)
        for number in asked.numbers[:most]
    ]
    elements = [_elements(graph, under, most) for under in found] if len(found) == 1 else []
    return Report(
        name="foundations",
        title=_title(graph, on, asked),
        method=_method(graph, felt, found, asked),
        summary=tuple(_sentences(graph, found, asked)),
        findings=tuple(_findings(graph, found)),
        tables=filled(_moments(graph, found, asked), *elements),
        overlay=_overlay(graph, found),
    )


def _asked(graph: Graph, on: Sequence[str]) -> _Asked:
    if on:
        own = tuple(dict.fromkeys(graph.index[meant_by(graph, ref).id] for ref in on))
        basis = Phrase.of("asked about what was named")
        heading = Phrase.of("What was asked about")
        return _Asked(own, counted.elements(len(own)), heading, basis, named=True)
    declared = declared_moments(graph)
    if declared:
        basis = Phrase.of("asked about all declared moments of truth")
        count = counted.moments(len(declared))
        return _Asked(declared, count, Phrase.of("Moments of truth"), basis)
    met = tuple(
        step
        for step, own in actions_by_step(graph).items()
        if any(graph.nodes[n].kind == "customer" for n in own)
    )
    basis = Phrase.of(
        "no moment of truth is declared: asked about every step in which the customer acts"
    )
    return _Asked(met, counted.steps(len(met)), Phrase.of("Steps"), basis)


def _tops(graph: Graph, number: int, actions: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return where the support of an element ends: of a step, what the customer does.

    Of a department it is all that the department does and owns.
    """
    node = graph.nodes[number]
    if node.kind == "step":
        return lived(graph, actions[number])
    if node.kind in ("phase", "blueprint"):
        inside = (
            step
            for step in actions
            if number in (graph.index.get(graph.nodes[step].phase or ""), _home(graph, step))
        )
        return tuple(top for step in inside for top in lived(graph, actions[step]))
    return starts_of(graph, node)


def _home(graph: Graph, step: int) -> int | None:
    return graph.index.get(graph.nodes[step].blueprint or "")


def _under(graph: Graph, asked: int, tops: tuple[int, ...], felt: Network, work: Network) -> _Under:
    upward = felt.turned
    hops = reach(upward, tops)
    paths = strongest(upward, tops)
    joint = graph.nodes[asked].kind != "department"  # whose parts nothing need stop all at once
    alone = alone_under(work, tops) if tops and joint else ()
    part = _part(work, (*tops, *hops))
    return _Under(
        asked=asked,
        tops=tops,
        hops=hops,
        likelihoods={node: paths.likelihoods[label] for node, label in paths.best.items()},
        gates=dominators(upward, tops),
        alone=alone,
        common={
            kind: tuple(node for node in _common(graph, kind, hops, part) if node not in alone)
            for kind in _LANES
        },
    )


def alone_under(work: Network, tops: Sequence[int]) -> tuple[int, ...]:
    """Return what every way of support to the tops passes, nearest to them first."""
    under = reach(work.turned, tops)
    if not under:
        return ()
    nodes = (*tops, *under)
    part = _part(work, nodes).turned
    groups = components(part)
    deepest = {
        number
        for number, own in enumerate(groups.members)
        if all(groups.numbers[to] == number for node in own for to in part.successors[node])
    }
    ground = [nodes[n] for n in range(len(nodes)) if groups.numbers[n] in deepest]
    ground = [node for node in ground if node not in tops]
    gates = dominators(work, ground, within=set(nodes))
    common: dict[int, None] | None = None
    for top in tops:
        if top in gates:
            own = list(_chain(gates, top))
            common = dict.fromkeys(own if common is None else [n for n in own if n in common])
    found = [node for node in common or () if node not in tops]
    return (*found, *ground) if len(ground) == 1 else tuple(found)


def _chain(gates: Mapping[int, int], node: int) -> Iterator[int]:
    while gates[node] != CHANGED_SET:
        node = gates[node]
        yield node


def _common(graph: Graph, kind: str, hops: Mapping[int, int], part: Network) -> Iterator[int]:
    """Go through what all actions of a kind under a moment rest on, nearest first."""
    nodes = list(hops)
    offset = part.size - len(nodes)
    marked = [n for n, node in enumerate(nodes, start=offset) if graph.nodes[node].kind == kind]
    if len(marked) < _FEW:
        return
    counts = reach_counts(part, marked)
    own = set(marked)
    for n, node in enumerate(nodes, start=offset):
        if n not in own and counts[n] == len(marked):
            yield node


def _part(network: Network, nodes: Iterable[int]) -> Network:
    """Return the network of some nodes alone, numbered as they are given."""
    number = {node: n for n, node in enumerate(nodes)}
    arcs = [
        (n, number[to])
        for node, n in number.items()
        for to in network.successors[node]
        if to in number
    ]
    return Network.of_arrays(len(number), [a for a, _ in arcs], [b for _, b in arcs])


def _title(graph: Graph, on: Sequence[str], asked: _Asked) -> Phrase:
    if not on:
        return Phrase.of("What moments of truth rest on")
    said = "What {names} rests on" if len(asked.numbers) == 1 else "What {names} rest on"
    return Phrase.of(said, names=named(graph, asked.numbers))


def _method(graph: Graph, felt: Network, found: Sequence[_Under], asked: _Asked) -> Method:
    assumptions = [asked.basis, *assumed_told(graph, felt.links)]
    if len(asked.numbers) > len(found):
        said = "moments asked about: {n}; told of the first in file order: {m}"
        assumptions.append(Phrase.of(said, n=len(asked.numbers), m=len(found)))
    return Method(
        name="foundations",
        source=Phrase.of(
            "single points of failure as dominators (Lengauer & Tarjan 1979) of the support network"
        ),
        formula=Phrase.of(
            "x alone can stop t: every path of work that leads up to t passes x; "
            "likelihood(x) = the largest product of likelihoods along one path from x to t"
        ),
        scale=Phrase.of("links: a count; likelihood from 0 to 1"),
        direction=Phrase.of("disruption, read upward: what, when missing, is felt at the moment"),
        n=len(found),
        assumptions=tuple(assumptions),
        cannot_tell=(
            Phrase.of("whether one of several supports could stand in for another"),
            Phrase.of("the likelihood over several paths at once: that of a ripple tells it"),
        ),
    )


def _sentences(graph: Graph, found: Sequence[_Under], asked: _Asked) -> Iterator[Phrase]:
    if not found:
        yield Phrase.of("There is no step in which the customer acts.")
        return
    if len(found) == 1:
        yield from _of_one(graph, found[0])
        return
    yield _stopped(found, asked)
    times: dict[int, int] = {}
    for under in found:
        for node in _weak(under):
            times[node] = times.get(node, 0) + 1
    often = sorted(times, key=lambda node: (-times[node], node))
    most = [node for node in often if times[node] == times[often[0]] > 1]
    if most:
        said = "{n} of {things} hang on {names}."
        each = "{n} of {things} hang on each of {names}."
        yield Phrase.of(
            said if len(most) == 1 else each,
            names=named(graph, most),
            n=times[most[0]],
            things=asked.count,
        )


def _stopped(found: Sequence[_Under], asked: _Asked) -> Phrase:
    stopped = sum(1 for under in found if under.alone)
    if not any(under.hops for under in found):
        return Phrase.of("Nothing is drawn under any of the {things}.", things=asked.count)
    if not stopped:
        return Phrase.of("No single element can stop any of the {things}.", things=asked.count)
    said = "{n} of {things} can be stopped by a single element."
    if stopped == len(asked.numbers):
        said = "Each of the {things} can be stopped by a single element."
    return Phrase.of(said, n=stopped, things=asked.count)


def _of_one(graph: Graph, under: _Under) -> Iterator[Phrase]:
    name = name_of(graph, under.asked)
    if not under.hops:
        yield Phrase.of("“{name}” rests on nothing that is drawn.", name=name)
        return
    departments = {graph.nodes[n].department for n in under.hops} - {None}
    said = "“{name}” rests on {elements}; the farthest is {links} away."
    if departments:
        said = "“{name}” rests on {elements} of {departments}; the farthest is {links} away."
    yield Phrase.of(
        said,
        name=name,
        elements=counted.elements(len(under.hops)),
        departments=counted.departments(len(departments)),
        links=counted.links(max(under.hops.values())),
    )
    if under.alone:
        yield Phrase.of("Alone can stop it: {names}.", names=named(graph, under.alone))
    for kind, common in under.common.items():
        if common:
            yield _common_told(graph, kind, common)


def _common_told(graph: Graph, kind: str, common: Sequence[int]) -> Phrase:
    return Phrase.of(
        "Every {kind} under it rests on {names}.",
        kind=Phrase.of(KIND[kind]),
        names=named(graph, common),
    )


def _weak(under: _Under) -> tuple[int, ...]:
    common = (node for nodes in under.common.values() for node in nodes)
    return tuple(dict.fromkeys((*under.alone, *common)))


def _findings(graph: Graph, found: Sequence[_Under]) -> Iterator[Finding]:
    for under in found:
        name = quoted(graph, under.asked)
        element = graph.nodes[under.asked].id
        if not under.hops and graph.nodes[under.asked].kind in _HELD_UP:
            yield Finding(
                code="foundations.nothing",
                severity="warning",
                message=Phrase.of("{name} rests on nothing that is drawn", name=name),
                about=(element,),
                hint=Phrase.of("draw what stands behind it"),
            )
        systems = [n for n in _weak(under) if graph.nodes[n].kind in ("system", "channel")]
        if systems:
            yield _hanging(graph, under, systems)
        others = [n for n in under.alone if n not in systems]
        if others:
            yield _stopping(graph, under, others)


def _hanging(graph: Graph, under: _Under, systems: Sequence[int]) -> Finding:
    hint = Phrase.of("plan what is done when one of them is down")
    if len(systems) == 1:
        said = "plan what is done when {system} is down"
        hint = Phrase.of(said, system=quoted(graph, systems[0]))
    return Finding(
        code="foundations.system",
        severity="warning",
        message=Phrase.of(
            "{name} hangs on {systems}",
            name=quoted(graph, under.asked),
            systems=named(graph, systems),
        ),
        about=tuple(graph.nodes[n].id for n in (under.asked, *systems)),
        hint=hint,
    )


def _stopping(graph: Graph, under: _Under, others: Sequence[int]) -> Finding:
    said = "Each of {elements} alone can stop {name}"
    hint = Phrase.of("plan who or what can stand in for each of them")
    if len(others) == 1:
        said, element = "{elements} alone can stop {name}", quoted(graph, others[0])
        hint = Phrase.of("plan who or what can stand in for {element}", element=element)
    return Finding(
        code="foundations.alone",
        severity="info",
        message=Phrase.of(said, elements=named(graph, others), name=quoted(graph, under.asked)),
        about=tuple(graph.nodes[n].id for n in (under.asked, *others)),
        hint=hint,
    )


def _moments(graph: Graph, found: Sequence[_Under], asked: _Asked) -> Table:
    """Return what stands under each; of what kind it is, where it need not be a step."""
    told = [n for n, column in enumerate(WHO) if asked.named or column is not KIND_COLUMN]
    return table(
        "moments",
        asked.heading,
        (
            *(WHO[n] for n in told),
            Column(key="under", title=Phrase.of("Elements under it")),
            Column(key="departments", title=Phrase.of("Departments under it")),
            Column(key="alone", title=Phrase.of("Alone can stop it")),
            Column(key="common", title=Phrase.of("Common ground")),
        ),
        (
            (
                *(who(graph, under.asked)[n] for n in told),
                len(under.hops),
                len({graph.nodes[n].department for n in under.hops} - {None}),
                _cell(graph, under.alone),
                _cell(graph, tuple(dict.fromkeys(n for own in under.common.values() for n in own))),
            )
            for under in found
        ),
    )


def _cell(graph: Graph, numbers: Sequence[int]) -> Phrase | None:
    return named(graph, numbers) if numbers else None


def _elements(graph: Graph, under: _Under, most: int) -> Table:
    order = sorted(under.hops, key=lambda n: (under.hops[n], -under.likelihoods[n], n))[:most]
    return table(
        "under",
        Phrase.of("What it rests on"),
        (
            *WHO,
            Column(key="hops", title=Phrase.of("Fewest links")),
            Column(key="likelihood", title=Phrase.of("Likelihood, strongest path")),
            Column(key="through", title=Phrase.of("Felt only through")),
            Column(key="carries", title=Phrase.of("Elements it alone carries")),
            Column(key="alone", title=Phrase.of("Alone can stop it")),
        ),
        (
            (
                *who(graph, n),
                under.hops[n],
                round(under.likelihoods[n], 6),
                None if under.gates[n] == CHANGED_SET else name_of(graph, under.gates[n]),
                under.carried[n],
                n in under.alone,
            )
            for n in order
        ),
    )


def _overlay(graph: Graph, found: Sequence[_Under]) -> Overlay:
    marks: dict[str, Mark] = {}
    weak: dict[int, list[int]] = {}
    for under in found:
        for node in _weak(under):
            weak.setdefault(node, []).append(under.asked)
    for under in found:
        for top in under.tops:
            _mark(marks, graph, top, Mark(role="start", note=Phrase.of("what is asked about")))
    for node, moments in weak.items():
        note = Phrase.of("can stop {names}", names=named(graph, moments))
        _mark(marks, graph, node, Mark(role="warning", note=note))
    for under in found:
        for node, hops in under.hops.items():
            note = Phrase.of("links to the moment: {n}", n=hops)
            strength = under.likelihoods[node]
            mark = Mark(role="reached", badge=str(hops), note=note, strength=strength, hops=hops)
            _mark(marks, graph, node, mark)
    return Overlay(
        title=Phrase.of("What moments of truth rest on"),
        elements=marks,
        meanings={
            "start": Phrase.of("what is asked about"),
            "reached": Phrase.of("it rests on this: links away · likelihood"),
            "warning": Phrase.of("can stop it"),
        },
    )


def _mark(marks: dict[str, Mark], graph: Graph, number: int, mark: Mark) -> None:
    node = graph.nodes[number]
    for card in (node.id, *node.same):
        marks.setdefault(card, mark)
