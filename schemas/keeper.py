"""What was made from a library, kept from one run to the next for as long as nothing it was made from has changed.

    keeper = Keeper(store, program_version(("schemas", "generators"), ("jinja2",)))
    page = keeper.of("page/front-desk/roles/clerk", view, lambda: render(view, entry).encode())

`of` gives what is kept by that key for the language of *view* when all that was read for it (`schemas.reads`) is as it
was, and makes it otherwise. What it was made from counts for whatever is being made around it, so kept things may be
made of kept things. `find` only looks, for who wants to know beforehand what has to be made; and what is large is kept
apart, so that it need not be read to know that it is as it was (`mark`, `apart`, `renew_apart`).

Every library has a keeper, `view.keeper`: one that keeps nothing unless `Library.kept_by` gave it another.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Final, Protocol

from schemas.reads import Derivation, Subject, digest_of, holds, note, reading

_DERIVED: Final = "derived"
_APART: Final = "/apart"


class Store(Protocol):
    """Where bytes are kept by key."""

    def get(self, key: str, /) -> bytes | None:
        """The value of *key*, or None."""

    def put(self, key: str, value: bytes, /) -> None:
        """Keep *value* by *key*."""


class View(Subject, Protocol):
    """A view of a library."""

    @property
    def subjects(self) -> Mapping[str, Subject]:
        """The views of the library by language."""


class Keeper:
    """Keeps what is made from a library, in a *store*, for one version of the *program* that makes it."""

    def __init__(self, store: Store | None = None, program: str = "") -> None:
        self._store = store
        self._program = program

    def of(self, key: str, view: View, make: Callable[[], bytes], *beside: Subject) -> bytes:
        """What is kept by *key* in the language of *view*, or what *make* makes now.

        Args:
            key: tells it from all that is kept by this program.
            view: what it is made from.
            make: makes it; it must depend on nothing but the program, *view* (in any language) and *beside*.
            beside: what else questions are put to while it is made.
        """
        value = self.find(key, view, *beside)
        return self.renew(key, view, make) if value is None else value

    def find(self, key: str, view: View, *beside: Subject) -> bytes | None:
        """What is kept by *key* in the language of *view*; None when it has to be made."""
        stored = self._store.get(self._key(key, view)) if self._store is not None else None
        if stored is None:
            return None
        head, _, value = stored.partition(b"\n")
        reads = json.loads(head)
        if not holds(reads, {**view.subjects, **{each.subject: each for each in beside}}):
            return None
        note(reads)
        return value

    def renew(self, key: str, view: View, make: Callable[[], bytes]) -> bytes:
        """What *make* makes now, to be kept by *key* in the language of *view*."""
        with reading() as reads:
            value = make()
        note(reads)
        if self._store is not None:
            self._store.put(self._key(key, view), _dumped(reads) + b"\n" + value)
        return value

    def mark(self, key: str, view: View, *beside: Subject) -> str | None:
        """What `renew_apart` gave as the mark of what is kept by *key*; None when it has to be made.

        The thing itself is not read.
        """
        mark = self.find(key, view, *beside)
        return None if mark is None else mark.decode()

    def apart(self, key: str, view: View, mark: str) -> bytes | None:
        """What is kept by *key* with this *mark*; None when it is not there any more."""
        stored = self._store.get(self._key(f"{key}{_APART}", view)) if self._store is not None else None
        head, _, value = (stored or b"").partition(b"\n")
        return value if stored is not None and head.decode() == mark else None

    def renew_apart(self, key: str, view: View, make: Callable[[], bytes]) -> tuple[str, bytes]:
        """What *make* makes now, to be kept by *key* as in `renew`, but where `mark` need not read it.

        Returns:
            Its mark, which tells it from all that this program or another makes, and the thing itself.
        """
        values: list[bytes] = []

        def make_mark() -> bytes:
            values.append(make())
            return blake2b(self._program.encode() + b"\n" + values[0], digest_size=16).hexdigest().encode()

        mark = self.renew(key, view, make_mark)
        if self._store is not None:
            self._store.put(self._key(f"{key}{_APART}", view), mark + b"\n" + values[0])
        return mark.decode(), values[0]

    def remember(self, view: View) -> None:
        """Keep the digests of all that was derived from *view*, and what was read for it, for `derived`."""
        digests = view.digests
        derived = {asked: (digests[asked], reads) for asked, reads in view.grounds.items() if asked in digests}
        if self._store is not None and derived != view.before:
            self._store.put(self._key(_DERIVED, view), _dumped(derived))

    def derived(self, view: View) -> Mapping[str, Derivation]:
        """What `remember` kept of a view like *view*."""
        stored = self._store.get(self._key(_DERIVED, view)) if self._store is not None else None
        derived = json.loads(stored) if stored is not None else {}
        return {asked: (digest, reads) for asked, (digest, reads) in derived.items()}

    def _key(self, key: str, view: View) -> str:
        return digest_of((self._program, view.subject, key))


def _dumped(value: object) -> bytes:
    """*value* as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
