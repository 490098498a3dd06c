"""What `handbook check` finds once the items of a course are computed: an exam that nobody could be given."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.check import COURSES
from schemas.checked import checked
from tests.commands.calling import handbook
from tests.schemas.content import BOOK, COMPLAINTS, COURSE, POLICY, TODAY, Content

LARGER = "blueprint-larger-than-pool"


def said(content: Content, lang: str = "en") -> list[str]:
    """What is found about the pools of courses, from what is kept where nothing has changed."""
    findings = checked(content.root, TODAY, beside=COURSES).findings
    return [finding.say(lang) for finding in findings if finding.rule == LARGER]


def test_the_exam_and_each_topic_are_held_against_the_pool(content: Content) -> None:
    """Each at its own number; what suffices is not told."""
    assert said(content) == []
    content.change(COURSE, "exam: {items: 12", "exam: {items: 400")
    content.change(COURSE, "title: 首问负责, least: 4", "title: 首问负责, least: 300")
    exam, topic = content.place(COURSE, "400"), content.place(COURSE, "300")

    assert [line.partition(" questions, and ")[0] for line in said(content)] == [
        f"{exam}: error: the exam wants 400",
        f"{topic}: error: '首问负责' wants 300",
    ]
    assert said(content)[0].endswith(
        f"[{LARGER}]\n    Teach more records, write questions of your own under `items`, or change `items`."
    )


def test_a_course_that_leaves_drafts_out_is_told_of_them(content: Content) -> None:
    """Everything it teaches is a draft: the message says what to do about that, and not to teach more."""
    content.change(COURSE, "drafts: true\n", "")

    hint = (
        "    The course asks only from what is approved, and 5 records it teaches are drafts: "
        "write drafts: true, or have them approved."
    )
    assert [line.partition("\n")[2] for line in said(content)] == [hint, hint]
    assert said(content, "zh")[1] == (
        f"{content.place(COURSE, '4}', skip='首问负责, least: ')}: 错误: “首问负责”要 4 道题，出得了的只有 0 道 "
        f"[{LARGER}]\n    课程只从批准了的条文出题，它教的有 5 份还是草案：写 drafts: true，或者先批准。"
    )


def test_a_record_that_a_course_teaches_is_looked_at_when_it_changes(content: Content) -> None:
    """What was kept of the course is not believed once a procedure is withdrawn from which most of it was asked."""
    before = said(content)
    content.change(
        COMPLAINTS, "status: draft", "status: {withdrawn: {name: 陈静, on: 2026-01-10}, reason: 并入服务承诺}"
    )

    assert (before, len(said(content))) == ([], 2)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (COURSE, "fill: [GT-R-KF-26]", "fill: [GT-R-KF-99]"),
        (POLICY, "title:", "titel:"),
        (
            COURSE,
            "role: front-desk",
            "status: {withdrawn: {name: 陈静, on: 2026-01-10}, reason: 停课}\nrole: front-desk",
        ),
    ],
)
def test_what_is_told_already_is_not_told_as_a_lack_of_questions(
    content: Content, path: str, old: str, new: str
) -> None:
    """A reference to nothing, a file that cannot be read, a course that is held no more."""
    content.change(COURSE, "exam: {items: 12", "exam: {items: 400")
    content.write(path, content.read(path).replace(old, new, 1))

    assert said(content) == []


def test_check_tells_it_with_everything_else(content: Content) -> None:
    """And fails, whatever part of the library is asked for."""
    content.change(COURSE, "title: 钥匙授权, least: 1", "title: 钥匙授权, least: 9")
    place = content.place(COURSE, "9", skip="title: 钥匙授权, least: ")
    line = f"{place}: error: '钥匙授权' wants 9 questions, and "
    day = ("--today", TODAY.isoformat())

    for words in ((), (str(Path(content.root) / COURSE),)):
        told = handbook("check", *words, *day, root=content.root)
        assert line in told.out
        assert told.code == 1
    assert line not in handbook("check", str(Path(content.root) / BOOK / "roles"), *day, root=content.root).out
