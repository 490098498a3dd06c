"""`handbook exam`: the papers of an exam for a class."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import handbook
from tests.schemas.content import COMPLAINTS, COURSE, Content

FILES = ["papers.docx", "answer-sheets.docx", "key.docx", "practical.docx", "sign-in.docx"]
ADDRESS = "greentown-after-sales/courses/front-desk-induction"


def test_writes_what_is_printed(handbook_root: Path, tmp_path: Path) -> None:
    """Five files, each named, under a line that says how many papers, how many to pass, and the seed."""
    folder = tmp_path / "exam"
    words = ("exam", "front-desk-induction", "--paper", "2", "--seed", "s", "-o", str(folder))
    said = handbook(*words, root=handbook_root)

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"Front-desk induction ({ADDRESS}): 2 papers of 12 questions, 11 to pass; seed s",
        *[str(folder / name) for name in FILES],
    ]
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    first = {name: (folder / name).read_bytes() for name in FILES}
    handbook(*words, "--date", "2026-03-02", "--copies-alike", root=handbook_root)
    assert {name for name in FILES if (folder / name).read_bytes() == first[name]} == set()


@pytest.mark.parametrize("typed", [ADDRESS, "greentown-after-sales/front-desk-induction", "客服前台", "front-DESK ind"])
def test_a_course_is_found_by_what_people_call_it(handbook_root: Path, tmp_path: Path, typed: str) -> None:
    """Its address, handbook and id, part of its title in either language; each time the seed is another one."""
    said = [handbook("exam", typed, "--paper", "1", "-o", str(tmp_path / "x"), root=handbook_root) for _ in range(2)]
    seeds = {each.out.splitlines()[0].rpartition(" ")[2] for each in said}

    assert [each.code for each in said] == [0, 0]
    assert all(ADDRESS in each.out for each in said)
    assert len(seeds) == 2


@pytest.mark.parametrize(
    ("words", "code", "zh", "en"),
    [
        (
            ("front-desk-induction",), 2,
            ("现在的考试是纸上的：写出要几份卷、放到哪里，如 handbook exam front-desk-induction --paper 30 -o exam/。"
            "在服务器上考试以后才有。"),
            ("Exams are on paper: say how many papers and where to, such as handbook exam front-desk-induction --paper "
            "30 -o exam/. Exams on the server come later."),
        ),
        (("x", "--paper", "0", "-o", "x"), 2, "--paper 写 1 到 300。", "--paper takes 1 to 300."),
        (("x", "--paper", "3"), 2, "放到哪里？用 -o 写一个文件夹。", "Where to? Name a folder with -o."),
        (
            ("x", "--paper", "3", "-o", "exam.docx"), 2,
            "exam.docx 是文件名；试卷、答题卡、答案是几个文件，-o 要写文件夹。",
            "exam.docx is the name of a file; papers, answer sheets and key are several files: name a folder with -o.",
        ),
        (
            ("x", "--paper", "3", "-o", "x", "--copies-alike", "--draw", "each"), 2,
            "--copies-alike 和 --draw each 只能选一个。", "Choose either --copies-alike or --draw each.",
        ),
        (
            ("x", "--paper", "3", "-o", "x", "--seed", " "), 2,
            "--seed 写 1 到 60 个看得见的字。", "--seed takes 1 to 60 visible characters.",
        ),
        (
            ("front-desk-inductoin", "--paper", "3", "-o", "x"), 1,
            "handbook: 没有“front-desk-inductoin”。是不是“front-desk-induction”？",
            "handbook: there is no 'front-desk-inductoin'. Did you mean 'front-desk-induction'?",
        ),
        (
            ("GT-BF-KF-001", "--paper", "3", "-o", "x"), 1,
            "handbook: “GT-BF-KF-001”是规程，这里要课程。写课程的编号、标题或地址。",
            ("handbook: 'GT-BF-KF-001' is a procedure; a course is expected here. "
             "Name one by its code, title or address."),
        ),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said(
    handbook_root: Path, words: tuple[str, ...], code: int, zh: str, en: str
) -> None:
    """In one line, and nothing is written."""
    for lang, line in (("zh", zh), ("en", en)):
        said = handbook("exam", *words, root=handbook_root, lang=lang)

        assert (said.code, said.out, said.err) == (code, "", f"{line}\n")


def test_part_of_several_titles_names_them(content: Content, tmp_path: Path) -> None:
    """With the address of each."""
    path = content.root / COURSE
    path.with_name("second.yaml").write_text(path.read_text("utf-8").replace("客服前台上岗", "客服前台复训"), "utf-8")
    said = handbook("exam", "客服前台", "--paper", "1", "-o", str(tmp_path / "x"), root=content.root, lang="zh")

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "handbook: “客服前台”可以是几门课。写出地址："
        f"客服前台上岗（{ADDRESS}）、客服前台复训（greentown-after-sales/courses/second）。\n"
    )


def test_more_than_the_pool_has_is_refused(content: Content, tmp_path: Path) -> None:
    """With the topic and the numbers, and nothing is written."""
    content.change(COURSE, "title: 钥匙授权, least: 1", "title: 钥匙授权, least: 11")
    content.change(COURSE, "items: 12", "items: 40")
    said = handbook("exam", "front-desk-induction", "--paper", "1", "-o", str(tmp_path / "x"), root=content.root)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(
        "handbook: no paper can be drawn for “Front-desk induction”: “Authority to lend keys” asks for 11 questions, "
    )
    assert not (tmp_path / "x").exists()


def test_a_course_without_an_exam_has_none(content: Content, tmp_path: Path) -> None:
    """And says so."""
    text = (content.root / COURSE).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("exam:")]
    (content.root / COURSE).write_text("\n".join(lines), "utf-8")
    said = handbook(
        "exam", "front-desk-induction", "--paper", "1", "-o", str(tmp_path / "x"), root=content.root, lang="zh"
    )

    assert (said.code, said.out) == (1, "")
    assert said.err == "handbook: 《客服前台上岗》没有考试：课程里没有写 exam，出不了卷\n"


def test_a_practical_without_a_rubric_is_told(content: Content, tmp_path: Path) -> None:
    """Its sheet is blank, and the trainer knows before printing it."""
    text = (content.root / COURSE).read_text("utf-8")
    head, _, rest = text.partition("rubric:\n")
    (content.root / COURSE).write_text(head + rest[rest.index("valid_for:") :], "utf-8")
    said = handbook("exam", "front-desk-induction", "--paper", "1", "-o", str(tmp_path / "x"), root=content.root)

    assert said.code == 0
    assert said.err == "The course has no rubric: what practical.docx looks at, and the marks, are blank.\n"


def test_lists_what_a_trainer_reads_and_leaves_out_what_is_struck(content: Content) -> None:
    """Each question with its id and right answer; one that is struck out is counted and not asked; a line is named
    once it stands for no question, as the step was changed.
    """
    struck = "greentown-after-sales/procedures/complaint-handling#steps.handle/who~1afb4db5e413"
    said = handbook("--lang", "zh", "exam", "front-desk-induction", "--list", root=content.root)
    lines = said.out.splitlines()

    assert (said.code, said.err) == (0, "")
    assert lines[-1] == f"{sum(line[0].isdigit() for line in lines if line) - 1} 道题; 划掉了 1 道"
    assert struck not in said.out
    first = lines.index("   greentown-after-sales/policies/service-promises#authority.compensation/decide~9a1549ad824a")
    assert lines[first - 1].split(". ", 1)[1] == "权限 · GT-ZY-KF-006 · 服务承诺 · 赔偿"
    assert lines[first + 1] == "   《服务承诺》：赔偿，由谁决定？"
    assert sum(line.startswith("   * ") for line in lines[first + 2 : lines.index("", first)]) == 1

    content.change(COMPLAINTS, "title: 处理\n", "title: 处理好\n")
    changed = handbook("exam", "front-desk-induction", "--list", root=content.root)
    assert changed.err.splitlines() == [
        (
            "1 question that was struck out is no longer made, as its fields have changed. Delete it from "
            "handbook/struck.yaml:"
        ),
        f"  {struck}",
    ]
    assert "steps.handle/who~" in changed.out
