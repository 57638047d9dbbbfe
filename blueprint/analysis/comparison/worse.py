"""What got worse between two states, and what cannot be told: the findings of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from blueprint.analysis.amounts import money_told
from blueprint.analysis.comparison.altered import Altered
from blueprint.analysis.comparison.limits import limit_change
from blueprint.analysis.comparison.tables import (
    costs,
    currency_of,
    measured,
    one_currency,
)
from blueprint.analysis.written import times_told
from blueprint.diagnostics import Severity
from blueprint.graph import Node
from blueprint.report import Finding
from blueprint.words import Phrase
from blueprint.words.label import label_phrase, listing

CODES = (
    "moment-lost", "work-to-customer", "waits-longer", "takes-longer", "costs-more", "asks-less",
    "promise-gone", "recovery-lost", "nobody", "more-handoffs", "out-of-sight", "cannot-tell",
    "good-for-one",
)  # fmt: skip
"""What a comparison may find, by name; each is found with the code ``compare.NAME``."""

_MOST_NAMED = 5

_UNSAID = {
    "promised": "promised time",
    "acceptable": "acceptable time",
    "actual": "actual time",
    "perceived": "perceived time",
    "waiting": "waiting time",
    "effort": "effort of customers",
}
"""What is measured, in the middle of a sentence."""

_LONGER = {
    "waiting": (
        "waits-longer",
        "Customers wait longer on the main path of “{name}”: {before} → {after}",
        Phrase.of("shorten the wait, or tell customers of it beforehand"),
    ),
    "actual": (
        "takes-longer",
        "The main path of “{name}” takes longer: {before} → {after}",
        Phrase.of("see which steps take more, and whether customers gain by it"),
    ),
    "effort": (
        "work-to-customer",
        "Customers have more effort on the main path of “{name}”: {before} → {after}",
        Phrase.of("ask whether customers want to do this, and what they gain"),
    ),
}
"""Times of which more is worse: the code, the sentence and what to do."""


def worse(altered: Altered) -> tuple[Finding, ...]:
    """Return what got worse, the weightiest first, then what cannot be told."""
    return (
        *_moments(altered),
        *_to_customers(altered),
        *_promises(altered),
        *_recoveries(altered),
        *_longer(altered),
        *_dearer(altered),
        *_asks_less(altered),
        *_nobody(altered),
        *_handoffs(altered),
        *_out_of_sight(altered),
        *_unknown(altered),
    )


def _found(
    name: str, severity: Severity, message: Phrase, about: Iterable[str], hint: Phrase
) -> Finding:
    return Finding(
        code=f"compare.{name}", severity=severity, message=message, about=tuple(about), hint=hint
    )


def _moments(altered: Altered) -> Iterator[Finding]:
    for node in altered.moments_lost:
        kept = node.id in altered.same
        said = (
            "“{name}” is no longer a moment of truth"
            if kept
            else "The moment of truth “{name}” is gone"
        )
        yield _found(
            "moment-lost",
            "warning",
            Phrase.of(said, name=label_phrase(node.name)),
            (altered.same.get(node.id, node.id),),
            Phrase.of("make sure that nothing customers judge by is left without an owner"),
        )


def _to_customers(altered: Altered) -> Iterator[Finding]:
    hint = Phrase.of("ask whether customers want to do this, and what they gain")
    moved = [(move.id, move.name) for move in altered.moves if move.to_customer]
    served = [(node.id, label_phrase(node.name)) for node in altered.self_served]
    for element, name in (*moved, *served):
        said = Phrase.of("“{name}” is now the customer's work", name=name)
        yield _found("work-to-customer", "warning", said, (element,), hint)


def _promises(altered: Altered) -> Iterator[Finding]:
    for changed in altered.elements:
        if changed.kind == "promise" and changed.how == "removed":
            yield _found(
                "promise-gone",
                "warning",
                Phrase.of("The promise “{name}” is gone", name=changed.name),
                (changed.id,),
                Phrase.of("tell customers who were promised it, and whoever made the promise"),
            )


def _recoveries(altered: Altered) -> Iterator[Finding]:
    for node in altered.unmended:
        yield _found(
            "recovery-lost",
            "warning",
            Phrase.of("Where “{name}” goes wrong, nothing mends it any more", name=_name(node)),
            (node.id,),
            Phrase.of("name what mends it, with recovery on the fail point"),
        )


def _longer(altered: Altered) -> Iterator[Finding]:
    for one, other in altered.pairs:
        found = measured(altered)[one, other]
        for time, (code, said, hint) in _LONGER.items():
            entry = found[time]
            if (entry.difference or 0) > 0:
                before, after = times_told(entry.before.total or 0, entry.after.total or 0)
                name = _name(altered.difference.new.node(other))
                message = Phrase.of(said, name=name, before=before, after=after)
                yield _found(code, "warning", message, (other,), hint)
        yield from _steps_wait(altered, one, other)


def _steps_wait(altered: Altered, one: str, other: str) -> Iterator[Finding]:
    before, after = (
        figures.steps["waiting"] for figures in (altered.before[one], altered.after[other])
    )
    for step, now in after.items():
        was = before.get(altered.former.get(step, ""))
        if was is not None and now is not None and now > was:
            told = times_told(was, now)
            yield _found(
                "waits-longer",
                "warning",
                Phrase.of(
                    "Customers wait longer at “{name}”: {before} → {after}",
                    name=_name(altered.difference.new.node(step)),
                    before=told[0],
                    after=told[1],
                ),
                (step,),
                Phrase.of("shorten the wait, or tell customers of it beforehand"),
            )


def _dearer(altered: Altered) -> Iterator[Finding]:
    for one, other in altered.pairs:
        entry = costs(altered, one, other)
        if one_currency(altered, one, other) and round(entry.difference or 0, 9) > 0:
            currency = currency_of(altered.difference.new, other)
            yield _found(
                "costs-more",
                "warning",
                Phrase.of(
                    "The main path of “{name}” costs more each time: {before} → {after}",
                    name=_name(altered.difference.new.node(other)),
                    before=money_told(entry.before.total or 0, currency),
                    after=money_told(entry.after.total or 0, currency),
                ),
                (other,),
                Phrase.of("see which actions cost more, and what customers would pay for them"),
            )


def _asks_less(altered: Altered) -> Iterator[Finding]:
    for changed in altered.elements:
        for field in changed.fields:
            if field.aspect == "loosened":
                yield _found(
                    "asks-less",
                    "warning",
                    Phrase.of(
                        "“{name}” promises less than it did: {what}",
                        name=changed.name,
                        what=limit_change(field),
                    ),
                    (changed.id,),
                    Phrase.of("make sure that it is still what customers expect"),
                )


def _nobody(altered: Altered) -> Iterator[Finding]:
    for handover in altered.handovers:
        if handover.after is None and handover.before is not None:
            yield _found(
                "nobody",
                "warning",
                Phrase.of(
                    "Nobody does or answers for “{name}” any more; it was {before}",
                    name=_name(handover.node),
                    before=handover.before,
                ),
                (handover.node.id,),
                Phrase.of("name a department"),
            )


def _handoffs(altered: Altered) -> Iterator[Finding]:
    for one, other in altered.pairs:
        before = altered.before[one].counts["handoffs"]
        after = altered.after[other].counts["handoffs"]
        if after > before:
            yield _found(
                "more-handoffs",
                "info",
                Phrase.of(
                    "Work is handed on between departments more often in “{name}”: "
                    "{before} → {after} times",
                    name=_name(altered.difference.new.node(other)),
                    before=before,
                    after=after,
                ),
                (other,),
                Phrase.of("agree on one person who looks at both ends"),
            )


def _out_of_sight(altered: Altered) -> Iterator[Finding]:
    for move in altered.moves:
        if move.line == "out":
            yield _found(
                "out-of-sight",
                "info",
                Phrase.of("Customers no longer see “{name}”", name=move.name),
                (move.id,),
                Phrase.of("ask whether customers miss it"),
            )


def _unknown(altered: Altered) -> Iterator[Finding]:
    for one, other in altered.pairs:
        unsaid: dict[tuple[str, ...], list[Phrase]] = {}
        for time, entry in measured(altered)[one, other].items():
            unsaid.setdefault(entry.one_sided, []).append(Phrase.of(_UNSAID[time]))
        if one_currency(altered, one, other):
            cost = costs(altered, one, other).one_sided
            unsaid.setdefault(cost, []).append(Phrase.of("cost"))
        else:
            yield _two_currencies(altered, one, other)
        unsaid.pop((), None)
        yield from (_cannot_tell(what, about, altered) for about, what in unsaid.items())


def _two_currencies(altered: Altered, one: str, other: str) -> Finding:
    new = altered.difference.new
    said = Phrase.of(
        "The costs of “{name}” cannot be compared: {before} before, {after} after",
        name=_name(new.node(other)),
        before=currency_of(altered.difference.old, one) or Phrase.of("no currency"),
        after=currency_of(new, other) or Phrase.of("no currency"),
    )
    hint = Phrase.of("write both in one currency")
    return _found("cannot-tell", "info", said, (other,), hint)


def _cannot_tell(what: Sequence[Phrase], about: Sequence[str], altered: Altered) -> Finding:
    new = altered.difference.new
    said = Phrase.of(
        "Only one of the two says this of {names}, so that it cannot be compared: {what}",
        names=named([label_phrase(new.node(element).name) for element in about]),
        what=listing(what),
    )
    hint = Phrase.of("write it in both, or in neither")
    return _found("cannot-tell", "info", said, about, hint)


def named(names: Sequence[Phrase]) -> Phrase:
    """Return names in a row, each in quotation marks, cut short where there are many."""
    told = listing([Phrase.of("“{name}”", name=name) for name in names[:_MOST_NAMED]])
    more = len(names) - _MOST_NAMED
    return Phrase.of("{names} and {n} more", names=told, n=more) if more > 0 else told


def _name(node: Node) -> Phrase:
    return label_phrase(node.name)
