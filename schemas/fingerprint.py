"""The structural fingerprint of a record: what it says at a moment, whatever the file looks like.

By it an edition, an attempt and the definition of an old form are found again. It is taken of the department's own
text: a translation has no part in it, nor has a field that its model marks as `Uncounted`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from operator import is_
from typing import Annotated, Any, Final, TypeVar, get_args

from pydantic import BaseModel

LENGTH: Final = 12
"""Hexadecimal characters of a fingerprint."""


class _Mark:
    """What `Uncounted` leaves in the metadata of a field."""


_T = TypeVar("_T")
Uncounted = Annotated[_T, _Mark()]
"""A field that says nothing to who reads or fills the record: it may change, and the text is still the same."""


def fingerprint(model: BaseModel) -> str:
    """Twelve hexadecimal characters.

    Formatting, key order, comments, keys left at their default and `Uncounted` fields do not count.
    """
    content = _counted(model).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:LENGTH]


@cache
def uncounted(model: type[BaseModel]) -> Mapping[str, Any]:
    """The fields of *model* that do not move the fingerprint, each with its default."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
        if any(isinstance(mark, _Mark) for mark in field.metadata)
    }


def _counted(value: Any) -> Any:
    """*value* with every `Uncounted` field in it at its default; what is unchanged is shared."""
    if isinstance(value, BaseModel):
        after = dict(uncounted(type(value))) | {name: _counted(getattr(value, name)) for name in _inner(type(value))}
        changed = {name: inner for name, inner in after.items() if inner is not getattr(value, name)}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        items = tuple(map(_counted, value))
        return value if all(map(is_, items, value)) else items
    if isinstance(value, Mapping):
        return {key: _counted(inner) for key, inner in value.items()}
    return value


@cache
def _inner(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of *model* in whose parts there may be `Uncounted` ones."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(_holds_uncounted(part, frozenset()) for part in _models(field.annotation))
    )


def _holds_uncounted(model: type[BaseModel], within: frozenset[type[BaseModel]]) -> bool:
    """Whether *model* or a part of it has `Uncounted` fields; *within* are those that are being looked at."""
    if model in within:
        return False
    parts = (part for field in model.model_fields.values() for part in _models(field.annotation))
    return bool(uncounted(model)) or any(_holds_uncounted(part, within | {model}) for part in parts)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field of this type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
