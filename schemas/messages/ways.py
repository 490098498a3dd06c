"""Messages about ways: what goes on and ends at once, answers that are no choice."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Ways(Message):
    """Ways that cannot be meant as they are written."""

    END_GOES_ON = error(
        "end-goes-on",
        Bilingual("“{id}”写了到此结束，又写了下文 {key}", "'{id}' ends here and goes on by `{key}`"),
        Bilingual("两个里留一个。", "Keep one of the two."),
    )
    TWO_WAYS_ON = error(
        "two-ways-on",
        Bilingual("“{id}”有分支，又写了 {key}", "'{id}' has branches and `{key}` too"),
        Bilingual("删掉 {key}，各种答案各自写去哪里。", "Delete `{key}`; each answer says where it leads."),
    )
    LIMIT_WITHOUT_LOOP = warning(
        "limit-without-loop",
        Bilingual("“{id}”写了最多几次，却绕不回来", "'{id}' has a limit, but no way leads back to it"),
        Bilingual("删掉 limit，或者把它写到绕回来的那一步。", "Delete `limit`, or put it on a step of the loop."),
    )
    BRANCHES_TO_ONE = warning(
        "branches-to-one",
        Bilingual("“{id}”的各种答案都去“{to}”", "every answer of '{id}' leads to '{to}'"),
        Bilingual("问了不影响去向就不用问；写错了就改 to。", "Do not ask what makes no difference, or put `to` right."),
    )
    BRANCHES_ALIKE = error(
        "branches-alike",
        Bilingual("两个答案都是“{text}”", "two answers are both '{text}'"),
        Bilingual("改成不同的文字，或者合成一个。", "Word them differently, or make one of them."),
    )
