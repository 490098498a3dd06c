"""Hostile texts in records, translations, fields and logs: taken or refused in words, with work that grows as they."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import get_args

import polib
import pytest

from schemas.catalogue import read_catalogue
from schemas.document import compose
from schemas.field import Field
from schemas.field_types import FieldType
from schemas.field_values import read_value
from schemas.findings import Finding
from schemas.limits import LONGEST_TEXT, MOST_TOLD
from schemas.masking import masked
from schemas.procedure import Procedure
from schemas.validate import validate
from schemas.values import UnfitError
from tests.hostile_texts import KINDS, grows_faster
from tests.schemas.content import COMPLAINTS, LIBRARY

SOURCE = (LIBRARY / COMPLAINTS).read_text("utf-8")
PLACES: dict[str, Callable[[str], str]] = {
    "file": lambda text: text,
    "quoted": lambda text: SOURCE.replace("title: ", f"title: {json.dumps(text, ensure_ascii=False)}\nother: ", 1),
    "escaped": lambda text: SOURCE.replace("title: ", f"title: {json.dumps(text)}\nother: ", 1),
    "plain": lambda text: SOURCE.replace("title: ", f"title: {text}\nother: ", 1),
    "folded": lambda text: SOURCE.replace("title: ", f"title: >\n  {text}\nother: ", 1),
    "lines": lambda text: SOURCE.replace("title: ", "title: " + "".join(f"\n  {one}" for one in text) + "\nother: ", 1),
    "comment": lambda text: f"# {text}\n{SOURCE}",
    "key": lambda text: f"{json.dumps(text)}: 1\n{SOURCE}",
    "keys": lambda text: "".join(f"{one}{number}: 1\n" for number, one in enumerate(text[:500])) + SOURCE,
    "reference": lambda text: f"{SOURCE}\nrelated: [{json.dumps(text)}]\n",
    "list": lambda text: f"asks: [{', '.join(map(json.dumps, text[:500]))}]\n{SOURCE}",
}

TYPES = [type_ for type_ in get_args(FieldType) if type_ != "tick"]


def findings_in(content: str) -> list[Finding]:
    """What reading a record finds, said in both languages."""
    document, findings = compose(content, "x.yaml")
    if document is not None:
        findings = [*findings, *validate(document, Procedure)[1]]
    for finding in findings:
        assert all("\n" not in line.lstrip() for line in (finding.title("zh"), finding.title("en")))
        finding.worded()
    return findings


@pytest.mark.parametrize("place", PLACES)
def test_record(place: str) -> None:
    """Whatever stands in a record, wherever, some findings say what is wrong with it."""
    for kind, make in KINDS.items():
        text = make(LONGEST_TEXT + 1)
        if kind.startswith("half-pairs") and place not in ("escaped", "key", "reference", "list"):
            continue  # no file can hold it otherwise
        findings = findings_in(PLACES[place](text))

        assert len(findings) <= 2 * (MOST_TOLD + 1), kind
        assert findings or place == "comment", kind


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("half-pairs")])
def test_catalogue(kind: str, tmp_path: Path) -> None:
    """A translation or a comment of any kind and length is read, or said to be too long or to hold what is not seen."""

    def written(translation: str, comment: str = "") -> None:
        entry = polib.POEntry(msgctxt="a", msgid="b", msgstr=translation, comment=comment)
        (tmp_path / "en.po").write_text(f'msgid ""\nmsgstr ""\n\n#| msgid "c"\n{entry}\n', "utf-8")
        catalogue, findings = read_catalogue(tmp_path / "en.po", tmp_path)
        assert len(catalogue.messages) == (not findings)

    written("", KINDS[kind](2 * LONGEST_TEXT))

    assert not grows_faster(kind, written)


@pytest.mark.parametrize("type_", TYPES)
def test_field(type_: str) -> None:
    """What is written in a field is read, or refused by a rule, with work that grows as its length."""
    choices = {"choices": {"a": "甲", "b": "乙"}} if type_.startswith(("choice", "rating")) else {}
    field = Field.model_validate({"id": "a", "title": "值", "type": type_, **choices})

    def read(text: str) -> None:
        with suppress(UnfitError):
            read_value(field, text)

    for kind, make in KINDS.items():
        assert not grows_faster(kind, read), kind
        with pytest.raises(UnfitError):
            read_value(field, make(LONGEST_TEXT + 1).strip() + "x" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize("kind", KINDS)
def test_log(kind: str) -> None:
    """What is personal in a text is masked with work that grows as its length."""
    assert not grows_faster(kind, masked)
