"""The vectors that travel with the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from schemas.library import Library
from schemas.loader import load_library
from search.building import begin_index
from search.encoder import DEFAULT, Encoder, Vectors, identity, unit
from search.ship import DANGERS, main, said_by_handbook, ship, texts_of_dangers
from search.shipped import FOLDER, file_of, finely, place, place_of_middle, read_file, rounded
from search.vector_cache import as_questions
from tests.schemas.content import Content


def test_no_vector_is_missing_and_none_is_superfluous(whole_library: Library) -> None:
    """Whoever changed what is searched: `make vectors` renews them."""
    made_by, by_handbook = identity(DEFAULT), said_by_handbook(whole_library)

    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted([DANGERS, "_student", *by_handbook]), (
        "run: make vectors"
    )
    for handbook, said in by_handbook.items():
        keys = {place(made_by, one.texts[0]) for one in said}
        keys |= {place_of_middle(made_by, one.texts) for one in said if len(one.texts) > 1}
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
    made_by, (handbook, said) = identity(DEFAULT), next(iter(said_by_handbook(whole_library).items()))
    shipped = read_file(FOLDER / f"{handbook}.npz", made_by)
    for one in said[:4]:
        vectors = unit(encoder.encode_document(one.texts))
        text = np.frombuffer(shipped[place(made_by, one.texts[0])], dtype=np.int8)
        middle = np.frombuffer(shipped[place_of_middle(made_by, one.texts)], dtype=np.int16)

        assert unit(text) @ vectors[0] > 0.998, one.texts[0]
        assert unit(middle) @ unit(vectors.sum(0)) > 0.998, one.texts


@pytest.mark.parametrize(("round_to", "least"), [(rounded, 0.9999), (finely, 0.999999)])
def test_rounding_keeps_directions_and_what_is_rounded_stays(
    round_to: Callable[[Vectors], NDArray[Any]], least: float
) -> None:
    """A vector of zeros too."""
    vectors = np.random.default_rng(7).normal(size=(20, 384)).astype(np.float32)
    once = round_to(vectors)

    assert (unit(vectors) * unit(once)).sum(axis=1).min() > least
    assert np.array_equal(round_to(unit(once)), once)
    assert np.array_equal([round_to(row) for row in vectors], once)
    assert not round_to(np.zeros(3, dtype=np.float32)).any()


def test_vectors_of_another_encoder_and_of_a_damaged_file_are_none(tmp_path: Path) -> None:
    """They are computed then."""
    path = tmp_path / "a.npz"
    text, middle = {place("e 1", "甲"): b"\x7f" * 4}, {place_of_middle("e 1", ["甲", "乙"]): b"\x01\x7f" * 4}
    path.write_bytes(file_of("e 1", text, middle))

    assert read_file(path, "e 1") == text | middle
    assert read_file(path, "e 2") == {}
    path.write_bytes(path.read_bytes()[:200])
    assert read_file(path, "e 1") == {}


def test_shipping_writes_what_changed_and_deletes_what_is_gone(content: Content, indexed_library: Path) -> None:
    """The same file from the same texts; a handbook that is no more takes its file with it."""
    shutil.copytree(indexed_library / "build" / ".cache", content.root / "build" / ".cache")
    library, folder = load_library(content.root).require(), content.root / "vectors"
    files = {f"{name}.npz" for name in (DANGERS, "_student", *said_by_handbook(library))}

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
