"""Writes what the code knows into the reference: ``python docs/make_reference.py``.

A page holds pairs of comments, ``<!-- made: keys Step -->`` and ``<!-- end -->``; what
stands between them is made here from the code, the rest is written by hand.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any

import click
from format_tables import table
from scene_tables import scene

import blueprint
from blueprint.analysis.table import ANALYSES, Analysis
from blueprint.cli.app import COMMANDS
from blueprint.layout import view
from blueprint.model import LINK_KINDS, Strengths
from blueprint.model.links import ACTING, ACTIONS
from blueprint.render.formats import FORMATS
from blueprint.render.scene_json import SCHEMA_FILE
from blueprint.render.scene_schema import scene_schema
from blueprint.rules import Explanation, explanations
from blueprint.words import Phrase

REFERENCE = Path(__file__).parent / "reference"
_PART = re.compile(
    r"(?P<begin><!-- made: (?P<what>\w+)(?: (?P<of>[^>]+?))? -->\n).*?(?P<end><!-- end -->)",
    re.DOTALL,
)
_ABOUT = {
    "whole": "the whole blueprint or workspace",
    "any": "elements you name, or what is usual",
    "elements": "elements you name",
}
_TRAVEL = {
    "forward": "→",
    "backward": "←",
    "both": "↔",
    "tally": "tally",
    "tell": "tell",
    "touch": "touch",
    "none": "–",
}


def refreshed(page: str) -> str:
    """Return a page with everything between its comments made anew."""
    return _PART.sub(lambda part: f"{part['begin']}{_made(part)}\n{part['end']}", page)


def _made(part: re.Match[str]) -> str:
    made = _PARTS[part["what"]]
    return (made(part["of"]) if part["of"] else made()).strip("\n")


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a docstring before its sections, in Markdown."""
    told = re.split(
        r"\n(?:Args|Returns|Raises|Examples|Attributes):\n", f"{inspect.cleandoc(text)}\n"
    )[0]
    return [_markdown(" ".join(part.split())) for part in told.strip().split("\n\n")]


def _markdown(text: str) -> str:
    return re.sub(r"``?([^`]+)``?", r"`\1`", text)


# -- the command -------------------------------------------------------------------------


def command(name: str) -> str:
    """Return the help of one command: how it is called, what it does, its options."""
    found: click.Command = import_module(COMMANDS[name][0]).command
    arguments = [p for p in found.params if isinstance(p, click.Argument)]
    options = [p for p in found.params if isinstance(p, click.Option)]
    called = " ".join(["blueprint", name, "[OPTIONS]", *(_argument(a) for a in arguments)])
    told = "\n\n".join(_paragraphs(found.help or ""))
    rows = ((_option(option), _option_told(option)) for option in options)
    return f"```text\n{called}\n```\n\n{told}\n\n{_table(('option', 'meaning'), rows)}"


def _argument(argument: click.Argument) -> str:
    return str(argument.metavar or argument.human_readable_name)


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    if option.is_flag:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} {' · '.join(f'`{choice}`' for choice in option.type.choices)}"
    return f"{names} *{option.metavar or option.type.name.upper()}*"


def _option_told(option: click.Option) -> str:
    told = [option.help or "Language."]
    if option.required:
        told.append("Must be given.")
    if option.show_default and option.default:
        told.append(f"Default: `{option.default}`.")
    if option.multiple:
        told.append("May be given more than once.")
    return _markdown(" ".join(told))


def commands() -> str:
    """Return the table of all commands."""
    rows = ((f"[`{name}`](#blueprint-{name})", told) for name, (_, told) in COMMANDS.items())
    return _table(("command", "what it does"), rows)


# -- Python ------------------------------------------------------------------------------


