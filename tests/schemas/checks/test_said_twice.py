"""What says the same as another of its list, but for signs, width and spaces, is found; what differs is not."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, COURSE, FIRE, FRONT_DESK, GUIDE, KEYS, POLICY, Content


@pytest.mark.parametrize(
    ("path", "marked", "new", "first"),
    [
        (COMPLAINTS, "title: ~处理~\n    by", "首次联系 与核实", "首次联系与核实\n    by"),
        (COMPLAINTS, "do: ~电话或上门回访；如实记下业主原话和满意程度。~", "联系投诉人, 到场核实, 拟定处理意见",
         "联系投诉人，到场核实，拟定处理意见。"),
        (COMPLAINTS, "ask: ~业主是否认可？~", "是否重大投诉?", "是否重大投诉？"),
        (POLICY, "text: ~约好上门而业主不在的，当场留卡。~,", "先报价，业主同意后动手，救急除外，完工当日结算。",
         "先报价、业主同意后动手，救急除外；完工当日结算。"),
        (GUIDE, "dont: ~这不归我管。~}", "我帮您问清楚，谁来办", "我帮您问清楚谁来办。"),
        (FIRE, "when: ~楼道有烟或者门烫手~,", "楼道没有烟, 门不烫", "楼道没有烟、门不烫"),
        (FRONT_DESK, "compensation: ~承诺赔偿和减免~,", "有公示依据的, 当场答复", "有公示依据的当场答复"),
        (COURSE, "wait: ~先借给他，等业主散会再补~}", "看过身份证, 登记后借给他",
         "看过身份证，登记后借给他"),
    ],
)  # fmt: skip
def test_what_is_said_twice_is_named(content: Content, path: str, marked: str, new: str, first: str) -> None:
    """Steps, questions, articles, answers, what one may and never may: they differ by signs, width and spaces only."""
    line = content.place(path, first, skip=": ").split(":")[1]
    place = content.put(path, marked, f'"{new}"')

    assert content.titles() == [f"{place}: warning: '{new}' says the same as line {line} [said-twice]"]


def test_two_columns_with_one_title(content: Content) -> None:
    """Nobody knows which of them to fill in, if they stand in one register."""
    place = content.put(KEYS, "id: due, title: ~应还时间~", "借出 时间")
    line = content.place(KEYS, "借出时间").split(":")[1]

    assert content.titles() == [f"{place}: warning: '借出 时间' says the same as line {line} [said-twice]"]


@pytest.mark.parametrize(
    ("marked", "new"),
    [
        ("title: ~处理~\n    by", "首次联系与复核"),
        (
            "mind: ~情绪激烈时请到会客室，由两人接待。~",
            "请业主坐下说完，不打断、不辩解；记下房号、姓名、电话、诉求；复述要点请业主确认。",
        ),
        ("do: ~联系投诉人，到场核实，拟定处理意见。~", "联系投诉人 1.5 次"),
    ],
)
def test_what_may_be_said_again(content: Content, marked: str, new: str) -> None:
    """Other words, and the same under another key."""
    content.put(COMPLAINTS, "do: ~查明原因，采取措施，书面回复服务中心。~", "联系投诉人 15 次")
    content.put(COMPLAINTS, marked, new)

    assert content.titles() == []
