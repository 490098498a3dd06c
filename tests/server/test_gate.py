"""Which hosts the server answers for, and what pages of other sites may not send it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.gate import Hosts
from tests.server.test_app import client

FORM = "/api/forms/a/forms/b"
HOSTS = Hosts.of("https://handbook.example/after-sales/", ("Desk-7.local.",))


def status(site: Path, method: str = "GET", url: str = "/healthz", **headers: str) -> int:
    """What a request with *headers* is answered with; with a body as a page of ours sends it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    content = b'{"printed": "", "values": {}}' if method == "POST" else None
    return client(site, hosts=HOSTS).request(method, url, headers=named, content=content).status_code


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "127.8.8.8", "[::1]:8000", "0.0.0.0:8000",
        "testserver", "handbook.example", "Handbook.Example:443", "handbook.example.", "desk-7.local:8000",
    ],
)  # fmt: skip
def test_it_answers_for_its_own_names(tmp_path: Path, host: str) -> None:
    """The loopback, the address the connection came to, where the library is published and what was named besides."""
    assert status(tmp_path / "site", Host=host) == 200


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example", "localhost.elsewhere.example", "handbook.example.elsewhere.example", "192.0.2.1", "",
        "localhost@elsewhere.example", "[::2]", "localhost:8000:9", "localhost/x", "lo\xa0calhost", "a" * 300,
    ],
)  # fmt: skip
def test_it_answers_for_no_other_name(tmp_path: Path, host: str) -> None:
    """A host that is none of its own, which a stranger's name may have led here, is refused and not repeated."""
    reply = client(tmp_path / "site", hosts=HOSTS).get("/healthz", headers={b"Host": host.encode("latin-1")})

    assert (reply.status_code, reply.json()["error"]) == (400, "foreign-host")
    assert "elsewhere" not in f"{reply.text} {reply.headers}"
    assert "content-security-policy" in reply.headers


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"Origin": "http://testserver"}, {"Origin": "https://handbook.example"}, {"Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "none"},
    ],
)  # fmt: skip
def test_pages_of_the_site_may_send(tmp_path: Path, headers: dict[str, str]) -> None:
    """A page of the site, as readers know it, and programs that are no browser reach the form (which is not there)."""
    assert status(tmp_path / "site", "POST", FORM, Content_Type="application/json", **headers) == 409


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Origin": "http://testserver:8001"},
        {"Origin": "http://testserver.elsewhere.example"}, {"Origin": "http://[x"}, {"Origin": ""},
        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
        {"Origin": "http://testserver", "Sec_Fetch_Site": "cross-site"},
    ],
)  # fmt: skip
def test_pages_of_other_sites_may_not(tmp_path: Path, headers: dict[str, str]) -> None:
    """What a page of another site, of another port too, sends through a reader's browser is refused."""
    assert status(tmp_path / "site", "POST", FORM, Content_Type="application/json", **headers) == 403


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("application/json", 409), ("Application/JSON; charset=UTF-8", 409), ('application/json;charset="utf-8"', 409),
        ("", 415), ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("multipart/form-data", 415),
        ("application/json; charset=gbk", 415), ("text/plain; application/json", 415), ("application/jsonp", 415),
    ],
)  # fmt: skip
def test_only_json_is_taken(tmp_path: Path, content_type: str, expected: int) -> None:
    """What a page could send without being asked (`text/plain`, a form) is refused before it is read."""
    assert status(tmp_path / "site", "POST", FORM, Content_Type=content_type) == expected


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"lang": "en"}, "there is nothing at this address"),
        ({"lang": "zh"}, "没有这个地址"),
        ({"Accept-Language": "en-GB,en;q=0.9,zh;q=0.8"}, "there is nothing at this address"),
        ({"Accept-Language": "fr, zh-CN;q=0.8, en;q=0.7"}, "没有这个地址"),
        ({"Accept-Language": "fr"}, "没有这个地址"),
        ({"Accept-Language": ";;,q=1," * 1000}, "没有这个地址"),
        ({}, "没有这个地址"),
    ],
)
def test_a_refusal_is_said_in_the_language_asked_for(tmp_path: Path, asked: dict[str, str], problem: str) -> None:
    """By `lang` in the address, then by what the browser likes, then in that of the department."""
    params = {name: value for name, value in asked.items() if name == "lang"}
    headers = {name: value for name, value in asked.items() if name != "lang"}
    reply = client(tmp_path / "site").get("/api/none", params=params, headers=headers)

    assert (reply.status_code, reply.json()) == (
        404,
        {"error": "not-found", "detail": [{"where": [], "problem": problem}]},
    )


@pytest.mark.parametrize(
    ("method", "url", "expected", "error"),
    [
        ("GET", "/api", 404, "not-found"),
        ("GET", "/api/ask/x", 404, "not-found"),
        ("PUT", "/api/ask", 405, "method-not-allowed"),
        ("DELETE", "/index.html", 405, "method-not-allowed"),
        ("GET", "/api/ask", 422, "invalid"),
    ],
)
def test_every_refusal_has_one_shape(tmp_path: Path, method: str, url: str, expected: int, error: str) -> None:
    """A name for programs, a list of problems with their places for people, and the headers that everything has."""
    reply = client(tmp_path / "site").request(method, url)
    content: dict[str, Any] = reply.json()

    assert (reply.status_code, content["error"]) == (expected, error)
    assert all(set(one) == {"where", "problem"} for one in content["detail"])
    assert reply.headers["cache-control"] == "no-store"
    assert {"content-security-policy", "x-content-type-options", "referrer-policy"} <= set(reply.headers)


def test_what_does_not_fit_is_said_in_words_for_people(tmp_path: Path) -> None:
    """Each parameter that does not fit is named with its limit, in the language asked for."""
    reply = client(tmp_path / "site").get("/api/ask", params={"q": "", "top": 99}, headers={"Accept-Language": "en"})

    assert reply.json()["detail"] == [
        {"where": ["query", "q"], "problem": "it is too short: the least is 1"},
        {"where": ["query", "top"], "problem": "it may not be more than 20"},
    ]


@pytest.mark.parametrize("url", ["/healthz", "/api/forms", "/api/ask?q=a", "/api/none", "/api/openapi.json"])
def test_head_is_get_without_content_everywhere(tmp_path: Path, url: str) -> None:
    """`HEAD` of whatever is computed gives the status and the headers of `GET`."""
    browser = client(tmp_path / "site")
    named = {"X-Request-ID": "one"}
    got, headed = browser.get(url, headers=named), browser.head(url, headers=named)

    assert (headed.status_code, headed.content, headed.headers) == (got.status_code, b"", got.headers)


def test_a_failure_is_refused_as_everything_is(tmp_path: Path) -> None:
    """What fails in the server says so in the same shape and with the same headers, and is raised for its log."""

    class Failing:
        def fill(self, *_: object) -> bytes:
            raise ZeroDivisionError

    browser = client(tmp_path / "site", filling=Failing())
    sent = {"printed": "", "values": {}}
    with pytest.raises(ZeroDivisionError):
        browser.post(FORM, json=sent)
    browser._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    reply = browser.post(FORM, json=sent)

    assert (reply.status_code, reply.json()["error"]) == (500, "broken")
    assert "content-security-policy" in reply.headers
