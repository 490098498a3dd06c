"""«What follows»: after an answer to a question of a fault tree or of a script, what is done or said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from schemas.scalars import Id
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting
from schemas.words import Bilingual, Word, Words, in_both
from training.choosing import points_at
from training.item import Item, Option
from training.likeness import Worded
from training.material import Material, Subject
from training.sources.making import item_of_texts, option_of
from training.sources.quoting import begun, ended, in_quotes
from training.sources.said import rest_of

_TELLS: Final = {"troubleshooting": ("check", "remedy", "do", "say"), "scripts": ("say", "do")}
"""The fields that say what is done at a node, the first of them that it has."""
_FILED: Final = re.compile(r"^[0-9][^：:]*[：:] ?|（原文[^）]*）| \([^)]*original\)")


class _Stem(Words):
    check = Word(
        "《{title}》：{question}结果：{answer}接下来怎么办？", "{title}. {question} Result: {answer} What now?"
    )
    ask = Word(
        "《{title}》：你要判断：{question}答案：{answer}接下来怎么办？",
        "{title}. You ask yourself: {question} Answer: {answer} What now?",
    )
    heard = Word("《{title}》，对方的反应：{answer}接下来怎么办？", "{title}. The response: {answer} What now?")
    after = Word(
        "《{title}》：你说：“{said}”对方的反应：{answer}接下来怎么办？",
        "{title}. You have said: “{said}” The response: {answer} What now?",
    )


class _Next(Words):
    check = Word("接着查：{text}", "Check next: {text}")
    cause = Word("{cause}——{text}", "{cause}: {text}")
    say = Word("说：“{text}”", "Say: “{text}”")


def items_branch_of_trees(subject: Subject[Troubleshooting]) -> Iterator[Item]:
    """An item for each outcome of each check."""
    for id_, node in subject.record.nodes.items():
        for answer in node.branches:
            yield from _made(subject, str(id_), str(answer), "branches", _Stem.check)


def items_branch_of_scripts(subject: Subject[Script]) -> Iterator[Item]:
    """An item for each answer to what the speaker decides, and for what is heard and not answered in words."""
    for id_, node in subject.record.nodes.items():
        for answer in node.branches:
            yield from _made(subject, str(id_), str(answer), "branches", _Stem.ask)
        for answer, branch in node.listen.items():
            if not subject.record.nodes[Id(branch.to)].say:
                word = _Stem.after if node.say else _Stem.heard
                yield from _made(subject, str(id_), str(answer), "listen", word)


def _made(subject: Subject[Any], node: str, answer: str, field: str, word: Word) -> Iterator[Item]:
    every = subject.material.once(_what_is_done, subject.address)
    branches = getattr(subject.record.nodes[node], field)
    target = str(branches[answer].to)
    key = f"{subject.address}#{target}"
    if all(each.option.key != key for each in every):
        return
    right = option_of(every, key)
    keys = {f"{subject.address}#{branch.to}" for branch in branches.values()}
    siblings = [each for each in every if each.option.key in keys]
    item = item_of_texts(
        subject, "branch", f"nodes.{node}.{field}.{answer}", part=node, stem=_stem(subject, node, answer, field, word),
        right=right, others=(siblings, rest_of(every, siblings)), asked=[_answer(subject, node, answer, field)],
        fields=_fields(subject, node, answer, field, target), why=right.option.text,
        never={f"{subject.address}#{other}" for other in leading_to_the_same(subject.record, node, answer, field)},
    )  # fmt: skip
    if item is not None and not points_at(_answer(subject, node, answer, field), *_told_apart(item)):
        yield item


def _told_apart(item: Item) -> tuple[Bilingual, list[Bilingual]]:
    """The right answer of an item, and the wrong ones."""
    right, *wrong = (option.text for option in item.options)
    return right, wrong


def leading_to_the_same(record: Any, node: str, answer: str, field: str) -> set[str]:
    """The nodes that would do as well: the one it is asked at, and those that the right one leads to at once."""
    target = str(getattr(record.nodes[node], field)[answer].to)
    text = getattr(record.nodes[node], field)[answer].text
    found = {node, *(str(edge.target) for edge in record.nodes[target].edges(target))}
    if field == "listen":
        found |= {
            str(each.to) for other in record.nodes.values() for each in other.listen.values() if each.text == text
        }
    return found - {target}


def _stem(subject: Subject[Any], node: str, answer: str, field: str, word: Word) -> Bilingual:
    question = ended(subject.say(lambda record: record.nodes[node].question))
    text = _answer(subject, node, answer, field)
    text = in_quotes(text) if field == "listen" else ended(text)
    said = subject.say(lambda record: record.nodes[node].say)
    return in_both(lambda lang: word.say(lang, title=subject.title, question=question, answer=text, said=said))


def _answer(subject: Subject[Any], node: str, answer: str, field: str) -> Bilingual:
    return subject.say(lambda record: getattr(record.nodes[node], field)[answer].text)


def _fields(subject: Subject[Any], node: str, answer: str, field: str, target: str) -> tuple[object, ...]:
    asked, there = subject.record.nodes[node], subject.record.nodes[target]
    stem = asked.question if field == "branches" else asked.say
    return (stem, getattr(asked, field)[answer].text, *_told(subject, there), getattr(there, "cause", None))


def _told(subject: Subject[Any], node: Any) -> tuple[str, str]:
    """What a node tells to do: the name of its field, and the text; both empty where it only asks."""
    for name in _TELLS[subject.entry.kind]:
        text = getattr(node, name, None)
        if text:
            return name, text
    return "", ""


def _what_is_done(material: Material, address: str) -> tuple[Worded, ...]:
    """What is done or said at each node."""
    subject = material.subject(address)
    return tuple(
        Worded(Option(f"{address}#{id_}", _put(subject, str(id_), _told(subject, node)[0])), address)
        for id_, node in subject.record.nodes.items()
        if _told(subject, node)[0]
    )


def _put(subject: Subject[Any], node: str, name: str) -> Bilingual:
    text = ended(subject.say(lambda record: getattr(record.nodes[node], name)))
    cause = subject.say(lambda record: _cause(record.nodes[node]))
    word = _Next.cause if cause.zh else getattr(_Next, name, None)
    return begun(in_both(lambda lang: word.say(lang, text=text, cause=cause)) if word else text)


def _cause(node: Any) -> str | None:
    """What is wrong, without the number and class by which it is filed, and without a note on where it comes from."""
    cause = getattr(node, "cause", None)
    return _FILED.sub("", cause) if cause else None
