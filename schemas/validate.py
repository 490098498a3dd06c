"""From a document to a model: every problem of a file as a finding, with its place, its hint and «did you mean»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from schemas.document import Document, Location
from schemas.findings import Candidates, Finding
from schemas.guard import find_full_width_colon
from schemas.messages import MESSAGES

AnyModel = TypeVar("AnyModel", bound=BaseModel)

_EXPECTED = {
    "model_type": "expected-mapping", "model_attributes_type": "expected-mapping", "dict_type": "expected-mapping",
    "mapping_type": "expected-mapping", "tuple_type": "expected-list", "list_type": "expected-list",
    "string_type": "expected-text",
}  # fmt: skip


def validate(document: Document, model: type[AnyModel]) -> tuple[AnyModel | None, list[Finding]]:
    """Read *document* as *model*.

    Returns:
        The model, or None with one finding for every problem in the file.
    """
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        errors = [details for details in error.errors(include_url=False) if not _only_follows(details)]
        findings = [_finding(document, model, details) for details in errors]
        return None, list({finding.say("en"): finding for finding in findings}.values())


def _only_follows(details: ErrorDetails) -> bool:
    """Whether this says «too few items» only because the items themselves, reported anyway, are wrong."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _finding(document: Document, model: type[BaseModel], details: ErrorDetails) -> Finding:
    location = tuple(part for part in details["loc"] if part != "[key]")
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_key(document, model, location)
    if kind == "missing":
        key = str(location[-1])
        place = document.place(location[:-1], key=True)
        return Finding(document.path, *place, "missing-key", {"key": key, **_missing(model, location, key)})
    if kind == "literal_error":
        known = tuple(re.findall(r"'([^']*)'", details["ctx"]["expected"]))
        found = str(details["input"])
        return document.finding(location, "bad-choice", found=found, known=", ".join(known), guess=Candidates(found, known))
    if rule := _EXPECTED.get(kind):
        return _wrong_shape(document, location, rule, details["input"])
    if kind == "too_short":
        return document.finding(location, "too-few", least=details["ctx"]["min_length"])
    if kind in MESSAGES:
        is_key = details["loc"][-1] == "[key]"
        return Finding(document.path, *document.place(location, key=is_key), kind, details.get("ctx") or {})
    return document.finding(location, "bad-choice", found=str(details["input"])[:40], known="", guess=details["msg"])


def _wrong_shape(document: Document, location: Location, rule: str, found: Any) -> Finding:
    line, _ = document.place(location)
    if isinstance(found, str) and "：" in found and (colon := find_full_width_colon(document.text, document.path, line)):
        return colon
    shown = found if isinstance(found, str) else {dict: "…: …", list: "[…]"}.get(type(found), "")
    if found is None:
        return document.finding(location, "empty-text")
    return document.finding(location, rule, found=str(shown)[:40])


def _unknown_key(document: Document, model: type[BaseModel], location: Location) -> Finding:
    key = str(location[-1])
    known = tuple(_keys(model_at(model, location[:-1])))
    finding_values = {"known": ", ".join(known), "guess": Candidates(key, known)}
    place = document.place(location, key=True)
    return Finding(document.path, *place, "unknown-key", {"key": key, **finding_values})


def _missing(model: type[BaseModel], location: Location, key: str) -> Mapping[str, Any]:
    owner = model_at(model, location[:-1])
    fields = owner.model_fields if owner else {}
    field = next((field for name, field in fields.items() if key in (name, field.alias)), None)
    return {"what": (field.description if field else None) or ""}


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model class that reads the value at *location*, found by walking the annotations."""
    here: Any = model
    for part in location:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = here.model_fields.items()
            here = next((field.annotation for name, field in fields if part in (name, field.alias)), None)
        else:
            here = _inside(here)
        here = _bare(here)
    here = _bare(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """*annotation* without Optional and Annotated."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, type(int | None)):
            annotation = next(item for item in get_args(annotation) if item is not type(None))
        else:
            return annotation


def _inside(annotation: Any) -> Any:
    """The type of an item of a tuple, or of a value of a mapping."""
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        return arguments[0]
    return arguments[1] if len(arguments) == 2 else None
