"""What a field has to agree with, in words: `等于“人工费”＋“材料费”`, `not after “Due”`."""

from __future__ import annotations

from collections.abc import Iterator

from generators.pages.page import Page
from schemas.asked import Asked
from schemas.form import Form
from schemas.reach import Held, Reach
from schemas.sense import Paths


class SenseSayer:
    """Words the sense of one form, in the language of a page."""

    def __init__(self, page: Page, form: Form) -> None:
        self._page = page
        self._reach = Reach.of(form, page.lang)
        self._held: dict[tuple[str, str], Held] = {}
        for one in self._reach.held():
            self._held.setdefault((one.cell.path[0], one.cell.key), one)

    def notes(self, block: str, field: str) -> Iterator[str]:
        """What one field of a block has to agree with, a line each."""
        if (one := self._held.get((block, field))) is not None:
            yield from self._lines(one)

    def elsewhere(self) -> tuple[str, ...]:
        """The same of what is no field of the form: `业主 · 日期：不早于“完工”`."""
        held = (one for one in self._reach.held() if one.location[0] == "sense")
        named = ((self._page.plain(one.cell.label), self._page.t.list_separator.join(self._lines(one))) for one in held)
        return tuple(f"{label}{self._page.t.colon}{lines}" for label, lines in named)

    def _lines(self, one: Held) -> Iterator[str]:
        t, sense = self._page.t, one.sense
        if sense.total:
            less = "".join(f" − {name}" for name in self._names(one, sense.less))
            yield t.is_sum.format(fields=" + ".join(self._names(one, sense.total)) + less)
        if sense.product:
            yield t.is_sum.format(fields=" × ".join(self._names(one, sense.product)))
        for word, paths in (
            (t.not_before, sense.after),
            (t.not_after, sense.before),
            (t.not_less, sense.at_least),
            (t.not_more, sense.at_most),
        ):
            yield from (word.format(field=self._title(one, path)) for path in paths)
        if sense.in_month is not None:
            yield t.in_month.format(field=self._title(one, sense.in_month))
        for path, wanted in sense.required_if.items():
            cell = self._cell(one, path)
            values = t.list_separator.join(self._value(cell, word) for word in wanted)
            yield t.required_if.format(field=self._title(one, path), values=values)
        for word in sense.allows:
            yield t.may_be_none if word == "none" else t.may_be_anonymous

    def _cell(self, one: Held, path: str) -> Asked | None:
        return next(iter(self._reach.find(path, one.cell).cells), None)

    def _title(self, one: Held, path: str) -> str:
        cell = self._cell(one, path)
        return self._page.plain(cell.label if cell.field.id == cell.key else cell.field.title) if cell else path

    def _names(self, one: Held, paths: Paths) -> list[str]:
        t = self._page.t
        words = ((t.whole_column if self._reach.find(path, one.cell).whole else t.summed, path) for path in paths)
        return [word.format(field=self._title(one, path)) for word, path in words]

    def _value(self, cell: Asked | None, word: str) -> str:
        t = self._page.t
        words = {"empty": t.is_empty, "filled": t.is_filled, "true": t.is_ticked, "false": t.is_not_ticked}
        if cell is None or word not in cell.choices:
            return words.get(word, t.is_value.format(value=word))
        return t.is_value.format(value=self._page.plain(cell.choices[word]))
