"""What the worked example of a field on a step gives; run in the copy of the tree in which it was followed."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from generators.page import render_record
from schemas.loader import load_library
from search.library_cuts import cut_library
from tests.commands.calling import handbook
from tests.schemas.content import CATALOGUE, COMPLAINTS, TODAY, Content

ADDRESS = "greentown-after-sales/procedures/complaint-handling"
TEXT, ENGLISH = "登记表和相机", "the register and a camera"


@pytest.fixture
def brought(content: Content) -> Content:
    """The small library with something to take along in a step, and its English."""
    content.change(COMPLAINTS, "  - id: handle\n", f"  - id: handle\n    bring: {TEXT}\n")
    assert handbook("translate", root=content.root).code == 0
    catalogue = polib.pofile(str(content.root / CATALOGUE))
    (new,) = (entry for entry in catalogue if entry.msgctxt == "procedures/complaint-handling#steps.handle.bring")
    new.msgstr = ENGLISH
    catalogue.save()
    return content


def test_it_may_be_written(brought: Content) -> None:
    """`check --strict` is content; a misspelt key is guessed at."""
    assert handbook("check", "--strict", "--today", f"{TODAY}", root=brought.root).code == 0

    brought.change(COMPLAINTS, f"bring: {TEXT}", f"brign: {TEXT}")
    assert [title.rpartition(": ")[2] for title in brought.titles("en")] == ["unknown key 'brign' [unknown-key]"]
    assert "是不是“bring”？" in brought.check("zh")[0]


def test_it_is_on_the_page_in_both_languages(brought: Content) -> None:
    """After what it is called, in its step and in no other."""
    library = load_library(brought.root).require()

    for lang, words in (("zh", f"<b>带上</b>{TEXT}"), ("en", f"<b>Bring</b>{ENGLISH}")):
        view = library.view(lang)
        before, found, after = render_record(view, view.entries[ADDRESS]).content.partition(words)
        assert found
        assert before.rfind('id="step-handle"') > before.rfind('class="step"')
        assert words not in after


def test_it_is_in_the_passage_of_its_step(brought: Content) -> None:
    """After the same word, in both languages."""
    passages = {passage.id: passage for passage in cut_library(load_library(brought.root).require())}
    step = passages[f"{ADDRESS}#step-handle"]

    assert f"带上：{TEXT}。" in step.zh.text
    assert f"Bring: {ENGLISH}." in step.en.text


def test_editors_know_it() -> None:
    """Explained in both languages; one command renewed the schema."""
    schema = json.loads(Path(".vscode/schemas/procedures.schema.json").read_text("utf-8"))

    assert schema["$defs"]["Step"]["properties"]["bring"]["description"] == "带什么去\nWhat to take"
