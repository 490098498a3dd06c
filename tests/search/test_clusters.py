"""A large library's passages in clusters, of which a question looks at the nearest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Page

from search import clusters, student
from search.ask import Searcher
from search.clusters import Clusters, clusters_of
from search.index import Index
from search.questions import read_questions
from search.student import PARTS, Gist, Student
from tests.search.conftest import QUESTIONS, open_page

ASKED = """asked => Promise.all(asked.map(async question => {
    const { status, answers } = await Shouce.offline.ask(question);
    return [status, answers.map(({url}) => url)];
}))"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of a hundred passages is large, and a cluster of sixty."""
    monkeypatch.setattr(student, "LARGE", 100)
    monkeypatch.setattr(clusters, "MOST", 60)
    monkeypatch.setattr(clusters, "LEAST", 4)


def _around(middles: int, each: int) -> NDArray[np.int8]:
    """Vectors around some others, mixed."""
    chance = np.random.default_rng(16)
    near = chance.normal(size=(middles, 1, 16)) + 0.4 * chance.normal(size=(middles, each, 16))
    return chance.permutation(np.clip(np.rint(near.reshape(-1, 16)), -3, 3).astype(np.int8))


def _student(passages: NDArray[np.int8]) -> Student:
    return Student(np.zeros(0, np.int32), np.zeros((0, passages.shape[1]), np.int8), passages)


def _plain(made: Clusters) -> list[Any]:
    return [made.middles.tolist(), made.numbers.tolist(), made.starts.tolist(), made.mean.tolist()]


@pytest.mark.usefixtures("small")
def test_every_passage_is_in_one_cluster() -> None:
    """None is too large, and the same passages always give the same ones."""
    passages = _around(20, 40)
    made = clusters_of(passages)

    assert sorted(made.numbers.tolist()) == list(range(800))
    assert max(np.diff(made.starts)) <= 60
    assert _plain(made) == _plain(clusters_of(passages))


@pytest.mark.usefixtures("small")
def test_passages_that_all_mean_the_same_are_cut_by_their_numbers() -> None:
    """Where no middle is nearer than another one."""
    made = clusters_of(np.ones((130, 16), dtype=np.int8))

    assert [made.passages(cluster).tolist()[0] for cluster in range(3)] == [0, 60, 120]


@pytest.mark.usefixtures("small")
def test_the_nearest_clusters_have_what_is_nearest() -> None:
    """A tenth of the passages is looked at, and has nearly all of the ten nearest; the others count as their mean does.

    Scores are what they are among all, but for what the mean and the spread lose by being rounded.
    """
    passages = _around(40, 50)
    pupil = _student(passages)
    found = []
    for vector in passages[::50].astype(np.int64):
        scores, nearest = pupil.meant(Gist(vector))
        whole = pupil.near(Gist(vector))
        first = np.argsort(-scores, kind="stable")[:10]
        found.append(np.mean(whole[first] >= np.sort(whole)[-10]))
        assert nearest == whole.max() / PARTS
        assert scores[first[0]] == pytest.approx((whole[first[0]] - whole.mean()) / whole.std(), abs=0.03)
        assert scores.mean() == pytest.approx(0, abs=0.01)
    assert np.mean(found) >= 0.95


def test_a_small_library_has_none(dense_index: Index) -> None:
    """The page has all its vectors with the index."""
    assert dense_index.student is not None
    assert dense_index.student.clusters is None


@pytest.mark.usefixtures("small")
def test_the_page_looks_at_the_same_clusters(dense_index: Index, page: Page, tmp_path: Path) -> None:
    """It gives the answers that the program gives with the student, and loads no more than it looks at."""
    assert dense_index.student is not None
    index = replace(dense_index, student=replace(dense_index.student))
    open_page(page, index, tmp_path)
    questions = [case.question for case in read_questions(QUESTIONS)][::16]
    loaded = "performance.getEntriesByType('resource').filter(({name}) => name.includes('index-vectors-')).length"
    first = page.evaluate(ASKED, questions[:1])

    searcher = Searcher(index, student=True)
    answers = [searcher.ask(question) for question in questions]
    made = index.student.clusters if index.student else None
    assert made is not None
    assert page.evaluate(loaded) <= made.looked_at < len(list((tmp_path / "assets").glob("index-vectors-*.js")))
    assert [*first, *page.evaluate(ASKED, questions[1:])] == [
        [answer.status, [hit.url for hit in answer.answers]] for answer in answers
    ]
