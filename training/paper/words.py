"""What stands on the papers of an exam besides its questions."""

from __future__ import annotations

from schemas.words import Word, Words


class PaperWords(Words):
    """The words of papers, answer sheets, key, practical and sign-in sheet."""

    paper = Word("{course} 试卷", "{course} – exam paper")
    answers = Word("{course} 答题卡", "{course} – answer sheet")
    key = Word("{course} 答案与判分", "{course} – key and marking")
    practical = Word("{course} 实操评分表", "{course} – marking of the practical")
    sign_in = Word("{course} 签到表", "{course} – sign-in sheet")
    number = Word("第 {number} 卷", "Paper {number}")
    confidential = Word("考试用，不外传", "EXAM: KEEP CONFIDENTIAL")
    footer = Word("{handbook}　{course}", "{handbook}   {course}")

    name = Word("姓名", "Name")
    post = Word("岗位", "Post")
    seat = Word("座位号", "Seat")
    paper_no = Word("卷号", "Paper no.")
    date = Word("考试日期", "Date")
    time = Word("时间", "Time")
    minutes = Word("{minutes} 分钟", "{minutes} minutes")
    course = Word("课程", "Course")
    trainer = Word("培训人", "Trainer")
    place = Word("地点", "Place")
    topics = Word("内容", "Topics")
    sign = Word("签到", "Signature")
    handed_in = Word("交卷时间", "Handed in")
    remark = Word("备注", "Remarks")

    rules = Word("考生须知", "Before you begin")
    rule = Word("{no}. {text}", "{no}. {text}")
    rule_pass = Word(
        "共 {items} 道题，时间 {minutes} 分钟；答对 {right} 道（{pass_}）及格。",
        "There are {items} questions and {minutes} minutes. You pass with {right} right answers ({pass_}).",
    )
    rule_safety = Word(
        "{topics}关系人身安全：这里的题错一道，其余全对也不及格。",
        "People’s safety hangs on {topics}: one wrong answer there and you fail, however good the rest is.",
    )
    quoted = Word("“{text}”", "“{text}”")
    rule_sheet = Word(
        "答案写在卷号相同的答题卡上，写在试卷上的不算。",
        "Answer on the answer sheet with the number of this paper; what is written on the paper does not count.",
    )
    rule_alone = Word(
        "不看手册和手机，不交谈；试卷和答题卡都交回，不带走、不拍照。",
        "No handbook, no telephone, no talking. Hand in both paper and answer sheet; take no pictures of them.",
    )
    rule_drafts = Word(
        "本卷有 {count} 道题出自还没有批准的草案。",
        "Questions that come from drafts, which are not approved yet: {count}.",
    )
    rule_all_drafts = Word(
        "本卷的题都出自还没有批准的草案。", "All questions come from drafts that are not approved yet."
    )
    one = Word("一题一个答案", "One right answer")
    all = Word("不止一个答案：选全、选对才算对", "More than one right answer: choose all of them and no other")
    order = Word("排先后：写出字母的顺序，全对才算对", "Put in order: write the letters; the whole order must be right")
    heading = Word("{title}（第 {first}–{last} 题）", "{title} (questions {first}–{last})")
    heading_one = Word("{title}（第 {first} 题）", "{title} (question {first})")
    item_no = Word("{number}.", "{number}.")
    letter = Word("{letter}.", "{letter}.")
    end = Word("（第 {number} 卷完）", "(End of paper {number})")
    picture = Word("第 {number} 题的图", "Picture for question {number}")

    how_to_answer = Word(
        "把选中的字母涂黑或打叉，一题一个；要改，把错的圈划掉再涂对的。不止一个答案的题（标“多”）把对的都涂上；"
        "排先后的题按顺序在方框里写字母。",
        "Fill in or cross one letter for each question; to correct it, strike it out and fill in the other. Where a "
        "question has more than one right answer (marked +), fill in all of them; where things are put in order, write "
        "the letters into the boxes.",
    )
    several = Word("多", "+")
    candidate = Word("考生签名", "Candidate")
    invigilator = Word("监考人", "Invigilator")
    marker = Word("判卷人", "Marked by")
    right = Word("答对", "Right")
    of_items = Word("　　/ {items} 题", "        / {items}")
    safety_right = Word("安全题", "Safety questions")
    safety_all = Word("全对", "all right")
    safety_wrong = Word("有错", "one is wrong")
    result = Word("结果", "Result")
    passed = Word("及格（≥ {right}）", "passed (≥ {right})")
    failed = Word("不及格", "failed")


