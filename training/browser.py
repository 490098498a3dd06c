"""What the page of a course works with: its plan and its items, as scripts that also load from a USB stick.

Each course has two files in each language. The plan is small, since every page that is read for the course loads it:
`window.Shouce.data.plans["<address>"] = {…}`

    course    its address
    title     what it is called
    url       its page, as all pages here from the top of this language's site
    pass      the mastery score of its exam in percent; 80 where it has no exam
    hours     hours it takes in all; absent where it does not say
    requires  [[title, url, address of the course that has to be done before; empty for a level]]
    modules   [{id, title, url, hours, tasks [[act (read, practise, fill), address, title, url]], items (how many)}]

The items are loaded for a self-test, and where a learner has some to repeat:
`window.Shouce.data.courses["<address>"] = {…}`

    course   its address
    modules  {module's id: [numbers of its items]}
    topics   [[topic's id, title, at least so many items, safety (0 or 1), [numbers of its items]]]
    items    [{id, kind, title (what its kind is called), url (of the place),
             how (one, all, order), stem, options [[key, text]], right [keys], why, draft (0 or 1),
              picture [file, from the top of the site, and what it shows in words]}]

Items share most of their texts, the roles that they offer above all. So in the file each text stands once, in `texts`,
and `title`, `why` and the keys and texts of options are numbers of it; `id` and `url` are `[number of what stands
before the first #, what comes after it]`, and `right` are numbers of options. `learning-plan.js` puts them back.

Only what may be published is in them: `PracticePool` holds no item that is kept for exams. An item whose picture is not
made yet is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from generators.printing.store import digest
from schemas.course import Course, Module
from schemas.library import Library
from training.item import KIND_TITLES, Item
from training.material import Material, Subject
from training.pictures import described, picture_path
from training.pool import PracticePool, only, practice_pool

FOLDER: Final = "courses"
_MASTERY: Final = 80
"""The percentage from which a self-test counts as passed, where the course has no exam that says it."""


def course_files(library: Library, pictures: Collection[str] = ()) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """The data files of every course: name in `assets/`, mark, and what gives its bytes.

    Those of a handbook are made together: its courses ask from the same records, and its languages have the same items.

    Args:
        library: any view of it.
        pictures: the places in `assets/` of the pictures that there are.
    """
    view, drawn = library.view(library.languages[0]), digest(path.encode() for path in sorted(pictures))
    for handbook in view.handbook_ids():
        names = [name for course, lang in _courses(view, handbook) for name in _names(course, lang)]
        make = partial(_files, view, handbook, pictures)
        key = f"practice/{handbook}/{drawn}"
        mark = view.keeper.mark(key, view)
        if mark is None:
            mark, _ = view.keeper.renew_apart(key, view, make)
        for at, name in enumerate(names):
            yield name, f"{mark}.{at}", partial(_kept, view, key, mark, make, at)


def _courses(view: Library, handbook: str) -> Iterator[tuple[str, str]]:
    """Each course of a handbook, in each language."""
    return ((entry.address, lang) for entry in view.of_kind("courses", handbook) for lang in view.languages)


def _names(course: str, lang: str) -> tuple[str, str]:
    return plan_name(course, lang), items_name(course, lang)


def plan_name(course: str, lang: str) -> str:
    """The file of a course's plan, in `assets/`."""
    handbook, _, id_ = course.split("/")
    return f"{FOLDER}/{handbook}.{id_}.{lang}.js"


def items_name(course: str, lang: str) -> str:
    """The file of a course's items, in `assets/`."""
    return plan_name(course, f"items.{lang}")


def _kept(view: Library, key: str, mark: str, make: Callable[[], bytes], at: int) -> bytes:
    kept = view.keeper.apart(key, view, mark)
    return (make() if kept is None else kept).split(b"\n")[at] + b"\n"


def _files(library: Library, handbook: str, pictures: Collection[str]) -> bytes:
    """The plan and the items of each course of a handbook in each language, a line each."""
    material = Material(library)
    whole = {course: practice_pool(material, course) for course, _ in _courses(library, handbook)}
    pools = {(course, lang): _shown(whole[course], lang, pictures) for course, lang in _courses(library, handbook)}
    return b"".join(
        _script("plans", course, plan(material, pool, lang))
        + _script("courses", course, packed(items(material, pool, lang)))
        for (course, lang), pool in pools.items()
    )


