"""`handbook build --only forms` on a copy of the project's own handbooks."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.commands.calling import handbook
from tests.schemas.content import KEYS, Content

ROOT = Path(__file__).parents[2]


def test_a_changed_field_changes_its_form_only(tmp_path: Path) -> None:
    """A field that is renamed changes the files of its form, both variants in both languages, and the listing."""
    shutil.copytree(ROOT / "handbook", tmp_path / "handbook")
    assert handbook("build", "--only", "forms", root=tmp_path).code == 0
    before = _files(tmp_path)
    Content(tmp_path).change(KEYS, "{id: borrower, title: 借用人", "{id: borrower, title: 借钥匙的人")

    said = handbook("build", "--only", "forms", root=tmp_path)

    after = _files(tmp_path)
    assert said.code == 0, said.err
    assert before.keys() == after.keys()
    stem = "greentown-after-sales/GT-R-KF-13-key-loan-register"
    changed = {name for name, content in after.items() if before[name] != content}
    assert changed >= {f"{stem}{kind}.docx" for kind in ("", "-blank", ".en", "-blank.en")}
    assert {name for name in changed if not name.startswith(stem)} == {"forms.json"}


def _files(root: Path) -> dict[str, bytes]:
    forms = root / "build" / "forms"
    return {path.relative_to(forms).as_posix(): path.read_bytes() for path in forms.rglob("*") if path.is_file()}
