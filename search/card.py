"""What the card of an answer shows beyond the answer itself: where its step stands, and what is near a dead end.

`handbook ask` and `/api/ask?card=true` make it from the index; `search.page_texts` writes what the page needs to make
the same card without a server (`site/docs/assets/offline-card.js`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from schemas.languages import PREFIX
from schemas.punctuation import joined
from search.answer import Answer
from search.blank import SAID_IN_WORDS
from search.index import Index
from search.normalize import normalize
from search.outline import outline
from search.passages import Passage
from search.tokens import tokenize

NEAREST: Final = 3
"""How many places and forms are offered where there is no answer."""
LEAST_CODE: Final = 3
"""So many characters of a code in a question must stand in one of the library's for that to be meant."""
LONGEST_FACT: Final = 40
"""Characters of a clause that is short enough to be shown large."""
CLAUSE: Final = "[^。；;！？!?\n]+"
"""A clause of a text, as a regular expression of Python and of JavaScript."""
_WHO: Final = "谁|哪位|哪个(?:部门|岗位|人|领导)|什么人"
ACT: Final = f"(?:{_WHO})(?:来|去|负责|可以|能|会|该|应|要)*([\\u3400-\\u9fff]+)|who(?:m| )([a-z ]+)"
"""Who, and what is done, in a normalised question."""
CODE: Final = "[a-z]+[a-z0-9 .-]*[0-9]"
"""What may be a code in a normalised question."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to; `url` is relative to the site."""

    title: str
    section: str
    url: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A form by its name and address (`handbook/forms/id`)."""

    code: str
    title: str
    address: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """The fact that is asked for (`within`, `by`, `forms` …), and what the first answer says of it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What surrounds the first answer; for a dead end what is nearest.

    Attributes:
        fact: None where no fact is asked for, the answer does not give it, or is not sure.
        number: of the step, as the page prints it, or of the part among its like; None where it has none.
        of: how many there are.
        before, after: what may come before and after it; for a record as a whole where it begins.
        never: what must not be done or said there.
        forms: those that it uses, or what it is itself.
        nearest: the closest places; empty unless there is no answer.
        papers: forms that may be meant; empty unless there is no answer.
    """

    fact: Fact | None = None
    number: int | None = None
    of: int | None = None
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    never: tuple[str, ...] = ()
    forms: tuple[Paper, ...] = ()
    nearest: tuple[Place, ...] = ()
    papers: tuple[Paper, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The object `card` of `/api/ask?card=true`."""
        return asdict(self)


def card_of(index: Index, answer: Answer) -> AnswerCard:
    """The card of *answer*, which *index* gave."""
    lang, is_dead = answer.lang, answer.status in ("blank_in_handbook", "not_in_handbook")
    papers = _Papers(index, lang)
    near = [index.passages[number] for number in answer.found]
    nearest = tuple(place_of(index, passage, lang) for passage in near[:NEAREST]) if is_dead else ()
    meant = tuple(papers.meant(answer.question, near[:NEAREST])) if is_dead else ()
    if not answer.answers:
        return AnswerCard(nearest=nearest, papers=meant)
    first, numbers = answer.found[0], index.records[near[0].record]
    passages = [index.passages[number] for number in numbers]
    part = outline(passages)[first - numbers[0]]
    names = (near[0].record,) if near[0].kind == "forms" else near[0].forms
    forms = tuple(papers.named(near[0].handbook, names))
    return AnswerCard(
        fact=_fact(answer, near[0], forms), number=part.number or None, of=part.of or None,
        before=tuple(place_of(index, passages[at], lang) for at in part.before),
        after=tuple(place_of(index, passages[at], lang) for at in part.after),
        never=tuple(filter(None, near[0].wording(lang).never.split("\n"))),
        forms=forms, nearest=nearest, papers=meant,
    )  # fmt: skip


