"""What stands around the parts of a record: their numbers, what follows each of them, and what is never done there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from schemas.card import Card
from schemas.graph import Graph
from schemas.guide import Guide
from schemas.policy import Policy
from schemas.procedure import Procedure, Step
from schemas.role import Role
from schemas.script import Script
from search.cutting import Scissors


class Around:
    """The surroundings of the parts of one record, in the language of *at*."""

    def __init__(self, at: Scissors) -> None:
        self._at = at
        self._record = at.entry.record

    def number(self, part: str) -> int:
        """The number that the page prints before a step; 0 where it prints none."""
        return self._numbers.get(part, 0)

    def follows(self, part: str) -> tuple[str, ...]:
        """The ids of the parts that may come after *part*, where that follows from what is written."""
        if not part or self._graph is None:
            return ()
        return tuple(dict.fromkeys(edge.target for edge in self._graph.after(part) if edge.target in self._graph.nodes))

    def never(self, part: str) -> str:
        """What must not be done or said there, a line each; empty where nothing is named."""
        return "\n".join(dict.fromkeys(filter(None, map(self._at.plain, self._forbidden(part)))))

    @cached_property
    def _graph(self) -> Graph | None:
        flow = self._record.flow()
        return flow.graph if flow is not None else None

    @cached_property
    def _steps(self) -> Mapping[str, Step]:
        return {str(step.id): step for step in self._record.steps} if isinstance(self._record, Procedure) else {}

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        numbered = (id_ for id_, step in self._steps.items() if step.is_numbered)
        return {id_: number for number, id_ in enumerate(numbered, 1)}

    def _forbidden(self, part: str) -> Iterable[str]:
        match self._record:
            case Card() | Script() | Policy():
                return self._record.never.values()
            case Role():
                return self._record.authority.never.values()
            case Guide():
                return self._donts(self._record, part)
        return self._of_step(self._steps[part]) if part in self._steps else ()

    def _donts(self, guide: Guide, part: str) -> Iterable[str]:
        """The wrong ways of the section in which a point stands."""
        return (
            pair.dont
            for section in guide.sections
            if part in (str(section.id), *(str(point.id) for point in section.points))
            for pair in section.pairs
        )

    def _of_step(self, step: Step) -> Iterable[str]:
        """What the emergency card of a step forbids, and what whoever does it never does."""
        library, handbook = self._at.library, self._at.entry.handbook
        card = library.find(step.card, handbook) if step.card else None
        role = library.role(step.by, handbook)
        if card is not None and isinstance(card.record, Card):
            yield from card.record.never.values()
        if role is not None and isinstance(role.record, Role):
            yield from role.record.authority.never.values()
