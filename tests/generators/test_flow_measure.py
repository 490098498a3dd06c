"""Text in boxes of a flowchart: where lines break, and how a text that does not fit ends."""

from __future__ import annotations

from generators.flow.measure import excerpt, width, wrap
from schemas.limits import LONGEST_TEXT
from tests.hostile_texts import calls


class TestMeasure:
    def test_lines_come_out_even(self) -> None:
        """The last line is not left with a single character."""
        assert wrap("前台有依据，当场能答复清楚吗？", 14, 106) == ["前台有依据，", "当场能答", "复清楚吗？"]

    def test_no_line_begins_with_a_closing_mark(self) -> None:
        """A comma stays with the word before it, an opening bracket with the word after it."""
        lines = wrap("请登记，复述，核对（三遍）。然后，再确认。" * 3, 14, 70)

        assert not [line for line in lines if line[0] in "，。）" or line[-1] == "（"]

    def test_words_are_whole_unless_one_is_longer_than_the_line(self) -> None:
        """Latin text breaks at spaces, and by force only where it must."""
        assert wrap("Hand over to the manager", 14, 110) == ["Hand over to", "the manager"]
        assert "".join(wrap("x" * 60, 14, 100)) == "x" * 60

    def test_an_excerpt_says_that_it_is_one(self) -> None:
        """What does not fit ends in an ellipsis within the width."""
        lines = excerpt("请先报告，再登记，然后告诉业主。" * 4, 14, 112, 2)

        assert len(lines) == 2
        assert lines[-1].endswith("…")
        assert all(width(line, 14) <= 112 for line in lines)

    def test_an_excerpt_ends_with_a_whole_word(self) -> None:
        """A Latin word is not cut in the middle to make room for the ellipsis."""
        assert excerpt("Please tell the duty manager about it", 14, 90, 2)[-1] == "the duty…"

    def test_a_blank_text_has_no_lines(self) -> None:
        """Spaces are not a line."""
        assert wrap("  \n ", 14, 100) == []


def test_a_paragraph_in_the_place_of_a_label() -> None:
    """A text of the greatest length is broken into full lines, all of it, without weighing every way to break it."""
    text = "投诉要登记，" * (LONGEST_TEXT // 6)
    lines = wrap(text, 12, 120)

    assert "".join(lines) == text
    assert max(width(line, 12) for line in lines) <= 120
    assert calls(lambda: wrap(text, 12, 120)) < 100 * len(text)
