"""One file read as a model, without a library around it: what it says, or what is wrong with it."""

from __future__ import annotations

from textwrap import dedent

from schemas.document import Document, compose
from schemas.record import AnyModel
from schemas.validate import validate


def accepted(model: type[AnyModel], text: str) -> AnyModel:
    """*text* as a *model*, which takes it without a word."""
    read, findings = validate(_document(text), model)
    assert findings == []
    assert read is not None
    return read


def refused(model: type[AnyModel], text: str, lang: str = "zh") -> list[str]:
    """What is said of *text*, which is no *model*: `line:col: error: title [rule]`, and the hint after ` | `."""
    read, findings = validate(_document(text), model)
    assert read is None
    return [finding.say(lang).removeprefix("f.yaml:").replace("\n    ", " | ") for finding in findings]


def _document(text: str) -> Document:
    document, findings = compose(dedent(text), "f.yaml")
    assert findings == []
    assert document is not None
    return document
