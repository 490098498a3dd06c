"""The scripts and styles of the site, joined."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators.assets import site_assets
from schemas.findings import HandbookError

DOCS = Path(__file__).parents[2] / "site" / "docs"


def test_a_missing_script_is_named(tmp_path: Path) -> None:
    """A folder `site/` that is older than the program has not every script: the first that is missing is named."""
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    missing = docs / "assets" / "texts.js"
    missing.unlink()

    with pytest.raises(HandbookError) as caught:
        site_assets(docs)

    assert caught.value.say("en") == (
        f"there is no {missing}, so the site cannot be built; copy the whole folder site/ that comes with the program "
        "here, then build again"
    )
    assert caught.value.say("zh") == (
        f"没有 {missing}，网站做不出来；把程序自带的 site/ 文件夹整个复制过来，再生成一次"
    )