def api(path: str) -> str:
    """Return a public function, method or class: signature, meaning, arguments, errors."""
    thing = _thing(path)
    called = f"class {path}" if inspect.isclass(thing) else f"{path}{_signature(thing)}"
    parts = [f"### `{path}`", f"```text\n{called}\n```", *_paragraphs(thing.__doc__ or "")]
    for section, head in (("Args", ""), ("Attributes", ""), ("Raises", "Raises:")):
        entries = list(_section(thing.__doc__ or "", section))
        if entries:
            told = "\n".join(f"- `{entry}`: {told}" for entry, told in entries)
            parts.append(f"{head}\n\n{told}".strip())
    return "\n\n".join(parts)


def _thing(path: str) -> Any:  # noqa: ANN401  (a function, method or class)
    found: Any = blueprint
    module = "blueprint"
    for part in path.split(".")[1:]:
        if not hasattr(found, part):
            found = import_module(f"{module}.{part}")
        else:
            found = getattr(found, part)
        module = f"{module}.{part}"
    return found


def _signature(function: Callable[..., Any]) -> str:
    written: list[str] = []
    starred = False
    for n, (name, parameter) in enumerate(inspect.signature(function).parameters.items()):
        if n == 0 and name == "self":
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            written.append("*")
            starred = True
        stars = "**" if parameter.kind is parameter.VAR_KEYWORD else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        written.append(f"{stars}{name}: {parameter.annotation}{default}")
    returned = inspect.signature(function).return_annotation
    whole = f"({', '.join(written)}) -> {returned}"
    if len(whole) <= 72:  # noqa: PLR2004  (a line)
        return whole
    lines = "".join(f"    {line},\n" for line in written)
    return f"(\n{lines}) -> {returned}"


def _section(text: str, section: str) -> Iterator[tuple[str, str]]:
    """Go through the entries of one section of a docstring."""
    found = re.search(rf"\n{section}:\n(?P<body>(?:    .*\n|\n)*)", f"{inspect.cleandoc(text)}\n")
    body = dedent(found["body"]) if found else ""
    for entry in re.split(r"\n(?=\S)", body.strip()):
        name, _, told = entry.partition(":")
        if told:
            yield name.strip(), _markdown(" ".join(told.split()))


# -- rules, links, formats ---------------------------------------------------------------


def codes() -> str:
    """Return the list of all codes."""
    rows = (
        (f"[{e.code}](#{e.code.lower()}-{e.name})", e.name, e.severity, _markdown(str(e.summary)))
        for e in explanations().values()
    )
    return _table(("code", "name", "weight", "what it finds"), rows)


def rules() -> str:
    """Return every code with its reason, a failing and a mended example."""
    return "\n\n".join(_rule(entry) for entry in explanations().values())


def _rule(entry: Explanation) -> str:
    fixed = "" if entry.settable else ", always"
    parts = [f"### {entry.code} {entry.name}", f"*{entry.severity}{fixed}* — {entry.summary}"]
    if entry.why is not None:
        parts.append(str(entry.why))
    if entry.as_of is not None:
        parts.append(f"Judged with `--as-of {entry.as_of}`.")
    for head, example in (("This gets it:", entry.failing), ("Mended:", entry.mended)):
        if isinstance(example, Phrase):
            parts.append(f"{head} {example}")
        else:
            language = entry.format.rpartition(".")[2]
            parts.append(f"{head}\n\n```{language}\n{_visible(example)}```")
    return "\n\n".join(parts)


def _visible(example: str) -> str:
    """Return an example with what nobody sees written as an escape, and with its end."""
    shown = "".join(c if c.isprintable() or c in "\n\t" else f"\\u{ord(c):04x}" for c in example)
    return shown if shown.endswith("\n") else f"{shown}\n"


def links() -> str:
    """Return the table of the kinds of link."""
    rows = (
        (
            f"`{kind}`",
            "; ".join(f"{_ends(a)} → {_ends(b)}" for a, b in row.pairs),
            _TRAVEL[row.demand],
            _strengths(row.on_demand),
            _TRAVEL[row.disruption],
            _strengths(row.on_disruption),
        )
        for kind, row in LINK_KINDS.items()
    )
    head = ("kind", "source → target", "demand", "L / I", "disruption", "L / I")
    return _table(head, rows)


