"""A question as search understands it: its language, its tokens, the code it names and the fact it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from schemas.limits import LONGEST_QUESTION
from search.dialect import in_standard_words
from search.lexical import LexicalIndex
from search.normalize import has_cjk, normalize
from search.pinyin import read_pinyin
from search.sentences import asking_part
from search.slips import without_slips
from search.spelling import SURE, nearest
from search.tokens import ENGLISH_STOP, has_word, stem, tokenize_normalized

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

_CHINESE: Final = re.compile("[\u3400-\u9fff]+")
_WORD: Final = re.compile("[a-z0-9-]+(?:[.][a-z0-9-]+)*")
_FACTS: Final = {fact: re.compile(pattern) for fact, pattern in FACTS.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that has been read.

    Attributes:
        typed: as it was typed, in the spelling that is indexed: one in traditional characters is the same question.
        text: what is meant by it, for the encoder: its slips put right.
        lang: `zh` or `en`, by script; pinyin is Chinese, and so is a code alone.
        tokens: what is looked up, without repetition: of what is meant, and of what was put right for it.
        wants: the fact it asks for, as an answer's key; empty when it asks for none of them.
    """

    typed: str
    text: str
    lang: str
    tokens: tuple[str, ...]
    wants: Fact


def read_question(text: str, lexical: LexicalIndex) -> Question:
    """Read *text* with the vocabulary of *lexical*."""
    typed = normalize(text, LONGEST_QUESTION)
    asked = asking_part(in_standard_words(typed))
    chinese = read_pinyin(asked, lexical)
    meant = _put_right(chinese, lexical)
    return Question(
        typed=typed,
        text=meant,
        lang="en" if has_word(meant) and not has_cjk(meant) else "zh",
        tokens=tuple(_looked_up(meant, chinese, lexical)),
        wants=next((fact for fact, pattern in _FACTS.items() if pattern.search(meant)), ""),
    )


def _put_right(text: str, lexical: LexicalIndex) -> str:
    """*text* with its slips put right, in Chinese and in English."""
    runs = {run: without_slips(run, lexical.frequencies) for run in dict.fromkeys(_CHINESE.findall(text))}
    chinese = _CHINESE.sub(lambda match: runs[match.group()], text)
    words = {word: _corrected(word, lexical) for word in dict.fromkeys(_WORD.findall(chinese))}
    return _WORD.sub(lambda match: words[match.group()], chinese)


def _corrected(word: str, lexical: LexicalIndex) -> str:
    """*word*, or the word of the index that was meant, with the ending that was typed."""
    root = stem(word)
    if not word.isalpha() or word in ENGLISH_STOP or lexical.knows(root):
        return word
    meant = nearest(root, lexical.words_with(root[0]), lexical.frequencies, SURE * lexical.rows)
    return meant + word[len(root) :] if meant else word


def _looked_up(meant: str, before: str, lexical: LexicalIndex) -> Iterable[str]:
    """The tokens of what is meant, then those of what it was *before* slips were put right that the index has."""
    as_typed = (token for token in tokenize_normalized(before) if lexical.knows(token))
    return dict.fromkeys([*tokenize_normalized(meant), *as_typed])
