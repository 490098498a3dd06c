"""`handbook form` on the handbooks of this repository, and on the small library where names and numbers count."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from generators.office import INSTALL
from generators.printing.pdf import page_count
from tests.builds import Built
from tests.commands.calling import handbook
from tests.generators import offices
from tests.generators.docx_samples import HEAD
from tests.schemas.content import LIBRARY


@pytest.fixture
def project(built_project: Built) -> Path:
    """The handbooks of this repository, built."""
    return built_project.root


def test_writes_the_file_that_is_named(project: Path, tmp_path: Path) -> None:
    """A code and a file name give that file, and its path is printed."""
    path = tmp_path / "complaints.docx"
    said = handbook("form", "GT-R-KF-26", "-o", str(path), root=project)

    assert (said.code, said.out) == (0, f"{path}\n")
    assert "word/document.xml" in zipfile.ZipFile(path).namelist()


def test_several_forms_go_into_a_folder(project: Path, tmp_path: Path) -> None:
    """Codes, ids and addresses may be mixed; each file has the name that the build gives it."""
    names = ["GT-R-KF-13", "complaint-report", "greentown-after-sales/forms/opinion-survey"]
    said = handbook("form", *names, "--blank", "--lang", "en", "-o", str(tmp_path / "out"), root=project)

    assert said.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "GT-R-KF-13-key-loan-register-blank.en.docx",
        "GT-R-KF-27-complaint-report-blank.en.docx",
        "GT-R-KF-28-opinion-survey-blank.en.docx",
    ]


def test_pdf_through_libreoffice(handbook_root: Path, tmp_path: Path) -> None:
    """`--pdf` leaves a PDF and no Word file beside it."""
    out = tmp_path / "out"
    said = handbook("form", "GT-R-KF-26", "--blank", "--pdf", "-o", str(out / "c.pdf"), root=handbook_root)

    assert said.code == 0, said.err
    assert (out / "c.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in out.iterdir()] == ["c.pdf"]


def test_a_procedure_is_one_pdf(handbook_root: Path, tmp_path: Path) -> None:
    """The code of a procedure and a name ending in .pdf give all its forms, one after another, ready to print."""
    path = tmp_path / "complaints.pdf"
    said = handbook("form", "GT-BF-KF-001", "--blank", "-o", str(path), root=handbook_root)
    single = str(tmp_path / "single")
    alone = handbook("form", "complaint-handling", "--blank", "--pdf", "-o", single, root=handbook_root)

    assert (said.code, said.out) == (0, f"{path}\n"), said.err
    assert alone.code == 0, alone.err
    singles = [Path(line).read_bytes() for line in alone.out.splitlines()]
    assert len(singles) == 2
    assert page_count(path.read_bytes()) == sum(map(page_count, singles))


def test_a_role_and_a_form_are_one_zip(handbook_root: Path, tmp_path: Path) -> None:
    """Forms of several references go into one ZIP, each once, under the names that the build gives them; the bytes
    are the same each time.
    """
    paths = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for path in paths:
        words = ("form", "front-desk", "GT-R-KF-13", "GT-R-KF-28", "--lang", "en", "-o", str(path))
        said = handbook(*words, root=handbook_root)
        assert (said.code, said.out) == (0, f"{path}\n"), said.err

    with zipfile.ZipFile(paths[0]) as archive:
        assert archive.namelist() == [
            "GT-R-KF-26-complaint-register.en.docx", "GT-R-KF-27-complaint-report.en.docx",
            "GT-R-KF-13-key-loan-register.en.docx", "GT-R-KF-28-opinion-survey.en.docx",
        ]  # fmt: skip
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_handbook_goes_into_a_folder(project: Path, tmp_path: Path) -> None:
    """The id of a handbook means all its forms; a folder name may have a point in it."""
    folder = tmp_path / "2026.11"
    said = handbook("form", "greentown-after-sales", "-o", str(folder), root=project)

    assert said.code == 0, said.err
    forms = [*(project / "handbook/greentown-after-sales/forms").glob("*.yaml")]
    assert len([*folder.glob("*.docx")]) == len(forms)


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_contact_sheet(tmp_path: Path, ending: str) -> None:
    """The sheet of a form is a PDF or a picture, and the command says that nothing stands out."""
    path = tmp_path / f"sheet{ending}"
    root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
    form = root / "handbook/greentown-after-sales/forms/slip.yaml"
    form.write_text(f"{HEAD}blocks:\n  - grid: {{id: g, fields: [{{id: a, title: 收件人}}]}}\n", "utf-8")
    said = handbook("form", "--contact-sheet", "slip", "-o", str(path), root=root)

    assert (said.code, said.out) == (0, f"Nothing stands out; have a look all the same.\n{path}\n"), said.err
    assert path.read_bytes().startswith({".pdf": b"%PDF", ".png": b"\x89PNG"}[ending])


def test_contact_sheet_says_what_it_sees(tmp_path: Path) -> None:
    """A form whose hints take a page more than the empty lines of its paper is named, with the copy and the numbers."""
    fields = ", ".join(
        f"{{id: a{n}, title: 事项{n}, type: text, hint: {'写清楚是谁在什么时候什么地方' * 4}}}" for n in range(28)
    )
    root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
    form = root / "handbook/greentown-after-sales/forms/hints.yaml"
    form.write_text(f"{HEAD}blocks:\n  - grid: {{id: g, columns: 1, fields: [{fields}]}}\n", "utf-8")
    said = handbook("form", "--contact-sheet", "hints", "-o", str(tmp_path / "sheet.png"), root=root, lang="zh")

    assert said.code == 0, said.err
    copies = ("填写 · 中文", "填得短 · 中文", "填写 · 英文", "填得短 · 英文")
    marked = "".join(f"hints 样表 · {copy}：页数比空白的多：1 / 2\n" for copy in copies)
    assert said.out == f"{marked}{tmp_path / 'sheet.png'}\n"


def test_contact_sheet_is_content_with_fewer_pages(tmp_path: Path) -> None:
    """A form whose lists to choose from take a page less than its boxes to tick is well as it is."""
    choices = ", ".join(f"c{number}: 第{number}种情况说明" for number in range(8))
    fields = ", ".join(f"{{id: a{n}, title: 种类{n}, type: choice, choices: {{{choices}}}}}" for n in range(24))
    root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
    form = root / "handbook/greentown-after-sales/forms/boxes.yaml"
    form.write_text(f"{HEAD}blocks:\n  - grid: {{id: g, fields: [{fields}]}}\n", "utf-8")
    said = handbook("form", "--contact-sheet", "boxes", "-o", str(tmp_path / "sheet.png"), root=root, lang="zh")

    assert (said.code, said.out) == (0, f"没有发现版面问题，请再看一眼。\n{tmp_path / 'sheet.png'}\n"), said.err


ANOTHER = "Name another procedure, role or handbook; handbook form --list lists every form."


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["GT-R-KF-260"], 1, "handbook: there is no 'GT-R-KF-260'. Did you mean 'GT-R-KF-26'?\n"),
        (["greentown-aftersales"], 1,
         "handbook: there is no 'greentown-aftersales'. Did you mean 'greentown-after-sales'?\n"),
        (["GT-ZY-KF-006"], 1,
         ("handbook: 'GT-ZY-KF-006' is a policy; a form, procedure or role is expected here. "
         "Name one by its code, title or address.\n")),
        (["收钱的那张"], 1,
         "handbook: no form has a code, title or address like '收钱的那张'. handbook form --list lists them all.\n"),
        (["agent"], 1, f"handbook: 'agent' uses no form, so there is nothing to print. {ANOTHER}\n"),
        (["call-scripts"], 1, f"handbook: 'call-scripts' uses no form, so there is nothing to print. {ANOTHER}\n"),
        (["GT-R-KF-26", "--fill", "--blank"], 2, "Choose either --fill or --blank.\n"),
        ([], 2, "Which form? Name its code.\n"),
    ],
)  # fmt: skip
def test_says_what_is_wrong(built_library: Built, tmp_path: Path, words: list[str], code: int, message: str) -> None:
    """An unknown record, one without forms and contradicting options are one line each, and nothing is written."""
    said = handbook("form", *words, "-o", str(tmp_path / "out"), root=built_library.root)

    assert (said.code, said.err) == (code, message)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "name", "message"),
    [
        (["GT-R-KF-26", "--pdf"], "c.docx", "The file name must end in .pdf: {path}\n"),
        (["GT-R-KF-26"], "c.rar",
         "The ending .rar is not known: {path}. Use .docx, .pdf, .zip, or name a folder.\n"),
        (["GT-R-KF-26", "GT-R-KF-27"], "c.docx",
         "2 forms do not go into one Word file: {path}. Use .zip, .pdf, or name a folder.\n"),
        (["--contact-sheet"], "c.gif", "The file name must end in .pdf or .png: {path}\n"),
    ],
)  # fmt: skip
def test_the_ending_must_fit(project: Path, tmp_path: Path, words: list[str], name: str, message: str) -> None:
    """A file name that says something else than what is asked for is refused, with what would do."""
    path = tmp_path / name
    said = handbook("form", *words, "-o", str(path), root=project)

    assert (said.code, said.err) == (2, message.format(path=path))
    assert not path.exists()


def test_a_folder_that_cannot_be_written(project: Path, tmp_path: Path) -> None:
    """Where a file stands in the way the line says which, in the language of the user."""
    (tmp_path / "out").write_text("", "utf-8")
    said = handbook("form", "GT-R-KF-26", "-o", str(tmp_path / "out"), root=project, lang="zh")

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"handbook: {tmp_path / 'out'} 写不进去：要放文件夹的地方是一个文件；原来的没有动。把那个文件移开，再做一次。\n"
    )


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that was not made before needs LibreOffice; without it the line says how to get it."""
    offices.without(monkeypatch, tmp_path / "bin")
    root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
    said = handbook("form", "GT-R-KF-26", "-o", str(tmp_path / "c.pdf"), root=root)

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"handbook: LibreOffice (soffice) was not found, so no PDF can be made. Install it: {INSTALL}\n"
    )
    assert not (tmp_path / "c.pdf").exists()


