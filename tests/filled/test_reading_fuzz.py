"""Damaged copies: whatever happened to a file, it is read or refused in a line, and never ends the program."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filled.filling import fill_form
from filled.reading.refusals import RefusedError
from tests.examples import examples
from tests.filled import filled_samples as filled
from tests.filled.hostile_files import packed

SAMPLE = filled.everything()
COPY = fill_form(SAMPLE.library, SAMPLE.entry, filled.loose(filled.full_answers(SAMPLE.blanks, 1, filled.EVERYDAY)))
SEEDS = st.integers(0, 2**32)
_ODD = ("", "1", "-1", "99999999999", "x" * 300, "true", "\u202e", "2026-13-45T00:00:00Z", "D800", "110000", "..")


def said(content: bytes) -> list[str]:
    """Every line that is said about a file in both languages, whether it is read or refused."""
    try:
        back = filled.read(SAMPLE, content)
    except RefusedError as refusal:
        return [refusal.say("zh"), refusal.say("en")]
    json.dumps(back.as_json("zh"))
    return [found.say(lang) for found in (*back.mistakes, *back.notes) for lang in ("zh", "en")]


def damaged(random: Random) -> bytes:
    """The copy with bytes changed, taken out, put in, or its end cut off; the directory at the end as often."""
    data = bytearray(COPY)
    for _ in range(random.choice([1, 1, 2, 5, 50])):
        at = random.randrange(max(100, len(data)))
        if random.random() < 0.4:
            at = max(0, len(data) - random.randrange(1, 900))
        change = random.choice(["byte", "out", "in", "cut"])
        if change == "byte":
            data[at : at + 1] = random.randbytes(1)
        elif change == "out":
            del data[at : at + random.randrange(1, 40)]
        elif change == "in":
            data[at:at] = random.randbytes(random.randrange(1, 9))
        else:
            del data[max(at, 100) :]
    return bytes(data)


def edited(random: Random) -> bytes:
    """The copy with elements, tags, texts and attributes of one of its parts gone, doubled, moved or odd."""
    archive = zipfile.ZipFile(BytesIO(COPY))
    parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(["word/document.xml"] * 6 + [name for name in parts if name.endswith((".xml", ".rels"))])
    text = parts[name].decode()
    for _ in range(random.choice([1, 1, 2, 6])):
        pattern = random.choice(['"[^"<]*"', "<[^>]*>|[^<]+", "<[^>]*>|[^<]+", r"<w:(sdt|tr|p|r)[ >].*?</w:\1>"])
        spans = [match.span() for match in re.finditer(pattern, text)] or [(0, 0)]
        (start, end), (other, last) = random.choice(spans), random.choice(spans)
        new = f'"{random.choice(_ODD)}"' if pattern.startswith('"') else random.choice(["", text[other:last]])
        kept = random.choice(["", text[start:end]]) if not pattern.startswith('"') else ""
        text = text[:start] + kept + new + text[end:]
    return packed(parts | {name: text.encode()})


@examples(30, 1500)
def test_damaged_bytes(tried: settings) -> None:
    """A file of which bytes are wrong or missing is read or refused."""

    @tried
    @given(seed=SEEDS)
    def is_one_or_the_other(seed: int) -> None:
        random = Random(seed)  # noqa: S311 - nothing is kept secret with it

        assert [line for line in said(damaged(random)) if "\n" in line] == []

    is_one_or_the_other()


@examples(30, 1500)
def test_edited_parts(tried: settings) -> None:
    """A file whose XML is not as we wrote it is read or refused."""

    @tried
    @given(seed=SEEDS)
    def is_one_or_the_other(seed: int) -> None:
        random = Random(seed)  # noqa: S311 - nothing is kept secret with it

        assert [line for line in said(edited(random)) if "\n" in line] == []

    is_one_or_the_other()
