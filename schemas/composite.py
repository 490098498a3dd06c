"""Scalars with texts inside: `0.5 元/件` is a number and a text, and the text is translated."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Self

from schemas.scalars import Text


class Composite:
    """The base of a scalar that an author writes in one piece and that holds texts of the handbook.

    A subclass is a frozen dataclass. Each of its fields that holds a text is translated under the field's name.
    """

    __slots__ = ()

    def texts(self) -> Iterator[tuple[str, Text]]:
        """The texts inside, each with the name it is translated under."""
        return ((name, value) for name, value in self._values() if isinstance(value, Text))

    def with_texts(self, replace: Callable[[str, Text], Text]) -> Self:
        """The same scalar with what *replace* gives for each text and its name."""
        changed = {name: replace(name, text) for name, text in self.texts()}
        return dataclasses.replace(self, **changed) if changed else self  # type: ignore[type-var]

    def _values(self) -> Iterator[tuple[str, Any]]:
        return ((field.name, getattr(self, field.name)) for field in dataclasses.fields(self))  # type: ignore[arg-type]
