"""Messages about words: the term file, and the texts that should use it."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Glossary(Message):
    """The terms, the words of choices, and the words that no text uses."""

    NO_DEFAULT_ENGLISH = error(
        "no-default-english",
        Bilingual("各行业的英文里没有 default，只有：{value}", "there is no `default` English beside: {value}"),
        Bilingual("加上 default: 其余行业用的英文。", "Add `default`: the English in all other trades."),
    )
    TERM_TWICE = warning(
        "term-twice",
        Bilingual(
            "“{value}”写了两条，第一条在第 {first} 行", "there are two terms '{value}', the first on line {first}"
        ),
        Bilingual(
            "合成一条；各行业英文不同的，写 en: {{default: …, 行业: …}}。",
            "Make them one; where the English differs by trade, write en: {{default: …, trade: …}}.",
        ),
    )
    TERM_NOT_ENGLISH = warning(
        "term-not-english",
        Bilingual("“{value}”写在英文里，却不是英文", "'{value}' stands where the English is, and is none"),
        Bilingual(
            "写成英文；中文的别称写在 aliases.zh 里。", "Write it in English; Chinese aliases belong into aliases.zh."
        ),
    )
    TERM_ENGLISH_SHARED = notice(
        "term-english-shared",
        Bilingual(
            "英文 {value} 也是另一条用语的（第 {first} 行），没有解释把两条分开",
            "{value} is the English of another term too (line {first}), and no definition tells them apart",
        ),
        Bilingual(
            "英文抄错了的改；本是同一个词的，给两条各写 definition。",
            "Put the English right if it was copied; where both are called so, give each a definition.",
        ),
    )
    ALIAS_SHARED = warning(
        "alias-shared",
        Bilingual(
            "“{value}”也是“{other}”的别称（第 {first} 行）",
            "'{value}' is another word for '{other}' too (line {first})",
        ),
        Bilingual("留在意思更近的那一条。", "Keep it where it means that term and nothing else."),
    )
    ALIAS_IS_TERM = warning(
        "alias-is-term",
        Bilingual("别称“{value}”自己就是一条用语（第 {first} 行）", "'{value}' is a term of its own (line {first})"),
        Bilingual("在别称里删掉它，或者把两条合成一条。", "Delete it from the aliases, or make the two terms one."),
    )
    WORD_AGAIN = warning(
        "word-again",
        Bilingual("“{value}”在这一条用语里写了两次", "'{value}' stands twice in this term"),
        Bilingual("删掉一个；要写的是别的说法，就改。", "Delete one of them, or write what was meant."),
    )
    TRADE_UNKNOWN = warning(
        "trade-unknown",
        Bilingual("没有一本手册的行业是“{value}”", "no handbook is of the trade '{value}'"),
        Bilingual(
            "{guess}行业写在 handbook.yaml 的 trade 里。", "{guess}A trade is named by `trade` in handbook.yaml."
        ),
    )
    TRADE_TWICE = error(
        "trade-twice",
        Bilingual(
            "行业“{value}”已经在“{other}”里（第 {first} 行）", "'{value}' is among '{other}' already (line {first})"
        ),
        Bilingual("一个行业只放在一类里。", "Let each trade stand in one sector."),
    )
    WORD_NEVER = warning(
        "word-never",
        Bilingual("不用“{value}”这个词", "the word '{value}' is not used"),
        Bilingual("改写成：{write}。", "Write: {write}."),
    )
    TERM_NOT_USED = notice(
        "term-not-used",
        Bilingual(
            "“{term}”的英文是 {english}，这里写的是 {value}", "'{term}' is {english} in English, and {value} here"
        ),
        Bilingual(
            "改成 {english}；terms.yaml 里定得不对的改 terms.yaml。",
            "Write {english}, or put terms.yaml right where it is wrong.",
        ),
    )
    CHOICE_OTHERWISE = warning(
        "choice-otherwise",
        Bilingual(
            "选项“{value}”的英文定为 {english}，这里是 {other}", "the choice '{value}' is {english}, and {other} here"
        ),
        Bilingual(
            "改成 {english}；另有一个意思的，在 terms.yaml 这个词的 aliases.en 里加上 {other}。",
            "Write {english}; if it has another meaning too, add {other} to aliases.en of the term in terms.yaml.",
        ),
    )
    CHOICE_SEVERAL = warning(
        "choice-several",
        Bilingual(
            "选项“{value}”在这本手册里多半译作 {english}，这里是 {other}",
            "the choice '{value}' is mostly {english} in this handbook, and {other} here",
        ),
        Bilingual(
            "统一成一个；在 terms.yaml 里加上这个词，写 choice: true。",
            "Make them one; add the word to terms.yaml with choice: true.",
        ),
    )
