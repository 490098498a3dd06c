"""References: what leads to nothing is pointed at, inside its text too, with what was probably meant."""

from __future__ import annotations

import pytest

from tests.schemas.content import (
    BOOK,
    CATALOGUE,
    COMPLAINTS,
    COURSE,
    FRONT_DESK,
    GUIDE,
    KEYS,
    POLICY,
    REPORT,
    SCRIPT,
    SETTINGS,
    SURVEY,
    TITLE_PAGE,
    TROUBLE,
    Content,
)

STEPS = (
    "receive, can-answer, answer-now, grade, verify, is-major, approve, handle, follow-up, accepted, reopen, "
    "escalate, close"
)
NODES = "explain, search, answer, promise, call-back, goodbye, hang-up"
NO_LIKENESS = ""
PARTS_OF_PROMISES = (
    "\n    可以写：keys, 1.1, opinions, 2.1, repairs, 3.1, 3.2, 3.3, first-call, night-visit, on-time, key-copy, "
    "compensation。"
)
PLAYED = (("指引", "话术或排障"), ("guide", "script or troubleshooting"))
CONDITIONS = "empty, filled, past, period"
COLUMNS = "no, room, qty, authorised, borrower, phone, out, due, lender, back"
KEY_FIELDS = (
    "room, qty, authorised, borrower, phone, out, lender, back, project, month, serial, "
    "checked.supervisor.signed, checked.supervisor.date"
)


def about(rule: str, said: list[str]) -> list[str]:
    """The findings of one rule."""
    return [line for line in said if f"[{rule}]" in line]


