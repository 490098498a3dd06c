"""The list of verbs, which is shown without importing any of them."""

from __future__ import annotations

from commands.main import VERBS, load
from tests.commands.running import handbook


def test_the_list_says_of_a_verb_what_the_verb_says_of_itself() -> None:
    """A summary is the first paragraph of the docstring, and every verb has one."""
    for name, verb in VERBS.items():
        first, _, _ = (load(verb.function, name).help or "").partition("\n\n")

        assert " ".join(first.split()) == verb.summary, name


def test_help_waits_for_no_verb() -> None:
    """`handbook --help` lists every verb where none of them, nor what they stand on, could be imported."""
    modules = [verb.function.partition(":")[0] for verb in VERBS.values()]
    without = [*modules, "schemas.loader", "schemas.record", "pydantic", "yaml", "numpy", "mkdocs", "fastapi", "docx"]
    said = handbook("--help", without=without)

    assert said.code == 0
    assert [name for name in VERBS if f"│ {name} " in said.out] == list(VERBS)


def test_an_unknown_verb_is_named() -> None:
    """With exit code 2, and without a traceback."""
    said = handbook("chek")

    assert said.code == 2
    assert "No such command 'chek'." in said.err
