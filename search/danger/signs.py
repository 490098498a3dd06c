"""What of a sentence is looked at by words: Chinese characters and pairs, English stems and pairs of them.

Other than in the index no word is left out: `my`, `now` and `他` say more about a danger than most nouns do. The page
does the same in `offline-danger.js`.
"""

from __future__ import annotations

import re
from typing import Final

from search.tokens import RUNS, stem

_RUNS: Final = re.compile(RUNS)
_BREAK: Final = re.compile("[-.']")


def signs(plain: str) -> list[str]:
    """The signs of a sentence that `normalize` has been over, each once, in the order they stand."""
    found: dict[str, None] = {}
    before = ""
    for run in _RUNS.findall(plain):
        if run[0] >= "\u3400":
            found |= dict.fromkeys((*run, *(run[at : at + 2] for at in range(len(run) - 1))))
            before = ""
            continue
        for word in filter(None, _BREAK.split(run)):
            root = stem(word)
            found |= dict.fromkeys((root, f"{before} {root}") if before else (root,))
            before = root
    return list(found)
