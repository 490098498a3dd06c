"""Words of practice: a customer who answers, a card against the clock; given to their scripts."""

from __future__ import annotations

from schemas.words import Word, Words


class PracticeWords(Words):
    """What the scripts say."""

    between_phrases = Word("”“", "”, “")
    play_all = Word("看全部", "Show everything")
    play_back = Word("上一步", "Back")
    play_again = Word("从头来", "Start again")
    play_trail = Word("走过的", "The way so far")
    play_keys = Word("按数字键选，退格键回上一步，Esc 退出", "Number keys choose, Backspace goes back, Esc leaves")

    play_leave = Word("退出", "Leave")
    play_link = Word("复制链接", "Copy the link")
    play_cut = Word(
        "链接里走过的路和现在的内容对不上，从这一步接着走。",
        "The way in the link is no longer that of this text. Go on from here.",
    )
    copied = Word("已复制", "Copied")
    copy_text = Word("复制文字", "Copy as text")
    print_record = Word("打印这一份", "Print this")
    record = Word("走过的记录", "The record so far")
    remedy_title = Word("处理办法", "What to do")
    order = Word("派工单", "Work order")
    order_customer = Word(
        "客户：＿＿＿＿＿＿　电话：＿＿＿＿＿＿＿＿　地址：＿＿＿＿＿＿＿＿＿＿＿＿",
        "Customer: ____________  Phone: ______________  Address: ______________________",
    )
    order_who = Word("转给", "Hand over to")
    order_within = Word("时限", "Within")
    order_forms = Word("要填的表", "Forms to fill")
    asked = Word("查问经过", "What was asked and answered")
    record_colon = Word("：", ": ")

    clock_name = Word("限时 {seconds} 秒", "{seconds} seconds allowed")
    clock_late = Word("还剩 {n} 秒", "{n} seconds left")
    clock_out = Word("时间到", "Time is up")

    how_to_practise = Word("怎么练", "How to practise")
    choose_lines = Word("从几句里选", "Choose the line")
    type_lines = Word("自己打字说", "Type what you would say")
    without_clock = Word("不计时", "No clock")
    pause = Word("暂停", "Pause")
    paused = Word("已暂停，时间停着。", "Paused. The clock has stopped.")
    go_on = Word("继续", "Go on")
    leave_practice = Word("退出练习", "Leave")

    talk_title = Word("跟客户对练", "Practise with a customer")
    talk_lead = Word(
        "客户来了，该说什么、做什么由你定。说完看记录：你说的、好的说法、差在哪里。",
        "A customer turns up, and what is said and done is up to you. Afterwards you see what you said, what a good "
        "agent would have said, and where the two part.",
    )
    next_customer = Word("接下一位", "Next customer")
    which_customer = Word("自己挑一位", "Choose the customer")
    customer_done = Word("练过", "practised")
    customer_no = Word("第 {n} 位客户", "Customer {n}")
    customer_stubborn = Word("一再绕回来", "Comes back to it again and again")
    ways_done = Word("{all} 种客户，练过 {n} 种", "{n} of {all} customers practised")
    talk_begins = Word("开始了，轮到你", "It begins, and it is your turn")
    talk_goes_on = Word("接着呢？", "And then?")
    talk_limit = Word("已经绕回 {n} 次，到头了", "Come back to {n} times: that is the limit")
    talk_log = Word("对话", "The talk")
    what_say = Word("你怎么说？", "What do you say?")
    what_do = Word("你怎么做？", "What do you do?")
    what_say_typed = Word("你怎么说？打字，回车说出", "What do you say? Type it; Enter says it")
    say_it = Word("说", "Say it")
    do_tag = Word("做", "Do")
    hint_never = Word("“{phrase}”是不说的话，换个说法？", "“{phrase}” is never said. Another way to put it?")
    hint_when = Word("留意：“{phrase}”{when}是不说的。", "Careful: “{phrase}” is never said {when}.")

    mark_said = Word("对了", "Right")
    mark_nearly = Word("差一点", "Nearly")
    mark_missed = Word("不对", "Not right")
    mark_forbidden = Word("用了不说的话", "Words never said")
    mark_late = Word("超时", "Out of time")
    mark_branch = Word("那是“{answer}”时才对。", "That is for “{answer}”.")
    mark_again = Word("这一步已经过了。", "That moment is past.")
    mark_order = Word("还不到说这句、做这步的时候。", "That belongs to another moment.")
    mark_limit = Word("次数到了，不再绕回去。", "The limit is reached: not once more.")
    mark_never = Word("“{phrases}”不能说。", "“{phrases}” is never said.")
    mark_left_out = Word("漏了标出的地方。", "What is marked was left out.")

    good_says = Word("好的说法", "A good agent says")
    good_does = Word("该这样", "What is right")
    also_do = Word("同时做", "Meanwhile")
    also_note = Word("留意", "Bear in mind")
    also_cause = Word("原因", "Cause")
    also_remedy = Word("处理", "Remedy")
    also_say = Word("说", "Say")
    you_said = Word("你", "You")
    you_chose = Word("你选的", "You chose")
    score = Word("得分", "Score")
    verdict_all = Word("全对。", "Everything right.")
    verdict_good = Word("练得不错。", "Well done.")
    verdict_half = Word("至少对了一半，再来一遍更稳。", "At least half is right. Once more and it will stay.")
    verdict_again = Word("先看记录，再来一遍。", "Read the transcript, then try again.")
    another_customer = Word("换一位客户", "Another customer")
    same_again = Word("同一位再来", "The same once more")
    print_transcript = Word("打印记录", "Print the transcript")
    to_customers = Word("选客户", "Choose a customer")
    transcript = Word("对话记录", "Transcript")
    transcript_sign = Word(
        "姓名：＿＿＿＿＿＿＿＿　带教人：＿＿＿＿＿＿＿＿", "Name: ________________   Tutor: ________________"
    )
    transcript_note = Word(
        "打字的按用词对照，不看意思；换了说法而意思对的，请带教人评。练习记录不是考核成绩。",
        "What is typed is compared word by word, not by its meaning: ask your tutor where other words say the same. "
        "Practice is no exam.",
    )

    card_title = Word("计时练习", "Practise against the clock")
    card_lead = Word(
        "一分钟：打哪个电话，头几步的次序，怎么说，什么绝不能做。开始后卡片盖住，点一下就回来。",
        "One minute: whom to call, the first acts in order, what to say, what is never done. The card is covered "
        "meanwhile; one tap brings it back.",
    )
    card_start = Word("盖住卡片，开始", "Cover the card and start")
    card_show = Word("真的出事了？点这里看应急卡", "A real emergency? Show the card")
    card_call_first = Word("先打哪个电话？", "Which number do you call first?")
    card_call_when = Word("这时打哪个电话？", "Which number do you call then?")
    card_order = Word("头几步，按先后点。", "The first acts: tap them in order.")
    card_say = Word("这时怎么说？", "What do you say then?")
    card_never = Word("哪些绝不能做？全部点出来。", "What is never done? Tap all of it.")
    card_ready = Word("就这样", "That is it")
    card_result = Word("练完了", "Done")
    card_in_time = Word("用时 {time}，一分钟之内。", "{time}: within the minute.")
    card_too_late = Word(
        "用时 {time}，超过一分钟。真的出事时先叫人、先打电话，再想其余。",
        "{time}: more than the minute. In earnest, warn people and call first, then think of the rest.",
    )
    card_life_first = Word("先救人，东西放在后面。", "Life first, property later.")
    card_says = Word("卡上写的", "The card says")
    card_again = Word("再练一次", "Once more")
    card_back = Word("看应急卡", "Show the card")


class PracticePageWords(Words):
    """What stands on the page."""

    practise_talk = Word("跟客户对练", "Practise with a customer")
    practise_card = Word("计时练习", "Practise against the clock")
