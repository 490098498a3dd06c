"""Messages about the English: what is missing, what is in the wrong place, what says otherwise than the Chinese."""

from __future__ import annotations

from schemas.messages.wording import Message, notice, warning
from schemas.words import Bilingual


class English(Message):
    """The catalogues, and the English in them."""

    TRANSLATION_MISSING = warning(
        "translation-missing",
        Bilingual("缺少英文：{value}", "the English is missing: {value}"),
        Bilingual("{how}", "{how}"),
    )
    TRANSLATION_FUZZY = warning(
        "translation-fuzzy",
        Bilingual("英文待核：{value}", "the English has to be looked at: {value}"),
        Bilingual(
            "中文改过，或者英文是从同一句话的另一处抄来的。在 {catalogue} 里核对 {address}，去掉 fuzzy 标记。",
            "The Chinese changed, or the English was copied from where the same is said. "
            "Check {address} in {catalogue} and remove `fuzzy`.",
        ),
    )
    TRANSLATION_OUTDATED = warning(
        "translation-outdated",
        Bilingual("中文改了，翻译文件还没有更新：{value}", "the Chinese changed, the catalogue has not: {value}"),
        Bilingual("运行 handbook translate，再核对 {address}。", "Run handbook translate, then check {address}."),
    )
    TRANSLATION_BLANKS = warning(
        "translation-blanks",
        Bilingual("英文里的空格或链接与中文不同：{value}", "the English has other blanks or links: {value}"),
        Bilingual("{address} 两边都要有：{expected}。", "{address} must have on both sides: {expected}."),
    )
    TRANSLATION_EMPTY = warning(
        "translation-empty",
        Bilingual("英文里只有空格：{value}", "the English is nothing but spaces: {value}"),
        Bilingual("译出 {address}，或者把引号里清空。", "Translate {address}, or leave nothing between the quotes."),
    )
    TRANSLATION_SAME = warning(
        "translation-same",
        Bilingual("英文就是中文原文：{value}", "the English is the Chinese itself: {value}"),
        Bilingual("译出 {address}；还没译的留空。", "Translate {address}; leave empty what is not translated yet."),
    )
    TRANSLATION_COPIED = warning(
        "translation-copied",
        Bilingual("英文和另一处一字不差，中文却不同：{value}", "the English is that of another Chinese text: {value}"),
        Bilingual(
            "另一处是 {other}（{said}）。照中文译 {address}；两处本是一个意思，就把中文写成一样。",
            "The other is {other} ({said}). Translate {address}; "
            "where both mean the same, let the Chinese be the same.",
        ),
    )
    TRANSLATION_SWAPPED = warning(
        "translation-swapped",
        Bilingual(
            "英文像是和另一处的对调了：{value}", "the English seems to have changed places with another: {value}"
        ),
        Bilingual(
            "另一处是 {other}（{said}）。对着中文看 {address} 和它：对调了的换回来。",
            "The other is {other} ({said}). Compare {address} and it with the Chinese; exchange them if it is so.",
        ),
    )
    TRANSLATION_NUMBERS = warning(
        "translation-numbers",
        Bilingual("中英文的数字对不上（{numbers}）：{value}", "numbers differ in the English ({numbers}): {value}"),
        Bilingual(
            "以中文为准，改 {address} 的英文；中文错了就改中文。",
            "The Chinese counts: put the English of {address} right, or the Chinese where that is wrong.",
        ),
    )
    TRANSLATION_LENGTH = warning(
        "translation-length",
        Bilingual(
            "英文 {letters} 个字母，中文 {characters} 个字，长短差得太多：{value}",
            "{letters} letters of English for {characters} Chinese characters, which is far off: {value}",
        ),
        Bilingual(
            "核对 {address}：是不是贴错了地方，或者漏了、多了几句。",
            "Check {address}: it may stand in the wrong place, or say too little or too much.",
        ),
    )
    TRANSLATION_BREAKS = warning(
        "translation-breaks",
        Bilingual(
            "英文里有制表符，或者换行和中文不一样：{value}",
            "the English has a tab, or other line breaks than the Chinese: {value}",
        ),
        Bilingual(
            "改 {address}：删掉 \\t；\\n 和中文一样多。",
            "Put {address} right: no \\t, and as many \\n as the Chinese has.",
        ),
    )
    TRANSLATION_CHINESE = warning(
        "translation-chinese",
        Bilingual("英文里有中文的字或标点“{token}”：{value}", "there is Chinese '{token}' in the English: {value}"),
        Bilingual("译出来；标点换成英文的。", "Translate it; take English punctuation."),
    )
    TRANSLATION_APOSTROPHE = notice(
        "translation-apostrophe",
        Bilingual("英文里有直撇号或直引号：{token}", "there is a straight apostrophe or quote in the English: {token}"),
        Bilingual("写 ’ “ ”。", "Write ’ “ ”."),
    )
    TRANSLATION_CUT = warning(
        "translation-cut",
        Bilingual(
            "中文以“{sign}”收尾，英文没有：{value}", "the Chinese ends with '{sign}', and the English does not: {value}"
        ),
        Bilingual(
            "核对 {address}：没译完的译完，贴错了地方的换过来；一句话要有句号、问号。",
            "Check {address}: finish what was cut off, put back what is in the wrong place; "
            "a sentence ends with a full stop or a question mark.",
        ),
    )
    TRANSLATION_UNFINISHED = warning(
        "translation-unfinished",
        Bilingual("英文里的“{token}”不是译文：{value}", "'{token}' in the English is no translation: {value}"),
        Bilingual("译出 {address}；还没译的留空。", "Translate {address}; leave empty what is not translated yet."),
    )
    TRANSLATION_MARKUP = warning(
        "translation-markup",
        Bilingual(
            "英文里的“{token}”会照原样印出来：{value}", "'{token}' in the English is shown as it stands: {value}"
        ),
        Bilingual(
            "在 {address} 里删掉它，或者直接打出它要表示的字；空格写成 {{name}}，链接写成 [[编号]]，两边的括号都要有。",
            "Delete it in {address}, or type what it stands for; a blank is {{name}} and a link [[code]], "
            "with both brackets.",
        ),
    )
    TRANSLATION_LANGUAGE = warning(
        "translation-language",
        Bilingual("译文不是英文（{token}）：{value}", "the translation is no English ({token}): {value}"),
        Bilingual("把 {address} 译成英文。", "Translate {address} into English."),
    )
    TRANSLATION_MISTYPED = warning(
        "translation-mistyped",
        Bilingual("英文里有笔误“{token}”：{value}", "something is mistyped in the English, '{token}': {value}"),
        Bilingual(
            "在 {address} 里改：重复的词、标点、空格删掉一个，缺的半边括号或引号补上。",
            "In {address} delete the word, sign or space too many, or add the space, bracket or quote that is missing.",
        ),
    )
    TRANSLATION_TWICE = warning(
        "translation-twice",
        Bilingual("{address} 写了两次，第一次在第 {first} 行", "{address} is written twice, first on line {first}"),
        Bilingual("用的是第 {first} 行的；留一个。", "What line {first} says is used; keep one of them."),
    )
    TRANSLATION_PLURAL = warning(
        "translation-plural",
        Bilingual("{address} 写成了单复数两种", "{address} is written with plurals"),
        Bilingual(
            "运行 handbook translate：第一种成为译文待核，其余的留作注释。",
            "Run handbook translate: the first becomes the translation, to be looked at, the others a comment.",
        ),
    )
    TRANSLATION_UNKNOWN = warning(
        "translation-unknown",
        Bilingual("没有 {address} 这段文字，这条英文用不上", "there is no text {address}: nobody sees this English"),
        Bilingual(
            "{guess}运行 handbook translate，它把这条移到该去的地方，或者留作废。",
            "{guess}handbook translate moves it where it belongs, or keeps it as obsolete.",
        ),
    )
    TRANSLATION_MOVED = warning(
        "translation-moved",
        Bilingual(
            "{number} 处中文换了地址，英文还在原来的地址，没有人看得到",
            "{number} Chinese texts have another address; their English is still at the old one, where nobody sees it",
        ),
        Bilingual(
            "如 {first} 现在是 {to}。运行 handbook translate，它把英文移过去。",
            "{first} for instance is {to} now. Run handbook translate: it moves the English there.",
        ),
    )
    TRANSLATION_ELSEWHERE = warning(
        "translation-elsewhere",
        Bilingual("{address} 的英文不该在这个文件里", "the English of {address} does not belong in this file"),
        Bilingual("运行 handbook translate，它移到 {catalogue}。", "handbook translate moves it to {catalogue}."),
    )
    TRANSLATION_OBSOLETE = notice(
        "translation-obsolete",
        Bilingual("有 {number} 条作废的英文", "obsolete entries: {number}"),
        Bilingual("用不上的，删掉 #~ 开头的行。", "Delete the lines that begin with #~ if nobody needs them."),
    )
    CATALOGUE_HEADER = warning(
        "catalogue-header",
        Bilingual("文件头里 {key} 是“{value}”", "the header says {key}: '{value}'"),
        Bilingual(
            "应是“{expected}”；运行 handbook translate 会改好。",
            "It should be '{expected}'; handbook translate puts it right.",
        ),
    )
    CATALOGUE_STRAY = warning(
        "catalogue-stray",
        Bilingual("没有 {record} 这条记录，这个翻译文件没人用", "there is no record {record}: nobody reads this file"),
        Bilingual(
            "{guess}运行 handbook translate，认得出的英文移到它的记录那里；用不上的，删掉这个文件。",
            "{guess}handbook translate moves what it knows to its records; delete the file if nobody needs it.",
        ),
    )
