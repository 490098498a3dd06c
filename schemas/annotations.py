"""The type that reads a value of a record, found by walking the annotations of its model."""

from __future__ import annotations

from typing import Any, Union, get_args, get_origin

from schemas.document import Location
from schemas.record import Model


def annotation_at(model: type[Model], location: Location) -> Any:
    """The annotation of the value at *location*; None where the way there is not plain."""
    here: Any = model
    for part in location:
        if isinstance(here, type) and issubclass(here, Model):
            fields = here.model_fields.items()
            here = next((field.annotation for name, field in fields if part == (field.alias or name)), None)
        else:
            here = inside(here)
        here = bare(here)
    return bare(here)


def model_at(model: type[Model], location: Location) -> type[Model] | None:
    """The model class that reads the value at *location*."""
    here = annotation_at(model, location)
    return here if isinstance(here, type) and issubclass(here, Model) else None


def bare(annotation: Any) -> Any:
    """*annotation* without Optional and Annotated."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, type(int | None)):
            annotation = next(item for item in get_args(annotation) if item is not type(None))
        else:
            return annotation


def inside(annotation: Any) -> Any:
    """The type of an item of a tuple, or of a value of a mapping."""
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        return arguments[0]
    return arguments[1] if len(arguments) == 2 else None
