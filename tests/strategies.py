"""Random valid blueprints as plain data, written as an author would write them.

`blueprints` gives a mapping that ``Blueprint.model_validate`` takes and in which every
name means something; `workspaces` gives a catalog and several of them. Everything a file
can say turns up: all lanes and one more, written and implied links, branches, durations,
moments of truth, fail points, experience, promises, research and complaints.

Hypothesis draws the shape, the awkward words and how much is said, so that a failing case
shrinks; the rest is made from a drawn seed, which keeps making one a matter of milliseconds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Plain = dict[str, Any]

LANES = ("evidence", "customer", "frontstage", "backstage", "support", "partner")
"""The lanes of a random blueprint; ``partner`` is one that the file adds."""

ACTING = LANES[1:]
SERVING = LANES[2:]
KINDS = (
    "departments",
    "systems",
    "channels",
    "personas",
    "products",
    "promises",
    "knowledge",
    "metrics",
)

_WORDS = ("Arrive", "Check in", "Pay", "办理入住", "送货", "Löschen", "Ask & go", "<b>")
_DURATIONS = ("30 s", "90 s", "3 min", "24 h", "2 d", "PT1H30M", "2 天")

awkward_texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))
"""Text of any script and any punctuation that a file may hold."""


@dataclass(frozen=True)
class Known:
    """What a random file can name: ids by kind, actions with their lanes."""

    steps: tuple[str, ...] = ()
    actions: dict[str, str] = field(default_factory=dict)
    elements: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[str, ...]:
        return self.elements.get(kind, ())

    def in_lanes(self, lanes: Sequence[str]) -> tuple[str, ...]:
        return tuple(i for i, lane in self.actions.items() if lane in lanes)


@dataclass(frozen=True)
class Maker:
    """Makes the parts of a file out of what it can name.

    Attributes:
        known: What can be named.
        rng: The source of chance.
        richness: How likely each optional field is said, 0 to 1.
        words: The words of names and notes.
    """

    known: Known
    rng: random.Random
    richness: float
    words: tuple[str, ...]

    def text(self) -> str:
        return self.rng.choice(self.words)

    def label(self) -> str | dict[str, str]:
        return self.text() if self.rng.random() < 0.7 else {"en": self.text(), "zh": self.text()}

    def day(self) -> str:
        return f"20{self.rng.randint(20, 29)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def duration(self) -> str:
        return self.rng.choice(_DURATIONS)

    def share(self) -> float | str:
        return self.rng.choice((0, 1, 0.5, "25%", "80%", round(self.rng.random(), 3)))

    def one(self, ids: Sequence[str]) -> str | None:
        return self.rng.choice(ids) if ids else None

    def some(self, ids: Sequence[str], most: int = 2) -> list[str]:
        return self.rng.sample(ids, min(len(ids), self.rng.randint(0, most)))

    def said(self, required: Plain, **optional: Callable[[], Any]) -> Plain:
        """The required fields and some of the optional ones, empty ones left out."""
        made = {key: make() for key, make in optional.items() if self.rng.random() < self.richness}
        filled = {key: value for key, value in made.items() if value not in (None, [], {})}
        return {**required, **filled}

    def links(self, ids: Sequence[str]) -> list[Any]:
        return [
            self.said(
                {"to": target},
                label=self.text,
                likelihood=self.rng.random,
                impact=self.rng.random,
                probability=self.share,
                when=self.text,
            )
            if self.rng.random() < 0.5
            else target
            for target in self.some(ids)
        ]

    def standard(self) -> Plain:
        return self.said(
            {"text": self.text()},
            at_most=self.duration,
            at_least=lambda: self.rng.randint(0, 100),
            customer=lambda: {"at_most": self.duration()},
            reviewed=self.day,
            review_every=self.duration,
            declared=lambda: self.some(("clear", "feasible", "fitting")),
            committed_by=lambda: self.some(self.known.of("departments")),
        )

    def moment(self) -> Plain:
        return self.said(
            {},
            kind=lambda: self.rng.choice(("purchase", "complaint", "first-use")),
            importance=lambda: self.rng.randint(1, 5),
            owner=lambda: self.one(self.known.of("departments")),
            standard=self.standard,
        )

    def fails(self) -> list[Plain]:
        actions = tuple(self.known.actions)
        rank = lambda: self.rng.randint(1, 10)  # noqa: E731
        return [
            self.said(
                {"name": self.text()},
                at=lambda: self.one(actions),
                occurrence=rank,
                severity=rank,
                detection=rank,
                rate=self.share,
                recovery=lambda: self.one(actions),
            )
            for _ in range(self.rng.randint(0, 2))
        ]

    def time(self) -> Plain:
        return self.said(
            {},
            promised=lambda: self.rng.choice((self.duration(), ["16:00", "18:00"])),
            acceptable=self.duration,
            actual=self.duration,
            perceived=self.duration,
            waiting=self.duration,
            unexpected=lambda: "20:30",
        )

    def experience(self) -> Plain:
        rng = self.rng
        return self.said(
            {"emotion": rng.choice((rng.randint(-3, 3), {"happy": 4, "hurried": 2}))},
            persona=lambda: self.one(self.known.of("personas")),
            intensity=lambda: rng.randint(0, 5),
            expectation=lambda: rng.choice((rng.randint(1, 10), "none")),
            perception=lambda: rng.randint(1, 10),
            ease=lambda: rng.randint(1, 7),
            success=lambda: rng.randint(1, 7),
            needs=lambda: self.some(("heard", "timely", "delighted")),
            values=lambda: ["saves-time"],
            pain=lambda: [{"name": self.text(), "scope": "line"}],
            surprise=self.surprise,
        )

    def surprise(self) -> Plain:
        return self.said(
            {"name": self.text()},
            prepared_by=lambda: self.links(tuple(self.known.actions)),
            kinds=lambda: ["situational"],
        )

    def notice(self) -> Plain:
        return self.said(
            {},
            about=lambda: self.one(self.known.of("promises")),
            channels=lambda: self.some(self.known.of("channels")),
        )

    def twin(self, own: str, lane: str) -> str | None:
        """An earlier action of the same lane, seldom."""
        earlier = list(self.known.actions)[: list(self.known.actions).index(own)]
        twins = [i for i in earlier if self.known.actions[i] == lane]
        return self.one(twins) if self.rng.random() < 0.3 else None

    def action(self, own: str, lane: str) -> Plain:
        known, rng = self.known, self.rng
        named = self.said(
            {"name": self.label(), "id": own},
            status=lambda: rng.choice(("proposed", "removed")),
            until=lambda: self.one(known.steps),
            tags=lambda: [self.text()],
            note=self.text,
            same_as=lambda: self.twin(own, lane),
        )
        if lane == "evidence":
            return self.said(
                named, kind=lambda: rng.choice(("document", "digital")), place=self.text
            )
        if lane == "customer":
            named = self.said(named, participation=lambda: rng.choice(("self", "joint")))
        others = tuple(i for i in known.actions if i != own)
        return self.said(
            named,
            actor=lambda: rng.choice(("person", "technology")),
            department=lambda: self.one(known.of("departments")),
            role=self.text,
            systems=lambda: self.some(known.of("systems")),
            channels=lambda: self.some(known.of("channels")),
            knowledge=lambda: self.some(known.of("knowledge")),
            needs=lambda: self.links([i for i in known.in_lanes(SERVING) if i != own]),
            triggers=lambda: self.links(others),
            duration=self.duration,
            complete_accurate=self.share,
            cost=lambda: {"per_minute": rng.randint(0, 9), "materials": 0.5},
            standard=self.standard,
            discretion=lambda: rng.random() < 0.5,
            stance=lambda: rng.choice(("proactive", "responsive", "remedial")),
            notice=self.notice,
            moment_of_truth=self.moment,
            fails=self.fails,
            time=self.time,
        )

    def step(self, number: int, cards: dict[str, list[str]]) -> Plain:
        known = self.known
        written = self.said(
            {"id": known.steps[number], "step": self.label()},
            channels=lambda: self.some(known.of("channels")),
            moment_of_truth=lambda: self.rng.choice((True, self.moment())),
            experience=lambda: [self.experience() for _ in range(self.rng.randint(1, 2))],
            time=self.time,
            carries_context=lambda: self.rng.choice((True, ["identity"])),
            feedback=lambda: self.some(known.of("metrics")),
            fails=self.fails,
            stance=lambda: self.rng.choice(("proactive", "remedial")),
        )
        if self.rng.random() < self.richness:
            written["next"] = self.links(known.steps)
        lanes = {
            lane: [self.action(own, lane) for own in ids] for lane, ids in cards.items() if ids
        }
        return {**written, **lanes}

    def system(self) -> Plain:
        return self.said(
            {"name": self.label()},
            department=lambda: self.one(self.known.of("departments")),
            legacy=lambda: self.rng.random() < 0.5,
            integrates=lambda: self.some(self.known.of("systems")),
            status=lambda: "proposed",
        )

    def persona(self) -> Plain:
        return self.said(
            {"name": self.label()},
            age=lambda: "30-40",
            location=self.text,
            favourite_brands=lambda: [self.text()],
            turn_ons=lambda: [self.label()],
            channels=lambda: self.some(self.known.of("channels")),
            devices=lambda: ["phone"],
            behaviours=lambda: [self.text()],
            goals=lambda: self.said({}, functional=self.text, emotional=self.text),
            share=self.share,
        )

    def promise(self) -> Plain:
        target = lambda: self.said(  # noqa: E731
            {"measure": "duration"},
            at_most=self.duration,
            **{
                "from": lambda: self.one(self.known.steps),
                "to": lambda: self.one(self.known.steps),
            },
        )
        return self.said(
            {"text": self.label()},
            about=lambda: self.one((*self.known.of("products"), *self.known.steps)),
            made_by=lambda: self.one(self.known.of("departments")),
            target=target,
            kept_by=lambda: self.some(tuple(self.known.actions)),
        )

    def knowledge(self) -> Plain:
        return self.said(
            {"name": self.label()},
            department=lambda: self.one(self.known.of("departments")),
            updated=self.day,
            hits=lambda: 12,
            flags=lambda: [{"says": self.text()}],
        )

    def lever(self) -> Plain:
        return self.said(
            {"name": self.label(), "effect": self.rng.choice(("accelerator", "inhibitor"))},
            steps=lambda: self.some(self.known.steps),
            metrics=lambda: self.some(self.known.of("metrics")),
        )

    def observation(self) -> Plain:
        methods = ("observation", "interview", "survey", "focus-group", "self-report")
        return self.said(
            {"says": self.label()},
            about=lambda: self.some((*self.known.steps, *self.known.actions)),
            method=lambda: self.rng.choice(methods),
            date=self.day,
            sample=lambda: self.rng.randint(0, 99),
        )

    def catalog(self, prefix: str = "") -> Plain:
        """What stands under an id of its own."""
        makers: dict[str, Callable[[], Plain]] = {
            "departments": lambda: self.said({"name": self.label()}, told_of=lambda: ["service"]),
            "systems": self.system,
            "channels": lambda: self.said({"name": self.label()}, kind=lambda: "voice"),
            "personas": self.persona,
            "products": lambda: {"name": self.label()},
            "promises": self.promise,
            "knowledge": self.knowledge,
            "metrics": lambda: self.said({"name": self.label()}, kind=lambda: "nps"),
        }
        named = {kind: {i: makers[kind]() for i in self.known.of(kind)} for kind in KINDS}
        return {
            **{kind: entries for kind, entries in named.items() if entries},
            **self.said(
                {},
                levers=lambda: {f"{prefix}lever-1": self.lever()},
                observations=lambda: {f"{prefix}seen-1": self.observation()},
                complaints=lambda: {"entry": self.some(self.known.steps)},
            ),
        }


@st.composite
def _elements(draw: st.DrawFn, prefix: str = "") -> dict[str, tuple[str, ...]]:
    return {
        kind: tuple(f"{prefix}{kind}-{n + 1}" for n in range(draw(st.integers(0, 2))))
        for kind in KINDS
    }


@st.composite
def _makers(draw: st.DrawFn, known: Known) -> Maker:
    return Maker(
        known=known,
        rng=random.Random(draw(st.integers(0, 2**32))),
        richness=draw(st.floats(0, 0.8)),
        words=(*_WORDS, *draw(st.lists(awkward_texts, max_size=3))),
    )


_shapes = st.lists(
    st.fixed_dictionaries({lane: st.integers(0, 2) for lane in LANES}), min_size=1, max_size=5
)


@st.composite
def blueprints(draw: st.DrawFn, *, shared: dict[str, tuple[str, ...]] | None = None) -> Plain:
    """Random valid blueprints as plain data.

    Args:
        draw: Given by hypothesis.
        shared: Ids by kind that a catalog defines; by default it defines its own.
    """
    cards = [
        {lane: [f"{lane}-{n + 1}-{k + 1}" for k in range(count)] for lane, count in shape.items()}
        for n, shape in enumerate(draw(_shapes))
    ]
    known = Known(
        steps=tuple(f"step-{n + 1}" for n in range(len(cards))),
        actions={i: lane for step in cards for lane, ids in step.items() for i in ids},
        elements=draw(_elements()) if shared is None else shared,
    )
    maker = draw(_makers(known))
    steps = [maker.step(n, step) for n, step in enumerate(cards)]
    cut = draw(st.integers(1, len(cards)))
    parts = [part for part in (steps[:cut], steps[cut:]) if part]
    return {
        "blueprint": maker.label(),
        "languages": ["en", "zh"],
        **maker.said(
            {},
            state=lambda: maker.rng.choice(("current", "future")),
            owner=lambda: maker.one(known.of("departments")),
            links=lambda: "explicit",
        ),
        "lanes": [{"id": "partner", "after": "backstage", "name": maker.label()}],
        **(maker.catalog() if shared is None else {"personas": list(known.of("personas"))}),
        "phases": [
            {"phase": maker.label(), "id": f"phase-{n + 1}", "steps": part}
            for n, part in enumerate(parts)
        ],
    }


@st.composite
def workspaces(draw: st.DrawFn, *, max_files: int = 3) -> tuple[Plain, dict[str, Plain]]:
    """Random workspaces: a catalog, and blueprints over it by their file's stem."""
    shared = draw(_elements("shared-"))
    maker = draw(_makers(Known(elements=shared)))
    catalog = {"languages": ["en", "zh"], **maker.catalog("shared-")}
    count = draw(st.integers(1, max_files))
    files = {f"file-{n + 1}": draw(blueprints(shared=shared)) for n in range(count)}
    return catalog, files
