"""Graphs: what follows what, what is lost, and what goes round."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from schemas.graph import Edge, Graph
from schemas.library import Library


def graph(edges: str, ends: str = "", limited: str = "", nodes: str = "abcdef") -> Graph:
    """A graph of one-letter nodes that starts at `a`: `ab bc!d` means a→b, b→c, and b's limit leads to d."""
    found = [Edge(pair[0], pair[1]) for pair in edges.split() if len(pair) == 2]
    found += [Edge(pair[0], pair[2], "limit", times=2) for pair in edges.split() if len(pair) == 3]
    return Graph(tuple(nodes), (nodes[0],), frozenset(ends), tuple(found), frozenset(limited))


def test_a_procedure_goes_on_to_the_next_step_unless_told_otherwise(library: Library) -> None:
    """`then`, branches and `end` are other ways; a limit is one more."""
    flow = library.entries["greentown-after-sales/procedures/complaint-handling"].record.flow()
    assert flow is not None
    found = flow.graph

    assert [(edge.target, edge.kind) for edge in found.after("receive")] == [("can-answer", "next")]
    assert [(edge.target, edge.label) for edge in found.after("accepted")] == [("close", "认可"), ("reopen", "不认可")]
    assert [(edge.target, edge.kind, edge.times) for edge in found.after("reopen")] == [
        ("approve", "next", 0), ("escalate", "limit", 2),
    ]  # fmt: skip
    assert found.after("close") == ()
    assert found.ends == {"escalate", "close"}


def test_a_kind_without_steps_has_no_graph(library: Library) -> None:
    """A form goes nowhere."""
    assert library.entries["greentown-after-sales/forms/opinion-survey"].record.flow() is None


def test_only_the_first_of_what_is_lost_is_named() -> None:
    """A chain at its head, a circle at its first node, a node that leads to itself alone."""
    assert graph("ab cd de", nodes="abcde").lost() == ("c",)
    assert graph("ab cd dc", nodes="abcd").lost() == ("c",)
    assert graph("ab dc cd ec", nodes="abcde").lost() == ("e",)
    assert graph("ab cc", nodes="abc").lost() == ("c",)
    assert graph("ab bc", nodes="abc").lost() == ()


def test_a_circle_without_a_way_out_is_endless() -> None:
    """Named once, at its first node; one that leads into another is not itself endless."""
    assert graph("ab bc cb", nodes="abc").endless() == ("b",)
    assert graph("ab bc cb cd", "d", nodes="abcd").endless() == ()
    assert graph("ab ba bc cd dc", nodes="abcd").endless() == ("c",)
    assert graph("aa", nodes="a").endless() == ("a",)
    assert graph("ab bc cb ca", nodes="abc").endless() == ("a",)


def test_a_loop_is_bounded_by_a_limit_on_any_of_its_nodes() -> None:
    """Each loop without one is named at its first node."""
    assert graph("ab bc cb cd", "d", nodes="abcd").unlimited_loops() == ("b",)
    assert graph("ab bc cb cd", "d", "c", nodes="abcd").unlimited_loops() == ()
    assert graph("ab ba cd dc", nodes="abcd").unlimited_loops() == ("a", "c")


def test_a_limit_that_leads_back_is_circular() -> None:
    """After the limit the way must not come to the limit again."""
    assert graph("ab bc cb c!d", "d", "c", nodes="abcd").circular_limits() == ()
    assert graph("ab bc cb c!d db", "d", "c", nodes="abcd").circular_limits() == ("c",)


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14),
    st.sets(st.sampled_from("abcdef")),
)
def test_every_circle_that_can_be_entered_and_not_left_is_found(edges: list[tuple[str, str]], ends: set[str]) -> None:
    """Compared with going every way by hand."""
    found = graph(" ".join(a + b for a, b in edges), "".join(ends))

    def ahead(node: str) -> set[str]:
        seen: set[str] = set()
        waiting = [edge.target for edge in found.after(node)]
        while waiting:
            if (here := waiting.pop()) not in seen:
                seen.add(here)
                waiting += [edge.target for edge in found.after(here)]
        return seen

    stuck = {
        n for n in ahead("a") | {"a"} if n in ahead(n) and all(n in ahead(m) for m in ahead(n)) and not ahead(n) & ends
    }
    looping = {node for node in "abcdef" if node in ahead(node)}

    assert {n for first in found.endless() for n in ahead(first)} == stuck
    assert set(found.unlimited_loops()) <= looping
    assert all(
        any(first in ahead(node) and node in ahead(first) for first in found.unlimited_loops()) for node in looping
    )
    assert set(found.lost()) <= set("abcdef") - found.reachable()


def test_a_long_procedure_takes_no_time() -> None:
    """Thirty thousand steps in one loop are looked at in a moment, without recursion."""
    nodes = tuple(str(number) for number in range(30_000))
    edges = tuple(Edge(a, b) for a, b in zip(nodes, (*nodes[1:], nodes[0]), strict=True))
    started = time.process_time()
    found = Graph(nodes, (nodes[0],), frozenset(), edges, frozenset())

    assert found.unlimited_loops() == found.endless() == ("0",)
    assert found.lost() == ()
    assert time.process_time() - started < 5
