"""The words of a translation: what is no English, cut off, mistyped, or that of the text beside it."""

from __future__ import annotations

import pytest

from schemas.catalogue import Message
from schemas.checks.english import check_words
from schemas.checks.swapped import swapped
from schemas.library import Library
from schemas.loader import load_library
from schemas.messages import English
from tests.schemas.content import CATALOGUE, LIBRARY, SCRIPT, Content

STEPS = "procedures/complaint-handling#steps"


def broken(source: str, translation: str) -> list[tuple[English, str]]:
    """The rules that a translation breaks, each with what shows it."""
    return [(rule, *map(str, values.values())) for rule, values in check_words(source, translation)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("source", "translation", "sign"),
    [
        ("先问有没有人受伤。", "Ask first whether anybody", "。"),
        ("查到了吗？", "Found", "？"),
        ("查到了吗？", "It was found.", "？"),
        ("（先救人。）", "(Save people first)", "。"),
    ],
)
def test_a_sentence_that_does_not_end_is_found(source: str, translation: str, sign: str) -> None:
    """By the sign at the end, before brackets and quotes; a question stays one."""
    assert broken(source, translation) == [(English.TRANSLATION_CUT, sign)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("查到了吗？", "Found?"), ("先问人。", "Ask about people first!"), ("他说“好”。", "He said “yes.”"),
        ("序号", "No."), ("要不要回访", "Follow up?"), ("见《[[GT-R-KF-01]]》。", "See [[GT-R-KF-01]]."),
    ],
)  # fmt: skip
def test_a_sentence_may_end_as_english_does(source: str, translation: str) -> None:
    """With another stop, inside its quotes; a heading may have one that the Chinese has not."""
    assert broken(source, translation) == []


@pytest.mark.parametrize(
    ("translation", "token"),
    [
        ("TODO", "TODO"), ("Call the owner TBD", "TBD"), ("FIXME: call", "FIXME"), ("Call XXX", "XXX"),
        ("Call ???", "???"), ("Call (?)", "(?)"), ("translate me", "translate me"),
        ("not yet translated", "not yet translated"),
        ("https://example.cn/a?b=1", "https://example.cn/a?b=1"), ("front.desk@example.cn", "front.desk@example.cn"),
        (r"C:\texts\a.docx", r"C:\texts\a.docx"), ("en/forms/a.po", "en/forms/a.po"),
    ],
)  # fmt: skip
def test_a_note_or_an_address_is_no_translation(translation: str, token: str) -> None:
    """It is the only finding: there is nothing to compare."""
    assert broken("打电话给业主。", translation) == [(English.TRANSLATION_UNFINISHED, token)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("待定（TBD）", "TBD"), ("邮箱 a@example.cn", "a@example.cn"), ("做什么", "To do"),
        ("打哪个电话？", "Which number?"),
        ("见 https://example.cn", "See https://example.cn"), ("不涉及", "n/a"), ("翻译", "Translate"),
    ],
)  # fmt: skip
def test_what_the_chinese_has_too_is_no_note(source: str, translation: str) -> None:
    """An abbreviation or an address that is spoken of; words that look like a note; an address among words."""
    assert broken(source, translation) == []


@pytest.mark.parametrize(
    ("translation", "token"),
    [
        (r"Call\a", r"\a"), (r"Call \u4e00", r"\u4e00"), (r"C:\now it is", r"\now"), ("Call %(name)s", "%(name)s"),
        ("Call {name", "{"), ("Call {Name}", "{"), ("Call [[now", "[["), ("Call him]]", "]]"),
    ],
)  # fmt: skip
def test_markup_that_nothing_reads_is_found(translation: str, token: str) -> None:
    """Escapes, blanks of other programs, halves of blanks and links."""
    assert (English.TRANSLATION_MARKUP, token) in broken("给业主打电话", translation)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        (r"路径 \a", r"The path \a"), ("{name}来电", "{name} calls"), ("见 [[GT-R-KF-01]]", "See [[GT-R-KF-01]]"),
        ("打九折", "10% off"), ("甲〔一〕", "A [1]"), ("打几折？", "What % off?"),
    ],
)  # fmt: skip
def test_signs_that_mean_themselves_are_no_markup(source: str, translation: str) -> None:
    """Those of the Chinese, our own blanks and links, brackets and per cent."""
    assert English.TRANSLATION_MARKUP not in dict(check_words(source, translation))


