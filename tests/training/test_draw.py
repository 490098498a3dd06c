"""Drawing an exam: the blueprint is held, nothing gives itself away, and the same seed gives the same papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from schemas.course import Exam
from schemas.findings import HandbookError
from schemas.words import Bilingual
from training.blueprint import Blueprint, TopicShare, items_to_pass
from training.draw import LETTERS, Paper, are_apart, draw, lay_out, papers
from training.item import Answering, Item, ItemKind, Option
from training.pool import ExamPool

KINDS: Sequence[ItemKind] = ("who", "within", "form", "next", "branch", "say", "never", "decide", "night", "first")
SEEDS = tuple(map(str, range(12)))


def item(number: int, kind: ItemKind = "who", **other: object) -> Item:
    """An item of a place of its own, with four options of which the first is right."""
    values: dict[str, object] = {
        "kind": kind, "record": f"book/procedures/r{number}", "place": "steps.s", "fields": f"{number:012}",
        "stem": Bilingual(f"问题{number}", f"Question {number}"), "options": options(number), "right": ("a",),
        "why": Bilingual("因", "W"),
    }  # fmt: skip
    return Item(**(values | other))  # type: ignore[arg-type]


def options(number: int, count: int = 4) -> tuple[Option, ...]:
    """*count* options, called a, b, c …"""
    return tuple(Option(key, Bilingual(f"{key}{number}答", f"answer {key}{number}")) for key in "abcdefgh"[:count])


def pool(items: Sequence[Item], **topics: Sequence[int]) -> ExamPool:
    """A pool of *items*, some of which by their places are of topics; one module teaches the even, one the odd ones."""
    by_topic = {topic: tuple(items[number].id for number in numbers) for topic, numbers in topics.items()}
    by_module = {"even": tuple(each.id for each in items[::2]), "odd": tuple(each.id for each in items[1::2])}
    return ExamPool("book/courses/c", tuple(items), by_topic, by_module)


def blueprint(items: int, **least: int) -> Blueprint:
    """An exam of so many items, with topics."""
    shares = (TopicShare(id_, Bilingual(f"题类{id_}", f"topic {id_}"), number, False) for id_, number in least.items())
    return Blueprint("book/courses/c", Bilingual("课", "The course"), items, tuple(shares))


MANY = [item(number, KINDS[number % len(KINDS)]) for number in range(90)]
WIDE = pool(MANY, keys=range(10), fire=range(5, 20), calls=range(60, 64))
"""Ninety items of ten kinds; two of the topics share items."""
ASKED = blueprint(24, keys=6, fire=5, calls=3)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_drawing_holds_the_blueprint(seed: str) -> None:
    """As many items as asked, none twice, of every topic its least, and of no kind more than a fifth."""
    drawn = [each.id for each in draw(WIDE, ASKED, seed)]
    kinds = Counter(each.kind for each in MANY if each.id in drawn)

    assert len(drawn) == len(set(drawn)) == 24
    for topic in ASKED.topics:
        assert len(set(drawn).intersection(WIDE.by_topic[topic.id])) >= topic.least
    assert max(kinds.values()) <= 5


def test_what_is_over_comes_from_everywhere() -> None:
    """Beside their least, no topic and no module has all of the rest."""
    drawn = {each.id for each in draw(WIDE, ASKED, "s")}

    assert all(len(drawn.intersection(WIDE.by_module[module])) >= 8 for module in ("even", "odd"))


def test_the_seed_alone_decides() -> None:
    """The same seed draws the same items, in whatever order the pool has them; another seed draws others."""
    turned = replace(WIDE, items=WIDE.items[::-1])

    assert papers(WIDE, ASKED, "s", 3) == papers(turned, ASKED, "s", 3)
    assert {each.id for each in draw(WIDE, ASKED, "s")} != {each.id for each in draw(WIDE, ASKED, "t")}


def test_half_of_what_a_topic_needs_is_by_hand() -> None:
    """What nobody could practise comes before all others, then what is written by hand; the other half is computed."""
    own = [item(90, "own"), item(91, "own", is_private=True), item(92, "own")]
    asked = pool([*MANY, *own], keys=[*range(10), 90, 91, 92])

    for seed in SEEDS:
        drawn = draw(asked, blueprint(4, keys=4), seed)
        assert [each.kind == "own" for each in drawn] == [True, True, False, False]
        assert drawn[0].id == own[1].id
        assert own[1].id in {each.id for each in draw(asked, blueprint(1, keys=1), seed)}


def test_nothing_drawn_gives_something_else_away() -> None:
    """Though every step has three items in the pool, each is asked about once."""
    steps = [item(n, kind, place=f"steps.s{n}") for n in range(30) for kind in ("who", "within", "form")]
    drawn = draw(pool(steps), blueprint(30), "s")

    assert len({each.place for each in drawn}) == 30
    assert all(are_apart(one, other) for one, other in combinations(drawn, 2))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_drawing_that_gets_stuck_is_begun_anew(seed: str) -> None:
    """One item says the answers of all others: whichever is drawn first, the others are on the paper."""
    others = [item(n, options=(Option("a", Bilingual(f"第{n}件先做的事是问人", f"a{n}")),)) for n in range(8)]
    teller = item(8, stem=Bilingual("".join(each.options[0].text.zh for each in others), "all"))

    assert teller not in draw(pool([*others, teller]), blueprint(8), seed)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (item(1), item(2), True),
        (item(1), item(1, "within"), False),
        (item(1, place="a", anchor="step-x"), item(1, "own", place="b", anchor="step-x"), False),
        (item(1, place="a"), item(1, place="b"), True),
        (item(1, "next", place="a"), item(1, "order", place="b"), False),
        (item(1, "next", place="a"), item(1, "next", place="b"), True),
        (item(1, place="a"), item(1, place="b", stem=Bilingual("a1答是什么？", "what?")), False),
        (item(1), item(2, stem=Bilingual("a1答是什么？", "what?")), True),
        (item(1, options=(Option("a", Bilingual("先问人再问门和窗", "Ask")),)),
         item(2, stem=Bilingual("既然先问人再问门和窗，那么", "so")), False),
    ],
)  # fmt: skip
def test_which_items_give_each_other_away(first: Item, second: Item, apart: bool) -> None:
    """One step, an order and what comes next in it, a question that says the other's answer."""
    assert (are_apart(first, second), are_apart(second, first)) == (apart, apart)


