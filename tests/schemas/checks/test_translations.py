"""The English: what is missing, what may be wrong since the Chinese changed, and blanks that got lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from schemas.catalogue import Message, catalogue_path
from schemas.checks.copied import copied
from schemas.checks.english import check_words
from schemas.loader import load_library
from schemas.messages import English
from schemas.translating import merged_catalogues, translatable
from tests.schemas.content import (
    BOOK,
    CATALOGUE,
    COMPLAINTS,
    FIRE,
    GUIDE,
    KEYS,
    KEYS_CATALOGUE,
    SETTINGS,
    TODAY,
    Content,
)

ADDRESS = "procedures/complaint-handling#steps.escalate.title"
ENTRY = f'msgctxt "{ADDRESS}"\nmsgid "升级"\nmsgstr "Escalation"\n'


def test_a_missing_text_is_pointed_at_in_the_yaml(content: Content) -> None:
    """There is no place for it in the catalogue yet; its address is named."""
    content.change(CATALOGUE, ENTRY, "")
    place = content.place(COMPLAINTS, "升级")

    assert [finding.say("zh") for finding in content.findings()] == [
        (
            f"{place}: 警告: 缺少英文：升级 [translation-missing]\n"
            f"    运行 handbook translate，它写进 {CATALOGUE}，再译出 {ADDRESS}。"
        )
    ]
    assert [finding.say("en") for finding in content.findings()] == [
        (
            f"{place}: warning: the English is missing: 升级 [translation-missing]\n"
            f"    handbook translate puts it into {CATALOGUE}; then translate {ADDRESS}."
        )
    ]


def test_an_empty_translation_is_missing(content: Content) -> None:
    """As `handbook translate` leaves a new text."""
    content.change(CATALOGUE, ENTRY, ENTRY.replace("Escalation", ""))

    assert [finding.hint.zh for finding in content.findings()] == [f"在 {CATALOGUE} 里译出 {ADDRESS}。"]
    assert [finding.hint.en for finding in content.findings()] == [f"Translate {ADDRESS} in {CATALOGUE}."]


def test_a_fuzzy_one_is_pointed_at_in_the_catalogue(content: Content) -> None:
    """The translator looks at it and removes the mark."""
    content.change(CATALOGUE, ENTRY, f"#, fuzzy\n{ENTRY}")
    place = content.place(CATALOGUE, "#, fuzzy")
    (said,) = content.check("zh")

    assert said.partition("\n    ")[0] == f"{place}: 警告: 英文待核：升级 [translation-fuzzy]"
    assert said.partition("\n    ")[2] == (
        f"中文改过，或者英文是从同一句话的另一处抄来的。在 {CATALOGUE} 里核对 {ADDRESS}，去掉 fuzzy 标记。"
    )


def test_a_changed_text_says_that_the_catalogue_is_behind(content: Content) -> None:
    """The English of the old text is not shown as that of the new one."""
    place = content.put(COMPLAINTS, "title: ~升级~", "上报")

    (finding,) = content.findings()

    assert finding.say("zh").startswith(f"{place}: 警告: 中文改了，翻译文件还没有更新：上报 [translation-outdated]\n")
    assert finding.hint.zh == f"运行 handbook translate，再核对 {ADDRESS}。"
    record = content.library().view("en").entries["greentown-after-sales/procedures/complaint-handling"].record
    assert record.model_dump()["steps"][11]["title"] == "上报"


def test_blanks_and_links_must_be_the_same_on_both_sides(content: Content) -> None:
    """A name in braces that the English lost would leave a gap in the sentence."""
    content.change(CATALOGUE, "{name} will call you back by {time}.", "somebody will call you back by {time}.")
    (finding,) = content.findings()

    assert finding.path == CATALOGUE
    assert finding.say("zh").partition(": ")[2] == (
        "警告: 英文里的空格或链接与中文不同：已转{department}，{time}前由{… [translation-blanks]\n"
        "    procedures/complaint-handling#steps.grade.say 两边都要有：department, name, time。"
    )


def test_a_library_in_one_language_misses_no_other(content: Content) -> None:
    """Without `en` among the languages nothing is asked for."""
    content.change(SETTINGS, "languages: [zh, en]", "languages: [zh]")
    content.write(CATALOGUE, "")

    assert content.findings() == ()


def test_a_long_text_is_shown_by_its_beginning_on_one_line(content: Content) -> None:
    """A finding stays a line."""
    content.change(COMPLAINTS, "purpose: 让", "purpose: |-\n  第一行\n  第二行\n  让")

    assert content.findings()[0].title.en.endswith(": 第一行 第二行 让每一件投诉有人接、有期限、有结…")


def test_every_text_has_one_address(content: Content) -> None:
    """No two texts of a catalogue share an address, and the addresses are those of the catalogue in print order."""
    library = content.library()
    for texts in translatable(library).values():
        addresses = [address for address, _ in texts]
        assert len(addresses) == len(set(addresses))
    assert [file for file in merged_catalogues(library, TODAY).values() if file.content] == []
    settings = translatable(library)[Path("handbook/en.po")]
    assert [address for address, _ in settings][:2] == ["library#title", "library#greeting"]


def test_an_address_goes_through_ids_and_survives_reordering(content: Content) -> None:
    """Columns exchanged, and steps, keep their English."""
    phone = "        - {id: phone, title: 联系电话, type: phone, privacy: personal, width: 12, required: true}\n"
    content.change(KEYS, phone, "")
    content.change(
        KEYS, "      columns:                                   # widths in percent\n", f"      columns:\n{phone}"
    )

    assert content.findings() == ()


def reworded(content: Content, translation: str, before: str = "") -> list[str]:
    """What is found in the English of a title that says *translation*; nothing else is wrong."""
    content.change(CATALOGUE, ENTRY, before + ENTRY.replace("Escalation", translation))
    return [finding.say("zh") for finding in content.findings()]


def place_of_entry(content: Content) -> str:
    """Where the entry of the title is."""
    return content.place(CATALOGUE, f'msgctxt "{ADDRESS}"')


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("  ", f"警告: 英文里只有空格：升级 [translation-empty]\n    译出 {ADDRESS}，或者把引号里清空。"),
        ("升级", f"警告: 英文就是中文原文：升级 [translation-same]\n    译出 {ADDRESS}；还没译的留空。"),
        (
            "Escalation，now",
            "警告: 英文里有中文的字或标点“，”：升级 [translation-chinese]\n    译出来；标点换成英文的。",
        ),
        (
            "Escalation 升级",
            "警告: 英文里有中文的字或标点“升级”：升级 [translation-chinese]\n    译出来；标点换成英文的。",
        ),
        (
            "Manager's turn",
            "提示: 英文里有直撇号或直引号：Manager's [translation-apostrophe]\n    写 ’ “ ”。",
        ),
        (
            "Escalation within 2 hours",
            (
                "警告: 中英文的数字对不上（2）：升级 [translation-numbers]\n"
                f"    以中文为准，改 {ADDRESS} 的英文；中文错了就改中文。"
            ),
        ),
    ],
)
def test_english_that_says_something_else_is_found(content: Content, translation: str, said: str) -> None:
    """Nothing, the Chinese, Chinese in it, straight apostrophes, other numbers: at the entry, with what to do."""
    assert reworded(content, translation) == [f"{place_of_entry(content)}: {said}"]


def test_english_of_spaces_is_not_shown(content: Content) -> None:
    """The Chinese is."""
    reworded(content, "   ")
    record = content.library().view("en").entries["greentown-after-sales/procedures/complaint-handling"].record

    assert record.model_dump()["steps"][11]["title"] == "升级"


def test_what_the_chinese_quotes_may_be_quoted(content: Content) -> None:
    """A character that is spoken of has no English."""
    content.put(COMPLAINTS, "title: ~升级~", "写“升”字")
    content.change(CATALOGUE, ENTRY, ENTRY.replace('"升级"', '"写“升”字"').replace("Escalation", "Write “升”"))

    assert content.findings() == ()


def test_an_address_written_twice_is_found(content: Content) -> None:
    """The first is used, as it always was, and the second is pointed at."""
    content.change(CATALOGUE, ENTRY, f"{ENTRY}\n{ENTRY.replace('Escalation', 'Passing it up')}")
    line = content.read(CATALOGUE).split("Passing it up")[0].count("\n") - 1

    assert [finding.say("zh") for finding in content.findings()] == [
        (
            f"{CATALOGUE}:{line}:1: 警告: {ADDRESS} 写了两次，第一次在第 {line - 4} 行 [translation-twice]\n"
            f"    用的是第 {line - 4} 行的；留一个。"
        )
    ]


def test_an_address_that_is_none_is_found_with_a_guess(content: Content) -> None:
    """The text that lacks its English is the likeliest."""
    content.change(CATALOGUE, ENTRY, ENTRY.replace("escalate", "escalat"))
    (unknown,) = content.findings()

    assert unknown.title.zh == "没有 procedures/complaint-handling#steps.escalat.title 这段文字，这条英文用不上"
    assert unknown.hint.zh == f"是不是“{ADDRESS}”？运行 handbook translate，它把这条移到该去的地方，或者留作废。"


def translate(content: Content) -> None:
    """Bring the catalogues up to date, as `handbook translate` does."""
    for path, file in merged_catalogues(load_library(content.root).require(), TODAY).items():
        if file.is_empty:
            (content.root / path).unlink()
        elif file.content is not None:
            content.write(str(path), file.content)


def warnings(content: Content) -> list[str]:
    """What is found that is no error and no notice."""
    return [finding.say("zh") for finding in content.findings() if finding.severity == "warning"]


def test_a_step_of_another_id_is_one_finding(content: Content) -> None:
    """However many texts it has: none of them lacks its English, which `handbook translate` moves."""
    text, english = content.read(COMPLAINTS), content.read(CATALOGUE)
    text = text.replace("  - id: close\n", "  - id: archive\n")
    content.write(COMPLAINTS, re.sub(r"\b(then|goes|to): close\b", r"\1: archive", text))
    line, number = english.split("#steps.close.title")[0].count("\n") + 1, english.count("#steps.close.")
    base = "procedures/complaint-handling#steps"

    assert warnings(content) == [
        (
            f"{CATALOGUE}:{line}:1: 警告: {number} 处中文换了地址，"
            "英文还在原来的地址，没有人看得到 [translation-moved]\n"
            f"    如 {base}.close.title 现在是 {base}.archive.title。运行 handbook translate，它把英文移过去。"
        )
    ]
    translate(content)
    assert warnings(content) == []


@pytest.mark.parametrize(("path", "new"), [(GUIDE, "at-the-desk"), (FIRE, "fire-now")])
def test_a_renamed_record_is_one_finding(content: Content, path: str, new: str) -> None:
    """Its English stayed under the old name: neither is each of its texts without English, nor is the file nobody's."""
    old = content.root / path
    renamed, kind = path.replace(old.stem, new), old.parent.name
    old.rename(old.with_stem(new))

    assert warnings(content) == [
        (
            f"{renamed}:1:1: 警告: 以前叫 {kind}/{old.stem}，没有写 formerly [renamed-without-formerly]\n"
            f"    写 formerly: [{kind}/{old.stem}]，旧链接、印好的二维码才找得到它；再运行 handbook translate。"
        )
    ]
    content.write(renamed, f"{content.read(renamed)}formerly: [{kind}/{old.stem}]\n")
    (stray,) = warnings(content)
    assert stray.startswith(f"{catalogue_path(Path(path)).as_posix()}:1:1: 警告: 没有 {kind}/{old.stem} 这条记录")
    translate(content)
    assert warnings(content) == []


