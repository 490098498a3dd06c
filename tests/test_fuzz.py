"""Half an hour of whatever comes by chance: the API, the reader and the loader always answer in words, and soon."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from commands.answering import IndexAnswers
from commands.filling import LibraryFilling
from filled.filling import fill_form
from filled.reading.refusals import RefusedError
from generators.docx.printed import printed_fingerprint
from generators.form import build_form
from schemas.form import Form
from schemas.library import Library
from schemas.limits import MOST_BYTES_OF_VALUES, MOST_TOLD
from schemas.loader import load_library
from search.ask import open_searcher
from search.library_cuts import cut_library
from server.app import create_app
from server.editions import Editions
from server.question_log import QuestionLog
from tests.filled import filled_samples as filled
from tests.filled.hostile_files import DOCUMENT, packed
from tests.filled.test_reading_fuzz import damaged, edited
from tests.fuzzing import fuzz, mixed, text
from tests.schemas.content import Content
from tests.schemas.test_fuzz import FILES

pytestmark = pytest.mark.prove
SAMPLE = filled.everything()
COPY = fill_form(SAMPLE.library, SAMPLE.entry, filled.loose(filled.full_answers(SAMPLE.blanks, 1, filled.EVERYDAY)))
LARGE = fill_form(SAMPLE.library, SAMPLE.entry, {"workers": [{"name": "张三", "kind": "wood"}] * 100})
FORM = "greentown-after-sales/forms/key-loan-register"
PATHS = ("/api/ask", "/api/text", "/api/forms", f"/api/forms/{FORM}", "/healthz", "/readyz", "/metrics", "/", "/en/")
METHODS = ("GET",) * 6 + ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
HEADERS = (
    "accept", "accept-language", "accept-encoding", "content-type", "origin", "range", "if-none-match", "host",
    "if-modified-since", "x-request-id", "x-forwarded-for", "cookie", "referer", "sec-fetch-site",
)  # fmt: skip
NUMBERS = (0, -1, 1e308, float("nan"), float("inf"), 10**300, 0.1, True, None)


Request = tuple[str, str, dict[str, Any]]
"""Its method, its path, and what goes with it."""


class Callers:
    """Asks for anything at all, over the small library.

    Args:
        library: that library.
        root: a root with its index.
        folder: where a site may stand.
    """

    def __init__(self, library: Library, root: Path, folder: Path) -> None:
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text("<!doctype html><title>手册</title>", "utf-8")
        answers, filling = IndexAnswers(open_searcher(root)), LibraryFilling(library)
        editions = Editions(folder, lambda: answers, lambda: filling, filling)
        self._client = TestClient(create_app(editions, QuestionLog(folder / "questions.jsonl", print), print))
        view = library.view("zh")
        self._printed = printed_fingerprint(view, view.entries[FORM])

    def ordinary(self) -> None:
        """A large copy is filled."""
        rows = [{"room": "1-101", "borrower": "张三", "out": "2026-11-01T08:30"}] * 100
        answer = self._client.post(f"/api/forms/{FORM}", json={"printed": self._printed, "values": {"loans": rows}})
        assert answer.status_code == 200

    def attempt(self, random: Random) -> Callable[[], None]:
        """One request, and what is expected of its answer."""
        method, path, options = random.choice((self._question, self._values, self._anything))(random)
        return lambda: expect(self._client.request(method, path, **options))

    def _question(self, random: Random) -> Request:
        asked = {"q": mixed(random, "怎么处理投诉 how long GT-R-KF-26", 2000)[:3000]}
        asked |= {name: text(random, 100)[:100] for name in ("handbook", "top", "lang") if random.random() < 0.1}
        return "GET", random.choice(PATHS[:2]), {"params": _of_bytes(asked)}

    def _values(self, random: Random) -> Request:
        keys = ("head", "loans", "checked", "project", "serial", "room", "qty", "phone", "out", "due", "signed", "date")
        values: Any = {key: _tree(random, keys, 4) for key in random.sample(keys, 4)}
        if random.random() < 0.3:
            row = {key: _tree(random, keys, 1, 100) for key in keys}
            values["loans"] = [row] * random.choice((1, 10, 999, 1001))
        body: Any = {"printed": random.choice((self._printed, text(random, 100))), "values": values}
        content = json.dumps(body).encode()
        if random.random() < 0.3:
            content = mixed(random, content[:1000].decode()).encode("utf-8", "surrogatepass")
        content = content[: MOST_BYTES_OF_VALUES + random.choice((-1, 0, 1, 100_000))]
        return "POST", f"/api/forms/{FORM}", {"content": content, "headers": {"content-type": "application/json"}}

    def _anything(self, random: Random) -> Request:
        path = random.choice((*PATHS, f"/{quote(text(random, 3000).encode('utf-8', 'surrogatepass'))}"))
        names = random.sample(HEADERS, random.choice((0, 1, 3)))
        headers = {name: _of_ascii(mixed(random, "zh,en;q=0.5", 300)) for name in names}
        content = text(random, 3000).encode("utf-8", "replace")
        return random.choice(METHODS), path[:8000], {"headers": headers, "content": content}


def expect(answer: Any) -> None:
    """An answer has a head that keeps browsers safe, and says what is wrong in the shape that all answers have."""
    assert answer.status_code < 500 or answer.status_code == 503, answer.status_code
    assert answer.headers["x-content-type-options"] == "nosniff"
    if answer.headers.get("content-type", "").startswith("application/json") and answer.content:
        body = answer.json()
        assert answer.status_code < 400 or {"detail", "mistakes"} & body.keys()
        assert len(body.get("mistakes", ()) if isinstance(body, dict) else ()) <= MOST_TOLD + 1


def _of_bytes(values: dict[str, str]) -> dict[str, bytes]:
    """Half a pair is sent as the bytes that somebody may send."""
    return {name: value.encode("utf-8", "surrogatepass") for name, value in values.items()}


def _of_ascii(value: str) -> str:
    return re.sub("[^\x20-\x7e]", "?", value).strip()


def _tree(random: Random, keys: tuple[str, ...], depth: int, longest: int = 30_000) -> Any:
    """Values of any shape: those that forms have, and others."""
    if depth == 0 or random.random() < 0.5:
        usual = random.choice(("2026-01-05", "13812345678"))
        return random.choice((text(random, longest), random.choice(NUMBERS), usual))
    inner = [_tree(random, keys, depth - 1, longest // 10) for _ in range(random.choice((0, 1, 3)))]
    if random.random() < 0.3:
        return inner * random.choice((1, 10))
    return {random.choice((*keys, text(random, 30))): value for value in inner}


def test_api(library: Library, indexed_library: Path, tmp_path: Path) -> None:
    """No request is an error of the server's own, and none takes much longer than a large copy."""
    callers = Callers(library, indexed_library, tmp_path)

    assert fuzz("api", callers.attempt, callers.ordinary, 20) > 0