class TestRecords:
    """References to records: addresses, codes, parts."""

    @pytest.mark.parametrize(
        ("path", "marked", "new", "guess"),
        [
            (COMPLAINTS, "related: [~GT-ZY-KF-006~", "GT-ZY-KF-066", "GT-ZY-KF-006"),
            (COMPLAINTS, "related: [~GT-ZY-KF-006~", "Q-9", NO_LIKENESS),
            (COURSE, "read: [~GT-BF-KF-001~]", "procedures/complaint-handing", "procedures/complaint-handling"),
            (COURSE, "practise: [~call-scripts/scripts/hold-and-call-back~]", "call-scripts/scripts/hold", NO_LIKENESS),
            (COMPLAINTS, "- {form: ~GT-R-KF-26~,", "GT-R-KF-99", "GT-R-KF-28"),
            (SETTINGS, "to: ~call-scripts/scripts/hold-and-call-back~", "other-book/policies/x", NO_LIKENESS),
            (
                SETTINGS,
                "to: ~call-scripts/scripts/hold-~and",
                "call-scripts/scripts/holdx-",
                "call-scripts/scripts/hold-",
            ),
        ],
    )
    def test_a_reference_to_nothing_is_compared_with_what_there_is(
        self, content: Content, path: str, marked: str, new: str, guess: str
    ) -> None:
        """The reference itself is pointed at; a likeness is named, and only a likeness."""
        place = content.put(path, marked, new)
        said = about("unknown-reference", content.check("zh"))
        meant = f"是不是“{guess}" if guess else "检查编号或地址。"

        assert len(said) == 1
        assert said[0].startswith(f"{place}: 错误: “{new}")
        assert said[0].partition("\n    ")[2].startswith(meant)
        assert said[0].endswith("检查编号或地址。")

    def test_both_languages_say_it_in_full(self, content: Content) -> None:
        """The same finding in the two languages, word for word."""
        place = content.put(COMPLAINTS, "related: [~GT-ZY-KF-006~", "GT-ZY-KF-066")

        assert content.check("zh") == [
            f"{place}: 错误: “GT-ZY-KF-066”没有这条记录 [unknown-reference]\n    是不是“GT-ZY-KF-006”？检查编号或地址。"
        ]
        title, _, hint = content.check("en")[0].partition("\n    ")
        assert title == f"{place}: error: there is no record 'GT-ZY-KF-066' [unknown-reference]"
        assert hint == "Did you mean 'GT-ZY-KF-006'? Check the code or address."

    def test_a_link_is_pointed_at_inside_its_text(self, content: Content) -> None:
        """In the middle of a sentence the finding stands at the brackets of the link."""
        content.change(COMPLAINTS, "[[GT-ZY-KF-002#voice]]", "[[GT-ZY-KF-020#voice]]")
        place = content.place(COMPLAINTS, "[[GT-ZY-KF-020")

        assert content.titles("zh") == [f"{place}: 错误: “GT-ZY-KF-020#voice”没有这条记录 [unknown-reference]"]

    def test_a_link_in_a_literal_text_is_pointed_at_on_its_own_line(self, content: Content) -> None:
        """In a text of several lines the line of the link counts."""
        content.change(COMPLAINTS, "purpose: 让", "purpose: |-\n  第一行\n  第二行，见 [[Q-9]]\n  让")
        place = content.place(COMPLAINTS, "[[Q-9]]")

        assert content.titles("zh") == [f"{place}: 错误: “Q-9”没有这条记录 [unknown-reference]"]

    @pytest.mark.parametrize(
        ("marked", "new", "record", "guess"),
        [
            ("~[[GT-ZY-KF-002#voice]]~", "[[GT-ZY-KF-002#vioce]]", "GT-ZY-KF-002", "\n    是不是“voice”？"),
            ('cites: [~"GT-ZY-KF-006#first-call"~]', '"GT-ZY-KF-006#9.9"', "GT-ZY-KF-006", PARTS_OF_PROMISES),
        ],
    )
    def test_a_part_that_is_not_there_is_named(
        self, content: Content, marked: str, new: str, record: str, guess: str
    ) -> None:
        """The record is found, its step or article is not."""
        place = content.put(COMPLAINTS, marked, new)
        part = new.rpartition("#")[2].rstrip(']"')

        assert content.check("zh") == [f"{place}: 错误: “{record}”里没有“{part}” [unknown-part]{guess}"]

    def test_a_placeholder_code_never_resolves(self, content: Content) -> None:
        """Two forms may share GT-R-XX-XX, which is then no reference, not even when only one form has it."""
        for number, name in enumerate(("archive-index", "archive-list")):
            text = content.read(KEYS).replace("GT-R-KF-13", "GT-R-XX-XX")
            content.write(f"{BOOK}/forms/{name}.yaml", text)
            content.change(POLICY, "forms: [GT-R-KF-28" if number else "forms: [GT-R-KF-13", f"forms: [forms/{name}")
        places = [
            content.put(POLICY, "sources: [~GT-R-KF-26~]", "GT-R-XX-XX"),
            content.put(COMPLAINTS, "时请到~会客室~", "[[GT-R-XX-XX]]"),
        ]

        assert [line for line in content.check("zh") if "错误" in line] == [
            f"{place}: 错误: “GT-R-XX-XX”是几张表共用的占位编号 [shared-code]\n    改写地址，如 forms/archive-index。"
            for place in places
        ]
        assert content.library().find("GT-R-XX-XX", "greentown-after-sales") is None

    @pytest.mark.parametrize(
        ("path", "marked", "new", "zh", "en"),
        [
            (COMPLAINTS, "forms: [~GT-R-KF-26~]\n    say", "GT-ZY-KF-006", ("制度", "表单"), ("policy", "form")),
            (COMPLAINTS, "forms: [~GT-R-KF-26~]\n    say", "GT-BF-KF-001", ("规程", "表单"), ("procedure", "form")),
            (COURSE, "fill: [~GT-R-KF-26~]", "GT-ZY-KF-002", ("指引", "表单"), ("guide", "form")),
            (COURSE, "practise: [~call-scripts/scripts/hold-and-call-back~]", "GT-ZY-KF-002", *PLAYED),
        ],
    )
    def test_a_record_of_another_kind_is_named_with_the_kind_it_should_have(
        self, content: Content, path: str, marked: str, new: str, zh: tuple[str, str], en: tuple[str, str]
    ) -> None:
        """`forms` takes forms, `practise` what can be played."""
        place = content.put(path, marked, new)

        assert f"{place}: 错误: “{new}”是{zh[0]}，这里要{zh[1]} [wrong-kind]" in content.titles("zh")
        assert f"{place}: error: '{new}' is a {en[0]}; a {en[1]} is expected here [wrong-kind]" in content.titles("en")


