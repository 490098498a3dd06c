"""What a value looks like as an author writes it: `{name: …, short: …}`, from the model that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin

from schemas.annotations import bare, inside
from schemas.duration import Duration
from schemas.record import Model
from schemas.references import LocalRef, Reference, RoleRef
from schemas.scalars import Id
from schemas.words import Bilingual, in_both

_SOMETHING: Final = Bilingual("…", "…")
_ID: Final = Bilingual("编号", "id")
_EXAMPLES: Final[tuple[tuple[type, Bilingual], ...]] = (
    (RoleRef, Bilingual("岗位编号", "id-of-a-role")),
    (Reference, Bilingual("编号或地址", "code-or-address")),
    (LocalRef, _ID),
    (Id, _ID),
    (bool, Bilingual("true", "true")),
    (int, Bilingual("1", "1")),
    (Decimal, Bilingual("1.5", "1.5")),
    (date, Bilingual("2026-01-15", "2026-01-15")),
    (Duration, Bilingual("30 分钟", "30 分钟")),
)
"""What a value of a type looks like; any other is shown as `…`."""
_DEPTH: Final = 2


def shape_of(annotation: Any, depth: int = _DEPTH) -> Bilingual:
    """How a value of *annotation* is written; below *depth* it is only `…`."""
    kind = bare(annotation)
    if get_origin(kind) is Literal:
        return _same(str(get_args(kind)[0]))
    if isinstance(kind, type) and issubclass(kind, Model):
        return _model(kind, depth) if depth else _SOMETHING
    if get_origin(kind) is tuple:
        return in_both(lambda lang: _list(shape_of(inside(kind), depth - 1).of(lang))) if depth else _SOMETHING
    if get_origin(kind) is not None and issubclass(get_origin(kind), Mapping):
        return in_both(lambda lang: f"{{{_ID.of(lang)}: {shape_of(inside(kind), max(depth - 1, 0)).of(lang)}}}")
    if isinstance(kind, type):
        return next((example for base, example in _EXAMPLES if issubclass(kind, base)), _SOMETHING)
    return _SOMETHING


def required(model: type[Model]) -> list[tuple[str, Any]]:
    """The keys that *model* must have, each with its annotation; where it needs none, its first."""
    fields = model.model_fields.items()
    needed = [(field.alias or name, field.annotation) for name, field in fields if field.is_required()]
    return needed or [(field.alias or name, field.annotation) for name, field in fields][:1]


@cache
def least_of(model: type[Model]) -> Bilingual:
    """The keys that a file of *model* must have, one after the other: `title: …, edition: …`."""
    return in_both(lambda lang: ", ".join(f"{key}: {shape_of(of).of(lang)}" for key, of in required(model)))


def _model(model: type[Model], depth: int) -> Bilingual:
    pairs = required(model)
    return in_both(lambda lang: f"{{{', '.join(f'{key}: {shape_of(of, depth - 1).of(lang)}' for key, of in pairs)}}}")


def _list(item: str) -> str:
    return f"[{item}]" if "{" in item else f"[{item}, {item}]"


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)
