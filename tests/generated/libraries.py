"""Whole libraries made by chance from the models: every file that there can be, and what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, Final, get_args

import yaml
from PIL import Image

from schemas.computed import Dotted
from schemas.field_types import FieldType
from schemas.handbook import HandbookFile
from schemas.kinds import KINDS
from schemas.laws import LawsFile
from schemas.library_file import LibraryFile
from schemas.record import Model
from schemas.references import (
    CardActor,
    CardPlace,
    CardRef,
    CourseRef,
    FieldRef,
    FormRef,
    LawRef,
    LevelRef,
    LicenceRef,
    LocalRef,
    MeasureRef,
    PartId,
    PriorRef,
    Reference,
    RoleRef,
    ScriptRef,
    StepRef,
)
from schemas.terms import Terms
from tests.generated.texts import LINK, VALUE
from tests.generated.values import Maker, Pointer

Files = dict[str, dict[str, Any]]
"""What each YAML file of a library holds, by its path under `handbook/`."""
PICTURE: Final = "picture.png"
_LEAST: Final = {"library.yaml", "a/handbook.yaml"}
"""What a library cannot be without."""


def model_of(path: str) -> type[Model]:
    """The model that reads the file at *path*."""
    whole: dict[str, type[Model]] = {"library.yaml": LibraryFile, "terms.yaml": Terms, "laws.yaml": LawsFile}
    if path in whole:
        return whole[path]
    return HandbookFile if path.endswith("handbook.yaml") else KINDS[path.split("/")[-2]].model  # type: ignore[index]


def make_library(random: Random) -> Files:
    """A library of one handbook or two."""
    maker = Maker(random, random.choice((0.1, 0.3, 0.6)), random.choice((0, 0, 0.02)))
    files: Files = {path: maker.model(model_of(path)) for path in _paths(random)}
    for path, data in files.items():
        _make_sense(maker, path, data)
    _tie(files, random)
    pointing = _Pointing(files, random)
    return {path: pointing.filled(path, data) for path, data in files.items()}


def _paths(random: Random) -> Iterator[str]:
    yield "library.yaml"
    yield from (path for path in ("terms.yaml", "laws.yaml") if random.random() < 0.7)
    yield from (f"cards/card-{number}.yaml" for number in range(random.choice((0, 1, 2))))
    for book in ("a", "b")[: random.choice((1, 1, 2))]:
        yield f"{book}/handbook.yaml"
        for name, kind in KINDS.items():
            least = name in ("roles", "forms")
            many = least + random.choice((0, 1, 1, 2)) if not kind.of_library else 0
            yield from (f"{book}/{name}/{kind.name}-{number}.yaml" for number in range(many))


def _make_sense(maker: Maker, path: str, data: dict[str, Any]) -> None:
    """What chance alone would hardly ever get right: a dialogue that goes on, blanks that a text has."""
    random = maker.random
    if path == "library.yaml":
        data |= {"languages": random.choice((["zh", "en"], ["zh", "en"], ["zh"])), "default": "a"}
        data.pop("order", None)
    for part in list(_parts(data)):
        part.pop("width", None)
        for key in ("file", "logo"):
            if key in part and (key == "logo" or "text" in part):
                part[key] = PICTURE
        if "blanks" in part and "style" not in part and isinstance(part["blanks"], list):
            part["text"] = str(part.get("text", "")) + "".join(f"{{{blank['id']}}}" for blank in part["blanks"])
    if "/forms/" in path and isinstance(data.get("blocks"), list):
        data["blocks"] = [*data["blocks"], *_sound_blocks(random)]
    if isinstance(nodes := data.get("nodes"), dict):
        _go_on(random, list(nodes.items()), "next")
        data["start"] = next(iter(nodes))
    if isinstance(steps := data.get("steps"), list):
        _go_on(random, [(step["id"], step) for step in steps], "then")


def _sound_blocks(random: Random) -> Iterator[dict[str, Any]]:
    """Blocks that are right as they stand, so that every type of field is left in some form when what is wrong goes."""
    types: list[FieldType] = random.sample(get_args(FieldType), 6)
    asked = [_sound_field(each, number) for number, each in enumerate(types) if each != "sequence"]
    yield {"grid": {"id": "sound-grid", "title": "登记", "fields": asked}}
    columns = [_sound_field(each, 10 + number) for number, each in enumerate(types[:3]) if each != "rating"]
    amounts: list[dict[str, Any]] = [_sound_field("text", 20), _sound_field("number", 21)]
    yield {"register": {"id": "sound-rows", "title": "逐笔", "rows": 3, "columns": [*columns, *amounts]}}
    shown = {"kind": random.choice(("bar", "pareto")), "of": "sound-rows", "label": "sound-20", "amount": "sound-21"}
    yield {"chart": {"id": "sound-chart", "title": "件数", **shown}}


def _sound_field(type_: FieldType, number: int) -> dict[str, Any]:
    field: dict[str, Any] = {"id": f"sound-{number}", "title": f"第 {number} 项", "type": type_}
    if type_ in ("choice", "choices", "rating"):
        field["choices"] = {"good": "好", "fair": "中", "bad": "差"}
    if type_ == "signature":
        field["party"] = "role-0"
    if type_ == "id-number":
        field["privacy"] = "sensitive"
    return field


def _go_on(random: Random, nodes: list[tuple[str, dict[str, Any]]], following: str) -> None:
    """Each leads to one that stands behind it; the last is the end."""
    for number, (_, node) in enumerate(nodes):
        behind = [id_ for id_, _ in nodes[number + 1 :]]
        node.pop("end", None)
        node.pop("limit", None)
        node.pop(following, None)
        ways = {key: node.pop(key) for key in ("listen", "branches") if key in node}
        if not behind:
            node.pop("ask", None)
            node["end"] = "true"
        elif "ask" in node and len(ways.get("branches", {})) > 1:
            for branch in ways["branches"].values():
                branch["to"] = random.choice(behind)
            next(iter(ways["branches"].values()))["to"] = behind[0]
            node["branches"] = ways["branches"]
        else:
            node.pop("ask", None)
            if following == "next":
                node["next"] = behind[0]
        if (
            following == "next"
            and not {"say", "do", "note", "ask", "symptom", "cause", "remedy", "check"} & node.keys()
        ):
            node["do"] = "记下来"


def _tie(files: Files, random: Random) -> None:
    """Give each handbook its chapters, its value and the cards' people and places, each form its place in a step."""
    cards = [Path(path).stem for path in files if path.startswith("cards/")]
    library = files["library.yaml"]
    actors, places = library.setdefault("actors", {}), library.setdefault("places", {})
    actors["desk"], places["gate"] = "前台", "大门"
    for path, data in files.items():
        if path.endswith("handbook.yaml"):
            book = path.partition("/")[0]
            own = [
                Path(other).with_suffix("").as_posix()[2:]
                for other in files
                if other.startswith(f"{book}/") and other != path
            ]
            data["chapters"] = [{"id": "all", "title": "全部", "records": own}, *data["chapters"]]
            data.setdefault("project", {})["value"] = "0571-8888 0000"
            data["defaults"] = {
                **data.get("defaults", {}),
                "keep": {"time": "3 年", "from": "办结之日", "dispose": "碎纸"},
            }
            data.pop("cards", None)
            if cards:
                data["cards"] = {
                    "use": cards, "actors": {actor: Pointer(RoleRef) for actor in actors},
                    "places": dict.fromkeys(places, "东门"),
                }  # fmt: skip


