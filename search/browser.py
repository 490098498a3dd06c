"""The index as files for the site's own question box, which searches by words in the page, without a server.

`write_browser_index` writes `index.js`, which holds `window.Shouce.data.index = {…};`, and beside it the shards of
words (`search/page_words.py`), the parts of texts (`search/page_texts.py`) and in a large library the clusters of
vectors (`search/page_vectors.py`), of which the page loads what a question needs; and `index-times.js`, for full text:
`times`, [time limit, numbers of the passages that give it …]. They are scripts, so that they also load from a USB
stick. The page (`site/docs/assets/offline*.js`) gives the same answers in the same order as a `Searcher` with the
student, and finds the same places by full text: `tests/data/search-cases.json` has examples of every rule, which both
are held to.

Keys
    format       goes up when any of this changes
    generation   name of the generation of the index
    longest      characters of a question that are read
    runs, parts  regular expressions, for JavaScript's flags `gu`: what a token is made from; the parts of a run that
                 has a digit; `other`: what full text looks for besides
    stop_en, stop_zh   words left out, separated by spaces
    reading      how a question is read, as `search.reading` gives it
    facts        [name, regular expression] in the order they are tried: what a question asks for
    said         name → regular expression: words that give the fact without the field
    student      {dimensions, parts, bits, passages, clusters}: bits of a token, as in `search/student.py`, and what it
                 makes of the passages, two numbers in a sign; of a large library `clusters` instead, as in
                 `search/page_vectors.py`; null where there is no student: words alone are compared then
    weights      {zh, en} → {home, library} → the weights of `search.confidence.NAMES`, and the bias;
                 levels: [answered, unsure]
    rank         {code, words, best, grain, reach, more, behind, following, parts, blank, in_texts, near}: as in
                 `search/ranking.py`, `search/signs.py`, `search/blank.py` and `search/same.py`; `parts` and `blank`
                 list kinds
    weighing     {zh, en} → {home, library, part} → [name of a sign → its weight, sort of a passage → what it gains]: as
                 in `search/weighing.py`, by the student or by words, signs in the order in which they are summed
    again        {near, own, beside_all, beside_its_own, grain}: as in `search/reranking.py` and `search/trees.py`
    trees        {zh, en} → {record, part} → trees, as `search.trees.Written` has them
    bm25         {k1, b, step}: as in `search/lexical.py`; `step` is what one unit of a score is worth
    units, seconds   the vocabulary, shard by shard, as `search.page_words` describes it
    rows         in digits (`search/packed.py`): how many rows each passage has, its own words, then its asks
    lengths      the same: how many tokens each row has; of each passage its own words, then its asks, the shortest
                 first, each but the first as the distance from the one before
    records      [handbook, kind's folder, id, code, title zh, title en, edition, effective, status, passages]; the last
                 is how many passages it has, the record as a whole first
    alike        numbers of records by turns, of two and two that are on the same matter, as `search.same` says
    kinds        folder → [name, zh, en]
    sorts        what passages are: `procedures/step` …
    passages     base64, three bytes each: which of the sorts; bits (low byte first): 1 the record begins here, 2 it
                 has an anchor, 4 a part; 8, 16, 32 it has within, by, forms in its field; from 64 on whether it
                 gives these and those of `in_texts`, in its field or in its words
    ids          the part of each passage, as a reference names it, separated by spaces; empty where it has none
    texts        how many passages are in each part of the texts
    planned      {shortest, titles}: titles that chapters plan, each as `search.planned.Planned` has it
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np

from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES
from search.ask import FOLDED
from search.asked import BONUS as ASKED_BONUS
from search.blank import IN_TEXTS, SAID_IN_WORDS, gives
from search.confidence import AIMS, ANSWERED, UNSURE
from search.confidence import weights_of as confidence_weights
from search.index import Index
from search.lexical import K1, B
from search.packed import base64_of, in_digits, in_signs
from search.page_texts import cut_texts, texts_of
from search.page_vectors import clusters_for_page, vectors_of
from search.page_words import Shard, cut_words, lengths_of, seconds_of, words_of
from search.passages import Passage
from search.planned import SHORTEST
from search.question import FACTS, Fact
from search.ranking import BEHIND, CODE_BONUS, FOLLOWING, MORE, REACH
from search.reading import reading
from search.reranking import BESIDE_ALL, BESIDE_ITS_OWN, OWN, read_trees
from search.reranking import NEAR as NEAREST
from search.same import REACH as NEAR
from search.same import alike_records
from search.scripts import as_script, write_scripts
from search.signs import BEST, GRAIN, NAMES, OF_VECTORS, WORDS, Way
from search.sought import OTHER
from search.student import PARTS, TOKEN_BITS, Student
from search.tokens import CHINESE_STOP, CODE_PARTS, ENGLISH_STOP, RUNS
from search.trees import GRAIN as TREE_GRAIN
from search.weighing import Aim, sort_of, weights_of

FORMAT: Final = 11
VARIABLE: Final = "window.Shouce.data.index"
_STEM: Final = "index"

_FIELDS: Final[tuple[Fact, ...]] = ("within", "by", "forms")
_AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
_OTHER: Final = re.sub(r"\\U000?0?(\w{5,6})", r"\\u{\1}", OTHER)
"""In JavaScript's spelling."""


