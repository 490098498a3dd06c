"""The forms folder of a build: Word files, the PDFs and pictures that LibreOffice can make of them, and bundles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generators.carried import carried, carried_name
from generators.docx.document import VARIANTS, Variant
from generators.form import build_form, form_file_name, form_path
from generators.printing.bundles import bundles, file_names
from generators.printing.convert import Picture, Printed, Printer
from generators.printing.listing import Facts, facts_of, listing
from generators.printing.prints import PrintProgress, Prints, pdf_path, picture_path
from generators.printing.store import Store, digest
from generators.tree import Source, mark_of, read
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.library import Library

_STORE: Final = Path(".cache", "prints")
_SHEETS: Final = Path(".cache", "contact-sheet")
"""Apart from the prints, of which a build forgets what it has no use for."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms folder as it will be.

    Attributes:
        files: everything in it, by path.
        documents: how many Word files there are.
        prints: the PDFs and pictures among the files.
    """

    files: Mapping[str, Source]
    documents: int
    prints: Prints

    @property
    def pdfs(self) -> int:
        """How many of the Word files have a PDF."""
        return sum(pdf_path(path) in self.files for path in self.files if path.endswith(".docx"))

    @property
    def is_printed(self) -> bool:
        """Whether every Word file has its PDF."""
        return self.pdfs == self.documents


def make_forms(library: Library, build: Path, report: PrintProgress = lambda part, done, total: None) -> Forms:
    """Everything that the folder `forms` under *build* is to hold.

    LibreOffice is not started: of the PDFs those are taken that `convert_forms` has made, and without them the Word
    files and the bundles of them are made all the same.

    Args:
        library: any view of the library.
        build: the folder of generated things.
        report: told how far it is.
    """
    printer = printer_of(build, office=False)
    documents, sheets = _documents(library, printer.store, report)
    conversion = printer.pdfs(documents)
    pictures = dict(_pictures(library, printer, conversion.pdfs))
    files: dict[str, Source] = {**documents}
    files.update((pdf_path(document), printed.source) for document, printed in conversion.pdfs.items())
    files.update((path, picture.source) for path, picture in pictures.items())
    files.update(_bundles(library, printer, documents, conversion.pdfs))
    files.update(_carried(library, printer.store, documents))
    files["forms.json"] = listing(library, files.keys(), {(sheet.lang, sheet.address): sheet.facts for sheet in sheets})
    printer.store.forget_unused()
    pdfs = frozenset(path for path in files if path.endswith(".pdf"))
    prints = Prints(pdfs, {path: picture.size for path, picture in pictures.items()})
    return Forms(files, len(documents), prints)


def convert_forms(library: Library, build: Path, report: PrintProgress) -> tuple[int, HandbookError | None]:
    """Have LibreOffice make the PDFs of forms that changed since they were last converted, for `make_forms` to take.

    Args:
        library: any view of the library.
        build: the folder of generated things.
        report: told how far it is.

    Returns:
        How many there are, and why others are missing, when they are.
    """
    printer = printer_of(build)
    documents, _ = _documents(library, printer.store, report)
    conversion = printer.pdfs(documents, lambda done, total: report("prints", done, total))
    return len(conversion.pdfs), conversion.problem


def printer_of(build: Path, *, office: bool = True) -> Printer:
    """The printer that keeps what it made under *build*."""
    return Printer(Store(build / _STORE), is_on=office)


def contact_printer(build: Path) -> Printer:
    """The printer of contact sheets: it takes what builds have printed, and what it makes no build forgets."""
    return Printer(Store(build / _SHEETS, Store(build / _STORE)))


@dataclass(frozen=True, slots=True)
class _Sheets:
    """A form in one language: its Word files by path under the forms folder, and what the list of forms says of it."""

    lang: str
    address: str
    documents: Mapping[str, Source]
    facts: Facts


def _documents(library: Library, store: Store, say: PrintProgress) -> tuple[dict[str, Source], list[_Sheets]]:
    """Every Word file by path, and the forms that they are of."""
    sheets = _sheets(library, store, say)
    return {path: source for sheet in sheets for path, source in sheet.documents.items()}, sheets


def _sheets(library: Library, store: Store, say: PrintProgress) -> list[_Sheets]:
    """Every form in every language."""
    views = [library.view(lang) for lang in library.settings.languages]
    forms = [(view, entry) for view in views for entry in view.of_kind("forms")]
    sheets: list[_Sheets] = []
    for view, entry in forms:
        sheets.append(_sheet(view, entry, store))
        say("forms", len(sheets) * len(VARIANTS), len(forms) * len(VARIANTS))
    return sheets


def _sheet(view: Library, entry: Entry, store: Store) -> _Sheets:
    """A form in the language of *view*: the files of before when all that was read for them is as it was."""
    key, fresh = f"sheets/{entry.address}", dict[Variant, Source]()

    def make() -> bytes:
        for variant in VARIANTS:
            document = build_form(view, entry, variant=variant)
            fresh[variant] = store.put(f"{mark_of(document)}.docx", document)
        names = {variant: f"{mark_of(source)}.docx" for variant, source in fresh.items()}
        return json.dumps({"names": names, "facts": facts_of(view, entry)}).encode()

    sheet = json.loads(view.keeper.of(key, view, make))
    if not fresh:
        sources = {variant: store.find(sheet["names"][variant]) for variant in VARIANTS}
        if None in sources.values():  # somebody emptied the store
            sheet = json.loads(view.keeper.renew(key, view, make))
        fresh.update((variant, source) for variant, source in sources.items() if source is not None)
    documents = {form_path(entry, variant, view.lang): fresh[variant] for variant in VARIANTS}
    return _Sheets(view.lang, entry.address, documents, sheet["facts"])


def _pictures(library: Library, printer: Printer, pdfs: Mapping[str, Printed]) -> Iterator[tuple[str, Picture]]:
    """The pages of the blank forms as pictures, by their path."""
    for lang in library.settings.languages:
        for entry in library.of_kind("forms"):
            document = form_path(entry, "blank", lang)
            if document in pdfs:
                for number, picture in enumerate(printer.pictures(pdfs[document]), 1):
                    yield picture_path(document, number), picture


def _carried(library: Library, store: Store, documents: Mapping[str, Source]) -> Iterator[tuple[str, Source]]:
    """Each fillable Word file as a script, for pages that fill it without a server."""
    for lang in library.settings.languages:
        for entry in library.of_kind("forms"):
            path, name = form_path(entry, "fill", lang), form_file_name(entry, "fill", lang)
            key = digest((name.encode(), mark_of(documents[path]).encode()))
            yield carried_name(path), store.kept(f"{key}.js", partial(_carry, name, documents[path]))


def _carry(name: str, document: Source) -> bytes:
    return carried(name, read(document))


def _bundles(
    library: Library, printer: Printer, documents: Mapping[str, Source], pdfs: Mapping[str, Printed]
) -> Iterator[tuple[str, Source]]:
    """Each bundle as a ZIP of Word files, and as one PDF when all its forms have one."""
    for lang in library.settings.languages:
        for bundle in bundles(library.view(lang)):
            paths = [form_path(form, "blank", lang) for form in bundle.forms]
            names = file_names(bundle.forms, "blank", lang)
            yield bundle.zip, printer.zipped({name: documents[path] for name, path in zip(names, paths, strict=True)})
            if all(path in pdfs for path in paths):
                yield bundle.pdf, printer.joined(tuple(pdfs[path] for path in paths))
