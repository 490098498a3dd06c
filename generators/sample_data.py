"""Sample data on forms: values of a project that the handbook calls examples, and that nobody should be handed."""

from __future__ import annotations

import re
from typing import Final

from schemas.entry import Entry
from schemas.form import Form
from schemas.library import Library

_VALUE: Final = re.compile(r"\{project\.([\w-]+)\}")
_PRINTED: Final = {"title", "blocks"}
"""The parts of a form that stand on its sheets."""


def sample_values(library: Library, entry: Entry) -> dict[str, str]:
    """The sample values that the sheets of a form print, by name, in the language of *library*.

    Raises:
        TypeError: *entry* is not a form.
    """
    form = entry.record
    if not isinstance(form, Form):
        raise TypeError(f"{entry.address} is not a form")
    if not library.is_sample(entry.handbook):
        return {}
    names = dict.fromkeys(_VALUE.findall(form.model_dump_json(include=_PRINTED)))
    return {name: library.project_value(name, entry.handbook) for name in names}
