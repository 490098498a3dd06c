"""What the worked example of a kind of record gives; run in the copy of the tree in which it was followed."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from generators.page import render_record
from generators.pages.home import home_page
from generators.pages.menu import Menus
from schemas.loader import load_library
from search.ask import Searcher
from search.building import build_index
from search.library_cuts import cut_library
from tests.commands.calling import handbook
from tests.schemas.content import BOOK, TITLE_PAGE, TODAY, Content

ADDRESS = "greentown-after-sales/notices/water-stop"
PATH = f"{BOOK}/notices/water-stop.yaml"
NOTICE = """\
title: 停水通知
status: draft
owner: front-desk
summary: 8 月 3 日 9:00 至 17:00 全区停水，请提前储水。
posted: 各单元大堂公告栏
until: 2026-08-03
points:
  - {id: when, title: 停水时间, text: 8 月 3 日 9:00 至 17:00 停水。}
  - {id: store, title: 提前储水, text: 请前一天晚上把水存好。}
asks: [哪天停水, when is the water off]
"""
ENGLISH = {
    "title": "Water cut off",
    "summary": "No water on 3 August from 9:00 to 17:00; please store some beforehand.",
    "posted": "the board in the lobby of every block",
    "points.when.title": "When the water is off",
    "points.when.text": "There is no water on 3 August from 9:00 to 17:00.",
    "points.store.title": "Store water",
    "points.store.text": "Please store water the evening before.",
}


@pytest.fixture
def told(content: Content) -> Content:
    """The small library with a notice in a chapter, and its English."""
    content.write(PATH, NOTICE)
    content.change(
        TITLE_PAGE,
        "  - {id: courses,",
        "  - {id: notices, title: 通知, records: [notices/water-stop]}\n  - {id: courses,",
    )
    assert handbook("translate", root=content.root).code == 0
    translate(content.root / BOOK / "en.po", {"handbook#chapters.notices.title": "Notices"})
    texts = {f"notices/water-stop#{path}": text for path, text in ENGLISH.items()}
    translate(content.root / BOOK / "en" / "notices" / "water-stop.po", texts)
    return content


def translate(path: Path, texts: dict[str, str]) -> None:
    """Write the English that is missing in a catalogue."""
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = entry.msgstr or texts[entry.msgctxt]
    catalogue.save()


@pytest.mark.parametrize(("lang", "kind"), [("zh", "通知"), ("en", "notice")])
def test_there_is_something_to_start_from(content: Content, lang: str, kind: str) -> None:
    """`handbook new` knows the kind by its name and by its Chinese word; what it writes has no error."""
    said = handbook("new", kind, "water-stop", root=content.root, lang=lang)
    findings = content.findings()

    assert said.code == 0, said.err
    assert content.read(PATH).startswith({"zh": "# 通知：告诉业主一件事。", "en": "# A notice: what residents"}[lang])
    assert {finding.severity for finding in findings} == {"warning"}
    assert {finding.path for finding in findings} == {PATH}


def test_a_finished_one_has_no_finding(told: Content) -> None:
    """`check --strict` is content with its owner, its asks, its chapter and its English."""
    assert handbook("check", "--strict", "--today", f"{TODAY}", root=told.root).code == 0


def test_what_is_wrong_is_told_in_its_own_words(told: Content) -> None:
    """A key that is missing is explained by the model, in both languages; one that is misspelt is guessed."""
    told.change(PATH, "posted: 各单元大堂公告栏\n", "")
    assert told.check("zh") == [f"{PATH}:1:1: 错误: 缺少“posted” [missing-key]\n    补上“posted: …”（贴在哪里）。"]
    assert told.check("en") == [
        f"{PATH}:1:1: error: 'posted' is missing [missing-key]\n    Add 'posted: …' (Where it is posted)."
    ]

    told.change(PATH, "until:", "poster: 各单元大堂公告栏\nuntil:")
    assert told.titles("en") == [f"{PATH}:5:1: error: unknown key 'poster' [unknown-key]"]
    assert "是不是“posted”？" in told.check("zh")[0]


def test_it_has_a_page_in_both_languages(told: Content) -> None:
    """With the name of the kind, what its fields are called, its texts and the anchors of its points."""
    library = load_library(told.root).require()

    for lang, words in (
        (
            "zh",
            (
                "</span>停水通知</h1>",
                "<b>张贴处</b>各单元大堂公告栏",
                "<b>有效至</b>2026-08-03",
                "请前一天晚上把水存好。",
            ),
        ),
        (
            "en",
            ("</span>Water cut off</h1>", "<b>Posted at</b>the board", "<b>Valid until</b>2026-08-03", "Store water"),
        ),
    ):
        view = library.view(lang)
        page = render_record(view, view.entries[ADDRESS]).content
        assert [word for word in words if word not in page] == []
        assert 'class="i i-alert"' in page
        assert 'id="point-store"' in page


def test_it_is_in_the_menu_and_is_counted(told: Content) -> None:
    """In its chapter, in both languages; the first page says how many there are."""
    library = load_library(told.root).require()

    for lang, chapter, title in (("zh", "通知", "停水通知"), ("en", "Notices", "Water cut off")):
        menu = Menus(library.view(lang)).of(f"{ADDRESS}.html")
        assert f"<summary>{chapter}</summary>" in menu
        assert f'aria-current="page">{title}</a>' in menu
    assert "<i>1</i>通知</span>" in home_page(library.view("zh")).content
    assert "<i>1</i>notice</span>" in home_page(library.view("en")).content


def test_it_is_cut_and_found(told: Content) -> None:
    """The notice and each of its points is a passage in both languages; a question of a resident finds it."""
    library = load_library(told.root).require()
    passages = {passage.id: passage for passage in cut_library(library) if passage.record == ADDRESS}
    searcher = Searcher(build_index(library, told.root, dense=False))

    assert [*passages] == [ADDRESS, f"{ADDRESS}#point-when", f"{ADDRESS}#point-store"]
    store = passages[f"{ADDRESS}#point-store"]
    assert (store.zh.section, store.zh.text) == ("提前储水", "请前一天晚上把水存好")
    assert (store.en.section, store.en.text) == ("Store water", "Please store water the evening before")
    for question in ("哪天停水", "停水通知"):
        first = searcher.ask(question).answers[0]
        assert (first.kind, first.record) == ("notice", "water-stop")


def test_editors_know_it() -> None:
    """Its schema explains every key in both languages, and stands for its folder; one command renewed them."""
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    schema = json.loads(Path(".vscode/schemas/notices.schema.json").read_text("utf-8"))

    assert settings["./.vscode/schemas/notices.schema.json"] == "handbook/*/notices/*.yaml"
    assert schema["properties"]["posted"]["description"] == "贴在哪里\nWhere it is posted"
    assert {"title", "summary", "posted", "until", "points"} == set(schema["required"])
