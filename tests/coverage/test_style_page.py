"""The style page for authors: what it tells to write is what `handbook check` lets stand."""

from __future__ import annotations

import re
from pathlib import Path

from schemas.loader import load_library

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "style.zh.md"
WORDS = load_library(ROOT).require().terms
_PAIR = re.compile(r"^\| ([0-9]+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
_ROW = re.compile(r"^\| [^|0-9]+ \| ([^|]+·[^|]+) \|$", re.MULTILINE)
_TERM = re.compile("([\u3400-\u9fff]+) ([A-Za-z0-9’ -]+?)(?:（(.+)）)?")
_OF_A_TRADE = re.compile("([\u3400-\u9fff、]+) ([A-Za-z ]+)")
_IN_WORDS = re.compile("[一二两三四五六七八九十百]+ ?个?(?:工作日|自然日|分钟|小时|秒|天|点|户|人|次)")
_WITHOUT_TEST = ("及时", "妥善", "必要时", "相关部门", "按规定", "'")


def pairs() -> list[tuple[str, str, str, str]]:
    """Each pair: its number, what stood, what is written, and why."""
    return _PAIR.findall(PAGE.read_text("utf-8"))


def barred(text: str) -> list[str]:
    """The words in *text* that are never used, but for those in which they may stand."""
    found = []
    for each in WORDS.never:
        rest = text.casefold()
        for phrase in each.unless:
            rest = rest.replace(phrase.casefold(), "")
        if each.word.casefold() in rest:
            found.append(str(each.word))
    return found


def test_there_are_twenty_pairs() -> None:
    """Numbered in their order; what is written is another text."""
    assert [number for number, *_ in pairs()] == [str(number) for number in range(1, 21)]
    assert [number for number, before, after, why in pairs() if before == after or len(why) > 24] == []


def test_what_is_to_be_written_breaks_no_rule_of_words() -> None:
    """No word that is never used, no number in words, no judgement without a test, no step that is too long."""
    for number, _, after, _ in pairs():
        assert barred(after) == [], number
        assert [word for word in _WITHOUT_TEST if word in after] == [], number
        assert _IN_WORDS.findall(after) == [], number
        assert len(after) <= 80, number


def test_its_wording_is_that_of_the_term_file() -> None:
    """Every Chinese word of the table with its English, and with that of the trades that it names."""
    terms = {str(term.zh): term for term in WORDS.terms}
    rows = _ROW.findall(PAGE.read_text("utf-8"))
    assert len(rows) == 8

    for word in re.split(" ?· ", " · ".join(rows)):
        said = _TERM.fullmatch(word)
        assert said is not None, word
        assert said[2] == terms[said[1]].english(), word
        if trade := _OF_A_TRADE.fullmatch(said[3] or ""):
            assert trade[2] in terms[said[1]].all_english, word
