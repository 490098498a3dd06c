"""What our part of the site's build takes beside bare mkdocs: `python -m bench.bare`, in seconds of processor.

Bare mkdocs builds, with the theme that the site has, the content of every page as Markdown, in both languages: the
plain way to such a site. Ours is all that `handbook build --only site` does from nothing, less the sheets of one page,
which Typst makes (they are told beside it); then again with nothing changed, and with one word changed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

import yaml
from rich.console import Console
from rich.table import Table

from bench.builds import copy_content
from bench.growth import Run, change_a_word, run
from bench.zensical import CONFIG, put_pages
from schemas.loader import load_library
from schemas.root import find_root

_PAGES: Final = (sys.executable, "-m", "bench.build_quickly", "site")
_WHOLE: Final = (sys.executable, "-m", "commands", "build", "--only", "site")


def bare(root: Path, folder: Path) -> tuple[int, Run, Run]:
    """How many pages there are, what their texts and flowcharts take, and what mkdocs takes for them."""
    library = load_library(root).require()
    before = os.times()
    pages = put_pages(library, folder / "docs")
    texts = [now - then for now, then in zip(os.times(), before, strict=True)]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG), "utf-8")
    built = run(root, sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"))
    return len(pages), Run(texts[-1], sum(texts[:-1]), 0), built


def table(root: Path) -> Table:
    """Seconds of each, and their share of what mkdocs takes."""
    rows: dict[str, Run] = {}
    with tempfile.TemporaryDirectory() as place:
        folder, docs = Path(place, "ours"), Path(place, "bare")
        folder.mkdir()
        docs.mkdir()
        copy_content(root, folder)
        count, texts, rows["bare mkdocs"] = bare(root, docs)
        rows["our pages, from nothing"] = run(folder, *_PAGES)
        rows["of it their texts and flowcharts"] = texts
        rows["with nothing changed"] = run(folder, *_PAGES)
        change_a_word(folder)
        rows["with one word changed"] = run(folder, *_PAGES)
        rows["the sheets of one page besides"] = run(folder, *_WHOLE)
    whole = rows["bare mkdocs"].cpu
    bare_table = Table(f"{count} pages", "s", "s on the wall", "of bare mkdocs", title="Pages (seconds of processor)")
    for name, one in rows.items():
        bare_table.add_row(name, f"{one.cpu:.1f}", f"{one.wall:.1f}", f"{one.cpu / whole:.0%}")
    return bare_table


if __name__ == "__main__":
    Console().print(table(find_root(None, None, Path.cwd())))
