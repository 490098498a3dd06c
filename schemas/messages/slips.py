"""Messages about slips of the pen that YAML takes without a word."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual

_QUOTE: Bilingual = Bilingual(
    "是正文就把整段文字用引号括起来；是注释就另起一行，以“# ”开头。",
    "Put quotes around the whole text if it belongs there; a comment goes on a line of its own that starts with '# '.",
)


class Slips(Message):
    """What would be lost, or read otherwise than it was meant."""

    TEXT_CUT = error(
        "text-cut",
        Bilingual("“{rest}”不会被读到：YAML 把空格后面的 # 当作注释", "'{rest}' is not read: ' #' begins a comment"),
        _QUOTE,
    )
    COMMENT_AFTER_TEXT = warning(
        "comment-after-text",
        Bilingual("“{rest}”是注释，读者看不到", "'{rest}' is a comment, which no reader sees"),
        _QUOTE,
    )
    DASH_IN_TEXT = warning(
        "dash-in-text",
        Bilingual("“{rest}”接在上一行文字后面，不是列表的一项", "'{rest}' continues the text above and is no item"),
        Bilingual(
            "要列几项，就让每一项都以“- ”开头，冒号后面不写字；是正文就加引号。",
            "For a list, start every item with '- ' and write nothing after the colon; quote what is one text.",
        ),
    )
    WIDE_COMMA_IN_LIST = warning(
        "wide-comma-in-list",
        Bilingual("“{value}”里有“{sign}”，算作一项", "'{value}' is one item: '{sign}' separates nothing"),
        Bilingual(
            "分开几项用半角逗号加一个空格；就是一项，把它用引号括起来。",
            "Separate items by an ASCII comma and a space; put quotes around what is one item.",
        ),
    )
    WIDE_COMMA_IN_BRACKETS = error(
        "wide-comma-in-brackets",
        Bilingual("括号里的各项之间是“{sign}”", "'{sign}' stands between what is in brackets"),
        Bilingual("改成半角逗号加一个空格。", "Write an ASCII comma and a space."),
    )
    MARKUP_UNQUOTED = error(
        "markup-unquoted",
        Bilingual("带“{value}”的文字没有加引号", "a text with '{value}' is not quoted"),
        Bilingual("把整段文字用半角引号括起来。", "Put ASCII quotes around the whole text."),
    )
    QUOTES_SHOWN = warning(
        "quotes-shown",
        Bilingual("“{value}”前后的引号会照样显示", "the quotes around '{value}' are shown as they stand"),
        Bilingual(
            "不要就删掉；要显示，就在外面再加一对半角单引号。",
            "Delete them; if they are to be shown, put ASCII single quotes around them.",
        ),
    )
    ITEMS_RUN_TOGETHER = warning(
        "items-run-together",
        Bilingual("“{value}”像是写在一起的几项", "'{value}' looks like several items in one"),
        Bilingual("每项单独一行，以“- ”开头。", "Write each on a line of its own that starts with '- '."),
    )
    WIDE_BRACKETS = warning(
        "wide-brackets",
        Bilingual("“{value}”照样显示，不成链接", "'{value}' is shown as it stands; it is no link"),
        Bilingual("链接写成半角的 [[编号]] 或 [[地址]]。", "Write a link as [[code]] or [[address]], in ASCII."),
    )
    SINGLE_BRACKETS = warning(
        "single-brackets",
        Bilingual("“{value}”照样显示，不成链接", "'{value}' is shown as it stands; it is no link"),
        Bilingual("链接写两层方括号：[[{target}]]。", "A link has two brackets on each side: [[{target}]]."),
    )
    WIDE_BRACES = warning(
        "wide-braces",
        Bilingual("“{value}”照样显示，不会填上", "'{value}' is shown as it stands and never filled"),
        Bilingual("空格写成半角的 {{name}}。", "Write a blank as {{name}}, in ASCII."),
    )
    DOUBLE_BRACES = warning(
        "double-braces",
        Bilingual("“{value}”照样显示，不会填上", "'{value}' is shown with its signs, not as a blank"),
        Bilingual("空格只写一层花括号：{{{name}}}。", "A blank has one pair of braces: {{{name}}}."),
    )
    HALF_BLANK = warning(
        "half-blank",
        Bilingual("“{value}”少了另一半花括号", "'{value}' lacks its other brace"),
        Bilingual(
            "空格写成 {{name}}；文字里的花括号要成对。", "Write a blank as {{name}}; braces of a text come in pairs."
        ),
    )
    MARKUP_SHOWN = warning(
        "markup-shown",
        Bilingual("“{value}”照样显示，符号也在内", "'{value}' is shown as it stands, signs and all"),
        Bilingual("{instead}", "{instead}"),
    )
    CODE_UNKNOWN = warning(
        "code-unknown",
        Bilingual(
            "“{value}”像本手册的编号，却没有这条记录", "'{value}' looks like a code of this handbook; no record has it"
        ),
        Bilingual(
            "{guess}改成有的编号，写成 [[编号]]；别处的编号，写明是哪里的，再写 accept。",
            "{guess}Write one that exists, as [[code]]; if it is somebody else's, say whose and `accept` it.",
        ),
    )
    CODE_MISTYPED = warning(
        "code-mistyped",
        Bilingual(
            "“{value}”应当是 {code}，照样显示，不成链接", "'{value}' must be {code}; it is shown as typed, no link"
        ),
        Bilingual("写成 [[{code}]]。", "Write [[{code}]]."),
    )
    SIGNS_DOUBLED = warning(
        "signs-doubled",
        Bilingual("连着写了两个标点：“{value}”", "two signs in a row: '{value}'"),
        Bilingual("留一个。", "Keep one of them."),
    )
    SIGN_NARROW = notice(
        "sign-narrow",
        Bilingual("“{value}”里的“{sign}”是半角的", "'{value}' has an English '{sign}' between Chinese"),
        Bilingual("改成“{wide}”。", "Write '{wide}'."),
    )
    HALF_PAIR = warning(
        "half-pair",
        Bilingual("“{sign}”没有配对的“{other}”：{value}", "'{sign}' lacks its '{other}': {value}"),
        Bilingual("补上另一半，或者删掉它。", "Add the other half, or take this one out."),
    )
    TITLE_SIGN = warning(
        "title-sign",
        Bilingual("标题“{value}”里的“{sign}”会照样显示", "the title '{value}' is shown with its '{sign}'"),
        Bilingual(
            "删掉它；必填的栏目写 required: true。", "Take it out; a field that must be filled is `required: true`."
        ),
    )
    TEXT_IN_ENGLISH = warning(
        "text-in-english",
        Bilingual("这段文字是英文：“{value}”", "this text is in English: '{value}'"),
        Bilingual(
            "这里写中文；英文写进 handbook translate 写的 .po 文件。",
            "Chinese belongs here; the English goes into the .po file that handbook translate writes.",
        ),
    )
