"""Forms by the hundred, for `handbook form`: one for each row of a list, numbered, in the copies that a form says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from commands import context
from commands.progress import PartProgress, progress
from generators.docx.document import Variant
from generators.docx.package import pack
from generators.form import print_stem
from generators.printing.convert import convert
from schemas.blanks import Blanks, blanks_of
from schemas.entry import Entry
from schemas.findings import HandbookError, on_one_line
from schemas.form import Copies, Form
from schemas.library import Library
from schemas.limits import MOST_ROWS_OF_LIST, MOST_TOLD
from schemas.punctuation import joined
from schemas.words import Bilingual, in_both

if TYPE_CHECKING:
    from filled.lists.columns import Columns
    from filled.lists.table import List, Remark
    from filled.lists.values import Sheet

_NO_SERIAL: Final = Bilingual(
    "《{title}》没有编号栏，编不了号。它的栏：{labels}",
    "{title} has no field for a number, so its sheets cannot be numbered. Its fields: {labels}",
)
_NO_COPIES: Final = Bilingual(
    "《{title}》没有写一式几联，--parts 分不出来",
    "{title} does not say which copies it has, so there is none for --parts",
)
_EXISTS: Final = Bilingual(
    "{path} 已经有了，没有写。换个名字，或加 --overwrite",
    "{path} exists already; nothing was written. Take another name, or add --overwrite",
)
_UNFIT: Final = Bilingual(
    "清单有 {count} 处要改，一张表也没有写", "{count} to put right in the list; no form was written"
)
_MORE: Final = Bilingual("还有 {count} 处", "and {count} more")
_UNPRINTABLE: Final = Bilingual(
    "“{label}”在打印用的空白表上由人手填，不能预先印；去掉 --blank，或去掉这一列",
    "'{label}' is filled in by hand on a sheet to print and cannot be printed beforehand; leave out --blank or the "
    "column",
)
_MOST_NAMED: Final = 12
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        source: the list that forms are filled from.
        serial: the first number.
        count: how many sheets, without a list.
        parts: whether each is made in the copies that the form says it has.
        skip_unknown: whether columns that no field has are left out.
    """

    source: Path | None
    serial: str
    count: int | None
    parts: bool
    skip_unknown: bool

    @property
    def is_many(self) -> bool:
        """Whether anything is asked for that a single form is not."""
        return bool(self.source or self.serial or self.count is not None or self.parts)


def sheets(library: Library, entry: Entry, variant: Variant, wish: Wish, *, to_print: bool) -> dict[str, bytes]:
    """The Word files by name.

    Args:
        library: the view whose language they are in.
        entry: the form.
        variant: for the screen or the pen.
        wish: what is asked for.
        to_print: whether they become PDFs.

    Raises:
        HandbookError: the list cannot be read; there is no field for a number, or no copies.
        typer.Exit: something in the list does not fit.
    """
    from filled.filling.press import Press, Stamp  # lists and filling, for those who want many

    blanks = blanks_of(library, entry)
    copies = _copies(library, entry) if wish.parts else {"": ""}
    todo = _from_list(library, entry, blanks, wish, variant) if wish.source else _numbered(entry, blanks, wish)
    press = Press(library, entry, variant, quiet=to_print)
    names = _names(print_stem(entry, variant, library.lang), todo)
    files: dict[str, bytes] = {}
    with progress() as report:
        for name, sheet in zip(names, todo, strict=True):
            for number, (id_, copy) in enumerate(copies.items(), 1):
                part = f"-{number}-{id_}" if id_ else ""
                files[f"{name}{part}.docx"] = press.sheet(sheet.values, Stamp(sheet.serial, copy))
            report("forms", len(files), len(todo) * len(copies))
    return files


def _copies(library: Library, entry: Entry) -> dict[str, str]:
    """The copies that a form says it has, by id."""
    form = entry.record
    assert isinstance(form, Form)
    items = [
        (str(id_), library.plain(text, entry))
        for block in form.blocks
        if isinstance(block.body, Copies)
        for id_, text in block.body.items.items()
    ]
    if not items:
        raise HandbookError("no-copies-block", _NO_COPIES, title=library.titles(entry.address))
    return dict(items)


def _numbered(entry: Entry, blanks: Blanks, wish: Wish) -> list[Sheet]:
    """Sheets with nothing but their numbers, or one without."""
    from filled.lists.columns import Columns
    from filled.lists.values import Sheet, numbered

    count = wish.count or 1
    empty = [Sheet(number, {}) for number in range(1, count + 1)]
    if not wish.serial:
        return empty
    return numbered(blanks, Columns({}, (), ()), empty, _serials(entry, blanks, wish.serial, count))[0]


def _serials(entry: Entry, blanks: Blanks, first: str, count: int) -> tuple[str, ...]:
    from filled.lists.values import serial_blank
    from filled.serials import Series

    if serial_blank(blanks) is None:
        labels = in_both(lambda lang: joined([blank.label.of(lang) for blank in blanks.all][:_MOST_NAMED], lang))
        raise HandbookError("no-serial", _NO_SERIAL, title=str(entry.record.title), labels=labels)
    return Series.parse(first).take(count)


