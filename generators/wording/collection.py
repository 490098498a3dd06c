"""Words of the pages that show the whole collection: at a glance, its forms by kind, its controlled lists."""

from __future__ import annotations

from schemas.words import Word, Words


class CollectionWords(Words):
    """The collection at a glance, and the lists over all handbooks."""

    overview = Word("手册库一览", "The collection at a glance")
    overview_lead = Word(
        "一行一本手册：各类有多少，草案、批准、作废各多少，最早哪天要评审。点数字，看是哪些。",
        "A row for each handbook: how much there is of each kind, what is draft, approved or withdrawn, and when the "
        "next review is due. A number opens the list of what it counts.",
    )
    overview_filter = Word("手册名称", "Title of a handbook")
    whole_library = Word("合计", "Total")
    of_library = Word("手册库公用", "Shared by all handbooks")
    next_review = Word("最早评审", "Next review")
    due_in_days = Word("30 天内到期", "Due in 30 days")
    due_is_today = Word(
        "“30 天内到期”按打开这一页的当天算，含已过期的。",
        "“Due in 30 days” counts from the day on which this page is opened, and what is overdue with it.",
    )
    without_review = Word("另有 {n} 份没有写评审日期。", "Another {n} have no day of review.")
    laws_are = Word("法规 {n} 部：", "Laws: {n}, of which ")
    laws_of = Word("{state} {n}", "{n} {state}")
    laws_undated = Word(
        "法规没有“下次核对”的日期，只记谁在哪天核对过，所以不算到期。",
        "Laws have no day on which they are next looked up, only who checked them and when; so none of them is due.",
    )
    form_kinds = Word("表单按种类", "Forms by kind")
    form_kinds_lead = Word(
        "所有手册的表单，按表里有什么分：每一组下面写着怎么分的，一张表只在一组里。",
        "The forms of all handbooks by what is in them. Each group says how it is told from the others, and a form "
        "stands in one group only.",
    )
    form_kind = Word("种类", "Kind")
    holds = Word("表里有", "With")
    all_registers = Word("各手册受控清单", "Controlled lists of all handbooks")
    all_registers_lead = Word(
        "所有手册的受控文件和表单：版本、状态、负责岗位、下次评审，填好的表保存多久。",
        "The documents and forms of all handbooks: edition, status, owner, next review, and how long a filled form is "
        "kept.",
    )
    own_registers = Word("出处和外部文件", "Sources, outside documents")
