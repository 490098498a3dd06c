"""A role: who does the work, what they answer for, what they may decide, when they are there and who stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import Flag
from schemas.anchors import Part
from schemas.duration import TimeSpan
from schemas.laws import Citation
from schemas.messages import Shapes
from schemas.money import PriceValue
from schemas.numbered import Numbered
from schemas.on_duty import OnDuty, StandsIn
from schemas.record import Label, Model, Record
from schemas.references import FormRef, RecordRef, RoleRef
from schemas.scalars import Asks, Frozen, Id, Number, Text, Texts


class Duty(Numbered):
    """One numbered duty and the standard by which it is judged."""

    no: Number = Field(title="印出来的编号，如 3.1.1", description="Printed number, which is also its id")
    text: Text = Field(title="文字", description="What the role does")
    standard: Annotated[Text | None, Label("标准", "Standard")] = Field(
        None, title="怎样算做好", description="How one can tell that it is done well"
    )
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the number in the standard comes from"
    )
    see: tuple[RecordRef, ...] = Field(
        (), title="详见哪些规程、制度", description="The procedures and policies that this duty carries out"
    )
    asks: Asks = Field((), title="员工会怎么问，用问的人的话，中文英文都要", description="How staff would ask about it")


class DutyGroup(Numbered):
    """Duties that belong together, or groups of them: as deep as the source numbers them."""

    id: Id = Field(title="编号：小写英文字母、数字和连字符；改文字不改它", description="ASCII id of the group")
    no: Number | None = Field(
        None, title="印出来的编号，如 3.1.1", description="Printed number of the group, where the source numbers it"
    )
    title: Text = Field(title="标题", description="Title of the group")
    note: Text | None = Field(
        None, title="说明，如“原文仅标题，无正文”", description="A remark, such as that the source has only the title"
    )
    items: tuple[Duty, ...] = Field((), title="各项职责，每项一个编号", description="Numbered duties")
    groups: tuple[DutyGroup, ...] = Field((), title="下一级的组", description="Groups within this one")

    @model_validator(mode="after")
    def _holds_something(self) -> DutyGroup:
        if not (self.items or self.groups or self.note):
            raise PydanticCustomError(Shapes.GROUP_EMPTY, "{value}", {"value": str(self.id)})
        return self

    @property
    def address(self) -> str:
        """What a reference to it has after `#`: its number, or its id where it has none."""
        return str(self.no or self.id)

    def all_items(self) -> Iterator[Duty]:
        """Its duties and those of the groups within it, in reading order."""
        yield from self.items
        for group in self.groups:
            yield from group.all_items()

    def parts(self) -> Iterator[Part]:
        """The group itself, its duties, and those of the groups within it."""
        yield Part("group", self.address, self.title, self)
        yield from (Part("duty", str(duty.no), duty.text, duty) for duty in self.items)
        for group in self.groups:
            yield from group.parts()


class Permission(Model):
    """Something that the role may decide or sign, up to what sum and on which form; a text alone may be written."""

    text: Text = Field(title="文字", description="What it may decide or sign")
    up_to: Annotated[PriceValue | None, Label("限额", "Up to")] = Field(
        None, title="不超过多少钱，如 500 元", description="The greatest sum: 500 元, 500 元/次"
    )
    form: FormRef | None = Field(None, title="在哪张表上签", description="The form on which it is decided")
    basis: Text | None = Field(
        None, title="数字的依据；原文没有的写“本手册建议”", description="Where the sum comes from"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_text_alone(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Authority(Model):
    """What the role decides alone, and what it never does."""

    may: Frozen[Id, Permission] = Field(
        default_factory=dict,
        title="可以决定或签字的事，写“编号: 文字”，有限额的写“编号: {text: 文字, up_to: 500 元, form: 表}”",
        description="What it may decide or sign, by id: a text, or {text, up_to, form}",
    )
    never: Texts = Field(
        default_factory=dict,
        title="绝不能说的话、做的事，写“编号: 文字”",
        description="What it never promises, gives or decides, by id",
    )


class Licence(Model):
    """A licence that the person in the post must hold; steps name it by its id.

    What it is is said once in a handbook: another post that needs the same one names its id alone.
    """

    id: Id = Field(
        title="编号：小写英文字母、数字和连字符；别的岗位和步骤都用它",
        description="ASCII id, by which steps and other roles name it",
    )
    title: Text | None = Field(
        None,
        title="证书名称，如 消防设施操作员证（四级）；别的岗位已经写了就不写",
        description="Name of the licence, unless another role has said it",
    )
    issuer: Text | None = Field(None, title="谁发的", description="Who issues it")
    law: Citation | None = Field(
        None,
        title="哪部法规要求的：laws.yaml 里的编号，或 {law: 编号, articles: [条]}",
        description="The law that asks for it: its id in laws.yaml, or {law: id, articles: […]}",
    )
    valid_for: TimeSpan | None = Field(None, title="有效期，如 3 年", description="How long it is valid: 3 年")
    checks: RoleRef | None = Field(
        None, title="谁查有效期：岗位编号", description="The role that checks that it has not expired"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_id_alone(cls, value: Any) -> Any:
        return {"id": value} if isinstance(value, str) else value


class Role(Record):
    """A post in the department, or the department itself."""

    unit: Flag = Field(
        False,
        title="是部门、不是一个人的岗位，写 true",
        description="Whether it is a department and not a person: then it never acts in a step",
    )
    department: Text | None = Field(None, title="所属部门", description="Department the role belongs to")
    grade: Text | None = Field(None, title="职级", description="Grade of the post")
    reports_to: RoleRef | None = Field(None, title="向哪个岗位汇报", description="The role it reports to")
    on_duty: OnDuty | None = Field(
        None,
        title="什么时候在岗：always 24 小时有人、rota 按排班，或 {days: 每天, hours: 8:00-20:00}",
        description="When somebody is there: always, rota, or {days: every-day, hours: 8:00-20:00}",
    )
    stands_in: StandsIn = Field(
        default_factory=dict,
        title="不在的时候谁替，如 {night: control-room}；night 夜间、weekend 周末、holiday 节假日、leave 休假外出、"
        "otherwise 其余时间",
        description="Who stands in: {night: control-room}; night, weekend, holiday, leave, otherwise",
    )
    licences: tuple[Licence, ...] = Field((), title="要持什么证", description="Licences the person must hold")
    mission: Text | None = Field(
        None, title="为什么设这个岗位，一句话", description="Why the post exists, in a sentence"
    )
    duties: tuple[DutyGroup, ...] = Field(min_length=1, title="分组编号的职责", description="Groups of numbered duties")
    authority: Authority = Field(
        Authority(), title="能决定什么，绝不能做什么", description="What it may decide and never may"
    )
    competencies: Texts = Field(
        default_factory=dict, title="要会什么，写“编号: 文字”", description="What the person must be able to do, by id"
    )

    def parts(self) -> Iterator[Part]:
        """Its groups and duties, by their numbers, and the licences it needs."""
        for group in self.duties:
            yield from group.parts()
        for licence in self.licences:
            yield Part("licence", str(licence.id), licence.title or str(licence.id), licence)

    def all_duties(self) -> Iterator[Duty]:
        """Its duties in reading order."""
        for group in self.duties:
            yield from group.all_items()


def all_groups(groups: Iterable[DutyGroup]) -> Iterator[DutyGroup]:
    """*groups* and those within them, in reading order."""
    for group in groups:
        yield group
        yield from all_groups(group.groups)
