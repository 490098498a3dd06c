"""The page of a troubleshooting graph: a list without scripts, a game of outcomes with them."""

from __future__ import annotations

from dataclasses import dataclass

from generators.pages.dialogue import Exits, Ways, node_stretches, shorten
from generators.pages.folds import fold_names
from generators.pages.page import Link, Page
from generators.pages.practice import practice_action, practised_with
from generators.pages.record import Action, Content, ask_dock, print_action
from generators.wording.tables import NODE_KINDS, NodeKind
from schemas.anchors import anchor
from schemas.saying import say_within
from schemas.troubleshooting import TroubleNode, Troubleshooting


@dataclass(frozen=True, slots=True)
class NodeView:
    """A node as the page prints it; `kind` is symptom, check, cause or escalate."""

    node: TroubleNode
    kind: NodeKind
    kind_title: str
    anchor: str
    title: str
    starts: bool
    escalate: Link | None
    within: str
    exits: Exits


def content(page: Page) -> Content:
    """What the page of a troubleshooting graph says."""
    assert page.entry is not None
    tree = page.entry.record
    assert isinstance(tree, Troubleshooting)
    stretched = node_stretches(page, tree.flow().graph, tree.nodes, _nodes(page, tree))
    body = page.render("troubleshooting.html.j2", tree=tree, stretches=stretched, chart=page.chart)
    play = Action(page.t.play_tree, "play", does="play")
    return Content(
        body,
        actions=(play, practice_action(page), print_action(page)),
        dock=ask_dock(page),
        practice=practised_with(page),
        sections=fold_names(stretched),
    )


def _nodes(page: Page, tree: Troubleshooting) -> tuple[NodeView, ...]:
    by_id = {str(id_): node for id_, node in tree.nodes.items()}

    def title(id_: str) -> str:
        return shorten(_title(page, by_id[id_]), 80)

    ways = Ways(page, title)
    return tuple(
        NodeView(
            node=node,
            kind=(kind := _kind(node)),
            kind_title=NODE_KINDS[kind].say(page.lang),
            anchor=anchor("node", id_),
            title=_title(page, node),
            starts=id_ == tree.start,
            escalate=page.actor(node.escalate) if node.escalate else None,
            within=say_within(node.within, page.lang) if node.within else "",
            exits=_exits(page, ways, node),
        )
        for id_, node in by_id.items()
    )


def _kind(node: TroubleNode) -> NodeKind:
    if node.escalate:
        return "escalate"
    if node.cause or not (node.check or node.symptom):
        return "cause"
    return "check" if node.check else "symptom"


def _title(page: Page, node: TroubleNode) -> str:
    if words := node.symptom or node.check or node.cause:
        return page.plain(words)
    if node.escalate:
        return page.t.escalate + " " + page.actor(node.escalate).title
    return page.plain(node.remedy or node.do or node.say)


def _exits(page: Page, ways: Ways, node: TroubleNode) -> Exits:
    return Exits(
        answers=(),
        outcomes=ways.branches(node.branches),
        onward=ways.to(node.next) if node.next else None,
        limit=ways.limit(node.limit),
        times=node.limit.times if node.limit else 0,
        forms=tuple(map(page.refer, node.forms)),
    )