def _from_list(library: Library, entry: Entry, blanks: Blanks, wish: Wish, variant: Variant) -> list[Sheet]:
    """A sheet for each row of a list, once all of it fits."""
    from filled.lists.columns import columns_of, not_there
    from filled.lists.read import read_list
    from filled.lists.values import numbered, serial_blank, sheets_of, told_twice

    assert wish.source is not None
    rows = read_list(wish.source)
    columns = columns_of(blanks, rows, skip_unknown=wish.skip_unknown)
    todo, wrong = sheets_of(blanks, rows, columns)
    wrong = [*columns.wrong, *wrong]
    if wish.serial:
        todo, clash = numbered(blanks, columns, todo, _serials(entry, blanks, wish.serial, len(todo)))
        wrong += clash
    twice = list(told_twice(rows, columns, todo))
    wrong += [remark for is_wrong, remark in twice if is_wrong]
    if variant == "blank":
        wrong += _unprintable(library, entry, rows, columns.targets)
    wrong += _unfit(library, entry, todo, columns)
    absent = not_there(blanks, columns, serial_blank(blanks) if wish.serial else None)
    _warn([*rows.remarks, *columns.remarks, *(remark for is_wrong, remark in twice if not is_wrong), *absent])
    if wrong:
        _refuse(sorted(wrong, key=lambda one: (one.row, len(one.column), one.column)))
    return todo


def _unprintable(library: Library, entry: Entry, rows: List, targets: Mapping[int, object]) -> Iterator[Remark]:
    from filled.filling.press import printable
    from filled.lists.columns import Target
    from filled.lists.table import Remark, letter

    for at, target in targets.items():
        assert isinstance(target, Target)
        if not printable(library, entry, target.blank):
            yield Remark(rows.heads.number, letter(at), _UNPRINTABLE.filled(label=target.blank.label))


def _unfit(library: Library, entry: Entry, todo: Sequence[Sheet], columns: Columns) -> Iterator[Remark]:
    """Every value of every row that its field does not take, or that does not agree with another."""
    from filled.filling import MistakesError, filler_of
    from filled.lists.values import placed

    filler = filler_of(library, entry)
    for sheet in todo:
        try:
            filler.answers(sheet.values, must_agree=True)
        except MistakesError as error:
            yield from (placed(mistake, sheet, columns) for mistake in error.mistakes)


def _warn(remarks: Iterable[Remark]) -> None:
    for remark in remarks:
        context.err.print(on_one_line(remark.say(context.lang())), style="yellow", markup=False)


def _refuse(wrong: Sequence[Remark]) -> None:
    """Say everything that is wrong in a list.

    Raises:
        typer.Exit: always.
    """
    lang = context.lang()
    for remark in wrong[:MOST_TOLD]:
        context.err.print(on_one_line(remark.say(lang)), style="red", markup=False)
    if len(wrong) > MOST_TOLD:
        context.err.print(_MORE.say(lang, count=f"{len(wrong) - MOST_TOLD:,}"), style="red", markup=False)
    context.err.print(_UNFIT.say(lang, count=f"{len(wrong):,}"), style="bold red", markup=False)
    raise typer.Exit(1)


def _names(stem: str, todo: Sequence[Sheet]) -> list[str]:
    """What the sheets are called: by their numbers, or counted where they have none or two would be called alike."""
    numbers = [_UNSAFE.sub("-", sheet.serial).strip("-.")[:60] for sheet in todo]
    if len(todo) == 1 and not numbers[0]:
        return [stem]
    if not all(numbers) or len({number.casefold() for number in numbers}) < len(numbers):
        width = len(str(len(todo)))
        numbers = [f"{at:0{width}}" for at in range(1, len(todo) + 1)]
    return [f"{stem}-{number}" for number in numbers]


def written(files: Mapping[str, bytes], output: Path, ending: str, *, overwrite: bool) -> list[Path]:
    """Write *files* as *ending* says: in a folder, as one PDF or ZIP, or alone; their paths.

    Raises:
        HandbookError: one is there already; it cannot be written.
    """
    outputs = {output / name if not ending else output: content for name, content in files.items()}
    for path in outputs:
        if path.is_file() and not overwrite:
            raise HandbookError("exists", _EXISTS, path=path)
    context.write_outputs(outputs)
    return list(outputs)


def as_pdfs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs of Word files, by name; what is filled in is kept nowhere else.

    Raises:
        HandbookError: LibreOffice is missing or failed.
    """
    with progress() as report:
        pdfs, problem = convert(files, lambda done: _say_done(report, done, len(files)))
    if problem is not None or len(pdfs) < len(files):
        raise problem or AssertionError("a PDF is missing, and nothing says why")
    return {f"{name.removesuffix('.docx')}.pdf": pdfs[name] for name in files}


def _say_done(report: PartProgress, done: int, total: int) -> None:
    report("prints", done, total)


def together(files: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    """*files* as the one that the user named, where it is one."""
    if ending == ".zip":
        return {"": pack(files)}
    if ending == ".pdf":
        from generators.printing.pdf import join  # PDFium, for PDFs only

        return {"": join(files.values()) if len(files) > 1 else next(iter(files.values()))}
    return {"": next(iter(files.values()))} if ending else dict(files)


def check_count(count: int | None) -> None:
    """Refuse more sheets than may be made at once.

    Raises:
        typer.Exit: there are more.
    """
    if count is not None and not 1 <= count <= MOST_ROWS_OF_LIST:
        raise context.wrong_usage(
            context.say("--count 要在 1 到 {most} 之间。", "--count takes 1 to {most}.", most=f"{MOST_ROWS_OF_LIST:,}")
        )


def count_without(wish: Wish) -> bool:
    """Whether a number of sheets is given that means nothing."""
    return wish.count is not None and (wish.source is not None or not wish.serial)
