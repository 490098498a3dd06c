"""Generations of the index in a folder and in the shared database: one contract, held by both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search.errors import IndexDamagedError
from search.generations import MANIFEST
from search.homes import Choice, Folder, Home, Listed, choices, corpus_named
from search.shared.database import Database
from search.shared.generations import PART, SharedGenerations
from search.shared.tables import TABLES

ONE, TWO, THREE, FOUR = (digit * 16 for digit in "1234")
FILES = {"a.json": b"[1,2,3]", "b.npy": bytes(range(256)) * (2 * PART // 256) + b"end", "c.json": b""}


@pytest.fixture(params=["folder", "database"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home with nothing in it."""
    if request.param == "folder":
        return Folder(tmp_path)
    return SharedGenerations(Database(request.getfixturevalue("database_url")))


def put(home: Home, name: str, **facts: object) -> None:
    home.write(name, {"made": name, **facts}, FILES)
    home.point_to(name)


def damaged(name: str, file: str) -> str:
    return (
        f"{file} of search index {name} is missing or damaged, so this index is not used; "
        "run: handbook build --only index"
    )


def test_what_was_written_is_read_back(home: Home) -> None:
    """Facts and files come back as they were given, those of several rows too, or some of the files only."""
    put(home, ONE)

    assert (home.named(), home.manifest(ONE)["made"]) == ((ONE,), ONE)
    assert home.read(ONE).files == FILES
    assert home.read(ONE, ["a.json"]).files == {"a.json": FILES["a.json"]}
    with pytest.raises(IndexDamagedError) as raised:
        home.read(ONE, ["d.json"])
    assert raised.value.say("en") == damaged(ONE, "d.json")


def test_one_that_is_not_there_is_told(home: Home) -> None:
    """Nothing is current at first; what nobody wrote has no manifest."""
    assert home.named() == ()
    with pytest.raises(IndexDamagedError) as raised:
        home.read(TWO)
    assert raised.value.say("en") == damaged(TWO, MANIFEST)


def test_what_is_written_is_nobodys_until_it_is_pointed_to(home: Home) -> None:
    """Then it is the current one; of those before it one is kept, and can be the current one again."""
    put(home, ONE)
    home.write(TWO, {}, FILES)
    assert home.named() == (ONE,)
    home.point_to(TWO)
    put(home, THREE)

    assert home.named() == (THREE, TWO)
    with pytest.raises(IndexDamagedError):
        home.read(ONE)
    home.point_to(TWO)
    assert (home.named(), home.read(THREE).files) == ((TWO, THREE), FILES)


def test_one_can_be_written_again(home: Home) -> None:
    """As a build does with one that is damaged."""
    put(home, ONE)
    home.write(ONE, {"made": "again"}, {"a.json": b"[]"})

    assert (home.named(), home.manifest(ONE)["made"]) == ((ONE,), "again")
    assert home.read(ONE).files == {"a.json": b"[]"}


@pytest.fixture
def filled(database_url: str) -> tuple[Database, SharedGenerations]:
    """A database with one generation."""
    database = Database(database_url)
    generations = SharedGenerations(database)
    put(generations, ONE)
    return database, generations


@pytest.mark.parametrize(
    ("damage", "file"),
    [
        ("DELETE FROM handbook.generation_files WHERE file = 'b.npy' AND part = 1", "b.npy"),
        ("UPDATE handbook.generation_files SET content = set_byte(content, 3, 9) WHERE file = 'a.json'", "a.json"),
        ("UPDATE handbook.generation_files SET part = 7 WHERE file = 'b.npy' AND part = 1", "b.npy"),
        ("UPDATE handbook.generations SET manifest = set_byte(manifest, 40, 33)", MANIFEST),
    ],
)
def test_damage_to_rows_is_noticed(filled: tuple[Database, SharedGenerations], damage: str, file: str) -> None:
    """A part that is missing or elsewhere, a byte that is another: the file is named, and a build writes it again."""
    database, generations = filled
    assert generations.is_whole(ONE)
    with database.turn(TABLES) as connection:
        connection.execute(damage.encode())

    with pytest.raises(IndexDamagedError) as raised:
        generations.read(ONE)
    assert raised.value.say("en") == damaged(ONE, file)
    assert not generations.is_whole(ONE)


