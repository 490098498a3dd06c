"""What `schemas/personal_words.py` knows of Chinese words and names: `python -m tests.schemas.name_table` writes it.

Words are what jieba counts (MIT), and what it takes for names or does not know: `ordinary-words.txt`.
They are in rows by how frequent they are (natural logarithm of their share, to a half); so are the characters in the
middle of a name of three, and at the end of one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from schemas.personal_characters import SURNAMES

TABLE: Final = Path(__file__).parents[2] / "schemas" / "personal_words.txt"
_HAN: Final = re.compile("[\u4e00-\u9fa5]+")
_HEAD: Final = (
    "# How often words are, and characters in names: from jieba, Copyright (c) 2013 Sun Junyi, MIT licence.\n"
)
_OFTEN: Final = 10
_LONGEST: Final = 4
_NAMES: Final = frozenset({"nr", "nrt", "nrfg"})
_SELDOM: Final = 3e-5
_IN_A_NAME: Final = 3
"""A character that stands in fewer names is in none as a rule."""


_ORDINARY: Final = Path(__file__).parents[1] / "data" / "personal" / "ordinary-words.txt"
"""What jieba takes for names, or has no word for, and is an ordinary word at a desk."""


def table() -> str:
    """The file, whole."""
    import jieba

    lines = (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines()
    rows = [(word, int(count), kind) for word, count, kind in (line.split(" ") for line in lines)]
    total = sum(count for _, count, _ in rows)
    words = {
        word: count / total
        for word, count, kind in rows
        if _HAN.fullmatch(word) and len(word) <= _LONGEST and (len(word) == 1 or count >= _OFTEN) and kind not in _NAMES
    }
    words |= {word: max(words.get(word, 0), _SELDOM) for word in _ORDINARY.read_text("utf-8").split() if len(word) > 1}
    full = [word for word, _, kind in rows if kind in _NAMES and len(word) == 3 and word[0] in SURNAMES]
    parts = {
        "middle": Counter(name[1] for name in full),
        "last": Counter(name[2] for name in full),
    }
    sections = {"words": words} | {name: _shares(counts) for name, counts in parts.items()}
    return _HEAD + "".join(f"[{name}]\n{_in_rows(shares)}" for name, shares in sections.items())


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    often = {
        character: count for character, count in counts.items() if count >= _IN_A_NAME and _HAN.fullmatch(character)
    }
    total = sum(often.values())
    return {character: count / total for character, count in often.items()}


def _in_rows(shares: Mapping[str, float]) -> str:
    rows = defaultdict[float, list[str]](list)
    for word, share in shares.items():
        rows[round(2 * math.log(share)) / 2].append(word)
    return "".join(f"{score:g} {' '.join(sorted(rows[score]))}\n" for score in sorted(rows, reverse=True))


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
