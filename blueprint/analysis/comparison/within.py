"""The comparison as one of the analyses: what one source says of two states, or two personas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from blueprint.analysis.comparison.comparing import compare as compared
from blueprint.analysis.comparison.comparing import method
from blueprint.analysis.comparison.lives import compare_personas
from blueprint.analysis.comparison.results import Comparison
from blueprint.errors import BlueprintError
from blueprint.graph import Graph, graph_of
from blueprint.integrity import alone
from blueprint.report import Finding, Mark, Overlay, Report, Table
from blueprint.words import Phrase

_TITLE = Phrase.of("What is and what would be, compared")
_TWO = 2


def compare(graph: Graph, on: Sequence[str] = ()) -> Report:
    """Return what one source says of two states.

    Args:
        graph: The graph.
        on: Ids of two blueprints; of one that says with ``of`` which it would replace; or of
            two personas. Where none is named, every blueprint that says ``of`` is compared.

    Raises:
        BlueprintError: It is neither of these.
        ReferenceNotFoundError: An id means nothing.
    """
    nodes = [graph.node(element) for element in on]
    kinds = {node.kind for node in nodes}
    if len(nodes) > _TWO or (len(nodes) < _TWO and "persona" in kinds):
        raise _asked_wrongly()
    if len(nodes) == _TWO and kinds == {"persona"}:
        return compare_personas(graph, nodes[0].id, nodes[1].id)
    if kinds - {"blueprint"}:
        raise _asked_wrongly()
    stems = {graph.scope.blueprint_id(stem): stem for stem in graph.scope.blueprints}
    named = [stems[node.id] for node in nodes]
    if len(named) == _TWO:
        return state_of(graph, named[1], named[0])
    known = replaced(graph)
    return _joined([state_of(graph, s, of) for s, of in known.items() if s in (named or known)])


def _asked_wrongly() -> BlueprintError:
    return BlueprintError(Phrase.of("compare is asked about two blueprints, or about two personas"))


def replaced(graph: Graph) -> Mapping[str, str]:
    """Return the blueprints that say which they would replace: their stem, and its."""
    blueprints = graph.scope.blueprints
    return {
        stem: blueprint.of
        for stem, blueprint in blueprints.items()
        if blueprint.of is not None and blueprint.of in blueprints and blueprint.of != stem
    }


def state_of(graph: Graph, stem: str, of: str) -> Comparison:
    """Return one blueprint of a workspace compared with another; ids are those of the workspace.

    The overlay lights both, for each has its own drawing and its own page there.

    Args:
        graph: The workspace's graph.
        stem: The second state, such as what would be.
        of: The first, such as what is.
    """
    blueprints = graph.scope.blueprints
    old, new = (graph_of(alone(blueprints[name])) for name in (of, stem))
    return _placed(compared(old, new), graph, stem, of)


def _placed(report: Comparison, graph: Graph, stem: str, of: str) -> Comparison:
    """Return a comparison with the ids that its elements have in the whole graph."""

    def placed(element: str) -> str:
        return _found(graph, (stem, of), element)

    def was(element: str) -> str:
        return _found(graph, (of,), element)

    before = _lit(report.before, was)
    after = _lit(report.overlay or report.before, placed)
    return replace(
        report,
        findings=tuple(_moved(finding, placed) for finding in report.findings),
        tables=tuple(_retold(table, placed) for table in report.tables),
        overlay=replace(after, elements={**before.elements, **after.elements}),
        before=before,
    )


def _found(graph: Graph, homes: Sequence[str], element: str) -> str:
    """Return the id an element of one of some files has in the graph of all."""
    found = (graph.scope.global_id(home, element) for home in homes)
    return next((known for known in found if known in graph.index), element)


def _moved(finding: Finding, placed: Callable[[str], str]) -> Finding:
    return replace(finding, about=tuple(map(placed, finding.about)))


def _retold(table: Table, placed: Callable[[str], str]) -> Table:
    """Return a table with other ids in its column of ids."""
    if not table.columns or table.columns[0].key != "id":
        return table
    return replace(table, rows=tuple((placed(str(row[0])), *row[1:]) for row in table.rows))


def _lit(overlay: Overlay, placed: Callable[[str], str]) -> Overlay:
    return replace(overlay, elements={placed(one): mark for one, mark in overlay.elements.items()})


def _joined(reports: Sequence[Comparison]) -> Report:
    """Return several comparisons as one report; one as it is."""
    if len(reports) == 1:
        return reports[0]
    if not reports:
        return _nothing()
    tables = (
        replace(
            table,
            name=f"{table.name}-{n}",
            title=Phrase.of("{title}: {what}", title=report.title, what=table.title),
        )
        for n, report in enumerate(reports, 1)
        for table in report.tables
    )
    marks: dict[str, Mark] = {}
    for report in reports:
        marks |= (report.overlay or report.before).elements
    return Report(
        name="compare",
        title=_TITLE,
        method=reports[0].method,
        summary=tuple(sentence for report in reports for sentence in report.summary),
        findings=tuple(finding for report in reports for finding in report.findings),
        tables=tuple(tables),
        overlay=Overlay(title=_TITLE, elements=marks),
    )


def _nothing() -> Report:
    return Report(
        name="compare",
        title=_TITLE,
        method=method(0, 0),
        summary=(
            Phrase.of(
                "There is nothing to compare: no blueprint here says with “of” which other one "
                "it would replace. Name two blueprints, or two personas."
            ),
        ),
        overlay=Overlay(title=_TITLE),
    )
