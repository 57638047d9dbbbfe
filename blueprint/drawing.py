"""Drawing a blueprint: through view and scene to any format, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from blueprint.render.formats import format_of

if TYPE_CHECKING:
    from blueprint.graph import Graph
    from blueprint.model import Blueprint
    from blueprint.report import Overlay, Report


def draw(
    source: Blueprint | Graph,
    format: str = "svg",  # noqa: A002  (what users call it)
    *,
    lang: str | Sequence[str] | None = None,
    stem: str | None = None,
    overlay: Overlay | None = None,
    reports: Sequence[Report] = (),
) -> str | bytes:
    """Return a picture of a blueprint.

    Args:
        source: A blueprint, or the graph of a workspace.
        format: ``svg``, ``html`` (the interactive page), ``dot`` (for Graphviz to place),
            ``dot-pinned`` (placed, for ``neato -n2``), ``mmd`` (Mermaid), ``md``
            (tables and narrative) or ``json`` (all that the picture shows).
        lang: Language of labels and texts; by default the blueprint's first. The page holds
            several, the first to begin with; by default all the blueprint's languages.
        stem: Which blueprint, where the graph holds several.
        overlay: What a report lights up, such as ``ripple(…).overlay``.
        reports: Reports that the page lists and lights up; other formats show none.

    Returns:
        Text, or bytes where the format is binary; the same ones on every run.

    Raises:
        InvalidBlueprintError: A name of the blueprint means nothing or two things.
        BlueprintError: There is no such format; the message lists those there are.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
        >>> draw(stay).startswith("<svg")
        True
    """
    from blueprint.layout import layout
    from blueprint.layout.show import view_of

    chosen = format_of(format)
    languages = [lang] if isinstance(lang, str) else list(lang or _languages(source, stem))
    view = view_of(source, lang=languages[0], stem=stem, overlay=overlay)
    match chosen.needs:
        case "view":
            return chosen.load()(view)
        case "scene":
            return chosen.load()(layout(view))
        case "page":
            from blueprint.layout.show_elements import elements_of
            from blueprint.page import Edition, page

            views = [view_of(source, lang=tag, stem=stem, overlay=overlay) for tag in languages]
            return page(
                [
                    Edition(
                        view=view,
                        scene=layout(view),
                        elements=elements_of(source, lang=view.lang, stem=stem),
                        reports=reports,
                    )
                    for view in views
                ]
            )


def _languages(source: Blueprint | Graph, stem: str | None) -> Sequence[str]:
    from blueprint.model import Blueprint

    if isinstance(source, Blueprint):
        return source.languages or ("en",)
    blueprints = source.scope.blueprints
    chosen = stem if stem is not None and stem in blueprints else next(iter(blueprints))
    return blueprints[chosen].languages or ("en",)