def hostile_copy(random: Random) -> bytes:
    """A copy with hostile texts in its elements, attributes and texts."""

    def change(document: str) -> str:
        spans = [match.span(1) for match in re.finditer('>([^<]*)<|"([^"]*)"', document) if match[1] is not None]
        for start, end in sorted(random.sample(spans, random.choice((1, 2, 5))), reverse=True):
            document = document[:start] + escape(text(random), {'"': "&quot;"}) + document[end:]
        return document.encode("utf-8", "replace").decode()

    return _changed(change)


def many(random: Random) -> bytes:
    """A copy with an element of its document very often, one behind another or in one another."""

    def change(document: str) -> str:
        elements = [*re.finditer(r"<w:(sdt|tr|p|r|tbl|bookmarkStart|tc)[ >/].*?(?:</w:\1>|/>)", document)]
        element = random.choice(elements)
        times = min(random.choice((10, 1000, 15_000)), 4_000_000 // len(element[0]))
        if random.random() < 0.3:
            opening, closing = f"<w:{element[1]}>", f"</w:{element[1]}>"
            return (
                document[: element.start()]
                + opening * min(times, 250)
                + element[0]
                + closing * min(times, 250)
                + document[element.end() :]
            )
        copies = "".join(element[0].replace("w:id=", f'w:rsid="{number}" w:id=') for number in range(times))
        return document[: element.start()] + copies + document[element.end() :]

    return _changed(change)


def _changed(change: Callable[[str], str]) -> bytes:
    with ZipFile(BytesIO(COPY)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {DOCUMENT: change(parts[DOCUMENT].decode()).encode()})


COPIES: tuple[Callable[[Random], bytes], ...] = (damaged, edited, hostile_copy, hostile_copy, many)


def read(content: bytes) -> None:
    """A copy is read or refused, in a line for each thing that is wrong."""
    try:
        back = filled.read(SAMPLE, content)
    except RefusedError as refusal:
        lines = [refusal.say("zh"), refusal.say("en")]
    else:
        json.dumps(back.as_json("zh"))
        lines = [found.say(lang) for found in (*back.mistakes, *back.notes) for lang in ("zh", "en")]
    broken = [line for line in lines if "\n" in line or len(line) > 3000]
    assert broken == []
    assert len(lines) <= 4 * (MOST_TOLD + 1)


def test_reader() -> None:
    """No file ends the reading, and none takes much longer than a large copy."""
    assert fuzz("reader", lambda random: partial(read, random.choice(COPIES)(random)), lambda: read(LARGE), 40) > 0


class Authors:
    """Write anything at all into a file of a library.

    Args:
        content: the library, which is left as it was.
    """

    def __init__(self, content: Content) -> None:
        self._content = content

    def ordinary(self) -> None:
        """The library is read and checked, its texts are cut and its forms made."""
        self._use()

    def attempt(self, random: Random) -> Callable[[], None]:
        """A file is changed; what is found is said in words, and what is no error can be built."""
        path = random.choice(FILES)
        before = self._content.read(path)
        name = random.choice((path, path, path, f"{path.rpartition('/')[0]}/{_file_name(random)}"))
        changed = mixed(random, before, 100_000).encode("utf-8", "surrogatepass")
        return lambda: self._use_with(name, changed)

    def _use_with(self, name: str, changed: bytes) -> None:
        file = self._content.root / name
        before = file.read_bytes() if file.exists() else None
        file.write_bytes(changed)
        try:
            self._use()
        finally:
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)

    def _use(self) -> None:
        findings = self._content.findings()
        for finding in findings:
            assert not any("\n" in line for line in (*finding.title.both(), *finding.hint.both()))
        if all(finding.severity != "error" for finding in findings):
            library = load_library(self._content.root).require()
            cut_library(library)
            for view in (library.view("zh"), library.view("en")):
                for entry in view.entries.values():
                    if isinstance(entry.record, Form):
                        build_form(view, entry, variant="fill")


def _file_name(random: Random) -> str:
    plain = re.sub("[/\0]", "", text(random, 100)).encode("utf-8", "replace")[:200].decode("utf-8", "ignore")
    return f"{plain or 'a'}.yaml"


def test_loader(content: Content) -> None:
    """No file of content ends a check or a build, and none takes much longer than the library itself."""
    authors = Authors(content)

    assert fuzz("loader", authors.attempt, authors.ordinary, 20) > 0
