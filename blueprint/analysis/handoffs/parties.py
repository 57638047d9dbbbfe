"""With whom the customer has to deal, and how often the customer is passed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from blueprint.analysis.handoffs.changing import is_technology
from blueprint.analysis.naming import acting
from blueprint.graph import Graph
from blueprint.model import Act
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


class Party(NamedTuple):
    """Somebody the customer deals with: a department, and the role in it where it is said."""

    department: str | None
    role: Phrase | None


def parties_of(graph: Graph, actions: Iterable[int]) -> tuple[Party, ...]:
    """Return the people onstage in a step, each party once; screens are none."""
    found: dict[Party, None] = {}
    for number in actions:
        node = graph.nodes[number]
        element = node.element
        if node.kind != "frontstage" or is_technology(graph, number):
            continue
        role = element.role if isinstance(element, Act) else None
        if node.department is not None or role is not None:
            found[Party(node.department, None if role is None else label_phrase(role))] = None
    return tuple(found)


def may_be_one(party: Party, other: Party) -> bool:
    """Tell whether two parties can be the same: nothing that both say of them differs.

    Examples:
        >>> desk, clerk = Party("desk", None), Party("desk", label_phrase("Clerk"))
        >>> may_be_one(desk, clerk), may_be_one(clerk, Party("desk", label_phrase("Head")))
        (True, False)
    """
    return all(
        one is None or two is None or one == two for one, two in zip(party, other, strict=True)
    )


def told_apart(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties that can be told apart: one that says less than another is left out.

    Examples:
        >>> desk, clerk = Party("desk", None), Party("desk", label_phrase("Clerk"))
        >>> told_apart([desk, clerk, Party("bell", None), desk]) == (clerk, Party("bell", None))
        True
    """
    each = tuple(dict.fromkeys(parties))
    return tuple(
        one
        for one in each
        if not any(may_be_one(one, other) and one.count(None) > other.count(None) for other in each)
    )


def passed_on(path: Sequence[int], parties: Mapping[int, Sequence[Party]]) -> tuple[int, ...]:
    """Return the steps of a path in which nobody is met who can have been met in the step before.

    A step in which the customer meets nobody is passed over; the first party met is no transfer.

    Args:
        path: Numbers of the steps, in order.
        parties: Whom the customer meets in each.

    Examples:
        >>> bell, desk = Party("bell", None), Party("desk", None)
        >>> passed_on((1, 2, 3, 4), {1: (bell,), 2: (), 3: (desk, bell), 4: (desk,)})
        ()
        >>> passed_on((1, 2), {1: (bell,), 2: (desk,)})
        (2,)
    """
    found = []
    last: Sequence[Party] = ()
    for step in path:
        here = parties.get(step, ())
        if here:
            if last and not any(may_be_one(one, other) for one in last for other in here):
                found.append(step)
            last = here
    return tuple(found)


def party_told(graph: Graph, party: Party) -> Phrase:
    """Return how a party is called: its role and department, or either."""
    return acting(graph, party.department, party.role) or Phrase.of("nobody")
