"""A file of a handbook as an editor sees it: read by YAML 1.2, which knows numbers, and held to its schema."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, Final

import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from schemas.json_schema import json_schema
from schemas.record import Model


class _Editor(yaml.CSafeLoader):
    """Reads values as YAML 1.2 has them, `yes` and `1:30` are words, and keys as they are written."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


_WORDS: Final = (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
)
_Editor.yaml_implicit_resolvers = {}
_Editor.yaml_constructors = {
    **yaml.CSafeLoader.yaml_constructors,
    "tag:yaml.org,2002:map": lambda loader, node: loader.construct_mapping(node),
    "tag:yaml.org,2002:int": lambda loader, node: int(node.value),
}
for _name, _pattern, _first in _WORDS:
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})$"), list(_first))


def seen(text: str) -> Any:
    """What an editor reads in *text*."""
    return yaml.load(text, Loader=_Editor)  # noqa: S506  # a safe loader of another edition of YAML


@cache
def _validator(model: type[Model]) -> Draft7Validator:
    return Draft7Validator(json_schema(model))


def marked(text: str, model: type[Model]) -> Iterator[ValidationError]:
    """What an editor marks in a file that *model* reads."""
    yield from _validator(model).iter_errors(seen(text))
