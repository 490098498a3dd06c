"""What the question box knows besides the answers: the titles of handbooks, and the page and files of every form."""

from __future__ import annotations

import json
from typing import Any

from generators.form import form_paths
from schemas.entry import Entry
from schemas.kinds import KINDS
from schemas.library import Library
from schemas.scalars import Code


def catalogue_script(library: Library) -> str:
    """`assets/catalogue.js`, a script because a page opened as a file may load nothing else.

    `forms` is by address, `codes` gives the address of `handbook/code`; paths are relative to the root of the site.
    `cards` says whether there are emergency cards.
    """
    views: dict[str, Library] = {lang: library.view(lang) for lang in library.settings.languages}
    forms = {entry.address: _form(entry, views) for entry in library.of_kind("forms")}
    codes = {f"{entry.handbook}/{entry.code}": entry.address for entry in library.of_kind("forms") if _has_code(entry)}
    handbooks = {id_: {lang: view.names(id_)[1] for lang, view in views.items()} for id_ in library.handbooks}
    kinds = [name for kind in KINDS.values() for name in (kind.words.zh, kind.words.en)]
    cards = bool(library.of_kind("cards"))
    data = {"handbooks": handbooks, "forms": forms, "codes": codes, "kinds": kinds, "cards": cards}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.Shouce.data.catalogue = {text};\n"


def _has_code(entry: Entry) -> bool:
    return bool(entry.code) and not Code(entry.code).is_placeholder


def _form(entry: Entry, views: dict[str, Library]) -> dict[str, Any]:
    return {
        "code": entry.code,
        "url": entry.url,
        "title": {lang: view.heading(entry.address, "").title for lang, view in views.items()},
        "files": {name: f"forms/{path}" for name, path in form_paths(entry, views).items()},
    }
