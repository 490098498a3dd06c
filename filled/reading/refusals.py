"""Why a file is not read: one line for each reason, and one that says how to put it right."""

from __future__ import annotations

from typing import Final

from schemas.findings import HandbookError
from schemas.words import Bilingual, Named


class Refusal(Named):
    """The reasons; `{names}` are filled from the error."""

    wording: Bilingual

    MISSING = "missing", Bilingual("没有这个文件", "there is no such file")
    UNREADABLE = "unreadable", Bilingual("文件打不开：{reason}", "it cannot be opened: {reason}")
    EMPTY = "empty", Bilingual("文件是空的", "it is empty")
    TOO_BIG = "too-big", Bilingual("文件超过 {most} MB", "it is larger than {most} MB")
    PDF = "pdf", Bilingual("是 PDF，不是 Word 文档（.docx）", "it is a PDF, not a Word document (.docx)")
    OLD_WORD = (
        "old-word",
        Bilingual(
            "是旧格式（.doc）或加了密码的文档，请不加密码另存为 .docx",
            "it is an old .doc or has a password; save it as .docx without one",
        ),
    )
    NOT_ZIP = "not-zip", Bilingual("不是 Word 文档（.docx）", "it is not a Word document (.docx)")
    BROKEN_ZIP = "broken-zip", Bilingual("文件不完整或已损坏", "it is incomplete or damaged")
    PACKING = "packing", Bilingual("压缩格式不对（{method}）", "it is packed in a way no form is ({method})")
    AROUND = (
        "around",
        Bilingual(
            "文件前后夹带了别的内容",
            "something else was put before or behind the document in it",
        ),
    )
    MANY_PARTS = "many-parts", Bilingual("里面的部件超过 {most} 个", "it holds more than {most} parts")
    SAME_NAMES = "same-names", Bilingual("里面有两个同名的部件 {name}", "it holds the part {name} twice")
    BAD_NAME = (
        "bad-name",
        Bilingual("里面有部件名越出了文件：{name}", "a part of it has a name that leads outside: {name}"),
    )
    LINK = (
        "link",
        Bilingual(
            "里面的部件是指向别处的链接：{name}",
            "a part of it is a link to a file elsewhere: {name}",
        ),
    )
    ENCRYPTED = "encrypted", Bilingual("里面的部件加了密：{name}", "a part of it is encrypted: {name}")
    BOMB = "bomb", Bilingual("里面的 {name} 压缩得异常小", "{name} in it is packed suspiciously small")
    TOO_LARGE_INSIDE = "too-large-inside", Bilingual("展开后超过 {most} MB", "it unpacks to more than {most} MB")
    PART_TOO_LARGE = (
        "part-too-large",
        Bilingual("里面的 {name} 超过 {most} MB", "{name} in it is larger than {most} MB"),
    )
    MUCH_TEXT = (
        "much-text",
        Bilingual("里面的文字部件合计超过 {most} MB", "its parts of text are larger than {most} MB together"),
    )
    MACROS = "macros", Bilingual("带宏（{name}）", "it holds macros ({name})")
    EMBEDDED = (
        "embedded",
        Bilingual("嵌有其他文件或控件（{name}）", "another file or an active control is embedded in it ({name})"),
    )
    MACRO_TYPE = (
        "macro-type",
        Bilingual("是启用宏的文档，请另存为 .docx", "it is a macro-enabled document; save it as .docx"),
    )
    NOT_WORD = "not-word", Bilingual("不是 Word 文档，是 {kind}", "it is not a Word document but {kind}")
    NO_PART = "no-part", Bilingual("里面缺少 {name}", "it lacks {name}")
    TWO_DOCUMENTS = "two-documents", Bilingual("里面有两份正文", "it holds two documents")
    TYPED_TWICE = "typed-twice", Bilingual("里面的 {name} 有两种类型", "{name} in it has two types")
    FIELD = (
        "field",
        Bilingual("带有会取用外部内容的域（{name}）", "a field in it would fetch something from outside ({name})"),
    )
    TEMPLATE = (
        "template",
        Bilingual(
            "引用了模板文件（{target}）；在 Word 的“开发工具—文档模板”里改成 Normal 再存，或把填的内容抄进新下载的空表",
            "it refers to a template ({target}); in Word, under Developer > Document Template, choose Normal and save, "
            "or copy what is filled in to a fresh copy of the form",
        ),
    )
    EXTERNAL = "external", Bilingual("引用了外部文件（{kind}）", "it refers to a file outside ({kind})")
    ENCODING = "encoding", Bilingual("里面的 {name} 不是 UTF-8", "{name} in it is not UTF-8")
    DOCTYPE = (
        "doctype",
        Bilingual("里面的 {name} 带有 DOCTYPE 或实体定义", "{name} in it has a doctype or defines entities"),
    )
    MANY_ELEMENTS = "many-elements", Bilingual("里面的 {name} 元素太多", "{name} in it has too many elements")
    MANY_NAMES = (
        "many-names",
        Bilingual("里面的 {name} 的元素名称超过 {most} 种", "{name} in it has more than {most} names of elements"),
    )
    MANY_CONTROLS = "many-controls", Bilingual("里面的栏目超过 {most} 个", "it has more than {most} fields")
    BAD_XML = (
        "bad-xml",
        Bilingual(
            "里面的 {name} 不是正确的 XML，或嵌套太深",
            "{name} in it is not well-formed XML, or is nested too deep",
        ),
    )
    STRICT = (
        "strict",
        Bilingual(
            "是 Strict 格式的文档，请另存为普通的 .docx",
            "it was saved as Strict Open XML; save it as an ordinary .docx",
        ),
    )
    NO_FORM = "no-form", Bilingual("不是本手册库的表单", "it is not a form of this library")
    UNKNOWN_FORM = "unknown-form", Bilingual("表单 {form} 不在本手册库里", "its form, {form}, is not in this library")
    BLANK_VARIANT = (
        "blank-variant",
        Bilingual("是打印用的空白表，没有可读的栏目", "it is the variant to print, which has nothing to read"),
    )
    PRACTICE = (
        "practice",
        Bilingual("是课程里填的练习稿，不是记录", "it is the practice copy of a course, and no record"),
    )


