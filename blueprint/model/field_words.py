"""The program's word for every field of the model, and what sort of value it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Sort = Literal[
    "text", "word", "value", "share", "duration", "window", "amount", "money", "hours",
    "action", "step", "department", "system", "channel", "persona", "product", "promise",
    "knowledge", "metric", "blueprint", "any",
]  # fmt: skip
"""How a value is read: in one of the sorts of the first line, or as a reference."""

REFERENCES = frozenset(
    {
        "action", "step", "department", "system", "channel", "persona", "product", "promise",
        "knowledge", "metric", "blueprint", "any",
    }
)  # fmt: skip
"""The sorts that name something else."""


class FieldWord(NamedTuple):
    """What a field is called on screen, and the sort of its values."""

    title: str
    sort: Sort = "text"


FIELD_WORDS: Mapping[str, FieldWord] = {
    # what it is about
    "says": FieldWord("Says"),
    "metric": FieldWord("Metric", "metric"),
    "value": FieldWord("Value"),
    # who and where
    "id": FieldWord("Id"),
    "status": FieldWord("Status", "word"),
    "same_as": FieldWord("The same as", "action"),
    "kind": FieldWord("Kind", "word"),
    "place": FieldWord("Place"),
    "department": FieldWord("Department", "department"),
    "owner": FieldWord("Owner", "department"),
    "role": FieldWord("Role"),
    "actor": FieldWord("Done by", "word"),
    "participation": FieldWord("Who does the work", "word"),
    "stance": FieldWord("Stance", "word"),
    "until": FieldWord("Lasts until", "step"),
    # what it works with
    "systems": FieldWord("Systems", "system"),
    "channels": FieldWord("Channels", "channel"),
    "knowledge": FieldWord("Knowledge", "knowledge"),
    "needs": FieldWord("Needs", "action"),
    "triggers": FieldWord("Triggers", "action"),
    "next": FieldWord("Next", "step"),
    # how well
    "moment_of_truth": FieldWord("Moment of truth"),
    "standard": FieldWord("Standard"),
    "fails": FieldWord("Fail point"),
    "pain": FieldWord("Pain"),
    "experience": FieldWord("Experience"),
    "time": FieldWord("Time"),
    "duration": FieldWord("Duration", "duration"),
    "effort": FieldWord("Effort", "duration"),
    "money": FieldWord("Pays", "money"),
    "asks": FieldWord("Is asked for"),
    "cost": FieldWord("Cost"),
    "complete_accurate": FieldWord("Complete and accurate", "share"),
    "decides": FieldWord("Decides"),
    "discretion": FieldWord("May decide alone"),
    "approved_by": FieldWord("Approved by", "any"),
    "notice": FieldWord("Notice"),
    "hours": FieldWord("Hours", "hours"),
    "carries_context": FieldWord("Already known to whoever serves next", "word"),
    "feedback": FieldWord("Feedback asked", "metric"),
    # parts of parts
    "persona": FieldWord("Persona", "persona"),
    "emotion": FieldWord("Emotion felt"),
    "intensity": FieldWord("Intensity"),
    "expectation": FieldWord("Expectation", "word"),
    "perception": FieldWord("Perception"),
    "sensory": FieldWord("Senses"),
    "ease": FieldWord("Ease"),
    "success": FieldWord("Success"),
    "values": FieldWord("Values", "value"),
    "surprise": FieldWord("Surprise"),
    "prepared_by": FieldWord("Prepared by", "action"),
    "kinds": FieldWord("Kinds", "word"),
    "situation": FieldWord("Situation"),
    "importance": FieldWord("Importance"),
    "at": FieldWord("At", "action"),
    "occurrence": FieldWord("Occurrence"),
    "severity": FieldWord("Severity"),
    "detection": FieldWord("Detection"),
    "rate": FieldWord("Rate", "share"),
    "recovery": FieldWord("Recovery", "action"),
    "scope": FieldWord("Scope", "word"),
    "promised": FieldWord("Promised", "window"),
    "acceptable": FieldWord("Acceptable", "duration"),
    "actual": FieldWord("Actual", "duration"),
    "perceived": FieldWord("Perceived", "duration"),
    "waiting": FieldWord("Waiting", "duration"),
    "unexpected": FieldWord("Unexpected", "duration"),
    "per_minute": FieldWord("Per minute", "money"),
    "materials": FieldWord("Materials", "money"),
    "other": FieldWord("Other", "money"),
    "measure": FieldWord("Measure", "word"),
    "from_": FieldWord("From", "step"),
    "to": FieldWord("To", "step"),
    "at_most": FieldWord("At most", "amount"),
    "at_least": FieldWord("At least", "amount"),
    "customer": FieldWord("The customer expects"),
    "reviewed": FieldWord("Reviewed"),
    "review_every": FieldWord("Review every", "duration"),
    "declared": FieldWord("Declared", "word"),
    "committed_by": FieldWord("Committed by", "department"),
    "about": FieldWord("About", "any"),
    "chosen_by": FieldWord("Chosen by", "word"),
    "tolerance": FieldWord("Tolerance", "amount"),
    "label": FieldWord("Label"),
    "likelihood": FieldWord("Likelihood"),
    "impact": FieldWord("Impact"),
    "demand": FieldWord("Demand"),
    "disruption": FieldWord("Disruption"),
    "probability": FieldWord("Probability", "share"),
    "when": FieldWord("When"),
    # what an organisation shares
    "house": FieldWord("House", "word"),
    "part_of": FieldWord("Part of", "department"),
    "told_of": FieldWord("Is told of changes to", "word"),
    "legacy": FieldWord("Due for renewal"),
    "integrates": FieldWord("Exchanges data with", "system"),
    "age": FieldWord("Age"),
    "location": FieldWord("Location"),
    "favourite_brands": FieldWord("Favourite brands"),
    "turn_ons": FieldWord("Turn-ons"),
    "turn_offs": FieldWord("Turn-offs"),
    "devices": FieldWord("Devices"),
    "behaviours": FieldWord("Behaviours"),
    "goals": FieldWord("Goals"),
    "functional": FieldWord("Functional"),
    "emotional": FieldWord("Emotional"),
    "met_by": FieldWord("Met by", "step"),
    "share": FieldWord("Share of customers", "share"),
    "loyal": FieldWord("Loyal", "share"),
    "repurchase": FieldWord("Buys again", "share"),
    "patience": FieldWord("Patience", "duration"),
    "switching_cost": FieldWord("Switching cost", "money"),
    "made_by": FieldWord("Made by", "department"),
    "target": FieldWord("Target"),
    "kept_by": FieldWord("Kept by", "action"),
    "updated": FieldWord("Updated"),
    "answers": FieldWord("Answers", "channel"),
    "hits": FieldWord("Looked up"),
    "flags": FieldWord("Doubts"),
    "by": FieldWord("By", "department"),
    "fed_by": FieldWord("Fed by", "channel"),
    "scale": FieldWord("Scale"),
    "positive": FieldWord("Counts as positive"),
    "negative": FieldWord("Counts as negative"),
    "tests": FieldWord("Tests passed", "word"),
    "effect": FieldWord("Effect", "word"),
    "steps": FieldWord("Steps", "step"),
    "since": FieldWord("Since"),
    "ended": FieldWord("Ended"),
    "metrics": FieldWord("Metrics", "metric"),
    "primary": FieldWord("Decided by", "metric"),
    "strategy": FieldWord("Strategy"),
    "n": FieldWord("n"),
    "instrument": FieldWord("Instrument", "word"),
    "sampling": FieldWord("Sampling", "word"),
    "method": FieldWord("Method", "word"),
    "date": FieldWord("Date"),
    "sample": FieldWord("Sample"),
    # the blueprint itself
    "state": FieldWord("State", "word"),
    "of": FieldWord("Would replace", "blueprint"),
    "source": FieldWord("Source"),
    "price": FieldWord("Price", "money"),
    "budget": FieldWord("Cost that can be borne", "money"),
    "currency": FieldWord("Currency"),
    "personas": FieldWord("Personas", "persona"),
    "brand": FieldWord("Brand"),
    "stands_for": FieldWord("Stands for"),
    "promises": FieldWord("Promises", "promise"),
    "products": FieldWord("Products", "product"),
    "departments": FieldWord("Departments", "department"),
    "levers": FieldWord("Accelerators and inhibitors", "any"),
    "complaints": FieldWord("Complaints"),
    "entry": FieldWord("Come in at", "step"),
    "told_in": FieldWord("Customers are told in", "any"),
    "remedy": FieldWord("Remedy"),
    "expect": FieldWord("What is to be expected"),
    "stages": FieldWord("Handled by", "department"),
    "customers": FieldWord("Customers"),
    "problem_rate": FieldWord("Have a problem", "share"),
    "complain_rate": FieldWord("Complain of it", "share"),
    "results": FieldWord("Result"),
    "observations": FieldWord("Observation"),
    "assumptions": FieldWord("Assumed strength of links"),
    "scales": FieldWord("Scales"),
    "ignore": FieldWord("Accepted finding"),
    "rule": FieldWord("Rule"),
    "on": FieldWord("On", "any"),
    "because": FieldWord("Because"),
    "rules": FieldWord("Weight of rules", "word"),
    "lanes": FieldWord("Lanes"),
    "after": FieldWord("Under"),
    "languages": FieldWord("Languages"),
    # what is said of anything
    "note": FieldWord("Note"),
    "text": FieldWord("In words"),
    "url": FieldWord("Address"),
    "tags": FieldWord("Tags"),
    "links": FieldWord("Links"),
}
"""Every field by its name in the model, in the order in which an element shows them."""

SPECIAL: Mapping[str, FieldWord] = {
    "Blueprint.links": FieldWord("Links between neighbouring lanes", "word"),
    "Experience.needs": FieldWord("Needs served", "word"),
    "LinkTo.to": FieldWord("To", "any"),
    "Persona.value": FieldWord("Worth a year", "money"),
    "Result.at": FieldWord("At", "step"),
    "Result.value": FieldWord("Figure"),
    "WebLink.text": FieldWord("Called"),
}
"""Fields whose word or sort differs from that of others with the same name."""

NEVER = frozenset(
    {
        "name", "lane", "step", "phase", "blueprint", "catalog", "stem", "phases",
        "evidence", "frontstage", "backstage", "support",
    }
)  # fmt: skip
"""Fields that are the element itself: its name, its place on the grid, what stands in it."""

_ORDER = {name: n for n, name in enumerate(FIELD_WORDS)}


def word_of(owner: str, field: str) -> FieldWord:
    """Return what a field of a class of the model is called.

    Args:
        owner: The class that has it, such as ``Experience``.
        field: Its name.
    """
    return SPECIAL.get(f"{owner}.{field}") or FIELD_WORDS[field]


def in_order(names: list[str]) -> list[str]:
    """Return field names in the order in which they are shown."""
    return sorted(names, key=_ORDER.__getitem__)
