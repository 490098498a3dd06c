"""Making of a library with errors one without, and of one that ends in a traceback the smallest that does."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from schemas.annotations import model_at
from schemas.document import Document, Location
from schemas.findings import Worded
from schemas.guard import RefusedError
from tests.generated.libraries import Files, model_of, written

_NEVER: Final = ("library.yaml", "a/handbook.yaml")


def without_errors(files: Files, findings: Iterable[Worded], patience: int) -> Files:
    """*files* without what errors were found in; with more *patience* with more of what is around it."""
    files = copy.deepcopy(files)
    wrong: dict[str, set[Location]] = {}
    for finding in findings:
        path = finding.path.removeprefix("handbook/")
        if finding.severity == "error" and path in files:
            wrong.setdefault(path, set()).add(_location(finding, written(files[path])))
    for path, locations in wrong.items():
        for location in sorted(locations, key=str, reverse=True):
            if path in files:
                _take_out(files, path, location, patience)
    return files


def _location(finding: Worded, content: str) -> Location:
    """What *finding* is about; nothing where the file is no YAML at all."""
    try:
        return Document(finding.path, content).location_at((finding.line, finding.col))
    except RefusedError:
        return ()


def _take_out(files: Files, path: str, location: Location, climb: int) -> None:
    """Remove what stands at *location*, or so many levels around it: the first that its model can be without."""
    model = model_of(path)
    while location:
        around, key = location[:-1], location[-1]
        holder = _at(files[path], around)
        field = None
        if isinstance(key, str) and (owner := model_at(model, around)) is not None:
            field = next((f for n, f in owner.model_fields.items() if key == (f.alias or n)), None)
        must_stay = (field is not None and field.is_required()) or (holder is not None and len(holder) == 1)
        if holder is not None and not must_stay and climb <= 0:
            if isinstance(holder, dict):
                holder.pop(key, None)
            elif isinstance(key, int) and key < len(holder):
                del holder[key]
            return
        climb -= not must_stay
        location = around
    if path.endswith("/handbook.yaml") and path not in _NEVER:
        for other in [each for each in files if each.startswith(path[:2])]:
            del files[other]
    elif path not in _NEVER:
        del files[path]


def _at(data: Any, location: Location) -> Any:
    for key in location:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return None
    return data if isinstance(data, dict | list) else None


def smallest(files: Files, fails: Callable[[Files], bool], tries: int = 400) -> Files:
    """*files* with everything taken out without which *fails* is still true."""
    smaller: Files | None = files
    while smaller is not None and tries > 0:
        files, smaller = smaller, None
        for candidate in islice(_candidates(files), tries):
            tries -= 1
            if fails(candidate):
                smaller = candidate
                break
    return files


def _candidates(files: Files) -> Iterator[Files]:
    """*files* with one thing less each, the largest first."""
    for path in files:
        if path not in _NEVER:
            yield {other: data for other, data in files.items() if other != path}
    places = [(path, place) for path, data in files.items() for place in _places(data)]
    for path, place in sorted(places, key=lambda each: len(each[1])):
        changed = copy.deepcopy(files)
        holder: Any = changed[path]
        for key in place[:-1]:
            holder = holder[key]
        value = holder[place[-1]]
        if isinstance(value, str) and len(value) > 1:
            for shorter in (value[: len(value) // 2], value[len(value) // 2 :]):
                holder[place[-1]] = shorter
                yield copy.deepcopy(changed)
        del holder[place[-1]]
        yield changed


def _places(data: Any, around: Location = ()) -> Iterator[Location]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*around, key)
        yield from _places(value, (*around, key))
