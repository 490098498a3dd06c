"""Filling the page: heights grow to use the paper and shrink a little to save a sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generators.docx import flow
from generators.docx.flow import BORDER, Fit, Span, Table, TableRow, fit, height, pages_of
from tests.generators import docx_samples as samples


def table(count: int, tight: int = 80, low: int = 100, high: int = 200, head: bool = False) -> Table:
    """A table of equal rows, the first of them a head row if asked; heights without the line under a row."""
    rows = [
        TableRow("", tight - BORDER, low - BORDER, high - BORDER, head=head and index == 0) for index in range(count)
    ]
    return Table("<w:tbl>", rows)


@pytest.mark.parametrize(("rows", "keep", "drawn"), [(1, True, 2), (1, False, 1), (2, True, 2)])
def test_a_table_of_one_row_has_an_end(rows: int, keep: bool, drawn: int) -> None:
    """The only row of a table that is kept with what follows has a row without borders under it; all rows are whole."""
    kept = [replace(row, keep=keep) for row in table(rows).rows]
    markup = Table("<w:tbl>", kept).xml([0.0] * rows, whole=True)

    assert (markup.count("<w:tr>"), markup.count("<w:cantSplit/>")) == (drawn, drawn)


class TestFit:
    def test_fills_the_page(self) -> None:
        """Rows that leave room grow until the page is full."""
        assert Fit(([0.5] * 10,), 1) == fit([table(10)], 1500)

    def test_no_further_than_allowed(self) -> None:
        """Rows never grow beyond their greatest height: the rest of a short form stays white."""
        assert Fit(([1.0] * 3,), 1) == fit([table(3)], 1500)

    def test_saves_a_page(self) -> None:
        """Rows that would start another page by a little are set tighter instead."""
        stretches, pages, _ = fit([table(10)], 900)

        assert pages == 1
        assert all(-0.55 < stretch <= -0.5 for stretch in stretches[0])

    def test_uses_the_pages_it_needs(self) -> None:
        """A form of more than a page grows to fill its last page, as far as it can without starting another."""
        stretches, pages, _ = fit([table(10)], 600)

        assert pages == 2
        assert list(stretches[0]) == pytest.approx([0.2] * 10, abs=0.02)

    def test_fills_each_page(self) -> None:
        """A page that is left a little of white stretches on by itself, though not by more than 0.4."""
        whole = [replace(row, keep=index < 4) for index, row in enumerate(table(5).rows)]
        stretches, pages, _ = fit([table(3), Table("", whole)], 600)

        assert pages == 2
        assert list(stretches[0]) == pytest.approx([0.6] * 3, abs=0.01)
        assert list(stretches[1]) == pytest.approx([0.2] * 5, abs=0.01)

    def test_leaves_no_hole(self) -> None:
        """Rows are set closer where what is kept together would otherwise move to the next page and leave a hole."""
        rows = table(7, 900, 1000, 2000).rows
        whole = [replace(row, keep=index < 2) for index, row in enumerate(rows[4:])]
        stretches, pages, _ = fit([Table("", rows[:4]), Table("", whole), table(4, 900, 1000, 2000)], 7100)

        assert pages == 2
        assert [*stretches[0], *stretches[1]] == pytest.approx([0.01] * 7, abs=0.01)

    def test_growing_never_adds_a_page(self) -> None:
        """Whatever the depth, the fitted rows take the pages promised."""
        spans = table(12, head=True).spans()
        for depth in range(350, 1400, 35):
            stretches, pages, _ = fit([table(12, head=True)], depth)
            grown = [
                span._replace(low=height(span.tight, span.low, span.high, at))
                for span, at in zip(spans, stretches[0], strict=True)
            ]

            assert pages == len(pages_of(grown, depth, 0))


class TestPages:
    def test_kept_together(self) -> None:
        """What is kept with the next moves to the next page with it."""
        assert pages_of([Span(50, 50, 50), Span(30, 30, 30, keep=True), Span(40, 40, 40)], 100, 0) == [(1, 50), (2, 70)]

    def test_higher_than_a_page(self) -> None:
        """What is kept together but higher than a page takes a second one."""
        assert pages_of([Span(90, 90, 90, keep=True), Span(90, 90, 90)], 100, 0) == [(2, 100), (0, 80)]

    def test_repeated_head(self) -> None:
        """The head of a table takes room again on each page it is repeated on."""
        assert pages_of(table(4, head=True).spans(), 300, 0) == [(3, 300), (1, 200)]
        assert len(pages_of(table(6, head=True).spans(), 300, 0)) == 3

    def test_no_row_alone(self) -> None:
        """A table's first two rows stay together, and its last two; a head stays with them."""
        rows = [TableRow("", 900, 900, 900, head=index == 0) for index in range(6)]

        assert [span.keep for span in flow.table("", rows).spans()] == [True, True, False, False, True, False]
        assert [span.keep for span in flow.table("", rows[:2]).spans()] == [True, False]

    def test_low_table_is_whole(self) -> None:
        """A table that is no higher than 7 cm stays on one page."""
        rows = [TableRow("", 300, 300, 300) for _ in range(8)]

        assert [span.keep or span.soft for span in flow.table("", rows).spans()] == [True] * 7 + [False]

    def test_whole_costs_no_page(self) -> None:
        """A low table is parted all the same where keeping it whole would take another page."""
        low = flow.table("", [TableRow("", 900, 900, 900) for _ in range(4)])

        assert fit([table(2, 1000, 1000, 1000), low, table(1, 1000, 1000, 1000)], 5000)[1:] == (2, True)
        assert fit([table(2, 1000, 1000, 1000), low, table(2, 1000, 1000, 1000)], 5000)[1:] == (2, False)

    def test_kept_rows_say_so(self) -> None:
        """Every paragraph of a row that is kept with the next says so once, as Word wants it."""
        document = samples.part(samples.build("everything", "blank"))
        kept = [row for row in re.findall(r"<w:tr>.*?</w:tr>", document) if "<w:keepNext/>" in row]

        assert kept
        assert all(row.count("<w:p>") == row.count("<w:keepNext/>") for row in kept)


class TestForm:
    def test_rows_grow(self) -> None:
        """The rows of a short register are higher than those of a long one."""
        heights = []
        for count in (12, 24):
            columns = "{id: no, title: 序号, type: sequence, width: 10}, {id: a, title: 甲, width: 90}"
            docx = samples.build_text(f"  - register: {{id: r, rows: {count}, columns: [{columns}]}}\n")
            heights.append(int(re.findall(r'<w:trHeight w:val="(\d+)"', samples.part(docx))[-1]))

        assert heights[0] > heights[1] > 400
