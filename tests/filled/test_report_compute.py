"""Forms worked out from filled copies of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from filled.filling import fill_form
from filled.report.compute import Worked, work_out
from filled.report.errors import WrongFormError
from filled.report.gather import gather
from filled.report.measures import shares
from filled.report.periods import Period
from filled.report.rows import When
from filled.report.serials import list_serials
from schemas.form import Form
from schemas.loader import load_library
from tests.filled import report_samples as samples
from tests.filled.report_samples import case, cases, copy
from tests.schemas.content import handbooks

TODAY = date(2026, 12, 10)


def worked(folder: Path, id_: str, period: str | None = "2026-11", lang: str = "zh") -> Worked:
    """The form *id_* worked out from the copies in *folder*."""
    view = samples.library().view(lang)
    forms = [samples.form(each, view) for each in samples.FORMS]
    batch = gather(view, folder, [entry.address for entry in forms])
    when = When(TODAY, Period.parse(period) if period else None)
    return work_out(view, samples.form(id_, view), batch.copies, when)


def causes(found: Worked, *columns: str) -> list[tuple[Any, ...]]:
    """Columns of the data of a Pareto chart, numbers as text."""
    return [tuple(str(row.get(column)) for column in columns) for row in found.values["causes"]]


def said(found: Worked, lang: str = "zh") -> list[str]:
    """The remarks in words."""
    return [remark.say(lang) for remark in found.remarks]


class TestGroups:
    """One row for each value of a field."""

    def test_the_data_of_a_pareto_chart(self, tmp_path: Path) -> None:
        """Most first, what there is no row for under «other», shares of N, classes by the cumulative share."""
        found = worked(cases(tmp_path), "cause-data")

        assert causes(found, "cause", "count", "share", "running", "cumulative", "class") == [
            ("维修", "9", "45.0", "9", "45.0", "a"),
            ("服务", "6", "30.0", "15", "75.0", "a"),
            ("收费", "3", "15.0", "18", "90.0", "b"),
            ("其他", "2", "10.0", "20", "100.0", "c"),
        ]
        assert said(found) == ["噪声并入“其他”：表上只有 4 行"]
        assert said(found, "en") == ["counted under '其他': 噪声 (rows on the form: 4)"]

    def test_fields_and_period_of_the_same_form(self, tmp_path: Path) -> None:
        """N is counted, sources are listed, the period is written into its fields."""
        head = worked(cases(tmp_path), "cause-data").values["head"]

        assert head == {
            "from": date(2026, 11, 1), "to": date(2026, 11, 30), "total": Decimal(20),
            "source": "2026-11—01、2026-11—02",
        }  # fmt: skip

    def test_names_in_the_language_of_the_form(self, tmp_path: Path) -> None:
        """Texts come from the view; what has no English stays Chinese."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01"), case("2026-11-02", None)]})

        assert causes(worked(tmp_path, "cause-data", lang="en"), "cause") == [("维修",), ("not filled in",)]

    def test_a_form_worked_out_from_one_that_is_worked_out_itself(self, tmp_path: Path) -> None:
        """Nobody filled in T-02, so it is worked out from T-01 first; what is said about it is handed on."""
        found = worked(cases(tmp_path), "cause-chart")

        assert causes(found, "cause", "count", "class") == causes(
            worked(tmp_path, "cause-data"), "cause", "count", "class"
        )
        assert found.values["head"]["total"] == Decimal(20)
        assert found.counted == {"data": 4}
        assert said(found) == ["噪声并入“其他”：表上只有 4 行"]

    def test_a_filled_copy_goes_before_a_form_that_could_be_worked_out(self, tmp_path: Path) -> None:
        """What a person filled in and signed counts."""
        rows = [{"cause": "漏水", "count": 3}, {"cause": "其他", "count": 5}]
        copy(cases(tmp_path), "cause-data", "made", {"causes": rows})

        found = worked(tmp_path, "cause-chart", None)

        assert causes(found, "cause", "count", "class") == [("漏水", "3", "a"), ("其他", "5", "c")]

    def test_the_first_cause_is_of_the_first_class_however_great(self, tmp_path: Path) -> None:
        """A cause that alone makes 90 % is not of class B."""
        rows = [case("2026-11-01")] * 9 + [case("2026-11-01", "fees")]
        copy(tmp_path, "cases", "a", {"entries": rows})

        assert causes(worked(tmp_path, "cause-data"), "cause", "cumulative", "class") == [
            ("维修", "90.0", "a"),
            ("收费", "100.0", "c"),
        ]

    def test_a_row_without_a_value_is_not_hidden(self, tmp_path: Path) -> None:
        """It stands under a name of its own, so that N is what was counted."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01"), case("2026-11-02", None)]})

        assert causes(worked(tmp_path, "cause-data"), "cause", "count") == [("维修", "1"), ("未填写", "1")]

    def test_a_row_without_a_value_may_have_a_name(self, tmp_path: Path) -> None:
        """As the form gives it; rows that were given that name by hand are of the same group."""
        data = samples.DATA.replace(
            "group: cases.kind\n      other: other", "group: cases.matter\n      nameless: 前台"
        )
        root = samples.make_root(tmp_path / "root", {**samples.FORMS, "cause-data": data})
        library = load_library(root).require()
        rows = [case("2026-11-01", matter=matter) for matter in ("前台", None, "漏水")]
        copy(tmp_path / "filled", "cases", "a", {"entries": rows})
        batch = gather(library, tmp_path / "filled", [samples.form("cases", library).address])

        found = work_out(
            library, samples.form("cause-data", library), batch.copies, When(TODAY, Period.parse("2026-11"))
        )

        assert causes(found, "cause", "count") == [("前台", "2"), ("漏水", "1")]

    def test_printed_shares_add_up_and_classes_are_exact(self, tmp_path: Path) -> None:
        """Three equal causes: what 33.3 each leaves goes to the first, and the second is at 66.7 together."""
        rows = [case("2026-11-01", kind) for kind in ("repair", "service", "fees")]
        copy(tmp_path, "cases", "a", {"entries": rows})

        assert causes(worked(tmp_path, "cause-data"), "share", "cumulative", "class") == [
            ("33.4", "33.4", "a"), ("33.3", "66.7", "a"), ("33.3", "100.0", "c"),
        ]  # fmt: skip


class TestShares:
    """Shares in percent as they are printed."""

    @pytest.mark.parametrize("counts", [(1, 1, 1), (11, 9, 7, 6, 5, 3, 2), (196, 40, 75), (1,), (5, 0, 0), (1,) * 7])
    def test_they_add_up_and_none_is_a_step_off(self, counts: tuple[int, ...]) -> None:
        """To 100 exactly, each less than a tenth from what it is."""
        parts = [Decimal(count) for count in counts]
        found = [share for share in shares(parts, 1) if share is not None]

        assert sum(found) == 100
        assert all(abs(one - part * 100 / sum(parts)) < Decimal("0.1") for one, part in zip(found, parts, strict=True))

    def test_of_nothing_there_are_none(self) -> None:
        """Not zero."""
        assert shares([Decimal(0), Decimal(0)], 1) == [None, None]


class TestSerials:
    """Numbers of sheets in a list."""

    @pytest.mark.parametrize(
        ("serials", "said"),
        [
            (
                [f"1 册 {page} 页" for page in (10, 2, 1, 3, 9, 12, 11)],
                "1 册 1 页 至 1 册 3 页、1 册 9 页 至 1 册 12 页",
            ),
            (["2026-11—02", "2026-11—01", "2026-12—03"], "2026-11—01、2026-11—02、2026-12—03"),
            (["b", "2", "a", "2"], "2、a、b"),
            (["2-1", "10-1", "1-2"], "1-2、2-1、10-1"),
        ],
    )
    def test_they_stand_by_number_and_in_runs(self, serials: list[str], said: str) -> None:
        """Page 2 before page 10; three or more that follow each other are one run."""
        assert list_serials(serials, "zh") == said


class TestPeriods:
    """Which rows belong to the time."""

    def test_without_a_period_the_whole_months_of_the_rows_count(self, tmp_path: Path) -> None:
        """From the first month to the last."""
        for day in ("2026-09-30", "2026-11-01"):
            copy(tmp_path, "cases", day, {"entries": [case(day)]})

        found = worked(tmp_path, "cause-data", None)

        assert found.period == Period(date(2026, 9, 1), date(2026, 11, 30))
        assert found.counted == {"cases": 2}

    def test_without_a_period_a_sheet_says_of_which_month_its_rows_are(self, tmp_path: Path) -> None:
        """A row of another month, or of 2062, does not stretch the time; it does not count."""
        rows = [case("2026-11-03"), case("2062-11-03"), case("2026-10-31")]
        copy(tmp_path, "cases", "a", {"head": {"month": "2026-11"}, "entries": rows})

        found = worked(tmp_path, "cause-data", None)

        assert found.period == Period(date(2026, 11, 1), date(2026, 11, 30))
        assert found.counted == {"cases": 1}

    def test_a_chart_takes_the_period_of_its_data(self, tmp_path: Path) -> None:
        """Its source has no date of its own; the form that the source is worked out from has."""
        assert worked(cases(tmp_path), "cause-chart", None).period == Period(date(2026, 11, 1), date(2026, 11, 30))

    def test_rows_without_a_date_are_said(self, tmp_path: Path) -> None:
        """They are not counted, and nobody has to find that out."""
        copy(tmp_path, "cases", "a", {"entries": [case("2026-11-01"), {"room": "1-102", "kind": "fees"}]})

        found = worked(tmp_path, "cause-data")

        assert found.counted == {"cases": 1}
        assert said(found) == ["T-01 有 1 行没有填“受理时间”，不知道是不是本期，没有算进去"]
        assert said(found, "en") == ["T-01: 1 row without '受理时间', so nobody knows of which period; not counted"]

    def test_a_source_without_copies_is_said(self, tmp_path: Path) -> None:
        """Its part counts as nothing."""
        assert said(worked(tmp_path, "cause-data")) == ["没有 T-01 的填好的表，这一部分按没有算"]
        assert said(worked(tmp_path, "cause-data"), "en") == ["there is no filled copy of T-01; it counts as nothing"]


def answers(serial: int, manner: str, speed: str, repair: str | None, **who: str) -> dict[str, Any]:
    """A filled questionnaire."""
    ratings = {"manner": manner, "speed": speed, **({"repair": repair} if repair else {})}
    return {"who": {"serial": f"{serial:02}", "day": "2026-11-05", "valid": "valid", **who}, "ratings": ratings}


class TestRatings:
    """A summary of questionnaires."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Five questionnaires, one of them not valid; six handed out, five returned; last month's summary."""
        papers = [
            answers(1, "good", "good", "bad"), answers(2, "good", "fair", "none"), answers(3, "fair", "bad", None),
            answers(4, "good", "good", "good"), answers(5, "bad", "bad", "bad", valid="invalid"),
        ]  # fmt: skip
        for number, paper in enumerate(papers, 1):
            copy(tmp_path, "questions", f"q{number}", paper)
        log = [
            {"room": f"1-10{n}", "sent": "2026-11-01", **({"back": "2026-11-06"} if n < 6 else {})} for n in range(1, 7)
        ]
        copy(tmp_path, "hand-outs", "log", {"log": log})
        for month, rate in (("2026-10-31", "55.5"), ("2026-09-30", "11.1")):
            copy(tmp_path, "survey-summary", month, {"head": {"to": month}, "result": {"rate": rate}})
        return tmp_path

    def test_items_by_grades(self, folder: Path) -> None:
        """Each point is counted, 未接触 apart; a group and all items together have rows of their own."""
        rows = worked(folder, "survey-summary").values["items"]

        assert {row: [str(cells[column]) for column in cells] for row, cells in rows.items()} == {
            # satisfied, fair, bad, no contact, rated, rate
            "manner": ["3", "1", "0", "0", "4", "75.0"],
            "speed": ["2", "1", "1", "0", "4", "50.0"],
            "repair": ["1", "0", "1", "1", "2", "50.0"],
            "desk": ["5", "2", "1", "0", "8", "62.5"],
            "all": ["6", "2", "2", "1", "10", "60.0"],
        }

    def test_the_rate_with_its_working(self, folder: Path) -> None:
        """What a reader can check, the rate of the last period from its own filled copy, and the line of the chart."""
        assert worked(folder, "survey-summary").values["result"] == {
            "rate": Decimal("60.0"), "working": "6 ÷ 10 × 100% = 60.0%", "before": Decimal("55.5"),
            "target": Decimal(60),
        }  # fmt: skip

    def test_numbers_that_do_not_agree_are_said(self, folder: Path) -> None:
        """Five returned, four valid questionnaires."""
        found = worked(folder, "survey-summary")

        assert found.values["head"] == {
            "period": "2026 年 11 月", "to": date(2026, 11, 30), "sent": Decimal(6), "returned": Decimal(5),
            "read": Decimal(4), "return-rate": Decimal("83.3"),
        }  # fmt: skip
        assert said(found) == ["对不上：回收记录与问卷（回收 5、交来 4）"]
        assert said(found, "en") == ["this does not agree: 回收记录与问卷 (回收 5、交来 4)"]

    def test_a_rate_of_nothing_is_blank(self, tmp_path: Path) -> None:
        """Nobody had contact with the repairs: no rate, and no zero either."""
        copy(tmp_path, "questions", "q", answers(1, "good", "good", "none"))

        repair = worked(tmp_path, "survey-summary").values["items"]["repair"]

        assert "rate" not in repair
        assert repair["none"] == Decimal(1)


