"""`handbook.yaml`: a handbook's title page, chapters, organisation, hours, parties and the project's own values."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import Field, model_validator

from schemas.amounts import Date, Flag
from schemas.card import CardsUsed
from schemas.field import Privacy
from schemas.hours import ALL_DAY, EVERY_DAY, DaysField, TimesField
from schemas.keeping import Keeping
from schemas.library_file import Task
from schemas.numbered import Numbered
from schemas.record import Model, OwnId, Signatures, Source
from schemas.references import LocalRef, RecordRef, RoleRef
from schemas.scalars import Edition, Frozen, Id, Number, Plain, Text, Texts
from schemas.words import Bilingual


class Chapter(Numbered):
    """A chapter: its records in reading order, or chapters within it."""

    id: OwnId
    no: Number | None = Field(
        None, title="原文的章节号，如 1.0、2.0、1.1", description="Number in the source: 1.0, 2.0, 1.1"
    )
    title: Text = Field(title="标题", description="Title as the source prints it")
    records: tuple[RecordRef, ...] = Field((), title="收哪些记录，按先后", description="Records in reading order")
    planned: Texts = Field(
        default_factory=dict,
        title="列了题目、还没有写的，写“编号: 标题”；问到的人听到“还没有写”，写好就拿掉",
        description="Titles that are named and not written yet, by id: whoever asks is told so; taken out once written",
    )
    chapters: tuple[Chapter, ...] = Field((), title="各章，按先后", description="Chapters within this one")


class Post(Model):
    """A box of the organisation chart."""

    id: OwnId
    title: Text = Field(title="标题", description="Name of the unit or post")
    under: LocalRef | None = Field(None, title="上一级", description="The box above it")
    role: RoleRef | None = Field(None, title="哪个岗位", description="The role it stands for")


class Revision(Model):
    """A line of the revision record."""

    edition: Edition = Field(title="版本", description="Edition")
    on: Date = Field(title="日期", description="Day")
    what: Text = Field(title="改了什么", description="What changed")


class DocumentControl(Signatures):
    """Document control: who prepared, checked and approved, and who has a copy."""

    revisions: tuple[Revision, ...] = Field((), title="修订记录", description="Revision record")
    distribution: tuple[Text, ...] = Field((), title="发给谁", description="Who has a copy")


class Company(Model):
    """Whose stationery the forms are printed on."""

    name: Text = Field(title="全称", description="Full name, printed in the header of every form")
    short: Text | None = Field(None, title="简称", description="Short name")
    logo: Plain | None = Field(
        None,
        title="标志图片的文件名：PNG 或 JPEG，放在 handbook.yaml 旁边，印在每张表单的页眉",
        description="A PNG or JPEG file beside handbook.yaml, printed 8 mm high",
    )


PartyKind = Literal[
    "customer", "representative", "head-office", "authority", "contractor", "insurer", "broker", "witness", "other"
]  # fmt: skip
"""What a party is to the department."""


class Party(Model):
    """One who signs or decides but holds no post; a name alone may be written as it is."""

    title: Text = Field(title="名称", description="What it is called: 业主, 总公司")
    kind: PartyKind | None = Field(
        None,
        title="哪一类：customer 客户、representative 客户的代表、head-office 上级公司、authority 政府和机关、"
        "contractor 施工和外包单位、insurer 保险公司、broker 经纪和代理、witness 见证人、other 其他",
        description="customer, representative (of a customer), head-office, authority, contractor, insurer, broker, "
        "witness or other",
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_title_alone(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value


class Holiday(Model):
    """Days on which the department works as on a public holiday."""

    id: OwnId
    title: Text = Field(title="节日名称，如 春节", description="Name of the holiday")
    from_: Date = Field(alias="from", title="第一天", description="First day")
    to: Date = Field(title="最后一天", description="Last day")


class OpeningHours(Model):
    """When the desk is open, what is night, which days are holidays; the hours alone may be written."""

    days: DaysField = Field(
        EVERY_DAY,
        title="哪些天：每天、工作日、周一至周六、节假日",
        description="Days: every-day, working-days, mon-sat, holidays",
    )
    open: TimesField = Field(
        ALL_DAY, title="前台几点到几点有人，如 8:00-20:00", description="When the desk is open: 8:00-20:00"
    )
    after_hours: RoleRef | None = Field(
        None, title="其余时间谁接待、谁接电话：岗位编号", description="The role that answers at all other times"
    )
    night: TimesField | None = Field(
        None, title="夜间是几点到几点，如 20:00-8:00", description="What is night: 20:00-8:00"
    )
    holidays: tuple[Holiday, ...] = Field((), title="节假日", description="Public holidays")
    workdays: tuple[Date, ...] = Field(
        (), title="调休上班的日子", description="Days at a weekend that are worked in exchange for a holiday"
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_the_hours_alone(cls, value: Any) -> Any:
        return {"open": value} if isinstance(value, str) else value

    def say(self, lang: str, answering: str) -> str:
        """When the desk is open, in words; *answering* is the title of who answers otherwise, if somebody does."""
        said = _OPEN.say(lang, days=self.days.say(lang), times=self.open.say(lang))
        return _OTHERWISE.say(lang, open=said, role=answering) if answering else said


_OPEN: Final = Bilingual("{days} {times}", "{days}, {times}")
_OTHERWISE: Final = Bilingual("{open}，其余时间由{role}接听", "{open}; at all other times: {role}")


class Defaults(Model):
    """What holds for every record of the handbook that does not say otherwise."""

    privacy: Privacy | None = Field(
        None,
        title="表单填好以后的保密：public 公开、internal 内部、personal 个人信息、sensitive 敏感信息",
        description="Privacy of filled forms",
    )
    keep: Keeping | None = Field(
        None,
        title="表单填好的保存多久，如 {time: 3 年, from: 事项办结之日}",
        description="How long filled forms are kept, and counted from what",
    )
    dispose: Text | None = Field(None, title="到期怎样销毁", description="How they are destroyed")
    strike_out: Text | None = Field(
        None,
        title="写错怎样改，印在每张表单下面",
        description="How a slip of the pen is put right, printed on every form",
    )
    basis: Text | None = Field(
        None, title="原文没有的数字依据什么，如“本手册建议”", description="Where numbers come from that no source gives"
    )


Readers = Literal["staff", "customers", "public"]
"""For whom a text is written: those who work here, those whom they serve, or anybody."""


HOURS: Final = Id("hours")
"""The project's value that says when the desk is open; where `hours` says it, it need not be written."""


