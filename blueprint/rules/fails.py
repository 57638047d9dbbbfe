"""The fail points of a file: of its steps, and of single actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.model import FailPoint
from blueprint.rules.context import Context
from blueprint.rules.rule import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A fail point: what it says, what fails, and where it is written."""

    fail: FailPoint
    at: str
    path: Path


def fails(context: Context) -> Iterator[Written]:
    """Go through the fail points, step by step and then action by action.

    What fails is what ``at`` names, else the action it stands in, else the step.
    """
    for step in context.steps:
        yield from _of(context, step.step.fails, context.id(step.id), step.path)
    for action, act in context.acts:
        yield from _of(context, act.fails, context.id(action.id), action.path)


def _of(
    context: Context, points: tuple[FailPoint, ...], owner: str, path: Path
) -> Iterator[Written]:
    for n, fail in enumerate(points):
        at = context.one(fail.at, "action") or owner
        yield Written(fail=fail, at=at, path=(*path, "fails", n))
