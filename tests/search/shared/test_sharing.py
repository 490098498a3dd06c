"""An index is put into the shared database and opened from there, by a machine that has none or has others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import psycopg
import pytest

from search.errors import IndexDamagedError, IndexMissingError
from search.index import FOLDER, current_generation, open_index
from search.shared.database import Database
from search.shared.errors import DatabaseAwayError
from search.shared.generations import SharedGenerations
from search.shared.vectors import SharedVectors
from search.sharing import share
from search.store import ArrayStore


@pytest.fixture
def shared(database_url: str) -> SharedGenerations:
    return SharedGenerations(Database(database_url))


def test_what_is_there_is_not_written_again(
    indexed_library: Path, shared: SharedGenerations, database_url: str
) -> None:
    """What is damaged is, the files or the vectors."""
    name = current_generation(indexed_library)
    assert share(indexed_library, shared) == (name, True, True)
    assert share(indexed_library, shared) == (name, False, True)
    for damage in ("UPDATE handbook.generation_files SET content = ''", "DELETE FROM handbook.generation_vectors"):
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute(damage.encode())
        assert share(indexed_library, shared) == (name, True, True)
    assert (shared.named(), shared.is_whole(name)) == ((name,), True)


def test_a_machine_without_an_index_opens_the_one_that_is_shared(
    indexed_library: Path, shared: SharedGenerations, tmp_path: Path
) -> None:
    """The same index, but its vectors stay in the database."""
    share(indexed_library, shared)
    here, there = open_index(indexed_library), open_index(tmp_path, shared=shared)

    assert (there.generation, there.corpus, there.passages) == (here.generation, here.corpus, here.passages)
    assert (type(here.dense), type(there.dense), there.warnings) == (ArrayStore, SharedVectors, ())


def test_of_a_machine_whose_index_is_damaged_the_shared_one_is_opened(
    indexed_library: Path, shared: SharedGenerations, tmp_path: Path
) -> None:
    """It is the same one, so that nothing is old, and nobody is told anything."""
    share(indexed_library, shared)
    shutil.copytree(indexed_library / FOLDER, tmp_path / FOLDER)
    name = current_generation(tmp_path)
    (tmp_path / FOLDER / name / "terms.json").write_bytes(b"[")

    assert open_index(tmp_path, shared=shared).warnings == ()
    with pytest.raises(IndexDamagedError):
        open_index(tmp_path)


def test_vectors_that_are_damaged_are_read_with_the_rest(
    indexed_library: Path, shared: SharedGenerations, database_url: str
) -> None:
    """Meaning is searched as well, and somebody is told why in memory."""
    name = share(indexed_library, shared).name
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("UPDATE handbook.generation_vectors SET digest = 1")
    index = open_index(indexed_library, shared=shared)

    assert isinstance(index.dense, ArrayStore)
    assert [warning.say("en") for warning in index.warnings] == [
        (
            f"the vectors of search index {name} in the database are missing or damaged, so they are not used; "
            "run: handbook build"
        )
    ]


def test_while_the_database_is_away_the_index_of_the_machine_is_as_good(indexed_library: Path, tmp_path: Path) -> None:
    """It is opened, with why it is not the shared one; to share is refused in words, and leaves it as it is."""
    away = SharedGenerations(Database("postgresql://clerk:secret@127.0.0.1:1/handbook"))
    index = open_index(indexed_library, shared=away)
    with pytest.raises(DatabaseAwayError) as refused:
        share(indexed_library, away)

    assert isinstance(index.dense, ArrayStore)
    told = index.warnings[0].say("en")
    assert told.startswith("the database postgresql://clerk@127.0.0.1:1/handbook cannot be reached: ")
    assert refused.value.say("en") == told
    with pytest.raises(DatabaseAwayError):
        open_index(tmp_path, shared=away)


def test_a_roll_out_never_mixes(indexed_library: Path, shared: SharedGenerations, tmp_path: Path) -> None:
    """A machine answers from the index that its site names, though the database points to a newer one already."""
    name = share(indexed_library, shared).name
    corpus, newer = open_index(indexed_library).corpus, "f" * 16
    facts = {**shared.manifest(name), "corpus": "newer"}
    facts.pop("files")
    shared.write(newer, facts, shared.read(name).files)
    shared.point_to(newer)
    site = tmp_path / "build" / "site" / "edition.json"
    site.parent.mkdir(parents=True)

    wanted = list[str]()
    for named in ("newer", corpus, "of nobody"):
        site.write_text(json.dumps({"corpus": named}), "utf-8")
        wanted.append(current_generation(tmp_path, shared))
    assert wanted == [newer, name, newer]


def test_nothing_is_shared_where_nothing_is_built(shared: SharedGenerations, tmp_path: Path) -> None:
    """Neither there nor here: the message names the command that makes one."""
    for attempt in (lambda: share(tmp_path, shared), lambda: open_index(tmp_path, shared=shared)):
        with pytest.raises(IndexMissingError) as missing:
            attempt()
        assert missing.value.say("en") == "there is no search index yet; run: handbook build --only index"