@pytest.mark.parametrize(
    ("translation", "words"),
    [
        ("Ne pas toucher la vanne", "ne pas la"), ("Bitte nicht anfassen", "bitte nicht"),
        ("Llame al cliente en un plazo breve", "al en un"), ("Chiamare il cliente entro due ore", "il"),
        ("Registre des clés", "des clés"), ("Zadzwoń do klienta w ciągu dnia", "zadzwoń ciągu"),
        ("お客様へ", "お客様へ"), ("Позвоните", "Позвоните"), ("고객", "고객"), ("Сall now", "Сall"),
    ],
)  # fmt: skip
def test_another_language_is_found(translation: str, words: str) -> None:
    """By its everyday words and accents, or its letters, a Cyrillic С among Latin ones too."""
    assert broken("给业主打电话", translation) == [(English.TRANSLATION_LANGUAGE, words)]


@pytest.mark.parametrize(
    "translation",
    [
        "Liu Yang, Los Angeles",
        "In the café of the façade",
        "30 m², 5 kΩ",
        "No. 5, en suite",
        "Die cut, per piece",
        "Call",
    ],
)
def test_loans_and_names_are_english(translation: str) -> None:
    """A word of another language, two among English ones, units; what is too short to tell."""
    assert English.TRANSLATION_LANGUAGE not in dict(check_words("给业主打电话", translation))


@pytest.mark.parametrize(
    ("translation", "token"),
    [
        ("Call the the owner", "the the"), ("Call The the owner", "the the"), ("Call a a man", "a a"),
        ("Call ,then go", "Call ,then"), ("Call,then go", "Call,then"), ("Call them.Then go", "them.Then"),
        ("Call;; go", "Call;;"), ("Call..", "Call.."), ("Call  them", "Call  them"), (" Call", " Call"),
        ("Call ", "Call "), ("Call (them", "("), ("Call them)", ")"),
        ("Say “yes", "“"), ("Say yes”", "”"),
    ],
)  # fmt: skip
def test_what_is_mistyped_is_found(translation: str, token: str) -> None:
    """Words twice, signs, spaces, brackets and quotes, with the words around them."""
    assert broken("给业主打电话", translation) == [(English.TRANSLATION_MISTYPED, token)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("他有过", "that he had had that that day"), ("公司", "A Co., Ltd."), ("见 1) 和 a)", "1) first, a) second"),
        ("等", "wait …"), ("8:00 到 9:00", "8:00–9:00"), ("乙（甲", "B (A"), ("例如", "e.g. this; no, no"),
        ("3:1", "3:1"), ("他说的", "“a”, “b” (c)"),
    ],
)  # fmt: skip
def test_what_looks_mistyped_and_is_not(source: str, translation: str) -> None:
    """«Had had», abbreviations, the brackets of a list, times and ratios, a bracket that the Chinese leaves open."""
    assert English.TRANSLATION_MISTYPED not in dict(check_words(source, translation))


@pytest.fixture(scope="module")
def library() -> Library:
    """The small library."""
    return load_library(LIBRARY).require()


def exchanged(library: Library, *texts: tuple[str, str, str]) -> list[tuple[str, str]]:
    """What is told of texts, each a key, its Chinese and its English, when the first two exchange their English."""
    english = [texts[1][2], texts[0][2], *(text[2] for text in texts[2:])]
    messages = {
        f"{STEPS}.{key}": Message(zh, en, fuzzy=False, line=1) for (key, zh, _), en in zip(texts, english, strict=True)
    }
    return [
        (one.removeprefix(f"{STEPS}."), other.removeprefix(f"{STEPS}.")) for one, other in swapped(library, messages)
    ]


ASK = ("a.ask", "前台能否当场答复清楚？", "Can the front desk settle it on the spot?")
DO = (
    "a.do",
    "联系投诉人，到场核实，拟定处理意见。",
    "Contact the complainant, verify on site, and draft how to handle it.",
)
SAY = (
    "a.say",
    "已转{department}，{time}前由{name}给您回话。",
    "I have passed this to {department}; {name} will call you by {time}.",
)
OWNER = ("b.title", "通知业主", "Telling the resident")
COMPLAINT = ("c.title", "登记投诉", "Entering the complaint")


