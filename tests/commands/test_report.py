"""`handbook report`: files, exit codes, and what it says."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.commands.calling import handbook
from tests.filled import report_samples as samples
from tests.filled.report_samples import case, cases, copy

TODAY = ("--today", "2026-12-10")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with forms that are worked out from each other."""
    return samples.make_root(tmp_path / "root")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder of filled registers."""
    return cases(tmp_path / "filled")


class TestFiles:
    """What is written."""

    def test_everything_is_written_by_default(self, root: Path, filled: Path, tmp_path: Path) -> None:
        """Table, workbook, JSON, the form itself and its chart, named after form and period."""
        said = handbook("report", "T-03", str(filled), "--period", "2026-11", "-o", str(tmp_path / "out"), root=root)

        names = sorted(path.name for path in (tmp_path / "out").iterdir())
        assert said.code == 0
        kinds = ("-left-out.csv", ".csv", ".docx", ".json", ".svg", ".xlsx")
        assert names == [f"T-03-cause-chart-2026-11{kind}" for kind in kinds]
        assert said.out.splitlines()[-6:] == [
            str(tmp_path / "out" / f"T-03-cause-chart-2026-11{kind}")
            for kind in (".csv", "-left-out.csv", ".xlsx", ".json", ".docx", ".svg")
        ]

    def test_only_what_is_asked_for(self, root: Path, filled: Path, tmp_path: Path) -> None:
        """One kind, or several."""
        handbook("report", "T-03", str(filled), "--json", "--svg", "-o", str(tmp_path / "out"), root=root)

        assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".json", ".svg"}

    def test_without_a_folder_they_go_to_build(self, root: Path, filled: Path) -> None:
        """Where everything generated is."""
        handbook("report", "cases", str(filled), "--csv", root=root)

        names = sorted(path.name for path in (root / "build" / "reports" / "T-01-cases").iterdir())
        assert names == ["T-01-cases-left-out.csv", "T-01-cases.csv"]

    def test_the_same_call_writes_the_same_bytes(self, root: Path, filled: Path, tmp_path: Path) -> None:
        """All six files."""
        for name in ("one", "two"):
            handbook("report", "T-03", str(filled), *TODAY, "-o", str(tmp_path / name), root=root)

        first, second = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in ("one", "two"))
        assert len(first) == 6
        assert first == second

    def test_charts_of_copies_of_the_form_itself(self, root: Path, tmp_path: Path) -> None:
        """Each copy that a person filled in gets its picture."""
        for count, name in enumerate(("march", "old/march"), 2):
            causes = {"causes": [{"cause": "漏水", "count": count, "class": "a"}]}
            copy(tmp_path / "filled", "cause-chart", name, causes)

        handbook("report", "T-03", str(tmp_path / "filled"), "-o", str(tmp_path / "out"), root=root)

        document = tmp_path / "out" / "T-03-cause-chart-march.docx"
        assert "word/media/chart-1.png" in zipfile.ZipFile(document).namelist()
        assert (tmp_path / "out" / "T-03-cause-chart-march.svg").is_file()
        assert (tmp_path / "out" / "T-03-cause-chart-march-2.docx").is_file()

    def test_mistakes_have_a_csv_of_their_own(self, root: Path, filled: Path, tmp_path: Path) -> None:
        """Where there are any."""
        copy(filled, "hand-outs", "log", {"log": [{"room": "1", "sent": "2026-11-02"}]})
        text = (root / samples.FOLDER / "hand-outs.yaml").read_text("utf-8")
        (root / samples.FOLDER / "hand-outs.yaml").write_text(
            text.replace("type: room", "type: room, required: true"), "utf-8"
        )
        copy(filled, "hand-outs", "bad", {"log": [{"sent": "2026-11-02"}]})

        handbook("report", "T-04", str(filled), "--csv", "-o", str(tmp_path / "out"), root=root)

        assert "bad.docx" in (tmp_path / "out" / "T-04-hand-outs-mistakes.csv").read_text("utf-8-sig")

    def test_personal_values_only_when_asked_for(self, root: Path, tmp_path: Path) -> None:
        """In every file."""
        copy(tmp_path / "filled", "cases", "a", {"entries": [case("2026-11-01", name="欧阳小明")]})
        for words, shows in (((), False), (("--show-personal",), True)):
            out = tmp_path / str(shows)
            handbook("report", "cases", str(tmp_path / "filled"), "--json", "--csv", *words, "-o", str(out), root=root)

            assert all(("欧阳小明" in path.read_text("utf-8")) is shows for path in out.iterdir())

    def test_names_of_the_house_stand_in_no_file(self, root: Path, tmp_path: Path) -> None:
        """Whom the list of the house names is masked in free text, in every kind of file and on the screen."""
        copy(tmp_path / "filled", "cases", "a", {"entries": [case("2026-11-01") | {"matter": "江河来了，江总也来"}]})
        (tmp_path / "names.csv").write_text("姓名\n江河\n", "utf-8")
        words = ("report", "T-01", str(tmp_path / "filled"), "-o", str(tmp_path / "out"), "--csv", "--json", "--xlsx")
        said = handbook(*words, "--names", str(tmp_path / "names.csv"), root=root)
        written = {path.suffix: path.read_bytes() for path in (tmp_path / "out").iterdir()}
        rows = openpyxl.load_workbook(tmp_path / "out" / "T-01-cases.xlsx").worksheets[0].values

        assert said.code == 0
        assert all("**来了，**也来".encode() in written[kind] for kind in (".csv", ".json"))
        assert "**来了，**也来" in [cell for row in rows for cell in row]
        assert "江" not in said.out + said.err


class TestSaid:
    """What the terminal shows."""

    def test_totals_files_and_remarks(self, root: Path, filled: Path) -> None:
        """In the language of the terminal; the form's own words stay as they are."""
        (filled / "bad.docx").write_bytes(b"x")
        copy(filled, "hand-outs", "log", {"log": [{"room": "1-1"}]})

        said = handbook("report", "T-02", str(filled), *TODAY, "--csv", "--period", "2026-11", root=root, lang="zh")

        lines = [" ".join(line.split()) for line in said.out.splitlines()]
        assert lines[0] == "排列图数据 2026 年 11 月：2 份填好的表，20 行，0 处错误"
        assert lines[1] == "个人信息已隐去；要看，加 --show-personal"
        assert lines[2:7] == ["受理 20", "未结案 20", "逾期 0", "已结案 0", "维修和服务 15"]
        assert lines[-9:-2] == [
            "文件夹里 4 个文件：读了 3，没有算 1，跳过 0，重复 0", "读到 21 行：算了 20，没有算 1",
            "bad.docx: 没有算：不是 Word 文档（.docx）",
            "请交填好的那个 Word 文件（.docx）；扫描件、照片和别的软件的文件读不出填了什么。",
            "log.docx: 发放回收记录，不在本次统计之内",
            "b.docx 第 3 行：不在期间内，没有算（2026-10-31）", "噪声并入“其他”：表上只有 4 行",
        ]  # fmt: skip

    def test_english_has_no_chinese_punctuation(self, root: Path, filled: Path) -> None:
        """The head line."""
        said = handbook("report", "T-02", str(filled), "--csv", "--period", "2026-11", root=root)

        assert said.out.splitlines()[0] == "排列图数据, November 2026: 2 filled forms, 20 rows, 0 mistakes"

    def test_json_is_one_object(self, root: Path, filled: Path, tmp_path: Path) -> None:
        """As other programs read it."""
        handbook("report", "T-02", str(filled), "--json", "-o", str(tmp_path / "out"), root=root)

        value = json.loads((tmp_path / "out" / "T-02-cause-data-2026-11.json").read_text("utf-8"))
        assert (value["code"], value["computed"]["counted"]) == ("T-02", {"cases": 20})


