"""The application over a small site and an answerer that records what it was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from schemas.findings import HandbookError
from schemas.limits import LONGEST_QUESTION
from search.unanswered import Asked
from server.app import create_app
from server.editions import Editions
from server.filling import Filling, UnknownFormError
from server.gate import LOOPBACK, Hosts
from server.question_log import QuestionLog

PAGE = "<!doctype html><title>手册</title><script src=a.js></script>"


PATHS = ["/api/ask", "/api/text"]


class Recorded:
    """Answers every question with the same status, and remembers the calls."""

    mode = "lexical"
    handbooks = ("a-b",)
    trouble: HandbookError | None = None

    def __init__(self, status: str = "answered", corpus: str = "") -> None:
        self.status, self.corpus = status, corpus
        self.calls: list[dict[str, Any]] = []

    def answer(self, question: str, **options: Any) -> Mapping[str, Any]:
        self.calls.append({"question": question, **options})
        return {
            "question": question,
            "lang": "zh",
            "status": self.status,
            "answers": [],
            "took_ms": 1,
            "search": self.mode,
        }

    def unanswered(self, lines: Sequence[Asked], lang: str) -> list[dict[str, Any]]:
        return [{"question": line.question, "lang": lang} for line in lines]

    def text(self, question: str, **options: Any) -> Mapping[str, Any]:
        self.calls.append({"question": question, **options})
        return {"question": question, "lang": "zh", "places": 0, "passages": []}


class NoForms:
    """Knows no form."""

    def fill(self, address: str, lang: str, printed: str, values: Mapping[str, Any]) -> bytes:
        raise UnknownFormError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "en" / "index.html").write_text("<title>Handbook</title>", "utf-8")
    return folder


def client(
    site: Path, answering: Recorded | None = None, filling: Filling | None = None, hosts: Hosts = LOOPBACK
) -> TestClient:
    """A browser of the application over *site*, a folder named `site`."""
    forms = filling or NoForms()
    editions = Editions(site.parent, lambda: answering or Recorded(), lambda: forms, forms)
    return TestClient(
        create_app(editions, QuestionLog(site.parent / "data" / "questions.jsonl", print), print, hosts=hosts)
    )


class TestSite:
    def test_serves_the_chinese_site_at_the_top_and_english_under_en(self, site: Path) -> None:
        """`/` is the Chinese page, `/en/` and `/en` the English one."""
        browser = client(site)

        assert "手册" in browser.get("/").text
        assert "Handbook" in browser.get("/en/").text
        assert "Handbook" in browser.get("/en").text

    def test_nothing_inline_may_run(self, site: Path) -> None:
        """The policy lets only scripts and styles of the site's own files work, and nothing from another host load."""
        policy = client(site).get("/").headers["content-security-policy"]

        assert "default-src 'self'; script-src 'self'; style-src 'self';" in policy
        assert "http" not in policy

    def test_a_path_outside_the_site_is_not_served(self, site: Path) -> None:
        """A path that climbs out of the site is not found."""
        (site.parent / "secret.txt").write_text("secret", "utf-8")

        assert client(site).get("/%2e%2e/secret.txt").status_code == 404


class TestAsk:
    @pytest.mark.parametrize("path", PATHS)
    def test_passes_question_and_options_on(self, site: Path, path: str) -> None:
        """The answerer gets the question, the handbook, the number of answers and the language."""
        answering = Recorded()
        reply = client(site, answering).get(
            path, params={"q": "怎么处理投诉", "handbook": "a-b", "top": 3, "lang": "zh"}
        )

        assert reply.json()["question"] == "怎么处理投诉"
        asked = {"question": "怎么处理投诉", "handbook": "a-b", "top": 3, "lang": "zh"}
        assert answering.calls == [asked | ({"card": False} if path == "/api/ask" else {})]

    def test_says_which_kind_of_search_answered(self, site: Path) -> None:
        """While the dense index is not ready, the reply and the health check say `lexical`."""
        browser = client(site)

        assert browser.get("/api/ask", params={"q": "钥匙"}).headers["x-shouce-search"] == "lexical"
        assert browser.get("/healthz").json() == {"status": "ok", "search": "lexical"}

    @pytest.mark.parametrize("path", PATHS)
    @pytest.mark.parametrize(
        "params",
        [{}, {"q": ""}, {"q": "问" * (LONGEST_QUESTION + 1)}, {"q": "钥匙", "top": 0}, {"q": "钥匙", "top": 21},
         {"q": "钥匙", "lang": "fr"}, {"q": "钥匙", "handbook": "../x"}],
    )  # fmt: skip
    def test_refuses_what_it_cannot_take(self, site: Path, path: str, params: dict[str, Any]) -> None:
        """A missing, empty or overlong question and options out of range are refused with 422 and reasons."""
        reply = client(site).get(path, params=params)

        assert reply.status_code == 422
        assert reply.json()["detail"][0]["problem"]


class TestText:
    def test_nothing_is_noted_and_nothing_kept(self, site: Path) -> None:
        """Looking words up is no question to the handbook's owner, and no cache may keep what was found."""
        reply = client(site).get("/api/text", params={"q": "钥匙"})

        assert reply.json() == {"question": "钥匙", "lang": "zh", "places": 0, "passages": []}
        assert reply.headers["cache-control"] == "no-store"
        assert not (site.parent / "data").exists()


class TestUnknownHandbook:
    @pytest.mark.parametrize("path", PATHS)
    def test_who_asks_in_a_handbook_that_is_none_is_told(self, site: Path, path: str) -> None:
        """A mistyped handbook is told to the asker; it is no gap of the handbook, and is not noted."""
        answering = Recorded("not_in_handbook")
        reply = client(site, answering).get(path, params={"q": "钥匙", "handbook": "nosuch", "lang": "en"})

        assert (reply.status_code, reply.json()) == (
            422,
            {
                "error": "invalid",
                "detail": [{"where": ["query", "handbook"], "problem": "there is no handbook 'nosuch'"}],
            },
        )
        assert answering.calls == []
        assert not (site.parent / "data").exists()

    def test_a_language_is_no_handbook(self, site: Path) -> None:
        """The folder of the English pages is that of no handbook."""
        assert client(site).get("/api/ask", params={"q": "钥匙", "handbook": "en"}).status_code == 422

    def test_a_handbook_that_has_no_record_yet_is_known(self, site: Path) -> None:
        """Where the site has a page of it, there is nothing to find but nothing mistyped either."""
        (site / "new-book").mkdir()
        (site / "new-book" / "index.html").write_text(PAGE, "utf-8")

        assert client(site).get("/api/ask", params={"q": "钥匙", "handbook": "new-book"}).status_code == 200


class TestForms:
    def test_lists_the_forms_that_the_build_left(self, site: Path) -> None:
        """`/api/forms` is the build's own listing, and an empty list before the first build."""
        browser = client(site)
        assert browser.get("/api/forms").json() == []

        (site / "forms").mkdir()
        (site / "forms" / "forms.json").write_text('[{"code": "GT-R-KF-26"}]', "utf-8")
        assert browser.get("/api/forms").json() == [{"code": "GT-R-KF-26"}]
