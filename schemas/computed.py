"""How a form is worked out from filled copies of other forms: what is read, what is counted, and where it is written.

An author names blocks, fields, columns, rows and choices by their ids and says `count`, `sum`, `group`, `rate`; there
are no formulas. What is not named stays blank for a person.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, PlainSerializer, model_validator
from pydantic import Field as Described
from pydantic_core import PydanticCustomError

from schemas.amounts import Plainnumber, Whole
from schemas.messages import Sums
from schemas.patterns import OneAlone
from schemas.record import Model, OwnId
from schemas.references import FormRef
from schemas.scalars import Frozen, Id, Plain, Text

CONDITION_WORDS: Final = ("empty", "filled", "past", "period")
"""What a condition may say besides a value: nothing written, something written, a day gone by, a day of the period."""


class Dotted(Plain):
    """Ids with dots between: `head.total` of this form, `complaints.category` of a source."""

    __slots__ = ()
    pattern = r"[a-z0-9][a-z0-9-]{0,63}(?:\.[a-z0-9][a-z0-9-]{0,63}){0,3}"
    rule = Sums.BAD_DOTTED

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids."""
        return tuple(self.split("."))


def as_list(value: Any) -> Any:
    """A list as it is, anything else as a list of one."""
    return value if isinstance(value, list | tuple) else [value]


def alone(values: tuple[str, ...]) -> Any:
    """One value by itself, several as a list: as an author writes them."""
    return values[0] if len(values) == 1 else list(values)


Wanted = Annotated[
    tuple[Plain, ...],
    Described(min_length=1),
    BeforeValidator(as_list),
    PlainSerializer(alone, when_used="json"),
    OneAlone(),
]
"""A value or one of several; in YAML a single one stands without brackets."""
Conditions = Frozen[Dotted, Wanted]
"""Conditions by field, all of which must hold."""


class SourceForm(Model):
    """Filled copies that are read: which form, what counts as one, of which time."""

    form: FormRef = Described(
        title="读哪张表：编号或地址", description="Code or address of the form whose filled copies are read"
    )
    rows: Id | None = Described(
        None,
        title="那张表的哪个登记表或矩阵，一行算一件；不写就是一份算一件",
        description="Its register or matrix whose rows count; none: each copy counts",
    )
    date: Dotted | None = Described(
        None, title="按哪个日期归到期间里", description="The date that decides which period a row belongs to"
    )
    period: Literal["this", "last", "to-date"] = Described(
        "this",
        title="this 本期、last 上期、to-date 截至期末",
        description="this period, the last one, or to-date: everything up to its end",
    )
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Only those: by field a value, a list or a word",
    )
    one_per: Dotted | None = Described(
        None,
        title="这个字段相同的只算最新的一件",
        description="Of several with the same value here only the newest counts",
    )


class PeriodFields(Model):
    """The fields of this form that say which time it is about."""

    first: Dotted | None = Described(None, title="写第一天的日期字段", description="Date field that gets the first day")
    last: Dotted | None = Described(None, title="写最后一天的日期字段", description="Date field that gets the last day")
    month: Dotted | None = Described(None, title="写月份的字段", description="Month field that gets the month")
    said: Dotted | None = Described(
        None, title="用文字写期间的字段", description="Text field that gets the period in words"
    )


class Rate(Model):
    """A part of a whole, in percent."""

    part: Dotted = Described(title="分子：本表的字段", description="The field with the part")
    whole: Dotted = Described(title="分母：本表的字段", description="The field with the whole")


