"""The options that say what is asked of a ripple, and what is listed of its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]

_ASKED = (
    click.option("--change", "changes", multiple=True, metavar="FILE", help="A change file to ask about; again for several at once."),
    click.option("--start", "starts", multiple=True, metavar="ID", help="An element to start at, as behind PATH; again for more."),
    click.argument("more", nargs=-1, metavar="[ID…]"),
    click.option("--since", metavar="REV", help="Ask about what changed since this git revision; REV... means since the branch left it."),
)  # fmt: skip

_STRENGTH = (
    click.option("--method", type=click.Choice(["reliability", "paths", "cpm"]), default="reliability", show_default=True, help="How likely a change arrives: by any path, by the strongest, or by change prediction."),
    click.option("--reading", type=click.Choice(["leaf", "last-step"]), default="leaf", show_default=True, help="Where cpm lets the impact enter the risk."),
    click.option("--direction", type=click.Choice(["demand", "disruption", "both"]), help="demand: who must do more; disruption: who feels it. Default: as the change says."),
    click.option("--depth", type=click.IntRange(min=1), help="The most links a path may have."),
    click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only along links of this kind, such as uses; again for more."),
    click.option("--worlds", type=click.IntRange(min=0), default=10_000, show_default=True, help="Random worlds drawn where a probability is not computed exactly."),
    click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="What the draws begin with."),
    click.option("--engine", type=click.Choice(["auto", "plain", "fast"]), default="auto", show_default=True, help="Plain Python, or compiled code of the extra [fast]."),
)  # fmt: skip

_LISTED = (
    click.option("--lane", "lanes", multiple=True, metavar="LANE", help="List only what stands in this lane; again for more."),
    click.option("--department", "departments", multiple=True, metavar="ID", help="List only what this department does or owns; again for more."),
    click.option("--least", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="List only what is at least so likely."),
)  # fmt: skip

PASSED_ON = (
    "method", "reading", "direction", "depth", "kinds", "worlds", "seed", "engine",
    "lanes", "departments", "least",
)  # fmt: skip
"""What the library takes by these names."""


def ripple_options(command: Command) -> Command:
    """Add what is asked, how strengths are computed, and what is listed."""
    for option in reversed((*_ASKED, *_STRENGTH, *_LISTED)):
        command = option(command)
    return command
