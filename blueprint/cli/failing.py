"""``--fail-on`` of a ripple or a comparison: by weight, or by the name of what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from blueprint.report import Finding

Command = Callable[..., Any]

_WEIGHT = {"error": 3, "warning": 2, "info": 1}

NAMED = ("promise-untold", "legacy", "unowned", "conflict", "still-needed", "leads-nowhere")
"""What a ripple may find, by name; each is found with the code ``ripple.NAME``."""


class FailOnType(click.ParamType[tuple[str, ...]]):
    """Weights and names of findings, with commas between them."""

    name = "list"

    def __init__(self, named: tuple[str, ...]) -> None:
        self._named = named

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, ...]:
        """Return the words, or refuse one that is none."""
        if isinstance(value, tuple):
            return value
        words = tuple(
            word.strip().rpartition(".")[2] for word in str(value).split(",") if word.strip()
        )
        known = (*_WEIGHT, *self._named, "never")
        for word in words:
            if word not in known:
                self.fail(f"{word!r} is not one of {', '.join(known)}", param, ctx)
        return words


def fail_on(*named: str) -> Callable[[Command], Command]:
    """Return what adds ``--fail-on``, by weight or by one of some names."""
    return click.option(
        "--fail-on",
        "fail_on",
        type=FailOnType(named),
        multiple=True,
        metavar="LIST",
        help="Leave with exit code 1 for findings of at least this weight (error, warning, info) "
        f"or of this name ({', '.join(named)}); with commas, or again for more. Default: never.",
    )


fail_on_option = fail_on(*NAMED)
"""Adds ``--fail-on`` of a ripple."""


def fails(findings: Iterable[Finding], asked: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether anything was found that was asked to fail on."""
    words = {word for group in asked for word in group}
    least = min((_WEIGHT[word] for word in words if word in _WEIGHT), default=None)
    return any(
        finding.code.rpartition(".")[2] in words
        or (least is not None and _WEIGHT[finding.severity] >= least)
        for finding in findings
    )
