"""Why nobody can tell what a metric did, each with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from blueprint.words import Phrase

Why = Literal[
    "no-start", "turned-round", "never", "undated", "no-before", "no-after", "off-scale", "no-n",
    "unlike", "no-interval", "no-share", "no-spread", "too-few", "elsewhere",
]  # fmt: skip
"""Why a comparison cannot be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason in words, and what to do."""

    said: Phrase
    hint: Phrase


_AGAIN = Phrase.of(
    "measure the same way before and after, and write down the day and how many answered"
)

REASONS: Mapping[Why, Reason] = {
    "no-start": Reason(
        said=Phrase.of("no day is written on which the lever began"),
        hint=Phrase.of("write down the day it began"),
    ),
    "turned-round": Reason(
        said=Phrase.of("the lever ends before it begins"),
        hint=Phrase.of("correct the day it began or the day it ended"),
    ),
    "never": Reason(said=Phrase.of("the metric was never measured"), hint=_AGAIN),
    "undated": Reason(
        said=Phrase.of("its figures have no date"),
        hint=Phrase.of("write down the day of each figure"),
    ),
    "no-before": Reason(
        said=Phrase.of("nothing was measured before the lever began"),
        hint=Phrase.of("look for an older figure, or pause the lever at some steps and compare"),
    ),
    "no-after": Reason(
        said=Phrase.of("nothing was measured while the lever acted"),
        hint=Phrase.of("measure again, in the same way as before"),
    ),
    "off-scale": Reason(
        said=Phrase.of("a figure is off the metric's scale"),
        hint=Phrase.of("correct the figure, or the scale"),
    ),
    "no-n": Reason(
        said=Phrase.of("nobody says how many answered"),
        hint=Phrase.of("write down how many answered"),
    ),
    "unlike": Reason(said=Phrase.of("it was asked in another way the second time"), hint=_AGAIN),
    "no-interval": Reason(
        said=Phrase.of("the metric is no share, net score or mean on a scale"),
        hint=Phrase.of("state its kind and its scale, or judge it by a metric that is one"),
    ),
    "no-share": Reason(
        said=Phrase.of("a share is to be from 0 to 1, or from 0 to 100"),
        hint=Phrase.of("correct the figure, or the scale"),
    ),
    "no-spread": Reason(
        said=Phrase.of("of a mean the standard deviation is needed, and is not given"),
        hint=Phrase.of("give it with the option “sd”, by the metric's id"),
    ),
    "too-few": Reason(
        said=Phrase.of("of a mean more than one answer is needed, and answers that differ"),
        hint=Phrase.of("ask more people"),
    ),
    "elsewhere": Reason(
        said=Phrase.of("it was measured only at steps where the lever does not act"),
        hint=Phrase.of("measure it where the lever acts, before and after"),
    ),
}
