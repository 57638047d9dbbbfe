"""Compile ``zh/*.po`` into ``zh.mo``: ``python -m blueprint.words.compile`` (needs babel)."""

from __future__ import annotations

import io
from pathlib import Path

HERE = Path(__file__).parent


def compiled() -> bytes:
    """Return the compiled catalogue of all Chinese texts, the same bytes every time."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    class Texts(Catalog):
        """A catalogue whose header tells neither the clock nor the compiler's version."""

        mime_headers = (("Content-Type", "text/plain; charset=utf-8"),)

    whole = Texts(locale="zh", fuzzy=False)
    for source in sorted((HERE / "zh").glob("*.po")):
        with source.open("rb") as file:
            for message in read_po(file, locale="zh", abort_invalid=True):
                if message.id:
                    known = whole.get(message.id)
                    if known is not None and known.string != message.string:
                        text = f"{source.name}: {message.id!r} is translated in two ways"
                        raise ValueError(text)
                    whole.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, whole)
    return out.getvalue()


if __name__ == "__main__":
    (HERE / "zh.mo").write_bytes(compiled())
