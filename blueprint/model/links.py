"""The kinds of link: their ends, their directions, and how strongly a change travels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from blueprint.model.base import Frozen, wrong
from blueprint.model.parts import Strength

NodeKind = Literal[
    "blueprint",
    "phase",
    "step",
    "evidence",
    "customer",
    "frontstage",
    "backstage",
    "support",
    "other",
    "department",
    "system",
    "channel",
    "persona",
    "product",
    "promise",
    "knowledge",
    "metric",
    "lever",
]
"""What a node of the graph is; ``other`` is an action in a lane the file adds."""

LinkKind = Literal[
    "contains",
    "flow",
    "evidence",
    "interaction",
    "support",
    "triggers",
    "uses",
    "integrates",
    "via",
    "informs",
    "keeps",
    "recovers",
    "prepares",
    "performs",
    "owns",
    "part_of",
    "serves",
    "moves",
]
"""The kinds of link, exactly these."""

Travel = Literal["forward", "backward", "both", "tally", "tell", "touch", "none"]
"""How a change goes along a link: with it, against it, both ways, or in one of three ends."""

ACTING: frozenset[str] = frozenset({"customer", "frontstage", "backstage", "support", "other"})
"""The kinds of action that somebody or something performs."""

ACTIONS: frozenset[str] = ACTING | {"evidence"}
"""The five kinds of action, and those of lanes a file adds."""

_SERVING = ACTING - {"customer"}

Basis = Literal["stated", "file", "workspace", "table"]
"""Who says how strongly a change travels: the link, its file, the workspace, or only the table."""


class Strengths(Frozen):
    """How strongly a change travels along a link in one direction."""

    likelihood: Strength
    """How likely it travels, 0 to 1."""
    impact: Strength
    """What share of the work at the other end it concerns, 0 to 1."""
    basis: Basis = "table"
    """Who says so; of the two figures, whatever is the less certain."""

    @property
    def assumed(self) -> bool:
        """Whether likelihood or impact was not stated on the link itself."""
        return self.basis != "stated"


@dataclass(frozen=True, slots=True)
class KindOfLink:
    """One row of the table of links.

    Attributes:
        pairs: Kinds of source and kinds of target that it may join.
        demand: How a new or tighter ask travels along it.
        disruption: How something altered or unavailable travels along it.
        on_demand: How strongly, where nobody stated it; ``None`` where it does not travel.
        on_disruption: The same for disruption.
        undirected: Whether source and target are the same to it.
    """

    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]
    demand: Travel
    disruption: Travel
    on_demand: Strengths | None = None
    on_disruption: Strengths | None = None
    undirected: bool = False

    @property
    def conducts(self) -> bool:
        """Whether a change travels along it at all."""
        return self.on_demand is not None or self.on_disruption is not None

    def joins(self, source: str, target: str) -> bool:
        """Tell whether it may go from one kind of node to another."""
        return any(source in sources and target in targets for sources, targets in self.pairs)


def _row(
    source: frozenset[str] | str,
    target: frozenset[str] | str,
    demand: Travel,
    disruption: Travel,
    *strengths: tuple[float, float],
    undirected: bool = False,
) -> KindOfLink:
    """Return a row; strengths are likelihood and impact, once for both directions or for each."""
    sources = frozenset({source}) if isinstance(source, str) else source
    targets = frozenset({target}) if isinstance(target, str) else target
    made = [Strengths(likelihood=likelihood, impact=impact) for likelihood, impact in strengths]
    ask, feel = (made[0], made[-1]) if made else (None, None)
    return KindOfLink(
        ((sources, targets),),
        demand,
        disruption,
        ask if demand != "none" else None,
        feel if disruption != "none" else None,
        undirected=undirected,
    )


LINK_KINDS: Mapping[LinkKind, KindOfLink] = {
    "contains": KindOfLink(
        (
            (frozenset({"blueprint"}), frozenset({"phase"})),
            (frozenset({"phase"}), frozenset({"step"})),
            (frozenset({"step"}), ACTIONS),
        ),
        "none",
        "none",
    ),
    "flow": _row(ACTIONS, ACTIONS, "none", "forward", (0.3, 0.2)),
    "evidence": _row("evidence", ACTING, "backward", "forward", (0.2, 0.2)),
    "interaction": _row("customer", "frontstage", "forward", "backward", (0.7, 0.5)),
    "support": _row(ACTING, _SERVING, "forward", "backward", (0.5, 0.4)),
    "triggers": _row(ACTING, ACTIONS, "forward", "forward", (0.5, 0.3)),
    "uses": _row(ACTING, "system", "forward", "backward", (0.6, 0.5)),
    "integrates": _row("system", "system", "both", "both", (0.3, 0.3), undirected=True),
    "via": _row(ACTIONS, "channel", "forward", "backward", (0.3, 0.3)),
    "informs": _row("knowledge", ACTING, "backward", "forward", (0.3, 0.2)),
    "keeps": _row(ACTIONS, "promise", "backward", "forward", (0.8, 0.6)),
    "recovers": _row(ACTIONS, ACTIONS, "backward", "backward", (0.3, 0.3)),
    "prepares": _row(ACTIONS, ACTIONS, "backward", "forward", (0.3, 0.2)),
    "performs": _row("department", ACTIONS, "tally", "tally"),
    "owns": _row(
        "department",
        frozenset({"system", "knowledge", "promise", "step", "blueprint"}),
        "tell",
        "tell",
    ),
    "part_of": _row("department", "department", "none", "none"),
    "serves": _row("blueprint", "persona", "touch", "touch"),
    "moves": _row("lever", ACTIONS | {"metric"}, "touch", "touch"),
}
"""Every kind of link with its ends, its directions and its assumed strengths."""


class BaseLink(Frozen):
    """What every link says."""

    source: str
    """The id it goes from."""
    target: str
    """The id it goes to."""
    implied: bool = False
    """Whether nobody wrote it."""


class Coupling(BaseLink):
    """A link along which a change travels with some strength."""

    label: str | None = None
    """What is written on it."""
    demand: Strengths | None
    """How strongly a new or tighter ask travels along it; nothing where it does not."""
    disruption: Strengths | None
    """How strongly something altered or missing travels along it; nothing where it does not."""
    probability: float | None = None
    """How often this way is taken."""
    when: str | None = None
    """On what condition."""

    @property
    def likelihood(self) -> float:
        """How likely a change travels along it: the larger of its two directions."""
        return max(strengths.likelihood for strengths in self._strengths)

    @property
    def impact(self) -> float:
        """What share of the work it concerns: the larger of its two directions."""
        return max(strengths.impact for strengths in self._strengths)

    @property
    def assumed(self) -> bool:
        """Whether some likelihood or impact was not stated on the link itself."""
        return any(strengths.assumed for strengths in self._strengths)

    @property
    def _strengths(self) -> tuple[Strengths, ...]:
        return tuple(s for s in (self.demand, self.disruption) if s is not None)


class Contains(BaseLink):
    """A blueprint, phase or step and what stands in it."""

    kind: Literal["contains"] = "contains"


class Flow(Coupling):
    """What comes next on the journey."""

    kind: Literal["flow"] = "flow"


class EvidenceOf(Coupling):
    """What is met in an action."""

    kind: Literal["evidence"] = "evidence"


class Interaction(Coupling):
    """The customer meets the service: over the line of interaction."""

    kind: Literal["interaction"] = "interaction"


class Support(Coupling):
    """An action rests on another behind or beside it."""

    kind: Literal["support"] = "support"


class Triggers(Coupling):
    """An action sets off another and does not wait."""

    kind: Literal["triggers"] = "triggers"


class Uses(Coupling):
    """An action uses a system."""

    kind: Literal["uses"] = "uses"


class Integrates(Coupling):
    """Two systems exchange data."""

    kind: Literal["integrates"] = "integrates"


class Via(Coupling):
    """An action goes through a channel."""

    kind: Literal["via"] = "via"


class Informs(Coupling):
    """A knowledge article informs an action."""

    kind: Literal["informs"] = "informs"


class Keeps(Coupling):
    """An action keeps a promise."""

    kind: Literal["keeps"] = "keeps"


class Recovers(Coupling):
    """An action mends what fails in another."""

    kind: Literal["recovers"] = "recovers"


class Prepares(Coupling):
    """An action prepares a surprise."""

    kind: Literal["prepares"] = "prepares"


class Performs(BaseLink):
    """A department does an action."""

    kind: Literal["performs"] = "performs"


class Owns(BaseLink):
    """A department answers for a system, article, promise, step or blueprint."""

    kind: Literal["owns"] = "owns"


class PartOf(BaseLink):
    """A department belongs to another."""

    kind: Literal["part_of"] = "part_of"


class Serves(BaseLink):
    """A blueprint is the journey of a persona."""

    kind: Literal["serves"] = "serves"


class Moves(BaseLink):
    """A lever acts on an action or should move a metric."""

    kind: Literal["moves"] = "moves"


Link = Annotated[
    Contains
    | Flow
    | EvidenceOf
    | Interaction
    | Support
    | Triggers
    | Uses
    | Integrates
    | Via
    | Informs
    | Keeps
    | Recovers
    | Prepares
    | Performs
    | Owns
    | PartOf
    | Serves
    | Moves,
    Field(discriminator="kind"),
]
"""Any link, told apart by ``kind``."""

_PLAIN: Mapping[str, type[BaseLink]] = {
    "contains": Contains,
    "performs": Performs,
    "owns": Owns,
    "part_of": PartOf,
    "serves": Serves,
    "moves": Moves,
}
_COUPLING: Mapping[str, type[Coupling]] = {
    "flow": Flow,
    "evidence": EvidenceOf,
    "interaction": Interaction,
    "support": Support,
    "triggers": Triggers,
    "uses": Uses,
    "integrates": Integrates,
    "via": Via,
    "informs": Informs,
    "keeps": Keeps,
    "recovers": Recovers,
    "prepares": Prepares,
}
LINK_CLASS: Mapping[str, type[BaseLink]] = {**_PLAIN, **_COUPLING}
"""The class of each kind of link."""


def check_pair(kind: LinkKind, source: str, target: str) -> None:
    """Refuse a link whose ends do not fit its kind.

    Args:
        kind: The kind of link.
        source: Kind of the node it goes from.
        target: Kind of the node it goes to.

    Raises:
        PydanticCustomError: Naming both ends and what would fit.

    Examples:
        >>> check_pair("interaction", "customer", "frontstage")
    """
    if not LINK_KINDS[kind].joins(source, target):
        fits = "; ".join(
            f"{' or '.join(sorted(a))} → {' or '.join(sorted(b))}"
            for a, b in LINK_KINDS[kind].pairs
        )
        raise wrong(
            "BP108",
            "a link of kind {kind} cannot go from {source} to {target}; it joins {fits}",
            kind=kind,
            source=source,
            target=target,
            fits=fits,
        )