def _shown(pool: PracticePool, lang: str, pictures: Collection[str]) -> PracticePool:
    """The items of a pool without those whose picture is not there in *lang*."""
    return only(pool, lambda item: not item.picture or picture_path(item.picture, lang) in pictures)


def _script(holder: str, course: str, value: Mapping[str, Any]) -> bytes:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"(window.Shouce.data.{holder} ??= {{}})[{json.dumps(course)}] = {data};\n".encode()


def plan(material: Material, pool: PracticePool, lang: str) -> dict[str, Any]:
    """What the file of a course's plan holds, as the module's docstring describes it."""
    subject: Subject[Course] = material.subject(pool.course)
    course = subject.record
    data = {
        "course": pool.course,
        "title": subject.title.of(lang),
        "url": subject.entry.url,
        "pass": float(course.exam.pass_) if course.exam else _MASTERY,
        "hours": _number(course.hours),
        "requires": [_required(subject, str(reference), lang) for reference in course.requires],
        "modules": [_module(subject, number, pool, lang) for number in range(len(course.modules))],
    }
    return {name: value for name, value in data.items() if value is not None}


def _required(subject: Subject[Course], reference: str, lang: str) -> list[str]:
    target = subject.find(reference)
    if target is None:
        return [reference, "", ""]
    heading = subject.material.views.of(lang).heading(target.address, reference.partition("#")[2])
    url = target.url + (f"#{heading.anchor}" if heading.anchor else "")
    return [heading.title, url, target.address if target.kind == "courses" else ""]


def _module(subject: Subject[Course], number: int, pool: PracticePool, lang: str) -> dict[str, Any]:
    module = subject.record.modules[number]
    data = {
        "id": str(module.id),
        "title": subject.say(lambda record: record.modules[number].title).of(lang),
        "url": f"{subject.entry.url}#{subject.anchor(str(module.id))}",
        "hours": _number(module.hours),
        "tasks": list(_tasks(subject, module, lang)),
        "items": len(pool.by_module[str(module.id)]),
    }
    return {name: value for name, value in data.items() if value is not None}


def _tasks(subject: Subject[Course], module: Module, lang: str) -> Iterator[list[str]]:
    for act, references in (("read", module.read), ("practise", module.practise), ("fill", module.fill)):
        for reference in references:
            if (target := subject.find(str(reference))) is not None:
                yield [act, target.address, subject.material.title(target.address).of(lang), target.url]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def items(material: Material, pool: PracticePool, lang: str) -> dict[str, Any]:
    """What the file of a course's items holds, as the module's docstring describes it."""
    numbers = {item.id: number for number, item in enumerate(pool.items)}
    return {
        "course": pool.course,
        "modules": {module: [numbers[id_] for id_ in ids] for module, ids in pool.by_module.items()},
        "topics": list(_topics(material, pool, numbers, lang)),
        "items": [_item(material, item, lang) for item in pool.items],
    }


def packed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The items of a course as they stand in the file: half as long, since each of their texts is written once."""
    texts: dict[str, int] = {}

    def number(text: str) -> int:
        return texts.setdefault(text, len(texts))

    def split(place: str) -> list[Any]:
        before, _, after = place.partition("#")
        return [number(before), after]

    def pack(item: Mapping[str, Any]) -> dict[str, Any]:
        keys = [key for key, _ in item["options"]]
        short = {
            "id": split(item["id"]),
            "url": split(item["url"]),
            "title": number(item["title"]),
            "options": [[number(key), number(text)] for key, text in item["options"]],
            "right": [keys.index(key) for key in item["right"]],
            "why": number(item.get("why", "")),
        }
        return {**item, **short}

    return {**data, "items": [pack(item) for item in data["items"]], "texts": list(texts)}


def _topics(material: Material, pool: PracticePool, numbers: Mapping[str, int], lang: str) -> Iterator[list[Any]]:
    subject = material.subject(pool.course)
    for number, topic in enumerate(subject.record.blueprint):
        title = subject.say(lambda record: record.blueprint[number].title).of(lang)  # noqa: B023 - said at once
        ids = pool.by_topic[str(topic.id)]
        yield [str(topic.id), title, topic.least, int(topic.safety), [numbers[id_] for id_ in ids]]


def _item(material: Material, item: Item, lang: str) -> dict[str, Any]:
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
        "picture": _picture(material, item, lang) if item.picture else "",
    }
    return {name: value for name, value in data.items() if value not in ("", 0)}


def _picture(material: Material, item: Item, lang: str) -> list[str]:
    return [f"assets/{picture_path(item.picture, lang)}", described(material, item).of(lang)]
