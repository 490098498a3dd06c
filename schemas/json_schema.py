"""JSON Schemas of every file of a handbook, so that an editor completes keys and explains them while one types.

`python -m schemas.json_schema` writes them, and the settings that tell VS Code which folder each is for, into `.vscode`
of the current folder. They are a help for typing; what `handbook check` says counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from schemas.applies import Applies
from schemas.calls import Call
from schemas.card import Card, CardCall, CardsUsed
from schemas.deadline import AfterHours, Deadline
from schemas.field import Promise
from schemas.form import Block
from schemas.handbook import HandbookFile, OpeningHours, Party
from schemas.keeping import Keeping
from schemas.kinds import KINDS
from schemas.laws import Citation, LawsFile
from schemas.library import Library
from schemas.library_file import LibraryFile
from schemas.objective import Target
from schemas.on_duty import OnDuty
from schemas.pointed_at import pointed_at
from schemas.record import Model, Signed, Status
from schemas.role import Licence, Permission
from schemas.scalars import POINTS_AT
from schemas.short import Short
from schemas.struck import StruckFile
from schemas.terms import Terms

FOLDER: Final = ".vscode"
SETTINGS: Final = f"{FOLDER}/settings.json"
BUILT: Final = "build/editor"
"""Where the schemas of one library lie, whose ids they know."""
_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_FILES: Final[dict[str, tuple[type[Model], str]]] = {
    "library": (LibraryFile, "handbook/library.yaml"),
    "terms": (Terms, "handbook/terms.yaml"),
    "laws": (LawsFile, "handbook/laws.yaml"),
    "struck": (StruckFile, "handbook/struck.yaml"),
    "handbook": (HandbookFile, "handbook/*/handbook.yaml"),
    **{
        folder: (kind.model, f"handbook/{'' if kind.of_library else '*/'}{folder}/*.yaml")
        for folder, kind in KINDS.items()
    },
}
"""Every schema by name: the model it describes and the files it is for."""

_ALONE: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Status: ("state",),
    Deadline: ("time", "keeps"),
    Keeping: ("time",),
    Call: ("number",),
    CardCall: ("number",),
    Citation: ("law",),
    AfterHours: ("by",),
    Applies: ("desk", "hours"),
    Promise: ("step",),
    OpeningHours: ("open",),
    Party: ("title",),
    Licence: ("id",),
    Permission: ("text",),
    Signed: ("name",),
}
"""Models that the value of one key, or of another, may stand for: `status: draft`, `within: 30 分钟`."""
_IN_WORDS: Final[Mapping[type[Model], JsonSchemaValue]] = {
    OnDuty: {"type": "string", "enum": ["always", "rota"]},
    Target: {"type": ["string", "number"], "pattern": "[0-9]"},
}
"""Models that a word of their own may stand for."""
_LISTED: Final[JsonSchemaValue] = {"type": "array", "items": {"type": "string"}}
_KEYS_ALONE: Final[Mapping[tuple[type[Model], str], JsonSchemaValue]] = {
    (Card, "say"): {"type": "string"},
    (CardsUsed, "use"): {"anyOf": [_LISTED, {"type": "object", "additionalProperties": True}]},
}
"""What else may stand under a key: one saying alone, the names of cards without what they are given."""

_EDITOR: Final = {
    "files.encoding": "utf8",
    "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.detectIndentation": False,
        "editor.wordBasedSuggestions": "currentDocument",
    },
    "yaml.yamlVersion": "1.2",
}


class _Schema(GenerateJsonSchema):
    """Describes every key in Chinese and English."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a model, each property with its words."""
        described = super().model_schema(schema)
        model = schema["cls"]
        described.pop("title", None)
        for value in described.get("properties", {}).values():
            value["description"] = f"{value.pop('title')}\n{value['description']}"
        if model is Block:
            described |= {"minProperties": 1, "maxProperties": 1}
        keys = (model.alone,) if issubclass(model, Short) else _ALONE.get(model, ())
        properties = described["properties"]
        alone = [each for key in keys for each in _without_words(properties[key])]
        if model is Deadline:  # without a part it would be read as a time
            alone[-1] = {"allOf": [alone[-1], {"pattern": "#"}]}
        alone += [_IN_WORDS[model]] if model in _IN_WORDS else []
        for key in properties.keys() & {key for owner, key in _KEYS_ALONE if owner is model}:
            words = properties[key]["description"]
            properties[key] = {"anyOf": [_KEYS_ALONE[model, key], properties[key]], "description": words}
        return {"anyOf": [*alone, described]} if alone else described


