"""A form with its figures in it and its charts in their frames, as a Word file; and its charts as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from filled.filling import MistakesError, fill_form
from filled.report.charts.drawing import draw, png, svg
from filled.report.charts.picture import ChartPicture, pictures
from filled.report.framing import frames, picture_size, put
from filled.report.periods import Period
from filled.report.words import Remark, RemarkRule
from schemas.entry import Entry
from schemas.library import Library
from schemas.mistakes import Mistake
from schemas.punctuation import Marks

_SVG_WIDTH: Final = 180.0
_SVG_TITLE: Final = 9.0


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A form with its charts: what to add to the name of its files, the Word file, and each chart as SVG by id."""

    name: str
    docx: bytes
    charts: Mapping[str, str]


def make_document(
    library: Library, entry: Entry, values: Mapping[str, Any], period: Period | None = None, name: str = ""
) -> tuple[ReportDocument, tuple[Remark, ...]]:  # fmt: skip
    """The form *entry* filled with *values*; values that their fields do not take are left out and said.

    Raises:
        NoChineseFontError: it has a chart, and there is no font to draw it in.
    """
    filled, remarks = _filled(library, entry, values)
    chart_pictures = pictures(library, entry, values)
    framed = frames(filled, tuple(picture.id for picture in chart_pictures))
    drawn = {
        picture.id: (png(draw(picture, *picture_size(framed[picture.id]))), _said(picture))
        for picture in chart_pictures
        if picture.id in framed
    }
    charts = {picture.id: _svg(entry, picture, period) for picture in chart_pictures}
    return ReportDocument(name, put(filled, drawn) if drawn else filled, charts), remarks


def _filled(library: Library, entry: Entry, values: Mapping[str, Any]) -> tuple[bytes, tuple[Remark, ...]]:
    try:
        return fill_form(library, entry, values), ()
    except MistakesError as error:
        remarks = tuple(Remark(RemarkRule.UNFIT, {"what": mistake.say(library.lang)}) for mistake in error.mistakes)
        return fill_form(library, entry, _without(values, error.mistakes)), remarks


def _svg(entry: Entry, picture: ChartPicture, period: Period | None) -> str:
    title = f"{picture.title}　{period.say(picture.lang) if period else ''}".strip()
    figure = draw(picture, _SVG_WIDTH, picture.height + _SVG_TITLE, title)
    return svg(figure, f"{entry.address}#{picture.id}", f"{title}. {_said(picture)}")


def _said(picture: ChartPicture) -> str:
    """What a chart shows, for those who cannot see it."""
    marks = Marks(picture.lang)
    bars = marks.comma.join(f"{bar.name} {bar.amount if bar.amount is not None else '—'}" for bar in picture.bars)
    return f"{picture.axis}{marks.colon}{bars}"


def _without(values: Mapping[str, Any], mistakes: tuple[Mistake, ...]) -> dict[str, Any]:
    """*values* but for those that have a mistake."""
    wrong = {(mistake.block, mistake.row, mistake.field) for mistake in mistakes}

    def fitting(block: str, row: int, prefix: str, inside: Mapping[str, Any]) -> dict[str, Any]:
        return {
            key: fitting(block, row, f"{prefix}{key}.", value) if isinstance(value, Mapping) else value
            for key, value in inside.items()
            if (block, row, f"{prefix}{key}") not in wrong
        }

    return {
        block: fitting(block, 0, "", inside)
        if isinstance(inside, Mapping)
        else tuple(fitting(block, number, "", row) for number, row in enumerate(inside, 1))
        for block, inside in values.items()
    }
