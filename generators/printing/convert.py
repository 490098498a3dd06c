"""Forms as PDFs: those made before are taken from the store, all others go through LibreOffice many at a time."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
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
        bare: prints as a machine would that has none of the fonts which forms name.
    """

    def __init__(self, store: Store, *, is_on: bool = True, bare: bool = False) -> None:
        self.store = store
        self.is_on = is_on
        self.bare = bare

    def pdfs(self, documents: Mapping[str, Source], report: Progress = lambda done, total: None) -> Conversion:
        """The PDF of each of *documents*, Word files by name; a LibreOffice that is missing or fails is a `problem`.

        What is done is kept run by run, so that work that was broken off goes on from there.
        """
        keys = {name: _key(document, self.bare) for name, document in documents.items()}
        pdfs: dict[str, Source] = {name: pdf for name, key in keys.items() if (pdf := self.store.find(f"{key}.pdf"))}
        missing = [name for name in documents if name not in pdfs]
        report(len(pdfs), len(documents))
        problem = None
        if missing and self.is_on:
            before = len(pdfs)

            def keep(converted: Mapping[str, bytes]) -> None:
                pdfs.update((name, self.store.put(f"{keys[name]}.pdf", pdf)) for name, pdf in converted.items())

            wanted = {name: documents[name] for name in missing}
            told = partial(_tell, report, before, len(documents))
            problem = _convert(wanted, keep, partial(_run, report=told, bare=self.bare))
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
    """The PDFs that LibreOffice makes of *documents*, none of which is kept, and what it failed with first."""
    pdfs: dict[str, bytes] = {}
    problem = _convert(documents, pdfs.update, partial(_run, report=report, bare=False))
    return pdfs, problem


def _tell(report: Progress, before: int, total: int, done: int) -> None:
    report(before + done, total)


_Run = Callable[[Mapping[str, Source], int], tuple[dict[str, bytes], HandbookError | None]]
"""One run of LibreOffice, before which some are done already: its PDFs, and what it failed with."""


def _convert(
    documents: Mapping[str, Source], keep: Callable[[Mapping[str, bytes]], None], run_office: _Run
) -> HandbookError | None:
    """Have LibreOffice make the PDFs of *documents*, kept run by run; what it failed with first.

    A file that brings LibreOffice down takes those behind it along: they get another run. Where the first run, or two
    in a row, make nothing, more would not help.
    """
    problem: HandbookError | None = None
    waiting, in_vain, done = list(documents), 0, 0
    while waiting and in_vain < (2 if done else 1):
        run, behind = waiting[:AT_ONCE], waiting[AT_ONCE:]
        run_pdfs, failed = run_office({name: documents[name] for name in run}, done)
        keep(run_pdfs)
        done += len(run_pdfs)
        problem = problem or failed
        in_vain = 0 if run_pdfs else in_vain + 1
        waiting = [name for name in run if name not in run_pdfs][1:] + behind
    return problem


def _run(
    documents: Mapping[str, Source], before: int, *, report: Callable[[int], None], bare: bool
) -> tuple[dict[str, bytes], HandbookError | None]:
    problem = None
    with tempfile.TemporaryDirectory(prefix="forms-") as work:
        files = {name: Path(work, name.replace("/", "--")) for name in documents}
        for name, path in files.items():
            path.write_bytes(read(documents[name]))
        try:
            to_pdf(tuple(files.values()), Path(work), report=lambda done: report(before + done), bare=bare)
        except HandbookError as error:
            problem = error
        pdfs = {name: path.with_suffix(".pdf") for name, path in files.items()}
        return {name: path.read_bytes() for name, path in pdfs.items() if path.is_file()}, problem


def _key(document: Source, bare: bool) -> str:
    return digest((_made_with(bare), mark_of(document).encode()))


@cache
def _made_with(bare: bool) -> bytes:
    """What the look of PDFs and pictures depends on besides the form: when this changes, they are made again."""
    return f"{font_configuration(Path(), bare=bare)} {LOOK}".encode()
