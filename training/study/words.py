"""What is said in the terminal alone; what the page says too is in `generators.wording`."""

from __future__ import annotations

from schemas.words import Word, Words


class StudyWords(Words):
    """The words around items and talks."""

    # the beginning
    learner = Word("{name} 的进度", "{name}’s progress")
    no_certificate = Word(
        "这是自己看的进度，不是成绩，也不是证书。", "It is for yourself: no record of training, and no certificate."
    )
    due = Word("今日复习 {n} 题", "{n} to repeat today")
    new = Word("没做过 {n} 题", "{n} never asked")
    known = Word("上次做对 {n} 题，共 {all} 题", "{n} of {all} right last time")
    module = Word("单元", "Module")
    read = Word("读", "Read")
    practise = Word("练", "Practise")
    fill = Word("填", "Fill in")
    questions = Word("题", "Questions")
    no_items = Word("这里现在没有题可以问。", "There is nothing to ask here at present.")
    nothing_new = Word("没有没做过的题了。", "There is nothing left that was never asked.")
    how = Word("写编号再按回车；? 看原文，q 离开。", "Type a number and press Enter; ? shows the text, q leaves.")

    # an item
    repeated = Word("复习", "repeated")
    choose_all = Word("选出所有对的，如 1 3", "Choose all that are right, such as 1 3")
    put_in_order = Word("按先后写编号，如 3 1 2", "Put the numbers in order, such as 3 1 2")
    answer = Word("答", "Answer")
    no_such = Word("没有第 {n} 个，一共 {all} 个。", "There is no {n}: they go up to {all}.")
    not_numbers = Word(
        "写编号，如 {example}；? 看原文，q 离开。", "Type numbers, such as {example}; ? shows the text, q leaves."
    )
    only_one = Word("只选一个。", "Choose only one.")
    each_once = Word("每个编号写一次，一共 {all} 个。", "Each number once, {all} in all.")
    looked = Word("看过原文再答的，", "You had looked at the text. ")
    right_is = Word("对的是：", "Right:")
    right_order = Word("先后是：", "The order is:")
    stands_in = Word("出处：{title}", "See {title}")
    go_on = Word("回车继续，q 离开", "Enter goes on, q leaves")
    ended = Word("没有下一行了，先到这里。", "There is no further line, so it ends here.")

    # the end
    tomorrow = Word("明天再问 {n} 题。", "To be asked again tomorrow: {n}.")
    kept = Word("已记在 {path}。", "Kept in {path}.")
    broken = Word("{reason}已改名为 {path}，从头记起。", "{reason} It is now called {path}, and all begins anew.")
    lost = Word("{path} 里有 {n} 项看不懂，没有算进来。", "Entries of {path} that make no sense and are left out: {n}.")

    # a talk
    speaks = Word("{who}：", "{who}: ")
    customer = Word("客户", "Customer")
    type_line = Word("写编号，或自己打一句。", "Type a number, or a line of your own.")
    type_number = Word("写编号。", "Type a number.")
    talk_keys = Word("b 退回一步，q 离开", "b goes back, q leaves")
    does = Word("（{what}）", "({what})")
    left_out = Word("漏了：{clauses}", "Left out: {clauses}")
    between_clauses = Word("；", "; ")
    no_way_back = Word("这是第一步。", "This is where it begins.")
    points = Word("{score} 分，满分 {of}", "{score} of {of}")
    another = Word("回车换一位客户，q 离开", "Enter brings another customer, q leaves")
