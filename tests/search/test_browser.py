from __future__ import annotations

import re
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from search.answer import Answer
from search.ask import Searcher
from search.browser import VARIABLE, browser_files, payload, write_browser_index
from search.index import Index
from search.page_texts import cut_texts
from search.page_words import cut_words
from search.questions import own_asks, read_questions
from tests.search.cases import CASES, answered, read_cases, written
from tests.search.conftest import QUESTIONS, open_page

GIVEN = """async cases => {
    const { offline } = window.Shouce;
    const index = offline.index();
    const { reader } = index;
    const greatest = scores => [...scores.keys()]
        .sort((one, other) => scores[other] - scores[one] || one - other).slice(0, 10).map(at => [at, scores[at]]);
    return {
        tokens: cases.tokens.map(({question}) => ({question, tokens: reader.tokens(reader.normalize(question))})),
        corrections: cases.corrections.map(({question}) => ({question, tokens: offline.read(question).tokens})),
        sought: cases.sought.map(({question}) => ({
            question, words: reader.sought(reader.normalize(question), index.isKnown).map(({way, text}) => [way, text]),
        })),
        answers: await Promise.all(cases.answers.map(async ({question}) => {
            const { tokens } = offline.read(question);
            const { lang, status, answers, danger } = await offline.ask(question);
            const scores = greatest(index.scores(tokens));
            return {question, lang, tokens, status, answers: answers.map(({url}) => url), scores, danger};
        })),
        texts: await Promise.all(cases.texts.map(async ({question}) => {
            const found = await offline.text(question, null, 4);
            return {...found, passages: found.passages.map(({url, excerpt}) => ({url, excerpt}))};
        })),
    };
}"""

ASKED = """asked => Promise.all(asked.map(async ([question, handbook]) => {
    const { status, answers } = await Shouce.offline.ask(question, null, 5, handbook);
    return [status, answers.map(({handbook, url, also}) => [handbook, url, also])];
}))"""


def _given(answer: Answer) -> list[Any]:
    return [answer.status, [[hit.handbook, hit.url, hit.also] for hit in answer.answers]]


def test_the_server_gives_what_stands_in_the_file(words_index: Index) -> None:
    """`python -m tests.search.cases` would write it as it is."""
    assert written(answered(read_cases(), words_index)) == CASES.read_text(encoding="utf-8")


def test_the_page_gives_what_stands_in_the_file(words_index: Index, page: Page, tmp_path: Path) -> None:
    """Tokens, corrections, scores to the last bit, answers, places and excerpts."""
    cases = read_cases()
    open_page(page, words_index, tmp_path)
    given = page.evaluate(GIVEN, cases)

    assert given.keys() == cases.keys()
    for name, group in cases.items():
        assert given[name] == group, name


@pytest.mark.parametrize("at_most", [pytest.param(10**6, marks=pytest.mark.prove, id="all"), 500])
def test_the_page_answers_the_questions_of_the_evaluation_as_the_server_does(
    whole_index: Index, page: Page, tmp_path: Path, at_most: int
) -> None:
    """Same status, same passages, same order, for the questions of the file and the asks of the handbooks; of so many
    of them, evenly taken, that the time does not grow with the handbooks.
    """
    open_page(page, whole_index, tmp_path)
    cases = [*read_questions(QUESTIONS), *own_asks(whole_index)]
    questions = [case.question for case in cases][:: ceil(len(cases) / at_most)]
    given = page.evaluate(ASKED, [[question, ""] for question in questions])

    searcher = Searcher(whole_index)
    expected = [_given(searcher.ask(question)) for question in questions]
    pairs = zip(questions, expected, given, strict=True)
    assert [question for question, one, other in pairs if one != other] == []


