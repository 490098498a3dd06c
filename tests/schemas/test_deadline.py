"""A deadline: a time of its own or a commitment's, from a step or an event, extended in all or by more."""

from __future__ import annotations

import pytest

from schemas.checks import check
from schemas.clock import after_hours, extension, in_full, within
from schemas.deadline import Deadline
from schemas.loader import load_library
from schemas.policy import Commitment
from schemas.procedure import Procedure, Step
from tests.schemas.content import COMPLAINTS, POLICY, REGISTER, TODAY, Content

GRADE = "{time: 30 分钟, from: receive}"
FIRST_CALL = "time: 30 分钟, basis"
MIND = "情绪激烈时请到会客室，由两人接待。"
CALL = "GT-ZY-KF-006#first-call"


def _say(content: Content, lang: str) -> tuple[str, str, str]:
    """The time, the deadline in full and the extension of the step `grade`."""
    loading = load_library(content.root)
    view = loading.require().view(lang)
    entry = view.entries["greentown-after-sales/procedures/complaint-handling"]
    assert isinstance(entry.record, Procedure)
    step = next(step for step in entry.record.steps if step.id == "grade")
    assert not [finding for finding in check(loading, TODAY).findings if finding.severity == "error"]
    return tuple(say(view, entry, step.within) for say in (within, in_full, extension))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "promised", "zh", "en"),
    [
        (
            "5 自然日",
            "",
            ("5 个自然日内", "5 个自然日内", ""),
            ("within 5 calendar days", "within 5 calendar days", ""),
        ),
        ("立即", "", ("立即", "立即", ""), ("at once", "at once", "")),
        (
            "{time: 次日 9:00 前, from: receive}",
            "",
            ("次日 9:00 前", "“受理”之后次日 9:00 前", ""),
            ("by 9:00 the next day", "by 9:00 the next day, after “Taking the complaint”", ""),
        ),
        (
            "{time: 30 分钟, from: 接报}",
            "",
            ("30 分钟内", "自接报起 30 分钟内", ""),
            ("within 30 minutes", "within 30 minutes of 接报", ""),
        ),
        (
            "{time: 30 分钟, extend: {by: 15 分钟}}",
            "",
            ("30 分钟内", "30 分钟内", "可另延 15 分钟"),
            ("within 30 minutes", "within 30 minutes", "extendable by a further 15 minutes"),
        ),
        (
            f'"{CALL}"',
            "from: 接报, extend: {to: 1 小时, approve: service-centre-manager}, ",
            ("30 分钟内", "自接报起 30 分钟内", "可延至累计 1 小时，须服务中心经理批准"),
            (
                "within 30 minutes",
                "within 30 minutes of 接报",
                "extendable to 1 hour in all with the approval of Service centre manager",
            ),
        ),
        (
            f'{{keeps: "{CALL}", from: receive}}',
            "from: 接报, ",
            ("30 分钟内", "自“受理”起 30 分钟内", ""),
            ("within 30 minutes", "within 30 minutes of “Taking the complaint”", ""),
        ),
    ],
)
def test_what_an_author_may_write_is_said(
    content: Content, typed: str, promised: str, zh: tuple[str, ...], en: tuple[str, ...]
) -> None:
    """A step that keeps a commitment has its figure, its start and its extension, but where it says another."""
    content.change(COMPLAINTS, GRADE, typed)
    content.change(POLICY, FIRST_CALL, f"{promised}{FIRST_CALL}")

    assert (_say(content, "zh"), _say(content, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (
            "{from: receive}",
            ("时限要么写 time，要么写 keeps [time-or-keeps]\n"
            "    数字在这里的写 time: 30 分钟；数字在制度里的写 keeps: 编号#承诺。"),
        ),
        (
            f'{{time: 30 分钟, keeps: "{CALL}"}}',
            ("时限要么写 time，要么写 keeps [time-or-keeps]\n"
            "    数字在这里的写 time: 30 分钟；数字在制度里的写 keeps: 编号#承诺。"),
        ),
        (
            "{time: 30 分钟, extend: 1 小时}",
            ("“1 小时”没有说是累计还是另加 [extension-unclear]\n"
            "    累计写 extend: {to: 1 小时}，另加写 extend: {by: 1 小时}。"),
        ),
        (
            "{time: 30 分钟, extend: {to: 1 小时, by: 30 分钟}}",
            "延期要么写 to（累计），要么写 by（另加） [extension-twice]\n    两个里留一个。",
        ),
        (
            "{time: 30 分钟, from: recieve}",
            ("这里没有“recieve”可指 [unknown-local]\n    是不是“receive”？可以写：receive, can-answer, answer-now, "
            "grade, verify, is-major, approve, handle, follow-up, accepted, reopen, escalate, close。"),
        ),
        (
            "GT-ZY-KF-006#first-cal",
            "“GT-ZY-KF-006”里没有“first-cal” [unknown-part]\n    是不是“first-call”？",
        ),
    ],
)  # fmt: skip
def test_what_is_no_deadline_is_refused(content: Content, typed: str, title: str) -> None:
    """Neither or both of a time and a commitment, an extension that does not say what it adds up to, a slip."""
    content.change(COMPLAINTS, GRADE, typed)

    assert [line.partition(": 错误: ")[2] for line in content.check("zh") if ": 错误: " in line] == [title]


