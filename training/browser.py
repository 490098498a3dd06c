"""What the page of a course practises with: its items, as a script that also loads from a USB stick.

Each file writes `window.Shouce.data.courses["<address>"] = {…}` for one course in one language:

    course   its address
    modules  {module's id: [numbers of its items]}
    topics   [[topic's id, title, at least so many items, safety (0 or 1), [numbers of its items]]]
    items    [{id, kind, title (what its kind is called), url (of the place, from the top of this language's site),
             how (one, all, order), stem, options [[key, text]], right [keys], why, draft (0 or 1), picture}]

Only what may be published is in it: `PracticePool` holds no item that is kept for exams.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from schemas.course import Course
from schemas.library import Library
from training.item import KIND_TITLES, Item
from training.material import Material
from training.pool import PracticePool, practice_pool

FOLDER: Final = "courses"


def course_files(library: Library) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """The data files of every course: name in `assets/`, mark, and what gives its bytes."""
    for lang in library.languages:
        view = library.view(lang)
        for entry in view.of_kind("courses"):
            name = name_of(entry.address, lang)
            key, make = f"practice/{name}", partial(_file, library, entry.address, lang)
            mark = view.keeper.mark(key, view)
            if mark is None:
                mark, _ = view.keeper.renew_apart(key, view, make)
            yield name, mark, partial(_kept, view, key, mark, make)


def name_of(course: str, lang: str) -> str:
    """The file of a course, in `assets/`."""
    handbook, _, id_ = course.split("/")
    return f"{FOLDER}/{handbook}.{id_}.{lang}.js"


def _kept(view: Library, key: str, mark: str, make: Callable[[], bytes]) -> bytes:
    kept = view.keeper.apart(key, view, mark)
    return make() if kept is None else kept


def _file(library: Library, course: str, lang: str) -> bytes:
    material = Material(library)
    data = json.dumps(
        payload(material, practice_pool(material, course), lang), ensure_ascii=False, separators=(",", ":")
    )
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"(window.Shouce.data.courses ??= {{}})[{json.dumps(course)}] = {data};\n".encode()


def payload(material: Material, pool: PracticePool, lang: str) -> dict[str, Any]:
    """What the file of a course holds, as the module's docstring describes it."""
    numbers = {item.id: number for number, item in enumerate(pool.items)}
    course = material.subject(pool.course).record
    assert isinstance(course, Course)
    return {
        "course": pool.course,
        "modules": {module: [numbers[id_] for id_ in ids] for module, ids in pool.by_module.items()},
        "topics": list(_topics(material, pool, numbers, lang)),
        "items": [_item(item, lang) for item in pool.items],
    }


def _topics(material: Material, pool: PracticePool, numbers: Mapping[str, int], lang: str) -> Iterator[list[Any]]:
    subject = material.subject(pool.course)
    for number, topic in enumerate(subject.record.blueprint):
        title = subject.say(lambda record: record.blueprint[number].title).of(lang)  # noqa: B023 - said at once
        ids = pool.by_topic[str(topic.id)]
        yield [str(topic.id), title, topic.least, int(topic.safety), [numbers[id_] for id_ in ids]]


def _item(item: Item, lang: str) -> dict[str, Any]:
    data = {
        "id": item.id,
        "kind": item.kind,
        "title": KIND_TITLES[item.kind].of(lang),
        "url": item.url,
        "how": item.answering,
        "stem": item.stem.of(lang),
        "options": [[option.key, option.text.of(lang)] for option in item.options],
        "right": list(item.right),
        "why": item.why.of(lang),
        "draft": int(item.is_draft),
        "picture": item.picture,
    }
    return {name: value for name, value in data.items() if value not in ("", 0)}
