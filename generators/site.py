"""The site: pages put into the frames of their language, beside the theme's files and what else the build made.

`edition.json` names the edition by a digest of all its files, and the corpus of the index that answers from it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from generators.assets import Assets, site_assets
from generators.frames import Frame, Surrounding, Theme, themes
from generators.licences import FILE, site_licences
from generators.page import Draft, Finished, drafts, rendered
from generators.pages.catalogue import catalogue_script
from generators.pages.lost import LOST, addresses_script, from_the_root, lost_page
from generators.pages.menu import Menus
from generators.pages.role_files import NAMES, day_file, day_path, names_file
from generators.pages.script_words import script_words
from generators.pages.strip import Strips
from generators.printing.prints import BOOKS, Prints
from generators.site_source import assets_folder, docs_folder
from generators.tree import Later, Source, Tree, standing
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.progress import Progress
from schemas.reads import digest_of

EDITION: Final = "edition.json"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the site needs of the index to answer by itself.

    Attributes:
        assets: files for `assets/`, by name.
        corpus: that of the index that is built from the same content; empty when there is none.
    """

    assets: Mapping[str, Source]
    corpus: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What other parts of the build give to the site.

    Attributes:
        forms: the forms folder, by path in it.
        prints: the PDFs and pictures among the forms.
        answers: asked for when every page is made, as an index may take longer than they.
        courses: what courses are practised with, for `assets/`, by name.
        sheets: the sheets of one page, by their paths on the site.
        books: the bound books, by name.
    """

    forms: Mapping[str, Source]
    prints: Prints
    answers: Callable[[], Answers]
    courses: Mapping[str, Source] = field(default_factory=dict)
    sheets: Mapping[str, Source] = field(default_factory=dict)
    books: Mapping[str, Source] = field(default_factory=dict)

    @classmethod
    def standing(cls, build: Path, corpus: Callable[[], str] = str) -> Beside:
        """What was built before, under *build*; *corpus* is called before the files of the index are read."""

        def answers() -> Answers:
            current = corpus()
            return Answers(
                {path.name: path.read_bytes() for path in sorted((build / "browser").glob("[!.]*"))}, current
            )

        return cls(standing(build, "forms"), Prints.of(build / "forms"), answers)


def make_site(root: Path, library: Library, tree: Tree, beside: Beside, progress: Progress | None = None) -> int:
    """Put the site of *library* into *tree*, and return how many pages it has.

    Args:
        root: the folder to whose `build/` everything goes; its own `mkdocs.yml` and `site/` win.
        library: any view of the library.
        tree: the next edition of the site.
        beside: what other parts of the build give to it.
        progress: told how far it is.

    Raises:
        HandbookError: `no-asset`, `site-build-failed`; `FlowchartError` when D2 is missing.
    """
    assets = site_assets(docs_folder(root))
    theme = themes(root, library, assets)
    prints = replace(beside.prints, sheets=frozenset(beside.sheets))
    pages = drafts(library, prints)
    for done, files in enumerate(_pages(root, library, theme, pages, prints), 1):
        for path, content in files:
            tree.put(path, content)
        if progress is not None:
            progress(done, len(pages))
    tree.put_all(beside.sheets.items())
    answers = beside.answers()
    data = {**beside.courses, **answers.assets}
    tree.put_all(_other_files(root, library, theme, assets, beside, data))
    tree.put_all((f"{BOOKS}/{name}", book) for name, book in beside.books.items())
    library.remember()
    edition = {"edition": tree.digest, "corpus": answers.corpus}
    tree.put(EDITION, (json.dumps(edition) + "\n").encode())
    return len(pages)


def _pages(
    root: Path, library: Library, theme: Mapping[str, Theme], pages: Sequence[Draft], prints: Prints
) -> Iterator[tuple[tuple[str, Later], ...]]:
    """Every page in its frame and what is made of it besides, by their paths on the site."""
    menus: dict[str, Menus] = {lang: Menus(library.view(lang)) for lang in library.settings.languages}
    strips: dict[str, Strips] = {lang: Strips(library.view(lang)) for lang in library.settings.languages}
    names: dict[str, str] = {lang: str(library.view(lang).settings.title) for lang in library.settings.languages}
    for finished in rendered(pages, root / "build" / ".cache" / "flowcharts", prints):
        lang, url = finished.draft.view.lang, finished.draft.url
        frame, around = theme[lang].frame(url), Surrounding(strips[lang].of(url), menus[lang].of(url))
        mark = digest_of((finished.mark, frame.mark, around.strip, around.menu, names[lang], url))
        framed = Later(partial(_framed, finished, frame, around, names[lang]), mark)
        yield ((PREFIX.of(lang) + url, framed), *_day(finished))


def _day(finished: Finished) -> Iterator[tuple[str, Later]]:
    """What the page of a role says, for the first page of whoever has that role."""
    draft = finished.draft
    if draft.entry is not None and draft.entry.kind == "roles":
        book = draft.view.names(draft.entry.handbook)[1]
        later = Later(lambda: day_file(finished.page, book), digest_of((finished.mark, book)))
        yield day_path(draft.entry.address, draft.view.lang), later


def _framed(finished: Finished, frame: Frame, around: Surrounding, name: str) -> bytes:
    return frame.around(finished.page, around, name).encode()


def _lost(view: Library, frame: Frame) -> bytes:
    """The page of an address at which there is nothing."""
    around = Surrounding(Strips(view).of(LOST), Menus(view).of(LOST))
    return from_the_root(frame.around(lost_page(view), around, str(view.settings.title)), view).encode()


def _other_files(
    root: Path,
    library: Library,
    theme: Mapping[str, Theme],
    assets: Assets,
    beside: Beside,
    data: Mapping[str, Source],
) -> Iterator[tuple[str, Source]]:
    """Every file of the site that is no page: the theme's, ours, and what other parts of the build made."""
    yield from assets.files.items()
    yield FILE, site_licences(assets_folder(root)).encode()
    catalogue = library.keeper.of("catalogue", library, lambda: catalogue_script(library).encode())
    yield "assets/catalogue.js", catalogue
    yield from script_words(library.settings.languages)
    yield NAMES, names_file(library)
    for lang in library.settings.languages:
        yield PREFIX.of(lang) + LOST, _lost(library.view(lang), theme[lang].frame(LOST))
        yield f"assets/addresses-{lang}.js", addresses_script(library.view(lang))
        for path, file in theme[lang].files.items():
            yield PREFIX.of(lang) + path, file.read_bytes()
    yield from ((f"assets/{name}", content) for name, content in data.items())
    yield from ((f"forms/{path}", content) for path, content in beside.forms.items())
