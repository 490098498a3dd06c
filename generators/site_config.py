"""The generated half of the site's configuration: names, menus and the words that the theme and its scripts print."""

from __future__ import annotations

import html
from typing import Any

import yaml

from generators.labels import Labels
from generators.page import FOLDERS
from generators.pages.chapters import Shelf, shelves
from generators.pages.home import examples
from generators.wording.theme import ScriptWords, ThemeWords
from schemas.languages import PREFIX, TAGS
from schemas.library import Library
from schemas.words import LANGUAGES


def site_config(library: Library, lang: str) -> str:
    """The text of `build/mkdocs.<lang>.yml`; everything handed to the theme is HTML already, as themes expect."""
    view = library.view(lang)
    first = library.settings.languages[0]
    config: dict[str, Any] = {
        "INHERIT": "../mkdocs.yml" if lang == first else f"mkdocs.{first}.yml",
        "site_name": html.escape(str(view.settings.title)),
        "docs_dir": FOLDERS.of(lang),
        "site_dir": f".stage/{lang}",
        "theme": {"custom_dir": "../site/overrides", "language": lang},
        "extra": {
            "lang": lang,
            "languages": {
                each: {"at": at, "prefix": PREFIX.of(each), "tag": TAGS.of(each)} for at, each in enumerate(LANGUAGES)
            },
            "other": next((other for other in library.settings.languages if other != lang), ""),
            "words": {**dict(ThemeWords(lang)), **dict(ScriptWords(lang))},
            "examples": [html.escape(ask) for ask in examples(view)],
        },
        "nav": _nav(view),
    }
    if library.settings.base_url:
        config["site_url"] = f"{library.settings.base_url.rstrip('/')}/{PREFIX.of(lang)}"
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**9)


def _nav(view: Library) -> list[Any]:
    labels = Labels(view.lang)
    books: list[Any] = []
    for id_, book in view.handbooks.items():
        seen: set[str] = set()
        inner = [_shelf(view, shelf, seen) for shelf in shelves(view, id_)]
        first = [{html.escape(str(book.file.short)): f"{id_}/index.md"}]
        last = [{labels.registers: f"{id_}/registers.md"}]
        books.append({html.escape(str(book.file.short)): [*first, *filter(None, inner), *last]})
    return [
        {labels.home: "index.md"},
        {labels.ask: "ask.md"},
        {labels.all_forms: "forms.md"},
        {labels.glossary: "glossary.md"},
        *books,
    ]


def _shelf(view: Library, shelf: Shelf, seen: set[str]) -> dict[str, Any] | None:
    """A chapter of the menu; a record that stands in two chapters is listed in the first."""
    listed: list[Any] = []
    for entry in shelf.entries:
        if entry.address not in seen:
            seen.add(entry.address)
            listed.append({html.escape(view.plain(entry.record.title, entry)): f"{entry.address}.md"})
    listed.extend(filter(None, (_shelf(view, inner, seen) for inner in shelf.shelves)))
    return {html.escape(shelf.title): listed} if listed else None
