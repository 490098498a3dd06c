"""What the program is that made something: its own sources, and the versions of what it stands on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from typing import Final

from schemas.kept import key

_INFORMATION: Final = re.compile(r"(.+?)-([^-]+)(?:-[^-]+)*\.(?:dist-info|egg-info)")


@cache
def program_version(packages: tuple[str, ...], distributions: tuple[str, ...] = ()) -> str:
    """A digest that is another one as soon as something the program makes may be: a part of every key of what is kept.

    Args:
        packages: packages of ours by name; every file in them counts (`schemas`, `generators.pages`).
        distributions: installed distributions by name; their versions count, and whether there is one.
    """
    sources = (f"{package}/{name} {digest}" for package in packages for name, digest in _sources(package))
    versions = (f"{name} {installed_version(name) or 'none'}" for name in distributions)
    return key(sys.version, *sources, *versions)


def installed_version(distribution: str) -> str | None:
    """The version of an installed distribution; None where it is not installed."""
    return _installed().get(_normal(distribution))


@cache
def _sources(package: str) -> tuple[tuple[str, str], ...]:
    """The path within a package and a digest of each of its files, sorted."""
    spec = find_spec(package)
    folders = (spec and spec.submodule_search_locations) or ()
    names = sorted((name, folder) for folder in folders for name in _files(folder))
    return tuple((name, _digest(os.path.join(folder, name))) for name, folder in names)  # noqa: PTH118 - hundreds


def _files(folder: str, within: str = "") -> Iterator[str]:
    """Every file in a folder by its path within it; what Python itself keeps there is none."""
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir():
                if item.name != "__pycache__":
                    yield from _files(item.path, f"{within}{item.name}/")
            else:
                yield within + item.name


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hundreds
        return blake2b(file.read(), digest_size=16).hexdigest()


@cache
def _installed() -> Mapping[str, str]:
    """The version of every installed distribution, as the folders beside it are named.

    `importlib.metadata` reads the same, but to import it takes longer than all that is asked for here.
    """
    versions: dict[str, str] = {}
    for folder in reversed(sys.path):
        with suppress(OSError):  # it may be an archive, or not be there
            for item in os.scandir(folder or os.curdir):
                if match := _INFORMATION.fullmatch(item.name):
                    versions[_normal(match[1])] = match[2]
    return versions


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
