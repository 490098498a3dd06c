"""The words of the scripts that a learner works with: `window.Shouce.data.learning = {…}`, for no other page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generators.wording.learning import LearningWords


def learning_words(languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The file of each language, by its path on the site."""
    for lang in languages:
        words = json.dumps(dict(LearningWords(lang)), ensure_ascii=False, separators=(",", ":"))
        yield f"assets/learning.{lang}.js", f"window.Shouce.data.learning = {words};\n".encode()
