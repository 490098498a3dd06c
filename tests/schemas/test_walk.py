"""One walk over a record finds every text and every reference, with both names of its place."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from schemas.document import compose
from schemas.form import Form
from schemas.kinds import KINDS, KindName
from schemas.library import Library
from schemas.procedure import Procedure, Step
from schemas.record import Model
from schemas.references import FormRef
from schemas.role import Role
from schemas.scalars import Text
from schemas.walk import every, leaves, lists, part_id, replace_texts, texts
from schemas.ways import Branch

COMPLAINT = "greentown-after-sales/procedures/complaint-handling"
KEYS = "greentown-after-sales/forms/key-loan-register"


def procedure(library: Library) -> Procedure:
    """The complaint procedure."""
    record = library.entries[COMPLAINT].record
    assert isinstance(record, Procedure)
    return record


def test_a_place_has_a_location_in_the_file_and_a_path_through_ids(library: Library) -> None:
    """The first finds the line, the second survives reordering; a block's kind is not on the path."""
    found = {leaf.path: leaf.location for leaf in leaves(library.entries[KEYS].record)}

    assert found["blocks", "loans", "columns", "qty", "unit"] == ("blocks", 1, "register", "columns", 2, "unit")
    assert found["totals", "open", "where", "back"] == ("totals", 0, "where", "back")


def test_keys_of_mappings_are_leaves_too(library: Library) -> None:
    """A role that is a key is a reference like any other."""
    keys = [leaf.value for leaf in leaves(procedure(library)) if leaf.is_key]

    assert "front-desk" in keys
    assert "major" in keys


def test_names_in_the_file_are_used_where_python_has_others(library: Library) -> None:
    """`with` and `from`, not `with_` and `from_`."""
    paths = {leaf.path for leaf in leaves(procedure(library))}

    assert ("steps", "verify", "with", "0") in paths
    assert ("steps", "grade", "within", "from") in paths


@pytest.mark.parametrize("address", [COMPLAINT, KEYS, "call-scripts/scripts/hold-and-call-back"])
def test_every_location_leads_to_its_value_in_the_file(library: Library, address: str) -> None:
    """What is found at a location of the document is what the leaf was read from."""
    entry = library.entries[address]
    document, _ = compose(entry.document.text, entry.document.path)
    assert document is not None
    for leaf in leaves(entry.record):
        if leaf.location in entry.document.places.values:
            value: Any = document.data
            for part in leaf.location:
                value = value[part]
            if leaf.is_key:
                assert leaf.location[-1] == leaf.value
            elif isinstance(leaf.value, str):
                assert value == leaf.value


def test_texts_are_all_texts_and_only_texts(library: Library) -> None:
    """No list of field names is kept anywhere."""
    found = [leaf.value for leaf in texts(procedure(library))]

    assert "请业主坐下说完，不打断、不辩解；记下房号、姓名、电话、诉求；复述要点请业主确认。" in found
    assert "业主骂人怎么办" not in found
    assert all(isinstance(value, Text) for value in found)


def test_references_are_found_by_their_type(library: Library) -> None:
    """As `uses` finds them."""
    forms = [leaf.path for leaf in leaves(procedure(library)) if isinstance(leaf.value, FormRef)]

    assert ("steps", "receive", "forms", "0") in forms
    assert ("records", "0", "form") in forms


def test_lists_come_with_their_location(library: Library) -> None:
    """Steps, and the lists inside them."""
    found = dict(lists(procedure(library)))

    assert [part_id(step) for step in found["steps",]][:2] == ["receive", "can-answer"]
    assert found["steps", 0, "forms"] == ("GT-R-KF-26",)


def test_replaced_texts_share_what_did_not_change(library: Library) -> None:
    """A copy with other words has the same structure, and what has no text is the same object."""
    record = procedure(library)
    shouted = replace_texts(record, lambda _, text: Text(f"{text}!"))

    assert isinstance(shouted, Procedure)
    assert shouted.steps[0].do == f"{record.steps[0].do}!"
    assert shouted.steps[0].forms is record.steps[0].forms
    assert replace_texts(record, lambda _, text: text).steps[0].forms is record.steps[0].forms
    assert [leaf.path for leaf in texts(shouted)] == [leaf.path for leaf in texts(record)]


def test_whatever_is_translated_can_be_replaced(library: Library) -> None:
    """Every text that a walk finds can have another put in its place, in parts within parts too."""
    for entry in library.entries.values():
        replaced = replace_texts(entry.record, lambda _, text: Text(f"{text}!"))

        assert [leaf.value for leaf in texts(replaced)] == [f"{leaf.value}!" for leaf in texts(entry.record)]


def test_parts_within_parts_of_their_own_kind_are_in_english(library: Library) -> None:
    """Groups of duties within groups, and chapters within chapters."""
    english = library.view("en")
    department = english.entries["greentown-after-sales/roles/customer-service"].record
    assert isinstance(department, Role)

    assert [group.title for group in department.duties[0].groups] == ["Handover of the property", "Operating duties"]
    assert department.duties[0].groups[0].items[1].text == "Handles the formalities of moving in"
    chapters = english.handbooks["greentown-after-sales"].file.chapters[1].chapters
    assert [chapter.title for chapter in chapters] == ["Customer service", "Manners"]


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """*model* and every model inside it."""
    waiting: list[Any] = [model]
    while waiting:
        here = waiting.pop()
        if isinstance(here, type) and issubclass(here, BaseModel):
            if here not in seen:
                seen.add(here)
                waiting.extend(field.annotation for field in here.model_fields.values())
        else:
            waiting.extend(getattr(here, "__args__", ()))
    return seen


def test_parts_of_one_type_are_found_wherever_they_stand(library: Library) -> None:
    """In a list, in a mapping, in a part of a part; a record is one of its own."""
    record = procedure(library)

    assert [*every(Step, record)] == [*record.steps]
    assert {branch.to for branch in every(Branch, record)} == {b.to for s in record.steps for b in s.branches.values()}
    assert [*every(Procedure, record)] == [record]
    assert [*every(Form, record)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_a_record_is_walked(kind: KindName) -> None:
    """Every model inside a record is one of ours: unknown keys are refused and nothing changes."""
    for model in _models(KINDS[kind].model, set()):
        assert issubclass(model, Model)
        assert model.model_config.get("extra") == "forbid"
        assert model.model_config.get("frozen") is True


def test_what_a_price_is_for_is_a_text_of_its_own(library: Library) -> None:
    """It is one scalar in the file, and its unit has an entry in the catalogue."""
    policy = library.entries["greentown-after-sales/policies/service-promises"].record
    (leaf,) = (leaf for leaf in texts(policy) if leaf.path[-1] == "per")

    assert (leaf.path, leaf.location, leaf.value) == (
        ("tariffs", "key-copy", "price", "per"),
        ("tariffs", 0, "price"),
        "把",
    )
    assert library.entries["greentown-after-sales/policies/service-promises"].document.place(leaf.location) == (45, 38)
