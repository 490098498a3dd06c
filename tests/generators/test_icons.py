"""Icons, chips and templates are named by strings in templates and scripts: each of those names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from jinja2 import Environment, nodes

from generators.kinds import PAGES, from_template
from generators.pages.template import CHIPS, chip_class, icon_class
from schemas.icons import ICONS
from schemas.kinds import KINDS

ROOT: Final = Path(__file__).parents[2]
TEMPLATES: Final = ROOT / "generators" / "templates"
OVERRIDES: Final = ROOT / "site" / "overrides"
ASSETS: Final = ROOT / "site" / "docs" / "assets"

Use = tuple[str, str]
"""Where something is used, and its name."""


def drawn(prefix: str) -> set[str]:
    """The classes of the style sheets that begin with *prefix*, without it."""
    styles = "\n".join(path.read_text("utf-8") for path in ASSETS.glob("*.css"))
    return set(re.findall(rf"\.{prefix}([a-z0-9-]+)", styles))


def calls(macro: str, argument: int) -> Iterator[Use]:
    """Every name that a template writes itself as an argument of *macro*, be it one of two."""
    for path in sorted(TEMPLATES.glob("*.j2")):
        for call in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Call):
            name = call.node.attr if isinstance(call.node, nodes.Getattr) else getattr(call.node, "name", "")
            if name == macro:
                written = call.args[argument]
                ways = (written.expr1, written.expr2) if isinstance(written, nodes.CondExpr) else (written,)
                yield from ((f"{path.name}:{call.lineno}", way.value) for way in ways if isinstance(way, nodes.Const))


def in_scripts(pattern: str) -> Iterator[Use]:
    """What the groups of *pattern* find in the scripts."""
    for path in sorted(ASSETS.glob("*.js")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for match in re.finditer(pattern, line):
                yield from ((f"{path.name}:{number}", name) for name in match.groups() if name)


def icons_used() -> Iterator[Use]:
    """Every icon that a template, the theme or a script names."""
    yield from (*calls("icon", 0), *calls("chip", 1))
    for path in sorted(OVERRIDES.rglob("*.html")):
        for name in re.findall(r"\bi i-([a-z-]+)", path.read_text("utf-8")):
            yield path.name, name
    yield from in_scripts(r'\bicon\((?:[^()"]*\? )?"([a-z-]+)"(?: : "([a-z-]+)")?')
    yield from in_scripts(r'\bchip\("[a-z0-9]+", "([a-z-]+)"')
    yield from in_scripts(r'\bbutton\((?:[^,()]|\([^()]*\))+, "([a-z-]+)"')
    yield from in_scripts(r'\bfile\("[a-z]+", "([a-z-]+)"')


def test_every_icon_is_drawn() -> None:
    """The names and the style sheet are the same list."""
    assert [f"site/docs/assets/icons.css: nothing draws {name}" for name in ICONS - drawn("i-")] == []
    assert [f"schemas/icons.py: {name} is not listed" for name in drawn("i-") - ICONS] == []


def test_every_chip_has_its_style() -> None:
    """The names and the style sheets are the same list."""
    assert [f"site/docs/assets: no style for the chip {name}" for name in CHIPS - drawn("chip--")] == []
    assert [f"generators/pages/template.py: {name} is not listed" for name in drawn("chip--") - CHIPS] == []


def test_every_icon_that_is_named_is_one() -> None:
    """In templates, in the theme and in scripts, which no type checker reads: the place and the name are told."""
    used = [*icons_used()]

    assert [f"{place}: {name}" for place, name in used if name not in ICONS] == []
    assert {path.partition(":")[0] for path, _ in used} >= {"parts.html.j2", "header.html", "answers.js", "frame.js"}


def test_every_chip_that_is_named_is_one() -> None:
    """In templates and in scripts."""
    used = [*calls("chip", 0), *in_scripts(r'\bchip\("([a-z0-9]+)"')]

    assert [f"{place}: {name}" for place, name in used if name not in CHIPS] == []
    assert {path.partition(":")[0] for path, _ in used} >= {"parts.html.j2", "answers.js"}


def test_what_is_not_there_is_not_printed() -> None:
    """A name that only shows when a page is made stops it, instead of leaving an empty place."""
    with pytest.raises(LookupError, match=r"^schemas/icons\.py: there is no icon 'bell'$"):
        icon_class("bell")  # type: ignore[arg-type]
    with pytest.raises(LookupError, match=r"^generators/pages/template\.py: there is no chip 'loud'$"):
        chip_class("loud")  # type: ignore[arg-type]


def test_every_template_that_is_named_is_there() -> None:
    """By code, and by the name of a kind whose page is nothing but its template; and none is left over."""
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "generators").rglob("*.py"))
    named = set(re.findall(r'"([a-z_]+\.html\.j2)"', code))
    named |= {f"{KINDS[kind].name}.html.j2" for kind, page in PAGES.items() if page.content is from_template}
    imported = (re.findall(r'(?:import|include|extends) "([a-z_.0-9]+)"', p.read_text()) for p in TEMPLATES.glob("*"))

    used, there = named.union(*imported), {path.name for path in TEMPLATES.glob("*.j2")}

    assert [f"generators/templates/{name}: there is no such template" for name in used - there] == []
    assert [f"generators/templates/{name}: nothing renders it" for name in there - used] == []


def test_a_kind_has_a_chart_when_it_is_a_graph() -> None:
    """What the checks follow from node to node is drawn, and nothing else is."""
    for name, page in PAGES.items():
        is_graph, has_chart = "flow" in vars(KINDS[name].model), page.chart is not None
        assert is_graph == has_chart, f"generators/kinds.py: {name} is {'a' if is_graph else 'no'} graph"
