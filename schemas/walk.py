"""One walk over a record, for everything that asks about all its texts or all its references.

A place has two names: its *location*, the path through the YAML by which an error is pointed at, and its *path*, the
way through ids by which a translation or an exam item points at it and which survives reordering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import is_
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, get_args

from schemas.composite import Composite
from schemas.document import Location
from schemas.form import Block
from schemas.record import AnyModel, Model
from schemas.scalars import Text


class Leaf(NamedTuple):
    """A scalar of a record, with both names of its place."""

    location: Location
    path: tuple[str, ...]
    value: Any
    is_key: bool = False


_IDS: Final = ("id", "no", "number", "law")
"""The keys that hold the id of an item of a list."""
_Sort = Literal["model", "block", "list", "mapping", "composite", "scalar"]


class _Sorts(dict[type[Any], _Sort]):
    """What a walk does with a value, by its type: asked of every value, and dear to find out."""

    def __missing__(self, kind: type[Any]) -> _Sort:
        if issubclass(kind, Model):
            sort: _Sort = "block" if issubclass(kind, Block) else "model"
        elif issubclass(kind, tuple):
            sort = "list"
        elif issubclass(kind, Mapping):
            sort = "mapping"
        else:
            sort = "composite" if issubclass(kind, Composite) else "scalar"
        self[kind] = sort
        return sort


_SORTS: Final = _Sorts()


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields of *model*, each with its key in the YAML."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


@cache
def _textual(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Those of the fields of *model* in which there may be a text."""
    return tuple((name, key) for name, key in _keys(model) if _holds_text(model.model_fields[name].annotation, ()))


def _holds_text(annotation: Any, within: tuple[type[Model], ...]) -> bool:
    """Whether a value of this type may be a text or hold one; *within* are the models that are being looked into."""
    if annotation in within:
        return False
    if isinstance(annotation, type) and issubclass(annotation, Model):
        fields = annotation.model_fields.values()
        return any(_holds_text(field.annotation, (*within, annotation)) for field in fields)
    if isinstance(annotation, type) and issubclass(annotation, Text | Composite):
        return True
    return annotation is Any or any(_holds_text(part, within) for part in get_args(annotation))


def leaves(value: Any, location: Location = (), path: tuple[str, ...] = ()) -> list[Leaf]:
    """Every scalar under *value*, in the order of the model's fields; keys and the unit of a price are leaves too."""
    collected: list[Leaf] = []
    _leaves(value, location, path, collected)
    return collected


def _leaves(value: Any, location: Location, path: tuple[str, ...], collected: list[Leaf]) -> None:
    sort = _SORTS[type(value)]
    if sort == "scalar":
        if value is not None:
            collected.append(Leaf(location, path, value))
    elif sort == "model":
        _leaves_of_fields(value, location, path, collected)
    elif sort == "list":
        for index, inner in enumerate(value):
            _leaves(inner, (*location, index), (*path, part_id(inner) or str(index)), collected)
    elif sort == "mapping":
        for key, inner in value.items():
            name = str(key)
            here = (*location, name), (*path, name)
            collected.append(Leaf(*here, key, is_key=True))
            _leaves(inner, *here, collected)
    elif sort == "block":
        for key, inner in _fields(value):
            _leaves(inner, (*location, key), path, collected)
    else:
        collected.append(Leaf(location, path, value))
        collected += (Leaf(location, (*path, name), text) for name, text in value.texts())


def _leaves_of_fields(model: Model, location: Location, path: tuple[str, ...], collected: list[Leaf]) -> None:
    values = model.__dict__
    for name, key in _keys(type(model)):
        inner = values[name]
        if inner is None or inner == ():
            continue
        if _SORTS[type(inner)] == "scalar":  # most are, and a call for each would cost as much as all the rest
            collected.append(Leaf((*location, key), (*path, key), inner))
        else:
            _leaves(inner, (*location, key), (*path, key), collected)


def _fields(model: Model) -> Iterator[tuple[str, Any]]:
    values = model.__dict__
    return ((key, values[name]) for name, key in _keys(type(model)) if values[name] is not None)


def part_id(value: Any) -> str:
    """The id of an item of a list: its `id`, `no`, `number` or `law`, or that of the block inside it; empty without."""
    sort = _SORTS[type(value)]
    if sort == "block":
        return part_id(value.written)
    if sort != "model":
        return ""
    values = value.__dict__
    return next((str(values[key]) for key in _IDS if values.get(key)), "")


def id_location(value: Model, location: Location) -> Location:
    """Where the id of an item of a list is written, for an item at *location*."""
    if isinstance(value, Block):
        return id_location(value.written, (*location, value.key))
    return (*location, next(key for key in _IDS if getattr(value, key, None)))


def every(wanted: type[AnyModel], value: Any) -> Iterator[AnyModel]:
    """Every part of *value* that is a *wanted*, wherever it stands."""
    sort = _SORTS[type(value)]
    if sort in ("scalar", "composite"):
        return
    if isinstance(value, wanted):
        yield value
    if sort == "list":
        inside: Iterable[Any] = value
    else:
        inside = value.values() if sort == "mapping" else (inner for _, inner in _fields(value))
    for inner in inside:
        if _SORTS[type(inner)] not in ("scalar", "composite"):
            yield from every(wanted, inner)


def lists(value: Any) -> list[tuple[Location, tuple[Any, ...]]]:
    """Every list under *value*, with its location."""
    collected: list[tuple[Location, tuple[Any, ...]]] = []
    _lists(value, (), collected)
    return collected


def _lists(value: Any, location: Location, collected: list[tuple[Location, tuple[Any, ...]]]) -> None:
    sort = _SORTS[type(value)]
    if sort == "list":
        collected.append((location, value))
        inside: Iterable[tuple[str | int, Any]] = enumerate(value)
    else:
        inside = ((str(key), inner) for key, inner in value.items()) if sort == "mapping" else _fields(value)
    for key, inner in inside:
        if _SORTS[type(inner)] not in ("scalar", "composite"):
            _lists(inner, (*location, key), collected)


def texts(value: Any) -> list[Leaf]:
    """Every translatable text under *value*."""
    return [leaf for leaf in leaves(value) if isinstance(leaf.value, Text)]


def replace_texts(value: Any, replace: Callable[[tuple[str, ...], Text], Text], path: tuple[str, ...] = ()) -> Any:
    """A copy of *value* in which *replace* has been asked about every text; what is unchanged is shared."""
    sort = _SORTS[type(value)]
    if sort == "scalar":
        return replace(path, value) if isinstance(value, Text) else value
    if sort == "list":
        inner = tuple(replace_texts(item, replace, (*path, part_id(item) or str(i))) for i, item in enumerate(value))
        return value if all(map(is_, inner, value)) else inner
    if sort == "mapping":
        return MappingProxyType({key: replace_texts(item, replace, (*path, str(key))) for key, item in value.items()})
    if sort == "composite":
        return value.with_texts(lambda name, text: replace((*path, name), text))
    return _replace_fields(value, replace, path)


def _replace_fields(model: Model, replace: Callable[[tuple[str, ...], Text], Text], path: tuple[str, ...]) -> Model:
    values, changed, is_block = model.__dict__, {}, isinstance(model, Block)
    for name, key in _textual(type(model)):
        before = values[name]
        after = replace_texts(before, replace, path if is_block else (*path, key))
        if after is not before:
            changed[name] = after
    return model.model_copy(update=changed) if changed else model
