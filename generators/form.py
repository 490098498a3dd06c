"""Forms as files: one form to bytes, or every form of a library by its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generators.docx.document import VARIANTS, Variant
from generators.docx.file import build
from schemas.entry import Entry
from schemas.languages import SUFFIX
from schemas.library import Library


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
    return f"{print_stem(entry, variant, lang)}.docx"


def print_stem(entry: Entry, variant: Variant, lang: str) -> str:
    """What the files printed for a record are called, without their ending: code, id, variant and language."""
    return f"{f'{entry.code}-' if entry.code else ''}{entry.id}{variant_suffix(variant, lang)}"


def variant_suffix(variant: Variant, lang: str) -> str:
    """`-blank.en`: how the names of files of a variant and a language end, before the kind of file."""
    return f"{'-blank' if variant == 'blank' else ''}{SUFFIX.of(lang)}"


def form_path(entry: Entry, variant: Variant, lang: str) -> str:
    """Where the Word file of a form stands under the forms folder: in the folder of its handbook."""
    return f"{entry.handbook}/{form_file_name(entry, variant, lang)}"


def form_paths(entry: Entry, languages: Iterable[str]) -> dict[str, str]:
    """The paths of all Word files of a form, by `fill-zh`, `blank-zh` and so on."""
    return {f"{variant}-{lang}": form_path(entry, variant, lang) for lang in languages for variant in VARIANTS}


def form_files(library: Library) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every form of *library* in every language and variant: its path under the forms folder, and its bytes."""
    for lang in library.settings.languages:
        view = library.view(lang)
        for entry in view.of_kind("forms"):
            for variant in VARIANTS:
                yield PurePosixPath(form_path(entry, variant, lang)), build_form(view, entry, variant=variant)