def write_browser_index(index: Index, folder: Path) -> tuple[str, ...]:
    """Write the files into *folder* and take away those that are no longer needed; the names of those that changed."""
    for before in folder.glob("around-*.js"):  # what stands in the parts of the texts had files of its own once
        before.unlink(missing_ok=True)
    return write_scripts(folder, browser_files(index), f"{_STEM}-*.js")


def browser_files(index: Index) -> dict[str, bytes]:
    """The files, by name."""
    shards, parts = cut_words(index), cut_texts(index)
    files = {f"{_STEM}.js": as_script(VARIABLE, payload(index, shards, parts))}
    for number, words in enumerate(words_of(index, shards)):
        files[f"{_STEM}-words-{number}.js"] = as_script(f"(window.Shouce.data.words ??= {{}})[{number}]", words)
    for number, vectors in enumerate(vectors_of(index.student, index.generation) if index.student else ()):
        files[f"{_STEM}-vectors-{number}.js"] = as_script(f"(window.Shouce.data.vectors ??= {{}})[{number}]", vectors)
    times = {"generation": index.generation, "times": _times(index.passages)}
    files[f"{_STEM}-times.js"] = as_script("(window.Shouce.data.times ??= {}).all", times)
    for lang in LANGUAGES:
        for number, texts in enumerate(texts_of(index, parts, lang)):
            place = f'(window.Shouce.data.texts ??= {{}})["{lang}-{number}"]'
            files[f"{_STEM}-texts-{lang}-{number}.js"] = as_script(place, texts)
    return files


def payload(index: Index, shards: Sequence[Shard], parts: Sequence[int]) -> dict[str, Any]:
    """What `index.js` holds, as the module's docstring describes it."""
    lexical = index.lexical
    return {
        "format": FORMAT, "generation": index.generation, "longest": LONGEST_QUESTION,
        **_reading(), **_ranking(index),
        "bm25": {"k1": K1, "b": B, "step": lexical.step},
        "units": [[shard.characters, shard.numbers, shard.words] for shard in shards],
        "seconds": seconds_of(lexical),
        "rows": in_digits(np.bincount(lexical.owners, minlength=len(index.passages))),
        "lengths": in_digits(lengths_of(lexical)),
        "records": [_record(index.passages[numbers[0]], len(numbers)) for numbers in index.records.values()],
        "alike": [number for pair in alike_records(index) for number in pair],
        "kinds": {folder: [kind.name, kind.words.zh, kind.words.en] for folder, kind in index.kinds.items()},
        **_passages(index.passages),
        "ids": " ".join(passage.part for passage in index.passages),
        "texts": parts,
        "planned": {"shortest": SHORTEST, "titles": [asdict(one) for one in index.planned]},
    }  # fmt: skip


def way_of(index: Index) -> Way:
    """How the page compares questions with *index*."""
    return "words" if index.student is None else "student"


