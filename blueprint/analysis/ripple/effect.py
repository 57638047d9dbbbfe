"""What a ripple is asked of, put into effect: ids, one change, several, or what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blueprint.analysis.conflicts import conflicts
from blueprint.analysis.difference import Difference
from blueprint.analysis.difference.tables import changes_table
from blueprint.analysis.ripple.apply_change import applied
from blueprint.analysis.ripple.how import How
from blueprint.analysis.ripple.several import together
from blueprint.graph import Graph, graph_of
from blueprint.integrity import Scope
from blueprint.model import Change
from blueprint.report import Finding, Table
from blueprint.words import Phrase

Changes = Change | Sequence[Change] | Difference
"""One change, several that are put into effect together, or what changed between two states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A change in effect, and where its ripple starts.

    Attributes:
        graph: The graph with the change; what is taken away is still in it.
        refs: What it starts at, with what happens to each.
        change: The change a file says, several of them as one; ``None`` where none does.
        conflicts: Where it contradicts itself.
        title: The heading of what changed since; ``None`` for anything else.
        changed: What changed since, as tables.
        gone: Ids of what the files no longer hold, nor anything that needs it.
    """

    graph: Graph
    refs: tuple[tuple[str, How], ...]
    change: Change | None = None
    conflicts: tuple[Finding, ...] = ()
    title: Phrase | None = None
    changed: tuple[Table, ...] = ()
    gone: frozenset[str] = frozenset()

    def noted(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return conflicts, then what else is found and holds of the files as they are."""
        true = (
            finding
            for finding in findings
            if finding.code != "ripple.still-needed" or finding.about[0] not in self.gone
        )
        return (*self.conflicts, *true)


def effect_of(
    source: Scope | Graph, start: str | Iterable[str] | None, changes: Changes | None
) -> Effect:
    """Return the graph with a change in effect, and what a ripple starts at.

    Args:
        source: The blueprints, or their graph.
        start: Ids somebody named.
        changes: The change; of a `Difference`, its own graph is asked and not the source.

    Raises:
        ReferenceNotFoundError: A change names something that is not there.
        InvalidBlueprintError: A change, or the blueprints, do not hold together.
    """
    named = (start,) if isinstance(start, str) else tuple(start or ())
    refs: tuple[tuple[str, How], ...] = tuple((ref, "asked") for ref in named)
    if isinstance(changes, Difference):
        return _since(changes, refs)
    if changes is None:
        graph = source if isinstance(source, Graph) else graph_of(source)
        return Effect(graph=graph, refs=refs)
    several = (changes,) if isinstance(changes, Change) else tuple(changes)
    scope = source.scope if isinstance(source, Graph) else source
    change = together(several)
    effect = applied(scope, change)
    return Effect(
        graph=graph_of(effect.scope),
        refs=(
            *refs,
            *((entry.to, entry.how) for entry in change.changes),
            *((removed, "removed") for removed in effect.removed),
            *((added, "added") for added in effect.added),
        ),
        change=change,
        conflicts=conflicts(scope, several),
    )


def _since(found: Difference, refs: tuple[tuple[str, How], ...]) -> Effect:
    title = Phrase.of("Ripple of what changed")
    if found.since:
        title = Phrase.of("Ripple of what changed since {since}", since=found.since)
    table, joined = changes_table(found), found.joined
    return Effect(
        graph=joined,
        refs=(*refs, *found.asked),
        title=title,
        changed=(table,) if table.rows else (),
        gone=frozenset(joined.index.keys() - found.new.index.keys()),
    )
