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
    sheet_pdf = Word("打印一页纸（PDF）", "Print on one sheet (PDF)")
    sheet_of_card = Word(
        "一张 A4：打哪个电话、先做什么、说什么、绝不做什么，本手册的人和地点",
        "One A4: whom to call, what to do first, what to say, what never, with this handbook's people and places",
    )
    sheet_of_procedure = Word(
        "一张 A4，贴在台前：打哪个电话、是哪一种情况、每一步谁做、多久、哪张表、注意什么",
        "One A4 to hang at the desk: whom to call, which it is, and of each step who, by when, which form, its danger",
    )
    sheet_of_script = Word(
        "一张 A4，放在电话旁：规则、不说的话、每一句话和怎么接",
        "One A4 beside the phone: the rules, the words never said, each line and what follows",
    )
