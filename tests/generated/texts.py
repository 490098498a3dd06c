"""Texts of anything that Unicode has, as people might paste it: what a handbook takes, and a little of what not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from schemas.guard import guard_invisible
from tests.hostile_texts import KINDS

WORDS: Final = (
    "登记", "客人的电话", "三号楼 2 单元", "前台", "30 分钟内答复", "120 元", "先问清楚，再记下来。", "夜里没有人",
    "“钥匙”",
    "a key", "Call the lift company", "24 h", "№ 7", "①②③", "½", "℃", "（示例）", "——", "……", "A/0", "100%", "3—5 天",
)  # fmt: skip
LINK: Final = "[[link]]"
"""Stands for a link to something of the library."""
VALUE: Final = "{project.value}"
"""Stands for a value of the project."""
_MARKUP: Final = (
    "<b>x</b>", "<script>alert(1)</script>", "&amp;", "&#x0;", "]]>", "<!-- -->", "**x**", "__y__", "# z", "| a | b |",
    "`code`", "~~~", "![x](y)", "[x](javascript:alert(1))", "{{ x }}", "{% if %}", "{# #}", "$x^2$",
    "\\n", "\\", "%s", "${x}",
    "- [ ] x", "1. y", "> z", "---", ":::", "!!! note", "=== a", "<https://x.cn>", "^1^", "==m==", "++i++", "{: .x}",
    "*[A]: b",
    "@import", "'", '"', "''", "&", "*", "!", "%", "|", ">", "?", "-", ":", "a: b", "#x", "~", "null", "true",
    "no", "010", "1e5",
    "constructor", "__proto__", "</script>", "\t", " x ", "x\ny", "x\n\ny", "　", "\u00a0", "\u2009", "·", "・",
)  # fmt: skip
_ASTRAL: Final = ("😀", "👨‍👩‍👧", "🇨🇳", "𠮷", "𪚥", "𝒳", "𐎀", "🏳️‍🌈", "𰻝", "👍🏽", "①\ufe0f", "❤️")
_SCRIPTS: Final = (
    "שלום", "مرحبا", "नमस्ते", "สวัสดี", "한국어", "ひらがな", "Здравствуйте", "ελληνικά", "ᠮᠣᠩᠭᠣᠯ",
    "བོད་", "ئۇيغۇرچە", "體國學", "İstanbul", "ﬀ",
    "ﷺ", "Ⅷ", "㎡", "㏒", "ǆ", "ß", "e\u0301", "a" + "\u0300\u0323" * 5, "か\u3099",
    "\ue000", "\U000f0000", "͏", "ｱ", "Ａ１",
)  # fmt: skip
_REFUSED: Final = ("\u200b", "\ufeff", "\x07", "\x0c", "\x85", "\u2028", "\u202e", "\ufffe", "\x00", "\U0001ffff")


def piece(random: Random) -> str:
    """A few signs of one sort."""
    return random.choice(_SORTS)(random)


def text(random: Random, *, tame: float = 0.6, refused: float = 0.0) -> str:
    """A text: of ordinary words with the probability *tame*, and with a sign that is refused with that of *refused*."""
    if random.random() < refused:
        return _around(random, random.choice(_REFUSED))
    if random.random() < tame:
        return "".join(random.choice(WORDS) for _ in range(random.choice((1, 1, 2, 5))))
    made = _taken("".join(piece(random) for _ in range(random.choice((1, 1, 2, 3)))))
    return made if made.strip() else _around(random, made)


def _taken(made: str) -> str:
    """*made* without the signs that a handbook refuses, and without a half of a pair."""
    return "".join(
        sign for sign in made if not (guard_invisible(sign, "") or "\ud800" <= sign < "\ue000" or sign in "\t\r")
    )


def _around(random: Random, middle: str) -> str:
    return f"{random.choice(WORDS)}{middle}{random.choice(WORDS)}"


def _any_character(random: Random) -> str:
    """Characters of all of Unicode but halves of pairs and signs that no text has."""
    chosen = (random.choice((random.randrange(32, 0x3000), random.randrange(32, 0x10FFFF))) for _ in range(5))
    return "".join(chr(sign) for sign in chosen if not (0x7F <= sign < 0xA0 or 0xD800 <= sign < 0xE000))


def _hostile(random: Random) -> str:
    kinds: Mapping[str, Callable[[int], str]] = KINDS
    return kinds[random.choice(list(kinds))](random.choice((3, 30, 200)))


_SORTS: Final[tuple[Callable[[Random], str], ...]] = (
    lambda random: random.choice(WORDS),
    lambda random: random.choice(_MARKUP),
    lambda random: random.choice(_ASTRAL),
    lambda random: random.choice(_SCRIPTS),
    lambda random: LINK,
    lambda random: VALUE,
    lambda random: random.choice(("长", "x", "Long words ", "1")) * random.choice((40, 260, 2500)),
    _any_character,
    _hostile,
)
