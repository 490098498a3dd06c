"""A question as search understands it: its language, its tokens, the code it names and the fact it asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from schemas.limits import LONGEST_QUESTION
from search.lexical import LexicalIndex
from search.normalize import has_cjk, normalize
from search.pinyin import read_pinyin
from search.spelling import nearest
from search.tokens import has_word, tokenize_normalized

Fact = Literal["", "within", "by", "forms"]

FACTS: Final[Mapping[Fact, str]] = MappingProxyType(
    {
        "within": (
            "多久|多长时间|多少天|几天|几个?小时|几分钟|几个?工作日|几点|多快|什么时候|何时|时限|期限"
            "|how (?:long|soon|fast|quick(?:ly)?|often)|how many (?:minutes|hours|days|working days|weeks)"
            "|deadline|time limit|by when|^when |, when "
        ),
        "forms": (
            "(?:哪|什么|啥)一?[张个种份]?(?:表|单|登记|通知)|填什么"
            "|(?:which|what) (?:form|register|sheet|log|notice|slip)"
        ),
        "by": "谁|哪个(?:部门|岗位|人)|哪位|归哪|\\bwho\\b|\\bwhom\\b|which (?:department|role|team|person)",
    }
)
"""How a question asks for a time, a form or a person, in normalised text; the first that fits counts."""

_FACTS: Final = {fact: re.compile(pattern) for fact, pattern in FACTS.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that has been read.

    Attributes:
        text: in the spelling that is indexed: one in traditional characters is the same question.
        lang: `zh` or `en`, by script; pinyin is Chinese, and so is a code alone.
        latin: whether English rows of the index take part.
        pinyin: whether it was read as pinyin, which no encoder understands.
        tokens: what is looked up, without repetition: corrected words and pinyin included.
        wants: the fact it asks for, as an answer's key; empty when it asks for none of them.
    """

    text: str
    lang: str
    latin: bool
    pinyin: bool
    tokens: tuple[str, ...]
    wants: Fact


def read_question(text: str, lexical: LexicalIndex) -> Question:
    """Read *text* with the vocabulary of *lexical*."""
    plain = normalize(text, LONGEST_QUESTION)
    latin = not has_cjk(plain)
    syllables = read_pinyin(plain, lexical.knows)
    tokens = [_corrected(token, lexical) for token in tokenize_normalized(plain)]
    return Question(
        text=plain,
        lang="en" if latin and not syllables and has_word(plain) else "zh",
        latin=latin,
        pinyin=bool(syllables),
        tokens=tuple(dict.fromkeys([*syllables, *tokens])),
        wants=next((fact for fact, pattern in _FACTS.items() if pattern.search(plain)), ""),
    )


def _corrected(token: str, lexical: LexicalIndex) -> str:
    if not (token.isascii() and token.isalpha()) or lexical.knows(token):
        return token
    return nearest(token, lexical.words_with(token[0])) or token
