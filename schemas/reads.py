"""What something was made from: each question it put to the library, with a digest of the answer.

What is made inside `reading()` stays good for as long as every question that was asked meanwhile, asked again of the
library as it is now, has the same answer. Nobody lists what a page depends on, and nobody can forget any of it: the
fields of the library note that they are read, and what it answers is noted by `question`.

    with reading() as reads:
        page = render(view, entry)
    ...
    if holds(reads, view_of_today):  # nothing that the page shows has changed

While a question is being answered nothing further is noted. So a question with a short answer («what is this record
called?») keeps what asks it good, whatever else changes in the records that the answer was found in. `derived` makes
one of any function of a view and of texts that depends on nothing else:

    @derived
    def step_count(view: Library, procedure: str) -> int: ...

What is worked out once and used several times must be `followed`, so that its reads count for everyone who uses it.
`schemas.keeper` keeps what was made from one run to the next.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, wraps
from hashlib import blake2b
from typing import Any, Concatenate, Final, Generic, ParamSpec, Protocol, Self, TypeVar, cast, overload

Reads = dict[str, str]
"""The digest of the answer to each question, by how it was put: `zh`, `find`, and what it was about, one a line."""

Derivation = tuple[str, Reads]
"""The digest of a derived answer, and what was read for it."""

_SEPARATOR: Final = "\n"
"""Stands in no reference: they are one line."""
_READS: Final[ContextVar[Reads | None]] = ContextVar("reads", default=None)
_T = TypeVar("_T")
_P = ParamSpec("_P")


class Subject(Protocol):
    """What questions are put to: a view of a library, or what stands beside it."""

    @property
    def subject(self) -> str:
        """Tells it from others: the language of a view."""

    @property
    def digests(self) -> MutableMapping[str, str]:
        """The digests of the answers it has given; it never changes, so neither do they."""

    @property
    def answers(self) -> MutableMapping[str, Any]:
        """What was derived from it."""

    @property
    def grounds(self) -> MutableMapping[str, Reads]:
        """What was read for each derived answer."""

    @property
    def before(self) -> Mapping[str, Derivation]:
        """The derived answers of an earlier run."""


_S = TypeVar("_S", bound=Subject)
_QUESTIONS: Final[dict[str, Callable[..., str]]] = {}
"""How the digest of the answer to each question is found."""


@contextmanager
def reading() -> Iterator[Reads]:
    """Notes all that is read inside; readings within one another note each for itself."""
    reads: Reads = {}
    with _noting(reads):
        yield reads


@contextmanager
def unnoted() -> Iterator[None]:
    """Nothing inside is noted: what is read there is accounted for otherwise."""
    with _noting(None):
        yield


@contextmanager
def _noting(reads: Reads | None) -> Iterator[None]:
    token = _READS.set(reads)
    try:
        yield
    finally:
        _READS.reset(token)


def now_reading() -> Reads | None:
    """The reads of whatever is being made; None when nobody follows."""
    return _READS.get()


def note(reads: Mapping[str, str]) -> None:
    """Count *reads*, noted elsewhere, among those of whatever is being made now."""
    current = _READS.get()
    if current is not None:
        current.update(reads)


def put(*words: str) -> str:
    """A question as it is noted: the subject, the name of the question, what it is about."""
    return _SEPARATOR.join(words)


def answered_by(name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Declares how the digest of the question *name* is found again, for one that is not noted by `question`."""

    def declare(find: Callable[..., str]) -> Callable[..., str]:
        if name in _QUESTIONS:
            raise ValueError(f"two questions are called {name}")
        _QUESTIONS[name] = find
        return find

    return declare


