"""The one table of analyses: what each is called, what it answers, and where it stands.

A new analysis is one file with one function, and one row here. The function takes the graph
first; where it is asked about elements, their ids second, by the name ``on``; its options
have names only. What it is asked about and which options it takes are read from it, so that
the command, the documentation and whoever lists analyses cannot say anything else.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Literal

from blueprint.analysis.options import Option, options_of
from blueprint.errors import ReferenceNotFoundError
from blueprint.report import Report
from blueprint.words import Phrase

About = Literal["whole", "any", "elements"]
"""Asked about the whole source; about elements, or what is usual; about elements only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One row of the table.

    Attributes:
        name: As it is asked for.
        title: Heading for people.
        question: What it answers.
        home: The module that holds its function, under ``blueprint.analysis``; the function
            has the name of the analysis.
    """

    name: str
    title: Phrase
    question: Phrase
    home: str

    def load(self) -> Callable[..., Report]:
        """Return its function; its module is imported now."""
        function: Callable[..., Report] = getattr(
            import_module(f"blueprint.analysis.{self.home}"), self.name.replace("-", "_")
        )
        return function

    @property
    def about(self) -> About:
        """What it is asked about."""
        on = inspect.signature(self.load()).parameters.get("on")
        if on is None:
            return "whole"
        return "elements" if on.default is on.empty else "any"

    @property
    def asks_changes(self) -> bool:
        """Whether it looks at the changes of a workspace, which no graph holds."""
        return "changes" in inspect.signature(self.load()).parameters

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be set."""
        return options_of(self.load())


