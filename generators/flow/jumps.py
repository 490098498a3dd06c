"""What stands in the place of an arrow that was cut: «→ 7 · …», a small node that names and links the target."""

from __future__ import annotations

from dataclasses import replace

from generators.flow.chart import Edge, Flowchart, MenuEntry, Node
from generators.flow.sections import SectionCut


def with_jumps(chart: Flowchart, cut: SectionCut) -> Flowchart:
    """*chart* without the arrows of *cut*: each ends in a jump, or is a line of its menu; a section begins with one."""
    if not cut.gone:
        return chart
    nodes = {node.id: node for node in (_numbered(chart) if chart.numbered else chart.nodes)}
    before: dict[str, Node] = {}
    jumps: dict[str, Node] = {}
    edges: list[Edge] = []
    for index, edge in enumerate(chart.edges):
        if index not in cut.gone:
            edges.append(edge)
        elif edge.source not in cut.menus:
            jump = _jump(edge, nodes[edge.target])
            jumps[jump.id] = jump
            edges.append(replace(edge, target=jump.id, back=False))
        if index in cut.entering:
            before[edge.target] = _origin(edge, nodes[edge.source])
            edges.append(Edge(before[edge.target].id, edge.target))
    menus = {id_: _menu(nodes[id_], chart, nodes) for id_ in cut.menus}
    nodes_and_origins = [each for id_ in nodes for each in (before.get(id_), menus.get(id_, nodes[id_])) if each]
    return replace(chart, nodes=(*nodes_and_origins, *jumps.values()), edges=tuple(edges))


def _numbered(chart: Flowchart) -> list[Node]:
    """The nodes, each with its number before its tag; a pill has none."""
    inner = [node for node in chart.nodes if node.shape != "pill"]
    numbers = {node.id: str(number) for number, node in enumerate(inner, start=1)}
    return [
        replace(node, tag=f"{numbers[node.id]} · {node.tag}", number=numbers[node.id]) if node.id in numbers else node
        for node in chart.nodes
    ]


def _to(target: Node) -> str:
    return f"→ {target.number} · {target.title}" if target.number else f"→ {target.title}"


def _jump(edge: Edge, target: Node) -> Node:
    about = f"→ {target.about or target.title}"
    return Node(f"{edge.source}>{edge.target}", _to(target), "jump", target.tone, href=target.href, about=about)


def _origin(edge: Edge, source: Node) -> Node:
    """The beginning of a section: where one came from, and by which answer."""
    answer = _one_line(edge.label)
    title = f"{source.number or source.title} → {answer}".rstrip()
    if answer and not source.number:
        title = f"{source.title}\n→ {answer}"
    return Node(f"{edge.source}<{edge.target}", title, "jump", source.tone, href=source.href, about=source.about)


def _menu(node: Node, chart: Flowchart, nodes: dict[str, Node]) -> Node:
    leaving = [(edge, nodes[edge.target]) for edge in chart.edges if edge.source == node.id]
    answers = tuple(MenuEntry(_one_line(edge.label), _to(target), target.tone, target.href) for edge, target in leaving)
    return replace(node, shape="menu", answers=answers)


def _one_line(label: str) -> str:
    return " · ".join(label.split("\n"))