class Measure(Model):
    """What is written into one field: exactly one of the keys, and its conditions."""

    count: Id | None = Described(None, title="数哪个来源有几件", description="How many rows a source has")
    sum: Dotted | None = Described(
        None, title="把来源的哪个数字字段加起来", description="A number field of a source, added up"
    )
    take: Dotted | None = Described(
        None, title="照抄来源最新一份的哪个字段", description="A field of a source's newest copy, as it is"
    )
    list_: Dotted | None = Described(
        None,
        alias="list",
        title="来源的哪个字段，不同的值排在一起",
        description="All different values of a source's field, joined",
    )
    say: Text | None = Described(None, title="固定的文字", description="A fixed text")
    total: tuple[Dotted, ...] | None = Described(
        None, title="本表的哪些字段相加", description="Fields of this form added up"
    )
    rate: Rate | None = Described(
        None, title="本表的一个字段占另一个的百分之几", description="One field of this form as a percentage of another"
    )
    working: Dotted | None = Described(
        None, title="写出这个比率的算式", description="How the rate in this field was worked out, in words"
    )
    threshold: Id | None = Described(None, title="本表哪张图的线", description="The line of a chart of this form")
    less: tuple[Dotted, ...] = Described(
        (), title="再减去本表的哪些字段", description="Fields of this form taken off a total"
    )
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Only those rows",
    )

    @model_validator(mode="before")
    @classmethod
    def _exactly_one(cls, value: Any) -> Any:
        if has_known_keys(cls, value):
            measures = [key for key in value if key in _MEASURES]
            if len(measures) != 1:
                raise PydanticCustomError(Sums.ONE_MEASURE_EACH, "{value}", {"value": ", ".join(measures) or "—"})
            goes_together(value, "less", ("total",))
            goes_together(value, "where", _OF_SOURCES)
        return value

    @property
    def kind(self) -> str:
        """The key that is set, such as `count`."""
        return next(key for key in _MEASURES if getattr(self, "list_" if key == "list" else key) is not None)

    @property
    def source(self) -> str:
        """The source that is read, or an empty string."""
        path = self.count or self.sum or self.take or self.list_
        return path.partition(".")[0] if path else ""

    @property
    def reads(self) -> tuple[Dotted, ...]:
        """The fields of this form that it is worked out from."""
        rate = (self.rate.part, self.rate.whole) if self.rate else ()
        return (*(self.total or ()), *self.less, *rate, *((self.working,) if self.working else ()))


_OF_SOURCES: Final = ("count", "sum", "take", "list")
_MEASURES: Final = (*_OF_SOURCES, "say", "total", "rate", "working", "threshold")


def has_known_keys(model: type[Model], value: Any) -> bool:
    """Whether *value* is a mapping without a misspelt key, which is reported first."""
    keys = {field.alias or name for name, field in model.model_fields.items()}
    return isinstance(value, dict) and keys.issuperset(value)


def goes_together(value: dict[str, Any], key: str, with_: tuple[str, ...]) -> None:
    """Refuse *key* where none of the keys it goes *with_* stands."""
    if key in value and not any(name in value for name in with_):
        raise PydanticCustomError(Sums.GOES_WITH, "{key}", {"key": key, "keys": ", ".join(with_)})


class Groups(Model):
    """One row of a register for each value of a field: the data of a Pareto chart."""

    group: Dotted = Described(
        title="按来源的哪个字段分组", description="The field of a source whose values make the groups"
    )
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Only those rows",
    )
    name: Id = Described(title="写组名的列", description="Column that gets the name of the group")
    count: Id | None = Described(None, title="写件数的列", description="Column that gets how many there are")
    sum: Id | None = Described(None, title="写合计的列", description="Column that gets the sum of the field in `of`")
    of: Dotted | None = Described(
        None, title="加哪个数字字段：来源.字段", description="The number field of the source that is summed"
    )
    share: Id | None = Described(None, title="写占比的列", description="Column that gets the share of all, in percent")
    running: Id | None = Described(
        None, title="写累计数的列", description="Column that gets the numbers added up row by row"
    )
    cumulative: Id | None = Described(
        None, title="写累计占比的列", description="Column that gets the cumulative share, in percent"
    )
    class_: Id | None = Described(
        None, alias="class", title="写类别的列", description="Choice column that gets the class"
    )
    classes: Frozen[Id, Plainnumber] = Described(
        default_factory=dict,
        title="类别: 累计占比到多少为止",
        description="Choice of that column: cumulative share up to which it goes",
    )
    nameless: Text | None = Described(
        None,
        title="没有填的那些叫什么；不写就叫“未填写”",
        description="Name of the group of those without a value; else «not filled in»",
    )
    order: Literal["most", "listed"] = Described(
        "most", title="most 从多到少、listed 照可选项的先后", description="most first, or as the choices are listed"
    )
    other: Plain | None = Described(
        None,
        title="哪一组排最后，并收进排不下的",
        description="The group that stands last and takes what there is no row for",
    )

    @model_validator(mode="before")
    @classmethod
    def _one_amount(cls, value: Any) -> Any:
        if has_known_keys(cls, value):
            amounts = [key for key in ("count", "sum") if key in value]
            if len(amounts) != 1:
                raise PydanticCustomError(Sums.ONE_AMOUNT_EACH, "{value}", {"value": ", ".join(amounts) or "—"})
            for key, with_ in (("sum", "of"), ("of", "sum"), ("class", "classes"), ("classes", "class")):
                goes_together(value, key, (with_,))
        return value


