"""From links to their straight pieces with tracks: routed, improved, cut, ordered."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.layout.bundles import Bundle
from blueprint.layout.grid import Grid
from blueprint.layout.improve import MOST_LINKS, improve
from blueprint.layout.route import Router
from blueprint.layout.segments import Segment, cut
from blueprint.layout.tracks import Strips, assign_tracks
from blueprint.layout.view import Edge


def routed(
    grid: Grid, edges: Sequence[Edge], bundles: Sequence[Bundle] = ()
) -> tuple[list[list[Segment]], Strips]:
    """Find a way and tracks for every link.

    Args:
        grid: The lattice.
        edges: The links, in canonical order.
        bundles: Those of them that share a trunk.

    Returns:
        Each link's straight pieces, and the strips they run in.
    """
    router = Router(grid, edges)
    for bundle in bundles:
        router.fix(dict(zip(bundle.members, bundle.ways, strict=True)))
    if len(edges) <= MOST_LINKS:
        router.route_all(passes=1)
        improve(router, [bundle.members for bundle in bundles])
    else:
        router.route_all(passes=2)
    links = cut(router.paths)
    return links, assign_tracks(
        links, {n: k for k, bundle in enumerate(bundles) for n in bundle.members}
    )
