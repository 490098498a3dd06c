"""Items that somebody wrote by hand, in the course they are for."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.course import Course
from schemas.course import Item as Written
from training.item import Item, Option, fields_of
from training.material import Subject


def items_by_hand(subject: Subject[Course]) -> Iterator[Item]:
    """The items of a course, in its order."""
    for number, written in enumerate(subject.record.items):
        yield _item(subject, number, written)


def _item(subject: Subject[Course], number: int, written: Written) -> Item:
    options = tuple(_option(subject, number, str(id_)) for id_ in written.choices)
    target = subject.find(str(written.from_)) if written.from_ else None
    part = str(written.from_).partition("#")[2] if written.from_ else ""
    return Item(
        kind="own",
        record=target.address if target else subject.address,
        place=f"{subject.address}/items.{written.id}" if target else f"items.{written.id}",
        anchor=target.parts[part].anchor if target and part in target.parts else "",
        fields=fields_of((written.ask, *written.choices.items(), *written.right)),
        answering="all" if len(written.right) > 1 else "one",
        stem=subject.say(lambda record: record.items[number].ask),
        options=options,
        right=tuple(map(str, written.right)),
        why=subject.say(lambda record: record.items[number].why),
        is_draft=subject.is_draft,
        is_private=written.private,
        topic=str(written.topic or ""),
    )


def _option(subject: Subject[Course], number: int, id_: str) -> Option:
    return Option(id_, subject.say(lambda record: record.items[number].choices.get(id_)))  # type: ignore[call-overload]
