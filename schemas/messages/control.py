"""Messages about document control: who signed, since when, what was withdrawn and what a record was called."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Control(Message):
    """Document control: signatures and their days, texts that were withdrawn, records that were renamed."""

    APPROVAL_UNSIGNED = warning(
        "approval-unsigned",
        Bilingual("写着已批准，没有写谁批准、哪天批准", "this is approved, but not by whom and on which day"),
        Bilingual(
            "写 status: {{approved: {{name: 姓名, post: 职务, on: 日期}}}}；还没有批准的写 status: draft。",
            "Write status: {{approved: {{name: …, post: …, on: …}}}}, or status: draft while it is not approved.",
        ),
    )
    DATE_ASTRAY = warning(
        "date-astray",
        Bilingual("{date} 离今天太远", "{date} is far off from today"),
        Bilingual(
            "多半是年份写错了，核对；没错就写 accept，说明原因。",
            "Most often the year is wrong: check it, or `accept` it with the reason.",
        ),
    )
    SOURCE_IN_FUTURE = warning(
        "source-in-future",
        Bilingual("原件写着 {date}，这一天还没有到", "the source is dated {date}, which has not come yet"),
        Bilingual("照原件核对。", "Check it in the source."),
    )
    SIGNED_IN_FUTURE = warning(
        "signed-in-future",
        Bilingual("签字的日期 {date} 还没有到", "the day of this signature, {date}, has not come yet"),
        Bilingual("改成实际签字的日期。", "Write the day on which it was signed."),
    )
    SIGNED_OUT_OF_ORDER = warning(
        "signed-out-of-order",
        Bilingual(
            "{later}（{later_on}）早于{earlier}（{earlier_on}）",
            "{later} ({later_on}) is before {earlier} ({earlier_on})",
        ),
        Bilingual(
            "先编制，再审核，再批准，然后才起执行、作废：核对日期。",
            "A text is prepared, checked, approved, and then takes effect or is withdrawn: check the days.",
        ),
    )
    SIGNED_BEFORE_SOURCE = warning(
        "signed-before-source",
        Bilingual("{act}（{on}）早于原件（{source}）", "{act} ({on}) is before the source ({source})"),
        Bilingual(
            "这份文字照原件写成，日期不会比原件早：核对年份。",
            "The text was made from its source and cannot be older: check the year.",
        ),
    )
    REVISED_IN_FUTURE = warning(
        "revised-in-future",
        Bilingual("修订的日期 {date} 还没有到", "the day of this revision, {date}, has not come yet"),
        Bilingual("改成实际修订的日期。", "Write the day on which it was revised."),
    )
    REVISIONS_OUT_OF_ORDER = warning(
        "revisions-out-of-order",
        Bilingual(
            "修订日期 {date} 早于上一次修订（{before}）", "this revision ({date}) is before the one above ({before})"
        ),
        Bilingual("从旧到新排列；日期写错了就改。", "List them from old to new, or put the day right."),
    )
    REVISION_MISSING = warning(
        "revision-missing",
        Bilingual("修订记录里没有现在的版本“{edition}”", "the revisions do not list the edition in force, '{edition}'"),
        Bilingual(
            '加一行：- {{edition: "{edition}", on: 日期, what: 改了什么}}。',
            'Add a line: - {{edition: "{edition}", on: day, what: …}}.',
        ),
    )
    APPROVED_BY_AUTHOR = warning(
        "approved-by-author",
        Bilingual("{name}自己编制、自己{what}", "{name} prepared this and {what} it too"),
        Bilingual("换一个人。", "Let it be somebody else."),
    )
    REVIEW_TOO_FAR = warning(
        "review-too-far",
        Bilingual("下次评审写在 {date}，五年以后", "the next review is on {date}, more than five years ahead"),
        Bilingual("写一年以内的日期，最迟不过三年。", "Write a day within a year, three years at the latest."),
    )
    REVIEW_BEFORE_EFFECTIVE = warning(
        "review-before-effective",
        Bilingual(
            "下次评审（{date}）早于起执行的日期（{effective}）",
            "the review ({date}) is before it takes effect ({effective})",
        ),
        Bilingual("评审在执行以后：改其中一个日期。", "It is reviewed after it took effect: change one of the days."),
    )
    PLANNED_IS_WRITTEN = notice(
        "planned-is-written",
        Bilingual("“{value}”已经写了：{record}", "'{value}' is written: {record}"),
        Bilingual("从 planned 里拿掉，把它列进 records。", "Take it out of `planned` and list it in `records`."),
    )
    WITHDRAWN_IN_USE = warning(
        "withdrawn-in-use",
        Bilingual("“{value}”已经作废", "'{value}' has been withdrawn"),
        Bilingual("{successor}", "{successor}"),
    )
    WITHDRAWN_WITHOUT_SUCCESSOR = warning(
        "withdrawn-without-successor",
        Bilingual(
            "作废了，没有写以后用哪一份，也没有写为什么", "this is withdrawn, with neither what takes its place nor why"
        ),
        Bilingual(
            "写 replaced_by: 编号；没有别的代替它的，写 reason: 原因。",
            "Write replaced_by: code, or where nothing takes its place, reason: why.",
        ),
    )
    REPLACED_IN_A_CIRCLE = error(
        "replaced-in-a-circle",
        Bilingual("代替来代替去，又回到自己：{value}", "what takes its place leads back to itself: {value}"),
        Bilingual("留一份现行的。", "One of them must be in force."),
    )
    REPLACED_BY_OTHER_KIND = warning(
        "replaced-by-other-kind",
        Bilingual("{kind}由{other}“{value}”代替", "{kind} is replaced by {other}: '{value}'"),
        Bilingual(
            "写同一种的；没有的，写 reason 说明去了哪里。",
            "Name one of its own kind, or say in `reason` where it went.",
        ),
    )
    RENAMED_WITHOUT_FORMERLY = warning(
        "renamed-without-formerly",
        Bilingual("以前叫 {value}，没有写 formerly", "this was {value} before, and does not say so"),
        Bilingual(
            "写 formerly: [{value}]，旧链接、印好的二维码才找得到它；再运行 handbook translate。",
            "Write formerly: [{value}], so that links and printed codes still find it; then run handbook translate.",
        ),
    )
    CHAPTERED_TWICE = warning(
        "chaptered-twice",
        Bilingual(
            "“{value}”在目录里列了两次",
            "'{value}' is in the chapters twice",
        ),
        Bilingual("留一处。", "Keep it in one place."),
    )
    ACCEPT_INCOMPLETE = error(
        "accept-incomplete",
        Bilingual("认可“{accepted}”，没有说明是哪一处", "'{accepted}' is accepted without saying where"),
        Bilingual("写上 at: {at}, value: {value}。", "Write at: {at}, value: {value}."),
    )
    ACCEPT_OUTDATED = warning(
        "accept-outdated",
        Bilingual("认可的是“{before}”，现在写的是“{value}”", "'{before}' was accepted; now it is '{value}'"),
        Bilingual(
            "改好原处；仍然可以这样的，把 value 换成 {value}。",
            "Put it right there; if it is right as it is, write value: {value}.",
        ),
    )
    ACCEPT_WITHOUT_REASON = error(
        "accept-without-reason",
        Bilingual("“{value}”不是理由", "'{value}' is no reason"),
        Bilingual("写清楚为什么可以这样。", "Say why it is right as it is."),
    )
