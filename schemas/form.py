"""A form: typed fields in blocks, from which the page, the paper and the reader of filled copies are all made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, cast, get_args

from pydantic import Field as Described
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from schemas.amounts import Count, Flag, Plainnumber, Whole
from schemas.anchors import Part
from schemas.block_kinds import BlockKind
from schemas.computed import Computed, Conditions, Dotted
from schemas.document import Location
from schemas.entered import Entered
from schemas.field import Field, Privacy, Promise
from schemas.fingerprint import Uncounted
from schemas.keeping import Keeping
from schemas.messages import Shapes
from schemas.record import Model, OwnId, Record
from schemas.references import ActorRef, LocalRef, PartyRef, RoleRef
from schemas.roster import DAYS, Roster
from schemas.scalars import Frozen, Text, Texts
from schemas.sense import FieldSense

Orientation = Literal["portrait", "landscape"]
PaperSize = Literal["A3", "A4", "A5", "A6"]
Audience = Literal["resident", "office", "both"]
"""Who fills a form or is given it."""


class Grid(Model):
    """Labels with fields beside them."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the grid")
    columns: Count = Described(
        2, title="一行排几组标签和格子", description="How many label-field pairs stand side by side"
    )
    fields: tuple[Field, ...] = Described(min_length=1, title="各字段", description="Fields in order")


class Register(Model):
    """Blank rows under column heads: one row a case."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the register")
    rows: Count = Described(title="空白行数", description="Blank rows on paper")
    columns: tuple[Field, ...] = Described(
        min_length=1, title="各列", description="Columns; their widths add up to 100"
    )


class RosterTable(Register):
    """A roster as the register that it is printed, filled and read as: a row for each person, a column for each day."""

    roster: Roster = Described(title="排班表", description="What it was written as")

    @classmethod
    def of(cls, roster: Roster) -> RosterTable:
        """The table of *roster*."""
        return cls.model_construct(
            id=roster.id, title=roster.title, rows=roster.people, columns=roster.columns(), roster=roster
        )


class Matrix(Model):
    """Named rows under typed columns."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the matrix")
    corner: Text | None = Described(None, title="左上角的字", description="Head of the column of row names")
    rows: Texts = Described(min_length=1, title="各行名称，写“编号: 文字”", description="Row names by id")
    columns: tuple[Field, ...] = Described(min_length=1, title="各列", description="Columns")


class ItemGroup(Model):
    """Items of a checklist or survey that belong together."""

    id: OwnId
    title: Text = Described(title="标题", description="Name of the group")
    items: Texts = Described(min_length=1, title="各项，写“编号: 文字”", description="Items by id")


class Checklist(Model):
    """Items to check, each with a result and room for a remark."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the checklist")
    results: Texts = Described(min_length=1, title="可能的结果，写“编号: 文字”", description="Possible results, by id")
    groups: tuple[ItemGroup, ...] = Described(min_length=1, title="分组的项目", description="Items in groups")
    remark: Text | None = Described(
        None, title="备注栏的标题，不写就没有备注栏", description="Head of the remark column; none means no such column"
    )


class Scale(Model):
    """The points of a rating."""

    points: Texts = Described(
        min_length=1, title="各档，最好的在前，写“编号: 文字”", description="Points by id, best first"
    )
    skip: Texts = Described(
        default_factory=dict, title="不计分的答案，写“编号: 文字”", description="Answers that do not count"
    )
    counts_as_satisfied: tuple[LocalRef, ...] = Described(
        (), title="哪些档算满意", description="Points counted as satisfied"
    )


class Survey(Model):
    """Statements rated on a scale."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the survey")
    scale: Scale = Described(title="评分标准", description="The scale")
    groups: tuple[ItemGroup, ...] = Described(min_length=1, title="分组的项目", description="Statements in groups")