class HandbookFile(Model):
    """The title page and everything that is said once for the whole handbook."""

    title: Text = Field(title="标题", description="Title as the source prints it")
    short: Text = Field(title="简称", description="Short title for menus")
    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="For whom it is and what it covers")
    trade: Id | None = Field(
        None,
        title="行业，如 property 物业、telecom 电信、agency 广告；术语按它取英文",
        description="The trade: property, telecom, agency; terms have their English by it",
    )
    audience: Readers | None = Field(
        None,
        title="给谁看：staff 员工、customers 客户、public 任何人",
        description="For whom it is written: staff, customers or public",
    )
    edition: Edition = Field(title="版本", description="Edition of this library's text")
    effective: Date | None = Field(None, title="生效日期", description="Day this edition takes effect")
    company: Company = Field(title="发布的公司或部门", description="The company or department that issues it")
    source: Source | None = Field(None, title="原文件怎么说", description="The original document")
    chapters: tuple[Chapter, ...] = Field(min_length=1, title="各章，按先后", description="Chapters in order")
    organisation: tuple[Post, ...] = Field((), title="组织架构", description="Organisation chart")
    tasks: tuple[Task, ...] = Field(
        (), title="本手册首页上的入口：现在有什么事", description="Tiles on its first page: what has just happened"
    )
    hours: OpeningHours | None = Field(
        None,
        title="开放时间：8:00-20:00，或 {days: 每天, open: 8:00-20:00, night: 20:00-8:00}",
        description="When the desk is open: 8:00-20:00, or {days, open, night, after_hours, holidays}",
    )
    defaults: Defaults = Field(
        Defaults(), title="整本手册的默认值", description="What holds where a record does not say otherwise"
    )
    cards: CardsUsed | None = Field(
        None,
        title="用哪些应急卡，卡上的人是哪些岗位、地点在哪里",
        description="Which emergency cards it uses, who their actors and where their places are",
    )
    parties: Frozen[Id, Party] = Field(
        default_factory=dict,
        title="签字但不是岗位的人，写“编号: 名称”，或“编号: {title: 名称, kind: 类别}”",
        description="Those who sign but are no role, by id: a name, or {title, kind}",
    )
    blanks: Texts = Field(
        default_factory=dict,
        title="文字里由说话人填的空，写“编号: 名称”",
        description="Names in braces that the speaker fills, by id",
    )
    project: Texts = Field(
        default_factory=dict,
        title="本项目自己的电话、地址等，写“编号: 内容”",
        description="The project's own values: {project.phone}",
    )
    sample: Flag = Field(
        False,
        title="project 里写的是示例数据，不是真的：印出来时会提醒；换成本项目的以后删去这一行",
        description="The project's values are examples: printing says so; delete it once they are your own",
    )
    control: DocumentControl = Field(DocumentControl(), title="文件控制", description="Document control")
