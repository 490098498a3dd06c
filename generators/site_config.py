"""The generated half of the site's configuration: names, menus and the words that the theme and its scripts print."""

from __future__ import annotations

import html
from typing import Any, Final

import yaml

from generators.labels import Labels
from generators.page import FOLDERS
from generators.pages.chapters import Shelf, shelves
from generators.pages.home import examples
from schemas.languages import PREFIX, TAGS
from schemas.library import Library
from schemas.words import LANGUAGES

_THEME_WORDS: Final = (
    "ask", "ask_placeholder", "ask_title", "ask_examples", "ask_tip", "home", "all_forms", "glossary",
    "handbooks", "menu", "full_text", "scheme", "other_language", "other_short", "footer", "close", "checklist",
    "checklist_stop", "checklist_note", "checklist_reset", "checklist_done", "tick_step", "play_all",
    "play_back", "play_again", "mark_done", "flow_open", "flow_close", "flow_zoom", "filter_count",
    "answer_from", "answer_none", "answer_none_more", "answer_none_logged", "lost", "answer_blank",
    "answer_blank_more", "answer_unsure", "answer_others", "answer_near", "answer_open", "answer_print",
    "answer_fill", "answer_say", "answer_lexical", "answer_offline", "answer_waiting", "answer_failed",
    "answer_page", "draft", "approved", "withdrawn", "edition_value", "source_effective",
)  # fmt: skip


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
            "words": _words(lang),
            "examples": [html.escape(ask) for ask in examples(view)],
        },
        "nav": _nav(view),
    }
    if library.settings.base_url:
        config["site_url"] = f"{library.settings.base_url.rstrip('/')}/{PREFIX.of(lang)}"
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**9)


def _words(lang: str) -> dict[str, str]:
    labels = Labels(lang)
    return {key: labels[key] for key in _THEME_WORDS}


def _nav(view: Library) -> list[Any]:
    labels = Labels(view.lang)
    books: list[Any] = []
    for id_, book in view.handbooks.items():
        seen: set[str] = set()
        inner = [_shelf(view, shelf, seen) for shelf in shelves(view, id_)]
        first = [{html.escape(str(book.file.short)): f"{id_}/index.md"}]
        last = [{labels["registers"]: f"{id_}/registers.md"}]
        books.append({html.escape(str(book.file.short)): [*first, *filter(None, inner), *last]})
    pages = [("home", "index.md"), ("ask", "ask.md"), ("all_forms", "forms.md"), ("glossary", "glossary.md")]
    return [{labels[key]: path} for key, path in pages] + books


def _shelf(view: Library, shelf: Shelf, seen: set[str]) -> dict[str, Any] | None:
    """A chapter of the menu; a record that stands in two chapters is listed in the first."""
    listed: list[Any] = []
    for entry in shelf.entries:
        if entry.address not in seen:
            seen.add(entry.address)
            listed.append({html.escape(view.plain(entry.record.title, entry)): f"{entry.address}.md"})
    listed.extend(filter(None, (_shelf(view, inner, seen) for inner in shelf.shelves)))
    return {html.escape(shelf.title): listed} if listed else None
