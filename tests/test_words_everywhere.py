"""Which language it is, is asked in one place only: `schemas/words.py`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from schemas.words import LANGUAGES

ROOT: Final = Path(__file__).parents[1]
MECHANISM: Final = ROOT / "schemas" / "words.py"
PACKAGES: Final = ("schemas", "generators", "filled", "search", "server", "commands", "bench")
LITERAL: Final = f"[\"'](?:{'|'.join(LANGUAGES)})[\"'/]"
IN_TEXT: Final = re.compile(rf"[=!]==?\s*{LITERAL}|{LITERAL}\s*[=!]==?|(?:startsWith|equalto)\W*{LITERAL}")
"""A language compared with a literal, in JavaScript or in a template."""


def branches(path: Path) -> Iterator[str]:
    """Every place of *path* that asks which language it is, as `path:line`."""
    text = path.read_text("utf-8")
    lines = asked_in_python(ast.parse(text)) if path.suffix == ".py" else asked_in_text(text)
    return (f"{path.relative_to(ROOT)}:{line}" for line in lines)


def asked_in_python(tree: ast.AST) -> Iterator[int]:
    """The lines where a language is compared with a literal, or that lay two values out by language."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others) if any(map(is_language, (left, *others))):
                yield node.lineno
            case ast.MatchValue(value=value) if is_language(value):
                yield value.lineno
            case ast.Dict(keys=keys) if len(keys) == len(LANGUAGES) and all(map(is_language, keys)):
                yield node.lineno


def is_language(node: ast.AST | None) -> bool:
    """Whether *node* is the name of a language, or a row of such names."""
    match node:
        case ast.Constant(value=value):
            return value in LANGUAGES
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return bool(parts) and all(map(is_language, parts))
    return False


def asked_in_text(text: str) -> Iterator[int]:
    """The lines of a script or a template where a language is compared with a literal."""
    return (number for number, line in enumerate(text.splitlines(), 1) if IN_TEXT.search(line))


def sources() -> Iterator[Path]:
    """Everything the product is written in: Python, templates, the theme and scripts."""
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))
    yield from sorted((ROOT / "generators" / "templates").glob("*.j2"))
    yield from sorted((ROOT / "site" / "overrides").rglob("*.html"))
    yield from sorted((ROOT / "site" / "docs" / "assets").glob("*.js"))


def test_only_the_mechanism_asks_which_language_it_is() -> None:
    """Outside `schemas/words.py` no language is compared with a literal, and no pair is a dict of its own."""
    assert [place for path in sources() if path != MECHANISM for place in branches(path)] == []


def test_the_mechanism_itself_would_be_found() -> None:
    """The place where the language is chosen is one that the search finds."""
    assert len(list(branches(MECHANISM))) == 1


def test_every_way_of_asking_is_found() -> None:
    """Comparisons, cases and dicts in Python, comparisons in scripts and templates."""
    asking = ['lang == "zh"', 'lang not in ("zh",)', '"en" != view.lang', '{"zh": 1, "en": 2}[lang]']

    assert [len(list(asked_in_python(ast.parse(text)))) for text in asking] == [1, 1, 1, 1]
    assert list(asked_in_python(ast.parse('match lang:\n    case "zh":\n        pass'))) == [2]
    assert list(
        asked_in_text('x = lang === "en" ? 1 : 2\ny = {% if page.lang == \'zh\' %}\nurl.startsWith("en/")')
    ) == [1, 2, 3]
    assert list(asked_in_python(ast.parse('{"zh": 1}; lang == other; say("zh")'))) == []
