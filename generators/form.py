"""Forms as files: one form to bytes, or every form of a library to its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from generators.docx.document import Variant, build
from schemas.library import Entry, Library

VARIANTS: Final[tuple[Variant, ...]] = ("fill", "blank")


def build_form(library: Library, entry: Entry, *, variant: Variant) -> bytes:
    """A form as DOCX, in the language of *library*: the same bytes in every process.

    Args:
        library: the view whose language the form is in.
        entry: an entry of *library* (of this view, so that its texts are in its language).
        variant: `fill` with content controls for the screen, `blank` to print and write on.

    Raises:
        TypeError: *entry* is not a form.
    """
    return build(library, entry, variant)


def form_file_name(entry: Entry, variant: Variant, lang: str) -> str:
    """`GT-R-KF-13-key-loan-register.docx`, `…-blank.docx`, `….en.docx` or `…-blank.en.docx`; without a code, the id."""
    code = entry.record.code
    stem = f"{code}-{entry.id}" if code else entry.id
    blank = "-blank" if variant == "blank" else ""
    return f"{stem}{blank}{'' if lang == 'zh' else f'.{lang}'}.docx"


def form_files(library: Library) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every form of *library* in every language and variant: its path under the forms folder, and its bytes."""
    for lang in library.settings.languages:
        view = library.view(lang)
        for entry in view.of_kind("forms"):
            for variant in VARIANTS:
                name = form_file_name(entry, variant, lang)
                yield PurePosixPath(entry.handbook, name), build_form(view, entry, variant=variant)


def write_forms(library: Library, folder: Path) -> tuple[Path, ...]:
    """Write every form under *folder* (`<handbook>/<file>`); a file that would not change is left alone.

    Returns:
        The paths of all files, written or not.
    """
    paths = []
    for name, content in form_files(library):
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        paths.append(path)
    return tuple(paths)
