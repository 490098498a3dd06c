"""The same question again is answered from memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from commands.answering import IndexAnswers
from commands.remembered import Remembered
from search.answer import Answer
from search.ask import Searcher
from search.index import open_index


class Counting(Searcher):
    """A searcher that counts how often it looks something up."""

    looked = 0

    def ask(self, question: str, **how: Any) -> Answer:
        """As ever."""
        self.looked += 1
        return super().ask(question, **how)


def _asked(answers: IndexAnswers, question: str, **how: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"handbook": None, "top": 5, "lang": None, **how}
    return dict(answers.answer(question, **given))


def test_the_same_words_again_are_not_looked_up_again(indexed_library: Path) -> None:
    """In full width, capitals or traditional characters too; each is given back as it was typed, for the log."""
    searcher = Counting(open_index(indexed_library))
    answers = IndexAnswers(searcher)
    first, *again = (_asked(answers, one) for one in ("kf 26 投诉", "ＫＦ 26 投诉", "KF 26 投訴"))

    assert searcher.looked == 1
    assert [one["question"] for one in again] == ["ＫＦ 26 投诉", "KF 26 投訴"]
    assert [one["answers"] for one in again] == [first["answers"]] * 2
    assert list(again[0]) == list(first)


def test_another_handbook_language_number_or_card_is_another_question(indexed_library: Path) -> None:
    """Nobody gets the answer that somebody else asked for."""
    searcher = Counting(open_index(indexed_library))
    answers = IndexAnswers(searcher)
    handbook = next(iter(answers.handbooks))
    ways: list[dict[str, Any]] = [{}, {"handbook": handbook}, {"lang": "en"}, {"top": 1}, {"card": True}]
    given = [_asked(answers, "怎么处理投诉", **how) for how in ways]

    assert searcher.looked == len(ways)
    assert [len(one["answers"]) for one in given][3] == 1
    assert [one["lang"] for one in given] == ["zh", "zh", "en", "zh", "zh"]
    assert ["card" in one for one in given] == [False] * 4 + [True]


def test_only_so_many_answers_are_remembered() -> None:
    """The one that was not asked for the longest time goes."""
    remembered = Remembered(most=2)
    for name in ("one", "two"):
        remembered.keep(name, {"name": name})
    remembered.find("one")
    remembered.keep("three", {"name": "three"})

    assert [remembered.find(name) for name in ("one", "two", "three")] == [{"name": "one"}, None, {"name": "three"}]
