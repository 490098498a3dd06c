"""Vectors in the shared database against those in memory: the same cosines, and the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import psycopg
import pytest
from psycopg import sql

from bench.postgres import Postgres
from schemas.findings import HandbookError
from schemas.library import Library
from search.ask import Searcher
from search.building import build_index
from search.encoder import Encoder, unit
from search.errors import IndexUnfitError, VectorsDamagedError
from search.index import Index, index_facts
from search.left_out import EncodedOthers
from search.questions import read_questions
from search.shared.database import Database
from search.shared.generations import SharedGenerations
from search.shared.tables import TABLES
from search.shared.vector_tables import put_vectors
from search.shared.vectors import SharedVectors
from search.store import ArrayStore
from tests.search.conftest import QUESTIONS
from tests.search.shared.conftest import in_database, starts
from tests.waiting import until

SOME = 40
"""So many questions are asked in an ordinary test."""


def told(searcher: Searcher, question: str) -> tuple[object, ...]:
    """What somebody who asks gets of an answer: how it was found, what it comes to, and the places in their order."""
    answer = searcher.ask(question)
    return answer.search, answer.status, [hit.url for hit in answer.answers], [hit.also for hit in answer.answers]


def sample(count: int) -> list[str]:
    cases = read_questions(QUESTIONS)
    return [case.question for case in cases[:: len(cases) // count]][:count]


@pytest.mark.parametrize("english", [False, True])
def test_cosines_are_those_of_the_arrays(
    dense_index: Index, shared_vectors: SharedVectors, encoder: Encoder, english: bool
) -> None:
    """Of all passages, in their order, to six places; what they come to together too."""
    assert dense_index.dense is not None
    for question in sample(5):
        vector = unit(encoder.encode_query(question))
        here, there = (store.near(vector, english=english) for store in (dense_index.dense, shared_vectors))
        for ours, theirs in zip(here[:3], there[:3], strict=True):
            assert theirs == pytest.approx(ours, abs=1e-6)
        assert np.array(there.spreads) == pytest.approx(np.array(here.spreads), abs=1e-6)
    assert np.array_equal(shared_vectors.sums(starts(dense_index)), dense_index.dense.sums(starts(dense_index)))
    assert shared_vectors.dimension == dense_index.dense.dimension


def test_an_ask_can_be_left_out(dense_index: Index, shared_vectors: SharedVectors, encoder: Encoder) -> None:
    """As in memory: the middle of its passage is another, and nothing else."""
    number = next(n for n, passage in enumerate(dense_index.passages) if passage.asks_zh)
    assert dense_index.dense is not None
    others = EncodedOthers(dense_index.passages, encoder)
    both = [store.with_others(others) for store in (dense_index.dense, shared_vectors)]
    vector = unit(encoder.encode_query(dense_index.passages[number].asks_zh[0]))
    here, there = (store.near(vector, english=False, without=(number, 0)) for store in both)

    assert there.middle == pytest.approx(here.middle, abs=1e-6)
    assert there.middle[number] < shared_vectors.near(vector, english=False).middle[number] - 0.01


def test_answers_are_the_same(dense_index: Index, shared_vectors: SharedVectors, encoder: Encoder) -> None:
    """The same places in the same order, as sure, and the same said elsewhere."""
    here, there = (Searcher(replace(dense_index, dense=one), encoder) for one in (dense_index.dense, shared_vectors))
    for question in sample(SOME):
        assert told(there, question) == told(here, question)


@pytest.mark.prove
def test_all_answers_of_the_library_are_the_same(
    whole_library: Library, encoder: Encoder, shared: SharedGenerations, tmp_path: Path
) -> None:
    """Every question of the evaluation, asked of all handbooks."""
    index = build_index(whole_library, tmp_path, encoder=encoder)
    vectors = in_database(shared, index)
    here, there = (Searcher(replace(index, dense=one), encoder) for one in (index.dense, vectors))
    questions = [case.question for case in read_questions(QUESTIONS)]

    assert [question for question in questions if told(there, question) != told(here, question)] == []


@pytest.fixture(scope="module")
def many() -> ArrayStore:
    """Two thousand passages around fifty matters."""
    chance = np.random.default_rng(21)
    matters = unit(chance.normal(size=(50, 64)).astype(np.float32))
    around = matters[chance.integers(50, size=2_000)]
    drawn = [unit(around + chance.normal(size=around.shape).astype(np.float32) * 0.08) for _ in range(4)]
    return ArrayStore(np.stack(drawn[:2]), np.stack(drawn[2:]))


@pytest.fixture(scope="module")
def indexed(shared: SharedGenerations, common: Database, many: ArrayStore) -> SharedVectors:
    """The same in the database, with indexes."""
    shared.write("7" * 16, {}, {})
    with common.turn(TABLES) as connection:
        assert put_vectors(connection, "7" * 16, many, np.arange(0, 2_000, 10), exact=1_000)
    vectors = shared.vectors("7" * 16)
    assert vectors is not None
    assert vectors.is_indexed
    return vectors


def questions(many: ArrayStore) -> Sequence[np.ndarray[tuple[int], np.dtype[np.float32]]]:
    return [unit(many.middles[0, number] + many.texts[1, number]) for number in range(0, 2_000, 100)]


def test_the_nearest_are_found(many: ArrayStore, indexed: SharedVectors) -> None:
    """.98 of the ten nearest of each kind, with their cosines to three places."""
    found = 0
    for vector in questions(many):
        here, there = (store.near(vector, english=False) for store in (many, indexed))
        for ours, theirs in zip(here[:3], there[:3], strict=True):
            nearest = np.argsort(-ours)[:10]
            found += int(np.sum(np.abs(theirs[nearest] - ours[nearest]) < 0.001))
    assert found / (20 * 3 * 10) >= 0.98


def test_what_all_come_to_is_exact(many: ArrayStore, indexed: SharedVectors) -> None:
    """The mean and the deviation of all cosines, though most of them are not known: the others are their mean."""
    for vector in questions(many)[:5]:
        here, there = (store.near(vector, english=True) for store in (many, indexed))
        assert np.array(there.spreads) == pytest.approx(np.array(here.spreads), abs=1e-5)
        assert [float(cosines.mean()) for cosines in there[:3]] == pytest.approx(
            [spread.mean for spread in here.spreads], abs=1e-3
        )


def test_the_best_by_words_are_compared_too(many: ArrayStore, indexed: SharedVectors) -> None:
    """However far away their meaning is."""
    vector = questions(many)[0]
    exact = many.near(vector, english=False).text
    farthest, words = int(exact.argmin()), np.zeros(2_000)
    words[farthest] = 1.0

    assert indexed.near(vector, english=False).text[farthest] > exact[farthest] + 0.1
    assert indexed.near(vector, english=False, words=words).text[farthest] == pytest.approx(exact[farthest], abs=1e-3)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM {table} WHERE passage = 3",
        "UPDATE {table} SET middle_en = text_zh WHERE passage = 3",
        "UPDATE {table} SET passage = -1 WHERE passage = 3",
        "UPDATE handbook.generation_vectors SET sums = set_byte(sums, 7, 65) WHERE generation = '{name}'",
        "DROP TABLE {table}",
    ],
)
def test_damage_is_noticed_when_they_are_opened(database_url: str, dense_index: Index, damage: str) -> None:
    """Rows that are missing or others, another sum, no table: it is said, and which command puts it right."""
    database = Database(database_url)
    shared, name = SharedGenerations(database), dense_index.generation
    in_database(shared, dense_index)
    with database.turn(TABLES) as connection:
        connection.execute(damage.format(table=f"handbook.vectors_{name}", name=name).encode())

    with pytest.raises(VectorsDamagedError) as raised:
        shared.vectors(name)
    assert raised.value.say("en") == (
        f"the vectors of search index {name} in the database are missing or damaged, so they are not used; "
        "run: handbook build"
    )
    assert raised.value.say("zh") == f"数据库里检索索引 {name} 的向量缺失或已损坏，不予使用；请重新运行 handbook build"


def test_rows_that_go_later_leave_an_answer_by_words(
    database_url: str, dense_index: Index, encoder: Encoder, by_words: Searcher
) -> None:
    """Whoever asks meanwhile gets what words find, and is told so; nothing fails."""
    database = Database(database_url)
    vectors = in_database(SharedGenerations(database), dense_index)
    searcher = Searcher(replace(dense_index, dense=vectors), encoder)
    with database.turn(TABLES) as connection:
        table = sql.Identifier("handbook", f"vectors_{dense_index.generation}")
        connection.execute(sql.SQL("DELETE FROM {} WHERE passage = 3").format(table))
    answer, by_hand = searcher.ask("怎么处理投诉"), by_words.ask("怎么处理投诉")

    assert (answer.search, answer.status, answer.answers) == ("vectors-away", by_hand.status, by_hand.answers)


def test_a_database_that_is_away_leaves_an_answer_by_words(
    own_postgres: Postgres, dense_index: Index, encoder: Encoder, by_words: Searcher
) -> None:
    """When it is back, meaning is searched again, without another word."""
    with Database(own_postgres.new_database()) as database:
        searcher = Searcher(replace(dense_index, dense=in_database(SharedGenerations(database), dense_index)), encoder)
        before = searcher.ask("怎么处理投诉").search
        own_postgres.crash()
        away = searcher.ask("怎么处理投诉")
        own_postgres.start()
        until(lambda: searcher.ask("怎么处理投诉").search == "semantic")

    assert before == "semantic"
    assert (away.search, away.answers) == ("vectors-away", by_words.ask("怎么处理投诉").answers)


def test_another_encoder_is_refused(dense_index: Index, shared_vectors: SharedVectors) -> None:
    """One whose vectors are of another length."""

    class Short:
        def encode_query(self, inputs: str) -> object:
            return np.ones(2, dtype=np.float32)

        encode_document = encode_query

    with pytest.raises(IndexUnfitError) as raised:
        Searcher(replace(dense_index, dense=shared_vectors), Short())
    assert raised.value.say("en") == (
        f"search index {dense_index.generation} was built for '384' and '2' is in use, so it is not used; "
        "run: handbook build --only index"
    )


def test_where_there_is_no_pgvector_none_are_held(database_url: str, dense_index: Index) -> None:
    """A generation is there without: servers hold its vectors themselves."""
    assert isinstance(dense_index.dense, ArrayStore)
    shared = SharedGenerations(Database(database_url))
    shared.write(dense_index.generation, index_facts(dense_index, ""), {})
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("CREATE VIEW public.pg_available_extensions AS SELECT '' AS name, '' AS installed_version")
        named = sql.SQL("ALTER DATABASE {} SET search_path = public, pg_catalog")
        connection.execute(named.format(sql.Identifier(connection.info.dbname)))
    shared = SharedGenerations(Database(database_url))

    assert not shared.put_vectors(dense_index.generation, dense_index.dense, starts(dense_index))
    assert shared.vectors(dense_index.generation) is None


def test_who_may_only_read_reads(database_url: str, dense_index: Index, shared_vectors: SharedVectors) -> None:
    """A user without the right to write opens and compares; to put something there is refused in words."""
    in_database(SharedGenerations(Database(database_url)), dense_index)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("DO $$BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END$$")
        connection.execute("GRANT USAGE ON SCHEMA handbook TO reader")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA handbook TO reader")
    reader = SharedGenerations(Database(database_url.replace("postgres:@", "reader@")))
    vectors, vector = reader.vectors(dense_index.generation), np.full(384, 384**-0.5, dtype=np.float32)
    reader.uses(dense_index.generation)

    assert vectors is not None
    assert vectors.near(vector, english=True).text == pytest.approx(shared_vectors.near(vector, english=True).text)
    with pytest.raises(HandbookError) as refused:
        reader.write("8" * 16, {}, {})
    assert "refuses: permission denied for table generation_vectors. Have its administrator" in refused.value.say("en")
