"""The opinion by words as files for the page, which recognises a danger without a server (`offline-danger.js`).

That of the question's language, `danger-<lang>.js`, which holds `window.Shouce.data.danger["<lang>"] = {…};`, is what
the page loads first of all, with what it takes to read the letters of a question.

Keys
    t2s         traditional and simplified characters in turn (`体體个個`), as far as a question can need them
    threshold   from this weight on it is a danger
    unit, rare, signs, meant, named, second   as in `search.danger.words` and `watch`
    words       bias, totals, lexicon as in `search.danger.words.Words`; `signs` in order, with `,` between
                them; of each, in digits (`search/packed.py`): `weights`, doubled, one less than that of the opposite
                where it is below 0; `sizes`, of how many cards it is; `cards`, as the distance of each from the one
                before; `counts`, how often in each
    calls       [number, who zh, who en, when zh, when en]
    perils      [card, title zh, title en, handbook → numbers of `calls`]; the handbook "" where none is known
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from schemas.words import LANGUAGES, Language
from search.danger.perils import Number, Peril
from search.danger.watch import BY_WORDS, NAMED, SECOND
from search.danger.words import MEANT, RARE, SIGNS, UNIT, Words
from search.dialect import DIALECT
from search.index import Index
from search.normalize import simplified_characters
from search.packed import in_digits
from search.question import FACTS
from search.scripts import as_script, write_scripts
from search.sounds import readings
from search.tokens import CHINESE_STOP

_STEM: Final = "danger"


def write_danger_files(index: Index, folder: Path) -> tuple[str, ...]:
    """Write the files into *folder* and take away those that are no longer needed; the names of those that changed."""
    files = {f"{_STEM}-{lang}.js": as_script(_place(lang), payload(index, lang)) for lang in LANGUAGES}
    return write_scripts(folder, files, f"{_STEM}*.js")


def _place(lang: Language) -> str:
    return f'(window.Shouce.data.danger ??= {{}})["{lang}"]'


def payload(index: Index, lang: Language) -> dict[str, Any]:
    """What the file of a language holds, as the module's docstring describes it."""
    watch = index.watch
    every = [number for peril in watch.perils for given in peril.numbers.values() for number in given]
    calls = {_row(number): place for place, number in enumerate(dict.fromkeys(every))}
    return {
        "t2s": _needed_characters(index),
        "threshold": BY_WORDS.of(lang),
        "unit": UNIT, "rare": RARE, "signs": SIGNS, "meant": MEANT, "named": NAMED, "second": SECOND,
        "words": _words(watch.words.of(lang)),
        "calls": [list(row) for row in calls],
        "perils": [[peril.card, *peril.title.both(), _numbered(peril, calls)] for peril in watch.perils],
    }  # fmt: skip


def _numbered(peril: Peril, calls: Mapping[tuple[str, ...], int]) -> dict[str, list[int]]:
    return {handbook: [calls[_row(number)] for number in its] for handbook, its in peril.numbers.items()}


def _needed_characters(index: Index) -> str:
    times = (passage.wording(lang).within for passage in index.passages for lang in LANGUAGES)
    texts = (
        *index.watch.words.zh.signs,
        *CHINESE_STOP,
        *FACTS.values(),
        *readings(),
        *(words for words, _ in DIALECT),
        *times,
    )
    needed = {term for term in index.lexical.terms if len(term) == 1}.union(*texts)
    return "".join(old + new for old, new in sorted(simplified_characters().items()) if new in needed)


def _words(words: Words) -> dict[str, Any]:
    rows = [
        (sign, weight, sorted(zip(its[::2], its[1::2], strict=True)))
        for sign, (weight, *its) in sorted(words.signs.items())
    ]
    cards = [card for _, _, its in rows for card in np.diff([card for card, _ in its], prepend=0).tolist()]
    columns = {
        "weights": [2 * weight if weight >= 0 else -2 * weight - 1 for _, weight, _ in rows],
        "sizes": [len(its) for _, _, its in rows],
        "cards": cards,
        "counts": [count for _, _, its in rows for _, count in its],
    }
    return {
        "bias": words.bias, "totals": words.totals, "lexicon": words.lexicon,
        "signs": ",".join(sign for sign, _, _ in rows),
        **{name: in_digits(np.array(column, dtype=np.int64)) for name, column in columns.items()},
    }  # fmt: skip


def _row(number: Number) -> tuple[str, ...]:
    return (number.number, *number.who.both(), *number.when.both())