ANALYSES: tuple[Analysis, ...] = (
    Analysis(
        name="foundations",
        title=Phrase.of("What moments of truth rest on"),
        question=Phrase.of("What does this moment of truth rest on, and what alone can stop it?"),
        home="foundations.answer",
    ),
    Analysis(
        name="criticality",
        title=Phrase.of("Which elements are most critical"),
        question=Phrase.of("How much of the service feels it when one element is missing?"),
        home="criticality",
    ),
    Analysis(
        name="dependence",
        title=Phrase.of("Which departments make work for which"),
        question=Phrase.of("Who makes work for whom: department by department?"),
        home="dependence",
    ),
    Analysis(
        name="cycles",
        title=Phrase.of("Circles of dependency, and what holds the service together"),
        question=Phrase.of("Where does one rest on the other and back, and what closes it?"),
        home="cycles",
    ),
    Analysis(
        name="inoperability",
        title=Phrase.of("What is lost when something is down"),
        question=Phrase.of("What if this is down for a day: who loses how much, until when?"),
        home="inoperability.answer",
    ),
    Analysis(
        name="containment",
        title=Phrase.of("How to contain a ripple"),
        question=Phrase.of("Which is the smallest set of changes that would cut this ripple off?"),
        home="containment",
    ),
    Analysis(
        name="audit",
        title=Phrase.of("Whether this is a whole blueprint"),
        question=Phrase.of(
            "Is this a whole blueprint: what stands beneath each customer action, and what is missing?"
        ),
        home="audit.auditing",
    ),
    Analysis(
        name="handoffs",
        title=Phrase.of("Where work changes hands"),
        question=Phrase.of(
            "Where does work change hands, how often is the customer passed on, and who may decide?"
        ),
        home="handoffs.changing_hands",
    ),
    Analysis(
        name="applications",
        title=Phrase.of("Which systems people switch between"),
        question=Phrase.of(
            "How many systems does each step need, and where does somebody type things again?"
        ),
        home="applications.using",
    ),
    Analysis(
        name="channels",
        title=Phrase.of("Whether channels fit, and what is lost between them"),
        question=Phrase.of(
            "Do the channels fit those who use them, and what is lost from one to the next?"
        ),
        home="channels.fitting",
    ),
    Analysis(
        name="times",
        title=Phrase.of("Where time goes"),
        question=Phrase.of(
            "Where does the customer's time go: who waits, who is late, by how much?"
        ),
        home="times.reporting",
    ),
    Analysis(
        name="economics",
        title=Phrase.of("Where money goes"),
        question=Phrase.of("What does one customer cost, and what is left of the price?"),
        home="economics.reporting",
    ),
    Analysis(
        name="failures",
        title=Phrase.of("Where it can go wrong"),
        question=Phrase.of("Where can it go wrong, how badly, and is it mended?"),
        home="failures.reporting",
    ),
    Analysis(
        name="emotion",
        title=Phrase.of("How customers feel along the journey"),
        question=Phrase.of(
            "How does each persona feel along the journey, and which moments decide?"
        ),
        home="experience.emotion",
    ),
    Analysis(
        name="needs",
        title=Phrase.of("Which needs the journey serves"),
        question=Phrase.of(
            "Which needs and values does each step serve, and which are served nowhere?"
        ),
        home="experience.needs",
    ),
    Analysis(
        name="personas",
        title=Phrase.of("Whose journey it is"),
        question=Phrase.of(
            "What is known of each persona, where are goals met, and how do journeys compare?"
        ),
        home="experience.personas",
    ),
    Analysis(
        name="promises",
        title=Phrase.of("Whether promises are kept"),
        question=Phrase.of("Which promises are kept, and what would break them?"),
        home="promises.answer",
    ),
    Analysis(
        name="standards",
        title=Phrase.of("Whether standards are worth the name"),
        question=Phrase.of("Which standards pass the six tests and fit what customers expect?"),
        home="standards.answer",
    ),
    Analysis(
        name="complaints",
        title=Phrase.of("Complaints: how many are heard, and what happens to them"),
        question=Phrase.of("How many complaints are never heard, and where do the others go?"),
        home="complaints.answer",
    ),
    Analysis(
        name="knowledge",
        title=Phrase.of("Whether customers get one answer"),
        question=Phrase.of("Do customers get one answer on every channel, and is it fresh?"),
        home="knowledge.answer",
    ),
    Analysis(
        name="evidence",
        title=Phrase.of("How sure we are"),
        question=Phrase.of("How sure is each claim, and what is to be observed next?"),
        home="evidence.answer",
    ),
    Analysis(
        name="environment",
        title=Phrase.of("What surrounds the customer"),
        question=Phrase.of(
            "What surrounds the customer, hard and soft, where is it, and can it be told to fit?"
        ),
        home="environment.answer",
    ),
    Analysis(
        name="levers",
        title=Phrase.of("What helps and what hinders"),
        question=Phrase.of("What helps, what hinders, and what changed after it began?"),
        home="levers.answer",
    ),
    Analysis(
        name="priorities",
        title=Phrase.of("Where to act first"),
        question=Phrase.of("What is important and falls short, and what is to be done about it?"),
        home="priorities.answer",
    ),
    Analysis(
        name="compare",
        title=Phrase.of("What is and what would be, compared"),
        question=Phrase.of(
            "What is different from the state it would replace: what moved, what got worse?"
        ),
        home="comparison.within",
    ),
    Analysis(
        name="summary",
        title=Phrase.of("What matters most"),
        question=Phrase.of("Which five things matter most across all analyses?"),
        home="summary",
    ),
)
"""Every analysis there is, in the order reports are shown in."""


def analysis_of(name: str) -> Analysis:
    """Return the row of an analysis.

    Raises:
        ReferenceNotFoundError: There is none of that name; the message says which is near,
            or which there are.
    """
    known = {row.name: row for row in ANALYSES}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    if near:
        said = "there is no analysis “{name}”; did you mean “{near}”?"
        raise ReferenceNotFoundError(Phrase.of(said, name=name, near=near[0]))
    said = "there is no analysis “{name}”; the analyses are {names}"
    raise ReferenceNotFoundError(Phrase.of(said, name=name, names=", ".join(known)))
