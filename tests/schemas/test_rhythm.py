"""How often recurring work comes round, read from the beginning of what its author wrote."""

from __future__ import annotations

import pytest

from schemas.rhythm import Rhythm, rhythm


@pytest.mark.parametrize(
    ("every", "comes"),
    [
        ("每天 8:00", "day"), ("每班交班前", "day"), ("每个工作日 17:30", "day"), ("每个营业日开门前", "day"),
        ("每夜 0:00—5:00 不定时 2 次", "day"), ("每晚闭店", "day"), ("每 2 小时", "day"), ("工作日 9:00 前", "day"),
        ("每周一", "week"), ("每个周末，法定节假日前最后一个工作日", "week"), ("每两周", "week"),
        ("周五下班前", "week"),
        ("每月 5 日前", "month"), ("每月最后一个工作日", "month"), ("每隔两个月", "month"), ("月末", "month"),
        ("每季度第 1 个月 10 日前", "year"), ("每半年 1 次", "year"), ("每年 11 月", "year"), ("季度末", "year"),
        ("收到建议、询问、表扬的当日", "occasion"), ("每次动火前", "occasion"), ("公示后 3 个月", "occasion"),
    ],
)  # fmt: skip
def test_how_often_comes_before_when(every: str, comes: Rhythm) -> None:
    """«Every quarter, by the 10th of its first month» is quarterly; what no calendar brings comes as it comes."""
    assert rhythm(every) == comes
