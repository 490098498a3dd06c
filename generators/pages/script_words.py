"""Words of scripts that not every page needs: `window.Shouce.data.<name> = {…}`, loaded by those that do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generators.wording.answers import AnswerWords
from generators.wording.learning import LearningWords
from generators.wording.owner import OwnerWords
from generators.wording.roles import RoleWords
from schemas.words import Words

_WORDS: Final[Mapping[str, type[Words]]] = {
    "answers": AnswerWords,
    "learning": LearningWords,
    "owner": OwnerWords,
    "role": RoleWords,
}


def script_words(languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The file of each set of words and each language, by its path on the site."""
    for lang in languages:
        for name, words in _WORDS.items():
            said = json.dumps(dict(words(lang)), ensure_ascii=False, separators=(",", ":"))
            yield f"assets/{name}.{lang}.js", f"window.Shouce.data.{name} = {said};\n".encode()
