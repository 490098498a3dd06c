"""The page of a script: a dialogue to be read as a transcript, its rules, the words never said, and its map."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.dialogue import Exits, Ways, node_stretches, shorten
from generators.pages.folds import fold_names
from generators.pages.page import Page
from generators.pages.practice import practice_action, practised_with
from generators.pages.record import Action, Content, ask_dock, print_action
from generators.pages.sheet import sheet_actions
from schemas.anchors import anchor
from schemas.script import Script, ScriptNode


@dataclass(frozen=True, slots=True)
class NodeView:
    """A moment of the dialogue as the page prints it."""

    node: ScriptNode
    no: int
    anchor: str
    title: str
    starts: bool
    exits: Exits


def content(page: Page) -> Content:
    """What the page of a script says."""
    assert page.entry is not None
    script = page.entry.record
    assert isinstance(script, Script)
    nodes = node_views(page, script)
    stretched = node_stretches(page, script.flow().graph, script.nodes, nodes)
    limits = (rule.limit.seconds for rule in script.rules if rule.limit)
    body = page.render(
        "script.html.j2", script=script, stretches=stretched, chart=page.chart, within=max(limits, default=0)
    )
    play = Action(page.t.play_script, "play", does="play")
    return Content(
        body,
        actions=(play, practice_action(page), print_action(page), *sheet_actions(page, page.t.sheet_of_script)),
        dock=ask_dock(page),
        practice=practised_with(page),
        sections=fold_names(stretched),
    )


def node_views(page: Page, script: Script) -> tuple[NodeView, ...]:
    """The moments of the dialogue, in the order of the record."""
    by_id = {str(id_): node for id_, node in script.nodes.items()}

    def title(id_: str) -> str:
        node = by_id[id_]
        return shorten(page.plain(node.say or node.ask or node.do or node.note))

    ways = Ways(page, title, {id_: str(no) for no, id_ in enumerate(by_id, 1)})
    return tuple(
        NodeView(node, no, anchor("node", id_), title(id_), id_ == script.start, _exits(page, ways, node))
        for no, (id_, node) in enumerate(by_id.items(), 1)
    )


def _exits(page: Page, ways: Ways, node: ScriptNode) -> Exits:
    return Exits(
        answers=ways.branches(node.listen),
        outcomes=ways.branches(node.branches),
        onward=ways.to(node.next) if node.next else None,
        limit=ways.limit(node.limit),
        times=node.limit.times if node.limit else 0,
        forms=tuple(map(page.refer, node.forms)),
    )
