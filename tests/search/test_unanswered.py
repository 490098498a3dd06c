"""What was asked and not found: groups by meaning that stay as they are, and the line that would settle each."""

from __future__ import annotations

import yaml

from search.ask import Searcher
from search.unanswered import Asked, Fix, groups_of

LEAVE = ("年假怎么请", "我想请年假", "年假有几天")
WEEK = [Asked("2026-11-20", question, "zh", "not_in_handbook") for question in (*LEAVE, "食堂几点开饭", "年假怎么请？")]


def test_questions_that_mean_the_same_are_one_group(by_meaning: Searcher) -> None:
    """However they are put; the first names it, and each time counts."""
    first, second = groups_of(by_meaning, WEEK, "zh")

    assert (first.question, first.asked, set(first.wordings)) == ("年假怎么请", 4, {*LEAVE, "年假怎么请？"})
    assert (second.question, second.asked) == ("食堂几点开饭", 1)


def test_a_new_question_changes_no_group(by_meaning: Searcher) -> None:
    """It joins one or begins one; the others are what they were, days apart from it."""
    later = Asked("2026-11-25", "想请几天年假", "zh", "not_in_handbook")
    before, after = groups_of(by_meaning, WEEK, "zh"), groups_of(by_meaning, [*WEEK, later], "zh")

    assert [group.question for group in before] == [group.question for group in after]
    assert [set(group.wordings) for group in after] == [{*before[0].wordings, "想请几天年假"}, set(before[1].wordings)]
    assert (after[0].first, after[0].last, after[1].last) == ("2026-11-20", "2026-11-25", "2026-11-20")


def test_words_group_where_there_is_no_encoder(by_words: Searcher) -> None:
    """The same words in another order are one question, others are not."""
    lines = [Asked("2026-11-20", question, "zh", "unsure") for question in ("宽带多少钱", "多少钱宽带", "年假")]

    assert [group.asked for group in groups_of(by_words, lines, "zh")] == [2, 1]


def test_what_helped_is_no_trouble(by_words: Searcher) -> None:
    """A vote for an answer makes no group of its own; one against it does, and its text is what is to be put right."""
    place = "handbook/greentown-after-sales/procedures/complaint-handling.yaml"
    up, down = (Asked("2026-11-20", "怎么处理投诉", "zh", "answered", vote) for vote in ("up", "down"))

    assert groups_of(by_words, [up], "zh") == []
    (group,) = groups_of(by_words, [up, down], "zh")
    assert (group.asked, group.up, group.down) == (0, 1, 1)
    assert group.fixes == [Fix("text", place, "steps › receive", "")]


def test_the_line_is_yaml_that_says_the_question(by_words: Searcher) -> None:
    """Whatever stands in it: colons, quotation marks, a word that YAML takes for something else; stars go."""
    for question in ("12345", "no", "说：“好”: 行吗", "- 钥匙 #3", "***的快递在哪"):
        (group,) = groups_of(by_words, [Asked("2026-11-20", question, "zh", "unsure")], "zh")
        for fix in group.fixes:
            said = yaml.safe_load(fix.yaml) if fix.yaml else question
            assert (said["title"] if isinstance(said, dict) else said[0] if isinstance(said, list) else said) == (
                question.replace("*", "")
            )
