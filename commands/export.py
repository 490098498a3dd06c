"""`handbook export`: a course in the format of another system."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from commands import context
from commands.finding_records import find_course
from generators.site_source import assets_folder
from schemas.by_name import ByName, T
from schemas.entry import Entry
from schemas.findings import HandbookError
from schemas.languages import SUFFIX
from schemas.messages import Requests
from schemas.punctuation import Marks
from schemas.words import LANGUAGES, Counted, Language
from training.exports.anki import export_anki
from training.exports.gift import export_gift
from training.exports.moodle import export_moodle
from training.exports.outgoing import Exported, Left, Outgoing
from training.exports.scorm.package import export_scorm
from training.material import Material
from training.pool import practice_pool

Format = Literal["scorm", "gift", "moodle", "anki"]


@dataclass(frozen=True, kw_only=True)
class ByFormat(ByName[Format, T]):
    """Something for every format."""

    scorm: T
    gift: T
    moodle: T
    anki: T


@dataclass(frozen=True, slots=True)
class Way:
    """How a format is written: the ending of its files, that which is given first, and what makes one."""

    endings: tuple[str, ...]
    export: Callable[[Outgoing], Exported]


def _moment() -> float:
    """When a deck is exported: now, or as `SOURCE_DATE_EPOCH` has it, so that the same deck can be made again."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(given) if given.isdigit() else time.time()


WAYS: Final = ByFormat(
    scorm=Way((".zip",), lambda outgoing: export_scorm(outgoing, assets_folder(context.root()))),
    gift=Way((".gift", ".txt"), export_gift),
    moodle=Way((".xml",), export_moodle),
    anki=Way((".apkg",), lambda outgoing: export_anki(outgoing, _moment())),
)
_WRITTEN: Final = Counted("{number} 道题。", "{number} item.", "{number} items.")


def export(
    course: Annotated[str, typer.Argument(metavar="COURSE", help="Address, id or title of a course.")],
    as_: Annotated[Format, typer.Option("--as", help="For a learning management system, a question bank, or Anki.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="A file of the format's ending, or a folder.")],
    lang: Annotated[Language, typer.Option(help="Language of the course.")] = LANGUAGES[0],
) -> None:
    """Write a course for other systems: SCORM 1.2, GIFT, Moodle XML or Anki. Items kept for exams never leave.

    Example: `handbook export front-desk-induction --as scorm -o front-desk.zip`
    """
    way = WAYS[as_]
    ending = _ending(way, output)
    library = context.library()
    entry = find_course(library, course)
    material = Material(library)
    exported = way.export(Outgoing(material, practice_pool(material, entry.address), lang))
    if not exported.items and as_ != "scorm":
        raise HandbookError(Requests.NO_ITEMS, value=course)
    path = context.write_output(output if ending else output / _name(entry, way, lang), exported.content)
    context.out.print(str(path), markup=False)
    context.out.print(_told(exported), markup=False)


def _ending(way: Way, output: Path) -> str:
    """The ending of *output*; empty for a folder.

    Raises:
        typer.Exit: it is that of something else.
    """
    ending = output.suffix.lower()
    if output.is_dir() or not ending:
        return ""
    if ending not in way.endings:
        message = context.say(
            "文件名要以 {ending} 结尾，或写一个文件夹：{path}",
            "The file name must end in {ending}, or name a folder: {path}",
            ending=way.endings[0],
            path=output,
        )
        raise context.wrong_usage(message)
    return ending


def _name(course: Entry, way: Way, lang: Language) -> str:
    return f"{course.handbook}.{course.id}{SUFFIX.of(lang)}{way.endings[0]}"


def _told(exported: Exported) -> str:
    """How many items are in the file, and what is not."""
    said = _WRITTEN.of(exported.items).of(context.lang())
    return f"{said}{Marks(context.lang()).space}{_left(exported.left)}" if exported.left else said


def _left(left: Counter[Left]) -> str:
    lang = context.lang()
    listed = Marks(lang).semicolon.join(reason.say(number).of(lang) for reason, number in left.items())
    return context.say("没有导出的：{listed}。", "Left out: {listed}.", listed=listed)
