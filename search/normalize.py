"""One spelling for text and question: NFKC, lower case, simplified characters.

Characters are simplified one at a time with OpenCC's own table and never by phrase: the site's question box does the
same from a small copy of that table, and both must give the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from schemas.limits import LONGEST_PASSAGE
from schemas.plain_text import normal

_INVISIBLE: Final = {0x200B: None, 0x200C: None, 0x200D: None, 0xFEFF: None}
_CJK: Final = re.compile(r"[\u3400-\u9fff]")


@cache
def simplified_characters() -> Mapping[str, str]:
    """Every traditional character that has another simplified form, from `opencc` (first choice of its table)."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if line.strip())
    return {old: new.split(" ")[0] for old, new in pairs if len(old) == 1 and new.split(" ")[0] != old}


@cache
def _translation() -> Mapping[int, str | None]:
    return {**_INVISIBLE, **{ord(old): new for old, new in simplified_characters().items()}}


def normalize(text: str, most: int = LONGEST_PASSAGE) -> str:
    """*text* in the spelling that is indexed: full-width forms folded, lower case, simplified characters.

    Args:
        text: a text or a question.
        most: how many characters of it are read, and how many are given.
    """
    return normal(text, "NFKC", most).lower().translate(_translation())


def has_cjk(text: str) -> bool:
    """Whether *text* has a Chinese character."""
    return _CJK.search(text) is not None
