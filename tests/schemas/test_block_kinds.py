"""The kinds of block: the model of a form has a key for each, and each its own model."""

from __future__ import annotations

from typing import get_args

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
