"""Where in the files what a ripple tells of stands, for annotations beside the lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from blueprint.analysis.ripple.words import how_told
from blueprint.graph import Graph, lenient_graph
from blueprint.model import Blueprint
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import listing

if TYPE_CHECKING:
    from blueprint.analysis.ripple import RippleReport
    from blueprint.files import Document
    from blueprint.integrity import Scope

CODE = "ripple"
"""The code of what is no finding but said of a changed line, or of the whole."""


def annotated(report: RippleReport, documents: list[Document], scope: Scope) -> tuple[Finding, ...]:
    """Return what is to be said beside lines: who acts and is told, what is noted, what changed.

    Args:
        report: The ripple.
        documents: The files it was asked of.
        scope: What names mean in them.
    """
    graph = lenient_graph(scope)
    said = (*report.findings, *_whom(report), *_changed(report))
    return tuple(_placed(finding, documents, graph) for finding in said)


def _whom(report: RippleReport) -> Iterator[Finding]:
    for template, names in (
        ("First to act: {names}.", [d.name for d in report.first_to_act]),
        ("To be told: {names}.", [d.name for d in report.to_be_told]),
    ):
        if names:
            message = Phrase.of(template, names=listing(names))
            yield Finding(code=CODE, severity="info", message=message)


def _changed(report: RippleReport) -> Iterator[Finding]:
    for start in (*report.start, *report.added):
        message = how_told(start.how, start.name)
        yield Finding(code=CODE, severity="info", message=message, about=(start.id,))


def _placed(finding: Finding, documents: list[Document], graph: Graph) -> Finding:
    if finding.file is not None or not finding.about or finding.about[0] not in graph.index:
        return finding
    node = graph.node(finding.about[0])
    document = next((d for d in documents if _holds(d, graph, node.blueprint)), None)
    if document is None:
        return finding
    at_key = node.path[:1] != ("phases",)
    place = document.place(node.path, at_key=at_key)
    return replace(finding, file=document.file, place=place, excerpt=document.excerpt(place))


def _holds(document: Document, graph: Graph, blueprint: str | None) -> bool:
    if blueprint is None:
        return document.kind == "catalog"
    value = document.value
    return isinstance(value, Blueprint) and graph.scope.blueprint_id(value.stem or "") == blueprint
