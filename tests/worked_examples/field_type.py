"""What the worked example of a type of field gives; run in the copy of the tree in which it was followed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import sync_playwright

from bench.chromium import launch
from filled.filling import MistakesError, fill_form
from generators.form import build_form
from generators.page import render_record
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample, change, run, typed
from tests.generators import docx_samples as samples

BLOCKS = """\
  - grid: {id: head, fields: [{id: mail, title: 邮箱, type: email, required: true, privacy: personal}]}
  - text: {id: letter, text: "回复请寄 {to}。", blanks: [{id: to, title: 邮箱, type: email}]}
  - register: {id: list, rows: 3, columns: [{id: mail, title: 邮箱, type: email, width: 100}]}
"""
GOOD = "front.desk@example.cn"
WRONG = ("前台", "front.desk@", "a@b")
EXPECTED = {"zh": "应为邮箱地址，如 a@b.cn", "en": "an e-mail address is expected, such as a@b.cn"}


def sample(lang: str = "zh") -> Sample:
    """A form that asks for an address in a grid, in a sentence and in a register."""
    return filled.made(BLOCKS, lang)


def definition(lang: str) -> tuple[html.HtmlElement, dict[str, Any]]:
    """The page of the form, and what its scripts are given."""
    of = sample(lang)
    page = html.fromstring(render_record(of.library, of.entry).content)
    (told,) = page.findall(".//template[@data-fill-definition]")
    return page, json.loads("".join(map(str, told.itertext())))


def test_it_has_room_on_paper() -> None:
    """A sheet to print has its label and nothing to click."""
    of = sample()
    document = samples.part(build_form(of.library, of.entry, variant="blank"))

    assert "邮箱" in document
    assert "<w:sdt>" not in document


@pytest.mark.parametrize(("lang", "hint"), [("zh", "电子邮箱"), ("en", "e-mail")])
def test_its_control_says_what_to_type(lang: str, hint: str) -> None:
    """In the grid and in the register, in the language of the form; in a sentence the blank says what it is."""
    of = sample(lang)
    docx = build_form(of.library, of.entry, variant="fill")

    for tag in ("head.mail", "list.mail"):
        assert f">{hint}</w:t>" in samples.control(docx, tag)
    assert "> 邮箱 </w:t>" in samples.control(docx, "letter.to")


@pytest.mark.parametrize(("lang", "name"), [("zh", "电子邮箱"), ("en", "e-mail")])
def test_its_page_asks_for_it(lang: str, name: str) -> None:
    """With the input that browsers have for it, its pattern, what is said of a wrong one, and the name of the type."""
    page, told = definition(lang)

    assert page.find_class("fill")[0].findall(".//input[@type='email']")
    assert [blank["type"] for blank in told["blanks"]] == ["email", "email", "email"]
    assert told["patterns"]["email"]
    assert told["rules"]["bad-email"] == EXPECTED[lang]
    assert name in page.text_content()


def test_a_filled_copy_is_read_back() -> None:
    """By a program and by hand: spaces and full-width signs are what people type, and are taken off."""
    of = sample()
    copy = fill_form(of.library, of.entry, {"head": {"mail": GOOD}, "letter": {"to": GOOD}, "list": [{"mail": GOOD}]})
    by_hand = change(copy, typed("head.mail", run(" ｆｒｏｎｔ.desk@example.cn ")))

    for docx in (copy, by_hand):
        back = filled.read(of, docx)
        assert back.mistakes == ()
        assert back.values == {"head": {"mail": GOOD}, "letter": {"to": GOOD}, "list": ({"mail": GOOD},)}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_one_is_told(text: str) -> None:
    """Where it stands, what was found and what is expected: to who fills a copy by program, and to who reads one."""
    of = sample()
    with pytest.raises(MistakesError) as raised:
        fill_form(of.library, of.entry, {"head": {"mail": text}})
    empty = fill_form(of.library, of.entry, {"head": {"mail": GOOD}})
    back = filled.read(of, change(empty, typed("head.mail", run(text))))

    for (mistake,) in (raised.value.mistakes, back.mistakes):
        assert (mistake.rule, mistake.expected("zh"), mistake.expected("en")) == ("bad-email", *EXPECTED.values())
        assert mistake.say("zh", show_personal=True) == f"“邮箱”：填的是“{text}”，{EXPECTED['zh']}"
    assert back.values == {}


def test_what_is_shown_of_a_personal_one() -> None:
    """Its first sign and its end, never the whole."""
    of = sample()
    copy = fill_form(of.library, of.entry, {"head": {"mail": GOOD}})

    assert filled.read(of, copy).as_json("zh", show_personal=False)["values"]["head"]["mail"] == "f****************e.cn"


def test_the_browser_says_the_same() -> None:
    """The script of the page takes the same addresses, and refuses the others by the same rule."""
    _, told = definition("zh")
    script = Path("site/docs/assets/filling-values.js").read_text("utf-8")
    texts = [GOOD, f" {GOOD} ", *WRONG, "@example.cn", "a b@c.cn", "a@b.c1"]
    with sync_playwright() as playwright, launch(playwright) as chromium:
        page = chromium.new_page()
        page.set_content("<title>values</title>")
        page.add_script_tag(content=f"window.Shouce = {{}};\n{script}")
        said = page.evaluate(
            "([blank, texts, form]) => texts.map((text) => window.Shouce.filling.read(blank, text, form))",
            [told["blanks"][0], texts, told],
        )

    assert [found.get("value") or found["rule"] for found in said] == [
        GOOD, GOOD, "bad-email", "bad-email", "bad-email", "bad-email", "ab@c.cn", "bad-email",
    ]  # fmt: skip


def test_editors_know_it() -> None:
    """Among the types of a field; one command renewed the schema."""
    schema = json.loads(Path(".vscode/schemas/forms.schema.json").read_text("utf-8"))

    assert "email" in schema["$defs"]["Field"]["properties"]["type"]["enum"]
