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
        f"there is no {missing}, so the site cannot be built. If the library has a folder site/, move it away, and "
        "that of the program is used; if it has none, install the program again."
    )
    assert caught.value.say("zh") == (
        f"没有 {missing}，网站做不出来。手册的文件夹里有 site/ 的，把它移走，就用程序自带的；没有的，重新安装本程序。"
    )
