"""Words that the theme prints and the scripts of every page say: handed to them with each page."""

from __future__ import annotations

from schemas.words import Word, Words


class ThemeWords(Words):
    """What the templates of the theme print."""

    ask = Word("问一问", "Ask")
    ask_placeholder = Word("问一问：直接说事，或输入编号", "Ask: say what happened, or type a code")
    ask_examples = Word("可以这样问", "You might ask")
    ask_tip = Word(
        "按 / 开始问，↑↓ 选择，回车打开，Esc 收起", "Press / to ask, ↑↓ to move, Enter to open, Esc to close"
    )
    all_forms = Word("全部表单", "All forms")
    tell_owner = Word("这一页不对？告诉手册负责人", "Something wrong here? Tell the owner")
    glossary = Word("术语表", "Glossary")
    handbooks = Word("手册", "Handbooks")
    mine = Word("我的手册", "My handbook")
    licences = Word("第三方许可", "Licences of others")
    emergency = Word("紧急电话", "Emergency numbers")
    iam = Word("我是…", "I am …")
    all_roles = Word("岗位", "Roles")
    menu = Word("目录", "Contents")
    skip = Word("跳到正文", "Skip to content")
    scheme = Word("深色／浅色", "Dark / light")
    other_language = Word("English", "中文")
    other_short = Word("EN", "中")
    footer = Word(
        "内容由手册维护人编写，机器只负责检索与排版；答案以所引条文为准。",
        "Written by the department; the machine only finds and sets it. The cited text is what counts.",
    )
    close = Word("收起", "Close")
    answer_page = Word("在整页打开", "Open as a page")


class ScriptWords(Words):
    """What scripts say."""

    ask_suggestions = Word("可能要找的", "Suggestions")
    ask_suggested = Word("{n} 条，按 ↓ 选择", "{n} suggestions, press ↓ to choose")
    ask_count = Word("{n} / {most} 字", "{n} / {most} characters")
    ask_full = Word(
        "已到 {most} 字，多出的没有收进来。", "That is {most} characters; what goes beyond was not taken in."
    )
    ask_too_long = Word(
        "问题太长：最多 {most} 字，这里有 {n} 字。请只写要紧的一句。",
        "Too long: at most {most} characters, this has {n}. Please put only the sentence that matters.",
    )
    checklist_stop = Word("退出打勾", "Stop ticking")
    checklist_note = Word("勾选只留在这个标签页，关掉就没有。", "Ticks stay in this tab and go when you close it.")
    checklist_reset = Word("清空", "Clear")
    checklist_done = Word("完成", "done")
    tick_step = Word("完成：{step}", "Done: {step}")
    iam_is = Word("我是：{role}", "I am: {role}")
    flow_zoom = Word("原大", "Full size")
    copy_failed = Word(
        "浏览器不让复制：文字已选中，请自己复制。", "The browser refuses: the text is selected, copy it yourself."
    )
    filter_count = Word("{n} / {all}", "{n} / {all}")
    answer_from = Word("出处", "Source")
    danger_line = Word("有人有危险：", "Somebody is in danger: ")
    danger_cards = Word("应急卡", "emergency cards")
    danger_open = Word("照应急卡做：{card}", "Follow the card: {card}")
    answer_none = Word("手册里没有写。", "The handbook does not say.")
    answer_planned = Word(
        "“{title}”列在“{chapter}”里，还没有写。", "“{title}” is named in “{chapter}” and not written yet."
    )
    answer_none_more = Word(
        "不要自己编，请问主管；也可以换个说法再问一次。",
        "Do not improvise: ask your supervisor, or put the question in other words.",
    )
    answer_none_logged = Word(
        "不要自己编，请问主管。这个问题已经记下（不记姓名），手册维护人会看到。",
        "Do not improvise: ask your supervisor. The question is noted, without a name, for the handbook’s owner.",
    )
    answer_blank = Word(
        "手册里有这件事，但你问的这一项留空了。", "The handbook covers this, but leaves what you ask blank."
    )
    answer_blank_more = Word(
        "先按下面这条做，这一项请问主管。", "Follow the text below and ask your supervisor for the rest."
    )
    answer_unsure = Word(
        "没有正好对上的条文。下面是最接近的，请先核对再用。",
        "Nothing matches exactly. This is the closest; check it before you rely on it.",
    )
    answer_others = Word("还有这些条文", "Also in the handbooks")
    answer_near = Word("相近的条文", "Close to it")
    answer_open = Word("打开这一条", "Open it")
    answer_play = Word("从这里一步步走", "Step through from here")
    answer_print = Word("打印 {title}", "Print {title}")
    answer_fill = Word("填写 {title}", "Fill in {title}")
    answer_say = Word("说", "Say")
    answer_lexical = Word(
        "词面检索：语义索引尚未建成，换个词可能找到更多。", "Matching words only: the semantic index is not built yet."
    )
    answer_encoder_crashed = Word(
        "词面检索：语义编码器没能处理这个问题，换个词可能找到更多。",
        "Matching words only: the encoder failed at this question. Other words may find more.",
    )
    answer_vectors_away = Word(
        "词面检索：数据库暂时连不上，换个词可能找到更多。",
        "Matching words only: the database cannot be reached just now. Other words may find more.",
    )
    answer_offline = Word(
        "离线回答：只用随页面携带的索引，没有经过服务器。",
        "Answered offline, from the index that comes with these pages.",
    )
    answer_static = Word(
        "离线回答：这里没有问答服务器，只用随页面携带的索引。",
        "Answered offline: there is no server to ask here, only the index that comes with these pages.",
    )
    answer_unreachable = Word(
        "离线回答：连不上服务器，现在由页面自己回答，问题没有记下；服务器一回来，这里就会说。",
        "Answered offline: the server cannot be reached. The page answers by itself and the question is not noted; "
        "once the server is back, this line says so.",
    )
    answer_back = Word("服务器又连上了，下一个问题由它回答。", "The server is back and will answer the next question.")
    answer_busy = Word(
        "离线回答：服务器正忙，由页面自己回答，问题没有记下；下一个问题会再找服务器。",
        "Answered offline: the server is busy and the question is not noted; the next question tries it again.",
    )
    answer_refused = Word(
        "服务器出了错（{status}），没有回答。请再问一次；还不行就告诉维护人。",
        "The server failed ({status}) and gave no answer. Please ask again; if it stays so, tell whoever runs it.",
    )
    answer_again = Word("再问一次", "Ask again")
    text_places = Word("正文中：{n} 处", "In the text: {n}")
    text_none = Word("正文中没有这些字。", "The text does not have these words.")
    text_all = Word("全部 {n} 处", "All {n} places")
    text_listed = Word(
        "共 {all} 处，这里列出前 {n} 处；多写一个词，范围就小一些。",
        "{all} places; these are the first {n}. One more word narrows them down.",
    )
    text_unavailable = Word("正文检索此刻用不了。", "The text cannot be searched just now.")
    answer_waiting = Word("正在查手册……", "Looking it up …")
    answer_failed = Word(
        "问答框暂时用不了，请从目录或表单清单里找。",
        "The question box is not available; please use the contents or the list of forms.",
    )
    draft = Word("草稿", "Draft")
    approved = Word("已批准", "Approved")
    withdrawn = Word("已废止", "Withdrawn")
    edition_value = Word("第 {edition} 版", "Edition {edition}")
    source_effective = Word("{date} 起生效", "effective {date}")
