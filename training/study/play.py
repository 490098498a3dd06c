"""A script or a fault tree as it is played: its moments in one language, and the ways between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from schemas.script import Script
from training.material import Subject

WayKind = Literal["heard", "decided", "next", "limit"]
_BLANK: Final = re.compile("〔[^〕]*〕")


@dataclass(frozen=True, slots=True)
class Way:
    """Where it goes on: as the other side answers, as a question is decided, simply next, or at a limit."""

    kind: WayKind
    source: str
    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: what is said, done and asked in it.

    Attributes:
        id: its id.
        texts: what it says by the key of its record: `say`, `do`, `ask`, `check`, `cause`…; none is empty.
        ways: the ways out of it, in the order of the record.
        seconds: how long it may last; 0 where that is not said.
        limit: how often one may come back to it; 0 where that is not said.
        is_end: whether it ends here.
    """

    id: str
    texts: Mapping[str, str]
    ways: tuple[Way, ...]
    seconds: int
    limit: int
    is_end: bool


@dataclass(frozen=True, slots=True)
class Play:
    """What is played.

    Attributes:
        address: the record.
        title: what it is called.
        is_script: whether it is a script, otherwise a fault tree.
        moments: its moments by their ids.
        starts: where it can begin.
        never: the words that are never said.
        seconds: the longest time that a rule sets; 0 where none does.
    """

    address: str
    title: str
    is_script: bool
    moments: Mapping[str, Moment]
    starts: tuple[str, ...]
    never: tuple[str, ...]
    seconds: int


_TEXTS: Final = ("say", "do", "note", "entry", "ask", "symptom", "check", "how", "cause", "remedy")


def play_of(subject: Subject[Any], lang: str) -> Play:
    """A script or a fault tree, in one language."""
    record = subject.record
    rules = record.rules if isinstance(record, Script) else ()
    never = tuple(record.never) if isinstance(record, Script) else ()
    return Play(
        address=subject.address,
        title=subject.title.of(lang),
        is_script=isinstance(record, Script),
        moments={str(id_): _moment(subject, str(id_), lang) for id_ in record.nodes},
        starts=tuple(dict.fromkeys(record.flow().graph.starts)),
        never=tuple(subject.say(lambda record: record.never[id_]).of(lang) for id_ in never),  # noqa: B023 - said at once
        seconds=max((rule.limit.seconds for rule in rules if rule.limit), default=0),
    )


def spoken(text: str) -> str:
    """A line as it is said: what is filled while one talks is left out."""
    return _BLANK.sub(" … ", text).strip()


def _moment(subject: Subject[Any], id_: str, lang: str) -> Moment:
    node = subject.record.nodes[id_]
    said = {
        key: subject.say(lambda record: getattr(record.nodes[id_], key, None)).of(lang)  # noqa: B023 - said at once
        for key in _TEXTS
    }
    if (post := getattr(node, "escalate", None)) is not None:
        said["escalate"] = subject.actor(str(post)).of(lang)
    span = getattr(node, "timer", None) or getattr(node, "within", None)
    return Moment(
        id=id_,
        texts={key: text for key, text in said.items() if text},
        ways=_ways(subject, id_, lang),
        seconds=span.seconds if span else 0,
        limit=node.limit.times if node.limit else 0,
        is_end=node.end,
    )


def _ways(subject: Subject[Any], id_: str, lang: str) -> tuple[Way, ...]:
    node, found = subject.record.nodes[id_], list[Way]()
    for key in node.heard:
        text = subject.say(lambda record: record.nodes[id_].heard[key].text).of(lang)  # noqa: B023 - said at once
        found.append(Way("heard", id_, str(node.heard[key].to), text))
    for key in node.branches:
        text = subject.say(lambda record: record.nodes[id_].branches[key].text).of(lang)  # noqa: B023 - said at once
        found.append(Way("decided", id_, str(node.branches[key].to), text))
    if node.next is not None:
        found.append(Way("next", id_, str(node.next)))
    if node.limit is not None:
        found.append(Way("limit", id_, str(node.limit.then)))
    return tuple(found)
