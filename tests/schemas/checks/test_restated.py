"""Time limits in prose beside the step or the commitment that has another: what is found, and what is none."""

from __future__ import annotations

import pytest

from schemas.messages import Times
from tests.schemas.content import BOOK, COURSE, GUIDE, KEYS, POLICY, Content

OFFICER = f"{BOOK}/roles/service-officer.yaml"
NIGHT_LEAK = f"{BOOK}/procedures/night-leak.yaml"
INTRO = "一下子都来了\n    intro: 先看有没有人受伤、害怕，有就先办；"
_RULES = {Times.FIGURE_CONTRADICTS, Times.FIGURE_NOT_THERE}


def _titles(content: Content, lang: str = "zh") -> list[str]:
    return [
        finding.say(lang).partition("\n")[0].split(": ", 1)[1]
        for finding in content.findings()
        if finding.rule in _RULES
    ]


def _introduce(content: Content, sentence: str) -> None:
    content.change(GUIDE, INTRO, f"{INTRO}{sentence}；")


def test_a_limit_beside_a_link_is_that_of_the_step(content: Content) -> None:
    """Another one is found where it stands, with what the step has and how to print it, in both languages."""
    _introduce(content, "投诉 4 小时内联系，见《[[GT-BF-KF-001#verify]]》")

    found = [finding for finding in content.findings() if finding.rule in _RULES]

    assert [finding.say("zh") for finding in found] == [
        (
            f"{GUIDE}:17:32: 警告: 这里写“4 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]\n"
            "    改成一致；是同一个时限就写 {GT-BF-KF-001#verify}。"
        )
    ]
    assert [finding.say("en") for finding in found] == [
        (
            f"{GUIDE}:17:32: warning: '4 小时' stands here; GT-BF-KF-001#verify is 2 hours [figure-contradicts]\n"
            "    Make them agree; if it is the same, write {GT-BF-KF-001#verify}."
        )
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "投诉半小时内联系，见《[[GT-BF-KF-001#verify]]》",
            "警告: 这里写“半小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]",
        ),
        (
            "照《[[GT-BF-KF-001#handle]]》，六个工作日以内办完",
            "警告: 这里写“六个工作日”，GT-BF-KF-001#handle 是 3 个工作日 [figure-contradicts]",
        ),
        (
            "照《[[GT-BF-KF-001#handle]]》，3 天内办完",
            "警告: 这里写“3 天”，GT-BF-KF-001#handle 是 3 个工作日 [figure-contradicts]",
        ),
        (
            "承诺见《[[GT-ZY-KF-006#first-call]]》，一小时之内告诉业主",
            "警告: 这里写“一小时”，GT-ZY-KF-006#first-call 是 30 分钟 [figure-contradicts]",
        ),
        (
            "投诉 9 小时内联系，见《[[GT-BF-KF-001]]》",
            "警告: 这里写“9 小时”，同一句链接的 GT-BF-KF-001 里只有 2 小时、4 小时 [figure-not-there]",
        ),
    ],
)
def test_limits_that_are_elsewhere_another(content: Content, sentence: str, title: str) -> None:
    """In words or digits, of hours or days, of a step or a commitment; linked by the part or by the record alone."""
    _introduce(content, sentence)

    assert _titles(content) == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "投诉 2 小时内联系，见《[[GT-BF-KF-001#verify]]》",
        "投诉 120 分钟内联系，见《[[GT-BF-KF-001#verify]]》",
        "投诉隔 4 小时问一次，见《[[GT-BF-KF-001#verify]]》",
        "4 小时内有人到，见《[[GT-ZY-KF-002]]》。投诉见《[[GT-BF-KF-001#verify]]》",
        "先 30 分钟内打电话，2 小时内核实，见《[[GT-BF-KF-001#verify]]》",
        "先 30 分钟内打电话，照《[[GT-BF-KF-001#handle]]》办",
        "投诉 5 分钟内登记，照《[[GT-BF-KF-001#receive]]》",
        "报修、投诉 3 个工作日内答复，见《[[GT-BF-KF-001]]》",
        "夜里 1 小时内到的，先经批准，见《[[GT-ZY-KF-006#night-visit]]》",
    ],
)
def test_limits_that_do_not_contradict(content: Content, sentence: str) -> None:
    """The same in other units, no limit, another sentence, a first call besides, on the spot, as long as extended."""
    _introduce(content, sentence)

    assert _titles(content) == []


def test_a_duty_is_about_the_step_it_refers_to(content: Content) -> None:
    """Its text says the same time; its standard may ask for more, and never for less."""
    duty = '{no: "1.1", text: 首次联系、到场核实、独立回访, see: [GT-BF-KF-001]}'
    wrong = '{no: "1.1", text: 3 小时内首次联系, standard: 4 小时内打完, see: ["GT-BF-KF-001#verify"]}'
    right = '{no: "1.1", text: 2 小时内首次联系, standard: 1 小时内打完, see: ["GT-BF-KF-001#verify"]}'

    content.change(OFFICER, duty, wrong)
    assert _titles(content) == [
        "警告: 这里写“3 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]",
        "警告: 这里写“4 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]",
    ]
    content.change(OFFICER, wrong, right)
    assert _titles(content) == []


def test_the_right_answer_of_a_course_is_that_of_the_handbook(content: Content) -> None:
    """Wrong answers are made to be wrong; the right one and why it is right are held to the step they are from."""
    content.change(COURSE, "refuse: 不借，请业主本人用留存的号码来电授权", "refuse: 4 小时内联系")
    content.change(COURSE, "wait: 先借给他，等业主散会再补", "wait: 8 小时内联系")
    content.change(COURSE, "why: 没有业主授权，钥匙不借出。", "why: 投诉 6 小时内联系。")
    content.change(COURSE, 'from: "GT-ZY-KF-006#1.1"', "from: GT-BF-KF-001#verify")

    assert _titles(content) == [
        "警告: 这里写“4 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]",
        "警告: 这里写“6 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]",
    ]


def test_what_is_wrong_is_asked_for(content: Content) -> None:
    """Where the wrong one is looked for, the right answer says what is not so."""
    content.change(COURSE, "业主的弟弟来借备用钥匙，没有委托，说业主在开会，怎么办？", "哪一句不对？")
    content.change(COURSE, "refuse: 不借，请业主本人用留存的号码来电授权", "refuse: 4 小时内联系")
    content.change(COURSE, 'from: "GT-ZY-KF-006#1.1"', "from: GT-BF-KF-001#verify")

    assert _titles(content) == []


def test_a_commitment_says_its_own_time(content: Content) -> None:
    """Its text and its time are one promise; as long as it may be extended is said too."""
    content.change(POLICY, "受理后三十分钟内告诉业主", "受理后四十五分钟内告诉业主")
    content.change(POLICY, "夜间漏水、停电，值班技工到现场", "夜间漏水、停电，值班技工 1 小时内到现场")

    assert _titles(content) == ["警告: 这里写“四十五分钟”，GT-ZY-KF-006#first-call 是 30 分钟 [figure-contradicts]"]


def test_a_field_is_about_what_it_promises(content: Content) -> None:
    """What the head of a field says is the time of the step whose promise the field prints."""
    content.change(
        KEYS, "title: 应还时间, type: datetime,", "title: 5 小时内还, type: datetime, promise: GT-BF-KF-001#verify,"
    )

    assert _titles(content) == ["警告: 这里写“5 小时”，GT-BF-KF-001#verify 是 2 小时 [figure-contradicts]"]
