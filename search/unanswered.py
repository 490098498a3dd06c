"""What was asked and not found, put together by meaning, with the line of YAML that would settle it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal
from zlib import crc32

import numpy as np

from schemas.words import LANGUAGES, ByLanguage
from search.answer import Answer
from search.ask import Searcher
from search.blank import IN_TEXTS
from search.card import Place, place_of
from search.encoder import EncoderCrashedError, EncoderUnusableError, Vectors, unit
from search.passages import Passage
from search.question import read_question
from search.questions import normalised

MOST: Final = 500
"""So many different questions are put together, the newest; each costs the encoder a moment when it is first seen."""
ALIKE: Final = ByLanguage(0.91, 0.88)
"""Cosine from which a question joins another one's group, by that one's language: chosen so that of the asks of
different parts of one handbook fewer than one pair in a hundred would be joined."""
ALIKE_IN_WORDS: Final = 0.6
"""The same where there is no encoder, of the words they share."""
_WIDTH: Final = 512
_SHOWN: Final = 8
"""Different wordings and notes that are shown of a group."""
_PLAIN: Final = re.compile(r"[\w\u3400-\u9fff][\w\u3000-\u303f\u3400-\u9fff\uff00-\uffef ’?.-]*")
"""What YAML takes for a text without quotation marks."""
_TAKEN: Final = re.compile(r"[-+.\d]*|true|false|yes|no|on|off|null|~", re.IGNORECASE)
"""What it would take for something else than a text."""
_LISTS: Final[Mapping[str, str]] = {
    "step": "steps", "periodic": "periodic", "node": "nodes", "article": "articles", "duty": "duties",
    "point": "points", "section": "sections", "commitment": "commitments",
}  # fmt: skip
"""The key of a record under which parts with asks of their own stand, by what their anchors begin with."""


_TOLD: Final = ("procedures", "policies", "guides", "scripts", "troubleshooting")
"""The kinds of records that say how something is done; the first of them for what has no other."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the question log: a question without a sure answer, a vote on an answer, or a note to the owner."""

    day: str
    question: str
    lang: str
    status: str
    vote: str = ""
    reason: str = ""
    note: str = ""
    place: str = ""
    edition: str = ""

    @property
    def remark(self) -> str:
        """The note; of a page, with its address and edition."""
        where = f"{self.place}, {self.edition}" if self.edition else ""
        return f"{self.note} ({where})" if self.note and where else self.note

    @property
    def is_trouble(self) -> bool:
        """Whether somebody was not helped."""
        return self.vote != "up" and (self.status != "answered" or bool(self.vote or self.note))


@dataclass(frozen=True, slots=True)
class Fix:
    """A line to write, and where: an ask, the fact that is left open, a new record's title; or a text to put right."""

    kind: Literal["ask", "fact", "title", "text"]
    file: str
    place: str
    yaml: str


@dataclass(slots=True)
class Group:
    """Questions that mean the same, named by the one that was asked first.

    Attributes:
        asked: how often somebody was left without an answer.
        first, last: the days of the first and the last time.
        wordings: different ways it was put, the newest first.
        status: what the newest edition makes of it; `planned` where its title is named and not written yet.
        fixes: what would settle it, the most likely first.
    """

    question: str
    lang: str
    asked: int = 0
    up: int = 0
    down: int = 0
    first: str = ""
    last: str = ""
    wordings: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    status: str = ""
    nearest: Place | None = None
    fixes: list[Fix] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return asdict(self)


def groups_of(searcher: Searcher, lines: Iterable[Asked], lang: str) -> list[Group]:
    """The groups of the lines of a log, oldest line first; those that were asked most come first.

    A question joins the group whose first question is most like it, or begins one. So nothing that comes later changes
    how earlier questions stand together.
    """
    lines = [line for line in lines if line.question.strip()]
    groups = _grouped(searcher, lines)
    troubled = [group for group in groups if group.asked or group.down or group.notes]
    for group in troubled:
        _settle(searcher, group, lang)
    return sorted(troubled, key=lambda group: (group.asked + group.down, group.last), reverse=True)


