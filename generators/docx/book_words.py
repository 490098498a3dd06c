"""What a register bound as a book says besides its sheets."""

from __future__ import annotations

from schemas.words import Word, Words


class BookWords(Words):
    """The words of the cover, of how the book is kept, of its index and of the page for handing it over."""

    book = Word("登记簿", "Register book")
    project = Word("项目", "Project")
    number = Word("册号", "Book no.")
    number_blank = Word("第 ________ 册", "No. ________")
    opened = Word("启用日期", "First entry on")
    closed = Word("止用日期", "Last entry on")
    keeper = Word("保管", "Kept by")
    keeper_blank = Word("{role}　保管人签字 ________________", "{role}; keeper signs ________________")
    keeper_unknown = Word("保管人签字 ________________", "keeper signs ________________")
    pages = Word("页数", "Pages")
    pages_are = Word("共 {pages} 页，印有页码 1—{pages}", "{pages}, numbered 1 to {pages}")
    keep = Word("保存期限", "Keep for")
    how = Word("本册怎样记", "How this book is kept")
    numbered = Word("{number}. {text}", "{number}. {text}")
    keeper_rule = Word(
        "由{role}保管，不带离岗位，不外借。换人保管，当面逐页点清，在册末“交接”页写明并签字。",
        "{role} keeps it; it does not leave the post and is not lent. Whoever hands it on counts its pages together "
        "with the next keeper, and both sign on the page “Handed over” at the end.",
    )
    keeper_rule_unknown = Word(
        "由封面上签字的保管人保管，不带离岗位，不外借。换人保管，当面逐页点清，在册末“交接”页写明并签字。",
        "Whoever signed on the cover keeps it; it does not leave the post and is not lent. Whoever hands it on counts "
        "its pages together with the next keeper, and both sign on the page “Handed over” at the end.",
    )
    order_rule = Word(
        "一行记一件，当时就记，按先后往下写，不空行，不跳页。一页没有写满就换页的，空着的行划一条斜线。",
        "One line for each case, written at once and in order, without leaving lines or pages out. Lines that stay "
        "empty at the end of a page are crossed through.",
    )
    slip_rule = Word(
        "写错的划一横线，在旁改写并由改的人签字；不涂改，不撕页。",
        "A slip is struck out with one line, put right beside it and signed by whoever does so; nothing is painted "
        "over, no page is torn out.",
    )
    pages_rule = Word(
        "各页印有页码 1—{pages}，一页不少，也不另加页。发现缺页、坏页的，当天报上级，写在“交接”页上。",
        "Its pages are numbered 1 to {pages}: none is taken out and none put in. A page that is missing or spoilt is "
        "reported the same day and noted on the page “Handed over”.",
    )
    index_rule = Word(
        "写完一页，在册末目录写这一页的起止日期和内容。写满一册，在封面写止用日期，启用新册。",
        "When a page is full, the index at the end gets its days and what it holds; when the book is full, the cover "
        "gets its last day, and a new book is begun.",
    )
    index = Word("目录", "Index")
    page = Word("页", "Page")
    from_day = Word("起日", "From")
    to_day = Word("止日", "To")
    holds = Word("记了什么（事由、楼幢、号段）", "What it holds (matter, block, numbers)")
    remark = Word("备注", "Remarks")
    handed = Word("交接", "Handed over")
    handed_lead = Word(
        "换人保管、写满入档、抽查时填：当面逐页点清，缺页、坏页写在说明里。",
        "For a new keeper, for the archive and for inspections: pages are counted together; what is missing or spoilt "
        "goes into the remarks.",
    )
    date = Word("日期", "Date")
    up_to = Word("记到第几页", "Up to page")
    gives = Word("移交人签字", "Handed over by")
    takes = Word("接收人签字", "Taken by")
    sees = Word("监交人签字", "Seen by")
    noted = Word("说明", "Remarks")
    left_blank = Word("此页不用", "This page is left blank")
