"""File order: by the place in the file, else by where the model would be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from blueprint.diagnostics import Place
from blueprint.model import Frozen
from blueprint.report import Finding
from blueprint.rules.rule import Path
from blueprint.rules.sheets import Sheet

_TOP = Place(0, 0, 0)


def in_file_order(sheet: Sheet, found: Iterable[Finding]) -> list[Finding]:
    """Return the findings of one file in the order of what they point at, each once."""
    if sheet.document is not None:
        return sorted(
            dict.fromkeys(found), key=lambda f: (f.place or _TOP, f.code, f.about, str(f.message))
        )
    value = sheet.value
    return sorted(
        dict.fromkeys(found),
        key=lambda f: (place_in_model(value, f.path), f.code, f.about, str(f.message)),
    )


def place_in_model(value: object, path: Path) -> tuple[int, ...]:
    """Return numbers by which paths of a value sort as they would be written."""
    order: list[int] = []
    for part in path:
        match value:
            case Frozen():
                fields = list(type(value).model_fields)
                order.append(fields.index(str(part)) if part in fields else len(fields))
                value = getattr(value, str(part), None)
            case Mapping():
                keys = list(value)
                order.append(keys.index(part) if part in keys else len(keys))
                value = value.get(part)
            case tuple() if isinstance(part, int):
                order.append(part)
                value = value[part] if part < len(value) else None
            case _:
                order.append(part if isinstance(part, int) else 0)
                value = None
    return tuple(order)
