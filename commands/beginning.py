"""What `handbook new` shares, whatever it writes: what that is called, and comments in the language of the author."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from commands import context
from schemas.catalogue import LANGUAGE
from schemas.kinds import KINDS
from schemas.misnamed import ID, id_meant
from schemas.words import Bilingual

LIBRARY: Final = ("library", "手册库")
HANDBOOK: Final = ("handbook", "手册")
"""The words that ask for a whole library and for a handbook, beside the kinds of records."""

_LONGEST_SHOWN: Final = 40
"""A longer id is not shown put right: it would be as long."""
_GUIDANCE: Final = re.compile(r"^( *)#(zh|en)( .*)$", re.MULTILINE)
_NO_ID: Final = Bilingual(
    "“{id}”不能作编号：只用小写字母、数字和连字符，如 {example}。",
    "'{id}' cannot be an id: use lower-case letters, digits and hyphens, as in {example}.",
)
_TAKEN: Final = Bilingual(
    "“{id}”不能作手册的编号：那个文件夹是整个库的。换一个，如 {example}。",
    "'{id}' cannot be the id of a handbook: that folder belongs to the whole library. Take another, as in {example}.",
)
_OF_A_KIND: Final = Bilingual(
    "“{id}”不能作手册的编号：每本手册里放{kind}的文件夹叫这个。要写一份{kind}：handbook new {name} 编号；"
    "手册换一个编号，如 {example}。",
    "'{id}' cannot be the id of a handbook: it is the folder of the {kind} in every handbook. To write one: "
    "handbook new {name} ID; or take another id for the handbook, as in {example}.",
)
_OF_LIBRARY: Final = {LANGUAGE, *(kind.folder for kind in KINDS.values() if kind.of_library)}


def check_id(id_: str, example: str) -> None:
    """Refuse what no record and no handbook can be called.

    Raises:
        typer.Exit: the file system or an address would not take it.
    """
    if not ID.fullmatch(id_):
        meant = id_meant(id_)
        is_short = len(id_) <= _LONGEST_SHOWN
        example = meant if is_short and ID.fullmatch(meant) else example
        raise context.wrong_usage(_NO_ID.say(context.lang(), id=id_, example=example))


def check_handbook_id(id_: str, example: str) -> None:
    """Refuse what no handbook can be called.

    Raises:
        typer.Exit: as `check_id`, or its folder has another use.
    """
    check_id(id_, example)
    if id_ in _OF_LIBRARY:
        raise context.wrong_usage(_TAKEN.say(context.lang(), id=id_, example=example))
    kind = next((kind for kind in KINDS.values() if kind.folder == id_), None)
    if kind is not None:
        words = _OF_A_KIND.filled(id=id_, kind=kind.nouns, name=kind.name, example=example)
        raise context.wrong_usage(words.of(context.lang()))


def in_language(text: str) -> str:
    """A file with its comments in the language of this run: lines that begin with `#zh` and `#en` are of one each."""
    kept = (line for line in text.split("\n") if (note := _GUIDANCE.match(line)) is None or note[2] == context.lang())
    return _GUIDANCE.sub(r"\1#\3", "\n".join(kept))


def in_a_year(day: date) -> date:
    """The day by which something written on *day* is read again."""
    return day.replace(year=day.year + 1, day=min(day.day, 28))
