from __future__ import annotations

import pytest

from search.index import Index
from search.question import read_question


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("怎么处理投诉", "zh"),
        ("complaint 怎么办", "zh"),
        ("how to handle complaint", "en"),
        ("tousu", "zh"),
        ("GT-R-KF-26", "zh"),
        ("1.1.5", "zh"),
        ("🙂", "zh"),
        ("form GT-R-KF-26", "en"),
    ],
)
def test_the_language_goes_by_script_and_a_code_alone_is_chinese(words_index: Index, question: str, lang: str) -> None:
    """Pinyin is Chinese too; one English word makes a Latin question English."""
    assert read_question(question, words_index.lexical).lang == lang


_WANTS = {
    "within": (
        "投诉几天之内要给答复", "好久来修", "啥时候能拿钥匙", "最迟哪天交", "几点关门", "多少天算逾期",
        "how long do we have to answer", "by what day must it be done", "when is the fee due", "how many working days",
    ),
    "forms": (
        "借钥匙填哪张表", "开什么单", "记在哪本登记簿", "which form for a key", "what notice do i write",
        "on which sheet",
    ),
    "by": (
        "重大投诉由谁审批", "哪个管楼道", "归哪个部门", "哪位签字", "who approves it", "whose job is it",
        "which department deals with it", "who is in charge of the lifts",
    ),
    "cost": (
        "换锁多少钱", "师傅上门收几块", "押金交多少", "损坏了赔多少", "这个怎么收费", "上门要收费吗", "要不要钱",
        "how much does a lock cost", "what is the call-out fee", "what do we charge for a copy",
        "is there a deposit", "price per hour",
    ),
    "people": ("巡逻要几个人", "搬花盆要多少人", "how many people go", "how many guards are on duty"),
    "copies": ("合同一式几份", "复印多少份", "how many copies of the contract"),
    "call": (
        "停电打哪个电话", "抢修电话是多少", "打几号", "which number do i call",
        "what is the phone number of the gas company",
    ),
    "": (
        "怎么处理投诉", "归哪条管", "一套房住了十几个人", "好几个人一起来闹", "what do i do when he does not pay",
        "when a customer shouts, what do i say", "where do we change a phone number",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("wants", "question"), [(wants, one) for wants, some in _WANTS.items() for one in some])
def test_the_fact_that_is_asked_for_is_recognised(words_index: Index, question: str, wants: str) -> None:
    """A time, a form, a person, a sum, how many, a number to call: as people put it, in both languages."""
    assert read_question(question, words_index.lexical).wants == wants


def test_a_misspelt_word_is_looked_up_as_the_nearest_known_one(words_index: Index) -> None:
    """A known word is never changed."""
    assert read_question("complant survey", words_index.lexical).tokens == ("complaint", "survey")


def test_tokens_are_looked_up_once(words_index: Index) -> None:
    """A word said twice does not count twice."""
    assert read_question("key key keys", words_index.lexical).tokens == ("key",)
