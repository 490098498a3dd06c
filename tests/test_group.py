"""Several servers behind the documented nginx on one database, while each part of it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.group import run
from tests.builds import Built


@pytest.mark.prove
def test_a_group_loses_nothing_while_its_parts_fail(built_library: Built, tmp_path: Path) -> None:
    """A third server joins, one is killed and comes back, an edition is switched, the database is restarted and away.

    Meanwhile no request fails that is sent again, and every question and vote that was taken is in the database; a vote
    is there once.
    """
    outcome = run(built_library.root, tmp_path, 12, ["投诉怎么处理", "红烧肉怎么做", "钥匙怎么借"], lambda _: None)

    assert (outcome.load.failed, outcome.lost, outcome.votes_twice) == ([], [], [])
    assert len(outcome.load.noted) > 20
    assert len(outcome.load.votes) > 20
