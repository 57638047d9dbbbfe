"""``blueprint new``: write a commented starter that checks clean."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from blueprint.cli.telling import note, put
from blueprint.words import Phrase


@click.command("new")
@click.argument("file", default="my_service.blueprint.yaml", metavar="[FILE]")
@click.option("--lang", default="en", type=click.Choice(["en", "zh"]), show_default=True)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def command(file: str, lang: str, force: bool) -> None:  # noqa: FBT001
    """Write a commented starter to FILE (- prints it) and begin from there."""
    text = resources.files("blueprint.cli").joinpath(f"starter.{lang}.yaml").read_text("utf-8")
    if file != "-":
        if not file.endswith((".yaml", ".yml")):
            file = f"{file}.blueprint.yaml"
        if Path(file).exists() and not force:
            raise click.UsageError(f"{file} is there already; --force replaces it")
    put(text, file, lang)
    if file != "-":
        page = f"{Path(file).name.split('.')[0]}.html"
        said = "next: blueprint check {file} && blueprint render {file} -o {page}"
        note(Phrase.of(said, file=file, page=page), lang)
