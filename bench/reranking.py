"""Fit `search/trees.json`: the regression trees that look at the nearest records again, from the tuning half.

`python -m bench.reranking` comes after `bench.ranking`, reads the index of this library and writes the file; the
reported half is never looked at. LambdaMART, for each language and way: records, whether the handbook is known or not
being one of the features; and parts, among those of each record that answers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np
from numpy.typing import NDArray

from bench.ranking import cases_to_fit, searchers
from schemas.words import LANGUAGES
from search.ask import Searcher
from search.question import read_question
from search.questions import Case
from search.reranking import FILE as TREES
from search.reranking import Of, Standing
from search.signs import Reader
from search.trees import ASKED, DEPTH, ENDS, GRAIN
from search.weighing import Weigher, weights_of

_TREES: Final = 120
_OPTIONS: Final[Mapping[str, Any]] = {
    "objective": "lambdarank", "lambdarank_truncation_level": 5, "learning_rate": 0.05,
    "max_depth": DEPTH, "num_leaves": ENDS, "min_data_in_leaf": 60,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1,
    "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
}  # fmt: skip
"""Chosen by five-fold cross-validation within the tuning half; other numbers of trees, leaves and rates did as well."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """Passages that are told apart for one question.

    Attributes:
        features: shape (passages, FEATURES).
        right: which of them answer.
    """

    features: Array
    right: NDArray[np.bool_]

    @property
    def teaches(self) -> bool:
        """Whether some answer and others do not."""
        return bool(self.right.any()) and not self.right.all()


def groups(searcher: Searcher, cases: Iterable[Case], of: Of, *, at_home: bool) -> Iterator[Group]:
    """What *cases* have to tell apart: the nearest passages, or those of each record that answers."""
    index = searcher.index
    reader, weigher = Reader(index), Weigher(index.passages)
    standing = Standing(reader.record_of, reader.firsts)
    for case in cases:
        read = read_question(case.question, index.lexical)
        evidence = searcher.weigh(read, case.handbook if at_home else None)
        near = standing.near(evidence.summed)
        aim = "part" if of == "part" else "home" if at_home else "library"
        weighed = weigher.weigh(evidence.signs, weights_of(aim, read.lang, evidence.signs.way))
        (features,) = standing.read(evidence.signs, [weighed], near, at_home=at_home)
        passages = [index.passages[number] for number in near]
        if of == "record":
            right = np.array([passage.record in case.records for passage in passages])
            yield Group(features, right)
            continue
        right = np.array([case.is_answered_at(passage.record, passage.part) for passage in passages])
        for record in np.unique(reader.record_of[near][right]):
            its = reader.record_of[near] == record
            yield Group(features[its], right[its])


def fit(given: Sequence[Group]) -> list[Any]:
    """The trees that put what is right before what is not, as they are kept."""
    data = lightgbm.Dataset(
        np.concatenate([group.features for group in given]),
        np.concatenate([group.right for group in given]).astype(np.intp),
        group=[len(group.right) for group in given],
    )
    fitted = lightgbm.train(dict(_OPTIONS), data, _TREES)
    return [_written(tree["tree_structure"]) for tree in fitted.dump_model()["tree_info"]]


def _written(tree: Mapping[str, Any]) -> list[Any]:
    """A tree with all its places: where it ends early, whatever is asked leads to the same gain."""
    about, limits, gains = [0] * ASKED, [0.0] * ASKED, [0] * ENDS

    def fill(node: Mapping[str, Any], place: int) -> None:
        if place >= ASKED:
            gains[place - ASKED] = round(float(node["leaf_value"]) * GRAIN)
            return
        if "split_feature" in node:
            about[place], limits[place] = int(node["split_feature"]), float(f"{node['threshold']:.6g}")
        fill(node.get("left_child", node), 2 * place + 1)
        fill(node.get("right_child", node), 2 * place + 2)

    fill(tree, 0)
    return [about, limits, gains]


def main() -> None:
    """Fit all trees and write them."""
    root = Path.cwd()
    ways = searchers(root)
    cases = cases_to_fit(root, ways["vectors"].index)
    fitted: dict[str, Any] = {}
    for way, searcher in ways.items():
        for lang in LANGUAGES:
            asked = [case for case in cases if case.lang == lang]
            aims: Mapping[Of, Sequence[bool]] = {"record": (True, False), "part": (True,)}
            fitted.setdefault(way, {})[lang] = {
                of: fit(
                    [group for home in homes for group in groups(searcher, asked, of, at_home=home) if group.teaches]
                )
                for of, homes in aims.items()
            }
            sys.stdout.write(f"{way} {lang}: {len(asked)} questions\n")
    TREES.write_text(json.dumps(fitted, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
