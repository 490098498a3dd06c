"""«Put in order»: steps of a straight run, each of which the next always follows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from schemas.procedure import Procedure
from schemas.words import Word, Words, in_both
from training.item import Item, Option, fields_of
from training.making import quoted
from training.material import Subject
from training.sources.sequence import graph_of, hangs_on, is_sequence
from training.sources.steps import StepOf, much_alike, steps_of
from training.sources.ways import followed_by

_FEWEST: Final = 4
_MOST: Final = 6


class _Stem(Words):
    order = Word("《{title}》里，这 {number} 步按先后怎么排？", "Put these {number} steps of “{title}” in order.")
    then = Word(" → ", " → ")


def items_order(subject: Subject[Procedure]) -> Iterator[Item]:
    """An item for each four to six steps that follow each other in any case."""
    for run in _runs(subject) if is_sequence(subject) else ():
        for steps in _cut(run):
            if not any(much_alike(one, other) for one, other in combinations(steps, 2)):
                yield _item(subject, steps)


def _item(subject: Subject[Procedure], steps: list[StepOf]) -> Item:
    return Item(
        kind="order",
        record=subject.address,
        place=steps[0].place,
        anchor=subject.anchor(steps[0].id),
        fields=fields_of(value for step in steps for value in (step.id, step.step.heading)),
        answering="order",
        stem=in_both(lambda lang: _Stem(lang).order.format(title=quoted(subject.title).of(lang), number=len(steps))),
        options=tuple(Option(step.id, step.heading) for step in steps),
        right=tuple(step.id for step in steps),
        why=in_both(lambda lang: _Stem(lang).then.join(step.heading.of(lang) for step in steps)),
        is_draft=subject.is_draft,
    )


def _runs(subject: Subject[Procedure]) -> Iterator[list[StepOf]]:
    """The straight runs: a step that several lead to begins one, a step that several may follow ends one."""
    entering: dict[str, int] = {}
    for edge in graph_of(subject).edges:
        entering[edge.target] = entering.get(edge.target, 0) + 1
    following = {step.id: followed_by(step) for step in steps_of(subject) if _is_plain(step)}
    inside = {
        after.id for after in following.values() if after is not None and entering[after.id] == 1 and _is_plain(after)
    }
    for step in steps_of(subject):
        if not _is_plain(step) or step.id in inside:
            continue
        run = [step]
        last = step
        while (after := following.get(last.id)) is not None and after.id in inside and after not in run:
            if not hangs_on(after, last):
                yield run
                run = []
            run.append(after)
            last = after
        yield run


def _is_plain(step: StepOf) -> bool:
    return step.step.is_numbered and step.step.applies is None and step.can_be_named and not step.is_question


def _cut(run: list[StepOf]) -> Iterator[list[StepOf]]:
    """Pieces of a run, about equally long; what is left over of one too long for one piece is dropped."""
    pieces = min(math.ceil(len(run) / _MOST), len(run) // _FEWEST)
    for piece in range(pieces):
        start, end = (len(run) * at // pieces for at in (piece, piece + 1))
        yield run[start:end][:_MOST]
