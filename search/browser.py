"""The index as one file for the site's own question box, which searches by words in the page, without a server.

`write_browser_index` writes `window.Shouce.data.index = {…};`: a script, so that it also loads from a USB stick. The
page gives the same answers in the same order as a `Searcher` without an encoder. `search/browser_search.py` is that
search in plain Python over this very data; a test compares the two on every question of the evaluation set.

Keys
    format       goes up when any of this changes
    generation   name of the generation of the index
    lang         language of the pages the file is for; answers are in the language of the question
    t2s          traditional and simplified characters in turn (`體体個个`), as far as a question can need them
    runs, parts  regular expressions, for JavaScript's flags `gu`: what a token is made from; the parts of a run that
                 has a digit
    stop_en, stop_zh   words left out, separated by spaces
    syllable     regular expression of one pinyin syllable
    facts        [name, regular expression] in the order they are tried: what a question asks for
    said         name → regular expression: words that give the fact without the field
    weights      {zh, en}: [coverage, strength, bias]; levels: [answered, unsure]
    rank         {lexical, fact, code, per_record, parts, blank}: as in `search/ranking.py`; the last two list kinds
    terms        the vocabulary, sorted by code point, separated by line feeds
    step         what one unit of a score is worth
    postings     base64 of unsigned LEB128 numbers; for each term in turn: how many postings, then for each the
                 distance of its row from the one before (the first from -1, so never 0) and its score in steps, which
                 is one plain byte
    rows         how many rows each passage has: its own words, then its asks
    records      [handbook, kind's folder, id, code, title zh, title en, edition, effective, status]
    kinds        folder → [name, zh, en]
    passages     [number of record, key, part, anchor, starts here (0 or 1), forms, zh, en]; zh and en are
                 [section, text, by, within, say]. `key` is empty for the record as a whole; an empty string is nothing

Searching
    1.  Normalise: NFKC, lower case, drop U+200B to U+200D and U+FEFF, replace characters by `t2s`.
    2.  Tokens, for each match of `runs`: Chinese gives every character and every pair, less `stop_zh`. A run with a
        digit gives, for its `parts` p0 p1 …, the joined tails p0p1…, p1…, …; a tail that begins with a stop word is
        left out, unless it is the whole. Any other run is split at `-`, `.` and `'`; words of one letter and `stop_en`
        are left out, the rest is stemmed as in `search/tokens.py`. Repeated tokens count once.
    3.  A token of letters a-z that is not a term becomes the nearest one, if near enough: `search/spelling.py`.
    4.  No Chinese character, and readable as pinyin (`search/pinyin.py`): the pairs of syllables, as `py:tousu`, too;
        the question is then Chinese. Otherwise one without a Chinese character is English, unless it has no run of two
        characters or more without a digit: a code alone is Chinese.
    5.  A row's score is the sum over tokens; a passage scores as its best row, times `step`.
    6.  Score = `rank.lexical` × (score - least) / (greatest - least), plus `rank.fact` where the question asks for a
        fact that the passage has in its field (`forms`, or the Chinese `by`, `within`), plus `rank.code` where the
        question gives the code of its record: the code's first token is among the question's. A code without letters
        counts only if it has two dots or is the whole question. Where no code is given, a token that begins with a
        letter and has a digit gives the one code that it ends, if it ends only one.
    7.  In order of score, then of number: at most `rank.per_record` of a record, none twice. The first of a record is
        replaced. Where the record is named (its code is given; or every character and stem of the question, pairs not
        counted, stands in its two titles; or the question is pinyin and the best passage of all is this record as a
        whole): by the passage where it starts, otherwise the record itself. Else, if it is the record itself and its
        kind is in `rank.parts`: by the best of its passages that have an anchor.
    8.  Sure = logistic of weights × (coverage of the best-scoring passage, greatest BM25 / ln(1 + rows)) as in
        `search/confidence.py`, but levels[0] at least where the titles of the first answer's record have all of the
        question's characters and stems, and those are two or more; not for pinyin. Below levels[1] it is not in the
        handbook, below levels[0] unsure, otherwise answered; where the code of the first answer's record is given,
        always answered. Answered, but the first five `leave_blank` (`search/blank.py`): blank.
    9.  The page of a passage is `handbook/kind/id.html#anchor`, in English under `en/`.
"""

from __future__ import annotations

