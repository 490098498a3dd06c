"""The titles that the chapters of a library plan, in both languages, for `search.planned`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain

from schemas.handbook import Chapter
from schemas.library import Library
from schemas.words import LANGUAGES, Bilingual
from search.planned import Planned


def cut_planned(library: Library) -> bytes:
    """What the chapters of *library* plan, as JSON."""
    zh, en = (library.view(lang) for lang in LANGUAGES)
    pairs = ((zh.handbooks[book].file.chapters, en.handbooks[book].file.chapters, book) for book in zh.handbooks)
    found = chain.from_iterable(_of(book, *chapters) for *chapters, book in pairs)
    return json.dumps([asdict(one) for one in found], ensure_ascii=False).encode()


def _of(book: str, chapters: Sequence[Chapter], english: Sequence[Chapter]) -> Iterator[Planned]:
    for chapter, translated in zip(chapters, english, strict=True):
        name = Bilingual(str(chapter.title), str(translated.title))
        for id_, title in chapter.planned.items():
            url = f"{book}/index.html#chapter-{chapter.id}"
            yield Planned(book, Bilingual(str(title), str(translated.planned[id_])), name, url)
        yield from _of(book, chapter.chapters, translated.chapters)
