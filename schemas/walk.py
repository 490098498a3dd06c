"""One walk over a record, for everything that asks about all its texts or all its references.

A place has two names: its *location*, the path through the YAML by which an error is pointed at, and its *path*, the
way through ids by which a translation or an exam item points at it and which survives reordering.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from schemas.document import Location
from schemas.duration import Money
from schemas.form import Block
from schemas.record import AnyModel, Model
from schemas.scalars import Text


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar of a record, with both names of its place."""

    location: Location
    path: tuple[str, ...]
    value: Any
    is_key: bool = False


def leaves(value: Any, location: Location = (), path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every scalar under *value*, in the order of the model's fields; keys and the unit of a price are leaves too."""
    if isinstance(value, Model):
        for key, inner in _fields(value):
            inner_path = path if isinstance(value, Block) else (*path, key)
            yield from leaves(inner, (*location, key), inner_path)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*location, index), (*path, part_id(inner) or str(index)))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield Leaf((*location, str(key)), (*path, str(key)), key, is_key=True)
            yield from leaves(inner, (*location, str(key)), (*path, str(key)))
    elif value is not None:
        yield Leaf(location, path, value)
        if isinstance(value, Money) and value.per is not None:
            yield Leaf(location, (*path, "per"), value.per)


def _fields(model: Model) -> Iterator[tuple[str, Any]]:
    for name, field in type(model).model_fields.items():
        if (inner := getattr(model, name)) is not None:
            yield field.alias or name, inner


def part_id(value: Any) -> str:
    """The id of an item of a list: its `id`, its `no`, or the id of the block inside it; empty when it has none."""
    if isinstance(value, Block):
        return part_id(value.body)
    return str(getattr(value, "id", None) or getattr(value, "no", None) or "") if isinstance(value, Model) else ""


def id_location(value: Model, location: Location) -> Location:
    """Where the id of an item of a list is written, for an item at *location*."""
    if isinstance(value, Block):
        return id_location(value.body, (*location, value.kind))
    return (*location, "id" if getattr(value, "id", None) else "no")


def every(wanted: type[AnyModel], value: Any) -> Iterator[AnyModel]:
    """Every part of *value* that is a *wanted*, wherever it stands."""
    if isinstance(value, wanted):
        yield value
    if isinstance(value, Model):
        inside: Iterable[Any] = (inner for _, inner in _fields(value))
    else:
        inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    for inner in inside:
        yield from every(wanted, inner)


def lists(value: Any, location: Location = ()) -> Iterator[tuple[Location, tuple[Any, ...]]]:
    """Every list under *value*, with its location."""
    if isinstance(value, Model):
        for key, inner in _fields(value):
            yield from lists(inner, (*location, key))
    elif isinstance(value, tuple):
        yield location, value
        for index, inner in enumerate(value):
            yield from lists(inner, (*location, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from lists(inner, (*location, str(key)))


def texts(value: Any) -> Iterator[Leaf]:
    """Every translatable text under *value*."""
    return (leaf for leaf in leaves(value) if isinstance(leaf.value, Text))


def replace_texts(value: Any, replace: Callable[[tuple[str, ...], Text], Text], path: tuple[str, ...] = ()) -> Any:
    """A copy of *value* in which *replace* has been asked about every text; what is unchanged is shared."""
    if isinstance(value, Text):
        return replace(path, value)
    if isinstance(value, Model):
        return _replace_fields(value, replace, path)
    if isinstance(value, tuple):
        inner = tuple(replace_texts(item, replace, (*path, part_id(item) or str(i))) for i, item in enumerate(value))
        return value if all(map(_same, inner, value)) else inner
    if isinstance(value, Mapping):
        return MappingProxyType({key: replace_texts(item, replace, (*path, str(key))) for key, item in value.items()})
    if isinstance(value, Money) and value.per is not None:
        return dataclasses.replace(value, per=replace((*path, "per"), value.per))
    return value


def _replace_fields(model: Model, replace: Callable[[tuple[str, ...], Text], Text], path: tuple[str, ...]) -> Model:
    changed = {}
    for name, field in type(model).model_fields.items():
        before = getattr(model, name)
        inner_path = path if isinstance(model, Block) else (*path, field.alias or name)
        after = replace_texts(before, replace, inner_path)
        if after is not before:
            changed[name] = after
    return model.model_copy(update=changed) if changed else model


def _same(one: Any, other: Any) -> bool:
    return one is other
