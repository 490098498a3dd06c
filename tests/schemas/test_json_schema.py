"""The help an editor shows: schemas of every file, in both languages, and kept up to date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import Field

from schemas.deadline import Deadline
from schemas.json_schema import editor_files, json_schema, write_editor_files
from schemas.keeping import Keeping
from schemas.kinds import KINDS
from schemas.library_file import LibraryFile
from schemas.procedure import Procedure, Step
from schemas.record import Label, Model
from schemas.words import Bilingual

EDITOR = Path(".vscode")


def properties() -> list[tuple[str, str, dict[str, Any]]]:
    """Every property of every schema: model, key and what is said about it."""
    found = []
    for name, content in editor_files().items():
        if name != "settings.json":
            schema = json.loads(content)
            for model, inner in {"": schema, **schema.get("$defs", {})}.items():
                for variant in (inner, *inner.get("anyOf", ())):
                    found += [(f"{name}:{model}", key, value) for key, value in variant.get("properties", {}).items()]
    return found


@pytest.mark.parametrize("name", editor_files())
def test_the_files_of_the_editor_are_current(name: str) -> None:
    """When a model changes, `python -m schemas.json_schema` writes them again."""
    assert (EDITOR / name).read_text("utf-8") == editor_files()[name]


def test_every_folder_has_its_schema() -> None:
    """By the paths of a content root, seen from its top."""
    schemas = json.loads(editor_files()["settings.json"])["yaml.schemas"]

    assert schemas["./.vscode/schemas/procedures.schema.json"] == "handbook/*/procedures/*.yaml"
    assert schemas["./.vscode/schemas/library.schema.json"] == "handbook/library.yaml"
    folders = {f"handbook/{'' if kind.of_library else '*/'}{kind.folder}/*.yaml" for kind in KINDS.values()}

    assert folders <= set(schemas.values())
    assert all((Path() / path).is_file() for path in schemas)


def test_every_key_is_explained_in_both_languages() -> None:
    """An author sees the Chinese first."""
    missing = [(model, key) for model, key, value in properties() if not all(value["description"].partition("\n")[::2])]

    assert missing == []


def test_a_field_without_its_meaning_cannot_be_imported() -> None:
    """The error names the model, the field and what is missing; inherited fields have theirs."""
    with pytest.raises(TypeError, match=r"^Slip\.room: Field\(title=…\) is missing, its meaning in Chinese$"):

        class Slip(Model):
            room: int = Field(description="Which room")

    with pytest.raises(TypeError, match=r"^Note\.room: Field\(description=…\) is missing, its meaning in English$"):

        class Note(Deadline):
            room: int = Field(title="几号房")


def test_the_same_key_may_mean_different_things() -> None:
    """`from` of a deadline is a step or an event, of a keeping time a moment."""
    assert Deadline.words_of("from") == Bilingual(
        "从哪一步做完算起（写步骤编号），或从什么事算起（如 接报）",
        "The step from whose end the time counts, or what it counts from, in words",
    )
    assert Keeping.words_of("from") == Bilingual("从什么时候算起", "What the time counts from")
    assert Step.words_of("nonsense") is None


def test_what_a_field_is_called_is_part_of_its_type() -> None:
    """Pages and answers ask the model; a field that is called nothing is named with its model."""
    assert Step.label_of("mind") == Label("注意", "Mind")
    with pytest.raises(LookupError, match=r"^Step\.do: no field with a Label$"):
        Step.label_of("do")
    with pytest.raises(LookupError, match=r"^Step\.tools: no field with a Label$"):
        Step.label_of("tools")


def test_what_the_loader_takes_the_schema_takes() -> None:
    """A short form beside the long one, a number where a text is meant, nothing where it may be empty."""
    schema = json_schema(Procedure)
    definitions = schema["$defs"]

    assert [way["type"] for way in definitions["Deadline"]["anyOf"][::2]] == ["string", "object"]
    assert definitions["Deadline"]["anyOf"][0]["patternErrorMessage"].startswith("写成 30 分钟、3 工作日")
    assert definitions["Step"]["properties"]["id"]["patternErrorMessage"] == (
        "只用小写字母、数字和连字符。\nUse lower-case letters, digits and hyphens."
    )
    assert definitions["Limit"]["properties"]["times"]["patternErrorMessage"].startswith("只写数字")
    assert definitions["Status"]["anyOf"][0]["enum"] == ["draft", "approved", "withdrawn"]
    assert schema["properties"]["edition"]["type"] == ["string", "number", "boolean"]
    assert {"type": "null"} in schema["properties"]["review_by"]["anyOf"]
    assert "from" in definitions["Deadline"]["anyOf"][2]["properties"]
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == {"title", "summary", "steps"}


def test_a_block_of_a_form_has_one_key() -> None:
    """The editor says so while one types."""
    block = json_schema(KINDS["forms"].model)["$defs"]["Block"]

    assert (block["minProperties"], block["maxProperties"]) == (1, 1)


def test_it_writes_every_file(tmp_path: Path) -> None:
    """Into the folder of the editor, and nowhere else."""
    write_editor_files(tmp_path)

    assert {path.relative_to(tmp_path / EDITOR).as_posix() for path in tmp_path.rglob("*.json")} == set(editor_files())
    assert json_schema(LibraryFile)["$schema"].endswith("draft-07/schema#")
