"""Attacks on a server at work: others are answered meanwhile, it stays up, and it holds no more than before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from generators.docx.printed import printed_fingerprint
from schemas.loader import load_library
from tests.builds import Built
from tests.commands.running import serving
from tests.server.attacks import ATTACKS, Target, once, under

FORM = "greentown-after-sales/forms/key-loan-register"

pytestmark = pytest.mark.prove


@pytest.fixture(scope="module")
def target(built_library: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    root = Path(shutil.copytree(built_library.root, tmp_path_factory.mktemp("served") / "root"))
    library = load_library(root).require()
    printed = printed_fingerprint(library, library.entries[FORM])
    log = root / "access.jsonl"
    with pytest.MonkeyPatch.context() as patch, serving(root, "--access-log", str(log)) as server:
        patch.setenv("PATH", str(root))  # without LibreOffice, which would take what is measured
        yield Target(int(server.url.rpartition(":")[2]), server.pid, FORM, printed, "loans", "/assets/index.js")


def memory(pid: int) -> int:
    """What a process holds, in kilobytes."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])  # type: ignore[index]


@pytest.mark.parametrize("name", ATTACKS)
def test_others_are_answered_meanwhile(target: Target, name: str) -> None:
    """While it goes on a page comes whole, a hundred times, and the server says that it is well; afterwards too."""
    with httpx.Client(base_url=f"http://localhost:{target.port}", timeout=60) as browser:
        page = browser.get("/").content
        with under(target, name):
            for _ in range(100):
                assert browser.get("/").content == page
                assert browser.get("/healthz").json()["status"] == "ok"
        assert browser.get("/api/ask", params={"q": "怎么处理投诉"}).json()["status"] == "answered"


@pytest.mark.parametrize("name", [name for name, attack in ATTACKS.items() if not attack.is_held])
def test_nothing_of_it_stays(target: Target, name: str) -> None:
    """After a thousand of them the server holds no more than a twentieth above what it held after a hundred."""
    for _ in range(100):
        once(target, ATTACKS[name]).close()
    before = memory(target.pid)
    for _ in range(900):
        once(target, ATTACKS[name]).close()

    assert memory(target.pid) <= before * 1.05
