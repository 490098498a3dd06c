"""Pages that are newer than those that are built, what was found in what was saved, and the pages that are open."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

from schemas.findings import SEVERITY_WORDS, Worded
from schemas.messages import SEVERITIES, Severity
from schemas.words import LANGUAGES, Bilingual, Counted

_TOLD: Final = 20
"""So many findings stand on a page; the terminal and `handbook check` have them all."""
_OPEN: Final = 8
"""So many of the pages that are open are made before the build; a browser listens for six at most."""
_ALIVE: Final = 5.0
"""Seconds after which who reads looks though nobody woke him, and something is sent, so that who has gone is noticed.

What takes long, the PDFs of forms for instance, is on the pages by then.
"""
_STAYS: Final = Bilingual(
    "有错误，网页停在改之前的样子。改好并保存，这里会自己更新。",
    "There are errors, so the pages stay as they were. Put them right and save: the page renews itself.",
)
_LOOK: Final = Bilingual("网页是新的。刚保存的文件里还有：", "The page is new. In what was saved there is still:")
_MORE: Final = Counted(
    "还有 {number} 处没有列出，见终端或 handbook check。",
    "{number} more is not listed; see the terminal or handbook check.",
    "{number} more are not listed; see the terminal or handbook check.",
)


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """An open page that is told when there is something new."""

    path: str
    loop: asyncio.AbstractEventLoop
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Have it look; from any thread."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.woken.set)


class News:
    """What is new, as those who build tell it from their threads and as pages ask for it."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[int, bytes]] = {}
        self._findings: tuple[Worded, ...] = ()
        self._stays = False
        self._readers: list[_Reader] = []
        self._alone = threading.Lock()
        self._is_over = False
        self._tell_open_pages: Callable[[Sequence[str]], None] = _nobody

    def tell_open_pages(self, tell: Callable[[Sequence[str]], None]) -> None:
        """Have *tell* told of the pages that are open whenever one is opened or closed."""
        self._tell_open_pages = tell

    def show(self, path: str, page: bytes, number: int) -> None:
        """Show *page* at *path* of the site instead of what is built, until `built` is told of its *number*."""
        with self._alone:
            if self._pages.get(path, (0, b""))[0] <= number:
                self._pages[path] = (number, page)
        self._wake()

    def built(self, number: int) -> None:
        """What was saved by *number* is built and served."""
        with self._alone:
            self._pages = {path: shown for path, shown in self._pages.items() if shown[0] > number}
        self._wake()

    def find(self, findings: Iterable[Worded], *, stays: bool = False) -> None:
        """Show *findings*, and none of those shown before; notices are for `handbook check`.

        Args:
            findings: what was found.
            stays: whether pages stay as they are until that is put right.
        """
        graver = [finding for finding in findings if finding.severity != "notice"]
        self._findings = tuple(sorted(graver, key=lambda finding: SEVERITIES.index(finding.severity)))
        self._stays = stays
        self._wake()

    def end(self) -> None:
        """Let go of every open page: the server ends."""
        self._is_over = True
        self._wake()

    def page(self, path: str) -> bytes | None:
        """The page at *path* of the site that is newer than the one that is built."""
        return self._pages.get(path, (0, None))[1]

    @property
    def told(self) -> Mapping[str, Any]:
        """What pages are told of the findings, ready for JSON."""
        findings = self._findings
        more = len(findings) - _TOLD
        return {
            "state": _in_both(_STAYS if self._stays else _LOOK) if findings else None,
            "findings": [_told(finding) for finding in findings[:_TOLD]],
            "more": _in_both(_MORE.of(more)) if more > 0 else None,
        }

    async def follow(self, path: str) -> AsyncIterator[bool]:
        """Gives True at first and whenever there may be something new for the page at *path*, until the end.

        It gives False where nothing happened for a while.
        """
        reader = _Reader(path, asyncio.get_running_loop())
        self._readers.append(reader)
        self._tell_open()
        try:
            happened = True
            while not self._is_over:
                reader.woken.clear()
                yield happened
                happened = await _within(reader.woken, _ALIVE)
        finally:
            self._readers.remove(reader)
            self._tell_open()

    def _tell_open(self) -> None:
        """Tell of the pages that are open in front of somebody, the one opened last first."""
        self._tell_open_pages(list(dict.fromkeys(reader.path for reader in reversed(self._readers)))[:_OPEN])

    def _wake(self) -> None:
        for reader in tuple(self._readers):
            reader.wake()


def _nobody(pages: Sequence[str]) -> None:
    """Nobody wants to know."""


def digest_of_page(page: bytes) -> str:
    """What tells a page from what it was."""
    return blake2b(page, digest_size=12).hexdigest()


async def _within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def _told(finding: Worded) -> Mapping[str, Any]:
    word: dict[Severity, Bilingual] = dict(SEVERITY_WORDS)
    return {
        "severity": finding.severity,
        "word": _in_both(word[finding.severity]),
        "place": f"{finding.path}:{finding.line}:{finding.col}",
        "title": _in_both(finding.title),
        "hint": _in_both(finding.hint),
    }


def _in_both(words: Bilingual) -> Mapping[str, str]:
    return {lang: words.of(lang) for lang in LANGUAGES}
