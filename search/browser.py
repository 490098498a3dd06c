"""The index as one file for the site's own question box, which searches by words in the page, without a server.

`write_browser_index` writes `window.Shouce.data.index = {…};`: a script, so that it also loads from a USB stick. The
page (`site/docs/assets/offline*.js`) gives the same answers in the same order as a `Searcher` without an encoder, and
finds the same places by full text: `tests/data/search-cases.json` has examples of every rule, which both are held to.

Keys
    format       goes up when any of this changes
    generation   name of the generation of the index
    longest      characters of a question that are read
    t2s          traditional and simplified characters in turn (`体體個个`), as far as a question can need them
    runs, parts  regular expressions, for JavaScript's flags `gu`: what a token is made from; the parts of a run that
                 has a digit; `other`: what full text looks for besides
    stop_en, stop_zh   words left out, separated by spaces
    reading      how a question is read, as `search.reading` gives it
    facts        [name, regular expression] in the order they are tried: what a question asks for
    said         name → regular expression: words that give the fact without the field
    weights      {zh, en} → {home, library} → the weights of `search.confidence.NAMES` but the first, and the bias;
                 levels: [answered, unsure]
    rank         {code, words, best, grain, reach, parts, blank}: as in `search/ranking.py` and `search/signs.py`; the
                 last two list kinds
    weighing     {zh, en} → {home, library, part} → [name of a sign → its weight, sort of a passage → what it gains]: as
                 in `search/weighing.py`, by words, signs in the order in which they are summed
    bm25         {k1, b, step}: as in `search/lexical.py`; `step` is what one unit of a score is worth
    terms        the vocabulary, sorted by code point, separated by line feeds
    size         how many postings there are
    postings     base64 of unsigned LEB128 numbers; for each term in turn: how many postings, then for each twice the
                 distance of its row from the one before (the first from -1, so never 0); one more than that where the
                 term stands there more than once, and then how often
    asked        base64 of 32-bit numbers, low byte first: `search.asked.key` of every ask, passage by passage
    rows         how many rows each passage has: its own words, then its asks
    records      [handbook, kind's folder, id, code, title zh, title en, edition, effective, status, passages]; the last
                 is how many passages it has, the record as a whole first
    kinds        folder → [name, zh, en]
    passages     [part, anchor, starts here (0 or 1), forms, sort, zh, en]; zh and en are [section, text, by, within, say,
                 hints] without the empty strings at their end; an empty string is nothing
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np
from numpy.typing import NDArray

from schemas.disk import write_whole
from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES
from search.asked import BONUS as ASKED_BONUS
from search.blank import SAID_IN_WORDS
from search.confidence import AIMS, ANSWERED, UNSURE
from search.confidence import weights_of as confidence_weights
from search.dialect import DIALECT
from search.index import Index
from search.lexical import K1, B, Counts
from search.normalize import simplified_characters
from search.passages import Passage, PassageText
from search.question import FACTS
from search.ranking import CODE_BONUS, REACH
from search.reading import reading
from search.scripts import as_script
from search.signs import BEST, GRAIN, NAMES, OF_VECTORS, WORDS
from search.sought import OTHER
from search.sounds import readings
from search.tokens import CHINESE_STOP, CODE_PARTS, ENGLISH_STOP, RUNS
from search.weighing import Aim, weights_of

FORMAT: Final = 4
VARIABLE: Final = "window.Shouce.data.index"

_AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
_OTHER: Final = re.sub(r"\\U000?0?(\w{5,6})", r"\\u{\1}", OTHER)
"""In JavaScript's spelling."""


