"""What a good editor asks of a text."""

from __future__ import annotations

from datetime import date

import pytest

from tests.schemas.content import COMPLAINTS, COURSE, FRONT_DESK, GUIDE, KEYS, REPORT, TITLE_PAGE, Content


def test_a_review_that_is_overdue_is_a_warning_from_the_day_after(content: Content) -> None:
    """The day itself is in time; which day it is now is given, so that the answer can be repeated."""
    place = content.place(COMPLAINTS, "2027-01-15")

    assert content.check("zh", today=date(2027, 1, 15)) == []
    assert (
        f"{place}: 警告: 2027-01-15 就该评审了 [review-overdue]\n    读一遍，改好，再写新的 review_by。"
        in content.check("zh", today=date(2027, 1, 16))
    )


def test_what_every_text_should_have_is_missed(content: Content) -> None:
    """An owner, and the words in which staff ask for it."""
    content.change(GUIDE, "owner: service-supervisor\n", "")
    content.change(GUIDE, "asks: [接电话声音要怎样, how should I sound on the phone]\n", "")

    assert content.check("zh") == [
        f"{GUIDE}:1:1: 警告: 没有写员工会怎么问 [asks-missing]\n    写 asks，中文英文都要，用问的人的话。",
        f"{GUIDE}:1:1: 警告: 没有写谁负责这份文件 [owner-missing]\n    写 owner: 岗位编号。",
    ]


def test_a_record_that_no_chapter_contains_is_named(content: Content) -> None:
    """A chapter may name it by code or by address; a comment above the record is not the record."""
    content.change(TITLE_PAGE, "records: [GT-ZY-KF-002]", "records: []")
    content.write(GUIDE, f"# 说明\n\n{content.read(GUIDE)}")

    assert content.check("zh") == [
        f"{GUIDE}:3:1: 警告: 哪一章都没有收这条记录 [not-in-a-chapter]\n    在 handbook.yaml 的 chapters 里加上。"
    ]


def test_a_time_without_its_basis_is_a_warning(content: Content) -> None:
    """A basis of the record, of the step, or a cited promise is one; `当场` is no number."""
    content.change(COMPLAINTS, "basis: 时限均为本手册建议，由服务中心按项目承诺核定\n", "")
    steps = ["verify", "approve", "handle", "follow-up", "reopen", "close"]
    said = content.titles("zh")

    assert len(said) == len(steps)
    assert said[0] == (
        f"{content.place(COMPLAINTS, '{time: 2 小时, from: grade}')}: 警告: 有时限，没有写依据 [basis-missing]"
    )


def test_a_time_goes_by_the_basis_of_its_handbook(content: Content) -> None:
    """Where `defaults` of the handbook have a basis, no procedure of it needs its own."""
    content.change(COMPLAINTS, "basis: 时限均为本手册建议，由服务中心按项目承诺核定\n", "")
    content.change(TITLE_PAGE, "defaults:\n", "defaults:\n  basis: 时限均为本手册建议\n")

    assert content.titles("zh") == []


def test_a_procedure_that_no_course_teaches_is_a_warning(content: Content) -> None:
    """It may be accepted with a reason."""
    content.change(COURSE, "read: [GT-BF-KF-001]", "read: [GT-ZY-KF-006]")
    assert content.check("zh") == [
        f"{COMPLAINTS}:1:1: 警告: 没有课程教这条规程 [no-course]\n    在课程的 read 里加上，或说明原因：accept。"
    ]

    content.change(COMPLAINTS, "related: [", "accept: [{rule: no-course, reason: 由带教口授}]\nrelated: [")
    assert content.check("zh") == []


class TestDuties:
    """Who acts has a duty that says so."""

    def test_one_who_acts_without_a_duty_is_named_once(self, content: Content) -> None:
        """The first step is pointed at, and the hint can be copied into the role."""
        content.change(FRONT_DESK, ", see: [GT-BF-KF-001]", "")
        place = content.place(COMPLAINTS, "front-desk", skip="title: 受理\n    by: ")

        title, _, hint = content.check("zh")[0].partition("\n    ")
        assert len(content.check("zh")) == 1
        assert title == f"{place}: 警告: “客服前台”在 GT-BF-KF-001 里办事，职责里却没有写 [duty-missing]"
        assert hint == "在岗位的职责里写 see: [GT-BF-KF-001]。"

    def test_one_who_approves_needs_a_duty_too(self, content: Content) -> None:
        """An approver of an extension acts, though no step is his."""
        place = content.put(COMPLAINTS, "approve: ~service-centre-manager~}", "service-supervisor")

        assert content.titles("zh") == [
            f"{place}: 警告: “客服主管”在 GT-BF-KF-001 里办事，职责里却没有写 [duty-missing]"
        ]

    def test_one_who_approves_on_a_form_needs_a_duty_for_it_or_its_procedure(self, content: Content) -> None:
        """The managers of the report have the complaint procedure among their duties; the technician has not."""
        assert content.check() == []

        place = content.put(REPORT, "role: ~department-head~,", "repair-technician")
        assert content.titles("zh") == [f"{place}: 警告: “维修技工”在 GT-R-KF-27 里办事，职责里却没有写 [duty-missing]"]


