"""The vectors that travel with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from schemas.library import Library
from schemas.loader import load_library
from search.building import begin_index
from search.encoder import DEFAULT, Encoder, identity
from search.ship import DANGERS, main, ship, texts_by_handbook, texts_of_dangers
from search.shipped import FOLDER, file_of, place, read_file, rounded
from search.vector_cache import as_questions
from tests.schemas.content import Content


def test_no_vector_is_missing_and_none_is_superfluous(whole_library: Library) -> None:
    """Whoever changed what is searched: `make vectors` renews them."""
    made_by, texts = identity(DEFAULT), texts_by_handbook(whole_library)

    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted([DANGERS, "_student", *texts]), "run: make vectors"
    for handbook, wanted in texts.items():
        keys = {place(made_by, text) for text in wanted}
        assert read_file(FOLDER / f"{handbook}.npz", made_by).keys() == keys, "run: make vectors"
    learnt_from = {place(as_questions(made_by), text) for text in texts_of_dangers(whole_library)}
    assert read_file(FOLDER / f"{DANGERS}.npz", as_questions(made_by)).keys() == learnt_from, "run: make vectors"


def test_a_newcomer_has_semantic_answers_at_once(whole_library: Library, tmp_path: Path) -> None:
    """The first build of the handbooks that come with the program computes no vector."""

    class Idle:
        def encode_query(self, inputs: str) -> None:
            raise AssertionError(inputs)

        encode_document = encode_query

    index = begin_index(whole_library, tmp_path, at_most=0, encoder=Idle())()

    assert index.dense_ready


def test_they_are_those_that_the_encoder_gives(whole_library: Library, encoder: Encoder) -> None:
    """But for rounding, which another processor does in its own way."""
    handbook, texts = next(iter(texts_by_handbook(whole_library).items()))
    shipped = read_file(FOLDER / f"{handbook}.npz", identity(DEFAULT))
    for text in texts[:8]:
        vector = np.frombuffer(shipped[place(identity(DEFAULT), text)], dtype=np.int8).astype(np.float32)
        cosine = vector @ encoder.encode_document(text) / np.linalg.norm(vector)

        assert cosine > 0.998, text


def test_rounding_keeps_directions_and_what_is_rounded_stays() -> None:
    """A vector of zeros too."""
    vectors = np.random.default_rng(7).normal(size=(20, 384)).astype(np.float32)
    once = np.array([rounded(row) for row in vectors])
    cosines = (vectors * once).sum(axis=1) / np.linalg.norm(vectors, axis=1) / np.linalg.norm(once, axis=1)

    assert cosines.min() > 0.9999
    assert np.array_equal([rounded(row.astype(np.float32) / 99) for row in once], once)
    assert not rounded(np.zeros(3, dtype=np.float32)).any()


def test_vectors_of_another_encoder_and_of_a_damaged_file_are_none(tmp_path: Path) -> None:
    """They are computed then."""
    path = tmp_path / "a.npz"
    path.write_bytes(file_of("e 1", ["甲"], np.ones((1, 4), dtype=np.float32)))

    assert read_file(path, "e 1") == {place("e 1", "甲"): b"\x7f" * 4}
    assert read_file(path, "e 2") == {}
    path.write_bytes(path.read_bytes()[:200])
    assert read_file(path, "e 1") == {}


def test_shipping_writes_what_changed_and_deletes_what_is_gone(content: Content, indexed_library: Path) -> None:
    """The same file from the same texts; a handbook that is no more takes its file with it."""
    shutil.copytree(indexed_library / "build" / ".cache", content.root / "build" / ".cache")
    library, folder = load_library(content.root).require(), content.root / "vectors"
    files = {f"{name}.npz" for name in (DANGERS, "_student", *texts_by_handbook(library))}

    assert set(ship(library, folder)) == files
    (folder / "gone.npz").touch()
    assert ship(library, folder) == ("gone.npz",)
    assert {path.name for path in folder.iterdir()} == files


def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    content: Content, indexed_library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a folder stands in the way of one file: one line, exit code 1, and the other files are as they were."""
    shutil.copytree(indexed_library / "build", content.root / "build", dirs_exist_ok=True)
    folder = content.root / "vectors"
    in_the_way = folder / "call-scripts.npz"
    in_the_way.mkdir(parents=True)
    (folder / "gone.npz").write_bytes(b"of before")
    monkeypatch.chdir(content.root)
    monkeypatch.setenv("LC_ALL", "en")

    with pytest.raises(SystemExit) as ended:
        main(folder)

    assert (ended.value.code, capsys.readouterr().err) == (
        1,
        (
            f"the vectors are not renewed, as {in_the_way} cannot be written: a folder stands where a file should be; "
            "what stood there is as it was. Move that folder away, then do it again.\n"
        ),
    )
    assert sorted(path.name for path in folder.iterdir()) == ["call-scripts.npz", "gone.npz"]
