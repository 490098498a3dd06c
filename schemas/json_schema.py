"""JSON Schemas of every file of a handbook, so that an editor completes keys and explains them while one types.

`python -m schemas.json_schema` writes them, and the settings that tell VS Code which folder each is for, into `.vscode`
of the current folder. They are a help for typing; what `handbook check` says counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from schemas.calls import Call
from schemas.card import CardCall
from schemas.deadline import AfterHours, Deadline
from schemas.field import Promise
from schemas.form import Block
from schemas.handbook import HandbookFile, OpeningHours, Party
from schemas.keeping import Keeping
from schemas.kinds import KINDS
from schemas.laws import Citation, LawsFile
from schemas.library_file import LibraryFile
from schemas.objective import Target
from schemas.on_duty import OnDuty
from schemas.record import Model, Signed, Status
from schemas.role import Licence, Permission
from schemas.short import Short
from schemas.struck import StruckFile
from schemas.terms import Terms

FOLDER: Final = ".vscode"
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

_ALONE: Final[dict[type[Model], JsonSchemaValue]] = {
    Status: {"type": "string", "enum": ["draft", "approved", "withdrawn"]},
    Deadline: {"type": "string"},
    Keeping: {"type": "string"},
    Call: {"type": ["string", "integer"]},
    CardCall: {"type": ["string", "integer"]},
    Citation: {"type": "string"},
    AfterHours: {"type": "string"},
    Promise: {"type": "string"},
    OnDuty: {"type": "string", "enum": ["always", "rota"]},
    OpeningHours: {"type": "string"},
    Party: {"type": "string"},
    Licence: {"type": "string"},
    Permission: {"type": "string"},
    Signed: {"type": "string"},
    Target: {"type": ["string", "number"]},
}
"""Models that a single value may stand for: `status: draft`, `within: 30 分钟`."""
_TEXT: Final[JsonSchemaValue] = {"type": ["string", "number"]}

_EDITOR: Final = {
    "files.encoding": "utf8",
    "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
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
        alone = _ALONE.get(model, _TEXT if issubclass(model, Short) else None)
        return {"anyOf": [alone, described]} if alone else described


def json_schema(model: type[Model]) -> JsonSchemaValue:
    """The JSON Schema of the files that *model* reads."""
    return {"$schema": _DIALECT, **model.model_json_schema(schema_generator=_Schema)}


def editor_files() -> dict[str, str]:
    """The content of every file of `.vscode`, by path inside it."""
    settings = {**_EDITOR, "yaml.schemas": {f"./{FOLDER}/{_path(name)}": glob for name, (_, glob) in _FILES.items()}}
    schemas = {_path(name): _dump(json_schema(model)) for name, (model, _) in _FILES.items()}
    return {"settings.json": _dump(settings), **schemas}


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