class Ratings(Model):
    """A matrix that counts the answers of a survey: a row for each item, a column for each point."""

    survey: Dotted = Described(title="哪个问卷：来源.块", description="The survey: source and block")
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Only those copies",
    )
    answered: Id | None = Described(
        None, title="写有效评价数的列", description="Column that gets the answers that count"
    )
    satisfied: Id | None = Described(
        None, title="写满意数的列", description="Column that gets the answers counted as satisfied"
    )
    rate: Id | None = Described(
        None, title="写满意率的列", description="Column that gets satisfied ÷ answered, in percent"
    )
    total: Id | None = Described(None, title="合计的行", description="Row that gets all items together")


class Crossing(Model):
    """A matrix filled by measures for its columns and conditions for its rows."""

    columns: Frozen[Id, Measure] = Described(min_length=1, title="各列怎样算", description="Measure by column")
    by: Dotted | None = Described(
        None, title="来源的哪个字段的值就是行的编号", description="The field of the sources whose value is the row's id"
    )
    rows: Frozen[Id, Conditions] = Described(default_factory=dict, title="各行的条件", description="Conditions by row")
    total: Id | None = Described(None, title="把各行加起来的行", description="Row that adds the other rows up")


class Listing(Model):
    """A register that repeats rows of a source."""

    of: Id = Described(title="哪个来源", description="The source")
    where: Conditions = Described(
        default_factory=dict,
        title="条件：字段编号配 empty 空、filled 有、past 过期、period 在期间内，或一个值、几个值",
        description="Only those rows",
    )
    columns: Frozen[Id, Dotted] = Described(
        min_length=1, title="各列抄来源的哪个字段", description="Field of the source by column"
    )
    order: Dotted | None = Described(
        None, title="按来源的哪个字段排先后", description="The field of the source they are ordered by, smallest first"
    )


class Agreement(Model):
    """Fields of this form that must be equal; a difference is reported."""

    id: OwnId
    title: Text = Described(title="标题", description="What agrees with what")
    fields: tuple[Dotted, ...] = Described(
        min_length=2, title="本表的哪些字段应当相等", description="The fields of this form"
    )


class Computed(Model):
    """What a form is worked out from, and how."""

    sources: Frozen[Id, SourceForm] = Described(
        min_length=1, title="读哪些填好的表，各起一个名字", description="Filled copies that are read, by a name"
    )
    period: PeriodFields = Described(
        PeriodFields(), title="本表写期间的字段", description="Fields of this form that get the period"
    )
    places: Whole = Described(1, title="占比和比率的小数位数", description="Decimals of shares and rates")
    fields: Frozen[Dotted, Measure] = Described(
        default_factory=dict, title="单个字段怎样算，写“块.字段: 算法”", description="Measures by field: block.field"
    )
    groups: Frozen[Id, Groups] = Described(
        default_factory=dict, title="登记表：一组一行", description="Registers with one row a group"
    )
    cells: Frozen[Id, Crossing] = Described(
        default_factory=dict, title="矩阵：列是算法，行是条件", description="Matrices of measures and conditions"
    )
    ratings: Frozen[Id, Ratings] = Described(
        default_factory=dict, title="矩阵：数问卷的答案", description="Matrices that count a survey"
    )
    lists: Frozen[Id, Listing] = Described(
        default_factory=dict, title="登记表：照抄来源里的行", description="Registers that repeat rows of a source"
    )
    agree: tuple[Agreement, ...] = Described((), title="应当相等的字段", description="Fields that must be equal")
