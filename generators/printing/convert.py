"""Forms as PDFs: those made before are taken from the store, all others go through LibreOffice in one run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generators.docx.package import pack
from generators.office import font_configuration, to_pdf
from generators.printing import pdf
from generators.printing.store import Store, digest
from schemas.findings import HandbookError
from schemas.progress import Progress


@dataclass(frozen=True, slots=True)
class Printed:
    """A form on paper: its pages as one PDF, and where it is kept in the store."""

    key: str
    content: bytes


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

    def pdfs(self, documents: Mapping[str, bytes], report: Progress = lambda done, total: None) -> Conversion:
        """The PDF of each of *documents*, Word files by name; a LibreOffice that is missing or fails is a `problem`."""
        keys = {name: _key(content) for name, content in documents.items()}
        pdfs = {name: content for name, key in keys.items() if (content := self.store.get(f"{key}.pdf")) is not None}
        missing = [name for name in documents if name not in pdfs]
        report(len(pdfs), len(documents))
        problem = None
        if missing and self.is_on:
            before = len(pdfs)
            converted, problem = _convert(
                {name: documents[name] for name in missing}, lambda done: report(before + done, len(documents))
            )
            for name, content in converted.items():
                self.store.put(f"{keys[name]}.pdf", content)
            pdfs |= converted
        return Conversion({name: Printed(keys[name], pdfs[name]) for name in documents if name in pdfs}, problem)

    def pictures(self, printed: Printed) -> tuple[bytes, ...]:
        """The pages of a PDF as PNG."""
        names = [f"{printed.key}-{number}.png" for number in range(1, pdf.page_count(printed.content) + 1)]
        stored = [content for name in names if (content := self.store.get(name)) is not None]
        if len(stored) == len(names):
            return tuple(stored)
        pages = pdf.pictures(printed.content)
        for name, content in zip(names, pages, strict=True):
            self.store.put(name, content)
        return pages

    def joined(self, printed: tuple[Printed, ...]) -> bytes:
        """Several PDFs as one."""
        name = f"{digest(each.key.encode() for each in printed)}.pdf"
        return self.store.kept(name, lambda: pdf.join(each.content for each in printed))

    def zipped(self, documents: Mapping[str, bytes]) -> bytes:
        """Several Word files, by name, as one ZIP: the same bytes for the same files."""
        name = f"{digest((' '.join(documents).encode(), *documents.values()))}.zip"
        return self.store.kept(name, lambda: pack(documents))


def _convert(
    documents: Mapping[str, bytes], report: Callable[[int], None]
) -> tuple[dict[str, bytes], HandbookError | None]:
    """The PDFs that LibreOffice makes of *documents*, and what it failed with first.

    A file that brings LibreOffice down takes those behind it along: they get another run, as long as runs help.
    """
    pdfs: dict[str, bytes] = {}
    problem: HandbookError | None = None
    waiting = list(documents)
    while waiting:
        run = {name: documents[name] for name in waiting}
        run_pdfs, failed = _run(run, len(pdfs), report)
        pdfs |= run_pdfs
        problem = problem or failed
        missing = [name for name in waiting if name not in run_pdfs]
        waiting = missing[1:] if run_pdfs else []
    return pdfs, problem


def _run(
    documents: Mapping[str, bytes], before: int, report: Callable[[int], None]
) -> tuple[dict[str, bytes], HandbookError | None]:
    """One run of LibreOffice, *before* which some are done already."""
    problem = None
    with tempfile.TemporaryDirectory(prefix="forms-") as work:
        files = {name: Path(work, name.replace("/", "--")) for name in documents}
        for name, path in files.items():
            path.write_bytes(documents[name])
        try:
            to_pdf(tuple(files.values()), Path(work), report=lambda done: report(before + done))
        except HandbookError as error:
            problem = error
        pdfs = {name: path.with_suffix(".pdf") for name, path in files.items()}
        return {name: path.read_bytes() for name, path in pdfs.items() if path.is_file()}, problem


def _key(document: bytes) -> str:
    return digest((_made_with(), document))


@cache
def _made_with() -> bytes:
    """What the look of PDFs and pictures depends on besides the form: when this changes, they are made again."""
    return f"{font_configuration(Path())} {pdf.LOOK}".encode()
