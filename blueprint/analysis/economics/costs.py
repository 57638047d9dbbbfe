"""What an action costs: its minutes, its materials and anything else."""

from __future__ import annotations

from dataclasses import dataclass

from blueprint.analysis.times.standard import duration_of
from blueprint.graph import Graph
from blueprint.model import Act, CustomerAction, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What an action costs each time, as far as it is said.

    Attributes:
        amount: What is known of it; ``None`` where nothing is said, never 0.
        per_minute: What each minute costs, where that is said.
        minutes: How many minutes that is for.
        lacking: Whether it costs by the minute and no duration is said, so that the amount
            lacks that part.
        below_zero: The fields that are below 0; they count nothing.
    """

    amount: float | None
    per_minute: float | None = None
    minutes: float | None = None
    lacking: bool = False
    below_zero: tuple[str, ...] = ()


def spent(graph: Graph, number: int) -> Spent:
    """Return what an action costs the service each time.

    Args:
        graph: The graph.
        number: The action.
    """
    act = graph.nodes[number].element
    said = act.cost if isinstance(act, Act) else None
    if said is None:
        return Spent(amount=None)
    wrong = tuple(
        f"cost.{field}"
        for field in ("per_minute", "materials", "other")
        if (getattr(said, field) or 0.0) < 0
    )
    per_minute = said.per_minute if "cost.per_minute" not in wrong else None
    seconds = duration_of(graph, number)
    minutes = None if seconds is None else seconds / 60
    parts = [
        per_minute * minutes if per_minute is not None and minutes is not None else None,
        said.materials if "cost.materials" not in wrong else None,
        said.other if "cost.other" not in wrong else None,
    ]
    known = [part for part in parts if part is not None]
    return Spent(
        amount=float(sum(known)) if known else None,
        per_minute=per_minute,
        minutes=minutes if per_minute is not None else None,
        lacking=per_minute is not None and minutes is None,
        below_zero=wrong,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an action asks of the customer.

    Attributes:
        effort: The customer's own time, in seconds.
        money: What the customer pays.
        details: What the customer is asked for.
    """

    effort: float | None = None
    money: float | None = None
    details: tuple[Label, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether it asks for time, money or anything else."""
        return bool(self.effort or self.money or self.details)


def asked(act: CustomerAction, effort: float | None) -> Asked:
    """Return what a customer's action asks of the customer; money below 0 is none asked."""
    money = act.money if act.money is None or act.money >= 0 else None
    return Asked(effort=effort, money=money, details=act.asks)
