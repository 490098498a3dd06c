"""The index is built from a library, and made anew where it has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from schemas.findings import HandbookError
from schemas.kept import FOLDER as KEPT
from schemas.kinds import KINDS
from schemas.library import Library
from schemas.progress import Progress
from search.aliases import Aliases, read_aliases
from search.asked import keys
from search.bm25 import build_lexical
from search.danger.cut import cut_perils
from search.danger.perils import perils_of
from search.danger.teaching import Lessons, asked, lessons, teach
from search.encoder import (
    Encoder,
    EncoderMissingError,
    EncoderUnusableError,
    TextNotEncodedError,
    Vectors,
    identity,
    load_encoder,
    located,
)
from search.errors import IndexDamagedError
from search.generations import named, point_to, read_generation, read_manifest, write_generation
from search.index import COUNTS, FOLDER, FORMAT, Index, index_facts, index_files, read_counts, read_index
from search.kinds import SEARCHED
from search.lexical import Counts
from search.library_cuts import cut_library, cut_records
from search.lines import all_said
from search.middles import embed_said, texts_to_encode
from search.passages import Passage, PassageKind, passages_of
from search.planned import planned_of
from search.planned_cuts import cut_planned
from search.store import ArrayStore
from search.student_shipped import read_taught, student_of, taught_digest
from search.vector_cache import AsQuestions, VectorCache, as_questions

CACHE: Final = KEPT / "vectors.sqlite"


def corpus_hash(library: Library) -> str:
    """sha256 over everything of *library* that is indexed: `Index.corpus` of its index."""
    aliases = read_aliases(library.terms.terms)
    return _corpus_hash(cut_records(library), cut_perils(library), cut_planned(library), aliases)


def build_index(
    library: Library,
    root: Path,
    *,
    dense: bool = True,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Index:
    """Bring the index under *root* up to date and return it; an unchanged handbook writes nothing.

    It is the current one then; arguments as of `begin_index`.
    """
    index = begin_index(library, root, dense=dense, encoder=encoder, progress=progress)()
    make_current(root, index)
    return index


def make_current(root: Path, index: Index) -> None:
    """Let those who open the index under *root* from now on get *index*, which was made there."""
    point_to(root / FOLDER, index.generation)


def begin_index(
    library: Library,
    root: Path,
    *,
    dense: bool = True,
    at_most: int | None = None,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Callable[[], Index]:
    """Begin to make the index of *library*; its vectors are computed in a thread, beside whatever is done meanwhile.

    With `dense=False` only the lexical half is made, in a moment; a server builds that first, answers from it, and
    builds again with the vectors. Where the encoder is not installed the index stays lexical and `warnings` says so;
    with *at_most* it also does where more vectors than that would have to be computed.

    Returns:
        What finishes it: called once, it puts the index under *root*, where nobody opens it before `make_current`, and
        gives it.
    """
    folder, name = root / FOLDER, str(library.settings.encoder)
    content, dangers, aliases = cut_records(library), cut_perils(library), read_aliases(library.terms.terms)
    planned = cut_planned(library)
    corpus = _corpus_hash(content, dangers, planned, aliases)
    warnings: tuple[HandbookError, ...] = ()
    if dense and encoder is None:
        try:
            encoder = load_encoder(located(name, library.root))
        except (EncoderMissingError, EncoderUnusableError) as error:
            dense, warnings = False, (error,)
    made_by = identity(located(name, library.root)) if dense else ""
    generation = _generation_name(corpus, made_by)
    if (ready := _up_to_date(folder, generation, corpus, dense=dense)) is not None:
        return lambda: replace(ready, warnings=warnings)
    passages, perils = passages_of(content), perils_of(dangers)
    learnt_from = lessons(perils, passages)
    if dense and not passages:  # nothing is near to anything where nothing is written yet
        return begin_index(library, root, dense=False)
    if dense and at_most is not None and _missing(passages, learnt_from, made_by, root / CACHE) > at_most:
        return begin_index(library, root, dense=False)
    vectors = None
    if dense and encoder is not None:
        vectors = _beside(partial(_embed, passages, learnt_from, encoder, made_by, root / CACHE, progress))

    def finish() -> Index:
        lexical = build_lexical(passages, aliases, _counted_before(folder))
        try:
            made = vectors.result() if vectors is not None else Embedded(None, {}, ())
        except EncoderUnusableError as error:
            return replace(begin_index(library, root, dense=False)(), warnings=(error,))
        told, watch = (*warnings, *map(TextNotEncodedError, made.refused)), teach(perils, learnt_from, made.asked)
        asked, taught = keys(passages), read_taught(made_by)
        student = student_of(taught, lexical, made.store) if taught is not None and made.store is not None else None
        index = Index(
            generation, name, corpus, passages, passage_kinds(), lexical, made.store, told, watch,
            planned_of(planned), asked, student,
        )  # fmt: skip
        write_generation(folder, generation, index_facts(index, made_by), index_files(index, content, planned))
        return index

    return finish


@dataclass(frozen=True, slots=True)
class Embedded:
    """The vectors of an index.

    Attributes:
        store: those of the passages, which are searched.
        asked: those that danger is learnt from, by their text.
        refused: texts that the encoder dies of.
    """

    store: ArrayStore | None
    asked: Mapping[str, Vectors]
    refused: tuple[str, ...]


def _beside(embed: Callable[[], Embedded]) -> Future[Embedded]:
    with_one_thread = ThreadPoolExecutor(1, thread_name_prefix="vectors")
    try:
        return with_one_thread.submit(embed)
    finally:
        with_one_thread.shutdown(wait=False)


def embed_passages(library: Library, root: Path, progress: Progress | None = None) -> None:
    """Compute the vectors that the index of *library* lacks, to be kept under *root* for `begin_index`.

    Where the encoder is not installed there are none to compute.
    """
    name = located(str(library.settings.encoder), library.root)
    try:
        encoder = load_encoder(name)
    except (EncoderMissingError, EncoderUnusableError):
        return
    with suppress(EncoderUnusableError):  # the index is made by words then, and says why
        passages = cut_library(library)
        learnt_from = lessons(perils_of(cut_perils(library)), passages)
        _embed(passages, learnt_from, encoder, identity(name), root / CACHE, progress)


def _corpus_hash(passages: bytes, dangers: bytes, planned: bytes, aliases: Aliases) -> str:
    return sha256(passages + dangers + planned + aliases.digest.encode()).hexdigest()


def _generation_name(corpus: str, made_by: str) -> str:
    return sha256(f"{FORMAT}\0{corpus}\0{made_by}\0{taught_digest(made_by)}".encode()).hexdigest()[:16]


def _up_to_date(folder: Path, generation: str, corpus: str, *, dense: bool) -> Index | None:
    """The generation that is on disk already and will do; for a lexical build a dense one of the same text does too."""
    current = named(folder)
    for name in dict.fromkeys((*current, generation)):
        try:
            facts = read_manifest(folder, name)
            if facts["format_version"] != FORMAT or facts["corpus"] != corpus:
                continue
            if name == generation or (name in current[:1] and not dense):
                return read_index(read_generation(folder, name))
        except IndexDamagedError:
            continue
    return None


def _counted_before(folder: Path) -> Counts | None:
    """The counts of the newest generation that can be read, to take over from it what is still the same."""
    for name in named(folder):
        try:
            generation = read_generation(folder, name, COUNTS)
        except IndexDamagedError:
            continue
        if generation.facts["format_version"] == FORMAT:
            return read_counts(generation.files)
    return None


def passage_kinds() -> Mapping[str, PassageKind]:
    """What an index says of the kinds of records."""
    return {
        folder: PassageKind(KINDS[folder].name, KINDS[folder].words, kind.answers_in_parts, kind.can_be_blank)
        for folder, kind in SEARCHED.items()
    }


def _missing(passages: Sequence[Passage], learnt_from: Lessons, made_by: str, cache: Path) -> int:
    searched = VectorCache(cache).missing(texts_to_encode(all_said(passages), made_by), made_by)
    return searched + VectorCache(cache).missing(asked(learnt_from), as_questions(made_by))


def _embed(
    passages: Sequence[Passage],
    learnt_from: Lessons,
    encoder: Encoder,
    made_by: str,
    cache: Path,
    progress: Progress | None,
) -> Embedded:
    questions = asked(learnt_from)
    store, refused = embed_said(all_said(passages), VectorCache(cache), encoder, made_by, progress)
    heard, _ = VectorCache(cache).embed(questions, AsQuestions(encoder), as_questions(made_by), progress)
    return Embedded(store, dict(zip(questions, heard, strict=True)), refused)
