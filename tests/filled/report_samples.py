"""A small library whose forms are worked out from each other, and folders of filled copies of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from filled.filling import fill_form
from schemas.entry import Entry
from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import LIBRARY

HANDBOOK = "greentown-after-sales"
FOLDER = f"handbook/{HANDBOOK}/forms"
_HEAD = "status: draft\nsummary: 测试用。\nkeep: {time: 1 年}\n"

CASES = f"""title: 投诉登记
code: T-01
{_HEAD}page: {{orientation: landscape}}
blocks:
  - grid: {{id: head, fields: [{{id: month, title: 月份, type: month}}, {{id: book, title: 册号, type: serial}}]}}
  - register:
      id: entries
      rows: 8
      columns:
        - {{id: no, title: 序号, type: sequence, width: 5}}
        - {{id: received, title: 受理时间, type: datetime, width: 15}}
        - {{id: room, title: 房号, type: room, width: 10}}
        - {{id: name, title: 投诉人, privacy: personal, width: 10}}
        - id: kind
          title: 类别
          type: choice
          choices: {{repair: 维修, service: 服务, fees: 收费, noise: 噪声, other: 其他}}
          width: 10
        - {{id: parts, title: 涉及, type: choices, choices: {{lift: 电梯, gate: 门岗}}, width: 10}}
        - {{id: matter, title: 事实, type: text, width: 10}}
        - {{id: paid, title: 赔付, type: money, width: 10}}
        - {{id: urgent, title: 急, type: tick, width: 5}}
        - {{id: due, title: 期限, type: date, width: 10}}
        - {{id: closed, title: 结案, type: date, width: 5}}
totals:
  - {{id: all, title: 受理, count: entries}}
  - {{id: open, title: 未结案, count: entries, where: {{closed: empty}}}}
  - {{id: late, title: 逾期, count: entries, where: {{closed: empty, due: past}}}}
  - {{id: done, title: 已结案, count: entries, where: {{closed: filled}}}}
  - {{id: ours, title: 维修和服务, count: entries, where: {{kind: [repair, service]}}}}
  - {{id: urgent, title: 急件, count: entries, where: {{urgent: "true"}}}}
  - {{id: paid, title: 赔付, sum: paid}}
  - {{id: by-kind, title: 按类别, count: entries, by: kind}}
  - {{id: by-part, title: 按部位, count: entries, by: parts}}
"""
_BARS = """  - register:
      id: causes
      rows: 4
      columns:
        - {id: no, title: 序号, type: sequence, width: 10}
        - {id: cause, title: 原因, width: 30}
        - {id: count, title: 件数, type: number, unit: 件, width: 12}
        - {id: share, title: 占比, type: number, unit: "%", width: 12}
        - {id: running, title: 累计件数, type: number, width: 12}
        - {id: cumulative, title: 累计占比, type: number, unit: "%", width: 12}
        - {id: class, title: 类别, type: choice, choices: {a: A, b: B, c: C}, width: 12}
"""
_GRID = """blocks:
  - grid:
      id: head
      fields:
        - {id: from, title: 自, type: date}
        - {id: to, title: 至, type: date}
        - {id: total, title: 总数, type: number, min: 1}
        - {id: source, title: 来源}
"""
_GROUPS = """name: cause
      count: count
      share: share
      running: running
      cumulative: cumulative
      class: class
      classes: {a: 80, b: 90, c: 100}
"""
DATA = f"""title: 排列图数据
code: T-02
{_HEAD}{_GRID}{_BARS}computed_from:
  sources: {{cases: {{form: T-01, rows: entries, date: received}}}}
  period: {{first: head.from, last: head.to}}
  fields:
    head.total: {{count: cases}}
    head.source: {{list: cases.book}}
  groups:
    causes:
      group: cases.kind
      other: other
      {_GROUPS}"""
CHART = f"""title: 排列图
code: T-03
{_HEAD}{_GRID}{_BARS}  - chart:
      {{id: pareto, title: 排列图, kind: pareto, of: causes, label: cause, amount: count, threshold: 80, height: 60}}
