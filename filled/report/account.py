"""The account of a folder: to the last file and the last row, what counted and what did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from filled.report.gather import Batch
from filled.report.rows import LeftOut, Why, choose, rows_of
from filled.report.tables import Read, blocks_of
from filled.report.words import Remark, RemarkRule
from schemas.computed import SourceForm
from schemas.punctuation import joined
from schemas.words import Bilingual, in_both

_LEFT_OUT: dict[Why, RemarkRule] = {"outside": RemarkRule.OUTSIDE, "undated": RemarkRule.NO_DATE}
_ROWS = Bilingual("{file} 第 {rows} 行", "{file}, row {rows}")


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row in no table and no figure: the title of its form, its block, why, and the field that has its day."""

    form: str
    block: str | None
    field: str
    left: LeftOut

    @property
    def file(self) -> str:
        """The file that it is in."""
        return self.left.row.copy.name


@dataclass(frozen=True, slots=True)
class Account:
    """How many files there are and what became of them, and how many rows; the parts add up.

    Attributes:
        files: in the folder and those inside it.
        read: filled forms that were read, also those of other forms.
        others: those of them that the report is not made from.
        refused: files that do not count; folders that cannot be looked into are not among them.
        skipped: files that are not opened.
        twice: files that are another one again.
        rows: in the copies that the report is made from; whole copies where they have no rows.
        left_out: those of them that do not count.
        lost: whether something that somebody may have handed in does not count.
    """

    files: int
    read: int
    others: int
    refused: int
    skipped: int
    twice: int
    rows: int
    left_out: int
    lost: bool

    @property
    def counted(self) -> int:
        """Rows that count."""
        return self.rows - self.left_out


def account(batch: Batch, unused: int, rows: int, left: Sequence[LeftRow]) -> Account:
    """The account of a folder of which *unused* copies were read in vain, and of *rows* those in *left* left out."""
    read = sum(map(len, batch.copies.values())) + len(batch.unused)
    refused = sum(not each.name.endswith("/") for each in batch.refused)
    lost = (
        bool(batch.refused or left)
        or any(each.may_be_a_form for each in batch.skipped)
        or any(each.is_lost for each in batch.twice)
    )
    files = read + refused + len(batch.skipped) + len(batch.twice)
    return Account(files, read, unused, refused, len(batch.skipped), len(batch.twice), rows, len(left), lost)


def rows_in(read: Read, specs: Sequence[SourceForm] = ()) -> int:
    """How many rows the copies have, in all blocks that are counted."""
    return sum(len([*rows_of(read.source(block), block, read.copies)]) for block in _counted(read, specs))


def left_out(read: Read, specs: Sequence[SourceForm] = ()) -> Iterator[LeftRow]:
    """The rows that do not count for their time: by none of *specs*, or, without any, by their own first date."""
    title = read.library.plain(read.form.title, read.entry)
    for block in _counted(read, specs):
        source = read.source(block)
        of_block = [spec for spec in specs if spec.rows == block] or [read.spec(block)]
        left = [choose(_of_all(spec), source, read.copies, read.when).left_out for spec in of_block]
        others = [{each.place for each in group} for group in left[1:]]
        for each in left[0]:
            if all(each.place in places for places in others):
                by = source.find(str(of_block[0].date))
                yield LeftRow(title, block, by[0].label if by else "", each)


def _counted(read: Read, specs: Sequence[SourceForm]) -> tuple[str | None, ...]:
    """The blocks whose rows are counted; None stands for whole copies."""
    return tuple(dict.fromkeys(spec.rows for spec in specs)) if specs else blocks_of(read)


def _of_all(spec: SourceForm) -> SourceForm:
    """*spec* without its conditions: what it does not count for them was looked at all the same."""
    return spec.model_copy(update={"where": {}, "one_per": None})


def said(left: Sequence[LeftRow]) -> Iterator[Remark]:
    """The rows left out, named: one remark for each file, block and reason."""
    groups: dict[tuple[str, Why, str, str], list[LeftRow]] = {}
    for each in left:
        groups.setdefault((each.file, each.left.why, each.form, each.block or ""), []).append(each)
    yield from (_said(rows) for _, rows in sorted(groups.items()))


def _said(rows: Sequence[LeftRow]) -> Remark:
    first = rows[0]
    numbers = [str(each.left.row.number) for each in rows if each.left.row.number]
    where = in_both(lambda lang: _ROWS.say(lang, file=first.file, rows=joined(numbers, lang)))
    days = dict.fromkeys(str(each.left.day) for each in rows)
    values = {"where": where if numbers else first.file, "found": in_both(partial(joined, days)), "field": first.field}
    return Remark(_LEFT_OUT[first.left.why], values)
