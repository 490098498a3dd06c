"""Flowcharts as pictures: drawn as the site draws them, in strips between which a page may end; no box is cut in two.

Word shows an SVG only beside a PNG of it, and LibreOffice 7.4 shows the PNG alone; so there is the PNG, at 220 dots an
inch. Typst draws it: it is here for the sheets of one page, takes SVG as it is and gives the same bytes each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

from lxml import etree
from PIL import Image

from generators.fonts import typst_family, typst_fonts
from generators.pages.chart import box_spans
from schemas.picture import PictureFile

DPI: Final = 220
_CSS_DPI: Final = 96
_COLOURS: Final = 64
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VAR: Final = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
_BLOCK: Final = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_COMPOUND: Final = re.compile(r"^([a-z]*)((?:\.[\w-]+)*)$")
_KEPT: Final = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size",
     "font-weight", "text-anchor"}
)  # fmt: skip
_SOURCE: Final = """#let pixels(name) = float(sys.inputs.at(name)) * 0.75pt
#set page(width: pixels("width"), height: pixels("height"), margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)
"""
_BELOW: Final = 4.0
"""So far below a box a strip ends, in pixels."""
_LEAST_GAP: Final = 2.0
_KEY: Final = re.compile(r'class="flow-key[^"]*" transform="translate\([\d.]+ ([\d.]+)\)"')
_KEY_HEIGHT: Final = 20.0


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A strip of a chart as PNG, and its size in pixels of a screen."""

    content: PictureFile
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a style sheet: what it applies to, outermost first, and what it says."""

    compounds: tuple[tuple[str, frozenset[str]], ...]
    says: Mapping[str, str]

    @property
    def weight(self) -> tuple[int, int]:
        """The more specific rule wins."""
        return sum(len(names) for _, names in self.compounds), sum(bool(tag) for tag, _ in self.compounds)


def drawn(svg: str, styles: str) -> list[ChartPiece]:
    """A chart in strips, to stand under one another without a gap.

    Args:
        svg: the chart as the page of its record has it.
        styles: the style sheet of the site's charts: colours and sizes are said there and nowhere else.
    """
    root = etree.fromstring(svg.encode())
    edges = [0.0, *cuts(svg)]
    _apply(root, _rules(styles), {})
    root.set("font-family", typst_family())
    *_, width, height = map(float, str(root.get("viewBox")).split())
    edges.append(height)
    with Image.open(BytesIO(_png(root, width, height))) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    rows = [min(round(edge * DPI / _CSS_DPI), few.height) for edge in edges]
    return [_strip(few, above, below) for above, below in pairwise(rows) if below > above]


def cuts(svg: str) -> list[float]:
    """The heights at which a chart may be cut: just below a box where none stands beside it."""
    bands: list[tuple[float, float]] = []
    for top, bottom in sorted([*box_spans(svg), *_legend(svg)]):
        if bands and top <= bands[-1][1] + _LEAST_GAP:
            bands[-1] = bands[-1][0], max(bands[-1][1], bottom)
        else:
            bands.append((top, bottom))
    return [above[1] + min(_BELOW, (below[0] - above[1]) / 2) for above, below in pairwise(bands)]


def _legend(svg: str) -> Iterator[tuple[float, float]]:
    """From where to where the legend reaches, which stays with the first box."""
    rows = [float(row) for row in _KEY.findall(svg)]
    if rows:
        yield 0.0, max(rows) + _KEY_HEIGHT


def _strip(chart: Image.Image, above: int, below: int) -> ChartPiece:
    saved = BytesIO()
    chart.crop((0, above, chart.width, below)).save(saved, "PNG", optimize=True, dpi=(DPI, DPI))
    picture = PictureFile(saved.getvalue(), "png", chart.width, below - above)
    return ChartPiece(picture, picture.width * _CSS_DPI / DPI, picture.height * _CSS_DPI / DPI)


def _png(root: Any, width: float, height: float) -> bytes:
    import typst  # 45 MB that only books and sheets need

    inputs = {"svg": etree.tostring(root, encoding="unicode"), "width": f"{width}", "height": f"{height}"}
    made = typst.compile(_SOURCE.encode(), font_paths=typst_fonts(), sys_inputs=inputs, format="png", ppi=float(DPI))
    assert isinstance(made, bytes)
    return made


def _rules(styles: str) -> list[_Rule]:
    """The rules of a style sheet that hold in the light and on any screen, the least specific first."""
    rules = [rule for found in _RULE.finditer(_BLOCK.sub("", styles)) for rule in _parsed(*found.groups())]
    return sorted(rules, key=lambda rule: rule.weight)


def _parsed(selectors: str, says: str) -> Iterator[_Rule]:
    pairs = (line.partition(":") for line in says.split(";") if ":" in line)
    said = {name.strip(): value.strip() for name, _, value in pairs}
    for selector in selectors.split(","):
        compounds = [_COMPOUND.match(compound) for compound in selector.split()]
        found = [match for match in compounds if match is not None]
        if len(found) == len(compounds):
            yield _Rule(tuple((match[1], frozenset(filter(None, match[2].split(".")))) for match in found), said)


def _apply(element: Any, rules: Sequence[_Rule], around: Mapping[str, str]) -> None:
    """Say on every element what the style sheet says of it; *around* are the variables that it inherits."""
    if not isinstance(element.tag, str):
        return
    said: dict[str, str] = {}
    for rule in rules:
        if _matches(element, rule.compounds):
            said.update(rule.says)
    variables = {**around, **{name: value for name, value in said.items() if name.startswith("--")}}
    for name in sorted(_KEPT & said.keys()):
        element.set(name, _resolved(said[name], variables))
    for child in element:
        _apply(child, rules, variables)


def _matches(element: Any, compounds: Sequence[tuple[str, frozenset[str]]]) -> bool:
    *outer, own = compounds
    if not _is(element, own):
        return False
    for ancestor in element.iterancestors():
        if outer and _is(ancestor, outer[-1]):
            outer.pop()
    return not outer


def _is(element: Any, compound: tuple[str, frozenset[str]]) -> bool:
    tag, names = compound
    return (not tag or etree.QName(element).localname == tag) and names <= set((element.get("class") or "").split())


def _resolved(value: str, variables: Mapping[str, str]) -> str:
    while found := _VAR.search(value):
        said = variables.get(found[1]) or found[2] or ""
        value = value[: found.start()] + said + value[found.end() :]
    return value.removesuffix("px")
