"""Words: each term once, its English used, one English for a choice, and none of the words that are never used."""

from __future__ import annotations

import re

import pytest

from tests.schemas.content import BOOK, CATALOGUE, COMPLAINTS, TERMS, TITLE_PAGE, Content

ADDRESS = "procedures/complaint-handling#steps.escalate.title"
ENTRY = f'msgctxt "{ADDRESS}"\nmsgid "升级"\nmsgstr "Escalation"\n'
SURVEY = f"{BOOK}/en/forms/opinion-survey.po"
CARD = f"{BOOK}/en/forms/missed-visit-card.po"


def reworded(content: Content, source: str, translation: str) -> list[str]:
    """What is found when a title says *source* in Chinese and *translation* in English, without the place."""
    content.put(COMPLAINTS, "title: ~升级~", source)
    content.change(CATALOGUE, ENTRY, ENTRY.replace("升级", source).replace("Escalation", translation))
    return [said.partition(": ")[2] for said in content.check("zh")]


def test_the_small_library_keeps_its_words(content: Content) -> None:
    """Whatever terms.yaml settles."""
    assert content.findings() == ()


class TestTermFile:
    """Each word means one term."""

    def test_a_term_twice(self, content: Content) -> None:
        """The second is pointed at."""
        content.change(TERMS, "never:\n", "  - {id: reception, zh: 前台, en: reception}\nnever:\n")
        place = content.place(TERMS, "前台, en")

        assert content.titles("zh") == [f"{place}: 警告: “前台”写了两条，第一条在第 12 行 [term-twice]"]
        assert content.titles("en") == [
            f"{place}: warning: there are two terms '前台', the first on line 12 [term-twice]"
        ]

    def test_an_alias_of_two_terms(self, content: Content) -> None:
        """In whichever capitals."""
        place = content.put(TERMS, "aliases: {zh: [住户~~]}", "], en: [Grievance")

        assert [said.partition(": ")[2] for said in content.check("zh")] == [
            "警告: “Grievance”也是“投诉”的别称（第 2 行） [alias-shared]\n    留在意思更近的那一条。"
        ]
        assert content.check("zh")[0].startswith(":".join(place.split(":")[:2]))

    @pytest.mark.parametrize(
        "word", ["aliases: {zh: [住户, 住户]}", "aliases: {zh: [业主]}", "abbreviations: [Yz, YZ]"]
    )
    def test_a_word_twice_in_a_term(self, content: Content, word: str) -> None:
        """An alias that is the term itself too; in whichever capitals."""
        content.change(TERMS, "aliases: {zh: [住户]}", word)

        (said,) = content.titles("en")
        assert said.endswith("stands twice in this term [word-again]")

    def test_an_abbreviation_of_two_terms(self, content: Content) -> None:
        """As an alias."""
        content.change(TERMS, "aliases: {zh: [住户]}", "aliases: {zh: [住户]}\n    abbreviations: [Grievance]")

        assert [said.partition(": ")[2] for said in content.titles("en")] == [
            "warning: 'Grievance' is another word for '投诉' too (line 2) [alias-shared]"
        ]

    @pytest.mark.parametrize("alias", ["前台", "Front Desk"])
    def test_an_alias_that_is_a_term(self, content: Content, alias: str) -> None:
        """Of either language."""
        lang = "zh: [住户, 前台]" if alias == "前台" else "zh: [住户], en: [Front Desk]"
        content.change(TERMS, "{zh: [住户]}", f"{{{lang}}}")

        assert [said.partition(": ")[2] for said in content.check("en")] == [
            (
                f"warning: '{alias}' is a term of its own (line 11) [alias-is-term]\n"
                "    Delete it from the aliases, or make the two terms one."
            )
        ]

    def test_a_term_in_other_capitals_is_the_same(self, content: Content) -> None:
        """WiFi and WIFI are one term."""
        content.change(
            TERMS, "never:\n", "  - {id: a, zh: WiFi, en: Wi-Fi}\n  - {id: b, zh: WIFI, en: wireless}\nnever:\n"
        )

        (said,) = content.titles("en")
        assert re.search(r"warning: there are two terms 'WIFI', the first on line \d+ \[term-twice\]$", said)

    @pytest.mark.parametrize(
        ("old", "new", "word"),
        [
            ("en: front desk", "en: 前台", "前台"),
            ("default: fitting-out, property: fit-out", "default: fitting-out, property: 装修", "装修"),
            ("en: [renovation]", "en: [renovation, 翻新]", "翻新"),
            ("en: front desk", "en: front desk，reception", "front desk，reception"),
            ("en: [renovation]", "en: [renovation, '24']", "24"),
        ],
    )
    def test_english_that_is_none(self, content: Content, old: str, new: str, word: str) -> None:
        """Of a trade, or an alias; with a Chinese sign in it, or without a letter."""
        content.change(TERMS, old, new)

        assert f"warning: '{word}' stands where the English is, and is none [term-not-english]" in [
            said.partition(": ")[2] for said in content.titles("en")
        ]

    @pytest.mark.parametrize("english", ["resident", "Residents"])
    def test_one_english_for_two_terms(self, content: Content, english: str) -> None:
        """It is a notice, in whichever number and capitals, where no definition tells the terms apart."""
        content.change(TERMS, "en: front desk", f"en: {english}")

        assert [said.partition(": ")[2] for said in content.check("en") if "term-english-shared" in said] == [
            (
                f"notice: {english} is the English of another term too (line 7), and no definition tells them apart "
                "[term-english-shared]\n"
                "    Put the English right if it was copied; where both are called so, give each a definition."
            )
        ]
        told = "{zh: 接待来访的地方。, en: Where visitors are received.}"
        content.change(TERMS, "    abbreviations: [FD]", f"    abbreviations: [FD]\n    definition: {told}")
        assert [said for said in content.titles("en") if "term-english-shared" in said] == []

    def test_a_definition_that_says_another_thing(self, content: Content) -> None:
        """It is held to its Chinese as any other text; a Chinese word that it explains may stand in it."""
        content.change(TERMS, "must be put right.", "must be put right; 投诉.")
        assert content.check() == []

        content.change(TERMS, "en: A statement", "en: FIXME a statement")
        (said,) = content.check("en")
        assert said.partition(": ")[2] == (
            "warning: 'FIXME' in the English is no translation: 对服务不满意，要求改正的意见。 "
            "[translation-unfinished]\n    Translate definition.en; leave empty what is not translated yet."
        )

    def test_a_trade_with_a_slip(self, content: Content) -> None:
        """Compared with those of the handbooks; one that no handbook has yet is none."""
        content.change(TERMS, "default: fitting-out, property: fit-out", "default: fit-out, proprety: x, agency: y")

        assert [said.partition(": ")[2] for said in content.check("zh")] == [
            (
                "警告: 没有一本手册的行业是“proprety” [trade-unknown]\n"
                "    是不是“property”？行业写在 handbook.yaml 的 trade 里。"
            )
        ]


