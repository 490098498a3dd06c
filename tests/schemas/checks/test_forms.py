"""Forms: what fits the paper, what makes sense, and what agrees with the procedures."""

from __future__ import annotations

import pytest

from tests.schemas.content import BOOK, COMPLAINTS, KEYS, POLICY, REGISTER, REPORT, SURVEY, Content


def test_widths_that_do_not_add_up_are_summed(content: Content) -> None:
    """The finding stands at `columns` and gives the sum."""
    content.change(KEYS, "width: 4}", "width: 4.5}")
    place = content.place(KEYS, "columns:  ")

    assert content.check("zh") == [f"{place}: 错误: 各列宽度加起来是 100.5，不是 100 [width-sum]\n    调整 width。"]
    assert content.check("en") == [
        f"{place}: error: the column widths add up to 100.5, not 100 [width-sum]\n    Adjust `width`."
    ]


def test_a_register_without_widths_is_fine(content: Content) -> None:
    """Where no column has a width the paper divides itself."""
    text = content.read(REGISTER)
    for width in ("20", "10", "40", "15"):
        text = text.replace(f", width: {width}", "")
    content.write(REGISTER, text)

    assert content.check() == []


@pytest.mark.parametrize(("size", "count", "found"), [("A4", 12, False), ("A4", 13, True), ("A3", 13, False)])
def test_more_columns_than_a_pen_has_room_for(content: Content, size: str, count: int, found: bool) -> None:
    """A register on A4 has a notice from thirteen columns on; on A3 it has room."""
    text = content.read(KEYS)
    before, _, rest = text.partition("      columns:  ")
    _, end, after = rest.partition("\n  - ")
    columns = ", ".join(f"{{id: c{number}, title: 栏{number}}}" for number in range(count))
    content.write(KEYS, f"{before}      columns: [{columns}]{end}{after}".replace("size: A4", f"size: {size}"))
    findings = content.findings(lengths=True)
    said = [each.say("zh").partition("\n")[0].partition(": ")[2] for each in findings if each.rule == "many-parts"]

    assert said == (["提示: 栏有 13 个，最好不超过 12 个 [many-parts]"] if found else [])


def test_a_form_that_nothing_uses_is_a_warning(content: Content) -> None:
    """A course that fills it is no use; a step, an article or a node is."""
    content.change(POLICY, "forms: [GT-R-KF-13]", "forms: [GT-R-KF-28]")
    content.change(f"{BOOK}/policies/desk-management.yaml", "sources: [GT-R-KF-13]", "sources: [GT-R-KF-28]")

    assert content.check("zh") == [
        f"{KEYS}:1:1: 警告: 没有规程用到这张表 [form-unused]\n    在用它的步骤里写 forms，或说明原因：accept。"
    ]


@pytest.mark.parametrize(
    ("path", "marked", "promised", "zh", "en"),
    [
        (REGISTER, 'step: "GT-BF-KF-001#grade", time: ~30 分钟~', "45 分钟", "30 分钟", "30 minutes"),
        (REPORT, 'step: "GT-BF-KF-001#approve", time: ~4 小时~', "1 工作日", "4 小时", "4 hours"),
    ],
)
def test_a_promise_that_disagrees_is_a_warning(
    content: Content, path: str, marked: str, promised: str, zh: str, en: str
) -> None:
    """In a column and in a stage of an approval alike, both times are said."""
    place = content.put(path, marked, promised)
    form = {"45 分钟": ("45 分钟", "45 minutes"), "1 工作日": ("1 个工作日", "1 working day")}[promised]

    assert content.check("zh") == [f"{place}: 警告: 表上写 {form[0]}，规程写 {zh} [deadline-disagrees]\n    改成一致。"]
    assert content.titles("en") == [
        f"{place}: warning: the form says {form[1]}, the procedure {en} [deadline-disagrees]"
    ]