def question(ask: Callable[Concatenate[_S, _P], _T]) -> Callable[Concatenate[_S, _P], _T]:
    """Makes a question of a function of a subject and texts: where it is asked, its answer is noted."""
    name, answer_to = ask.__name__, cast(Callable[..., _T], ask)
    answered_by(name)(lambda subject, *about: digest_of(answer_to(subject, *about)))

    @wraps(ask)
    def noted(subject: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        reads = _READS.get()
        if reads is None:
            return ask(subject, *args, **kwargs)
        with unnoted():
            answer = ask(subject, *args, **kwargs)
        _note(reads, subject, put(subject.subject, name, *_texts(args, kwargs)), answer)
        return answer

    return noted


def derived(work_out: Callable[Concatenate[_S, _P], _T]) -> Callable[Concatenate[_S, _P], _T]:
    """Makes a question of a function of a subject and texts, as `question`; what it gave once, it gives again.

    The function must depend on nothing but its arguments and the program, and give what never changes.
    """
    name, answer_to = work_out.__name__, cast(Callable[..., _T], work_out)

    def worked_out(subject: _S, asked: str, about: tuple[str, ...]) -> _T:
        if asked not in subject.answers:
            with reading() as reads:
                subject.answers[asked] = answer_to(subject, *about)
            subject.grounds[asked] = reads
        return cast(_T, subject.answers[asked])

    answered_by(name)(lambda subject, *about: digest_of(worked_out(subject, put(subject.subject, name, *about), about)))

    @wraps(work_out)
    def noted(subject: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        about = _texts(args, kwargs)
        asked = put(subject.subject, name, *about)
        answer = worked_out(subject, asked, about)
        reads = _READS.get()
        if reads is not None:
            _note(reads, subject, asked, answer)
        return answer

    return noted


def _texts(args: tuple[object, ...], kwargs: Mapping[str, object]) -> tuple[str, ...]:
    """What a question is about, which is put in the order of the function's parameters and not by their names."""
    if kwargs or not all(isinstance(about, str) for about in args):
        raise TypeError(f"a question is about texts, in their order: {args} {kwargs}")
    return cast(tuple[str, ...], args)


def _note(reads: Reads, subject: Subject, asked: str, answer: object) -> None:
    if asked not in reads:
        digest = subject.digests.get(asked)
        if digest is None:
            digest = subject.digests[asked] = digest_of(answer)
        reads[asked] = digest


def holds(reads: Mapping[str, str], subjects: Mapping[str, Subject]) -> bool:
    """Whether every question of *reads* has the same answer when it is put to the subject of its name."""
    for asked, digest in reads.items():
        subject = subjects.get(asked.partition(_SEPARATOR)[0])
        if subject is None or answer_of(subject, asked, subjects) != digest:
            return False
    return True


def answer_of(subject: Subject, asked: str, subjects: Mapping[str, Subject]) -> str:
    """The digest of the answer of *subject* to a question as it is noted; empty when there is none today."""
    return subject.digests.get(asked) or _ask_again(subject, asked, subjects)


def _ask_again(subject: Subject, asked: str, subjects: Mapping[str, Subject]) -> str:
    """The digest of the answer of today; empty when there is none.

    A derived answer whose grounds still hold is the one of before: it is not derived again.
    """
    digest, grounds = subject.before.get(asked, ("", {}))
    if digest and holds(grounds, subjects):
        subject.digests[asked], subject.grounds[asked] = digest, grounds
        return digest
    _, name, *about = asked.split(_SEPARATOR)
    find = _QUESTIONS.get(name)
    if find is None:
        return ""
    try:
        with unnoted():
            digest = subject.digests[asked] = find(subject, *about)
    except Exception:  # nothing need be left of what the question was about, and any of it may be missed
        return ""
    return digest


@dataclass(frozen=True, slots=True)
class Followed(Generic[_T]):
    """Something worked out, with what was read for it: whoever uses it has read the same."""

    _value: _T
    _reads: Mapping[str, str]

    @classmethod
    def of(cls, make: Callable[[], _T]) -> Self:
        """What *make* gives, made now."""
        with reading() as reads:
            value = make()
        return cls(value, reads)

    def use(self) -> _T:
        """The value; its reads are noted."""
        note(self._reads)
        return self._value


class Later(Generic[_T]):
    """The value of a field that is made when it is first asked for."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], _T]) -> None:
        self.make = make


class Noting(Protocol):
    """What has fields that note they are read."""

    def read(self, reads: Reads, field: str, value: Any) -> Any:
        """Note in *reads* that *field* was read; what the reader is given for its *value*."""


class Noted(Generic[_T]):
    """A field of a dataclass that notes whenever it is read; it takes a value, or what makes it `Later`."""

    def __set_name__(self, owner: type[Noting], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, owner: type[Noting]) -> Self: ...
    @overload
    def __get__(self, thing: Noting, owner: type[Noting]) -> _T: ...
    def __get__(self, thing: Noting | None, owner: type[Noting]) -> Self | _T:
        if thing is None:
            raise AttributeError(self._name)  # so that the dataclass takes it for a field without a default
        value = thing.__dict__[self._name]
        if isinstance(value, Later):
            with unnoted():
                value = thing.__dict__[self._name] = value.make()
        reads = _READS.get()
        return cast(_T, value if reads is None else thing.read(reads, self._name, value))

    def __set__(self, thing: Noting, value: _T | Later[_T]) -> None:
        thing.__dict__[self._name] = value


class Addressed(ABC):
    """What counts in an answer as its address alone: what it says is asked for by itself."""

    @property
    @abstractmethod
    def address(self) -> str:
        """Tells it from all others."""


def digest_of(answer: object) -> str:
    """Sixteen hexadecimal characters of what an answer says: a record in it counts as its address alone."""
    if isinstance(answer, str):
        return digest_of_text(answer)
    return digest_of_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=_said))


def digest_of_text(text: str) -> str:
    """Sixteen hexadecimal characters of *text*."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _said(value: object) -> object:
    """A part of an answer as JSON has it.

    Raises:
        TypeError: this is no part of an answer.
    """
    if isinstance(value, Addressed):
        return value.address
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _names(type(value))]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, bytes):
        return blake2b(value, digest_size=8).hexdigest()
    if isinstance(value, Decimal | date):
        return str(value)
    if (dump := getattr(value, "model_dump", None)) is not None:
        return dump(mode="json", by_alias=True)
    raise TypeError(f"{type(value).__name__} is no part of an answer")