class TextBlock(Model):
    """A printed text, with blanks inside its sentences where it has `{name}`."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the text")
    style: Literal["body", "letter", "note"] = Described(
        "body", title="body 正文、letter 书信、note 小字", description="body, letter (indented) or note (small)"
    )
    text: Text = Described(title="文字", description="The text; a line break starts a paragraph")
    blanks: tuple[Field, ...] = Described((), title="{名称} 要填的空", description="The blanks that {name} fills")


class Receipt(Model):
    """Proof of delivery: signed for, or refused before witnesses."""

    id: OwnId
    title: Text = Described(title="标题", description="Heading")
    text: Text | None = Described(None, title="文字", description="What is received")
    signed_by: PartyRef = Described(title="谁签收", description="Who signs for it")
    refusal: Text | None = Described(None, title="拒签时写什么", description="What is written when receipt is refused")
    witnesses: Whole = Described(0, title="拒签要几个见证人", description="How many witnesses sign a refusal")
    delivered_by: ActorRef | None = Described(None, title="谁送达", description="Who delivers it")


class Consent(Model):
    """What the person agrees to; each item has its own tick."""

    id: OwnId
    text: Text = Described(
        title="文字", description="What the data are used for, who sees them, how long they are kept"
    )
    items: Texts = Described(
        default_factory=dict,
        title="各项，写“编号: 文字”",
        description="Statements each with a tick, sensitive data apart",
    )


class Stage(Model):
    """One stage of an approval."""

    id: OwnId
    title: Text = Described(title="标题", description="Opinion of whom")
    role: RoleRef | None = Described(None, title="哪个岗位", description="The role that signs")
    party: PartyRef | None = Described(
        None, title="签字方的编号", description="The party that signs, when it is no role"
    )
    choices: Texts = Described(
        default_factory=dict, title="可选项，写“编号: 文字”", description="Possible decisions, by id"
    )
    lines: Count = Described(2, title="手写几行", description="Lines for the opinion")
    promise: Promise | None = Described(
        None, title="对应规程哪一步承诺的时限", description="The promised time this stage keeps"
    )


class Approval(Model):
    """A chain of opinions, each signed and dated."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading above the chain")
    stages: tuple[Stage, ...] = Described(min_length=1, title="各级审批", description="Stages in order")


class Signature(Model):
    """A place to sign."""

    id: OwnId
    title: Text = Described(title="标题", description="Label")
    role: RoleRef | None = Described(None, title="哪个岗位", description="The role that signs")
    party: PartyRef | None = Described(None, title="签字方的编号", description="The party that signs")
    date: Flag = Described(False, title="要写日期，写 true", description="With a date")
    required: Flag = Described(True, title="必填写 true", description="Whether it must be signed")


class Signatures(Model):
    """Places to sign, side by side."""

    id: OwnId
    items: tuple[Signature, ...] = Described(min_length=1, title="各项，写“编号: 文字”", description="Places to sign")


class Seal(Model):
    """A place for the seal, with the issuer and the date above it."""

    id: OwnId
    title: Text = Described(title="标题", description="Label: （盖章）")
    issuer: Text | None = Described(None, title="谁发布的", description="Who issues the document")
    date: Flag = Described(True, title="要写日期，写 true", description="With a date")


class Copies(Model):
    """How many copies there are and who gets each."""

    id: OwnId
    items: Texts = Described(min_length=1, title="各项，写“编号: 文字”", description="Copies by id: 第一联 存根")


class Attachments(Model):
    """What is handed in with the form, each with a tick."""

    id: OwnId
    title: Text | None = Described(None, title="标题", description="Heading")
    items: Texts = Described(min_length=1, title="各项，写“编号: 文字”", description="Attachments by id")
    other: Flag = Described(False, title="留空写其他的，写 true", description="With room for others")