def test_english_of_another_record_is_found(content: Content) -> None:
    """With the file that it belongs in; one of a record that is not there is unknown."""
    elsewhere = ENTRY.replace("complaint-handling", "key-loan").replace("procedures", "forms")
    content.write(KEYS_CATALOGUE, f"{content.read(KEYS_CATALOGUE)}\n{ENTRY}\n{elsewhere}")

    assert [finding.title.en for finding in content.findings()] == [
        f"the English of {ADDRESS} does not belong in this file",
        "there is no text forms/key-loan#steps.escalate.title: nobody sees this English",
    ]
    assert content.findings()[0].hint.en == f"handbook translate moves it to {CATALOGUE}."


def test_plurals_are_found(content: Content) -> None:
    """And are no translation that is shown."""
    plural = ENTRY.replace("msgstr ", 'msgid_plural "升级"\nmsgstr[0] ')
    content.change(CATALOGUE, ENTRY, plural)

    assert [finding.rule for finding in content.findings()] == ["translation-fuzzy", "translation-plural"]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("charset=UTF-8", "charset=GBK", "警告: 文件头里 charset 是“GBK” [catalogue-header]\n    应是“UTF-8”；"),
        ("Language: en\\n", "Language: zh\\n", "警告: 文件头里 Language 是“zh” [catalogue-header]\n    应是“en”；"),
    ],
)
def test_a_header_that_says_otherwise_is_found(content: Content, right: str, wrong: str, said: str) -> None:
    """Editors open and save the file as it says."""
    place = content.put(CATALOGUE, f'"~{right}~"' if "Language" in right else f"~{right}~\\n", wrong)

    assert [finding.say("zh") for finding in content.findings()] == [
        f"{place.split(':')[0]}:{place.split(':')[1]}:1: {said}运行 handbook translate 会改好。"
    ]


