"""What a handbook forbids, and what it leaves to whom: to a post, by a line of the matrix, by a level, on a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas.role import Role
from tests.training.proof.alike import stands_in
from tests.training.proof.reading import handbook_of
from training.item import Item
from training.material import Material


def forbidden(material: Material, item: Item) -> frozenset[str]:
    """The answers that any record of the handbook, or any of its cards, forbids."""
    texts = material.once(_forbidden_in, handbook_of(item))
    own = _of_record(material.library.entries[item.record].record)
    return frozenset(
        option.key for option in item.options if any(_forbids(text, option.text.zh) for text in (*own, *texts))
    )


def _forbids(text: str, act: str) -> bool:
    """Whether a text forbids an act, or each of several."""
    without = text.replace("不", "").replace("绝", "")
    acts = act.split("；") if "；" in act else [act]
    return any(stands_in(each.replace("不", ""), without) for each in acts)


def _of_record(record: Any) -> tuple[str, ...]:
    bears: Any = record.authority if isinstance(record, Role) else record
    return tuple(map(str, bears.never.values()))


def _forbidden_in(material: Material, handbook: str) -> tuple[str, ...]:
    return tuple(_every(material, handbook))


def _every(material: Material, handbook: str) -> Iterator[str]:
    view = material.library
    cards = [view.entries[address] for address in (material.cards(handbook) if handbook in view.handbooks else ())]
    for entry in (*view.of_handbook(handbook if handbook in view.handbooks else ""), *cards):
        if entry.kind in ("scripts", "policies", "cards"):
            yield from (view.plain_in(text, entry.handbook) for text in _of_record(entry.record))
        if entry.kind == "procedures":
            minds = (step.mind for step in entry.record.steps if step.mind)  # type: ignore[attr-defined]
            yield from (mind for mind in map(str, minds) if mind.startswith(("不", "别", "绝不")))


def left_to(material: Material, item: Item) -> frozenset[str]:
    """The answers that say who decides, which level may, or what a post may decide."""
    return _LEFT[item.record.split("/")[-2]](material, item)


def _to_posts(material: Material, item: Item) -> frozenset[str]:
    role: Any = material.library.entries[item.record].record
    texts = [*(each.text for each in role.authority.may.values()), *(duty.text for duty in role.all_duties())]
    own = [material.library.plain_in(text, handbook_of(item)) for text in texts]
    never = [text.replace("不", "") for text in map(str, role.authority.never.values())]
    return frozenset(
        option.key
        for option in item.options
        if any(stands_in(option.text.zh, text) for text in own)
        and not any(stands_in(option.text.zh.replace("不", ""), text) for text in never)
    )


def _to_deciders(material: Material, item: Item) -> frozenset[str]:
    handbook, (_, id_, *level) = handbook_of(item), item.place.split(".")
    policy: Any = material.library.entries[item.record].record
    decision = next(each for each in policy.authority if str(each.id) == id_)
    rows = [row for row in decision.rows if not level or str(row.of.id) == level[0]]
    names = [str(role) for row in rows for role, share in row.of.roles.items() if share in ("decides", "countersigns")]
    names += map(str, decision.deputies.values())
    keys = {material.actor_key(name, handbook) for name in names}
    signing = {str(role) for row in rows for role, share in row.of.roles.items() if share == "countersigns"}
    permitted = {
        entry.address
        for entry in material.library.of_kind("roles", handbook)
        for permission in entry.record.authority.may.values()  # type: ignore[attr-defined]
        if stands_in(decision.title, permission.text)
    }
    offered = {option.key for option in item.options}
    assert not {material.actor_key(name, handbook) for name in signing} & offered
    return frozenset((keys | permitted) & offered)


def _to_levels(material: Material, item: Item) -> frozenset[str]:
    """The lowest levels that say so: none of those for which one must have another of them before."""
    _, id_, _, act = item.place.split(".")
    levels: Any = material.library.entries[item.record].record.levels  # type: ignore[attr-defined]
    text = next(level for level in levels if str(level.id) == id_).may[act]
    saying = {str(level.id) for level in levels if any(stands_in(text, each) for each in level.may.values())}
    above: set[str] = set()
    for _ in levels:
        above |= {str(level.id) for level in levels if {*map(str, level.requires)} & (saying | above)}
    return frozenset(option.key for option in item.options if option.key in saying - above)


def _to_the_licensed(material: Material, item: Item) -> frozenset[str]:
    id_ = item.place.partition(".")[2]
    card: Any = material.library.entries[item.record].record
    asked = next(each for each in card.licensed if str(each.id) == id_)
    allowed = {
        str(each.outside or each.title)
        for entry in material.library.of_kind("cards")
        for each in entry.record.licensed  # type: ignore[attr-defined]
        if stands_in(asked.do, each.do)
    }
    return frozenset(option.key for option in item.options if any(stands_in(option.text.zh, text) for text in allowed))


_LEFT = {
    "roles": _to_posts,
    "policies": _to_deciders,
    "qualifications": _to_levels,
    "cards": _to_the_licensed,
}
