"""A script or a fault tree as it is played: its moments in one language, and the ways between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from generators.wording.practice import PracticeWords
from generators.wording.records import DialogueWords
from schemas.script import Script, ScriptNode
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

    @property
    def is_answer(self) -> bool:
        """Whether it depends on what the other side says or on what turns out."""
        return self.kind in ("heard", "decided")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: what is said, done and asked in it.

    Attributes:
        id: its id.
        texts: what it says by the key of its record: `say`, `do`, `ask`, `check`, `cause`…; none is empty.
        acts_by: the key of what somebody says or does in it; empty where there is nothing to do.
        ways: the ways out of it, in the order of the record.
        seconds: how long the speaker may take for it; 0 where that is not said.
        limit: how often one may come back to it; 0 where that is not said.
        is_end: whether it ends here.
    """

    id: str
    texts: Mapping[str, str]
    acts_by: str
    ways: tuple[Way, ...]
    seconds: int
    limit: int
    is_end: bool

    @property
    def limit_way(self) -> Way | None:
        """Where it leads at its limit."""
        return next((way for way in self.ways if way.kind == "limit"), None)


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
        words: what is said around it, in the same language.
    """

    address: str
    title: str
    is_script: bool
    moments: Mapping[str, Moment]
    starts: tuple[str, ...]
    never: tuple[str, ...]
    seconds: int
    words: PracticeWords


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
        words=PracticeWords(lang),
    )


def spoken(text: str) -> str:
    """A line as it is said: what is filled while one talks is left out."""
    return _BLANK.sub(" … ", " ".join(text.splitlines())).strip()


def _moment(subject: Subject[Any], id_: str, lang: str) -> Moment:
    node = subject.record.nodes[id_]
    said = {key: subject.say_of(id_, key).of(lang) for key in _TEXTS}
    if (post := getattr(node, "escalate", None)) is not None:
        said["escalate"] = f"{DialogueWords.escalate.of(lang)} {subject.actor(str(post)).of(lang)}"
    timer = node.timer if isinstance(node, ScriptNode) and not node.waits else None
    return Moment(
        id=id_,
        texts={key: text for key, text in said.items() if text},
        acts_by=node.acts_by,
        ways=_ways(subject, id_, lang),
        seconds=timer.seconds if timer else 0,
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