def test_a_set_of_letters_in_a_pattern(handbook_root: Path) -> None:
    """`[67]` stands for either, as in a shell, and no line is cut to the width of a terminal."""
    said = handbook("form", "--list", "gt-r-kf-2[67]", root=handbook_root)

    assert [line.split()[0] for line in said.out.splitlines()] == ["GT-R-KF-26", "GT-R-KF-27"]
    assert said.out.splitlines()[0].endswith("  greentown-after-sales/forms/complaint-register")


def test_the_list_has_every_form(handbook_root: Path) -> None:
    """Code, title and address, a line each; or those of a role, named by its title, as JSON."""
    said = handbook("form", "--list", root=handbook_root)
    of_role = handbook("form", "--list", "客服前台", "--json", root=handbook_root)

    forms = [*(handbook_root / "handbook").glob("*/forms/*.yaml")]
    assert len(said.out.splitlines()) == len(forms)
    assert ["GT-R-KF-26", "投诉登记表", "greentown-after-sales/forms/complaint-register"] in [
        line.split() for line in said.out.splitlines()
    ]
    assert json.loads(of_role.out)[0] == {
        "code": "GT-R-KF-26", "title": "投诉登记表", "handbook": "greentown-after-sales",
        "address": "greentown-after-sales/forms/complaint-register",
    }  # fmt: skip


