"""Reading a content root: every file, every finding, in one run."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from schemas.catalogue import FILE, LANGUAGE, Catalogue, catalogue_path, read_catalogue
from schemas.document import Document, compose
from schemas.entry import Entry, Handbook, Names, build_entry, names_of
from schemas.findings import Called, Finding, HandbookError
from schemas.guard import read_text
from schemas.handbook import Chapter, HandbookFile
from schemas.kept import FOLDER, Kept
from schemas.kept_texts import KeptTexts
from schemas.kinds import ANY, FOLDERS, KIND_NAMES, KINDS, OF_HANDBOOKS, OF_LIBRARY, Kind, address_of, kind_in
from schemas.laws import FILE as LAWS
from schemas.laws import LawsFile
from schemas.library import Library
from schemas.library_file import LibraryFile
from schemas.limits import MOST_BYTES_OF_RECORD
from schemas.messages import Files, Message, Requests
from schemas.misnamed import ID, LEFT_BEHIND, id_meant, is_record, rename
from schemas.reads import Later
from schemas.record import AnyModel, Model
from schemas.references import CardActor, CardPlace, LawRef
from schemas.root import CONTENT
from schemas.skeleton import least_of
from schemas.slips import not_said_otherwise
from schemas.struck import FILE as STRUCK
from schemas.struck import StruckFile
from schemas.terms import Terms
from schemas.titles import Titles
from schemas.unchanged import Unchanged
from schemas.validate import validate

_T = TypeVar("_T")
RESERVED: Final = ("api", "assets", "en", "forms", "search")
"""Names that folders of the site and the API have already, so that no handbook can have them."""
_IGNORED: Final = re.compile(r"^\.|\.(?:po|mo|png|jpe?g|svg|md)$", re.IGNORECASE)
_OF_LIBRARY: Final = ("library.yaml", "terms.yaml", LAWS, STRUCK)
_NOTHING_READ: Final = frozenset({
    Files.OTHER_FORMAT, Files.NOT_A_FILE, Files.UNREADABLE, Files.FILE_TOO_BIG, Files.EMPTY_FILE, Files.NOT_UTF8,
})  # fmt: skip
_CODE: Final = re.compile(rb"^code\s*:\s*[\"']?([A-Za-z0-9][A-Za-z0-9.-]*)", re.MULTILINE)


@dataclass(frozen=True)
class Loading:
    """What reading a root gave: the library, unless the files that hold it together are broken, and all findings."""

    library: Library | None
    findings: tuple[Finding, ...]

    @property
    def is_broken(self) -> bool:
        """Whether a file has an error, so that the library cannot be used."""
        return self.library is None or any(finding.severity == "error" for finding in self.findings)

    def require(self) -> Library:
        """The library, when no file has an error.

        Raises:
            HandbookError: rule `no-library`, with the number of errors.
        """
        errors = sum(finding.severity == "error" for finding in self.findings)
        if self.library is None or errors:
            raise HandbookError(Requests.NO_LIBRARY, count=errors)
        return self.library


def load_library(root: Path, *, keep: bool = False, unchanged: Unchanged | None = None) -> Loading:
    """Read the library under *root*/handbook, record by record; a broken record is left out and reported.

    Args:
        root: the content root.
        keep: whether what is read is kept under `build/`, so that a file that has not changed is not parsed again.
        unchanged: what this program has read before, for one that reads the same library again and again. What others
            kept under `build/` is used then too, and left as it is.
    """
    if not keep and unchanged is None:
        return _Loader(root, None).load()
    with Kept(root / FOLDER / "records.sqlite") as kept:
        loading = _Loader(root, KeptTexts(kept), unchanged).load()
        if unchanged is None:  # otherwise most of it was not asked for
            kept.forget_unused()
    return loading


class _Loader:
    def __init__(self, root: Path, kept: KeptTexts | None, unchanged: Unchanged | None = None) -> None:
        self.root = root
        self.kept = kept
        self.unchanged = unchanged
        self.content = root / CONTENT
        self.findings: list[Finding] = []
        self.titles = Titles()
        self.broken: set[str] = set()
        self.without_title_page: set[str] = set()
        self.catalogues: set[Path] = set()

    def load(self) -> Loading:
        settings = self._read(self.content / "library.yaml", LibraryFile)
        terms = self._read_if_there("terms.yaml", Terms)
        laws = self._read_if_there(LAWS, LawsFile)
        struck = self._read_if_there(STRUCK, StruckFile)
        self.titles.others[LawRef] = {str(law.title): str(law.id) for law in laws[0].laws} if laws else {}
        if settings is not None:
            self.titles.others[CardActor] = {str(title): str(id_) for id_, title in settings[0].actors.items()}
            self.titles.others[CardPlace] = {str(title): str(id_) for id_, title in settings[0].places.items()}
        books = {book.id: book for book in self._handbooks()}
        catalogue = self._catalogue(self.content / FILE)
        entries = {id_: self._entries(book) for id_, book in books.items()}
        of_library = [entry for kind in OF_LIBRARY for entry in self._kind("", KINDS[kind], self.content / kind)]
        strays = tuple(self._strays())
        if laws is None and _is_there(self.content / LAWS):
            self.broken.add(LAWS)
        if settings is None:
            return Loading(None, tuple(self.findings))
        order = [str(id_) for id_ in settings[0].order if id_ in books]
        order += [id_ for id_ in books if id_ not in order]
        all_entries = [entry for id_ in order for entry in entries[id_]] + of_library
        library = Library(
            root=self.root, lang="zh", settings=settings[0], terms=terms[0] if terms else Terms(),
            laws=laws[0] if laws else LawsFile(), struck=struck[0] if struck else StruckFile(),
            handbooks=MappingProxyType({id_: books[id_] for id_ in order}),
            entries=MappingProxyType({entry.address: entry for entry in all_entries}),
            broken=frozenset(self.broken), without_title_page=frozenset(self.without_title_page),
            settings_catalogue=catalogue, settings_document=settings[1],
            terms_document=terms[1] if terms else None, laws_document=laws[1] if laws else None,
            struck_document=struck[1] if struck else None, strays=strays,
        )  # fmt: skip
        return Loading(library, tuple(self.findings))

    def _read_if_there(self, name: str, model: type[AnyModel]) -> tuple[AnyModel, Document] | None:
        return self._read(self.content / name, model) if _is_there(self.content / name) else None

    def _handbooks(self) -> Iterator[Handbook]:
        for path in _inside(self.content):
            if _is_no_handbook(path):
                continue
            if not path.is_dir():
                self._misplaced("", path, _OF_LIBRARY)
            elif not ID.fullmatch(path.name):
                meant = id_meant(path.name)
                self._find(path, Files.BAD_FOLDER_NAME, name=path.name, rename=rename(path.name, meant, folder=True))
                self.broken.add(meant or ANY)
                self.without_title_page.update({path.name, meant or ANY})
            elif path.name in RESERVED:
                self._find(path, Files.RESERVED_NAME, name=path.name, known=", ".join(RESERVED))
            elif read := self._read(path / "handbook.yaml", HandbookFile):
                parties = {str(id_): str(party.title) for id_, party in read[0].parties.items()}
                self.titles.add_parties(path.name, parties)
                yield Handbook(path.name, *read, self._catalogue(path / FILE))
            else:
                self._leave_out(path)

    def _leave_out(self, folder: Path) -> None:
        """Read the records of a handbook without a title page for their findings; what refers to them is not wrong."""
        self.broken.add(folder.name)
        self.without_title_page.add(folder.name)
        for entry in self._records(folder):
            self.broken.update({entry.address, entry.names.code or entry.address})

    def _entries(self, book: Handbook) -> list[Entry]:
        entries = list(self._records(self.content / book.id))
        rank: dict[str, int] = {}
        for number, reference in enumerate(_chapter_records(book.file.chapters)):
            rank.setdefault(reference, number)
        last = len(rank)

        def place(entry: Entry) -> tuple[int, int, str]:
            names = (f"{entry.kind}/{entry.id}", entry.address, entry.names.code)
            kind = KIND_NAMES.index(entry.kind)
            return min(rank.get(name, last) for name in names), kind, entry.id

        return sorted(entries, key=place)

    def _records(self, folder: Path) -> Iterator[Entry]:
        for inner in _inside(folder):
            if inner.name == "handbook.yaml" or _is_english(inner):
                continue
            listed_kinds = ", ".join(OF_HANDBOOKS)
            if not inner.is_dir():
                self._misplaced(folder.name, inner, ("handbook.yaml",))
            elif (kind := kind_in(inner.name)) and kind.of_library:
                self._find(inner, Files.KIND_OF_LIBRARY, name=inner.name)
            elif kind:
                yield from self._kind(folder.name, kind, inner)
            else:
                guess = Called(inner.name, FOLDERS)
                self._find(inner, Files.UNKNOWN_FOLDER, name=inner.name, known=listed_kinds, guess=guess)
                self._are_elsewhere(folder.name, _inside(inner))

    def _kind(self, handbook: str, kind: Kind, folder: Path) -> Iterator[Entry]:
        for path in _inside(folder):
            if path.is_dir() and path.suffix != ".yaml":
                self._find(path, Files.NESTED_FOLDER, name=path.name, kind=kind.folder)
                self._are_elsewhere(handbook, _inside(path))
                continue
            if path.suffix != ".yaml" or not ID.fullmatch(path.stem):
                self._misnamed(handbook, kind, path)
                continue
            entry = self._entry(handbook, kind, path)
            if entry is not None:
                yield entry
            else:
                address = address_of(handbook, kind.folder, path.stem)
                self.broken.update({address, *(_codes_in(path) or self._any_code(handbook))})

    def _any_code(self, handbook: str) -> tuple[str, ...]:
        """What stands for the code of a record of which nothing could be read; nothing where it was, and has none."""
        was_read = self.findings[-1].rule not in _NOTHING_READ
        return () if was_read else (f"{handbook}//{ANY}", f"/{ANY}")

    def _misnamed(self, handbook: str, kind: Kind, path: Path) -> None:
        """Say how a record is to be called; what refers to a record of its kind that is not found is not wrong."""
        if not is_record(path):
            self._find(path, Files.FOREIGN_FILE, name=path.name)
            return
        there = {other.name for other in path.parent.iterdir()}
        meant = id_meant(path.name) or _untranslated(path.parent, there)
        self._find(path, Files.BAD_FILE_NAME, name=path.name, rename=rename(path.name, meant, there))
        if f"{meant}.yaml" not in there:
            self.broken.update({address_of(handbook, kind.folder, meant or ANY), *_codes_in(path)})

    def _misplaced(self, handbook: str, path: Path, own: Sequence[str]) -> None:
        """A file beside the folders of records: one of those that stand here under another name, a record, or none."""
        meant = f"{id_meant(path.name)}.yaml"
        if meant in own and is_record(path) and not _is_there(path.with_name(meant)):
            self._find(path, Files.BAD_FILE_NAME, name=path.name, rename=rename(path.name, meant[:-5]))
        elif is_record(path):
            self._find(path, Files.MISPLACED_FILE, name=path.name, known=", ".join(OF_HANDBOOKS))
            self._are_elsewhere(handbook, [path])
        else:
            self._find(path, Files.FOREIGN_FILE, name=path.name)

    def _are_elsewhere(self, handbook: str, paths: Iterable[Path]) -> None:
        """Of records that lie where none is looked for, remember what they are called, whatever kind they are."""
        for path in paths:
            self.broken.update(_codes_in(path))
            self.broken.update(address_of(handbook, kind, id_meant(path.name)) for kind in KIND_NAMES)

    def _once(self, key: Hashable, paths: tuple[Path, ...], read: Callable[[], _T | None]) -> _T | None:
        """What *read* gives, read once of files without a finding that stay as they are."""
        if self.unchanged is None:
            return read()

        def read_now() -> tuple[_T | None, bool]:
            before = len(self.findings)
            value = read()
            return value, value is not None and len(self.findings) == before

        return self.unchanged.of(key, paths, read_now)

    def _entry(self, handbook: str, kind: Kind, path: Path) -> Entry | None:
        catalogue = catalogue_path(path)
        entry = self._once(path, (path, catalogue), lambda: self._read_entry(handbook, kind, path))
        self.catalogues.add(catalogue)
        if entry is not None:
            self.titles.add(handbook, kind.folder, path.stem, entry.document.text)
        return entry

    def _read_entry(self, handbook: str, kind: Kind, path: Path) -> Entry | None:
        """A record in its place; what is known to be sound is read when it is asked for, which most of it never is."""
        document, catalogue = self._document(path, kind.model), self._catalogue(catalogue_path(path))
        if document is None:
            return None
        self.titles.add(handbook, kind.folder, path.stem, document.text)
        place = path.relative_to(self.root)
        if (data := self._kept_data(document, kind.model)) is not None:
            names = Names(str(data.get("code") or ""), tuple(data.get("formerly") or ()))
            later = Later(lambda: _known_to_be_sound(replace(document, data=data), kind.model))
            return build_entry(handbook, kind.folder, names, later, document, place, catalogue)
        if (record := self._parse(document, kind.model)) is None:
            return None
        return build_entry(handbook, kind.folder, names_of(record), record, document, place, catalogue)

    def _read(self, path: Path, model: type[AnyModel]) -> tuple[AnyModel, Document] | None:
        return self._once(path, (path,), lambda: self._read_file(path, model))

    def _read_file(self, path: Path, model: type[AnyModel]) -> tuple[AnyModel, Document] | None:
        document = self._document(path, model)
        if document is None:
            return None
        if (data := self._kept_data(document, model)) is not None:
            return _known_to_be_sound(replace(document, data=data), model), document
        record = self._parse(document, model)
        return (record, document) if record is not None else None

    def _document(self, path: Path, model: type[Model]) -> Document | None:
        if not _is_there(path):
            if not _is_misnamed(path):
                self._find(path, Files.MISSING_FILE, name=path.name, least=least_of(model))
            return None
        text = read_text(path, shown_path := path.relative_to(self.root).as_posix(), self.root)
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        return Document(shown_path, text)

    def _kept_data(self, document: Document, model: type[Model]) -> dict[str, Any] | None:
        data = self.kept.get(model.__name__, document.text) if self.kept is not None else None
        return data if isinstance(data, dict) else None

    def _parse(self, document: Document, model: type[AnyModel]) -> AnyModel | None:
        composed, findings = compose(document.text, document.path, least_of(model))
        record, mistakes = validate(composed, model, self.titles) if composed is not None else (None, [])
        self.findings.extend(not_said_otherwise(findings, mistakes))
        self.findings.extend(mistakes)
        if composed is None:
            return None
        if self.kept is not None and record is not None and not findings:
            self.kept.put(model.__name__, document.text, composed.data)
        return record

    def _strays(self) -> Iterator[Catalogue]:
        """The catalogues that no record and no file of the library has."""
        for path in sorted(self.content.rglob("*.po")):
            is_aside = any(part.startswith((".", "_")) for part in path.relative_to(self.content).parts)
            if path not in self.catalogues and not is_aside:
                yield self._catalogue(path)

    def _catalogue(self, path: Path) -> Catalogue:
        self.catalogues.add(path)
        catalogue, findings = read_catalogue(path, self.root, self.kept)
        self.findings.extend(findings)
        return catalogue

    def _find(self, path: Path, rule: Message, **values: Any) -> None:
        self.findings.append(Finding(path.relative_to(self.root).as_posix(), 1, 1, rule, values))


def _known_to_be_sound(document: Document, model: type[AnyModel]) -> AnyModel:
    """What *document* says, whose data this program has read as *model* before."""
    record, mistakes = validate(document, model)
    if record is None:
        raise ValueError(f"{document.path}: kept as sound, with {mistakes}")
    return record


def _is_no_handbook(path: Path) -> bool:
    """Whether something beside the handbooks is what the library has there: its own files, records and English."""
    is_folder = path.name in OF_LIBRARY and path.is_dir()
    return path.name in _OF_LIBRARY or path.name.startswith("_") or is_folder or _is_english(path)


def _is_there(path: Path) -> bool:
    """Whether there is something of this name, be it a link to nothing."""
    return path.exists() or path.is_symlink()


def _is_english(folder: Path) -> bool:
    """Whether this holds catalogues of records, and is no handbook of that name."""
    return folder.name == LANGUAGE and folder.is_dir() and not _is_there(folder / "handbook.yaml")


def _inside(folder: Path) -> list[Path]:
    """What a folder of content holds, by name; what programs leave, catalogues, pictures and notes are not."""
    if not folder.is_dir():
        return []
    names = (path for path in folder.iterdir() if not LEFT_BEHIND.fullmatch(path.name))
    return sorted(path for path in names if not _IGNORED.search(path.name))


def _is_misnamed(path: Path) -> bool:
    """Whether what should be at *path* lies beside it under a name that it cannot have."""
    beside = _inside(path.parent)
    return any(f"{id_meant(other.name)}.yaml" == path.name and is_record(other) for other in beside)


def _untranslated(folder: Path, there: Collection[str]) -> str:
    """The id of the one catalogue of a folder's English that has no record; empty where there is none, or several."""
    english = folder.parent / LANGUAGE / folder.name
    without = [path.stem for path in english.glob("*.po") if f"{path.stem}.yaml" not in there]
    return without[0] if len(without) == 1 else ""


def _codes_in(path: Path) -> list[str]:
    """The code of a record that could not be read, found in its bytes: a code is ASCII whatever the encoding."""
    if path.is_symlink() or not path.is_file():
        return []
    try:
        with path.open("rb") as file:
            start = file.read(MOST_BYTES_OF_RECORD).replace(b"\0", b"")
    except OSError:
        return []
    return [code.decode() for code in _CODE.findall(start)]


def _chapter_records(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for chapter in chapters:
        yield from map(str, chapter.records)
        yield from _chapter_records(chapter.chapters)