computed_from:
  sources: {{data: {{form: T-02, rows: causes}}}}
  period: {{first: head.from, last: head.to}}
  fields:
    head.total: {{sum: data.count}}
  groups:
    causes:
      group: data.cause
      other: 其他
      sum: count
      of: data.count
      {_GROUPS.replace("      count: count" + chr(10), "")}"""
SENT = f"""title: 发放回收记录
code: T-04
{_HEAD}blocks:
  - register:
      id: log
      rows: 5
      columns:
        - {{id: room, title: 房号, type: room, width: 40}}
        - {{id: sent, title: 发放, type: date, width: 30}}
        - {{id: back, title: 回收, type: date, width: 30}}
"""
SURVEY = f"""title: 征询表
code: T-05
{_HEAD}blocks:
  - grid:
      id: who
      fields:
        - {{id: serial, title: 编号, type: serial}}
        - {{id: day, title: 日期, type: date}}
        - {{id: valid, title: 有效, type: choice, choices: {{valid: 有效, invalid: 无效}}}}
  - survey:
      id: ratings
      scale:
        points: {{good: 满意, fair: 一般, bad: 不满意}}
        skip: {{none: 未接触}}
        counts_as_satisfied: [good]
      groups:
        - {{id: desk, title: 前台, items: {{manner: 态度, speed: 时效}}}}
        - {{id: works, title: 工程, items: {{repair: 维修}}}}
"""
SUMMARY = f"""title: 汇总表
code: T-06
{_HEAD}blocks:
  - grid:
      id: head
      fields:
        - {{id: period, title: 征询期}}
        - {{id: to, title: 截止, type: date}}
        - {{id: sent, title: 发放, type: number}}
        - {{id: returned, title: 回收, type: number}}
        - {{id: read, title: 交来, type: number}}
        - {{id: return-rate, title: 回收率, type: number, unit: "%"}}
  - matrix:
      id: items
      corner: 项目
      rows: {{manner: 态度, speed: 时效, repair: 维修, desk: 前台小计, all: 合计}}
      columns:
        - {{id: good, title: 满意, type: number}}
        - {{id: fair, title: 一般, type: number}}
        - {{id: bad, title: 不满意, type: number}}
        - {{id: none, title: 未接触, type: number}}
        - {{id: rated, title: 有效评价, type: number}}
        - {{id: rate, title: 满意率, type: number, unit: "%"}}
  - grid:
      id: result
      fields:
        - {{id: rate, title: 满意率, type: number, unit: "%"}}
        - {{id: working, title: 算式}}
        - {{id: before, title: 上期, type: number, unit: "%"}}
        - {{id: target, title: 目标, type: number, unit: "%"}}
  - chart: {{id: by-item, title: 各项满意率, kind: bar, of: items, amount: rate, threshold: 60, height: 50}}
computed_from:
  sources:
    sent: {{form: T-04, rows: log, date: sent}}
    back: {{form: T-04, rows: log, date: sent, where: {{back: filled}}}}
    valid: {{form: T-05, date: day, where: {{valid: valid}}}}
    last: {{form: T-06, date: to, period: last}}
  period: {{said: head.period, last: head.to}}
  fields:
    head.sent: {{count: sent}}
    head.returned: {{count: back}}
    head.read: {{count: valid}}
    head.return-rate: {{rate: {{part: head.returned, whole: head.sent}}}}
    result.rate: {{rate: {{part: items.all.good, whole: items.all.rated}}}}
    result.working: {{working: result.rate}}
    result.before: {{take: last.result.rate}}
    result.target: {{threshold: by-item}}
  ratings:
    items: {{survey: valid.ratings, answered: rated, rate: rate, total: all}}
  agree:
    - {{id: papers, title: 回收记录与问卷, fields: [head.returned, head.read]}}
"""
MOVES = f"""title: 迁入迁出登记
code: T-07
{_HEAD}blocks:
  - register:
      id: moves
      rows: 6
      columns:
        - {{id: day, title: 日期, type: date, width: 25}}
        - {{id: room, title: 房号, type: room, width: 25}}
        - {{id: way, title: 去向, type: choice, choices: {{in: 迁入, out: 迁出}}, width: 25}}
        - id: kind
          title: 类型
          type: choice
          choices: {{owner: 业主, tenant: 租户, shop: 商铺, office: 写字楼}}
          width: 25
