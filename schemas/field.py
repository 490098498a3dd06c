"""A field of a form: one thing to fill in, with its type and what it takes."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import Count, Flag, Plainnumber
from schemas.duration import TimeSpan
from schemas.field_types import FIELD_TYPES, FieldType, TypeOfField
from schemas.messages import Shapes
from schemas.reading import Holds
from schemas.record import Model
from schemas.references import PartyRef, StepRef
from schemas.scalars import Id, Text, Texts
from schemas.sense import FieldSense

Privacy = Literal["public", "internal", "personal", "sensitive"]


class Promise(Model):
    """A time printed on the form that a step or a commitment promises; short, its reference alone.

    A time that is written here too is compared by `check`.
    """

    step: StepRef = Described(
        title="哪一步或哪条承诺，如 GT-BF-KF-001#handle",
        description="The step or the commitment: GT-BF-KF-001#handle",
    )
    time: TimeSpan | None = Described(
        None,
        title="时限；不写就印那一步或那条承诺的",
        description="The time as the form prints it; without it, that of the step or the commitment",
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_reference_alone(cls, value: Any) -> Any:
        return {"step": value} if isinstance(value, str) else value


class FieldBasics(Model):
    """What a field is called, what it takes, and how it looks."""

    id: Id = Described(
        title="编号：小写英文字母、数字和连字符；改文字不改它", description="ASCII id; the tag of its content control"
    )
    title: Text = Described(title="标题", description="Label")
    type: FieldType = Described(
        "text",
        title="字段种类，如 text 文字、date 日期、choice 单选、signature 签名",
        description="What kind of value it takes",
    )
    required: Flag = Described(False, title="必填写 true", description="Whether it must be filled")
    unit: Text | None = Described(None, title="单位", description="Unit of a number")
    min: Plainnumber | None = Described(None, title="最小值", description="Least value of a number")
    max: Plainnumber | None = Described(None, title="最大值", description="Greatest value of a number")
    choices: Texts = Described(
        default_factory=dict, title="可选项，写“编号: 文字”", description="Choices by id, for choice and choices"
    )
    value: Text | None = Described(
        None, title="预先填好的内容，如 {project.name}", description="Filled in beforehand, such as {project.name}"
    )
    hint: Text | None = Described(
        None, title="空着时提示写什么", description="What to write, shown in the empty control only"
    )
    privacy: Privacy = Described(
        "internal",
        title="保密：public 公开、internal 内部、personal 个人信息、sensitive 敏感信息",
        description="public, internal, personal or sensitive",
    )
    party: PartyRef | None = Described(None, title="签字方的编号", description="Who signs")
    words: Flag = Described(
        False, title="金额要大写，写 true", description="A sum of money is also written in capital characters (大写)"
    )
    lines: Count | None = Described(None, title="手写几行", description="Lines for handwriting")
    span: Count | None = Described(None, title="占几列", description="How many columns of a grid it takes")
    width: Plainnumber | None = Described(
        None, title="列宽，百分数", description="Width of a register column, in percent"
    )
    promise: Promise | None = Described(
        None, title="对应规程哪一步承诺的时限", description="The promised time this field keeps"
    )

    draft_safe: Flag | None = Described(
        None,
        title="浏览器里的草稿能不能留它；不写就是：选项、勾、数、日期和时间可以，文字和个人信息不可以",
        description="Whether a draft in the browser keeps it; else choices, ticks, numbers, days and times are kept, "
        "words and personal data never",
    )

    @model_validator(mode="after")
    def _choices_where_there_must_be(self) -> Self:
        if self.of_type.reading.has_choices and not self.choices:
            raise PydanticCustomError(Shapes.CHOICES_MISSING, "{value}", {"value": str(self.id)})
        return self

    @property
    def of_type(self) -> TypeOfField:
        """What is the same for every field of its type."""
        return FIELD_TYPES[self.type]

    @property
    def is_personal(self) -> bool:
        """Whether lists, exports and logs mask it."""
        return self.known_privacy in ("personal", "sensitive")

    @property
    def known_privacy(self) -> Privacy:
        """Its privacy; a flat, a phone or an identity number is personal unless it is public."""
        return "personal" if self.privacy == "internal" and self.of_type.is_personal else self.privacy

    @property
    def may_stay_in_draft(self) -> bool:
        """Whether a draft could keep it: no words, and nothing personal."""
        return self.of_type.is_closed and not self.is_personal

    @property
    def stays_in_draft(self) -> bool:
        """Whether a draft in the browser keeps it."""
        return self.may_stay_in_draft and self.draft_safe is not False

    @property
    def holds(self) -> Holds:
        """What its value is."""
        return self.of_type.reading.holds


class Field(FieldSense, FieldBasics):
    """One thing to fill in, and what it has to agree with."""
