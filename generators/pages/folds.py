"""Long pages folded by branch: the steps that one answer alone leads to stand together, under that answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Generic, TypeVar

from generators.pages.page import Link, Page
from schemas.graph import Edge, Graph

V = TypeVar("V")

LONG: Final = 12
"""A page of so many steps or moments is folded."""
_CARDS: Final = 3
"""So many emergency cards in a row stand under one fold."""


@dataclass(frozen=True, slots=True)
class Fold:
    """What stands on a fold: its anchor, the answer that leads into it, how much is in it, and the question."""

    anchor: str
    title: str
    count: str
    asked: Link | None


@dataclass(frozen=True, slots=True)
class Stretch(Generic[V]):
    """Steps or moments one after another, under a fold or under none."""

    fold: Fold | None
    views: tuple[V, ...]


@dataclass(frozen=True, slots=True)
class _Arm:
    """The nodes of a fold; *asks* is the decision, empty where there is none."""

    nodes: tuple[str, ...]
    asks: str
    answers: tuple[str, ...] = ()


def stretches(
    page: Page, graph: Graph, views: Mapping[str, V], name: Callable[[V], Link], cards: Collection[str] = ()
) -> tuple[Stretch[V], ...]:
    """The views of all nodes of *graph*, in their order.

    Args:
        page: where they stand; on paper nothing is folded.
        graph: what follows what.
        views: the view of each node.
        name: the heading of a view, and where it is.
        cards: the nodes that are no more than the name of an emergency card.
    """
    if page.is_unfolded or len(graph.nodes) < LONG:
        return (Stretch(None, tuple(views.values())),)
    arms = {arm.nodes[0]: arm for arm in (*_card_runs(graph, cards), *_arms(graph))}
    return tuple(_stretched(page, graph, views, name, arms))


def fold_names(folded: Iterable[Stretch[V]]) -> tuple[tuple[str, str], ...]:
    """The folds of a page for its contents."""
    return tuple((stretch.fold.anchor, stretch.fold.title) for stretch in folded if stretch.fold)


def _stretched(
    page: Page, graph: Graph, views: Mapping[str, V], name: Callable[[V], Link], arms: Mapping[str, _Arm]
) -> Iterator[Stretch[V]]:
    loose: list[V] = []
    nodes = list(graph.nodes)
    while nodes:
        arm = arms.get(nodes[0])
        if arm is None:
            loose.append(views[nodes.pop(0)])
            continue
        if loose:
            yield Stretch(None, tuple(loose))
        yield Stretch(_fold(page, arm, views, name), tuple(views[node] for node in arm.nodes))
        loose, nodes = [], nodes[len(arm.nodes) :]
    if loose:
        yield Stretch(None, tuple(loose))


def _fold(page: Page, arm: _Arm, views: Mapping[str, V], name: Callable[[V], Link]) -> Fold:
    said = " / ".join(page.plain(answer) for answer in arm.answers)
    count = page.t.fold_steps if arm.asks else page.t.fold_cards
    return Fold(
        anchor=page.anchor("branch", arm.nodes[0]),
        title=page.t.fold_if.format(answer=said) if said else page.t.fold_emergencies,
        count=count.format(n=len(arm.nodes)),
        asked=name(views[arm.asks]) if arm.asks else None,
    )


def _arms(graph: Graph) -> Iterator[_Arm]:
    """The branches of each decision that stands in no branch itself, but for those that are most of the page."""
    folded: set[str] = set()
    for node in graph.nodes:
        answers = [edge for edge in graph.after(node) if edge.kind in ("branch", "answer")]
        if node in folded:
            continue
        for arm in _arms_of(graph, node, answers):
            folded |= set(arm.nodes)
            yield arm


def _arms_of(graph: Graph, node: str, answers: list[Edge]) -> Iterator[_Arm]:
    later = graph.nodes[graph.nodes.index(node) + 1 :]
    for target in dict.fromkeys(edge.target for edge in answers if edge.target in later):
        only = graph.only_through(target)
        if all(graph.after(left) for left in graph.led_to(node, without=target)):
            continue  # no way ends without it: it is how all go on
        nodes = tuple(takewhile(only.__contains__, graph.nodes[graph.nodes.index(target) :]))
        if 1 < len(nodes) <= len(graph.nodes) // 2:
            yield _Arm(nodes, node, tuple(edge.label for edge in answers if edge.target == target))


def _card_runs(graph: Graph, cards: Collection[str]) -> Iterator[_Arm]:
    run: list[str] = []
    for node in (*graph.nodes, ""):
        if node in cards:
            run.append(node)
            continue
        if len(run) >= _CARDS:
            yield _Arm(tuple(run), "")
        run = []
