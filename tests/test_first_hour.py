"""`docs/first-hour.md` is true: from an empty folder to one's own procedure, form and English, to the letter."""

from __future__ import annotations

import re
from pathlib import Path

from tests.first_hour import PAGE, follow, type_here


def uncounted(answer: str) -> str:
    """An answer without how many files a build wrote: the site has one more whenever it is given a script."""
    return re.sub(r"^(\S+: )\d+, 更新 \d+，删除 \d+$", r"\1…", answer, flags=re.MULTILINE)


def test_the_first_hour_goes_as_its_page_says(tmp_path: Path) -> None:
    """Every command answers what stands there; what comes of it is on the pages, in both languages, and is clean.

    Where answers have changed for good, `python -m tests.first_hour` writes them into the page.
    """
    for block, said in follow(PAGE.read_text("utf-8"), tmp_path, type_here):
        assert uncounted(said) == uncounted(block.text)

    root = tmp_path / "my-desk"
    page = (root / "build/site/service-desk/procedures/lost-property.html").read_text("utf-8")
    assert "失物招领" in page
    assert "KF-02" in page
    assert (root / "build/forms/service-desk/KF-02-lost-property.docx").is_file()
    assert [file.name for file in tmp_path.iterdir()] == ["my-desk"]
