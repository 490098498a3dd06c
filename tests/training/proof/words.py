"""What a moment makes right to say or to do: every way out of it that reads alike, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas.words import Bilingual, in_both
from tests.training.proof.alike import plain, reads_alike
from training.item import Item
from training.material import Material


def right_to_say(material: Material, item: Item) -> frozenset[str]:
    """The answers that are what any such moment or condition says."""
    said = list(_SAID[item.record.split("/")[-2]](material, item))
    return frozenset(option.key for option in item.options if any(reads_alike(option.text, each) for each in said))


def right_after_a_check(material: Material, item: Item) -> frozenset[str]:
    """The answers that hold what any node does or says to which such an answer to such a question leads."""
    told = {plain(text.zh) for text in _led_to(material, item)}
    return frozenset(
        option.key for option in item.options if any(text and text in plain(option.text.zh) for text in told)
    )


def _led_to(material: Material, item: Item) -> Iterator[Bilingual]:
    _, id_, field, answer = item.place.split(".")
    nodes = material.library.entries[item.record].record.nodes  # type: ignore[attr-defined]
    asked = getattr(nodes[id_], field)[answer].text
    for node in nodes.values():
        if field == "listen" or node.question == nodes[id_].question:
            for branch in getattr(node, field).values():
                if branch.text == asked:
                    yield from _told(material, item.record, str(branch.to))


def _told(material: Material, record: str, node: str) -> Iterator[Bilingual]:
    """The first of what a node checks, mends, says and does; a script says before it does."""
    names = ("say", "do") if "/scripts/" in record else ("check", "remedy", "do", "say")
    texts = (_text(material, record, lambda each, name=name: getattr(each.nodes[node], name, None)) for name in names)
    yield from [text for text in texts if text.zh][:1]


def _text(material: Material, record: str, get: Any) -> Bilingual:
    views, handbook = material.views, record.rpartition("/")[0].partition("/")[0]
    handbook = handbook if record.count("/") == 2 else ""
    return in_both(lambda lang: views.of(lang).plain_in(get(views.of(lang).entries[record].record) or "", handbook))


def _by_scripts(material: Material, item: Item) -> Iterator[Bilingual]:
    _, id_, *rest = item.place.split(".")
    nodes: Any = material.library.entries[item.record].record.nodes  # type: ignore[attr-defined]
    if rest[0] == "entry":
        same = [str(each) for each, node in nodes.items() if node.entry == nodes[id_].entry]
    else:
        heard = nodes[id_].listen[rest[1]].text
        same = [str(branch.to) for node in nodes.values() for branch in node.listen.values() if branch.text == heard]
    for target in same:
        yield _text(material, item.record, lambda record: record.nodes[target].say)  # noqa: B023 - read at once


def _by_cards(material: Material, item: Item) -> Iterator[Bilingual]:
    asked = _part(material, item.record, "say", item.place.partition(".")[2])
    for entry in material.library.of_kind("cards"):
        for number, saying in enumerate(entry.record.say):  # type: ignore[attr-defined]
            if saying.when == asked.when:
                yield _text(material, entry.address, lambda record: record.say[number].say)  # noqa: B023


def _part(material: Material, record: str, field: str, id_: str) -> Any:
    return next(part for part in getattr(material.library.entries[record].record, field) if str(part.id) == id_)


_SAID = {
    "scripts": _by_scripts,
    "cards": _by_cards,
}
