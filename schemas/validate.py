"""From a document to a model: every problem of a file as a finding, with its place, its hint and «did you mean»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schemas.annotations import annotation_at, model_at
from schemas.document import Document, Location
from schemas.findings import Candidates, Finding, closest, more, unique
from schemas.limits import MOST_TOLD
from schemas.meant import how_to_write
from schemas.messages import MESSAGES, Message, Shapes, Slips
from schemas.odd_spaces import odd_space
from schemas.record import AnyModel, Model
from schemas.scalars import is_empty, shape
from schemas.skeleton import shape_of
from schemas.syntax import bad_colon, dash_of_text, other_dash, wide_bracket
from schemas.titles import Titles
from schemas.words import Bilingual

_EXPECTED: Final = {
    "model_type": Shapes.EXPECTED_MAPPING,
    "model_attributes_type": Shapes.EXPECTED_MAPPING,
    "dict_type": Shapes.EXPECTED_MAPPING,
    "mapping_type": Shapes.EXPECTED_MAPPING,
    "tuple_type": Shapes.EXPECTED_LIST,
    "list_type": Shapes.EXPECTED_LIST,
    "string_type": Shapes.EXPECTED_TEXT,
}
_LISTS: Final = ("tuple_type", "list_type")
_IDS: Final = (Shapes.BAD_ID, Shapes.BAD_PART, Shapes.BAD_ROLE, Shapes.BAD_REFERENCE)
"""What is said where a title stands for an id."""
_WRITTEN: Final = (Shapes.BAD_DATE, Shapes.BAD_WHOLE_NUMBER, Shapes.BAD_NUMBER, Shapes.BAD_DURATION)
_SEPARATORS: Final = re.compile("[，、；;|]")
_KEY: Final = "[key]"  # pydantic's mark, at the end of a location, for an error of the key and not of its value


def validate(
    document: Document, model: type[AnyModel], titles: Titles | None = None
) -> tuple[AnyModel | None, list[Finding]]:
    """Read *document* as *model*; *titles* tell what an author who typed a title could have meant.

    Returns:
        The model, or None with one finding for every problem in the file.
    """
    try:
        return model.model_validate(document.data, by_alias=True, by_name=False), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        first = errors[:MOST_TOLD]  # what an unknown key was meant to be takes long to find
        meant = {_meant(model, details["loc"]) for details in first if details["type"] == "extra_forbidden"}
        found = partial(_finding, document, model, titles or Titles())
        findings = unique(found(e) for e in first if not _only_follows(e, meant))
        findings = findings or [found(first[0])]
        return None, [*findings, *more(findings, len(errors) - len(first))]


def _meant(model: type[Model], location: Location) -> Location:
    """The key that an unknown key was probably meant to be, with its location."""
    key = str(location[-1])
    typed = re.split("[：:]", key)[0]
    return (*location[:-1], closest(typed, _keys(model_at(model, location[:-1]))))


def _only_follows(details: ErrorDetails, meant: set[Location]) -> bool:
    """Whether this only follows from another error: a key is missing because it is misspelt, items because they are."""
    if details["type"] == "missing":
        return details["loc"] in meant
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _finding(document: Document, model: type[Model], titles: Titles, details: ErrorDetails) -> Finding:
    kind, value, is_key = details["type"], details["input"], details["loc"][-1:] == (_KEY,)
    location = details["loc"][:-1] if is_key else details["loc"]
    if kind == "extra_forbidden":
        return _unknown_key(document, model, location)
    if kind == "missing":
        return _missing_key(document, model, location)
    place = document.place(location, key=is_key)
    if location and isinstance(location[-1], int) and (comma := _wide_comma(document, place, value)):
        return comma
    if kind != Shapes.BAD_WEB_ADDRESS and (sign := _sign(document, place, kind, value)):
        return sign
    rule, values = _wording(kind, value, details.get("ctx") or {}, details["msg"])
    if rule in (Shapes.EXPECTED_MAPPING, Shapes.EXPECTED_LIST):
        values = {**values, "shape": shape_of(annotation_at(model, location))}
    if rule in _WRITTEN:
        values = {**values, "remedy": how_to_write(rule, str(values["value"]))}
    if rule in _IDS and "value" in values:
        values = {**values, "guess": titles.meant(document, model, location, rule, str(values["value"]))}
    return Finding(document.path, *place, rule, values)


def _wording(kind: str, value: Any, context: Mapping[str, Any], message: str) -> tuple[Message, Mapping[str, Any]]:
    """The rule of an error of pydantic, with the values of its message."""
    if kind == "too_short":
        return Shapes.TOO_FEW, {"least": context["min_length"]}
    if kind == "too_long":
        return Shapes.TOO_MANY, {"most": context["max_length"]}
    if is_empty(value):
        return Shapes.EMPTY_TEXT, {}
    if kind == "literal_error":
        choices = tuple(re.findall(r"'([^']*)'", context["expected"]))
        word = shape(value)
        return Shapes.BAD_CHOICE, {"found": word[:40], "known": ", ".join(choices), "guess": Candidates(word, choices)}
    if expected := _EXPECTED.get(kind):
        return expected, {"found": shape(value)[:40]}
    rule = MESSAGES.get(kind)
    return (rule, context) if rule is not None else (Shapes.BAD_VALUE, {"problem": message})


def _wide_comma(document: Document, place: tuple[int, int], value: Any) -> Finding | None:
    """`[a、b]` is one item to YAML, and wrong for whatever its items are."""
    sign = _SEPARATORS.search(value) if isinstance(value, str) else None
    before = document.lines[place[0] - 1][: place[1] - 1]
    if sign is None or not re.search(r"\[[^\]]*$", before):
        return None
    return Finding(document.path, place[0], place[1] + sign.start(), Slips.WIDE_COMMA_IN_BRACKETS, {"sign": sign[0]})


def _sign(document: Document, place: tuple[int, int], kind: str, value: Any) -> Finding | None:
    """`time：30 分钟` where `time: 30 分钟` was meant is one text to YAML, and wrong for whatever stands here.

    So are `［a, b］` and `-a` where a list is wanted.
    """
    if not isinstance(value, str) or document.lines[place[0] - 1][place[1] - 1 :][:1] in ("'", '"'):
        return None
    if colon := bad_colon(value, document.path, *place) or wide_bracket(value, document.path, *place):
        return colon
    if kind not in _LISTS:
        return None
    if space := odd_space(value, document.path, place[0]):
        return space
    return dash_of_text(value, document.path, *place) or other_dash(value, document.path, *place)


def _unknown_key(document: Document, model: type[Model], location: Location) -> Finding:
    key, place = str(location[-1]), document.place(location, key=True)
    if colon := bad_colon(key, document.path, *place):
        return colon
    if number := _grouped_number(document, place, key):
        return number
    keys = tuple(_keys(model_at(model, location[:-1])))
    return Finding(
        document.path,
        *place,
        Shapes.UNKNOWN_KEY,
        {"key": key, "known": ", ".join(keys), "guess": Candidates(key, keys)},
    )


def _grouped_number(document: Document, place: tuple[int, int], key: str) -> Finding | None:
    """`{rows: 1,000}` is two keys to YAML."""
    before = document.lines[place[0] - 1][: place[1] - 1]
    group = re.search(r"(?<![0-9])[0-9]{1,3},$", before) if re.fullmatch("[0-9]{3}", key) else None
    if group is None:
        return None
    value, rule = group[0] + key, Shapes.BAD_WHOLE_NUMBER
    values = {"value": value, "remedy": how_to_write(rule, value)}
    return Finding(document.path, place[0], group.start() + 1, rule, values)


def _missing_key(document: Document, model: type[Model], location: Location) -> Finding:
    key = str(location[-1])
    place = document.place(location[:-1], key=True)
    owner = model_at(model, location[:-1])
    what = owner.words_of(key) if owner else None
    values = {"key": key, "shape": shape_of(annotation_at(model, location)), "what": what or Bilingual("", "")}
    return Finding(document.path, *place, Shapes.MISSING_KEY, values)


def _keys(model: type[Model] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []
