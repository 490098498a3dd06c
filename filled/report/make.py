"""The whole report of a form: its tables and totals or, where it is worked out from others, the form itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from filled.report.charts.picture import pictures
from filled.report.compute import Worked, work_out
from filled.report.documents import ReportDocument, make_document
from filled.report.errors import NothingToReportError
from filled.report.gather import Batch, Refused, gather
from filled.report.periods import Period
from filled.report.rows import When
from filled.report.tables import Read, Table, left_out, tables
from filled.report.totals import Figure, figures
from filled.report.words import Remark
from schemas.blanks import Blanks, blanks_of
from schemas.entry import Entry
from schemas.filled import Filled
from schemas.form import Form
from schemas.library import Library
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
        refused: files that were not.
        unused: copies of other forms.
        remarks: what whoever signs should know.
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
    remarks: tuple[Remark, ...]

    def mistakes(self) -> Iterator[tuple[str, Mistake]]:
        """Every mistake of every copy, with the file it is in."""
        for copy in self.copies:
            yield from ((copy.name, mistake) for mistake in copy.mistakes)


_SO_MANY: Final = Bilingual("{title} × {count}", "{title} × {count}")
_REFUSED: Final = Bilingual("{name}（{why}）", "{name} ({why})")


def make_report(
    library: Library, entry: Entry, folder: Path, when: When, *, show_personal: bool = False, drawn: bool = True
) -> Report:  # fmt: skip
    """Add up the filled copies in *folder*.

    Args:
        library: the view whose language the report is in.
        entry: the form; the folder holds copies of it, or of the forms it is worked out from.
        folder: where the files are.
        when: today, and the time it is about; without one it is whatever time the copies are of.
        show_personal: show personal values, which are masked otherwise.
        drawn: also make the form itself and its charts, which take a font.

    Raises:
        HandbookError: there is nothing to add up, or the form's `computed_from` names what is not there.
    """
    form = entry.record
    if not isinstance(form, Form):
        raise TypeError(f"{entry.address} is not a form")
    sources = dict.fromkeys(_sources(library, entry))
    batch = gather(library, folder, dict.fromkeys((entry.address, *sources)))
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


def _sources(library: Library, entry: Entry, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The addresses of the forms that *entry* is worked out from, and those that they are."""
    form = entry.record
    if not isinstance(form, Form) or form.computed_from is None or entry.address in seen:
        return
    for source in form.computed_from.sources.values():
        target = library.find(source.form, entry.handbook)
        if target is not None:
            yield target.address
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
        read = Read(self.library, self.entry, copies, self.when)
        others = [copy for address, group in self.batch.copies.items() if address != own for copy in group]
        return self._report(
            period=self.when.period, tables=tables(read, show_personal=self.show_personal), figures=figures(read),
            worked=None, documents=tuple(self._drawn_copies(copies)) if self.drawn else (), copies=copies,
            unused=(*self.batch.unused, *others), remarks=(*self.batch.remarks, *left_out(read)),
        )  # fmt: skip

    def _drawn_copies(self, copies: tuple[Filled, ...]) -> Iterator[ReportDocument]:
        names = Counter[str]()
        for copy in copies:
            if pictures(self.library, self.entry, copy.values):
                name = f"-{Path(copy.name).stem}"
                names[name] += 1  # folders inside the folder may hold files of the same name
                name += f"-{names[name]}" if names[name] > 1 else ""
                yield make_document(self.library, self.entry, copy.values, name=name)[0]

    def worked_out(self, sources: tuple[str, ...]) -> Report:
        """The report over copies of other forms: their rows, and the form worked out from them."""
        worked = work_out(self.library, self.entry, self.batch.copies, self.when)
        documents, unfit = list[ReportDocument](), tuple[Remark, ...]()
        if self.drawn:
            document, unfit = make_document(self.library, self.entry, worked.values, worked.period)
            documents.append(document)
        own = self.entry.address
        reads = [self._source(address) for address in sources]
        source_tables = [tables(read, show_personal=self.show_personal, date=date) for read, date in reads]
        totals = tuple(chain(*(figures(read) for read, _ in reads)))
        return self._report(
            period=worked.period, tables=tuple(chain(*source_tables)), figures=totals,
            worked=worked, documents=tuple(documents), copies=tuple(chain(*(self.batch.copies[a] for a in sources))),
            unused=(*self.batch.unused, *(() if own in sources else self.batch.copies[own])),
            remarks=(*self.batch.remarks, *worked.remarks, *unfit),
        )  # fmt: skip

    def _report(self, **parts: Any) -> Report:
        blanks = blanks_of(self.library, self.entry)
        return Report(self.entry, blanks, self.library.lang, refused=self.batch.refused, **parts)

    def _source(self, address: str) -> tuple[Read, str | None]:
        """Copies of a source, and the field by which a row of it is of this period; without one, all rows are shown."""
        form = self.entry.record
        assert isinstance(form, Form)
        source, date = self.library.entries[address], None
        for spec in form.computed_from.sources.values() if form.computed_from else ():
            target = self.library.find(spec.form, self.entry.handbook)
            if target is not None and target.address == address and spec.period == "this" and spec.date:
                date = str(spec.date)
        when = self.when if date else When(self.when.today)
        return Read(self.library, source, self.batch.copies[address], when), date