def test_what_differs_after_hours_belongs_to_the_step(content: Content) -> None:
    """A role alone is who does it then; with it goes another time, or another way."""
    typed = "{by: service-officer, within: 次日 9:00 前, do: 先记在登记表上}"
    content.change(COMPLAINTS, f"    within: {GRADE}\n", f"    within: {GRADE}\n    after_hours: {typed}\n")
    view = content.library()
    entry = view.entries["greentown-after-sales/procedures/complaint-handling"]
    step = entry.parts["grade"].body
    assert isinstance(step, Step)

    assert after_hours(view, entry, step) == "由客服专员做，次日 9:00 前；先记在登记表上"
    assert Step.model_validate({"id": "a", "by": "b", "after_hours": "c"}).after_hours == (
        Step.model_validate({"id": "a", "by": "b", "after_hours": {"by": "c"}}).after_hours
    )


def test_a_commitment_has_all_that_a_deadline_has(content: Content) -> None:
    """What it counts from, when it holds, how far it may be extended, who keeps it, what differs after hours."""
    content.change(
        POLICY,
        "time: 30 分钟, basis",
        "time: 30 分钟, from: 接报, when: 业主留了电话, extend: {by: 30 分钟}, by: front-desk, "
        "after_hours: {by: service-officer, within: 次日 9:00 前}, asks: [几点前要回电话], basis",
    )
    entry = content.library().entries["greentown-after-sales/policies/service-promises"]
    promise = entry.parts["first-call"].body

    assert isinstance(promise, Commitment)
    assert in_full(content.library(), entry, promise) == "自接报起 30 分钟内"
    assert [line for line in content.check("zh") if "错误" in line] == []


def test_a_step_that_keeps_a_commitment_says_what_differs_after_hours(content: Content) -> None:
    """What the commitment has, with the names that its policy gives; what the step says itself wins."""
    content.change(
        POLICY,
        FIRST_CALL,
        "time: 30 分钟, after_hours: {by: service-officer, within: 次日 9:00 前}, basis",
    )
    content.change(COMPLAINTS, GRADE, f'"{CALL}"')

    assert _said_of_grade(content) == "由客服专员做，次日 9:00 前"
    content.change(COMPLAINTS, f'    within: "{CALL}"\n', f'    within: "{CALL}"\n    after_hours: service-officer\n')
    assert _said_of_grade(content) == "由客服专员做"


def _said_of_grade(content: Content) -> str:
    view = content.library().view("zh")
    entry = view.entries["greentown-after-sales/procedures/complaint-handling"]
    step = entry.parts["grade"].body
    assert isinstance(step, Step)
    return after_hours(view, entry, step)