class RefusedError(HandbookError):
    """A file that is not read.

    Args:
        reason: why; it becomes `rule` of the error.
        values: what the wording is filled with.
    """

    def __init__(self, reason: Refusal, /, **values: object) -> None:
        super().__init__(reason, reason.wording, **values)
        self._reason: Final = reason

    def remedy(self, lang: str) -> str:
        """How to put it right, in *lang*, where the reason does not say so itself; else empty."""
        words = _REMEDIES.get(self._reason)
        return words.of(lang) if words is not None else ""


_SAVE_ANEW: Final = Bilingual(
    "用 Word 或 WPS 打开，另存为 .docx 再试；打不开，就请交表的人重发一份。",
    "Open it in Word or WPS and save it as .docx; where that fails, ask whoever handed it in to send it again.",
)
_COPY_OVER: Final = Bilingual(
    "把填的内容抄进新下载的空表；别人发来的，先问清是谁、为什么这样做。",
    "Copy what is filled in to a fresh copy of the form; if somebody sent it, ask first who did and why.",
)
_ASK_FOR_WORD: Final = Bilingual(
    "请交填好的那个 Word 文件（.docx）；扫描件、照片和别的软件的文件读不出填了什么。",
    "Ask for the Word file that was filled in (.docx): what a scan, a photo or another program holds cannot be read.",
)
_TAKE_OURS: Final = Bilingual(
    "从网站的“全部表单”下载这张表再填；是别的手册库的表，用 --root 指明那个库。",
    "Download the form from «All forms» on the site and fill that in; if it is of another library, name it by --root.",
)
_REMEDIES: Final = {
    **dict.fromkeys((Refusal.EMPTY, Refusal.BROKEN_ZIP, Refusal.PACKING, Refusal.AROUND), _SAVE_ANEW),
    **dict.fromkeys((Refusal.MANY_PARTS, Refusal.SAME_NAMES, Refusal.BAD_NAME, Refusal.LINK), _SAVE_ANEW),
    **dict.fromkeys((Refusal.ENCRYPTED, Refusal.BOMB, Refusal.NO_PART, Refusal.TWO_DOCUMENTS), _SAVE_ANEW),
    **dict.fromkeys((Refusal.TYPED_TWICE, Refusal.ENCODING, Refusal.DOCTYPE, Refusal.BAD_XML), _SAVE_ANEW),
    **dict.fromkeys((Refusal.MANY_ELEMENTS, Refusal.MANY_NAMES, Refusal.MANY_CONTROLS), _SAVE_ANEW),
    **dict.fromkeys((Refusal.TOO_BIG, Refusal.TOO_LARGE_INSIDE, Refusal.PART_TOO_LARGE, Refusal.MUCH_TEXT), _COPY_OVER),
    **dict.fromkeys((Refusal.MACROS, Refusal.EMBEDDED, Refusal.FIELD, Refusal.EXTERNAL), _COPY_OVER),
    **dict.fromkeys((Refusal.PDF, Refusal.NOT_ZIP, Refusal.NOT_WORD), _ASK_FOR_WORD),
    **dict.fromkeys((Refusal.NO_FORM, Refusal.UNKNOWN_FORM), _TAKE_OURS),
    Refusal.BLANK_VARIANT: Bilingual(
        "填在纸上的，照纸面录入；要在电脑上填，下载“在电脑上填”的那一份。",
        "What was written on paper is typed in from there; to fill it in on screen, download the copy for that.",
    ),
}
"""For each reason; those that are not here say it themselves, or there is nothing to be done."""
