"""Scripts and troubleshooting graphs: cut into rules and nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.anchors import Part
from schemas.saying import say_timer, say_within
from schemas.script import Script, ScriptNode
from schemas.troubleshooting import TroubleNode, Troubleshooting
from search.cutting import Cut, Scissors, part_cut, shorten


def cut_script(at: Scissors, record: Script) -> Iterator[Cut]:
    """The whole, rules, words never said, nodes."""
    yield Cut(text=at.plain(record.summary), asks=at.asks())
    for rule in record.rules:
        within = rule.limit.say(at.lang) if rule.limit else ""
        yield part_cut("rule", str(rule.id), at.words.rule, at.plain(rule.text), within=within)
    if record.never:
        yield Cut(key="never", section=at.words.never, text=at.listed(record.never.values()))
    headings = _headings(at, at.entry.parts)
    for id_, node in record.nodes.items():
        yield _script_node(at, str(id_), node, headings, start=str(id_) == str(record.start))


def _script_node(at: Scissors, id_: str, node: ScriptNode, headings: Mapping[str, str], *, start: bool) -> Cut:
    answers = at.branches({**node.listen, **node.branches}, headings)
    pieces = [at.plain(node.do), at.plain(node.note), at.plain(node.ask), answers]
    return part_cut(
        "node", id_, at.plain(node.entry) or headings[id_], at.joined(*pieces),
        within=say_timer(node.timer, at.lang, waits=node.waits) if node.timer else "", forms=at.forms(node.forms),
        say=at.plain(node.say),
        asks=tuple(map(str, node.asks)), start=start,
    )  # fmt: skip


def cut_troubleshooting(at: Scissors, record: Troubleshooting) -> Iterator[Cut]:
    """The whole, then every node."""
    yield Cut(text=at.plain(record.summary), asks=at.asks())
    headings = _headings(at, at.entry.parts)
    for id_, node in record.nodes.items():
        yield _trouble_node(at, str(id_), node, headings, start=str(id_) == str(record.start))


def _trouble_node(at: Scissors, id_: str, node: TroubleNode, headings: Mapping[str, str], *, start: bool) -> Cut:
    pieces = [at.plain(text) for text in (node.symptom, node.check, node.how, node.cause, node.do) if text]
    pieces = [piece for piece in pieces if piece != headings[id_]]
    if node.remedy:
        pieces.append(at.words.remedy.format(at.plain(node.remedy)))
    pieces.append(at.branches(node.branches, headings))
    return part_cut(
        "node", id_, headings[id_], at.joined(*pieces), by=at.actors(node.escalate) if node.escalate else "",
        within=say_within(node.within, at.lang) if node.within else "", forms=at.forms(node.forms),
        say=at.plain(node.say), asks=tuple(map(str, node.asks)), start=start,
    )  # fmt: skip


def _headings(at: Scissors, parts: Mapping[str, Part]) -> dict[str, str]:
    return {id_: shorten(at.plain(part.title)) for id_, part in parts.items() if part.kind == "node"}
