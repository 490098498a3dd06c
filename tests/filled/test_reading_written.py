"""What staff write into a copy by hand: read as it is meant, and said; refused with the way out where not clear."""

from __future__ import annotations

import pytest

from filled.filling import fill_form
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import run, typed
from tests.filled.reading_samples import mistakes, notes, read


def test_the_year_is_that_of_the_sheet() -> None:
    """A day without a year is of the year of the sheet's month, and the note says so."""
    back = read(typed("head.month", run("2026-11")), typed("head.day", run("11月2日")))

    assert f"{back.values['head']['day']}" == "2026-11-02"
    (zh,) = [note for note in notes(back) if "读作" in note]
    (en,) = [note for note in notes(back, "en") if "was read as" in note]
    assert zh == "一、所有字段类型，“日期”：写的是“11月2日”，没有年份，按表上的年份读作 2026-11-02"
    assert en.endswith("'11月2日' is written without a year and was read as 2026-11-02, by the year of the sheet")


def test_no_year_anywhere_is_refused() -> None:
    """Where the sheet has no year, a day without one is a mistake that says how to put it right."""
    back = read(typed("head.day", run("11月2日")))

    assert "day" not in back.values.get("head", {})
    assert mistakes(back) == [
        "一、所有字段类型，“日期”：填的是“11月2日”，没有年份，表上别处也看不出是哪一年，应写全，如 2026-11-02"
    ]
    assert mistakes(back, "en")[0].endswith(
        "'11月2日' is written; it has no year, and nothing else on the sheet tells it; "
        "write it in full, such as 2026-11-02"
    )


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("head.clock", "下午3点一刻", "写的是“下午3点一刻”，读作 15:15"),
        ("head.money", "一百元整", "写的是“一百元整”，读作 100"),
        ("head.phone", "13800138000/13900139000", "写的是“13800138000/13900139000”，读作 13800138000、13900139000"),
        ("head.phone", "8801", "写的是“8801”，按内部短号或分机号读，外面打不进来"),
        ("head.phone", "转 801", "写的是“转 801”，按内部短号或分机号读，外面打不进来"),
        ("head.clock", "24:00", "写的是“24:00”，读作 23:59"),
        ("head.moment", "2026-11-02 24:00", "写的是“2026-11-02 24:00”，读作 2026-11-02 23:59"),
        ("head.day", "2026-11-05 周五", "填的是“2026-11-05 周五”，2026-11-05 是星期四，应核对日期和星期"),
        ("head.day", "5/11/2026", "填的是“5/11/2026”，可能是 2026-11-05 / 2026-05-11，应写全，如 2026-11-02"),
    ],
)
def test_what_was_understood_is_said(tag: str, text: str, said: str) -> None:
    """In a note what was read, in a mistake why not."""
    back = read(typed(tag, run(text)))

    assert [line for line in (*notes(back), *mistakes(back)) if line.endswith(said)]


def test_a_picture_alone_is_said() -> None:
    """A picture holds no words that can be read: the field counts as empty, and the note says how to have it count."""
    picture = "<w:r><w:drawing/></w:r>"
    back = read(typed("head.room", picture))

    assert "room" not in back.values.get("head", {})
    assert notes(back) == ["一、所有字段类型，“房号”：只有图片，图片里写的读不出来，当作没有写；要算就打成文字"]
    assert notes(back, "en")[0].endswith(
        "it holds a picture alone, whose words cannot be read, and counts as empty; type them if they should count"
    )
    assert notes(read(typed("head.room", run("3-1-1201") + picture))) == []


@pytest.mark.parametrize("signs", ["☑☐", "☐☑", "□ √"])
def test_both_boxes_in_one_place_contradict(signs: str) -> None:
    """A box that is drawn ticked and empty is neither, and has to be put right."""
    back = read(typed("head.seen", run(signs)))

    assert "seen" not in back.values.get("head", {}) or back.values["head"]["seen"] is False
    assert [line for line in mistakes(back) if "方框" in line] == [
        f"一、所有字段类型，“原件已核”：方框处画了“{signs}”，又勾又没勾，应只留 ☑ 或 ☐ 一个"
    ]
    assert any(
        line.endswith(f"the box shows '{signs}', both ticked and empty; only ☑ or only ☐ is expected")
        for line in mistakes(back, "en")
    )


def test_what_nobody_sees_is_said() -> None:
    """White text does not count, and the note says so and how to have it count."""
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>3-1-1202</w:t></w:r>'
    back = read(typed("head.room", white + run("3-1-1201")))

    assert back.values["head"]["room"] == "3-1-1201"
    assert any(
        note.endswith("“3-1-1202”看不见（字是白的、透明的或极小），没有算；要算就改成普通的黑字")
        for note in notes(back)
    )
    assert any(
        note.endswith(
            "'3-1-1202' cannot be seen (white, without a filling, or tiny) and does not count; "
            "if it should, make it ordinary black text"
        )
        for note in notes(back, "en")
    )


ALLOWING = """
- grid:
    id: head
    columns: 2
    fields:
      - {id: when, title: 时间, type: datetime, required: true, allows: [none]}
      - {id: phone, title: 电话, type: phone, privacy: personal, required: true, allows: [none, anonymous]}
      - {id: fee, title: 费用, type: money, allows: [none]}
"""


def test_none_and_anonymous_where_the_field_allows_them() -> None:
    """They fill a required field, come back as they are kept, and are not masked, for they tell nothing of anybody."""
    sample = filled.made(ALLOWING)
    docx = fill_form(sample.library, sample.entry, {"head": {"when": "N/A", "phone": "匿名", "fee": "/"}})
    back = filled.read(sample, docx)

    assert back.as_json("zh")["values"] == {"head": {"when": "无", "phone": "匿名", "fee": "无"}}
    assert (back.mistakes, back.notes) == ((), ())
