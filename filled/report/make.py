"""The whole report of a form: its tables and totals or, where it is worked out from others, the form itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, Final

from filled.report.account import Account, LeftRow, account, left_out, rows_in, said
from filled.report.charts.picture import pictures
from filled.report.compute import Worked, work_out
from filled.report.documents import ReportDocument, make_document
from filled.report.errors import NothingToReportError
from filled.report.folder import Refused, Skipped
from filled.report.gather import Batch, gather
from filled.report.periods import Period
from filled.report.ranges import CameBack
from filled.report.rows import When
from filled.report.tables import Read, Table, tables
from filled.report.totals import Figure, figures
from filled.report.twice import Twice
from filled.report.words import Remark
from schemas.blanks import Blanks, blanks_of
from schemas.computed import SourceForm
from schemas.entry import Entry
from schemas.filled import Filled, masked
from schemas.form import Form
from schemas.library import Library
from schemas.masking import NOBODY, Known
from schemas.mistakes import Mistake
from schemas.words import Bilingual, in_both


@dataclass(frozen=True, slots=True)
class Report:
    """What a folder of filled copies comes to.

    Attributes:
        entry: the form.
        blanks: what it asks for.
        lang: the language of its texts.
        period: the time it is about; None when the copies do not say.
        tables: the rows that were counted; the first is the main one.
        figures: the totals that the form defines.
        worked: the form's own values, where it is worked out from others.
        documents: the form filled, with its charts; one for each copy where the copies are of the form itself.
        copies: every copy that was read.
        refused: files that were not, or of which nobody can tell whether they count.
        unused: copies of other forms.
        skipped: files that are not opened.
        twice: files that are another one again.
        inside: how many files each folder inside the folder holds, by its name.
        left_out: rows that do not count.
        account: how many files and rows there are, and what became of them.
        remarks: what whoever signs should know.
        came_back: what became of the numbers that were printed, where they were given.
        known: who is masked in free texts: whom any copy names, and the house.
    """

    entry: Entry
    blanks: Blanks
    lang: str
    period: Period | None
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...]
    worked: Worked | None
    documents: tuple[ReportDocument, ...]
    copies: tuple[Filled, ...]
    refused: tuple[Refused, ...]
    unused: tuple[Filled, ...]
    skipped: tuple[Skipped, ...]
    twice: tuple[Twice, ...]
    inside: Mapping[str, int]
    left_out: tuple[LeftRow, ...]
    account: Account
    remarks: tuple[Remark, ...]
    came_back: CameBack | None = None
    known: Known = field(default_factory=lambda: NOBODY)

    def mistakes(self) -> Iterator[tuple[str, Mistake]]:
        """Every mistake of every copy, with the file it is in."""
        for copy in self.copies:
            yield from ((copy.name, mistake) for mistake in copy.mistakes)

    def notes(self) -> Iterator[tuple[str, Mistake]]:
        """Every note of every copy, with the file it is in."""
        for copy in self.copies:
            yield from ((copy.name, note) for note in copy.notes)


_SO_MANY: Final = Bilingual("{title} × {count}", "{title} × {count}")
_REFUSED: Final = Bilingual("{name}（{why}）", "{name} ({why})")


def make_report(
    library: Library, entry: Entry, folder: Path, when: When, *, show_personal: bool = False, drawn: bool = True,
    house: Known = NOBODY,
) -> Report:  # fmt: skip
    """Add up the filled copies in *folder*.

    Args:
        library: the view whose language the report is in.
        entry: the form; the folder holds copies of it, or of the forms it is worked out from.
        folder: where the files are.
        when: today, and the time it is about; without one it is whatever time the copies are of.
        show_personal: show personal values, which are masked otherwise.
        drawn: also make the form itself and its charts, which take a font.
        house: who is masked in free texts besides those whom the copies name.

    Raises:
        HandbookError: there is nothing to add up, or the form's `computed_from` names what is not there.
    """
    form = entry.record
    if not isinstance(form, Form):
        raise TypeError(f"{entry.address} is not a form")
    sources = dict.fromkeys(address for address, _ in _sources(library, entry))
    batch = gather(library, folder, dict.fromkeys((entry.address, *sources)), house)
    maker = _Maker(library, entry, batch, when, show_personal, drawn)
    if any(batch.copies[address] for address in sources if address != entry.address):
        return maker.worked_out(tuple(address for address in sources if batch.copies[address]))
    if not batch.copies[entry.address]:
        codes = [str(library.entries[address].record.code or address) for address in (sources or (entry.address,))]
        raise NothingToReportError(folder, " / ".join(codes), tuple(_there(library, batch)))
    return maker.added_up()


def _there(library: Library, batch: Batch) -> Iterator[Bilingual]:
    """What a folder holds that the report is not made from: copies of other forms, and files that are none."""
    for address, count in Counter(copy.form for copy in batch.unused).items():
        yield _SO_MANY.filled(title=library.titles(address), count=count)
    for refused in batch.refused:
        yield _REFUSED.filled(name=refused.name, why=in_both(refused.why.say))
    for skipped in batch.skipped:
        yield _REFUSED.filled(name=skipped.name, why=in_both(skipped.say))


def _sources(
    library: Library, entry: Entry, seen: frozenset[str] = frozenset()
) -> Iterator[tuple[str, SourceForm]]:  # fmt: skip
    """The addresses of the forms that *entry* is worked out from, and those that they are, with how each is read."""
    form = entry.record
    if not isinstance(form, Form) or form.computed_from is None or entry.address in seen:
        return
    for spec in form.computed_from.sources.values():
        target = library.find(spec.form, entry.handbook)
        if target is not None:
            yield target.address, spec
            yield from _sources(library, target, seen | {entry.address})


@dataclass(frozen=True, slots=True)
class _Maker:
    library: Library
    entry: Entry
    batch: Batch
    when: When
    show_personal: bool
    drawn: bool

    def added_up(self) -> Report:
        """The report over copies of the form itself; the charts of each copy, where the form has any."""
        own = self.entry.address
        copies = self.batch.copies[own]
        read = Read(self.library, self.entry, copies, replace(self.when, by_sheet=self.when.period is None))
        others = [copy for address, group in self.batch.copies.items() if address != own for copy in group]
        return self._report(
            period=self.when.period, tables=tables(read, show_personal=self.show_personal),
            figures=figures(read, show_personal=self.show_personal),
            worked=None, documents=tuple(self._drawn_copies(copies)) if self.drawn else (), copies=copies,
            unused=(*self.batch.unused, *others), rows=rows_in(read), left=tuple(left_out(read)), remarks=(),
        )  # fmt: skip

    def _drawn_copies(self, copies: tuple[Filled, ...]) -> Iterator[ReportDocument]:
        names = Counter[str]()
        for copy in copies:
            values = self._shown(copy.values)
            if pictures(self.library, self.entry, values):
                name = f"-{Path(copy.name).stem}"
                names[name] += 1  # folders inside the folder may hold files of the same name
                name += f"-{names[name]}" if names[name] > 1 else ""
                yield make_document(self.library, self.entry, values, name=name)[0]

    def _shown(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """*values* of the form as they may be seen."""
        return values if self.show_personal else masked(blanks_of(self.library, self.entry), values, self.batch.known)

    def worked_out(self, sources: tuple[str, ...]) -> Report:
        """The report over copies of other forms: their rows, and the form worked out from them."""
        worked = work_out(self.library, self.entry, self.batch.copies, self.when)
        documents, unfit = list[ReportDocument](), tuple[Remark, ...]()
        if self.drawn:
            document, unfit = make_document(self.library, self.entry, self._shown(worked.values), worked.period)
            documents.append(document)
        own, when = self.entry.address, replace(self.when, period=worked.period, by_sheet=self.when.period is None)
        reads = [self._source(address, when) for address in sources]
        source_tables = [tables(read, show_personal=self.show_personal, date=date) for read, _, date in reads]
        totals = tuple(chain(*(figures(read, show_personal=self.show_personal) for read, _, _ in reads)))
        return self._report(
            period=worked.period, tables=tuple(chain(*source_tables)), figures=totals,
            worked=worked, documents=tuple(documents), copies=tuple(chain(*(self.batch.copies[a] for a in sources))),
            unused=(*self.batch.unused, *(() if own in sources else self.batch.copies[own])),
            rows=sum(rows_in(read, specs) for read, specs, _ in reads),
            left=tuple(chain(*(left_out(replace(read, when=when), specs) for read, specs, _ in reads))),
            remarks=(*worked.remarks, *unfit),
        )  # fmt: skip

    def _report(
        self, *, unused: tuple[Filled, ...], rows: int, left: tuple[LeftRow, ...], remarks: Sequence[Remark],
        **parts: Any,
    ) -> Report:  # fmt: skip
        batch, blanks = self.batch, blanks_of(self.library, self.entry)
        return Report(
            self.entry, blanks, self.library.lang, refused=batch.refused, unused=unused, skipped=batch.skipped,
            twice=batch.twice, inside=batch.inside, left_out=left, account=account(batch, len(unused), rows, left),
            remarks=(*batch.remarks, *said(left), *remarks), known=batch.known, **parts,
        )  # fmt: skip

    def _source(self, address: str, when: When) -> tuple[Read, Sequence[SourceForm], str | None]:
        """Copies of a source, how they are read, and the field by which a row of it is of this period.

        Without that field, all rows are shown.
        """
        specs = [spec for target, spec in _sources(self.library, self.entry) if target == address]
        date = next((str(spec.date) for spec in specs if spec.period == "this" and spec.date), None)
        shown = when if date else When(self.when.today)
        return Read(self.library, self.library.entries[address], self.batch.copies[address], shown), specs, date
