"""What a filled copy says: the blanks of every kind of block, one shape for all values, masks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from schemas.answers import FilledBlank, check_answers, out_of_order, tree, walk
from schemas.blanks import Blank, blanks_of
from schemas.filled import Filled, json_values, masked, say_value, shown
from schemas.known import known_in
from schemas.library import Library
from schemas.limits import MOST_TOLD
from schemas.loader import load_library
from schemas.masking import hide
from schemas.masking import masked as masked_text
from schemas.mistakes import Mistake, told
from schemas.rules import Rule
from tests.filled import filled_samples as filled
from tests.schemas.content import LIBRARY

SAMPLE = filled.everything()
BLANKS = SAMPLE.blanks


def blank(block: str, key: str, row: str = "") -> Blank:
    """A blank of the form that has every kind of block."""
    return BLANKS.by_place[block, row, key]


def typed(values: dict[str, Any]) -> dict[str, Any]:
    """*values*, which fit, in the one shape."""
    answers, mistakes = check_answers(BLANKS, values)
    assert mistakes == []
    return tree(BLANKS, answers)


class TestBlanks:
    def test_places(self) -> None:
        """Every kind of block is taken apart into blanks with places of their own; sequences and prints ask nothing."""
        places = [asked.place for asked in BLANKS.all]

        assert len(places) == len(set(places))
        assert {
            ("lead", "", "from"), ("head", "", "money"), ("workers", "", "name"), ("readings", "water", "before"),
            ("checks", "bath", "result"), ("checks", "bath", "remark"), ("service", "", "speed"),
            ("papers", "", "plan"), ("papers", "", "other"), ("consent", "", "sensitive"), ("rules", "", "agree"),
            ("approval", "desk", "decision"), ("approval", "centre", "opinion"), ("approval", "owner", "signed"),
            ("approval", "owner", "date"), ("signed", "clerk", "signed"), ("seal", "", "date"),
            ("receipt", "", "signed"), ("receipt", "", "date"), ("receipt", "", "refused"),
            ("receipt", "", "witness-3"), ("receipt", "", "witness-date"), ("receipt", "", "delivered"),
            ("receipt", "", "delivered-date"),
        } <= set(places)  # fmt: skip
        assert not {"no", "copies", "chart", "pareto", "end"} & {part for place in places for part in place}
        assert ("signed", "clerk", "date") not in places
        assert ("approval", "centre", "decision") not in places

    def test_labels(self) -> None:
        """A blank is called what the form calls it, its row or item before it."""
        labels = [
            blank("readings", "before", "water").label.zh,
            blank("checks", "remark", "bath").label.zh,
            blank("approval", "signed", "desk").label.zh,
            blank("receipt", "witness-2").label.en,
        ]

        assert labels == [
            "水表 · 装修前", "卫生间蓄水 24 小时不渗漏 · 整改要求", "前台初审 · 签字", "witness 2 · signature",
        ]  # fmt: skip

    def test_both_languages(self) -> None:
        """A choice is known by its text in Chinese and in English, and has the label of either."""
        library = load_library(LIBRARY).require()
        entry = library.find("GT-R-KF-13", "greentown-after-sales")
        assert entry is not None
        for view in ("zh", "en"):
            asked = blanks_of(library.view(view), entry).by_place["loans", "", "authorised"]
            assert {"letter", "present", "phone"} == set(asked.texts.values())
            assert asked.choice("letter", "zh") == "委托书"
            assert asked.choice("letter", "en") != "委托书"
            assert asked.label.zh == "授权方式" != asked.label.en

    def test_not_a_form(self, library: Library) -> None:
        """A record that is no form asks for nothing."""
        entry = library.find("GT-BF-KF-001", "greentown-after-sales")
        assert entry is not None

        with pytest.raises(TypeError, match="is not a form"):
            blanks_of(library, entry)


class TestShape:
    def test_blank_is_left_out(self) -> None:
        """What is blank is left out, empty rows too; a tick is there as soon as its block or row is."""
        values = typed(
            {
                "head": {"room": " ", "works": [], "fee": "0"},
                "workers": [{}, {"name": "张三"}, {"pass": False}, {"name": None}],
                "readings": {"water": {"before": "", "after": 0}, "gas": {}},
                "consent": {"general": True},
            }
        )

        assert values == {
            "lead": {"read": False},
            "head": {"fee": 0, "seen": False},
            "workers": ({"name": "张三", "pass": False},),
            "readings": {"water": {"after": 0}},
            "papers": {"plan": False, "licence": False, "deed": False},
            "consent": {"general": True, "sensitive": False},
            "rules": {"agree": False},
            "receipt": {"refused": False},
        }

    def test_walk(self) -> None:
        """Walking a tree gives every value with its blank and row, and building it again gives the same tree."""
        values = typed({"workers": [{"name": "张三"}, {"fee": "3"}], "checks": {"bath": {"result": "ok"}}})
        answers = list(walk(BLANKS, values))

        assert FilledBlank(blank("workers", "fee"), 2, Decimal(3)) in answers
        assert tree(BLANKS, answers) == values

    def test_order_of_dates(self) -> None:
        """A date is compared with the one its field names, in the same block or, filled once, in another."""
        answers, _ = check_answers(BLANKS, {"lead": {"from": "2026-02-03", "to": "2026-02-03"}})
        late, _ = check_answers(BLANKS, {"head": {"day": "2026-02-03", "moment": "2026-02-03 00:00"}})

        assert list(out_of_order(BLANKS, [*answers, *late])) == []


class TestMasks:
    @pytest.mark.parametrize(
        ("text", "first", "last", "shown"),
        [
            ("13812341111", 3, 4, "138****1111"),
            ("330106199001011234", 4, 4, "3301**********1234"),
            ("张三", 1, 0, "张*"),
            ("张", 1, 0, "*"),
            ("12345", 3, 4, "1***5"),
            ("", 3, 4, ""),
        ],
    )
    def test_hide(self, text: str, first: int, last: int, shown: str) -> None:
        """Numbers keep their ends, names their first character; of a short text at least half is hidden."""
        assert hide(text, first, last) == shown

    def test_by_type(self) -> None:
        """A personal value is masked by its type; a text too long for a name is hidden whole."""
        assert shown(blank("head", "phone").field, "13812341111") == "138****1111"
        assert shown(blank("head", "id-no").field, "330106199001011234") == "3301**********1234"
        assert shown(blank("signed", "signed", "owner").field, "张三") == "张*"
        assert shown(blank("signed", "signed", "owner").field, "南京西路 1 号") == "***"

    def test_whole_copy(self) -> None:
        """In masked values and in JSON personal ones are masked, in registers too; so is a name among words."""
        values = typed({"head": {"phone": "13812341111"}, "workers": [{"name": "张三", "id-no": "11010519491231002X"}]})

        assert masked(BLANKS, values)["head"]["phone"] == "138****1111"
        assert json_values(BLANKS, values)["workers"] == [{"name": "**", "id-no": "1101**********002X", "pass": False}]
        assert json_values(BLANKS, values, show_personal=True)["workers"][0]["id-no"] == "11010519491231002X"

    def test_who_is_named_in_a_field(self) -> None:
        """A name given in a personal field is masked within free texts, whole and as one speaks of its bearer."""
        owner = {"approval": {"owner": {"signed": "方圆"}}}
        said = "方圆来过，老方说方总同意，方案不变，周围没有别的"
        values = typed(owner | {"checks": {"bath": {"result": "ok", "remark": said}}})

        assert masked(BLANKS, values)["checks"]["bath"]["remark"] == "**来过，**说**同意，方案不变，周围没有别的"
        assert json_values(BLANKS, values)["approval"]["owner"]["signed"] == "方*"
        assert json_values(BLANKS, values, show_personal=True)["checks"]["bath"]["remark"] == said

    def test_what_is_told_of_a_copy_shows_nobody_whom_its_table_masks(self) -> None:
        """Mistakes and notes mask whom its fields name, in what is written and in what they say of it."""
        told = Mistake("head", 0, "day", Rule.REQUIRED, found="江河来了", values={"meant": "等路遥"})
        known = known_in(FilledBlank(blank("approval", "signed", "owner"), 0, name) for name in ("江河", "路遥"))
        copy = Filled(
            "", "", "", "", "zh", "a", blank("head", "day").label, {}, BLANKS, mistakes=(told,), notes=(told,)
        ).knowing(known)

        for one in (*copy.mistakes, *copy.notes):
            assert (one.written("zh"), one.written("zh", show_personal=True)) == ("**来了", "江河来了")
        assert copy.as_json("zh")["mistakes"][0]["found"] == "**来了"
        assert told.written("zh") == "江河来了"

    def test_ways_to_name_somebody(self) -> None:
        """Rooms, names of two words and of two characters are found; who is nobody and parts of words are not."""
        named = ["1201", "欧阳娜", "Rose Hall", "同上"]
        known = known_in(FilledBlank(blank("approval", "signed", "owner"), 0, name) for name in named)

        assert masked_text("1201空着，欧阳女士走了，欧阳娜本人", known) == "****空着，****走了，***本人"
        for kept in ("11201 and 1201元", "roses", "同上"):
            assert masked_text(kept, known) == kept
        assert masked_text("Rose and Hall", known) == "**** and ****"

    def test_staff(self) -> None:
        """Those who sign for the company are named; residents, borrowers and witnesses are masked."""
        assert not blank("signed", "signed", "clerk").is_personal
        assert blank("signed", "signed", "owner").is_personal
        assert blank("receipt", "witness-1").is_personal
        assert not blank("receipt", "delivered").is_personal


class TestWords:
    @pytest.mark.parametrize(
        ("place", "value", "said"),
        [
            (("head", "way"), "firm", "委托单位"),
            (("head", "works"), ("wall", "gas"), "墙面、燃气"),
            (("head", "seen"), True, "☑"),
            (("head", "area"), Decimal("12.5"), "12.5 平方米"),
            (("head", "day"), date(2026, 2, 3), "2026-02-03"),
            (("head", "phone"), "13812341111", "138****1111"),
        ],
    )
    def test_say(self, place: tuple[str, str], value: Any, said: str) -> None:
        """A value is said in words: choices by their texts, numbers with their unit, personal ones masked."""
        assert say_value(blank(*place), value, "zh") == said


def test_a_signature_is_personal_unless_staff_sign_in_their_post(library: Library) -> None:
    """Who signs as a party is masked to one character; who signs in a post proves the work, and stays in clear."""
    for entry in library.of_kind("forms"):
        for blank in blanks_of(library, entry).all:
            if blank.is_signature and blank.field.party:
                is_staff = library.role(blank.field.party, entry.handbook) is not None
                assert blank.is_personal is not is_staff, (entry.address, blank.place)


def test_one_more_is_no_plural() -> None:
    """Of a hundred and one mistakes one more is told of, of more of them how many."""
    mistakes = [Mistake("b", 0, "f", Rule.REQUIRED)] * (MOST_TOLD + 2)

    assert [told(mistakes[:end])[-1].say("en") for end in (MOST_TOLD + 1, MOST_TOLD + 2)] == [
        "and 1 more mistake",
        "and 2 more mistakes",
    ]
    assert told(mistakes)[-1].say("zh") == "另外还有 2 处错误"
