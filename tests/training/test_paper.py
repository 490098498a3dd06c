"""An exam on paper: sound files, a key that marks the papers as they are printed, and what a trainer has to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator
from PIL import Image

import training.paper as paper_package
from generators.office import to_pdf
from generators.printing.pdf import page_count
from schemas.course import Course
from schemas.library import Library
from schemas.picture import PictureFile
from schemas.words import Words, names_of
from tests.generators.docx_lint import lint
from training.draw import Paper, Question
from training.item import Item
from training.marking import mark_attempt
from training.material import Material, Subject
from training.paper.files import exam_files
from training.paper.making import exam_for_class
from training.paper.sheet import Class
from training.paper.words import KeyWords, PaperWords
from training.pool import exam_pool

COURSE = "greentown-after-sales/courses/front-desk-induction"
OPTION = re.compile(r"([A-Z])\.\t(.*?)(?=\t[A-Z]\.\t|\n|$)")


@pytest.fixture(scope="module")
def material(library: Library) -> Material:
    """The small library as items are computed from it."""
    return Material(library)


@pytest.fixture(scope="module")
def exam(material: Material) -> Class:
    """An exam for three, with questions of every way of answering and one with a picture."""
    made = exam_for_class(material, COURSE, 3, "secret-seed", lang="zh")
    return replace(made, papers=[varied(paper) for paper in made.papers], pictures={"form": picture()})


@pytest.fixture(scope="module")
def files(exam: Class) -> Mapping[str, bytes]:
    """Its files."""
    return dict(exam_files(exam, lambda done, total: None))


def varied(paper: Paper) -> Paper:
    """A paper of which two questions are answered in other ways and one has a picture; all keep their ids."""
    *_, several, ordered = sorted(paper.questions, key=lambda question: question.item.id)
    changed: dict[str, dict[str, Any]] = {
        several.item.id: {"answering": "all", "right": tuple(option.key for option in several.item.options[:2])},
        ordered.item.id: {"answering": "order", "right": tuple(option.key for option in ordered.item.options)},
        min(question.item.id for question in paper.questions): {"picture": "form"},
    }
    ways = ("one", "all", "order")
    questions = [replace(each, item=replace(each.item, **changed.get(each.item.id, {}))) for each in paper.questions]
    return Paper(paper.number, tuple(sorted(questions, key=lambda question: ways.index(question.item.answering))))


def picture() -> PictureFile:
    """A picture of a sheet, larger than a page."""
    content = BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(content, "PNG")
    return PictureFile(content.getvalue(), "png", 1240, 1754)


def parts(docx: bytes) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a document in their order."""
    return Document(BytesIO(docx)).iter_inner_content()


def text_of(docx: bytes) -> str:
    """All that a document says, headers and footers too."""
    document = Document(BytesIO(docx))
    around = [part for section in document.sections for part in (section.header, section.footer)]
    return "\n".join(
        [piece.text if isinstance(piece, Paragraph) else rows_of(piece) for piece in parts(docx)]
        + [paragraph.text for part in around for paragraph in part.paragraphs]
    )


def rows_of(table: Table) -> str:
    """The rows of a table, their cells parted by bars."""
    return "\n".join(" | ".join(cell.text for cell in row.cells) for row in table.rows)


def printed(docx: bytes) -> list[list[tuple[str, str, dict[str, str]]]]:
    """The questions of each paper as they are printed: number, stem, and the options by their letters."""
    made: list[list[tuple[str, str, dict[str, str]]]] = [[]]
    for piece in parts(docx):
        if isinstance(piece, Paragraph):
            if piece._p.pPr is not None and piece._p.pPr.find(f"{{{piece._p.nsmap['w']}}}sectPr") is not None:
                made.append([])
        elif piece.style is not None and piece.style.name == "FormPlain":
            for number, content in (row.cells for row in piece.rows):
                stem, *options = [paragraph.text for paragraph in content.paragraphs if paragraph.text]
                made[-1].append((number.text.rstrip("."), stem, dict(OPTION.findall("\n".join(options)))))
    return made


def keyed(docx: bytes) -> list[dict[str, tuple[str, bool]]]:
    """The key of each paper: by the number of the question its letters, and whether it is one of safety."""
    made = []
    for piece in parts(docx):
        if isinstance(piece, Table) and len(piece.columns) == 9:
            cells = [cell.text for row in piece.rows for cell in row.cells]
            triples = zip(cells[::3], cells[1::3], strict=False)
            made.append({no: (answer.removesuffix(" ★"), "★" in answer) for no, answer in triples if no})
    return made


