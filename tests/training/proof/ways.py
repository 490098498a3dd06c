"""What a procedure makes right: what may follow a step or an answer, and the order in which steps can come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from schemas.procedure import Procedure, Step
from schemas.words import LANGUAGES
from tests.training.proof.alike import called
from tests.training.proof.reading import part_of
from training.item import Item
from training.material import Material


def right_next(material: Material, item: Item) -> frozenset[str]:
    """Whatever may follow the step, by any way out of it, and what is called the same."""
    step: Step = part_of(material, item)
    return called(item, frozenset(_after(_procedure(material, item), step)))


def right_after_an_answer(material: Material, item: Item) -> frozenset[str]:
    """Where every answer that reads the same leads to, and what is called the same."""
    step: Step = part_of(material, item)
    answer = step.branches[item.place.rsplit(".", 1)[1]]  # type: ignore[index]  # ids are texts
    steps = _procedure(material, item).steps
    targets = {str(branch.to) for branch in step.branches.values() if branch.text == answer.text}
    return called(item, {other for target in targets for other in _or_later(steps, target)})


def right_order(material: Material, item: Item) -> frozenset[str]:
    """All of them where no other order is possible; none where one is."""
    procedure = _procedure(material, item)
    by_id = {str(step.id): step for step in procedure.steps}
    steps = [by_id[key] for key in item.right]
    entering = [target for step in procedure.steps for target in _after(procedure, step)]
    headings = {lang: [option.text.of(lang) for option in item.options] for lang in LANGUAGES}
    is_the_only_way = all(
        _after(procedure, step) == {str(following.id)} and entering.count(str(following.id)) == 1
        for step, following in pairwise(steps)
    )
    are_told_apart = all(len(set(texts)) == len(texts) for texts in headings.values())
    is_whole = is_the_only_way and are_told_apart and len(steps) == len(item.options)
    return frozenset(item.right if is_whole else ())


def _procedure(material: Material, item: Item) -> Procedure:
    record = material.library.entries[item.record].record
    assert isinstance(record, Procedure)
    return record


def _after(procedure: Procedure, step: Step) -> set[str]:
    """The steps that may come right after a step; a step that is not always done may be passed over."""
    numbers = {str(each.id): number for number, each in enumerate(procedure.steps)}
    targets = {str(branch.to) for branch in step.branches.values()}
    if step.limit:
        targets.add(str(step.limit.then))
    number = numbers[str(step.id)] + 1
    if step.then:
        targets.add(str(step.then))
    elif not step.branches and not step.end and number < len(procedure.steps):
        targets.add(str(procedure.steps[number].id))
    return {other for target in targets for other in _or_later(procedure.steps, target)}


def _or_later(steps: tuple[Step, ...], target: str) -> Iterator[str]:
    """A step, and what comes instead of it at the hours at which it is not done."""
    yield target
    number, step = next((number, step) for number, step in enumerate(steps) if str(step.id) == target)
    if step.applies is not None and not step.branches:
        following = str(step.then) if step.then else str(steps[number + 1].id) if number + 1 < len(steps) else ""
        if following and not step.end:
            yield following
