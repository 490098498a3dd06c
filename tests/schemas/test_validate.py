"""Records of the wrong shape: every mistake is pointed at, worded in both languages, and said once."""

from __future__ import annotations

import pytest

from schemas.annotations import model_at
from schemas.deadline import Deadline
from schemas.document import compose
from schemas.kinds import KINDS
from schemas.limits import MOST_TOLD
from schemas.procedure import Step
from schemas.validate import validate
from schemas.ways import Branch
from tests.schemas.content import BOOK, COMPLAINTS, COURSE, KEYS, POLICY, SCRIPT, SURVEY, Content

SUMMARY = "summary: 业主来电、来访、来函投诉，从受理到回访结案：谁接、多久回话、填哪张表、怎么说。"
SUMMARY_IS = "一两句话：什么时候用，解决什么"
STEP_KEYS = (
    "id, title, by, with, within, licence, applies, after_hours, do, picture, card, calls, forms, writes, reads, say, "
    "mind, ask, branches, then, limit, end, cites, basis, asks"
)
BLOCK_KEYS = (
    "grid, register, roster, matrix, checklist, survey, text, receipt, consent, approval, signatures, seal, copies, "
    "attachments, chart"
)
TEXT, LIST, MAPPING = ("文字", "expected-text"), ("列表", "expected-list"), ("“键: 值”", "expected-mapping")


class TestKeys:
    """Keys that are not there and keys that should not be."""

    def test_an_unknown_key_is_compared_with_the_known_ones(self, content: Content) -> None:
        """The finding stands at the key, names what was probably meant and what there is; nothing else is wrong."""
        content.change(COMPLAINTS, "    mind: 情绪", "    mnd: 情绪")
        place = content.place(COMPLAINTS, "mnd: 情绪")

        assert content.check("zh") == [
            f"{place}: 错误: 不认识的键“mnd” [unknown-key]\n    是不是“mind”？这里可以写：{STEP_KEYS}。"
        ]
        assert content.check("en") == [
            f"{place}: error: unknown key 'mnd' [unknown-key]\n    Did you mean 'mind'? The keys here are: {STEP_KEYS}."
        ]

    def test_thousands_of_them_are_counted(self, content: Content) -> None:
        """Of 80,000 unknown keys a hundred are told, and how many more there are."""
        content.change(COMPLAINTS, "\nowner: ", "".join(f"\nk{number}: 1" for number in range(80_000)) + "\nowner: ")
        findings = content.check("en")

        assert len(findings) == MOST_TOLD + 1
        assert findings[-1].endswith(
            "error: and 79,900 more errors in this file [more-errors]\n    Put right what is above, then check again."
        )

    def test_an_unknown_key_unlike_any_is_not_guessed_at(self, content: Content) -> None:
        """Without a likeness there is no «did you mean»."""
        content.change(COMPLAINTS, "    mind: 情绪", "    zzz: 情绪")

        assert content.check("zh")[0].endswith(f"“zzz” [unknown-key]\n    这里可以写：{STEP_KEYS}。")

    @pytest.mark.parametrize("key", ["with_", "from_"])
    def test_the_names_that_python_needs_are_not_keys(self, content: Content, key: str) -> None:
        """`with_` is what the program calls `with`; in a file it is unknown."""
        content.change(COMPLAINTS, "    with: [department-head]", f"    {key}: [department-head]")
        place = content.place(COMPLAINTS, f"{key}: [")

        assert content.titles("zh") == [f"{place}: 错误: 不认识的键“{key}” [unknown-key]"]

    def test_a_missing_key_says_what_it_means(self, content: Content) -> None:
        """The finding stands at the record, and says in the author's language what belongs there."""
        content.change(COMPLAINTS, f"{SUMMARY}\n", "")

        assert content.check("zh") == [
            f"{COMPLAINTS}:1:1: 错误: 缺少“summary” [missing-key]\n    补上“summary: …”（{SUMMARY_IS}）。"
        ]
        title, _, hint = content.check("en")[0].partition("\n    ")
        assert title == f"{COMPLAINTS}:1:1: error: 'summary' is missing [missing-key]"
        assert hint == "Add 'summary: …' (When it is used and what it settles)."

    def test_a_key_missing_in_a_list_item_points_at_the_item(self, content: Content) -> None:
        """A step without `by` is pointed at where the step begins."""
        content.change(
            COMPLAINTS, "    title: 首次联系与核实\n    by: service-officer\n", "    title: 首次联系与核实\n"
        )
        place = content.place(COMPLAINTS, "id: verify")

        assert content.check("zh") == [
            f"{place}: 错误: 缺少“by” [missing-key]\n    补上“by: 岗位编号”（谁来做：岗位或签字方的编号）。"
        ]

    def test_a_key_missing_under_a_key_points_at_that_key(self, content: Content) -> None:
        """`source` without `gives` is pointed at `source`."""
        content.change(KEYS, ", gives: 仅标题}", "}")

        assert content.titles("zh") == [f"{content.place(KEYS, 'source: {')}: 错误: 缺少“gives” [missing-key]"]

    def test_a_misspelt_key_is_one_mistake(self, content: Content) -> None:
        """That `title` is missing follows from `titel`, and is not said too."""
        content.change(COMPLAINTS, "title: 客户投诉处理管理办法\ncode", "titel: 客户投诉处理管理办法\ncode")

        assert [line.partition(": ")[2] for line in content.titles("zh")] == ["错误: 不认识的键“titel” [unknown-key]"]

    @pytest.mark.parametrize(
        ("path", "old", "new", "rule"),
        [
            (COMPLAINTS, "branches: {able: {", "branches: {Able: {", "bad-id"),
            (COMPLAINTS, "{accept: 受理并登记每一件投诉", "{受理: 受理并登记每一件投诉", "bad-id"),
            (SCRIPT, "  call-back:\n", "  call_back:\n", "bad-id"),
        ],
    )
    def test_a_bad_id_as_a_key_points_at_the_key(
        self, content: Content, path: str, old: str, new: str, rule: str
    ) -> None:
        """Capital letters, Chinese and underscores are no ids; the key is pointed at, not its value."""
        content.change(path, old, new)
        key = new.strip().partition(":")[0] if "{" not in new.partition(":")[0] else ""
        name = {"branches": "Able", "{受理": "受理"}.get(key, key) or "受理"
        skip = new[: new.index(name)]
        place = content.place(path, name, skip=skip)

        assert f"{place}: 错误: “{name}”不能作编号 [{rule}]\n    只用小写字母、数字和连字符。" in content.check("zh")

    def test_a_bad_role_as_a_key_points_at_the_key(self, content: Content) -> None:
        """Responsibilities are listed by role."""
        content.change(COMPLAINTS, "  department-head: {handle", "  部门: {handle")
        place = content.place(COMPLAINTS, "部门: {handle")

        assert f"{place}: 错误: “部门”不是岗位的编号 [bad-role]" in content.titles("zh")


