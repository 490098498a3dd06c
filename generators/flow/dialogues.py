"""A script or a troubleshooting graph read as a chart: what is said and done, asked and found out."""

from __future__ import annotations

from collections.abc import Iterator

from generators.flow.chart import Edge, Flowchart, Node
from generators.flow.loops import close_loops
from generators.flow.procedures import form_names, with_limits
from generators.flow.words import DEEDS, Deed, FlowWords
from schemas.anchors import anchor
from schemas.entry import Entry
from schemas.library import Library
from schemas.saying import say_timer, say_within
from schemas.scalars import Id
from schemas.script import Script, ScriptNode
from schemas.troubleshooting import TroubleNode, Troubleshooting


def script_chart(view: Library, entry: Entry) -> Flowchart:
    """The chart of the script *entry*, in the language of *view*."""
    script = entry.record
    assert isinstance(script, Script)
    begins = {str(script.start): FlowWords(view.lang).start}
    begins |= {str(id_): view.plain(node.entry, entry) for id_, node in script.nodes.items() if node.entry}
    nodes = [_script_node(view, entry, str(id_), node) for id_, node in script.nodes.items()]
    return _chart(view, entry, script, begins, nodes)


def troubleshooting_chart(view: Library, entry: Entry) -> Flowchart:
    """The chart of the graph *entry*, in the language of *view*; a symptom is a beginning by itself."""
    graph = entry.record
    assert isinstance(graph, Troubleshooting)
    start = str(graph.start)
    first = graph.nodes.get(Id(graph.start))
    begins = {} if first is None or first.symptom else {start: FlowWords(view.lang).start}
    nodes = [_trouble_node(view, entry, str(id_), node) for id_, node in graph.nodes.items()]
    return _chart(view, entry, graph, begins, nodes)


def _chart(
    view: Library, entry: Entry, record: Script | Troubleshooting, begins: dict[str, str], nodes: list[Node]
) -> Flowchart:
    """*begins* names the beginnings that get a pill of their own, by the node each leads to."""
    pills = {id_: Node(f"^{id_}", name, "pill", "start", about=name) for id_, name in begins.items()}
    every = [each for node in nodes for each in (pills.get(node.id), node) if each]
    limits = {str(id_): node.limit for id_, node in record.nodes.items() if node.limit}
    order = [f"^{id_}" for id_ in begins] + sorted((node.id for node in nodes), key=lambda id_: id_ != record.start)
    edges, unplaced = close_loops(_edges(view, entry, record, begins), order, limits, view.lang, "reaching")
    deeds = dict.fromkeys(map(_deed, record.nodes.values()))
    legend = tuple((deed, DEEDS[deed].say(view.lang)) for deed in deeds)
    nodes_shown = with_limits(every, unplaced, limits, view.lang)
    return Flowchart(view.plain(record.title, entry), view.lang, nodes_shown, edges, legend, numbered=True)


def _edges(view: Library, entry: Entry, record: Script | Troubleshooting, begins: dict[str, str]) -> Iterator[Edge]:
    for id_ in begins:
        yield Edge(f"^{id_}", id_)
    for id_, node in record.nodes.items():
        heard = node.listen.values() if isinstance(node, ScriptNode) else ()
        for branch in (*heard, *node.branches.values()):
            yield Edge(str(id_), str(branch.to), view.plain(branch.text, entry))
        if node.next:
            yield Edge(str(id_), str(node.next))


def _deed(node: ScriptNode | TroubleNode) -> Deed:
    """What *node* is first of all."""
    if isinstance(node, ScriptNode):
        return "decide" if node.ask else "say" if node.say else "do" if node.do else "note"
    if node.check or node.symptom:
        return "check" if node.check else "symptom"
    return "escalate" if node.escalate else "cause" if node.cause or node.remedy else "do"


def _script_node(view: Library, entry: Entry, id_: str, node: ScriptNode) -> Node:
    spoken, done, note = (view.plain(text, entry) if text else "" for text in (node.say, node.do, node.note))
    asked = view.plain(node.ask, entry) if node.ask else ""
    deed = _deed(node)
    title = asked or spoken or done or note or id_
    chips = (say_timer(node.timer, view.lang, waits=node.waits),) if node.timer else ()
    forms = form_names(view, entry, node.forms)
    return Node(
        id=id_,
        title=title,
        shape="decision" if asked else "card",
        tone=deed,
        tag=DEEDS[deed].say(view.lang),
        sub=(spoken or done) if asked else done if spoken else "",
        chips=chips,
        forms=forms,
        href=f"#{anchor('node', id_)}",
        about="\n".join([*filter(None, (spoken, done, asked, note)), *chips, *forms]) or id_,
        prose=deed in ("say", "do", "note"),
        end=node.end,
    )


def _trouble_node(view: Library, entry: Entry, id_: str, node: TroubleNode) -> Node:
    texts = (node.symptom, node.check, node.how, node.cause, node.remedy, node.do, node.say)
    symptom, check, how, cause, remedy, done, spoken = (view.plain(text, entry) if text else "" for text in texts)
    who = view.actor_title(node.escalate, entry.handbook) if node.escalate else ""
    deed = _deed(node)
    tag = FlowWords(view.lang).escalate_to.format(who=who) if who else DEEDS[deed].say(view.lang)
    titles = [text for text in (check, symptom, cause, remedy, done, spoken) if text]
    chips = (say_within(node.within, view.lang),) if node.within else ()
    forms = form_names(view, entry, node.forms)
    return Node(
        id=id_,
        title=titles[0] if titles else tag,
        shape="decision" if check else "card",
        tone=deed,
        tag=tag,
        sub=next(iter(titles[1:]), ""),
        chips=chips,
        forms=forms,
        href=f"#{anchor('node', id_)}",
        start=bool(symptom),
        about="\n".join([*filter(None, (symptom, check, how, cause, remedy, done, spoken, who)), *chips, *forms])
        or id_,
        end=node.end,
    )
