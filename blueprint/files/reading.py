"""Reading one file: from a path or a text to a document, and to a blueprint."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from blueprint.diagnostics import Problem
from blueprint.errors import FileError, InvalidBlueprintError
from blueprint.files.document import Document, Kind, in_order
from blueprint.files.json_reader import examine_json
from blueprint.files.structure import Validated, validated
from blueprint.files.tree import Map, Seq, Tree
from blueprint.files.yaml_reader import examine_yaml
from blueprint.integrity import Defect, Scope, change_defects, defects
from blueprint.integrity.referring import KIND_KEY
from blueprint.model import Blueprint, Change, OrganisationCatalog
from blueprint.safety.undisturbed import undisturbed
from blueprint.words import Phrase

CATALOG_NAMES = ("catalog.yaml", "catalog.yml", "catalog.json")
"""What a workspace's catalog may be called."""

ENDINGS = (".yaml", ".yml", ".json")
"""How files of ours may end."""

_MODEL: dict[Kind, type[Blueprint | OrganisationCatalog | Change]] = {
    "blueprint": Blueprint,
    "catalog": OrganisationCatalog,
    "change": Change,
}


def read(source: str | os.PathLike[str], *, catalog: OrganisationCatalog | None = None) -> Document:
    r"""Read a file, or a text, and say everything that is wrong with it.

    Args:
        source: A path; or the text itself, which is anything with a line break in it.
        catalog: What its workspace shares; by default the catalog beside or above the file.

    Returns:
        The document; its ``problems`` tell what is wrong, and nothing is raised for them.

    Raises:
        FileError: There is no such file, or it cannot be read at all.

    Examples:
        >>> found = read("blueprint: Café\nphases: {Visit: [{customer: Enter}]}\n")
        >>> found.kind, found.ok, found.problems
        ('blueprint', True, ())
    """
    with undisturbed():
        if isinstance(source, str) and "\n" in source:
            return read_text(source, catalog=catalog)
        path = Path(source)
        tree = tree_of(path, os.fspath(source))
        return _understood(tree, os.fspath(source), path, catalog)


def read_text(
    text: str | bytes, *, file: str = "<text>", catalog: OrganisationCatalog | None = None
) -> Document:
    """Read the text of a file that has no path, such as standard input; see `read`.

    Args:
        text: The text, YAML or JSON.
        file: What to call it in messages.
        catalog: What its workspace shares.
    """
    return _understood(examine_yaml(text, file=file), file, None, catalog)


def load_change(source: str | os.PathLike[str], *, scope: Scope | None = None) -> Change:
    r"""Return the change of a file or a text; see `load`.

    Args:
        source: A path; or the text itself, which is anything with a line break in it.
        scope: The blueprints it is about; what it names is then looked up there.

    Raises:
        FileError: There is no such file, or it cannot be read at all.
        InvalidBlueprintError: Something is wrong with it; ``problems`` lists everything.

    Examples:
        >>> load_change("change: Shorter queue\nchanges: [{to: check-in, how: altered}]\n").change
        'Shorter queue'
    """
    document = read(source)
    if isinstance(document.value, Change) and scope is not None:
        found = change_defects(document.value, scope)
        document = document.joined_by(document.problem_of(defect) for defect in found)
    refuse(document.problems)
    if not isinstance(document.value, Change):
        raise _other_kind(document, "change")
    return document.value


def load(
    source: str | os.PathLike[str], *, catalog: OrganisationCatalog | None = None
) -> Blueprint:
    r"""Return the blueprint of a file or a text.

    Args:
        source: A path; or the text itself, which is anything with a line break in it.
        catalog: What its workspace shares; by default the catalog beside or above the file.

    Raises:
        FileError: There is no such file, or it cannot be read at all.
        InvalidBlueprintError: Something is wrong with it; ``problems`` lists everything.

    Examples:
        >>> load("blueprint: Café\nphases: {Visit: [{customer: Enter}]}\n").blueprint
        'Café'
    """
    document = read(source, catalog=catalog)
    refuse(document.problems)
    if not isinstance(document.value, Blueprint):
        raise _other_kind(document, "blueprint")
    return document.value


