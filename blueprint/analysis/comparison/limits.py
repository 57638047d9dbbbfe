"""What a limit was and is, in words: of a standard, a target, a time that is promised or borne."""

from __future__ import annotations

from collections.abc import Mapping

from blueprint.analysis.difference.results import FieldChange
from blueprint.analysis.written import times_told
from blueprint.model import seconds
from blueprint.words import Phrase

_LIMITS: Mapping[str, str] = {
    "at_most": "at most {before} → at most {after}",
    "at_least": "at least {before} → at least {after}",
    "promised": "promised time {before} → {after}",
    "acceptable": "time customers tolerate {before} → {after}",
    "tolerance": "tolerance {before} → {after}",
    "target": "target {before} → {after}",
    "standard": "standard {before} → {after}",
}
_GONE = Phrase.of("none")


def limit_change(change: FieldChange) -> Phrase:
    """Return what a limit was and what it is; two lengths of time in one unit.

    Args:
        change: A field that holds a limit, with what it said and says.

    Examples:
        >>> from blueprint.words.label import label_phrase
        >>> was, now = label_phrase("30 min"), label_phrase("4 h")
        >>> change = FieldChange(
        ...     field="moment_of_truth.standard.at_most",
        ...     told=label_phrase("Standard"),
        ...     before=was,
        ...     after=now,
        ...     aspect="loosened",
        ... )
        >>> str(limit_change(change))
        'at most 0.5 h → at most 4 h'
    """
    last = change.field.rpartition(".")[2]
    before, after = change.before or _GONE, change.after or _GONE
    if change.before is not None and change.after is not None:
        before, after = _in_one_unit(change.before, change.after)
    elif last in ("at_most", "at_least"):
        last = "standard" if "standard" in change.field else "target"
    return Phrase.of(_LIMITS.get(last, "{before} → {after}"), before=before, after=after)


def _in_one_unit(before: Phrase, after: Phrase) -> tuple[Phrase, Phrase]:
    """Return two lengths of time in one unit; what is none is returned as it is."""
    try:
        was, now = times_told(seconds(str(before)), seconds(str(after)))
    except ValueError:
        return before, after
    return was, now
