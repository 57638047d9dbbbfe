"""What a step's experience says for one persona, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from blueprint.analysis.experience.gap import Lived, lived
from blueprint.analysis.experience.peak_end import neutral_of
from blueprint.analysis.experience.shaw import is_known, net_of
from blueprint.model import Experience, Scales, Surprise

_UNTOLD = lived(None, None)


class OffScale(NamedTuple):
    """A named emotion whose strength lies outside the scale of intensity."""

    word: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One moment as one persona lives it; ``None`` where nobody says.

    Attributes:
        emotion: On the scale of emotion, pleasant or unpleasant.
        named: The net of named emotions, on the scale of intensity, turned both ways.
        intensity: How strongly it was felt.
        expectation: What was expected; ``"none"`` where nothing was.
        perception: What was perceived.
        sensory: What the senses made of it.
        ease: How easy it was.
        success: Whether what was wanted was reached.
        needs: The needs it serves.
        values: The elements of value it gives.
        surprises: What surprises.
        off: Named emotions left out, for they lie outside the scale.
        unknown: Named emotions left out, for they are none of the twenty.
        lived: Its gap, its product and where it stands, on the scales it is told on.
    """

    emotion: float | None = None
    named: float | None = None
    intensity: float | None = None
    expectation: float | Literal["none"] | None = None
    perception: float | None = None
    sensory: float | None = None
    ease: float | None = None
    success: float | None = None
    needs: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    surprises: tuple[Surprise, ...] = ()
    off: tuple[OffScale, ...] = ()
    unknown: tuple[str, ...] = ()
    lived: Lived = _UNTOLD


_NOTHING = Told()


def told(entries: Sequence[Experience], scales: Scales) -> Told:
    """Return what some entries say together: of each figure, whoever says it first.

    Args:
        entries: The persona's own entries first, then those of everybody.
        scales: The scales their figures are on; a graph holds no single figure off its scale.

    Examples:
        >>> own = Experience(persona="a", emotion=-1)
        >>> everybody = Experience(emotion=2, ease=6)
        >>> moment = told([own, everybody], Scales())
        >>> moment.emotion, moment.ease
        (-1.0, 6.0)
    """
    if not entries:
        return _NOTHING
    feeling = _first(entries, "emotion")
    words = feeling if isinstance(feeling, Mapping) else {}
    off = tuple(_off_scale(words, scales.intensity))
    emotion = None if isinstance(feeling, Mapping) else feeling
    intensity, expectation = _first(entries, "intensity"), _first(entries, "expectation")
    perception = _first(entries, "perception")
    return Told(
        emotion=emotion,
        named=net_of(words) if words and not off else None,
        intensity=intensity,
        expectation=expectation,
        perception=perception,
        sensory=_first(entries, "sensory"),
        ease=_first(entries, "ease"),
        success=_first(entries, "success"),
        needs=tuple(dict.fromkeys(need for entry in entries for need in entry.needs)),
        values=tuple(dict.fromkeys(value for entry in entries for value in entry.values)),
        surprises=tuple(entry.surprise for entry in entries if entry.surprise is not None),
        off=off,
        unknown=tuple(word for word in words if not is_known(word)),
        lived=lived(
            expectation,
            perception,
            intensity=intensity,
            emotion=emotion,
            neutral=neutral_of(scales.emotion),
            lowest=scales.intensity[0],
        ),
    )


def _first(entries: Sequence[Experience], field: str) -> Any:  # noqa: ANN401  (as the field is)
    for entry in entries:
        value = getattr(entry, field)
        if value is not None:
            return value
    return None


def _off_scale(words: Mapping[str, float], scale: tuple[float, float]) -> Iterator[OffScale]:
    low, high = scale
    for word, value in words.items():
        if not low <= value <= high:
            yield OffScale(word, float(value), low, high)
