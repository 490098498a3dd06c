"""Tables that cannot have a gap: one required argument for each name of a Literal.

A dict whose keys are a Literal may lack one and mypy says nothing; a missing argument it names. That the arguments are
the names of the Literal is held when the class is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, Generic, TypeVar, get_args

Name = TypeVar("Name", bound=str)
T = TypeVar("T")


class ByName(Generic[Name, T]):
    """A value for every name of a Literal; a subclass has an attribute for each, with `_` where the name has `-`.

        @dataclass(frozen=True, kw_only=True)
        class ByDay(ByName[Day, T]):
            sunday: T
            monday: T

    Raises:
        TypeError: the attributes of a subclass are not the names of its Literal; said when it is imported.
    """

    _attributes: dict[str, str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        names = get_args(get_args(cls.__dict__["__orig_bases__"][0])[0])
        cls._attributes = {name: name.replace("-", "_") for name in names}
        given = get_annotations(cls)
        for attribute in cls._attributes.values():
            if attribute not in given:
                raise TypeError(f"{cls.__module__}.{cls.__name__}: the attribute {attribute} is missing")
        for attribute in given:
            if attribute not in cls._attributes.values():
                raise TypeError(f"{cls.__module__}.{cls.__name__}: the attribute {attribute} stands for no name")

    def __getitem__(self, name: Name) -> T:
        value: T = getattr(self, self._attributes[name])
        return value

    def items(self) -> Iterator[tuple[Name, T]]:
        """Every name with its value, in the order of the Literal."""
        names: Any = self._attributes
        return ((name, self[name]) for name in names)
