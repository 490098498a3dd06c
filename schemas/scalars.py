"""The scalar types of a handbook file.

The loader keeps every YAML scalar as the string the author typed; these types alone decide what it means.
That is why `no`, `010` and `1:30` survive, and why a bad date is reported in words instead of becoming 1970.
References and texts are `str` subclasses, so that one walk over a record finds every link and every
translatable text without a list of field names kept anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from schemas.fingerprint import Uncounted
from schemas.limits import LONGEST_EDITION, LONGEST_TEXT, MOST_ROWS
from schemas.messages import Message, Shapes
from schemas.patterns import in_editor, text_of
from schemas.words import Bilingual


def shape(value: Any) -> str:
    """What an author sees when a list or a mapping stands where a scalar belongs."""
    return "…: …" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)


def is_empty(value: Any) -> bool:
    """Whether an author wrote nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


class _String(str):
    """A string with a meaning: the base of ids, references and translatable texts."""

    __slots__ = ()
    pattern: ClassVar[str | None] = None
    rule: ClassVar[Message]
    """What is said of a string that does not match `pattern`."""
    longest: ClassVar[int] = LONGEST_TEXT
    too_long: ClassVar[Message] = Shapes.LONG_TEXT
    _matches: ClassVar[Callable[[str], object]] = staticmethod(str.strip)
    """Whether a string is one of these: any that says something, or that matches the whole of `pattern`."""

    def __init_subclass__(cls) -> None:
        if cls.pattern is not None:
            cls._matches = re.compile(cls.pattern).fullmatch

    @classmethod
    def parse(cls, value: Any) -> _String:
        """Read what the author typed.

        Raises:
            PydanticCustomError: the value is not a string, is empty or too long, or does not match `pattern`.
        """
        if type(value) is str and len(value) <= cls.longest and cls._matches(value):
            return cls(value)  # as nearly all of it is
        if isinstance(value, cls):
            return value
        if is_empty(value):
            raise PydanticCustomError(Shapes.EMPTY_TEXT, "this text is empty", {})
        if not isinstance(value, str):
            raise PydanticCustomError(Shapes.EXPECTED_TEXT, "expected a text", {"found": shape(value)})
        if len(value) > cls.longest:
            raise PydanticCustomError(cls.too_long, "this text is too long", {"most": cls.longest})
        if not cls._matches(value):
            raise PydanticCustomError(cls.rule, "{value}", {"value": value[:80]})
        return cls(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        # an editor reads `edition: 1` as a number and `true` as yes; the loader does not, and accepts them
        described: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
        if cls.pattern is None:
            return described
        described |= {"pattern": f"^(?:{cls.pattern})$", POINTS_AT: cls.__name__}
        how = Bilingual(*(words.replace(_GUESS, "") for words in cls.rule.wording.hint.both()))
        return described if "{" in how.zh else {**described, "patternErrorMessage": in_editor(how)}


_GUESS: Final = "{guess}"
"""What an editor cannot fill in: it knows no other records."""
POINTS_AT: Final = "x-points-at"
"""Says in a JSON Schema which references a text is, until the ids that there are stand for it."""


TO_WRITE: Final = "待写："
"""What `handbook new` puts where the author's words belong: nobody translates it."""


class Text(_String):
    """Text for people, in the department's language; it has an entry in every translation catalogue.

    `[[code-or-path]]` links, `{name}` fills a declared blank or project value; nothing else is markup.
    """

    __slots__ = ()


class Plain(_String):
    """A short string that is the same in every language (an edition, a phone number, a file name)."""

    __slots__ = ()


class Edition(Plain):
    """The edition of a text, such as `A/0` or `2026-1`: short enough to stand beside its code, and in a QR code."""

    __slots__ = ()
    longest = LONGEST_EDITION
    too_long = Shapes.LONG_EDITION


class Ask(_String):
    """A question as staff would put it, in Chinese or English; searched, never translated."""

    __slots__ = ()


_ID = r"[a-z0-9][a-z0-9-]{0,63}"
_CODE = r"[A-Z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?"
_ADDRESS = rf"(?:{_ID}/)?(?:{_ID})/{_ID}"


class Id(_String):
    """An ASCII identifier inside a record: steps, branches, choices, fields and nodes are pointed at by it."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class Number(_String):
    """The printed number of an article or duty, such as `3.1.1.4`; it is also that item's id."""

    __slots__ = ()
    pattern = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
    rule = Shapes.BAD_ITEM_NUMBER


class Code(_String):
    """The code printed on the document, such as `GT-BF-KF-001` or `1.1.5`."""

    __slots__ = ()
    pattern = _CODE
    rule = Shapes.BAD_CODE

    @property
    def is_placeholder(self) -> bool:
        """Whether several forms share this code (`GT-R-XX-XX`), so that it never resolves."""
        return "XX" in self


class Reference(_String):
    """An address (`[handbook/]kind/id`) or a code, optionally with `#part`."""

    __slots__ = ()
    pattern = rf"(?:{_ADDRESS}|{_CODE})(?:#[A-Za-z0-9.-]+)?"
    rule = Shapes.BAD_REFERENCE

    @property
    def target(self) -> str:
        """The address or code without the part."""
        return self.partition("#")[0]

    @property
    def part(self) -> str:
        """The id after `#`, or an empty string."""
        return self.partition("#")[2]


class RecordRef(Reference):
    """A reference to a record of any kind."""

    __slots__ = ()


class FormRef(Reference):
    """A reference to a form."""

    __slots__ = ()


class FieldRef(FormRef):
    """A reference to a field or column of a form, `GT-R-KF-26#received`; to all of them without a part."""

    __slots__ = ()


class CardRef(Reference):
    """A reference to a card: `cards/fire`."""

    __slots__ = ()


class ScriptRef(Reference):
    """A reference to a script or troubleshooting graph that can be practised."""

    __slots__ = ()


class StepRef(Reference):
    """A reference to one step of a procedure or one article of a policy: `GT-BF-KF-001#handle`."""

    __slots__ = ()


class CourseRef(Reference):
    """A reference to a course."""

    __slots__ = ()


class LevelRef(Reference):
    """A reference to a level of a qualification: `qualifications/desk#junior`."""

    __slots__ = ()
    pattern = rf"(?:{_ADDRESS}|{_CODE})#{_ID}"
    rule = Shapes.BAD_LEVEL


class PriorRef(Reference):
    """A reference to a course that was passed, or to a level of a qualification that one has."""

    __slots__ = ()


class MeasureRef(Reference):
    """A reference to a field that a form works out: `GT-R-KF-31#results.total.rate`."""

    __slots__ = ()
    pattern = rf"(?:{_ADDRESS}|{_CODE})#{_ID}(?:\.{_ID}){{1,2}}"
    rule = Shapes.BAD_MEASURE


class Address(Reference):
    """An address only, as `formerly` gives it."""

    __slots__ = ()
    pattern = _ADDRESS
    rule = Shapes.BAD_ADDRESS


class RoleRef(_String):
    """The id of a role of this handbook, or `handbook/id` of another's."""

    __slots__ = ()
    pattern = rf"(?:{_ID}/)?{_ID}"
    rule = Shapes.BAD_ROLE


class ActorRef(RoleRef):
    """Whoever does something: a role, or one of the handbook's `parties`."""

    __slots__ = ()


class PartyRef(RoleRef):
    """One who signs: one of the handbook's `parties` (resident, borrower) or a role."""

    __slots__ = ()


class CallNumber(_String):
    """A number to call: one that is the same in the whole country, or `project.key` for one of the project's own."""

    __slots__ = ()
    pattern = rf"11[0-9]|12[0-2]|12[0-9]{{3}}|95[0-9]{{3,4}}|project\.{_ID}"
    rule = Shapes.BAD_CALL

    @property
    def key(self) -> str:
        """The key of the project's value, or an empty string for a number as it is dialled."""
        return self.partition(".")[2]


class LicenceRef(_String):
    """The id of a licence that a role of this handbook must hold."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class CardActor(_String):
    """Whoever acts on a card: one of `actors` of library.yaml, whom each handbook names."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class CardPlace(_String):
    """A place or a key of a card: one of `places` of library.yaml, which each handbook gives."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class LawRef(_String):
    """The id of a law in `laws.yaml`."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class ArticleNo(_String):
    """An article of a law: `942`; `28.1` is its first paragraph, `28.1.2` the second item of that, `133-1` 条之一."""

    __slots__ = ()
    pattern = r"[1-9][0-9]{0,3}(?:-(?:10|[1-9]))?(?:\.[1-9][0-9]?){0,2}"
    rule = Shapes.BAD_ARTICLE

    @property
    def article(self) -> int:
        """The number of the article itself."""
        return int(self.partition(".")[0].partition("-")[0])


class LocalRef(_String):
    """The id of something inside the same record: a step, a node, a block or a field."""

    __slots__ = ()
    pattern = _ID
    rule = Shapes.BAD_ID


class PartId(LocalRef):
    """The id of a part of the same record as a reference has it behind `#`: a step, a block, an article `3.1`."""

    __slots__ = ()
    pattern = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
    rule = Shapes.BAD_PART


def refuse(rule: Message, value: Any) -> PydanticCustomError:
    """The error for a *value* that *rule* does not allow; an empty one is only that."""
    if is_empty(value):
        return PydanticCustomError(Shapes.EMPTY_TEXT, "this is empty", {})
    return PydanticCustomError(rule, "{value}", {"value": shape(value)[:40]})


def _read_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise refuse(Shapes.BAD_DATE, value)


_MOST_WHOLE: Final = 999_999_999
_MOST_DECIMAL: Final = 999_999_999_999
_DECIMAL: Final = r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?"


def _out_of_range(value: object, least: int, most: int) -> PydanticCustomError:
    values = {"value": str(value)[:40], "least": least, "most": most}
    return PydanticCustomError(Shapes.OUT_OF_RANGE, "{value}", values)


def _read_whole(value: Any, least: int = 0, most: int = _MOST_WHOLE) -> int:
    if isinstance(value, str):
        if re.fullmatch(r"-[1-9][0-9]*|[1-9][0-9]{9,}", value):
            raise _out_of_range(value, least, most)
        value = int(value) if re.fullmatch(r"0|[1-9][0-9]{0,8}", value) else value
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(Shapes.BAD_WHOLE_NUMBER, value)
    if not least <= value <= most:
        raise _out_of_range(value, least, most)
    return value


def _read_count(value: Any) -> int:
    return _read_whole(value, 1, MOST_ROWS)


def _read_decimal(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(_DECIMAL, value):
        return Decimal(value)
    if isinstance(value, str) and re.fullmatch(r"-?[1-9][0-9]{12,}(?:\.[0-9]+)?", value):
        raise _out_of_range(value, -_MOST_DECIMAL, _MOST_DECIMAL)
    raise refuse(Shapes.BAD_NUMBER, value)


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise refuse(Shapes.BAD_FLAG, value)


def _read_percent(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and (match := re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%", value)):
        percent = Decimal(match[1])
        if percent <= 100:
            return percent
    raise refuse(Shapes.BAD_PERCENT, value)


DAY_WRITTEN: Final = Bilingual("写成 2026-01-15。", "Write it as 2026-01-15.")
_DAY: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
Date = Annotated[
    date,
    BeforeValidator(_read_date),
    PlainSerializer(date.isoformat, when_used="json"),
    WithJsonSchema({**text_of(_DAY, DAY_WRITTEN), "format": "date"}),
]


def _digits(pattern: str) -> dict[str, str]:
    """The part of a JSON Schema that is of a number's digits, and what an editor says of anything else."""
    return {"pattern": f"^(?:{pattern})$", "patternErrorMessage": in_editor(_ONLY_DIGITS)}


_ONLY_DIGITS: Final = Bilingual("只写数字，如 16。", "Write digits only, such as 16.")
Whole = Annotated[
    int,
    BeforeValidator(_read_whole),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, **_digits("0|[1-9][0-9]{0,8}")}),
]
Count = Annotated[
    int,
    BeforeValidator(_read_count),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "maximum": MOST_ROWS, **_digits("[1-9][0-9]{0,3}")}),
]
"""How many of something that is laid out, counted or timed: at least one, and never so many that paper runs out."""
Plainnumber = Annotated[
    Decimal,
    BeforeValidator(_read_decimal),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema({"type": ["number", "string"], **_digits(_DECIMAL)}),
]
Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Percent = Annotated[
    Decimal,
    BeforeValidator(_read_percent),
    PlainSerializer(lambda value: f"{value}%", return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}(\.\d{1,2})?%$"}),
]

_T = TypeVar("_T")
_Key = TypeVar("_Key")


def _freeze(value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(dict(value))


def _thaw(value: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: _thaw(inner) if isinstance(inner, Mapping) else inner for key, inner in value.items()}


Frozen = Annotated[Mapping[_Key, _T], AfterValidator(_freeze), PlainSerializer(_thaw)]
Texts = Annotated[Mapping[Id, Text], AfterValidator(_freeze), PlainSerializer(_thaw)]
"""Texts by id, in the order they are printed."""
Asks = Uncounted[tuple[Ask, ...]]
"""Other ways to put the question: better found, and still the same text."""
