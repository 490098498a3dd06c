"""The languages of the product: what each is called, and where what is made in it stands."""

from __future__ import annotations

from typing import Final

from schemas.words import Bilingual, ByLanguage

NAMES: Final = ByLanguage(Bilingual("中文", "Chinese"), Bilingual("英文", "English"))
"""What a language is called."""

TAGS: Final = ByLanguage("zh-CN", "en-GB")
"""The language as pages and Word files state it (BCP 47)."""

PREFIX: Final = ByLanguage("", "en/")
"""Where the pages of a language stand under the root of the site: Chinese at the top."""

SUFFIX: Final = ByLanguage("", ".en")
"""How the names of files in a language end, before the kind of file."""
