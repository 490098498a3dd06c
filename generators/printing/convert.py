"""Forms as PDFs: those made before are taken from the store, all others go through LibreOffice many at a time."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generators.docx.package import pack
from generators.office import AT_ONCE, font_configuration, to_pdf
from generators.printing.look import LOOK
from generators.printing.store import Store, digest
from generators.tree import Source, mark_of, read
from schemas.findings import HandbookError
from schemas.progress import Progress


@dataclass(frozen=True, slots=True)
class Printed:
    """A form on paper: its pages as one PDF, and what it is kept by in the store."""

    key: str
    source: Source

    @property
    def content(self) -> bytes:
        """The PDF."""
        return read(self.source)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, and its size in pixels."""

    source: Source
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Conversion:
    """The PDFs by the name of their document; `problem` says why there are fewer of them than documents."""

    pdfs: Mapping[str, Printed]
    problem: HandbookError | None = None


class Printer:
    """Turns Word files into PDFs and their pages into pictures; LibreOffice runs only for files it has not seen.

    Args:
        store: where both are kept between runs.
        is_on: whether LibreOffice may be started; without it only what the store has is given.
    """

    def __init__(self, store: Store, *, is_on: bool = True) -> None:
        self.store = store
        self.is_on = is_on

    def pdfs(self, documents: Mapping[str, Source], report: Progress = lambda done, total: None) -> Conversion:
        """The PDF of each of *documents*, Word files by name; a LibreOffice that is missing or fails is a `problem`."""
        keys = {name: _key(document) for name, document in documents.items()}
        pdfs: dict[str, Source] = {name: pdf for name, key in keys.items() if (pdf := self.store.find(f"{key}.pdf"))}
        missing = [name for name in documents if name not in pdfs]
        report(len(pdfs), len(documents))
        problem = None
        if missing and self.is_on:
            before = len(pdfs)
            converted, problem = convert(
                {name: documents[name] for name in missing}, lambda done: report(before + done, len(documents))
            )
            pdfs |= {name: self.store.put(f"{keys[name]}.pdf", content) for name, content in converted.items()}
        return Conversion({name: Printed(keys[name], pdfs[name]) for name in documents if name in pdfs}, problem)

    def pictures(self, printed: Printed) -> tuple[Picture, ...]:
        """The pages of a PDF as PNG."""
        listed = self.store.find(f"{printed.key}.json")
        sizes = json.loads(read(listed)) if listed else []
        stored = [self.store.find(f"{printed.key}-{number}.png") for number in range(1, len(sizes) + 1)]
        if sizes and all(stored):
            return tuple(Picture(source, tuple(size)) for source, size in zip(stored, sizes, strict=True) if source)
        return self._draw(printed)

    def _draw(self, printed: Printed) -> tuple[Picture, ...]:
        from generators.printing import pdf  # PDFium and Pillow, for what is new only

        pages = pdf.pictures(printed.content)
        sizes = [pdf.png_size(page) for page in pages]
        names = (f"{printed.key}-{number}.png" for number in range(1, len(pages) + 1))
        sources = [self.store.put(name, page) for name, page in zip(names, pages, strict=True)]
        self.store.put(f"{printed.key}.json", json.dumps(sizes).encode())
        return tuple(map(Picture, sources, sizes))

    def joined(self, printed: tuple[Printed, ...]) -> Source:
        """Several PDFs as one."""
        name = f"{digest(each.key.encode() for each in printed)}.pdf"
        return self.store.kept(name, lambda: _join(printed))

    def zipped(self, documents: Mapping[str, Source]) -> Source:
        """Several Word files, by name, as one ZIP: the same bytes for the same files."""
        marks = (mark_of(document) for document in documents.values())
        name = f"{digest(part.encode() for part in (' '.join(documents), *marks))}.zip"
        return self.store.kept(name, lambda: pack({name: read(document) for name, document in documents.items()}))


def _join(printed: tuple[Printed, ...]) -> bytes:
    from generators.printing import pdf  # PDFium and Pillow, for what is new only

    return pdf.join(each.content for each in printed)


def convert(
    documents: Mapping[str, Source], report: Callable[[int], None]
) -> tuple[dict[str, bytes], HandbookError | None]:
    """The PDFs that LibreOffice makes of *documents*, none of which is kept, and what it failed with first.

    A file that brings LibreOffice down takes those behind it along: they get another run. Where the first run, or two
    in a row, make nothing, more would not help.
    """
    pdfs: dict[str, bytes] = {}
    problem: HandbookError | None = None
    waiting, in_vain = list(documents), 0
    while waiting and in_vain < (2 if pdfs else 1):
        run, behind = waiting[:AT_ONCE], waiting[AT_ONCE:]
        run_pdfs, failed = _run({name: documents[name] for name in run}, len(pdfs), report)
        pdfs |= run_pdfs
        problem = problem or failed
        in_vain = 0 if run_pdfs else in_vain + 1
        waiting = [name for name in run if name not in run_pdfs][1:] + behind
    return pdfs, problem


def _run(
    documents: Mapping[str, Source], before: int, report: Callable[[int], None]
) -> tuple[dict[str, bytes], HandbookError | None]:
    """One run of LibreOffice, *before* which some are done already."""
    problem = None
    with tempfile.TemporaryDirectory(prefix="forms-") as work:
        files = {name: Path(work, name.replace("/", "--")) for name in documents}
        for name, path in files.items():
            path.write_bytes(read(documents[name]))
        try:
            to_pdf(tuple(files.values()), Path(work), report=lambda done: report(before + done))
        except HandbookError as error:
            problem = error
        pdfs = {name: path.with_suffix(".pdf") for name, path in files.items()}
        return {name: path.read_bytes() for name, path in pdfs.items() if path.is_file()}, problem


def _key(document: Source) -> str:
    return digest((_made_with(), mark_of(document).encode()))


@cache
def _made_with() -> bytes:
    """What the look of PDFs and pictures depends on besides the form: when this changes, they are made again."""
    return f"{font_configuration(Path())} {LOOK}".encode()
