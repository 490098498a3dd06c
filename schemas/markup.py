"""The only markup in a text; everything else is shown as it stands.

`[[code-or-path]]` links, `{name}` is a blank, `{CODE#part}` prints the figure of a commitment, a step or a price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, cast

from schemas.messages import Links

# a second brace means another template language, which is shown as it stands
_TOKEN: Final = re.compile(
    r"\[\[(?P<link>[^\[\]\n]{1,200})\]\]"
    r"|(?<!\{)\{(?P<blank>[a-z][a-z0-9.-]*)\}(?!\})"
    r"|(?<!\{)\{(?P<figure>[^\s{}\[\]#]{1,140}#[^\s{}\[\]#]{1,64})\}(?!\})"
)
_MEANT_AS_BLANK: Final = re.compile(r"(?<!\{)\{([^{}%#\n]{1,40})\}(?!\})")
_FIGURE_OF_NO_RECORD: Final = re.compile(r"(?<!\{)\{#([^\s{}\[\]#]{1,64})\}(?!\})")
_BRACKETS: Final = re.compile(r"\[\[|\]\]")


SegmentKind = Literal["text", "link", "blank", "figure"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text: words, a link's reference, a blank's name, or the reference of a figure."""

    kind: SegmentKind
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
        assert match.lastgroup is not None
        segments.append(Segment(cast("SegmentKind", match.lastgroup), match[match.lastgroup]))
        end = match.end()
    if end < len(text):
        segments.append(Segment("text", text[end:]))
    return tuple(segments)


def marks(text: str) -> list[str]:
    """The links, blanks and figures of *text*, sorted: what a translation must have too."""
    if not may_be_marked(text):
        return []
    return sorted(segment.value for segment in parse(text) if segment.kind != "text")


def without_markup(text: str) -> str:
    """The words of *text* alone; where there is markup, they break off, so that nothing is found across it."""
    return "".join(segment.value if segment.kind == "text" else "\n" for segment in parse(text))


def mistakes(text: str) -> Iterator[tuple[Links, str]]:
    """What was meant as markup and is none: `{部门}`, `{#part}` of no record, and `[[` without its `]]`."""
    if not may_be_marked(text):
        return
    words = without_markup(text)
    yield from ((Links.UNKNOWN_BLANK, match[1]) for match in _MEANT_AS_BLANK.finditer(words))
    yield from ((Links.FIGURE_OF_NO_RECORD, match[1]) for match in _FIGURE_OF_NO_RECORD.finditer(words))
    yield from ((Links.BROKEN_LINK, match[0]) for match in _BRACKETS.finditer(words))
