"""The parts of a record that have an address of their own, and the anchor of each on the record's page."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record.

    Attributes:
        kind: what it is (`step`, `article` …).
        id: its id.
        title: its heading.
        body: all that it says.
        cited: what a link to it reads behind the title of the record, nothing if it is empty; None where the heading
            does, which is no sentence then.
    """

    kind: str
    id: str
    title: str
    body: BaseModel
    cited: str | None = None

    @property
    def anchor(self) -> str:
        """The anchor on the record's page."""
        return anchor(self.kind, self.id)


def anchor(kind: str, part: str) -> str:
    """The HTML id of a part: `step-receive`, `article-3-1-1`."""
    return f"{kind}-{part.replace('.', '-')}"