def test_the_page_answers_by_the_student_as_the_server_does(dense_index: Index, page: Page, tmp_path: Path) -> None:
    """Through the whole library and in one handbook: what the student makes of a question is the same there."""
    open_page(page, dense_index, tmp_path)
    questions = [case.question for case in [*read_questions(QUESTIONS), *own_asks(dense_index)]][::8]
    asked = [(question, handbook) for question in questions for handbook in ("", "greentown-after-sales")]
    given = page.evaluate(ASKED, asked)

    searcher = Searcher(dense_index, student=True)
    expected = [_given(searcher.ask(question, handbook=handbook or None)) for question, handbook in asked]
    pairs = zip(asked, expected, given, strict=True)
    assert [one for one, answer, other in pairs if answer != other] == []
    assert page.evaluate("Boolean(Shouce.offline.index().student)")


def test_the_page_asks_one_handbook_as_the_server_does(whole_index: Index, page: Page, tmp_path: Path) -> None:
    """Where somebody's handbook is known, that one counts, by weights of its own; each handbook is asked in turn."""
    open_page(page, whole_index, tmp_path)
    handbooks = sorted({passage.handbook for passage in whole_index.passages} - {""})
    questions = [case.question for case in read_questions(QUESTIONS)][::10]
    asked = [(question, handbooks[number % len(handbooks)]) for number, question in enumerate(questions)]
    given = page.evaluate(ASKED, asked)

    searcher = Searcher(whole_index)
    expected = [_given(searcher.ask(question, handbook=handbook)) for question, handbook in asked]
    pairs = zip(asked, expected, given, strict=True)
    assert [one for one, answer, other in pairs if answer != other] == []


def test_files_that_would_not_change_are_not_written(words_index: Index, tmp_path: Path) -> None:
    """Their times stay what they were; a shard that is no longer needed goes, and what earlier editions wrote."""
    written_files = write_browser_index(words_index, tmp_path)
    others = {"index-words-999.js", "around-zh.js"}
    for name in others:
        (tmp_path / name).write_bytes(b"")

    assert sorted(written_files) == sorted({path.name for path in tmp_path.iterdir()} - others)
    assert write_browser_index(words_index, tmp_path) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(written_files)


def test_a_question_needs_a_part_of_the_index(whole_index: Index) -> None:
    """What is loaded first grows slower than the library; no shard and no part of the texts is large."""
    files = browser_files(whole_index)

    assert len(files["index.js"]) < 120 * len(whole_index.passages)
    assert max(len(content) for name, content in files.items() if name != "index.js") < 100_000
    assert sum(map(len, files.values())) < 2000 * len(whole_index.passages)


def test_no_text_can_end_the_script(words_index: Index) -> None:
    """`</` and the line separators of Unicode are escaped."""
    files = {name: content.decode() for name, content in browser_files(words_index).items()}

    assert files["index.js"].startswith(f"{VARIABLE} = ")
    assert [name for name, text in files.items() if re.search("</|[\u2028\u2029]", text)] == []
    assert {text.count("\n") for text in files.values()} == {1}


def test_what_is_of_another_generation_is_no_answer(words_index: Index, page: Page, tmp_path: Path) -> None:
    """Where the site was built anew behind an open page, a shard of the new index says nothing about the old rows."""
    open_page(page, words_index, tmp_path)
    for path in (tmp_path / "assets").glob("index-words-*.js"):
        path.write_text(path.read_text("utf-8").replace(words_index.generation, "0123456789abcdef"), "utf-8")
    asked = "Shouce.offline.ask('怎么处理投诉').catch(error => error.message)"

    assert re.fullmatch(r"index-words-\d+\.js: 0123456789abcdef", page.evaluate(asked))


def test_the_patterns_are_of_the_kind_that_javascript_has(words_index: Index) -> None:
    """No lookbehind, no named group, no flag inside a pattern."""
    data = payload(words_index, cut_words(words_index), cut_texts(words_index))
    reading = data["reading"]
    own = [data["runs"], data["parts"], data["other"], reading["spelling"]["endings"]]
    said = [pattern for pattern, _ in reading["dialect"]]
    asked = [reading["sentences"][name] for name in ("sentence", "clause", "asking")]
    coded = [reading["codes"][name] for name in ("atom", "joint", "unit", "numbered")]
    patterns = [*own, *said, *asked, *coded, *(pattern for _, pattern in data["facts"]), *data["said"].values()]

    assert [pattern for pattern in patterns if re.search(r"\(\?(?![:=!])", pattern)] == []
