"""An entry of the catalog, or of a file, that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.integrity import Reference, Scope, catalog_references, references
from blueprint.integrity.referring import KIND_KEY
from blueprint.model import Catalog, Change
from blueprint.model.ids import NAMED_KINDS
from blueprint.rules.context import Context
from blueprint.rules.rule import Found, Rule
from blueprint.words import Phrase


def find(context: Context) -> Iterator[Found]:
    """Go through the entries that nothing in any file names and that name nothing themselves.

    What ``ignore`` names is not used by it. Promises, levers and observations are used if
    they say what they are about; a department, if it is to be told of changes. Where a name
    of some kind means nothing it may have been meant, so that kind is not judged.
    """
    used, misspelt = _used(context)
    for kind in NAMED_KINDS:
        if kind in misspelt:
            continue
        for key, entry in getattr(context.value, kind, {}).items():
            own = context.element(key)
            if entry is None or own in used or _speaks_for_itself(context, kind, key):
                continue
            yield Found(
                path=(kind, key),
                at_key=True,
                about=(own,),
                message=Phrase.of(
                    "nothing uses {entry} under {kind}:", entry=context.named(own), kind=kind
                ),
                hint=Phrase.of("name it where it belongs, or delete it"),
            )


def _speaks_for_itself(context: Context, kind: str, key: str) -> bool:
    value = context.value
    match kind:
        case "departments":
            return bool(value.departments[key].told_of)
        case "promises":
            return bool(value.promises[key].kept_by)
        case "levers":
            return bool(value.levers[key].steps or value.levers[key].metrics)
        case "observations":
            return bool(value.observations[key].about)
        case "personas":
            return context.blueprint is not None
        case _:
            return False


def _used(context: Context) -> tuple[frozenset[str], frozenset[str]]:
    """Return the graph ids of all that something names, and the kinds with a name astray."""
    scope = context.scope
    found: set[str] = set()
    misspelt: set[str] = set()
    files: list[tuple[str | None, Catalog, Iterator[Reference]]] = [
        (stem, blueprint, references(blueprint)) for stem, blueprint in scope.blueprints.items()
    ]
    if scope.catalog is not None:
        files.append((None, scope.catalog, catalog_references(scope.catalog)))
    for stem, file, named in files:
        found.update(_measured(scope, stem, file))
        for reference in named:
            meant = scope.find(stem, reference.to, reference.wants)
            if reference.path[0] != "ignore":
                found.update(meant)
            if not meant:
                misspelt.add(KIND_KEY.get(reference.wants, ""))
    for change in context.changes.values():
        for ref in _named_by(change):
            found.update(scope.find(None, ref, "any"))
    return frozenset(found), frozenset(misspelt)


def _measured(scope: Scope, stem: str | None, catalog: Catalog) -> Iterator[str]:
    """Go through the metrics that targets of promises measure by."""
    for promise in catalog.promises.values():
        if promise.target is not None:
            yield from scope.find(stem, promise.target.measure, "metric")


def _named_by(change: Change) -> Iterator[str]:
    yield from (reason for reason in change.because if isinstance(reason, str))
    yield from (alteration.to for alteration in change.changes)
    yield from change.moves
    yield from (cost.funded_by for cost in change.cost.values() if cost.funded_by)
    for system in change.adds.systems.values():
        yield from (*system.integrates, *([system.department] if system.department else []))
    for action in change.adds.actions:
        yield from (*action.systems, *action.channels, *action.knowledge)
        yield from [action.department] if action.department else []


RULE = Rule(
    code="BP805",
    name="unused-entry",
    severity="info",
    summary=Phrase.of("An entry of the catalog or the file is used by nothing."),
    why=Phrase.of("What nothing uses is out of date, or a link has been forgotten."),
    failing="""\
blueprint: Café
departments: {bar: Bar, kitchen: Kitchen}
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, department: bar}
""",
    mended="""\
blueprint: Café
departments: {bar: Bar, kitchen: Kitchen}
phases:
  Visit:
    - customer: Orders
      frontstage: {name: Takes the order, department: bar}
      backstage: {name: Bakes the cake, department: kitchen}
""",
    find=find,
)
