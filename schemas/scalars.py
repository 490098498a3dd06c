"""The scalar types of a handbook file: texts and ids; references and amounts are made of them beside this.

The loader keeps every YAML scalar as the string the author typed; these types alone decide what it means.
That is why `no`, `010` and `1:30` survive, and why a bad date is reported in words instead of becoming 1970.
References and texts are `str` subclasses, so that one walk over a record finds every link and every
translatable text without a list of field names kept anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import (
    AfterValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from schemas.fingerprint import Uncounted
from schemas.limits import LONGEST_EDITION, LONGEST_TEXT
from schemas.messages import Message, Shapes
from schemas.patterns import in_editor
from schemas.words import Bilingual


def shape(value: Any) -> str:
    """What an author sees when a list or a mapping stands where a scalar belongs."""
    return "…: …" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)


def is_empty(value: Any) -> bool:
    """Whether an author wrote nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


class TypedString(str):
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
    def parse(cls, value: Any) -> TypedString:
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


class Text(TypedString):
    """Text for people, in the department's language; it has an entry in every translation catalogue.

    `[[code-or-path]]` links, `{name}` fills a declared blank or project value; nothing else is markup.
    """

    __slots__ = ()


class Plain(TypedString):
    """A short string that is the same in every language (an edition, a phone number, a file name)."""

    __slots__ = ()


class Edition(Plain):
    """The edition of a text, such as `A/0` or `2026-1`: short enough to stand beside its code, and in a QR code."""

    __slots__ = ()
    longest = LONGEST_EDITION
    too_long = Shapes.LONG_EDITION


class Ask(TypedString):
    """A question as staff would put it, in Chinese or English; searched, never translated."""

    __slots__ = ()


ID = r"[a-z0-9][a-z0-9-]{0,63}"
CODE = r"[A-Z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?"
ADDRESS = rf"(?:{ID}/)?(?:{ID})/{ID}"


class Id(TypedString):
    """An ASCII identifier inside a record: steps, branches, choices, fields and nodes are pointed at by it."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class Number(TypedString):
    """The printed number of an article or duty, such as `3.1.1.4`; it is also that item's id."""

    __slots__ = ()
    pattern = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
    rule = Shapes.BAD_ITEM_NUMBER


class Code(TypedString):
    """The code printed on the document, such as `GT-BF-KF-001` or `1.1.5`."""

    __slots__ = ()
    pattern = CODE
    rule = Shapes.BAD_CODE

    @property
    def is_placeholder(self) -> bool:
        """Whether several forms share this code (`GT-R-XX-XX`), so that it never resolves."""
        return "XX" in self


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