def _parts(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within *data*, from the outermost inwards."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _parts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _parts(value)


class _Pointing:
    """Fills in what is referred to."""

    def __init__(self, files: Files, random: Random) -> None:
        self._random = random
        self._files = files
        self._of_kind: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in files:
            parts = path.removesuffix(".yaml").split("/")
            if len(parts) > 1 and parts[-1] != "handbook":
                self._of_kind[parts[0] if len(parts) > 2 else "", parts[-2]].append("/".join(parts[-2:]))
        self._inside = {path: list(_ids(data)) for path, data in files.items()}

    def filled(self, path: str, data: Any) -> Any:
        """*data* of the file at *path*, with a word for every pointer in it."""
        if isinstance(data, Pointer):
            return self._point(path, data.kind)
        if isinstance(data, dict):
            return {self.filled(path, key): self.filled(path, value) for key, value in data.items()}
        if isinstance(data, list):
            return [self.filled(path, value) for value in data]
        if isinstance(data, str):
            book = path.partition("/")[0]
            link = self._one(self._records(book)) or "a"
            value = VALUE if "/" in path and not path.startswith("cards") else "x"
            return data.replace(LINK, f"[[{link}]]" if "/" in path else "x").replace(VALUE, value)
        return data

    def _one(self, words: list[str]) -> str:
        return self._random.choice(words) if words else ""

    def _records(self, book: str, *kinds: str) -> list[str]:
        return [address for kind in (kinds or KINDS) for address in self._of_kind[book, kind]]

    def _point(self, path: str, kind: type) -> str:
        book = path.partition("/")[0] if path.count("/") else "a"
        return self._named(path, kind, book) or "nothing"

    def _named(self, path: str, kind: type, book: str) -> str:
        if kind in (LocalRef, PartId):
            return self._one(self._inside[path])
        if kind is Dotted:
            return self._one(self._dotted(path)) or self._one(self._inside[path])
        if kind is RoleRef:
            return self._one(self._records(book, "roles")).partition("/")[2]
        if kind is LawRef:
            return self._one([str(law["id"]) for law in self._files.get("laws.yaml", {}).get("laws", [])])
        if kind in (CardActor, CardPlace):
            return self._one(list(self._files["library.yaml"]["actors" if kind is CardActor else "places"]))
        if kind is LicenceRef:
            roles = [self._files[f"{book}/{role}.yaml"] for role in self._records(book, "roles")]
            return self._one([licence["id"] for role in roles for licence in role.get("licences", [])])
        return self._record(kind, book)

    def _record(self, kind: type, book: str) -> str:
        if kind is CardRef:
            return self._one(self._records("", "cards"))
        kinds = next((kinds for base, kinds in _KINDS.items() if issubclass(kind, base)), ())
        address = self._one(self._records(book, *kinds))
        if not address:
            return ""
        path = f"{book}/{address}.yaml"
        if kind is FieldRef and self._dotted(path):
            return f"{address}#{self._one(self._dotted(path)).rpartition('.')[2]}"
        if kind is MeasureRef and self._dotted(path):
            return f"{address}#{self._one(self._dotted(path))}"
        if kind in (StepRef, LevelRef):
            parts = [part for name in _PARTS for part in self._files[path].get(name, [])]
            return f"{address}#{self._one([str(part.get('id') or part.get('no')) for part in parts]) or 'x'}"
        return address

    def _dotted(self, path: str) -> list[str]:
        found = []
        for block in self._files[path].get("blocks", []):
            (body,) = block.values()
            if isinstance(body, dict):
                inner = [
                    each
                    for key in ("fields", "columns", "blanks", "items")
                    for each in body.get(key, [])
                    if isinstance(each, dict)
                ]
                found += [f"{body['id']}.{each['id']}" for each in inner if "id" in each]
        return found


_PARTS: Final = ("steps", "commitments", "levels")
_KINDS: Final[Mapping[type, tuple[str, ...]]] = {
    FormRef: ("forms",), MeasureRef: ("forms",), ScriptRef: ("scripts", "troubleshooting"),
    StepRef: ("procedures", "policies"),
    LevelRef: ("qualifications",), CourseRef: ("courses",), PriorRef: ("courses",), Reference: (),
}  # fmt: skip
"""The kinds of records that a reference may lead to; any where none is named."""


def _ids(data: Any) -> Iterator[str]:
    for part in _parts(data):
        if isinstance(part.get("id"), str):
            yield part["id"]
        for key in ("nodes",):
            yield from part.get(key, ()) if isinstance(part.get(key), dict) else ()


def write_library(files: Mapping[str, Any], root: Path) -> None:
    """Write *files* under *root*, with a picture where one is named."""
    for path, data in files.items():
        file = root / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written(data), "utf-8")
        if PICTURE in str(data):
            file.with_name(PICTURE).write_bytes(_picture())


def written(data: Any) -> str:
    """*data* as YAML."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)


def _picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (80, 40)).save(stream, "png")
    return stream.getvalue()
