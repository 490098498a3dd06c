"""What stands in the way of a report, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from schemas.findings import Finding, HandbookError
from schemas.punctuation import Marks
from schemas.words import Bilingual, in_both

_MOST_NAMED: Final = 5
"""So many of the files in a folder are named in a message."""
_NO_FILE: Final = Bilingual("那里没有 Word 文件", "There is no Word file in it")
_THERE: Final = Bilingual("那里有：{names}", "There: {names}")
_SOME_THERE: Final = Bilingual("那里有：{names}；另有 {more} 项", "There: {names}; {more} more")


class BadPeriodError(HandbookError):
    """The words for a period are not understood."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "bad-period",
            Bilingual(
                "“{said}”不是期间。写成 2026-11（月）、2026-Q3（季度）、2026-H1（半年）、2026（年），"
                "或 2026-01-05..2026-02-03",
                "'{said}' is no period. Write 2026-11 (month), 2026-Q3 (quarter), 2026-H1 (half-year), "
                "2026 (year), or 2026-01-05..2026-02-03",
            ),
            said=text[:40],
        )


class WrongFormError(HandbookError):
    """A form cannot be worked out, because its `computed_from` names what is not there."""

    def __init__(self, finding: Finding) -> None:
        place = f"{finding.path}:{finding.line}:{finding.col}"
        super().__init__(
            "wrong-computed",
            Bilingual("{place}：{title}。{hint}", "{place}: {title}. {hint}"),
            place=place,
            title=in_both(finding.title),
            hint=in_both(finding.hint),
        )


class NothingToReportError(HandbookError):
    """A folder holds no filled copy that the report could be made from; *there* is what it holds instead."""

    def __init__(self, folder: object, wanted: str, there: Sequence[Bilingual]) -> None:
        super().__init__(
            "nothing-to-report",
            Bilingual(
                "{folder} 里没有可用的填好的表：要 {wanted} 的 .docx。{there}",
                "{folder} holds no filled form to add up: it takes .docx copies of {wanted}. {there}",
            ),
            folder=folder,
            wanted=wanted,
            there=in_both(lambda lang: _listed(there, lang)),
        )


def _listed(there: Sequence[Bilingual], lang: str) -> str:
    if not there:
        return _NO_FILE.of(lang)
    names = Marks(lang).semicolon.join(each.of(lang) for each in there[:_MOST_NAMED])
    more = len(there) - _MOST_NAMED
    return (_SOME_THERE if more > 0 else _THERE).say(lang, names=names, more=more)


class NotComputedError(HandbookError):
    """A file was asked for that only a form worked out from others has."""

    def __init__(self, title: str, what: str) -> None:
        super().__init__(
            "not-computed",
            Bilingual(
                "《{title}》没有 {what}：它不是从别的表算出来的，没有图，或者没有可画的数",
                "'{title}' has no {what}: it is not worked out from others, has no chart, or nothing to draw",
            ),
            title=title,
            what=what,
        )
