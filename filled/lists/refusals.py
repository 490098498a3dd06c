"""Why a list is not read: one line for each reason."""

from __future__ import annotations

from filled.reading.refusals import Refusal, RefusedError
from schemas.findings import HandbookError
from schemas.words import Bilingual, Named


class ListRefusal(Named):
    """The reasons; `{names}` are filled from the error, which has the file's name before it."""

    wording: Bilingual

    OTHER_TYPE = (
        "list-type",
        Bilingual(
            "清单要是 .xlsx 或 .csv，不是 {ending}；用 Excel 或 WPS 打开，另存为 .xlsx",
            "a list is .xlsx or .csv, not {ending}; open it in Excel or WPS and save it as .xlsx",
        ),
    )
    OLD_EXCEL = (
        "old-excel",
        Bilingual(
            "是旧格式（.xls）或加了密码的表格，请不加密码另存为 .xlsx",
            "it is an old .xls or has a password; save it as .xlsx without one",
        ),
    )
    NOT_EXCEL = (
        "not-excel",
        Bilingual(
            "不是 Excel 表格（.xlsx）或已损坏；用 Excel 或 WPS 打开，另存为 .xlsx",
            "it is no workbook (.xlsx), or it is damaged; open it in Excel or WPS and save it as .xlsx",
        ),
    )
    STRICT = (
        "strict-excel",
        Bilingual(
            "存成了“Strict Open XML”格式；另存为“Excel 工作簿（.xlsx）”",
            "it was saved as 'Strict Open XML'; save it as 'Excel Workbook (.xlsx)'",
        ),
    )
    IS_EXCEL = (
        "is-excel",
        Bilingual(
            "里面是 Excel 表格，不是 {ending}；把文件名的结尾改成 .xlsx",
            "it is a workbook and no {ending}; let its name end in .xlsx",
        ),
    )
    DOCTYPE = (
        "doctype",
        Bilingual(
            "里面的 {name} 带 DOCTYPE 或不是 UTF-8，表格里不会有",
            "{name} in it has a DOCTYPE or is not UTF-8, as no workbook has",
        ),
    )
    BAD_ENCODING = (
        "list-encoding",
        Bilingual(
            "不是 UTF-8、UTF-16，也不是 GB18030 的文字；在 Excel 里另存为“CSV UTF-8”",
            "its text is neither UTF-8, UTF-16 nor GB18030; save it as 'CSV UTF-8' in Excel",
        ),
    )
    BAD_CSV = (
        "bad-csv",
        Bilingual("第 {row} 行引号不成对", "the quotes of row {row} do not match"),
    )
    LONG_CELL = (
        "long-cell",
        Bilingual(
            "第 {row} 行有一格超过 {most} 字，或引号不成对",
            "row {row} has a cell of more than {most} characters, or a quote that does not end",
        ),
    )
    NO_ROWS = "no-rows", Bilingual("没有内容：列名下面要有行", "there is no row under its heads")
    NOT_NAMES = (
        "not-names",
        Bilingual(
            "不是姓名：{rows}；第一列一行写一个，2 到 24 个字，不带数字",
            "not a name: {rows}; write one a row, in the first column, of 2 to 24 characters without digits",
        ),
    )
    MANY_ROWS = "many-rows", Bilingual("超过 {most} 行，请分成几份", "it has more than {most} rows; divide it")
    MANY_COLUMNS = (
        "many-columns",
        Bilingual("超过 {most} 列；只留要填的列", "it has more than {most} columns; keep those that are filled in"),
    )


class ListRefusedError(HandbookError):
    """A list that is not read.

    Args:
        reason: why; it becomes `rule` of the error.
        name: what the file is called.
        values: what the wording is filled with.
    """

    def __init__(self, reason: ListRefusal, name: str, /, **values: object) -> None:
        super().__init__(reason, _of_file(reason.wording), file=name, **values)


def as_list(refused: RefusedError, name: str) -> HandbookError:
    """What was said of a package that is no Word file, said of a workbook."""
    if refused.rule == Refusal.OLD_WORD:
        return ListRefusedError(ListRefusal.OLD_EXCEL, name)
    if refused.rule in (Refusal.PDF, Refusal.NOT_ZIP, Refusal.NOT_WORD, Refusal.BROKEN_ZIP):
        return ListRefusedError(ListRefusal.NOT_EXCEL, name)
    reason = next(reason for reason in Refusal if reason == refused.rule)
    return HandbookError(str(reason), _of_file(reason.wording), file=name, **refused.values)


def _of_file(words: Bilingual) -> Bilingual:
    return Bilingual("{file}：" + words.zh, "{file}: " + words.en)
