"""Whether another program than mkdocs builds our pages: `python -m bench.zensical .venv/zensical/bin/zensical [ROOT]`.

The pages of a library are put into Markdown files, which Zensical builds; every page and every place in it that a link
may lead to is looked for in what comes out. It is a preview: what is missing is told, and is no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import yaml
from lxml import html
from rich.console import Console

from generators.page import render_pages
from generators.pages.page import Rendered
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.loader import load_library
from schemas.root import find_root

CONFIG: Final = {
    "site_name": "handbook", "docs_dir": "docs", "site_dir": "site", "use_directory_urls": False, "plugins": [],
    "theme": {"name": "material"}, "markdown_extensions": ["attr_list", "md_in_html"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Built:
    """What came out: how many of the pages and of the places in them are there, and which are not."""

    pages: int
    anchors: int
    missing: tuple[str, ...]
    seconds: float

    def say(self) -> str:
        """In a line."""
        lost_pages = sum("#" not in each for each in self.missing)
        lost = len(self.missing) - lost_pages
        return (
            f"pages {self.pages - lost_pages} of {self.pages}, anchors {self.anchors - lost} of {self.anchors}, "
            f"{self.seconds:.1f} s"
        )


def build(library: Library, program: str, folder: Path) -> Built:
    """Have *program* build the pages of *library* in *folder*.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    wanted = {PREFIX.of(page.lang) + page.url: _ids(page.content) for page in put_pages(library, folder / "docs")}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG), "utf-8")
    started = perf_counter()
    words = [str(Path(program).resolve()), "build", "--clean", "--config-file", "mkdocs.yml"]
    subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    seconds = perf_counter() - started
    missing = [missed for url, ids in wanted.items() for missed in _missing(folder / "site", url, ids)]
    return Built(len(wanted), sum(map(len, wanted.values())), tuple(missing), seconds)


def put_pages(library: Library, docs: Path) -> list[Rendered]:
    """Each page as a Markdown file: its title above, and its content, which is HTML, as it is."""
    pages = list(render_pages(library))
    for page in pages:
        file = docs / (PREFIX.of(page.lang) + page.url.removesuffix(".html") + ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(line for line in page.content.splitlines() if line.strip())
        file.write_text(
            f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n<div>\n{lines}\n</div>\n", "utf-8"
        )
    return pages


def _ids(content: str) -> frozenset[str]:
    tree: Any = html.fromstring(content)
    return frozenset(map(str, tree.xpath("//@id")))


def _missing(site: Path, url: str, ids: frozenset[str]) -> list[str]:
    """What of a page did not come out: all of it, or places in it."""
    file = site / url
    if not file.is_file():
        return [url]
    return [f"{url}#{id_}" for id_ in sorted(ids - _ids(file.read_text("utf-8")))]


def main(program: str, root: str | None = None) -> None:
    """Build the handbooks at *root*, or those found from here, and say what came of it."""
    console = Console()
    library = load_library(find_root(Path(root) if root else None, None, Path.cwd())).require()
    with tempfile.TemporaryDirectory() as folder:
        try:
            built = build(library, program, Path(folder))
        except (OSError, subprocess.CalledProcessError) as error:
            console.print(f"zensical: {error}\n{getattr(error, 'stderr', '')}", markup=False)
            return
    console.print(f"zensical: {built.say()}", markup=False)
    for each in built.missing[:20]:
        console.print(f"  missing: {each}", markup=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
