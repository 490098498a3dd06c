"""What lies in a folder: files that may be filled forms, and what every other one is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filled.reading import is_form_file
from filled.reading.refusals import Refusal, RefusedError
from schemas import disk
from schemas.findings import HandbookError
from schemas.words import Bilingual, Named


class SkipRule(Named):
    """Why a file is not even opened; `{ending}` is how its name ends."""

    wording: Bilingual

    LOCK = (
        "lock",
        Bilingual(
            "文字处理软件的锁定文件（有人正开着那份表），不是表",
            "a lock file of a word processor (somebody has that form open), and no form",
        ),
    )
    HIDDEN = "hidden", Bilingual("隐藏文件，不是表", "a hidden file, and no form")
    OTHER_WORD = (
        "other-word",
        Bilingual(
            "{ending} 文件，没有读；是填好的表就用 Word 或 WPS 另存为 .docx",
            "a {ending} file, not read; if it is a filled form, save it as .docx in Word or WPS",
        ),
    )
    PICTURE = (
        "picture",
        Bilingual(
            "{ending} 文件，没有读；是填好的表就交 .docx 原件，没有原件的照着再填一份",
            "a {ending} file, not read; if it is a filled form, hand in its .docx, or fill one in from it",
        ),
    )
    ARCHIVE = (
        "archive",
        Bilingual(
            "{ending} 压缩包，没有读；里面有填好的表就解压到这个文件夹",
            "a {ending} archive, not read; if it holds filled forms, unpack it into this folder",
        ),
    )
    OTHER_TYPE = (
        "other-type",
        Bilingual("不是 .docx（{ending}），没有读", "no .docx ({ending}), not read"),
    )
    NO_ENDING = "no-ending", Bilingual("文件名没有结尾，没有读", "its name has no ending; not read")
    NO_FILE = (
        "no-file",
        Bilingual("不是文件，或是通往别处的链接，没有读", "no file, or a link to somewhere else; not read"),
    )


_IDLE: Final = (SkipRule.LOCK, SkipRule.HIDDEN)
_WORD: Final = frozenset({
    ".doc", ".docm", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".fodt", ".wps", ".wpt", ".rtf", ".uof", ".uot",
    ".pages", ".xml",
})  # fmt: skip
_PICTURES: Final = frozenset({
    ".pdf", ".ofd", ".xps", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".htm",
    ".html", ".mht",
})  # fmt: skip
_ARCHIVES: Final = frozenset({".zip", ".rar", ".7z", ".gz", ".tgz", ".tar"})
_WORD_LOCK: Final = ("~$", ".~lock.", ".~")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not opened, and why."""

    name: str
    rule: SkipRule

    def say(self, lang: str) -> str:
        """Why, in *lang*."""
        return self.rule.wording.say(lang, ending=Path(self.name).suffix.lower())

    @property
    def may_be_a_form(self) -> bool:
        """Whether somebody may have handed it in: anything but a lock file or a hidden one."""
        return self.rule not in _IDLE


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and why."""

    name: str
    why: HandbookError


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder and the folders inside it, each in the order of its names.

    Attributes:
        forms: files that may be filled forms, with the names they are called by.
        skipped: those that are not opened.
        refused: folders that cannot be looked into.
        inside: how many files each folder inside it holds, by its name.
    """

    forms: tuple[tuple[Path, str], ...]
    skipped: tuple[Skipped, ...]
    refused: tuple[Refused, ...]
    inside: dict[str, int]


def look_into(folder: Path) -> Folder:
    """Every file under *folder*, however deep; what cannot be looked into is said, a link to a folder not followed."""
    refused = list[Refused]()

    def refuse(error: OSError) -> None:
        reason = disk.reason(error)
        name = Path(str(error.filename or folder)).relative_to(folder).as_posix()
        refused.append(Refused(f"{name}/", RefusedError(Refusal.UNREADABLE, reason=reason)))

    forms, skipped, inside = list[tuple[Path, str]](), list[Skipped](), dict[str, int]()
    for at, folders, files in os.walk(folder, onerror=refuse):
        here = Path(at)
        names = [*files, *(name for name in folders if (here / name).is_symlink())]
        if here != folder:
            inside[here.relative_to(folder).as_posix()] = len(names)
        for path in (here / name for name in names):
            name, rule = path.relative_to(folder).as_posix(), _skip(path)
            if rule is None:
                forms.append((path, name))
            else:
                skipped.append(Skipped(name, rule))
    return Folder(
        tuple(sorted(forms)), tuple(sorted(skipped, key=lambda one: one.name)), tuple(refused),
        dict(sorted(inside.items())),
    )  # fmt: skip


def _skip(path: Path) -> SkipRule | None:
    """Why a file is not opened; None where it may be a filled form."""
    ending = path.suffix.lower()
    if path.name.startswith(_WORD_LOCK):
        return SkipRule.LOCK
    if path.name.startswith("."):
        return SkipRule.HIDDEN
    if is_form_file(path):
        return SkipRule.NO_FILE if path.exists() and not path.is_file() else None
    if not path.is_file():
        return SkipRule.NO_FILE
    if ending in _WORD:
        return SkipRule.OTHER_WORD
    if ending in _PICTURES:
        return SkipRule.PICTURE
    if ending in _ARCHIVES:
        return SkipRule.ARCHIVE
    return SkipRule.OTHER_TYPE if ending else SkipRule.NO_ENDING
