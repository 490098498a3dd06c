"""Charts of thousands of boxes: they are cut into parts that can be laid out, and nothing of them is lost."""

from __future__ import annotations

from generators.flow.chart import Edge, Flowchart, Node
from generators.flow.draw import draw
from generators.flow.fit import fit
from generators.flow.loops import close_loops
from generators.flow.parts import by_part
from generators.flow.sections import SectionLimits, components, cut


def line(count: int) -> Flowchart:
    """So many steps one after the other."""
    nodes = tuple(Node(f"s{number}", f"第{number}步") for number in range(count))
    edges = tuple(Edge(f"s{number}", f"s{number + 1}") for number in range(count - 1))
    return Flowchart("值夜", "zh", nodes, edges)


def complete(count: int) -> Flowchart:
    """So many questions, each of whose answers leads to another one of them."""
    ids = [f"s{number}" for number in range(count)]
    asked = [Edge(source, target, f"到{target}") for source in ids for target in ids if source != target]
    edges, _ = close_loops(asked, ids, {}, "zh", "leaving")
    return Flowchart("问", "zh", tuple(Node(id_, id_, "decision") for id_ in ids), edges)


def test_a_chart_that_can_be_read_is_one_part() -> None:
    """Up to sixty boxes and a hundred arrows a chart stays as it is."""
    chart = line(60)

    assert by_part(chart) == [chart]


def test_every_box_and_arrow_is_in_a_part() -> None:
    """Of 5,000 steps each stands in one part, and each arrow stays or leads out by a jump that names where to."""
    parts = by_part(line(5_000))

    steps = [node.id for part in parts for node in part.nodes if node.shape != "jump"]
    assert steps == [f"s{number}" for number in range(5_000)]
    assert {len(part.nodes) for part in parts} == {61, 62, 21}
    assert [node.title for node in parts[0].nodes if node.shape == "jump"] == ["→ 第60步"]
    assert [node.title for node in parts[1].nodes if node.shape == "jump"] == ["第59步 →", "→ 第120步"]
    arrows = {(edge.source, edge.target) for part in parts for edge in part.edges}
    assert len(arrows) == 4_999 + len(parts) - 1


def test_a_question_with_many_answers_is_a_part_with_few() -> None:
    """Thirty questions that each lead to all others are ten parts; each of the 870 arrows is in one of them."""
    parts = by_part(complete(30))

    questions = [[node.id for node in part.nodes if node.shape != "jump"] for part in parts]
    assert list(map(len, questions)) == [3] * 10
    ways = [(ids, edge) for ids, part in zip(questions, parts, strict=True) for edge in part.edges]
    assert sum(edge.source in ids for ids, edge in ways) == 870


def test_graphs_of_any_depth_are_walked() -> None:
    """A chain of 5,000 boxes is cut, counted and closed to a loop without an end of the stack."""
    chart = line(5_000)
    ids = [node.id for node in chart.nodes]
    back, _ = close_loops([*chart.edges, Edge(ids[-1], ids[0])], ids, {}, "zh", "leaving")

    assert [edge for edge in back if edge.back] == [Edge(ids[-1], ids[0], back=True)]
    assert cut(chart, SectionLimits(8, 10, 6)).gone == frozenset()
    assert components(chart) == [frozenset(ids)]


def test_parts_stand_under_each_other() -> None:
    """A chart of 130 steps is one picture of three parts, each below the one before, none across another."""
    svg = draw(fit(line(130)))

    assert svg.count("<svg ") == 1
    assert all(f"第{number}步" in svg for number in range(130))
    placed = fit(line(130)).placed.frames
    tops = [[frame.y for id_, frame in placed.items() if id_ in {f"s{n}" for n in stretch}] for stretch in STRETCHES]
    assert max(tops[0]) < min(tops[1]) < max(tops[1]) < min(tops[2])


STRETCHES = (range(60), range(60, 120), range(120, 130))