def move(day: str, room: str, way: str, kind: str) -> dict[str, str]:
    """A row of the register of moves."""
    return {"day": f"2026-{day}", "room": room, "way": way, "kind": kind}


class TestCells:
    """Monthly statistics: columns of measures, rows of conditions."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Moves of October and November, and the statistics of October."""
        moves = [
            move("10-05", "1-1", "in", "owner"), move("11-02", "1-2", "in", "owner"),
            move("11-03", "2-9", "out", "tenant"), move("11-04", "2-8", "out", "owner"),
            move("11-05", "3-1", "in", "shop"), move("11-06", "3-2", "in", "office"),
            move("11-07", "1-2", "out", "owner"),
        ]  # fmt: skip
        copy(tmp_path, "moves", "m", {"moves": moves})
        before = {"owner": {"now": 10}, "tenant": {"now": 4}, "business": {"now": 0}, "all": {"now": 14}}
        copy(tmp_path, "monthly", "before", {"head": {"month": "2026-10"}, "homes": before})
        return tmp_path

    def cells(self, found: Worked) -> Mapping[str, list[str]]:
        """The matrix by row: last, in, out, now, growth."""
        columns = ("last", "in", "out", "now", "growth")
        return {row: [str(cells.get(column)) for column in columns] for row, cells in found.values["homes"].items()}

    def test_last_month_carried_forward_and_moves_counted(self, folder: Path) -> None:
        """Rows by the value of a field or by conditions of their own; the last row adds up, and its rate is its own."""
        assert self.cells(worked(folder, "monthly")) == {
            "owner": ["10", "1", "2", "9", "10.0"],
            "tenant": ["4", "0", "1", "3", "0.0"],
            "business": ["0", "2", "0", "2", "None"],
            "all": ["14", "3", "3", "14", "21.4"],
        }

    def test_without_last_month_nothing_is_carried_and_no_half_sum_written(self, folder: Path) -> None:
        """What depends on it stays blank for a person; the rest is counted."""
        (folder / "before.docx").unlink()

        found = worked(folder, "monthly")

        assert self.cells(found)["owner"] == ["None", "1", "2", "None", "None"]
        assert self.cells(found)["all"] == ["None", "3", "3", "None", "None"]
        assert said(found)[-1] == "没有上期的 T-08，取自上期的栏空着，由填表人填写"

    def test_the_month_is_written(self, folder: Path) -> None:
        """Into the field of the form that says it; of each room only the newest move counts for the stock."""
        assert worked(folder, "monthly").values["head"] == {"month": "2026-11", "homes": Decimal(3)}

    def test_rows_repeated_in_order(self, folder: Path) -> None:
        """The rows that fulfil a condition, by a field, choices in words."""
        assert worked(folder, "monthly").values["gone"] == (
            {"room": "1-2", "kind": "业主"}, {"room": "2-8", "kind": "业主"}, {"room": "2-9", "kind": "租户"},
        )  # fmt: skip

    def test_rooms_that_come_twice_are_said(self, folder: Path) -> None:
        """One room moved in and out again."""
        found = worked(folder, "monthly")

        assert said(found) == ["T-07 有 1 行与较新的“房号”相同，只算较新的"]
        assert said(found, "en") == ["T-07: 1 row with the same '房号' as a newer one; only the newer counts"]