class TestReporting:
    """The reporting line goes up and ends."""

    def test_a_circle_is_named_once(self, content: Content) -> None:
        """At the first of its roles, with the whole way round."""
        manager = "handbook/greentown-after-sales/roles/service-centre-manager.yaml"
        content.change(manager, "mission:", "reports_to: front-desk\nmission:")

        place = content.place(FRONT_DESK, "service-supervisor")
        way = "front-desk → service-supervisor → service-centre-manager → front-desk"

        assert content.check("zh") == [
            f"{place}: 警告: 汇报关系绕成了圈：{way} [reports-in-a-circle]\n    改 reports_to。"
        ]

    def test_a_role_that_reports_to_itself_is_one(self, content: Content) -> None:
        """The shortest circle."""
        place = content.put(FRONT_DESK, "reports_to: ~service-supervisor~", "front-desk")
        way = "front-desk → front-desk"

        assert content.titles("en") == [
            f"{place}: warning: the reporting line goes in a circle: {way} [reports-in-a-circle]"
        ]


def _accept(rule: str, at: str, value: str) -> str:
    return f'accept: [{{rule: {rule}, at: {at}, value: "{value}", reason: 等编写组}}]\n'


class TestAcceptance:
    """A warning may be accepted with a reason; an error may not."""

    def test_an_acceptance_that_finds_nothing_is_a_warning(self, content: Content) -> None:
        """What has been mended need not be accepted any longer."""
        content.change(
            KEYS, "privacy: personal\n\n", "privacy: personal\naccept: [{rule: form-unused, reason: 备用}]\n\n"
        )

        place = content.place(KEYS, "{rule: form-unused")

        assert content.check("zh") == [
            f"{place}: 警告: accept 里的“form-unused”没有对应的问题 [accepts-nothing]\n    删掉这一项。"
        ]

    def test_an_error_is_not_accepted(self, content: Content) -> None:
        """Columns that do not fit the paper cannot be wished away."""
        content.change(KEYS, "width: 4}", "width: 5}")
        content.change(
            KEYS, "privacy: personal\n\n", "privacy: personal\naccept: [{rule: width-sum, reason: 差不多}]\n\n"
        )

        assert [line.rpartition("[")[2] for line in content.titles()] == ["accepts-nothing]", "width-sum]"]

    def test_a_place_is_accepted_as_long_as_it_stays_as_it_is(self, content: Content) -> None:
        """Another place is found still, and so is this one once its text is another."""
        content.change(COMPLAINTS, "basis: 时限均为本手册建议，由服务中心按项目承诺核定\n", "")
        others = [line for line in content.titles() if "{time: 2 小时, from: grade}" not in line]
        accept = "accept: [{rule: basis-missing, at: steps.verify.within, value: 2 小时 grade, reason: 由项目自定}]\n"
        content.change(COMPLAINTS, "related: [", f"{accept}related: [")

        assert len(content.titles()) == len(others) - 1
        assert not [line for line in content.titles() if "accept" in line]

        content.change(COMPLAINTS, "{time: 2 小时, from: grade}", "{time: 99 工作日, from: grade}")
        (outdated,) = [line for line in content.check("zh") if "[accept-outdated]" in line]

        assert len([line for line in content.titles() if "[basis-missing]" in line]) == len(others)
        assert outdated == (
            f"{content.place(COMPLAINTS, '2 小时 grade')}: 警告: 认可的是“2 小时 grade”，"
            "现在写的是“99 工作日 grade” [accept-outdated]\n"
            "    改好原处；仍然可以这样的，把 value 换成 99 工作日 grade。"
        )

    def test_a_long_text_is_quoted_by_its_beginning(self, content: Content) -> None:
        """In full it may be quoted too; spaces and line breaks make no difference."""
        long = "待写：" + "很长的一段话，说明要做什么。" * 5
        content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", long)
        (finding,) = [each for each in content.findings() if each.rule == "still-to-write"]

        assert finding.at == "steps.receive.mind"
        assert finding.quoted.startswith("待写：很长的一段话，说明…")
        for value in (finding.quoted, long):
            content.change(COMPLAINTS, "related: [", f"{_accept(finding.rule, finding.at, value)}related: [")
            assert content.check() == []
            content.change(COMPLAINTS, f"{_accept(finding.rule, finding.at, value)}related: [", "related: [")

    def test_the_place_of_a_finding_that_can_stand_in_several_has_to_be_said(self, content: Content) -> None:
        """Which it is, and what stands there, is in the hint."""
        content.change(COMPLAINTS, "basis: 时限均为本手册建议，由服务中心按项目承诺核定\n", "")
        content.change(COMPLAINTS, "related: [", "accept: [{rule: basis-missing, reason: 由项目自定}]\nrelated: [")
        (incomplete,) = [line for line in content.check("zh") if "[accept-incomplete]" in line]

        assert incomplete == (
            f"{content.place(COMPLAINTS, '{rule: basis-missing')}: 错误: 认可“basis-missing”，没有说明是哪一处 "
            "[accept-incomplete]\n    写上 at: steps.verify.within, value: 2 小时 grade。"
        )

    def test_a_full_stop_is_no_reason(self, content: Content) -> None:
        """Nor is a blank; two letters may be one."""
        content.change(
            KEYS, "privacy: personal\n\n", "privacy: personal\naccept: [{rule: form-unused, reason: 。}]\n\n"
        )

        assert [line.rpartition("[")[2] for line in content.titles()] == ["accepts-nothing]", "accept-without-reason]"]

    def test_an_acceptance_needs_a_reason(self, content: Content) -> None:
        """The reason is what the next owner reads."""
        content.change(KEYS, "privacy: personal\n\n", "privacy: personal\naccept: [{rule: form-unused}]\n\n")

        assert [line.partition(": ")[2] for line in content.titles("zh")] == ["错误: 缺少“reason” [missing-key]"]


