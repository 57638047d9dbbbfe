"""``analyse``: one question of the table to a blueprint or a workspace, or all of them."""

from __future__ import annotations

from collections.abc import Iterable

from blueprint.analysis.sources import Source, graph_from
from blueprint.analysis.summary import asked_all, summed
from blueprint.analysis.table import Analysis, analysis_of
from blueprint.errors import BlueprintError
from blueprint.report import Report
from blueprint.safety.undisturbed import undisturbed
from blueprint.words import Phrase


@undisturbed()
def analyse(
    source: Source, name: str, on: str | Iterable[str] | None = None, **options: object
) -> Report:
    """Return what one analysis finds.

    Args:
        source: A blueprint, a workspace, or the graph of either.
        name: The analysis, such as ``criticality``; the reference lists them all.
        on: Ids of the elements it is asked about, where it is asked about elements:
            ``id``, or ``file:id`` in a workspace.
        **options: What can be set, as the analysis says.

    Raises:
        ReferenceNotFoundError: There is no such analysis, or an id means nothing or several
            things.
        BlueprintError: An option is not one, or is not what it takes; or the analysis is
            asked about elements and none is named.
        InvalidBlueprintError: A name of the blueprint means nothing or two things.

    Examples:
        >>> from blueprint.model import Blueprint, Step
        >>> cafe = Blueprint(
        ...     blueprint="Café",
        ...     departments={"bar": "Bar", "it": "IT"},
        ...     systems={"till": {"name": "Till", "department": "it"}},
        ...     phases={
        ...         "Visit": [
        ...             Step(
        ...                 customer="Orders",
        ...                 frontstage={"name": "Serves", "department": "bar", "system": "till"},
        ...             )
        ...         ]
        ...     },
        ... )
        >>> str(analyse(cafe, "dependence").summary[0])
        'Most work for others comes from Bar: for IT (1 link).'
    """
    row = analysis_of(name)
    given = {} if on is None else {"on": _ids(row, on)}
    known = {option.name: option for option in row.options}
    for option in options:
        if option not in known:
            raise _no_option(row, option)
    checked = {option: known[option].checked(value) for option, value in options.items()}
    if row.about == "elements" and not given.get("on"):
        raise BlueprintError(
            Phrase.of("{analysis} is asked about elements: name at least one", analysis=name)
        )
    return row.load()(graph_from(source), **given, **_changes(row, source), **checked)


@undisturbed()
def analyse_all(source: Source) -> tuple[Report, ...]:
    """Return the reports of all analyses that can be asked about the whole, in their order.

    What matters most in them comes last, in a summary; it also says which refused, and why.

    Args:
        source: A blueprint, a workspace, or the graph of either.
    """
    graph = graph_from(source)
    reports, refused = asked_all(graph, getattr(source, "changes", None))
    return (*reports, summed(graph, reports, refused))


def _changes(row: Analysis, source: Source) -> dict[str, object]:
    """Return the changes of a workspace, for an analysis that looks at them too."""
    return {"changes": getattr(source, "changes", None)} if row.asks_changes else {}


def _ids(row: Analysis, on: str | Iterable[str]) -> tuple[str, ...]:
    ids = (on,) if isinstance(on, str) else tuple(on)
    if row.about == "whole" and ids:
        raise BlueprintError(
            Phrase.of("{analysis} is asked about the whole, not about elements", analysis=row.name)
        )
    if not all(isinstance(entry, str) for entry in ids):
        raise BlueprintError(Phrase.of("elements are named by their ids"))
    return ids


def _no_option(row: Analysis, option: str) -> BlueprintError:
    names = [known.name for known in row.options]
    if not names:
        said = "{analysis} has no option “{option}”; it has none"
        return BlueprintError(Phrase.of(said, analysis=row.name, option=option))
    said = "{analysis} has no option “{option}”; its options are {names}"
    return BlueprintError(Phrase.of(said, analysis=row.name, option=option, names=", ".join(names)))
