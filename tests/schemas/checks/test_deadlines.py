"""A promised time is extended to more than it is."""

from __future__ import annotations

import pytest

from tests.schemas.content import POLICY, Content


@pytest.mark.parametrize(("to", "found"), [("1 小时", False), ("31 分钟", False), ("30 分钟", True), ("20 分钟", True)])
def test_a_commitment_is_extended_to_more_than_it_is(content: Content, to: str, found: bool) -> None:
    """As the time of a step is: what is extended counts from the beginning."""
    place = content.put(POLICY, "extend: {to: ~1 小时~,", to)

    assert [title.partition(": ")[0] for title in content.titles()] == ([place] if found else [])
    assert all(title.endswith("[extension-no-longer]") for title in content.titles())
