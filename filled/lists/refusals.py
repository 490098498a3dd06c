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
        Bilingual("清单要是 .xlsx 或 .csv，不是 {ending}", "a list is .xlsx or .csv, not {ending}"),
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
        Bilingual("不是 Excel 表格（.xlsx）或已损坏", "it is no workbook (.xlsx), or it is damaged"),
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
    NO_ROWS = "no-rows", Bilingual("没有内容：列名下面要有行", "there is no row under its heads")
    MANY_ROWS = "many-rows", Bilingual("超过 {most} 行，请分成几份", "it has more than {most} rows; divide it")
    MANY_COLUMNS = "many-columns", Bilingual("超过 {most} 列", "it has more than {most} columns")


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
