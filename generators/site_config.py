"""The generated half of the site's configuration: names and the words that the theme and its scripts print."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any, Final

import yaml

from generators.assets import Assets
from generators.pages.home import examples
from generators.site_source import base_config, overrides_folder, seen_from_build
from generators.wording.theme import ScriptWords, ThemeWords
from schemas.languages import PREFIX, TAGS
from schemas.library import Library
from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES, ByLanguage

SOCIAL_CARD: Final = "assets/social-card.png"
"""The picture that a chat shows beside a link; it takes a whole address, so there is one only where that is known."""
FOLDERS: Final = ByLanguage("docs", "docs-en")
"""Where the sources of each language's frames are put under `build/`."""


def site_config(root: Path, library: Library, lang: str, assets: Assets) -> str:
    """The text of `build/mkdocs.<lang>.yml`; all that is handed to the theme is HTML already, as themes expect."""
    view = library.view(lang)
    first = library.settings.languages[0]
    config: dict[str, Any] = {
        "INHERIT": seen_from_build(root, base_config(root)) if lang == first else f"mkdocs.{first}.yml",
        "site_name": html.escape(str(view.settings.title)),
        "docs_dir": FOLDERS.of(lang),
        "site_dir": f".stage/{lang}",
        "theme": {"custom_dir": seen_from_build(root, overrides_folder(root)), "language": lang},
        "extra": {
            "lang": lang,
            "languages": {
                each: {"at": at, "prefix": PREFIX.of(each), "tag": TAGS.of(each)} for at, each in enumerate(LANGUAGES)
            },
            "other": next((other for other in library.settings.languages if other != lang), ""),
            "words": {**dict(ThemeWords(lang)), **dict(ScriptWords(lang))},
            "has_cards": bool(view.of_kind("cards")),
            "has_roles": bool(view.of_kind("roles")),
            "longest_question": LONGEST_QUESTION,
            "assets": dict(assets.names),
            "examples": [html.escape(ask) for ask in examples(view)],
        },
    }
    if library.settings.base_url:
        config["site_url"] = f"{library.settings.base_url.rstrip('/')}/{PREFIX.of(lang)}"
        config["extra"]["social_card"] = f"{library.settings.base_url.rstrip('/')}/{SOCIAL_CARD}"
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**9)
