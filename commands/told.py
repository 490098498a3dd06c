"""What was found since a server began to watch, and what of it was told."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from commands.warm import address_in
from schemas.findings import Worded


class Told:
    """The findings of files that were saved meanwhile, and every error; told by several threads."""

    def __init__(self) -> None:
        self._errors: tuple[Worded, ...] = ()
        self._others: tuple[Worded, ...] = ()
        self._saved: set[str] = set()
        self._newly: set[str] = set()
        self._alone = threading.Lock()

    @property
    def findings(self) -> tuple[Worded, ...]:
        """All that is to be shown."""
        with self._alone:
            return tuple(dict.fromkeys((*self._errors, *self._others)))

    @property
    def stays(self) -> bool:
        """Whether no page is made until something is put right."""
        return bool(self._errors)

    def saved(self, changed: Iterable[str]) -> None:
        """The files at the paths *changed* were saved."""
        with self._alone:
            self._newly = set(map(_matter, changed))
            self._saved |= self._newly

    def read(self, errors: tuple[Worded, ...]) -> tuple[Worded, ...]:
        """Note the *errors* for which no page is made; which of them are to be printed."""
        with self._alone:
            self._errors = errors
            if errors:  # nothing else was looked at
                self._others = tuple(each for each in self._others if _matter(each.path) not in self._newly)
            return errors

    def looked(self, findings: Iterable[Worded]) -> tuple[Worded, ...]:
        """Note what was found in the files saved last; which of it is to be printed."""
        with self._alone:
            found = _graver(findings)
            others = tuple(each for each in self._others if _matter(each.path) not in self._newly)
            self._others = (*others, *found)
            return found

    def whole(self, findings: Iterable[Worded]) -> tuple[Worded, ...]:
        """Note what was found in the whole library; which of it is to be printed."""
        with self._alone:
            before = self._others
            found = _graver(findings)
            self._others = tuple(
                each for each in found if each.severity == "error" or _matter(each.path) in self._saved
            )
            return tuple(each for each in self._others if each not in before)


def _graver(findings: Iterable[Worded]) -> tuple[Worded, ...]:
    return tuple(finding for finding in findings if finding.severity != "notice")


def _matter(path: str) -> str:
    """What a file is about: a record and its English are one."""
    return address_in(path) or path