def test_a_catalogue_of_no_record_is_found(content: Content) -> None:
    """In a folder with a slip in its name, of a name that no record has, or where catalogues are not looked for."""
    stray = CATALOGUE.replace("procedures", "procedure")
    content.write(stray, content.read(CATALOGUE))
    content.write(f"{BOOK}/forms/x.po", 'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n')

    assert [finding.say("zh") for finding in content.findings()] == [
        (
            f"{stray}:1:1: 警告: 没有 procedure/complaint-handling 这条记录，这个翻译文件没人用 [catalogue-stray]\n"
            "    是不是“procedures/complaint-handling”？"
            "运行 handbook translate，认得出的英文移到它的记录那里；用不上的，删掉这个文件。"
        ),
        (
            f"{BOOK}/forms/x.po:1:1: 警告: 没有 forms/x 这条记录，这个翻译文件没人用 [catalogue-stray]\n"
            "    运行 handbook translate，认得出的英文移到它的记录那里；用不上的，删掉这个文件。"
        ),
    ]


def test_obsolete_entries_are_counted(content: Content) -> None:
    """For whoever tidies up."""
    content.write(CATALOGUE, content.read(CATALOGUE) + '\n#~ msgctxt "a"\n#~ msgid "b"\n#~ msgstr "c"\n')

    assert [finding.say("en") for finding in content.findings()] == [
        (
            f"{CATALOGUE}:1:1: notice: obsolete entries: 1 [translation-obsolete]\n"
            "    Delete the lines that begin with #~ if nobody needs them."
        )
    ]


