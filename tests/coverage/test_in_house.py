"""Whatever the library has otherwise than the house list is named, each kind of it once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from schemas.library import Library
from schemas.loader import load_library
from tests.coverage.house import HouseList
from tests.coverage.in_house import deviations

FILES: Final = {
    "library.yaml": "title: 样本\ngreeting: 样本\nlanguages: [zh]\ndefault: book\norder: [book]\n"
    "actors: {desk: 接报的人}\nplaces: {assembly: 集合点}\n",
    "book/handbook.yaml": """
title: 样本手册
short: 样本
summary: 样本。
edition: "1"
company: {name: 样本公司}
trade: property
hours: {open: 8:00-20:00, after_hours: leader}
chapters: [{id: all, title: 全部, records: [roles/agent, roles/office, courses/first, forms/slip]}]
cards: {use: [fire], actors: {desk: agent}, places: {assembly: 门外}}
parties: {owner: {title: 业主, kind: customer}}
project: {phone: 0571-0000-0000}
""",
    "book/roles/agent.yaml": """
title: 话务员
owner: leader
on_duty: {days: every-day, hours: 8:00-22:00}
stands_in: {night: leader}
licences: [{id: fire-panel, title: 消防设施操作员证, checks: leader}]
mission: 接电话。
duties: [{id: all, title: 全部, items: [{no: "1", text: 接电话}]}]
""",
    "book/roles/leader.yaml": """
title: 班长
mission: 带班。
duties: [{id: all, title: 全部, items: [{no: "1", text: 带班}]}]
""",
    "book/roles/office.yaml": """
title: 客服部
unit: true
duties: [{id: all, title: 全部, items: [{no: "1", text: 接电话}]}]
""",
    "cards/fire.yaml": """
title: 火警
dangers: {zh: [着火], en: [fire]}
acts: [{id: call, by: desk, do: 打 119。}]
places: [assembly]
""",
    "book/courses/first.yaml": """
title: 上岗
role: agent
level: 上岗
modules: [{id: all, title: 全部, read: [roles/agent]}]
""",
    "book/forms/slip.yaml": """
