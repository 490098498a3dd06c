"""A file as strings: what the author typed is what there is, and every value knows its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.document import Document, compose
from tests.schemas.content import BOOK, COMPLAINTS, FRONT_DESK, Content


def data(text: str) -> Any:
    """What a sound text holds."""
    document, findings = compose(text, "x.yaml")
    assert document is not None, [finding.say("en") for finding in findings]
    return document.data


class TestScalars:
    """YAML's own guesses about words and numbers are not made."""

    @pytest.mark.parametrize(
        "typed",
        ["no", "on", "yes", "NO", "010", "1:30", "12:30:45", "1_000", "1.10", "1e3", "0x1F", ".5", "2026-01-15"],
    )
    def test_a_word_or_number_stays_as_typed(self, typed: str) -> None:
        """`no` is not False, `010` not 8, `1:30` not 90, `1.10` not 1.1, in a value and in a key."""
        assert data(f"a: {typed}\n{typed}: b\n") == {"a": typed, typed: "b"}

    def test_they_reach_the_record_as_typed(self, content: Content) -> None:
        """An edition 1.10 and a step whose words are `no` are read so, and a duty's key `no:` is a key."""
        content.change(COMPLAINTS, 'edition: "1" ', "edition: 1.10 ")
        content.change(COMPLAINTS, "do: 说明事实、依据和下一步，问业主是否还有疑问；在登记表写明答复内容。", "do: no")
        content.change(FRONT_DESK, 'no: "1.1"', "no: 010")
        record = content.entry(COMPLAINTS).record

        assert content.check() == []
        assert record.edition == "1.10"
        assert record.model_dump()["steps"][2]["do"] == "no"
        assert "010" in content.entry(FRONT_DESK).parts

    def test_nothing_and_a_tilde_are_nothing(self) -> None:
        """An empty value and `~` are nothing; `null`, `""` and `'~'` are what was typed."""
        assert data("a:\nb: ~\nc: null\nd: ''\ne: '~'\n") == {"a": None, "b": None, "c": "null", "d": "", "e": "~"}

    def test_a_number_of_5000_digits_is_text(self) -> None:
        """It never becomes a number that Python would refuse to print."""
        assert data(f"a: {'9' * 5000}\n") == {"a": "9" * 5000}

    def test_literal_and_folded_texts_are_read(self) -> None:
        """Long texts may be written in YAML's own ways."""
        assert data("a: |-\n  x\n  y\nb: >-\n  x\n  y\nc: x\n  y\n") == {"a": "x\ny", "b": "x y", "c": "x y"}


class TestKeys:
    """Keys are words, each once."""

    def test_a_key_written_twice_names_the_first(self, content: Content) -> None:
        """The second is pointed at, the line of the first is named, and the first counts: nothing else is wrong."""
        content.change(COMPLAINTS, "    mind: 情绪激烈时", "    title: 又一次\n    mind: 情绪激烈时")
        place = content.place(COMPLAINTS, "title: 又一次")

        assert content.check("zh") == [
            f"{place}: 错误: “title”写了两次，第一次在第 32 行 [duplicate-key]\n    留一个。"
        ]
        assert content.check("en") == [
            f"{place}: error: 'title' is written twice, first on line 32 [duplicate-key]\n    Keep one of them."
        ]

    def test_a_key_is_a_word(self) -> None:
        """A list or a mapping cannot be a key."""
        _, findings = compose("? [a, b]\n: c\nd: e\n", "x.yaml")

        assert [finding.say("zh") for finding in findings] == [
            "x.yaml:1:3: 错误: 这里的键不是文字 [complex-key]\n    键只用一个词。"
        ]

    @pytest.mark.parametrize(
        ("space", "zh", "en"),
        [
            ("\u3000", "全角空格 U+3000", "full-width space U+3000"),
            ("\u3000\u3000", "全角空格 U+3000", "full-width space U+3000"),
            ("\u00a0", "不换行空格 U+00A0", "no-break space U+00A0"),
        ],
    )
    def test_a_full_width_space_before_a_key_is_named(self, content: Content, space: str, zh: str, en: str) -> None:
        """The space bar of a Chinese keyboard gives a wide space; YAML takes it for part of the key."""
        content.change(COMPLAINTS, "owner: service-centre-manager", f"{space}owner: service-centre-manager")
        place = content.place(COMPLAINTS, f"{space}owner")

        assert (
            content.titles("zh")
            == [
                f"{place}: 错误: “owner”前面是{zh} [full-width-space]",
                f"{COMPLAINTS}:1:1: 警告: 没有写谁负责这份文件 [owner-missing]",
            ][::-1]
        )
        assert content.check("en")[1].endswith(
            f"there is a {en} before 'owner' [full-width-space]\n    Delete it and use an ASCII space."
        )

    def test_a_paragraph_may_begin_with_full_width_spaces(self, content: Content) -> None:
        """In a literal text they are the indentation of a Chinese paragraph."""
        content.change(COMPLAINTS, "purpose: 让", "purpose: |-\n  \u3000\u3000让")

        assert content.check() == []


class TestPlaces:
    """Line and column are counted from one, in characters."""

    DOCUMENT, _ = compose(
        'title: 投诉\nsteps:\n  - id: a\n    do: "去[[GT-1]]看"\n  - {id: b, within: 当场}\n', "x.yaml"
    )

    @pytest.mark.parametrize(
        ("location", "value", "key"),
        [
            ((), (1, 1), (1, 1)),
            (("title",), (1, 8), (1, 1)),
            (("steps",), (3, 3), (2, 1)),
            (("steps", 0), (3, 5), (3, 5)),
            (("steps", 0, "do"), (4, 9), (4, 5)),
            (("steps", 1, "within"), (5, 21), (5, 13)),
            (("steps", 1, "within", "time"), (5, 21), (5, 21)),
            (("steps", 1, "gone"), (5, 5), (5, 5)),
            (("steps", 7, "gone"), (2, 1), (2, 1)),
            (("gone", "too"), (1, 1), (1, 1)),
        ],
    )
    def test_a_place_is_that_of_the_value_or_the_nearest_thing_around_it(
        self, location: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
    ) -> None:
        """What is not there is pointed at by what holds it; a value that stands for a mapping is itself meant."""
        assert isinstance(self.DOCUMENT, Document)
        assert self.DOCUMENT.place(location) == value
        assert self.DOCUMENT.place(location, key=True) == key

    def test_a_link_is_pointed_at_inside_its_text(self) -> None:
        """A token inside a text has a place of its own; one that was typed otherwise is at the start of the text."""
        assert isinstance(self.DOCUMENT, Document)
        assert self.DOCUMENT.place_of("[[GT-1", ("steps", 0, "do")) == (4, 11)
        assert self.DOCUMENT.place_of("GT-2", ("steps", 0, "do")) == (4, 9)


WORDS = st.text(st.characters(codec="ascii", categories=["L"]), min_size=1)
TEXTS = st.text(st.characters(categories=["L", "N", "Z"], exclude_characters="\u2028\u2029"))


@given(st.dictionaries(WORDS, TEXTS))
def test_quoted_text_comes_back_as_it_was(texts: dict[str, str]) -> None:
    """Every text that is quoted is read as it was written."""
    lines = "".join(f"'{key}': '{value}'\n" for key, value in texts.items())

    assert data(lines or "{}") == texts


def test_a_file_of_its_own_folder_only(content: Content) -> None:
    """The path of a finding is relative to the root and has forward slashes."""
    content.write(f"{BOOK}/policies/broken.yaml", "a")

    assert content.findings()[0].path == "handbook/greentown-after-sales/policies/broken.yaml"
