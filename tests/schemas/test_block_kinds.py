"""The kinds of block: the model of a form has a key for each, and each its own model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args, get_origin

from annotated_types import MinLen

from schemas.block_kinds import BLOCKS
from schemas.form import Block, kind_of
from schemas.roster import Roster


def test_a_form_has_a_key_for_every_kind() -> None:
    """The keys of a block are the kinds of `schemas/block_kinds.py`, each of its own model; a roster is a register."""
    keys = {field.alias or name: get_args(field.annotation)[0] for name, field in Block.model_fields.items()}
    assert keys.pop("roster") is Roster
    kinds = {name for name, _ in BLOCKS.items()}

    assert keys.keys() >= kinds, f"schemas/form.py: Block has no key for {', '.join(kinds - keys.keys())}"
    assert keys.keys() <= kinds, f"schemas/block_kinds.py: there is no kind {', '.join(keys.keys() - kinds)}"
    assert {kind_of(body): body for body in keys.values()} == keys


def test_what_a_block_is_made_of_is_never_empty() -> None:
    """A list or mapping that a kind of block must have has at least one entry: its table has a row."""
    models = [get_args(field.annotation)[0] for field in Block.model_fields.values()]
    required = [
        (model.__name__, name, field)
        for model in models
        for name, field in model.model_fields.items()
        if field.is_required() and (get_origin(field.annotation) in {tuple, dict, Mapping} or "items" in name)
    ]

    assert {(model, name) for model, name, _ in required} >= {("Attachments", "items"), ("Copies", "items")}
    assert [
        (model, name) for model, name, field in required if not any(isinstance(each, MinLen) for each in field.metadata)
    ] == []
