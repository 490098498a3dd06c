"""A page that is made before the build is the page that the build makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators.fresh import Fresh, page_paths
from schemas.loader import load_library
from schemas.unchanged import Unchanged
from tests.generators.sites import build_site, load, make_root
from tests.schemas.content import COMPLAINTS, Content

ADDRESS = "greentown-after-sales/procedures/complaint-handling"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library with its site."""
    root = make_root(tmp_path_factory.mktemp("fresh") / "root")
    build_site(root, load(root))
    return root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Content:
    """A copy of it, time stamps included."""
    return Content(Path(shutil.copytree(built, tmp_path / "root")))


def test_pages_are_those_of_the_build(site: Content) -> None:
    """After an edit every page that can be made before the build is byte for byte what the build makes then.

    Those that cannot are the pages of all uses, for which every record would be asked.
    """
    unchanged = Unchanged()
    before = load_library(site.root, unchanged=unchanged).require()
    before.uses(before.entries[ADDRESS])
    site.write(COMPLAINTS, site.read(COMPLAINTS).replace("title: 客户投诉处理管理办法", "title: 客户投诉怎么办", 1))
    library = load_library(site.root, unchanged=unchanged).require().after(before)
    folder = site.root / "build" / "site"
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]

    fresh = dict(Fresh(site.root).pages(library, {ADDRESS}, [*page_paths(library, [ADDRESS]), *paths]))

    assert list(fresh)[:2] == [f"{ADDRESS}.html", f"en/{ADDRESS}.html"]
    assert "客户投诉怎么办" in fresh[f"{ADDRESS}.html"].decode()
    build_site(site.root, load(site.root))
    assert {path for path, page in fresh.items() if page != (folder / path).read_bytes()} == set()
    assert {path.rpartition("/")[2] for path in set(paths) - fresh.keys()} <= {"404.html"}


def test_without_frames_there_are_no_pages(site: Content) -> None:
    """Where no build has left a frame, nothing is made, and nothing fails."""
    shutil.rmtree(site.root / "build" / ".stage")
    library = load(site.root)
    assert dict(Fresh(site.root).pages(library, (), page_paths(library, [ADDRESS]))) == {}