class TestWrong:
    """A form whose `computed_from` names what is not there."""

    def test_it_is_not_worked_out(self, tmp_path: Path) -> None:
        """The first finding of `handbook check` is the error."""
        text = samples.DATA.replace("{count: cases}", "{count: case}")
        root = samples.make_root(tmp_path / "root", {**samples.FORMS, "cause-data": text})
        library = load_library(root).require()
        line = text[: text.index("{count: case}")].count("\n") + 1

        with pytest.raises(WrongFormError) as error:
            work_out(library, samples.form("cause-data", library), {}, When(TODAY))

        assert error.value.say("en") == (
            f"handbook/greentown-after-sales/forms/cause-data.yaml:{line}:25: there is no 'case' to point at here. "
            "Did you mean 'cases'? The ids are: cases."
        )

    def test_a_form_that_is_not_computed_is_a_mistake_of_the_caller(self) -> None:
        """So is a record of another kind."""
        with pytest.raises(TypeError, match="is not worked out"):
            work_out(samples.library(), samples.form("cases"), {}, When(TODAY))

    def test_a_circle_of_forms_ends(self, tmp_path: Path) -> None:
        """A form that comes to be a source of itself is not worked out again."""
        circle = samples.CASES + (
            "computed_from:\n  sources: {data: {form: T-02, rows: causes}}\n  lists:\n"
            "    entries: {of: data, columns: {matter: cause}}\n"
        )
        root = samples.make_root(tmp_path / "root", {**samples.FORMS, "cases": circle})
        library = load_library(root).require()

        found = work_out(library, samples.form("cause-data", library), {}, When(TODAY))

        assert replace(found, remarks=()).values["head"] == {"total": Decimal(0)}


