"""Ids, codes and former addresses: each means one thing."""

from __future__ import annotations

import pytest

from tests.schemas.content import (
    BOOK,
    COMPLAINTS,
    GUIDE,
    KEYS,
    POLICY,
    REGISTER,
    SETTINGS,
    SURVEY,
    TERMS,
    TITLE_PAGE,
    Content,
)


class TestCodes:
    """A code is printed on one document of a handbook."""

    def test_two_records_with_one_code_are_named_together(self, content: Content) -> None:
        """The second is pointed at, the first is named, and references to the code still mean the first."""
        place = content.put(KEYS, "title: 钥匙借用登记表\ncode: ~GT-R-KF-13~", "GT-R-KF-26")
        said = [line for line in content.check("zh") if line.startswith(f"{KEYS}:2:")]

        assert said[0] == (
            f"{place}: 错误: 编号 GT-R-KF-26 已经用在 {REGISTER} [duplicate-code]\n    换一个编号，或者合成一条记录。"
        )
        found = content.library().find("GT-R-KF-26", "greentown-after-sales")
        assert found is not None
        assert found.path.as_posix() == REGISTER

    def test_another_handbook_may_use_the_same_code(self, content: Content) -> None:
        """Codes are unique in a handbook, not in the library."""
        content.change("handbook/call-scripts/troubleshooting/no-sound.yaml", "title: 通话没有声音\n",
                       "title: 通话没有声音\ncode: GT-BF-KF-001\n")  # fmt: skip

        assert content.check() == []

    def test_a_placeholder_may_be_shared(self, content: Content) -> None:
        """GT-R-XX-XX stands on several forms of the original."""
        content.change(KEYS, "title: 钥匙借用登记表\ncode: GT-R-KF-13", "title: 钥匙借用登记表\ncode: GT-R-XX-XX")
        content.change(SURVEY, "title: 业主意见征询表\ncode: GT-R-KF-28", "title: 业主意见征询表\ncode: GT-R-XX-XX")

        assert not [line for line in content.titles() if "duplicate-code" in line]


class TestIds:
    """An id is given once."""

    @pytest.mark.parametrize(
        ("path", "marked", "new", "first"),
        [
            (COMPLAINTS, "- id: ~answer-now~", "receive", "receive"),
            (COMPLAINTS, "- id: ~monthly-analysis~", "grade", "grade"),
            (KEYS, "id: ~note~\n      style", "head", "head"),
            (KEYS, "{id: ~qty~, title", "room", "room"),
            (POLICY, '{no: "~2.1~", text', "1.1", "1.1"),
            (POLICY, "{id: ~key-copy~, item", "first-call", "first-call"),
            (SURVEY, "{id: ~repairs~, title", "service", "service"),
            (TITLE_PAGE, "- {id: ~courses~, title", "posts", "posts"),
            (TITLE_PAGE, "- {id: ~desk~, title", "centre", "centre"),
            (SETTINGS, "- {id: ~phone~, title", "complaint", "complaint"),
            (TERMS, "- id: ~resident~", "complaint", "complaint"),
        ],
    )
    def test_an_id_used_twice_names_the_first(
        self, content: Content, path: str, marked: str, new: str, first: str
    ) -> None:
        """Steps and periodic work, articles and commitments share their addresses; fields only their block."""
        before = content.read(path)
        line = before[: before.index(f"id: {first}" if f"id: {first}" in before else f'no: "{first}"')].count("\n") + 1
        place = content.put(path, marked, new).rpartition(":")[0]
        said = [said for said in content.check("zh") if "duplicate-id" in said]

        assert len(said) == 1
        assert said[0].startswith(f"{place}:")
        assert said[0].endswith(f"错误: “{new}”用了两次，第一次在第 {line} 行 [duplicate-id]\n    各用一个编号。")

    def test_different_blocks_may_have_fields_of_one_name(self, content: Content) -> None:
        """A telephone number may be asked for in two blocks."""
        content.change(SURVEY, "{id: serial, title: 问卷编号", "{id: until, title: 问卷编号")

        assert content.check() == []


class TestFormerAddresses:
    """A former address leads to one record, and no longer is one."""

    def test_one_that_is_a_record_again_is_named(self, content: Content) -> None:
        """A new record under the old address would take its links."""
        content.write(
            f"{BOOK}/procedures/complaints.yaml", content.read(COMPLAINTS).replace("GT-BF-KF-001\nsou", "Q-1\nsou")
        )
        said = [line for line in content.check("zh") if line.startswith(f"{COMPLAINTS}:") and "formerly" in line]

        place = content.place(COMPLAINTS, "procedures/complaints")

        assert said == [
            f"{place}: 错误: 旧地址 procedures/complaints 现在就有记录在用 [formerly-taken]\n    删掉这一项。"
        ]

    def test_one_that_two_records_claim_is_named(self, content: Content) -> None:
        """A printed QR code can lead to one page only."""
        content.change(GUIDE, 'edition: "1"', 'edition: "1"\nformerly: [greentown-after-sales/procedures/complaints]')
        place = content.place(GUIDE, "greentown-after-sales/procedures/complaints")

        assert content.titles("zh") == [
            f"{place}: 错误: 旧地址 greentown-after-sales/procedures/complaints 也写在 {COMPLAINTS} [formerly-shared]"
        ]
