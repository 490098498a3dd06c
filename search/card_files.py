"""The surroundings of every passage as files for the page, which makes the card of an answer from them by itself.

One file for each handbook and language, `around-<lang>-<handbook>.js`, that of the library's own records without a
handbook in its name; it holds `window.Shouce.data.around["<lang>/<handbook>"] = {records, never};`

Keys
    records   address → [title, [[anchor, section, number, of, before, after, never], …]]; neighbours are places in that
              list, the last is a place in `never`
    never     what is never done, each time once, a line each
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from schemas.words import LANGUAGES
from search.index import Index
from search.outline import outline
from search.scripts import as_script, write_scripts

_PREFIX: Final = "around-"


def write_card_files(index: Index, folder: Path) -> tuple[str, ...]:
    """Write the files to *folder* and take away those that are no longer needed; the names of those that changed."""
    files = {name: _script(key, data) for lang in LANGUAGES for name, key, data in _files(index, lang)}
    return write_scripts(folder, files, f"{_PREFIX}*.js")


def _files(index: Index, lang: str) -> list[tuple[str, str, dict[str, Any]]]:
    books: dict[str, dict[str, Any]] = defaultdict(dict)
    never: dict[str, dict[str, int]] = defaultdict(dict)
    for address, numbers in index.records.items():
        passages = [index.passages[number] for number in numbers]
        book = passages[0].handbook
        rows = []
        for passage, part in zip(passages, outline(passages), strict=True):
            wording, said = passage.wording(lang), never[book]
            section = wording.section or index.kinds[passage.kind].words.of(lang)
            place = said.setdefault(wording.never, len(said))
            rows.append([passage.anchor, section, part.number, part.of, part.before, part.after, place])
        books[book][address] = [passages[0].wording(lang).title, rows]
    return [
        (_name(lang, book), f"{lang}/{book}", {"records": each, "never": [*never[book]]})
        for book, each in books.items()
    ]


def _name(lang: str, book: str) -> str:
    return f"{_PREFIX}{'-'.join(filter(None, (lang, book)))}.js"


def _script(key: str, data: dict[str, Any]) -> bytes:
    return as_script(f"(window.Shouce.data.around ??= {{}})[{json.dumps(key)}]", data)
