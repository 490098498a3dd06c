"""What an editor marks while one types: nothing that `check` takes, and most of what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from schemas.amounts import Count, Date, Percent, Plainnumber
from schemas.document import compose
from schemas.duration import TimeSpan
from schemas.hours import DaysField, TimesField
from schemas.json_schema import SETTINGS, library_schemas, library_settings
from schemas.money import PriceValue, SumValue
from schemas.pointed_at import pointed_at
from schemas.quantity import QuantityValue
from schemas.record import Model
from schemas.validate import validate
from tests.commands.calling import handbook
from tests.examples import examples
from tests.generated.libraries import make_library, model_of, written
from tests.schemas.content import (
    BOOK,
    COMPLAINTS,
    COURSE,
    FRONT_DESK,
    HANDBOOKS,
    LIBRARY,
    POLICY,
    REPORT,
    TITLE_PAGE,
    Content,
)
from tests.schemas.content import (
    SETTINGS as LIBRARY_FILE,
)
from tests.schemas.editor import marked, seen

EVERY_KEY = Path(__file__).parents[1] / "data" / "every-key"
LEAK = f"{BOOK}/procedures/night-leak.yaml"


def model_for(path: Path) -> type[Model]:
    """The model that reads a file, by its place under `handbook/`."""
    return model_of(path.relative_to(next(each for each in path.parents if each.name == "handbook")).as_posix())


@pytest.mark.parametrize(
    "root", [LIBRARY, EVERY_KEY, pytest.param(HANDBOOKS, marks=pytest.mark.prove)], ids=["small", "keys", "handbooks"]
)
def test_nothing_is_marked_in_a_sound_library(root: Path) -> None:
    """Every file that `check` takes, each of its keys and its short forms."""
    files = [path for path in (root / "handbook").rglob("*.yaml") if path.name != "struck.yaml"]

    marks = {path: [each.message for each in marked(path.read_text("utf-8"), model_for(path))] for path in files}

    assert {path: found for path, found in marks.items() if found} == {}
    assert files


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (LEAK, "within: {time: 5 分钟, from: answer}", "within: 半小时"),
        (LEAK, "within: {time: 5 分钟, from: answer}", "within: 1h"),
        (LEAK, "within: {time: 5 分钟, from: answer}", "within: 两天"),
        (LEAK, "within: {time: 5 分钟, from: answer}", "within: {time: 尽快}"),
        (LEAK, "within: {time: 5 分钟, from: answer}", "within: {times: 5 分钟}"),
        (LEAK, "within: 立即", "within: 立刻马上"),
        (LEAK, "review_by: 2027-01-15", "review_by: 2027-1-15"),
        (LEAK, "review_by: 2027-01-15", "review_by: 2027/01/15"),
        (LEAK, "review_by: 2027-01-15", "review_by: 2027-13-15"),
        (LEAK, "review_by: 2027-01-15", "review_by: 明年一月"),
        (LEAK, "status: draft", "status: 草案"),
        (LEAK, "status: draft", "status: {state: final}"),
        (LEAK, "by: control-room", "by: 消防控制室"),
        (LEAK, "by: control-room", "by: Control-Room"),
        (LEAK, "id: send", "id: Send It"),
        (LEAK, "id: send", "id: 派人"),
        (LEAK, "to: rescue", "to: 救人"),
        (LEAK, "writes: [GT-R-KF-26#received", "writes: [登记表"),
        (COMPLAINTS, "formerly: [procedures/complaints", "formerly: [旧的投诉"),
        (LEAK, "end: true", "end: 是"),
        (LEAK, "end: true", "end: yes"),
        (COMPLAINTS, "limit: {times: 2", "limit: {times: 两次"),
        (LEAK, "    title: 接听", "    titel: 接听"),
        (LEAK, "card: cards/fire", "card: 着火"),
        (REPORT, "type: serial", "type: 编号"),
        (REPORT, "lines: 4", "lines: 0"),
        (REPORT, "lines: 4", "lines: 四行"),
        (REPORT, "  - grid:", "  - gird:"),
        (COURSE, "pass: 85%", "pass: 85 分"),
        (COURSE, "pass: 85%", "pass: 85"),
        (FRONT_DESK, "days: 每天", "days: 天天"),
        (FRONT_DESK, "hours: 8:00-20:00", "hours: 早八到晚八"),
        (TITLE_PAGE, "open: 8:00-20:00", "open: 8 点到 20 点"),
        (TITLE_PAGE, "night: 20:00-8:00", "night: 20:00"),
        (TITLE_PAGE, "time: 3 年", "time: 三年"),
        (TITLE_PAGE, "under: centre", "under: 服务中心"),
        (POLICY, "time: 30 分钟", "time: 30 分钟内"),
        (POLICY, "target: 不低于 95%", "target: 九成五"),
        (LIBRARY_FILE, "languages: [zh, en]", "languages: [zh, fr]"),
        (LIBRARY_FILE, "default: greentown-after-sales", "default: 绿城"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(path: str, old: str, new: str) -> None:
    """Where `check` would refuse it too."""
    text = (LIBRARY / path).read_text("utf-8")
    assert old in text
    changed, model = text.replace(old, new, 1), model_for(LIBRARY / path)
    document, found = compose(changed, path)

    assert list(marked(changed, model))
    assert found or document is None or validate(document, model)[0] is None


RUN_AGAIN = "把注释删掉；不要了就整个删掉，再运行 handbook editor。"
PIECES = st.lists(
    st.sampled_from(
        [
            *"0123459年月日天周时分秒 -—至、,%元/.:：万个每前的和号",
            *(
                "30 分钟",
                "3 工作日",
                "2 working days",
                "1 hour",
                "HOURS",
                "次日",
                "之前",
                "当场",
                "周一",
                "mon",
                "Sat",
                "节假日",
            ),
            *("8:00", "20:00", "24 小时", "全天", "合同", "免费", "2026-01-05", "平方米", "每周", "每月", "每年"),
        ]
    ),
    max_size=6,
).map("".join)


@pytest.mark.parametrize(
    "kind", [TimeSpan, DaysField, TimesField, PriceValue, SumValue, QuantityValue, Date, Percent, Plainnumber, Count]
)
@examples(60, 20_000)
def test_what_is_read_matches_its_pattern(kind: Any, tried: settings) -> None:
    """However it is put together: times, days, hours, prices, sums, numbers with what is counted, dates, shares."""
    adapter = TypeAdapter(kind)
    schema = adapter.json_schema()

    @tried
    @given(text=PIECES)
    def matches(text: str) -> None:
        try:
            adapter.validate_python(text)
        except ValidationError:
            return
        assert not list(Draft7Validator(schema).iter_errors(text))

    matches()


@pytest.mark.parametrize("seeds", [range(3), pytest.param(range(3, 300), marks=pytest.mark.prove)], ids=["few", "many"])
def test_nothing_is_marked_in_what_chance_makes(seeds: range) -> None:
    """Files made from the models, as many as `check` can read."""
    marks = {
        (seed, path): [each.message for each in marked(text, model_of(path))]
        for seed in seeds
        for path, text in texts(seed)
        if _is_read(text, path)
    }

    assert {place: found for place, found in marks.items() if found} == {}
    assert len(marks) > len(seeds)


def texts(seed: int) -> Iterator[tuple[str, str]]:
    """The files of a library made by chance, by their paths."""
    made = make_library(Random(seed))  # noqa: S311  # the same in every run
    yield from ((path, written(data)) for path, data in made.items())


def _is_read(text: str, path: str) -> bool:
    document, findings = compose(text, path)
    return document is not None and not findings and validate(document, model_of(path))[0] is not None


def test_an_editor_completes_what_there_is(content: Content) -> None:
    """Roles and parties, codes of forms, steps, fields, licences, laws, cards and handbooks, each with its title."""
    ids = pointed_at(content.library(), "greentown-after-sales")

    assert ids["RoleRef"]["control-room"] == "监控室值班员"
    assert {name: next(iter(found.items())) for name, found in ids.items() if found} == {
        "HandbookId": ("greentown-after-sales", "（售后服务）客户服务工作手册"),
        "LawRef": ("civil-code", "中华人民共和国民法典"),
        "CardActor": ("desk", "接报的人"),
        "CardPlace": ("assembly", "集合点"),
        "CardRef": ("cards/fire", "火警"),
        "CallNumber": ("110", "公安报警"),
        "RoleRef": ("front-desk", "客服前台"),
        "ActorRef": ("front-desk", "客服前台"),
        "PartyRef": ("resident", "业主"),
        "LicenceRef": ("fire-panel", "消防设施操作员证（四级）"),
        "StepRef": ("GT-BF-KF-001#receive", "受理"),
        "LevelRef": ("GT-ZD-KF-092#trainee", "学员"),
        "FieldRef": ("GT-R-KF-13#project", "项目名称"),
        "RecordRef": ("roles/front-desk", "客服前台"),
        "Reference": ("roles/front-desk", "客服前台"),
        "FormRef": ("GT-R-KF-13", "钥匙借用登记表"),
        "CourseRef": ("courses/front-desk-induction", "客服前台上岗"),
        "PriorRef": ("GT-ZD-KF-092", "客服前台资质管理办法"),
    }


def test_what_an_editor_completes_is_in_its_schema(content: Content) -> None:
    """Each handbook has its own; what is not in the list yet is no mistake."""
    files = library_schemas(content.library())
    schema = seen(files["build/editor/greentown-after-sales/procedures.schema.json"])
    by, other = schema["$defs"]["Step"]["properties"]["by"], seen(files["build/editor/call-scripts/roles.schema.json"])

    assert by["anyOf"][0] == {"$ref": "#/$defs/ids-ActorRef"}
    assert by["anyOf"][1]["type"] == ["string", "number", "boolean"]
    assert "control-room" in schema["$defs"]["ids-ActorRef"]["enum"]
    assert "agent" in other["$defs"]["ids-RoleRef"]["enum"]
    assert "control-room" not in other["$defs"]["ids-RoleRef"]["enum"]


def test_the_verb_writes_what_an_editor_needs(content: Content) -> None:
    """Other settings stay; a build renews the schemas, and only those."""
    content.write(SETTINGS, '{"editor.fontSize": 14}')
    said = handbook("editor", root=content.root, lang="zh")
    found = seen(content.read(SETTINGS))

    assert said.out.replace("\n", "") == (
        "写好了 .vscode/settings.json 和 build/editor 里的 25 份格式说明；在 VS Code 里打开这个文件夹，装 YAML 扩展。"
    )
    assert found == {"editor.fontSize": 14, **library_settings(content.library())}
    assert all((content.root / path).is_file() for path in found["yaml.schemas"])
    assert (
        found["yaml.schemas"]["./build/editor/call-scripts/scripts.schema.json"]
        == "handbook/call-scripts/scripts/*.yaml"
    )


def test_settings_with_comments_stay_as_they_are(content: Content) -> None:
    """It says what to do, and writes nothing."""
    content.write(SETTINGS, '{"editor.fontSize": 14} // large')
    said = handbook("editor", root=content.root, lang="zh")

    assert (said.code, said.err.replace("\n", "")) == (
        1,
        "handbook: .vscode/settings.json 读不懂：里面有注释，或者写法不对。" + RUN_AGAIN,
    )
    assert not (content.root / "build" / "editor").exists()
