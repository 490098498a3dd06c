"""What is made of the site's files for browsers that take them compressed."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from generators.compressed import FOLDER, compress
from generators.tree import Stored

PAGE = "怎么处理投诉 <p>complaints</p>\n".encode() * 100


def site(folder: Path, files: Mapping[str, bytes]) -> dict[str, Stored]:
    """A site of *files* in *folder*, as the build knows it."""
    stored = {}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
        stored[path] = Stored(folder / path, hashlib.sha256(content).hexdigest())
    return stored


def names(build: Path) -> set[str]:
    return {path.name for path in (build / FOLDER).iterdir()}


def test_texts_are_compressed_and_nothing_else(tmp_path: Path) -> None:
    """Every text has a file for each coding, which unpacks to it; a Word file has none; the same content has one."""
    files = {"index.html": PAGE, "en/index.html": PAGE, "a.js": b"1;", "forms/a.docx": PAGE + b"docx"}
    compress(tmp_path, site(tmp_path / "site", files))

    digests = {hashlib.sha256(content).hexdigest() for content in (PAGE, b"1;")}
    assert names(tmp_path) == {f"{digest}.{coding}" for digest in digests for coding in ("br", "gzip")}
    page = tmp_path / FOLDER / hashlib.sha256(PAGE).hexdigest()
    assert brotli.decompress(page.with_suffix(".br").read_bytes()) == PAGE
    assert gzip.decompress(page.with_suffix(".gzip").read_bytes()) == PAGE


def test_the_same_comes_out_again(tmp_path: Path) -> None:
    """A build from nothing makes the same bytes, whatever the time is."""
    for build in ("a", "b"):
        compress(tmp_path / build, site(tmp_path / build / "site", {"index.html": PAGE, "a.json": PAGE + b"1"}))

    assert all(
        (tmp_path / "a" / FOLDER / name).read_bytes() == (tmp_path / "b" / FOLDER / name).read_bytes()
        for name in names(tmp_path / "a") | names(tmp_path / "b")
    )


def test_what_is_kept_for_good_is_compressed_strongly(tmp_path: Path, built_pages: bytes) -> None:
    """A script with its digest in its name becomes smaller than a page of the same content, in both codings."""
    quickly = site(tmp_path / "a" / "site", {"index.html": built_pages})
    strongly = site(tmp_path / "b" / "site", {"assets/app.0123456789abcdef.js": built_pages})
    compress(tmp_path / "a", quickly)
    compress(tmp_path / "b", strongly)

    for name in names(tmp_path / "a"):
        assert (tmp_path / "b" / FOLDER / name).stat().st_size < (tmp_path / "a" / FOLDER / name).stat().st_size


def test_an_edit_makes_what_is_new_and_removes_what_is_gone(tmp_path: Path) -> None:
    """What stays is not written again; what a killed build left unnamed goes; what somebody deleted comes back."""
    files = site(tmp_path / "site", {"a.html": PAGE, "b.html": PAGE + b"b"})
    compress(tmp_path, files)
    kept, gone = (tmp_path / FOLDER / f"{files[path].mark}.br" for path in ("a.html", "b.html"))
    (tmp_path / FOLDER / "0123.br.part").write_bytes(b"torn")
    kept.with_suffix(".gzip").unlink()
    before = kept.stat().st_mtime_ns
    compress(tmp_path, site(tmp_path / "site", {"a.html": PAGE}))

    assert names(tmp_path) == {kept.name, kept.with_suffix(".gzip").name}
    assert (kept.stat().st_mtime_ns, gone.exists()) == (before, False)


@pytest.fixture
def built_pages() -> bytes:
    """Something as long and as varied as a script."""
    return b"".join(hashlib.sha256(bytes([number % 251])).hexdigest().encode() * 3 for number in range(2000))
