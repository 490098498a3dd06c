"""The blocks of a form explained: what each field takes, who signs, which items are checked or rated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from generators.form_sense import SenseSayer
from generators.pages.page import Page
from schemas.block_kinds import BLOCKS, BlockKind, ByBlock
from schemas.clock import kept_time
from schemas.duration import Duration
from schemas.field import Field, Promise
from schemas.form import (
    Approval,
    Attachments,
    Block,
    Chart,
    Checklist,
    Consent,
    Copies,
    Form,
    Grid,
    Matrix,
    Receipt,
    Register,
    RosterTable,
    Seal,
    Signature,
    Signatures,
    Stage,
    Survey,
    TextBlock,
)
from schemas.roster import DAYS, Roster, Shift
from schemas.saying import range_of
from schemas.scalars import Id, Text

Items = tuple[tuple[str, tuple[str, ...]], ...]
"""Plain items in groups: the heading of the group (may be empty), and its items."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as the table explains it."""

    title: str
    type: str
    required: bool
    privacy: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A block of the form: its heading, its text, its fields, and its plain items.

    `is_called` says whether a web form has the heading too, which goes without one that the author did not write.
    """

    anchor: str
    kind: BlockKind
    title: str
    is_called: bool
    text: str = ""
    rows: tuple[FieldRow, ...] = ()
    items: Items = ()
    aside: str = ""


def explain(page: Page, form: Form) -> tuple[Section, ...]:
    """The blocks of *form* in print order, in the language of *page*."""
    explainer = _Explainer(page, form)
    return tuple(explainer.section(block, number) for number, block in enumerate(form.blocks))


class _Explainer:
    def __init__(self, page: Page, form: Form) -> None:
        self.page = page
        self.t = page.t
        self.sense = SenseSayer(page, form)

    def section(self, block: Block, number: int) -> Section:
        """One block; each kind adds what it has."""
        body = block.body
        title = getattr(body, "title", None)
        kind = _SECTIONS[block.kind]
        bare = Section(
            anchor=self.page.anchor("block", getattr(body, "id", str(number))),
            kind=block.kind,
            title=self.page.plain(title) if title else BLOCKS[block.kind].heading.of(self.page.lang),
            is_called=bool(title) or kind.is_called,
        )
        return kind.explain(self, bare, body)

    def _promised(self, promise: Promise) -> Duration | None:
        assert self.page.entry is not None
        return kept_time(self.page.view, self.page.entry, promise)

    def grid(self, bare: Section, body: Grid) -> Section:
        return replace(bare, rows=self._rows(body.id, body.fields))

    def register(self, bare: Section, body: Register) -> Section:
        if isinstance(body, RosterTable):
            return self._roster(bare, body.roster, body.columns)
        return replace(bare, rows=self._rows(body.id, body.columns), aside=self.t.rows_n.format(n=body.rows))

    def _roster(self, bare: Section, roster: Roster, columns: Sequence[Field]) -> Section:
        """Its days as one, and what their marks stand for."""
        first, last = len(roster.left), len(roster.left) + DAYS
        days = columns[first].model_copy(update={"title": Text(self.t.days_of_month)})
        rows = self._rows(roster.id, (*columns[:first], days, *columns[last:]))
        shifts = tuple(
            self._dotted(
                shift.mark, self.page.plain(shift.title), shift.hours.say(self.page.lang) if shift.hours else ""
            )
            for shift in roster.shifts.values()
        )
        return replace(
            bare,
            title=bare.title if bare.is_called else self.t.roster,
            rows=rows,
            items=((self.t.shifts_of_roster, shifts),),
            aside=self.t.people_n.format(n=roster.people),
        )

    def _hours(self, shift: Shift) -> str:
        return shift.hours.say(self.page.lang) if shift.hours else ""

    def matrix(self, bare: Section, body: Matrix) -> Section:
        return replace(
            bare,
            rows=self._rows(body.id, body.columns),
            items=((self.page.plain(body.corner), self._texts(body.rows)),),
        )

    def checklist(self, bare: Section, body: Checklist) -> Section:
        return replace(bare, items=(*self._groups(body), (self.t.results, self._texts(body.results))))

    def survey(self, bare: Section, body: Survey) -> Section:
        scale = (*self._texts(body.scale.points), *self._texts(body.scale.skip))
        return replace(bare, items=(*self._groups(body), (self.t.scale, scale)))

    def prose(self, bare: Section, body: TextBlock) -> Section:
        blanks = {str(blank.id): str(blank.title) for blank in body.blanks}
        return replace(bare, text=self.page.text(body.text, blanks), rows=self._rows(body.id, body.blanks))

    def receipt(self, bare: Section, body: Receipt) -> Section:
        return replace(bare, text=self.page.plain(body.text), items=(("", tuple(self._receipt_items(body))),))

    def consent(self, bare: Section, body: Consent) -> Section:
        return replace(bare, text=self.page.plain(body.text), items=(("", self._texts(body.items)),))

    def approval(self, bare: Section, body: Approval) -> Section:
        return replace(bare, items=(("", tuple(map(self._stage, body.stages))),))

    def signatures(self, bare: Section, body: Signatures) -> Section:
        return replace(bare, items=(("", tuple(map(self._signature, body.items))),))

    def seal(self, bare: Section, body: Seal) -> Section:
        return replace(bare, text=self.page.plain(body.issuer))

    def listed(self, bare: Section, body: Copies | Attachments) -> Section:
        return replace(bare, items=(("", self._texts(body.items)),))

    def chart(self, bare: Section, body: Chart) -> Section:
        return bare if body.threshold is None else replace(bare, aside=self.t.threshold.format(n=body.threshold))

    def _groups(self, body: Checklist | Survey) -> Items:
        return tuple((self.page.plain(group.title), self._texts(group.items)) for group in body.groups)

    def _texts(self, texts: Mapping[Id, Text]) -> tuple[str, ...]:
        return tuple(self.page.plain(text) for text in texts.values())

    def _signed_by(self, who: str | None) -> str:
        return self.t.signed_by.format(who=self.page.actor(who).title) if who else ""

    def _stage(self, stage: Stage) -> str:
        choices = self.t.list_separator.join(self._texts(stage.choices))
        return self._dotted(stage.title, self._signed_by(stage.role or stage.party), choices)

    def _signature(self, signature: Signature) -> str:
        who = self._signed_by(signature.role or signature.party)
        date = self.t.with_date if signature.date else ""
        return self._dotted(signature.title, who, date, "" if signature.required else self.t.optional)

    def _receipt_items(self, receipt: Receipt) -> Iterator[str]:
        yield self._signed_by(receipt.signed_by)
        if receipt.delivered_by:
            yield self.t.delivered_by.format(who=self.page.actor(receipt.delivered_by).title)
        if receipt.refusal:
            yield self.page.plain(receipt.refusal)
        if receipt.witnesses:
            yield self.t.witnesses_n.format(n=receipt.witnesses)

    def _dotted(self, title: str, *rest: str) -> str:
        return " · ".join(filter(None, (self.page.plain(title), *rest)))

    def _rows(self, block: Id, fields: Iterable[Field]) -> tuple[FieldRow, ...]:
        return tuple(
            FieldRow(
                title=self.page.plain(field.title),
                type=" · ".join(filter(None, (field.of_type.name.of(self.page.lang), self.page.plain(field.unit)))),
                required=field.required,
                privacy=field.known_privacy,
                notes=tuple(filter(None, self._notes(str(block), field))),
            )
            for field in fields
        )

    def _notes(self, block: str, field: Field) -> Iterator[str]:
        yield self.page.plain(field.hint)
        if field.choices:
            yield self.t.choices + self.t.colon + self.t.list_separator.join(self._texts(field.choices))
        yield range_of(field.min, field.max).say(self.page.lang)
        yield from self.sense.notes(block, str(field.id))
        if field.value:
            yield self.t.prefilled.format(value=self.page.plain(field.value))
        yield self._signed_by(field.party)
        if field.words:
            yield self.t.in_capitals
        if field.draft_safe:
            yield self.t.draft_safe
        if field.promise and (time := self._promised(field.promise)):
            yield self.t.promise_is.format(time=self.page.time(time))


@dataclass(frozen=True, slots=True)
class _KindOfSection:
    """How a kind of block is explained, and whether a web form calls one without a title by its kind."""

    explain: Callable[[_Explainer, Section, Any], Section]
    is_called: bool = False


_SECTIONS: Final = ByBlock(
    grid=_KindOfSection(_Explainer.grid),
    register=_KindOfSection(_Explainer.register),
    matrix=_KindOfSection(_Explainer.matrix),
    checklist=_KindOfSection(_Explainer.checklist),
    survey=_KindOfSection(_Explainer.survey),
    text=_KindOfSection(_Explainer.prose),
    receipt=_KindOfSection(_Explainer.receipt),
    consent=_KindOfSection(_Explainer.consent, is_called=True),
    approval=_KindOfSection(_Explainer.approval),
    signatures=_KindOfSection(_Explainer.signatures, is_called=True),
    seal=_KindOfSection(_Explainer.seal, is_called=True),
    copies=_KindOfSection(_Explainer.listed),
    attachments=_KindOfSection(_Explainer.listed, is_called=True),
    chart=_KindOfSection(_Explainer.chart),
)
