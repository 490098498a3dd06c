"""The bound books of a build: made when asked for, kept for as long as nothing that they say has changed.

A book of some hundred pages takes LibreOffice a minute or two, so that an ordinary build makes none: it offers those
that `handbook build --only book` has made, as long as they are current.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generators.printing.prints import NO_PRINTS, BookFacts
from generators.printing.store import Store, digest
from generators.tree import Source, Stored
from schemas.findings import HandbookError
from schemas.languages import SUFFIX
from schemas.library import Library
from schemas.progress import Progress

_STORE: Final = Path(".cache", "books")


@dataclass(frozen=True, slots=True)
class Books:
    """The bound books that are current.

    Attributes:
        files: Word files and PDFs, by name.
        facts: what a page says of each, by its name without the ending.
    """

    files: Mapping[str, Source]
    facts: Mapping[str, BookFacts]


def book_name(handbook: str, lang: str) -> str:
    """What the files of a book are called, without their ending."""
    return f"{handbook}{SUFFIX.of(lang)}"


def standing_books(library: Library, build: Path) -> Books:
    """The books that *build* keeps and that say what the library says today."""
    store, files, facts = Store(build / _STORE), dict[str, Source](), dict[str, BookFacts]()
    for view, handbook in _all(library):
        kept = view.keeper.find(_key(handbook), view, NO_PRINTS)
        found = _found(store, json.loads(kept)) if kept else None
        if found is not None:
            name = book_name(handbook, view.lang)
            files |= {f"{name}.{ending}": source for ending, source in found[0].items()}
            facts[name] = found[1]
    return Books(files, facts)


def make_books(library: Library, build: Path, assets: Path, report: Progress) -> HandbookError | None:
    """Have LibreOffice make the books that *build* does not keep yet, for `standing_books` to take.

    Args:
        library: any view of the library.
        build: the folder of generated things.
        assets: the folder of the site's style sheets.
        report: told how many are done.

    Returns:
        What went wrong with the first that could not be made; the others are made all the same, unless LibreOffice is
        missing.
    """
    store, wanted, problem = Store(build / _STORE), list(_all(library)), None
    for done, (view, handbook) in enumerate(wanted):
        report(done, len(wanted))
        try:
            _make(store, view, handbook, assets, build / ".cache" / "flowcharts")
        except HandbookError as error:
            problem = problem or error
            if error.rule != "office-failed":
                break
    report(len(wanted), len(wanted))
    if problem is None:
        store.forget_unused()
    return problem


def _all(library: Library) -> Iterator[tuple[Library, str]]:
    for lang in library.settings.languages:
        view = library.view(lang)
        yield from ((view, handbook) for handbook in view.handbooks)


def _key(handbook: str) -> str:
    return f"bound/{handbook}"


def _make(store: Store, view: Library, handbook: str, assets: Path, cache: Path) -> None:
    def make() -> bytes:
        from generators.binding.bind import bind  # fonts, PDFium and python-docx, of which other builds need nothing

        bound = bind(view, handbook, assets, cache)
        names = {"docx": f"{digest([bound.word])}.docx", "pdf": f"{digest([bound.pdf])}.pdf"}
        store.put(names["docx"], bound.word)
        store.put(names["pdf"], bound.pdf)
        return json.dumps({"names": names, "pages": bound.pages, "fingerprint": bound.fingerprint}).encode()

    kept = json.loads(view.keeper.of(_key(handbook), view, make, NO_PRINTS))
    if _found(store, kept) is None:  # somebody emptied the store
        view.keeper.renew(_key(handbook), view, make)


def _found(store: Store, kept: Mapping[str, Any]) -> tuple[dict[str, Stored], BookFacts] | None:
    sources = {ending: store.find(name) for ending, name in kept["names"].items()}
    files = {ending: source for ending, source in sources.items() if source is not None}
    return (files, BookFacts(kept["pages"], kept["fingerprint"])) if len(files) == len(sources) else None
