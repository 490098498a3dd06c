"""The forms folder of a build: Word files, the PDFs and pictures that LibreOffice can make of them, and bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from generators.carried import carried, carried_name
from generators.docx.document import VARIANTS
from generators.form import form_file_name, form_files, form_path
from generators.printing.bundles import bundles, file_names
from generators.printing.convert import Printed, Printer
from generators.printing.listing import listing
from generators.printing.prints import pdf_path, picture_path
from generators.printing.store import Store
from generators.writer import Written, write_tree
from schemas.findings import HandbookError
from schemas.library import Library

PrintProgress = Callable[[Literal["forms", "prints"], int, int], None]
"""Told what is being made, how many of them are done, and how many there are."""

_STORE: Final = Path(".cache", "prints")


@dataclass(frozen=True, slots=True)
class FormsBuild:
    """How many Word files and PDFs there are, what was written, and why PDFs are missing, when they are."""

    documents: int
    pdfs: int
    written: Written
    problem: HandbookError | None


def build_forms(
    library: Library, build: Path, report: PrintProgress | None = None, *, office: bool = True
) -> FormsBuild:
    """Bring the folder `forms` under *build* up to date.

    Without LibreOffice, or when it fails, the Word files and the bundles of them are made all the same: that is the
    `problem` of what is returned, and no error. Only forms that changed since they were last converted are converted.

    Args:
        library: any view of the library.
        build: the folder of generated things.
        report: told how far it is.
        office: whether LibreOffice may be started; otherwise only PDFs that were made before are taken.
    """
    say = report or (lambda part, done, total: None)
    documents: dict[str, bytes] = {}
    total = len(library.of_kind("forms")) * len(VARIANTS) * len(library.settings.languages)
    for path, content in form_files(library):
        documents[str(path)] = content
        say("forms", len(documents), total)
    printer = printer_of(build, office=office)
    conversion = printer.pdfs(documents, (lambda done, all_: say("prints", done, all_)) if office else _unheard)
    files = {**documents, **dict(_prints(library, printer, dict(conversion.pdfs)))}
    files.update(_bundles(library, printer, documents, dict(conversion.pdfs)))
    files.update(_carried(library, documents))
    files["forms.json"] = listing(library, files.keys())
    printer.store.forget_unused()
    return FormsBuild(len(documents), len(conversion.pdfs), write_tree(build / "forms", files), conversion.problem)


def printer_of(build: Path, *, office: bool = True) -> Printer:
    """The printer that keeps what it made under *build*."""
    return Printer(Store(build / _STORE), is_on=office)


def _unheard(done: int, total: int) -> None:
    """Told where nobody waits."""


def _prints(library: Library, printer: Printer, pdfs: dict[str, Printed]) -> Iterator[tuple[str, bytes]]:
    """The PDF of every Word file, and the pages of the blank ones as pictures."""
    for document, printed in pdfs.items():
        yield pdf_path(document), printed.content
    for lang in library.settings.languages:
        for entry in library.of_kind("forms"):
            document = form_path(entry, "blank", lang)
            if document in pdfs:
                for number, picture in enumerate(printer.pictures(pdfs[document]), 1):
                    yield picture_path(document, number), picture


def _carried(library: Library, documents: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each fillable Word file as a script, for pages that fill it without a server."""
    for lang in library.settings.languages:
        for entry in library.of_kind("forms"):
            document = form_path(entry, "fill", lang)
            yield carried_name(document), carried(form_file_name(entry, "fill", lang), documents[document])


def _bundles(
    library: Library, printer: Printer, documents: dict[str, bytes], pdfs: dict[str, Printed]
) -> Iterator[tuple[str, bytes]]:
    """Each bundle as a ZIP of Word files, and as one PDF when all its forms have one."""
    for lang in library.settings.languages:
        for bundle in bundles(library.view(lang)):
            paths = [form_path(form, "blank", lang) for form in bundle.forms]
            names = file_names(bundle.forms, "blank", lang)
            yield bundle.zip, printer.zipped({name: documents[path] for name, path in zip(names, paths, strict=True)})
            if all(path in pdfs for path in paths):
                yield bundle.pdf, printer.joined(tuple(pdfs[path] for path in paths))
