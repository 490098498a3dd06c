"""What a learner has done, as a file that the browser and the terminal share; it is no certificate.

The browser exports and imports it, `handbook study` keeps one for each nickname. It is JSON, UTF-8:

    {
      "shouce": "progress",
      "format": 1,
      "name": "小王",
      "answers": {"<item's id>": [[1767225600000, 1], [1767312000000, 0]]},
      "acts": [[1767225600000, "practise", "<address>", {"score": 8, "of": 10}]]
    }

    name     the nickname
    answers  of each item every answer: when, in milliseconds since 1970 (UTC), and whether it was right (0 or 1),
             earliest first
    acts     what else was done, earliest first: when, what (`read`, `practise`, `card`, `fill`, `test`), of which
             record (`<course>#<module>` for a module's self-test), and how it went

Only what happened is kept: when an item is due is worked out from its answers (`training.repetition`). So two files of
one learner are joined by taking all that stands in either, in whatever order and however often that is done.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Final, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from schemas.findings import HandbookError
from schemas.limits import MOST_BYTES_OF_PROGRESS
from schemas.words import Bilingual

FORMAT: Final = 1
MOST_OF_NAME: Final = 40
"""Characters of a nickname."""
_NAME: Final = re.compile(r'[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?"<>|.\s]'
                          r'[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]*')  # fmt: skip
_LAST_MOMENT: Final = 4_102_444_800_000
"""The beginning of the year 2100: what is due later still has a date that every program can write."""

ActName = Literal["read", "practise", "card", "fill", "test"]


class Answered(NamedTuple):
    """An answer: when, in milliseconds since 1970 (UTC), and whether it was right."""

    at: int
    is_right: bool


class Act(NamedTuple):
    """Something else that was done.

    Attributes:
        at: when, in milliseconds since 1970 (UTC).
        act: what.
        address: of which record.
        detail: how it went, as JSON has it.
    """

    at: int
    act: ActName
    address: str
    detail: Mapping[str, Any]


_Moment = Annotated[int, Field(ge=0, le=_LAST_MOMENT)]


class _File(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    shouce: Literal["progress"]
    format: Literal[1]
    name: Annotated[str, Field(max_length=MOST_OF_NAME)]
    answers: dict[str, list[tuple[_Moment, Literal[0, 1]]]]
    acts: list[tuple[_Moment, ActName, str, dict[str, Any]]]


class ProgressUnreadableError(HandbookError):
    """A file that is no progress, or a broken one."""

    def __init__(self, place: object, reason: Bilingual) -> None:
        line = Bilingual("{place} 不是能用的学习记录：{reason}", "{place} holds no progress that can be used: {reason}")
        super().__init__("progress-unreadable", line, place=place, reason=reason)


@dataclass(frozen=True)
class Progress:
    """What one learner has done.

    Attributes:
        name: the nickname.
        answers: the answers to each item by its id, earliest first.
        acts: what else was done, earliest first.
    """

    name: str
    answers: Mapping[str, tuple[Answered, ...]] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()

    def with_answer(self, item: str, answered: Answered) -> Self:
        """The same with one answer more."""
        given = tuple(sorted({*self.answers.get(item, ()), answered}))
        return replace(self, answers={**self.answers, item: given})

    def with_act(self, act: Act) -> Self:
        """The same with one more that was done."""
        return replace(self, acts=_in_order((*self.acts, act)))

    def without(self, items: Collection[str]) -> Self:
        """The same less the answers to *items*."""
        return replace(self, answers={id_: given for id_, given in self.answers.items() if id_ not in items})

    def joined(self, other: Progress) -> Self:
        """All that stands in either; the name stays."""
        answers = {
            id_: tuple(sorted({*self.answers.get(id_, ()), *other.answers.get(id_, ())}))
            for id_ in {**self.answers, **other.answers}
        }
        return replace(self, answers=answers, acts=_in_order((*self.acts, *other.acts)))

    def written(self) -> bytes:
        """As it is kept and exported."""
        content = {
            "shouce": "progress",
            "format": FORMAT,
            "name": self.name,
            "answers": {id_: [[at, int(is_right)] for at, is_right in given] for id_, given in self.answers.items()},
            "acts": [list(act) for act in self.acts],
        }
        return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")

    @classmethod
    def read(cls, content: bytes, place: object) -> Self:
        """What was written.

        Args:
            content: the bytes of the file.
            place: where it was, for what is said when it cannot be used.

        Raises:
            ProgressUnreadableError: it is none.
        """
        if len(content) > MOST_BYTES_OF_PROGRESS:
            most = f"{MOST_BYTES_OF_PROGRESS // 2**20} MB"
            raise ProgressUnreadableError(place, Bilingual(f"超过 {most}", f"it is larger than {most}"))
        try:
            file = _File.model_validate_json(content.removeprefix(b"\xef\xbb\xbf"))
        except ValidationError as error:
            raise ProgressUnreadableError(place, _reason(error)) from None
        answers = {
            id_: tuple(sorted({Answered(at, bool(is_right)) for at, is_right in given}))
            for id_, given in file.answers.items()
        }
        return cls(file.name, answers, _in_order(tuple(Act(*act) for act in file.acts)))


def is_name(name: str) -> bool:
    """Whether somebody can be called so: a file on any computer can have that name."""
    return len(name) <= MOST_OF_NAME and _NAME.fullmatch(name) is not None and name == name.rstrip(". ")


def _in_order(acts: Collection[Act]) -> tuple[Act, ...]:
    """Each of *acts* once, earliest first."""
    once = {(act.at, act.act, act.address): act for act in acts}
    return tuple(once[key] for key in sorted(once))


def _reason(error: ValidationError) -> Bilingual:
    """What is wrong with a file, in the first of its places."""
    first = error.errors(include_url=False)[0]
    if first["type"] == "json_invalid":
        return Bilingual("文件断了或者不是 JSON", "the file is torn, or is no JSON")
    where = ".".join(map(str, first["loc"]))[:80]
    if where in ("", "shouce"):
        return Bilingual("不是学习记录", "it is something else")
    if where == "format":
        return Bilingual("是更新版本的程序写的", "a newer program wrote it")
    return Bilingual(f"“{where}”写得不对", f"'{where}' is not as it should be")
