"""`handbook report`: a folder of filled forms, added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

import typer
from rich.table import Table as Grid

from commands import context
from commands.finding_records import find_record
from commands.house import Names, known_by_house
from filled.report import exports
from filled.report.errors import NotComputedError
from filled.report.make import Report, make_report
from filled.report.periods import Period
from filled.report.ranges import came_back
from filled.report.rows import When
from filled.report.tables import Table
from filled.report.words import FILES, ROWS, ReportWords
from filled.report.workbook import workbook
from filled.serials import numbers_of
from schemas.findings import on_one_line
from schemas.mistakes import number_of
from schemas.punctuation import Marks
from schemas.rules import Rule
from schemas.values import plain
from schemas.words import LANGUAGES, Bilingual, Counted, Language

OutputKind = Literal["csv", "xlsx", "json", "docx", "svg"]
_COPIES: Final = Counted("{number} 份填好的表", "{number} filled form", "{number} filled forms")
_MISTAKES: Final = Counted("{number} 处错误", "{number} mistake", "{number} mistakes")
_OF_PERIOD: Final = Bilingual("{title}　{period}", "{title}, {period}")


def report(
    form: Annotated[str, typer.Argument(metavar="FORM", help="Code, address or id of a form.")],
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Filled copies of it, or of the forms it is worked out from.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder to write to; default: build/reports/….")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Tables as CSV.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Everything as one workbook.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="The form filled, with its chart.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="The chart for a page.")] = False,
    period: Annotated[
        str | None, typer.Option(help="2026-11, 2026-Q3, 2026-H1, 2026, or 2026-01-05..2026-02-03.")
    ] = None,
    printed: Annotated[
        str | None,
        typer.Option("--range", help="The numbers printed, 2026-A-001..200: says which are missing."),
    ] = None,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that decides what is overdue.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the report.")] = LANGUAGES[0],
    show_personal: Annotated[bool, typer.Option("--show-personal", help="Do not mask personal values.")] = False,
    names: Names = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when a file or row that was handed in does not count.")
    ] = False,
) -> None:
    """Add up a folder of filled forms: one table, its totals, and the form that is worked out from them.

    Without --csv, --xlsx, --json, --docx or --svg everything is written.

    Example: `handbook report GT-R-KF-35 filled/ --period 2026-11`
    """
    if not folder.is_dir():
        raise context.wrong_usage(context.say(f"没有这个文件夹：{folder}", f"There is no such folder: {folder}"))
    kinds: dict[OutputKind, bool] = {"csv": csv, "xlsx": xlsx, "json": json, "docx": docx, "svg": svg}
    wanted = [kind for kind, is_wanted in kinds.items() if is_wanted] or list(kinds)
    library = context.library().view(lang)
    entry = find_record(library, form, "forms")
    when = When(today.date() if today else date.today(), Period.parse(period) if period else None)
    numbers = numbers_of(printed) if printed else ()
    drawn = bool({"docx", "svg"} & {*wanted})
    house = known_by_house(names)
    form_report = make_report(library, entry, folder, when, show_personal=show_personal, drawn=drawn, house=house)
    if numbers:
        form_report = replace(form_report, came_back=came_back(numbers, form_report.copies, form_report.refused))
    if any(kinds.values()):
        _require(form_report, wanted)
    written = write_report(
        form_report, output or context.build_folder() / "reports" / stem(form_report), wanted, show_personal
    )
    _print(form_report, show_personal)
    for path in written:
        context.out.print(str(path), markup=False)
    if strict and form_report.account.lost:
        context.err.print(context.say("有没有算进去的，见上面。", "Not everything is in it; see above."), style="red")
        raise typer.Exit(1)


def _require(form_report: Report, wanted: list[OutputKind]) -> None:
    """Refuse to write what the form does not have."""
    for kind, has in (
        ("docx", bool(form_report.documents)),
        ("svg", any(each.charts for each in form_report.documents)),
    ):
        if kind in wanted and not has:
            raise NotComputedError(str(form_report.entry.record.title), kind.upper())


def stem(form_report: Report) -> str:
    """What the files of a report are called: `GT-R-KF-35-pareto-chart-2026-11`."""
    record, period = form_report.entry.record, form_report.period
    parts = [str(record.code)] if record.code else []
    parts.append(form_report.entry.id)
    if period is not None:
        parts.append(period.short)
    return "-".join(parts)


def write_report(form_report: Report, folder: Path, wanted: list[OutputKind], show_personal: bool) -> list[Path]:
    """Write the *wanted* files into *folder*; their paths.

    Raises:
        HandbookError: rule `cannot-write`.
    """
    files = {folder / name: content for kind, name, content in _files(form_report, show_personal) if kind in wanted}
    context.write_outputs(files)
    return list(files)


def _files(form_report: Report, show_personal: bool) -> Iterator[tuple[OutputKind, str, bytes]]:
    name, lang = stem(form_report), form_report.lang
    mistakes = exports.mistake_table(form_report, show_personal=show_personal)
    notes = exports.note_table(form_report, show_personal=show_personal)
    left_out = exports.left_out_table(form_report)
    beside = [table for table in (mistakes, left_out) if table.lines]
    for number, table in enumerate([*form_report.tables, *beside]):
        suffix = f"-{table.id}" if number else ""
        yield "csv", f"{name}{suffix}.csv", exports.csv_text(table, lang).encode()
    files = exports.file_table(form_report)
    sheets = (*form_report.tables, exports.total_table(form_report), mistakes, notes, left_out, files)
    title = f"{form_report.entry.record.title} {ReportWords(lang).title}"
    yield "xlsx", f"{name}.xlsx", workbook([sheet for sheet in sheets if sheet.lines], title, lang)
    yield "json", f"{name}.json", exports.json_text(form_report, show_personal=show_personal).encode()
    for document in form_report.documents:
        yield "docx", f"{name}{document.name}.docx", document.docx
        for id_, chart in document.charts.items():
            suffix = f"-{id_}" if len(document.charts) > 1 else ""
            yield "svg", f"{name}{document.name}{suffix}.svg", chart.encode()


def _print(form_report: Report, show_personal: bool) -> None:
    lang = context.lang()
    mistakes = list(form_report.mistakes())
    counted = (
        _COPIES.of(len(form_report.copies)),
        ROWS.of(form_report.account.counted),
        _MISTAKES.of(number_of(mistake for _, mistake in mistakes)),
    )
    counts = Marks(lang).comma.join(one.of(lang) for one in counted)
    name, period = str(form_report.entry.record.title), form_report.period
    head = _OF_PERIOD.say(lang, title=name, period=period.say(lang)) if period else name
    context.out.print(f"{head}{Marks(lang).colon}{counts}", style="bold", markup=False)
    _say(context.personal(is_shown=show_personal), "dim")
    if form_report.figures:
        context.page.print(_grid(exports.total_table(form_report), lang))
    for name, mistake in mistakes:
        _say(f"{name}: {mistake.say(lang, show_personal=show_personal)}", "yellow")
    for name, note in form_report.notes():
        if note.rule != Rule.TYPED_NAME:  # as it is in the register of every month
            _say(f"{name}: {note.say(lang, show_personal=show_personal)}", "yellow")
    _print_account(form_report, ReportWords(lang))


def _print_account(form_report: Report, words: ReportWords) -> None:
    """What became of every file and row: the counts, which add up, and every one that does not count by name."""
    account = form_report.account
    files, rows = FILES.of(account.files).of(words.lang), ROWS.of(account.rows).of(words.lang)
    _say(words.of_files.format_map({**asdict(account), "files": files}), "bold")
    _say(words.of_rows.format(rows=rows, counted=account.counted, left_out=account.left_out), "bold")
    for folder, count in form_report.inside.items():
        _say(words.in_folder.format(folder=folder, files=FILES.of(count).of(words.lang)), "dim")
    for refused in form_report.refused:
        _say(f"{refused.name}: {words.refused.format(why=refused.why.say(words.lang))}", "red")
        if remedy := refused.why.remedy(words.lang):
            _say(f"  {remedy}", "dim")
    for skipped in form_report.skipped:
        _say(f"{skipped.name}: {words.skipped.format(why=skipped.say(words.lang))}", "red")
    for copy in form_report.unused:
        _say(f"{copy.name}: {copy.title.say(words.lang)}{Marks(words.lang).comma}{words.unused}", "dim")
    for line in form_report.came_back.say() if form_report.came_back else ():
        _say(line.say(words.lang), "bold")
    for remark in form_report.remarks:
        _say(remark.say(words.lang), "yellow")


def _say(line: str, style: str) -> None:
    context.out.print(on_one_line(line), style=style, markup=False)


def _grid(table: Table, lang: str) -> Grid:
    grid = Grid(box=None, show_header=False, pad_edge=False)
    for title, amount, unit in table.lines:
        grid.add_row(title, plain(amount), unit)
    return grid
