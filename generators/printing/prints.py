"""What has been printed: the PDFs and pictures that stand beside the Word files, as pages and listings offer them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

from PIL import Image

from schemas.reads import Derivation, Reads, question

PrintProgress = Callable[[Literal["forms", "prints"], int, int], None]
"""Told what is being made, how many of them are done, and how many there are."""

BOOKS: Final = "books"
"""Where the bound books stand on the site."""
_PICTURES: Final = "pictures"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a form: its path under the forms folder, and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class BookFacts:
    """A bound book: how many pages it has, and the fingerprint on its cover."""

    pages: int
    fingerprint: str


@dataclass(frozen=True)
class Prints:
    """The PDFs and pictures of a build, by their paths under the forms folder; empty where nothing was printed.

    Attributes:
        sheets: the sheets of one page, by their paths on the site.
        books: the bound books, by the name of their files without its ending.
    """

    pdfs: frozenset[str] = frozenset()
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    sheets: frozenset[str] = frozenset()
    books: Mapping[str, BookFacts] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    answers: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    grounds: dict[str, Reads] = field(default_factory=dict, init=False, repr=False, compare=False)
    before: Mapping[str, Derivation] = field(default_factory=dict, init=False, repr=False, compare=False)
    subject: str = field(default="prints", init=False, repr=False, compare=False)

    @classmethod
    def of(cls, forms: Path) -> Prints:
        """What stands in the folder *forms* of a build."""
        pdfs = frozenset(path.relative_to(forms).as_posix() for path in forms.rglob("*.pdf"))
        return cls(pdfs, {path.relative_to(forms).as_posix(): _size(path) for path in forms.rglob("*.png")})

    @question
    def pdf(self, path: str) -> str:
        """The path of the PDF beside the file *path*; empty when there is none."""
        name = pdf_path(path)
        return name if name in self.pdfs else ""

    @question
    def has_sheet(self, path: str) -> bool:
        """Whether there is a sheet of one page at *path* on the site."""
        return path in self.sheets

    @question
    def pictures(self, document: str) -> tuple[PagePicture, ...]:
        """The pages of the Word file *document*, in order."""
        pages: list[PagePicture] = []
        while (path := picture_path(document, len(pages) + 1)) in self.sizes:
            pages.append(PagePicture(path, *self.sizes[path]))
        return tuple(pages)

    @question
    def book(self, name: str) -> BookFacts | None:
        """The bound book whose files have this name; None where it was not made of what stands there today."""
        return self.books.get(name)


NO_PRINTS: Final = Prints()
"""Where LibreOffice was never asked."""


def pdf_path(path: str) -> str:
    """Where the PDF of a file stands: beside it."""
    return str(PurePosixPath(path).with_suffix(".pdf"))


def picture_path(document: str, number: int) -> str:
    """Where the picture of a page of a Word file stands; pages are counted from 1."""
    path = PurePosixPath(document)
    return str(path.parent / _PICTURES / f"{path.stem}-{number}.png")


def _size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        return picture.size
