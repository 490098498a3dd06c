"""`ask`: a question in, the steps that answer it out, best first, or the plain statement that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from schemas.findings import HandbookError
from search.answer import Answer, Hit, Status, Way, show
from search.blank import leaves_blank
from search.confidence import ANSWERED, confidence, level
from search.encoder import (
    Encoder,
    EncoderCrashedError,
    EncoderMissingError,
    EncoderUnusableError,
    Vectors,
    asking,
    identity,
    load_encoder,
    located,
    unit,
)
from search.errors import IndexUnfitError, VectorsDamagedError
from search.fulltext import SHOWN as PLACES
from search.fulltext import FullText
from search.homes import Shared
from search.index import Index, built_for, open_index
from search.left_out import EncodedOthers
from search.planned import Planned, planned_in
from search.question import Question, read_question
from search.ranking import Evidence, Ranker, title_words
from search.same import Found, Sameness, addresses
from search.shared.errors import DatabaseError
from search.signs import Heard
from search.student import Gist

SHOWN: Final = 5
"""How many answers are given when nothing else is asked for."""

FOLDED: Final = 3
"""How many times as many are looked through for what says the same in other handbooks."""
DANGER_BONUS: Final = 1000.0
"""More than any score, that of a code too: the card of a danger comes first."""


class Searcher:
    """Answers questions from one index. It keeps no state between questions and may be shared by threads.

    Args:
        index: what is searched.
        encoder: the encoder that made its vectors; None to go by words alone.
        student: whether the student stands for the encoder, where the index has one, as in the page.

    Raises:
        IndexUnfitError: the encoder gives vectors of another length than the index has.
    """

    def __init__(self, index: Index, encoder: Encoder | None = None, *, student: bool = False) -> None:
        self.index = index = _with_others(index, encoder)
        self._student = index.student if student else None
        self._encoder = encoder if index.dense is not None else None
        self._ranker = Ranker(index)
        self._sameness = Sameness(index)
        self._texts = FullText(index)
        if self._encoder is not None and index.dense is not None:
            given = len(self._encoder.encode_query("手册"))
            if given != index.dense.dimension:
                raise IndexUnfitError(index.generation, index.dense.dimension, given)

    @property
    def mode(self) -> Way:
        """`semantic` when vectors take part, otherwise `lexical`."""
        return "lexical" if self._encoder is None else "semantic"

    @property
    def warnings(self) -> tuple[HandbookError, ...]:
        """What the user should be told about the index."""
        return self.index.warnings

    def ask(self, question: str, *, handbook: str | None = None, top: int = SHOWN, lang: str | None = None) -> Answer:
        """Answer *question*.

        Args:
            question: Chinese, English or pinyin.
            handbook: the id of the only handbook to look in.
            top: how many answers at most.
            lang: the language of the answer, `zh` or `en`; that of the question when None.
        """
        started = perf_counter()
        read = read_question(question, self.index.lexical)
        evidence, found_by = self._weigh_or_go_by_words(read, handbook)
        found = self.find(evidence, max(top, SHOWN))
        chosen = found[:top]
        status, sure = self.judge(read, evidence)
        planned = self._planned(read, evidence, handbook)
        status = "not_in_handbook" if planned else status
        scores = _scores(evidence, [one.passage for one in chosen], sure)
        said_in = lang or read.lang
        answers = tuple(self._show(one, said_in, score, handbook) for one, score in zip(chosen, scores, strict=True))
        took = round((perf_counter() - started) * 1000, 2)
        given = () if status == "not_in_handbook" else answers
        numbers = tuple(one.passage for one in found)
        danger = self.index.watch.danger(evidence.perils, said_in, handbook)
        named = planned.said(said_in) if planned else None
        return Answer(question, said_in, status, given, took, found_by, read.wants, numbers, danger, named)

    def _planned(self, read: Question, evidence: Evidence, handbook: str | None) -> Planned | None:
        """The title that is asked for and not written yet; none in danger, and where a record is named or asked so."""
        if evidence.perils or evidence.coded or evidence.asked or evidence.titled:
            return None
        return planned_in((read.typed, read.text), self.index.planned, handbook)

    def _weigh_or_go_by_words(self, read: Question, handbook: str | None) -> tuple[Evidence, Way]:
        """What speaks for each passage, by words alone where the encoder dies of the question or vectors are away."""
        try:
            return self.weigh(read, handbook), self.mode
        except (EncoderCrashedError, EncoderUnusableError):
            return self.weigh_by(read, None, handbook), "encoder-crashed"
        except (DatabaseError, VectorsDamagedError):
            return self.weigh_by(read, None, handbook), "vectors-away"

    def _show(self, found: Found, lang: str, score: float, handbook: str | None) -> Hit:
        passage = self.index.passages[found.passage]
        hit = show(passage, self.index.kinds[passage.kind], lang, score, handbook)
        return replace(hit, also=addresses(self.index, found.also))

    def text(
        self, question: str, *, handbook: str | None = None, top: int = PLACES, lang: str | None = None
    ) -> Mapping[str, Any]:
        """Where the words of *question* stand: the object that `/api/text` gives, as `FullText.find` describes it."""
        return self._texts.find(question, handbook=handbook, top=top, lang=lang)

    def weigh(self, read: Question, handbook: str | None = None, without: tuple[int, int] | None = None) -> Evidence:
        """What speaks for each passage; *without* leaves one ask out of the index as (passage, number)."""
        with self._asking(read) as meaning:
            heard = self._ranker.hear(read, without)
            vector = meaning()
        return self._weighed(heard, vector, handbook)

    def weigh_by(
        self,
        read: Question,
        vector: Vectors | Gist | None,
        handbook: str | None = None,
        without: tuple[int, int] | None = None,
    ) -> Evidence:
        """The same by a *vector* that `meaning` gave, or by words alone where there is none."""
        return self._weighed(self._ranker.hear(read, without), vector, handbook)

    def _weighed(self, heard: Heard, vector: Vectors | Gist | None, handbook: str | None) -> Evidence:
        return self._danger_first(heard.question, vector, self._ranker.weigh(heard, vector, handbook))

    def meaning(self, read: Question) -> Vectors | Gist | None:
        """What the question means to whoever compares: the encoder or the student; None where words alone are.

        Raises:
            EncoderCrashedError, EncoderUnusableError: the encoder cannot take it.
        """
        with self._asking(read) as meaning:
            return meaning()

    @contextmanager
    def _asking(self, read: Question) -> Iterator[Callable[[], Vectors | Gist | None]]:
        """What waits for that; while it is, something else can be done."""
        if self._student is not None:
            student, lexical = self._student, self.index.lexical
            yield lambda: student.gist(read.tokens, lexical)
        elif self._encoder is None or not read.text.strip():
            yield lambda: None
        else:
            with asking(self._encoder, read.text) as vector:
                yield lambda: unit(vector())

    def _danger_first(self, read: Question, vector: Vectors | Gist | None, evidence: Evidence) -> Evidence:
        """*evidence* with the cards of the danger before all else that somebody is in who asks so."""
        perils = self.index.watch.look(read.typed, read.text, None if isinstance(vector, Gist) else vector)
        if not perils:
            return evidence
        cards, scores = [self.index.watch.perils[number].card for number in perils], evidence.scores.copy()
        for place, card in enumerate(reversed(cards), start=1):
            scores[list(self.index.records[card])] += place * DANGER_BONUS
        return replace(evidence, scores=scores, coded=evidence.coded.union(cards), perils=tuple(perils))

    def find(self, evidence: Evidence, top: int) -> list[Found]:
        """The passages to answer with, best first; those of several handbooks that say the same are one answer."""
        if evidence.at_home:
            return [Found(number) for number in self._ranker.choose(evidence, top)]
        return self._sameness.fold(self._ranker.choose(evidence, FOLDED * top), evidence, top)

    def choose(self, evidence: Evidence, top: int) -> list[int]:
        """The same without what says the same elsewhere: each record by itself."""
        return self._ranker.choose(evidence, top)

    def judge(self, read: Question, evidence: Evidence) -> tuple[Status, float]:
        """What the answer amounts to, and how sure that is, 0 to 1."""
        if evidence.perils:
            return "answered", 1.0
        chosen = [self.index.passages[number] for number in self._ranker.choose(evidence, 1)]
        if not chosen or not read.tokens:
            return "not_in_handbook", 0.0
        if chosen[0].record in evidence.coded:
            return "answered", 1.0
        sure = confidence(read, evidence, self.index.lexical)
        if chosen[0].record in evidence.titled and len(title_words(read.tokens)) > 1:
            sure = max(sure, ANSWERED)  # two words or more, and all of them stand in the title
        reached = level(sure)
        if reached != "not_in_handbook" and leaves_blank(chosen[0], read.wants, self.index.kinds):
            return "blank_in_handbook", sure
        return reached, sure


def _with_others(index: Index, encoder: Encoder | None) -> Index:
    """*index* from which an ask can be left out where vectors are compared."""
    if index.dense is None or encoder is None:
        return index
    return replace(index, dense=index.dense.with_others(EncodedOthers(index.passages, encoder)))


def _scores(evidence: Evidence, chosen: Sequence[int], sure: float) -> list[float]:
    """A score for each answer: *sure* for the first, less for the others by how far they fall behind it."""
    if not chosen:
        return []
    finite = evidence.scores[evidence.scores > -float("inf")]
    floor, best = float(finite.mean()), float(finite.max())
    shares = [max(0.0, (float(evidence.scores[number]) - floor) / ((best - floor) or 1.0)) for number in chosen]
    shares[0] = 1.0
    return [sure * min(shares[: place + 1]) for place in range(len(shares))]


def open_searcher(root: Path, shared: Shared | None = None) -> Searcher:
    """A searcher over the index under *root*, or *shared*, with the encoder it was built by when that is installed.

    Where it is not, search goes by words and `warnings` says so; nothing of the library is read.

    Raises:
        IndexMissingError, IndexDamagedError, IndexUnfitError: no generation can be used.
    """
    name = built_for(root, shared)
    if name is not None:
        name = located(name, root)
        try:
            encoder = load_encoder(name, begin=True)
            return Searcher(open_index(root, made_by=identity(name), shared=shared), encoder)
        except (EncoderMissingError, EncoderUnusableError, EncoderCrashedError) as error:
            return Searcher(open_index(root, warnings=(error,), shared=shared))
    return Searcher(open_index(root, shared=shared))
