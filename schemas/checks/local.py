"""What a local id may mean: the steps of a procedure, the nodes of a dialogue, the fields beside a field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache, partial

from schemas.course import Course
from schemas.field import Field
from schemas.form import Block, Chart, Form, Matrix, Register, Survey, fields
from schemas.handbook import HandbookFile
from schemas.laws import LawsFile
from schemas.qualification import Qualification
from schemas.record import Model, Record

Ids = Collection[str]


def local_ids(model: Model) -> Callable[[tuple[str, ...]], Ids]:
    """A function from the path of a local reference in *model* to the ids it may name, in reading order."""
    within = _within(model)
    if not isinstance(model, Record):
        return within
    parts = cache(lambda: dict.fromkeys(part.id for part in model.parts()))
    return lambda path: parts() if path[0] == "also_asked" else within(path)


def _within(model: Model) -> Callable[[tuple[str, ...]], Ids]:
    if isinstance(model, Form):
        within = cache(partial(_in_form, model))
        # a field's neighbours are the same for every reference of its block
        return lambda path: within(*path[:2], path[-1])
    declared_ids = dict.fromkeys(_everywhere(model))
    return lambda path: declared_ids


def _everywhere(model: Model) -> Iterable[str]:
    if isinstance(model, HandbookFile):
        return (str(post.id) for post in model.organisation)
    if isinstance(model, Qualification):
        return (str(level.id) for level in model.levels)
    if isinstance(model, Course):
        return (str(topic.id) for topic in model.blueprint)
    if isinstance(model, LawsFile):
        return (str(law.id) for law in model.laws)
    flow = model.flow() if isinstance(model, Record) else None
    return flow.graph.nodes if flow else ()


def _in_form(form: Form, where: str, id_: str, key: str) -> Ids:
    if where == "totals":
        return tables(form) if key == "count" else form_fields(form)
    body = next(block.body for number, block in enumerate(form.blocks) if id_ in (block_id(block), str(number)))
    if isinstance(body, Chart):
        return tables(form) if key == "of" else form_fields(form, str(body.of))
    if isinstance(body, Survey):
        return dict.fromkeys(map(str, body.scale.points))
    return ()


def block_id(block: Block) -> str:
    """The id of the block inside."""
    return str(getattr(block.body, "id", ""))


def tables(form: Form) -> Ids:
    """The registers and matrices of *form* by id: what has rows to count or draw."""
    return [block_id(block) for block in form.blocks if isinstance(block.body, Register | Matrix)]


def form_fields(form: Form, block: str = "") -> dict[str, Field]:
    """The fields of *form* by id, or those of one block."""
    bodies = (inner.body for inner in form.blocks if block in ("", block_id(inner)))
    return {str(field.id): field for body in bodies for field in fields(body)}
