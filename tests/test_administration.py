"""What `docs/administration/` hands to those who run the server, started for real with only the places changed."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from generators.compressed import compress
from generators.tree import Stored
from server.gate import Hosts
from server.headers import POLICY
from tests.nginx import DOCS, NAME, Front, nginx
from tests.server.over_http import over_http
from tests.server.test_app import Recorded, client

UNIT = DOCS / "administration" / "handbook.service"
PAGE = "<title>怎么处理投诉</title>\n".encode() * 100
FORM = "/api/forms/a/forms/b"


def verified(folder: Path, text: str) -> tuple[int, str]:
    """What systemd says of a unit, whose program is one that is there."""
    unit = folder / "handbook.service"
    unit.write_text(text.replace("/srv/handbook/.venv/bin/handbook", shutil.which("true") or ""), "utf-8")
    said = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    return said.returncode, said.stdout + said.stderr


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """It has nothing to say of the unit, and would of a word in it that it does not know."""
    text = UNIT.read_text("utf-8")

    assert verified(tmp_path, text) == (0, "")
    assert "Unknown key" in verified(tmp_path, text.replace("ProtectHome", "ProtectHouse"))[1]


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    site = tmp_path_factory.mktemp("build") / "site"
    site.mkdir()
    (site / "index.html").write_bytes(PAGE)
    compress(site.parent, {"index.html": Stored(site / "index.html", sha256(PAGE).hexdigest())})
    served = client(site, Recorded(), hosts=Hosts(frozenset({NAME}))).app
    with over_http(served) as url, nginx(tmp_path_factory.mktemp("nginx"), url) as at_work:  # type: ignore[arg-type]
        yield at_work


@pytest.fixture
def browser(front: Front) -> Iterator[httpx.Client]:
    with front.browser() as one:
        yield one


def get(browser: httpx.Client, url: str, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return browser.get(url, headers=named, extensions={"sni_hostname": NAME})


def test_pages_pass_as_they_are(browser: httpx.Client) -> None:
    """A page comes compressed as it was built, with its tag, its policy and the request's name, and is known again."""
    page = get(browser, "/", Accept_Encoding="br")
    again = get(browser, "/", Accept_Encoding="br", If_None_Match=page.headers["etag"])

    assert (page.content, page.headers["content-encoding"]) == (PAGE, "br")
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["strict-transport-security"] == "max-age=31536000"
    assert re.fullmatch("[0-9a-f]{32}", page.headers["x-request-id"])
    assert (again.status_code, again.headers["etag"]) == (304, page.headers["etag"])


@pytest.mark.parametrize(("origin", "status"), [(f"https://{NAME}", 409), ("https://elsewhere.example", 403)])
def test_questions_and_forms_pass(browser: httpx.Client, origin: str, status: int) -> None:
    """A question is answered, and a page of the site may send a form, under the name that readers know."""
    assert get(browser, "/api/ask?q=a").json()["status"] == "answered"
    sent = browser.post(
        FORM, json={"printed": "", "values": {}}, headers={"Origin": origin}, extensions={"sni_hostname": NAME}
    )
    assert sent.status_code == status


def test_what_is_for_those_who_run_it_does_not_pass(front: Front, browser: httpx.Client) -> None:
    """What is counted is read at the machine itself; another name gets no answer, and plain HTTP leads to TLS."""
    assert get(browser, "/metrics").status_code == 404
    with (
        socket.create_connection(front.tls, timeout=60) as connection,
        pytest.raises(ssl.SSLError, match="UNRECOGNIZED"),
    ):
        ssl.create_default_context().wrap_socket(connection, server_hostname="elsewhere.example")
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(front.plain, headers={"Host": "elsewhere.example"})
    moved = httpx.get(f"{front.plain}/en/?a=1", headers={"Host": NAME})
    assert (moved.status_code, moved.headers["location"]) == (301, f"https://{NAME}/en/?a=1")


def test_nobody_asks_without_end(front: Front) -> None:
    """Who asks much faster than anybody reads is told to come back, and no question stands in what nginx notes."""
    with front.browser("127.0.0.2") as browser:
        statuses = [get(browser, "/api/ask?q=13800001111").status_code for _ in range(100)]

    assert set(statuses) == {200, 503}
    notes = "".join(path.read_text("utf-8") for path in front.folder.glob("*.log"))
    assert "GET /api/ask 503" in notes
    assert "13800001111" not in notes
