"""The only markup in a text: `[[code-or-path]]` links and `{name}` blanks. Everything else is shown as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_TOKEN: Final = re.compile(r"\[\[([^\[\]\n]{1,200})\]\]|\{([a-z][a-z0-9.-]*)\}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text: words, a link's reference, or a blank's name."""

    kind: Literal["text", "link", "blank"]
    value: str


def parse(text: str) -> tuple[Segment, ...]:
    """Cut *text* into segments; joined again they lose nothing."""
    segments: list[Segment] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            segments.append(Segment("text", text[end : match.start()]))
        kind: Literal["link", "blank"] = "link" if match[1] is not None else "blank"
        segments.append(Segment(kind, match[1] or match[2]))
        end = match.end()
    if end < len(text):
        segments.append(Segment("text", text[end:]))
    return tuple(segments)


def marks(text: str) -> list[str]:
    """The links and blanks of *text*, sorted: what a translation must have too."""
    return sorted(segment.value for segment in parse(text) if segment.kind != "text")
