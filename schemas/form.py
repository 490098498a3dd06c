"""A form: typed fields in blocks, from which the page, the paper and the reader of filled copies are all made."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schemas.computed import Computed, Conditions
from schemas.duration import TimeSpan
from schemas.procedure import Keeping
from schemas.record import Model, Record
from schemas.scalars import (
    ActorRef,
    Count,
    Flag,
    Id,
    LocalRef,
    PartyRef,
    Plainnumber,
    RoleRef,
    StepRef,
    Text,
    Texts,
    Whole,
)

FieldType = Literal[
    "text", "longtext", "serial", "sequence", "room", "date", "month", "datetime", "time", "number", "money", "phone",
    "id-number", "choice", "choices", "tick", "rating", "signature",
]  # fmt: skip
Privacy = Literal["public", "internal", "personal", "sensitive"]


class Promise(Model):
    """A time printed on the form that a step of a procedure promises; `check` compares the two."""

    step: StepRef = Described(description="The step: GT-BF-KF-001#handle")
    time: TimeSpan = Described(description="The time as the form prints it")


class Field(Model):
    """One thing to fill in."""

    id: Id = Described(description="ASCII id; the tag of its content control")
    title: Text = Described(description="Label")
    type: FieldType = Described("text", description="What kind of value it takes")
    required: Flag = Described(False, description="Whether it must be filled")
    unit: Text | None = Described(None, description="Unit of a number")
    min: Plainnumber | None = Described(None, description="Least value of a number")
    max: Plainnumber | None = Described(None, description="Greatest value of a number")
    choices: Texts = Described(default_factory=dict, description="Choices by id, for choice and choices")
    after: LocalRef | None = Described(None, description="The date field that this one does not come before")
    value: Text | None = Described(None, description="Filled in beforehand, such as {project.name}")
    hint: Text | None = Described(None, description="What to write, shown in the empty control only")
    privacy: Privacy = Described("internal", description="public, internal, personal or sensitive")
    party: PartyRef | None = Described(None, description="Who signs")
    words: Flag = Described(False, description="A sum of money is also written in capital characters (大写)")
    lines: Count | None = Described(None, description="Lines for handwriting")
    span: Count | None = Described(None, description="How many columns of a grid it takes")
    width: Plainnumber | None = Described(None, description="Width of a register column, in percent")
    promise: Promise | None = Described(None, description="The promised time this field keeps")

    @model_validator(mode="after")
    def _choices_where_there_must_be(self) -> Field:
        if self.type in ("choice", "choices", "rating") and not self.choices:
            raise PydanticCustomError("choices-missing", "{value}", {"value": str(self.id)})
        return self


class Grid(Model):
    """Labels with fields beside them."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the grid")
    columns: Count = Described(2, description="How many label-field pairs stand side by side")
    fields: tuple[Field, ...] = Described(min_length=1, description="Fields in order")


class Register(Model):
    """Blank rows under column heads: one row a case."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the register")
    rows: Count = Described(description="Blank rows on paper")
    columns: tuple[Field, ...] = Described(min_length=1, description="Columns; their widths add up to 100")


class Matrix(Model):
    """Named rows under typed columns."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the matrix")
    corner: Text | None = Described(None, description="Head of the column of row names")
    rows: Texts = Described(description="Row names by id")
    columns: tuple[Field, ...] = Described(min_length=1, description="Columns")


class ItemGroup(Model):
    """Items of a checklist or survey that belong together."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Name of the group")
    items: Texts = Described(description="Items by id")


class Checklist(Model):
    """Items to check, each with a result and room for a remark."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the checklist")
    results: Texts = Described(description="Possible results, by id")
    groups: tuple[ItemGroup, ...] = Described(min_length=1, description="Items in groups")
    remark: Text | None = Described(None, description="Head of the remark column; none means no such column")


class Scale(Model):
    """The points of a rating."""

    points: Texts = Described(description="Points by id, best first")
    skip: Texts = Described(default_factory=dict, description="Answers that do not count")
    counts_as_satisfied: tuple[LocalRef, ...] = Described((), description="Points counted as satisfied")


class Survey(Model):
    """Statements rated on a scale."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the survey")
    scale: Scale = Described(description="The scale")
    groups: tuple[ItemGroup, ...] = Described(min_length=1, description="Statements in groups")


class TextBlock(Model):
    """A printed text, with blanks inside its sentences where it has `{name}`."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the text")
    style: Literal["body", "letter", "note"] = Described("body", description="body, letter (indented) or note (small)")
    text: Text = Described(description="The text; a line break starts a paragraph")
    blanks: tuple[Field, ...] = Described((), description="The blanks that {name} fills")


class Receipt(Model):
    """Proof of delivery: signed for, or refused before witnesses."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Heading")
    text: Text | None = Described(None, description="What is received")
    signed_by: PartyRef = Described(description="Who signs for it")
    refusal: Text | None = Described(None, description="What is written when receipt is refused")
    witnesses: Whole = Described(0, description="How many witnesses sign a refusal")
    delivered_by: ActorRef | None = Described(None, description="Who delivers it")


class Consent(Model):
    """What the person agrees to; each item has its own tick."""

    id: Id = Described(description="ASCII id")
    text: Text = Described(description="What the data are used for, who sees them, how long they are kept")
    items: Texts = Described(default_factory=dict, description="Statements each with a tick, sensitive data apart")


class Stage(Model):
    """One stage of an approval."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Opinion of whom")
    role: RoleRef | None = Described(None, description="The role that signs")
    party: PartyRef | None = Described(None, description="The party that signs, when it is no role")
    choices: Texts = Described(default_factory=dict, description="Possible decisions, by id")
    lines: Count = Described(2, description="Lines for the opinion")
    promise: Promise | None = Described(None, description="The promised time this stage keeps")


