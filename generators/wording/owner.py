"""The page of the handbook's owner: what was asked and not found."""

from __future__ import annotations

from schemas.words import Word, Words


class OwnerWords(Words):
    """Handed to that page in a file of their own (`assets/owner.<lang>.js`)."""

    owner_only = Word(
        "这一页要从运行 handbook serve 的那台电脑打开；要让别的电脑也能看，启动时加 --open-owner。",
        "Open this page on the machine that runs handbook serve. Started with --open-owner it lets others read it.",
    )
    owner_none = Word(
        "还没有。问到没有答案的，会记在这里。", "Nothing yet. Questions without an answer will stand here."
    )
    owner_failed = Word("此刻读不出来，请过一会儿再打开。", "It cannot be read just now; open it again in a moment.")
    owner_wait = Word("正在归类……", "Putting them together …")
    owner_count = Word("{groups} 组，共 {n} 次没有帮上", "{groups} groups, {n} times somebody was not helped")
    owner_asked = Word("问了 {n} 次", "asked {n} times")
    owner_down = Word("没用 {n}", "{n} × no help")
    owner_up = Word("有用 {n}", "{n} × helped")
    owner_days = Word("{first} 至 {last}", "{first} to {last}")
    owner_wordings = Word("还这样问", "Also put as")
    owner_notes = Word("读者留言", "Notes")
    owner_nearest = Word("最接近", "Closest")
    owner_now = Word("现在", "Now")
    status_answered = Word("能答", "answered")
    status_unsure = Word("没把握", "unsure")
    status_blank_in_handbook = Word("那一项留空", "left blank")
    status_not_in_handbook = Word("没有写", "not written")
    status_planned = Word("列了题目，还没有写", "named, not written yet")
    fix_ask = Word("如果这一处就是答案，加一条问法", "If that place is the answer, add an ask")
    fix_fact = Word("把留空的那一项补上", "Fill in what is left blank")
    fix_text = Word("找到了还是没帮上，改这一处的条文", "It is found and does not help: put the text right")
    fix_title = Word("如果手册没有写，新写一篇", "If it is not written, begin a new record")
    fix_at = Word("{file} 的 {place}", "{file}, at {place}")
    owner_copy = Word("复制", "Copy")
    owner_copied = Word("已复制", "Copied")
    reason_other_matter = Word("不是我问的事", "not what was asked")
    reason_incomplete = Word("缺要的那一点", "lacks the point")
    reason_outdated = Word("和现在做法不一样", "done differently now")
    reason_unclear = Word("看不明白", "hard to follow")
