"""`POST /api/forms/…` over the small library: a filled copy comes back, or every mistake does."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from commands.filling import LibraryFilling
from filled.reading import read_form
from generators.docx.printed import printed_fingerprint
from schemas.library import Library
from schemas.limits import MOST_BYTES_OF_VALUES
from server.filling import WORD
from server.queue import WAITING
from tests.server.test_app import client as served
from tests.waiting import come_of

JSON = {"Content-Type": "application/json"}
KEYS = "greentown-after-sales/forms/key-loan-register"


@pytest.fixture
def client(library: Library, tmp_path: Path) -> TestClient:
    return served(tmp_path / "site", filling=LibraryFilling(library))


def asked(library: Library, values: dict[str, Any], lang: str = "zh") -> dict[str, Any]:
    """A request for the key register with *values*, from its page in *lang*."""
    view = library.view(lang)
    return {"printed": printed_fingerprint(view, view.entries[KEYS]), "values": values}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_filled_copy_comes_back(client: TestClient, library: Library, lang: str) -> None:
    """The answer is a Word file with the values in it, in the language asked for, which nobody may keep."""
    rows = [{"borrower": "张三", "out": "2026-11-01T08:30"}]
    answer = client.post(f"/api/forms/{KEYS}?lang={lang}", json=asked(library, {"loans": rows}, lang))

    assert (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"]) == (
        200,
        WORD,
        "no-store",
    )
    back = read_form(library, answer.content, "copy.docx")
    assert (back.lang, back.values["loans"][0]["borrower"]) == (lang, "张三")


def test_every_mistake_comes_back(client: TestClient, library: Library) -> None:
    """Values that do not fit give 422 with each mistake, in the language asked for, at its block, row and field."""
    values = {"loans": [{}, {"out": "morgen"}], "nonsense": {"a": 1}}
    answer = client.post(f"/api/forms/{KEYS}?lang=en", json=asked(library, values, "en"))

    found = [(one["block"], one["row"], one["field"], one["expected"]) for one in answer.json()["mistakes"]]
    assert answer.status_code == 422
    assert found == [
        ("loans", 2, "out", "a date and time are expected, such as 2026-01-05 08:30"),
        ("nonsense", 0, "", "a field of the form is expected"),
    ]


def test_what_reading_would_refuse_is_refused(client: TestClient, library: Library) -> None:
    """A sum that does not come out, and a part used in another month: as `handbook read` says it; what is
    missing waits.
    """
    view = library.view("zh")
    bill = view.entries["greentown-after-sales/forms/repair-bill"]
    parts = [{"used": "2026-10-31", "quantity": "2", "price": "3.5", "amount": "8"}]
    values = {"job": {"month": "2026-11", "payer": "owner"}, "parts": parts}
    body = {"printed": printed_fingerprint(view, bill), "values": values}
    answer = client.post(f"/api/forms/{bill.address}", json=body)

    assert answer.status_code == 422
    assert [one["message"] for one in answer.json()["mistakes"]] == [
        "二、材料，第 1 行，“使用日期”：填的是“2026-10-31”，应在“结算月份”写的 2026-11 里",
        "二、材料，第 1 行，“金额”：填的是“8”，应等于“数量”乘“单价”，是 7",
    ]
    parts[0] |= {"used": "2026-11-05", "amount": "7"}
    assert client.post(f"/api/forms/{bill.address}", json=body).status_code == 200


def test_thousands_of_mistakes_are_counted(client: TestClient, library: Library) -> None:
    """Of 80,000 mistakes a hundred are told, and how many more there are."""
    answer = client.post(
        f"/api/forms/{KEYS}?lang=en", json=asked(library, {f"k{number}": 1 for number in range(80_000)}, "en")
    )
    mistakes = answer.json()["mistakes"]

    assert (answer.status_code, len(mistakes)) == (422, 101)
    assert mistakes[99]["message"] == "the form has no 'k99'; a field of the form is expected"
    assert (mistakes[100]["message"], mistakes[100]["count"]) == ("and 79,900 more mistakes", 79_900)


def test_another_edition_is_refused(client: TestClient, library: Library) -> None:
    """A page of another edition or language, another kind of record, an unknown form: told so, and nothing is made."""
    other = {"printed": "0123456789ab", "values": {}}
    role = {"printed": library.entries["greentown-after-sales/roles/front-desk"].fingerprint, "values": {}}

    assert client.post(f"/api/forms/{KEYS}", json=other).status_code == 409
    assert client.post(f"/api/forms/{KEYS}?lang=zh", json=asked(library, {}, "en")).status_code == 409
    assert client.post("/api/forms/greentown-after-sales/forms/none", json=other).status_code == 409
    assert client.post("/api/forms/greentown-after-sales/forms/front-desk", json=role).status_code == 409


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b'{"printed": 1, "values": {}}', b'{"printed": "a", "values": []}',
        b'{"printed": "a", "values": {"a": "\\ud800"}}', b"\xff", b"[" * 100_000,
        b'{"printed": "a", "values": ' + b'{"a":' * 20 + b"1" + b"}" * 21,
    ],
    ids=["empty", "cut", "list", "number", "values", "half-pair", "encoding", "deep", "nested"],
)  # fmt: skip
def test_what_is_no_request_is_refused(client: TestClient, content: bytes) -> None:
    """Whatever is not the expected object gives 422 and says what is expected."""
    answer = client.post(f"/api/forms/{KEYS}", content=content, headers=JSON)

    assert answer.status_code == 422
    assert answer.json() == {
        "error": "invalid",
        "detail": [{"where": [], "problem": '应为 {"printed": 文字, "values": 对象}'}],
    }


def test_too_much_is_refused(client: TestClient, library: Library) -> None:
    """More than a form can hold is refused, wherever it is."""
    content = json.dumps(asked(library, {"loans": [{"borrower": "张" * MOST_BYTES_OF_VALUES}]}))

    assert client.post(f"/api/forms/{KEYS}", content=content, headers=JSON).status_code == 413


def test_nothing_is_kept(client: TestClient, library: Library, tmp_path: Path) -> None:
    """After a copy was made there is no new file anywhere the server writes."""
    client.post(f"/api/forms/{KEYS}", json=asked(library, {"loans": [{"borrower": "张三"}]}))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_pages_and_questions_wait_for_no_form(tmp_path: Path) -> None:
    """While as many forms as may wait are being filled a page and an answer come, and one form more is told to come
    back; each of those that wait is filled in the end.
    """
    gate = threading.Event()

    class Slow:
        def fill(self, address: str, lang: str, printed: str, values: Mapping[str, Any]) -> bytes:
            return b"filled" if gate.wait(60) else b"never"

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"page")
    app = served(tmp_path / "site", filling=Slow()).app

    async def burst() -> tuple[list[bytes], list[httpx.Response]]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as browser:

            def fill() -> asyncio.Task[httpx.Response]:
                return asyncio.create_task(
                    browser.post(f"/api/forms/{KEYS}", json={"printed": "", "values": {}}, timeout=60)
                )

            waiting = [fill() for _ in range(WAITING)]
            others = [await browser.get("/"), await browser.get("/api/ask?q=a"), await fill()]
            gate.set()
            return [(await one).content for one in waiting], others

    filled, (page, answer, refused) = come_of(burst())
    assert filled == [b"filled"] * WAITING
    assert (page.content, answer.status_code) == (b"page", 200)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")


def test_what_was_typed_goes_back_to_the_hand_that_typed_it(client: TestClient, library: Library) -> None:
    """A mistake quotes it in clear, for its writer to find; nobody else, and no cache, is given the answer."""
    answer = client.post(
        f"/api/forms/{KEYS}?lang=zh", json=asked(library, {"loans": [{"out": "业主王某13800001111"}]}, "zh")
    )

    assert (answer.status_code, answer.headers["cache-control"]) == (422, "no-store")
    assert "业主王某13800001111" in answer.json()["mistakes"][0]["message"]
