"""What is asked of a ripple: the direction, the method, how far, along what, and what is listed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from blueprint.analysis.ripple.how import Asked
from blueprint.analysis.spread.arriving import MOST_WORLDS, WORLDS
from blueprint.analysis.spread.engines import ENGINES, Engine
from blueprint.analysis.spread.predicting import READINGS, Reading
from blueprint.errors import BlueprintError
from blueprint.model import LINK_KINDS, LinkKind
from blueprint.words import Phrase

MethodName = Literal["reliability", "paths", "cpm"]
"""The three ways to say how strongly a change arrives."""

METHODS: tuple[MethodName, ...] = get_args(MethodName)

SEED = 1
"""What draws them begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a ripple, beside where it starts.

    Attributes:
        direction: Demand, disruption or both; ``None`` takes what is usual for each start.
        method: How likelihoods are computed.
        depth: The most links a path may have, or how far away an element may be.
        reading: Where the impact enters a risk of the Change Prediction Method.
        kinds: The kinds of link that conduct; ``None`` for all.
        worlds: How many worlds are drawn where the likelihood is not computed exactly.
        seed: What the draws begin with.
        budget: How many steps of work a method may take; ``None`` for its own default.
        engine: Which engine computes.
    """

    direction: Asked | None = None
    method: MethodName = "reliability"
    depth: int | None = None
    reading: Reading = "leaf"
    kinds: tuple[LinkKind, ...] | None = None
    worlds: int = WORLDS
    seed: int = SEED
    budget: int | None = None
    engine: Engine = "auto"


def question(
    *,
    direction: str | None,
    method: str,
    depth: int | None,
    reading: str,
    kinds: str | Iterable[str] | None,
    worlds: int,
    seed: int,
    budget: int | None,
    engine: str,
) -> Question:
    """Return what is asked, once it is sure that it can be.

    Raises:
        BlueprintError: An option is not one; the message says what could have been written.
    """
    said = "“{direction}” is no direction; it is demand, disruption or both"
    _one_of(direction, (None, *get_args(Asked)), said, "direction")
    _one_of(method, METHODS, "“{method}” is no method; it is reliability, paths or cpm", "method")
    _one_of(reading, READINGS, "“{reading}” is no reading; it is leaf or last-step", "reading")
    _one_of(engine, ENGINES, "“{engine}” is no engine; it is auto, plain or fast", "engine")
    if not (depth is None or _whole(depth, 1)):
        raise BlueprintError(Phrase.of("depth is a whole number of links, 1 or more"))
    if not _whole(worlds, 0) or worlds > MOST_WORLDS:
        said = "worlds is a whole number from 0 to {most}"
        raise BlueprintError(Phrase.of(said, most=f"{MOST_WORLDS:,}"))
    if not _whole(seed, 0):
        raise BlueprintError(Phrase.of("seed is a whole number, 0 or more"))
    if not (budget is None or _whole(budget, 0)):
        raise BlueprintError(Phrase.of("budget is a whole number of steps, 0 or more"))
    return Question(
        direction=direction,  # type: ignore[arg-type]
        method=method,  # type: ignore[arg-type]
        depth=depth,
        reading=reading,  # type: ignore[arg-type]
        kinds=_kinds(kinds),
        worlds=worlds,
        seed=seed,
        budget=budget,
        engine=engine,  # type: ignore[arg-type]
    )


def names_of(names: str | Iterable[str] | None) -> tuple[str, ...] | None:
    """Return names that were given as one, as several or not at all; none at all is ``None``."""
    given = (names,) if isinstance(names, str) else tuple(names or ())
    return tuple(dict.fromkeys(given)) or None


def near(name: str, known: Collection[str], unknown: Phrase) -> BlueprintError:
    """Return the error for a name that is none, with the nearest one that is."""
    close = get_close_matches(str(name), list(known), n=1, cutoff=0.6)
    if close:
        said = "{problem}; did you mean “{near}”?"
        return BlueprintError(Phrase.of(said, problem=unknown, near=close[0]))
    listed = ", ".join(known)
    return BlueprintError(Phrase.of("{problem}; there is {known}", problem=unknown, known=listed))


def _kinds(kinds: str | Iterable[str] | None) -> tuple[LinkKind, ...] | None:
    given = names_of(kinds)
    if given is None:
        return None
    known = tuple(kind for kind, row in LINK_KINDS.items() if row.conducts)
    for kind in given:
        if kind not in known:
            raise near(
                kind, known, Phrase.of("“{kind}” is no kind of link that conducts", kind=kind)
            )
    return tuple(kind for kind in known if kind in given)


def _one_of(value: object, known: tuple[object, ...], said: str, name: str) -> None:
    if value not in known:
        raise BlueprintError(Phrase.of(said, **{name: str(value)}))


def _whole(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