class TestWordsNeverUsed:
    """With what to write instead, in either language, at the place."""

    def test_in_english(self, content: Content) -> None:
        """As a whole word, of one or several; not where it may stand."""
        assert reworded(content, "升级了", "Two Opinions, an opinionated man") == [
            "警告: 不用“Opinion”这个词 [word-never]\n    改写成：feedback (意见) / comment (a single remark)。"
        ]
        content.change(CATALOGUE, "Two Opinions, an opinionated man", "The opinion survey")
        assert content.check() == []

    def test_not_in_the_address_of_a_link(self, content: Content) -> None:
        """An id is no word that anybody reads."""
        assert reworded(content, "见 [[forms/opinion-survey]]", "See [[forms/opinion-survey]]") == []

    def test_in_chinese(self, content: Content) -> None:
        """Where it stands in the YAML."""
        place = content.put(COMPLAINTS, "title: ~升级~", "全部搞定")
        line, column = place.split(":")[1:]

        assert content.check("zh") == [
            (
                f"{COMPLAINTS}:{line}:{int(column) + 2}: 警告: 不用“搞定”这个词 [word-never]\n"
                "    改写成：办好，并写明怎样算办好。"
            )
        ]

    def test_on_a_title_page(self, content: Content) -> None:
        """As in a record."""
        content.change(TITLE_PAGE, "summary: 住宅", "summary: 搞定住宅")

        assert [title.rpartition(" ")[2] for title in content.titles()] == ["[word-never]"]


