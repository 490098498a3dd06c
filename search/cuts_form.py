"""Forms: cut into the form itself, its blocks, and how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from schemas.block_kinds import BLOCKS
from schemas.defaults import form_defaults
from schemas.form import Block, Form, TextBlock
from schemas.walk import texts
from search.cutting import Cut, Scissors, part_cut

_NOT_PRINTED: Final = frozenset({"hint", "value"})


def cut_form(at: Scissors, record: Form) -> Iterator[Cut]:
    """The form by its purpose, found by its labels too; its blocks; keeping."""
    labels = [_printed(at, block) for block in record.blocks if not BLOCKS[block.kind].speaks]
    yield Cut(text=at.plain(record.summary), hints=" ".join(labels), asks=at.asks())
    for block in record.blocks:
        heading = at.plain(getattr(block.body, "title", None)) or BLOCKS[block.kind].heading.of(at.lang)
        text = _printed(at, block) or heading
        yield part_cut("block", str(getattr(block.body, "id", "")), heading, text, sort=block.kind)
    kept = form_defaults(at.library, at.entry)
    if kept.time is not None:
        time = kept.time.say(at.lang)
        lines = (at.words.kept.format(time), at.plain(kept.from_), at.plain(kept.dispose))
        yield Cut(
            key="keeping", section=at.words.keeping, text=at.marks.semicolon.join(filter(None, lines)), within=time
        )


def _printed(at: Scissors, block: Block) -> str:
    body = block.written
    blanks: Mapping[str, str] = {}
    if isinstance(body, TextBlock):
        blanks = {str(blank.id): str(blank.title) for blank in body.blanks}
    printed = [leaf for leaf in texts(body) if leaf.path[-1] not in _NOT_PRINTED and leaf.path != ("title",)]
    return at.marks.semicolon.join(at.plain(leaf.value, blanks=blanks) for leaf in printed)
