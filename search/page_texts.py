"""What an answer shows of a passage, in parts by language, of which the page loads those of its answers.

    index-texts-<lang>-<n>.js   window.Shouce.data.texts["<lang>-<n>"] = {generation, passages, around, never}

`passages` has for each, in the order of the index, `[anchor, forms, section, text, by, within, say, hints]`
without what is empty at its end; an empty string is nothing. A part is some records of one handbook that stand
together, about `LARGEST` characters of them; `parts` of the index says how many passages are in each.

`around` has for each `[number, of, before, after, never]`, what stands around it, for its card (`search/outline.py`):
neighbours are places in its record, the last is a place in `never`, what is never done, each time once, a line each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from search.index import Index
from search.outline import outline
from search.passages import Passage

LARGEST: Final = 8_000
"""Characters of Chinese text: about 25 KB in UTF-8."""


def cut_texts(index: Index) -> tuple[int, ...]:
    """How many passages stand in each part, in the order of the index."""
    sizes, size, handbook = list[int](), 0, ""
    for numbers in index.records.values():
        passages = [index.passages[number] for number in numbers]
        own = sum(len(passage.zh.text) + len(passage.zh.say) + len(passage.zh.section) for passage in passages)
        if not sizes or handbook != passages[0].handbook or size + own > LARGEST:
            sizes.append(0)
            size, handbook = 0, passages[0].handbook
        sizes[-1] += len(passages)
        size += own
    return tuple(sizes)


def texts_of(index: Index, parts: Sequence[int], lang: str) -> Iterator[dict[str, Any]]:
    """What the file of each part holds in *lang*."""
    outlines = [
        part for numbers in index.records.values() for part in outline([index.passages[one] for one in numbers])
    ]
    first = 0
    for count in parts:
        passages = index.passages[first : first + count]
        never = {said: place for place, said in enumerate(dict.fromkeys(one.wording(lang).never for one in passages))}
        around = zip(outlines[first : first + count], (never[one.wording(lang).never] for one in passages), strict=True)
        yield {
            "generation": index.generation,
            "passages": [_passage(passage, lang) for passage in passages],
            "around": [[part.number, part.of, part.before, part.after, said] for part, said in around],
            "never": list(never),
        }
        first += count


def _passage(passage: Passage, lang: str) -> list[Any]:
    wording = passage.wording(lang)
    texts = [wording.section, wording.text, wording.by, wording.within, wording.say, passage.hints(lang)]
    while texts and not texts[-1]:
        texts.pop()
    return [passage.anchor, list(passage.forms), *texts]
