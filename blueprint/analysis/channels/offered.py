"""Which channels each touchpoint offers, and how well they fit each persona."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blueprint.graph import Graph
from blueprint.model import Persona, Step

Choice = Literal["first", "other", "none", "untold"]
"""What a touchpoint offers somebody: the first choice, another, none; or nobody says."""

CHOICES: tuple[Choice, ...] = ("first", "other", "none", "untold")
"""Best first."""

_MET = ("customer", "frontstage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint:
    """A step in which customer and service can meet, and the channels it offers.

    Attributes:
        step: Number of the step.
        channels: Numbers of its channels, in order; none where nobody says.
    """

    step: int
    channels: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """A persona of a blueprint with the channels it prefers.

    Attributes:
        persona: Number of the persona.
        blueprint: Graph id of the blueprint.
        channels: Numbers of its channels, the most preferred first.
        share: Its share of all customers, if it is said.
    """

    persona: int
    blueprint: str
    channels: tuple[int, ...]
    share: float | None

    def choice(self, offered: Sequence[int]) -> Choice:
        """Return what some channels are to the persona."""
        if not self.channels or not offered:
            return "untold"
        if self.channels[0] in offered:
            return "first"
        return "other" if set(self.channels) & set(offered) else "none"

    def fit(self, offered: Sequence[int]) -> float | None:
        """Return how well some channels fit: 1 for the first choice, 0 for none of them.

        Examples:
            >>> likes = Preference(persona=0, blueprint="b", channels=(7, 8, 9, 6), share=None)
            >>> [likes.fit(offered) for offered in ((8, 7), (9,), (5,), ())]
            [1.0, 0.5, 0.0, None]
        """
        if not self.channels or not offered:
            return None
        ranks = [n for n, channel in enumerate(self.channels) if channel in offered]
        return 1 - ranks[0] / len(self.channels) if ranks else 0.0


def touchpoints(graph: Graph, actions: Mapping[int, Sequence[int]]) -> Iterator[Touchpoint]:
    """Go through the touchpoints: steps with a customer or something onstage, or with channels."""
    via: dict[int, list[int]] = {}
    for number, kind in enumerate(graph.links.kinds):
        if kind == "via":
            via.setdefault(graph.sources[number], []).append(graph.targets[number])
    for step, own in actions.items():
        node = graph.nodes[step]
        element = node.element
        found: dict[int, None] = {}
        for ref in element.channels if isinstance(element, Step) else ():
            found.update(dict.fromkeys(channel_of(graph, node.home.stem, ref)))
        met = [n for n in own if graph.nodes[n].kind in _MET]
        for action in met:
            found.update(dict.fromkeys(via.get(action, ())))
        if met or found:
            yield Touchpoint(step=step, channels=tuple(found))


def by_home(graph: Graph, found: Iterable[Touchpoint]) -> Mapping[str, Sequence[Touchpoint]]:
    """Return touchpoints by the graph id of their blueprint."""
    homes: dict[str, list[Touchpoint]] = {}
    for entry in found:
        homes.setdefault(graph.nodes[entry.step].blueprint or "", []).append(entry)
    return homes


def channel_of(graph: Graph, stem: str | None, ref: str) -> tuple[int, ...]:
    """Return the number of the channel a name means in a file, if it means one."""
    found = graph.scope.find(stem, ref, "channel")
    return (graph.index[found[0]],) if len(found) == 1 else ()


def preferences(graph: Graph) -> Iterator[Preference]:
    """Go through the personas each blueprint serves, with their channels."""
    for number, kind in enumerate(graph.links.kinds):
        if kind != "serves":
            continue
        node = graph.nodes[graph.targets[number]]
        persona = node.element
        if isinstance(persona, Persona):
            own = (channel_of(graph, node.home.stem, ref) for ref in persona.channels)
            yield Preference(
                persona=graph.index[node.id],
                blueprint=graph.nodes[graph.sources[number]].id,
                channels=tuple(dict.fromkeys(n for found in own for n in found)),
                share=persona.share,
            )


def weighted_fit(likes: Sequence[Preference], offered: Sequence[int]) -> float | None:
    """Return how well channels fit all personas together, by their shares.

    Without a share of each, every persona counts the same; nothing where nobody says.
    """
    known = [(fit, like.share) for like in likes if (fit := like.fit(offered)) is not None]
    if not known:
        return None
    shares = [share for _, share in known]
    weights = [s for s in shares if s is not None]
    if len(weights) < len(shares) or not sum(weights):
        return sum(fit for fit, _ in known) / len(known)
    return sum(fit * (share or 0.0) for fit, share in known) / sum(weights)
