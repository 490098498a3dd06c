"""The numbers of a text and of its English: what is the same in other words, and what is another number."""

from __future__ import annotations

import pytest

from schemas.quantities import differing, times_in


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("30 分钟内", "within thirty minutes"), ("30 分钟内", "within half an hour"), ("半小时", "30 minutes"),
        ("三个工作日内", "within three working days"), ("3 个工作日", "three business days"),
        ("二十四小时内", "within twenty-four hours"), ("24 小时有人", "answered day and night"),
        ("二十四小时畅通", "reachable round the clock"), ("一两分钟", "a minute or two"), ("两周", "a fortnight"),
        ("22:00 以后", "after 10 pm"), ("8:00–20:00", "8 a.m. to 8 p.m."), ("二十二点", "ten at night"),
        ("9:30", "9:30"), ("十二点", "noon"), ("12 月 1 日", "1 December"), ("2026-01-31", "31 January 2026"),
        ("二〇二六年", "2026"), ("每月 5 日前", "by the fifth of the month"), ("第 3 次", "the third time"),
        ("第 21 条", "Article 21"), ("80%", "80 per cent"), ("八成", "80%"), ("3 成", "30%"), ("1.5 元", "1.50 yuan"),
        ("1000 元", "RMB 1,000"), ("3 万元", "30,000 yuan"), ("5 亿元", "500 million yuan"),
        ("每 1 小时", "every hour"), ("10 千克以内", "up to 10 kg"), ("8千瓦", "8 kW"), ("5 千人", "5,000 people"),
        ("动火点四周看一遍", "look all around"), ("四周内", "within four weeks"),
        ("最后一个工作日", "the last working day"), ("1/3", "one third"), ("8 号楼 802", "Block 8, Flat 802"),
        ("你楼下八零二", "Flat 802 downstairs"), ("①先登记。②再通知。", "(1) Register. (2) Then tell."),
        ("120 已经在路上", "the ambulance is on its way"), ("一律统一着装", "everyone wears the uniform"),
        ("周一至周五 9 点", "Monday to Friday at nine"), ("第二天", "tomorrow"), ("六十周岁", "sixty years old"),
        ("见 GT-R-KF-13", "see [[GT-R-KF-13]]"), ("一、二级", "grades 1 and 2"), ("2026 年上半年", "2026, half 1"),
        ("三户", "three households"), ("两人一起去", "go together, one in front"), ("五项和复述", "Noted, read back"),
        ("二十五户", "twenty-five homes"), ("第三步", "the third step"),
        ("半年", "six months"), ("每半年一次", "twice a year"), ("半个月", "a fortnight"),
        ("两三天", "two or three days"), ("三十分钟", "half an hour"), ("等了半天", "after a long wait"),
    ],
)  # fmt: skip
def test_said_otherwise_it_is_the_same_number(source: str, translation: str) -> None:
    """Words, halves, clocks of twelve hours, months, ordinals, large numbers, numbers of lists."""
    assert differing(source, translation) == ()


@pytest.mark.parametrize(
    ("source", "translation", "numbers"),
    [
        ("30 分钟内", "within 100 minutes", ("30", "100")),
        ("30 分钟内", "within 30 hours", ("30",)),
        ("3 个工作日", "3 days", ("3",)),
        ("三十分钟", "forty minutes", ("三十", "forty")),
        ("两天内", "within three days", ("两", "three")),
        ("22:00 后", "after 9 pm", ("22", "9")),
        ("20 元", "RMB 200", ("20", "200")),
        ("5 亿元", "5 million yuan", ("5",)),
        ("5 千人", "5 people", ("5",)),
        ("四周内", "within five weeks", ("四", "five")),
        ("10 千瓦", "10,000 kW", ("10", "10,000")),
        ("95% 以上", "over 90%", ("95", "90")),
        ("9:30", "9:15", ("30", "15")),
        ("满 3 天通知", "tell them in time", ("3",)),
        ("及时通知", "tell them within 2 hours", ("2",)),
        ("12 月 1 日", "1 November", ("12",)),
        ("三户", "five households", ("三", "five")),
        ("两人签字", "three people sign", ("两", "three")),
        ("第三步", "the fifth step", ("三", "fifth")),
        ("二十五户", "twenty-four homes", ("二十五", "twenty-four")),
        ("五份", "12 copies", ("12",)),
        ("半年一次", "once a year", ("半年",)),
        ("一小时内", "within half an hour", ("half an hour",)),
    ],
)
def test_another_number_is_named(source: str, translation: str, numbers: tuple[str, ...]) -> None:
    """As each side writes it; another unit of time is another number."""
    assert differing(source, translation) == numbers


def test_the_last_day_is_no_length_of_time() -> None:
    """«Within one working day» is one, «the last working day of the month» is a day."""
    assert [words for words, _ in times_in("每月最后一个工作日交表，1 个工作日内审完")] == ["1 个工作日"]


def test_half_an_hour_is_a_time() -> None:
    """Alone and after hours, with its measure word or without; a good half of an hour is no time in particular."""
    text = "半小时内回话，两个半小时以内到，1 个半钟头修好；等了大半个小时"

    assert [(words, str(time)) for words, time in times_in(text)] == [
        ("半小时", "30 分钟"), ("两个半小时", "2.5 小时"), ("1 个半钟头", "1.5 小时"),
    ]  # fmt: skip