SAME_STEP = [item(0, kind) for kind in KINDS[:4]]


@pytest.mark.parametrize(
    ("of", "asked", "zh", "en"),
    [
        (
            pool(MANY[:3], keys=[0, 1]), blueprint(3, keys=3),
            ("《课》出不了卷：“题类keys”至少要 3 道题，题库里只有 2 道。"
            "把它的 least 改小，或在 from 里多写几条记录，或自己多出几道题"),
            ("no paper can be drawn for “The course”: “topic keys” asks for 3 questions, its pool has 2. Lower its "
            "least, name more records in from, or write more items"),
        ),
        (
            pool(SAME_STEP, keys=range(4)), blueprint(3, keys=3),
            ("《课》出不了卷：“题类keys”至少要 3 道题，题库里有 4 道，互不透露答案的只有 1 道。"
            "把它的 least 改小，或在 from 里多写几条记录，或自己多出几道题"),
            ("no paper can be drawn for “The course”: “topic keys” asks for 3 questions; its pool has 4, of which only "
            "1 can be on one paper, as the others give answers away. Lower its least, name more records in from, "
            "or write more items"),
        ),
        (
            pool(MANY[:3]), blueprint(5),
            "《课》出不了卷：全卷要 5 道题，题库里只有 3 道。把 exam.items 改小，或多学几条记录、多出几道题",
            ("no paper can be drawn for “The course”: the exam has 5 questions, the pool 3. Lower exam.items, or add "
            "records to its modules, or items"),
        ),
        (
            pool([*SAME_STEP, item(1)]), blueprint(5),
            ("《课》出不了卷：全卷要 5 道题，题库里有 5 道，互不透露答案的只有 2 道。"
            "把 exam.items 改小，或多学几条记录、多出几道题"),
            ("no paper can be drawn for “The course”: the exam has 5 questions; the pool has 5, of which only 2 "
            "can be on one paper, as the others give answers away. Lower exam.items, or add records to its "
            "modules, or items"),
        ),
        (
            WIDE, blueprint(10, keys=6, fire=5),
            "《课》出不了卷：各类至少要的题加起来 11 道，全卷只有 10 道。把 exam.items 改大，或把 least 改小",
            ("no paper can be drawn for “The course”: its topics ask for 11 questions together, the exam has 10. Raise "
            "exam.items, or lower least"),
        ),
    ],
)  # fmt: skip
def test_a_blueprint_larger_than_its_pool_is_refused(of: ExamPool, asked: Blueprint, zh: str, en: str) -> None:
    """With the topic, the numbers, and what to do."""
    with pytest.raises(HandbookError) as refused:
        draw(of, asked, "s")

    assert (refused.value.say("zh"), refused.value.say("en")) == (zh, en)


