"""What an exported course says around its items."""

from __future__ import annotations

from schemas.words import Word, Words


class ExportWords(Words):
    """The words of every format."""

    place = Word("出处：{place}", "See: {place}")
    draft = Word("出自草案，还没有批准。", "From a draft, not approved yet.")
    others = Word("其他题目", "Other questions")
    name = Word("{kind}：{title}", "{kind}: {title}")
    position = Word("第 {number}", "No. {number}")