class TestTerms:
    """A term is called what the term file calls it."""

    def test_an_alias_in_its_place(self, content: Content) -> None:
        """It is a notice; the English itself beside it is enough."""
        assert reworded(content, "装修升级", "Renovation") == [
            (
                "提示: “装修”的英文是 fit-out，这里写的是 Renovation [term-not-used]\n"
                "    改成 fit-out；terms.yaml 里定得不对的改 terms.yaml。"
            )
        ]
        content.change(CATALOGUE, "Renovation", "Fit-out, a renovation")
        assert content.check() == []

    def test_the_english_of_another_trade(self, content: Content) -> None:
        """A handbook about property takes that of property."""
        assert [said.partition(" [")[0] for said in reworded(content, "装修升级", "Fitting-out")] == [
            "提示: “装修”的英文是 fit-out，这里写的是 Fitting-out"
        ]

    @pytest.mark.parametrize("english", ["Complaining", "A word nobody expected", "The grievous work done"])
    def test_what_is_only_said_otherwise(self, content: Content, english: str) -> None:
        """Another form of the word, or none of its names, is no finding."""
        assert reworded(content, "投诉升级", english) == []


class TestChoices:
    """One English for one Chinese choice."""

    def test_what_the_glossary_settles(self, content: Content) -> None:
        """Another word is found at its entry; capitals do not count, and a second meaning may be listed."""
        entry = 'msgid "满意"\nmsgstr "Satisfied"'
        content.change(SURVEY, entry, entry.replace("Satisfied", "Happy"))
        assert [said.partition(": ")[2] for said in content.check("zh")] == [
            (
                "警告: 选项“满意”的英文定为 Satisfied，这里是 Happy [choice-otherwise]\n"
                "    改成 Satisfied；另有一个意思的，在 terms.yaml 这个词的 aliases.en 里加上 Happy。"
            )
        ]
        content.change(SURVEY, '"Happy"', '"satisfied"')
        assert content.check() == []

        content.change(SURVEY, 'msgid "一般"\nmsgstr "Ordinary"', 'msgid "一般"\nmsgstr "Neutral"')
        assert content.check() == []

    def test_what_it_does_not(self, content: Content) -> None:
        """The rarer word is pointed at; two forms that say the same are none."""
        other = f"{BOOK}/forms/repair-bill.yaml"
        content.change(other, "warranty: 保修单位}", "warranty: 保修单位, check: 检查}")
        bill = f"{BOOK}/en/forms/repair-bill.po"
        more = 'msgctxt "forms/repair-bill#blocks.job.fields.payer.choices.check"\nmsgid "检查"\nmsgstr "Inspection"\n'
        content.write(bill, f"{content.read(bill)}\n{more}")
        assert content.check() == []

        content.change(bill, '"检查"\nmsgstr "Inspection"', '"检查"\nmsgstr "Check"')
        assert [said.partition(": ")[2] for said in content.check("en")] == [
            (
                "warning: the choice '检查' is mostly Check in this handbook, and Inspection here [choice-several]\n"
                "    Make them one; add the word to terms.yaml with choice: true."
            )
        ]

    def test_each_handbook_by_itself(self, content: Content) -> None:
        """Another trade may say it in another way."""
        content.change(TERMS, "en: Satisfied, choice: true", "en: {default: Satisfied, telecom: Happy}, choice: true")
        assert content.check() == []

        content.change(TERMS, "telecom: Happy", "property: Happy")
        assert [title.rpartition(": ")[2] for title in content.titles()] == [
            "the choice '满意' is Happy, and Satisfied here [choice-otherwise]"
        ]
