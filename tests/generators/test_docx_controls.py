"""Content controls: what they are called, which kind they are, and that reading them back is possible."""

from __future__ import annotations

import re

from schemas.control_names import bookmark, tag
from tests.generators import docx_samples as samples


class TestNames:
    def test_tag_is_the_path_of_ids(self) -> None:
        """A tag is the ids from block to choice with dots between."""
        tags = samples.tags(samples.build("everything"))

        assert {
            "lead.from", "lead.way.cash", "head.room", "head.works.floor", "head.money.words", "readings.gas.before",
            "checks.wet.bath.ok", "checks.wet.bath.remark", "service.desk.speed.none", "papers.plan",
            "papers.other.what",
            "consent.sensitive", "rules.agree", "approval.desk.decision.pass", "approval.centre.opinion",
            "approval.owner.signed.date", "signed.third", "signed.third.date", "seal.date", "receipt.received",
            "receipt.refused", "receipt.witness-3", "receipt.delivered.date",
        } <= set(tags)  # fmt: skip

    def test_tag_has_no_row(self) -> None:
        """A register's tag is the same in every row, so that an added row is read like the others."""
        tags = samples.tags(samples.build("everything"))

        assert tags.count("workers.name") == 4

    def test_bookmark_has_the_row(self) -> None:
        """The bookmark around a register's control counts its row from 1."""
        document = samples.part(samples.build("everything"))

        assert [f"f_workers__name__{row}" for row in range(1, 5)] == re.findall(r'"(f_workers__name__\d+)"', document)

    def test_every_control_has_its_bookmark(self) -> None:
        """A bookmark starts right before each control and ends right after it."""
        document = samples.part(samples.build("everything"))
        started = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="f_\w+"/><w:sdt>', document)
        ended = re.findall(r'</w:sdt><w:bookmarkEnd w:id="(\d+)"/>', document)
        assert started == ended
        assert len(started) == len(samples.tags(samples.build("everything"))) - document.count(
            "<w15:repeatingSection/>"
        )

    def test_long_names(self) -> None:
        """A tag keeps to 64 characters, a bookmark to 40; what is cut off still tells two names apart."""
        one, other = ("block", "x" * 80 + "-a"), ("block", "x" * 80 + "-b")

        assert [len(tag(one)), len(tag(other))] == [64, 64]
        assert [len(bookmark(one, 12)), len(bookmark(other, 12))] == [40, 40]
        assert tag(one) != tag(other)
        assert bookmark(one, 1) != bookmark(other, 1)
        assert bookmark(one, 1) != bookmark(one, 2)

    def test_bookmarks_differ_where_names_meet(self) -> None:
        """Two paths that would have one bookmark get two."""
        blocks = (
            "  - grid: {id: a--b, fields: [{id: c, title: 一}]}\n"
            "  - matrix: {id: a, rows: {b: 行}, columns: [{id: c, title: 二}]}\n"
        )
        names = re.findall(r'w:name="(f_[^"]*)"', samples.part(samples.build_text(blocks, "fill")))

        assert 2 == len(set(names)) == len(names)

    def test_numbers_start_anew(self) -> None:
        """The ids of controls start at the same number in every document."""
        assert 'w:id w:val="100001"' in samples.part(samples.build("slip"))
        assert 'w:id w:val="100001"' in samples.part(samples.build("everything"))

    def test_label(self) -> None:
        """The title of a control is the label of its field."""
        assert '<w:alias w:val="身份证号"/>' in samples.control(samples.build("everything"), "head.id-no")


class TestKinds:
    def test_text_is_rich(self) -> None:
        """A text control is a rich one, because LibreOffice 7.4 writes plain ones twice."""
        assert "<w:text" not in samples.part(samples.build("everything"))

    def test_date(self) -> None:
        """Dates, months and moments are date pickers, each with its own format."""
        docx = samples.build("everything")
        formats = [
            re.findall(r'dateFormat w:val="([^"]*)"', samples.control(docx, f"head.{id_}"))
            for id_ in ("day", "month", "moment")
        ]

        assert formats == [["yyyy-MM-dd"], ["yyyy-MM"], ["yyyy-MM-dd HH:mm"]]

    def test_few_choices_are_boxes(self) -> None:
        """A choice of a few short answers has a box for each."""
        assert "w14:checkbox" in samples.control(samples.build("everything"), "head.way.firm")

    def test_many_choices_are_a_list(self) -> None:
        """A choice of many answers is a list that gives the id of the one chosen."""
        control = samples.control(samples.build("everything"), "head.grade")

        assert '<w:listItem w:displayText="甲级" w:value="a"/>' in control
        assert control.count("<w:listItem ") == 7

    def test_value_given_beforehand(self) -> None:
        """A field filled in beforehand holds the project's value, not a hint."""
        control = samples.control(samples.build("everything"), "head.project")

        assert "示范园区" in control
        assert "showingPlcHdr" not in control

    def test_hint(self) -> None:
        """An empty control shows the author's hint where there is one, else the range or what the type wants."""
        docx = samples.build("everything")

        assert "如 &lt;2026&gt;&amp;01" in samples.control(docx, "head.serial")
        assert "1–500" in samples.control(docx, "head.area")
        assert "电话号码" in samples.control(docx, "head.phone")

    def test_hints_in_the_first_row_only(self) -> None:
        """A register shows hints in its first row; below, controls are as blank as paper."""
        document = samples.part(samples.build("everything"))

        assert (
            document.count("证件号码</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd")
            - document.count('w:tag w:val="head.id-no"')
            == 1
        )

    def test_rows_repeat(self) -> None:
        """The rows of a register are a repeating section of items, so that Word offers to add one."""
        document = samples.part(samples.build("everything"))

        assert document.count("<w15:repeatingSection/>") == 1
        assert document.count("<w15:repeatingSectionItem/>") == 4

    def test_lock(self) -> None:
        """A control cannot be deleted, but in a register's row, which can be taken away whole."""
        docx = samples.build("everything")

        assert "sdtLocked" in samples.control(docx, "head.room")
        assert "sdtLocked" not in samples.control(docx, "workers.name")