def _other_kind(document: Document, wanted: Kind) -> InvalidBlueprintError:
    said = Phrase.of(
        "{file} holds no {wanted} but a {kind}",
        file=document.file,
        wanted=Phrase.of(wanted),
        kind=Phrase.of(document.kind),
    )
    return InvalidBlueprintError(said)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise for problems of which any is an error; the first is told in the message."""
    told = tuple(problems)
    errors = [problem for problem in told if problem.severity == "error"]
    if not errors:
        return
    first = errors[0]
    where = first.file
    if first.place is not None:
        where = f"{where}:{first.place.line + 1}:{first.place.column + 1}"
    hint = f" ({first.hint})" if first.hint is not None else ""
    more = f" [and {len(errors) - 1} more]" if len(errors) > 1 else ""
    raise InvalidBlueprintError(f"{where}: error[{first.code}]: {first.message}{hint}{more}", told)


def tree_of(path: Path, file: str) -> Tree:
    """Return the values of a file with their places.

    Raises:
        FileError: There is no such file, or it cannot be read at all.
    """
    data = bytes_of(path, file)
    examine = examine_json if path.suffix.lower() == ".json" else examine_yaml
    return examine(data, file=file)


def bytes_of(path: Path, file: str) -> bytes:
    """Return the content of a file, of at most the size that is read.

    Raises:
        FileError: It does not exist, is a folder, or may not be read.
    """
    from blueprint.safety.limits import MAX_BYTES

    try:
        if path.is_dir():
            raise FileError(Phrase.of("{file} is a folder; name a file in it", file=file))
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(Phrase.of("there is no file {file}", file=file)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not a name of a file"
        raise FileError(
            Phrase.of("{file} cannot be read: {reason}", file=file, reason=str(reason).lower())
        ) from None


def stem_of(path: Path) -> str:
    """Return the name by which other files call a file: its name without endings.

    Examples:
        >>> stem_of(Path("services/returns.blueprint.yaml"))
        'returns'
    """
    name = path.name
    for ending in ENDINGS:
        if name.endswith(ending):
            name = name[: -len(ending)]
            break
    return name.removesuffix(".blueprint").removesuffix(".change")


def kind_of(tree: Tree, path: Path | None) -> Kind:
    """Return what a file holds, by what it says first and else by its name."""
    if isinstance(tree.root, Map):
        if "blueprint" in tree.root:
            return "blueprint"
        if "change" in tree.root:
            return "change"
    if path is not None and path.name in CATALOG_NAMES:
        return "catalog"
    if path is not None and any(path.name.endswith(f".change{ending}") for ending in ENDINGS):
        return "change"
    return "blueprint"


def understood(
    tree: Tree, file: str, path: Path | None, catalog: OrganisationCatalog | None
) -> tuple[Document, Validated[Any] | None]:
    """Return what a tree says as a document, names not yet looked up, and how it fitted."""
    kind = kind_of(tree, path)
    if any(problem.severity == "error" for problem in tree.problems):
        return Document(kind=kind, value=None, file=file, tree=tree, problems=tree.problems), None
    lanes = _lanes(tree, catalog)
    fitted = validated(tree, _MODEL[kind], lanes)
    value = fitted.value
    if isinstance(value, Blueprint):
        stem = None if path is None else stem_of(path)
        value = value.model_copy(update={"catalog": catalog, "stem": stem})
    document = Document(
        kind=kind,
        value=value,
        file=file,
        tree=tree,
        problems=in_order((*tree.problems, *fitted.problems)),
    )
    return document, fitted


def looked_up(
    document: Document, fitted: Validated[Any] | None, scope: Scope | None = None
) -> Document:
    """Return a document with the problems of its names added.

    Where parts of the file did not fit, names that may have been defined there pass.
    """
    if not isinstance(document.value, Blueprint):
        return document
    found = defects(document.value, scope, languages=fitted.languages if fitted else None)
    removed = fitted.removed if fitted else ()
    return document.joined_by(
        document.problem_of(defect) for defect in found if not _may_be_lost(defect, removed)
    )


def _understood(
    tree: Tree, file: str, path: Path | None, catalog: OrganisationCatalog | None
) -> Document:
    problems: tuple[Problem, ...] = ()
    if catalog is None and path is not None and kind_of(tree, path) == "blueprint":
        catalog, problems = _catalog_beside(path)
    document, fitted = understood(tree, file, path, catalog)
    return looked_up(document.joined_by(problems), fitted)


def _catalog_beside(path: Path) -> tuple[OrganisationCatalog | None, tuple[Problem, ...]]:
    """Return the catalog beside or above a file, up to the root of its repository or disk."""
    here = path.absolute().parent
    for folder in (here, *here.parents):
        for name in CATALOG_NAMES:
            candidate = folder / name
            if candidate.is_file():
                shown = (
                    os.path.relpath(candidate, Path.cwd())
                    if not path.is_absolute()
                    else str(candidate)
                )
                document, _ = understood(tree_of(candidate, shown), shown, candidate, None)
                value = document.value if isinstance(document.value, OrganisationCatalog) else None
                return value, document.problems
        if (folder / ".git").exists():
            break
    return None, ()


def _lanes(tree: Tree, catalog: OrganisationCatalog | None) -> frozenset[str]:
    declared = tree.root.get("lanes") if isinstance(tree.root, Map) else None
    own = {
        str(lane.get("id") if isinstance(lane, Map) else lane)
        for lane in (declared if isinstance(declared, Seq) else ())
    }
    shared = {lane.id for lane in catalog.lanes} if catalog is not None else set()
    return frozenset(own | shared)


_HANG_ON_OTHERS = frozenset({"BP102", "BP103", "BP106", "BP107", "BP108", "BP115"})
"""Defects that may only be there because another part of the file did not fit."""
_WHOLE_CARD = len(("phases", 0, "steps", 0, "customer", 0))
_WHOLE_ELEMENT = len(("departments", "it", "name"))


def _may_be_lost(defect: Defect, removed: tuple[tuple[str | int, ...], ...]) -> bool:
    """Tell whether what a defect misses may have stood in a part that did not fit."""
    return defect.code in _HANG_ON_OTHERS and any(_held(path, defect) for path in removed)


def _held(path: tuple[str | int, ...], defect: Defect) -> bool:
    if path[:1] == ("phases",):
        on_the_grid = defect.wants in (None, "action", "step", "any")
        return on_the_grid and len(path) <= _WHOLE_CARD
    wanted = defect.wants == "any" or path[:1] == (KIND_KEY.get(defect.wants or ""),)
    return wanted and len(path) <= _WHOLE_ELEMENT
