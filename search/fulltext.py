"""Full text: every passage that holds all words of a question, wherever an answer shows them, in either language.

The index by words gives the candidates; each is then read in normalised text. A question that the index has no words
for (的, a single letter, another script) is looked for in every text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, reduce
from heapq import nsmallest
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from schemas.languages import PREFIX
from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES
from search.excerpts import Excerpt, excerpt
from search.index import Index
from search.normalize import has_cjk, normalize
from search.passages import Passage
from search.sought import Sought, sought_in
from search.tokens import tokenize_normalized

SHOWN: Final = 10
"""How many passages are shown when nothing else is asked for."""

_LAST: Final = "\U0010ffff"
_Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that holds the words: like an answer, with an excerpt instead of its text."""

    handbook: str | None
    kind: str
    record: str
    code: str | None
    title: str
    section: str
    excerpt: Excerpt
    url: str


class FullText:
    """Searches the texts of one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._plain: dict[int, tuple[str, str]] = {}

    def find(
        self, question: str, *, handbook: str | None = None, top: int = SHOWN, lang: str | None = None
    ) -> Mapping[str, Any]:
        """The object that `/api/text` gives: in how many passages the words stand, and the first *top* of them.

        Args:
            question: what to look for; its first `LONGEST_QUESTION` characters count.
            handbook: the id of the only handbook to look in.
            top: how many passages at most.
            lang: the language of titles and excerpts, `zh` or `en`; that of the question when None.
        """
        plain = normalize(question, LONGEST_QUESTION)
        words = sought_in(plain, self._index.lexical.knows)
        worded = lang or _language(words)
        numbers = self._holding(words, handbook) if words else []
        best = nsmallest(top, self._ranked(numbers, words, tokenize_normalized(plain)))
        places = [self._place(number, words, worded, handbook) for *_, number in best]
        return {
            "question": question, "lang": worded, "places": len(numbers), "passages": [asdict(one) for one in places],
        }  # fmt: skip

    def _holding(self, words: Sequence[Sought], handbook: str | None) -> list[int]:
        passages = self._index.passages
        found = [numbers for numbers in map(self._candidates, words) if numbers is not None]
        numbers = _common(found).tolist() if found else range(len(passages))
        inside = (number for number in numbers if handbook is None or passages[number].handbook in (handbook, ""))
        return [number for number in inside if all(word.stands_in(self._read(number)[1]) for word in words)]

    def _ranked(
        self, numbers: Sequence[int], words: Sequence[Sought], tokens: Sequence[str]
    ) -> Iterator[tuple[bool, float, int]]:
        """First where title, heading or code have the words, then by words as a question is answered, then in order."""
        scores = self._index.lexical.scores(tokens)
        for number in numbers:
            heading, _ = self._read(number)
            yield not all(word.stands_in(heading) for word in words), -float(scores[number]), number

    def _read(self, number: int) -> tuple[str, str]:
        """The heading of a passage and all that an answer shows of it, normalised; in memory once it was read."""
        if number not in self._plain:
            passage = self._index.passages[number]
            heading = normalize(_heading(passage))
            texts = normalize("\n".join(text for lang in LANGUAGES for text in _texts(passage, lang)))
            self._plain[number] = heading, f"{heading}\n{texts}"
        return self._plain[number]

    def _candidates(self, word: Sought) -> _Numbers | None:
        """The passages that can hold *word*, ascending; None where tokens do not say."""
        grams = word.grams
        if not grams:
            return None
        by_tokens = _common([self._with_gram(gram) for gram in dict.fromkeys(grams)])
        by_time = [numbers for time, numbers in self._times.items() if word.stands_in(time)]
        return np.unique(np.concatenate([by_tokens, *by_time]))

    def _with_gram(self, gram: str) -> _Numbers:
        lexical = self._index.lexical
        rows = [lexical.counts.rows[lexical.counts.column(term)] for term in self._terms(gram)]
        own = np.concatenate([np.zeros(0, np.int32), *rows])
        return np.unique(lexical.owners[own[lexical.asks[own] < 0]])

    def _terms(self, gram: str) -> list[int]:
        """The terms that a text with *gram* in it has one of: Latin words stand in the index without their endings."""
        lexical = self._index.lexical
        if not gram.isascii():
            return [lexical.number(gram)] if lexical.knows(gram) else []
        first, end = bisect_left(lexical.terms, gram), bisect_left(lexical.terms, gram + _LAST)
        stems = {gram[:length] for length in range(1, len(gram))}
        stems |= {gram[:at] + "y" for at, letter in enumerate(gram) if letter == "i"}
        return [*range(first, end), *(lexical.number(stem) for stem in sorted(stems) if lexical.knows(stem))]

    def _place(self, number: int, words: Sequence[Sought], lang: str, handbook: str | None) -> Place:
        passage = self._index.passages[number]
        wording, kind = passage.wording(lang), self._index.kinds[passage.kind]
        return Place(
            handbook=passage.handbook or handbook,
            kind=kind.name,
            record=passage.record.rpartition("/")[2],
            code=passage.code or None,
            title=wording.title,
            section=wording.section or kind.words.of(lang),
            excerpt=_excerpt(passage, words, lang),
            url=PREFIX.of(lang) + passage.url,
        )

    @cached_property
    def _times(self) -> Mapping[str, _Numbers]:
        """Time limits, which have no tokens, and the passages that give each."""
        by_time: dict[str, list[int]] = {}
        for number, passage in enumerate(self._index.passages):
            for time in {passage.zh.within, passage.en.within} - {""}:
                by_time.setdefault(normalize(time), []).append(number)
        return {time: np.array(numbers, dtype=np.int32) for time, numbers in by_time.items()}


def _language(words: Sequence[Sought]) -> str:
    """A question of Latin words is English; a code alone is Chinese, as when it is answered."""
    latin = [word for word in words if word.way == "word" and len(word.text) > 1]
    return "en" if latin and not any(has_cjk(word.text) for word in words) else "zh"


def _common(found: Sequence[_Numbers]) -> _Numbers:
    return reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), sorted(found, key=len))


def _heading(passage: Passage) -> str:
    return "\n".join((passage.zh.title, passage.zh.section, passage.en.title, passage.en.section, passage.code))


def _texts(passage: Passage, lang: str) -> tuple[str, ...]:
    """What an answer shows besides its heading, in the order in which an excerpt is taken from it."""
    wording = passage.wording(lang)
    codes = " · ".join(filter(None, (passage.code, *passage.forms)))
    return wording.text, wording.say, wording.by, wording.within, passage.hints(lang), codes


def _excerpt(passage: Passage, words: Sequence[Sought], lang: str) -> Excerpt:
    """From the first text that has one of the words, of *lang* if it can be; else the beginning of the passage."""
    langs = sorted(LANGUAGES, key=lambda one: one != lang)
    excerpts = (excerpt(text, words) for one in langs for text in _texts(passage, one) if text)
    with_match = next((pieces for pieces in excerpts if any(is_match for _, is_match in pieces)), None)
    return with_match or excerpt(passage.wording(lang).text, ())
