"""What stands outside Python knows every type of field: the scripts of a page, its template, the sample."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final, get_args

import pytest
from lxml import html

from generators.field_types import ControlKind
from generators.page import render_record
from schemas.field_types import FIELD_TYPES, FieldType
from schemas.form import Form
from schemas.rules import Rule
from tests.generators import docx_samples as samples

ROOT: Final = Path(__file__).parents[2]
SCRIPT: Final = "site/docs/assets/filling-values.js"
MOMENTS: Final = "site/docs/assets/filling-written.js"
PAGE: Final = "site/docs/assets/filling-page.js"
TEMPLATE: Final = "generators/templates/form_fill.html.j2"
SAMPLE: Final = "tests/generators/everything.yaml"
READERS: Final = re.compile(r"const READERS = \{\n(.*?)\n  \};", re.DOTALL)
KEY: Final = re.compile(r'^    "?([a-z-]+)"?: ', re.MULTILINE)
INPUTS: Final = frozenset(
    {"text", "date", "month", "datetime-local", "time", "number", "tel", "email", "url", "color", "range", "week"}
)
"""The types of `input` that browsers have, of those that a form may ask with."""
WRITTEN: Final = [name for name, type_ in FIELD_TYPES.items() if type_.reading.holds not in ("choices", "tick")]
"""The types for which a page has a text or an id, not a list of ids or a tick."""


def text_of(path: str) -> str:
    """A file of the project."""
    return (ROOT / path).read_text("utf-8")


def readers() -> set[str]:
    """The types of fields that the script reads."""
    found = READERS.search(text_of(SCRIPT))
    assert found, f"{SCRIPT}: READERS is not where it was"
    return set(KEY.findall(found[1]))


@pytest.mark.parametrize("name", [name for name, _ in FIELD_TYPES.items()])
def test_the_sample_has_a_field_of_every_type(name: FieldType) -> None:
    """The form that is held against every writer and reader has a field of each type."""
    form = samples.form("everything").record
    assert isinstance(form, Form)
    assert name in {field.type for field in form.fields()}, f"{SAMPLE}: there is no field of the type {name}"


@pytest.mark.parametrize("name", WRITTEN)
def test_the_script_reads_what_is_typed_or_picked(name: FieldType) -> None:
    """The page has a reader for each type; several choices and ticks come as they are."""
    assert name in readers(), f"{SCRIPT}: READERS has no reader for the type {name}"


def test_the_script_reads_nothing_else() -> None:
    """The page has no reader for a type that there is not."""
    assert readers() <= {*WRITTEN}


@pytest.mark.parametrize(
    ("name", "rule"), [(name, rule) for name, type_ in FIELD_TYPES.items() for rule in type_.reading.typed]
)
def test_the_script_knows_the_rules_of_a_type(name: FieldType, rule: Rule) -> None:
    """Each rule that what is typed may break is one that the script tells."""
    assert f'"{rule}"' in text_of(SCRIPT), f"{SCRIPT}: nothing breaks the rule {rule} of the type {name}"


def test_the_page_is_given_the_rules_that_its_scripts_tell() -> None:
    """Each rule that a script names comes with the form, worded; a form with every type has them all."""
    tree = html.fromstring(render_record(samples.library().view("zh"), samples.form("everything")).content)
    (told,) = tree.findall(".//template[@data-fill-definition]")
    rules = json.loads("".join(map(str, told.itertext())))["rules"]
    scripts = text_of(SCRIPT) + text_of(MOMENTS)
    named = set(re.findall(r'"((?:bad|too|out|no|other|several)-[a-z-]+)"', scripts))
    asked = set(re.findall(r"rules\.([a-z]+)", text_of(PAGE)))

    assert named
    assert asked == {"required", "before"}
    assert named | asked == rules.keys()


@pytest.mark.parametrize("kind", get_args(ControlKind))
def test_the_template_draws_every_control(kind: str) -> None:
    """A control is drawn by the template, or it is a type of input that browsers have."""
    assert kind in INPUTS or f'"{kind}"' in text_of(TEMPLATE), f"{TEMPLATE}: nothing draws the control {kind}"
