"""Blocks taken apart: what each kind of block asks for, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.block_kinds import ByBlock
from schemas.field import Field, Privacy, Promise
from schemas.field_types import FieldType
from schemas.form import (
    Approval,
    Attachments,
    Checklist,
    Consent,
    Form,
    Receipt,
    Seal,
    Signature,
    Signatures,
    Stage,
    Survey,
)
from schemas.references import PartyRef
from schemas.scalars import Id, Text
from schemas.words import Word, Words


class _BlankWords(Words):
    decision = Word("决定", "decision")
    opinion = Word("意见", "opinion")
    signed = Word("签字", "signature")
    date = Word("日期", "date")
    received = Word("签收", "received")
    refused = Word("拒收", "refused")
    witness = Word("见证人 {number}", "witness {number}")
    delivered = Word("送达人", "delivered by")
    agree = Word("我已阅读并同意", "I have read this and agree")
    other = Word("其他", "other")


OPINION: Final = "opinion"
"""The key of what somebody writes at a stage of an approval."""

Say = Callable[[str], str]
"""A text of the form without markup."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A blank in one language; `schemas.blanks.Blank` says what its parts mean."""

    row: str
    key: str
    field: Field
    path: tuple[str, ...]
    label: str
    choices: Mapping[str, str]
    hint: str = ""
    given: str = ""
    unit: str = ""
    is_column: bool = False


def asked(form: Form, say: Say, lang: str) -> Iterator[Asked]:
    """Every blank of *form*, in the order it is printed; its own words are in *lang*."""
    for block in form.blocks:
        yield from _TAKERS[block.kind](_Block(block.body, say, lang))


@dataclass(frozen=True, slots=True)
class _Block:
    """A block being taken apart in one language."""

    body: Any
    say: Say
    lang: str

    @property
    def id(self) -> str:
        return str(self.body.id)

    @property
    def words(self) -> _BlankWords:
        return _BlankWords(self.lang)

    def field(self, field: Field, *rows: str, title: str = "", hint: str = "", is_column: bool = False) -> Asked:
        """The blank of one of the block's own fields, in the named row if there is one."""
        label = self.say(field.title)
        choices = {str(id_): self.say(text) for id_, text in field.choices.items()}
        id_ = str(field.id)
        return Asked(
            "".join(rows), id_, field, (self.id, *rows, id_), f"{title} · {label}" if title else label, choices,
            hint or self.say(field.hint or ""), self.say(field.value or ""), self.say(field.unit or ""), is_column,
        )  # fmt: skip

    def made(
        self,
        kind: FieldType,
        path: Iterable[str],
        label: str,
        *,
        key: str,
        row: str = "",
        choices: Mapping[Id, Text] | None = None,
        **more: Any,
    ) -> Asked:
        """A blank for which the block has no field."""
        field = Field(id=Id(key), title=Text(label), type=kind, choices=choices or {}, **more)
        choice_texts = {str(id_): self.say(text) for id_, text in field.choices.items()}
        return Asked(row, key, field, (self.id, *path), label, choice_texts)


def _grid(block: _Block) -> Iterator[Asked]:
    yield from (block.field(field) for field in block.body.fields)


def _text(block: _Block) -> Iterator[Asked]:
    # a blank inside a sentence shows its label
    yield from (block.field(field, hint=block.say(field.title)) for field in block.body.blanks)


def _register(block: _Block) -> Iterator[Asked]:
    yield from (block.field(field, is_column=True) for field in block.body.columns if field.of_type.is_asked)


def _matrix(block: _Block) -> Iterator[Asked]:
    for row, title in block.body.rows.items():
        for field in block.body.columns:
            if field.of_type.is_asked:
                yield block.field(field, str(row), title=block.say(title))


def _checklist(block: _Block) -> Iterator[Asked]:
    checklist: Checklist = block.body
    for group in checklist.groups:
        for id_, text in group.items.items():
            item, path = block.say(text), (str(group.id), str(id_))
            yield block.made("choice", path, item, row=str(id_), key="result", choices=checklist.results)
            if checklist.remark:
                label = f"{item} · {block.say(checklist.remark)}"
                yield block.made("longtext", (*path, "remark"), label, row=str(id_), key="remark")


