"""The search of the static site in plain Python, over the data of `search.browser` alone: what the page's script does.

It exists to be compared with: a test asks it every question of the evaluation set and expects the answers, the order
and the status of a `Searcher` without an encoder.
"""

from __future__ import annotations

import math
import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from schemas.languages import PREFIX
from search.pinyin import read_pinyin
from search.spelling import nearest
from search.tokens import has_word, tokenize_normalized

_INVISIBLE: Final = re.compile("[\u200b-\u200d\ufeff]")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")


class BrowserSearch:
    """Searches the *data* of one index file."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        letters = data["t2s"]
        self._simple = dict(zip(letters[::2], letters[1::2], strict=True))
        self._terms = dict(zip(data["terms"].split("\n"), _read_postings(b64decode(data["postings"])), strict=True))
        self._words = [term for term in self._terms if term.isascii() and term.isalpha()]
        self._owner = [passage for passage, count in enumerate(data["rows"]) for _ in range(count)]
        self._titles = [frozenset(_names(self._tokens(f"{r[4]} {r[5]}"))) for r in data["records"]]
        self._codes = [self._tokens(r[3])[0] if r[3] and "XX" not in r[3] else "" for r in data["records"]]

    def ask(self, question: str, top: int = 5) -> tuple[str, list[str]]:
        """The status of the answer, and the pages of the passages in order, as `Answer` has them."""
        plain = self._normalize(question)
        syllables = read_pinyin(plain, self._terms.__contains__)
        tokens = list(dict.fromkeys([*syllables, *map(self._correct, self._tokens(question))]))
        words = self._scores(tokens)
        fact = next((name for name, pattern in self.data["facts"] if re.search(pattern, plain)), "")
        coded = self._coded(tokens)
        scores = self._weighed(words, fact, coded)
        titled = self._titled(tokens, scores, bool(syllables))
        chosen = self._choose(scores, coded | titled, top)
        english = not _CHINESE.search(plain) and not syllables and has_word(plain)
        lang = "en" if english else "zh"
        status = "answered" if self.data["passages"][chosen[0]][0] in coded else "not_in_handbook"
        if tokens and status != "answered":
            sure = self._sure(tokens, words, scores, lang)
            if self.data["passages"][chosen[0]][0] in titled and len(_names(tokens)) > 1 and not syllables:
                sure = max(sure, self.data["levels"][0])
            status = self._status(sure, [self.data["passages"][number] for number in chosen], fact)
        return status, [] if status == "not_in_handbook" else [self._url(number, lang) for number in chosen]

    def _normalize(self, text: str) -> str:
        folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).lower())
        return "".join(self._simple.get(letter, letter) for letter in folded)

    def _tokens(self, text: str) -> list[str]:
        return tokenize_normalized(self._normalize(text))

    def _correct(self, token: str) -> str:
        if token in self._terms or not (token.isascii() and token.isalpha()):
            return token
        return nearest(token, self._words) or token

    def _scores(self, tokens: Sequence[str]) -> list[float]:
        rows = [0] * len(self._owner)
        for token in tokens:
            for row, score in self._terms.get(token, ()):
                rows[row] += score
        best = [0] * len(self.data["passages"])
        for row, score in enumerate(rows):
            best[self._owner[row]] = max(best[self._owner[row]], score)
        return [score * float(self.data["step"]) for score in best]

    def _weighed(self, words: Sequence[float], fact: str, coded: set[int]) -> list[float]:
        rank, spread = self.data["rank"], max(words) - min(words)
        scores = [rank["lexical"] * (word - min(words)) / spread if spread else 0.0 for word in words]
        for number, passage in enumerate(self.data["passages"]):
            scores[number] += rank["fact"] * bool(fact and _fact(passage, fact))
            scores[number] += rank["code"] * (passage[0] in coded)
        return scores

    def _coded(self, tokens: Sequence[str]) -> set[int]:
        whole = {record for record, code in enumerate(self._codes) if code and self._gives(tokens, code)}
        if whole:
            return whole
        tails = [token for token in tokens if re.match(r"[a-z]", token) and re.search(r"[0-9]", token)]
        ended = {record for record, code in enumerate(self._codes) if any(code.endswith(tail) for tail in tails)}
        return ended if len(ended) == 1 else set()

    def _titled(self, tokens: Sequence[str], scores: Sequence[float], pinyin: bool) -> set[int]:
        if pinyin:
            record, key = self.data["passages"][scores.index(max(scores))][:2]
            return set() if key else {record}
        names = _names(tokens)
        return {record for record, title in enumerate(self._titles) if names and names <= title}

    @staticmethod
    def _gives(tokens: Sequence[str], code: str) -> bool:
        if re.search("[a-z]", code) or code.count(".") > 1:
            return code in tokens
        return list(tokens) == [code]

    def _choose(self, scores: Sequence[float], named: set[int], top: int) -> list[int]:
        chosen: list[int] = []
        count: dict[int, int] = {}
        for number in sorted(range(len(scores)), key=lambda one: (-scores[one], one)):
            record = self.data["passages"][number][0]
            if len(chosen) == top:
                break
            if count.get(record, 0) < self.data["rank"]["per_record"]:
                answer = number if record in count else self._stands_for(number, scores, named)
                if answer not in chosen:
                    chosen.append(answer)
                    count[record] = count.get(record, 0) + 1
        return chosen

    def _stands_for(self, number: int, scores: Sequence[float], named: set[int]) -> int:
        passages = self.data["passages"]
        record, key = passages[number][:2]
        numbers = [one for one, passage in enumerate(passages) if passage[0] == record]
        if record in named:
            return next((one for one in numbers if passages[one][4]), numbers[0])
        parts = [one for one in numbers if passages[one][3]]
        if not key and self.data["records"][record][1] in self.data["rank"]["parts"] and parts:
            return max(parts, key=lambda one: (scores[one], -one))
        return number

    def _sure(self, tokens: Sequence[str], words: Sequence[float], scores: Sequence[float], lang: str) -> float:
        coverage, strength, bias = self.data["weights"][lang]
        covered = self._coverage(tokens, max(range(len(scores)), key=lambda one: (scores[one], -one)))
        weighed = coverage * covered + strength * max(words) / math.log(1 + len(self._owner)) + bias
        return float(1 / (1 + math.exp(-weighed)))

    def _status(self, sure: float, passages: Sequence[Sequence[Any]], fact: str) -> str:
        answered, unsure = self.data["levels"]
        if sure < unsure:
            return "not_in_handbook"
        if sure < answered:
            return "unsure"
        return "blank_in_handbook" if self._blank(passages, fact) else "answered"

    def _coverage(self, tokens: Sequence[str], passage: int) -> float:
        weights = {token: self._rarity(len(self._terms.get(token, ()))) for token in tokens}
        has = (token for token in tokens if any(self._owner[row] == passage for row, _ in self._terms.get(token, ())))
        return sum(weights[token] for token in has) / (sum(weights.values()) or 1.0)

    def _rarity(self, rows: int) -> float:
        return math.log(1 + (len(self._owner) - rows + 0.5) / (rows + 0.5))

    def _blank(self, passages: Sequence[Sequence[Any]], fact: str) -> bool:
        record, _, part = passages[0][:3]
        if not fact or not part or self.data["records"][record][1] not in self.data["rank"]["blank"]:
            return False
        return not any(self._says(passage, fact) for passage in passages if passage[0] == record)

    def _says(self, passage: Sequence[Any], fact: str) -> bool:
        section, text, _, _, say = passage[6]
        words = self._normalize(f"{section}{text}{say}")
        return bool(_fact(passage, fact)) or re.search(self.data["said"][fact], words) is not None

    def _url(self, number: int, lang: str) -> str:
        record, _, _, anchor = self.data["passages"][number][:4]
        page = "/".join(self.data["records"][record][:3]) + ".html" + (f"#{anchor}" if anchor else "")
        return PREFIX.of(lang) + page


def _fact(passage: Sequence[Any], fact: str) -> Any:
    """The field *fact* of a passage of the data."""
    return passage[5] if fact == "forms" else passage[6][{"by": 2, "within": 3}[fact]]


def _names(tokens: Iterable[str]) -> set[str]:
    return {token for token in tokens if token.isascii() or len(token) == 1}


def _read_postings(packed: bytes) -> Iterator[tuple[tuple[int, int], ...]]:
    place = 0

    def number() -> int:
        nonlocal place
        value = shift = 0
        while True:
            byte = packed[place]
            place += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    while place < len(packed):
        postings, row = [], -1
        for _ in range(number()):
            row += number()
            postings.append((row, packed[place]))
            place += 1
        yield tuple(postings)
