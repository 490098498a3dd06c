"""«What do you say now»: after what the other side said, or at one of the moments a talk can begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from schemas.scalars import Id
from schemas.script import Script, ScriptNode
from schemas.words import Bilingual, Word, Words, in_both
from training.item import Item
from training.likeness import Worded
from training.material import Subject
from training.sources.making import item_of_texts, option_of
from training.sources.quoting import ended, in_quotes
from training.sources.said import rest_of, said_by, said_in

_ALIKE: Final = 4
"""Pairs of characters in common with which two lines may serve the same moment."""


class _Stem(Words):
    after = Word(
        "《{title}》：你说：“{said}”对方的反应：{heard}你接着怎么说？",
        "{title}. You have said: “{said}” The response: {heard} What do you say now?",
    )
    heard = Word("《{title}》，对方：{heard}你怎么说？", "{title}. The other side: {heard} What do you say?")
    entry = Word("《{title}》：{entry}第一句怎么说？", "{title}: {entry} What do you say first?")


def items_say_in_scripts(subject: Subject[Script]) -> Iterator[Item]:
    """An item for each answer of the other side to which something is said, and for each moment it can begin with."""
    for id_, node in subject.record.nodes.items():
        if node.entry and node.say:
            yield from _made(subject, str(id_), "", str(id_))
        for answer, branch in node.listen.items():
            if subject.record.nodes[Id(branch.to)].say:
                yield from _made(subject, str(id_), str(answer), str(branch.to))


def _made(subject: Subject[Script], node: str, answer: str, target: str) -> Iterator[Item]:
    material, record = subject.material, subject.record
    own, every = material.once(said_by, subject.address), material.once(said_in, subject.handbook)
    right = option_of(own, f"{subject.address}#{target}")
    siblings = {f"{subject.address}#{branch.to}" for branch in record.nodes[Id(node)].listen.values()}
    beside = [said for said in own if said.option.key in siblings]
    item = item_of_texts(
        subject,
        "say",
        f"nodes.{node}.listen.{answer}" if answer else f"nodes.{node}.entry",
        part=node,
        stem=_stem(subject, node, answer),
        right=right,
        others=_unless_begun_alike(right, answer, (beside, rest_of(own, beside), _of_scripts(rest_of(every, own)))),
        fields=_fields(record.nodes[Id(node)], answer, record.nodes[Id(target)]),
        why=right.option.text,
        never={f"{subject.address}#{other}" for other in fitting(record, node, answer, target)},
        asked=[_heard(subject, node, answer)] if answer else (),
    )
    if item is not None:
        yield item


def _unless_begun_alike(right: Worded, answer: str, others: Sequence[list[Worded]]) -> list[list[Worded]]:
    """At the beginning of a talk nothing that begins as the right line does: two apologies for a name would both do."""
    if answer:
        return list(others)
    return [[each for each in some if len(each.grams & right.grams) < _ALIKE] for some in others]


def _of_scripts(said: list[Worded]) -> list[Worded]:
    return [each for each in said if "/scripts/" in each.record]


def _fields(node: ScriptNode, answer: str, target: ScriptNode) -> tuple[object, ...]:
    if not answer:
        return (node.entry, node.say)
    return (node.say, node.listen[Id(answer)].text, target.say)


def _stem(subject: Subject[Script], node: str, answer: str) -> Bilingual:
    title = subject.title
    if not answer:
        entry = ended(subject.say(lambda record: record.nodes[Id(node)].entry))
        return in_both(lambda lang: _Stem(lang).entry.format(title=title.of(lang), entry=entry.of(lang)))
    said = subject.say(lambda record: record.nodes[Id(node)].say)
    heard = in_quotes(_heard(subject, node, answer))
    return in_both(
        lambda lang: (_Stem(lang).after if said.zh else _Stem(lang).heard).format(
            title=title.of(lang), said=said.of(lang), heard=heard.of(lang)
        )
    )


def _heard(subject: Subject[Script], node: str, answer: str) -> Bilingual:
    return subject.say(lambda record: record.nodes[Id(node)].listen[Id(answer)].text)


def fitting(record: Script, node: str, answer: str, target: str) -> set[str]:
    """The moments whose words would do as well after this answer: those it leads to, by one step more or elsewhere."""
    nodes = record.nodes
    there = nodes[Id(target)]
    found = {node, target, *(str(edge.target) for edge in there.edges(target))}
    if answer:
        heard = nodes[Id(node)].listen[Id(answer)].text
        found |= {str(branch.to) for each in nodes.values() for branch in each.listen.values() if branch.text == heard}
    return found - {target}
