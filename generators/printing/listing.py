"""`forms.json`: every form with its files, as `/api/forms` gives them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from generators.form import form_paths
from generators.printing.prints import pdf_path
from schemas.library import Entry, Library


def listing(library: Library, built: Collection[str], printed: Mapping[tuple[str, str], str]) -> bytes:
    """The forms of *library* with their files, and with the PDFs that are among *built*, paths under `forms/`.

    Args:
        library: any view of the library.
        built: what stands in the forms folder, by path.
        printed: the fingerprint on the sheets of a form, by language and address.
    """
    forms = [_form(library, entry, built, printed) for entry in library.of_kind("forms")]
    return (json.dumps(forms, ensure_ascii=False, indent=1) + "\n").encode()


def _form(
    library: Library, entry: Entry, built: Collection[str], printed: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    files = form_paths(entry, library.settings.languages)
    pdfs = {name: path for name, file in files.items() if (path := pdf_path(file)) in built}
    views = {lang: library.view(lang) for lang in library.settings.languages}
    return {
        "handbook": entry.handbook, "id": entry.id, "code": entry.record.code, "url": entry.url,
        "title": {lang: view.entries[entry.address].record.title for lang, view in views.items()},
        "edition": entry.record.edition, "fingerprint": entry.fingerprint,
        "printed": {lang: printed[lang, entry.address] for lang in views},
        "files": {name: f"forms/{path}" for name, path in files.items()},
        "pdfs": {name: f"forms/{path}" for name, path in pdfs.items()},
    }  # fmt: skip
