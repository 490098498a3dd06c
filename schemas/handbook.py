"""`handbook.yaml`: a handbook's title page, chapters, organisation, parties and the project's own values."""

from __future__ import annotations

from pydantic import Field

from schemas.record import Model, OwnId, Source
from schemas.scalars import Date, LocalRef, Plain, RecordRef, RoleRef, Text, Texts


class Chapter(Model):
    """A chapter: its records in reading order, or chapters within it."""

    id: OwnId
    title: Text = Field(title="标题", description="Title as the source prints it")
    records: tuple[RecordRef, ...] = Field((), title="收哪些记录，按先后", description="Records in reading order")
    chapters: tuple[Chapter, ...] = Field((), title="各章，按先后", description="Chapters within this one")


class Post(Model):
    """A box of the organisation chart."""

    id: OwnId
    title: Text = Field(title="标题", description="Name of the unit or post")
    under: LocalRef | None = Field(None, title="上一级", description="The box above it")
    role: RoleRef | None = Field(None, title="哪个岗位", description="The role it stands for")


class Revision(Model):
    """A line of the revision record."""

    edition: Plain = Field(title="版本", description="Edition")
    on: Date = Field(title="日期", description="Day")
    what: Text = Field(title="改了什么", description="What changed")


class DocumentControl(Model):
    """Document control: who wrote, checked and approved, and who has a copy."""

    written: Text | None = Field(None, title="谁编写", description="Who wrote it")
    checked: Text | None = Field(None, title="谁审核", description="Who checked it")
    approved: Text | None = Field(None, title="谁批准", description="Who approved it")
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


class HandbookFile(Model):
    """The title page and everything that is said once for the whole handbook."""

    title: Text = Field(title="标题", description="Title as the source prints it")
    short: Text = Field(title="简称", description="Short title for menus")
    summary: Text = Field(title="一两句话：什么时候用，解决什么", description="For whom it is and what it covers")
    edition: Plain = Field(title="版本", description="Edition of this library's text")
    effective: Date | None = Field(None, title="生效日期", description="Day this edition takes effect")
    company: Company = Field(title="发布的公司或部门", description="The company or department that issues it")
    source: Source | None = Field(None, title="原文件怎么说", description="The original document")
    chapters: tuple[Chapter, ...] = Field(min_length=1, title="各章，按先后", description="Chapters in order")
    organisation: tuple[Post, ...] = Field((), title="组织架构", description="Organisation chart")
    parties: Texts = Field(
        default_factory=dict,
        title="签字但不是岗位的人，写“编号: 名称”",
        description="Those who sign but are no role: resident, borrower",
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
    control: DocumentControl = Field(DocumentControl(), title="文件控制", description="Document control")
