"""The declared moments of truth of a file, and the standards it sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.model import MomentOfTruth, Standard
from blueprint.rules.context import Context
from blueprint.rules.rule import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A declared moment of truth: what it is about, where it is written, and its standard."""

    about: str
    moment: MomentOfTruth
    standard: Standard | None
    path: Path


def moments(context: Context) -> Iterator[Declared]:
    """Go through the declared moments of truth, step by step; an action may be one too."""
    for name in context.steps:
        moment = name.step.moment_of_truth
        if moment is not None:
            path = (*name.path, "moment_of_truth")
            yield Declared(
                about=context.id(name.id), moment=moment, standard=moment.standard, path=path
            )
    for action, act in context.acts:
        if act.moment_of_truth is not None:
            yield Declared(
                about=context.id(action.id),
                moment=act.moment_of_truth,
                standard=act.moment_of_truth.standard or act.standard,
                path=(*action.path, "moment_of_truth"),
            )


def standards(context: Context) -> Iterator[tuple[str, Standard, Path]]:
    """Go through the standards of a file: of whom, what it says, where it is written."""
    for declared in moments(context):
        if declared.moment.standard is not None:
            yield declared.about, declared.moment.standard, (*declared.path, "standard")
    for name, act in context.acts:
        if act.standard is not None:
            yield context.id(name.id), act.standard, (*name.path, "standard")
