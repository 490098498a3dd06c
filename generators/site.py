"""The site: pages put into the frames of their language, beside the theme's files and what else the build made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generators.assets import Assets, site_assets
from generators.frames import Theme, themes
from generators.page import render_pages
from generators.pages.catalogue import catalogue_script
from generators.pages.menu import Menus
from generators.printing.prints import Prints
from generators.writer import Written, write_tree
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.progress import Progress
from schemas.words import Bilingual

_EXTRAS: Final = {"forms": "forms", "browser": "assets"}
"""Folders under `build/` that other parts of the build fill, and where they stand on the site."""


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """How many pages the site has, and which of its files were written or removed."""

    pages: int
    written: Written


def build_site(root: Path, library: Library, progress: Progress | None = None) -> SiteBuild:
    """Build the site of *library* into `root/build/site`; when nothing changed, nothing is written.

    Args:
        root: the folder with `mkdocs.yml` and `site/`; everything goes to its `build/`.
        library: any view of the library.
        progress: told how far it is.

    Raises:
        HandbookError: `no-site-config`, `site-build-failed`; `FlowchartError` when D2 is missing.
    """
    if not (root / "mkdocs.yml").is_file():
        raise HandbookError("no-site-config", _NO_CONFIG, root=root)
    assets = site_assets(root / "site" / "docs")
    theme = themes(root, library, assets)
    pages = dict(_pages(root, library, theme, progress or (lambda done, total: None)))
    files = {**dict(_other_files(root, library, theme, assets)), **pages}
    return SiteBuild(len(pages), write_tree(root / "build" / "site", files))


def _pages(root: Path, library: Library, theme: Mapping[str, Theme], report: Progress) -> Iterator[tuple[str, bytes]]:
    """Every page in its frame, by its path on the site."""
    build = root / "build"
    total = len(library.settings.languages) * (4 + 2 * len(library.handbooks) + len(library.entries))
    menus: dict[str, Menus] = {lang: Menus(library.view(lang)) for lang in library.settings.languages}
    names: dict[str, str] = {lang: str(library.view(lang).settings.title) for lang in library.settings.languages}
    pages = render_pages(library, build / ".cache" / "flowcharts", Prints.of(build / "forms"))
    for done, page in enumerate(pages, 1):
        frame = theme[page.lang].frame(page)
        yield page.path, frame.around(page, menus[page.lang].of(page.url), names[page.lang]).encode()
        report(done, total)


def _other_files(
    root: Path, library: Library, theme: Mapping[str, Theme], assets: Assets
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that is no page: the theme's, ours, and what other parts of the build made."""
    yield from assets.files.items()
    yield "assets/catalogue.js", catalogue_script(library).encode()
    for lang in library.settings.languages:
        for path, file in theme[lang].files.items():
            yield PREFIX.of(lang) + path, file.read_bytes()
    for folder, place in _EXTRAS.items():
        for path, content in _read_tree(root / "build" / folder).items():
            yield f"{place}/{path}", content


def _read_tree(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


_NO_CONFIG: Final = Bilingual(
    "{root} 里没有 mkdocs.yml，无法生成网站",
    "there is no mkdocs.yml in {root}, so no site can be built",
)