@pytest.mark.parametrize("seed", SEEDS)
def test_right_letters_are_spread(seed: str) -> None:
    """With four options every letter is right as often as any other, give or take one, as far as short items allow."""
    four = lay_out(MANY[:30], seed, 1)
    mixed = lay_out([*MANY[:18], *(item(n, options=options(n, 3)) for n in range(100, 112))], seed, 1)

    for paper in (four, mixed):
        counts = Counter(question.answer for question in paper.questions)
        assert set(counts) == set("ABCD")
        assert max(counts.values()) - min(counts.values()) <= 1


def test_neighbours_have_another_order() -> None:
    """Of thirty papers no two have the same questions in the same order, or the same letters; all have the same."""
    made = papers(WIDE, ASKED, "s", 30)

    assert len({tuple(question.item.id for question in paper.questions) for paper in made}) == 30
    assert len({tuple(question.answer for question in paper.questions) for paper in made}) == 30
    assert len({frozenset(question.item.id for question in paper.questions) for paper in made}) == 1
    assert [paper.number for paper in made] == [*range(1, 31)]


def test_papers_alike_and_papers_of_their_own() -> None:
    """Alike they differ in their number only; each of its own holds the blueprint with other items."""
    alike, each = papers(WIDE, ASKED, "s", 3, "alike"), papers(WIDE, ASKED, "s", 3, "each")

    assert len({paper.questions for paper in alike}) == 1
    assert len({frozenset(question.item.id for question in paper.questions) for paper in each}) == 3
    assert {len(paper.questions) for paper in each} == {24}


@pytest.mark.parametrize(
    ("answering", "right", "count"), [("one", "c", 4), ("all", "bd", 5), ("order", "cabd", 4), ("order", "ab", 2)]
)
def test_letters_are_those_of_the_right_options(answering: Answering, right: str, count: int) -> None:
    """Whatever the order on the paper; things to be put in order never stand in it already."""
    asked = item(1, answering=answering, right=tuple(right), options=options(1, count))
    for number in range(1, 9):
        (question,) = lay_out([asked], "s", number).questions
        keys = [question.options[LETTERS.index(letter)].key for letter in question.answer]

        assert sorted(option.key for option in question.options) == sorted("abcdefgh"[:count])
        assert keys == [*right] if answering == "order" else sorted(keys) == [*right]
        assert answering != "order" or question.answer != LETTERS[:count]


def test_questions_answered_alike_stand_together() -> None:
    """Those with one right answer, then those with several, then those to be put in order."""
    asked = [
        item(n, answering=("order", "all", "one")[n % 3], right=("a", "b") if n % 3 == 1 else ("a",)) for n in range(9)
    ]
    paper: Paper = lay_out(asked, "s", 1)

    assert [question.item.answering for question in paper.questions] == ["one"] * 3 + ["all"] * 3 + ["order"] * 3


@pytest.mark.parametrize(
    ("items", "share", "right"), [(30, "85", 26), (20, "85", 17), (24, "100", 24), (40, "72.5", 29)]
)
def test_the_pass_line_is_rounded_up(items: int, share: str, right: int) -> None:
    """So many right answers reach the share that the course asks for, one less does not."""
    exam = Exam.model_validate({"items": str(items), "minutes": "30", "pass": f"{share}%", "attempts": "3"})

    assert items_to_pass(exam) == right
    assert Decimal(right) / items * 100 >= Decimal(share) > Decimal(right - 1) / items * 100
