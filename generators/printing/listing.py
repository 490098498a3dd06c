"""`forms.json`: every form with its files, as `/api/forms` gives them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from generators.docx.printed import printed_fingerprint
from generators.form import form_paths
from generators.printing.prints import pdf_path
from schemas.entry import Entry
from schemas.library import Library

Facts = Mapping[str, Any]
"""What the list says of a form in one language: `code`, `title`, `edition`, `fingerprint` and `printed`."""


def facts_of(view: Library, entry: Entry) -> dict[str, Any]:
    """The facts of a form in the language of *view*; `printed` is the fingerprint on its sheets."""
    record = entry.record
    said = {"code": record.code, "title": record.title, "edition": record.edition}
    return {**said, "fingerprint": entry.fingerprint, "printed": printed_fingerprint(view, entry)}


def listing(library: Library, built: Collection[str], facts: Mapping[tuple[str, str], Facts]) -> bytes:
    """The forms of *library* with their files, and with the PDFs that are among *built*, paths under `forms/`.

    Args:
        library: any view of the library.
        built: what stands in the forms folder, by path.
        facts: those of each form, by language and address.
    """
    forms = [_form(library, entry, built, facts) for entry in library.of_kind("forms")]
    return (json.dumps(forms, ensure_ascii=False, indent=1) + "\n").encode()


def _form(
    library: Library, entry: Entry, built: Collection[str], facts: Mapping[tuple[str, str], Facts]
) -> dict[str, Any]:
    files = form_paths(entry, library.settings.languages)
    pdfs = {name: path for name, file in files.items() if (path := pdf_path(file)) in built}
    by_language = {lang: facts[lang, entry.address] for lang in library.settings.languages}
    first = by_language[library.settings.languages[0]]
    return {
        "handbook": entry.handbook, "id": entry.id, "code": first["code"], "url": entry.url,
        "title": {lang: its_facts["title"] for lang, its_facts in by_language.items()},
        "edition": first["edition"], "fingerprint": first["fingerprint"],
        "printed": {lang: its_facts["printed"] for lang, its_facts in by_language.items()},
        "files": {name: f"forms/{path}" for name, path in files.items()},
        "pdfs": {name: f"forms/{path}" for name, path in pdfs.items()},
    }  # fmt: skip
