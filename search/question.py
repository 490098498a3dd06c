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

Fact = Literal["", "call", "people", "copies", "cost", "within", "forms", "by"]

FACTS: Final[Mapping[Fact, str]] = MappingProxyType(
    {
        "call": (
            "(?:打|拨)(?:给)?(?:哪一?个|什么|啥|几)(?:号|电话|热线|分机)|打几号"
            "|(?:电话|号码|热线|分机)(?:号码?)?(?:是|要打)?(?:多少|几号|哪一?个|什么)|哪一?个(?:电话|号码|热线|分机)"
            "|(?:which|what)(?:'s| is| are)?(?: the| our)?(?: (?:phone|telephone|hotline|emergency|contact|mobile))?"
            " (?:number|extension|hotline)s?\\b"
            "|phone numbers? (?:of|for) the|number (?:to|do i|should i|must i|do we) (?:call|ring|dial)"
        ),
        "people": (
            "(?:^|[^好这那哪十百])几(?:个人|人|名|位)|多少(?:个?人|名|位)"
            "|how many (?:people|persons|staff|of us|engineers|guards|employees|colleagues|men)"
        ),
        "copies": "(?:^|[^好这那哪月])几(?:份|联)|多少份|how many (?:copies|originals|duplicates)",
        "cost": (
            "多少(?:钱|元|块)|几(?:块|元|毛|百块|千块)"
            "|(?:[收赔罚扣退付交补报给奖]|[要得]花)[^,.?!的]{0,4}(?:多少(?![人分个份张天次名])|几[块元百千])"
            "|(?:费用?|价格?|价钱|押金|定金|违约金|租金|罚款)[^,.?!]{0,3}(?:多少|几[块元百千])"
            "|怎么收费|收费标准|什么价|啥价"
            "|要(?:不要)?[收付交花]?(?:钱|费)吗?$|收不收[费钱]|[收要](?:费|钱)吗"
            "|how much (?!time|notice|longer|later|earlier|work|space|of )"
            "|what (?:does|do|did|will|would|must|should) (?!(?:i|we|you) (?:do|say|write|tell))"
            "[^,.?]*\\b(?:cost|pay|charge)\\b"
            "|what(?:'s| is| are) the (?:[a-z-]+ ){0,2}(?:fee|fine|price|cost|charge|deposit|penalty|tariff|rate)s?\\b"
            "|(?:price|cost|fee)s? (?:of|for|per)\\b"
            "|is there (?:a|any) (?:fee|charge|deposit)|do (?:we|they|i|you) charge"
        ),
        "within": (
            "多久|多长时间|多少(?:天|小时|分钟|个?工作日|个?月|年)|多快|什么时候|何时|时限|期限|最[迟晚]|哪[天日]|几时"
            "|(?:^|[^这那好头])几(?:天|日内|周|年|个?小时|个?钟头?|分钟|秒|个?工作日|个?月|点|号前)"
            "|how (?:long|soon|fast|quick(?:ly)?|often)"
            "|how many (?:seconds|minutes|hours|(?:working )?days|weeks|months|years)"
            "|deadline|time limit|(?:by|until|till|before) when|(?:what|which) (?:day|date|time)\\b"
            "|(?:^|, |\\b(?:and|or) )when "
            "(?:do|does|did|is|are|was|were|will|can|could|should|must|may|shall|would|has|have"
            "|(?:i|we) (?:can|must|should|get|have to))\\b"
        ),
        "forms": (
            "(?:哪|什么|啥)一?[张个种份本]?(?:表|单|登记|通知)|填什么|填哪[张个份]"
            "|(?:which|what)(?: [a-z]+)? (?:form|register|sheet|log|notice|slip)s?\\b"
        ),
        "by": (
            "谁|哪个(?:部门|岗位|人|领导)|哪位|归哪(?:[^条]|$)|哪个[管验办批签定]|什么人"
            "|\\bwho\\b|\\bwhom\\b|\\bwhose job"
            "|(?:which|what) (?:department|role|team|person|post|colleague)"
        ),
    }
)
"""How a question asks for a number to call, how many people or copies, a sum, a time, a form or a person, in normalised
text; the first that fits counts."""

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
