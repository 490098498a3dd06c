from __future__ import annotations

import numpy as np

from search.trees import GRAIN, Trees

ONE = ([0, 1, 1, 0, 0, 0, 0], [0.5, 10.0, 20.0, 0.0, 0.0, 0.0, 0.0], [1, 1, 2, 2, 3, 3, 4, 4])
"""Is the first number over a half? If not, is the second over 10, and if so, over 20? The others say nothing."""


def test_a_tree_asks_one_question_after_the_other() -> None:
    """A number that is as great as the limit is not greater; each way ends in its own gain."""
    rows = np.array([[0.5, 10.0], [0.5, 10.5], [0.6, 20.0], [0.6, 21.0]])

    assert (Trees.of([ONE]).weigh(rows) * GRAIN).tolist() == [1, 2, 3, 4]


def test_gains_of_all_trees_are_added_up_exactly() -> None:
    """Whole millionths: ten times a tenth is one, in whatever order."""
    tenth = ([0] * 7, [0.0] * 7, [GRAIN // 10] * 8)

    assert Trees.of([tenth] * 10).weigh(np.zeros((2, 1))).tolist() == [1.0, 1.0]


def test_without_trees_there_is_nothing_to_add() -> None:
    """An empty file of trees gives each row 0."""
    assert Trees.of([]).weigh(np.zeros((3, 4))).tolist() == [0.0, 0.0, 0.0]


def test_what_is_ruled_out_is_where_no_walk_ends() -> None:
    """Every row of many comes to what walking each tree down gives it."""
    chance = np.random.default_rng(1)
    trees = [
        (chance.integers(0, 5, 7).tolist(), chance.integers(0, 4, 7).tolist(), chance.integers(-99, 99, 8).tolist())
        for _ in range(30)
    ]
    rows = chance.integers(0, 5, (40, 5)).astype(float)

    walked = [sum(_walk(*tree, row) for tree in trees) for row in rows.tolist()]
    assert (Trees.of(trees).weigh(rows) * GRAIN).round().tolist() == walked


def _walk(about: list[int], limits: list[float], gains: list[int], row: list[float]) -> int:
    place = 0
    while place < len(about):
        place = 2 * place + (2 if row[about[place]] > limits[place] else 1)
    return gains[place - len(about)]
