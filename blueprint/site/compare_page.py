"""Two states of a service, or two personas of one, as two pictures, and as a page with both."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from blueprint.drawing import Looks, draw
from blueprint.render.report.html import html

if TYPE_CHECKING:
    from blueprint.analysis.comparison import Comparison
    from blueprint.graph import Graph
    from blueprint.model import Blueprint

Side = tuple["Blueprint | Graph", Looks]
"""What one of the drawings shows, and how it is to look."""


def drawn_apart(
    report: Comparison, sides: tuple[Side, Side], form: str, lang: str
) -> tuple[str | bytes, str | bytes]:
    """Return both drawings, each with what goes, comes, moves or is altered lit.

    Args:
        report: The comparison.
        sides: What is drawn of the first, and of the second.
        form: ``svg``, ``png`` or ``pdf``.
        lang: Language of labels and texts.
    """
    overlays = (report.before, report.overlay)
    one, other = (
        draw(source, form, lang=lang, overlay=overlay, **looks)
        for (source, looks), overlay in zip(sides, overlays, strict=True)
    )
    return one, other


def compare_page(report: Comparison, sides: tuple[Side, Side], lang: str) -> str:
    """Return a comparison as one file that needs nothing else, with both drawings."""
    titles = (report.before.title, (report.overlay or report.before).title)
    drawings = (
        f"<h2>{escape(title.into(lang))}</h2>{svg if isinstance(svg, str) else svg.decode()}"
        for title, svg in zip(titles, drawn_apart(report, sides, "svg", lang), strict=True)
    )
    return html(report, lang, drawing="".join(drawings))
