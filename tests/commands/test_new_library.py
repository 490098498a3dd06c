"""`handbook new library` and `handbook new handbook`: a whole handbook to start from, sound from the first moment."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from schemas.loader import load_library
from schemas.translating import merged_catalogues
from tests.commands.calling import handbook
from tests.commands.running import Said, command, environment
from tests.generators.sites import build_forms, build_site, load
from tests.schemas.content import Content

ALL = {
    ".gitignore",
    "handbook/cards/fire.yaml", "handbook/en.po", "handbook/en/cards/fire.po", "handbook/library.yaml",
    "handbook/service-desk/courses/front-desk-induction.yaml",
    "handbook/service-desk/en.po",
    "handbook/service-desk/en/courses/front-desk-induction.po",
    "handbook/service-desk/en/forms/complaint-sheet.po",
    "handbook/service-desk/en/procedures/complaint-handling.po",
    "handbook/service-desk/en/roles/front-desk.po",
    "handbook/service-desk/en/roles/service-supervisor.po",
    "handbook/service-desk/forms/complaint-sheet.yaml",
    "handbook/service-desk/handbook.yaml",
    "handbook/service-desk/procedures/complaint-handling.yaml",
    "handbook/service-desk/roles/front-desk.yaml",
    "handbook/service-desk/roles/service-supervisor.yaml",
    "handbook/terms.yaml",
}  # fmt: skip
TO_WRITE = [
    "handbook/service-desk/handbook.yaml: 警告: 还没有写：公司或部门的全称",
    "handbook/service-desk/handbook.yaml: 警告: 还没有写：客户找得到你们的电话",
]


def begun(folder: Path, *words: str, lang: str = "zh") -> Said:
    """What `handbook new library` says of *folder*; it need not be in a library."""
    return handbook("new", "library", str(folder), *words, root=folder.parent, lang=lang)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it, but for what is generated."""
    found = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    return {within.as_posix(): path.read_bytes() for within, path in found if "build" not in within.parts}


def told(root: Path) -> list[str]:
    """What `check` finds, each in a line."""
    said = handbook("check", "--notices", root=root, lang="zh").out.splitlines()
    return [line.split("[")[0].strip() for line in said if "[" in line]


