"""`handbook new`: a record that an author can fill in, sound from the first moment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from schemas.kinds import KINDS, KindName
from tests.commands.calling import handbook
from tests.schemas.content import BOOK, COMPLAINTS, KEYS, SETTINGS, Content

EXPECTED = {
    "card-unused",
    "still-to-write", "translation-missing", "not-in-a-chapter", "form-unused", "no-course", "duty-missing",
    "role-unused",
}  # fmt: skip
"""What is still to be done about a new record, in the rules of `handbook check`."""


def path_of(folder: KindName, id_: str) -> str:
    """Where a new record is written: in the default handbook, or beside the handbooks."""
    return f"handbook/{folder}/{id_}.yaml" if KINDS[folder].of_library else f"{BOOK}/{folder}/{id_}.yaml"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("folder", KINDS)
def test_a_new_record_of_every_kind_has_no_error(content: Content, folder: KindName, lang: str) -> None:
    """It loads, and every warning says what its author has still to do."""
    kind = KINDS[folder]
    said = handbook("--lang", lang, "new", kind.name, "parcel-keeping", root=content.root)
    path = path_of(folder, "parcel-keeping")
    findings = content.findings()

    assert said.code == 0
    assert path.removeprefix("handbook/").removesuffix(".yaml") in content.library().entries
    assert {finding.severity for finding in findings} <= {"warning", "notice"}
    assert {finding.rule for finding in findings} <= EXPECTED
    assert {finding.path for finding in findings} == {path}


@pytest.mark.parametrize("folder", KINDS)
def test_the_comments_are_in_the_language_of_the_author(content: Content, folder: KindName) -> None:
    """One language, not both; every comment line is guidance or a key to uncomment."""
    name = KINDS[folder].name
    handbook("--lang", "zh", "new", name, "one", root=content.root)
    handbook("--lang", "en", "new", name, "two", root=content.root)
    chinese, english = content.read(path_of(folder, "one")), content.read(path_of(folder, "two"))

    assert chinese.startswith(f"# {KINDS[folder].words.zh}：")
    assert english.startswith(("# A", "# Troubleshooting", "# An"))
    for text in (chinese, english):
        assert not re.search(r"#(zh|en)\b|\$", text)
        assert text.count("待写：") >= 4
    assert [line for line in chinese.split("\n") if not line.lstrip().startswith("#")] == [
        line for line in english.split("\n") if not line.lstrip().startswith("#")
    ]


OFFERED = re.compile(r"^( *)# ((?:  )*(?:- )?(?:[a-z_]+:(?: .*)?|\{id: .*))$")
CODE = re.compile(r"^code: .*\d", re.MULTILINE)
"""An offered code, to which one more digit is written: another record of the library has it as it is."""


def test_what_can_be_uncommented_is_sound(content: Content) -> None:
    """Every key that the comments offer is one of the model, with a value of the right shape."""
    for folder, kind in KINDS.items():
        handbook("new", kind.name, "parcel-keeping", root=content.root, lang="zh")
        path = path_of(folder, "parcel-keeping")
        offered = "\n".join(OFFERED.sub(r"\1\2", line) for line in content.read(path).split("\n"))
        content.write(path, CODE.sub(r"\g<0>0", offered))
        assert "\n# code" not in offered

    about_records = {"unknown-reference", "accepts-nothing", "law-unused", "not-in-may"} | EXPECTED
    about_records |= {"course-of-another-level", "licence-twice"}
    assert [finding.say("en") for finding in content.findings() if finding.rule not in about_records] == []


def test_it_says_where_it_is_and_what_comes_next(content: Content) -> None:
    """The path, the chapter to add it to, and the check."""
    chinese = handbook("new", "规程", "parcels", root=content.root, lang="zh")
    english = handbook("new", "forms", "parcels", "--handbook", "call-scripts", root=content.root)
    zh_next = f"接下来：打开它，把“待写”都换成正文；在 {BOOK}/handbook.yaml 的 chapters 里加上 procedures/parcels；"
    en_next = (
        "Next: open it and replace every 待写; add forms/parcels to `chapters` of handbook/call-scripts/handbook.yaml;"
    )

    check = "handbook check handbook/call-scripts/forms/parcels.yaml"

    assert (
        chinese.out
        == f"写好了 {BOOK}/procedures/parcels.yaml\n{zh_next}再运行 handbook check {BOOK}/procedures/parcels.yaml。\n"
    )
    assert english.out == f"Wrote handbook/call-scripts/forms/parcels.yaml\n{en_next} then run {check}.\n"


def test_the_roles_and_forms_of_the_handbook_are_named(content: Content) -> None:
    """An author sees what may be written, and a role that exists is written already."""
    handbook("--lang", "zh", "new", "procedure", "parcel-keeping", root=content.root)
    text = content.read(f"{BOOK}/procedures/parcel-keeping.yaml")

    assert "# front-desk 客服前台，service-officer 客服专员，" in text
    assert "# GT-R-KF-13，GT-R-KF-26，GT-R-KF-27，GT-R-KF-28，" in text
    assert "    by: front-desk\n" in text


@pytest.mark.parametrize("id_", ["complaint-handling", "complaints"])
def test_it_never_replaces_a_record(content: Content, id_: str) -> None:
    """Neither one that is there, nor one that was renamed and is still found under this address."""
    before = content.read(COMPLAINTS)
    said = handbook("--lang", "zh", "new", "procedure", id_, root=content.root)

    assert (said.code, said.err) == (
        1, f"handbook: 已经有这条记录：{COMPLAINTS}。换一个编号，或者直接改那个文件。\n",
    )  # fmt: skip
    assert content.read(COMPLAINTS) == before
    assert not (content.root / BOOK / "procedures" / "complaints.yaml").exists()


def test_a_file_that_cannot_be_read_is_not_replaced_either(content: Content) -> None:
    """Somebody is at work on it."""
    content.write(KEYS, "[")

    assert handbook("new", "form", "key-loan-register", root=content.root).code == 1
    assert content.read(KEYS) == "["


KINDS_ZH = (
    "library 手册库、handbook 手册、role 岗位、procedure 规程、policy 制度、guide 指引、script 话术、"
    "troubleshooting 排障、form 表单、"
    "qualification 资质、course 课程、card 应急卡"
)
KINDS_EN = (
    "library, handbook, role, procedure, policy, guide, script, troubleshooting, form, qualification, course, card"
)

BOOKS = "greentown-after-sales, call-scripts"
ID_ZH = "”不能作编号：只用小写字母、数字和连字符，如 parcel-keeping。"
ID_EN = "' cannot be an id: use lower-case letters, digits and hyphens, as in parcel-keeping."


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (
            ["procedur", "x"],
            f"没有种类“procedur”。是不是“procedure”？可以写：{KINDS_ZH}。",
            f"There is no kind 'procedur'. Did you mean 'procedure'? The kinds are: {KINDS_EN}.",
        ),
        (
            ["form", "Parcel_List"],
            "“Parcel_List”不能作编号：只用小写字母、数字和连字符，如 parcel-list。",
            "'Parcel_List' cannot be an id: use lower-case letters, digits and hyphens, as in parcel-list.",
        ),
        (
            ["parcels", "form"],
            "先写种类，再写编号：handbook new form parcels",
            "The kind comes first, then the id: handbook new form parcels",
        ),
        (["form", "包裹"], f"“包裹{ID_ZH}", f"'包裹{ID_EN}"),
        (["form", "con"], f"“con{ID_ZH}", f"'con{ID_EN}"),
        (
            ["form", "x", "--handbook", "call-script"],
            f"没有手册“call-script”。是不是“call-scripts”？用 --handbook 指定：{BOOKS}。",
            f"There is no handbook 'call-script'. Did you mean 'call-scripts'? Name one with --handbook: {BOOKS}.",
        ),
    ],
)
def test_a_wrong_call_is_2_and_says_what_would_be_right(content: Content, words: list[str], zh: str, en: str) -> None:
    """A kind, an id and a handbook that there are not; nothing is written."""
    before = sorted((content.root / "handbook").rglob("*"))
    chinese = handbook("new", *words, root=content.root, lang="zh")
    english = handbook("new", *words, root=content.root)

    assert (chinese.code, chinese.err) == (2, f"{zh}\n")
    assert (english.code, english.err) == (2, f"{en}\n")
    assert sorted((content.root / "handbook").rglob("*")) == before


def test_without_its_words_it_is_a_wrong_call(content: Content) -> None:
    """Kind and id are needed; a whole call is shown, which is right as it stands."""
    library = "（新的手册库：handbook new library my-desk）。\n"
    for words, call in (
        ([], "procedure parcels"), (["form"], "form parcels"), (["手册"], "手册 service-desk"),
        (["library"], "library my-desk"),
    ):  # fmt: skip
        said = handbook("new", *words, root=content.root, lang="zh")
        assert (said.code, said.err) == (2, f"写上要建什么、叫什么，如：handbook new {call}{library}")
    assert handbook("new", "form", root=content.root).err == (
        "Say what to make and what to call it, as in: handbook new form parcels "
        "(a new library: handbook new library my-desk).\n"
    )


def test_a_handbook_without_roles_asks_for_one_first(content: Content) -> None:
    """A step needs somebody who does it."""
    content.write(
        "handbook/empty/handbook.yaml",
        'title: 空\nshort: 空\nsummary: 空\nedition: "1"\ncompany: {name: 空}\nchapters: [{id: one, title: 一}]\n',
    )
    refused = handbook("--lang", "zh", "new", "form", "x", "--handbook", "empty", root=content.root)
    role = handbook("new", "role", "front-desk", "--handbook", "empty", root=content.root)
    form = handbook("new", "form", "x", "--handbook", "empty", root=content.root)

    assert (refused.code, refused.err) == (
        1,
        "handbook: 手册 empty 里还没有岗位。先建一个：handbook new role front-desk。\n",
    )
    assert (role.code, form.code) == (0, 0)


def test_it_works_beside_a_broken_record(content: Content) -> None:
    """Somebody else's mistake does not stop a new record; a broken library.yaml does."""
    content.change(KEYS, "rows: 16", "rows: many")
    assert handbook("new", "form", "x", root=content.root).code == 0

    content.write(SETTINGS, "title: x\n")
    assert handbook("new", "form", "y", root=content.root).code == 1


def test_a_folder_that_cannot_be_written_is_said(content: Content) -> None:
    """One line, not a traceback."""
    content.write(f"{BOOK}/scripts", "a file where the folder should be")
    said = handbook("--lang", "en", "new", "script", "x", root=content.root)

    assert said.code == 1
    assert said.err == (
        f"handbook: {content.root.resolve() / BOOK / 'scripts'} cannot be written: a file stands where a folder "
        "should be; what stood there is as it was. Move that file away, then do it again.\n"
    )


def test_starters_are_part_of_the_package() -> None:
    """One for each kind, and no more."""
    there, wanted = {path.stem for path in Path("commands/starters").glob("*")}, {kind.name for kind in KINDS.values()}

    assert [f"commands/starters/{name}.yaml: there is no starter for the kind {name}" for name in wanted - there] == []
    assert [f"commands/starters/{name}.yaml: there is no such kind" for name in there - wanted] == []