class KeyWords(Words):
    """What else stands on the key and on the practical's sheet."""

    how = Word("怎样判分", "How to mark")
    drawn = Word(
        "抽题号 {seed}：同一份手册、同一个抽题号，出同一套卷（--seed {seed}）。抽题号不告诉考生。",
        "Drawn with {seed}: the same handbook and the same seed give the same papers (--seed {seed}). Do not tell "
        "candidates the seed.",
    )
    find = Word(
        "按答题卡上的卷号找到下面的表，格子的排法和答题卡一样，可以剪下来放在旁边对。每格依次是题号、答案、出处号；"
        "出处号在后面的“每道题的出处”里查。",
        "Find the table with the number of the answer sheet below: it is laid out as the sheet is and may be cut out "
        "and put beside it. It has each question, its answer, and the number under which its source is listed below.",
    )
    one_mark = Word(
        "一题一分，没有半分。不止一个答案的要选全、不多选；排先后的要全部排对。涂改不清的算错。",
        "A question is one mark; there are no half marks. Where there is more than one right answer all of them and no "
        "other must be chosen; an order must be right as a whole. What cannot be read is wrong.",
    )
    pass_line = Word(
        "及格线：{items} 题中答对 {right} 题（{pass_}）。",
        "Pass line: {right} of {items} questions ({pass_}).",
    )
    safety = Word(
        "★ 是安全题（{topics}）：错一道就不及格，不论总分。",
        "★ is a safety question ({topics}): one wrong and the exam is failed, whatever the score.",
    )
    practical = Word(
        "笔试以外还有实操，用实操评分表；两样都过才算通过。",
        "There is a practical besides, with a sheet of its own; both must be passed.",
    )
    practical_share = Word(
        "笔试以外还有实操：满分 {marks} 分，实操占 {share}，合计 {pass_} 分及格。",
        "There is a practical besides: of {marks} marks it counts {share}; {pass_} in all are needed.",
    )
    attempts = Word("可以考 {attempts} 次", "{attempts} attempts are allowed")
    retake = Word("没过的 {time}后可以再考", "who failed may try again after {time}")
    drafts = Word(
        "有 {count} 道题（标“草”）出自还没有批准的草案；草案改了，题就作废，重新出卷。",
        "{count} questions (marked D) come from drafts that are not approved yet; when a draft changes, its questions "
        "are void and the papers are made anew.",
    )
    all_drafts = Word(
        "题都出自还没有批准的草案；草案改了，题就作废，重新出卷。",
        "All questions come from drafts that are not approved yet; when a draft changes, its questions are void and "
        "the papers are made anew.",
    )
    draft = Word("草", "D")
    by_hand = Word("自己出的题", "written by hand")
    private = Word("自己出的题，不供练习", "written by hand, never practised")
    sources = Word("每道题的出处", "Where each question comes from")
    no = Word("出处号", "No.")
    question = Word("题目和答案", "Question and answer")
    source = Word("出处", "Source")
    answer = Word("答：{text}", "Answer: {text}")
    step = Word("{where}：{step}", "{where}: {step}")
    coded = Word("{code}《{title}》", "{code} {title}")
    titled = Word("《{title}》", "{title}")
    arrow = Word(" → ", " → ")

    criterion = Word("看什么", "What is looked at")
    must = Word("必须", "Must")
    must_mark = Word("●", "●")
    full = Word("满分", "Marks")
    first = Word("考官一", "Examiner 1")
    second = Word("考官二", "Examiner 2")
    remark = Word("看到什么", "What was seen")
    total = Word("合计", "Total")
    how_practical = Word(
        "两位考官各自打分，打完再对；给分写在自己那一栏。标 ● 的做不到就不及格，不论总分。",
        "Each examiner marks alone, in a column of their own; they compare afterwards. Who misses what is marked ● "
        "fails, whatever the total.",
    )
    blank_rubric = Word(
        "课程里没有写实操评分表（rubric）：看什么、几分，考前由两位考官写在下面。",
        "The course has no rubric: before the test the two examiners write below what is looked at, and the marks.",
    )
    average = Word("平均分", "Average")
    musts_done = Word("必须做到的", "Musts")
    done = Word("都做到", "all done")
    missed = Word("有没做到的", "one was missed")
    result = Word("结果", "Result")
    passed = Word("通过", "passed")
    failed = Word("未通过", "failed")
    tutor = Word("带教人", "Tutor")
    examined = Word("被考核人", "Candidate")
    scene = Word("场景", "Scene")
