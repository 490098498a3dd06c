"""What the question box suggests while somebody types: titles with codes, terms, and questions.

    suggest-<lang>.js             window.Shouce.data.suggest = {…}: of the whole library
    suggest-<handbook>-<lang>.js  window.Shouce.data["suggest-<handbook>"] = […]: the other questions of one handbook

Keys of the first
    handbooks  {id: title}
    records    [handbook, code, title, title in the other language, a question or nothing]
    terms      [[a term and its other words]]
    sounds     as `search/sounds.txt`, of the characters that stand here
    t2s        traditional and simplified characters in turn, of those too
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from schemas.library import Library
from schemas.words import LANGUAGES, ByLanguage
from search.index import Index
from search.normalize import simplified_characters
from search.passages import Passage
from search.scripts import as_script, write_scripts
from search.sounds import characters

VARIABLE: Final = "window.Shouce.data"
OFFERED: Final = 2
"""Asks of a passage that are suggested, in each language: those that stand with it come first."""


def suggestion_files(library: Library, index: Index) -> dict[str, bytes]:
    """The files, by name."""
    files = {}
    for lang in LANGUAGES:
        files[f"suggest-{lang}.js"] = as_script(f"{VARIABLE}.suggest", _common(library, index, lang))
        for handbook in library.handbooks:
            others = _questions(index, lang, str(handbook))
            files[f"suggest-{handbook}-{lang}.js"] = as_script(f'{VARIABLE}["suggest-{handbook}"]', others)
    return files


def write_suggestions(library: Library, index: Index, folder: Path) -> list[str]:
    """Write the files to *folder*, and take away those of handbooks that are gone; the names of what changed."""
    return list(write_scripts(folder, suggestion_files(library, index), "suggest-*.js"))


def _common(library: Library, index: Index, lang: str) -> dict[str, Any]:
    other = next(one for one in LANGUAGES if one != lang)
    wholes = [index.passages[numbers[0]] for numbers in index.records.values()]
    records = [
        [one.handbook, one.code, one.wording(lang).title, one.wording(other).title, next(iter(_asks(one, lang)), "")]
        for one in wholes
    ]
    terms = [
        list(dict.fromkeys(ByLanguage((term.zh, *term.aliases.zh), (*term.all_english, *term.aliases.en)).of(lang)))
        for term in library.terms.terms
        if not term.choice
    ]
    texts = json.dumps([records, terms], ensure_ascii=False) + "".join(
        ask for passage in index.passages for ask in _asks(passage, lang)[:OFFERED]
    )
    return {
        "handbooks": {str(name): str(library.view(lang).handbooks[name].file.title) for name in library.handbooks},
        "records": records,
        "terms": terms,
        "sounds": _sounds(frozenset(texts)),
        "t2s": "".join(old + new for old, new in sorted(simplified_characters().items()) if new in texts),
    }


def _asks(passage: Passage, lang: str) -> Sequence[str]:
    return ByLanguage(passage.asks_zh, passage.asks_en).of(lang)


def _questions(index: Index, lang: str, handbook: str) -> list[str]:
    own = (passage for passage in index.passages if passage.handbook == handbook)
    return list(dict.fromkeys(ask for passage in own for ask in _asks(passage, lang)[:OFFERED]))


def _sounds(letters: frozenset[str]) -> str:
    """The syllable that each of *letters* mostly is."""
    of = ((syllable, "".join(filter(letters.__contains__, mostly))) for syllable, (mostly, _) in characters().items())
    return "\n".join(f"{syllable} {some}" for syllable, some in of if some)
