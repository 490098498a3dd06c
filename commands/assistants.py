"""`handbook mcp`: the same answers for assistants, over the Model Context Protocol."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any, Final

from commands import context
from commands.answering import IndexAnswers, open_or_make
from commands.finding_records import find_record
from commands.noting import question_log
from commands.shared import shared_generations
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.loader import load_library
from schemas.words import Bilingual
from search.ask import Searcher
from search.index import current_generation
from search.whole_record import record_text

SDK: Final = "mcp>=2.3,<3"
"""The official SDK, as the extra `mcp` asks for it: the program itself is in no registry."""
_NOT_INSTALLED: Final = Bilingual(
    "没有装 MCP 的开发包：pip install '{package}'",
    "the SDK of MCP is not installed: pip install '{package}'",
)
_NOT_BUILT: Final = Bilingual(
    "《{title}》还没有进索引：运行 handbook build",
    "“{title}” is not in the index yet; run: handbook build",
)
_NO_HANDBOOK: Final = Bilingual(
    "没有手册 {typed}；有：{handbooks}", "there is no handbook '{typed}'; there are: {handbooks}"
)
_READY: Final = Bilingual(
    "等助手在标准输入上发问，按 Ctrl-C 结束。", "Waiting for an assistant on standard input. Ctrl-C stops it."
)


def mcp() -> None:
    """Serve the answers to assistants, over MCP on standard input and output.

    An assistant starts it by itself; docs/assistants.md says how it is told to.

    Example: `handbook --root /srv/handbook mcp`
    """
    try:
        from server.assistants import assistants  # the SDK is an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise HandbookError("no-mcp", _NOT_INSTALLED, package=SDK) from None
    desk = IndexDesk(context.root(), context.lang())
    if sys.stdin.isatty():
        context.err.print(_READY.of(context.lang()))
    with suppress(KeyboardInterrupt):
        assistants(desk, version("shouce")).run("stdio")
    desk.log.end()


class IndexDesk:
    """Looks up in the index under *root*, which is opened anew when another was built.

    Args:
        root: the content root.
        lang: the language in which mistakes are told.
    """

    def __init__(self, root: Path, lang: str) -> None:
        self.lang = lang
        self.log = question_log(root, context.warn)
        self._root, self._opening = root, Lock()
        self._library = context.library()
        self._searcher = open_or_make(root, lambda: self._library)
        self._answers = IndexAnswers(self._searcher)
        for warning in self._searcher.warnings:
            context.warn(warning)

    def ask(self, question: str, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The answer, as `handbook ask --json` gives it; each place with its address, and where its page is."""
        library, _, answers = self._newest()
        if handbook is not None:
            handbook = _handbook(library, handbook)
        answer = answers.answer(question, handbook=handbook, top=top, lang=lang)
        self.log.note(answer)
        return {**answer, "answers": [self._cited(library, hit) for hit in answer["answers"]]}

    def record(self, typed: str, lang: str) -> Mapping[str, Any]:
        """The record that *typed* means, whole."""
        library, searcher, _ = self._newest()
        entry = find_record(library, _as_name(library, typed))
        found = record_text(searcher.index, entry.address, lang)
        if found is None:
            raise HandbookError("not-built", _NOT_BUILT, title=library.titles(entry.address))
        values = found.as_json()
        parts = [{**part, "url": _page(library, part["url"])} for part in values["parts"]]
        return {**values, "url": _page(library, values["url"]), "parts": parts, "uri": _uri(entry.address)}

    def forms(self, handbook: str | None, lang: str) -> Sequence[Mapping[str, Any]]:
        """The forms of a handbook, or of all, with their files as far as they are built."""
        library, _, _ = self._newest()
        book = _handbook(library, handbook) if handbook is not None else None
        return list(self._forms(library, book, lang))

    def handbooks(self, lang: str) -> Sequence[Mapping[str, Any]]:
        """The handbooks in their order, with how many records of each kind they have."""
        library, _, _ = self._newest()
        view = library.view(lang)
        return [
            {
                "handbook": book.id,
                "title": view.plain_in(book.file.title, book.id),
                "url": _page(library, f"{PREFIX.of(lang)}{book.id}/index.html"),
                "records": dict(Counter(entry.kind for entry in view.of_handbook(book.id))),
            }
            for book in view.handbooks.values()
        ]

    def _forms(self, library: Library, handbook: str | None, lang: str) -> Iterator[Mapping[str, Any]]:
        files = _files(self._root)
        for form in library.view(lang).of_kind("forms", handbook):
            built: Mapping[str, str] = files.get((form.handbook, form.id), {})
            yield {
                "code": str(form.record.code or ""),
                "title": library.view(lang).title(form.address),
                "handbook": form.handbook,
                "address": form.address,
                "edition": str(form.record.edition),
                "url": _page(library, f"{PREFIX.of(lang)}{form.address}.html"),
                "to_fill_in": _page(library, built.get(f"fill-{lang}", "")),
                "to_print": _page(library, built.get(f"blank-{lang}", "")),
                "uri": _uri(form.address),
            }

    def _cited(self, library: Library, hit: Mapping[str, Any]) -> Mapping[str, Any]:
        address = hit["url"].partition("#")[0].removesuffix(".html").removeprefix(PREFIX.en)
        return {**hit, "url": _page(library, hit["url"]), "address": address, "uri": _uri(address)}

    def _newest(self) -> tuple[Library, Searcher, IndexAnswers]:
        """The library and its index, as they were built last; those of before while the newest cannot be read."""
        with self._opening:
            with suppress(HandbookError, OSError):
                if current_generation(self._root, shared_generations()) not in ("", self._searcher.index.generation):
                    library = load_library(self._root, keep=True).require()
                    self._searcher = open_or_make(self._root, lambda: library)
                    self._library, self._answers = library, IndexAnswers(self._searcher)
            return self._library, self._searcher, self._answers


def _handbook(library: Library, typed: str) -> str:
    """The id of the handbook that *typed* is.

    Raises:
        HandbookError: there is none; those that there are are named.
    """
    if typed not in library.handbooks:
        raise HandbookError("no-handbook", _NO_HANDBOOK, typed=typed, handbooks=", ".join(library.handbooks))
    return typed


def _as_name(library: Library, typed: str) -> str:
    """*typed* without what an address of a page has around it: the site, the language, the ending, the anchor."""
    path = typed.partition("#")[0].removeprefix(library.base_url).lstrip("/")
    return path.removeprefix(PREFIX.en).removesuffix(".html") if path.endswith(".html") else typed


def _page(library: Library, path: str) -> str:
    """The address of a page or file: the whole of it where the site is published, otherwise relative to the site."""
    return f"{library.base_url.rstrip('/')}/{path}" if library.base_url and path else path


def _uri(address: str) -> str:
    from server.assistants import SCHEME

    return f"{SCHEME}://{address}"


def _files(root: Path) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The files of each form that is built, by handbook and id."""
    try:
        listed = json.loads((root / "build" / "forms" / "forms.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return {(form["handbook"], form["id"]): form["files"] for form in listed}