def test_one_that_a_server_goes_by_is_kept(filled: tuple[Database, SharedGenerations]) -> None:
    """However many are pointed to meanwhile; it goes with the next one when the server goes by another."""
    database, generations = filled
    server = SharedGenerations(database)
    server.uses(ONE)
    for name in (TWO, THREE, FOUR):
        put(generations, name, corpus=name, format_version=7, vectors=2)

    assert generations.read(ONE).files == FILES
    assert generations.listed() == [
        Listed(FOUR, FOUR, 7, is_dense=True),
        Listed(THREE, THREE, 7, is_dense=True),
        Listed(ONE, "", 0, is_dense=False),
    ]
    server.uses(FOUR)
    generations.point_to(FOUR)
    assert [one.name for one in generations.listed()] == [FOUR, THREE]


def test_a_build_that_fails_leaves_what_was_there(filled: tuple[Database, SharedGenerations]) -> None:
    """All of a generation is there, or nothing of it: what one is written instead of, too."""

    class Torn(dict[str, bytes]):
        """Files whose disk goes after their sums were taken."""

        read = 0

        def items(self) -> Any:
            yield from super().items()
            self.read += 1
            if self.read > 1:
                raise OSError("the disk of the build is gone")

    _, generations = filled
    with pytest.raises(OSError, match="the disk of the build is gone"):
        generations.write(ONE, {}, Torn({"a.json": b"[]"}))
    assert generations.read(ONE).files == FILES


class TestChoosing:
    """Which generation a server opens."""

    OWN = Listed(ONE, "old", 7, is_dense=True)
    SHARED = (
        Listed(THREE, "new", 7, is_dense=True),
        Listed(TWO, "old", 7, is_dense=False),
        Listed(FOUR, "new", 8, is_dense=True),
    )

    def chosen(self, tmp_path: Path, database_url: str, corpus: str | None) -> list[tuple[str, str]]:
        folder, shared = Folder(tmp_path), SharedGenerations(Database(database_url))
        put(folder, ONE, corpus="old", format_version=7, vectors=2)
        tried = choices(folder, shared, self.SHARED, corpus, 7)
        return [("here" if isinstance(choice.home, Folder) else "there", choice.name) for choice in tried]

    def test_that_of_the_site_comes_first(self, tmp_path: Path, database_url: str) -> None:
        """So that answers are of the pages that stand, whatever is current; what another version wrote comes last."""
        here, others = ("here", ONE), [("there", TWO), ("there", FOUR)]
        assert self.chosen(tmp_path, database_url, "new") == [("there", THREE), here, *others]

    def test_with_vectors_before_without(self, tmp_path: Path, database_url: str) -> None:
        """Of two with the same texts."""
        here, others = ("here", ONE), [("there", THREE), ("there", FOUR)]
        assert self.chosen(tmp_path, database_url, "old") == [here, ("there", TWO), *others]

    def test_where_no_site_stands_it_is_that_of_the_machine(self, tmp_path: Path, database_url: str) -> None:
        """Then the current one of all."""
        assert self.chosen(tmp_path, database_url, None)[:2] == [("here", ONE), ("there", THREE)]

    def test_what_is_at_both_places_is_read_here(self, tmp_path: Path, database_url: str) -> None:
        """And there where it cannot be read here."""
        folder, shared = Folder(tmp_path), SharedGenerations(Database(database_url))
        put(folder, ONE, corpus="old", format_version=7, vectors=2)
        assert choices(folder, shared, [self.OWN], None, 7) == [Choice(folder, ONE), Choice(shared, ONE)]

    def test_a_site_that_does_not_say_its_texts_names_none(self) -> None:
        """Whatever its file is."""
        assert corpus_named(b'{"corpus": "a"}') == "a"
        assert [corpus_named(content) for content in (b"{}", b"[", b"[]", b"\xff")] == [None] * 4
