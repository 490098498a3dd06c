"""Sense in forms: what an author may write, and what is refused, word for word in both languages."""

from __future__ import annotations

import pytest

from schemas.messages import Forms, Links, Sums
from tests.schemas.content import BOOK, Content

BILL = f"{BOOK}/forms/bill.yaml"
HEAD = "title: 维修结算单\nsummary: 结算时填。\nkeep: {time: 3 年}\nblocks:\n"
OF_FORMS = {*Forms, *Sums, Links.UNKNOWN_LOCAL}


def form(*blocks: str, more: str = "") -> str:
    """A form of *blocks*, each in YAML's flow style."""
    return HEAD + "".join(f"  - {block}\n" for block in blocks) + more


def grid(*fields: str, id_: str = "cost") -> str:
    """A grid of *fields*."""
    return f"grid: {{id: {id_}, fields: [{_written(fields)}]}}"


def _written(fields: tuple[str, ...]) -> str:
    return ", ".join(f"{'§' * field.startswith('§')}{{{field.removeprefix('§')}}}" for field in fields)


def register(*columns: str, id_: str = "parts") -> str:
    """A register of *columns*."""
    return f"register: {{id: {id_}, rows: 5, columns: [{_written(columns)}]}}"


def said(content: Content, text: str, lang: str) -> list[str]:
    """What `check` finds in the form *text*, in words; all of it stands where *text* has a §, which is taken out."""
    before = text.partition("§")[0].split("\n")
    content.write(BILL, text.replace("§", ""))
    findings = [finding for finding in content.findings() if finding.path == BILL and finding.rule in OF_FORMS]
    assert [(finding.line, finding.col) for finding in findings] == [(len(before), len(before[-1]) + 1)] * len(findings)
    return [finding.say(lang).partition("\n")[0].split(": ", 1)[1] for finding in findings]


LABOUR = "id: labour, title: 人工费, type: money"
MATERIAL = "id: material, title: 材料费, type: money"
HOURS = "id: hours, title: 工时, type: number, unit: 小时"
TOTAL = "id: total, title: 合计, type: money"
QUANTITY = "id: quantity, title: 数量, type: number"
PRICE = "id: price, title: 单价, type: money"
AMOUNT = "id: amount, title: 金额, type: money"
REPORTED = "id: reported, title: 报修时间, type: datetime"
ARRIVED = "id: arrived, title: 到场时间, type: datetime"
DONE = "id: done, title: 完工日期, type: date"
MONTH = "id: month, title: 月份, type: month"
PAYER = "id: payer, title: 费用承担, type: choice, choices: {owner: 业主, company: 物业}"
SIGNED = "signatures: {id: signed, items: [{id: owner, title: 业主验收, party: resident, date: true}]}"