class Chart(Model):
    """A chart of what a block of this form counts, drawn beside its table."""

    id: OwnId
    title: Text = Described(title="标题", description="Title of the chart")
    kind: Literal["pareto", "bar", "line"] = Described(
        title="pareto 排列图、bar 柱形图、line 折线图", description="pareto (排列图), bar or line"
    )
    of: LocalRef = Described(title="画哪一块的数据", description="The register or matrix whose rows are drawn")
    label: LocalRef | None = Described(
        None,
        title="哪一列是名称；矩阵不写，用行名",
        description="The column that names a bar; none: the names of a matrix's rows",
    )
    amount: LocalRef = Described(title="哪一列是数量", description="The column that gives its height")
    threshold: Plainnumber | None = Described(
        None,
        title="排列图的界线或目标值，百分数",
        description="The line of a pareto chart or the target of a bar chart, in percent",
    )
    height: Count = Described(80, title="在纸上高几毫米", description="Height on paper, in millimetres")


class Block(Model):
    """One part of a form: exactly one of the keys below."""

    grid: Grid | None = Described(None, title="标签和旁边的格子", description="Labels with fields beside them")
    register_: Register | None = Described(
        None, alias="register", title="登记表：一行一件", description="Blank rows under column heads"
    )
    roster: Roster | None = Described(
        None, title="排班表：人和一个月的各天", description="A roster: people by days of a month"
    )
    matrix: Matrix | None = Described(None, title="行列都定好的表", description="Named rows under typed columns")
    checklist: Checklist | None = Described(None, title="检查项目和结果", description="Items with result and remark")
    survey: Survey | None = Described(None, title="打分的问卷", description="Statements rated on a scale")
    text: TextBlock | None = Described(
        None, title="印好的文字，里面可以留空", description="Printed text with blanks in it"
    )
    receipt: Receipt | None = Described(
        None, title="签收，或拒签见证", description="Proof of delivery, or refusal witnessed"
    )
    consent: Consent | None = Described(None, title="同意书", description="Consent, with a tick for each item")
    approval: Approval | None = Described(None, title="逐级审批", description="A chain of opinions")
    signatures: Signatures | None = Described(None, title="签字", description="Places to sign")
    seal: Seal | None = Described(None, title="盖章", description="A place for the seal")
    copies: Copies | None = Described(None, title="一式几联", description="Copies and who gets them")
    attachments: Attachments | None = Described(None, title="附件", description="What is handed in with it")
    chart: Chart | None = Described(None, title="图表", description="A chart of a block")

    @model_validator(mode="before")
    @classmethod
    def _exactly_one(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) != 1:
            raise PydanticCustomError(Shapes.ONE_BLOCK_EACH, "{value}", {"value": ", ".join(map(str, value)) or "—"})
        if isinstance(value, dict) and None in value.values():
            raise PydanticCustomError(Shapes.EMPTY_TEXT, "this block is empty", {})
        return value

    @property
    def kind(self) -> BlockKind:
        """The key that is set, such as `grid` or `register`."""
        return kind_of(type(self.body))

    @property
    def key(self) -> str:
        """The key that is set, as an author writes it: `roster` too, whose kind is `register`."""
        (name,) = self.model_fields_set
        return Block.model_fields[name].alias or name

    @property
    def body(self) -> Model:
        """The block itself; a roster is the register that it is printed as."""
        written = self.written
        return RosterTable.of(written) if isinstance(written, Roster) else written

    @property
    def written(self) -> Model:
        """The block as its author wrote it."""
        (name,) = self.model_fields_set
        body = self.__dict__[name]
        assert isinstance(body, Model)
        return body


_KINDS: Final[Mapping[type[Model], BlockKind]] = {
    get_args(field.annotation)[0]: cast(BlockKind, field.alias or name)
    for name, field in Block.model_fields.items()
    if name != "roster"
} | {RosterTable: "register"}


def kind_of(body: type[Model]) -> BlockKind:
    """The kind of block that *body* is the model of."""
    return _KINDS[body]


def fields(body: Model) -> tuple[Field, ...]:
    """The fields of a block, whichever key holds them."""
    if isinstance(body, Grid):
        return body.fields
    if isinstance(body, TextBlock):
        return body.blanks
    return body.columns if isinstance(body, Register | Matrix) else ()


