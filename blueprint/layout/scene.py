"""Where everything in a picture stands: all that a renderer needs, already measured.

Coordinates are in units from the top left corner, rounded to a tenth; a unit is a pixel
unless the scene's `scale` says otherwise. Every text is
broken into lines; its `full` string is kept for tooltips and screen readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprint.layout.view import (
    Actor,
    BadgeKind,
    ChipKind,
    EdgeKind,
    LaneKind,
    LineKind,
    Orientation,
    SignKind,
    Status,
    TrackKind,
    TrackRole,
)
from blueprint.report import Role

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
TextRole = Literal[
    "title",
    "subtitle",
    "phase",
    "step",
    "lane-name",
    "line-name",
    "text",
    "muted",
    "pain",
    "wait",
    "status",
    "label",
    "badge",
    "legend",
]
Mood = Literal["happy", "neutral", "unhappy"]
UNSAID = 0.5
"""How strong something is drawn of which nobody says how strong it is, from 0 to 1."""
LegendSort = Literal[
    "edge", "badge", "sign", "chip", "owner", "channel", "status", "mark", "rings", "width"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle by its top left corner and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right border."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower border."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text, broken into lines.

    Attributes:
        full: The whole text, however much of it is shown.
        lines: What is shown, line by line.
        x: Where every line is anchored.
        y: Baseline of the first line.
        leading: Distance from baseline to baseline.
        size: Font size.
        anchor: Which end of a line ``x`` is.
        bold: Whether it is bold.
        role: What the text is, for its colour and class.
    """

    full: str
    lines: tuple[str, ...]
    x: float
    y: float
    leading: float
    size: float
    role: TextRole
    anchor: Anchor = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLane:
    """A lane's band over all steps, and its name at the band's beginning."""

    id: str
    kind: LaneKind
    actor: Actor | None
    group: str
    band: Rect
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLine:
    """One of the three lines, from ``start`` to ``end``, and the tag with its name."""

    kind: LineKind
    start: Point
    end: Point
    tag: Rect
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePhase:
    """A phase's chevron beside its steps, and the divider after it (``None`` for the last)."""

    id: str
    first: int
    count: int
    chevron: Rect
    name: Text
    divider: tuple[Point, Point] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneStep:
    """A step's title and its column, lanes and all; a row where steps go down."""

    id: str
    index: int
    column: Rect
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneBadge:
    """A sign on a card's upper edge; ``count`` tells how many of its kind there are."""

    kind: BadgeKind
    centre: Point
    count: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRemark:
    """Small print on a card: its sign and where that stands, and the words."""

    kind: SignKind
    sign: Point
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChip:
    """A framed word on a card.

    Attributes:
        kind: A system, a knowledge article, or a tag.
        id: Id of the element, or ``""``.
        box: Its frame.
        sign: Upper left corner of its sign, or ``None`` where it has none.
        text: The word.
        text_width: How wide the word is, for striking it out.
        status: Whether it is there today.
        legacy: Whether it is due for renewal.
        told: The word, and how it stands.
    """

    kind: ChipKind
    id: str
    box: Rect
    sign: Point | None
    text: Text
    text_width: float
    status: Status
    legacy: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePin:
    """A small sign at a card's foot: its upper left corner, its size, and what it says."""

    kind: SignKind
    corner: Point
    size: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOwner:
    """The department at a card's foot: its id, its sign's corner and size, and its name."""

    id: str
    sign: Point
    size: float
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChannel:
    """A channel's icon: its upper left corner, its size, and the channel's name."""

    id: str
    kind: str
    name: str
    corner: Point
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneCard:
    """A card with everything on it.

    Attributes:
        id: The action's id.
        index: The card's index in the view.
        lane: Id of its lane.
        lane_kind: Which of the five lanes that is.
        step: Index of its first step.
        until: Index of its last step.
        department: Name of its department, or ``""``.
        department_id: Id of its department, or ``""``.
        actor: Person or technology.
        status: Whether it is there today.
        box: Its outline.
        icon: Upper left corner of the icon of its lane, or ``None`` where there is none.
        name: What it says.
        name_widths: How wide each line of the name is, for striking it out.
        status_word: *Proposed* or *removed*, or ``None``.
        badges: Signs on its upper edge.
        remarks: Small print under the name.
        chips: Framed words under it.
        owner: The department at its foot, or ``None``.
        pins: Small signs at its foot.
        channels: Channel icons at its foot.
        more: ``+2`` where not all has room, or ``None``.
        described: The card in one sentence, for screen readers.
    """

    id: str
    index: int
    lane: str
    lane_kind: LaneKind
    step: int
    until: int
    department: str
    department_id: str
    actor: Actor
    status: Status
    box: Rect
    icon: Point | None
    name: Text
    name_widths: tuple[float, ...]
    status_word: Text | None
    badges: tuple[SceneBadge, ...]
    remarks: tuple[SceneRemark, ...]
    chips: tuple[SceneChip, ...]
    owner: SceneOwner | None
    pins: tuple[ScenePin, ...]
    channels: tuple[SceneChannel, ...]
    more: Text | None
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLabel:
    """What is written on an edge, and the box that keeps the place free."""

    box: Rect
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneEdge:
    """A link as a line of horizontal and vertical pieces, from border to border.

    Attributes:
        index: The edge's index in the view.
        source: Id of the card it leaves.
        target: Id of the card its arrow points at.
        kind: The link's kind.
        implied: Whether nobody wrote it.
        status: ``proposed`` or ``removed`` where one of its ends is.
        lit: Whether the overlay's report says that it carried something.
        weight: How strongly, from 0 to 1; a half where nothing is said of it.
        points: Its corners, ends included.
        label: What is written on it, or ``None``.
        described: The link in one sentence.
        bundle: Index of the link that it shares a trunk with, or ``None``; that link's own
            index, where the others join it.
        own: Its corners from its own card to where it meets that trunk; none where it is
            alone, or the first of its bundle.
    """

    index: int
    source: str
    target: str
    kind: EdgeKind
    implied: bool
    status: Status
    lit: bool
    points: tuple[Point, ...]
    label: SceneLabel | None
    described: str
    weight: float = UNSAID
    bundle: int | None = None
    own: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One step's emotion on the curve."""

    step: int
    centre: Point
    mood: Mood
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaLine:
    """One persona's emotion: its name, a sample of its line, and its unbroken runs."""

    name: Text
    sample: tuple[Point, Point]
    runs: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneCurve:
    """The emotion curve: its band, zero line, faces, and runs of steps without a gap.

    Attributes:
        band: The room it takes.
        name: Its title in the rail.
        zero: The line of neither good nor bad.
        runs: Points of each unbroken piece of the curve; a step that says nothing breaks it.
        faces: One per step that says something.
        personas: A line each, where several tell their emotions; the curve is their mean.
    """

    band: Rect
    name: Text
    zero: tuple[Point, Point]
    runs: tuple[tuple[Point, ...], ...]
    faces: tuple[Face, ...]
    personas: tuple[PersonaLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneTrackMark:
    """What a track's row says at one step; what is not there is ``None``.

    Attributes:
        step: Index of the step.
        role: What it is, for its look.
        told: The whole in words.
        rule: The scale it stands on.
        bar: A bar as long as the figure.
        span: From where it was to where it is, or its interval.
        ring: Where it was expected.
        dot: Where it is.
        text: The figure.
    """

    step: int
    role: TrackRole
    told: str
    rule: tuple[Point, Point] | None = None
    bar: Rect | None = None
    span: tuple[Point, Point] | None = None
    ring: Point | None = None
    dot: Point | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneTrackRow:
    """One line of a track: its name, once or at every step, and its marks."""

    names: tuple[Text, ...]
    marks: tuple[SceneTrackMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneTrack:
    """A small chart on the steps: its band, its heading, and its rows."""

    kind: TrackKind
    band: Rect
    name: Text
    note: Text
    rows: tuple[SceneTrackRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One thing the drawing shows: what it is, where its sample stands, and its words.

    Attributes:
        sort: What it is: a link, a sign, a channel, a mark …
        kind: Which edge, badge, … of that sort.
        sample: The room of the sample.
        text: What it means.
    """

    sort: LegendSort
    kind: str
    sample: Rect
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLegend:
    """What the signs in this drawing mean; nothing that is not in it.

    Attributes:
        band: The room it takes.
        entries: Its entries, those of a sort side by side.
        title: What the report's marks show, before their entries; ``None`` without marks.
    """

    band: Rect
    entries: tuple[LegendEntry, ...]
    title: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneMark:
    """How a report marks one card: a frame around it and a badge at its corner.

    Attributes:
        card: The card's id.
        role: Why it is marked.
        frame: The frame around the card.
        badge_box: The badge's box on the frame's upper edge.
        sign: Upper left corner of the role's sign in the badge, a square of `sign_size`.
        sign_size: How large it is.
        badge: What is written in the badge, or ``None`` where the sign says it all.
        note: Why it is marked, in a sentence, and how strongly.
        weight: How strongly, from 0 to 1; a half where nothing is said of it.
        rings: How many rings the frame is made of: one for each link it is away, up to three.
    """

    card: str
    role: Role
    frame: Rect
    badge_box: Rect
    sign: Point | None
    sign_size: float
    badge: Text | None
    note: str
    weight: float = UNSAID
    rings: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture, placed.

    Attributes:
        id: The view's id; prefixes the ids inside an SVG.
        lang: Language tag of its texts.
        width: Width of the canvas.
        height: Height of the canvas.
        title: The blueprint's name.
        subtitle: What is said under it, or ``None``.
        logo: The room for a logo at the top right, or ``None``.
        described: The picture in one sentence, for screen readers.
        lanes: Bands, top to bottom.
        lines: The three lines, as far as present.
        phases: Chevrons, left to right.
        steps: Columns, left to right.
        body: Where cards and links stand: beside it are the names of lanes and steps.
        cards: Cards, in the view's order.
        edges: Links, in the view's order.
        curve: The emotion curve, or ``None`` where no step has an emotion.
        legend: What the signs mean, or ``None`` where there are none.
        marks: What a report lights up.
        tracks: Small charts under the lanes, or beside them where steps go down.
        scale: How many pixels one unit of all these lengths is drawn as.
        orientation: ``across`` where steps go from left to right and lanes are rows with
            their names on the left; ``down`` where steps go from top to bottom with their
            names on the left, and lanes stand side by side.
    """

    id: str
    lang: str
    width: float
    height: float
    title: Text
    subtitle: Text | None
    described: str
    lanes: tuple[SceneLane, ...]
    lines: tuple[SceneLine, ...]
    phases: tuple[ScenePhase, ...]
    steps: tuple[SceneStep, ...]
    body: Rect
    cards: tuple[SceneCard, ...]
    edges: tuple[SceneEdge, ...]
    curve: SceneCurve | None
    legend: SceneLegend | None
    marks: tuple[SceneMark, ...]
    tracks: tuple[SceneTrack, ...] = ()
    logo: Rect | None = None
    scale: float = 1.0
    orientation: Orientation = "across"
