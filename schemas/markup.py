"""The only markup in a text: `[[code-or-path]]` links and `{name}` blanks. Everything else is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from schemas.messages import Links

# a second brace means another template language, which is shown as it stands
_TOKEN: Final = re.compile(r"\[\[([^\[\]\n]{1,200})\]\]|(?<!\{)\{([a-z][a-z0-9.-]*)\}(?!\})")
_MEANT_AS_BLANK: Final = re.compile(r"(?<!\{)\{([^{}%#\n]{1,40})\}(?!\})")
_BRACKETS: Final = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text: words, a link's reference, or a blank's name."""

    kind: Literal["text", "link", "blank"]
    value: str


def may_be_marked(text: str) -> bool:
    """Whether there may be markup in *text*, or what was meant as markup: most texts have none."""
    return "{" in text or "[[" in text or "]]" in text


def parse(text: str) -> tuple[Segment, ...]:
    """Cut *text* into segments; joined again they lose nothing."""
    if not may_be_marked(text):
        return (Segment("text", text),) if text else ()
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
    if not may_be_marked(text):
        return []
    return sorted(segment.value for segment in parse(text) if segment.kind != "text")


def mistakes(text: str) -> Iterator[tuple[Links, str]]:
    """What was meant as markup and is none: `{部门}`, whose name cannot be a blank's, and `[[` without its `]]`."""
    if not may_be_marked(text):
        return
    words = "".join(segment.value if segment.kind == "text" else "\n" for segment in parse(text))
    yield from ((Links.UNKNOWN_BLANK, match[1]) for match in _MEANT_AS_BLANK.finditer(words))
    yield from ((Links.BROKEN_LINK, match[0]) for match in _BRACKETS.finditer(words))
