"""Ways of finding out about customers, and how each of them errs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprint.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One method of research.

    Attributes:
        name: What it is called.
        biases: How it errs.
        self_report: Whether people tell of themselves.
        ethnographic: Whether it follows people where they live and act.
        watches: Whether it sees what people do, by eye or by figures.
    """

    name: Phrase
    biases: Phrase
    self_report: bool = False
    ethnographic: bool = False
    watches: bool = False


WAYS: Mapping[str, Way] = {
    "observation": Way(
        name=Phrase.of("observation"),
        biases=Phrase.of("who is watched behaves better; the observer sees what is expected"),
        ethnographic=True,
        watches=True,
    ),
    "interview": Way(
        name=Phrase.of("interview"),
        biases=Phrase.of("lying, exaggeration, pleasing who asks, unclear motives"),
        self_report=True,
        ethnographic=True,
    ),
    "diary": Way(
        name=Phrase.of("diary"),
        biases=Phrase.of("entries made late or left out; keeping one changes what is done"),
        ethnographic=True,
    ),
    "focus-group": Way(
        name=Phrase.of("focus group"),
        biases=Phrase.of("dominance of few, groupthink, pleasing the moderator"),
        self_report=True,
    ),
    "survey": Way(
        name=Phrase.of("survey"),
        biases=Phrase.of("who answers differs from who does not; exaggeration; leading questions"),
        self_report=True,
    ),
    "analytics": Way(
        name=Phrase.of("analytics"),
        biases=Phrase.of("shows what is done and never why; only of those who use the channel"),
        watches=True,
    ),
    "social": Way(
        name=Phrase.of("social media"),
        biases=Phrase.of("the loudest speak, at their best or worst; most customers are silent"),
    ),
    "self-report": Way(
        name=Phrase.of("self-report"),
        biases=Phrase.of("forgetting, lying, exaggeration, unclear motives"),
        self_report=True,
    ),
}
"""Every method there is."""
