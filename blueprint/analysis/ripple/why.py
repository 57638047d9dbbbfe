"""Why an element is in a ripple, as one sentence: what happens to it, or the path to it."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.ripple.lists import Coming
from blueprint.analysis.ripple.telling import name_of, path_told
from blueprint.analysis.ripple.trace import Trace
from blueprint.analysis.ripple.words import how_told
from blueprint.words import Phrase

_COMING: Mapping[str, Coming] = {"added": "new"}


class Why:
    """Why each element of a ripple is in it.

    Attributes:
        trace: The ripple.
    """

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self._how = {start.node: start.how for start in trace.starts}

    def __contains__(self, number: object) -> bool:
        return number in self._how or number in self.trace.arrivals

    def of(self, number: int) -> Phrase:
        """Return what happens to an element, or how the change comes to it."""
        graph = self.trace.graph
        how = self._how.get(number)
        if how is not None:
            return how_told(how, name_of(graph, number))
        return path_told(graph, self.trace.arrivals[number].path)

    def coming(self, number: int) -> Coming:
        """Return whether an element is changed, new or reached."""
        how = self._how.get(number)
        return "reached" if how is None else _COMING.get(how, "changed")

    def likelihood(self, number: int) -> float:
        """Return how likely the change comes to an element; 1 where it begins."""
        return 1.0 if number in self._how else self.trace.arrivals[number].estimate.likelihood

    def risk(self, number: int) -> float:
        """Return likelihood x impact of an element, or the method's own risk; 1 at a start."""
        if number in self._how:
            return 1.0
        arrival = self.trace.arrivals[number]
        own = arrival.estimate.risk
        return arrival.estimate.likelihood * arrival.path.impact if own is None else own
