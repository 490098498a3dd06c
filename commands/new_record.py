"""`handbook new KIND ID`: a record to start from, for somebody who knows the work and not the format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from commands import context
from commands.beginning import HANDBOOK, LIBRARY, check_id, in_a_year, in_language
from schemas import disk
from schemas.card import DANGERS
from schemas.entry import Entry
from schemas.findings import HandbookError, guess
from schemas.kinds import KINDS, Kind, address_of
from schemas.library import Library
from schemas.messages import Requests
from schemas.root import CONTENT
from schemas.words import Bilingual

_STARTERS: Final = Path(__file__).parent / "starters"
_NAMED: Final = 8  # roles or forms named in a comment; more would hide the text


def new_record(word: str, id_: str, handbook: str | None) -> None:
    """Write a record of the kind that *word* names, and say what comes next.

    Raises:
        HandbookError: `record-exists`, `no-role-yet`, `cannot-write`.
        typer.Exit: there is no such kind or handbook, or a record cannot be called so.
    """
    wanted = _kind(word, id_)
    check_id(id_, example="parcel-keeping")
    library = context.load().library or context.library()
    book = _handbook(library, handbook)
    address = address_of("" if wanted.of_library else book, wanted.folder, id_)
    path = Path(CONTENT) / f"{address}.yaml"
    _refuse_to_replace(library, path, address)
    _write(library.root / path, starter(library, book, wanted, date.today()))
    _say_what_next(path, book, wanted, id_)


def _kind(word: str, id_: str) -> Kind:
    kind = _kind_called(word)
    if kind is not None:
        return kind
    if _kind_called(id_) is not None:
        raise context.wrong_usage(_EXCHANGED.say(context.lang(), kind=id_, id=word))
    words = dict([LIBRARY, HANDBOOK, *((kind.name, kind.words.zh) for kind in KINDS.values())])
    close = guess(word.lower(), (*words, *words.values()), context.lang())
    listed = context.say("、".join(f"{name} {zh}" for name, zh in words.items()), ", ".join(words))
    raise context.wrong_usage(
        context.say(
            f"没有种类“{word}”。{close}可以写：{listed}。",
            f"There is no kind '{word}'. {close}The kinds are: {listed}.",
        )
    )


_EXCHANGED: Final = Bilingual(
    "先写种类，再写编号：handbook new {kind} {id}", "The kind comes first, then the id: handbook new {kind} {id}"
)


def _kind_called(word: str) -> Kind | None:
    names = ((kind, (kind.folder, kind.name, kind.words.zh)) for kind in KINDS.values())
    return next((kind for kind, named in names if word.lower() in named), None)


def _handbook(library: Library, named: str | None) -> str:
    handbooks = list(library.handbooks)
    book = named or (library.settings.default if library.settings.default in handbooks else None)
    if book is not None and book in handbooks:
        return str(book)
    close, listed = guess(named or "", handbooks, context.lang()), ", ".join(handbooks) or "—"
    raise context.wrong_usage(
        context.say(
            f"没有手册“{named or library.settings.default}”。{close}用 --handbook 指定：{listed}。",
            f"There is no handbook '{named or library.settings.default}'. {close}Name one with --handbook: {listed}.",
        )
    )


def _refuse_to_replace(library: Library, path: Path, address: str) -> None:
    """Stop when the file is there, or when the address still leads to a record that was renamed."""
    there = library.root / path
    entry = library.find(address)
    if entry is not None or there.exists() or there.is_symlink():
        raise HandbookError(Requests.RECORD_EXISTS, path=(entry.path if entry else path).as_posix())


def starter(library: Library, book: str, kind: Kind, today: date) -> str:
    """The text of a new record of *kind*, with comments in the language of this run and a role that exists in it.

    Raises:
        HandbookError: rule `no-role-yet`: the handbook has no role, and the record needs one.
    """
    roles = library.of_kind("roles", book)
    if not roles and kind.folder != "roles":
        raise HandbookError(Requests.NO_ROLE_YET, handbook=book)
    settings, own = library.settings, f"{book}/" if kind.of_library else ""
    forms = [str(form.record.code or f"forms/{form.id}") for form in library.of_kind("forms", book)]
    text = (_STARTERS / f"{kind.name}.yaml").read_text("utf-8")
    return Template(in_language(text)).substitute(
        role=roles[0].id if roles else "role-id",
        owner=own + _owner(library, roles),
        roles=_few(f"{role.id} {role.record.title}" for role in roles),
        dangers=", ".join(DANGERS),
        actor=next(iter(settings.actors), "desk"),
        actors=_few(f"{actor} {title}" for actor, title in settings.actors.items()),
        places=_few(f"{place} {title}" for place, title in settings.places.items()),
        form=forms[0] if forms else "forms/form-id",
        forms=_few(forms),
        review=in_a_year(today).isoformat(),
    )


def _owner(library: Library, roles: Sequence[Entry]) -> str:
    """The role that may answer for a text: the first to which another reports."""
    leading = (role for role in roles if any(use.path == ("reports_to",) for use in library.uses(role)))
    first = next(leading, roles[0] if roles else None)
    return first.id if first else "role-id"


def _few(words: Iterable[str]) -> str:
    listed = list(words)
    more = context.say("等", "…")
    return "，".join(listed[:_NAMED]) + (f" {more}" if len(listed) > _NAMED else "") or context.say(
        "（还没有）", "(none yet)"
    )


def _write(path: Path, text: str) -> None:
    try:
        with disk.at(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_new(path, text)
    except OSError as error:
        raise context.refused(Requests.CANNOT_WRITE, error, path) from None


def _write_new(path: Path, text: str) -> None:
    file = path.open("x", encoding="utf-8", newline="\n")
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink(missing_ok=True)  # half a record is none
        raise


def _say_what_next(path: Path, book: str, kind: Kind, id_: str) -> None:
    key, reference = ("cards.use", id_) if kind.of_library else ("chapters", f"{kind.folder}/{id_}")
    chapters = f"{CONTENT}/{book}/handbook.yaml"
    next_steps = context.say(
        f"写好了 {path.as_posix()}\n"
        f"接下来：打开它，把“待写”都换成正文；在 {chapters} 的 {key} 里加上 {reference}；再运行 "
        f"handbook check {path.as_posix()}。",
        f"Wrote {path.as_posix()}\n"
        f"Next: open it and replace every 待写; add {reference} to `{key}` of {chapters}; then run "
        f"handbook check {path.as_posix()}.",
    )
    context.out.print(next_steps, markup=False)