import json
import os
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from schemas.kinds import KINDS
from schemas.words import LANGUAGES
from search.blank import SAID_IN_WORDS
from search.confidence import ANSWERED, BY_WORDS, UNSURE
from search.index import Index
from search.kinds import SEARCHED
from search.lexical import LexicalIndex
from search.normalize import simplified_characters
from search.passages import PassageText
from search.pinyin import SYLLABLE
from search.question import FACTS
from search.ranking import CODE_BONUS, FACT_BONUS, LEXICAL_WEIGHT, PER_RECORD
from search.tokens import CHINESE_STOP, CODE_PARTS, ENGLISH_STOP, RUNS

FORMAT: Final = 1
VARIABLE: Final = "window.Shouce.data.index"


def write_browser_index(index: Index, path: Path, lang: str = LANGUAGES[0]) -> bool:
    """Write the file for the pages in *lang* to *path*; False when it is there already, byte for byte."""
    # U+2028 and U+2029 end a line in old JavaScript; `</` would end a script that somebody puts into a page.
    text = json.dumps(payload(index, lang), ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    content = f"{VARIABLE} = {text};\n".encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, staged = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(staged).chmod(0o644)
    Path(staged).replace(path)
    return True


def payload(index: Index, lang: str) -> dict[str, Any]:
    """What the file holds, as the module's docstring describes it."""
    lexical = index.lexical
    return {
        "format": FORMAT,
        "generation": index.generation,
        "lang": lang,
        "t2s": _needed_characters(lexical),
        "runs": RUNS,
        "parts": CODE_PARTS,
        "stop_en": " ".join(sorted(ENGLISH_STOP)),
        "stop_zh": " ".join(sorted(CHINESE_STOP)),
        "syllable": SYLLABLE,
        "facts": [[name, pattern] for name, pattern in FACTS.items()],
        "said": dict(SAID_IN_WORDS),
        "weights": {lang: _weights(lang) for lang in LANGUAGES},
        "levels": [ANSWERED, UNSURE],
        "rank": {
            "lexical": LEXICAL_WEIGHT, "fact": FACT_BONUS, "code": CODE_BONUS, "per_record": PER_RECORD,
            "parts": sorted(name for name, kind in SEARCHED.items() if kind.answers_in_parts),
            "blank": sorted(name for name, kind in SEARCHED.items() if kind.can_be_blank),
        },
        "terms": "\n".join(lexical.terms),
        "step": lexical.step,
        "postings": b64encode(bytes(_postings(lexical))).decode(),
        "rows": [len(list(rows)) for _, rows in groupby(lexical.owners.tolist())],
        "records": _records(index),
        "kinds": {kind.folder: [kind.name, kind.words.zh, kind.words.en] for kind in KINDS.values()},
        "passages": list(_passages(index)),
    }  # fmt: skip


def _weights(lang: str) -> list[float]:
    weights = BY_WORDS.of(lang)
    return [weights.coverage, weights.strength, weights.bias]


def _needed_characters(lexical: LexicalIndex) -> str:
    needed = {term for term in lexical.terms if len(term) == 1}.union(*CHINESE_STOP, *FACTS.values())
    return "".join(old + new for old, new in sorted(simplified_characters().items()) if new in needed)


def _postings(lexical: LexicalIndex) -> Iterator[int]:
    counts = lexical.counts
    rows, data, starts = counts.rows.tolist(), lexical.data.tolist(), counts.starts.tolist()
    for term in range(len(lexical.terms)):
        places = sorted(zip(rows[starts[term] : starts[term + 1]], data[starts[term] : starts[term + 1]], strict=True))
        yield from _leb128(len(places))
        before = -1
        for row, score in places:
            yield from _leb128(row - before)
            yield score
            before = row


def _leb128(number: int) -> Iterator[int]:
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def _records(index: Index) -> list[list[str]]:
    wholes = (index.passages[numbers[0]] for numbers in index.records.values())
    return [
        [
            p.handbook,
            p.kind,
            p.record.rpartition("/")[2],
            p.code,
            p.zh.title,
            p.en.title,
            p.edition,
            p.effective,
            p.status,
        ]
        for p in wholes
    ]


def _passages(index: Index) -> Iterator[list[Any]]:
    numbers = {record: number for number, record in enumerate(index.records)}
    for passage in index.passages:
        yield [
            numbers[passage.record], passage.id[len(passage.record) + 1 :], passage.part, passage.anchor,
            int(passage.start), list(passage.forms), _wording(passage.zh), _wording(passage.en),
        ]  # fmt: skip


def _wording(wording: PassageText) -> list[str]:
    return [wording.section, wording.text, wording.by, wording.within, wording.say]
