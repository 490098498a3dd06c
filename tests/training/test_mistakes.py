"""«What is wrong in this form?»: a specimen spoilt in one place, its picture, and what it says in words."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from schemas.findings import HandbookError
from schemas.loader import load_library
from schemas.words import LANGUAGES, Bilingual
from tests.schemas.content import BOOK, Content, handbooks
from tests.training.proof.mistakes import right_on_sheets
from tests.training.proof.right import right_keys
from training.browser import course_files
from training.item import Item, Option
from training.material import Material
from training.pictures import described, make_pictures, picture, picture_path, standing_pictures
from training.sheets.breaking import broken, possible
from training.sheets.planted import specimen_in_both
from training.sources.mistakes import items_mistake

_BILL = "greentown-after-sales/forms/repair-bill"
_FILE = f"{BOOK}/forms/repair-bill.yaml"
_COURSE = f"{BOOK}/courses/front-desk-induction.yaml"


def _material(root: Path) -> Material:
    return Material(load_library(root, keep=True).require())


def _items(material: Material) -> tuple[Item, ...]:
    return tuple(items_mistake(material.subject(_BILL)))


def test_a_form_is_asked_from_twice_with_two_kinds_of_mistakes(handbook_root: Path) -> None:
    """The options are statements about other fields, and what is said after answering is where and by which rule."""
    items = _items(_material(handbook_root))
    assert [item.right for item in items] == [("words/cost.total",), ("in_month/parts.2.used/job.month",)]
    assert [option.text for option in items[0].options] == [
        Bilingual("“合计”的大写和小写不是一个数", "“Total” says one sum in words and another in figures"),
        Bilingual("第 2 行：“使用日期”比“到场时间”还早", "Row 2: “Used on” lies before “Arrived at”"),
        Bilingual("第 2 行：“数量”填的数超出了范围", "Row 2: “Quantity” is out of its range"),
        Bilingual("第 1 行：“金额”不等于“数量”乘“单价”", "Row 1: “Amount” is not “Quantity” times “Price”"),
    ]
    assert items[1].why == Bilingual(
        "第 2 行：“使用日期”写的是 2026-12-10，“结算月份”写的是 2026-11；这张表规定它要在“结算月份”写的月份里。",
        "Row 2: “Used on” says 2026-12-10, “Month of bill” says 2026-11; by the form it lies in the month of "
        "“Month of bill”.",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_of_a_picture_read_as_a_copy_has_that_mistake_alone(handbook_root: Path, lang: str) -> None:
    """What the picture shows is handed to the reader of filled copies: it finds what was planted and nothing else."""
    material = _material(handbook_root)
    for item in _items(material):
        assert right_on_sheets(material, item, lang) == set(item.right)


@pytest.mark.prove
def test_every_sheet_of_every_handbook_has_its_mistake_alone_in_english_too() -> None:
    """The Chinese sheets are proved with all other items."""
    material = Material(handbooks())
    forms = material.library.of_kind("forms")
    items = [item for form in forms for item in items_mistake(material.subject(form.address))]
    assert [item.id for item in items if right_on_sheets(material, item, "en") != set(item.right)] == []


def test_the_proof_reads_dates_that_the_form_does_not_compare(handbook_root: Path) -> None:
    """An option that says of two dates what is so is right as well."""
    material = _material(handbook_root)
    item = _items(material)[0]
    true, untrue = "earlier/job.reported/job.arrived", "earlier/job.arrived/job.reported"
    options = tuple(Option(key, Bilingual(key, key)) for key in (true, untrue))
    assert right_keys(material, replace(item, options=options)) == {*item.right, true}


def test_each_rule_of_a_form_can_be_broken_alone(handbook_root: Path) -> None:
    """Sums, orders, bounds, months, what is required, a telephone number: one of each on a sheet of its own."""
    sheet = specimen_in_both(_material(handbook_root).subject(_BILL)).zh
    kinds = {fault.rule for fault in possible(sheet) if broken(sheet, fault)}
    assert kinds == {"missing", "phone", "words", "total", "after", "in_month", "required_if"}


@pytest.mark.parametrize(
    ("path", "old", "new", "kept"),
    [
        (_FILE, "{id: labour, title: 人工费,", "{id: labour, title: 人工,", 0),  # a label that the sheets show
        (_FILE, 'cost.labour: "60.00"', 'cost.labour: "60"', 0),  # what is entered on them
        (_FILE, "title: 户内维修结算单", "title: 维修结算单", 2),  # the title is no field
        (
            _FILE,
            "  signed.checker.date: {after: signed.owner.date}",
            "  signed.owner.date: {allows: [none]}",
            2,
        ),  # not shown
    ],
)
def test_what_a_sheet_shows_retires_it_when_it_changes(
    content: Content, path: str, old: str, new: str, kept: int
) -> None:
    """A changed label, rule or entry gives an item another id, and its picture another name; nothing else does."""
    before = {item.id for item in _items(_material(content.root))}
    content.change(path, old, new)
    after = _items(_material(content.root))
    assert len(before & {item.id for item in after}) == kept
    assert all(item.fields in item.picture for item in after)


def test_a_form_whose_specimen_is_wrong_is_not_asked_from(content: Content) -> None:
    """A sheet with two mistakes has two right answers."""
    content.change(_FILE, 'cost.material: "122.00"', 'cost.material: "212.00"')
    assert _items(_material(content.root)) == ()


def test_a_sheet_is_told_in_words(handbook_root: Path) -> None:
    """Every field on a line, a row of a register on one, with what is blank."""
    material = _material(handbook_root)
    lines = described(material, _items(material)[0])
    assert lines.zh.splitlines()[7:13] == [
        "费用承担：业主",
        "保修单号：（空着）",
        "故障和原因：厨房水龙头漏水，垫圈老化",
        "二、材料",
        "第 1 行：使用日期：2026-11-09；名称和规格：水龙头 15 毫米；数量：1；单价：86.00 元；金额：86.00 元",
        "第 2 行：使用日期：2026-11-09；名称和规格：软管；数量：2；单价：18.00 元；金额：36.00 元",
    ]
    assert lines.en.splitlines()[-2] == "Total: 182.00 yuan, in words 壹佰贰拾捌元整"
    with pytest.raises(LookupError):
        described(material, replace(_items(material)[0], picture=""))


def test_pictures_are_made_once_and_courses_have_the_items_whose_pictures_there_are(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without LibreOffice a picture that is kept is given, and an item whose picture is not there is in no course."""
    content.change(_COURSE, "fill: [GT-R-KF-26]", "fill: [GT-R-KF-26, SC-GT-01]")
    material = _material(content.root)
    items, build = _items(material), tmp_path / "build"
    assert make_pictures(material.library, build) == (4, 4)
    monkeypatch.setenv("PATH", "")
    standing = standing_pictures(material.library, build)
    assert set(standing) == {picture_path(item.picture, lang) for item in items for lang in LANGUAGES}
    content_of_picture = picture(material, items[0], "zh", build)
    with Image.open(BytesIO(content_of_picture)) as shown:
        assert (shown.mode, shown.width > 600, len(content_of_picture) < 150_000) == ("P", True, True)
    with pytest.raises(HandbookError, match="LibreOffice"):
        picture(material, items[0], "zh", tmp_path / "other")
    one = {picture_path(items[0].picture, "zh")}
    assert [_pictures(material, pictures) for pictures in ((), one)] == [
        [],
        [[f"assets/{next(iter(one))}", described(material, items[0]).zh]],
    ]


def _pictures(material: Material, pictures: set[str] | tuple[str, ...]) -> list[list[str]]:
    """The pictures that the items of the course show in Chinese, each with its words."""
    files = {name: make for name, _, make in course_files(material.library, pictures)}
    script = files["courses/greentown-after-sales.front-desk-induction.items.zh.js"]().decode()
    course = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    return [item["picture"] for item in course["items"] if "picture" in item]
