"""Which posts a record makes right: for a step, for regular work, and for what is done after hours."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.entry import Entry
from schemas.procedure import PeriodicWork, Procedure, Step
from schemas.role import Role
from tests.training.proof.reading import exceptions, named, namesakes, part_of, said
from training.item import Item
from training.material import Material


def right_posts(material: Material, item: Item) -> frozenset[str]:
    """Whoever does it, takes part, does it after hours, stands in, is named, or does what is called the same."""
    part, entry = part_of(material, item), material.library.entries[item.record]
    right = {*_acting(material, entry, part), *_at_other_times(material, entry, part)}
    right |= {_key(material, other, str(step.by)) for other, step in namesakes(material, item)}
    right |= {
        *named(material, item, said(material, item)),
        *_answerable(material, entry, part),
        *_units(material, item),
    }
    return _offered(item, right)


def right_posts_after_hours(material: Material, item: Item) -> frozenset[str]:
    """Whoever stands in for the post, or does the step or keeps the promise after hours."""
    entry = material.library.entries[item.record]
    if isinstance(entry.record, Role):
        return _offered(item, {*_standing_in(material, entry), entry.address, *_units(material, item)})
    part = part_of(material, item)
    right = set(_at_other_times(material, entry, part))
    right |= {key for other, step in namesakes(material, item) for key in _after_hours(material, other, step)}
    if isinstance(part, Step):
        right |= {_key(material, entry, str(actor)) for actor in part.with_}
    right |= {*named(material, item, said(material, item)), *_units(material, item)}
    return _offered(item, right)


def _offered(item: Item, right: set[str]) -> frozenset[str]:
    return frozenset(option.key for option in item.options if option.key in right)


def _key(material: Material, entry: Entry, actor: str) -> str:
    role = material.library.role(actor, entry.handbook)
    return role.address if role else f"{entry.handbook}/parties/{actor}"


def _acting(material: Material, entry: Entry, part: Step | PeriodicWork) -> Iterator[str]:
    yield _key(material, entry, str(part.by))
    if isinstance(part, Step):
        yield from (_key(material, entry, str(actor)) for actor in part.with_)


def _at_other_times(material: Material, entry: Entry, part: Step | PeriodicWork) -> Iterator[str]:
    """Whoever does it after hours, and whoever stands in for the post at any time."""
    doer = material.library.role(str(part.by), entry.handbook) if part.by else None
    if doer is not None:
        yield from _standing_in(material, doer)
    if not isinstance(part, PeriodicWork):
        yield from _after_hours(material, entry, part)


def _after_hours(material: Material, entry: Entry, part: Step) -> Iterator[str]:
    for exception in exceptions(material, entry, part):
        if exception.by:
            yield _key(material, entry, str(exception.by))


def _standing_in(material: Material, role: Entry) -> Iterator[str]:
    assert isinstance(role.record, Role)
    yield from (_key(material, role, str(other)) for other in role.record.stands_in.values())


def _answerable(material: Material, entry: Entry, part: Step | PeriodicWork) -> Iterator[str]:
    """Whoever the procedure makes answerable for this very step."""
    if isinstance(entry.record, Procedure) and part.title:
        for role, duties in entry.record.responsibilities.items():
            if any(part.title in duty for duty in duties.values()):
                yield _key(material, entry, str(role))


def _units(material: Material, item: Item) -> Iterator[str]:
    """The departments among the answers: whoever does it may well be in one."""
    roles = (material.library.entries.get(option.key) for option in item.options)
    yield from (role.address for role in roles if role and isinstance(role.record, Role) and role.record.unit)