def test_what_is_still_to_be_written_is_named(content: Content) -> None:
    """`handbook new` leaves places for the author's words; each is a warning until it is filled."""
    place = content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", "待写：要当心什么")

    assert content.check("zh") == [
        f"{place}: 警告: 还没有写：要当心什么 [still-to-write]\n    换成正文，或者删掉这个键。"
    ]


@pytest.mark.parametrize("text", ["TODO", "待定", "（略）", "……", "待补。", "同上", "见上。"])
def test_a_text_that_only_promises_one_is_named(content: Content, text: str) -> None:
    """Whoever stands at the counter learns nothing from it."""
    place = content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", text)

    assert content.titles("zh") == [f"{place}: 警告: 还没有写：{text} [still-to-write]"]


def test_an_answer_may_be_open(content: Content) -> None:
    """待定 is what a clerk ticks; a text that holds it says more."""
    content.change(COMPLAINTS, "unable: {text: 不能", "unable: {text: 待定")
    content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", "赔偿待定时不许诺。")

    assert content.titles() == []


def test_what_is_listed_twice_is_named(content: Content) -> None:
    """Two forms of a step, two roles: the second was to be another."""
    content.change(COMPLAINTS, "forms: [GT-R-KF-26, GT-R-KF-27]", "forms: [GT-R-KF-27, GT-R-KF-27]")
    place = content.place(COMPLAINTS, "GT-R-KF-27]\n    say", skip="[GT-R-KF-27, ")

    assert content.titles() == [f"{place}: warning: 'GT-R-KF-27' is listed here twice [listed-twice]"]


def test_a_day_listed_twice_is_named(content: Content) -> None:
    """Title pages have lists too."""
    content.change(TITLE_PAGE, "workdays: [2027-01-31]", "workdays: [2027-01-31, 2027-01-31]")
    place = content.place(TITLE_PAGE, "2027-01-31]")

    assert content.titles() == [f"{place}: warning: '2027-01-31' is listed here twice [listed-twice]"]


def test_a_misspelt_rule_is_guessed(content: Content) -> None:
    """What is accepted has the name that stands behind the finding."""
    content.change(COMPLAINTS, "status: draft", "status: draft\naccept: [{rule: basis-mising, reason: 由项目自定}]")

    assert [said.rpartition("\n")[2].strip() for said in content.check("en")] == ["Did you mean 'basis-missing'?"]


@pytest.mark.parametrize("gap", ["（待补）", "【待定】", "（此处待补充）", "TODO", "XXX", "×××", "待写："])
def test_what_is_open_within_a_text_is_named(content: Content, gap: str) -> None:
    """The sign that stands for it, at its place in the text."""
    content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", f"情绪激烈时请到{gap}由两人接待。")

    said = f"{content.place(COMPLAINTS, gap)}: 警告: “{gap}”这里还没有写完 [left-open]"
    assert content.check("zh") == [f"{said}\n    写上实际内容；说的人、填的人才知道的，写成 {{name}} 这样的空格。"]


@pytest.mark.parametrize(
    "text",
    ["证号写“待补”", "文案待定稿再送", "时间待定的不登", "GT-R-XX-XXX", "XX 号", "×2", "（略有不同）", "TODOS 店"],
)
def test_what_sounds_open_and_is_not(content: Content, text: str) -> None:
    """What a clerk writes or waits for, placeholders of codes, and names."""
    content.put(COMPLAINTS, "mind: ~情绪激烈时请到会客室，由两人接待。~", f"{text}，请到会客室。")

    assert content.titles() == []
