"""Who can start at once, and who waits for whom, among those who act first."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence

from blueprint.analysis.ripple.lists import Waits
from blueprint.analysis.ripple.telling import FORWARD, MOST_TOLD, name_of
from blueprint.graph import Graph
from blueprint.words import Phrase

_RESTS: frozenset[str] = frozenset({"interaction", "support", "uses"})
"""The kinds of link whose source cannot work before its target does."""


def turns_of(
    graph: Graph, work: Mapping[str, Iterable[int]], within: Collection[int]
) -> Mapping[str, tuple[int, tuple[Waits, ...]]]:
    """Return for each department in which turn it can start, and for whom it waits.

    A department waits for another where some of its work rests on some of the other's, over
    elements that are changed or reached. Those who wait for one another start together.

    Args:
        graph: The graph.
        work: What each of them has to add, remove, renew or change, by department.
        within: Numbers of everything that is changed or reached.

    Returns:
        The turn, from 1, and the departments of earlier turns it waits for, by department.
    """
    rests = {who: _rests(graph, who, work, within) for who in work}
    turn: dict[str, int] = {}
    while len(turn) < len(work):
        left = [who for who in work if who not in turn]
        ready = [who for who in left if not any(other in rests[who] for other in left)] or left
        turn |= dict.fromkeys(ready, max(turn.values(), default=0) + 1)
    return {
        who: (
            turn[who],
            tuple(waits for other, waits in rests[who].items() if turn[other] < turn[who]),
        )
        for who in work
    }


def _rests(
    graph: Graph, who: str, work: Mapping[str, Iterable[int]], within: Collection[int]
) -> dict[str, Waits]:
    """Return the departments whose work a department's work rests on, with the nearest way."""
    holders: dict[int, list[str]] = {}
    for other, numbers in work.items():
        for number in numbers if other != who else ():
            holders.setdefault(number, []).append(other)
    found: dict[str, Waits] = {}
    came: dict[int, int | None] = dict.fromkeys(work[who])
    queue = deque(came)
    while queue:
        at = queue.popleft()
        for link in graph.leaving[at]:
            to = graph.targets[link]
            if graph.links.kinds[link] not in _RESTS or to in came or to not in within:
                continue
            came[to] = link
            queue.append(to)
            for other in holders.get(to, ()):
                if other not in found:
                    name = name_of(graph, graph.index[other])
                    reason = _told(graph, _back(graph, came, to))
                    found[other] = Waits(id=other, name=name, reason=reason)
    return {other: found[other] for other in work if other in found}


def _back(graph: Graph, came: Mapping[int, int | None], at: int) -> list[int]:
    """Return the links by which the search came to an element, from where it began."""
    links: list[int] = []
    link = came[at]
    while link is not None:
        links.append(link)
        link = came[graph.sources[link]]
    return links[::-1]


def _told(graph: Graph, links: Sequence[int]) -> Phrase:
    """Return links that follow one another in words, each along its arrow."""
    half = MOST_TOLD // 2
    left_out = len(links) - MOST_TOLD
    told = links if left_out <= 0 else (*links[:half], *links[-half:])
    said: Phrase | None = None
    for place, link in enumerate(told):
        if left_out > 0 and place == half and said is not None:
            said = Phrase.of("{before} … (links left out: {n}) …", before=said, n=left_out)
        opening, going_on = FORWARD[graph.links[link].kind]
        ends = {
            "one": name_of(graph, graph.sources[link]),
            "other": name_of(graph, graph.targets[link]),
        }
        if said is None:
            said = Phrase.of(opening, **ends)
        else:
            said = Phrase.of(going_on, before=said, **ends)
    return said or Phrase.of("")
