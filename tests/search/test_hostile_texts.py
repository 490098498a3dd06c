"""Hostile questions and texts: what a question costs does not depend on its length, what a text costs is its length."""

from __future__ import annotations

import pytest

from schemas.library import Library
from schemas.limits import LONGEST_QUESTION
from search.aliases import read_aliases
from search.ask import Searcher
from search.excerpts import excerpt
from search.normalize import normalize
from search.question import read_question
from search.sought import sought_in
from search.tokens import tokenize
from tests.hostile_texts import KINDS, LENGTH, calls, grows_faster

MOST_CALLS = 60_000
"""A long ordinary question takes some 3,000, 500 characters of words that nobody knows 45,000."""


@pytest.mark.parametrize("kind", KINDS)
def test_question(kind: str, by_words: Searcher) -> None:
    """A question of any kind and length is answered, or not, with work that has a bound."""
    text = KINDS[kind](10 * LENGTH)
    status = by_words.ask(text).status  # what is made once is made now

    assert calls(lambda: by_words.ask(text)) < MOST_CALLS
    assert calls(lambda: by_words.text(text)) < MOST_CALLS
    assert status == by_words.ask(text[:LONGEST_QUESTION]).status
    assert len(read_question(text, by_words.index.lexical).tokens) < 4 * LONGEST_QUESTION


@pytest.mark.parametrize("kind", KINDS)
def test_text(kind: str, by_words: Searcher, library: Library) -> None:
    """The text of a record is cut, looked through and shown with work that grows as its length."""
    aliases, words = read_aliases(library.terms.terms), sought_in("投诉 a 1", by_words.index.lexical.knows)

    assert not grows_faster(kind, tokenize)
    assert not grows_faster(kind, lambda text: aliases.mentioned(normalize(text)))
    assert not grows_faster(kind, lambda text: excerpt(text, words))
