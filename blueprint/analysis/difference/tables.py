"""A difference as a table: one row a field, one row for what is new or gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprint.analysis.difference.results import Aspect, Changed, Difference, HowChanged
from blueprint.integrity.pairs import WORD
from blueprint.report import Cell, Column, Table
from blueprint.words import Phrase

HAPPENED: Mapping[HowChanged, str] = {
    "added": "new",
    "removed": "taken away",
    "tightened": "tightened",
    "altered": "altered",
    "observed": "measured anew",
    "reworded": "worded anew",
}
"""What happened to an element, in a word or two."""

MEANS: Mapping[Aspect, str] = {
    "tightened": "asks more",
    "loosened": "asks less",
    "owner": "another owner",
    "visibility": "over the line of visibility",
    "place": "another place",
    "content": "another content",
    "observed": "measured anew",
    "wording": "worded anew",
}
"""What a change of a field means, in a few words."""

_COLUMNS = (
    ("id", "Id"),
    ("name", "Name"),
    ("kind", "Kind"),
    ("happened", "What happened"),
    ("field", "Field in the file"),
    ("told", "Field"),
    ("before", "Before"),
    ("now", "Now"),
    ("means", "Means"),
    ("former", "Former id"),
)


def changes_table(difference: Difference) -> Table:
    """Return what changed as a table, in the order of the difference."""
    return Table(
        name="changes",
        title=Phrase.of("What changed"),
        columns=tuple(Column(key=key, title=Phrase.of(title)) for key, title in _COLUMNS),
        rows=tuple(row for changed in difference.elements for row in _rows(changed)),
    )


def _rows(changed: Changed) -> Iterator[tuple[Cell, ...]]:
    first: tuple[Cell, ...] = (
        changed.id,
        changed.name,
        Phrase.of(WORD.get(changed.kind, changed.kind)),
        Phrase.of(HAPPENED[changed.how]),
    )
    if not changed.fields:
        yield (*first, None, None, None, None, None, changed.former)
    for field in changed.fields:
        means = Phrase.of(MEANS[field.aspect])
        yield (*first, field.field, field.told, field.before, field.after, means, changed.former)
