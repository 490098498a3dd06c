"""Procedures, scripts and troubleshooting as graphs: each mistake is named once, at the step or node."""

from __future__ import annotations

import pytest

from tests.schemas.content import COMPLAINTS, SCRIPT, TROUBLE, Content

ENDS = "    do: 报公司；书面告知业主调解、诉讼等途径。\n    end: true\n"


class TestReach:
    """Everything is reached."""

    def test_a_script_node_that_nothing_reaches_is_named(self, content: Content) -> None:
        """The key of the node is pointed at."""
        content.change(SCRIPT, "to: hang-up}", "to: goodbye}")
        place = content.place(SCRIPT, "hang-up")

        assert content.check("zh") == [
            f"{place}: 错误: “hang-up”走不到 [unreachable]\n    从前面某一步引到它，或者删掉。"
        ]
        assert content.titles("en") == [f"{place}: error: nothing leads to 'hang-up' [unreachable]"]

    def test_a_node_where_the_dialogue_may_begin_is_reached(self, content: Content) -> None:
        """`entry` is a beginning; without it the node is lost."""
        assert content.check() == []

        content.change(SCRIPT, "    entry: 回拨\n", "")
        assert content.titles("zh") == [f"{content.place(SCRIPT, 'call-back:')}: 错误: “call-back”走不到 [unreachable]"]

    def test_what_only_follows_from_a_lost_step_is_not_named_too(self, content: Content) -> None:
        """One step cut off takes its followers with it; the first of them is the mistake."""
        content.change(COMPLAINTS, "{major: {text: 是, to: approve}, ordinary: {text: 否, to: handle}}",
                       "{major: {text: 是, to: close}, ordinary: {text: 否, to: close}}")  # fmt: skip
        place = content.place(COMPLAINTS, "id: approve")

        assert [line for line in content.titles("zh") if "错误" in line] == [
            f"{place}: 错误: “approve”走不到 [unreachable]"
        ]

    def test_lost_steps_that_lead_to_each_other_are_named_once(self, content: Content) -> None:
        """A circle that nothing enters is named at its first node."""
        content.change(
            SCRIPT, "  goodbye: {say", "  one: {say: 一, next: two}\n  two: {say: 二, next: one}\n  goodbye: {say"
        )

        assert content.titles("zh") == [f"{content.place(SCRIPT, 'one:')}: 错误: “one”走不到 [unreachable]"]


class TestEnds:
    """Every way ends."""

    def test_a_step_after_which_nothing_comes_is_named(self, content: Content) -> None:
        """The last step needs `end: true`."""
        content.change(COMPLAINTS, "    forms: [GT-R-KF-26]\n    end: true\n", "    forms: [GT-R-KF-26]\n")
        place = content.place(COMPLAINTS, "id: close")

        assert content.check("zh") == [
            f"{place}: 错误: “close”之后没有下文 [dead-end]\n    写上 then, branches，或者 end: true。"
        ]

    @pytest.mark.parametrize(
        ("path", "before", "node", "keys"),
        [
            (SCRIPT, "再见。", "goodbye: {", "next, listen, branches"),
            (TROUBLE, "再说一遍", "fixed: {", "next, branches"),
        ],
    )
    def test_a_node_after_which_nothing_comes_is_named(
        self, content: Content, path: str, before: str, node: str, keys: str
    ) -> None:
        """The hint names the keys that lead on in a record of this kind."""
        content.change(path, f"{before}, end: true", before)
        place = content.place(path, node)

        assert content.check("zh") == [
            f"{place}: 错误: “{node[:-3]}”之后没有下文 [dead-end]\n    写上 {keys}，或者 end: true。"
        ]
        assert content.check("en")[0].endswith(f"[dead-end]\n    Write {keys}, or end: true.")

    def test_a_circle_that_no_way_leaves_is_named_once(self, content: Content) -> None:
        """Branches that never end are one mistake, at the first node of the circle."""
        content.change(SCRIPT, "{clear: {text: 清楚, to: goodbye}, more", "{clear: {text: 清楚, to: explain}, more")
        content.change(SCRIPT, "    next: goodbye\n", "    next: answer\n")
        content.change(SCRIPT, "silent: {text: 不回答, to: hang-up}", "silent: {text: 不回答, to: explain}")
        content.change(SCRIPT, "  goodbye: {say: 感谢来电，再见。, end: true}\n", "")
        content.change(SCRIPT, "  hang-up: {say: 听不到您的声音，我先挂断，稍后给您回拨。, end: true}\n", "")

        place = content.place(SCRIPT, "explain:")

        assert content.check("zh") == [
            f"{place}: 错误: 从“explain”出发走不到结束 [never-ends]\n    给这条路写上 end: true。"
        ]

    def test_a_circle_beside_sound_ways_is_found(self, content: Content) -> None:
        """That other ways end does not help those who enter the circle."""
        content.change(SCRIPT, "    next: goodbye\n", "    next: wait\n  wait: {say: 等, next: promise}\n")

        assert content.titles("zh") == [
            f"{content.place(SCRIPT, 'promise:', skip='  ')}: 错误: 从“promise”出发走不到结束 [never-ends]"
        ]