class TestShapes:
    """A list, a mapping or a text where another belongs."""

    @pytest.mark.parametrize(
        ("path", "old", "new", "found", "expected"),
        [
            (COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。", "[一, 二]", "[…]", TEXT),
            (COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。", "{一: 二}", "…: …", TEXT),
            (COMPLAINTS, "forms: ~[GT-R-KF-26]~\n    say", "GT-R-KF-26", "GT-R-KF-26", LIST),
            (COMPLAINTS, "related: ~[GT-ZY-KF-006, GT-R-KF-26]", "{a: b}", "…: …", LIST),
            (COMPLAINTS, "definitions:\n  ~major: 重大投诉：有人受伤", "- 有人", "[…]", MAPPING),
            (COMPLAINTS, "branches: {able: ~{text: 能, to: answer-now}", "能", "能", MAPPING),
            (COMPLAINTS, "- ~{form: GT-R-KF-26, by: front-desk, note: 前台上锁文件柜}", "登记表", "登记表", MAPPING),
            (COMPLAINTS, "within: ~{time: 2 小时, from: grade}", "[2 小时]", "[…]", MAPPING),
            (COMPLAINTS, "status: ~draft", "[draft]", "[…]", MAPPING),
            (POLICY, "- ~{id: key-copy, item: 配钥匙, price: 10 元/把, basis: 本手册建议}", "十元", "十元", MAPPING),
            (SURVEY, "points: ~{satisfied: 满意, neutral: 一般, dissatisfied: 不满意}", "满意", "满意", MAPPING),
        ],
    )  # fmt: skip
    def test_it_is_pointed_at(
        self, content: Content, path: str, old: str, new: str, found: str, expected: tuple[str, str]
    ) -> None:
        """The value that has the wrong shape is pointed at (after `~` here), and what was written is shown."""
        before, value, after = (*old.split("~"), "")[:3]
        content.change(path, before + value + after, before + new + after)
        place = content.place(path, new.strip() + after, skip=before + " " * new.startswith(" "))

        assert [line for line in content.titles("zh") if line.startswith(place)] == [
            f"{place}: 错误: 这里应当是{expected[0]}，写成了“{found}” [{expected[1]}]"
        ]

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [
            (
                COMPLAINTS,
                "summary: ~业主来电、来访、来函投诉，从受理到回访结案：谁接、多久回话、填哪张表、怎么说。",
                "",
            ),
            (COMPLAINTS, "title: ~分级转交", '"  "'),
            (COMPLAINTS, "status: ~draft", ""),
            (COMPLAINTS, "\nrelated: ~[GT-ZY-KF-006, GT-R-KF-26]", ""),
            (KEYS, "rows: ~16", ""),
            (KEYS, "type: ~month", ""),
            (COURSE, "practical: ~true", '""'),
        ],
    )
    def test_what_is_empty_is_called_empty(self, content: Content, path: str, old: str, new: str) -> None:
        """An empty text, number, list or choice is empty, whatever type it should have."""
        content.change(path, old.replace("~", ""), old.partition("~")[0] + new)

        assert [line.partition(": ")[2] for line in content.check("zh")] == [
            "错误: 这里是空的 [empty-text]\n    写上内容，或者删掉这个键。"
        ]

    def test_an_empty_list_says_how_many_there_must_be(self, content: Content) -> None:
        """A survey needs a group."""
        content.change(SURVEY, "      groups:\n", "      groups: []\n      chart:\n")

        assert f"{content.place(SURVEY, '[]')}: 错误: 这里至少要有 1 项 [too-few]" in content.titles("zh")

    def test_a_step_that_is_a_text_is_pointed_at(self, content: Content) -> None:
        """The whole of a list may be of the wrong shape."""
        content.change(COMPLAINTS, "steps:\n  - id: receive", "steps:\n  - 受理\n  - id: receive")

        place = content.place(COMPLAINTS, "受理", skip="steps:\n  - ")

        assert content.titles() == [f"{place}: error: expected 'key: value' here, found '受理' [expected-mapping]"]


class TestBlocks:
    """A block of a form has exactly one key, of a known kind."""

    def test_an_unknown_block_is_compared_with_the_known_ones(self, content: Content) -> None:
        """`gird` is probably `grid`."""
        content.change(KEYS, "  - grid:\n", "  - gird:\n")

        place = content.place(KEYS, "gird")

        assert content.check("zh") == [
            f"{place}: 错误: 不认识的键“gird” [unknown-key]\n    是不是“grid”？这里可以写：{BLOCK_KEYS}。"
        ]

    def test_two_keys_are_too_many(self, content: Content) -> None:
        """A `- ` forgotten between two blocks makes them one with two keys."""
        content.change(KEYS, "  - register:\n", "    register:\n")

        place = content.place(KEYS, "grid:")

        assert content.titles("zh") == [
            f"{place}: 错误: 一个块只能有一个键，这里有：grid, register [one-block-each]",
        ]

    @pytest.mark.parametrize("empty", ["  - grid:\n", "  - seal: ~\n"])
    def test_an_empty_block_is_refused(self, content: Content, empty: str) -> None:
        """A block that is announced and not written is empty, and is no crash later."""
        content.change(KEYS, "blocks:\n", f"blocks:\n{empty}")
        place = content.place(KEYS, empty[4:], skip="blocks:\n  - ")

        assert content.titles("zh") == [f"{place}: 错误: 这里是空的 [empty-text]"]


def test_every_mistake_of_a_file_is_found_in_one_run(content: Content) -> None:
    """An author mends them together, not one a run."""
    content.change(COMPLAINTS, "review_by: 2027-01-15", "review_by: soon")
    content.change(COMPLAINTS, "    mind: 情绪", "    mnd: 情绪")
    content.change(COMPLAINTS, "  - id: answer-now", "  - id: Answer")
    content.change(KEYS, "rows: 16", "rows: many")

    assert [line.rpartition("[")[2] for line in content.titles()] == [
        "bad-whole-number]", "bad-date]", "unknown-key]", "bad-id]",
    ]  # fmt: skip


def test_a_megabyte_of_key_is_not_repeated() -> None:
    """A message stays short whatever is in the file."""
    document, _ = compose(f"? {'k' * 200_000}\n: x\ntitle: {{{'v' * 1000}: x}}\nstatus: {'v' * 1_000_000}\n", "x.yaml")
    assert document is not None
    _, findings = validate(document, KINDS["guides"].model)

    assert {finding.rule for finding in findings} >= {"unknown-key", "expected-text", "bad-choice"}
    assert all(len(finding.say("zh")) < 1200 for finding in findings)


@pytest.mark.parametrize(
    ("location", "model"),
    [
        (("steps", 0), Step),
        (("steps", 0, "within"), Deadline),
        (("steps", 3, "branches", "yes"), Branch),
        (("steps", 0, "by"), None),
        (("nowhere", 0, "x"), None),
    ],
)
def test_the_model_at_a_location_is_found(location: tuple[str | int, ...], model: type | None) -> None:
    """Lists, mappings and optional values are walked through."""
    assert model_at(KINDS["procedures"].model, location) is model


def test_a_sound_record_of_every_kind_has_no_finding(content: Content) -> None:
    """The small library itself is clean, in both handbooks and all eight kinds."""
    assert content.findings() == ()
    assert {entry.kind for entry in content.library().entries.values()} == set(KINDS)


def test_an_empty_folder_of_a_kind_is_fine(content: Content) -> None:
    """A folder may wait for its first record."""
    (content.root / BOOK / "scripts").mkdir()

    assert content.findings() == ()
