"""The package: manifest, a page with its data for each module, and what all of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generators.assets import book_styles
from generators.docx.package import pack
from training.exports.outgoing import Exported, Left, Outgoing
from training.exports.scorm.lesson import Lesson, picture_path
from training.exports.scorm.manifest import manifest

_HERE: Final = Path(__file__).parent
_SCRIPTS: Final = ("connection", "draw", "question", "lesson")
"""The files of the script, without `.js`, in the order in which they run."""


def export_scorm(outgoing: Outgoing, assets: Path) -> Exported:
    """A course as a SCORM 1.2 package.

    Args:
        outgoing: the course.
        assets: the folder of the site's style sheets, of which the texts take theirs.

    Raises:
        HandbookError: rule `no-asset`: a style sheet is missing.
    """
    lessons = tuple(_lessons(outgoing))
    shared = {
        "shared/lesson.css": (book_styles(assets) + (_HERE / "lesson.css").read_text("utf-8")).encode(),
        "shared/lesson.js": b'"use strict";\n' + b"".join((_HERE / f"{name}.js").read_bytes() for name in _SCRIPTS),
    }
    files = {"imsmanifest.xml": manifest(outgoing, lessons, tuple(shared)), **shared}
    for lesson in lessons:
        files |= {f"{lesson.id}.html": lesson.page(), f"{lesson.id}.js": lesson.data()}
        pictures = outgoing.pictures
        files |= {picture_path(item): pictures[item.id] for item in lesson.items if item.id in pictures}
    return Exported(pack(files), len(outgoing.items), outgoing.left_out() + _read_only(outgoing))


def _lessons(outgoing: Outgoing) -> Iterator[Lesson]:
    """The modules, and what belongs to none of them."""
    by_id = {item.id: item for item in outgoing.items}
    of_modules: set[str] = set()
    for module in outgoing.course.record.modules:
        ids = [id_ for id_ in outgoing.pool.by_module[str(module.id)] if id_ in by_id]
        of_modules.update(ids)
        yield Lesson(outgoing, module, [by_id[id_] for id_ in ids])
    if rest := [item for item in outgoing.items if item.id not in of_modules]:
        yield Lesson(outgoing, None, rest)


def _read_only(outgoing: Outgoing) -> Counter[Left]:
    """What a package shows but does not play."""
    modules = outgoing.course.record.modules
    talks = {str(name) for module in modules for name in module.practise}
    forms = {str(name) for module in modules for name in module.fill}
    return +Counter({Left.TALKS: len(talks), Left.FORMS: len(forms)})
