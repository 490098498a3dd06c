"""What the page needs to read a question as the server does: the constants of the modules that do."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from search import codes, decoding, dialect, pinyin, sentences, slips, sounds, spelling


def reading() -> dict[str, Any]:
    """The tables and numbers, as JSON can hold them; regular expressions are for JavaScript's flags `gu`."""
    return {
        "sounds": sounds.table(), "alike": sounds.ALIKE,
        "dialect": [list(pair) for pair in dialect.DIALECT],
        "sentences": {
            "most": sentences.MOST_UNITS, "sentence": sentences.SENTENCE, "clause": sentences.CLAUSE,
            "asking": sentences.ASKING,
        },
        "pinyin": {
            "alike": decoding.ALIKE, "seldom": decoding.SELDOM, "umlaut": decoding.UMLAUT, "apart": decoding.APART,
            "stop": decoding.STOP_SHARE, "kept": decoding.KEPT, "longest": decoding.LONGEST,
            "certain": pinyin.CERTAIN, "fewest": pinyin.FEWEST, "initials": pinyin.MOST_INITIALS,
            "most": pinyin.MOST_LETTERS,
        },
        "slips": {
            "shapes": slips.SHAPES, "loose": slips.LOOSE, "rounds": slips.ROUNDS, "firm": slips.FIRM,
            "taken": slips.TAKEN, "same": astuple(slips.SAME_SOUND), "nearly": astuple(slips.NEARLY),
            "both": astuple(slips.BOTH_SIDES),
        },
        "spelling": {
            "shortest": spelling.SHORTEST, "short": spelling.SHORT, "long": spelling.LONG, "longer": spelling.LONGER,
            "sure": spelling.SURE, "alike": spelling.ALIKE, "endings": spelling.ENDINGS,
        },
        "codes": {
            "atom": codes.ATOM, "joint": codes.JOINT, "unit": codes.UNIT, "numbered": codes.NUMBERED,
            "numbers": codes.NUMBER_WORDS, "most": codes.MOST_PARTS,
        },
    }  # fmt: skip
