"""Every word the program says, in English and Chinese.

English is the source text. A sentence with something filled in is a `Phrase`:
it is kept as template and values, so that the same finding can be read in
either language. Translations live in ``words/zh/*.po``, one file a room, and are
compiled into ``words/zh.mo`` by ``python -m blueprint.words.compile``.
"""

from blueprint.words.phrase import Phrase, Translator, translator

__all__ = ["Phrase", "Translator", "translator"]
