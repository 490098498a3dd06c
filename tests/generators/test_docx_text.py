"""Text: what XML cannot hold never reaches it, and labels break where a reader would pause."""

from __future__ import annotations

from lxml import etree

from generators.docx import wml
from generators.docx.measure import ems, line_count, split, wrap
from schemas.limits import LONGEST_TEXT
from tests.hostile_texts import calls


class TestEscape:
    def test_control_characters_are_dropped(self) -> None:
        """Control characters, lone surrogates and non-characters vanish; everything else is kept."""
        assert wml.escape("a\x00\x0b\x1b&b\ud800<\uffff𠮷").replace("&gt;", "") + ">" == "a&amp;b&lt;𠮷>"

    def test_every_character_makes_sound_xml(self) -> None:
        """Any text at all makes well-formed markup."""
        nasty = "".join(map(chr, range(0x300))) + "\ud800\udfff\ufffe\uffff]]>\"'&<>"
        markup = f'<w xmlns:w="w" a="{wml.attribute(nasty)}" xml:space="preserve">{wml.run(nasty)}</w>'

        assert etree.fromstring(markup.encode()) is not None

    def test_line_break(self) -> None:
        """A line break in a run is a break element, never a raw newline, which Word would read as a space."""
        assert "甲</w:t><w:br/><w:t" in wml.run("甲\n乙")
        assert wml.attribute("甲\n乙") == "甲 乙"


class TestWrap:
    def test_a_paragraph_in_the_place_of_a_label(self) -> None:
        """A text of the greatest length is set in full lines, all of it, without weighing every way to break it."""
        text = "投诉要登记，" * (LONGEST_TEXT // 6)
        lines = wrap(text, 10.0)

        assert "".join(lines) == text
        assert max(map(ems, lines)) <= 10.01
        assert "".join(split(text, 3)) == text
        assert calls(lambda: wrap(f"{text}。", 11.0)) < 40 * len(text)

    def test_even_lines(self) -> None:
        """A label of two lines breaks in the middle, the first line being the longer one."""
        assert wrap("服务中心经理阅", 5.0) == ("服务中心", "经理阅")
        assert wrap("归还人签字", 3.0) == ("归还人", "签字")

    def test_brackets_stay_whole(self) -> None:
        """A bracket goes to the next line whole."""
        assert wrap("房号（可不填）", 5.0) == ("房号", "（可不填）")

    def test_star_does_not_stand_alone(self) -> None:
        """The mark of a field that must be filled stays with the last word and does not unbalance the lines."""
        assert wrap("钥匙编号＊", 3.0) == ("钥匙", "编号＊")

    def test_words_stay_whole(self) -> None:
        """English breaks between words only; an apostrophe is part of its word."""
        assert wrap("Borrower’s phone", 5.5) == ("Borrower’s", "phone")

    def test_hard_space(self) -> None:
        """A number stays with its unit."""
        assert wrap("within 3\u00a0working days", 5.0) == ("within", "3\u00a0working", "days")

    def test_closing_mark_does_not_start_a_line(self) -> None:
        """A closing mark never begins a line."""
        assert not [line for line in wrap("甲乙，丙丁。戊己、庚辛", 2.0) if line[0] in "，。、"]

    def test_split(self) -> None:
        """A text is split into as many lines as asked, or as it has words."""
        assert split("很不满意", 2) == ("很不", "满意")
        assert split("Fair", 3) == ("Fair",)
        assert split("", 2) == ("",)

    def test_counting(self) -> None:
        """Lines are counted as a word processor breaks them; a paragraph has one line at least."""
        assert line_count("一" * 15, 10.0) == 2
        assert line_count("一\n二", 10.0) == 2
        assert ems("一" * 10) == 10.0
