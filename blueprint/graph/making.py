"""How one link is made: its ends, and its strengths as stated or assumed."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.model import LINK_CLASS, LINK_KINDS, Assumption, Link, LinkKind, LinkTo, said


def make_link(
    assumptions: Mapping[str, Assumption],
    kind: LinkKind,
    source: str,
    target: str,
    to: LinkTo | None = None,
    *,
    implied: bool = False,
    language: str = "en",
) -> Link:
    """Return a link of one kind with its strengths.

    What the link states comes first, then what the file or the catalog assumes for its
    kind, then the table's default; whatever was not stated on the link marks it assumed.
    """
    row = LINK_KINDS[kind]
    values: dict[str, object] = {"source": source, "target": target, "implied": implied}
    if row.likelihood is not None:
        said_by_file = assumptions.get(kind, Assumption())
        stated = to or LinkTo(to=target)
        values["likelihood"] = _first(stated.likelihood, said_by_file.likelihood, row.likelihood)
        values["impact"] = _first(stated.impact, said_by_file.impact, row.impact)
        values["assumed"] = stated.likelihood is None or stated.impact is None
        values["label"] = said(stated.label, language) or None
        values["probability"] = stated.probability
        values["when"] = said(stated.when, language) or None
    made: Link = LINK_CLASS[kind](**values)  # type: ignore[assignment]
    return made


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)