def _without_words(described: JsonSchemaValue) -> list[JsonSchemaValue]:
    """What may stand under a key, less that it may be left empty and what it means."""
    kinds: list[JsonSchemaValue] = described.get("anyOf", [described])
    left_out = ("description", "default")
    each = ({key: value for key, value in kind.items() if key not in left_out} for kind in kinds)
    return [kind for kind in each if kind != {"type": "null"}]


def json_schema(model: type[Model], ids: Mapping[str, Mapping[str, str]] | None = None) -> JsonSchemaValue:
    """The JSON Schema of the files that *model* reads.

    Args:
        model: reads them.
        ids: what there is to refer to, each with its title, by the name of the type of a reference: then an editor
            completes it. What is not named there is no mistake to an editor: it may be newer.
    """
    used: set[str] = set()
    completed = _completed(_described(model), ids or {}, used)
    for name in sorted(used):
        listed = (ids or {})[name]
        completed["$defs"][f"ids-{name}"] = {"enum": list(listed), "enumDescriptions": list(listed.values())}
    return {"$schema": _DIALECT, **completed}


@cache
def _described(model: type[Model]) -> JsonSchemaValue:
    return model.model_json_schema(schema_generator=_Schema)


def _completed(schema: Any, ids: Mapping[str, Mapping[str, str]], used: set[str]) -> Any:
    """*schema* with a list of what there is beside each pattern of a reference."""
    if isinstance(schema, list):
        return [_completed(item, ids, used) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _completed(value, ids, used) for key, value in schema.items() if key != POINTS_AT}
    name = schema.get(POINTS_AT)
    if not isinstance(name, str) or not ids.get(name):
        return inner
    used.add(name)
    words = {key: inner.pop(key) for key in ("description", "default") if key in inner}
    return {"anyOf": [{"$ref": f"#/$defs/ids-{name}"}, inner], **words}


def editor_files() -> dict[str, str]:
    """The content of every file of `.vscode`, by path inside it."""
    settings = {**_EDITOR, "yaml.schemas": {f"./{FOLDER}/{_path(name)}": glob for name, (_, glob) in _FILES.items()}}
    schemas = {_path(name): _dump(json_schema(model)) for name, (model, _) in _FILES.items()}
    return {"settings.json": _dump(settings), **schemas}


def library_schemas(library: Library) -> dict[str, str]:
    """The schemas of one library, whose ids an editor then completes: by their paths from its root.

    Each handbook has schemas of its own: a role of another one is none of its.
    """
    ids = {book: pointed_at(library, book) for book in ("", *library.handbooks)}
    return {path: _dump(json_schema(_FILES[name][0], ids[book])) for path, name, book, _ in _built(library)}


def library_settings(library: Library) -> dict[str, Any]:
    """The settings by which an editor finds them."""
    return {**_EDITOR, "yaml.schemas": {f"./{path}": glob for path, _, _, glob in _built(library)}}


def _built(library: Library) -> Iterator[tuple[str, str, str, str]]:
    """Each schema of one library: its path, its name, the handbook whose it is, and the files it is for."""
    for name, (_, glob) in _FILES.items():
        for book in library.handbooks if _OF_HANDBOOK in glob else ("",):
            yield (
                f"{BUILT}/{f'{book}/' * bool(book)}{name}.schema.json",
                name,
                book,
                glob.replace("*", book, bool(book)),
            )


_OF_HANDBOOK: Final = "/*/"


def _path(name: str) -> str:
    return f"schemas/{name}.schema.json"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_editor_files(root: Path) -> None:
    """Write `.vscode` under *root*; files of the same name are replaced."""
    for name, content in editor_files().items():
        path = root / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="\n")


if __name__ == "__main__":
    write_editor_files(Path.cwd())
