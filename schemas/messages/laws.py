"""Messages about laws: which are cited, whether they are in force, and when somebody last looked."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Laws(Message):
    """The list of laws, and the records that cite them."""

    LAW_CITED_TWICE = error(
        "law-cited-twice",
        Bilingual("“{value}”引用了两次，第一次在第 {first} 行", "'{value}' is cited twice, first on line {first}"),
        Bilingual(
            "合成一项：articles 里写各条，says 里一起说。", "Make it one: all articles in `articles`, one `says`."
        ),
    )
    NO_SUCH_ARTICLE = error(
        "no-such-article",
        Bilingual("{title}只有 {most} 条，没有第 {value} 条", "{title} has {most} articles, and no article {value}"),
        Bilingual("照法规原文核对条号。", "Check the number against the law itself."),
    )
    LAW_SUPERSEDED = warning(
        "law-superseded",
        Bilingual("{title}已经由{other}代替", "{title} has been superseded by {other}"),
        Bilingual("改为引用 {id}，条号照新法核对。", "Cite {id} instead, and check the articles against it."),
    )
    LAW_NOT_IN_FORCE = warning(
        "law-not-in-force",
        Bilingual("{title}到 {date} 才施行", "{title} does not take effect before {date}"),
        Bilingual(
            "施行以前照现行的写，或说明原因：accept。",
            "Cite what is in force until then, or accept this with a reason.",
        ),
    )
    LAW_SUPERSEDED_IN_A_CIRCLE = error(
        "law-superseded-in-a-circle",
        Bilingual("代替关系绕成了圈：{value}", "the laws supersede one another in a circle: {value}"),
        Bilingual("改 superseded_by。", "Change superseded_by."),
    )
    LAW_UNUSED = notice(
        "law-unused",
        Bilingual("没有记录引用这部法规", "no record cites this law"),
        Bilingual("在依据它的记录里写 laws，或者从表里删掉。", "Cite it in `laws` of what rests on it, or delete it."),
    )
    LAW_CHECKED_IN_FUTURE = error(
        "law-checked-in-future",
        Bilingual("核对日期 {date} 还没有到", "it is said to be checked on {date}, which is still to come"),
        Bilingual(
            "写真正查的那天；没查过就不写 checked。", "Write the day it was done; leave `checked` out until then."
        ),
    )
    LAW_CHECK_DUE = notice(
        "law-check-due",
        Bilingual("上次核对是 {date}，超过一年了", "it was last checked on {date}, more than a year ago"),
        Bilingual("查一遍是否仍然有效，再写新的日期。", "See whether it is still in force, and write the new date."),
    )
    ARTICLE_IN_PROSE = warning(
        "article-in-prose",
        Bilingual("法条写在了正文里：{value}", "an article of a law is typed in prose: {value}"),
        Bilingual(
            "写进这条记录的 laws，正文只写要做什么。",
            "Cite it in `laws` of this record; the text says what is to be done.",
        ),
    )