def test_a_promise_may_be_the_extended_time(content: Content) -> None:
    """Three working days, or five when extended: a form may print either."""
    content.put(
        REPORT, 'promise: {step: ~"GT-BF-KF-001#approve", time: 4 小时~', '"GT-BF-KF-001#handle", time: 5 工作日'
    )

    assert content.check() == []


def test_a_promise_where_the_step_has_no_time_says_so(content: Content) -> None:
    """`can-answer` promises nothing."""
    place = content.put(REPORT, 'promise: {step: "GT-BF-KF-001#~approve~", time: 4 小时', "can-answer")

    assert [line.partition(": ")[2] for line in content.titles("zh")] == [
        "警告: 表上写 4 小时，规程写 没有时限 [deadline-disagrees]"
    ]
    assert place.startswith(REPORT)


@pytest.mark.parametrize(
    ("new", "title"),
    [
        ("GT-BF-KF-001", "“GT-BF-KF-001”没有说是哪一步 [step-not-named]\n    写成 GT-BF-KF-001#步骤编号。"),
        ("GT-ZY-KF-006#1.1", "“GT-ZY-KF-006”的“1.1”没有数字可印 [no-figure]"),
        ("GT-R-KF-26#list", "“GT-R-KF-26#list”是表单，这里要规程或制度 [wrong-kind]"),
        ("GT-BF-KF-001#gone", "“GT-BF-KF-001”里没有“gone” [unknown-part]"),
    ],
)
def test_a_promise_names_a_step(content: Content, new: str, title: str) -> None:
    """A record alone, an article, or a step that is not there cannot be compared."""
    place = content.put(REPORT, 'promise: {step: ~"GT-BF-KF-001#approve"~', f'"{new}"')

    assert [line for line in content.check("zh") if line.startswith(f"{place}: 错误: {title}")]


def test_the_least_is_not_more_than_the_most(content: Content) -> None:
    """A field that nothing can fill is an error."""
    place = content.put(KEYS, "min: ~1~, max", "51")

    assert content.check("zh") == [f"{place}: 错误: min 比 max 大：51 和 50 [range-reversed]\n    对调，或者改一个。"]


def test_only_a_date_comes_after_a_date(content: Content) -> None:
    """`after` names a field of a date or time."""
    place = content.put(KEYS, "title: 归还时间, type: datetime, after: ~out~", "room")

    assert content.titles("zh") == [
        f"{place}: 错误: “归还时间”是日期和时间，“房号”是房号，不能比较 [compares-other-kind]"
    ]


def test_a_date_may_come_after_one_of_another_block(content: Content) -> None:
    """A field that is filled once in a form may be named from everywhere in it."""
    content.change(
        SURVEY, "{id: serial, title: 问卷编号, type: serial}", "{id: on, title: 日期, type: date, after: until}"
    )

    assert content.check() == []


def test_a_form_is_used_by_periodic_work_too(content: Content) -> None:
    """Work by the calendar uses forms as steps do."""
    text = content.read(COMPLAINTS).replace("forms: [GT-R-KF-26, GT-R-KF-27]", "forms: [GT-R-KF-27]")
    text = text.replace("    forms: [GT-R-KF-26]\n    say", "    say").replace(
        "    forms: [GT-R-KF-26]\n    end", "    end"
    )
    content.write(COMPLAINTS, text)

    assert content.check() == []


@pytest.mark.parametrize(
    ("path", "marked", "empty"),
    [
        (SURVEY, "points: ~{satisfied: 满意, neutral: 一般, dissatisfied: 不满意}~", "{}"),
        (REGISTER, "where: {closed: ~empty~}", "[]"),
    ],
)
def test_nothing_to_choose_from_is_an_error(content: Content, path: str, marked: str, empty: str) -> None:
    """A scale without points, a condition without a value: `check` ended in a traceback at either."""
    place = content.put(path, marked, empty)

    assert content.check("zh")[:1] == [
        f"{place}: 错误: 这里至少要有 1 项 [too-few]\n    每项一行，以“- ”或“编号: ”开头。"
    ]
    assert content.titles("en")[:1] == [f"{place}: error: this needs 1 or more [too-few]"]