ACCEPTED = {
    "a sum in a row": form(grid(LABOUR, MATERIAL, f"{TOTAL}, total: [labour, material]")),
    "a sum less what was paid": form(
        grid(LABOUR, MATERIAL, "id: paid, title: 已付, type: money", f"{TOTAL}, total: [labour, material], less: paid")
    ),
    "a whole column": form(register(AMOUNT), grid(f"{TOTAL}, total: parts.amount")),
    "a column and a fee": form(register(AMOUNT), grid(LABOUR, f"{TOTAL}, total: [labour, parts.amount]")),
    "a product in a row": form(register(QUANTITY, PRICE, f"{AMOUNT}, product: [quantity, price]")),
    "numbers multiplied": form(grid(QUANTITY, "id: each, title: 每件工时, type: number",
              f"{HOURS}, product: [quantity, each]")),
    "order across blocks": form(
        grid(REPORTED, f"{ARRIVED}, after: reported", id_="call"),
        grid(f"{DONE}, after: [call.reported, arrived], before: signed.owner.date"), SIGNED,
    ),
    "a bound of another": form(grid("id: quoted, title: 报价, type: money", f"{TOTAL}, at_most: quoted")),
    "the sheet's month": form(grid(MONTH), register("id: day, title: 日期, type: date, in_month: month")),
    "required by a choice": form(grid(PAYER, f"{TOTAL}, required_if: {{payer: owner}}")),
    "required by one of several": form(grid(PAYER, f"{TOTAL}, required_if: {{payer: [owner, empty]}}")),
    "required by a tick": form(grid("id: keys, title: 借了钥匙, type: tick", f"{DONE}, required_if: {{keys: true}}")),
    "none and anonymous": form(grid("id: name, title: 姓名, allows: [none, anonymous]", f"{DONE}, allows: [none]")),
    "a safe draft": form(grid(f"{TOTAL}, draft_safe: true", "id: matter, title: 事项, draft_safe: false")),
    "a signature's date": form(
        grid(DONE), SIGNED, more="sense:\n  signed.owner.date: {after: done}\n"
    ),
    "a total row": form(
        "matrix: {id: flats, rows: {a: 一幢, b: 二幢, all: 合计}, columns: [{id: count, title: 户数, type: number}]}",
        more="sense:\n  flats.all.count: {total: flats.count}\n",
    ),
    "columns in a matrix": form(
        "matrix: {id: flats, rows: {a: 一幢, b: 二幢}, columns: [{id: last, title: 上月, type: number}, "
        "{id: new, title: 新增, type: number}, {id: gone, title: 迁出, type: number}, "
        "{id: now, title: 本月, type: number, total: [last, new], less: gone}]}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=list(ACCEPTED))
def test_what_makes_sense(content: Content, text: str) -> None:
    """Sums, products, order, bounds, the month, conditions and what may stand instead of a value."""
    assert said(content, text, "en") == []


REFUSED = {
    "a sum of nothing": (
        form(grid(LABOUR, f"{TOTAL}, total: [labour, §materials]")),
        "错误: 这里没有“materials”可指 [unknown-local]",
        "error: there is no 'materials' to point at here [unknown-local]",
    ),
    "money and hours": (
        form(grid(LABOUR, HOURS, f"{TOTAL}, total: [labour, §hours]")),
        "错误: “合计”是金额，“工时”是数字（小时），不能相加 [adds-other-kind]",
        "error: '合计' (amount) and '工时' (number, 小时) cannot be added [adds-other-kind]",
    ),
    "units apart": (
        form(grid(HOURS, "id: days, title: 工日, type: number, unit: 天",
                  "id: all, title: 合计, type: number, unit: 小时, total: [hours, §days]")),
        "错误: “合计”是数字（小时），“工日”是数字（天），不能相加 [adds-other-kind]",
        "error: '合计' (number, 小时) and '工日' (number, 天) cannot be added [adds-other-kind]",
    ),
    "money times money": (
        form(register(PRICE, LABOUR, f"{AMOUNT}, product: §[price, labour]")),
        "错误: “金额”是金额，乘出来的却是金额乘金额 [bad-product]",
        "error: '金额' is of type amount, yet what is multiplied makes money times money [bad-product]",
    ),
    "a number of money": (
        form(register(QUANTITY, PRICE, "id: sum, title: 小计, type: number, product: §[quantity, price]")),
        "错误: “小计”是数字，乘出来的却是金额 [bad-product]",
        "error: '小计' is of type number, yet what is multiplied makes amount [bad-product]",
    ),
    "a text times money": (
        form(register("id: what, title: 名称", PRICE, f"{AMOUNT}, product: [§what, price]")),
        "错误: 字段“what”的种类是 text，这里要 number / money [wrong-field-type]",
        "error: field 'what' is of type text; number / money is needed here [wrong-field-type]",
    ),
    "a date as a sum": (
        form(grid(LABOUR, f"{DONE}, total: §labour")),
        "错误: “完工日期”的种类是 date，total 只能写在 number / money 上 [not-worked-out]",
        "error: '完工日期' is of type date; `total` goes with number / money [not-worked-out]",
    ),
    "a day and an hour": (
        form(grid("id: clock, title: 钟点, type: time", f"{DONE}, after: §clock")),
        "错误: “完工日期”是日期，“钟点”是时间，不能比较 [compares-other-kind]",
        "error: '完工日期' (date) and '钟点' (time) cannot be compared [compares-other-kind]",
    ),
    "a date and a text": (
        form(grid("id: what, title: 名称", f"{DONE}, after: §what")),
        "错误: “完工日期”是日期，“名称”是文字，不能比较 [compares-other-kind]",
        "error: '完工日期' (date) and '名称' (text) cannot be compared [compares-other-kind]",
    ),
    "days by at_most": (
        form(grid(REPORTED, f"{DONE}, at_most: §reported")),
        "错误: “完工日期”是日期，“报修时间”是日期和时间，不能比较 [compares-other-kind]",
        "error: '完工日期' (date) and '报修时间' (date and time) cannot be compared [compares-other-kind]",
    ),
    "a column as a factor": (
        form(register(QUANTITY), grid(PRICE, f"{AMOUNT}, product: [price, §parts.quantity]")),
        "错误: “parts.quantity”是一整列，这里要一格 [whole-column]",
        "error: 'parts.quantity' is a whole column; one field is needed here [whole-column]",
    ),
    "two blocks with it": (
        form(grid(DONE, id_="one"), grid(DONE, id_="two"), grid("id: paid, title: 收款日期, type: date, after: §done")),
        "错误: “done”在几个块里都有 [ambiguous-field]",
        "error: 'done' stands in several blocks [ambiguous-field]",
    ),
    "a circle of sums": (
        form(grid(f"§{LABOUR}, total: [total]", f"{TOTAL}, total: [material, labour]", f"{MATERIAL}, total: [total]")),
        "错误: 算来算去又用到自己：cost.labour → cost.total → cost.labour [computed-in-a-circle]",
        "error: this is worked out from itself: cost.labour → cost.total → cost.labour [computed-in-a-circle]",
    ),
    "a circle of dates": (
        form(grid(f"§{REPORTED}, after: done", f"{ARRIVED}, after: reported", f"{DONE}, after: arrived")),
        "错误: 先后或大小绕成了一圈：cost.reported → cost.done → cost.arrived → cost.reported [order-in-a-circle]",
        (
            "error: the order goes in a circle: "
            "cost.reported → cost.done → cost.arrived → cost.reported [order-in-a-circle]"
        ),
    ),
    "before and after": (
        form(grid(REPORTED, f"§{DONE}, after: reported, before: reported")),
        "错误: 先后或大小绕成了一圈：cost.done → cost.reported → cost.done [order-in-a-circle]",
        "error: the order goes in a circle: cost.done → cost.reported → cost.done [order-in-a-circle]",
    ),
    "a sum that leaves out a fee": (
        form(register(LABOUR, "id: travel, title: 上门费, type: money", MATERIAL,
                      f"{TOTAL}, total: §[labour, material]")),
        "警告: “合计”没有把“上门费”加进去，它也是金额 [sum-misses]",
        "warning: '合计' leaves out '上门费', of the same kind (amount) [sum-misses]",
    ),
    "no such choice": (
        form(grid(PAYER, f"{TOTAL}, required_if: {{payer: §tenant}}")),
        "错误: 这里没有“tenant”可指 [unknown-local]",
        "error: there is no 'tenant' to point at here [unknown-local]",
    ),
    "required by nothing": (
        form(grid(PAYER, f"{TOTAL}, required_if: {{§pays: owner}}")),
        "错误: 这里没有“pays”可指 [unknown-local]",
        "error: there is no 'pays' to point at here [unknown-local]",
    ),
    "required anyway": (
        form(grid(PAYER, f"{TOTAL}, required: true, required_if: §{{payer: owner}}")),
        "警告: “合计”本来就必填，required_if 不起作用 [required-anyway]",
        "warning: '合计' is required anyway, whatever `required_if` says [required-anyway]",
    ),
    "required if never": (
        form(grid(f"{DONE}, required: true", f"{TOTAL}, required_if: {{done: §empty}}")),
        "错误: “合计”的 required_if 永远不成立：“完工日期”必填，不会空着 [never-required]",
        "error: `required_if` of '合计' never holds: '完工日期' is required, never empty [never-required]",
    ),
    "required by itself": (
        form(grid(f"{TOTAL}, required_if: {{total: §filled}}")),
        "错误: “合计”的 required_if 永远不成立：说的是它自己 [never-required]",
        "error: `required_if` of '合计' never holds: it speaks of itself [never-required]",
    ),
    "a sum that is always too large": (
        form(grid(f"{LABOUR}, min: 60, required: true", f"{MATERIAL}, min: 60, required: true",
                  f"{TOTAL}, max: 100, total: §[labour, material]")),
        "错误: “合计”永远对不上：它应当是：不大于 100；total 得出：不小于 120 [never-holds]",
        "error: '合计' can never be right: it is to be at most 100, yet `total` makes it at least 120 [never-holds]",
    ),
    "a product that is always too small": (
        form(grid(f"{QUANTITY}, min: 1, max: 3", f"{PRICE}, min: 1, max: 2.5",
                  f"{AMOUNT}, min: 10, product: §[quantity, price]")),
        "错误: “金额”永远对不上：它应当是：不小于 10；product 得出：1 至 7.5 [never-holds]",
        "error: '金额' can never be right: it is to be at least 10, yet `product` makes it 1 to 7.5 [never-holds]",
    ),
    "a bound that nothing keeps": (
        form(grid(f"{LABOUR}, min: 200", f"{TOTAL}, max: 100, at_least: §labour")),
        "错误: “合计”永远对不上：它应当是：不大于 100；at_least 得出：不小于 200 [never-holds]",
        (
            "error: '合计' can never be right: it is to be at most 100, yet `at_least` makes it at least 200 "
            "[never-holds]"
        ),
    ),
    "a month that is none": (
        form(grid(REPORTED), register("id: day, title: 日期, type: date, in_month: §reported")),
        "错误: 字段“reported”的种类是 datetime，这里要 month [wrong-field-type]",
        "error: field 'reported' is of type datetime; month is needed here [wrong-field-type]",
    ),
    "an hour in a month": (
        form(grid(MONTH), register("id: clock, title: 钟点, type: time, in_month: §month")),
        "错误: “钟点”的种类是 time，in_month 只能写在 date / datetime 上 [not-worked-out]",
        "error: '钟点' is of type time; `in_month` goes with date / datetime [not-worked-out]",
    ),
    "an anonymous number": (
        form(grid(f"{QUANTITY}, allows: [none, §anonymous]")),
        "错误: 数字字段不能写“匿名” [allows-in-vain]",
        "error: a field of type number cannot say '匿名' [allows-in-vain]",
    ),
    "none among choices": (
        form(grid(f"{PAYER}, allows: [§none]")),
        "错误: 单选字段不能写“无” [allows-in-vain]",
        "error: a field of type one choice cannot say '无' [allows-in-vain]",
    ),
    "a phone in a draft": (
        form(grid("id: phone, title: 电话, type: phone, draft_safe: §true")),
        "错误: “电话”是个人信息或者自由文字，草稿里不留 [draft-not-safe]",
        "error: '电话' is personal or takes free text; no draft keeps it [draft-not-safe]",
    ),
    "words in a draft": (
        form(grid("id: matter, title: 事项, draft_safe: §true")),
        "错误: “事项”是个人信息或者自由文字，草稿里不留 [draft-not-safe]",
        "error: '事项' is personal or takes free text; no draft keeps it [draft-not-safe]",
    ),
    "a place that there is not": (
        form(grid(DONE), SIGNED, more="sense:\n  §signed.tenant.date: {after: done}\n"),
        "错误: 这里没有“signed.tenant.date”可指 [unknown-local]",
        "error: there is no 'signed.tenant.date' to point at here [unknown-local]",
    ),
    "sum and product": (
        form(grid(LABOUR, f"§{TOTAL}, total: [labour, labour], product: [labour, labour]")),
        "错误: 一个字段只有一种算法：合计、乘积或百分比 [total-and-product]",
        "error: a field is a sum, a product or a percentage, not several [total-and-product]",
    ),
    "a percentage of another kind": (
        form(grid(LABOUR, HOURS, "id: rate, title: 占比, type: number, rate: {part: §hours, whole: labour}")),
        "错误: “工时”是数字（小时），“人工费”是金额，不能比较 [compares-other-kind]",
        "error: '工时' (number, 小时) and '人工费' (amount) cannot be compared [compares-other-kind]",
    ),
    "a percentage in money": (
        form(grid(LABOUR, f"{TOTAL}, rate: §{{part: labour, whole: labour}}")),
        "错误: “合计”的种类是 money，rate 只能写在 number 上 [not-worked-out]",
        "error: '合计' is of type money; `rate` goes with number [not-worked-out]",
    ),
    "a percentage of nothing": (
        form(grid(LABOUR, "id: rate, title: 占比, type: number, rate: {part: labour, whole: §wages}")),
        "错误: 这里没有“wages”可指 [unknown-local]",
        "error: there is no 'wages' to point at here [unknown-local]",
    ),
    "less of nothing": (
        form(grid(LABOUR, f"§{TOTAL}, less: labour")),
        "错误: “less”要和 total 一起写 [goes-with]",
        "error: 'less' goes with total [goes-with]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "zh", "en"), REFUSED.values(), ids=list(REFUSED))
def test_what_makes_none(content: Content, text: str, zh: str, en: str) -> None:
    """Each is found at its place, and said in both languages."""
    assert said(content, text, "zh") == [zh]
    assert said(content, text, "en") == [en]


def test_hints(content: Content) -> None:
    """A misspelt field is guessed, and those that may be written are listed."""
    content.write(BILL, form(grid(LABOUR, MATERIAL, f"{TOTAL}, total: [labor]")))
    (finding,) = (finding for finding in content.findings() if finding.rule == "unknown-local")

    assert finding.say("zh").partition("\n")[2] == "    是不是“labour”？可以写：labour, material。"