title: 登记条
code: SC-BK-01
owner: leader
summary: 登记。
asks: [填哪张]
keep: {time: 3 年, from: 办结之日}
privacy: internal
blocks: [{grid: {id: all, fields: [{id: what, title: 事项, type: text}]}}]
""",
}
LISTED: Final[dict[str, Any]] = {
    "prefix": "SC-",
    "levels": {},
    "licences": {"fire-panel": {"zh": "消防设施操作员证", "en": "消防设施操作员证", "law": "消防法"}},
    "posts": {
        "all": {
            "agent": {
                "zh": "话务员", "en": "话务员", "level": "front-line", "does": "接电话",
                "on_duty": {"days": "every-day", "hours": "8:00-22:00"}, "stands_in": {"night": "leader"},
            },
            "leader": {"zh": "班长", "en": "班长", "level": "supervisor", "does": "带班", "on_duty": "rota"},
        }
    },
    "units": {"office": {"zh": "客服部", "en": "客服部"}},
    "parties": {"owner": {"zh": "业主", "en": "业主", "kind": "customer"}},
    "project": {},
    "actors": {"desk": {"zh": "接报的人", "en": "接报的人", "does": "接电话"}},
    "places": {"assembly": {"zh": "集合点", "en": "集合点", "key": "assembly-point"}},
    "cards": {"fire": {"zh": "火警", "en": "火警"}},
    "handbooks": {
        "book": {
            "trade": "property", "shop": {"name": "样本", "sells": "样本", "customers": "样本"},
            "posts": ["agent", "leader"], "units": ["office"], "courses": {"agent": "courses/first"}, "night": "没有人",
            "hours": {"open": "8:00-20:00", "after_hours": "leader"},
            "owners": ["leader"], "parties": ["owner"], "project": {"phone": "0571-0000-0000"},
            "actors": {"desk": "agent"},
            "forms": {"slip": {"code": "SC-BK-01", "zh": "登记条", "en": "登记条", "for": "登记"}},
        }
    },
}  # fmt: skip
"""The house list of that handbook, which has no English."""
CASES: Final = [
    ("", "", []),
    ("trade: property", "trade: telecom", ["book: its trade is telecom, not property"]),
    ("desk: 接报", "desk: 接电话", ["library: actor desk: it is called “接电话的人”, not “接报的人”"]),
    ("assembly: 集合点}", "assembly: 集合点, exits: 出口}", ["library: there is no place exits in the house list"]),
    ("title: 火警", "title: 起火", ["cards/fire: it is called “起火”, not “火警”"]),
    ("{desk: agent}", "{desk: leader}", ["book: on its cards desk is leader, not agent"]),
    ("after_hours: leader", "night: 20:00-8:00", ["book: it is open at other times than in the house list"]),
    ("owner: {title", "guest: {title", ["book: there is no party guest in its house"]),
    ("title: 业主", "title: 住户", ["book: party owner: it is called “住户”, not “业主”"]),
    ("kind: customer", "kind: other", ["book: party owner: its kind is other, not customer"]),
    ("{phone: 0571", "{hours: 0571", ["book: there is no project key hours in its house"]),
    ("title: 话务员", "title: 接线员", ["book/roles/agent: it is called “接线员”, not “话务员”"]),
    ("owner: leader\non", "owner: agent\non", ["book/roles/agent: its owner agent is none in its house"]),
    ("title: 话务员", "title: 话务员\nunit: true", ["book/roles/agent: it is a unit, and in the house list a person"]),
    ("unit: true\n", "", ["book/roles/office: it is a person, and in the house list a unit"]),
    ("8:00-22:00", "8:00-20:00", ["book/roles/agent: it is on duty at other times than in the house list"]),
    ("night: leader", "leave: leader", ["book/roles/agent: somebody else stands in than in the house list"]),
    ("id: fire-panel", "id: lift", ["book/roles/agent: the house list has no licence lift"]),
    ("title: 登记条", "title: 登记表", ["book/forms/slip: it is called “登记表”, not “登记条”"]),
    ("SC-BK-01", "SC-BK-02", ["book/forms/slip: its code is SC-BK-02, not SC-BK-01"]),
]  # fmt: skip


def _library(root: Path, files: dict[str, str]) -> Library:
    for path, text in files.items():
        file = root / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return load_library(root).require()


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_is_otherwise_is_named(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    """Nothing is named of a handbook that is as its house; whatever is otherwise is named with its place."""
    files = {path: text.replace(old, new) if old else text for path, text in FILES.items()}

    named = list(deviations(_library(tmp_path, files), HouseList.model_validate(LISTED)))

    assert list(dict.fromkeys(named)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("roles/guest", "book/roles/guest: there is no such post or unit in its house"),
        ("courses/second", "book/courses/second: there is no such course in its house"),
        ("cards/smoke", "cards/smoke: there is no such card in the house list"),
        ("forms/note", "book/forms/note: there is no form SC-BK-01 with this id in its house"),
    ],
)
def test_what_is_not_in_the_list_is_named(tmp_path: Path, path: str, expected: str) -> None:
    """A role, a course, a card, and a form with a code of ours, that nobody listed."""
    like = {"roles/guest": "roles/leader", "courses/second": "courses/first", "forms/note": "forms/slip"}
    file = f"{path}.yaml" if path.startswith("cards/") else f"book/{path}.yaml"
    files = {**FILES, file: FILES[f"book/{like[path]}.yaml" if path in like else "cards/fire.yaml"]}
    if path == "forms/note":
        del files["book/forms/slip.yaml"]
        files["book/handbook.yaml"] = files["book/handbook.yaml"].replace("forms/slip", "forms/note")

    assert list(deviations(_library(tmp_path, files), HouseList.model_validate(LISTED))) == [expected]


def test_a_handbook_without_a_house_is_named(tmp_path: Path) -> None:
    """A whole handbook that the list does not know is one line."""
    houses = HouseList.model_validate({**LISTED, "handbooks": {}})

    assert list(deviations(_library(tmp_path, dict(FILES)), houses)) == ["book: the house list has no such handbook"]
