"""«What is never said»: words that a script forbids, among those that are said there.

Only words that are as polite as the others: a rude one is found by its tone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.scalars import Id
from schemas.script import Script
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item, Option
from training.likeness import Worded
from training.material import Subject
from training.sources.making import item_of_texts
from training.sources.said import rest_of, said_by, said_in

_SAID_EN: Final = re.compile(r"“([^“”]+)”")
_POLITE: Final = "您"
_RUDE: Final = re.compile("[你啥]|（|怎么不|不是跟您")


class _Stem(Words):
    script = Word("《{title}》：下面哪句话绝不能说？", "“{title}”: which of these is never said?")


def items_never_said_in_scripts(subject: Subject[Script]) -> Iterator[Item]:
    """An item for each phrase that a script forbids."""
    for id_ in subject.record.never:
        forbidden = subject.say(lambda record: record.never[id_])  # noqa: B023 - said at once
        words = _SAID_EN.fullmatch(forbidden.en)
        if words is not None and _POLITE in forbidden.zh and not _RUDE.search(forbidden.zh):
            yield from _made(subject, str(id_), Bilingual(forbidden.zh, words[1]))


def _made(subject: Subject[Script], id_: str, words: Bilingual) -> Iterator[Item]:
    material = subject.material
    own, every = material.once(said_by, subject.address), material.once(said_in, subject.handbook)
    item = item_of_texts(
        subject, "never", f"never.{id_}", part="",
        stem=in_both(lambda lang: _Stem(lang).script.format(title=subject.title.of(lang))),
        right=Worded(Option(f"{subject.address}#never.{id_}", words), subject.address),
        others=(own, rest_of(every, own)), fields=(subject.record.never[Id(id_)],), why=words,
    )  # fmt: skip
    if item is not None:
        yield item
