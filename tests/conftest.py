"""What every test may use: a small library with a record of every kind, and what is made once a run."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from schemas.library import Library
from schemas.loader import load_library
from search.building import build_index
from tests.builds import Built, built
from tests.once import Once
from tests.schemas.content import HANDBOOKS, LIBRARY, Content

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.postgres import Postgres

# The same examples in every run: what fails does so for everybody, and an order can be tried again.
settings.register_profile("same examples", derandomize=True, deadline=None)
settings.load_profile("same examples")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """What all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return Once((own if worker_id == "master" else own.parent) / "once")


@pytest.fixture
def handbook_root(tmp_path: Path) -> Path:
    """A copy of the small library, to change as one likes: the folder that holds `handbook/library.yaml`."""
    root = tmp_path / "root"
    shutil.copytree(LIBRARY, root)
    return root


@pytest.fixture
def content(handbook_root: Path) -> Content:
    """The same copy with helpers to break and to check it."""
    return Content(handbook_root)


@pytest.fixture(scope="session")
def library() -> Library:
    """The small library as it is, loaded once; it cannot be changed."""
    return load_library(LIBRARY).require()


@pytest.fixture(scope="session")
def indexed_library(once: Once, library: Library) -> Path:
    """A root with nothing but the index of the small library, by words and by meaning."""
    return once.folder("indexed-library", lambda root: build_index(library, root))


@pytest.fixture(scope="session")
def built_library(once: Once, indexed_library: Path) -> Built:
    """The small library with everything built of it."""
    return built(once, "built-library", LIBRARY, vectors=indexed_library)


@pytest.fixture(scope="session")
def built_project(once: Once) -> Built:
    """The project's own handbooks with everything built of them but vectors and PDFs."""
    return built(once, "built-project", HANDBOOKS, vectors=None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window, one for each process of the run.

    It keeps an event loop running in the main thread: what starts one of its own does so in another thread.
    """
    from playwright.sync_api import sync_playwright  # takes longer to import than most tests, which need none

    from bench.chromium import launch

    with sync_playwright() as playwright, launch(playwright) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def postgres(once: Once) -> Iterator[Postgres]:
    """A PostgreSQL for all processes of the run, which goes on running: who stops one takes `own_postgres`."""
    from bench.postgres import Postgres

    named = once.folder("postgres", lambda folder: (folder / "data").write_text(_short_folder()))
    server = Postgres(Path((named / "data").read_text()), is_durable=False)
    yield server
    server.leave()


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """A PostgreSQL for one test, which may stop it; it is there in a second."""
    from bench.postgres import Postgres

    server = Postgres(Path(_short_folder()), is_durable=False)
    yield server
    server.leave()


@pytest.fixture
def database_url(postgres: Postgres) -> str:
    """The URL of an empty database for one test."""
    return postgres.new_database()


def _short_folder() -> str:
    """A folder for a socket, whose path may have no more than 107 bytes; in memory where there is a place for that."""
    memory = Path("/dev/shm")  # noqa: S108
    return tempfile.mkdtemp(prefix="handbook-pg-", dir=memory if memory.is_dir() else None)
