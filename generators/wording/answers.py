"""What the card of an answer says, and what tells the handbook's owner of it."""

from __future__ import annotations

from schemas.words import Word, Words


class AnswerWords(Words):
    """Handed to the question box in a file of their own (`assets/answers.<lang>.js`), once a question is asked."""

    fact_within = Word("时限", "Time limit")
    fact_by = Word("由谁", "Who")
    fact_forms = Word("用哪张表", "Which form")
    fact_cost = Word("多少钱", "How much")
    fact_people = Word("几个人", "How many people")
    fact_copies = Word("几份", "How many copies")
    fact_call = Word("打哪个电话", "Number to call")
    fact_other = Word("答案", "The answer")
    step_of = Word("第 {n} 步，共 {of} 步", "Step {n} of {of}")
    part_of = Word("第 {n} 条，共 {of} 条", "{n} of {of}")
    before = Word("上一步", "Before")
    after = Word("下一步", "Next")
    part_before = Word("上一条", "Before")
    part_after = Word("下一条", "Next")
    begins = Word("从这里开始", "Begins with")
    never = Word("绝不", "Never")
    also = Word("其他手册里的同一件事", "The same in other handbooks")
    in_book = Word("只找了《{book}》和应急卡。", "Looked only in “{book}” and the emergency cards.")
    everywhere = Word("在全部手册里找", "Look in all handbooks")
    paragraph = Word("用一段话说", "In one paragraph")
    paragraph_wait = Word("正在写……", "Being written …")
    paragraph_whose = Word(
        "这段话是 {model} 照标出的步骤写的，不是手册原文；以手册为准。",
        "{model} wrote this from the steps it cites. It is not the handbook’s text; the handbook holds.",
    )
    paragraph_dropped = Word("没有出处的 {n} 句没有显示。", "Sentences left out for want of a source: {n}.")
    paragraph_none = Word(
        "{model} 写的话没有一句有出处，都没有显示。请看上面的步骤。",
        "Nothing that {model} wrote has a source, so none of it is shown. Go by the steps above.",
    )
    paragraph_failed = Word("没有写出来，请看上面的步骤。", "It was not written. Go by the steps above.")
    nearest = Word("最接近的几处", "The closest places")
    papers = Word("也许是这几张表", "It may be one of these forms")
    helped = Word("这条有用吗？", "Did this help?")
    up = Word("有用", "Yes")
    down = Word("没用", "No")
    why = Word("哪里不对？", "What is wrong?")
    other_matter = Word("不是我问的事", "Not what I asked")
    incomplete = Word("缺我要的那一点", "The point I need is missing")
    outdated = Word("和现在做法不一样", "We do it differently now")
    unclear = Word("看不明白", "Hard to follow")
    thanks = Word("记下了，手册负责人会看到。", "Noted. The handbook’s owner will see it.")
    not_sent = Word(
        "没有记下来，服务器没有收。请再点一次。", "It was not noted: the server did not take it. Press once more."
    )
    tell = Word("告诉手册负责人", "Tell the owner")
    tell_note = Word("当时是什么情况，你要知道什么（可以不写）", "What happened, and what you need to know (optional)")
    tell_page = Word("这一页哪里不对、缺什么", "What is wrong or missing on this page")
    tell_privacy = Word(
        "不写姓名、电话、房号；写了也会打星号。", "No names, phones or room numbers; they are starred out."
    )
    send = Word("发给负责人", "Send")
    copy = Word("复制", "Copy")
    copied = Word("已复制", "Copied")
    tell_offline = Word(
        "这里没有服务器，发不出去。把下面几行复制给手册负责人：",
        "There is no server here to send it. Copy these lines to the handbook’s owner:",
    )
    page_message = Word(
        "{page}\n网址：{place}\n版本：{edition}\n要改的：",
        "{page}\nAddress: {place}\nEdition: {edition}\nWhat to change: ",
    )
    message = Word(
        "手册里没有找到：{question}\n最接近：{nearest}", "Not found in the handbook: {question}\nClosest: {nearest}"
    )