"""
MONTH = f"""title: 月统计表
code: T-08
{_HEAD}blocks:
  - grid: {{id: head, fields: [{{id: month, title: 月份, type: month}}, {{id: homes, title: 登记房屋, type: number}}]}}
  - matrix:
      id: homes
      corner: 类型
      rows: {{owner: 业主, tenant: 租户, business: 经营, all: 合计}}
      columns:
        - {{id: last, title: 上月末, type: number}}
        - {{id: in, title: 迁入, type: number}}
        - {{id: out, title: 迁出, type: number}}
        - {{id: now, title: 本月末, type: number}}
        - {{id: growth, title: 增长率, type: number, unit: "%"}}
  - register:
      id: gone
      title: 本月迁出
      rows: 4
      columns:
        - {{id: room, title: 房号, type: room, width: 50}}
        - {{id: kind, title: 类型, width: 50}}
computed_from:
  sources:
    moves: {{form: T-07, rows: moves, date: day}}
    gone: {{form: T-07, rows: moves, date: day, where: {{way: out}}}}
    known: {{form: T-07, rows: moves, date: day, period: to-date, one_per: room}}
    before: {{form: T-08, rows: homes, date: head.month, period: last}}
  period: {{month: head.month}}
  fields:
    head.homes: {{count: known, where: {{way: in}}}}
  cells:
    homes:
      columns:
        last: {{take: before.now}}
        in: {{count: moves, where: {{way: in}}}}
        out: {{count: gone}}
        now: {{total: [last, in], less: [out]}}
        growth: {{rate: {{part: in, whole: last}}}}
      by: kind
      rows: {{business: {{kind: [shop, office]}}}}
      total: all
  lists:
    gone: {{of: gone, columns: {{room: room, kind: kind}}, order: room}}
"""
FORMS: Mapping[str, str] = {
    "cases": CASES, "cause-data": DATA, "cause-chart": CHART, "hand-outs": SENT, "questions": SURVEY,
    "survey-summary": SUMMARY, "moves": MOVES, "monthly": MONTH,
}  # fmt: skip


def make_root(root: Path, forms: Mapping[str, str] = FORMS) -> Path:
    """The small library with *forms* (id to YAML) added, under *root*."""
    shutil.copytree(LIBRARY, root)
    for id_, text in forms.items():
        (root / FOLDER / f"{id_}.yaml").write_text(text, "utf-8")
    return root


@cache
def library() -> Library:
    """The small library with the forms of this module."""
    with TemporaryDirectory() as folder:
        return load_library(make_root(Path(folder) / "root")).require()


def form(id_: str, of: Library | None = None) -> Entry:
    """A form of it."""
    entry = (of or library()).find(f"forms/{id_}", HANDBOOK)
    assert entry is not None
    return entry


def copy(folder: Path, id_: str, name: str, values: Mapping[str, Any], lang: str = "zh") -> Path:
    """A filled copy of the form *id_* in *folder*."""
    view = library().view(lang)
    path = folder / f"{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fill_form(view, form(id_, view), values))
    return path


def case(day: str, kind: str | None = "repair", **more: Any) -> dict[str, Any]:
    """A row of the register of complaints."""
    return {"received": f"{day} 09:00", "room": "1-101", **({"kind": kind} if kind else {}), **more}


def cases(folder: Path) -> Path:
    """Two copies of the register: twenty complaints of November and one of October."""
    kinds = ["repair"] * 9 + ["service"] * 6 + ["fees"] * 3 + ["noise"] + ["other"]
    rows = [case(f"2026-11-{number + 1:02}", kind) for number, kind in enumerate(kinds)]
    rows.insert(12, case("2026-10-31", "noise"))
    copy(folder, "cases", "a", {"head": {"month": "2026-11", "book": "2026-11—01"}, "entries": rows[:10]})
    copy(folder, "cases", "b", {"head": {"month": "2026-11", "book": "2026-11—02"}, "entries": rows[10:]})
    return folder
