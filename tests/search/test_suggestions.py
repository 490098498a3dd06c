from __future__ import annotations

import json
from pathlib import Path

from schemas.library import Library
from search.index import Index
from search.suggestions import OFFERED, suggestion_files, write_suggestions


def _value(content: bytes) -> object:
    return json.loads(content.decode().partition(" = ")[2].rstrip(";\n"))


def test_titles_codes_terms_and_a_question_of_each_record_are_suggested(library: Library, words_index: Index) -> None:
    """In the language of the page; what they sound like stands beside them."""
    common = _value(suggestion_files(library, words_index)["suggest-zh.js"])

    assert isinstance(common, dict)
    records = {row[1]: row for row in common["records"]}
    assert records["GT-R-KF-26"][0] == "greentown-after-sales"
    assert records["GT-R-KF-26"][2] == "投诉登记表"
    assert len(common["records"]) == len(words_index.records)
    assert "投" in dict(line.split(" ") for line in common["sounds"].split("\n"))["tou"]
    assert "诉" in common["t2s"]


def test_the_questions_of_a_handbook_come_in_a_file_of_their_own(library: Library, words_index: Index) -> None:
    """So that the first keys wait for no more than they need."""
    asks = _value(suggestion_files(library, words_index)["suggest-greentown-after-sales-en.js"])

    expected = [
        ask for one in words_index.passages if one.handbook == "greentown-after-sales" for ask in one.asks_en[:OFFERED]
    ]
    assert asks == list(dict.fromkeys(expected))


def test_files_of_handbooks_that_are_gone_go_too(library: Library, words_index: Index, tmp_path: Path) -> None:
    """And what would not change is not written."""
    (tmp_path / "suggest-gone-zh.js").write_text("")

    written = write_suggestions(library, words_index, tmp_path)

    assert sorted(written) == sorted(path.name for path in tmp_path.iterdir())
    assert write_suggestions(library, words_index, tmp_path) == []


def test_no_file_of_the_library_is_larger_than_it_may_be(whole_library: Library, whole_index: Index) -> None:
    """A page loads two of them: of the library, and of its handbook."""
    sizes = [len(content) for content in suggestion_files(whole_library, whole_index).values()]

    assert max(sizes) < 150_000
