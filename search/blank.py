"""Whether the handbook has the matter but leaves open the very thing that is asked: how long, who, how much."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from search.normalize import normalize
from search.passages import Passage, PassageKind
from search.question import Fact

_NUMBER: Final = "[0-9一二两三四五六七八九十百半]+"
SAID_IN_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "within": f"(?:^|[^哪]){_NUMBER} ?个?(?:秒|分钟|小时|天|日|工作日|周|月|年|点)|[0-9]:[0-9]{{2}}|时限|期限"
        "|当场|当班|当[日天晚]|立即|马上|次日|每[班天日周月季年]",
        "by": "前台|专员|主管|经理|技工|秩序维护员|负责人|同事|客服|维护人员|机房",
        "forms": "表|单|登记|记录|台[帐账]|通知书",
        "cost": "[0-9一二两三四五六七八九十百千万] ?[百千万亿]?元|免费|不收[费钱取任]|不得[^,。;]{0,4}收[费钱取]|不要钱"
        "|原价|照价|实价|按实结算|按公示|公示的?价|rmb ?[0-9]|free of charge",
        "people": "(?:^|[^0-9])[0-9一二两三四五六七八九十]{1,2} ?个?(?:人|名|位)|独自|单独"
        "|(?:one|two|three|four|[0-9]) (?:people|persons|colleagues)",
        "copies": f"{_NUMBER} ?(?:份|联|式)|各一|各执|(?:one|two|three|four|[0-9]) copies|in duplicate",
        "call": "[0-9]{3,4}-[0-9]{4}|(?:^|[^0-9.:-])(?:1[12][0-9]|12[0-9]{3}|9[0-9]{4})(?:[^0-9.:%-]|$)",
    }
)
"""Words of a text that give the fact without the field, in normalised text; a passage is judged by its Chinese."""

IN_TEXTS: Final[tuple[Fact, ...]] = ("call", "cost", "people", "copies")
"""What no field of a passage gives, only its text: a passage of any kind may leave it open."""

_SAID: Final = {fact: re.compile(pattern) for fact, pattern in SAID_IN_WORDS.items()}


def leaves_blank(first: Passage, fact: Fact, kinds: Mapping[str, PassageKind]) -> bool:
    """Whether *first*, which answers a question, could give the *fact* that is asked for and does not."""
    may_be_blank = fact in IN_TEXTS or kinds[first.kind].can_be_blank
    return bool(fact and first.part and may_be_blank and not gives(first, fact))


def gives(passage: Passage, fact: Fact) -> bool:
    """Whether *passage* gives *fact* in its field or in its words; a form is one itself."""
    field = passage.forms if fact == "forms" else getattr(passage.zh, fact, "")
    words = normalize(f"{passage.zh.section}{passage.zh.text}{passage.zh.say}")
    return bool(field) or passage.kind == fact or _SAID[fact].search(words) is not None