def _strengths(strengths: Strengths | None) -> str:
    """Return a likelihood and an impact, as the table of links has them."""
    return "–" if strengths is None else f"{strengths.likelihood:g} / {strengths.impact:g}"


def _ends(kinds: frozenset[str]) -> str:
    if kinds == ACTIONS:
        return "any action"
    if kinds == ACTING:
        return "any action but evidence"
    if kinds == ACTING - {"customer"}:
        return "any action but evidence and customer"
    if kinds > ACTIONS:
        return ", ".join(["any action", *sorted(kinds - ACTIONS)])
    return ", ".join(sorted(kinds))


def formats() -> str:
    """Return the table of formats a blueprint is drawn in."""
    rows = (
        (f"`{f.name}`", f.summary, f"`{f.mime}`", ", ".join(f"`.{e}`" for e in (f.name, *f.also)))
        for f in FORMATS
    )
    return _table(("format", "what for", "media type", "endings"), rows)


def analyses() -> str:
    """Return the list of all analyses."""
    rows = (
        (f"[`{row.name}`](#{row.name})", str(row.question), _ABOUT[row.about]) for row in ANALYSES
    )
    return _table(("analysis", "question", "asked about"), rows)


def every_analysis() -> str:
    """Return every analysis: what it does, its options, how it computes."""
    return "\n\n".join(_analysis(row) for row in ANALYSES)


def _analysis(row: Analysis) -> str:
    function = row.load()
    told = dict(_section(function.__doc__ or "", "Args"))
    parts = [f"## {row.name}", f"*{row.question}*", *_paragraphs(function.__doc__ or "")]
    if row.about != "whole":
        parts.append(f"Asked about: {told['on'][0].lower()}{told['on'][1:]}")
    options = (
        (f"`{o.name}`", str(o.takes), _default(o.default), told[o.name]) for o in row.options
    )
    parts.append(_table(("option", "takes", "default", "meaning"), options))
    on = ["wms"] if row.about == "elements" else None
    method = blueprint.analyse(blueprint.load_workspace(_EXAMPLE), row.name, on).method
    parts.append(f"Source: {method.source}.\n\n```text\n{method.formula}\n```")
    return "\n\n".join(parts)


_EXAMPLE = Path(__file__).parents[1] / "examples" / "one_day_delivery"


def _default(value: object) -> str:
    match value:
        case None | ():
            return "–"
        case bool():
            return "yes" if value else "no"
        case _:
            return f"`{value}`"


def data(name: str) -> str:
    """Return the fields of one class of the view."""
    cls = getattr(view, name)
    told = dict(_section(cls.__doc__, "Attributes"))
    said = "\n\n".join(_paragraphs(cls.__doc__))
    names = [field.name for field in fields(cls)]
    if not told:
        return f"{said}\n\nFields: {', '.join(f'`{n}`' for n in names)}."
    return f"{said}\n\n{_table(('field', 'meaning'), ((f'`{n}`', told[n]) for n in names))}"


_PARTS: Mapping[str, Callable[..., str]] = {
    "keys": table,
    "command": command,
    "commands": commands,
    "api": api,
    "codes": codes,
    "rules": rules,
    "links": links,
    "formats": formats,
    "analyses": analyses,
    "every_analysis": every_analysis,
    "data": data,
    "scene": scene,
}


def schema_of_scenes() -> str:
    """Return the JSON Schema of scenes, as its file holds it."""
    return json.dumps(scene_schema(), ensure_ascii=False, indent=2) + "\n"


def pages() -> tuple[Path, ...]:
    """Return the pages of the reference."""
    return tuple(sorted(REFERENCE.glob("*.md")))


def main() -> None:
    """Refresh every page of the reference."""
    for page in pages():
        page.write_text(refreshed(page.read_text("utf-8")), "utf-8", newline="\n")
    (REFERENCE / SCHEMA_FILE).write_text(schema_of_scenes(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