def found(root: Path) -> list[str]:
    """What `check` finds, without line and column."""
    return [":".join([line.split(":")[0], *line.split(":")[3:]]) for line in told(root)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_still_to_be_written_is_all_that_is_found(tmp_path: Path, lang: str) -> None:
    """No error, no notice; the two facts that only the author knows are named, each at its place."""
    said = begun(tmp_path / "my", lang=lang)

    assert said.code == 0
    assert set(files(tmp_path / "my")) == ALL
    assert found(tmp_path / "my") == TO_WRITE


def test_it_says_what_comes_next_and_how_to_undo_it(tmp_path: Path) -> None:
    """The commands to type, in both languages; the folder as the shell wants it."""
    folder = tmp_path / "my desk"
    chinese, english = begun(folder), begun(tmp_path / "en", lang="en")

    assert chinese.out == (
        f"建好了手册库 {folder}：手册 service-desk，共 18 个文件。\n接下来：\n"
        f"  cd '{folder}'\n  handbook check\n  handbook serve\n"
        f"“待写”的只有您知道，check 会一一指出。不要了，删去文件夹 {folder} 就是，别处没有动。\n"
    )
    assert english.out == (
        f"Made the library {tmp_path / 'en'} with the handbook service-desk: 18 files.\nNext:\n"
        f"  cd {tmp_path / 'en'}\n  handbook check\n  handbook serve\n"
        "What says 待写 only you know; check names each place. To undo this, delete the folder "
        f"{tmp_path / 'en'}; nothing else was touched.\n"
    )


def test_every_text_of_it_has_its_english(tmp_path: Path) -> None:
    """`handbook translate` has nothing to add to a new library, nor to a second handbook in it."""
    begun(tmp_path / "my", "--company", "示例公司", "--company-english", "Sample Ltd")
    handbook("new", "handbook", "returns", root=tmp_path / "my")
    library = load_library(tmp_path / "my").require()

    assert [path for path, file in merged_catalogues(library, date.today()).items() if file.content] == []
    assert [file.counts.missing for file in merged_catalogues(library, date.today()).values()] == [0] * len(
        merged_catalogues(library, date.today())
    )


def test_names_are_texts_whatever_stands_in_them(tmp_path: Path) -> None:
    """Quotes, a hash, a colon and a backslash in what somebody types are in the title, in both languages."""
    title, english = 'A: “客服” #1 "手册" \\ - x', 'Desk: "A" #1 \\ manual'
    begun(tmp_path / "my", "--title", title, "--english", english, "--company", "甲: 公司", "--company-english", "A: B")
    library = load_library(tmp_path / "my").require()

    for view, said, company in ((library, title, "甲: 公司"), (library.view("en"), english, "A: B")):
        file = view.handbooks["service-desk"].file
        assert (view.settings.title, file.title, file.short, file.company.name) == (said, said, said, company)


def test_a_name_in_chinese_alone_is_still_to_be_translated(tmp_path: Path) -> None:
    """The default English is that of the default title: another title has none until somebody writes it."""
    begun(tmp_path / "my", "--title", "前台手册", "--company", "甲公司")

    assert found(tmp_path / "my") == [
        "handbook/library.yaml: 警告: 缺少英文：前台手册",
        "handbook/service-desk/handbook.yaml: 警告: 缺少英文：前台手册",
        "handbook/service-desk/handbook.yaml: 警告: 缺少英文：前台手册",
        "handbook/service-desk/handbook.yaml: 警告: 缺少英文：甲公司",
        TO_WRITE[1],
    ]


def test_a_library_in_chinese_alone_has_no_english(tmp_path: Path) -> None:
    """Nothing is asked to be translated."""
    begun(tmp_path / "my", "--chinese-only")

    assert set(files(tmp_path / "my")) == {path for path in ALL if not path.endswith(".po")}
    assert found(tmp_path / "my") == TO_WRITE


def test_a_new_library_builds_and_records_are_added(tmp_path: Path) -> None:
    """Its site has every page in both languages; a form and a procedure that follow are sound too."""
    root = tmp_path / "my"
    begun(root)
    for kind in ("form", "procedure"):
        assert handbook("new", kind, "parcels", root=root).code == 0
    library = load(root)
    build_forms(library, root / "build", office=False)
    build_site(root, library)

    site = root / "build/site"
    for lang in ("", "en/"):
        for entry in library.entries.values():
            page = (site / f"{lang}{entry.address}.html").read_text("utf-8")
            assert str(library.view("en" if lang else "zh").title(entry.address)) in page
    home = (site / "en/index.html").read_text("utf-8")
    assert "<span>1 handbook</span>" in home
    assert "<span>2 forms</span>" in home
    assert all("错误" not in line for line in told(root))


def test_a_second_handbook_stands_beside_the_first(content: Content) -> None:
    """Its form has a code that no form of the library has; nothing but its folder is written."""
    before = files(content.root)
    said = handbook("new", "手册", "parcels", "--title", "快递手册", root=content.root, lang="zh")
    folder = "handbook/parcels"

    assert said.code == 0
    assert said.out == (
        f"建好了手册 {folder}，共 12 个文件。\n"
        "接下来：把“待写”都换成自己的，运行 handbook check，再运行 handbook serve。\n"
        f"不要了，删去文件夹 {folder} 就是，别处没有动。\n"
    )
    assert {path: text for path, text in files(content.root).items() if not path.startswith(folder)} == before
    assert all(finding.severity != "error" for finding in content.findings())
    assert handbook("new", "handbook", "more", root=content.root, lang="zh").code == 0
    forms = [entry.code for entry in content.library().of_kind("forms") if entry.handbook in ("parcels", "more")]
    assert sorted(map(str, forms)) == ["KF-01", "KF-02"]


def test_what_stands_is_named_and_left(tmp_path: Path, content: Content) -> None:
    """A library, a handbook of this id, the inside of a library: nothing is written."""
    before = files(tmp_path)
    again = begun(content.root)
    within = begun(content.root / "handbook" / "new")
    book = handbook("new", "handbook", "call-scripts", root=content.root, lang="zh")

    assert (again.code, within.code, book.code) == (1, 1, 1)
    assert again.err == (
        f"handbook: 已经有 {content.root}/handbook，没有改动它。"
        "换一个文件夹；要在那里加一本手册，进去运行 handbook new handbook 编号。\n"
    )
    assert within.err == (
        f"handbook: {content.root}/handbook/new 在手册库 {content.root.resolve()} 的内容里，那里不能再放一个库。"
        "要加一本手册，运行 handbook new handbook 编号；要另建一个库，换一个文件夹。\n"
    )
    assert book.err == ("handbook: 已经有 handbook/call-scripts，没有改动它。换一个编号，或者直接改那里的文件。\n")
    assert files(tmp_path) == before


def test_a_library_in_the_folder_of_another_has_to_be_meant(tmp_path: Path, content: Content) -> None:
    """It is refused with what is asked for more often, a handbook or a library beside it; `--inside` makes it."""
    before, root = files(tmp_path), content.root.resolve()
    chinese, english = begun(content.root / "drafts" / "Night Desk"), begun(content.root / "夜班", lang="en")

    assert (chinese.code, english.code) == (1, 1)
    beside = [os.path.relpath(root.parent / name) for name in ("Night Desk", "夜班")]
    assert chinese.err == (
        f"handbook: {content.root}/drafts/Night Desk 在另一个手册库 {root} 的文件夹里，没有新建。"
        "要在那个库里加一本手册：handbook new handbook night-desk；要另建一个库，建在它旁边："
        f"handbook new library '{beside[0]}'；就是要建在里面，加 --inside。\n"
    )
    assert english.err == (
        f"handbook: {content.root}/夜班 is in the folder of another library, {root}; nothing was made. "
        "To add a handbook to that library: handbook new handbook second-desk; to make another library beside it: "
        f"handbook new library '{beside[1]}'; if it is meant to be inside, add --inside.\n"
    )
    assert files(tmp_path) == before
    assert begun(content.root / "drafts", "--inside").code == 0
    assert (content.root / "drafts" / "handbook" / "library.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("library", " "),
            "没有说建在哪个文件夹：handbook new library my-desk（就建在这里：handbook new library .）\n",
        ),
        (
            ("handbook", "procedures"),
            (
                "“procedures”不能作手册的编号：每本手册里放规程的文件夹叫这个。要写一份规程："
                "handbook new procedure 编号；手册换一个编号，如 second-desk。\n"
            ),
        ),
        (
            ("handbook", "desk", "--inside"),
            (
                "--inside 不用于 handbook：--title、--english、--company、--company-english 用于 library 和 handbook，"
                "--chinese-only、--inside 用于 library，--handbook 用于 library 和记录。\n"
            ),
        ),
    ],
)
def test_wrong_words_make_nothing(content: Content, words: tuple[str, ...], said: str) -> None:
    """A library of no name, a handbook called like the folder of a kind, a word that is for something else."""
    before = files(content.root)
    answer = handbook("new", *words, root=content.root, lang="zh")

    assert (answer.code, answer.err) == (2, said)
    assert files(content.root) == before


