"""No content of a file is an exception: whatever it holds, there are findings in words, or a record."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.document import compose
from schemas.findings import Worded
from schemas.handbook import HandbookFile
from schemas.kinds import KINDS
from schemas.library_file import LibraryFile
from schemas.terms import Terms
from schemas.validate import validate
from tests.examples import examples
from tests.schemas.content import (
    CATALOGUE,
    COMPLAINTS,
    COURSE,
    FRONT_DESK,
    GUIDE,
    KEYS,
    LIBRARY,
    POLICY,
    REPORT,
    SCRIPT,
    SETTINGS,
    SURVEY,
    TERMS,
    TITLE_PAGE,
    TROUBLE,
    Content,
)

RECORDS = (COMPLAINTS, KEYS, SURVEY, REPORT, FRONT_DESK, POLICY, GUIDE, COURSE, SCRIPT, TROUBLE)
FILES = (*RECORDS, TITLE_PAGE, SETTINGS, TERMS, CATALOGUE)
MODELS = [*(kind.model for kind in KINDS.values()), HandbookFile, LibraryFile, Terms]

PIECES = st.sampled_from(
    ["：", ": ", "\t", "\n", "- ", "[", "]", "{", "}", "[[", "]]", "{x}", "#", "&a", "*a", "!!map", "---\n", "? ", "'",
     '"', "|", ">", "%", "@", "~", "\u3000", "\u2028", "\x00", "\ufeff", "😀", "null", "<<: ", "  ", "XX", "\\", "\r"]
)  # fmt: skip
WORDS = sorted({name for kind in KINDS.values() for name in kind.model.model_fields} | {"id", "text", "to", "by", "no"})
SCALARS = st.one_of(
    st.none(), st.sampled_from(["", "a", "GT-R-XX-XX", "roles/x", "30 分钟", "2026-01-01", *WORDS]), st.text(max_size=8)
)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=20,
)


def say_all(findings: Iterable[Worded]) -> None:
    """Every finding can be said in both languages and as JSON, and points at a line and column."""
    for finding in findings:
        assert finding.line >= 1
        assert finding.col >= 1
        for lang in ("zh", "en"):
            assert finding.title.of(lang)
            assert finding.say(lang)
            finding.as_json(lang)


@examples(20, 600)
def test_random_bytes_are_findings(content: Content, tried: settings) -> None:
    """A file of anything at all is reported, whichever file it is."""

    @tried
    @given(path=st.sampled_from(FILES), data=st.binary(max_size=200))
    def is_reported(path: str, data: bytes) -> None:
        before = (content.root / path).read_bytes()
        content.write(path, data)
        say_all(content.findings())
        content.write(path, before)

    is_reported()


@examples(20, 600)
def test_a_damaged_file_is_findings(content: Content, tried: settings) -> None:
    """Pieces cut out, doubled, or put in where they do not belong."""

    @tried
    @given(path=st.sampled_from(FILES), data=st.data())
    def is_reported(path: str, data: st.DataObject) -> None:
        before = content.read(path)
        text = before
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text)))
            end = data.draw(st.integers(start, min(len(text), start + 30)))
            new = data.draw(PIECES | st.just(text[start:end] * 2) | st.just(""))
            text = text[:start] + new + text[end:]
        content.write(path, text)
        say_all(content.findings())
        content.write(path, before)

    is_reported()


@examples(20, 600)
def test_a_record_with_one_value_of_another_sort_is_findings(content: Content, tried: settings) -> None:
    """Any value of a sound record may be replaced by anything."""

    @tried
    @given(path=st.sampled_from(RECORDS), seed=st.integers(0, 10**6), new=TREES)
    def is_reported(path: str, seed: int, new: Any) -> None:
        before = content.read(path)
        data = yaml.load(before, Loader=yaml.BaseLoader)  # noqa: S506  # strings only: it builds nothing
        _replace_one(data, new, random.Random(seed))  # noqa: S311  # which value is replaced is no secret
        content.write(path, yaml.safe_dump(data, allow_unicode=True, default_style="'", sort_keys=False))
        say_all(content.findings())
        content.write(path, before)

    is_reported()


def _replace_one(data: Any, new: Any, chance: random.Random) -> None:
    """Put *new* in the place of one value somewhere inside *data*."""
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        key = chance.choice(keys)
        if not isinstance(data[key], dict | list) or not data[key] or chance.random() < 0.2:
            data[key] = new
            return
        data = data[key]


@examples(60, 2000)
def test_a_tree_of_anything_is_findings(tried: settings) -> None:
    """Every model takes every tree, and answers with findings or a record."""

    @tried
    @given(model=st.sampled_from(MODELS), tree=st.dictionaries(st.sampled_from(WORDS), TREES, max_size=8))
    def is_one_or_the_other(model: Any, tree: dict[str, Any]) -> None:
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
        document, findings = compose(text, "x.yaml")
        say_all(finding.worded() for finding in findings)
        if document is not None:
            record, findings = validate(document, model)
            say_all(finding.worded() for finding in findings)

            assert (record is None) == bool(findings)

    is_one_or_the_other()


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("apart", [5, *(pytest.param(n, marks=pytest.mark.prove) for n in range(len(FILES)) if n != 5)])
def test_a_file_with_the_content_of_another_is_findings(content: Content, path: str, apart: int) -> None:
    """A form saved among the roles is wrong in many places, and nothing falls over."""
    content_of = FILES[(FILES.index(path) + apart) % len(FILES)]
    content.write(path, (LIBRARY / content_of).read_bytes())
    say_all(content.findings())
