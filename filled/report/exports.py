"""A report as files: CSV for any spreadsheet, one workbook, JSON for other programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from io import StringIO
from typing import Any

from filled.report.account import LeftRow
from filled.report.cells import harmless, shown
from filled.report.make import Report
from filled.report.tables import Column, Table
from filled.report.words import ReportWords
from schemas.filled import json_value, json_values
from schemas.mistakes import number_of
from schemas.rules import Rule
from schemas.values import plain

Lines = list[list[Any]]


def csv_text(table: Table, lang: str) -> str:
    """A table as CSV: with the byte order mark without which Excel garbles Chinese, and formulas made harmless."""
    buffer = StringIO(newline="")
    buffer.write("\ufeff")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([harmless(column.title) for column in table.columns])
    for line in table.lines:
        writer.writerow([harmless(shown(*pair, lang)) for pair in zip(table.columns, line, strict=True)])
    return buffer.getvalue()


def mistake_table(report: Report, *, show_personal: bool) -> Table:
    """Every mistake of every file as a table: file, place, what was found, what is expected."""
    lang, words = report.lang, ReportWords(report.lang)
    columns = (
        Column("file", words.file), Column("form", words.form), Column("place", words.place),
        Column("found", words.found), Column("expected", words.expected),
    )  # fmt: skip
    titles = {copy.name: copy.title.say(lang) for copy in report.copies}
    lines = tuple(
        (
            name, titles[name], mistake.place(lang),
            mistake.written(lang, show_personal=show_personal), mistake.expected(lang, show_personal=show_personal),
        )
        for name, mistake in report.mistakes()
    )  # fmt: skip
    return Table("mistakes", words.mistakes, columns, lines)


def note_table(report: Report, *, show_personal: bool) -> Table:
    """Every note of every file as a table; that a name is typed is said beside each of them by the form itself."""
    words = ReportWords(report.lang)
    columns = (Column("file", words.file), Column("form", words.form), Column("notes", words.notes))
    titles = {copy.name: copy.title.say(report.lang) for copy in report.copies}
    lines = tuple(
        (name, titles[name], note.say(report.lang, show_personal=show_personal))
        for name, note in report.notes()
        if note.rule != Rule.TYPED_NAME
    )
    return Table("notes", words.notes, columns, lines)


def left_out_table(report: Report) -> Table:
    """Every row that does not count as a table: file, form, row, and why."""
    words = ReportWords(report.lang)
    columns = (
        Column("file", words.file), Column("form", words.form), Column("row", words.row), Column("why", words.why),
        Column("found", words.found),
    )  # fmt: skip
    reasons = {"outside": words.outside, "undated": words.undated}
    lines = tuple(
        (row.file, row.form, row.left.row.number or None, reasons[row.left.why], row.left.day)
        for row in report.left_out
    )
    return Table("left-out", words.left_out, columns, lines)


def total_table(report: Report) -> Table:
    """The totals as a table: what, figure."""
    words = ReportWords(report.lang)
    lines = list[tuple[Any, ...]]()
    is_mixed = len({figure.form for figure in report.figures}) > 1
    for figure in report.figures:
        title = f"{figure.form} · {figure.title}" if is_mixed else figure.title
        lines.append((title, figure.amount, figure.unit))
        lines += [(f"　{name}", amount, figure.unit) for name, amount in figure.parts]
    columns = (Column("what", words.what), Column("figure", words.figure), Column("unit-of", words.unit_of))
    return Table("totals", words.totals, columns, tuple(lines))


def file_table(report: Report) -> Table:
    """Every file of the folder: its form and edition, how many rows and mistakes, or why it was not read."""
    lang, words = report.lang, ReportWords(report.lang)
    columns = (
        Column("file", words.file), Column("form", words.form), Column("edition", words.edition),
        Column("mistakes", words.mistakes), Column("remarks", words.remarks),
    )  # fmt: skip
    lines = list[tuple[Any, ...]]()
    for copy in report.copies:
        notes = "\n".join(note.say(lang) for note in copy.notes if not note.block and note.rule != Rule.UNKNOWN_CONTROL)
        lines.append((copy.name, copy.title.say(lang), copy.edition, number_of(copy.mistakes), notes))
    for copy in report.unused:
        lines.append((copy.name, copy.title.say(lang), copy.edition, None, words.unused))
    not_counted = (
        *((each.name, words.refused.format(why=each.why.say(lang))) for each in report.refused),
        *((each.name, words.skipped.format(why=each.say(lang))) for each in report.skipped),
        *((each.name, words.twice.format(why=each.remark().say(lang))) for each in report.twice),
    )
    lines += [(name, "", "", None, why) for name, why in not_counted]
    lines.sort(key=lambda line: line[0])
    return Table("files", words.files, columns, tuple(lines))


def json_text(report: Report, *, show_personal: bool) -> str:
    """The report as JSON: choices by id, dates as ISO, numbers as strings of plain decimals."""
    record, lang = report.entry.record, report.lang
    value = {
        "form": report.entry.address, "code": str(record.code or ""), "title": str(record.title),
        "edition": str(record.edition), "fingerprint": report.entry.fingerprint, "lang": lang,
        "personal": "shown" if show_personal else "masked",
        "period": {"first": f"{report.period.first}", "last": f"{report.period.last}"} if report.period else None,
        "totals": [_figure(figure) for figure in report.figures],
        "computed": _worked(report, show_personal=show_personal),
        "tables": [_table(table, lang) for table in report.tables],
        "mistakes": [
            {"file": name, **mistake.as_json(lang, show_personal=show_personal)} for name, mistake in report.mistakes()
        ],
        "notes": [{"file": name, **note.as_json(lang, show_personal=show_personal)} for name, note in report.notes()],
        "remarks": [{"rule": remark.rule, "message": remark.say(lang)} for remark in report.remarks],
        "files": [
            {"file": copy.name, "form": copy.form, "edition": copy.edition, "mistakes": number_of(copy.mistakes)}
            for copy in report.copies
        ],
        "account": _account(report),
        "refused": [
            {"file": refused.name, "rule": refused.why.rule, "why": refused.why.say(lang)} for refused in report.refused
        ],
        "skipped": [
            {"file": skipped.name, "rule": skipped.rule, "why": skipped.say(lang)} for skipped in report.skipped
        ],
        "twice": [
            {"file": each.name, "counted": each.other, "rule": each.rule, "why": each.remark().say(lang)}
            for each in report.twice
        ],
        "left_out": [_left_out(row) for row in report.left_out],
        "range": asdict(report.came_back) if report.came_back else None,
        "unused": [{"file": copy.name, "form": copy.form} for copy in report.unused],
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _account(report: Report) -> dict[str, Any]:
    """How many files and rows there are, and what became of them; in each line the parts add up to the first."""
    account = report.account
    return {
        "files": {
            "all": account.files, "read": account.read, "refused": account.refused, "skipped": account.skipped,
            "twice": account.twice,
        },
        "other_forms": account.others, "folders": dict(report.inside),
        "rows": {"all": account.rows, "counted": account.counted, "left_out": account.left_out},
        "complete": not account.lost,
    }  # fmt: skip


def _left_out(row: LeftRow) -> dict[str, Any]:
    value = {"file": row.file, "form": row.left.row.copy.form, "block": row.block, "row": row.left.row.number}
    return {**value, "why": row.left.why, "day": json_value(row.left.day) if row.left.day else None}


def _figure(figure: Any) -> dict[str, Any]:
    parts = {name: plain(amount) for name, amount in figure.parts}
    without_parts = {
        "id": figure.id,
        "form": figure.form,
        "title": figure.title,
        "amount": plain(figure.amount),
        "unit": figure.unit,
    }
    return {**without_parts, "parts": parts} if parts else without_parts


def _worked(report: Report, *, show_personal: bool) -> Any:
    if report.worked is None:
        return None
    values = json_values(report.blanks, report.worked.values, report.known, show_personal=show_personal)
    return {"values": values, "counted": dict(report.worked.counted)}


def _table(table: Table, lang: str) -> dict[str, Any]:
    columns = [dict(_column(column, lang)) for column in table.columns]
    ids = [column.id for column in table.columns]
    rows = [
        {id_: json_value(value) for id_, value in zip(ids, line, strict=True) if value is not None}
        for line in table.lines
    ]
    return {"id": table.id, "title": table.title, "columns": columns, "rows": rows}


def _column(column: Column, lang: str) -> Iterator[tuple[str, Any]]:
    yield "id", column.id
    yield "title", column.title
    if column.blank is not None:
        yield "type", column.blank.field.type
        if choices := {str(id_): column.blank.choice(str(id_), lang) for id_ in column.blank.field.choices}:
            yield "choices", choices