class TestActors:
    """Roles, parties and who may be either."""

    @pytest.mark.parametrize(
        ("path", "marked", "new"),
        [
            (COMPLAINTS, "owner: ~service-centre-manager~", "service-center-manager"),
            (COMPLAINTS, "  ~service-officer~: {contact", "service-oficer"),
            (COMPLAINTS, "approve: ~service-centre-manager~}", "service-centre-manger"),
            (FRONT_DESK, "reports_to: ~service-supervisor~", "service-superviser"),
            (REPORT, "role: ~department-head~,", "departmenthead"),
            (TITLE_PAGE, "under: centre, role: ~front-desk~", "frontdesk"),
        ],
    )
    def test_a_role_that_is_not_there_is_compared_with_the_roles(
        self, content: Content, path: str, marked: str, new: str
    ) -> None:
        """The reference is pointed at, or the key where the role is a key."""
        place = content.put(path, marked, new)
        said = about("unknown-role", content.check("zh"))

        assert len(said) == 1
        assert said[0].startswith(
            f"{place}: 错误: 没有岗位“{new}” [unknown-role]\n    是不是“{marked.split('~')[1]}”？"
        )
        assert said[0].endswith("岗位写在 roles/ 里。")

    @pytest.mark.parametrize(
        ("path", "marked", "new", "guess"),
        [
            (COMPLAINTS, "title: 受理\n    by: ~front-desk~", "frontdesk", "front-desk"),
            (COMPLAINTS, "with: [~department-head~]", "residnt", "resident"),
            (KEYS, "title: 经办人, type: signature, party: ~front-desk~", "borower", "borrower"),
        ],
    )
    def test_who_acts_may_be_a_role_or_a_party(
        self, content: Content, path: str, marked: str, new: str, guess: str
    ) -> None:
        """Parties are among what was probably meant."""
        place = content.put(path, marked, new)
        hint = f"是不是“{guess}”？签字方写在 handbook.yaml 的 parties 里。"

        assert f"{place}: 错误: 没有岗位或签字方“{new}” [unknown-party]\n    {hint}" in content.check("zh")

    def test_a_party_acts_and_signs_but_does_not_own(self, content: Content) -> None:
        """A resident may take part in a step; a text needs a role as its owner."""
        content.change(COMPLAINTS, "with: [department-head]", "with: [resident]")
        assert content.check() == []

        content.change(COMPLAINTS, "owner: service-centre-manager", "owner: resident")
        assert [line.rpartition("[")[2] for line in content.titles()] == ["unknown-role]"]

    def test_a_role_of_another_handbook_is_named_with_it(self, content: Content) -> None:
        """`call-scripts/agent` is the agent of the call scripts."""
        content.change(COMPLAINTS, "with: [department-head]", "with: [call-scripts/agent]")
        assert content.check() == []

        content.change(COMPLAINTS, "with: [call-scripts/agent]", "with: [call-scripts/agnt]")
        assert [line.rpartition("[")[2] for line in content.titles()] == ["unknown-party]"]


