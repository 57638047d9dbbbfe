"""Experience = (perception − expectation) x emotion, and when that product means nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Against = Literal["below", "met", "above"]
"""What was perceived, against what was expected."""

Feeling = Literal["unpleasant", "neutral", "pleasant"]
"""On which side of neutral the emotion lies."""

Refusal = Literal[
    "no-expectation", "nothing-expected", "no-perception", "no-intensity", "signed", "negative"
]
"""Why there is no product: one of the three is missing, or two negatives could turn good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One moment's experience, its parts kept apart.

    Attributes:
        gap: Perception less expectation; ``None`` where either is missing.
        product: The gap times the intensity of the emotion; ``None`` where it is refused.
        refused: Why there is no product.
        against: The gap's side of zero.
        feeling: The emotion's side of neutral; together with ``against`` the quadrant.
    """

    gap: float | None
    product: float | None
    refused: Refusal | None
    against: Against | None
    feeling: Feeling | None


@lru_cache(maxsize=4_096, typed=True)
def lived(
    expectation: float | Literal["none"] | None,
    perception: float | None,
    *,
    intensity: float | None = None,
    emotion: float | None = None,
    neutral: float = 0.0,
    lowest: float = 0.0,
) -> Lived:
    """Return a moment's experience: the gap, weighted with how strongly it was felt.

    The weight must be an intensity on a scale of its own that starts at 0 or above: an
    emotion with a sign times a gap with a sign turns a bad moment good. Where there is only
    such an emotion, both figures are returned with the quadrant they fall into, and no product.
    Where nothing was expected there is no gap; it is not a gap of the whole perception.

    Args:
        expectation: What was expected; ``"none"`` where nothing was.
        perception: What was perceived, on the same scale.
        intensity: How strongly it was felt.
        emotion: What was felt, pleasant or unpleasant.
        neutral: The figure of neither.
        lowest: Where the scale of intensity starts.

    Examples:
        >>> lived(7, 8.5, intensity=3).product
        4.5
        >>> two_negatives = lived(7, 4, emotion=-2)
        >>> two_negatives.product, two_negatives.refused, two_negatives.against
        (None, 'signed', 'below')
    """
    gap = (
        perception - expectation
        if isinstance(expectation, (int, float)) and perception is not None
        else None
    )
    refused = _refused(expectation, perception, intensity, emotion, lowest)
    product = (
        gap * intensity if refused is None and gap is not None and intensity is not None else None
    )
    return Lived(
        gap=gap,
        product=product,
        refused=refused,
        against=None if gap is None else "below" if gap < 0 else "above" if gap > 0 else "met",
        feeling=None
        if emotion is None
        else "unpleasant"
        if emotion < neutral
        else "pleasant"
        if emotion > neutral
        else "neutral",
    )


def _refused(
    expectation: float | str | None,
    perception: float | None,
    intensity: float | None,
    emotion: float | None,
    lowest: float,
) -> Refusal | None:
    if expectation is None:
        return "no-expectation"
    if isinstance(expectation, str):
        return "nothing-expected"
    if perception is None:
        return "no-perception"
    if intensity is None:
        return "no-intensity" if emotion is None else "signed"
    return "negative" if lowest < 0 or intensity < 0 else None
