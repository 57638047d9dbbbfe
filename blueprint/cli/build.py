"""``blueprint build``: make a site of a folder."""

from __future__ import annotations

from pathlib import Path

import click

from blueprint.cli.options import as_of_option, lang_option, spoken


@click.command("build")
@click.argument("folder", metavar="FOLDER")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="Folder to write; replaced as a whole."
)
@lang_option
@as_of_option
def command(folder: str, output: str, lang: str | None, as_of: str | None) -> None:
    """Make a site of the workspace FOLDER.

    It has an index, a page and a drawing of each blueprint, and a report of each change.
    OUT is swapped in when everything is ready; a folder that is not ours is never replaced.
    """
    from blueprint.files import load_workspace
    from blueprint.safety.atomic import write_folder_atomic
    from blueprint.site import site_of

    workspace = load_workspace(folder)
    files = site_of(workspace, lang=spoken(lang, workspace), as_of=as_of)
    write_folder_atomic(Path(output), files)
    click.echo(
        f"wrote {len(files)} files to {output}; open {Path(output) / 'index.html'}", err=True
    )