class TestLocal:
    """Ids that mean something in the same record."""

    @pytest.mark.parametrize(
        ("path", "marked", "new", "guess", "known"),
        [
            (COMPLAINTS, "    then: ~approve~\n", "aprove", "approve", STEPS),
            (COMPLAINTS, "{times: 2, then: ~escalate~}", "qqq", NO_LIKENESS, STEPS),
            (COMPLAINTS, "{time: 30 分钟, from: ~receive~}", "recieve", "receive", STEPS),
            (SCRIPT, "start: ~explain~", "explian", "explain", NODES),
            (TROUBLE, "next: ~headset~}", "handset", "headset", "silence, headset, fixed, hand-over"),
            (KEYS, "title: 应还时间, type: datetime, after: ~out~", "ot", "out", KEY_FIELDS),
            (KEYS, "title: 未归还, count: ~loans~", "head", NO_LIKENESS, "loans"),
            (KEYS, "where: {~back~: empty}}", "bck", "back", COLUMNS),
            (KEYS, "where: {~back: empty~}}", "authorised: leter", "letter", f"letter, present, phone, {CONDITIONS}"),
            (SURVEY, "counts_as_satisfied: [~satisfied~]", "good", NO_LIKENESS, "satisfied, neutral, dissatisfied"),
            (TITLE_PAGE, "under: ~centre~,", "center", "centre", "centre, desk"),
        ],
    )
    def test_an_id_that_means_nothing_is_compared_with_what_it_may_be(
        self, content: Content, path: str, marked: str, new: str, guess: str, known: str
    ) -> None:
        """Steps, nodes, fields, points: what may be written depends on where it is written."""
        place, word = content.put(path, marked, new), new.rpartition(": ")[2]
        if word != new:
            place = content.place(path, word, skip=f"{new.removesuffix(word)}")
        meant = f"是不是“{guess}”？" if guess else ""

        assert content.check("zh") == [
            f"{place}: 错误: 这里没有“{word}”可指 [unknown-local]\n    {meant}可以写：{known}。"
        ]

    def test_asks_of_a_part_that_is_missing_say_so(self, content: Content) -> None:
        """The asks at the end of a record name its parts; a part that is renamed takes nothing from them in silence."""
        content.change(KEYS, "also_asked:\n  loans:", "also_asked:\n  loan:")

        place, advice = content.place(KEYS, "loan:"), "是不是“loans”？可以写：head, loans, note, checked。"
        assert content.check("zh") == [f"{place}: 错误: 这里没有“loan”可指 [unknown-local]\n    {advice}"]

    @pytest.mark.parametrize(
        ("path", "marked", "new", "guess", "known"),
        [
            (COMPLAINTS, "{text: 能, to: ~answer-now~}", "anser-now", "answer-now", STEPS),
            (SCRIPT, "{text: 我赶时间, to: ~promise~}", "promis", "promise", NODES),
        ],
    )
    def test_a_branch_to_a_step_that_is_missing_says_so(
        self, content: Content, path: str, marked: str, new: str, guess: str, known: str
    ) -> None:
        """The one finding there is: nothing is called unreachable because of it."""
        place = content.put(path, marked, new)

        assert content.check("zh") == [
            f"{place}: 错误: 分支指向不存在的步骤“{new}” [branch-to-nowhere]\n    是不是“{guess}”？可以写：{known}。"
        ]
        assert content.titles("en") == [
            f"{place}: error: a branch leads to a step that does not exist: '{new}' [branch-to-nowhere]"
        ]

    def test_a_chart_draws_the_columns_of_its_own_table(self, content: Content) -> None:
        """`label` and `amount` are columns of the register that `of` names, not of another."""
        chart = "  - chart: {id: pareto, title: 排列图, kind: pareto, of: loans, label: room, amount: qty}\ntotals:\n"
        content.change(KEYS, "\ntotals:\n", chart)
        assert content.check() == []

        content.change(KEYS, "amount: qty}", "amount: month}")
        assert content.titles("zh") == [
            f"{content.place(KEYS, 'month}', skip='amount: ')}: 错误: 这里没有“month”可指 [unknown-local]"
        ]


class TestBlanks:
    """Names in braces are blanks or project values, and nothing else."""

    @pytest.mark.parametrize(
        ("path", "old", "new", "shown", "value", "guess"),
        [
            (COMPLAINTS, "前由{name}给", "前由{nme}给", "{nme}", "nme", "是不是“name”？"),
            (COMPLAINTS, "前由{name}给", "前由{姓名}给", "{姓名}", "姓名", ""),
            (COMPLAINTS, "前由{name}给", "前由{ name }给", "{ name }", " name ", "是不是“name”？"),
            (POLICY, "{project.phone}", "{project.fone}", "{project.fone}", "project.fone", "是不是“project.phone”？"),
            (SURVEY, "请于{until}前", "请于{untill}前", "{untill}", "untill", "是不是“until”？"),
            (SCRIPT, "我在{time}前", "我在{department}前", "{department}", "department", ""),
        ],
    )
    def test_an_unknown_name_is_an_error(
        self, content: Content, path: str, old: str, new: str, shown: str, value: str, guess: str
    ) -> None:
        """The braces are pointed at; a name that cannot be a blank's is an error too, not a printed brace."""
        content.change(path, old, new)
        place = content.place(path, shown)

        hint = f"{guess}空格写在 handbook.yaml 的 blanks，项目值写在 project。"
        assert content.check("zh") == [f"{place}: 错误: 没有名为“{value}”的空格或项目值 [unknown-blank]\n    {hint}"]

    @pytest.mark.parametrize("shown", ["{{7*7}}", "{{ name }}", "{{name}}", "{% include x %}", "${}", "{}"])
    def test_other_template_languages_are_shown_as_they_stand(self, content: Content, shown: str) -> None:
        """Nothing is filled in, and nothing is wrong."""
        content.change(COMPLAINTS, "do: 报公司", f'do: "{shown} 报公司')
        content.change(COMPLAINTS, "诉讼等途径。\n", '诉讼等途径。"\n')
        entry = content.entry(COMPLAINTS)

        assert content.check() == []
        assert content.library().plain(f"{shown} 报公司", entry) == f"{shown} 报公司"

    def test_a_link_without_its_other_half_is_pointed_at(self, content: Content) -> None:
        """`[[` that nothing closes would be printed."""
        content.change(COMPLAINTS, "[[GT-ZY-KF-002#voice]]", "[[GT-ZY-KF-002#voice")
        place = content.place(COMPLAINTS, "[[GT-ZY")

        assert content.check("zh") == [
            f"{place}: 错误: “[[”没有配对 [broken-link]\n    链接写成 [[编号]] 或 [[地址]]，写在同一行里。"
        ]


