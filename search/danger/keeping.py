"""The watch in the files of a generation of the index."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

import numpy as np

from schemas.words import LANGUAGES, ByLanguage
from search.arrays import array_bytes, array_of
from search.danger.meaning import NAMES, SHARED, Meaning
from search.danger.perils import perils_of, perils_to_json
from search.danger.watch import Watch
from search.danger.words import Words

_PERILS: Final = "perils.json"
_WORDS: Final = "danger.json"


def watch_files(watch: Watch) -> dict[str, bytes]:
    """The files of *watch*."""
    words = {lang: watch.words.of(lang).as_json() for lang in LANGUAGES}
    files = {
        _PERILS: perils_to_json(peril.without_sentences() for peril in watch.perils),
        _WORDS: json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    for lang in LANGUAGES if watch.meaning else ():
        meaning = watch.meaning.of(lang) if watch.meaning else None
        # one number of all sentences after the other: they are compared in half the time of one by one
        files |= {_file(lang, name): array_bytes(np.asfortranarray(getattr(meaning, name))) for name in NAMES}
    return files


def read_watch(files: Mapping[str, bytes]) -> Watch:
    """The watch of the files of a generation."""
    words = json.loads(files[_WORDS])
    meaning = None
    if _file(LANGUAGES[0], NAMES[0]) in files:
        arrays = {name: array_of(files[name]) for name in {_file(lang, name) for lang in LANGUAGES for name in NAMES}}
        meaning = ByLanguage(*(Meaning(*(arrays[_file(lang, name)] for name in NAMES)) for lang in LANGUAGES))
    return Watch(perils_of(files[_PERILS]), ByLanguage(*(Words(**words[lang]) for lang in LANGUAGES)), meaning)


def _file(lang: str, name: str) -> str:
    return f"danger-{name}.npy" if name in SHARED else f"danger-{lang}-{name}.npy"