class _Papers:
    """The forms of an index, by address and by code."""

    def __init__(self, index: Index, lang: str) -> None:
        wholes = (index.passages[numbers[0]] for numbers in index.records.values())
        self._forms = {passage.record: passage for passage in wholes if passage.kind == "forms"}
        self._coded = {(passage.handbook, passage.code): address for address, passage in self._forms.items()}
        self._lang = lang

    def named(self, handbook: str, names: Iterable[str]) -> Iterator[Paper]:
        """Those that a passage of *handbook* names by code or address; one of another handbook has its address."""
        for name in names:
            passage = self._forms.get(self._coded.get((handbook, name), name))
            if passage is not None:
                title, url = passage.wording(self._lang).title, PREFIX.of(self._lang) + passage.url
                yield Paper(passage.code, title, passage.record, url)

    def meant(self, question: str, near: Sequence[Passage]) -> Iterator[Paper]:
        """At most three: with a code like the one of *question*, otherwise those of the places that are *near*."""
        alike = alike_codes(question, [(passage.code, address) for address, passage in self._forms.items()])
        named = (paper for passage in near for paper in self.named(passage.handbook, (passage.record, *passage.forms)))
        papers = {paper.address: paper for paper in (*self.named("", alike), *named)}
        yield from [*papers.values()][:NEAREST]


def alike_codes(question: str, coded: Sequence[tuple[str, str]]) -> list[str]:
    """The addresses whose code has most of the first characters of a code in *question*; the page has the same rule."""
    found = re.search(CODE, normalize(question))
    sought = _letters(found.group()) if found else ""
    shares = [(_share(sought, _letters(code)), address) for code, address in coded]
    most = max((share for share, _ in shares), default=0)
    return [address for share, address in shares if share == most][:NEAREST] if most >= LEAST_CODE else []


def _share(sought: str, code: str) -> int:
    """How many of the first characters of *sought* stand together in *code*."""
    return next((length for length in range(len(sought), 0, -1) if sought[:length] in code), 0)


def _letters(code: str) -> str:
    return re.sub("[^a-z0-9]", "", code.lower())


def place_of(index: Index, passage: Passage, lang: str) -> Place:
    """Where *passage* stands, in *lang*."""
    wording = passage.wording(lang)
    section = wording.section or index.kinds[passage.kind].words.of(lang)
    return Place(wording.title, section, PREFIX.of(lang) + passage.url)


def _fact(answer: Answer, passage: Passage, forms: Sequence[Paper]) -> Fact | None:
    """What the first answer says of the fact that is asked for: in its field, or in a clause of its text."""
    if not answer.wants or answer.status != "answered":
        return None
    wording = passage.wording(answer.lang)
    if answer.wants == "forms":
        value = joined([paper.title for paper in forms], answer.lang)
    else:
        value = getattr(wording, answer.wants, "")
    value = value or clause_of(wording.text, answer.wants, answer.question)
    return Fact(answer.wants, value) if value else None


def clause_of(text: str, fact: str, question: str) -> str:
    """The clause that gives *fact* and says most of what *question* asks, if that is short; the first of equals.

    Who is named in another clause does something else: of «who» it must say the act that was asked for. Where several
    give the fact and none says a word of the question, nobody can tell which is meant, and it is none.
    """
    pattern, act = SAID_IN_WORDS.get(fact, ""), _act(question) if fact == "by" else ""
    clauses = [clause.strip() for clause in re.findall(CLAUSE, text)]
    said = [clause for clause in clauses if pattern and re.search(pattern, normalize(clause)) and _says(clause, act)]
    asked = set(tokenize(question))
    shared = [len(asked.intersection(tokenize(clause))) for clause in said]
    most = max(shared, default=0)
    if not most and len(said) != 1:
        return ""
    best = said[shared.index(most)]
    return best if len(best) <= LONGEST_FACT else ""


def _act(question: str) -> str:
    """What somebody does of whom *question* asks: `受理投诉` in `谁来受理投诉`; empty where it stands before that."""
    found = re.search(ACT, normalize(question))
    return (found[1] or found[2]) if found else ""


def _says(clause: str, act: str) -> bool:
    """Whether a clause has the first word of an *act*: two characters, or one with what it is done to, or a word."""
    if act >= "\u3400":
        normalized = normalize(clause)
        return act[:2] in normalized or (len(act) > 2 and act[0] in normalized and act[1:3] in normalized)
    words = tokenize(act)
    return not words or words[0] in tokenize(clause)
