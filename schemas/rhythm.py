"""How often recurring work comes round: what a list of it is ordered by. What its author wrote stands beside it."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

Rhythm = Literal["day", "week", "month", "year", "occasion"]
"""`year` is whatever is rarer than monthly; `occasion` what does not come round by the calendar."""

RHYTHMS: Final[tuple[Rhythm, ...]] = get_args(Rhythm)
"""The most frequent first."""

_UNIT: Final = re.compile(
    r"(?:每隔?\s*(?:[0-9]+|[一二两三四五六七八九十]+)?\s*个?)?\s*(?:"
    r"(?P<day>小时|分钟|天|日|班|早|晚|夜|上午|中午|下午|工作日|营业日)"
    r"|(?P<week>周|星期)|(?P<month>月)|(?P<year>季|半年|年))"
)
"""Of `每季度末月 25 日前` the beginning counts: how often comes before when."""


def rhythm(every: str) -> Rhythm:
    """How often *every* says that work recurs, in the Chinese of its author: `每月 5 日前` is monthly."""
    found = _UNIT.match(every.strip())
    return next((each for each in RHYTHMS if found and each != "occasion" and found[each]), "occasion")
