"""Small random networks: any arcs, both ways, side by side, in circles."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from blueprint.graph import Network

LIKELIHOODS = (0.0, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 1.0)


@st.composite
def networks(draw: Any, *, size: int = 8, arcs: int = 24) -> Network:
    """Networks of 1 to ``size`` nodes and up to ``arcs`` arcs."""
    nodes = draw(st.integers(1, size))
    end = st.integers(0, nodes - 1)
    arc = st.tuples(end, end, st.sampled_from(LIKELIHOODS), st.just(1.0))
    return Network.of(nodes, draw(st.lists(arc, max_size=arcs)))