def _grouped(searcher: Searcher, lines: Sequence[Asked]) -> list[Group]:
    newest = dict.fromkeys(normalised(line.question) for line in reversed(lines))
    kept = set([*newest][:MOST])
    groups, leaders, joined = list[Group](), list[Vectors](), dict[str, Group]()
    for line in lines:
        key = normalised(line.question)
        if key not in kept:
            continue
        if key not in joined:
            vector, limit = _vector(searcher, line)
            at = _closest(leaders, groups, vector, limit)
            if at is None:
                groups.append(Group(line.question, line.lang))
                leaders.append(vector)
                at = len(groups) - 1
            joined[key] = groups[at]
        _count(joined[key], line)
    return groups


def _vector(searcher: Searcher, line: Asked) -> tuple[Vectors, float]:
    """A vector of the question, and from which cosine on another is alike."""
    read = read_question(line.question, searcher.index.lexical)
    try:
        vector = searcher.meaning(read)
    except (EncoderCrashedError, EncoderUnusableError):
        vector = None
    if isinstance(vector, np.ndarray):
        return np.r_[vector, np.zeros(_WIDTH, dtype=vector.dtype)], ALIKE.of(
            line.lang if line.lang in LANGUAGES else LANGUAGES[0]
        )
    words = np.zeros(_WIDTH, dtype=np.float32)
    for token in read.tokens:
        words[crc32(token.encode()) % _WIDTH] = 1
    dimension = searcher.index.dense.dimension if searcher.index.dense is not None else 0
    return np.r_[np.zeros(dimension, dtype=np.float32), unit(words) if words.any() else words], ALIKE_IN_WORDS


def _closest(leaders: Sequence[Vectors], groups: Sequence[Group], vector: Vectors, limit: float) -> int | None:
    if not leaders:
        return None
    cosines = np.array([leader @ vector for leader in leaders])
    at = int(cosines.argmax())
    return at if cosines[at] >= limit else None


def _count(group: Group, line: Asked) -> None:
    group.asked += line.is_trouble and not line.vote and not line.note
    group.up += line.vote == "up"
    group.down += line.vote == "down"
    if line.is_trouble:
        group.first, group.last = group.first or line.day, line.day
        _remember(group.wordings, line.question)
        _remember(group.reasons, line.reason)
        _remember(group.notes, line.remark)


def _remember(some: list[str], text: str) -> None:
    """Put *text* first among *some*, which stay few."""
    if text:
        some[:] = [text, *(one for one in some if one != text)][:_SHOWN]


def _settle(searcher: Searcher, group: Group, lang: str) -> None:
    """Find the nearest place, and what would settle it there."""
    answer = searcher.ask(group.question, lang=lang)
    group.status = "planned" if answer.planned else answer.status
    if answer.found:
        passage = searcher.index.passages[answer.found[0]]
        group.nearest = place_of(searcher.index, passage, lang)
        group.fixes = fixes(answer, passage, group.question)


def fixes(answer: Answer, nearest: Passage, question: str) -> list[Fix]:
    """The lines that may settle *question*, which *answer* does not: the most likely first."""
    sort, _, _ = nearest.anchor.partition("-")
    question = " ".join(question.replace("*", " ").split())  # what was masked says nothing
    list_ = _LISTS.get(sort, "")
    where = f"{list_} › {nearest.part} › " if list_ else ""
    ask = Fix("ask", f"handbook/{nearest.record}.yaml", f"{where}asks", f"- {_quoted(question)}")
    folder = "/".join(filter(None, ("handbook", nearest.handbook, nearest.kind if nearest.kind in _TOLD else _TOLD[0])))
    named = answer.planned["title"] if answer.planned else question
    title = Fix("title", f"{folder}/….yaml", "title", f"title: {_quoted(named)}")
    if answer.status == "answered":
        return [Fix("text", ask.file, where.removesuffix(" › "), "")]
    if answer.status == "blank_in_handbook" and answer.wants:
        kind: Literal["fact", "text"] = "text" if answer.wants in IN_TEXTS else "fact"
        line = "" if kind == "text" else f"{answer.wants}: "
        return [Fix(kind, ask.file, where.removesuffix(" › "), line), ask]
    return [title, ask] if answer.status == "not_in_handbook" else [ask, title]


def _quoted(text: str) -> str:
    """*text* as YAML: plain where it is nothing else then, otherwise in quotation marks."""
    is_plain = _PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text) and text == text.strip()
    return text if is_plain else json.dumps(text, ensure_ascii=False)
