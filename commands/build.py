"""`handbook build`: the pipeline, from checked records to everything that people use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from commands import context
from commands.progress import PartProgress, part_name, progress
from generators.book import book_files
from generators.printing.build import build_forms
from generators.site import build_site
from generators.writer import Written, write_tree
from schemas.findings import HandbookError
from schemas.library import Library
from search.browser import write_browser_index
from search.index import build_index, open_index

BuildPart = Literal["site", "forms", "index", "book"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left behind, for the line that closes it."""

    part: BuildPart
    total: int
    changed: int
    removed: int


def build(
    only: Annotated[BuildPart | None, typer.Option(help="Only this part.")] = None,
) -> None:
    """Build everything into build/. What has not changed is not written again.

    Example: `handbook build --only forms`
    """
    library = context.library()
    with progress() as report:
        results = build_all(library, report, parts=(only,) if only else ("forms", "index", "site", "book"))
    for built in results:
        print_built(built)


def build_all(
    library: Library, report: PartProgress, *, parts: tuple[BuildPart, ...], dense: bool = True, office: bool = True
) -> list[Built]:
    """Build *parts* of the library, in the order that later parts need earlier ones.

    Without *dense* and *office* what takes long is left out: vectors, and forms that LibreOffice would have to convert.
    """
    build_folder = library.root / "build"
    results: list[Built] = []
    if "forms" in parts:
        results.append(_forms(library, build_folder, report, office=office))
    if "index" in parts:
        results.append(_index(library, report, dense=dense))
    if "site" in parts:
        results.append(_site(library, report))
    if "book" in parts:
        results.append(_book(library, build_folder))
    return results


def _forms(library: Library, folder: Path, report: PartProgress, *, office: bool) -> Built:
    done = build_forms(library, folder, report, office=office)
    if done.problem is not None:
        context.warn(done.problem)
    return _built("forms", done.documents, done.written)


def _index(library: Library, report: PartProgress, *, dense: bool) -> Built:
    before = _generation(library.root)
    index = build_index(library, library.root, dense=dense, progress=lambda done, total: report("index", done, total))
    for warning in index.warnings:
        context.warn(warning)
    carried = write_browser_index(index, library.root / "build" / "browser" / "index.js")
    return Built("index", len(index.passages), int(index.generation != before) + int(carried), 0)


def _site(library: Library, report: PartProgress) -> Built:
    built = build_site(library.root, library, lambda done, total: report("site", done, total))
    return _built("site", built.pages, built.written)


def _book(library: Library, folder: Path) -> Built:
    assets = library.root / "site" / "docs" / "assets"
    files = book_files(library, assets, folder / ".cache" / "flowcharts")
    return _built("book", len(files), write_tree(folder / "book", files))


def _generation(root: Path) -> str:
    try:
        return open_index(root).generation
    except HandbookError:
        return ""


def _built(part: BuildPart, total: int, written: Written) -> Built:
    return Built(part, total, len(written.changed), len(written.removed))


def print_built(built: Built) -> None:
    """Say in one line what a part of the build did."""
    name = part_name(built.part)
    unchanged = not built.changed and not built.removed
    detail = context.say(
        f"更新 {built.changed}，删除 {built.removed}", f"{built.changed} written, {built.removed} removed"
    )
    if unchanged:
        detail = context.say("没有变化", "unchanged")
    context.out.print(f"{name}: {built.total}, {detail}")
