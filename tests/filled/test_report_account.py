"""A folder is accounted for to the last file and the last row."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from filled.report import exports
from filled.report.account import Account
from filled.report.folder import look_into
from filled.report.make import Report, make_report
from filled.report.periods import Period
from filled.report.ranges import came_back
from filled.report.rows import When
from tests.filled import report_samples as samples
from tests.filled.month_of_trouble import files_in, make_month, save
from tests.filled.report_samples import case, copy

TODAY = date(2026, 12, 10)


def report(folder: Path, id_: str = "cases", period: str | None = None, lang: str = "zh") -> Report:
    """The report of the form *id_* over *folder*, without pictures."""
    view = samples.library().view(lang)
    when = When(TODAY, Period.parse(period) if period else None)
    return make_report(view, samples.form(id_, view), folder, when, drawn=False)


def fates(made: Report) -> dict[str, str]:
    """What became of each file, as the report says it."""
    groups = {
        "read": (*(copy.name for copy in made.copies), *(copy.name for copy in made.unused)),
        "refused": tuple(each.name for each in made.refused),
        "skipped": tuple(each.name for each in made.skipped),
        "twice": tuple(each.name for each in made.twice),
    }
    named = [(name, fate) for fate, names in groups.items() for name in names]
    assert len(named) == len(dict(named))
    return dict(named)


class TestMonth:
    """Thirty-nine files with more than a dozen kinds of trouble, against what was entered as they were made."""

    @pytest.mark.parametrize("id_", ["cases", "cause-data", "cause-chart"])
    def test_every_file_and_row_is_accounted_for(self, tmp_path: Path, id_: str) -> None:
        """Over the form itself, a form worked out from it, and one worked out from that."""
        ledger = make_month(tmp_path)
        made = report(tmp_path, id_, "2026-11")

        assert len(ledger.files) == len([*files_in(tmp_path)]) == made.account.files == 39
        assert fates(made) == ledger.files
        assert {(each.file, each.left.row.number, each.left.why) for each in made.left_out} == ledger.left_out
        counts = Counter(ledger.files.values())
        rows = sum(ledger.kinds.values())
        assert made.account == Account(
            39, counts["read"], 1, counts["refused"], counts["skipped"], counts["twice"],
            rows + len(ledger.left_out), len(ledger.left_out), lost=True,
        )  # fmt: skip
        figure = next(figure for figure in made.figures if figure.id == "by-kind")
        assert [int(amount) for _, amount in figure.parts] == [
            ledger.kinds[kind] for kind in ("repair", "service", "fees", "noise", "other")
        ]
        assert made.account.counted == rows == len(made.tables[0].lines) == figure.amount

    def test_it_is_said_in_json_and_by_name(self, tmp_path: Path) -> None:
        """The parts add up, each file has its reason, another edition is said."""
        make_month(tmp_path)
        value = json.loads(exports.json_text(report(tmp_path), show_personal=False))

        files, rows = value["account"]["files"], value["account"]["rows"]
        assert files["all"] == files["read"] + files["refused"] + files["skipped"] + files["twice"]
        assert rows["all"] == rows["counted"] + rows["left_out"]
        assert value["account"]["folders"] == {"backup": 1}
        assert {each["file"]: each["why"] for each in value["skipped"]} == {
            ".DS_Store": "隐藏文件，不是表",
            "libre.odt": ".odt 文件，没有读；是填好的表就用 Word 或 WPS 另存为 .docx",
            "list.xlsx": "不是 .docx（.xlsx），没有读",
            "macro.docm": ".docm 文件，没有读；是填好的表就用 Word 或 WPS 另存为 .docx",
            "old.doc": ".doc 文件，没有读；是填好的表就用 Word 或 WPS 另存为 .docx",
            "scan.pdf": ".pdf 文件，没有读；是填好的表就交 .docx 原件，没有原件的照着再填一份",
            "wps.wps": ".wps 文件，没有读；是填好的表就用 Word 或 WPS 另存为 .docx",
            "~$sheet-01.docx": "文字处理软件的锁定文件（有人正开着那份表），不是表",
        }
        assert [(note["file"], note["rule"]) for note in value["notes"]] == [("old-edition.docx", "other-edition")]


class TestTwice:
    """One sheet that is there more than once."""

    def pair(self, folder: Path, *kinds: str) -> list[Path]:
        """Copies of one number, each with a row of its kind."""
        return [
            copy(folder, "cases", f"p{number}", {"head": {"book": "07"}, "entries": [case("2026-11-02", kind)]})
            for number, kind in enumerate(kinds)
        ]

    def test_the_later_by_the_time_inside_the_file_counts(self, tmp_path: Path) -> None:
        """Whatever it is called, and in whatever zone its clock is."""
        early, late = self.pair(tmp_path, "repair", "fees")
        save(early, "2026-11-20T10:00:00Z")
        save(late, "2026-11-20T19:00:00+08:00")

        made = report(tmp_path)

        assert [each.name for each in made.copies] == ["p1.docx"]
        (remark,) = made.remarks
        assert remark.say("en") == (
            "p0.docx has the same number as p1.docx (07), which was saved later (2026-11-20 11:00 UTC); "
            "only p1.docx counts"
        )
        assert made.account.lost

    def test_equal_ones_count_once(self, tmp_path: Path) -> None:
        """Saved again, nothing changed: nothing is lost."""
        _, again = self.pair(tmp_path, "repair", "repair")
        save(again, "2026-11-20T10:00:00Z")

        made = report(tmp_path)

        assert [remark.say("zh") for remark in made.remarks] == [
            "p0.docx 与 p1.docx 编号相同（07），填的也一样，只算一份"
        ]
        assert not made.account.lost

    @pytest.mark.parametrize(
        "times", [(), ("2026-11-20T10:00:00Z",), ("2026-11-20T10:00:00Z", "2026-11-20T18:00:00+08:00")]
    )
    def test_undated_and_unequal_ones_are_refused_by_name(self, tmp_path: Path, times: tuple[str, ...]) -> None:
        """None of them counts: only a person can tell which is right."""
        paths = self.pair(tmp_path, "repair", "fees")
        copy(tmp_path, "cases", "z", {"entries": [case("2026-11-03")]})
        for path, time in zip(paths, times, strict=False):
            save(path, time)

        made = report(tmp_path)

        assert [each.name for each in made.copies] == ["z.docx"]
        why = "与 {other} 编号相同（07）而内容不同，文件里的修改时间分不出先后，都没有算；留下对的一份，把别的移走"
        assert {each.name: each.why.say("zh") for each in made.refused} == {
            "p0.docx": why.format(other="p1.docx"), "p1.docx": why.format(other="p0.docx"),
        }  # fmt: skip

    def test_a_number_that_begins_anew_with_the_month_is_another_sheet(self, tmp_path: Path) -> None:
        """Both count, and it is said."""
        for month in ("2026-10", "2026-11"):
            copy(tmp_path, "cases", month, {"head": {"month": month, "book": "07"}, "entries": [case(f"{month}-02")]})

        made = report(tmp_path)

        assert len(made.copies) == 2
        assert [remark.say("en") for remark in made.remarks] == [
            "2026-11.docx has the same number as 2026-10.docx (07) but is of another month; both count, so compare them"
        ]


class TestFolder:
    """What lies in a folder besides files."""

    def test_an_archive_is_to_be_unpacked(self, tmp_path: Path) -> None:
        """Forms handed in packed together are not read, and the line says how to put that right."""
        (tmp_path / "November.ZIP").write_bytes(b"PK")
        (skipped,) = look_into(tmp_path).skipped

        assert skipped.may_be_a_form
        assert skipped.say("zh") == ".zip 压缩包，没有读；里面有填好的表就解压到这个文件夹"
        assert skipped.say("en") == "a .zip archive, not read; if it holds filled forms, unpack it into this folder"

    def test_links_and_what_cannot_be_opened_are_said(self, tmp_path: Path) -> None:
        """A link to a folder is not followed, one to nothing is refused; an empty folder is named."""
        copy(tmp_path / "in", "cases", "a", {"entries": [case("2026-11-02")]})
        (tmp_path / "in/empty").mkdir()
        (tmp_path / "in/away").symlink_to(tmp_path)
        (tmp_path / "in/gone.docx").symlink_to(tmp_path / "nothing")

        made = report(tmp_path / "in")

        assert [(each.name, each.say("en")) for each in made.skipped] == [
            ("away", "no file, or a link to somewhere else; not read")
        ]
        assert [(each.name, each.why.say("en")) for each in made.refused] == [("gone.docx", "there is no such file")]
        assert made.inside == {"empty": 0}
        assert made.account.files == 3


def test_one_number_that_was_printed_is_no_range() -> None:
    """Several are their first and last."""
    assert [came_back(printed, (), ()).say()[0].say("en") for printed in (("A-1",), ("A-1", "A-2", "A-3"))] == [
        "1 printed (A-1), 0 came back, 1 did not",
        "3 printed (A-1 to A-3), 0 came back, 3 did not",
    ]