class TestLoops:
    """Every loop of a procedure is bounded, and what comes after its limit does not lead back."""

    def test_a_loop_without_limit_is_a_warning(self, content: Content) -> None:
        """It stands at the first step of the loop in reading order."""
        content.change(COMPLAINTS, "    limit: {times: 2, then: escalate}\n", "")
        content.change(COMPLAINTS, "ordinary: {text: 否, to: handle}}", "ordinary: {text: 否, to: escalate}}")
        title, _, hint = content.check("zh")[0].partition("\n    ")
        place = content.place(COMPLAINTS, "id: approve")

        assert title == f"{place}: 警告: 从“approve”绕回前面，没有写最多几次 [loop-without-limit]"
        assert hint == "给循环里的一步写 limit: {times: 2, then: …}。"

    def test_a_limit_on_any_step_of_the_loop_bounds_it(self, content: Content) -> None:
        """The complaint procedure goes round at most twice, and has no finding."""
        assert content.check() == []

    def test_a_caller_may_ask_again_as_often_as_he_likes(self, content: Content) -> None:
        """Scripts may go round without limit: `answer` leads back to `explain`."""
        assert "to: explain" in content.read(SCRIPT)
        assert content.check() == []

    def test_troubleshooting_is_bounded_too(self, content: Content) -> None:
        """Checking the same plug for ever is no help."""
        content.change(TROUBLE, "再说一遍, end: true}", "再说一遍, next: headset}")
        place = content.place(TROUBLE, "headset:")

        assert content.titles("en") == [
            f"{place}: warning: the loop back from 'headset' has no limit [loop-without-limit]"
        ]

    def test_an_escalation_that_comes_back_is_a_warning(self, content: Content) -> None:
        """After the second time it must not be the first time again."""
        content.change(COMPLAINTS, ENDS, ENDS.replace("end: true", "then: approve"))
        title, _, hint = content.check("zh")[0].partition("\n    ")
        place = content.place(COMPLAINTS, "id: reopen")

        assert title == f"{place}: 警告: “reopen”到了次数以后，又会绕回“reopen” [escalation-in-a-circle]"
        assert hint == "让 limit 的 then 走向结束。"


class TestContents:
    """A step says what is done, a question has answers."""

    def test_a_step_that_says_nothing_is_named(self, content: Content) -> None:
        """`do` is missing, and no question is asked."""
        content.change(COMPLAINTS, "    do: 联系投诉人，到场核实，拟定处理意见。\n", "")

        place = content.place(COMPLAINTS, "id: verify")

        assert content.check("zh") == [
            f"{place}: 错误: 步骤“verify”没有写做什么 [step-empty]\n    写 do，或者写 ask 和 branches。"
        ]

    @pytest.mark.parametrize(
        ("path", "old", "new", "node"),
        [
            (SCRIPT, "goodbye: {say: 感谢来电，再见。, end", "goodbye: {end", "goodbye: {"),
            (TROUBLE, "{symptom: 接起来没有声音, next", "{next", "silence: {"),
        ],
    )
    def test_a_node_that_says_nothing_is_named(
        self, content: Content, path: str, old: str, new: str, node: str
    ) -> None:
        """A node of a dialogue needs words, a deed or a question."""
        content.change(path, old, new)

        place = content.place(path, node)

        assert content.check("zh") == [
            f"{place}: 错误: 节点“{node[:-3]}”什么都没有写 [node-empty]\n    写 say、do、ask、check 或 cause。"
        ]

    @pytest.mark.parametrize(
        ("path", "answer", "node"),
        [
            (COMPLAINTS, ", unable: {text: 不能, to: grade}", "id: can-answer"),
            (SCRIPT, ", not-found: {text: 没查到, to: promise}", "search:"),
            (TROUBLE, ", tight: {text: 插紧了, to: hand-over}", "headset:"),
        ],
    )
    def test_a_question_needs_two_answers(self, content: Content, path: str, answer: str, node: str) -> None:
        """With one answer there is nothing to decide."""
        content.change(path, answer, "")
        place, name = content.place(path, node), node.removeprefix("id: ").rstrip(":")
        hint = "写 branches: {编号: {text: …, to: …}}。"

        assert f"{place}: 错误: 问题“{name}”至少要有两个分支 [branches-missing]\n    {hint}" in content.check("zh")

    @pytest.mark.parametrize(
        ("path", "old", "node", "key"),
        [
            (COMPLAINTS, "    ask: 前台能否当场答复清楚？\n", "id: can-answer", "ask"),
            (SCRIPT, "    ask: 60 秒内查到了吗？\n", "search:", "ask"),
            (TROUBLE, "    check: 耳机插紧了吗？\n    how: 拔下再插一次\n", "headset:", "check"),
        ],
    )
    def test_answers_need_a_question(self, content: Content, path: str, old: str, node: str, key: str) -> None:
        """The hint names the key of a question in a record of this kind."""
        content.change(path, old, "    note: 看\n" if path == SCRIPT else "    do: 看\n")
        name = node.removeprefix("id: ").rstrip(":")

        assert content.check("zh") == [
            f"{content.place(path, node)}: 错误: “{name}”有分支，没有问题 [question-missing]\n    写上问题：{key}: …。"
        ]
