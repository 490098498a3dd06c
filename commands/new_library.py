"""`handbook new library` and `handbook new handbook`: a whole handbook to start from, that can be built as it is."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from itertools import count
from pathlib import Path
from string import Template
from typing import Final

import polib

from commands import context
from commands.beginning import in_a_year, in_language
from schemas.catalogue import LANGUAGE
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.messages import Requests
from schemas.misnamed import ID, id_meant
from schemas.punctuation import joined
from schemas.root import CONTENT, find_root
from schemas.scalars import TO_WRITE
from schemas.words import LANGUAGES, Bilingual

_BEGINNINGS: Final = Path(__file__).parent / "beginnings"
_TITLE: Final = Bilingual("客户服务手册", "Customer service handbook")
_NUMBERED: Final = Bilingual("{title}（{id}）", "{title} ({id})")
_COMPANY: Final = f"{TO_WRITE}公司或部门的全称"
FIRST: Final = "service-desk"
"""The id of the first handbook of a library, unless it is given."""
OWN_CODES: Final = "KF-"


@dataclass(frozen=True, slots=True)
class Names:
    """What a new library or handbook is called, as far as it was said.

    Attributes:
        title: in Chinese.
        english: the title in English.
        company: who issues it, in Chinese.
        company_english: the same in English.
    """

    title: str | None = None
    english: str | None = None
    company: str | None = None
    company_english: str | None = None

    def given(self) -> dict[str, str]:
        """What was said, by what it is called."""
        return {name: text for name, text in asdict(self).items() if text is not None}

    def or_else(self, title: Bilingual) -> Names:
        """The same with a title: *title* where none was said; its English only where its Chinese is not another."""
        english = self.english or (title.en if self.title is None else "")
        company, company_english = self.company or _COMPANY, self.company_english or ""
        return Names(self.title or title.zh, english, company, company_english)


def new_library(
    folder: Path, handbook: str, names: Names, languages: tuple[str, ...], *, inside: bool = False
) -> None:  # fmt: skip
    """Write a library with one handbook into *folder*, and say what comes next.

    Args:
        folder: where; it need not be there yet.
        handbook: the id of its first handbook.
        names: what it is called.
        languages: those it is to have.
        inside: whether *folder* may lie in that of another library.

    Raises:
        HandbookError: `library-exists`, `library-within`, `library-nested`, `cannot-write`; nothing is written then.
    """
    _refuse_library(folder, inside=inside)
    names = names.or_else(_TITLE)
    values = _values(names, handbook, f"{OWN_CODES}01") | {"languages": f"[{', '.join(languages)}]"}
    content = folder / CONTENT
    files = {content / path: text for path, text in _rendered("library", values, languages)}
    files |= {content / handbook / path: text for path, text in _rendered("handbook", values, languages)}
    files[content / handbook / "handbook.yaml"] += in_language(_read("cards-used.yaml"))
    ignored = folder / ".gitignore"
    if not ignored.exists():
        files[ignored] = _read("gitignore")
    undo = [CONTENT, *([ignored.name] if ignored in files else [])] if folder.exists() else []
    context.write_outputs({path: text.encode() for path, text in files.items()})
    _say_library(folder, handbook, len(files), undo)


def new_handbook(library: Library, id_: str, names: Names) -> None:
    """Write a handbook into *library*, and say what comes next.

    Raises:
        HandbookError: `handbook-exists`, `cannot-write`; nothing is written then.
    """
    folder = Path(CONTENT) / id_
    there = library.root / folder
    if there.exists() or there.is_symlink():
        raise HandbookError(Requests.HANDBOOK_EXISTS, path=folder.as_posix())
    title = Bilingual(*(_NUMBERED.say(lang, title=_TITLE.of(lang), id=id_) for lang in LANGUAGES))
    values = _values(names.or_else(title), id_, _free_code(library))
    rendered = _rendered("handbook", values, library.settings.languages)
    files = {there / path: text.encode() for path, text in rendered}
    context.write_outputs(files)
    _say_handbook(folder, len(files))


_UNDO: Final = Bilingual(" {path} 里的 {names} ", "{names} in {path}")
_UNDO_ALL: Final = Bilingual("文件夹 {path} ", "the folder {path}")


def _refuse_library(folder: Path, *, inside: bool) -> None:
    there = folder / CONTENT
    if there.exists() or there.is_symlink():
        raise HandbookError(Requests.LIBRARY_EXISTS, path=there.as_posix())
    target, root = folder.resolve(), None
    with suppress(HandbookError):
        root = find_root(None, None, target)
    if root is not None and target.is_relative_to(root / CONTENT):
        raise HandbookError(Requests.LIBRARY_WITHIN, path=folder.as_posix(), root=root)
    if root is not None and not inside:
        id_ = id_meant(target.name)
        beside = shlex.quote(os.path.relpath(root.parent / target.name))
        values = {"id": id_ if ID.fullmatch(id_) else "second-desk", "beside": beside}
        raise HandbookError(Requests.LIBRARY_NESTED, path=folder.as_posix(), root=root, **values)


def _free_code(library: Library) -> str:
    """A code for a form that no form of the library has."""
    prefix = library.own_codes or OWN_CODES
    codes = (f"{prefix}{number:02}" for number in count(1))
    return next(code for code in codes if all(entry.code != code for entry in library.of_kind("forms")))


def _values(names: Names, handbook: str, form: str) -> dict[str, str]:
    today = date.today()
    return {
        "title": names.title or "", "short": names.title or "", "english": names.english or "",
        "company": names.company or "", "company_english": names.company_english or "",
        "handbook": handbook, "form": form, "today": today.isoformat(), "review": in_a_year(today).isoformat(),
    }  # fmt: skip


def _read(name: str) -> str:
    return (_BEGINNINGS / name).read_text("utf-8")


def _rendered(name: str, values: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """The files of a beginning by their paths in it, filled with *values*; English only where the library has it."""
    folder = _BEGINNINGS / name
    for path in sorted(folder.rglob("*")):
        text = path.read_text("utf-8") if path.is_file() else ""
        if path.suffix == ".yaml":
            yield path.relative_to(folder), in_language(Template(text).substitute(_quoted(values)))
        elif path.suffix == ".po" and LANGUAGE in languages:
            yield path.relative_to(folder), _filled_catalogue(text, values)


def _quoted(values: Mapping[str, str]) -> dict[str, str]:
    """The values as they stand in YAML: what somebody typed is quoted, so that it is a text whatever is in it."""
    typed = ("title", "short", "company")
    return {key: json.dumps(text, ensure_ascii=False) if key in typed else text for key, text in values.items()}


def _filled_catalogue(text: str, values: Mapping[str, str]) -> str:
    """A catalogue filled with *values*; a text that is still to be written has no English."""
    filled = Template(text).substitute({key: polib.escape(value) for key, value in values.items()})
    return "\n\n".join(entry for entry in filled.split("\n\n") if f'msgid "{TO_WRITE}' not in entry)


def _say_library(folder: Path, handbook: str, files: int, undo: Sequence[str]) -> None:
    """Say what was made, what to type next, and what of the folder to delete: without *undo* all of it."""
    into = [] if folder.absolute() == Path.cwd() else [f"  cd {shlex.quote(folder.as_posix())}"]
    context.out.print(
        context.say(
            "建好了手册库 {path}：手册 {handbook}，共 {files} 个文件。\n接下来：",
            "Made the library {path} with the handbook {handbook}: {files} files.\nNext:",
            path=folder.as_posix(), handbook=handbook, files=files,
        ),
        markup=False,
    )  # fmt: skip
    elsewhere = ["  unset HANDBOOK_ROOT"] if os.environ.get("HANDBOOK_ROOT") else []
    for line in (*into, *elsewhere, "  handbook check", "  handbook serve"):
        context.out.print(line, markup=False)
    context.out.print(
        context.say(
            "“待写”的只有您知道，check 会一一指出。不要了，删去{what}就是，别处没有动。",
            "What says 待写 only you know; check names each place. To undo this, delete {what}; nothing else was "
            "touched.",
            what=_UNDO.say(context.lang(), path=folder.as_posix(), names=joined(undo, context.lang()))
            if undo
            else _UNDO_ALL.say(context.lang(), path=folder.as_posix()),
        ),
        markup=False,
    )


def _say_handbook(folder: Path, files: int) -> None:
    context.out.print(
        context.say(
            "建好了手册 {path}，共 {files} 个文件。\n"
            "接下来：把“待写”都换成自己的，运行 handbook check，再运行 handbook serve。\n"
            "不要了，删去文件夹 {path} 就是，别处没有动。",
            "Made the handbook {path}: {files} files.\n"
            "Next: replace every 待写 with your own, run handbook check, then handbook serve.\n"
            "To undo this, delete the folder {path}; nothing else was touched.",
            path=folder.as_posix(), files=files,
        ),
        markup=False,
    )  # fmt: skip
