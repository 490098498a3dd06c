"""Messages about forms: whose codes they have, who may see what is written on them, and what their fields say."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Forms(Message):
    """Forms: codes of our own, privacy, choices, and sense."""

    OWN_CODE_OF_SOURCE = error(
        "own-code-of-source",
        Bilingual(
            "“{value}”是原文件的编号，自编表单的编号以“{prefix}”开头，会混在一起",
            "'{value}' is a source's code, yet forms of our own have codes with '{prefix}' too",
        ),
        Bilingual(
            "在 library.yaml 的 own_codes 里换一个没有来源用的开头。", "Choose another own_codes in library.yaml."
        ),
    )
    OWN_CODE_MISSING = warning(
        "own-code-missing",
        Bilingual(
            "原文件里没有这张表，编号“{value}”却不是自编的“{prefix}…”",
            "no source has this form, yet its code '{value}' is not one of our own ('{prefix}…')",
        ),
        Bilingual(
            "换成 {prefix} 开头的编号；原文件有的，写上 source 的 code。",
            "Give it a code with {prefix}, or say the source's code in `source`.",
        ),
    )
    CODE_OF_SOURCE = error(
        "code-of-source",
        Bilingual(
            "编号“{value}”是原文件给另一张表的：{other}", "the source gives code '{value}' to another form: {other}"
        ),
        Bilingual("自编的表换一个编号。", "A form of our own takes another code."),
    )
    PUBLIC_BUT_PERSONAL = error(
        "public-but-personal",
        Bilingual(
            "这张表的 privacy 是 public，“{title}”却是{what}",
            "this form is `privacy: public`, yet '{title}' is {what}",
        ),
        Bilingual(
            "表的 privacy 改成 personal 或 sensitive，或者删掉这一栏。",
            "Make the form's privacy personal or sensitive, or take this field out.",
        ),
    )
    ONE_CHOICE = warning(
        "one-choice",
        Bilingual("“{title}”只有一个可选项", "'{title}' has one choice only"),
        Bilingual("再写一项；只有一种可能的用 tick。", "Add another; what is yes or no is a tick."),
    )
    CHOICES_ALIKE = warning(
        "choices-alike",
        Bilingual("“{first}”和“{second}”写的都是“{text}”", "'{first}' and '{second}' both say '{text}'"),
        Bilingual("改成不同的文字，或者删掉一项。", "Word them differently, or delete one."),
    )