def field_place(block: Block, number: int) -> Location:
    """Where in a block its field *number*, from 0, is written; a day of a roster at the shifts it is one of."""
    written = block.written
    if isinstance(written, Roster):
        after_days = number - len(written.left) - DAYS
        if number < len(written.left):
            return "roster", "left", number
        return ("roster", "right", after_days) if after_days >= 0 else ("roster", "shifts")
    key = "fields" if isinstance(written, Grid) else "blanks" if isinstance(written, TextBlock) else "columns"
    return block.key, key, number


class PageSetup(Model):
    """The paper."""

    size: PaperSize = Described("A4", title="纸张大小：A4、A3、A5，卡片 A6", description="Paper size; A6 is a card")
    orientation: Orientation = Described(
        "portrait", title="portrait 竖、landscape 横", description="portrait or landscape"
    )


class Total(Model):
    """A figure added up from filled copies."""

    id: OwnId
    title: Text = Described(title="标题", description="What it says")
    count: LocalRef | None = Described(
        None, title="数哪个登记表的行", description="The register whose rows are counted"
    )
    sum: LocalRef | None = Described(None, title="哪一列相加", description="The column that is summed")
    by: LocalRef | None = Described(
        None, title="按哪个字段的值分别统计", description="The field for each of whose values there is a figure"
    )
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Conditions by field: empty, filled, past, period, a value or a list of them",
    )


class Form(Record):
    """A form as an office needs it on paper and on screen."""

    summary: Text = Described(
        title="一两句话：什么时候用，解决什么", description="When it is filled, by whom, and what becomes of it"
    )
    audience: Audience = Described(
        "office",
        title="给谁填、给谁看：resident 业主、office 内部、both 两者",
        description="Who fills it or is given it: resident, office or both",
    )
    page: PageSetup = Described(PageSetup(), title="纸张", description="Paper and orientation")
    keep: Keeping | None = Described(
        None,
        title="填好的保存多久，从什么时候算起，如 3 年，或 {time: 3 年, from: 结清之日}；不写就照手册的 defaults",
        description="How long a filled copy is kept: 3 年, or {time, from, dispose}; else as the defaults say",
    )
    privacy: Privacy | None = Described(
        None,
        title="保密：public 公开、internal 内部、personal 个人信息、sensitive 敏感信息；不写就照手册的 defaults",
        description="Privacy of a filled copy; else as the handbook's defaults say, else internal",
    )
    blocks: tuple[Block, ...] = Described(min_length=1, title="从上到下的各块", description="Blocks from top to bottom")
    sense: Frozen[Dotted, FieldSense] = Described(
        default_factory=dict,
        title="签字日期、审批意见这些不是字段的格子，写“块.编号.date: 规则”",
        description="The same for what is no field of its own, such as `signed.resident.date`, by its place",
    )
    totals: tuple[Total, ...] = Described(
        (), title="从填好的表里汇总的数", description="Figures added up from filled copies"
    )
    computed_from: Computed | None = Described(
        None, title="从哪些填好的表算出来，怎样算", description="What it is worked out from, and how"
    )
    specimen: Uncounted[Frozen[Dotted, Entered]] = Described(
        default_factory=dict,
        title="填对了是什么样，找错题用：写“块.字段: 填的”，登记表写“块.第几行.列: 填的”，选项写编号",
        description="What a part looks like that is filled in right, for items that ask what is wrong: `block.field`, "
        "`block.2.column` in the second row of a register; choices by their ids",
    )

    def parts(self) -> Iterator[Part]:
        """Its blocks."""
        for body in (block.written for block in self.blocks):
            id_ = str(getattr(body, "id", ""))
            yield Part("block", id_, str(getattr(body, "title", None) or id_), body)

    def fields(self) -> tuple[Field, ...]:
        """Every single field of grids and texts, then the columns of registers and matrices, in print order."""
        return tuple(field for block in self.blocks for field in fields(block.body))
