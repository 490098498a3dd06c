"""Long pages folded by branch: nothing is lost, moved or shared, and an answer names what it alone leads to."""

from __future__ import annotations

from itertools import chain

import pytest

from generators.pages.calling import CallView
from generators.pages.folds import LONG, Stretch, stretches
from generators.pages.page import Link, Page
from generators.pages.procedure import first_calls
from schemas.graph import Edge, Graph
from schemas.library import Library
from schemas.procedure import Procedure
from tests.schemas.content import Content, handbooks

LEAK = "handbook/greentown-after-sales/procedures/night-leak.yaml"
LONGEST = "greentown-after-sales/procedures/owner-information"


def graph(nodes: str, edges: dict[str, str], labels: dict[str, str] | None = None) -> Graph:
    """A graph of one-letter nodes; what leaves a node more than once are answers."""
    named = labels or {}
    return Graph(
        nodes=tuple(nodes),
        starts=(nodes[0],),
        ends=frozenset(),
        limited=frozenset(),
        edges=tuple(
            Edge(source, target, "branch" if len(targets) > 1 else "next", named.get(target, target))
            for source, targets in edges.items()
            for target in targets
        ),
    )


def folded(library: Library, of: Graph, cards: str = "") -> tuple[Stretch[str], ...]:
    """What the pages make of it."""
    page = Page(library, "index.html")
    return stretches(page, of, {node: node for node in of.nodes}, lambda node: Link(node, f"#{node}"), cards)


def said(some: tuple[Stretch[str], ...]) -> list[tuple[str, str]]:
    return [(stretch.fold.title if stretch.fold else "", "".join(stretch.views)) for stretch in some]


BRANCHED = {
    "a": "b",
    "b": "ceg",
    "c": "d",
    "d": "h",
    "e": "f",
    "f": "h",
    "g": "h",
    "h": "i",
    "i": "j",
    "j": "k",
    "k": "l",
}


def test_what_an_answer_alone_leads_to_stands_under_it(library: Library) -> None:
    """One step is no fold, nor is what several answers lead to."""
    some = folded(library, graph("abcdefghijkl", BRANCHED, {"c": "报失", "e": "归还"}))

    assert said(some) == [("", "ab"), ("如果：报失", "cd"), ("如果：归还", "ef"), ("", "ghijkl")]
    assert [stretch.fold.asked for stretch in some if stretch.fold] == [Link("b", "#b"), Link("b", "#b")]
    assert [stretch.fold.count for stretch in some if stretch.fold] == ["2 步", "2 步"]


def test_a_way_round_keeps_a_step_out_of_a_fold(library: Library) -> None:
    """Whoever comes back from another branch must not come into a fold that is not theirs."""
    some = folded(library, graph("abcdefghijkl", {**BRANCHED, "g": "d"}))

    assert said(some) == [("", "abcd"), ("如果：e", "ef"), ("", "ghijkl")]


def test_where_ways_meet_again_no_branch_begins(library: Library) -> None:
    """«Is it over?» – «Not yet» waits and goes on to the same step."""
    edges = dict(zip("acdefghijk", "bdefghijkl", strict=True)) | {"b": "ch"}

    assert said(folded(library, graph("abcdefghijkl", edges))) == [("", "ab"), ("如果：c", "cdefg"), ("", "hijkl")]
    edges |= {"b": "hc", "c": "h"}
    assert said(folded(library, graph("abchijkldefg", edges)))[0] == ("", "abchijkldefg")


def test_most_of_a_page_is_no_branch(library: Library) -> None:
    """The ordinary way stays open, however it is asked for."""
    edges = dict(zip("bcdefghijk", "cdefghijkl", strict=True)) | {"a": "bl"}

    assert said(folded(library, graph("abcdefghijkl", edges))) == [("", "abcdefghijkl")]


def test_emergency_cards_in_a_row_stand_under_one_fold(library: Library) -> None:
    """Three or more, without a question of their own."""
    some = folded(library, graph("abcdefghijkl", {"a": "bcd"}), cards="bcd")

    assert said(some)[:2] == [("", "a"), ("各种险情，照应急卡办", "bcd")]
    assert some[1].fold
    assert (some[1].fold.asked, some[1].fold.count) == (None, "3 张")


def test_a_short_page_is_not_folded(library: Library) -> None:
    """One looks it over."""
    assert said(folded(library, graph("abcdef", {"a": "bd", "b": "c", "c": "f", "d": "e", "e": "f"}))) == [
        ("", "abcdef")
    ]


@pytest.mark.parametrize("kind", ["procedures", "scripts", "troubleshooting"])
def test_every_page_keeps_its_steps_in_their_order(kind: str) -> None:
    """Of all handbooks; into a fold one comes by its first step only."""
    library = handbooks()
    found = 0
    for entry in library.entries.values():
        if entry.kind != kind:
            continue
        flow = entry.record.flow()
        assert flow is not None
        of = flow.graph
        some = folded(library, of)
        found += sum(stretch.fold is not None for stretch in some)

        assert tuple(chain.from_iterable(stretch.views for stretch in some)) == of.nodes
        for stretch in some:
            inside = set(stretch.views[1:]) if stretch.fold else set()
            assert [edge for edge in of.edges if edge.target in inside and edge.source not in stretch.views] == []
            assert len(of.nodes) >= LONG or stretch.fold is None
    assert found > 2


@pytest.mark.parametrize(
    ("second", "when"),
    [
        ("{number: 120, when: 有人受伤}", "有人受伤"),  # the same case twice is that case
        ("{number: 120, when: 有人被困}", ""),  # for two cases it is for neither of them only
        ("{number: 120}", ""),
    ],
)
def test_a_number_of_several_steps_stands_once(content: Content, second: str, when: str) -> None:
    """Above the steps a number has the case that every step has that calls it, and none where they differ."""
    content.change(LEAK, "    do: 叫值班技工带钥匙", f"    calls: [{second}]\n    do: 叫值班技工带钥匙")
    library = content.library()
    entry = library.entries["greentown-after-sales/procedures/night-leak"]
    assert isinstance(entry.record, Procedure)

    calls = list(first_calls(Page(library, entry.url, entry), entry.record))

    assert [(call.number, call.when) for call in calls if call.dial in ("120", "119")] == [
        ("120", when),
        ("119", "有人被困"),
    ]
    assert all(isinstance(call, CallView) for call in calls)
