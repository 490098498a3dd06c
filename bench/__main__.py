"""`python -m bench`: every measurement in one run, on the handbook found from here."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from bench import answers, builds, encoder, forms, hostile, indexing, lines, loading, serving
from schemas.loader import load_library
from schemas.root import find_root


def main() -> None:
    """Run every benchmark and print its table."""
    root = find_root(None, None, Path.cwd())
    library = load_library(root).require()
    console = Console()
    console.print(lines.table(root))
    console.print(forms.table(library))
    console.print(hostile.table())
    console.print(loading.table(root))
    console.print(builds.table(root))
    console.print(indexing.table(root))
    console.print(answers.table(library))
    console.print(encoder.table(library))
    serving.print_tables(console, root)


main()
