"""What every record of a handbook says about itself."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.amounts import Date, Whole
from schemas.anchors import Part
from schemas.fingerprint import Uncounted
from schemas.graph import Flow
from schemas.references import Address, PartId, RecordRef, RoleRef
from schemas.scalars import Ask, Asks, Code, Edition, Frozen, Id, Plain, Text
from schemas.words import Bilingual


class Label(Bilingual):
    """What a field is called before its text, on a page and in an answer: a part of the field's type.

    mind: Annotated[Text | None, Label("注意", "Mind")]
    """

    __slots__ = ()


class Model(BaseModel):
    """The base of every part of a record: unknown keys are refused, values never change.

    Every field says what it means in both languages, for messages about a missing key and for the help an editor shows:
    its title in Chinese, its description in English. A model with a field that does not cannot be imported.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Hold every field to its words.

        Raises:
            TypeError: a field has no title (Chinese) or no description (English).
        """
        super().__pydantic_init_subclass__(**kwargs)
        for name, field in cls.model_fields.items():
            for argument, language, words in (
                ("title", "Chinese", field.title),
                ("description", "English", field.description),
            ):
                if not words:
                    raise TypeError(f"{cls.__name__}.{name}: Field({argument}=…) is missing, its meaning in {language}")

    @classmethod
    def words_of(cls, key: str) -> Bilingual | None:
        """What *key*, as authors write it, means; None for a key that this model does not have."""
        field = next((field for name, field in cls.model_fields.items() if key == (field.alias or name)), None)
        return Bilingual(field.title or "", field.description or "") if field else None

    @classmethod
    def label_of(cls, name: str) -> Label:
        """What the field *name* is called before its text.

        Raises:
            LookupError: there is no such field, or its type has no `Label`.
        """
        field = cls.model_fields.get(name)
        label = next((mark for mark in field.metadata if isinstance(mark, Label)), None) if field else None
        if label is None:
            raise LookupError(f"{cls.__name__}.{name}: no field with a Label")
        return label


OwnId = Annotated[Id, Field(title="编号：小写英文字母、数字和连字符；改文字不改它", description="ASCII id")]
"""The id of a part that a reference, a translation or an exam item can point at."""


AnyModel = TypeVar("AnyModel", bound=Model)


class Source(Model):
    """What the original document says; the library's own wording is never passed off as this."""

    title: Text = Field(title="原文件的标题", description="Title in the original document")
    code: Plain | None = Field(
        None, title="原文件的编号", description="Code in the original, with its year if it has one"
    )
    edition: Edition | None = Field(
        None, title="原文件的版本，如 A/0", description="Edition of the original, such as A/0"
    )
    effective: Date | None = Field(None, title="生效日期", description="Day the original took effect")
    page: Whole | None = Field(None, title="在原文件第几页", description="Page in the original")
    gives: Text = Field(
        title="原文给了多少：仅标题、标题和要点、规定和话术、全文",
        description="How much of the text the original gives: 仅标题, 标题和要点, 规定和话术, 全文",
    )
    note: Text | None = Field(
        None, title="原文缺什么，哪里前后不一", description="What is missing or contradictory in the original"
    )


class Signed(Model):
    """A person's name under a text, with the post and the day; a name alone may be written as it is."""

    name: Text = Field(title="姓名", description="Name of the person")
    post: Text | None = Field(None, title="职务", description="Post")
    on: Date | None = Field(None, title="日期，如 2026-01-15", description="Day")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_name_alone(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


State = Literal["draft", "approved", "withdrawn"]
"""Where a text stands."""


Signature = Literal["prepared", "checked", "approved", "withdrawn"]
"""What a name under a text stands for, in the order in which they sign."""
SIGNATURES: Final[tuple[Signature, ...]] = get_args(Signature)


class Signatures(Model):
    """The names under a text."""

    prepared: Signed | None = Field(
        None, title="编制：{name: 姓名, post: 职务, on: 日期}", description="Who prepared it: {name, post, on}"
    )
    checked: Signed | None = Field(
        None, title="审核：{name: 姓名, post: 职务, on: 日期}", description="Who checked it: {name, post, on}"
    )
    approved: Signed | None = Field(
        None, title="批准：{name: 姓名, post: 职务, on: 日期}", description="Who approved it: {name, post, on}"
    )

    @property
    def signatures(self) -> Iterator[tuple[Signature, Signed]]:
        """Every name under the text with what it stands for, in the order in which they sign."""
        for name in SIGNATURES:
            if (signed := getattr(self, name, None)) is not None:
                yield name, signed


class Status(Signatures):
    """Where this text stands, and who put his name under it; the state alone may be written, or the names alone."""

    state: State = Field(
        "draft",
        title="draft 草案、approved 批准、withdrawn 作废；写了谁批准、谁作废就不用写",
        description="draft, approved or withdrawn; follows from who approved or withdrew it",
    )
    effective: Date | None = Field(None, title="从哪天起执行，如 2026-02-01", description="Day it takes effect")
    withdrawn: Signed | None = Field(
        None, title="作废：{name: 姓名, post: 职务, on: 日期}", description="Who withdrew it: {name, post, on}"
    )
    replaced_by: RecordRef | None = Field(None, title="作废以后用哪一份", description="The record that takes its place")
    reason: Text | None = Field(None, title="为什么作废", description="Why it was withdrawn")

    @model_validator(mode="before")
    @classmethod
    def _accept_the_state_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"state": value}
        if isinstance(value, dict) and "state" not in value:
            return {"state": _state_of(value), **value}
        return value


