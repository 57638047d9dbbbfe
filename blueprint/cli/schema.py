"""``blueprint schema``: print the JSON Schema that editors use."""

from __future__ import annotations

import json

import click

from blueprint.cli.options import output_option
from blueprint.cli.telling import put


@click.command("schema")
@click.option(
    "--of",
    "kind",
    type=click.Choice(["blueprint", "catalog", "change", "theme", "scene"]),
    default="blueprint",
    show_default=True,
    help="What kind of file.",
)
@output_option
def command(kind: str, output: str | None) -> None:
    """Print the JSON Schema of a kind of file.

    Editors that read YAML schemas then offer every key with its meaning. Put this line
    first in a file:  # yaml-language-server: $schema=blueprint.schema.json
    That of a scene describes what render writes as .scene.json.
    """
    from blueprint.files.schema import schema_of
    from blueprint.render.scene_schema import scene_schema

    schema = scene_schema() if kind == "scene" else schema_of(kind)
    put(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", output)
