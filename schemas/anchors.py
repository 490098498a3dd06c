"""The parts of a record that have an address of their own, and the anchor of each on the record's page."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record: what it is (`step`, `article` …), its id, its heading, and all that it says."""

    kind: str
    id: str
    title: str
    body: BaseModel

    @property
    def anchor(self) -> str:
        """The anchor on the record's page."""
        return anchor(self.kind, self.id)


def anchor(kind: str, part: str) -> str:
    """The HTML id of a part: `step-receive`, `article-3-1-1`."""
    return f"{kind}-{part.replace('.', '-')}"