def test_the_key_marks_the_papers_as_they_are_printed(exam: Class, files: Mapping[str, bytes]) -> None:
    """Who answers each paper by the letters of its key, as read from the files, has everything right and passes."""
    pool = exam_pool(exam.material, COURSE)
    papers, keys = printed(files["papers.docx"]), keyed(files["key.docx"])

    assert (len(papers), len(keys)) == (3, 3)
    for paper, questions, key in zip(exam.papers, papers, keys, strict=True):
        items = [question.item for question in paper.questions]
        chosen = {}
        for item, (number, stem, options) in zip(items, questions, strict=True):
            letters, is_safety = key[number]
            chosen[item.id] = [key_of(item, options[letter]) for letter in letters]
            assert stem == item.stem.zh
            assert len(options) == len(item.options)
            assert is_safety == (item.id in pool.by_topic["keys"])
        attempt = mark_attempt(exam.subject.record, pool, items, chosen)
        assert (attempt.right, attempt.is_passed) == (12, True)


def key_of(item: Item, text: str) -> str:
    """The key of the option that says *text*."""
    (key,) = [option.key for option in item.options if option.text.zh == text]
    return key


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_file_is_sound(exam: Class, tmp_path: Path, lang: str) -> None:
    """For the Open XML validator and for what Word does not forgive; English papers have no Chinese but asked terms."""
    asked = "|".join(re.escape(f"“{term.zh}”") for term in exam.library.terms.terms)
    names = []
    for name, content in exam_files(replace(exam, lang=lang), lambda done, total: None):
        (tmp_path / name).write_bytes(content)
        names.append(name)
        assert OpenXmlValidator().validate(tmp_path / name).errors == [], name
        assert lint(content) == [], name
        assert lang == "zh" or re.findall("[\u4e00-\u9fff]+", re.sub(asked, "", text_of(content))) == [], name

    assert names == ["papers.docx", "answer-sheets.docx", "key.docx", "practical.docx", "sign-in.docx"]


def test_a_paper_says_what_a_candidate_has_to_know(files: Mapping[str, bytes]) -> None:
    """How many must be right, what safety does, that drafts are asked; and nothing that would tell the key."""
    text = text_of(files["papers.docx"])

    assert "1. 共 12 道题，时间 20 分钟；答对 11 道（85%）及格。" in text
    assert "2. “钥匙授权”关系人身安全：这里的题错一道，其余全对也不及格。" in text
    assert re.search("5. 本卷有 [0-9]+ 道题出自还没有批准的草案。", text)
    assert "考试用，不外传" in text
    assert "secret-seed" not in text + text_of(files["answer-sheets.docx"])
    assert "★" not in text


def test_the_key_says_how_to_mark(files: Mapping[str, bytes]) -> None:
    """The seed, the pass line, the practical, the attempts; and of each question the step it comes from."""
    text = text_of(files["key.docx"])

    assert "抽题号 secret-seed" in text
    assert "及格线：12 题中答对 11 题（85%）。" in text
    assert "★ 是安全题（“钥匙授权”）：错一道就不及格，不论总分。" in text
    assert "笔试以外还有实操：满分 100 分，实操占 40%，合计 85 分及格。" in text
    assert "可以考 3 次；没过的 3 个工作日后可以再考。" in text
    assert re.search(r"答：不借，请业主本人用留存的号码来电授权 \| GT-ZY-KF-006《.+》：.+\n自己出的题", text)


def test_an_answer_sheet_has_room_for_every_question(exam: Class, files: Mapping[str, bytes]) -> None:
    """Letters in circles, as many as there are options; boxes where things are put in order; a mark for several."""
    tables = [piece for piece in parts(files["answer-sheets.docx"]) if isinstance(piece, Table)]
    grids = [table for table in tables if len(table.columns) == 6 and table.rows[0].cells[0].text == "1"]

    assert len(grids) == 3
    for paper, table in zip(exam.papers, grids, strict=True):
        cells = [cell.text for row in table.rows for cell in row.cells]
        drawn = {int(number): content for number, content in zip(cells[::2], cells[1::2], strict=True)}
        assert drawn == {number: expected(question) for number, question in enumerate(paper.questions, 1)}


