"""``blueprint build``: make a site of a folder."""

from __future__ import annotations

from pathlib import Path

import click

from blueprint.cli.looks import theme_option
from blueprint.cli.options import as_of_option, cache_option, lang_option, opened_folder, spoken
from blueprint.cli.telling import note
from blueprint.words import Phrase


@click.command("build")
@click.argument("folder", metavar="FOLDER")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="Folder to write; replaced as a whole."
)
@theme_option
@cache_option
@lang_option
@as_of_option
def command(
    folder: str, output: str, theme: str | None, lang: str | None, as_of: str | None
) -> None:
    """Make a site of the workspace FOLDER.

    It has an index, a page and a drawing of each blueprint, and a report of each change.
    OUT is swapped in when everything is ready; a folder that is not ours is never replaced.
    """
    from blueprint.files import refuse
    from blueprint.safety.atomic import make_parents, write_folder_atomic
    from blueprint.site import site_of

    workspace = opened_folder(folder)
    refuse(workspace.problems)
    language = spoken(lang, workspace)
    files = site_of(workspace, lang=language, as_of=as_of, theme=theme or "light")
    make_parents(Path(output))
    write_folder_atomic(Path(output), files)
    said = "wrote {n} files to {folder}; open {index}"
    index = str(Path(output) / "index.html")
    note(Phrase.of(said, n=len(files), folder=output, index=index), language)
