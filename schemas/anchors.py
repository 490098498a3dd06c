"""The parts of a record that have an address of their own, and the anchor of each on the record's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.course import Course
from schemas.form import Form
from schemas.guide import Guide
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.record import Record
from schemas.role import Role
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record: what it is (`step`, `article` …), its id and its heading."""

    kind: str
    id: str
    title: str

    @property
    def anchor(self) -> str:
        """The anchor on the record's page."""
        return anchor(self.kind, self.id)


def anchor(kind: str, part: str) -> str:
    """The HTML id of a part: `step-receive`, `article-3-1-1`."""
    return f"{kind}-{part.replace('.', '-')}"


def parts(record: Record) -> Mapping[str, Part]:
    """The addressable parts of *record* by id, in reading order."""
    return {part.id: part for part in _parts(record)}


def _parts(record: Record) -> Iterator[Part]:
    if isinstance(record, Procedure):
        yield from (Part("step", str(step.id), step.heading) for step in record.steps)
        yield from (Part("periodic", str(work.id), work.title or work.every) for work in record.periodic)
    elif isinstance(record, Policy):
        yield from _policy_parts(record)
    elif isinstance(record, Guide):
        yield from (Part("point", str(p.id), p.title or p.text) for section in record.sections for p in section.points)
    elif isinstance(record, Role):
        yield from (Part("duty", str(duty.no), duty.text) for group in record.duties for duty in group.items)
    elif isinstance(record, Script):
        yield from (Part("rule", str(rule.id), rule.text) for rule in record.rules)
        yield from (Part("node", str(id_), node.say or node.ask or node.do or "") for id_, node in record.nodes.items())
    elif isinstance(record, Troubleshooting):
        for id_, trouble in record.nodes.items():
            yield Part("node", str(id_), trouble.symptom or trouble.check or trouble.cause or trouble.do or "")
    elif isinstance(record, Form):
        yield from (
            Part("block", str(getattr(block.body, "id", "")), _block_title(block.body)) for block in record.blocks
        )
    elif isinstance(record, Course):
        yield from (Part("module", str(module.id), module.title) for module in record.modules)


def _policy_parts(policy: Policy) -> Iterator[Part]:
    for section in policy.sections:
        yield from (Part("article", str(a.no), a.title or a.text) for a in section.articles)
    yield from (Part("commitment", str(promise.id), promise.text) for promise in policy.commitments)
    yield from (Part("objective", str(objective.id), objective.title) for objective in policy.objectives)
    yield from (Part("tariff", str(tariff.id), tariff.item) for tariff in policy.tariffs)


def _block_title(body: object) -> str:
    return str(getattr(body, "title", None) or getattr(body, "id", ""))
