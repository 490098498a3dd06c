"""The index: passages, the lexical half, the dense half when it is ready; built from a library, opened from disk."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from schemas.findings import HandbookError
from schemas.library import Library
from schemas.progress import Progress
from search.aliases import Aliases, read_aliases
from search.counting import Counts
from search.encoder import Encoder, EncoderMissingError, EncoderUnusableError, identity, load_encoder
from search.errors import IndexDamagedError, IndexMissingError, IndexStaleError, IndexUnfitError
from search.generations import (
    Generation,
    named,
    point_to,
    read_generation,
    read_manifest,
    write_generation,
)
from search.lexical import LexicalIndex, build_lexical
from search.passages import Passage, PassageText, cut_library
from search.store import ArrayStore
from search.vectors import VectorCache, lines

FORMAT: Final = 5
"""Goes up whenever passages, tokens or files come out differently for the same handbook."""

FOLDER: Final = Path("build/index")
CACHE: Final = Path("build/cache/vectors.sqlite")


@dataclass(frozen=True)
class Index:
    """A generation in memory. Its files may change on disk meanwhile; it does not.

    Attributes:
        generation: its name, which depends on its content only.
        encoder: the name of the encoder in `library.yaml`.
        dense: the vectors, or None before they are computed and where no encoder is installed.
        corpus: sha256 of the passages and terms it was built from.
        warnings: what the user should be told: stale, previous generation used, encoder missing.
    """

    generation: str
    encoder: str
    corpus: str
    passages: tuple[Passage, ...]
    lexical: LexicalIndex
    dense: ArrayStore | None
    warnings: tuple[HandbookError, ...] = ()

    @property
    def dense_ready(self) -> bool:
        """Whether meaning is searched too, or words only."""
        return self.dense is not None

    @cached_property
    def records(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of each record's passages, the record as a whole first."""
        by_record: dict[str, list[int]] = {}
        for number, passage in enumerate(self.passages):
            by_record.setdefault(passage.record, []).append(number)
        return {record: tuple(numbers) for record, numbers in by_record.items()}


def corpus_hash(library: Library) -> str:
    """sha256 over everything of *library* that is indexed; `open_index` compares it to say whether it is stale."""
    return _corpus_hash(cut_library(library), read_aliases(library.terms.terms))


