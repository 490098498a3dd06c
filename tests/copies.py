"""Libraries that are n times as large as one that is there, to see how whatever is measured grows with them.

They grow in two ways: by more handbooks, and by more procedures of one handbook on the same roles and forms. What comes
out is the same every time, and as free of errors as the library it was made from.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

from schemas.catalogue import catalogue_path

_TITLE: Final = re.compile("^title: .+", re.MULTILINE)
_FORMERLY: Final = re.compile(r"^formerly:.*\n(?:[ -].*\n)*", re.MULTILINE)
"""Addresses that a record had before it was renamed: a copy had none."""


def more_handbooks(root: Path, target: Path, times: int) -> Path:
    """Copy the library of *root* to *target*, each handbook *times* over: `desk`, `desk-2`, `desk-3` and so on.

    A copy refers to copies of the same number.

    Returns:
        *target*, which must not hold a library yet.
    """
    content = _copy(root, target)
    folders = sorted(path.parent for path in content.glob("*/handbook.yaml"))
    names = re.compile(rf"(?<![\w/-])({'|'.join(folder.name for folder in folders)})(?=/)")
    for number in range(2, times + 1):
        for folder in folders:
            _copy_handbook(folder, folder.with_name(f"{folder.name}-{number}"), names, number)
    return target


def more_procedures(root: Path, target: Path, times: int) -> Path:
    """Copy the library of *root* to *target*, with each procedure *times* over in its own handbook and chapter.

    A copy has an id, a code and a title of its own; the roles and forms it names are those of the first.

    Returns:
        *target*, which must not hold a library yet.
    """
    for path in sorted(_copy(root, target).glob("*/procedures/*.yaml")):
        _copy_procedure(path, times)
    return target


def _copy(root: Path, target: Path) -> Path:
    """Copy what a build reads; what it has made stays behind."""
    for name in ("handbook", "site"):
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name)
    if (root / "mkdocs.yml").is_file():
        shutil.copy(root / "mkdocs.yml", target)
    return target / "handbook"


def _copy_handbook(folder: Path, copy: Path, names: re.Pattern[str], number: int) -> None:
    shutil.copytree(folder, copy)
    for path in sorted([*copy.rglob("*.yaml"), *copy.rglob("*.po")]):
        text = path.read_text("utf-8")
        if path.name == "handbook.yaml":
            text = re.sub(r"^(title|short): .+", rf"\g<0>（{number}）", text, flags=re.MULTILINE)
        if path.name == "en.po":
            text = _renumbered(text, "handbook#(?:title|short)", number)
        path.write_text(names.sub(rf"\1-{number}", text), "utf-8")


def _copy_procedure(path: Path, times: int) -> None:
    """Write the copies of a procedure into its folder and chapter, and their English."""
    text, address = _FORMERLY.sub("", path.read_text("utf-8")), f"procedures/{path.stem}"
    code = next(iter(re.findall(r"^code: (\S+)$", text, re.MULTILINE)), "")
    catalogue = catalogue_path(path)
    names = re.compile(rf"(?<![\w/.-])(?:{re.escape(address)}|{re.escape(code or address)})(?![\w-])")
    copies = [f"{address}-{number}" for number in range(2, times + 1)]
    _put_in_chapter(path.parents[1] / "handbook.yaml", names, copies)
    for number, copy in enumerate(copies, 2):
        text_of_copy = _TITLE.sub(rf"\g<0>（{number}）", names.sub(rf"\g<0>-{number}", text))
        path.with_name(f"{copy.partition('/')[2]}.yaml").write_text(text_of_copy, "utf-8")
        if catalogue.exists():
            english = _renumbered(catalogue.read_text("utf-8"), f"{address}#title", number)
            catalogue.with_stem(f"{path.stem}-{number}").write_text(names.sub(rf"\g<0>-{number}", english), "utf-8")


def _put_in_chapter(book: Path, names: re.Pattern[str], copies: list[str]) -> None:
    """List *copies* behind the record that *names* finds in the chapters of a title page."""
    text = book.read_text("utf-8")
    match = names.search(text)
    assert match is not None, f"{book} lists none of {names.pattern}"
    start = text.rfind("\n", 0, match.start()) + 1
    is_block = text[start : match.start()].strip() == "-"
    between = f"\n{text[start : match.start()]}" if is_block else ", "
    book.write_text(text[: match.end()] + "".join(between + copy for copy in copies) + text[match.end() :], "utf-8")


def _renumbered(catalogue: str, address: str, number: int) -> str:
    """A catalogue in which the texts at *address* are numbered as those of a copy are."""
    return re.sub(
        rf'^(msgctxt "{address}"\nmsgid ".+)"\n(msgstr ".+)"$',
        rf'\1（{number}）"\n\2（{number}）"', catalogue, flags=re.MULTILINE,
    )  # fmt: skip
