"""Two personas of one blueprint: which steps only one lives through, and how each of them feels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blueprint.analysis import counted
from blueprint.analysis.amounts import signed_told
from blueprint.analysis.comparison.results import Comparison
from blueprint.analysis.comparison.worse import named
from blueprint.analysis.naming import ID, NAME, filled, table
from blueprint.analysis.service import actions_by_step, lived
from blueprint.analysis.sources import Source, graph_from
from blueprint.errors import BlueprintError, ReferenceNotFoundError
from blueprint.graph import Graph, Node
from blueprint.integrity import scales_of
from blueprint.model import Experience, Step
from blueprint.report import Chart, Column, Finding, Mark, Method, Overlay, Point, Series, Table
from blueprint.words import Phrase
from blueprint.words.label import label_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class _Life:
    """A step, and how two personas live through it; ``None`` where one does not."""

    node: Node
    told: tuple[tuple[Experience, ...] | None, tuple[Experience, ...] | None]

    @property
    def emotions(self) -> tuple[float | None, float | None]:
        """What each of them feels, where it is told in one figure."""
        return _emotion(self.told[0]), _emotion(self.told[1])

    @property
    def gap(self) -> float | None:
        """How much better the second feels."""
        one, other = self.emotions
        return None if one is None or other is None else other - one


def compare_personas(
    source: Source, one: str, other: str, *, stem: str | None = None
) -> Comparison:
    """Return how two personas live through one blueprint, side by side.

    A step that tells of nobody's experience, or of everybody's, is lived through by both.

    Args:
        source: The blueprint.
        one: Id of the first persona.
        other: Id of the second.
        stem: Which blueprint, where there are several.

    Raises:
        ReferenceNotFoundError: There is no such persona or blueprint.
        BlueprintError: Both are the same persona.

    Examples:
        >>> from blueprint.model import Blueprint
        >>> stay = Blueprint(
        ...     blueprint="Stay",
        ...     personas={"guest": "Guest", "child": "Child"},
        ...     phases={
        ...         "In": [
        ...             Step(customer="Pay", experience={"persona": "guest", "emotion": -1}),
        ...             Step(customer="Swim"),
        ...         ]
        ...     },
        ... )
        >>> for sentence in compare_personas(stay, "guest", "child").summary:
        ...     print(sentence)
        “Guest” lives through 2 steps and “Child” through 1; 1 step is common to both.
        Only “Guest” lives through “Pay”.
    """
    graph = graph_from(source)
    blueprint = _blueprint(graph, stem)
    people = (persona_of(graph, one), persona_of(graph, other))
    if people[0].id == people[1].id:
        raise BlueprintError(Phrase.of("name two personas, not one twice"))
    names = (label_phrase(people[0].name), label_phrase(people[1].name))
    lives = [
        life
        for node in graph.of_kind("step")
        if node.blueprint == blueprint and (life := _life(node, people)) is not None
    ]
    before, after = (_lights(graph, lives, names, side) for side in (0, 1))
    return Comparison(
        name="compare",
        title=Phrase.of("“{one}” and “{other}” compared", one=names[0], other=names[1]),
        method=_method(len(lives)),
        summary=tuple(_summary(lives, names)),
        findings=tuple(_findings(graph, blueprint, lives, names)),
        tables=filled(_table(lives, names)),
        charts=_charts(lives, names),
        overlay=after,
        before=before,
        same=all(life.told[0] == life.told[1] for life in lives),
    )


Names = tuple[Phrase, Phrase]

_ALIKE = "Wherever both tell what they feel, they feel the same."
_OF_ALL = "What is felt is told of everybody: of the two by themselves nothing is told."


def _blueprint(graph: Graph, stem: str | None) -> str:
    scope = graph.scope
    found = stem if stem is not None else next(iter(scope.blueprints), "")
    if found not in scope.blueprints:
        raise ReferenceNotFoundError(Phrase.of("“{id}” is no blueprint", id=found))
    return scope.blueprint_id(found)


def persona_of(graph: Graph, name: str) -> Node:
    """Return the persona that an id or a name means.

    Raises:
        ReferenceNotFoundError: There is none; the message says which there are.
    """
    found = [
        node
        for node in graph.of_kind("persona")
        if name in (node.id, node.id.rpartition(":")[2]) or name == str(label_phrase(node.name))
    ]
    if not found:
        known = ", ".join(node.id for node in graph.of_kind("persona")) or "–"
        said = "there is no persona “{name}”; there are: {known}"
        raise ReferenceNotFoundError(Phrase.of(said, name=name, known=known))
    return found[0]


def _life(node: Node, people: tuple[Node, Node]) -> _Life | None:
    element = node.element
    told = element.experience if isinstance(element, Step) else ()
    one, other = (_of(told, person) for person in people)
    return None if one is None and other is None else _Life(node=node, told=(one, other))


def _of(told: Sequence[Experience], person: Node) -> tuple[Experience, ...] | None:
    """Return what a persona lives through at a step; ``None`` where only others do."""
    own = person.id.rpartition(":")[2]
    found = tuple(
        one for one in told if one.persona is None or one.persona.rpartition(":")[2] == own
    )
    return found if found or not told else None


def _emotion(told: tuple[Experience, ...] | None) -> float | None:
    """Return the emotion told last of a persona by itself, else of everybody."""
    own = sorted(told or (), key=lambda one: one.persona is not None)
    return next((e for one in reversed(own) if isinstance(e := one.emotion, float)), None)


def _summary(lives: Sequence[_Life], names: Names) -> Iterator[Phrase]:
    counts = [sum(1 for life in lives if life.told[side] is not None) for side in (0, 1)]
    both = sum(1 for life in lives if None not in life.told)
    common = Phrase.of("1 step is") if both == 1 else Phrase.of("{n} steps are", n=both)
    yield Phrase.of(
        "“{one}” lives through {n} and “{other}” through {m}; {common} common to both.",
        one=names[0],
        other=names[1],
        n=counted.steps(counts[0]),
        m=counts[1],
        common=common,
    )
    for side in (0, 1):
        alone = [life for life in lives if life.told[1 - side] is None]
        if alone:
            yield Phrase.of(
                "Only “{name}” lives through {steps}.",
                name=names[side],
                steps=named([label_phrase(life.node.name) for life in alone]),
            )
    yield from _furthest_apart(lives, names)


def _of_one_alone(life: _Life) -> bool:
    """Whether anything is told of one of the two by name, and not of everybody."""
    return any(one.persona is not None for told in life.told for one in told or ())


def _furthest_apart(lives: Sequence[_Life], names: Names) -> Iterator[Phrase]:
    gaps = [(abs(life.gap), life) for life in lives if life.gap]
    if not gaps:
        if any(life.gap == 0 for life in lives):
            yield Phrase.of(_ALIKE if any(map(_of_one_alone, lives)) else _OF_ALL)
        return
    furthest = max(gap for gap, _ in gaps)
    life = next(life for gap, life in gaps if gap == furthest)
    one, other = life.emotions
    yield Phrase.of(
        "They are furthest apart at “{step}”: “{one}” feels {n}, “{other}” {m}.",
        step=label_phrase(life.node.name),
        one=names[0],
        other=names[1],
        n=signed_told(one or 0.0),
        m=signed_told(other or 0.0),
    )


def _findings(
    graph: Graph, blueprint: str, lives: Sequence[_Life], names: Names
) -> Iterator[Finding]:
    """Go through the steps that go well for one and badly for the other."""
    scope = graph.scope
    file = next(b for stem, b in scope.blueprints.items() if scope.blueprint_id(stem) == blueprint)
    low, high = scales_of(file).emotion
    neutral = 0.0 if low < 0.0 < high else (low + high) / 2
    for life in lives:
        one, other = life.emotions
        if one is None or other is None or (one - neutral) * (other - neutral) >= 0:
            continue
        well = 0 if one > neutral else 1
        yield Finding(
            code="compare.good-for-one",
            severity="warning",
            message=Phrase.of(
                "“{step}” goes well for “{one}” ({n}) and badly for “{other}” ({m})",
                step=label_phrase(life.node.name),
                one=names[well],
                other=names[1 - well],
                n=signed_told(life.emotions[well] or 0.0),
                m=signed_told(life.emotions[1 - well] or 0.0),
            ),
            about=(life.node.id,),
            hint=Phrase.of("ask what the one gets here that the other lacks"),
        )


def _table(lives: Sequence[_Life], names: Names) -> Table:
    yes, no = Phrase.of("yes"), Phrase.of("no")
    rows = (
        (
            life.node.id,
            label_phrase(life.node.name),
            *(no if told is None else yes for told in life.told),
            *life.emotions,
            life.gap,
        )
        for life in lives
    )
    lived_by = (Phrase.of("{name} lives through it", name=name) for name in names)
    felt_by = (Phrase.of("Emotion of {name}", name=name) for name in names)
    columns = (
        ID,
        NAME,
        *(Column(key=f"lived_{n}", title=title) for n, title in enumerate(lived_by, 1)),
        *(Column(key=f"emotion_{n}", title=title) for n, title in enumerate(felt_by, 1)),
        Column(key="difference", title=Phrase.of("Difference")),
    )
    return table("lives", Phrase.of("Step by step"), columns, rows)


def _charts(lives: Sequence[_Life], names: Names) -> tuple[Chart, ...]:
    if all(emotion is None for life in lives for emotion in life.emotions):
        return ()
    series = (
        Series(
            name=names[side],
            points=tuple(
                Point(label=label_phrase(life.node.name), y=life.emotions[side], about=life.node.id)
                for life in lives
            ),
        )
        for side in (0, 1)
    )
    return (
        Chart(
            name="emotions",
            title=Phrase.of("What both feel, step by step"),
            kind="lines",
            across=Phrase.of("Step"),
            up=Phrase.of("Emotion"),
            series=tuple(series),
        ),
    )


def _lights(graph: Graph, lives: Sequence[_Life], names: Names, side: int) -> Overlay:
    """Light up what only this persona lives through, and where the other feels otherwise."""
    actions = actions_by_step(graph)
    marks: dict[str, Mark] = {}
    for life in lives:
        own = actions[graph.index[life.node.id]]
        if life.told[1 - side] is None:
            note = Phrase.of("Only “{name}” lives through this", name=names[side])
            marks |= {graph.nodes[n].id: Mark(role="added", note=note) for n in own}
        elif life.told[side] is not None and life.gap:
            cards = lived(graph, own)
            note = Phrase.of(
                "“{name}” feels {n} here", name=names[1 - side],
                n=signed_told(life.emotions[1 - side] or 0.0),
            )  # fmt: skip
            marks |= {graph.nodes[n].id: Mark(role="changed", note=note) for n in cards[-1:]}
    return Overlay(
        title=Phrase.of("“{one}” compared with “{other}”", one=names[side], other=names[1 - side]),
        elements=marks,
        meanings={
            "added": Phrase.of("only for this persona"),
            "changed": Phrase.of("felt otherwise"),
        },
    )


def _method(n: int) -> Method:
    return Method(
        name="compare",
        source=Phrase.of("defined here"),
        formula=Phrase.of("difference = second − first"),
        scale=Phrase.of("the blueprint's emotion scale"),
        direction=Phrase.of("high is good"),
        n=n,
        assumptions=(Phrase.of("a step that names no persona is lived through by everybody"),),
        cannot_tell=(Phrase.of("emotions that are named, and not one figure"),),
    )
