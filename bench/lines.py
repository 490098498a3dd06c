"""How long functions and files are, against the house's budget (docstrings excluded, as in the field survey)."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.table import Table

PACKAGES = ("schemas", "generators", "filled", "search", "server", "commands")
_Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTION_P90, FUNCTION_MAX, FILE_MEDIAN, FILE_LOOK = 25, 60, 120, 400


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lines of the functions and files of one package."""

    package: str
    functions: tuple[int, ...]
    files: tuple[int, ...]


def measure(root: Path, package: str) -> Sizes:
    """Count the lines of every function (docstring excluded) and file of *package*."""
    functions: list[int] = []
    files: list[int] = []
    for path in sorted((root / package).rglob("*.py")):
        text = path.read_text("utf-8")
        files.append(text.count("\n"))
        functions += [
            _length(node)
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    return Sizes(package, tuple(functions), tuple(files))


def _length(function: _Function) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    is_docstring = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1) if is_docstring else lines


def percentile(values: tuple[int, ...], share: float) -> int:
    """The value below which *share* of *values* lies; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def table(root: Path) -> Table:
    """The sizes of every package as a table."""
    size_table = Table(
        "package", "files", "file median", "file max", "functions", "function p90", "function max", title="Lines"
    )
    for package in PACKAGES:
        sizes = measure(root, package)
        files = (len(sizes.files), round(median(sizes.files)), max(sizes.files))
        functions = (len(sizes.functions), percentile(sizes.functions, 0.9), max(sizes.functions, default=0))
        size_table.add_row(package, *map(str, files + functions))
    size_table.caption = (
        f"budget: file median ≤ {FILE_MEDIAN}, look above {FILE_LOOK}; "
        f"function p90 ≤ {FUNCTION_P90}, none above {FUNCTION_MAX}"
    )
    return size_table
