"""The numbers that somebody types for an answer."""

from __future__ import annotations

import re
from typing import Final

from schemas.limits import LONGEST_QUESTION
from schemas.plain_text import normal
from training.item import Answering
from training.study.words import StudyWords

_NUMBERS: Final = re.compile(r"[0-9]{1,3}(?:[\s,、;.]*[0-9]{1,3})*[\s.]*")
_EXAMPLES: Final = {"one": "2", "all": "1 3", "order": "3 1 2"}


class UnfitError(Exception):
    """What was typed is no answer; `args[0]` says why."""


def is_number(typed: str) -> bool:
    """Whether nothing but one number was typed."""
    return normal(typed, "NFKC", LONGEST_QUESTION).isdecimal()


def numbers_in(typed: str, answering: Answering, count: int, t: StudyWords) -> list[int]:
    """The numbers, from 0, that were typed for *count* options: `2`, `1 3`, `1,3`, or `312` where each has one digit.

    Raises:
        UnfitError: they are no answer to an item that is answered so.
    """
    typed = normal(typed, "NFKC", LONGEST_QUESTION)
    if not _NUMBERS.fullmatch(typed):
        raise UnfitError(t.not_numbers.format(example=_EXAMPLES[answering]))
    parts = re.findall("[0-9]+", typed)
    if len(parts) == 1 and answering != "one" and count < 10:
        parts = list(parts[0])
    numbers = [int(part) for part in parts]
    for number in numbers:
        if not 1 <= number <= count:
            raise UnfitError(t.no_such.format(n=number, all=count))
    if answering == "one" and len(numbers) != 1:
        raise UnfitError(t.only_one)
    if answering == "order" and sorted(numbers) != list(range(1, count + 1)):
        raise UnfitError(t.each_once.format(all=count))
    return [number - 1 for number in numbers]