def _corpus_hash(passages: Sequence[Passage], aliases: Aliases) -> str:
    content = [[asdict(passage) for passage in passages], aliases.digest]
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def build_index(
    library: Library,
    root: Path,
    *,
    dense: bool = True,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Index:
    """Bring the index under *root* up to date and return it; an unchanged handbook writes nothing.

    It is the current one then; arguments as of `make_index`.
    """
    index = make_index(library, root, dense=dense, encoder=encoder, progress=progress)
    make_current(root, index)
    return index


def make_current(root: Path, index: Index) -> None:
    """Let those who open the index under *root* from now on get *index*, which was made there."""
    point_to(root / FOLDER, index.generation)


def make_index(
    library: Library,
    root: Path,
    *,
    dense: bool = True,
    at_most: int | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Index:
    """Put the index of *library* under *root*, where nobody opens it before `make_current`, and return it.

    With `dense=False` only the lexical half is made, in a moment; a server builds that first, answers from it, and
    builds again with the vectors. Where the encoder is not installed the index stays lexical and `warnings` says so;
    with *at_most* it also does where more vectors than that would have to be computed.
    """
    folder, name = root / FOLDER, str(library.settings.encoder)
    passages, aliases = cut_library(library), read_aliases(library.terms.terms)
    corpus = _corpus_hash(passages, aliases)
    warnings: tuple[HandbookError, ...] = ()
    if dense and encoder is None:
        try:
            encoder = load_encoder(name)
        except (EncoderMissingError, EncoderUnusableError) as error:
            dense, warnings = False, (error,)
    made_by = identity(name) if dense else ""
    generation = _generation_name(corpus, made_by)
    if (ready := _up_to_date(folder, generation, corpus, dense=dense)) is not None:
        return replace(ready, warnings=warnings)
    if dense and at_most is not None and _missing(passages, made_by, root / CACHE) > at_most:
        return make_index(library, root, dense=False)
    lexical = build_lexical(passages, aliases, _counted_before(folder))
    store = _embed(passages, encoder, made_by, root / CACHE, progress) if dense and encoder is not None else None
    index = Index(generation, name, corpus, passages, lexical, store, warnings)
    write_generation(folder, generation, _facts(index, made_by), _files(index))
    return index


def open_index(
    root: Path,
    *,
    made_by: str | None = None,
    corpus: str | None = None,
    warnings: Sequence[HandbookError] = (),
) -> Index:
    """Open the current generation under *root*, or the previous one when the current one cannot be used.

    Args:
        root: the content root.
        made_by: `search.encoder.identity` of the encoder that will be asked; None when none will.
        corpus: what `corpus_hash` gives for the handbook now; None when the caller does not know.
        warnings: what the user is to be told besides.

    Raises:
        IndexMissingError: nothing has been built.
        IndexDamagedError, IndexUnfitError: neither generation can be used; the error is that of the current one.
    """
    folder, refused = root / FOLDER, list[HandbookError]()
    for name in named(folder):
        try:
            index = _read(read_generation(folder, name), made_by)
        except (IndexDamagedError, IndexUnfitError) as error:
            refused.append(error)
            continue
        stale = [IndexStaleError(name)] if corpus is not None and corpus != index.corpus else []
        return replace(index, warnings=(*warnings, *refused, *stale))
    raise refused[0] if refused else IndexMissingError()


def built_for(root: Path) -> str | None:
    """The name of the encoder whose vectors the current generation has; None when it has none or cannot be read."""
    for name in named(root / FOLDER)[:1]:
        try:
            facts = read_manifest(root / FOLDER, name)
        except IndexDamagedError:
            continue
        return str(facts["encoder"]) if facts["vectors"] else None
    return None


def _generation_name(corpus: str, made_by: str) -> str:
    return sha256(f"{FORMAT}\0{corpus}\0{made_by}".encode()).hexdigest()[:16]


def _up_to_date(folder: Path, generation: str, corpus: str, *, dense: bool) -> Index | None:
    """The generation that is on disk already and will do; for a lexical build a dense one of the same text does too."""
    current = named(folder)
    for name in dict.fromkeys((*current, generation)):
        try:
            facts = read_manifest(folder, name)
            if facts["format_version"] != FORMAT or facts["corpus"] != corpus:
                continue
            if name == generation or (name in current[:1] and not dense):
                return _read(read_generation(folder, name), None)
        except IndexDamagedError:
            continue
    return None


def _missing(passages: Sequence[Passage], made_by: str, cache: Path) -> int:
    return VectorCache(cache).missing([line.text for line in lines(passages)], made_by)


def _embed(
    passages: Sequence[Passage], encoder: Encoder, made_by: str, cache: Path, progress: Progress | None
) -> ArrayStore:
    wanted = lines(passages)
    return ArrayStore(
        vectors=VectorCache(cache).embed([line.text for line in wanted], encoder, made_by, progress),
        owners=np.array([line.passage for line in wanted], dtype=np.int32),
        asks=np.array([line.ask for line in wanted], dtype=np.int32),
        english=np.array([line.english for line in wanted], dtype=np.bool_),
    )


def _facts(index: Index, made_by: str) -> dict[str, Any]:
    return {
        "format_version": FORMAT,
        "corpus": index.corpus,
        "encoder": index.encoder,
        "made_by": made_by,
        "dimension": index.dense.dimension if index.dense else 0,
        "passages": len(index.passages),
        "terms": len(index.lexical.terms),
        "step": index.lexical.step,
        "rows": len(index.lexical.owners),
        "vectors": len(index.dense.vectors) if index.dense else 0,
    }


_LEXICAL: Final = ("data", "owners", "asks")
_COUNTS: Final = ("rows", "often", "starts", "digests")
_DENSE: Final = ("vectors", "owners", "asks", "english")


def _files(index: Index) -> dict[str, bytes]:
    files = {
        "passages.json": _json([asdict(passage) for passage in index.passages]),
        "terms.json": _json(index.lexical.terms),
        **{f"lexical-{name}.npy": _array(getattr(index.lexical, name)) for name in _LEXICAL},
        **{f"lexical-{name}.npy": _array(getattr(index.lexical.counts, name)) for name in _COUNTS},
    }
    if index.dense:
        files |= {f"dense-{name}.npy": _array(getattr(index.dense, name)) for name in _DENSE}
    return files


def _read(generation: Generation, made_by: str | None) -> Index:
    facts, files = generation.facts, generation.files
    if facts["format_version"] != FORMAT:
        raise IndexUnfitError(generation.name, f"format {facts['format_version']}", f"format {FORMAT}")
    if made_by is not None and facts["made_by"] not in ("", made_by):
        raise IndexUnfitError(generation.name, facts["made_by"], made_by)
    arrays = {name.removesuffix(".npy"): _load(content) for name, content in files.items() if name.endswith(".npy")}
    counts = _counts(files)
    lexical = LexicalIndex(counts, facts["step"], **{name: arrays[f"lexical-{name}"] for name in _LEXICAL})
    dense = ArrayStore(**{name: arrays[f"dense-{name}"] for name in _DENSE}) if facts["vectors"] else None
    passages = tuple(_passage(values) for values in json.loads(files["passages.json"]))
    return Index(generation.name, facts["encoder"], facts["corpus"], passages, lexical, dense)


def _counts(files: Mapping[str, bytes]) -> Counts:
    arrays = {name: _load(files[f"lexical-{name}.npy"]) for name in _COUNTS}
    return Counts(tuple(json.loads(files["terms.json"])), **arrays)


def _counted_before(folder: Path) -> Counts | None:
    """The counts of the newest generation that can be read, to take over from it what is still the same."""
    files = ("terms.json", *(f"lexical-{name}.npy" for name in _COUNTS))
    for name in named(folder):
        try:
            generation = read_generation(folder, name, files)
        except IndexDamagedError:
            continue
        if generation.facts["format_version"] == FORMAT:
            return _counts(generation.files)
    return None


def _passage(values: Mapping[str, Any]) -> Passage:
    lists = {name: tuple(values[name]) for name in ("forms", "asks_zh", "asks_en")}
    return Passage(**{**values, **lists, "zh": PassageText(**values["zh"]), "en": PassageText(**values["en"])})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _array(array: NDArray[Any]) -> bytes:
    written = io.BytesIO()
    np.save(written, array, allow_pickle=False)
    return written.getvalue()


def _load(content: bytes) -> NDArray[Any]:
    array: NDArray[Any] = np.load(io.BytesIO(content), allow_pickle=False)
    return array
