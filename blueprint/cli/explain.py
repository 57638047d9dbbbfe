"""``blueprint explain``: tell what a code means, with a failing and a mended example."""

from __future__ import annotations

import click

from blueprint.cli.telling import put


@click.command("explain")
@click.argument("code", required=False)
@click.option("--lang", default="en", metavar="TAG", help="Language: en, zh.")
def command(code: str | None, lang: str) -> None:
    """Explain CODE (BP310, or a rule's name); without it, list all codes."""
    from blueprint.rules.explaining import explain, overview

    put(explain(code, lang) if code else overview(lang), "-")
