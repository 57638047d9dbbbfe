"""The blueprint itself: one service, its phases and steps, and what only it defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.json_schema import SkipJsonSchema

from blueprint.model import edit
from blueprint.model.base import Frozen, FrozenMap, Label, LanguageMap, Number, Ref
from blueprint.model.catalog import Catalog, OrganisationCatalog, Personas
from blueprint.model.ids import Names, elements_of, names_of
from blueprint.model.step import Phase, Step


def _phases(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    return [
        {**entry, "phase": title}
        if isinstance(entry, Mapping)
        else {"phase": title, "steps": entry}
        for title, entry in value.items()
    ]


class Blueprint(Catalog):
    """One service on its grid: phases, steps, actions, and what stands behind them.

    Examples:
        >>> stay = Blueprint(
        ...     blueprint="Hotel stay",
        ...     phases={"Arrival": [Step(customer="Arrive", evidence=["Sign"])]},
        ... )
        >>> [step_id for step_id in stay.names.steps]
        ['arrive']
    """

    blueprint: Label
    """The name of the service."""
    source: Label | None = None
    """Where its content comes from."""
    note: Label | None = None
    """Anything else worth saying."""
    state: Literal["current", "future"] = "current"
    """Whether it shows what is, or what would be."""
    of: Ref | None = None
    """The current blueprint it would replace: a file's stem."""
    owner: Ref | None = None
    """The department that answers for the service."""
    price: Number | None = None
    """What the customer pays."""
    budget: Number | None = None
    """The cost per customer that can be borne."""
    personas: Personas = FrozenMap()
    """Whose journey this is."""
    links: Literal["implied", "explicit"] = "implied"
    """Whether actions of neighbouring lanes are linked without being written."""
    phases: Annotated[tuple[Phase, ...], BeforeValidator(_phases)] = ()
    """The stages of the journey, in order."""
    catalog: SkipJsonSchema[OrganisationCatalog | None] = Field(
        default=None, exclude=True, repr=False
    )
    """What its workspace shares; it comes with the folder and is never written."""
    stem: SkipJsonSchema[str | None] = Field(default=None, exclude=True, repr=False)
    """The name of its file without endings; it is not written and does not count as content."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Blueprint):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _CONTENT)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in _CONTENT))

    @property
    def steps(self) -> Iterator[Step]:
        """All steps, over phases too, in order."""
        for phase in self.phases:
            yield from phase.steps

    @property
    def elements(self) -> Mapping[str, str]:
        """Everything defined under an id, own and the catalog's: id to its top-level key."""
        return elements_of(self)[0] if "names" not in self.__dict__ else self.names.elements

    @cached_property
    def names(self) -> Names:
        """The ids of all phases, steps and actions, and who a name means."""
        return names_of(self)

    def replace(self, id: str, /, **changes: Any) -> Blueprint:  # noqa: A002, ANN401
        """Return the blueprint with fields of one element changed.

        Args:
            id: The element: a step, action, phase, or anything defined under an id.
            **changes: New values by field, in the same shorthand as the constructor.

        Raises:
            ReferenceNotFoundError: The id is unknown, or means more than one element.

        Examples:
            >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
            >>> [s.step for s in stay.replace("arrive", step="Come in").steps]
            ['Come in']
        """
        return edit.replace(self, id, changes)

    def add(
        self,
        element: Frozen | Mapping[str, Any] | str,
        *,
        to: str | None = None,
        lane: str | None = None,
        kind: str | None = None,
        id: str | None = None,  # noqa: A002
        after: str | None = None,
    ) -> Blueprint:
        """Return the blueprint with one more element.

        Args:
            element: A `Phase`, `Step`, an action, or a `Department`, `System` … as an
                object or in the file's shorthand.
            to: The phase a step, or the step an action, is added to.
            lane: The lane of an action written in shorthand.
            kind: The top-level key (``systems``) of an element written in shorthand.
            id: The id of an element that stands under one.
            after: The element it is put behind; by default it comes last.

        Raises:
            ReferenceNotFoundError: ``to`` or ``after`` is unknown.
            InvalidBlueprintError: The id is taken, or the place does not fit.

        Examples:
            >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
            >>> more = stay.add("Greet", to="arrive", lane="frontstage")
            >>> list(more.names.actions)
            ['arrive.customer', 'greet']
        """
        return edit.add(self, element, to=to, lane=lane, kind=kind, id=id, after=after)

    def remove(self, id: str, /) -> Blueprint:  # noqa: A002
        """Return the blueprint without one element and what stands in it.

        Raises:
            ReferenceNotFoundError: The id is unknown, or means more than one element.

        Examples:
            >>> stay = Blueprint(blueprint="Stay", phases={"Arrival": [Step(customer="Arrive")]})
            >>> list(stay.remove("arrive").steps)
            []
        """
        return edit.remove(self, id)

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        """Return the drawing for a notebook; the room that draws is above this one."""
        shown: dict[str, str] = import_module("blueprint.notebook").of_blueprint(self)
        return shown


_CONTENT = tuple(name for name in Blueprint.model_fields if name != "stem")
"""What makes two blueprints equal."""


def said(label: str | LanguageMap | None, lang: str) -> str:
    """Return a label in one language, or in its first where that one is missing.

    Examples:
        >>> said(FrozenMap({"en": "Order", "zh": "下单"}), "zh")
        '下单'
    """
    if label is None:
        return ""
    if isinstance(label, str):
        return label
    if lang in label:
        return label[lang]
    base = lang.split("-", maxsplit=1)[0]
    return next(
        (text for tag, text in label.items() if tag.split("-")[0] == base),
        next(iter(label.values())),
    )
