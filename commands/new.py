"""`handbook new`: something to start from, for somebody who knows the work and not the format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from commands import context
from commands.beginning import HANDBOOK, LIBRARY, check_handbook_id
from commands.new_library import FIRST, Names, new_handbook, new_library
from commands.new_record import new_record
from schemas.words import LANGUAGES, Bilingual

_NOT_SAID: Final = Bilingual(
    "写上要建什么、叫什么，如：handbook new {kind} {id}（新的手册库：handbook new library my-desk）。",
    "Say what to make and what to call it, as in: handbook new {kind} {id} "
    "(a new library: handbook new library my-desk).",
)
_MISPLACED: Final = Bilingual(
    "{options} 不用于 {kind}：--title、--english、--company、--company-english 用于 library 和 handbook，"
    "--chinese-only、--inside 用于 library，--handbook 用于 library 和记录。",
    "{options} is not for {kind}: --title, --english, --company and --company-english are for a library or a handbook, "
    "--chinese-only and --inside for a library, --handbook for a library or a record.",
)
_NO_FOLDER: Final = Bilingual(
    "没有说建在哪个文件夹：handbook new library my-desk（就建在这里：handbook new library .）",
    "Say which folder it is to be in: handbook new library my-desk (in this one: handbook new library .)",
)
_EMPTY: Final = Bilingual(
    "{option} 后面是空的：写上，或者不要写 {option}。", "{option} is empty: say it, or leave it out."
)


def new(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help="library, handbook, or procedure, policy, form … (or its Chinese name)"),
    ] = None,
    id_: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="Lower-case letters, digits, hyphens: `parcel-keeping`; of a library its folder."
        ),
    ] = None,
    handbook: Annotated[
        str | None, typer.Option("--handbook", help="Id of the handbook; the default one if left out.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of a new library or handbook, in Chinese.")] = None,
    english: Annotated[str | None, typer.Option(help="The same in English.")] = None,
    company: Annotated[str | None, typer.Option(help="Who issues it, in Chinese.")] = None,
    company_english: Annotated[str | None, typer.Option(help="Who issues it, in English.")] = None,
    chinese_only: Annotated[bool, typer.Option("--chinese-only", help="A new library without English.")] = False,
    inside: Annotated[
        bool, typer.Option("--inside", help="A new library inside the folder of another, if that is meant.")
    ] = False,
) -> None:
    """Write something to start from: a library, a handbook or a commented record; it never overwrites one.

    Example: `handbook new library my-desk --title 客服手册`

    Example: `handbook new procedure parcel-keeping`
    """
    if kind is None or id_ is None:
        raise context.wrong_usage(_NOT_SAID.say(context.lang(), kind=kind or "procedure", id=_example(kind)))
    word, names = kind.lower(), Names(title, english, company, company_english)
    named = {f"--{name.replace('_', '-')}": text for name, text in names.given().items()}
    _check_names(named)
    only: dict[str, str | None] = {"--chinese-only": None} if chinese_only else {}
    only |= {"--inside": None} if inside else {}
    if word in LIBRARY:
        if not id_.strip():
            raise context.wrong_usage(_NO_FOLDER.say(context.lang()))
        first = handbook or FIRST
        check_handbook_id(first, FIRST)
        new_library(Path(id_), first, names, LANGUAGES[:1] if chinese_only else LANGUAGES, inside=inside)
    elif word in HANDBOOK:
        _refuse(kind, {**only, **({"--handbook": handbook} if handbook else {})})
        check_handbook_id(id_, "second-desk")
        new_handbook(context.load().library or context.library(), id_, names)
    else:
        _refuse(kind, {**named, **only})
        new_record(kind, id_, handbook)


def _example(kind: str | None) -> str:
    return {**dict.fromkeys(LIBRARY, "my-desk"), **dict.fromkeys(HANDBOOK, FIRST)}.get((kind or "").lower(), "parcels")


def _refuse(kind: str, options: dict[str, str | None]) -> None:
    """Refuse options that say nothing of what is made.

    Raises:
        typer.Exit: there are some.
    """
    if options:
        raise context.wrong_usage(_MISPLACED.say(context.lang(), options=", ".join(options), kind=kind))


def _check_names(named: dict[str, str]) -> None:
    """Refuse a name that is empty.

    Raises:
        typer.Exit: one is.
    """
    for option, text in named.items():
        if not text.strip():
            raise context.wrong_usage(_EMPTY.say(context.lang(), option=option))