def expected(question: Question) -> str:
    """What stands beside the number of a question on an answer sheet."""
    count = len(question.options)
    if question.item.answering == "order":
        return " ".join("□" * count)
    return " ".join("ⒶⒷⒸⒹⒺⒻ"[:count]) + (" 多" if question.item.answering == "all" else "")


def test_the_practical_and_the_sign_in_sheet(files: Mapping[str, bytes]) -> None:
    """Criteria with their marks and musts, and who signs; a row for each paper, and what the exam is about."""
    practical, sign_in = text_of(files["practical.docx"]), text_of(files["sign-in.docx"])

    assert "1 | 来电说有人被困时，先问人的情况、先报警，再登记 | ● | 40 |  |  | " in practical
    assert "3 | 登记表各栏当场填全 |  | 20 |  |  | " in practical
    assert " | 合计 |  | 100 |  |  | " in practical
    assert all(who in practical for who in ("考官一", "考官二", "带教人"))
    assert "钥匙授权、首问负责" in sign_in
    assert [line[0] for line in sign_in.splitlines() if re.match(r"\d \|", line)] == ["1", "2", "3"]


def test_the_same_seed_gives_the_same_files(material: Material, files: Mapping[str, bytes]) -> None:
    """Byte by byte; another seed gives other papers."""
    same, other = (
        dict(exam_files(exam_for_class(material, COURSE, 2, seed, lang="zh"), lambda done, total: None))
        for seed in ("a", "b")
    )
    again = dict(exam_files(exam_for_class(material, COURSE, 2, "a", lang="zh"), lambda done, total: None))

    assert same == again
    assert same["papers.docx"] != other["papers.docx"]


def test_a_course_without_a_rubric_has_room_to_write_one(exam: Class) -> None:
    """Eight rows without text or marks, and a line that says why."""
    subject: Subject[Course] = Subject(exam.material, COURSE)
    subject.record = subject.record.model_copy(update={"rubric": ()})
    made = exam_files(replace(exam, subject=subject), lambda done, total: None)
    practical = text_of(dict(made)["practical.docx"])

    assert "课程里没有写实操评分表（rubric）：看什么、几分，考前由两位考官写在下面。" in practical
    assert "8 |  |  |  |  |  | " in practical


def test_printed_by_libreoffice(exam: Class, files: Mapping[str, bytes], tmp_path: Path) -> None:
    """Each paper begins on a leaf of its own, says how many pages it has, and no question is parted from its answers;
    an answer sheet is one page.
    """
    for name in ("papers.docx", "answer-sheets.docx"):
        (tmp_path / name).write_bytes(files[name])
    papers, sheets = to_pdf([tmp_path / "papers.docx", tmp_path / "answer-sheets.docx"], tmp_path)

    assert page_count(sheets.read_bytes()) == 3
    pages = [re.sub(r"\s", "", page) for page in texts(papers)]
    numbered = [re.findall(r"第(\d)页共(\d)页", page) for page in pages]
    first = [number for number, page in enumerate(pages) if "考生须知" in page]
    assert len(first) == 3
    for start, end, paper in zip(first, [*first[1:], len(pages)], exam.papers, strict=True):
        assert numbered[start:end] == [[(str(number), str(end - start))] for number in range(1, end - start + 1)]
        for question in paper.questions:
            said = [question.item.stem.zh, *(option.text.zh for option in question.options)]
            assert any(all(re.sub(r"\s", "", text) in page for text in said) for page in pages[start:end]), said


def texts(pdf: Path) -> list[str]:
    """The text of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("words", [PaperWords, KeyWords], ids=lambda words: words.__name__)
def test_no_word_of_a_paper_is_idle(words: type[Words]) -> None:
    """Every word is printed somewhere, and filled with the same names in both languages."""
    code = "".join(path.read_text("utf-8") for path in Path(paper_package.__file__).parent.glob("*.py"))
    pairs = {name: getattr(words, name) for name in names_of(words)}

    assert [name for name in pairs if not re.search(rf"words\.{name}\b", code)] == []
    assert [
        n for n, word in pairs.items() if set(re.findall("{.*?}", word.zh)) != set(re.findall("{.*?}", word.en))
    ] == []
