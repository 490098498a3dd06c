"""The words of the interface in both languages: everything on a page that no author wrote.

`{name}` is filled by `Labels.say`. Words inside records come from the records and their catalogue, never from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.wording.filling import FILL_PAGE_WORDS, FILLING_WORDS
from generators.wording.records import RECORD_WORDS
from generators.wording.site import SITE_WORDS

WORDS: Final[Mapping[str, tuple[str, str]]] = RECORD_WORDS | SITE_WORDS | FILL_PAGE_WORDS | FILLING_WORDS
"""Every label: key → (Chinese, English)."""


class Labels:
    """The labels of one language; templates read them as `t.steps`, code as `labels["steps"]`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._index = 0 if lang == "zh" else 1

    def __getitem__(self, key: str) -> str:
        return WORDS[key][self._index]

    def __contains__(self, key: str) -> bool:
        return key in WORDS

    def say(self, key: str, **values: object) -> str:
        """The label *key* with its `{names}` filled."""
        return self[key].format_map(values)
