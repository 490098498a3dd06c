"""Single pages of a library that was saved just now, put into the frames that a build has left.

They are the bytes that the build makes which follows, as far as no other record and no printed form is another by then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generators.frames import Surrounding, Theme, standing_themes
from generators.onepage.places import books_shown, sheet_path
from generators.page import draft_at, rendered
from generators.pages.menu import Menus
from generators.pages.strip import Strips
from generators.printing.prints import Prints
from generators.tree import paths_of
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.words import LANGUAGES

_Place = tuple[int, int] | None


class Fresh:
    """Makes pages of the site under *root*; it writes nothing but the layouts of flowcharts."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._build = root / "build"
        self._prints: tuple[tuple[_Place, _Place], Prints] | None = None

    def pages(self, library: Library, changed: Collection[str], paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Those of the pages at *paths* on the site that can be made before a build, in that order.

        Args:
            library: as it is written now.
            changed: the addresses of records that were saved since what stands was built.
            paths: where the pages stand on the site.

        Raises:
            HandbookError: what a build would say of such a page.
        """
        theme = standing_themes(self._root, library)
        prints = self._standing(library, changed)
        for path in dict.fromkeys(paths):
            lang, url = _read(path, library)
            page = self._page(library.view(lang), url, theme, prints) if lang in theme else None
            if page is not None:
                yield path, page

    def _page(self, view: Library, url: str, theme: Mapping[str, Theme], prints: Prints) -> bytes | None:
        draft = draft_at(view, url, prints)
        if draft is None:
            return None
        (finished,) = rendered([draft], self._build / ".cache" / "flowcharts", prints)
        around = Surrounding(Strips(view).of(url), Menus(view).of(url))
        return theme[view.lang].frame(url).around(finished.page, around, str(view.settings.title)).encode()

    def _standing(self, library: Library, changed: Collection[str]) -> Prints:
        """What is printed and stands, less the sheets that say what was true before."""
        places = _place(self._build / "forms"), _place(self._build / "site")
        if self._prints is None or self._prints[0] != places:
            sheets = frozenset(path for path in paths_of(self._build, "site") if path.endswith(".pdf"))
            self._prints = places, replace(Prints.of(self._build / "forms"), sheets=sheets)
        prints = self._prints[1]
        gone = {
            sheet_path(entry, lang, book)
            for lang in library.settings.languages
            for address in changed
            if (entry := library.view(lang).entries.get(address)) is not None
            for book in books_shown(library.view(lang), entry)
        }
        return replace(prints, sheets=prints.sheets - gone)


def page_paths(library: Library, addresses: Iterable[str]) -> list[str]:
    """Where the pages of records stand on the site, in every language."""
    urls = [library.entries[address].url for address in addresses if address in library.entries]
    return [PREFIX.of(lang) + url for url in urls for lang in library.settings.languages]


def _read(path: str, library: Library) -> tuple[str, str]:
    """The language of the page at *path* of the site, and its address among those of that language."""
    for lang in sorted(LANGUAGES, key=lambda lang: -len(PREFIX.of(lang))):
        if path.startswith(PREFIX.of(lang)) and lang in library.settings.languages:
            return lang, path.removeprefix(PREFIX.of(lang))
    return library.settings.languages[0], path


def _place(folder: Path) -> _Place:
    """What tells the folder that stands there now from any other."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