class Approval(Model):
    """A chain of opinions, each signed and dated."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading above the chain")
    stages: tuple[Stage, ...] = Described(min_length=1, description="Stages in order")


class Signature(Model):
    """A place to sign."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Label")
    role: RoleRef | None = Described(None, description="The role that signs")
    party: PartyRef | None = Described(None, description="The party that signs")
    date: Flag = Described(False, description="With a date")
    required: Flag = Described(True, description="Whether it must be signed")


class Signatures(Model):
    """Places to sign, side by side."""

    id: Id = Described(description="ASCII id")
    items: tuple[Signature, ...] = Described(min_length=1, description="Places to sign")


class Seal(Model):
    """A place for the seal, with the issuer and the date above it."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Label: （盖章）")
    issuer: Text | None = Described(None, description="Who issues the document")
    date: Flag = Described(True, description="With a date")


class Copies(Model):
    """How many copies there are and who gets each."""

    id: Id = Described(description="ASCII id")
    items: Texts = Described(description="Copies by id: 第一联 存根")


class Attachments(Model):
    """What is handed in with the form, each with a tick."""

    id: Id = Described(description="ASCII id")
    title: Text | None = Described(None, description="Heading")
    items: Texts = Described(description="Attachments by id")
    other: Flag = Described(False, description="With room for others")


class Chart(Model):
    """A chart of what a block of this form counts, drawn beside its table."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="Title of the chart")
    kind: Literal["pareto", "bar", "line"] = Described(description="pareto (排列图), bar or line")
    of: LocalRef = Described(description="The register or matrix whose rows are drawn")
    label: LocalRef | None = Described(
        None, description="The column that names a bar; none: the names of a matrix's rows"
    )
    amount: LocalRef = Described(description="The column that gives its height")
    threshold: Plainnumber | None = Described(
        None, description="The line of a pareto chart or the target of a bar chart, in percent"
    )
    height: Count = Described(80, description="Height on paper, in millimetres")


class Block(Model):
    """One part of a form: exactly one of the keys below."""

    grid: Grid | None = Described(None, description="Labels with fields beside them")
    register_: Register | None = Described(None, alias="register", description="Blank rows under column heads")
    matrix: Matrix | None = Described(None, description="Named rows under typed columns")
    checklist: Checklist | None = Described(None, description="Items with result and remark")
    survey: Survey | None = Described(None, description="Statements rated on a scale")
    text: TextBlock | None = Described(None, description="Printed text with blanks in it")
    receipt: Receipt | None = Described(None, description="Proof of delivery, or refusal witnessed")
    consent: Consent | None = Described(None, description="Consent, with a tick for each item")
    approval: Approval | None = Described(None, description="A chain of opinions")
    signatures: Signatures | None = Described(None, description="Places to sign")
    seal: Seal | None = Described(None, description="A place for the seal")
    copies: Copies | None = Described(None, description="Copies and who gets them")
    attachments: Attachments | None = Described(None, description="What is handed in with it")
    chart: Chart | None = Described(None, description="A chart of a block")

    @model_validator(mode="before")
    @classmethod
    def _exactly_one(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) != 1:
            raise PydanticCustomError("one-block-each", "{value}", {"value": ", ".join(map(str, value)) or "—"})
        if isinstance(value, dict) and None in value.values():
            raise PydanticCustomError("empty-text", "this block is empty", {})
        return value

    @property
    def kind(self) -> str:
        """The key that is set, such as `grid` or `register`."""
        return next(
            field.alias or name for name, field in type(self).model_fields.items() if getattr(self, name) is not None
        )

    @property
    def body(self) -> Model:
        """The block itself."""
        body = next(value for name in type(self).model_fields if (value := getattr(self, name)) is not None)
        assert isinstance(body, Model)
        return body


class Page(Model):
    """The paper."""

    size: Literal["A4", "A3", "A5"] = Described("A4", description="Paper size")
    orientation: Literal["portrait", "landscape"] = Described("portrait", description="portrait or landscape")


class Total(Model):
    """A figure added up from filled copies."""

    id: Id = Described(description="ASCII id")
    title: Text = Described(description="What it says")
    count: LocalRef | None = Described(None, description="The register whose rows are counted")
    sum: LocalRef | None = Described(None, description="The column that is summed")
    by: LocalRef | None = Described(None, description="The field for each of whose values there is a figure")
    where: Conditions = Described(
        default_factory=dict, description="Conditions by field: empty, filled, past, period, a value or a list of them"
    )


class Form(Record):
    """A form as an office needs it on paper and on screen."""

    summary: Text = Described(description="When it is filled, by whom, and what becomes of it")
    page: Page = Described(Page(), description="Paper and orientation")
    keep: Keeping = Described(description="How long a filled copy is kept and how it is destroyed")
    privacy: Privacy = Described("internal", description="Privacy of a filled copy")
    blocks: tuple[Block, ...] = Described(min_length=1, description="Blocks from top to bottom")
    totals: tuple[Total, ...] = Described((), description="Figures added up from filled copies")
    computed_from: Computed | None = Described(None, description="What it is worked out from, and how")

    def fields(self) -> tuple[Field, ...]:
        """Every single field of grids and texts, then the columns of registers and matrices, in print order."""
        found: list[Field] = []
        for block in self.blocks:
            body = block.body
            if isinstance(body, Grid):
                found.extend(body.fields)
            elif isinstance(body, Register | Matrix):
                found.extend(body.columns)
            elif isinstance(body, TextBlock):
                found.extend(body.blanks)
        return tuple(found)