class TestHandbooks:
    """What library.yaml names."""

    @pytest.mark.parametrize(
        ("marked", "new", "guess"),
        [
            ("default: ~greentown-after-sales~", "greentown-sales", "greentown-after-sales"),
            ("sales, ~call-scripts~]", "calls", ""),
        ],
    )
    def test_a_handbook_that_is_not_there_is_named(self, content: Content, marked: str, new: str, guess: str) -> None:
        """`default` and `order` are ids of folders."""
        place = content.put(SETTINGS, marked, new)
        meant = f"是不是“{guess}”？" if guess else ""

        assert content.check("zh") == [
            f"{place}: 错误: 没有手册“{new}” [unknown-handbook]\n    {meant}手册是 handbook/ 下的一个文件夹。"
        ]


class TestNoCascade:
    """A record that cannot be read is one mistake; what refers to it is none."""

    @pytest.mark.parametrize(
        "path", [COMPLAINTS, KEYS, SURVEY, REPORT, FRONT_DESK, POLICY, GUIDE, COURSE, SCRIPT, TROUBLE]
    )
    @pytest.mark.parametrize(
        "damage",
        [
            lambda text: text.replace("title:", "titel:", 1),
            lambda text: text + "\n: [\n",
            lambda text: text.encode("gbk"),
            lambda text: text.encode("utf-16"),
            lambda text: text + "\ntitle: x\n",
            lambda text: text.replace("title: ", "title：", 1),
        ],
        ids=["shape", "syntax", "gbk", "utf-16", "twice", "colon"],
    )
    def test_only_the_broken_file_has_findings(self, content: Content, path: str, damage: object) -> None:
        """Links to it, by code too, and what it alone used, taught or owned, are not reported."""
        assert callable(damage)
        damaged = damage(content.read(path))
        content.write(path, damaged)
        findings = content.findings()

        assert findings
        assert {finding.path for finding in findings} == {path}
        assert all(finding.severity == "error" for finding in findings)

    @pytest.mark.parametrize("damage", ["", "title: x\n", "[", None])
    def test_a_handbook_without_title_page_leaves_the_other_alone(self, content: Content, damage: str | None) -> None:
        """Its records are left out, and links of the other handbook to them are not reported."""
        path = "handbook/call-scripts/handbook.yaml"
        (content.root / path).unlink() if damage is None else content.write(path, damage)
        findings = content.findings()

        assert findings
        assert {finding.path for finding in findings} == {path}

    def test_a_broken_catalogue_is_said_once(self, content: Content) -> None:
        """Two hundred texts without English are not two hundred mistakes."""
        content.write(CATALOGUE, content.read(CATALOGUE) + "\n中文\n")

        assert [finding.rule for finding in content.findings()] == ["catalogue-syntax"]


@pytest.mark.parametrize(
    ("marked", "new", "token"),
    [
        ("related: [~GT-ZY-KF-006~", "GT-BF-KF-001", "GT-BF-KF-001, GT"),
        ("related: [~GT-ZY-KF-006~", "procedures/complaint-handling", "procedures/complaint-handling, GT"),
        ("mind: ~情绪激烈时请到会客室，由两人接待。~", "照 [[GT-BF-KF-001]]。", "[[GT-BF-KF-001]]"),
    ],
)
def test_what_leads_to_itself_is_named(content: Content, marked: str, new: str, token: str) -> None:
    """Among the related records, and as a link, by whatever name."""
    content.put(COMPLAINTS, marked, new)
    name = token.strip("[]").partition(",")[0]

    assert content.titles() == [
        f"{content.place(COMPLAINTS, token)}: warning: '{name}' is this very text [link-to-itself]"
    ]


def test_a_step_of_its_own_is_somewhere_else(content: Content) -> None:
    """A link to a part of the same record leads there."""
    content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", "见“[[GT-BF-KF-001#grade]]”。")

    assert content.titles() == []
