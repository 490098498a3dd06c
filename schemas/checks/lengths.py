"""Lengths: texts that are long to read, records with many parts or few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.form import Form, Register, TextBlock
from schemas.lengths import Lengths as Limits
from schemas.library import Library
from schemas.messages import Lengths
from schemas.procedure import Procedure
from schemas.role import Role
from schemas.scalars import Ask, Text
from schemas.words import Bilingual

_TEXTS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), limit)
    for pattern, limit in (
        (r"forms\.summary", "form_summary"), (r"\w+\.summary", "summary"), (r"\w+\.purpose", "purpose"),
        (r"procedures\.scope", "scope"), (r"procedures\.steps\.do", "do"), (r"procedures\.steps\.say", "say"),
        (r"scripts\.nodes\..*say", "say_on_phone"), (r"procedures\.steps\.mind", "mind"),
        (r"policies\..*articles\..*text", "article"), (r"guides\.sections\.points\.text", "point"),
        (r"guides\.sections\.intro", "introduction"), (r"roles\.duties\..*items\.text", "duty"),
    )
)  # fmt: skip
"""The texts that have a limit, by kind and keys."""
_MARKUP: Final = re.compile(r"\[\[[^\]]*\]\]|\{[^}]*\}|\s")
_SENTENCES: Final = re.compile("[。；]")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_LABEL: Final = re.compile(r".*#blocks\.[^.]+\.(?:fields|columns)\.[^.]+\.title")
_HEADING: Final = re.compile(r".*#blocks\.[^.]+\.title")
_PARTS: Final[dict[str, Bilingual]] = {
    "actions": Bilingual("动作", "actions"), "steps": Bilingual("步骤", "steps"),
    "decisions": Bilingual("判断", "decisions"), "script_nodes": Bilingual("节点", "nodes"),
    "fault_nodes": Bilingual("节点", "nodes"), "articles": Bilingual("条文", "articles"),
    "points": Bilingual("要点", "points"), "duties": Bilingual("职责", "duties"),
    "may": Bilingual("可以做的", "things that it may do"),
    "never": Bilingual("不得做的", "things that it must never do"),
    "asks": Bilingual("问法", "asks"), "columns": Bilingual("栏", "columns"),
}  # fmt: skip


def check_lengths(library: Library, entry: Entry) -> Iterator[Finding]:
    """Notices about the texts of a record, its parts, its asks and its English."""
    limits = library.lengths()
    for leaf in entry.leaves:
        if isinstance(leaf.value, Text):
            yield from _text(entry, leaf.location, leaf.value, limits)
    for location, name, number in _counted(entry):
        yield from _parts(entry, location, name, number, limits)
    if entry.of.is_asked and entry.record.asks:
        yield from _asks(entry, limits)
    for part, asks in entry.record.also_asked.items():
        yield from _words_of_asks(entry, ("also_asked", str(part)), asks, limits)
    yield from _english(entry, limits)


def length(text: str) -> int:
    """The characters of a text as they are read: without blanks, spaces and the marks of links."""
    return len(_MARKUP.sub("", text))


def _text(entry: Entry, location: Location, text: Text, limits: Limits) -> Iterator[Finding]:
    keys = ".".join((entry.kind, *(key for key in location if isinstance(key, str))))
    limit = next((name for pattern, name in _TEXTS if pattern.fullmatch(keys)), "")
    if keys == "forms.blocks.text.text" and _is_note(entry, location):
        limit = "note"
    if location == ("title",) and (entry.record.source is None or entry.record.source.title != text):
        limit = "title"
    if limit and (number := length(text)) > (most := getattr(limits, limit)):
        yield entry.document.finding(location, Lengths.LONG_WORDS, number=number, limit=most)
    if limit == "do":
        actions = sum(map(bool, map(str.strip, _SENTENCES.split(text))))
        yield from _parts(entry, location, "actions", actions, limits)


def _is_note(entry: Entry, location: Location) -> bool:
    body = entry.record.blocks[int(location[1])].body if isinstance(entry.record, Form) else None
    return isinstance(body, TextBlock) and body.style == "note"


def _counted(entry: Entry) -> Iterator[tuple[Location, str, int]]:
    """The parts of a record that are counted: where, as what, how many."""
    record = entry.record
    if isinstance(record, Procedure):
        yield ("steps",), "steps", sum(step.is_numbered for step in record.steps)
        yield ("steps",), "decisions", sum(step.is_decision for step in record.steps)
    elif isinstance(record, Role):
        yield ("duties",), "duties", sum(leaf.path[0] == "duties" and leaf.path[-1] == "text" for leaf in entry.leaves)
        if record.authority is not None:
            yield ("authority", "may"), "may", len(record.authority.may)
            yield ("authority", "never"), "never", len(record.authority.never)
    elif entry.kind in ("scripts", "troubleshooting"):
        name = "script_nodes" if entry.kind == "scripts" else "fault_nodes"
        yield ("nodes",), name, len(getattr(record, "nodes", ()))
    elif entry.kind == "policies":
        articles = {leaf.path[:-1] for leaf in entry.leaves if "articles" in leaf.path and leaf.path[-1] == "text"}
        if articles:
            yield ("sections",), "articles", len(articles)
    elif isinstance(record, Form) and record.page.size != "A3":
        for number, block in enumerate(record.blocks):
            if isinstance(block.written, Register):
                yield ("blocks", number, block.key, "columns"), "columns", len(block.written.columns)
    elif entry.kind == "guides":
        sections = Counter(leaf.location[1] for leaf in entry.leaves if _is_point(leaf.location))
        yield from ((("sections", number, "points"), "points", count) for number, count in sections.items())


def _is_point(location: Location) -> bool:
    return location[0] == "sections" and location[2:3] == ("points",) and location[-1] == "text"


def _parts(entry: Entry, location: Location, name: str, number: int, limits: Limits) -> Iterator[Finding]:
    most, fewest = getattr(limits, name), getattr(limits, f"fewest_{name}", 0)
    if number > most:
        yield entry.document.finding(location, Lengths.MANY_PARTS, what=_PARTS[name], number=number, limit=most)
    elif number < fewest:
        yield entry.document.finding(location, Lengths.FEW_PARTS, what=_PARTS[name], number=number, limit=fewest)


def _asks(entry: Entry, limits: Limits) -> Iterator[Finding]:
    asks = entry.record.asks
    yield from _parts(entry, ("asks",), "asks", len(asks), limits)
    english = sum(not _CHINESE.search(ask) for ask in asks)
    if 2 * english + 1 < len(asks):
        values = {"number": len(asks), "english": english}
        yield entry.document.finding(("asks",), Lengths.ASKS_IN_ONE_LANGUAGE, **values)
    yield from _words_of_asks(entry, ("asks",), asks, limits)


def _words_of_asks(entry: Entry, location: Location, asks: Iterable[Ask], limits: Limits) -> Iterator[Finding]:
    for index, ask in enumerate(asks):
        is_chinese = _CHINESE.search(ask)
        number, most = (length(ask), limits.chinese_ask) if is_chinese else (len(ask.split()), limits.english_ask)
        if number > most:
            yield entry.document.finding((*location, index), Lengths.LONG_WORDS, number=number, limit=most)


def _english(entry: Entry, limits: Limits) -> Iterator[Finding]:
    for address, message in entry.catalogue.messages.items() if entry.kind == "forms" else ():
        is_label, is_heading = _LABEL.fullmatch(address), _HEADING.fullmatch(address)
        most = limits.english_label if is_label else limits.english_heading if is_heading else 0
        if most and (number := len(message.translation)) > most:
            values = {"number": number, "limit": most}
            yield Finding(entry.catalogue.path, message.line, 1, Lengths.LONG_ENGLISH, values)
