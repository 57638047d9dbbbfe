"""What one picture shows: every card, line and label in one language, not yet placed.

A view is made from a blueprint by `blueprint.layout.show.whole.view_of`; the layout turns it
into a `Scene`. Renderers that leave placing to another program read the view alone.
All texts are plain strings in the view's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprint.layout.sizes import ROOMY, Sizes
from blueprint.report import Overlay

LaneKind = Literal["evidence", "customer", "frontstage", "backstage", "support", "other"]
Actor = Literal["person", "technology"]
LineKind = Literal["interaction", "visibility", "internal"]
EdgeKind = Literal["flow", "evidence", "interaction", "support", "triggers", "recovers", "prepares"]
Status = Literal["current", "proposed", "removed"]
BadgeKind = Literal["moment-of-truth", "fail-point", "recovery"]
RemarkKind = Literal["pain", "wait", "late", "surprise", "time", "standard", "effort"]
PinKind = Literal["decision", "approval", "discretion", "no-discretion", "note", "link"]
ChipKind = Literal["system", "knowledge", "tag"]
Scope = Literal["point", "line", "surface"]
SignKind = Literal[
    "pain", "pain-line", "pain-surface", "wait", "late", "surprise", "time", "standard", "effort",
    "decision", "approval", "discretion", "no-discretion", "note", "link",
]  # fmt: skip
"""The small signs: those before small print, and those at a card's foot."""
Detail = Literal["plain", "usual", "full"]
"""How much a card shows: its name and signs; what decides as well; all that has room."""
Orientation = Literal["across", "down"]

TrackKind = Literal["expectation", "time", "cost", "metrics", "needs"]
TrackRole = Literal[
    "expected", "promised", "actual", "late", "perceived", "waiting", "cost", "figure", "served"
]

