"""The index: passages, the lexical half, the dense half when it is ready. `search.building` makes it."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from schemas.findings import HandbookError
from schemas.words import Bilingual
from search.arrays import array_bytes, array_of
from search.danger.keeping import read_watch, watch_files
from search.danger.watch import NOBODY, Watch
from search.encoder import Vectors
from search.errors import IndexDamagedError, IndexMissingError, IndexUnfitError, VectorsDamagedError
from search.generations import MANIFEST, Generation
from search.homes import Choice, Folder, Home, Shared, choices, corpus_named
from search.lexical import Counts, LexicalIndex
from search.passages import Passage, PassageKind, passages_of, titles_of
from search.planned import Planned, planned_of
from search.shared.errors import DatabaseError
from search.shipped import finely, rounded
from search.store import ArrayStore, VectorStore
from search.student import Student

FORMAT: Final = 24
"""Goes up whenever passages, tokens or files come out differently for the same handbook."""

FOLDER: Final = Path("build/index")


@dataclass(frozen=True)
class Index:
    """A generation in memory. Its files may change on disk meanwhile; it does not.

    Attributes:
        generation: its name, which depends on its content only.
        encoder: the name of the encoder in `library.yaml`.
        dense: the vectors, or None before they are computed and where no encoder is installed.
        corpus: sha256 of the passages and terms it was built from.
        kinds: the kinds of records by their folders.
        warnings: what the user should be told: previous generation used, encoder missing.
        watch: looks whether somebody who asks is in danger.
        planned: titles that chapters plan and that are not written yet.
        asked: the number of every ask, as `search.asked.key` gives it, in the order of the rows of `lexical`.
        student: what stands for the encoder in the page; None without vectors.
    """

    generation: str
    encoder: str
    corpus: str
    passages: tuple[Passage, ...]
    kinds: Mapping[str, PassageKind]
    lexical: LexicalIndex
    dense: VectorStore | None
    warnings: tuple[HandbookError, ...] = ()
    watch: Watch = NOBODY
    planned: tuple[Planned, ...] = ()
    asked: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    student: Student | None = None

    @property
    def dense_ready(self) -> bool:
        """Whether meaning is searched too, or words only."""
        return self.dense is not None

    @cached_property
    def records(self) -> Mapping[str, range]:
        """The numbers of each record's passages, which stand together, the record as a whole first."""
        firsts = [number for number, passage in enumerate(self.passages) if passage.is_record]
        ends = [*firsts, len(self.passages)][1:]
        return {self.passages[first].record: range(first, end) for first, end in zip(firsts, ends, strict=True)}


def open_index(
    root: Path,
    *,
    made_by: str | None = None,
    warnings: Sequence[HandbookError] = (),
    shared: Shared | None = None,
) -> Index:
    """Open the current generation under *root*, or the previous one when the current one cannot be used.

    Where generations are *shared*, it is the one that the site names, on this machine or there; then any of this
    machine, then any other. Its vectors stay there; where they cannot be had there they are read with the rest.

    Args:
        root: the content root.
        made_by: `search.encoder.identity` of the encoder that will be asked; None when none will.
        warnings: what the user is to be told besides.
        shared: what several machines share.

    Raises:
        IndexMissingError: nothing has been built.
        IndexDamagedError, IndexUnfitError: neither generation can be used; the error is that of the current one.
    """
    told, refused = list[HandbookError](), list[tuple[str, HandbookError]]()
    for home, name in _choices(root, shared, told.append):
        try:
            index = _read(home, name, made_by, None if told else shared, told.append)
        except (IndexDamagedError, IndexUnfitError, DatabaseError) as error:
            refused.append((name, error))
            continue
        return replace(index, warnings=(*warnings, *told, *(error for other, error in refused if other != name)))
    raise next((error for _, error in refused), next(iter(told), None)) or IndexMissingError()


def _choices(root: Path, shared: Shared | None, tell: Callable[[HandbookError], None]) -> list[Choice]:
    """The generations to try, the best first; *tell* is told where what is shared is not known."""
    folder = Folder(root / FOLDER)
    if shared is None:
        return [Choice(folder, name) for name in folder.named()]
    try:
        listed = shared.listed()
    except DatabaseError as error:
        tell(error)
        listed = ()
    return choices(folder, shared, listed, standing_corpus(root), FORMAT)


def _read(
    home: Home, name: str, made_by: str | None, shared: Shared | None, tell: Callable[[HandbookError], None]
) -> Index:
    """The index of a generation; *tell* is told why its vectors are not compared where they are shared."""
    facts, store = home.manifest(name), None
    if shared is not None and facts.get("vectors"):
        try:
            store = shared.vectors(name)
        except (DatabaseError, VectorsDamagedError) as error:
            tell(error)
    only = None if store is None else facts["files"].keys() - set(_DENSE)
    return read_index(home.read(name, only), made_by, store)


def standing_corpus(root: Path) -> str | None:
    """The digest of the texts that the site under *root* was built from; None where there is none, or it says none."""
    try:
        return corpus_named((root / "build" / "site" / "edition.json").read_bytes())
    except OSError:
        return None


def current_generation(root: Path, shared: Shared | None = None) -> str:
    """The name of the generation that would be opened under *root* first; empty when there is none.

    Raises:
        DatabaseError: what is *shared* is not known.
    """
    folder = Folder(root / FOLDER)
    if shared is None:
        return next(iter(folder.named()), "")
    wanted = choices(folder, shared, shared.listed(), standing_corpus(root), FORMAT)
    return wanted[0].name if wanted else ""


