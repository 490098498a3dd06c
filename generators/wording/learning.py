"""What the scripts say to somebody who learns: on the page of a course, and on pages that are opened from it."""

from __future__ import annotations

from schemas.words import Word, Words


class LearningWords(Words):
    """Handed to them in a file of their own (`assets/learning.<lang>.js`)."""

    # who learns
    nickname = Word("昵称", "Nickname")
    add_nickname = Word("添加", "Add")
    nickname_empty = Word("请先写一个昵称。", "Please type a nickname first.")
    nickname_taken = Word(
        "这台电脑上已经有“{name}”了，点它就行，或换一个。",
        "“{name}” is taken on this computer: tap it, or choose another.",
    )
    nickname_unfit = Word(
        '昵称里不能有 / \\ : * ? " < > |，也不能用点开头或结尾。',
        'A nickname has none of / \\ : * ? " < > |, and no full stop at either end.',
    )
    guest = Word("谁在学？选昵称，或添加一个：", "Who is learning? Choose your nickname or add one:")
    guest_only = Word(
        "没有选昵称时，进度只留在这个标签页，关掉就没有。",
        "Without a nickname your progress stays in this tab and goes when you close it.",
    )
    no_record = Word(
        "没有密码：用这台电脑的人都能打开。这是自己看的进度，不是成绩，也不是证书。",
        "There is no password: anyone at this computer can open it. It is for yourself: no record of training, and no "
        "certificate.",
    )
    leave = Word("离开", "Leave")
    delete_nickname = Word("删除", "Delete")
    delete_ask = Word(
        "删除“{name}”在这台电脑上的全部进度？", "Delete everything that “{name}” has done on this computer?"
    )
    delete_yes = Word("删除", "Delete")
    delete_no = Word("不删", "Keep")
    deleted = Word("已删除“{name}”。", "“{name}” is deleted.")
    undo = Word("撤销", "Undo")
    guest_found = Word(
        "这个标签页里有没留名时做的进度。", "Something was done in this tab before a nickname was chosen."
    )
    guest_take = Word("算到“{name}”名下", "Add it to “{name}”")
    guest_drop = Word("不要了", "Drop it")
    problem_none = Word(
        "这个浏览器不让网页存东西（例如无痕窗口），所以不能用昵称。",
        "This browser lets pages keep nothing (a private window, for example), so there are no nicknames.",
    )
    problem_broken = Word(
        "存在这台电脑上的进度读不出来。没有动它；要重新开始，就点右边。",
        "The progress kept on this computer cannot be read. It was left as it is; press to begin anew.",
    )
    problem_other = Word(
        "这台电脑上的进度是另一版手册存的，这一版读不了，没有动它。",
        "The progress on this computer was kept by another version of the handbook. This one cannot read it, and has "
        "left it as it is.",
    )
    problem_full = Word(
        "存不下了：刚才这一步没有留住。请导出进度，或删除不用的昵称。",
        "There is no room left: what you just did was not kept. Export your progress, or delete an unused nickname.",
    )
    start_over = Word("重新开始", "Begin anew")

    # what is left
    percent = Word("已完成 {n}%", "{n}% done")
    progress_of = Word("这门课的进度", "Progress in this course")
    hours_left = Word("大约还有 {n} 课时", "about {n} h left")
    requires_first = Word("先要有", "Before this course")
    review_today = Word("今日复习 {n} 题", "Repeat today: {n}")
    review_title = Word("今日复习", "Today’s repetition")
    retired = Word(
        "有 {n} 道要复习的题，条文改过，不再问了。",
        "Questions to repeat that are no longer asked, as their text has changed: {n}.",
    )
    on_paper = Word(
        "跟班和带教签字记在纸上，不算在进度里。",
        "Shifts and the tutor’s signature are on paper and are not counted here.",
    )
    test_failed = Word(
        "题目没能读进来。请刷新页面再试；还不行就告诉手册维护人。",
        "The questions could not be loaded. Reload the page and try again; if it stays so, tell whoever runs it.",
    )
    all_done = Word(
        "这里的都做完了。接下来是跟班、签字和考试。", "All of this is done. Shifts, signatures and the exam come next."
    )
    do_read = Word("接着读：{title}", "Read next: {title}")
    do_practise = Word("接着练：{title}", "Practise next: {title}")
    do_fill = Word("接着填：{title}", "Fill in next: {title}")
    do_test = Word("自测：{title}", "Self-test: {title}")
    mark_done = Word("已完成：{title}", "Done: {title}")

    # a self-test
    test_start = Word("自测", "Test yourself")
    test_again = Word("再测一次", "Test yourself again")
    test_items = Word("共 {n} 题，每次最多 10 题", "Questions: {n}, at most 10 at a time")
    test_last = Word("上次 {score} / {of}", "last time {score} / {of}")
    test_of = Word("自测：{title}", "Self-test: {title}")
    stop_test = Word("先到这里", "Stop here")
    item_of = Word("第 {n} 题，共 {all} 题", "Question {n} of {all}")
    safety = Word("安全", "Safety")
    from_draft = Word("出自草稿", "from a draft")
    choose_all = Word("选出所有对的。", "Choose all that are right.")
    put_in_order = Word(
        "排出先后：点箭头，或选中一行按 ↑ ↓。", "Put them in order: with the arrows, or with ↑ ↓ on a line."
    )
    move_up = Word("上移：{text}", "Move up: {text}")
    move_down = Word("下移：{text}", "Move down: {text}")
    moved = Word("第 {n}：{text}", "{n}: {text}")
    confirm = Word("确定", "Answer")
    key_hint = Word("数字键选，回车确定", "number keys choose, Enter answers")
    nothing_chosen = Word("请先选一个答案。", "Please choose an answer first.")
    option_right = Word("对的", "right")
    option_chosen = Word("您选的", "your choice")
    is_right = Word("对了。", "That is right.")
    is_wrong = Word("这题不对，看一下为什么。", "Not quite. Here is why.")
    right_order = Word("先后是：{order}", "The order is: {order}")
    comes_tomorrow = Word("明天再问您一次。", "You will be asked again tomorrow.")
    see_step = Word("看原文（新标签页）", "See the text (new tab)")
    next_item = Word("下一题", "Next")
    to_summary = Word("看结果", "See the result")
    enlarge = Word("点图放大", "tap to enlarge")
    close_picture = Word("关上", "Close")
    summary = Word("答对 {right} 题，共 {all} 题", "{right} of {all} right")
    was_cut = Word(
        "只做了一部分，不算一次自测；答过的都记下了。",
        "Cut short, so it does not count as a test; your answers are kept.",
    )
    other_topics = Word("其他", "Other")
    look_and_tomorrow = Word("下面几题看看原文，明天会再问：", "Look these up; they will be asked again tomorrow:")
    look_again = Word("下面几题再看看原文：", "Look these up once more:")
    wrong_again = Word("错的再做一遍（{n} 题）", "The wrong ones again ({n})")
    all_right = Word("全对。", "All of them right.")
    close_test = Word("回到课程", "Back to the course")

    # a page that was opened from a course
    course_bar = Word("课程", "Course")
    for_course = Word("课程：{course} · {module}", "Course: {course} · {module}")
    mark_read = Word("读完了，标记已读", "I have read it")
    was_read = Word("已读", "Read")
    was_done = Word("已完成", "Done")
    done_by_practising = Word("练完一遍自动记下。", "It is marked once you have gone through it.")
    done_by_filling = Word("检查没有问题时自动记下。", "It is marked once the check finds nothing wrong.")
    learning_as = Word("记在“{name}”名下。", "It is noted for “{name}”.")
    back_to_course = Word("回到课程", "Back to the course")
    next_task = Word("下一项：{title}", "Next: {title}")
    next_test = Word("下一项：自测“{title}”", "Next: self-test “{title}”")

    # progress as a file
    export_file = Word("导出进度", "Export progress")
    import_file = Word("导入进度", "Import progress")
    exported = Word("已存成 {file}。", "Saved as {file}.")
    file_what = Word(
        "换电脑时用：导出一个文件，在那边导入。文件里只有进度，不是成绩，也不是证书。",
        "For another computer: export a file here and import it there. It holds your progress only: no record of "
        "training, and no certificate.",
    )
    file_note = Word(
        "这是学习进度，只供自己看：不是成绩单，也不是证书。",
        "This is progress, for the learner alone: no record of training, and no certificate.",
    )
    file_name = Word("学习进度-{name}-{date}", "progress-{name}-{date}")
    file_guest = Word("未留名", "no-name")
    import_other = Word("这不是导出的学习进度，没有导入。", "This is no exported progress. Nothing was imported.")
    import_format = Word(
        "这个文件是另一版手册导出的，这一版读不了，没有导入。",
        "This file was exported by another version of the handbook, which this one cannot read. Nothing was imported.",
    )
    import_large = Word(
        "文件太大，不会是学习进度，没有导入。", "This file is too large to be progress. Nothing was imported."
    )
    import_from = Word("“{name}”，{date} 导出。", "“{name}”, exported on {date}.")
    import_counts = Word(
        "新的 {fresh} 项，比这里新的 {newer} 项，这里更新、不动的 {kept} 项。",
        "New: {fresh}. Newer than here: {newer}. Newer here, left as they are: {kept}.",
    )
    import_into = Word("放进“{name}”。", "They go to “{name}”.")
    import_new = Word("为“{name}”新建昵称。", "The nickname “{name}” is added.")
    import_guest = Word("没有昵称，只放进这个标签页。", "There is no nickname: they stay in this tab.")
    import_lost = Word("其中 {n} 项看不懂，不导入。", "{n} of them cannot be read and are left out.")
    import_yes = Word("导入", "Import")
    import_no = Word("不导入", "Do not import")
    imported = Word("已导入 {n} 项。", "Imported: {n}.")
