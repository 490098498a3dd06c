"""`handbook licences`: what of others the program stands on, and what of it the site carries."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from commands import context
from generators.licences import PROGRAM, Work, carried, required
from generators.site_source import assets_folder
from schemas.findings import HandbookError
from schemas.messages import Requests
from schemas.words import Bilingual, ByLanguage

_HEADS: Final = ByLanguage(("名称", "版本", "许可", "出处"), ("name", "version", "licence", "from"))
_NOT_INSTALLED: Final = Bilingual(
    "{program} 没有安装，不知道它要用哪些包；请先 pip install -e .",
    "{program} is not installed, so nobody knows what it asks for; run: pip install -e .",
)


def licences(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object.")] = False,
    texts: Annotated[bool, typer.Option("--texts", help="Print every licence in full.")] = False,
) -> None:
    """List what of others the program stands on and what the site carries, each with its licence.

    Example: `handbook licences --json`
    """
    try:
        packages = required()
    except PackageNotFoundError:
        raise HandbookError("not-installed", _NOT_INSTALLED, program=PROGRAM) from None
    site = carried(assets_folder(_root()))
    if as_json:
        listed = {"packages": packages, "site": site}
        context.print_json({name: [_plain(work, texts) for work in works] for name, works in listed.items()})
        return
    _print(context.say("网站带有：", "The site carries:"), site, texts)
    _print(context.say("程序要用：", "The program stands on:"), packages, texts)


def _root() -> Path | None:
    """The library of this run, whose site may be its own; None where there is none."""
    try:
        return context.root()
    except HandbookError as error:
        if error.rule != Requests.NO_ROOT:
            raise
        return None


def _plain(work: Work, texts: bool) -> dict[str, object]:
    values = asdict(work)
    return values if texts else {name: value for name, value in values.items() if name != "texts"}


def _print(title: str, works: tuple[Work, ...], texts: bool) -> None:
    table = Table(box=None)
    for head in _HEADS.of(context.lang()):
        table.add_column(head, overflow="fold")
    for work in works:
        table.add_row(work.name, work.version, work.licence, work.home)
    context.out.print(title, style="bold")
    context.page.print(table)
    for work in works if texts else ():
        for text in work.texts:
            context.out.print(f"\n{work.name} {work.version}", style="bold", markup=False)
            context.out.print(text.strip(), markup=False)