def _state_of(status: Mapping[str, Any]) -> State:
    """What follows from the keys of a status that does not say its state."""
    if {"withdrawn", "replaced_by"} & status.keys():
        return "withdrawn"
    return "approved" if "approved" in status else "draft"


class Acceptance(Model):
    """One finding that the owner of a record has looked at and accepts, with the reason."""

    rule: Plain = Field(
        title="检查意见的名称，照 handbook check 显示的写",
        description="The rule of the finding, as `handbook check` prints it",
    )
    at: Plain | None = Field(
        None,
        title="在哪里，照 handbook check --accept 写的抄；整份记录的意见不写",
        description="The place, as `handbook check --accept` prints it; left out for what is about the whole record",
    )
    value: Plain | None = Field(
        None,
        title="认可的是那里的什么：原样抄，那里改了就不再算数",
        description="What stands at that place; once it is changed, nothing is accepted any longer",
    )
    reason: Plain = Field(title="为什么可以这样", description="Why it is right here")


class Record(Model):
    """The part that every record shares; the folder gives its kind and the file name its id."""

    title: Text = Field(title="标题", description="Title, exactly as the source prints it where the source names it")
    code: Code | None = Field(
        None,
        title="印在文件上的编号，如 GT-BF-KF-001",
        description="The printed code, unique in the handbook unless it contains XX",
    )
    source: Source | None = Field(None, title="原文件怎么说", description="What the original document says")
    edition: Edition = Field(Edition("1"), title="版本", description="Edition of this text, not of the original")
    status: Status = Field(
        Status(state="draft"),
        title="状态：draft 草案、approved 批准、withdrawn 作废；谁编制、审核、批准，哪天起执行",
        description="draft, approved or withdrawn; who prepared, checked and approved it, and when it takes effect",
    )
    basis: Text | None = Field(
        None,
        title="数字的依据；原文没有的写“本手册建议”",
        description="Where numbers that the source does not give come from",
    )
    owner: Uncounted[RoleRef | None] = Field(
        None, title="谁对这份文字负责：岗位编号", description="The role that answers for this text"
    )
    review_by: Uncounted[Date | None] = Field(
        None, title="最迟哪天再审，如 2027-01-15", description="Day by which the owner reads it again"
    )
    summary: Text | None = Field(
        None,
        title="一两句话：什么时候用，解决什么",
        description="One or two sentences: when it is used and what it settles",
    )
    asks: Asks = Field(
        (),
        title="员工会怎么问，用问的人的话，中文英文都要",
        description="How staff would ask, colloquially, in Chinese and English",
    )
    also_asked: Uncounted[Frozen[PartId, tuple[Ask, ...]]] = Field(
        default_factory=dict,
        title="各部分还会怎么问，写“部分的编号: [问法]”；放在文件最后",
        description="More ways in which staff would ask about its parts, by the id of the part; at the end of the file",
    )
    related: Uncounted[tuple[RecordRef, ...]] = Field(
        (), title="接下来可以看什么", description="Records worth reading next"
    )
    formerly: Uncounted[tuple[Address, ...]] = Field(
        (), title="改名以前的地址", description="Addresses this record had before it was renamed"
    )
    accept: Uncounted[tuple[Acceptance, ...]] = Field(
        (), title="看过并认可的检查意见，各写原因", description="Findings accepted, each with its reason"
    )

    @abstractmethod
    def parts(self) -> Iterator[Part]:
        """What has an address of its own within the record, in reading order."""

    def flow(self) -> Flow | None:
        """The record as a graph; None for one in which nothing follows from anything."""
        return None