def _survey(block: _Block) -> Iterator[Asked]:
    survey: Survey = block.body
    points = {**survey.scale.points, **survey.scale.skip}
    for group in survey.groups:
        for id_, text in group.items.items():
            yield block.made("rating", (str(group.id), str(id_)), block.say(text), key=str(id_), choices=points)


def _consent(block: _Block) -> Iterator[Asked]:
    consent: Consent = block.body
    items = {str(id_): block.say(text) for id_, text in consent.items.items()} or {"agree": block.words.agree}
    yield from (block.made("tick", (id_,), text, key=id_) for id_, text in items.items())


def _signing(
    block: _Block,
    path: tuple[str, ...],
    title: str,
    privacy: Privacy,
    *,
    row: str = "",
    date: str = "date",
    party: PartyRef | None = None,
    promise: Promise | None = None,
) -> Iterator[Asked]:
    """A place to sign and, unless *date* is empty, the date beside it, which keeps the *promise*."""
    key = "signed" if row or path == ("received",) else path[-1]
    yield block.made(
        "signature", path, f"{title} · {block.words.signed}", row=row, key=key, privacy=privacy, party=party
    )
    if date:
        label = f"{title} · {block.words.date}"
        yield block.made("date", (*path, "date"), label, row=row, key=date, promise=promise)


def _who(place: Stage | Signature) -> PartyRef | None:
    """Who signs there: a role, or a party."""
    return PartyRef(place.role) if place.role else place.party


def _privacy(place: Stage | Signature) -> Privacy:
    """Personal where nobody says who signs; of a party `schemas.signing` knows more."""
    return "internal" if _who(place) else "personal"


def _approval(block: _Block) -> Iterator[Asked]:
    approval: Approval = block.body
    for stage in approval.stages:
        id_, title = str(stage.id), block.say(stage.title)
        if stage.choices:
            label = f"{title} · {block.words.decision}"
            yield block.made("choice", (id_, "decision"), label, row=id_, key="decision", choices=stage.choices)
        opinion = f"{title} · {block.words.opinion}"
        yield block.made("longtext", (id_, OPINION), opinion, row=id_, key=OPINION)
        yield from _signing(
            block, (id_, "signed"), title, _privacy(stage), row=id_, party=_who(stage), promise=stage.promise
        )


def _signatures(block: _Block) -> Iterator[Asked]:
    signatures: Signatures = block.body
    for item in signatures.items:
        id_, date = str(item.id), "date" if item.date else ""
        title, party = block.say(item.title), _who(item)
        yield from _signing(block, (id_,), title, _privacy(item), row=id_, date=date, party=party)


def _receipt(block: _Block) -> Iterator[Asked]:
    receipt: Receipt = block.body
    yield from _signing(block, ("received",), block.words.received, "personal")
    if receipt.refusal:
        yield block.made("tick", ("refused",), block.words.refused, key="refused")
    for number in range(1, receipt.witnesses + 1):
        who, date = block.words.witness.format(number=number), "witness-date" if number == receipt.witnesses else ""
        yield from _signing(block, (f"witness-{number}",), who, "personal", date=date)
    if receipt.delivered_by:
        yield from _signing(block, ("delivered",), block.words.delivered, "internal", date="delivered-date")


def _seal(block: _Block) -> Iterator[Asked]:
    seal: Seal = block.body
    if seal.date:
        yield block.made("date", ("date",), block.words.date, key="date")


def _attachments(block: _Block) -> Iterator[Asked]:
    attachments: Attachments = block.body
    for id_, text in attachments.items.items():
        yield block.made("tick", (str(id_),), block.say(text), key=str(id_))
    if attachments.other:
        yield block.made("text", ("other", "what"), block.words.other, key="other")


def _nothing(block: _Block) -> Iterator[Asked]:
    yield from ()


_TAKERS: Final[ByBlock[Callable[[_Block], Iterator[Asked]]]] = ByBlock(
    grid=_grid,
    register=_register,
    matrix=_matrix,
    checklist=_checklist,
    survey=_survey,
    text=_text,
    receipt=_receipt,
    consent=_consent,
    approval=_approval,
    signatures=_signatures,
    seal=_seal,
    copies=_nothing,
    attachments=_attachments,
    chart=_nothing,
)
"""How each kind of block is taken apart."""
