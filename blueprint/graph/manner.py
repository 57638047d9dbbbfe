"""Links before they are objects: how they are is said once for all that are so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel

from blueprint.model import LINK_CLASS, Link, LinkKind, Strengths

if TYPE_CHECKING:
    from blueprint.graph.couplings import Direction

_hold_fields, _hold_said, _hold_extra, _hold_private = (
    vars(BaseModel)[name].__set__
    for name in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)
"""Put the four things pydantic keeps of a value into a new one."""


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """Everything about a link but its ends; the same one serves very many.

    Attributes:
        kind: The kind of link.
        said: Its other fields, by name.
    """

    kind: LinkKind
    said: Mapping[str, object]

    def strengths(self, direction: Direction) -> Strengths | None:
        """Return how strongly a change travels along it; ``None`` where it does not."""
        return cast("Strengths | None", self.said.get(direction))

    @property
    def assumed(self) -> bool:
        """Whether some likelihood or impact was not stated on the link itself."""
        both = (self.strengths("demand"), self.strengths("disruption"))
        return any(strengths is not None and strengths.assumed for strengths in both)

    def link(self, source: str, target: str) -> Link:
        """Return the link between two ends; all it says has been checked before."""
        cls = LINK_CLASS[self.kind]
        made = cls.__new__(cls)
        ends = {"source": source, "target": target}
        _hold_fields(made, {**ends, **_defaults(cls), **self.said})
        _hold_said(made, {"source", "target", *self.said})
        _hold_extra(made, None)
        _hold_private(made, None)
        return cast("Link", made)


@cache
def _defaults(cls: type[BaseModel]) -> Mapping[str, object]:
    return {name: f.default for name, f in cls.model_fields.items() if not f.is_required()}


Bond = tuple[Manner, str, str]
"""How a link is, and the ids of its two ends."""
