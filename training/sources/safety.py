"""Steps that keep people safe: nobody waits for whose they are, and nobody is told that doing them is wrong."""

from __future__ import annotations

import re
from typing import Final

from schemas.words import Bilingual
from training.sources.steps import StepOf

_SAVES: Final = re.compile(
    "先(?:顾|救|问|看|管|撤|隔|围|停)?人|救人|先救|救命|伤没伤|险情|危险|遇险|止险|清场|撤人|人离开|隔开|围护|拉警戒|先围|先停"
    "|停用|停水、停电|急救|急病|应急|报警|走失|轻生|起火|冒烟|触电|伤人|受伤|停售|被困|119|120|110"
)


def saves(heading: Bilingual) -> bool:
    """Whether what is called like this keeps people from harm."""
    return bool(_SAVES.search(heading.zh))


def secures(step: StepOf) -> bool:
    """Whether a step keeps people from harm: by its card, by its name, or by the numbers that it calls."""
    emergency = any(str(call.number) in ("110", "119", "120") for call in step.step.calls)
    return step.step.card is not None or emergency or saves(step.heading)