def built_for(root: Path, shared: Shared | None = None) -> str | None:
    """The name of the encoder whose vectors the generation has that is opened; None when it has none."""
    for home, name in _choices(root, shared, lambda error: None):
        try:
            facts = home.manifest(name)
            return str(facts["encoder"]) if facts["vectors"] else None
        except (IndexDamagedError, KeyError, DatabaseError):
            continue
    return None


_LEXICAL: Final = ("data", "owners", "asks")
_COUNTS: Final = ("rows", "often", "starts", "digests")
_DENSE: Final = ("dense-texts.npy", "dense-middles.npy")
_STUDENT: Final = ("terms", "tokens", "passages")

COUNTS: Final = ("terms.json", *(f"lexical-{name}.npy" for name in _COUNTS))
"""The files that `read_counts` reads."""


def index_files(index: Index, passages: bytes, planned: bytes) -> dict[str, bytes]:
    """The files of *index*; *passages* and *planned* are what it was read from."""
    files = {
        "passages.json": passages,
        "planned.json": planned,
        "kinds.json": _json({folder: _kind_values(kind) for folder, kind in index.kinds.items()}),
        "terms.json": _json(index.lexical.terms),
        "asked.npy": array_bytes(index.asked),
        **watch_files(index.watch),
        **{f"lexical-{name}.npy": array_bytes(getattr(index.lexical, name)) for name in _LEXICAL},
        **{f"lexical-{name}.npy": array_bytes(getattr(index.lexical.counts, name)) for name in _COUNTS},
    }
    if isinstance(index.dense, ArrayStore):
        texts, middles = _DENSE
        files[texts] = array_bytes(_turned(rounded(index.dense.texts)))
        files[middles] = array_bytes(_turned(finely(index.dense.middles)))
    if index.student:
        files |= {f"student-{name}.npy": array_bytes(getattr(index.student, name)) for name in _STUDENT}
    return files


def index_facts(index: Index, made_by: str) -> dict[str, Any]:
    """What the manifest says of *index*, whose vectors *made_by* made."""
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
        "vectors": 2 * len(index.passages) if index.dense else 0,
    }


def read_index(generation: Generation, made_by: str | None = None, store: VectorStore | None = None) -> Index:
    """The index of a *generation*, whose vectors are in its files where they are in no *store*.

    Raises:
        IndexUnfitError: it has another format, or vectors that another encoder than *made_by* made.
        IndexDamagedError: it is whole, but nothing that this program has written.
    """
    facts = generation.facts
    if facts.get("format_version") != FORMAT:
        raise IndexUnfitError(generation.name, f"format {facts.get('format_version')}", f"format {FORMAT}")
    try:
        with _nothing_collected():
            return _read_index(generation, made_by, store)
    except KeyError as error:  # a file or a fact that it does not have
        raise IndexDamagedError(generation.name, str(error.args[0])) from error
    except (ValueError, TypeError, AttributeError, EOFError) as error:
        raise IndexDamagedError(generation.name, MANIFEST) from error


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """While so much is made that stays, looking again and again for what may go takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_index(generation: Generation, made_by: str | None, store: VectorStore | None) -> Index:
    facts, files = generation.facts, generation.files
    if made_by is not None and facts["made_by"] not in ("", made_by):
        raise IndexUnfitError(generation.name, facts["made_by"], made_by)
    passages = passages_of(files["passages.json"])
    arrays = _arrays(files, "lexical", _LEXICAL)
    lexical = LexicalIndex(read_counts(files), facts["step"], titles=titles_of(passages), **arrays)
    dense = store or (_dense(files) if facts["vectors"] else None)
    student = Student(**_arrays(files, "student", _STUDENT)) if "student-terms.npy" in files else None
    kinds = {folder: _kind(*values) for folder, values in json.loads(files["kinds.json"]).items()}
    return Index(
        generation.name, facts["encoder"], facts["corpus"], passages, kinds, lexical, dense, watch=read_watch(files),
        planned=planned_of(files["planned.json"]), asked=array_of(files["asked.npy"]), student=student,
    )  # fmt: skip


def _dense(files: Mapping[str, bytes]) -> ArrayStore:
    """The vectors, one number of all passages after the other: they are compared in half the time of one by one."""
    texts, middles = (_turned_units(array_of(files[file])) for file in _DENSE)
    return ArrayStore(texts.swapaxes(1, 2), middles.swapaxes(1, 2))


def _turned_units(whole: NDArray[Any]) -> Vectors:
    """What `_turned` wrote, each vector of length one."""
    vectors: Vectors = whole.astype(np.float32)
    lengths = np.sqrt(np.einsum("ldp,ldp->lp", vectors, vectors))
    vectors /= np.where(lengths == 0, 1, lengths)[:, np.newaxis]
    return vectors


def _turned(vectors: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(vectors.swapaxes(1, 2))


def read_counts(files: Mapping[str, bytes]) -> Counts:
    """The counts of a generation, from its files `COUNTS`."""
    return Counts(tuple(json.loads(files["terms.json"])), **_arrays(files, "lexical", _COUNTS))


def _kind_values(kind: PassageKind) -> list[str | bool]:
    return [kind.name, kind.words.zh, kind.words.en, kind.answers_in_parts, kind.can_be_blank]


def _kind(name: str, zh: str, en: str, answers_in_parts: bool, can_be_blank: bool) -> PassageKind:
    return PassageKind(name, Bilingual(zh, en), answers_in_parts, can_be_blank)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _arrays(files: Mapping[str, bytes], half: str, names: Sequence[str]) -> dict[str, NDArray[Any]]:
    return {name: array_of(files[f"{half}-{name}.npy"]) for name in names}
