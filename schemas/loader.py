"""Reading a content root: every file, every finding, in one run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from pydantic import BaseModel

from schemas.catalogue import Catalogue, read_catalogue
from schemas.document import Document, read_document
from schemas.findings import Finding, HandbookError
from schemas.handbook import Chapter, HandbookFile
from schemas.kinds import KINDS
from schemas.library import Entry, Handbook, Library, build_entry
from schemas.library_file import LibraryFile
from schemas.terms import Terms
from schemas.validate import validate

AnyModel = TypeVar("AnyModel", bound=BaseModel)

CONTENT: Final = "handbook"
_FILE_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.yaml")
_IGNORED: Final = re.compile(r"^\.|~$|\.(?:po|po~|mo|png|jpg|svg|md)$")


@dataclass(frozen=True)
class Loading:
    """What reading a root gave: the library, unless the files that hold it together are broken, and all findings."""

    library: Library | None
    findings: tuple[Finding, ...]

    def require(self) -> Library:
        """The library, when no file has an error.

        Raises:
            HandbookError: rule `no-library`, with the number of errors.
        """
        errors = sum(finding.severity == "error" for finding in self.findings)
        if self.library is None or errors:
            raise HandbookError("no-library", count=errors)
        return self.library


def load_library(root: Path) -> Loading:
    """Read the library under *root*/handbook, record by record; a broken record is left out and reported."""
    return _Loader(root).load()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / CONTENT
        self.findings: list[Finding] = []
        self.broken: set[str] = set()

    def load(self) -> Loading:
        settings = self._read(self.content / "library.yaml", LibraryFile)
        terms = self._read(self.content / "terms.yaml", Terms) if (self.content / "terms.yaml").exists() else None
        books = dict(self._handbooks())
        catalogue = self._catalogue(self.content / "en.po")
        if settings is None:
            return Loading(None, tuple(self.findings))
        order = [id_ for id_ in settings[0].order if id_ in books]
        order += [id_ for id_ in sorted(books) if id_ not in order]
        entries = [entry for id_ in order for entry in self._entries(books[id_])]
        library = Library(
            root=self.root, lang="zh", settings=settings[0], terms=terms[0] if terms else Terms(),
            handbooks=MappingProxyType({id_: books[id_] for id_ in order}),
            entries=MappingProxyType({entry.address: entry for entry in entries}), settings_catalogue=catalogue,
            broken=frozenset(self.broken),
        )  # fmt: skip
        return Loading(library, tuple(self.findings))

    def _handbooks(self) -> Iterator[tuple[str, Handbook]]:
        for folder in sorted(path for path in self.content.iterdir() if path.is_dir() and path.name[0] not in "._"):
            read = self._read(folder / "handbook.yaml", HandbookFile)
            if read is not None:
                yield folder.name, Handbook(folder.name, *read, self._catalogue(folder / "en.po"))
            else:
                list(self._records(folder))

    def _entries(self, book: Handbook) -> list[Entry]:
        entries = list(self._records(self.content / book.id))
        rank = {reference: number for number, reference in enumerate(_chapter_records(book.file.chapters))}
        last = len(rank)

        def place(entry: Entry) -> tuple[int, int, str]:
            names = (f"{entry.kind}/{entry.id}", str(entry.record.code))
            kind = list(KINDS).index(entry.kind)
            return min(rank.get(name, last) for name in names), kind, entry.id

        return sorted(entries, key=place)

    def _records(self, folder: Path) -> Iterator[Entry]:
        for inner in sorted(folder.iterdir()):
            if _IGNORED.search(inner.name) or inner.name == "handbook.yaml":
                continue
            shown = inner.relative_to(self.root).as_posix()
            if inner.name not in KINDS:
                self.findings.append(
                    Finding(shown, 1, 1, "unknown-folder", {"name": inner.name, "known": ", ".join(KINDS)})
                )
            elif inner.is_dir():
                yield from self._kind(folder.name, inner)

    def _kind(self, handbook: str, folder: Path) -> Iterator[Entry]:
        for path in sorted(folder.iterdir()):
            if _IGNORED.search(path.name):
                continue
            if not _FILE_NAME.fullmatch(path.name):
                shown = path.relative_to(self.root).as_posix()
                self.findings.append(Finding(shown, 1, 1, "bad-file-name", {"name": path.name}))
                continue
            read = self._read(path, KINDS[folder.name].model)
            if read is not None:
                yield build_entry(handbook, folder.name, *read, path.relative_to(self.root))
            else:
                self.broken.add(f"{handbook}/{folder.name}/{path.stem}")

    def _read(self, path: Path, model: type[AnyModel]) -> tuple[AnyModel, Document] | None:
        if not path.exists():
            shown = path.relative_to(self.root).as_posix()
            self.findings.append(Finding(shown, 1, 1, "missing-file", {"name": path.name}))
            return None
        document, findings = read_document(path, self.root)
        self.findings.extend(findings)
        if document is None:
            return None
        read, findings = validate(document, model)
        self.findings.extend(findings)
        if read is None:
            self.broken.add(str(document.data.get("code")))
        return (read, document) if read is not None else None

    def _catalogue(self, path: Path) -> Catalogue:
        catalogue, findings = read_catalogue(path, self.root)
        self.findings.extend(findings)
        return catalogue


def _chapter_records(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for chapter in chapters:
        yield from map(str, chapter.records)
        yield from _chapter_records(chapter.chapters)


def find_root(given: Path | None, environment: str | None, here: Path) -> Path:
    """The content root: *given* (`--root`), then *environment* (`HANDBOOK_ROOT`), then upward from *here*.

    Raises:
        HandbookError: rule `no-root`; the message names all three.
    """
    named = given or (Path(environment) if environment else None)
    for folder in [named] if named else [here, *here.parents]:
        if (folder / CONTENT / "library.yaml").is_file():
            return folder.resolve()
    raise HandbookError("no-root")
