"""What is asked of a network, looked at once: nodes that are there, a depth that is one."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from blueprint.errors import BlueprintError
from blueprint.graph import Network
from blueprint.words import Phrase

NO_LABEL = -1
"""The label of a node that has none."""


def checked_nodes(network: Network, nodes: Iterable[int]) -> tuple[int, ...]:
    """Return nodes, each once, in the order given.

    Raises:
        BlueprintError: One of them is not in the network.
    """
    found = tuple(dict.fromkeys(nodes))
    if found and (min(found) < 0 or max(found) >= network.size):
        raise no_such_node(network, next(n for n in found if not 0 <= n < network.size))
    return found


def checked_depth(depth: int | None) -> int | None:
    """Return a depth, or None for no bound.

    Raises:
        BlueprintError: It is less than one link.
    """
    if depth is not None and depth < 1:
        raise BlueprintError(Phrase.of("depth is a whole number of links, 1 or more"))
    return depth


def one_each(network: Network, values: Sized) -> None:
    """See to it that something is given for every node.

    Raises:
        BlueprintError: There is more or less than one for each.
    """
    if len(values) != network.size:
        raise BlueprintError(
            Phrase.of(
                "{given} values are given for {size} nodes; one for each is needed",
                given=len(values),
                size=network.size,
            )
        )


def no_such_label(label: int, count: int) -> BlueprintError:
    """Return the error for a label above the last."""
    said = "there is no label {label}; they are numbered 0 to {last}"
    return BlueprintError(Phrase.of(said, label=label, last=count - 1))


def no_such_node(network: Network, node: int) -> BlueprintError:
    """Return the error for a node that is not in a network."""
    said = "there is no node {node}; they are numbered 0 to {last}"
    return BlueprintError(Phrase.of(said, node=node, last=network.size - 1))