class TestHandbook:
    """The forms of the handbook itself."""

    def test_every_one_can_be_worked_out_from_nothing(self) -> None:
        """Zeros where something is counted, blanks where nothing is known, never an error."""
        library = handbooks()
        computed = [e for e in library.of_kind("forms") if isinstance(e.record, Form) and e.record.computed_from]

        assert [
            str(entry.record.code) for entry in computed if not work_out(library, entry, {}, When(TODAY)).values
        ] == []
        assert {"GT-R-KF-03", "GT-R-KF-04", "GT-R-KF-05", "GT-R-KF-31", "GT-R-KF-34", "GT-R-KF-35"} <= {
            str(entry.record.code) for entry in computed
        }

    def test_the_pareto_chart_of_a_month_of_complaints(self, tmp_path: Path) -> None:
        """From the register that the front desk keeps; feedback in it is no complaint."""
        library = handbooks()
        register, chart = (library.find(code, samples.HANDBOOK) for code in ("GT-R-KF-26", "GT-R-KF-35"))
        assert register is not None
        assert chart is not None
        rows = [
            {"received": "2026-11-02 09:00", "kind": "complaint", "category": category}
            for category in ["repair"] * 6 + ["fees"] * 3 + ["other"]
        ]
        rows[-1:-1] = [{"received": "2026-11-03 09:00", "kind": "feedback", "category": "service"}]
        values = {"head": {"month": "2026-11", "book": "2026-11—01"}, "entries": rows}
        (tmp_path / "a.docx").write_bytes(fill_form(library, register, values))
        batch = gather(library, tmp_path, [register.address])

        found = work_out(library, chart, batch.copies, When(TODAY, Period.parse("2026-11")))

        assert causes(found, "cause", "count", "cumulative", "class") == [
            ("维修", "6", "60.0", "a"), ("收费", "3", "90.0", "b"), ("其他", "1", "100.0", "c"),
        ]  # fmt: skip
