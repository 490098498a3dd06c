"""The links of all handbooks, in both languages: none is dead, from files, from a server and under a path of one."""

from __future__ import annotations

import re
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import urldefrag, urljoin

import httpx
import pytest
from lxml import html

from bench.chromium import Quiet
from tests.builds import Built
from tests.links import dead_links

UNDER: Final = "/desk/handbooks/"
NAMED: Final = re.compile(r'"([\w./-]+\.(?:html|docx|zip))"')


class UnderAPath(Quiet):
    """A host that has the site below a path, and nothing beside it."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(UNDER) if path.startswith(UNDER) else "/nothing")


@pytest.mark.prove
def test_no_link_is_dead(built_project: Built) -> None:
    """Of every page and style: each leads to a file of the site, and to a place in it where one is named."""
    assert dead_links(built_project.site) == []


def test_what_the_box_leads_to_is_there(built_project: Built) -> None:
    """The pages and files of forms that answers offer."""
    named = NAMED.findall((built_project.site / "assets" / "catalogue.js").read_text("utf-8"))

    assert len(named) > 800
    assert [path for path in named if not (built_project.site / path).is_file()] == []


@pytest.mark.prove
def test_every_link_is_answered_under_a_path(built_project: Built) -> None:
    """By a server that has the site below `/desk/handbooks/`, as a browser asks for it: no link leads out of it."""
    handler = partial(UnderAPath, directory=str(built_project.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with httpx.Client(base_url=f"http://127.0.0.1:{server.server_port}") as client:
            refused, count = crawled(client)
        server.shutdown()

    assert count > 2000
    assert refused == {}


def crawled(client: httpx.Client) -> tuple[dict[str, int], int]:
    """What is refused of all that the first page leads to, and what that leads to; and how much was asked for."""
    waiting, asked, refused = [f"{client.base_url}{UNDER}index.html"], set[str](), dict[str, int]()
    while waiting:
        address = waiting.pop()
        reply = client.get(address) if address.endswith(".html") else client.head(address)
        if reply.status_code != 200:
            refused[address] = reply.status_code
        elif address.endswith(".html"):
            tree: Any = html.fromstring(reply.content)
            links = (str(link) for link in tree.xpath("//@href | //@src | //@action"))
            targets = {urldefrag(urljoin(address, link))[0].partition("?")[0] for link in links if ":" not in link}
            waiting += targets - asked
            asked |= targets
    return refused, len(asked)
