"""`handbook read`: what filled forms say, checked against their definitions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from commands import context
from commands.house import Names, known_by_house
from filled.reading import is_form_file, read_form
from filled.reading.refusals import RefusedError
from schemas.filled import Filled, say_value, shown
from schemas.findings import HandbookError, on_one_line
from schemas.known import known_in
from schemas.masking import together
from schemas.mistakes import number_of
from schemas.rules import Rule
from schemas.words import Bilingual

_NONE = Bilingual("{path} 里没有 .docx 文件", "there is no .docx file in {path}")


def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Filled forms, or folders of them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a file.")] = False,
    show_personal: Annotated[
        bool, typer.Option("--show-personal", help="Show personal data, masked otherwise.")
    ] = False,
    names: Names = None,
) -> None:
    """Read filled forms: their values, and every mistake with its place, what was found and what is expected.

    Flats, phones, names and whatever else tells who somebody is are masked, within free text too.

    Exit code 1 when a file is no form of this library or has a mistake.

    Example: `handbook read returned/ --json`
    """
    library = context.library()
    house, is_clean = known_by_house(names), True
    for path, name in [named_file for file in files for named_file in _inside(file)]:
        try:
            filled = read_form(library, path, name)
        except RefusedError as refusal:
            is_clean = False
            _refuse(name, refusal, as_json)
            continue
        filled = filled.knowing(together(known_in(filled.answers()), house))
        is_clean &= not filled.mistakes
        if as_json:
            context.print_json(filled.as_json(context.lang(), show_personal=show_personal))
        else:
            _print(filled, show_personal)
    if not is_clean:
        raise typer.Exit(1)


def _inside(path: Path) -> Iterator[tuple[Path, str]]:
    """A file, or the forms in a folder and the folders within it, each with the name it is called by."""
    if not path.is_dir():
        yield path, path.name
        return
    form_files = sorted(
        Path(folder, name) for folder, _, names in os.walk(path) for name in names if is_form_file(Path(name))
    )
    if not form_files:
        raise HandbookError("no-filled-forms", _NONE, path=path)
    yield from ((file, file.relative_to(path).as_posix()) for file in form_files)


def _refuse(name: str, refusal: RefusedError, as_json: bool) -> None:
    reason = refusal.say(context.lang())
    if as_json:
        context.print_json({"file": name, "refused": reason, "rule": refusal.rule})
    else:
        context.err.print(f"{on_one_line(name)}: {reason}", markup=False)
        if remedy := refusal.remedy(context.lang()):
            context.err.print(f"  {remedy}", markup=False, soft_wrap=True)


def _print(filled: Filled, show_personal: bool) -> None:
    lang = context.lang()
    edition = context.say(f"第 {filled.edition} 版", f"edition {filled.edition}")
    head = " · ".join(part for part in (on_one_line(filled.name), filled.title.say(lang), filled.code, edition) if part)
    context.out.print(head, style="bold", markup=False)
    if any(shown(blank.field, value) != value for blank, _, value in filled.answers()):
        context.out.print(f"  {context.personal(is_shown=show_personal)}", style="dim", markup=False)
    for line in _lines(filled, lang, show_personal):
        context.out.print(line, markup=False)
    for note in filled.notes:
        if note.rule != Rule.TYPED_NAME:  # said beside the name
            context.out.print(f"  {note.say(lang, show_personal=show_personal)}", style="yellow", markup=False)
    for mistake in filled.mistakes:
        context.out.print(f"  {mistake.say(lang, show_personal=show_personal)}", style="red", markup=False)
    count = number_of(filled.mistakes)
    context.out.print(
        context.say(f"  {count} 处要改", f"  {count} to put right"), style="bold red" if count else "green"
    )


def _lines(filled: Filled, lang: str, show_personal: bool) -> Iterator[str]:
    """Every value with its place, under the headings of the form; a line break within it is shown as ⏎."""
    last = ""
    for blank, row, value in filled.answers():
        if blank.block != last and blank.block in filled.blanks.titles:
            yield f"  [{filled.blanks.titles[blank.block].say(lang)}]"
        last = blank.block
        text = say_value(blank, value, lang, filled.known, show_personal=show_personal).replace("\n", " ⏎ ")
        typed = context.say("（打字，不是签名）", " (typed, not a signature)") if blank.is_signature else ""
        number = context.say(f"第 {row} 行 ", f"row {row} ") if row else ""
        yield f"  {number}{blank.label.say(lang)}: {text}{typed}"