LABEL_PARTS = " · "
"""Between how often a link is taken and what else its label says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLane:
    """A row of the drawing, top to bottom.

    Attributes:
        id: Unique in the view; a lane split by actor has ``frontstage`` and
            ``frontstage.technology``.
        name: Its title.
        kind: Which of the five lanes it is, or ``other`` for one the file adds.
        actor: Set where the lane is split into people and technology.
        group: Id of the lane it is part of; the same for all parts of a split lane.
    """

    id: str
    name: str
    kind: LaneKind
    actor: Actor | None = None
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLine:
    """One of the three lines: its kind, its name, and the index of the lane below it."""

    kind: LineKind
    name: str
    above: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewPhase:
    """A stage of the journey: its name, its first step's index, how many, and its fields."""

    id: str
    name: str
    first: int
    count: int
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of an element's details: the field's name and what it says.

    Attributes:
        name: The program's word for the field, in the view's language.
        values: What it says, one text per entry.
        ids: Per entry, the id of the element it speaks of, or ``""``.
        urls: Per entry, a safe address, or ``""``.
    """

    name: str
    values: tuple[str, ...]
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """How one persona lives through a step.

    Attributes:
        persona: The persona's id; ``""`` where nobody is named, which means everybody.
        name: The persona's name, or ``""``.
        emotion: From -1 (worst) to 1 (best) on the blueprint's scale, where it can be placed.
        text: The emotion as it was written.
    """

    persona: str
    name: str = ""
    emotion: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewStep:
    """A column of the drawing.

    Attributes:
        id: The step's id.
        number: 1 for the first.
        name: Its title.
        emotion: From -1 (worst) to 1 (best) on the blueprint's scale, where stated.
        emotion_text: The emotion as it was written, for the curve's tooltip.
        lived: How each persona lives through it, in file order.
        fields: Everything else the step says.
    """

    id: str
    number: int
    name: str
    emotion: float | None = None
    emotion_text: str = ""
    lived: tuple[Lived, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewDepartment:
    """A department: its id, its name, and the department it is part of (``""`` for none)."""

    id: str
    name: str
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A sign on a card's edge: a moment of truth (star), a fail point (F), a recovery.

    Attributes:
        kind: Which of them.
        text: What it says, for tooltips and readers.
        sort: The kind of moment of truth (purchase, complaint …), or ``""``.
    """

    kind: BadgeKind
    text: str
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A line of small print on a card, behind its sign.

    Attributes:
        kind: What it tells: a pain (triangle), a wait (W), times (clock) …
        text: What stands on the card, as short as can be.
        told: The same as a sentence of its own; where it is empty, ``text`` is one.
        scope: Of a pain: here alone, along the journey, or everywhere.
    """

    kind: RemarkKind
    text: str
    told: str = ""
    scope: Scope = "point"

    @property
    def sign(self) -> SignKind:
        """The sign before it."""
        match self.scope:
            case "line" if self.kind == "pain":
                return "pain-line"
            case "surface" if self.kind == "pain":
                return "pain-surface"
            case _:
                return self.kind

    @property
    def sentence(self) -> str:
        """What it tells, where no sign stands before it."""
        return self.told or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A small sign at a card's foot, such as a note's, and what it says in its tooltip."""

    kind: PinKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A framed word on a card: a system it uses, an article it rests on, a tag.

    Attributes:
        kind: Which of them.
        id: Id of the element, or ``""``.
        text: The word.
        status: Whether it is there today.
        legacy: Whether it is due for renewal.
    """

    kind: ChipKind
    id: str
    text: str
    status: Status = "current"
    legacy: bool = False

    @property
    def decides(self) -> bool:
        """Whether it is to come, to go, or to be renewed."""
        return self.legacy or self.status != "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelIcon:
    """A channel on a card: its id, name and kind (store, print, voice, mobile, web …)."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One action on the grid.

    Attributes:
        id: The action's id.
        lane: Index into `View.lanes`.
        step: Index into `View.steps`.
        until: Index of the last step it lasts through; equal to ``step`` for most.
        name: What the card says.
        actor: Person or technology.
        status: Whether it is there today, proposed, or to be removed.
        badges: Signs in its corner.
        remarks: Small print under the name.
        channels: Channel icons at its foot.
        pins: Small signs at its foot.
        chips: Framed words: systems, knowledge, tags.
        department: Name of the department that does it, or ``""``.
        department_id: Its id, or ``""``.
        stands_for: How many actions it is the summary of; 1 for a card of its own.
        fields: Every other thing the action says, for the details panel.
    """

    id: str
    lane: int
    step: int
    until: int
    name: str
    actor: Actor = "person"
    status: Status = "current"
    badges: tuple[Badge, ...] = ()
    remarks: tuple[Remark, ...] = ()
    channels: tuple[ChannelIcon, ...] = ()
    pins: tuple[Pin, ...] = ()
    chips: tuple[Chip, ...] = ()
    department: str = ""
    department_id: str = ""
    stands_for: int = 1
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A link between two cards, drawn from source to target.

    Attributes:
        source: Index into `View.cards`.
        target: Index into `View.cards`; may equal ``source`` (a loop).
        kind: The link's kind.
        label: What is written on it, or ``""``.
        implied: Whether nobody wrote it.
    """

    source: int
    target: int
    kind: EdgeKind
    label: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackMark:
    """What a track's row says at one step; positions are shares of the row's scale, 0 to 1.

    Attributes:
        step: Index into `View.steps`.
        text: The figure, as it is written beside the mark.
        told: The whole in words, for the tooltip.
        value: Where the mark stands, or how far the bar reaches; ``None`` for a mere dot.
        since: Where it comes from: expectation before perception, or ``None``.
        low: Lower end of its interval, or ``None``.
        high: Upper end of its interval, or ``None``.
        role: What it is, for its look.
    """

    step: int
    text: str
    told: str
    value: float | None = None
    since: float | None = None
    low: float | None = None
    high: float | None = None
    role: TrackRole


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """One line of a track: its name in the rail, and its marks, at most one per step."""

    name: str
    marks: tuple[TrackMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewTrack:
    """A small chart on the steps' columns, under the lanes.

    Attributes:
        kind: Which of the tracks it is.
        name: Its title in the rail.
        note: Unit, scale and what it cannot tell, in one line.
        rows: Its lines, top to bottom.
    """

    kind: TrackKind
    name: str
    note: str
    rows: tuple[TrackRow, ...]

    def rows_at(self, step: int) -> list[int]:
        """Return the indexes of the rows that say something at a step."""
        return [
            n for n, row in enumerate(self.rows) if any(mark.step == step for mark in row.marks)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture's content in one language.

    Attributes:
        id: The blueprint's id; prefixes the ids inside an SVG.
        title: The blueprint's name.
        subtitle: What is said under it (state, source), or ``""``.
        lang: Language tag of the texts.
        lanes: Rows, top to bottom.
        lines: The lines between lanes that are present.
        phases: Stages, left to right.
        steps: Columns, left to right.
        cards: Actions, in file order.
        edges: Links between cards, in the graph's order.
        departments: The departments behind them, in file order.
        curve: Whether the emotion curve is wanted.
        tracks: Small charts under the lanes, as far as they were asked for.
        fields: What the blueprint says of itself.
        overlay: What a report lights up, if any; its element ids are card ids.
        sizes: The measures it is to be drawn with.
        logo: How wide the logo at the top right is for its height; 0 where there is none.
        detail: How much each card shows of what it says.
        orientation: ``across`` where steps go from left to right, ``down`` where they go from
            top to bottom and lanes stand side by side.
    """

    id: str
    title: str
    subtitle: str
    lang: str
    lanes: tuple[ViewLane, ...]
    lines: tuple[ViewLine, ...]
    phases: tuple[ViewPhase, ...]
    steps: tuple[ViewStep, ...]
    cards: tuple[Card, ...]
    edges: tuple[Edge, ...]
    departments: tuple[ViewDepartment, ...] = ()
    curve: bool = True
    tracks: tuple[ViewTrack, ...] = ()
    fields: tuple[Field, ...] = ()
    overlay: Overlay | None = None
    sizes: Sizes = ROOMY
    logo: float = 0.0
    detail: Detail = "usual"
    orientation: Orientation = "across"
