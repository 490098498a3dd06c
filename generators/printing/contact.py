"""The rows of a contact sheet: every form with its variants in its languages, as printed, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx.document import VARIANTS, ByVariant, Variant
from generators.form import build_form, form_path
from generators.printing.convert import Printer
from generators.printing.marks import Mark, marks
from generators.printing.pdf import page_count
from schemas.languages import NAMES
from schemas.library import Entry, Library
from schemas.progress import Progress
from schemas.words import Bilingual

_VARIANTS: Final = ByVariant(fill=Bilingual("填写", "fill"), blank=Bilingual("空白", "blank"))
_REMARK: Final = Bilingual("{copy}：{mark}", "{copy}: {mark}")


@dataclass(frozen=True, slots=True)
class Copy:
    """A form in one variant and one language, as PDF."""

    variant: Variant
    lang: str
    pdf: bytes
    pages: int
    marks: tuple[Mark, ...]

    def title(self, lang: str) -> str:
        """`填写 · 中文`."""
        return f"{_VARIANTS[self.variant].say(lang)} · {NAMES.of(self.lang).say(lang)}"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A form with all its copies."""

    code: str
    title: Bilingual
    copies: tuple[Copy, ...]

    def remarks(self, lang: str) -> Iterator[str]:
        """The marks of all copies in words: `空白 · 英文：第 2 页几乎是空的`."""
        for copy in self.copies:
            yield from (_REMARK.say(lang, copy=copy.title(lang), mark=mark.say(lang)) for mark in copy.marks)


def rows(library: Library, forms: Sequence[Entry], printer: Printer, report: Progress) -> tuple[ContactRow, ...]:
    """A row for each of *forms*.

    Raises:
        HandbookError: LibreOffice is missing or failed.
    """
    languages = library.settings.languages
    documents: dict[str, bytes] = {}
    for lang in languages:
        view = library.view(lang)
        for form in forms:
            entry = view.entries[form.address]
            for variant in VARIANTS:
                documents[form_path(entry, variant, lang)] = build_form(view, entry, variant=variant)
    done = printer.pdfs(documents, report)
    if done.problem is not None:
        raise done.problem
    pdfs = {name: printed.content for name, printed in done.pdfs.items()}
    return tuple(_row(library, form, documents, pdfs) for form in forms)


def _row(library: Library, form: Entry, documents: dict[str, bytes], pdfs: dict[str, bytes]) -> ContactRow:
    languages = library.settings.languages
    copies: list[Copy] = []
    for lang in languages:
        names = {variant: form_path(form, variant, lang) for variant in VARIANTS}
        counts = {variant: page_count(pdfs[name]) for variant, name in names.items()}
        for variant, name in names.items():
            seen = tuple(marks(documents[name], pdfs[name]))
            if variant == VARIANTS[-1] and len(set(counts.values())) > 1:
                seen += (Mark("pages", " / ".join(str(count) for count in counts.values())),)
            copies.append(Copy(variant, lang, pdfs[name], counts[variant], seen))
    return ContactRow(str(form.record.code or form.id), library.titles(form.address), tuple(copies))
