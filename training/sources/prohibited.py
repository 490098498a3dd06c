"""Everything that a handbook forbids: to a post, by a policy, in a script, at a step, on the cards that it uses."""

from __future__ import annotations

from collections.abc import Iterator

from training.item import Option
from training.likeness import Said, Worded
from training.material import Material


def forbidden_in(material: Material, handbook: str) -> Said:
    """What a handbook and its cards forbid, word for word."""
    return Said(_everywhere(material, handbook))


def _everywhere(material: Material, handbook: str) -> Iterator[Worded]:
    for role in material.of_kind("roles", handbook):
        for id_ in role.record.authority.never:
            text = role.say(lambda record: record.authority.never[id_])  # noqa: B023 - said at once
            yield Worded(Option(f"{role.address}#authority.never.{id_}", text), role.address)
    cards = (material.subject(address) for address in material.cards(handbook))
    for subject in (*material.of_kind("scripts", handbook), *material.of_kind("policies", handbook), *cards):
        for id_ in subject.record.never:
            text = subject.say(lambda record: record.never[id_])  # noqa: B023 - said at once
            yield Worded(Option(f"{subject.address}#never.{id_}", text), subject.address)
    for subject in material.of_kind("procedures", handbook):
        for number, step in enumerate(subject.record.steps):
            if step.mind:
                text = subject.say(lambda record: record.steps[number].mind)  # noqa: B023 - said at once
                yield Worded(Option(f"{subject.address}#steps.{step.id}.mind", text), subject.address)
