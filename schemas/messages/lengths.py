"""Messages about how long texts are and how many parts records have."""

from __future__ import annotations

from schemas.messages.wording import Message, notice
from schemas.words import Bilingual


class Lengths(Message):
    """Texts that are long to read, records with many parts or few."""

    LONG_WORDS = notice(
        "long-words",
        Bilingual("这段文字有 {number} 字，最好不超过 {limit} 字", "this has {number} characters; {limit} are enough"),
        Bilingual("拆开，或者删掉说了两遍的。", "Split it, or take out what is said twice."),
    )
    LONG_ENGLISH = notice(
        "long-english",
        Bilingual(
            "英文有 {number} 个字母，最好不超过 {limit} 个", "the English has {number} letters; {limit} are enough"
        ),
        Bilingual("换一个短的说法：栏目窄，长了要换行。", "Say it shorter: the column is narrow."),
    )
    MANY_PARTS = notice(
        "many-parts",
        Bilingual("{what}有 {number} 个，最好不超过 {limit} 个", "there are {number} {what}; {limit} are enough"),
        Bilingual(
            "拆成两份；原文就是这么多的，写 accept，value: {number}，说明原文几条。",
            "Make two of it; where the source has as many, accept it with value: {number} and say so.",
        ),
    )
    FEW_PARTS = notice(
        "few-parts",
        Bilingual("{what}只有 {number} 个，一般不少于 {limit} 个", "{what}: {number} only; {limit} are usual"),
        Bilingual(
            "看有没有漏写的；原文就这些的，写 accept 和原因。",
            "Is anything missing? If the source has no more, accept it.",
        ),
    )
    ASKS_IN_ONE_LANGUAGE = notice(
        "asks-in-one-language",
        Bilingual("{number} 句问法里只有 {english} 句英文", "asks in English: {english} of {number}"),
        Bilingual("一半写英文。", "Write half of them in English."),
    )
