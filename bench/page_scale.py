"""What looking at the nearest clusters only costs a library of 250,000 passages, in recall, files and bytes.

`python -m bench.page_scale` draws vectors around those of this library's passages (`handbook build --only index`) that
are as near to each other as those are. It asks them the questions of the tuning half, as the student understands them.
Recall is how many of the ten best of those that are looked at are as near as the tenth of all.
The words of so large a library are no part of this: the page has all postings of a token, which grow with it.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.clusters import Clusters
from search.encoder import unit
from search.index import open_index
from search.page_vectors import clusters_for_page, vectors_of
from search.question import read_question
from search.questions import FILE, read_questions
from search.scripts import as_script
from search.student import Gist, Student
from search.student_shipped import rounded

SIZES: Final = (50_000, 250_000)
_LOOKED_AT: Final = (4, 8, 16, 24)
_QUESTIONS: Final = 300
_APART: Final = 0.75
"""How long what is added to a passage is: the median of the cosines to the nearest one stays what it is, .71 or .72."""
_BEST: Final = 10


def drawn(passages: NDArray[np.int8], count: int) -> NDArray[np.int8]:
    """So many vectors around those of *passages*."""
    chance = np.random.default_rng(16)
    around = unit(passages[chance.integers(len(passages), size=count)].astype(np.float32))
    added = chance.normal(size=around.shape).astype(np.float32) * (_APART / np.sqrt(around.shape[1]))
    return rounded(unit(around + added))


def recall(student: Student, made: Clusters, gists: Sequence[Gist], looked_at: int) -> float:
    """How many of the best of those that are looked at are as near as the last of the best of all."""
    shares = list[float]()
    for gist in gists:
        whole = student.near(gist)
        numbers = np.concatenate([made.passages(one) for one in made.nearest(gist.vector, looked_at)])
        best = np.sort(whole[numbers])[-_BEST:]
        shares.append(float(np.sum(best >= np.partition(whole, -_BEST)[-_BEST])) / _BEST)
    return statistics.mean(shares)


def measure(student: Student, gists: Sequence[Gist]) -> None:
    """Print what is found and what it takes."""
    began = perf_counter()
    made = student.clusters
    assert made is not None
    took = perf_counter() - began
    files = [len(gzip.compress(as_script("v", one), 6)) / 1000 for one in vectors_of(student, "0" * 16)]
    index = len(gzip.compress(as_script("c", clusters_for_page(made)), 6)) / 1000
    sys.stdout.write(
        f"{len(student.passages)} passages: {len(files)} clusters in {took:.0f} s, {index:.0f} KB in the index; a file "
        f"{statistics.mean(files):.0f} KB, at most {max(files):.0f}; all vectors in it would be {sum(files):.0f} KB\n"
    )
    for looked_at in sorted({*_LOOKED_AT, made.looked_at}):
        found = recall(student, made, gists, looked_at)
        sys.stdout.write(
            f"  {looked_at} looked at: recall@{_BEST} {found:.3f} (n={len(gists)}), {looked_at} files, "
            f"{looked_at * statistics.mean(files) + index:.0f} KB\n"
        )
    began = perf_counter()
    for gist in gists:
        student.meant(gist)
    each = (perf_counter() - began) / len(gists) * 1000
    sys.stdout.write(f"  as it is, with {made.looked_at} of them: {each:.1f} ms a question\n")


def main() -> None:
    """Print it for each size."""
    index = open_index(Path.cwd())
    pupil = index.student
    assert pupil is not None
    cases = [case for case in read_questions(Path.cwd() / FILE) if case.group == "tune"]
    read = (read_question(case.question, index.lexical) for case in cases[:: max(1, len(cases) // _QUESTIONS)])
    gists = [pupil.gist(one.tokens, index.lexical) for one in read]
    known = [gist for gist in gists if gist.vector.any()]
    for size in SIZES:
        measure(Student(pupil.terms, pupil.tokens, drawn(pupil.passages, size)), known)


if __name__ == "__main__":
    main()
