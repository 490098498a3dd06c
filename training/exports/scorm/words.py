"""What a module says around its texts and its items inside a learning management system."""

from __future__ import annotations

from schemas.words import Word, Words


class LessonWords(Words):
    """The words of the pages; the scripts are given them all."""

    aim = Word("学完能做到：", "Afterwards you can: ")
    read = Word("读", "Read")
    read_so_far = Word("读 {done}/{all}", "Read {done}/{all}")
    test = Word("自测", "Self-test")
    test_best = Word("自测 最好 {best} 分", "Self-test, best {best}")
    parts = Word("本单元", "This module")
    to_read = Word("要读的", "To read")
    to_practise = Word("要练的话术、排障（在手册网站上对练）", "To practise (played on the handbook’s own site)")
    to_fill = Word("要会填的表（在手册网站上练填）", "To fill (filled as an exercise on the handbook’s own site)")
    mark_read = Word("读过了", "Read")
    shifts = Word("跟班 {number} 次", "Shifts beside a tutor: {number}")
    hours = Word("{number} 课时", "{number} hours")
    start = Word("开始自测", "Start the self-test")
    go_on = Word("接着做", "Go on")
    again = Word("再测一次", "Test yourself again")
    intro = Word(
        "从本单元 {all} 道题里抽 {count} 道，{pass} 分及格；做完一道就看到对错和出处。",
        "{count} of the {all} questions of this module; {pass} points pass. You see at once what is right, and where "
        "the handbook says so.",
    )
    no_items = Word("这个单元没有题，读完就算学完。", "There are no questions here: it is done once all is read.")
    number_of = Word("第 {number} 题，共 {count} 题", "Question {number} of {count}")
    choose_one = Word("选一个", "Choose one")
    choose_all = Word("对的都选上", "Choose all that are right")
    choose_order = Word("按先后一个一个点；再点一次拿掉", "Tap them in order; tap again to take one out")
    hand_in = Word("交答案", "Check")
    next = Word("下一题", "Next")
    result = Word("看成绩", "See the result")
    right = Word("答对了。", "Right.")
    wrong = Word("答错了。", "Not right.")
    right_answer = Word("正确答案：", "The right answer: ")
    picture = Word("题目里的表单", "The form in question")
    draft = Word("草案", "Draft")
    passed = Word("{score} 分，及格了。", "{score} points: passed.")
    failed = Word("{score} 分，没有及格（要 {pass} 分）。", "{score} points: not passed ({pass} needed).")
    of_them = Word("{count} 题答对 {right} 题。", "{right} of {count} right.")
    wrong_ones = Word("答错的：", "What went wrong:")
    no_lms = Word(
        "没有连上学习平台：可以读、可以做，成绩不会记下来。",
        "Not connected to a learning management system: you can read and test yourself, but nothing is recorded.",
    )
    refused = Word(
        "学习平台没有收下成绩记录。请先不要关闭，联系平台管理员。",
        "The learning management system did not take the record. Please keep this open and call its administrator.",
    )
    changed = Word(
        "本单元的内容更新过：上次读到哪里、做到一半的自测不再算，最好成绩还在。",
        "This module has been changed since: what you had read and a test half done no longer count; your best score "
        "does.",
    )
    no_script = Word(
        "自测和记录要开启 JavaScript；正文可以直接读。",
        "The self-test and the record need JavaScript; the texts can be read without it.",
    )
    all_rights = Word(
        "出自《{handbook}》。这不是证书：考核、实操和证书以单位的规定为准。",
        "From “{handbook}”. This is no certificate: exams, the practical and certificates are your organisation’s.",
    )
    drafts = Word("其中有草案，还没有批准。", "Some of it is a draft that is not approved yet.")