def write_browser_index(index: Index, path: Path) -> bool:
    """Write the file to *path*; False when it is there already, byte for byte."""
    content = as_script(VARIABLE, payload(index))
    if path.is_file() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def payload(index: Index) -> dict[str, Any]:
    """What the file holds, as the module's docstring describes it."""
    lexical = index.lexical
    return {
        "format": FORMAT,
        "generation": index.generation,
        "longest": LONGEST_QUESTION,
        "t2s": _needed_characters(index),
        "runs": RUNS, "parts": CODE_PARTS, "other": _OTHER,
        "stop_en": " ".join(sorted(ENGLISH_STOP)), "stop_zh": " ".join(sorted(CHINESE_STOP)),
        "reading": reading(),
        "facts": [[name, pattern] for name, pattern in FACTS.items()],
        "said": dict(SAID_IN_WORDS),
        "weights": {lang: _weights(lang) for lang in LANGUAGES},
        "levels": [ANSWERED, UNSURE],
        "rank": {
            "code": CODE_BONUS, "asked": ASKED_BONUS, "words": WORDS, "best": BEST, "grain": GRAIN, "reach": REACH,
            "parts": sorted(folder for folder, kind in index.kinds.items() if kind.answers_in_parts),
            "blank": sorted(folder for folder, kind in index.kinds.items() if kind.can_be_blank),
        },
        "weighing": {lang: {aim: _weighing(aim, lang) for aim in _AIMS} for lang in LANGUAGES},
        "bm25": {"k1": K1, "b": B, "step": lexical.step},
        "terms": "\n".join(lexical.terms),
        "size": len(lexical.data),
        "postings": b64encode(_leb128(_postings(lexical.counts))).decode(),
        "asked": b64encode(index.asked.astype("<u4").tobytes()).decode(),
        "rows": np.bincount(lexical.owners, minlength=len(index.passages)).tolist(),
        "records": [_record(index.passages[numbers[0]], len(numbers)) for numbers in index.records.values()],
        "kinds": {folder: [kind.name, kind.words.zh, kind.words.en] for folder, kind in index.kinds.items()},
        "passages": [_passage(passage) for passage in index.passages],
    }  # fmt: skip


def _weights(lang: str) -> dict[str, list[float]]:
    """How sure an answer is, by words: the weights of the signs but the first, which is a cosine, and the bias."""
    return {aim: list(confidence_weights(aim, lang, vectors=False))[1:] for aim in AIMS}


def _weighing(aim: Aim, lang: str) -> list[Mapping[str, float]]:
    """The weights of the signs that there are without vectors, and of the sorts."""
    weights = weights_of(aim, lang, vectors=False)
    signs = {name: weight for name, weight in zip(NAMES, weights.signs, strict=True) if name not in OF_VECTORS}
    return [signs, weights.sorts]


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


def _postings(counts: Counts) -> NDArray[np.int64]:
    """The numbers of `postings`, in their order."""
    sizes = np.diff(counts.starts)
    before = np.r_[-1, counts.rows[:-1]]
    before[counts.starts[:-1]] = -1
    repeated = counts.often > 1
    term = np.repeat(np.arange(len(sizes)), sizes)
    places = np.arange(len(counts.rows)) + term + 1 + np.cumsum(repeated) - repeated
    numbers = np.zeros(len(sizes) + len(counts.rows) + int(repeated.sum()), dtype=np.int64)
    numbers[places] = 2 * (counts.rows - before) + repeated
    numbers[places[repeated] + 1] = counts.often[repeated]
    heads = counts.starts[:-1] + np.arange(len(sizes)) + np.r_[0, np.cumsum(repeated)][counts.starts[:-1]]
    numbers[heads] = sizes
    return numbers


def _leb128(numbers: NDArray[np.int64]) -> bytes:
    sizes = np.sum([numbers >= 1 << shift for shift in range(7, 63, 7)], axis=0) + 1
    ends = np.cumsum(sizes)
    packed = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for nth in range(int(sizes.max()) if len(numbers) else 0):
        has_byte = sizes > nth
        more = np.where(sizes[has_byte] > nth + 1, 0x80, 0)
        packed[(ends - sizes)[has_byte] + nth] = numbers[has_byte] >> 7 * nth & 0x7F | more
    return packed.tobytes()


def _record(whole: Passage, passages: int) -> list[Any]:
    identity = [whole.handbook, whole.kind, whole.record.rpartition("/")[2], whole.code]
    return [*identity, whole.zh.title, whole.en.title, whole.edition, whole.effective, whole.status, passages]


def _passage(passage: Passage) -> list[Any]:
    zh, en = (_wording(passage.wording(lang), passage.hints(lang)) for lang in LANGUAGES)
    return [passage.part, passage.anchor, int(passage.start), list(passage.forms), passage.sort, zh, en]


def _wording(wording: PassageText, hints: str) -> list[str]:
    texts = [wording.section, wording.text, wording.by, wording.within, wording.say, hints]
    while texts and not texts[-1]:
        texts.pop()
    return texts
