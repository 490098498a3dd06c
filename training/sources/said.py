"""What is said in a handbook: in the moments of its scripts, at its steps, by its articles and points, on its cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from training.item import Option
from training.likeness import Worded
from training.material import Material, Subject


def said_in(material: Material, handbook: str) -> tuple[Worded, ...]:
    """All that staff of a handbook say, wherever it stands."""
    every = (
        *material.of_kind("scripts", handbook), *material.of_kind("procedures", handbook),
        *material.of_kind("policies", handbook), *material.of_kind("guides", handbook),
        *material.of_kind("troubleshooting", handbook),
    )  # fmt: skip
    return tuple(said for subject in every for said in material.once(said_by, subject.address))


def said_by(material: Material, address: str) -> tuple[Worded, ...]:
    """All that is said by one record."""
    subject = material.subject(address)
    return tuple(_SAID[subject.entry.kind](subject)) if subject.entry.kind in _SAID else ()


def rest_of(every: Iterable[Worded], first: Iterable[Worded]) -> list[Worded]:
    """*every* one that is none of the *first*."""
    keys = {said.option.key for said in first}
    return [said for said in every if said.option.key not in keys]


def _of_moments(subject: Subject[Any]) -> Iterator[Worded]:
    for id_, node in subject.record.nodes.items():
        if node.say:
            yield _said(subject, str(id_), lambda record: record.nodes[id_].say)  # noqa: B023 - said at once


def _of_steps(subject: Subject[Any]) -> Iterator[Worded]:
    for number, step in enumerate(subject.record.steps):
        if step.say:
            yield _said(subject, str(step.id), lambda record: record.steps[number].say)  # noqa: B023 - said at once


def _of_articles(subject: Subject[Any]) -> Iterator[Worded]:
    for at, section in enumerate(subject.record.sections):
        for number, article in enumerate(section.articles):
            if article.say:
                yield _said(
                    subject,
                    str(article.no),
                    lambda record: record.sections[at].articles[number].say,  # noqa: B023 - said at once
                )


def _of_points(subject: Subject[Any]) -> Iterator[Worded]:
    for at, section in enumerate(subject.record.sections):
        for number, point in enumerate(section.points):
            if point.say:
                yield _said(
                    subject,
                    str(point.id),
                    lambda record: record.sections[at].points[number].say,  # noqa: B023 - said at once
                )


def _of_conditions(subject: Subject[Any]) -> Iterator[Worded]:
    for number, saying in enumerate(subject.record.say):
        yield _said(subject, str(saying.id), lambda record: record.say[number].say)  # noqa: B023 - said at once


def _said(subject: Subject[Any], part: str, get: Any) -> Worded:
    return Worded(Option(f"{subject.address}#{part}", subject.say(get)), subject.address)


_SAID = {
    "scripts": _of_moments,
    "troubleshooting": _of_moments,
    "procedures": _of_steps,
    "policies": _of_articles,
    "guides": _of_points,
    "cards": _of_conditions,
}