def test_without_a_file_to_write_to_it_asks_for_one(handbook_root: Path) -> None:
    """Nothing is written."""
    said = handbook("form", "GT-R-KF-26", root=handbook_root)

    assert (said.code, said.out, said.err) == (2, "", "Where to? Name a file or a folder with -o.\n")


def test_sample_data_is_told(project: Path, tmp_path: Path) -> None:
    """Whoever prints sample data, or hands out a draft, is told; in both languages, and the sheet is written."""
    path = tmp_path / "survey.docx"
    said = handbook("form", "GT-R-KF-28", "-o", str(path), root=project)
    in_chinese = handbook("--lang", "zh", "form", "GT-R-KF-28", "-o", str(path), root=project)

    assert (said.code, in_chinese.code, path.is_file()) == (0, 0, True)
    assert said.err == (
        "'GT-R-KF-28' prints sample data: 绿城·示范园区（示例项目） (project.name), 0571-0000-0000 (project.phone). "
        "Before it is handed out, write your own under project in handbook/greentown-after-sales/handbook.yaml, "
        "then delete sample: true.\n"
        "'GT-R-KF-28' is a draft that nobody has approved, and a sheet for customers does not say so. "
        "Have it approved before it is handed out.\n"
    )
    assert in_chinese.err == (
        "“GT-R-KF-28”上印着示例数据：绿城·示范园区（示例项目） (project.name)、0571-0000-0000 (project.phone)。"
        "发出去以前，在 handbook/greentown-after-sales/handbook.yaml 的 project 里换成本项目的，再删去 sample: true。\n"
        "“GT-R-KF-28”是未经批准的草稿，发给客户的表上不印“草稿”两字。发出去以前请负责人批准。\n"
    )


def test_strict_writes_no_sample_data(project: Path, tmp_path: Path) -> None:
    """With --strict nothing is written while one of the forms prints sample data; a form without is."""
    out = tmp_path / "out"
    refused = handbook("form", "GT-R-KF-28", "SC-AG-03", "--strict", "-o", str(out), root=project)
    clean = handbook("form", "SC-AG-03", "--strict", "-o", str(tmp_path / "clean.docx"), root=project)

    assert refused.code == 1
    assert refused.err.endswith("No form was written (--strict).\n")
    assert not out.exists()
    assert (clean.code, clean.err) == (0, "")
