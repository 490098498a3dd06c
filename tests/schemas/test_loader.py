"""Reading a content root: folders, names, and where the root is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.findings import HandbookError
from schemas.loader import load_library
from schemas.root import find_root
from tests.schemas.content import BOOK, COMPLAINTS, GUIDE, KEYS, LIBRARY, SETTINGS, TERMS, TITLE_PAGE, Content

KINDS = "roles, procedures, policies, guides, scripts, troubleshooting, forms, qualifications, courses"


class TestFolders:
    """The folder says the kind, the file name is the id."""

    def test_an_unknown_folder_is_compared_with_the_kinds(self, content: Content) -> None:
        """`procedure/` is probably `procedures/`."""
        content.write(f"{BOOK}/procedure/x.yaml", "title: x\n")

        zh, en = (content.check(lang)[0].partition("\n    ") for lang in ("zh", "en"))

        assert zh[0] == f"{BOOK}/procedure:1:1: 错误: 不认识的文件夹“procedure” [unknown-folder]"
        assert zh[2] == f"是不是“procedures”？文件夹名是种类：{KINDS}。改了名，里面的记录才读得到。"
        assert en[0] == f"{BOOK}/procedure:1:1: error: unknown folder 'procedure' [unknown-folder]"
        assert (
            en[2] == f"Did you mean 'procedures'? A folder is a kind: {KINDS}. Rename it, so that its records are read."
        )

    @pytest.mark.parametrize(
        ("name", "to"),
        [
            ("Complaint.yaml", "complaint"), ("a_b.yaml", "a-b"), ("-a.yaml", "a"), ("a.yml", "a"),
            ("a.yaml.txt", "a"), ("a.yaml.yaml", "a"), ("a b.yaml", "a-b"), ("NightLeak.yaml", "night-leak"),
            (f"{'a' * 65}.yaml", "a" * 64), ("notes.txt", "notes"), ("notes", "notes"), ("a.YAML", "a"),
            ("客户投诉.yaml", ""), ("con.yaml", ""), ("com1.yaml", ""),
        ],
    )  # fmt: skip
    def test_a_name_that_cannot_be_an_id_is_named(self, content: Content, name: str, to: str) -> None:
        """Capital letters, Chinese, other endings, and names that Windows keeps for itself: with the name it takes."""
        content.write(f"{BOOK}/guides/{name}", content.read(GUIDE))
        zh = f"改名为 {to}.yaml：" if to else "用英文或拼音起名，如 night-leak.yaml："
        en = f"Rename it to {to}.yaml: " if to else "Name it in English or pinyin, as in night-leak.yaml: "

        assert content.check("zh") == [
            (
                f"{BOOK}/guides/{name}:1:1: 错误: 文件名“{name}”不能作编号 [bad-file-name]\n"
                f"    {zh}只用小写字母、数字和连字符，以 .yaml 结尾。"
            )
        ]
        assert content.check("en")[0].endswith(f"{en}use lower-case letters, digits and hyphens only, ending in .yaml.")

    @pytest.mark.parametrize(
        "name", ["Complaint-Handling.yaml", "complaint handling.yaml", "complaint-handling.yml", "客户投诉.yaml"]
    )
    def test_a_misnamed_record_is_the_only_finding(self, content: Content, name: str) -> None:
        """What refers to it, and its English, are not wrong; of a Chinese name the English tells the id."""
        (content.root / COMPLAINTS).rename(content.root / f"{BOOK}/procedures/{name}")

        (finding,) = content.findings()

        assert finding.rule == "bad-file-name"
        assert finding.hint.zh.startswith("改名为 complaint-handling.yaml：")

    @pytest.mark.parametrize(
        ("folder", "rule"),
        [
            (f"{BOOK}/procedure", "unknown-folder"), (f"{BOOK}/规程", "unknown-folder"),
            (f"{BOOK}/Procedures", "unknown-folder"), (f"{BOOK}/procedures/old", "nested-folder"),
            (BOOK, "misplaced-file"),
        ],
    )  # fmt: skip
    def test_a_misplaced_record_is_the_only_finding(self, content: Content, folder: str, rule: str) -> None:
        """It is in the wrong folder; nothing that refers to it is wrong."""
        content.write(f"{folder}/complaint-handling.yaml", content.read(COMPLAINTS))
        (content.root / COMPLAINTS).unlink()

        assert [finding.rule for finding in content.findings()] == [rule]

    @pytest.mark.parametrize("name", ["Greentown-After-Sales", "绿城"])
    def test_a_misnamed_handbook_is_the_only_finding(self, content: Content, name: str) -> None:
        """No card, no link and no catalogue is wrong for it."""
        (content.root / BOOK).rename(content.root / "handbook" / name)

        assert [finding.rule for finding in content.findings()] == ["bad-folder-name"]

    @pytest.mark.parametrize("name", ["handbook.yml", "Handbook.yaml", "handbook.yaml.txt"])
    def test_a_misnamed_title_page_is_not_missing(self, content: Content, name: str) -> None:
        """It lies there; what puts it right is its name."""
        (content.root / TITLE_PAGE).rename(content.root / BOOK / name)

        (finding,) = content.findings()

        assert (finding.rule, finding.path) == ("bad-file-name", f"{BOOK}/{name}")
        assert finding.hint.en.startswith("Rename it to handbook.yaml: ")

    def test_a_copy_is_called_one(self, content: Content) -> None:
        """Windows puts 副本 behind the name of a copy."""
        content.write(f"{BOOK}/guides/front-desk-essentials - 副本.yaml", content.read(GUIDE))

        (finding,) = content.findings()

        assert finding.hint.zh == (
            "front-desk-essentials.yaml 已经有了，这多半是它的副本：不要就删掉，要就另起一个名字。"
            "只用小写字母、数字和连字符，以 .yaml 结尾。"
        )
        assert finding.hint.en == (
            "There is front-desk-essentials.yaml already, of which this is probably a copy: delete it, or give it a "
            "name of its own; use lower-case letters, digits and hyphens only, ending in .yaml."
        )

    @pytest.mark.parametrize("path", [f"{BOOK}/forms/old.docx", f"{BOOK}/notes.pdf", "handbook/list.xlsx"])
    def test_what_is_no_record_is_told_and_not_read(self, content: Content, path: str) -> None:
        """A document beside the records is seen by no reader of the handbook."""
        content.write(path, b"PK")
        name = path.rpartition("/")[2]

        assert content.check("zh") == [
            (
                f"{path}:1:1: 警告: “{name}”不是记录，没有读它 [foreign-file]\n"
                "    handbook 文件夹里只放 YAML 记录、翻译和图片：把它移到别处。"
            )
        ]
        assert content.check("en") == [
            (
                f"{path}:1:1: warning: '{name}' is no record and was not read [foreign-file]\n"
                "    The handbook folder holds YAML records, catalogues and pictures only: move it elsewhere."
            )
        ]

    def test_folders_do_not_stand_within_a_kind(self, content: Content) -> None:
        """Records of a folder within `guides` are read by nobody."""
        content.write(f"{BOOK}/guides/old/x.yaml", "title: x\n")

        assert content.check("zh") == [
            (
                f"{BOOK}/guides/old:1:1: 错误: “old”是 guides 里面的文件夹 [nested-folder]\n"
                "    种类文件夹里不再分文件夹：把记录移到 guides/，再删掉它。"
            )
        ]
        assert content.check("en")[0].endswith(
            "'old' is a folder within guides [nested-folder]\n"
            "    A folder of a kind holds no others: move its records to guides/ and delete it."
        )

    @pytest.mark.parametrize("path", [f"{BOOK}/complaint.yaml", "handbook/complaint.yaml", f"{BOOK}/scripts"])
    def test_a_file_where_folders_belong_is_named(self, content: Content, path: str) -> None:
        """A record beside the folders would be read by nobody."""
        content.write(path, "title: x\n")
        name = path.rpartition("/")[2]

        assert content.check("zh") == [
            f"{path}:1:1: 错误: 文件“{name}”放错了地方 [misplaced-file]\n    记录放在手册的种类文件夹里：{KINDS}。"
        ]

    def test_a_handbook_needs_an_id_too(self, content: Content) -> None:
        """Its folder is the first part of every address."""
        content.write("handbook/My Handbook/handbook.yaml", "title: x\n")

        assert content.titles("zh") == [
            "handbook/My Handbook:1:1: 错误: 文件夹名“My Handbook”不能作手册的编号 [bad-folder-name]"
        ]
        assert content.check("en")[0].endswith(
            "\n    Rename it to my-handbook: use lower-case letters, digits and hyphens only."
        )

    @pytest.mark.parametrize(
        "path",
        [
            f"{BOOK}/.git/x", f"{BOOK}/guides/.x.yaml.swp", f"{BOOK}/guides/a.yaml~", f"{BOOK}/logo.png",
            f"{BOOK}/en.mo", "handbook/README.md", "handbook/_archive/old.yaml", f"{BOOK}/procedures/desktop.ini",
            f"{BOOK}/Thumbs.db", f"{BOOK}/forms/x.yaml.bak", f"{BOOK}/forms/~$x.docx", "handbook/.DS_Store",
            f"{BOOK}/guides/#x.yaml#", f"{BOOK}/guides/x.yaml.orig", f"{BOOK}/guides/~WRL0001.tmp",
        ],
    )  # fmt: skip
    def test_what_editors_leave_behind_is_ignored(self, content: Content, path: str) -> None:
        """Hidden files, backups, pictures, notes and compiled catalogues are not content."""
        content.write(path, "nothing")

        assert content.findings() == ()


class TestFiles:
    """The files that hold a library together."""

    def test_without_library_yaml_there_is_no_library(self, content: Content) -> None:
        """But everything else is looked at all the same."""
        (content.root / SETTINGS).unlink()
        content.change(KEYS, "rows: 16", "rows: many")
        loading = load_library(content.root)

        assert loading.library is None
        assert [finding.rule for finding in loading.findings] == ["missing-file", "bad-whole-number"]
        assert content.titles("zh")[1] == f"{SETTINGS}:1:1: 错误: 缺少 library.yaml [missing-file]"

    def test_an_empty_folder_is_no_library(self, tmp_path: Path) -> None:
        """No exception: a finding."""
        loading = load_library(tmp_path)

        assert [finding.say("en") for finding in loading.findings] == [
            (
                "handbook/library.yaml:1:1: error: library.yaml is missing [missing-file]\n"
                "    Create it with at least: title: …, greeting: …, default: id."
            )
        ]

    def test_terms_are_not_needed(self, content: Content) -> None:
        """A library without a term file has no terms."""
        (content.root / TERMS).unlink()

        assert content.findings() == ()
        assert content.library().terms.terms == ()

    def test_a_library_with_an_error_is_not_used(self, content: Content) -> None:
        """Commands that need it say how many errors there are; a warning is none."""
        content.change(KEYS, "rows: 16", "rows: many")
        with pytest.raises(HandbookError) as raised:
            load_library(content.root).require()

        assert raised.value.say("zh") == "手册有 1 个错误，读不成。先运行 handbook check。"
        assert raised.value.say("en") == "the library cannot be used; errors in it: 1. Run handbook check first."
        assert str(raised.value) == raised.value.say("en")

    def test_a_broken_record_is_left_out(self, content: Content) -> None:
        """The rest of the library is there."""
        content.change(KEYS, "rows: 16", "rows: many")
        library = load_library(content.root).library
        assert library is not None

        assert "greentown-after-sales/forms/key-loan-register" not in library.entries
        assert library.is_broken("GT-R-KF-13", "greentown-after-sales")
        assert library.is_broken("forms/key-loan-register#x", "greentown-after-sales")
        assert not library.is_broken("GT-R-KF-26", "greentown-after-sales")

    def test_reading_writes_nothing(self, content: Content) -> None:
        """Neither reading nor checking touches a file, sound or broken."""
        content.change(COMPLAINTS, "status: draft", "status: [draft]")
        before = {
            path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"") for path in _all(content.root)
        }
        content.findings()

        assert {p: (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in _all(content.root)} == before


def _all(root: Path) -> list[Path]:
    return [root, *root.rglob("*")]


class TestRoot:
    """`--root`, then HANDBOOK_ROOT, then upward from here."""

    def test_a_given_folder_goes_first(self, content: Content, tmp_path: Path) -> None:
        """The variable counts when nothing is given, the current folder when neither is."""
        assert find_root(content.root, str(tmp_path), tmp_path) == content.root.resolve()
        assert find_root(None, str(content.root), tmp_path) == content.root.resolve()
        assert find_root(None, None, content.root / BOOK / "forms") == content.root.resolve()
        assert find_root(None, "", content.root) == content.root.resolve()

    def test_where_nothing_is_found_all_three_ways_are_named(self, tmp_path: Path) -> None:
        """In both languages."""
        with pytest.raises(HandbookError) as raised:
            find_root(None, None, tmp_path)

        assert raised.value.say("zh") == (
            "这里和上面的文件夹里都没有手册。进入有 handbook/library.yaml 的文件夹，或用 --root 指定，"
            "或设 HANDBOOK_ROOT；还没有手册的，新建一个：handbook new library my-desk。"
        )
        assert raised.value.say("en") == (
            "no handbook library found here or above. Go to the folder that holds handbook/library.yaml, or name it "
            "with --root or HANDBOOK_ROOT; to begin one: handbook new library my-desk."
        )

    def test_from_above_those_further_down_are_named(self, content: Content, tmp_path: Path) -> None:
        """Whoever forgot to go into the folder is told its name, as the shell wants it."""
        content.root.rename(tmp_path / "my desk")
        with pytest.raises(HandbookError) as raised:
            find_root(None, None, tmp_path)

        assert raised.value.say("zh").startswith(
            "这里和上面的文件夹里都没有手册。my desk 里有：cd 'my desk'。进入有 handbook/library.yaml 的文件夹，"
        )
        assert raised.value.say("en").startswith(
            "no handbook library found here or above. There is one in my desk: cd 'my desk'. Go to the folder"
        )

    @pytest.mark.parametrize(("given", "variable", "said"), [(True, False, "--root"), (False, True, "HANDBOOK_ROOT")])
    def test_a_wrong_folder_is_shown_and_not_passed_over(
        self, tmp_path: Path, given: bool, variable: bool, said: str
    ) -> None:
        """Somebody who names a folder means that folder and no other."""
        wrong = tmp_path / "wrong"
        with pytest.raises(HandbookError) as raised:
            find_root(wrong if given else None, str(wrong) if variable else None, LIBRARY)

        assert raised.value.say("zh").startswith(f"{said} 指的“{wrong}”里没有 handbook/library.yaml。进入")
        assert raised.value.say("en").startswith(f"{said} names '{wrong}', which holds no handbook/library.yaml. Go to")

    def test_a_name_that_no_system_allows_is_wrong_too(self) -> None:
        """A path of five thousand letters is no folder."""
        with pytest.raises(HandbookError):
            find_root(Path("x" * 5000), None, LIBRARY)


def test_a_file_one_may_not_read_is_a_finding(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions are said in words; the refusal is the system's own, made up here because the superuser gets none."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == content.root / KEYS:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert content.titles("en") == [f"{KEYS}:1:1: error: the file cannot be opened: permission denied [unreadable]"]


@pytest.mark.parametrize("name", ["api", "assets", "en", "forms", "search"])
def test_a_handbook_cannot_take_a_name_of_the_site(content: Content, name: str) -> None:
    """A handbook folder called like a folder of the site is an error that names the alternatives."""
    content.write(f"handbook/{name}/handbook.yaml", content.read(TITLE_PAGE))

    assert (
        f"handbook/{name}:1:1: error: a handbook cannot be called '{name}' [reserved-name]\n"
        "    The site itself uses these names: api, assets, en, forms, search. Take another."
    ) in content.check("en")