class TestStrict:
    """`--strict`."""

    def test_it_fails_when_something_does_not_count(self, root: Path, filled: Path) -> None:
        """Everything is written all the same; which it was is said above."""
        (filled / "old.doc").write_bytes(b"x")

        said = handbook("report", "T-01", str(filled), "--csv", "--strict", root=root)

        assert (said.code, said.err) == (1, "Not everything is in it; see above.\n")
        assert (root / "build/reports/T-01-cases/T-01-cases.csv").is_file()
        assert "old.doc: skipped: a .doc file, not read; if it is a filled form, save it as .docx in Word or WPS" in [
            " ".join(line.split()) for line in said.out.splitlines()
        ]

    def test_it_does_not_when_all_counts(self, root: Path, tmp_path: Path) -> None:
        """A lock file, or a copy of another form, was not handed in for it."""
        copy(tmp_path / "filled", "cases", "a", {"entries": [case("2026-11-01")]})
        copy(tmp_path / "filled", "hand-outs", "log", {"log": [{"room": "1-1"}]})
        (tmp_path / "filled/~$a.docx").write_bytes(b"x")

        said = handbook("report", "T-01", str(tmp_path / "filled"), "--csv", "--strict", root=root)

        assert (said.code, said.err) == (0, "")


class TestWrong:
    """What stands in the way."""

    def test_a_folder_that_is_not_there_is_2(self, root: Path) -> None:
        """A wrong call."""
        said = handbook("report", "T-03", "nowhere", root=root)

        assert (said.code, said.err) == (2, "There is no such folder: nowhere\n")

    def test_a_period_that_is_none_is_1(self, root: Path, filled: Path) -> None:
        """In one line."""
        said = handbook("report", "T-03", str(filled), "--period", "11", root=root)

        assert said.code == 1
        assert said.err == (
            "handbook: '11' is no period. Write 2026-11 (month), 2026-Q3 (quarter), 2026-H1 (half-year), 2026 (year), "
            "or 2026-01-05..2026-02-03\n"
        )

    def test_nothing_to_add_up_is_1(self, root: Path, tmp_path: Path) -> None:
        """An empty folder."""
        (tmp_path / "empty").mkdir()

        said = handbook("report", "T-01", str(tmp_path / "empty"), root=root)

        assert said.code == 1
        assert said.err == (
            f"handbook: {tmp_path / 'empty'} holds no filled form to add up: it takes .docx copies of T-01. "
            "There is no Word file in it\n"
        )

    def test_a_chart_that_the_form_does_not_have_is_1(self, root: Path, filled: Path) -> None:
        """Asked for by name; by default it is only left out."""
        said = handbook("report", "T-01", str(filled), "--svg", root=root)

        assert (said.code, said.err) == (
            1, "handbook: '投诉登记' has no SVG: it is not worked out from others, has no chart, or nothing to draw\n"
        )  # fmt: skip

    def test_a_form_that_is_not_there_is_1(self, root: Path, filled: Path) -> None:
        """With «did you mean»."""
        said = handbook("report", "T-33", str(filled), root=root)

        assert (said.code, said.err) == (1, "handbook: there is no 'T-33'. Did you mean 'T-03'?\n")
