from __future__ import annotations

import re
from collections.abc import Mapping
from math import ceil
from typing import Any

import pytest

from search.ask import Searcher
from search.excerpts import LONGEST
from search.fulltext import FullText
from search.index import Index
from search.normalize import normalize
from search.passages import Passage
from search.sought import sought_in

REGISTER = "greentown-after-sales/forms/complaint-register.html"


def _shown(passage: Passage) -> str:
    wordings = [
        (one.title, one.section, one.text, one.by, one.within, one.say) for one in (passage.zh, passage.en)
    ]  # fmt: skip
    texts = [text for wording in wordings for text in wording]
    return normalize("\n".join([*texts, passage.hints_zh, passage.hints_en, passage.code, *passage.forms]))


def _words(text: str) -> list[str]:
    return re.findall("[a-z0-9]+", normalize(text))


def _excerpt(place: Mapping[str, Any]) -> str:
    return "".join(f"[{text}]" if is_match else text for text, is_match in place["excerpt"])


def test_every_passage_that_holds_the_words_is_counted(whole_index: Index) -> None:
    """As many as reading every text of the library finds: Chinese runs, words by their beginning, numbers, codes."""
    texts = [_shown(passage) for passage in whole_index.passages]
    full, different = FullText(whole_index), []
    sentences = {
        text[at : at + size]
        for text in texts[:: ceil(len(texts) / 140)]
        for at, size in ((0, 1), (3, 2), (11, 4), (17, 9), (30, 25))
    }
    for question in sorted(
        sentences | {"的", "怎么", "the", "th", "compani", "hand", "a", "30", "4.30", "kf-26", "登记 表"}
    ):
        words = sought_in(normalize(question), whole_index.lexical.knows)
        expected = sum(all(word.stands_in(text) for word in words) for text in texts) if words else 0
        if full.find(question)["places"] != expected:
            different.append(question)

    assert different == []


@pytest.mark.parametrize("question", ["kf26", "KF-26", "GT R KF 26", "gtrkf26", "ＧＴ－Ｒ－ＫＦ－２６"])
def test_a_code_is_found_however_it_is_typed(by_words: Searcher, question: str) -> None:
    """Without hyphens, with spaces, in small letters, full width; its own record stands first."""
    found = by_words.text(question)

    assert found["places"] == by_words.text("GT-R-KF-26")["places"] > 1
    assert found["passages"][0]["url"].startswith(REGISTER)


def test_a_number_is_found_whole(by_words: Searcher) -> None:
    """`2` is neither in `26` nor in `GT-R-KF-26`, nor `kf2`."""
    places = [by_words.text(question)["places"] for question in ("kf2", "gtrkf2")]

    assert places == [0, 0]


def test_a_pasted_sentence_finds_its_passage(by_words: Searcher) -> None:
    """With its punctuation; what is found is marked."""
    found = by_words.text("请业主坐下说完，不打断、不辩解")

    assert found["places"] == 1
    assert found["passages"][0]["section"] == "受理"
    assert "[请业主坐下说完]" in _excerpt(found["passages"][0])


def test_titles_and_headings_come_first(by_words: Searcher) -> None:
    """Then whatever answers the question better."""
    places = by_words.text("投诉", top=100)["passages"]
    in_heading = ["投诉" in place["title"] + place["section"] for place in places]

    assert in_heading == sorted(in_heading, reverse=True)
    assert {True, False} == set(in_heading)


def test_a_text_is_found_in_both_languages_and_worded_in_one(by_words: Searcher) -> None:
    """The question decides by its script, `lang` by the page it is asked on."""
    chinese, english = by_words.text("回访", lang="en"), by_words.text("follow-up")

    assert (chinese["lang"], english["lang"]) == ("en", "en")
    assert all(place["url"].startswith("en/") for place in chinese["passages"])
    assert by_words.text("回访")["lang"] == "zh"


def test_labels_of_a_form_and_time_limits_are_found(by_words: Searcher, words_index: Index) -> None:
    """Though an answer has the former nowhere and the index has no words for the latter."""
    label = by_words.text("应还时间")["passages"][0]
    limits = [passage.zh.within for passage in words_index.passages if passage.zh.within]

    assert label["record"] == "key-loan-register"
    assert "[应还时间]" in _excerpt(label)
    assert all(by_words.text(limit)["places"] for limit in limits)


def test_an_excerpt_is_short_and_cut_between_words(by_words: Searcher) -> None:
    """80 characters at most, with a mark where something was left out."""
    places = [place for word in ("a", "resident", "complaint") for place in by_words.text(word, top=300)["passages"]]
    excerpts = ["".join(text for text, _ in place["excerpt"]) for place in places]
    words = {word for one in by_words.index.passages for text in _shown(one).split("\n") for word in _words(text)}

    assert max(map(len, excerpts)) <= LONGEST + 2
    assert any(text.startswith("…") and text.endswith("…") for text in excerpts)
    assert not {word for text in excerpts for word in _words(text)} - words


def test_only_the_handbook_that_is_asked_for_is_searched(by_words: Searcher) -> None:
    """In the count too."""
    everywhere, one = by_words.text("您"), by_words.text("您", handbook="call-scripts", top=100)

    assert 0 < one["places"] < everywhere["places"]
    assert {place["handbook"] for place in one["passages"]} == {"call-scripts"}
    assert by_words.text("投诉", handbook="no-such-handbook")["places"] == 0


@pytest.mark.parametrize("question", ["", "，。！", "𠀀", "zzz", "☎", "é"])
def test_what_stands_nowhere_is_found_nowhere(by_words: Searcher, question: str) -> None:
    """Nothing to look for finds nothing."""
    assert by_words.text(question) == {
        "question": question,
        "lang": by_words.text(question)["lang"],
        "places": 0,
        "passages": [],
    }


def test_a_place_has_what_is_needed_to_show_it(by_words: Searcher) -> None:
    """The keys of `/api/text`."""
    place = by_words.text("请业主坐下说完", top=1)["passages"][0]

    assert {**place, "excerpt": _excerpt(place)} == {
        "handbook": "greentown-after-sales", "kind": "procedure", "record": "complaint-handling",
        "code": "GT-BF-KF-001", "title": "客户投诉处理管理办法", "section": "受理",
        "excerpt": "[请业主坐下说完]，不打断、不辩解；记下房号、姓名、电话、诉求；复述要点请业主确认。"
        "注意：情绪激烈时请到会客室，由两人接待。",
        "url": "greentown-after-sales/procedures/complaint-handling.html#step-receive",
    }  # fmt: skip


def test_what_comes_after_five_hundred_characters_is_not_read(by_words: Searcher) -> None:
    """A page pasted whole is looked for by its beginning."""
    assert by_words.text("投诉 " * 200 + "绝无此句")["places"] == by_words.text("投诉")["places"]