def _reading() -> dict[str, Any]:
    """How a question is read."""
    return {
        "runs": RUNS, "parts": CODE_PARTS, "other": _OTHER,
        "stop_en": " ".join(sorted(ENGLISH_STOP)), "stop_zh": " ".join(sorted(CHINESE_STOP)),
        "reading": reading(),
        "facts": [[name, pattern] for name, pattern in FACTS.items()],
        "said": dict(SAID_IN_WORDS),
    }  # fmt: skip


def _ranking(index: Index) -> dict[str, Any]:
    """How answers are ranked, and how sure they are."""
    way = way_of(index)
    return {
        "student": index.student and _student(index.student),
        "weights": {lang: _weights(lang, way) for lang in LANGUAGES},
        "levels": [ANSWERED, UNSURE],
        "rank": {
            "code": CODE_BONUS, "asked": ASKED_BONUS, "words": WORDS, "best": BEST, "grain": GRAIN, "reach": REACH,
            "more": MORE, "behind": BEHIND, "following": FOLLOWING, "near": NEAR, "folded": FOLDED,
            "parts": sorted(folder for folder, kind in index.kinds.items() if kind.answers_in_parts),
            "blank": sorted(folder for folder, kind in index.kinds.items() if kind.can_be_blank),
            "in_texts": list(IN_TEXTS),
        },
        "weighing": {lang: {aim: _weighing(aim, lang, way) for aim in _AIMS} for lang in LANGUAGES},
        "again": {
            "near": NEAREST, "own": OWN, "beside_all": BESIDE_ALL, "beside_its_own": BESIDE_ITS_OWN,
            "grain": TREE_GRAIN,
        },
        "trees": {lang: read_trees()[way][lang] for lang in LANGUAGES},
    }  # fmt: skip


def _student(student: Student) -> dict[str, Any]:
    rules = {"dimensions": student.dimensions, "parts": PARTS, "bits": TOKEN_BITS}
    if student.clusters is None:
        return {**rules, "passages": in_signs(student.passages)}
    return {**rules, "clusters": clusters_for_page(student.clusters)}


def _weights(lang: str, way: Way) -> dict[str, list[float]]:
    """How sure an answer is: the weights of the signs, and the bias."""
    return {aim: list(confidence_weights(aim, lang, way)) for aim in AIMS}


def _weighing(aim: Aim, lang: str, way: Way) -> list[Mapping[str, float]]:
    """The weights of the signs that there are in the page, and of the sorts."""
    weights = weights_of(aim, lang, way)
    missing = OF_VECTORS - {"middle"} if way == "student" else OF_VECTORS
    signs = {name: weight for name, weight in zip(NAMES, weights.signs, strict=True) if name not in missing}
    return [signs, weights.sorts]


def _record(whole: Passage, passages: int) -> list[Any]:
    identity = [whole.handbook, whole.kind, whole.record.rpartition("/")[2], whole.code]
    return [*identity, whole.zh.title, whole.en.title, whole.edition, whole.effective, whole.status, passages]


def _passages(passages: Sequence[Passage]) -> dict[str, Any]:
    sorts = sorted({sort_of(passage) for passage in passages})
    numbers = {sort: number for number, sort in enumerate(sorts)}
    packed = np.zeros((len(passages), 3), dtype=np.uint8)
    for row, passage in zip(packed, passages, strict=True):
        bits = sum(1 << place for place, is_set in enumerate(_facts(passage)) if is_set)
        row[:] = numbers[sort_of(passage)], bits & 0xFF, bits >> 8
    return {"sorts": sorts, "passages": base64_of(packed.tobytes())}


def _facts(passage: Passage) -> tuple[bool, ...]:
    fields = (bool(passage.zh.within), bool(passage.zh.by), bool(passage.forms))
    said = (gives(passage, fact) for fact in (*_FIELDS, *IN_TEXTS))
    return (passage.start, bool(passage.anchor), bool(passage.part), *fields, *said)


def _times(passages: Sequence[Passage]) -> list[list[Any]]:
    """Time limits, which have no tokens, and the numbers of the passages that give each."""
    by_time: dict[str, list[Any]] = {}
    for number, passage in enumerate(passages):
        for time in sorted({passage.zh.within, passage.en.within} - {""}):
            by_time.setdefault(time, [time]).append(number)
    return list(by_time.values())
