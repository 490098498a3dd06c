"""The words of a sheet of one page that no page of the site has."""

from __future__ import annotations

from schemas.words import Word, Words


class OnePageWords(Words):
    """A sheet of one page."""

    number_short = Word("号", "No.")
    time_limit = Word("时限", "Within")
    current_text = Word("现行文本", "Current text")
    is_abstract = Word("本页是提要，做法以全文为准。", "An abstract: the whole text prevails.")
    is_brief = Word(
        "本页是提要，略去各步的具体做法；做法以全文为准。",
        "An abstract, without how each step is done: the whole text prevails.",
    )
