"""Forms that are printed together: all those of a handbook, of a procedure, of a role."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.docx.document import Variant
from generators.form import form_file_name, print_stem, variant_suffix
from schemas.entry import Entry
from schemas.forms_used import KINDS_WITH_FORMS, forms_of
from schemas.library import Library

_FEWEST: Final = 2
_TOGETHER: Final = tuple(kind for kind in KINDS_WITH_FORMS if kind != "forms")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Blank forms for one purpose, in one language; `path` is under the forms folder and has no ending."""

    path: str
    forms: tuple[Entry, ...]

    @property
    def zip(self) -> str:
        """The path of the ZIP of the Word files."""
        return f"{self.path}.zip"

    @property
    def pdf(self) -> str:
        """The path of the one PDF to print."""
        return f"{self.path}.pdf"


def bundles(view: Library) -> list[Bundle]:
    """Every bundle of the library, in the language of *view*."""

    def make() -> bytes:
        return json.dumps(
            [(bundle.path, [form.address for form in bundle.forms]) for bundle in _bundles(view)]
        ).encode()

    listed = json.loads(view.keeper.of("bundles", view, make))
    return [Bundle(path, tuple(view.entries[form] for form in forms)) for path, forms in listed]


def _bundles(view: Library) -> Iterator[Bundle]:
    candidates = [handbook_bundle(view, handbook) for handbook in view.handbooks]
    candidates += [record_bundle(view, entry) for kind in _TOGETHER for entry in view.of_kind(kind)]
    return (bundle for bundle in candidates if bundle is not None)


def handbook_bundle(view: Library, handbook: str) -> Bundle | None:
    """All forms of a handbook; None when they are fewer than two."""
    path = f"{handbook}/bundles/{handbook}{variant_suffix('blank', view.lang)}"
    return _bundle(path, view.of_kind("forms", handbook))


def record_bundle(view: Library, entry: Entry) -> Bundle | None:
    """The forms that go with a record; None when they are fewer than two."""
    path = f"{entry.handbook}/bundles/{entry.kind}/{print_stem(entry, 'blank', view.lang)}"
    return _bundle(path, forms_of(view, entry))


def file_names(forms: Sequence[Entry], variant: Variant, lang: str) -> tuple[str, ...]:
    """What *forms* are called side by side; those of two handbooks that share a name are told apart by its folder."""
    names = [form_file_name(form, variant, lang) for form in forms]
    count = Counter(names)
    return tuple(
        name if count[name] == 1 else f"{form.handbook}/{name}" for form, name in zip(forms, names, strict=True)
    )


def _bundle(path: str, forms: tuple[Entry, ...]) -> Bundle | None:
    return Bundle(path, forms) if len(forms) >= _FEWEST else None
