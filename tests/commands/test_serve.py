"""`handbook serve` beside a build: what is written is served without a restart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from commands.serve import editions_of
from filled.reading import read_form
from generators.docx.printed import printed_fingerprint
from schemas.library import Library
from schemas.loader import load_library
from search.index import build_index
from server.app import create_app
from server.question_log import QuestionLog
from tests.schemas.content import KEYS, Content

ADDRESS = "greentown-after-sales/forms/key-loan-register"


def build(root: Path) -> Library:
    """Build the index of the handbook at *root*, and put a site in place that names it; the library is returned."""
    library = load_library(root).require()
    site, new = root / "build" / "site", root / "build" / "new"
    new.mkdir(parents=True)
    corpus = build_index(library, root, dense=False).corpus
    (new / "edition.json").write_text(json.dumps({"edition": corpus, "corpus": corpus}), "utf-8")
    if site.exists():
        (root / "build" / ".previous").mkdir()
        site.rename(root / "build" / ".previous" / "site")
    new.rename(site)
    return library


def filled(library: Library, values: dict[str, Any]) -> dict[str, Any]:
    """What the page of the key register sends."""
    return {"printed": printed_fingerprint(library, library.entries[ADDRESS]), "values": values}


def test_an_edited_form_is_filled_without_a_restart(content: Content) -> None:
    """A form edited and built beside a running server: a page of the new edition fills at once, its new field too."""
    before = build(content.root)
    editions = editions_of(before)
    browser = TestClient(create_app(editions, QuestionLog(content.root / "questions.jsonl"), print))
    field = "- {id: serial, title: 册号, type: serial}"
    content.change(KEYS, field, f"{field}\n        - {{id: cabinet, title: 柜号, type: text}}")
    after = build(content.root)
    asked = filled(after, {"head": {"cabinet": "三号柜"}})

    assert browser.post(f"/api/forms/{ADDRESS}", json=asked).status_code == 409
    assert editions.renew() is True
    copy = browser.post(f"/api/forms/{ADDRESS}", json=asked)
    assert read_form(after, copy.content, "copy.docx").values["head"]["cabinet"] == "三号柜"
    assert browser.post(f"/api/forms/{ADDRESS}", json=filled(before, {})).json() == {
        "detail": "no such form, or another edition of it"
    }


def test_an_answer_is_of_the_edition_that_is_served(content: Content) -> None:
    """A reworded step is in the answers as soon as the site that shows it is taken up, and not before."""
    editions = editions_of(build(content.root))
    browser = TestClient(create_app(editions, QuestionLog(content.root / "questions.jsonl"), print))
    words = "借出业主委托保管的钥匙时填写"
    content.change(KEYS, words, f"紫色灯笼。{words}")
    build(content.root)

    def texts() -> str:
        return browser.get("/api/ask", params={"q": "钥匙借用登记表"}).text

    assert (words in texts(), "紫色灯笼" in texts()) == (True, False)
    assert editions.renew() is True
    assert "紫色灯笼" in texts()
