"""The English: what is missing, what may be wrong since the Chinese changed, and blanks that got lost."""

from __future__ import annotations

from pathlib import Path

from schemas.translating import merged_catalogues, translatable
from tests.schemas.content import CATALOGUE, COMPLAINTS, KEYS, SETTINGS, TODAY, Content

ADDRESS = "procedures/complaint-handling#steps.escalate.title"
ENTRY = f'msgctxt "{ADDRESS}"\nmsgid "升级"\nmsgstr "Escalation"\n'


def test_a_missing_text_is_pointed_at_in_the_yaml(content: Content) -> None:
    """There is no place for it in the catalogue yet; its address is named."""
    content.change(CATALOGUE, ENTRY, "")
    place = content.place(COMPLAINTS, "升级")

    assert [finding.say("zh") for finding in content.findings()] == [
        f"{place}: 警告: 缺少英文：升级 [translation-missing]\n    在 {CATALOGUE} 里译出 {ADDRESS}。"
    ]
    assert [finding.say("en") for finding in content.findings()] == [
        f"{place}: warning: the English is missing: 升级 [translation-missing]\n    Translate {ADDRESS} in {CATALOGUE}."
    ]


def test_an_empty_translation_is_missing(content: Content) -> None:
    """As `handbook translate` leaves a new text."""
    content.change(CATALOGUE, ENTRY, ENTRY.replace("Escalation", ""))

    assert [finding.rule for finding in content.findings()] == ["translation-missing"]


def test_a_fuzzy_one_is_pointed_at_in_the_catalogue(content: Content) -> None:
    """The translator looks at it and removes the mark."""
    content.change(CATALOGUE, ENTRY, f"#, fuzzy\n{ENTRY}")
    place = content.place(CATALOGUE, "#, fuzzy")
    (said,) = content.check("zh")

    assert said.partition("\n    ")[0] == f"{place}: 警告: 中文改了，英文待核：升级 [translation-fuzzy]"
    assert said.partition("\n    ")[2] == f"在 {CATALOGUE} 里核对 {ADDRESS}，去掉 fuzzy。"


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