class TestFigures:
    """`{CODE#part}` inside a sentence."""

    @pytest.mark.parametrize(
        ("reference", "zh", "en"),
        [
            (CALL, "30 分钟", "30 minutes"),
            ("policies/service-promises#first-call", "30 分钟", "30 minutes"),
            ("GT-BF-KF-001#handle", "3 个工作日", "3 working days"),
            ("GT-ZY-KF-006#key-copy", "10 元/把", "RMB 10 per key"),
        ],
    )
    def test_the_figure_is_printed_where_it_stands(self, content: Content, reference: str, zh: str, en: str) -> None:
        """In the language of the reader, wherever the text is shown; a page links it to its home."""
        content.change(COMPLAINTS, MIND, f"在{{{reference}}}内登记。")
        library = content.library()
        text = f"{{{reference}}}内登记。"

        for lang, figure in (("zh", zh), ("en", en)):
            view = library.view(lang)
            entry = view.entries["greentown-after-sales/procedures/complaint-handling"]
            assert view.plain(text, entry) == f"{figure}内登记。"
            piece = view.segments(text, entry)[0]
            assert (piece.kind, piece.text, piece.part) == ("figure", figure, reference.partition("#")[2])

    def test_a_figure_in_digits_has_a_space_after_a_chinese_character(self, content: Content) -> None:
        """Not so after a sign, nor in an English text."""
        view = content.library().view("zh")
        entry = view.entries["greentown-after-sales/procedures/complaint-handling"]
        texts = {
            text: view.plain(text, entry) for text in ("主管{GT-BF-KF-001#handle}内答", "（{GT-BF-KF-001#handle}内答")
        }
        assert [*texts.values()] == ["主管 3 个工作日内答", "（3 个工作日内答"]

    def test_the_figure_of_a_step_that_keeps_a_commitment_is_the_commitments(self, content: Content) -> None:
        """It has no other."""
        content.change(COMPLAINTS, GRADE, f'"{CALL}"')
        library = content.library()

        assert library.figure("greentown-after-sales/procedures/complaint-handling", "grade") == "30 分钟"

    @pytest.mark.parametrize(
        ("reference", "title"),
        [
            ("GT-ZY-KF-006#first-cal", "“GT-ZY-KF-006”里没有“first-cal” [unknown-part]\n    是不是“first-call”？"),
            ("GT-ZY-KF-007#first-call", ("“GT-ZY-KF-007#first-call”没有这条记录 [unknown-reference]\n"
             "    是不是“GT-ZY-KF-006”？检查编号或地址。")),
            ("GT-ZY-KF-006#1.1", ("“GT-ZY-KF-006”的“1.1”没有数字可印 [no-figure]\n"
             "    花括号里写承诺、有时限的步骤或价目，可以写：first-call, night-visit, on-time, key-copy。")),
            ("钥匙#借出", ("“钥匙#借出”不是引用 [bad-reference]\n"
             "    写编号（GT-R-KF-26）或地址（forms/complaint-register）。")),
        ],
    )  # fmt: skip
    def test_a_figure_that_is_not_there_is_an_error(self, content: Content, reference: str, title: str) -> None:
        """Pointed at where it stands, with what was probably meant."""
        content.change(COMPLAINTS, MIND, f"在{{{reference}}}内登记。")
        place = content.place(COMPLAINTS, f"{{{reference}}}")

        assert [line for line in content.check("zh") if "错误" in line] == [f"{place}: 错误: {title}"]

    def test_a_translation_carries_the_figure_too(self, content: Content) -> None:
        """It is one of the marks that both sides have."""
        content.change(COMPLAINTS, MIND, f"在{{{CALL}}}内登记。")

        assert "translation-outdated" in {finding.rule for finding in content.findings()}


class TestPromisesOfForms:
    """A time printed on a form."""

    def test_it_may_be_named_without_typing_it(self, content: Content) -> None:
        """The reference of a commitment or of a step alone: what is printed is its time."""
        content.change(REGISTER, 'promise: {step: "GT-BF-KF-001#grade", time: 30 分钟}', f'promise: "{CALL}"')

        assert content.check("zh") == []

    def test_it_must_have_a_time_somewhere(self, content: Content) -> None:
        """A step without a time promises nothing."""
        place = content.put(
            REGISTER, 'promise: ~{step: "GT-BF-KF-001#grade", time: 30 分钟}~', '"GT-BF-KF-001#escalate"'
        )

        assert content.check("zh") == [
            (
                f"{place}: 错误: “GT-BF-KF-001”的“escalate”没有数字可印 [no-figure]\n"
                "    花括号里写承诺、有时限的步骤或价目，可以写：receive, answer-now, grade, verify, approve, handle, "
                "follow-up, reopen, close。"
            )
        ]


def test_a_deadline_may_be_written_short() -> None:
    """A time alone, or the commitment alone."""
    assert str(Deadline.model_validate("30 分钟").time) == "30 分钟"
    assert Deadline.model_validate(CALL).keeps == CALL
