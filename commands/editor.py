"""`handbook editor`: what an editor needs to complete the ids of this library and to mark mistakes while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from commands import context
from schemas.findings import HandbookError
from schemas.json_schema import BUILT, SETTINGS, library_schemas, library_settings
from schemas.library import Library
from schemas.messages import Requests


def editor() -> None:
    """Let an editor complete the ids of this library and mark mistakes while one types.

    For VS Code with the extension YAML (redhat.vscode-yaml). What is added later is known to it after the next build.

    Example: `handbook editor`
    """
    library = context.load().library or context.library()
    settings = library.root / SETTINGS
    merged = {**_standing(settings), **library_settings(library)}
    schemas = library_schemas(library)
    content = json.dumps(merged, ensure_ascii=False, indent=2) + "\n"
    context.write_outputs({settings: content.encode(), **_under(library.root, schemas)})
    context.out.print(
        context.say(
            "写好了 {settings} 和 {schemas} 里的 {number} 份格式说明；在 VS Code 里打开这个文件夹，装 YAML 扩展。",
            "Wrote {settings} and {number} schemas in {schemas}; open this folder in VS Code with the extension YAML.",
            settings=SETTINGS, schemas=BUILT, number=len(schemas),
        ),
        markup=False,
    )  # fmt: skip


def renew_schemas(library: Library) -> None:
    """Bring the schemas up to date with *library*, if its author has asked for them once."""
    if (library.root / BUILT).is_dir():
        files = _under(library.root, library_schemas(library))
        changed = {path: content for path, content in files.items() if not _has(path, content)}
        if changed:
            context.write_outputs(changed)


def _under(root: Path, files: dict[str, str]) -> dict[Path, bytes]:
    return {root / path: content.encode() for path, content in files.items()}


def _has(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _standing(path: Path) -> dict[str, Any]:
    """The settings that are there already, of which all others stay."""
    try:
        found = json.loads(path.read_text("utf-8")) if path.exists() else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise HandbookError(Requests.SETTINGS_UNCLEAR, path=SETTINGS)
    return found
