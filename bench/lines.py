"""How long functions and files are, against the house's budget (docstrings excluded, as in the field survey)."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.table import Table

PACKAGES = ("schemas", "generators", "search", "server", "commands")
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
        functions += [_length(node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return Sizes(package, tuple(functions), tuple(files))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1) if is_docstring else lines


def percentile(values: tuple[int, ...], share: float) -> int:
    """The value below which *share* of *values* lies; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def table(root: Path) -> Table:
    """The sizes of every package as a table."""
    shown = Table("package", "files", "file median", "file max", "functions", "function p90", "function max", title="Lines")
    for package in PACKAGES:
        sizes = measure(root, package)
        shown.add_row(
            package, str(len(sizes.files)), f"{median(sizes.files):.0f}", str(max(sizes.files)), str(len(sizes.functions)),
            str(percentile(sizes.functions, 0.9)), str(max(sizes.functions, default=0)),
        )  # fmt: skip
    shown.caption = f"budget: file median ≤ {FILE_MEDIAN}, look above {FILE_LOOK}; function p90 ≤ {FUNCTION_P90}, none above {FUNCTION_MAX}"
    return shown
