"""A ripple of a whole workspace as one page: the answer, then every drawing it comes to, lit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from blueprint.analysis.ripple.apply_change import applied
from blueprint.analysis.ripple.several import together
from blueprint.drawing import draw
from blueprint.graph import graph_of
from blueprint.model import Change, said
from blueprint.render.report.ripple_html import Place, ripple_html
from blueprint.render.report.ripple_reached import figure

if TYPE_CHECKING:
    from blueprint.analysis.ripple.results import RippleReport
    from blueprint.graph import Graph
    from blueprint.integrity import Scope
    from blueprint.render.theme import Theme

MOST_DRAWINGS = 12
"""How many drawings one page holds; of what is listed elsewhere it tells how much it is."""


def with_change(scope: Scope, change: Change | Sequence[Change] | None) -> Graph:
    """Return the graph of all blueprints, with a change in effect where there is one."""
    if change is None:
        return graph_of(scope)
    changes = (change,) if isinstance(change, Change) else change
    return graph_of(applied(scope, together(changes)).scope)


def ripple_page(
    graph: Graph,
    report: RippleReport,
    lang: str,
    *,
    theme: str | Theme = "light",
    hrefs: Mapping[str, str] | None = None,
) -> str:
    """Return a ripple as one file that needs nothing else, with a drawing of each blueprint.

    Args:
        graph: All blueprints, with the change in effect.
        report: The ripple.
        lang: Language of labels and sentences.
        theme: How the drawings look.
        hrefs: Where the page of each blueprint is, by its id, if anywhere.
    """
    return ripple_html(report, lang, tuple(_places(graph, report, lang, theme, hrefs or {})))


def _places(
    graph: Graph,
    report: RippleReport,
    lang: str,
    theme: str | Theme,
    hrefs: Mapping[str, str],
) -> Iterator[Place]:
    """Go through the blueprints it comes to, those it reaches most first."""
    counts: dict[str, int] = {}
    likely: dict[str, float] = {}
    for element in (*report.start, *report.added, *report.reached):
        stem = element.blueprint
        if stem is not None:
            counts[stem] = counts.get(stem, 0) + 1
            likely[stem] = max(likely.get(stem, 0.0), getattr(element, "likelihood", 1.0))
    order = sorted(counts, key=lambda stem: -counts[stem])
    for n, stem in enumerate(order):
        made: str | bytes = ""
        if n < MOST_DRAWINGS:
            made = draw(graph, "svg", lang=lang, stem=stem, overlay=report.overlay, theme=theme)
        yield Place(
            anchor=f"at-{n + 1}",
            name=said(graph.scope.blueprints[stem].blueprint, lang),
            count=counts[stem],
            likelihood=figure(likely[stem]),
            drawing=made if isinstance(made, str) else made.decode(),
            href=hrefs.get(stem, ""),
        )