@pytest.mark.parametrize("texts", [(ASK, DO), (DO, SAY), (SAY, ASK), (OWNER, COMPLAINT)])
def test_english_that_changed_places_is_found(library: Library, texts: tuple[tuple[str, str, str], ...]) -> None:
    """By questions, blanks, and terms; the first text names the second."""
    one, other = texts

    assert exchanged(library, one, other) == [(one[0], other[0])]
    assert exchanged(library, one, other, ("z.title", "归档", "Filing")) == [(one[0], other[0])]


@pytest.mark.parametrize("texts", [(ASK, DO), (DO, SAY), (SAY, ASK), (OWNER, COMPLAINT)])
def test_english_in_its_place_is_not(library: Library, texts: tuple[tuple[str, str, str], ...]) -> None:
    """The same texts as they should be, the first of them far from its English in another way."""
    one, other = texts

    assert exchanged(library, (*one[:2], other[2]), (*other[:2], one[2])) == []


def test_short_words_without_a_term_cannot_be_told_apart(library: Library) -> None:
    """Nothing shows which is which: that stays with the reader."""
    assert exchanged(library, ("a.title", "处理", "Handling"), ("b.title", "归档", "Filing")) == []


COPIED = "Find the cause, act, and reply to the service centre in writing."
SCRIPT_CATALOGUE = SCRIPT.replace("scripts/hold", "en/scripts/hold").replace(".yaml", ".po")


def test_english_of_another_record_is_found(content: Content) -> None:
    """A sentence that says another thing there; with the place of both."""
    place = content.put(SCRIPT_CATALOGUE, 'msgstr "~Say why and ask before leaving the line~"', COPIED)
    line = int(place.split(":")[1]) - 2

    assert content.check("en") == [
        (
            f"{SCRIPT_CATALOGUE}:{line}:1: warning: the English is that of another Chinese text: "
            "离线查询前说明原委并征求同意 [translation-copied]\n"
            f"    The other is greentown-after-sales/{STEPS}.handle.do (查明原因，采取措施，书面回复服务中心。). "
            "Translate call-scripts/scripts/hold-and-call-back#rules.ask-first.text; "
            "where both mean the same, let the Chinese be the same."
        )
    ]


def test_a_short_phrase_may_stand_in_two_records(content: Content) -> None:
    """So may a sentence whose Chinese is nearly the same."""
    content.put(
        SCRIPT_CATALOGUE,
        'msgstr "~Say why and ask before leaving the line~"',
        "Approves the handling of major complaints",
    )
    assert content.check("en") == []

    content.put(SCRIPT, "text: ~离线查询前说明原委并征求同意~", "查明原因，采取措施，再回复服务中心。")
    content.change(
        SCRIPT_CATALOGUE, 'msgid "离线查询前说明原委并征求同意"', 'msgid "查明原因，采取措施，再回复服务中心。"'
    )
    content.change(SCRIPT_CATALOGUE, '"Approves the handling of major complaints"', f'"{COPIED}"')
    assert [said for said in content.check("en") if "translation-copied" in said] == []


def test_texts_that_changed_places_are_one_finding(content: Content) -> None:
    """Whatever else may be wrong with either; it names the other."""
    text = content.read(CATALOGUE)
    say, mind = (text.partition(f'"{STEPS}.receive.{key}"')[2].split("\n")[2] for key in ("say", "mind"))
    content.write(CATALOGUE, text.replace(say, "@").replace(mind, say).replace("@", mind))

    (said,) = content.check("zh")
    assert said.partition(": ")[2] == (
        "警告: 英文像是和另一处的对调了：您说的我记下来了，是这样，……，您看有没有漏的？ [translation-swapped]\n"
        f"    另一处是 {STEPS}.receive.mind（情绪激烈时请到会客室，由两人接待。）。"
        f"对着中文看 {STEPS}.receive.say 和它：对调了的换回来。"
    )