@pytest.mark.parametrize(
    ("source", "translation", "rules"),
    [
        ("接听", "Answer the call", []),
        ("会签", "The other departments sign", []),
        ("接听", "Answer the call before the third ring and say who you are", [English.TRANSLATION_LENGTH]),
        ("先问有没有人触电、滑倒、被困；再问房号、漏在哪里、哪里有电。", "Who is hurt?", [English.TRANSLATION_LENGTH]),
        ("接听", "Answer\nthe call", [English.TRANSLATION_BREAKS]),
        ("接听", "Answer\tthe call", [English.TRANSLATION_BREAKS]),
        ("接听\n记录", "Answer\nTake notes", []),
        ("接听\n记录", "Answer, take notes", [English.TRANSLATION_BREAKS]),
    ],
)  # fmt: skip
def test_english_of_another_length_or_shape_is_found(source: str, translation: str, rules: list[English]) -> None:
    """Far more or fewer letters than a translation takes, a tab, a line more or less; what is usual is not."""
    assert [rule for rule, _ in check_words(source, translation)] == rules


def test_what_has_no_letter_needs_no_english(content: Content) -> None:
    """A telephone number is the same in both languages: nobody is asked to translate it."""
    content.change(f"{BOOK}/handbook.yaml", "  phone: 0571-0000-0000\n", "  phone: 0571-0000-0000\n  desk: 0571-1\n")

    assert list(content.findings()) == []
    assert content.library().view("en").project_value("desk", "greentown-after-sales") == "0571-1"


def test_english_that_was_copied_is_named(content: Content) -> None:
    """Neighbours are told apart by their English, however short it is; of others long English is looked at."""
    content.change(CATALOGUE, 'msgid "升级"\nmsgstr "Escalation"', 'msgid "升级"\nmsgstr "Closing and filing"')
    first = content.read(CATALOGUE).partition('#steps.handle.do"')[2].partition("msgstr ")[2].partition("\n\n")[0]
    second = content.read(CATALOGUE).partition('#steps.follow-up.do"')[2].partition("msgstr ")[2].partition("\n\n")[0]
    content.change(CATALOGUE, second, first)
    before = "procedures/complaint-handling#steps"

    assert [said.partition(": ")[2] for said in content.check()] == [
        (
            "warning: the English is that of another Chinese text: 电话或上门回访；如实记下业主原话和满意程度。 "
            f"[translation-copied]\n    The other is {before}.handle.do (查明原因，采取措施，书面回复服务中心。). "
            f"Translate {before}.follow-up.do; where both mean the same, let the Chinese be the same."
        ),
        (
            "warning: the English is that of another Chinese text: 结案归档 [translation-copied]\n"
            f"    The other is {before}.escalate.title (升级). "
            f"Translate {before}.close.title; where both mean the same, let the Chinese be the same."
        ),
    ]


@pytest.mark.parametrize(
    ("source", "other", "english"),
    [
        ("电话", "联系电话", "Phone"),
        ("楼道有烟", "楼道有烟，问往哪跑", "Smoke in the stairs of the building"),
        (
            "没断电去拉，倒下的是两个人。",
            "没断电就拉，倒下的是两个人。",
            "Pull before the power is off and two people go down.",
        ),
    ],
)
def test_english_may_be_the_same_where_the_chinese_is_nearly(source: str, other: str, english: str) -> None:
    """A column and a box for the same, and one thing said in two ways."""
    messages = {
        "forms/a#blocks.head.title": Message(source, english, fuzzy=False, line=1),
        "forms/a#note": Message(other, english, fuzzy=False, line=4),
    }

    assert list(copied(messages)) == []
