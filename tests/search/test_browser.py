from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from search.ask import Searcher
from search.browser import VARIABLE, payload, write_browser_index
from search.browser_search import BrowserSearch
from search.evaluation import own_asks, read_questions
from search.index import Index
from tests.search.conftest import QUESTIONS


@pytest.fixture(scope="module")
def data(whole_index: Index, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The data as a page gets it: written to a file and read back."""
    path = tmp_path_factory.mktemp("site") / "assets/search.js"
    assert write_browser_index(whole_index, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"{VARIABLE} = ")
    read: dict[str, Any] = json.loads(text.removeprefix(f"{VARIABLE} = ").rstrip(";\n"))
    return read


def test_the_page_gives_the_answers_of_the_search_by_words(whole_index: Index, data: dict[str, Any]) -> None:
    """Same status, same passages, same order, for every question of the evaluation set and every ask."""
    searcher, page = Searcher(whole_index), BrowserSearch(data)
    different = []
    for case in [*read_questions(QUESTIONS), *own_asks(whole_index)]:
        answer = searcher.ask(case.question)
        if page.ask(case.question) != (answer.status, [found.url for found in answer.answers]):
            different.append(case.question)

    assert different == []


@pytest.mark.parametrize(
    "question", ["", "🙂", "the", "kf-26", "1.1.5", "tousu zenme chuli", "㈱①", "𠀀", "custmer complant"]
)
def test_the_page_treats_odd_questions_alike(whole_index: Index, data: dict[str, Any], question: str) -> None:
    """Codes, pinyin, misspellings, and no words at all."""
    answer = Searcher(whole_index).ask(question)

    assert BrowserSearch(data).ask(question) == (answer.status, [found.url for found in answer.answers])


def test_a_file_that_would_not_change_is_not_written(whole_index: Index, tmp_path: Path) -> None:
    """Its time stays what it was."""
    path = tmp_path / "search.js"

    assert write_browser_index(whole_index, path)
    assert not write_browser_index(whole_index, path)
    assert [file.name for file in tmp_path.iterdir()] == ["search.js"]


def test_a_passage_costs_the_page_less_than_two_kilobytes(
    whole_index: Index, data: dict[str, Any], tmp_path: Path
) -> None:
    """1.06 MB for 643 passages in two languages when this was written."""
    path = tmp_path / "search.js"
    write_browser_index(whole_index, path)

    assert path.stat().st_size < 2000 * len(data["passages"])


def test_no_text_can_end_the_script(words_index: Index, tmp_path: Path) -> None:
    """`</` and the line separators of Unicode are escaped."""
    path = tmp_path / "search.js"
    write_browser_index(words_index, path)
    text = path.read_text(encoding="utf-8")

    assert not re.search("</|[\u2028\u2029]", text)
    assert text.count("\n") == 1


def test_the_patterns_are_of_the_kind_that_javascript_has(data: dict[str, Any]) -> None:
    """No lookbehind, no named group, no flag inside a pattern."""
    patterns = [data["runs"], data["parts"], data["syllable"], *(p for _, p in data["facts"]), *data["said"].values()]

    assert [pattern for pattern in patterns if re.search(r"\(\?(?!:)", pattern)] == []


def test_the_language_of_the_pages_is_in_the_file(words_index: Index) -> None:
    """Chinese pages and English ones have a file each."""
    assert [payload(words_index, lang)["lang"] for lang in ("zh", "en")] == ["zh", "en"]