def test_a_folder_that_has_other_things_keeps_them(tmp_path: Path) -> None:
    """A `.gitignore` of one's own stays as it is; what is to be deleted to undo it all is only what was made."""
    (tmp_path / "my").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "my" / ".gitignore").write_text("mine\n")
    chinese, english = begun(tmp_path / "my"), begun(tmp_path / "mine", lang="en")

    assert f"不要了，删去 {tmp_path}/my 里的 handbook 就是，别处没有动。" in chinese.out
    assert f"To undo this, delete handbook, .gitignore in {tmp_path}/mine; nothing else was touched." in english.out
    assert (tmp_path / "my" / ".gitignore").read_text() == "mine\n"
    assert (tmp_path / "my" / "handbook" / "library.yaml").is_file()


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    """A file where the folder should be is said in one line."""
    (tmp_path / "my").write_text("a file")
    said = begun(tmp_path / "my", lang="en")

    assert said.code == 1
    assert said.err.startswith("handbook: ")
    assert "a file stands where a folder should be" in said.err
    assert os.listdir(tmp_path) == ["my"]  # noqa: PTH208 - names


TAKEN_EN = (
    "' cannot be the id of a handbook: that folder belongs to the whole library. Take another, as in second-desk."
)
MISPLACED_ZH = (
    "不用于 form：--title、--english、--company、--company-english 用于 library 和 handbook，--chinese-only、--inside "
    "用于 library，--handbook 用于 library 和记录。"
)
MISPLACED_EN = (
    "is not for form: --title, --english, --company and --company-english are for a library or a handbook, "
    "--chinese-only and --inside for a library, --handbook for a library or a record."
)


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (
            ["handbook", "cards"],
            "“cards”不能作手册的编号：那个文件夹是整个库的。换一个，如 second-desk。",
            f"'cards{TAKEN_EN}",
        ),
        (
            ["handbook", "快递"],
            "“快递”不能作编号：只用小写字母、数字和连字符，如 second-desk。",
            "'快递' cannot be an id: use lower-case letters, digits and hyphens, as in second-desk.",
        ),
        (
            ["library", "my", "--title", " "],
            "--title 后面是空的：写上，或者不要写 --title。",
            "--title is empty: say it, or leave it out.",
        ),
        (
            ["form", "x", "--title", "表", "--chinese-only"],
            f"--title, --chinese-only {MISPLACED_ZH}",
            f"--title, --chinese-only {MISPLACED_EN}",
        ),
    ],
)
def test_a_wrong_call_is_2_and_writes_nothing(content: Content, words: list[str], zh: str, en: str) -> None:
    """Ids that no handbook can have, empty names, options of something else."""
    before = files(content.root)
    chinese = handbook("new", *words, root=content.root, lang="zh")
    english = handbook("new", *words, root=content.root)

    assert (chinese.code, chinese.err) == (2, f"{zh}\n")
    assert (english.code, english.err) == (2, f"{en}\n")
    assert files(content.root) == before


def test_whoever_means_another_library_by_a_variable_is_told(tmp_path: Path) -> None:
    """With HANDBOOK_ROOT the next commands would be about that one: it is taken away before them."""
    done = subprocess.run(
        command("--lang", "en", "new", "library", "my"), cwd=tmp_path, capture_output=True, text=True, check=True,
        env=environment() | {"HANDBOOK_ROOT": str(tmp_path / "other")},
    )  # fmt: skip

    assert "Next:\n  cd my\n  unset HANDBOOK_ROOT\n  handbook check\n" in done.stdout
