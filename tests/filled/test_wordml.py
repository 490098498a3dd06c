"""WordprocessingML as trees: what is written of them, where they are cut, and that no regular expression reads them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from filled.wordml import cut, mark, written

ROOT = Path(__file__).parents[2]
_ELEMENT = re.compile(r"(?<![\w-])/?w\d*:[A-Za-z]")


def test_a_part_starts_with_its_declaration() -> None:
    """As the forms that are written as text do."""
    assert (
        written(etree.fromstring("<a>\u00e9</a>"))
        == '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a>é</a>'
    )


def test_markup_is_cut_at_marks_only() -> None:
    """What looks like a mark in a text or an attribute is none, nor is a mark of another name."""
    root = etree.fromstring("<a><b/><c/></a>")
    root[0].text = "<?edge ?>"
    root[1].set("d", "<?edge ?>")
    root[1].addprevious(mark("edge"))
    root.append(mark("value"))
    root.append(mark("edge", "last"))

    assert list(cut(etree.tostring(root, encoding="unicode"), "edge")) == [
        ("", "<a><b>&lt;?edge ?&gt;</b>"), ("", '<c d="&lt;?edge ?&gt;"/><?value ?>'), ("last", "</a>"),
    ]  # fmt: skip


def test_no_regular_expression_reads_markup() -> None:
    """No module of the product has a regular expression that mentions an element or attribute of a Word file."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        packages = tomllib.load(file)["tool"]["importlinter"]["root_packages"]
    modules = [path for package in (*packages, "bench") for path in (ROOT / package).rglob("*.py")]
    named = {str(path.relative_to(ROOT)): list(lines_that_read_markup(path.read_text("utf-8"))) for path in modules}

    assert len(modules) > 200
    assert {path: lines for path, lines in named.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import re\nX = re.compile(r'<w:tr>(.*?)</w:tr>')",
        "import re\nX = re.compile(b'</w:tr>')",
        "import re\nre.sub(pattern='w:name=\"([^\"]*)\"', repl='', string=x)",
        "import re as r\nr.search(f'<w:bookmarkStart w:id=\"{number}\"', x)",
        "from re import findall as every\nevery('<w14:checked', x)",
        "import re\n_CELL: Final = '<w:tc>' '{number}'\n\n\ndef f(x):\n    re.split(_CELL.format(number=1), x)",
        "import re\nA = '<w:p>'\nB = A + 'x'\nre.finditer(rf'(?={B})', x)",
    ],
)
def test_one_that_does_is_named(source: str) -> None:
    """Given as text, as bytes, in pieces or by the name of a constant, whatever the module calls `re`."""
    assert list(lines_that_read_markup(source)) == [len(source.splitlines())]


@pytest.mark.parametrize(
    "source",
    [
        "import re\nre.compile('https?://www:[0-9]+')\nX = '<w:tr>'",
        "x.split('<w:tr>')",
        "import re\nre.compile('(?P<w>[a-z])')",
    ],
)
def test_other_ones_are_not(source: str) -> None:
    """Markup outside of a regular expression, and what only looks like it."""
    assert list(lines_that_read_markup(source)) == []


def lines_that_read_markup(source: str) -> Iterator[int]:
    """The lines of a module on which a function of `re` is given anything that mentions WordprocessingML."""
    module = ast.parse(source)
    constants = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    names = set(_names_of_re(module))
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] in names:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(_ELEMENT.search(text) for argument in given for text in _texts(argument, constants)):
                yield node.lineno


def _names_of_re(module: ast.Module) -> Iterator[str]:
    """What the module calls `re` and what it takes out of it."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.asname or alias.name for alias in node.names if alias.name == "re")
        elif isinstance(node, ast.ImportFrom) and node.module == "re":
            yield from (alias.asname or alias.name for alias in node.names)


def _texts(node: ast.AST, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an expression is made of, those of the module's constants in it among them."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str | bytes):
            yield part.value if isinstance(part.value, str) else part.value.decode("latin-1")
        elif isinstance(part, ast.Name) and part.id in constants:
            yield from _texts(constants[part.id], {name: constants[name] for name in constants if name != part.id})
